// A large file sealed in chunks of its own, by a key that one part of its act names: opened in order, whole, or not.
import { sha256 } from '@noble/hashes/sha2.js';
import { base64, fromBase64, hex, utf8 } from '../act/bytes.ts';
import { FILE_CHUNK, FILE_LIMIT, type FileTold, type LargeFile, type NamedChunk, sealedIn } from '../act/file.ts';
import { refuse } from '../act/refusal.ts';
import { nonceOf } from './envelope.ts';
import { fileClassOf, inChunks } from './padding.ts';
import { KEY_SIZE, type Means, own } from './wrap.ts';

const BOUND = utf8('servanda/file/v1\n');

/** SHA-256 as its bytes come; a platform has a faster one than ours. */
export interface Hashing {
  readonly update: (bytes: Uint8Array) => unknown;
  readonly digest: () => Uint8Array;
}
export type NewHash = () => Hashing;
const OURS: NewHash = () => sha256.create();

/** What is sealed, and where each chunk goes as soon as it is: in order, the next one only once the last was taken. */
export interface FileSealing {
  readonly name: string;
  readonly type: string;
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  readonly put: (chunk: Uint8Array, named: NamedChunk) => Promise<void>;
  readonly newHash?: NewHash;
}

interface Seen {
  size: number;
}

/** The content as it comes, hashed and counted on the way, and zeros up to its class after it. */
async function* padded(
  content: FileSealing['content'],
  hash: Hashing,
  seen: Seen,
): AsyncGenerator<Uint8Array> {
  for await (const piece of content) {
    seen.size += piece.length;
    if (seen.size > FILE_LIMIT) throw refuse('delivery-too-large', `A file of more than ${FILE_LIMIT} bytes.`);
    hash.update(piece);
    yield piece;
  }
  const zeros = fileClassOf(seen.size) - seen.size;
  for (let left = zeros; left > 0; left -= FILE_CHUNK) yield new Uint8Array(Math.min(left, FILE_CHUNK));
}

/** Each with whether it is the last: so one is held back until the next has come. */
async function* withLast(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly [Uint8Array, boolean]> {
  let held: Uint8Array | undefined;
  for await (const chunk of chunks) {
    if (held !== undefined) yield [held, false];
    held = chunk;
  }
  if (held !== undefined) yield [held, true];
}

/**
 * Seals a file as it comes, in constant memory: its length need not be known. A fresh key of 32 bytes; the content and
 * zeros up to a class of padding.ts in chunks of 1 MiB, the last of what is left, each under AES-256-GCM with a tag of
 * 16 bytes behind it; nonce 11 bytes of its number, big-endian, and 1 for the last, else 0, so that none can be moved,
 * cut off or put behind; associated data "servanda/file/v1" and a newline. `delivery-too-large` beyond 2 GiB.
 */
export async function sealFile({ subtle, random }: Means, sealing: FileSealing): Promise<LargeFile> {
  const { name, type, content, put, newHash = OURS } = sealing;
  const secret = random(KEY_SIZE);
  const key = await subtle.importKey('raw', own(secret), 'AES-GCM', false, ['encrypt']);
  const hash = newHash();
  const seen: Seen = { size: 0 };
  const chunks: NamedChunk[] = [];
  for await (const [plain, isLast] of withLast(inChunks(padded(content, hash, seen), FILE_CHUNK))) {
    const how = { name: 'AES-GCM', iv: nonceOf(chunks.length, isLast), additionalData: own(BOUND) };
    const chunk = new Uint8Array(await subtle.encrypt(how, key, own(plain)));
    const named = { sha256: hex(new Uint8Array(await subtle.digest('SHA-256', chunk))), length: chunk.length };
    await put(chunk, named);
    chunks.push(named);
  }
  const whole = hex(hash.digest());
  return { file: { name, type, size: seen.size, key: base64(secret), sha256: whole }, chunks };
}

/** `envelope-invalid` unless so many bytes are sealed in the chunks as a file of that size is padded to. */
export function requireFileSize({ size }: Pick<FileTold, 'size'>, chunks: readonly NamedChunk[]): void {
  if (sealedIn(chunks) === fileClassOf(size)) return;
  throw refuse('envelope-invalid', `A file of ${size} bytes is sealed in ${sealedIn(chunks)}.`);
}

/** What is opened: `chunk` gives each as it is asked for, in order. */
export interface FileOpening extends LargeFile {
  readonly chunk: (named: NamedChunk, n: number) => Promise<Uint8Array>;
  readonly newHash?: NewHash;
}

/**
 * Opens a file chunk by chunk, in constant memory. What was given out before it throws is authentic and incomplete:
 * `envelope-invalid` where a chunk is another, stands elsewhere, is missing, or was changed by so much as a bit.
 */
export async function* openFile({ subtle }: Pick<Means, 'subtle'>, opening: FileOpening): AsyncGenerator<Uint8Array> {
  const { file, chunks, newHash = OURS } = opening;
  requireFileSize(file, chunks);
  const secret = fromBase64(file.key) ?? new Uint8Array();
  const key = await subtle.importKey('raw', own(secret), 'AES-GCM', false, ['decrypt']);
  const hash = newHash();
  let left = file.size;
  for (const [n, named] of chunks.entries()) {
    const sealed = await opening.chunk(named, n);
    const how = { name: 'AES-GCM', iv: nonceOf(n, n === chunks.length - 1), additionalData: own(BOUND) };
    let plain: Uint8Array;
    try {
      plain = new Uint8Array(await subtle.decrypt(how, key, own(sealed)));
    } catch (cause) {
      if ((cause as { name?: string }).name !== 'OperationError') throw cause;
      throw refuse('envelope-invalid', `Chunk ${n} of a file does not open.`);
    }
    const piece = plain.subarray(0, Math.min(plain.length, left));
    if (plain.subarray(piece.length).some((byte) => byte !== 0)) {
      throw refuse('envelope-invalid', 'The padding of a file is not zeros.');
    }
    left -= piece.length;
    hash.update(piece);
    if (piece.length > 0) yield piece;
  }
  if (left !== 0 || hex(hash.digest()) !== file.sha256) {
    throw refuse('envelope-invalid', 'A file is not the one that its act names.');
  }
}
