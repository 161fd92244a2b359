// Whether the reader already has an answer: strong tags (RFC 9110, 8.8.3), of the very bytes or of what decides them.
import { createHash } from 'node:crypto';

/** Letters of a tag: 144 bits. */
const LENGTH = 24;
/** What is added to a tag of bytes that were packed: another representation has another tag. */
const PACKED = /\.(?:br|gzip)$/;
const LONGEST = 4096;

/** The tag of an answer that is decided by `parts` and nothing else. */
export function tagOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  // The length in front of each: no two lists of parts run together to the same bytes.
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('base64url').slice(0, LENGTH);
}

/** The header: the tag of the answer as it is sent, in whatever coding. */
export function etagHeader(tag: string, coding?: string): string {
  return coding === undefined ? `"${tag}"` : `"${tag}.${coding}"`;
}

/** Whether `If-None-Match` names the answer of that tag, however it was packed. */
export function isHeld(header: string | undefined, tag: string): boolean {
  if (header === undefined || header.length > LONGEST) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((one) => {
    const held = /^(?:W\/)?"([^"]*)"$/.exec(one.trim())?.[1];
    return held?.replace(PACKED, '') === tag;
  });
}

/** The tag in an `ETag` header. */
export function tagIn(header: string): string {
  return header.replace(/^"|"$/g, '');
}
