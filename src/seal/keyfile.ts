// The key file of a body: the secret half of its seal key under a passphrase, which no server is ever given.
import { scryptAsync } from '@noble/hashes/scrypt.js';
import Type from 'typebox';
import { base64, fromBase64, utf8 } from '../act/bytes.ts';
import { refuse } from '../act/refusal.ts';
import { formatSealKey } from '../act/sealkey.ts';
import { shape } from '../act/shape.ts';
import { KEY_SIZE, type Means, openingKey, type OpeningKey, own } from './wrap.ts';

const FORMAT = 'servanda/body-key/v1';
/** RFC 7914; 128 MiB and about a second. Written into the file, so that a later default leaves old files open. */
const COST = { N: 131_072, r: 8, p: 1 } as const;
/** Letters of a passphrase, at least and at most. */
export const PASSPHRASE = { least: 12, most: 1024 } as const;
/** Characters of a key file, at most. */
export const KEY_FILE_LIMIT = 16_384;

const Bytes = Type.String({ pattern: '^[A-Za-z0-9+/]+={0,2}$', maxLength: 256 });
const closed = { additionalProperties: false } as const;
const FileShape = Type.Object(
  {
    format: Type.Literal(FORMAT),
    /** The written public key: what is admitted by act. */
    public: Type.String({ maxLength: 4096 }),
    kdf: Type.Object(
      {
        name: Type.Literal('scrypt'),
        // What a file may ask of this machine: at most 1 GiB.
        N: Type.Integer({ minimum: 16_384, maximum: 1_048_576 }),
        r: Type.Literal(8),
        p: Type.Integer({ minimum: 1, maximum: 4 }),
        salt: Bytes,
      },
      closed,
    ),
    nonce: Bytes,
    bytes: Bytes,
  },
  closed,
);
type KeyFile = Type.Static<typeof FileShape>;
const fileShape = shape(FileShape, 'key-damaged');

async function derive(subtle: SubtleCrypto, passphrase: string, { N, r, p, salt }: KeyFile['kdf'], use: KeyUsage) {
  // Two keyboards write one letter in two ways; NFC makes them one.
  const secret = utf8(passphrase.normalize('NFC'));
  const made = await scryptAsync(secret, fromBase64(salt) ?? new Uint8Array(), { N, r, p, dkLen: KEY_SIZE });
  return await subtle.importKey('raw', own(made), 'AES-GCM', false, [use]);
}

/** What is bound to the secret: a file with another public key, or a cheaper derivation, does not open. */
const boundTo = ({ kdf }: Pick<KeyFile, 'kdf'>, written: string): Uint8Array<ArrayBuffer> =>
  own(utf8(`${FORMAT}\n${written}\n${kdf.name} ${kdf.N} ${kdf.r} ${kdf.p} ${kdf.salt}\n`));

/**
 * Writes a key file, one line of JSON, binary in base64:
 *
 *     {"format":"servanda/body-key/v1","public":"ua:mfa/seal-2026-1+...","kdf":{"name":"scrypt","N","r","p","salt"},
 *      "nonce":"...","bytes":"..."}
 *
 * `bytes` is the X-Wing seed of 32 bytes under AES-256-GCM by the key that scrypt makes of the passphrase (NFC, UTF-8);
 * associated data is the format, newline, the written public key, newline, the five values of the kdf with spaces
 * between, newline. A later form gets a new name; read only this one. `passphrase-wrong` where it is too short.
 */
export async function formatKeyFile(means: Means, opener: OpeningKey, passphrase: string): Promise<string> {
  const { least, most } = PASSPHRASE;
  if (passphrase.length < least || passphrase.length > most) {
    throw refuse('passphrase-wrong', `Setting a passphrase of ${passphrase.length} letters; it has ${least} or more.`);
  }
  const kdf = { name: 'scrypt', ...COST, salt: base64(means.random(16)) } as const;
  const written = formatSealKey(opener.key);
  const nonce = means.random(12);
  const key = await derive(means.subtle, passphrase, kdf, 'encrypt');
  const how = { name: 'AES-GCM', iv: own(nonce), additionalData: boundTo({ kdf }, written) };
  const bytes = new Uint8Array(await means.subtle.encrypt(how, key, own(opener.secret)));
  const file: KeyFile = { format: FORMAT, public: written, kdf, nonce: base64(nonce), bytes: base64(bytes) };
  return `${JSON.stringify(file)}\n`;
}

function parse(text: string): KeyFile {
  try {
    return fileShape(JSON.parse(text.slice(0, KEY_FILE_LIMIT)) as unknown);
  } catch {
    // Without its cause: what a parser complains of quotes what it read.
    throw refuse('key-damaged', 'Reading a key file, which is none.');
  }
}

/** The written public key of a key file. `key-damaged`. */
export function publicIn(text: string): string {
  return parse(text).public;
}

/** Opens a key file. `key-damaged`, `passphrase-wrong`. */
export async function openKeyFile(
  { subtle }: Pick<Means, 'subtle'>,
  text: string,
  passphrase: string,
): Promise<OpeningKey> {
  const file = parse(text);
  if (!Number.isInteger(Math.log2(file.kdf.N))) throw refuse('key-damaged', 'Reading a key file of another cost.');
  const key = await derive(subtle, passphrase, file.kdf, 'decrypt');
  const iv = own(fromBase64(file.nonce) ?? new Uint8Array());
  const sealed = own(fromBase64(file.bytes) ?? new Uint8Array());
  let secret: Uint8Array;
  try {
    const how = { name: 'AES-GCM', iv, additionalData: boundTo(file, file.public) };
    secret = new Uint8Array(await subtle.decrypt(how, key, sealed));
  } catch {
    throw refuse('passphrase-wrong', 'Opening a key file.');
  }
  const opener = await openingKey(file.public.slice(0, file.public.indexOf('+')), 'x-wing', secret);
  if (formatSealKey(opener.key) !== file.public) throw refuse('key-damaged', 'Reading a key file of another key.');
  return opener;
}
