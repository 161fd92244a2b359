// What an envelope belongs to: a hash that it carries, so that it opens in that place alone and under that label.
import { sha256 } from '@noble/hashes/sha2.js';
import type { ActHeader, PartHeader } from '../act/act.ts';
import { base64url, concat, fromUtf8, utf8 } from '../act/bytes.ts';
import { decode, encode, type Json } from '../act/canonical.ts';
import { refuse } from '../act/refusal.ts';
import { open, openStream, type Sealing } from './envelope.ts';
import type { Means, OpeningKey } from './wrap.ts';
import type { SealKey } from '../act/sealkey.ts';

const DOMAIN = 'servanda/about/v1\n';

function aboutOf(what: Json): string {
  return base64url(sha256(utf8(`${DOMAIN}${encode(what)}`)));
}

/** Ring B: a part of an act whose text stands. Also what it is re-sealed under where it is kept. */
export function aboutPart(act: string, part: string): string {
  return aboutOf({ act, part });
}

/** What a node keeps of a draft before it is an act: under `what` its parts, or the reason it was sent back for. */
export function aboutDraft(draft: string, what: 'content' | 'reason'): string {
  return aboutOf({ draft, what });
}

/** The parts of a header that are known when a desk seals: all that says who tells whom what, and under which label. */
export type Known = Pick<ActHeader, 'agreement' | 'kind' | 'provisions' | 'by' | 'to' | 'subject' | 'label'> & {
  readonly parts: readonly Pick<PartHeader, 'name' | 'type'>[];
};

/** What of a header is known then; more that stands in it is left out. */
export function knownOf(header: Known): Known {
  const { agreement, kind, provisions, by, to, subject, label, parts } = header;
  const named = parts.map(({ name, type }) => ({ name, type }));
  return { agreement, kind, provisions, by, to, subject, label, parts: named };
}

/** Ring C: SHA-256("servanda/about/v1", newline, canonical JSON of `{"header":{...},"part":"body"}`), base64url. */
export function aboutSealed(header: Known, part: string): string {
  return aboutOf({ header: knownOf(header), part } as unknown as Json);
}

/** The line before the content of a desk-sealed part, canonical JSON: what it belongs to, and to whom it was sealed. */
interface Inner {
  readonly about: string;
  readonly recipients: readonly string[];
}

function innerLine(inner: Inner): Uint8Array {
  return utf8(`${encode({ about: inner.about, recipients: [...inner.recipients] })}\n`);
}

/** A part about to be sealed at a desk. */
export interface DeskPart {
  readonly header: Known;
  readonly part: string;
  readonly recipients: readonly SealKey[];
  readonly length: number;
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

async function* joined(first: Uint8Array, then: DeskPart['content']): AsyncGenerator<Uint8Array> {
  yield first;
  yield* then;
}

/**
 * How a desk seals a part of ring C: inside stands once more what it belongs to and to whom it was sealed, so that who
 * has opened it and seals it anew, for others or under another act, has said it himself.
 */
export function deskSealing({ header, part, recipients, length, content }: DeskPart): Sealing {
  const about = aboutSealed(header, part);
  const line = innerLine({ about, recipients: recipients.map(({ name }) => name) });
  return { about, recipients, length: line.length + length, content: joined(line, content) };
}

function requireInner(line: string | undefined, about: string): Inner {
  const inner = (line === undefined ? undefined : decode(line)) as unknown as Partial<Inner> | null | undefined;
  if (inner?.about !== about || !Array.isArray(inner.recipients)) {
    throw refuse('envelope-invalid', 'What is inside was sealed for another act.');
  }
  return { about, recipients: inner.recipients };
}

/** A desk-sealed part as opened: the content, and to whom its author says that it was sealed. */
export interface DeskOpened {
  readonly recipients: readonly string[];
  readonly content: Uint8Array;
}

/** Opens a part of ring C held in memory. `envelope-invalid`. */
export async function openSealed(
  means: Pick<Means, 'subtle'>,
  opener: OpeningKey,
  header: Known,
  part: string,
  envelope: Uint8Array,
): Promise<DeskOpened> {
  const about = aboutSealed(header, part);
  const plain = await open(means, opener, about, envelope);
  const end = plain.indexOf(10);
  const { recipients } = requireInner(end < 0 ? undefined : fromUtf8(plain.subarray(0, end)), about);
  return { recipients, content: plain.subarray(end + 1) };
}

/** The same as it comes, in constant memory: the content alone. What was given out before it throws is incomplete. */
export async function* openSealedStream(
  means: Pick<Means, 'subtle'>,
  opener: OpeningKey,
  header: Known,
  part: string,
  envelope: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const about = aboutSealed(header, part);
  let line: Uint8Array = new Uint8Array();
  let isRead = false;
  for await (const piece of openStream(means, opener, about, envelope)) {
    if (isRead) {
      yield piece;
      continue;
    }
    line = concat(line, piece);
    const end = line.indexOf(10);
    if (end < 0) continue;
    requireInner(fromUtf8(line.subarray(0, end)), about);
    isRead = true;
    yield line.subarray(end + 1);
  }
  if (!isRead) requireInner(undefined, about);
}
