// A large file of an act: the part that names its chunks, which every node can read, and the part that opens them.
import Type from 'typebox';
import { fromUtf8, utf8 } from './bytes.ts';
import { decode, encode, type Json } from './canonical.ts';
import { CHUNKS_PART, FILE_PART } from './part.ts';
import { type RefusalCode, refuse } from './refusal.ts';
import { shape } from './shape.ts';

/** Bytes of a file, at most: 2 GiB. */
export const FILE_LIMIT = 2 ** 31;
/** Bytes of a file in one chunk, each followed by a tag of 16; the last chunk may be shorter. */
export const FILE_CHUNK = 1024 * 1024;
const CHUNK_TAG = 16;
/** Bytes of a sealed chunk, at most. */
export const CHUNK_LIMIT = FILE_CHUNK + CHUNK_TAG;
/** Chunks of one file, at most. */
export const CHUNKS_LIMIT = FILE_LIMIT / FILE_CHUNK;
/** Characters of a file's name, and of its media type, at most. */
export const FILE_NAME_LIMIT = 200;
const TYPE_LIMIT = 100;

const closed = { additionalProperties: false } as const;
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });
const ChunksShape = Type.Object(
  {
    version: Type.Literal(1),
    chunks: Type.Array(
      Type.Object({ sha256: Hash, length: Type.Integer({ minimum: CHUNK_TAG + 1, maximum: CHUNK_LIMIT }) }, closed),
      { minItems: 1, maxItems: CHUNKS_LIMIT },
    ),
  },
  closed,
);
const FileShape = Type.Object(
  {
    version: Type.Literal(1),
    name: Type.String({ minLength: 1, maxLength: FILE_NAME_LIMIT }),
    type: Type.String({ pattern: '^[a-z0-9][a-z0-9.+-]*/[a-z0-9][a-z0-9.+-]*$', maxLength: TYPE_LIMIT }),
    size: Type.Integer({ minimum: 0, maximum: FILE_LIMIT }),
    key: Type.String({ pattern: '^[A-Za-z0-9+/]{43}=$' }),
    sha256: Hash,
  },
  closed,
);
const chunksShape = shape(ChunksShape, 'body-malformed');
const fileShape = shape(FileShape, 'body-malformed');

/** A sealed chunk by the SHA-256 of its bytes, in hexadecimal, and how many these are with their tag. */
export type NamedChunk = Type.Static<typeof ChunksShape>['chunks'][number];

/** What opens a file: `size` and `sha256` are those of its own bytes, `key` is AES-256 in base64. */
export type FileTold = Omit<Type.Static<typeof FileShape>, 'version'>;

/** A file as an act carries it. */
export interface LargeFile {
  readonly file: FileTold;
  readonly chunks: readonly NamedChunk[];
}

function read(part: string, bytes: Uint8Array, code: RefusalCode): Json {
  const text = fromUtf8(bytes);
  if (text === undefined) throw refuse(code, `The part ${part} is not UTF-8.`);
  return decode(text);
}

/** `{"chunks":[{"length":1048592,"sha256":"5f3a…"},…],"version":1}`, in order; all but the last are of full length. */
export function formatChunks(chunks: readonly NamedChunk[]): Uint8Array {
  return utf8(encode({ version: 1, chunks: chunks.map(({ sha256, length }) => ({ sha256, length })) }));
}

/** The chunks that a part names: `not-canonical`, `body-malformed`. */
export function readChunks(bytes: Uint8Array): readonly NamedChunk[] {
  const { chunks } = chunksShape(read(CHUNKS_PART, bytes, 'body-malformed'));
  const short = chunks.findIndex(({ length }, i) => i < chunks.length - 1 && length !== CHUNK_LIMIT);
  if (short >= 0) throw refuse('body-malformed', `Chunk ${short} is shorter than those before the last are.`);
  return chunks;
}

/** How many bytes the chunks hold without their tags: what was sealed, with its padding. */
export function sealedIn(chunks: readonly NamedChunk[]): number {
  return chunks.reduce((sum, { length }) => sum + length - CHUNK_TAG, 0);
}

/** `{"key":"…","name":"photo.jpg","sha256":"…","size":73400320,"type":"image/jpeg","version":1}`. */
export function formatFile(file: FileTold): Uint8Array {
  const { name, type, size, key, sha256 } = file;
  return utf8(encode({ version: 1, name, type, size, key, sha256 }));
}

/** What a part says of a file: `not-canonical`, `body-malformed`. */
export function readFile(bytes: Uint8Array): FileTold {
  const { version: _version, ...told } = fileShape(read(FILE_PART, bytes, 'body-malformed'));
  return told;
}

/** The name that a file is given in an act: the last step of what was sent, as one line, never empty. */
export function fileName(sent: string): string {
  const last = sent.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const line = last.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '').trim();
  return Array.from(line).slice(0, FILE_NAME_LIMIT / 2).join('') || 'file';
}

/** The media type that was named for a file, where it reads as one; it is offered as nothing but bytes all the same. */
export function fileType(named: string): string {
  const type = named.split(';')[0]?.trim().toLowerCase() ?? '';
  const isType = type.length <= TYPE_LIMIT && /^[a-z0-9][a-z0-9.+-]*\/[a-z0-9][a-z0-9.+-]*$/.test(type);
  return isType ? type : 'application/octet-stream';
}
