// An envelope: content sealed to some and to nobody else, in chunks, bound to what it belongs to, its size padded.
import { sha256 } from '@noble/hashes/sha2.js';
import Type from 'typebox';
import { base64, base64url, concat, fromBase64, fromUtf8, sameBytes, utf8 } from '../act/bytes.ts';
import { decode, encode, type Json } from '../act/canonical.ts';
import { refuse } from '../act/refusal.ts';
import { shape } from '../act/shape.ts';
import { classOf, inChunks, isClass, LENGTH_SIZE, lengthIn, paddingOf } from './padding.ts';
import {
  isFor, KEY_SIZE, type Means, named, type Opener, own, type Recipient, TAG_SIZE, unwrap, wrap, type Wrapped,
} from './wrap.ts';

const FORMAT = 'servanda/envelope/v1';
/** First line of every envelope: a reader knows from it how to read the rest. */
export const ENVELOPE_PREFIX = `${FORMAT}\n`;
/** Bytes sealed in one chunk; each is followed by a tag of 16. */
export const CHUNK = 65_536;
/** Recipients of one envelope, and bytes of its first two lines, at most. */
export const RECIPIENTS_LIMIT = 65;
export const HEAD_LIMIT = 262_144;
/** A run of zeros as padding is made. Bytes. */
const ZEROS = 65_536;

const Hash = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' });
const Bytes = Type.String({ pattern: '^[A-Za-z0-9+/]+={0,2}$', maxLength: 2048 });
const closed = { additionalProperties: false } as const;
const HeadShape = Type.Object(
  {
    about: Hash,
    commits: Hash,
    recipients: Type.Array(
      Type.Object(
        {
          key: Type.String({ minLength: 1, maxLength: 200 }),
          id: Type.String({ pattern: '^[0-9a-f]{8}$' }),
          kem: Type.Union([Type.Literal('x25519'), Type.Literal('x-wing'), Type.Literal('shared')]),
          enc: Bytes,
          wrapped: Bytes,
        },
        closed,
      ),
      { minItems: 1, maxItems: RECIPIENTS_LIMIT },
    ),
    size: Type.Integer({ minimum: 0 }),
  },
  closed,
);
const headShape = shape(HeadShape, 'envelope-invalid');
const ENC_SIZE = { 'x25519': 32, 'x-wing': 1120, 'shared': 12 } as const;

/** What an envelope says of itself. */
export interface Head {
  /** What it belongs to: see about.ts. */
  readonly about: string;
  /** SHA-256("servanda/content-key/v1", 0x00, key): one content for all recipients, whoever sealed it. */
  readonly commits: string;
  readonly recipients: readonly Wrapped[];
  /** How many bytes are sealed: a class of padding.ts. */
  readonly size: number;
}

/** What is bound to every wrapped key: all of the head but the wrapped keys themselves. */
function boundTo(
  head: Omit<Head, 'recipients'>,
  recipients: readonly Pick<Wrapped, 'key' | 'id' | 'kem'>[],
): Uint8Array {
  const names = recipients.map(({ key, id, kem }) => ({ key, id, kem }));
  return utf8(`${ENVELOPE_PREFIX}${encode({ ...head, recipients: names } as unknown as Json)}`);
}

function commitmentTo(key: Uint8Array): string {
  return base64url(sha256(concat(utf8('servanda/content-key/v1\0'), key)));
}

function formatHead({ recipients, ...head }: Head): Uint8Array {
  const list = recipients.map((one) => ({ ...one, enc: base64(one.enc), wrapped: base64(one.wrapped) }));
  return utf8(`${ENVELOPE_PREFIX}${encode({ ...head, recipients: list } as unknown as Json)}\n`);
}

/** Of chunk `n`: 11 bytes of its number, big-endian, and 1 where it is the last: none can be cut off or moved. */
export function nonceOf(n: number, isLast: boolean): Uint8Array<ArrayBuffer> {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setUint32(7, n);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** Bytes of an envelope whose head has `head` bytes. */
export function envelopeSize(head: number, size: number): number {
  return head + size + Math.ceil(size / CHUNK) * TAG_SIZE;
}

/** What is sealed, to whom, and what it belongs to. `length` is that of the content, which comes as it is read. */
export interface Sealing {
  readonly about: string;
  readonly recipients: readonly Recipient[];
  readonly length: number;
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

async function* padded({ content, length }: Sealing): AsyncGenerator<Uint8Array> {
  const { before, zeros } = paddingOf(length);
  yield before;
  let given = 0;
  for await (const piece of content) {
    given += piece.length;
    yield piece;
  }
  if (given !== length) throw new Error(`envelope: ${given} bytes were given as ${length}`);
  for (let left = zeros; left > 0; left -= ZEROS) yield new Uint8Array(Math.min(left, ZEROS));
}

/**
 * Seals a content, in constant memory. An envelope is two lines and then bytes:
 *
 *     servanda/envelope/v1
 *     {"about":"lvN1...","commits":"7Yx0...","recipients":[{"enc":"...","id":"1c0ffee5","kem":"x-wing",
 *       "key":"al:mefa/seal-2026-1","wrapped":"..."}],"size":1024}
 *
 * the second is canonical JSON on one line, binary in base64. `wrapped` is a key of 32 bytes under HPKE (RFC 9180; mode
 * base, DHKEM(X25519, HKDF-SHA256) or X-Wing, HKDF-SHA256, AES-256-GCM, info "servanda/envelope/v1"), or, where kem is
 * `shared`, under AES-256-GCM by a secret both ends hold, `enc` its nonce; associated data is the first line, newline,
 * and the second without `enc` and `wrapped`. What follows are chunks of 65,536 bytes under AES-256-GCM by that key, a
 * tag of 16 bytes after each; nonce 11 bytes of its number, big-endian, and 1 for the last chunk, else 0; associated
 * data SHA-256 of both lines with their newlines. The chunks together hold the length of the content in 8 bytes,
 * big-endian, the content, and zeros up to `size`. A later form has another first line; read only this one.
 */
export async function* sealStream(means: Means, sealing: Sealing): AsyncGenerator<Uint8Array> {
  const { about, recipients, length } = sealing;
  const { subtle, random } = means;
  const contentKey = random(KEY_SIZE);
  const base = { about, commits: commitmentTo(contentKey), size: classOf(length) };
  const bound = boundTo(base, recipients.map(named));
  const wrapped: Wrapped[] = [];
  for (const recipient of recipients) wrapped.push(await wrap(means, recipient, contentKey, bound));
  const head = formatHead({ ...base, recipients: wrapped });
  yield head;
  const key = await subtle.importKey('raw', own(contentKey), 'AES-GCM', false, ['encrypt']);
  const additionalData = own(sha256(head));
  const last = Math.ceil(base.size / CHUNK) - 1;
  let n = 0;
  for await (const chunk of inChunks(padded(sealing), CHUNK)) {
    yield new Uint8Array(
      await subtle.encrypt({ name: 'AES-GCM', iv: nonceOf(n, n === last), additionalData }, key, own(chunk)),
    );
    n += 1;
  }
}

/** Seals a content held in memory. */
export async function seal(
  means: Means,
  { content, ...rest }: Omit<Sealing, 'length' | 'content'> & { readonly content: Uint8Array },
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of sealStream(means, { ...rest, length: content.length, content: [content] })) {
    pieces.push(piece);
  }
  return concat(...pieces);
}

/** The head of an envelope, and how many bytes it takes; `envelope-invalid` where the bytes begin as none. */
export function readHead(bytes: Uint8Array): { readonly head: Head; readonly length: number } {
  const start = utf8(ENVELOPE_PREFIX);
  if (!sameBytes(bytes.subarray(0, start.length), start)) throw refuse('envelope-invalid', 'It begins as none.');
  const end = bytes.indexOf(10, start.length);
  const line = end < 0 || end > HEAD_LIMIT ? undefined : fromUtf8(bytes.subarray(start.length, end));
  if (line === undefined) throw refuse('envelope-invalid', 'Its head cannot be read.');
  const read = headShape(decode(line));
  const recipients = read.recipients.map((one) => {
    const [enc, wrapped] = [fromBase64(one.enc), fromBase64(one.wrapped)];
    if (enc?.length !== ENC_SIZE[one.kem] || wrapped?.length !== KEY_SIZE + TAG_SIZE) {
      throw refuse('envelope-invalid', `Its key for ${one.key} has another size.`);
    }
    return { ...one, enc, wrapped };
  });
  if (!isClass(read.size)) throw refuse('envelope-invalid', `It says that ${read.size} bytes are sealed.`);
  if (new Set(recipients.map(({ key }) => key)).size < recipients.length) {
    throw refuse('envelope-invalid', 'A recipient stands twice in it.');
  }
  return { head: { ...read, recipients }, length: end + 1 };
}

/** The head of a whole envelope in memory, of exactly the bytes that it says. What is in it is not looked at. */
export function readEnvelope(bytes: Uint8Array): Head {
  const { head, length } = readHead(bytes);
  return requireSize(head, length, bytes.length);
}

/** `envelope-invalid` unless an envelope with that head, of `length` bytes, has `total` bytes. */
export function requireSize(head: Head, length: number, total: number): Head {
  if (envelopeSize(length, head.size) !== total) throw refuse('envelope-invalid', `It has ${total} bytes.`);
  return head;
}

/** The beginning of a stream, as far as its second line ends: and whatever came with it. */
async function beginning(stream: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let held: Uint8Array = new Uint8Array();
  for (;;) {
    const newline = held.indexOf(10, ENVELOPE_PREFIX.length);
    if (newline >= 0 || held.length > HEAD_LIMIT) return held;
    const next = await stream.next();
    if (next.done === true) return held;
    held = concat(held, next.value);
  }
}

async function* rest(first: Uint8Array, stream: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (;;) {
    const next = await stream.next();
    if (next.done === true) return;
    yield next.value;
  }
}

/**
 * Opens an envelope as it comes, in constant memory. `about` is what it must belong to. What was given out before it
 * throws is authentic and incomplete: `envelope-invalid` where it was sealed to others, belongs to something else, was
 * cut off, or changed by so much as a bit.
 */
export async function* openStream(
  means: Pick<Means, 'subtle'>,
  opener: Opener,
  about: string,
  envelope: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const stream = envelope[Symbol.asyncIterator]();
  const begun = await beginning(stream);
  const { head, length } = readHead(begun);
  const additionalData = own(sha256(begun.subarray(0, length)));
  if (head.about !== about) throw refuse('envelope-invalid', `It is about ${head.about} and not ${about}.`);
  const wrapped = head.recipients.find((one) => isFor(one, opener));
  if (wrapped === undefined) throw refuse('envelope-invalid', 'It is sealed to others.');
  const { recipients, ...base } = head;
  const contentKey = await unwrap(means, wrapped, opener, boundTo(base, recipients));
  if (commitmentTo(contentKey) !== head.commits) throw refuse('envelope-invalid', 'Its key is not the one for all.');
  const key = await means.subtle.importKey('raw', own(contentKey), 'AES-GCM', false, ['decrypt']);
  const chunks = inChunks(rest(begun.subarray(length), stream), CHUNK + TAG_SIZE);
  yield* unpadded(opened(means, key, additionalData, chunks, head), head);
}

async function* opened(
  { subtle }: Pick<Means, 'subtle'>,
  key: CryptoKey,
  additionalData: Uint8Array<ArrayBuffer>,
  chunks: AsyncIterable<Uint8Array>,
  { size }: Head,
): AsyncGenerator<Uint8Array> {
  const last = Math.ceil(size / CHUNK) - 1;
  let n = 0;
  for await (const chunk of chunks) {
    if (n > last) throw refuse('envelope-invalid', 'Something follows its last chunk.');
    let plain: ArrayBuffer;
    try {
      const how = { name: 'AES-GCM', iv: nonceOf(n, n === last), additionalData };
      plain = await subtle.decrypt(how, key, own(chunk));
    } catch (cause) {
      if ((cause as { name?: string }).name !== 'OperationError') throw cause;
      throw refuse('envelope-invalid', `Its chunk ${n} does not open.`);
    }
    yield new Uint8Array(plain);
    n += 1;
  }
  if (n !== last + 1) throw refuse('envelope-invalid', `It ends after ${n} chunks of ${last + 1}.`);
}

/** What is sealed without its length and its padding, which must be zeros. */
async function* unpadded(chunks: AsyncIterable<Uint8Array>, { size }: Head): AsyncGenerator<Uint8Array> {
  let at = 0;
  let end = 0;
  for await (const chunk of chunks) {
    if (at === 0) end = LENGTH_SIZE + lengthIn(chunk.subarray(0, LENGTH_SIZE), size);
    const from = at === 0 ? LENGTH_SIZE : 0;
    const to = Math.max(from, Math.min(chunk.length, end - at));
    if (chunk.subarray(to).some((byte) => byte !== 0)) throw refuse('envelope-invalid', 'Its padding is not zeros.');
    if (to > from) yield chunk.subarray(from, to);
    at += chunk.length;
  }
  if (at !== size) throw refuse('envelope-invalid', `It holds ${at} bytes of ${size}.`);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/** Opens an envelope held in memory. */
export async function open(
  means: Pick<Means, 'subtle'>,
  opener: Opener,
  about: string,
  envelope: Uint8Array,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of openStream(means, opener, about, once(envelope))) pieces.push(piece);
  return concat(...pieces);
}

/** Whether bytes begin as an envelope does. */
export function isEnvelope(bytes: Uint8Array): boolean {
  const start = utf8(ENVELOPE_PREFIX);
  return sameBytes(bytes.subarray(0, start.length), start);
}
