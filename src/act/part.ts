// A part: what an act carries outside the log, bound to it by a salted commitment and erasable without a trace in it.
import { sha256 } from '@noble/hashes/sha2.js';
import type { PartHeader } from './act.ts';
import { base64url, concat, type Sha256, utf8 } from './bytes.ts';
import { refuse } from './refusal.ts';

/** A part's bytes, at most; a larger file travels in chunks, which a part names: see file.ts. */
export const PART_LIMIT = 16 * 1024 * 1024;
/** The salt, so that a short content cannot be guessed from its commitment. Bytes. */
export const SALT_SIZE = 32;
/** The part that holds the JSON of the act's kind. */
export const BODY_PART = 'body';
/** The part that holds the words of a kind whose body holds closed fields alone. */
export const CONTENT_PART = 'content';
/** The parts of a large file: which chunks it travels in, and what opens them. */
export const CHUNKS_PART = 'chunks';
export const FILE_PART = 'file';

const DOMAIN = utf8('servanda/part/v1\0');

/** A part with what opens it. `bytes` and `salt` travel together; erasing both leaves the log provable. */
export interface Part {
  readonly name: string;
  readonly salt: Uint8Array;
  readonly bytes: Uint8Array;
}

/** ACT-2: SHA-256("servanda/part/v1\0" || 32-byte random salt || bytes), base64url. */
export function commitment(salt: Uint8Array, bytes: Uint8Array, sha: Sha256 = sha256): string {
  if (salt.length !== SALT_SIZE) throw new Error(`commitment: a salt has ${SALT_SIZE} bytes, not ${salt.length}`);
  return base64url(sha(concat(DOMAIN, salt, bytes)));
}

/**
 * Refuses `parts` unless they are exactly those the header names and each opens its commitment. Where they were erased,
 * all but the body may be missing.
 */
export function checkParts(
  named: readonly PartHeader[],
  parts: readonly Part[],
  sha: Sha256 = sha256,
  erased = false,
): void {
  for (const part of parts) {
    if (!named.some((header) => header.name === part.name)) {
      throw refuse('part-unexpected', `The part ${part.name} was given.`);
    }
  }
  for (const header of named) {
    const part = parts.find((given) => given.name === header.name);
    if (part === undefined && erased && header.name !== BODY_PART) continue;
    if (part === undefined) throw refuse('part-missing', `The part ${header.name} was not given.`);
    if (part.bytes.length > PART_LIMIT) {
      throw refuse('part-too-large', `The part ${part.name} has ${part.bytes.length} bytes.`);
    }
    if (part.salt.length !== SALT_SIZE || commitment(part.salt, part.bytes, sha) !== header.commitment) {
      throw refuse('part-mismatch', `The part ${part.name} was given.`);
    }
  }
  if (new Set(parts.map(({ name }) => name)).size !== parts.length) {
    throw refuse('part-unexpected', 'A part was given twice.');
  }
}
