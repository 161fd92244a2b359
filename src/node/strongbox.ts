// The strongbox of a home: its private files, each as it is or sealed by a key that a passphrase opens.
import { createCipheriv, createDecipheriv, randomBytes, scrypt, type ScryptOptions } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Type from 'typebox';
import { base64, fromBase64, utf8 } from '../act/bytes.ts';
import { refuse } from '../act/refusal.ts';
import { shape } from '../act/shape.ts';

/** Beside the keys: the key of the strongbox, sealed by the passphrase. Where it is absent the files are plain. */
export const SEAL_FILE = 'seal.json';
const SEAL = 'servanda/seal/v1';
const SEALED = 'servanda/sealed/v1';
const NONCE_SIZE = 12;
const TAG_SIZE = 16;
const KEY_SIZE = 32;
/** RFC 7914; 128 MiB and about half a second. Written with the seal, so that a later default leaves old seals open. */
const COST = { N: 131_072, r: 8, p: 1 } as const;
/** A passphrase shorter than this is refused when it is set; one longer than that is none. */
export const PASSPHRASE_LIMITS = { least: 12, most: 1024 } as const;

const Bytes = Type.String({ pattern: '^[A-Za-z0-9+/]+={0,2}$', maxLength: 65_536 });
const closed = { additionalProperties: false } as const;
const SealShape = Type.Object(
  {
    format: Type.Literal(SEAL),
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
type SealFile = Type.Static<typeof SealShape>;
const SealedShape = Type.Object(
  { format: Type.Literal(SEALED), name: Type.String({ minLength: 1, maxLength: 300 }), nonce: Bytes, bytes: Bytes },
  closed,
);
const sealShape = shape(SealShape, 'key-damaged');
const sealedShape = shape(SealedShape, 'key-damaged');

/**
 * Private files of one home. `name` is what a file is called inside the home, and is bound to its bytes: a file put in
 * the place of another does not open.
 */
export interface Strongbox {
  readonly sealed: boolean;
  /** The text of a private file; undefined where there is none. `key-damaged`, `keys-sealed`. */
  readonly read: (path: string, name: string) => Promise<string | undefined>;
  /** Writes it, mode 0600: a reader finds the old file or the new one, never half of either. */
  readonly write: (path: string, name: string, text: string) => Promise<void>;
}

/** Where the passphrase is asked for, when it is needed at all; undefined where nobody can say it. */
export type Unlock = () => Promise<string | undefined>;

/** The text of a file, or undefined where there is none. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if ((cause as { code?: string }).code === 'ENOENT') return undefined;
    throw cause;
  }
}

async function writePrivate(path: string, text: string): Promise<void> {
  // Written beside and moved in: a key half written is no key.
  await rm(`${path}.new`, { force: true });
  await writeFile(`${path}.new`, text, { mode: 0o600, flush: true });
  await rename(`${path}.new`, path);
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw refuse('key-damaged', `Reading ${path}, which is not JSON.`);
  }
}

const isSealed = (text: string): boolean => text.startsWith(`{"format":"${SEALED}"`);

/** AES-256-GCM. Gives nonce and ciphertext with its tag, in base64. `about` is bound to them. */
function seal(key: Uint8Array, about: string, bytes: Uint8Array): { readonly nonce: string; readonly bytes: string } {
  const nonce = randomBytes(NONCE_SIZE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(utf8(about));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  return { nonce: base64(nonce), bytes: base64(sealed) };
}

/** What `seal` sealed under the same key and about the same; undefined for anything else. */
function unseal(key: Uint8Array, about: string, at: { nonce: string; bytes: string }): Uint8Array | undefined {
  const nonce = fromBase64(at.nonce);
  const sealed = fromBase64(at.bytes);
  if (nonce?.length !== NONCE_SIZE || sealed === undefined || sealed.length < TAG_SIZE) return undefined;
  const split = sealed.length - TAG_SIZE;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_SIZE });
  decipher.setAAD(utf8(about)).setAuthTag(sealed.subarray(split));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, split)), decipher.final()]);
  } catch {
    return undefined;
  }
}

async function derive(passphrase: string, kdf: SealFile['kdf']): Promise<Uint8Array> {
  const { N, r, p } = kdf;
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r };
  const salt = fromBase64(kdf.salt) ?? new Uint8Array();
  // Two keyboards write one letter in two ways; NFC makes them one.
  const secret = utf8(passphrase.normalize('NFC'));
  return await new Promise((resolve, reject) => {
    scrypt(secret, salt, KEY_SIZE, options, (fault, key) => (fault === null ? resolve(key) : reject(fault)));
  });
}

const aboutSeal = (kdf: SealFile['kdf']): string =>
  `${SEAL}\n${kdf.name} ${kdf.N} ${kdf.r} ${kdf.p} ${kdf.salt}\n`;

async function writeSeal(folder: string, passphrase: string, key: Uint8Array): Promise<void> {
  const { least, most } = PASSPHRASE_LIMITS;
  if (passphrase.length < least || passphrase.length > most) {
    throw refuse('passphrase-wrong', `Setting a passphrase of ${passphrase.length} letters; it has ${least} or more.`);
  }
  const kdf = { name: 'scrypt', ...COST, salt: base64(randomBytes(16)) } as const;
  const sealed = seal(await derive(passphrase, kdf), aboutSeal(kdf), key);
  const file: SealFile = { format: SEAL, kdf, ...sealed };
  await writePrivate(join(folder, SEAL_FILE), `${JSON.stringify(file)}\n`);
}

async function openSeal(path: string, text: string, passphrase: string): Promise<Uint8Array> {
  const file = sealShape(parsed(path, text));
  if (!Number.isInteger(Math.log2(file.kdf.N))) throw refuse('key-damaged', `Reading ${path}: N is ${file.kdf.N}.`);
  const key = unseal(await derive(passphrase, file.kdf), aboutSeal(file.kdf), file);
  if (key?.length !== KEY_SIZE) throw refuse('passphrase-wrong', `Opening ${path}.`);
  return key;
}

const PLAIN: Strongbox = {
  sealed: false,
  read: async (path) => {
    const text = await readIfThere(path);
    if (text !== undefined && isSealed(text)) {
      throw refuse('key-damaged', `Reading ${path}, which is sealed, without ${SEAL_FILE} beside the keys.`);
    }
    return text;
  },
  write: async (path, _name, text) => await writePrivate(path, text),
};

function sealedBox(key: Uint8Array): Strongbox {
  const about = (name: string): string => `${SEALED}\n${name}\n`;
  return {
    sealed: true,
    read: async (path, name) => {
      const text = await readIfThere(path);
      if (text === undefined) return undefined;
      if (!isSealed(text)) {
        throw refuse('key-damaged', `Reading ${path}, plain among sealed files. servanda keys seal seals it as well.`);
      }
      const file = sealedShape(parsed(path, text));
      const bytes = file.name === name ? unseal(key, about(name), file) : undefined;
      if (bytes === undefined) throw refuse('key-damaged', `Opening ${path} as ${name}.`);
      return Buffer.from(bytes).toString('utf8');
    },
    write: async (path, name, text) => {
      const file = { format: SEALED, name, ...seal(key, about(name), utf8(text)) };
      await writePrivate(path, `${JSON.stringify(file)}\n`);
    },
  };
}

/**
 * Opens the strongbox whose seal lies in `folder`. Sealed files are written as
 *
 *     seal.json   {"format":"servanda/seal/v1","kdf":{"name":"scrypt","N","r","p","salt"},"nonce","bytes"}
 *     each file   {"format":"servanda/sealed/v1","name","nonce","bytes"}
 *
 * on one line, binary in base64. `bytes` is AES-256-GCM ciphertext with its 16-byte tag, `nonce` 12 bytes of chance.
 * The seal holds a 32-byte key under scrypt of the passphrase (NFC, UTF-8); its associated data is the format, newline,
 * the kdf's five values with spaces between, newline. A file is sealed by that key; its associated data is the format,
 * newline, name, newline. So a new passphrase replaces one file. A later format gets a new name; read only these.
 *
 * `keys-sealed` where there is a seal and no passphrase; `passphrase-wrong`; `key-damaged`.
 */
export async function openStrongbox(folder: string, unlock: Unlock): Promise<Strongbox> {
  const path = join(folder, SEAL_FILE);
  const text = await readIfThere(path);
  if (text === undefined) return PLAIN;
  const passphrase = await unlock();
  if (passphrase === undefined) throw refuse('keys-sealed', `Opening the keys in ${folder}.`);
  return sealedBox(await openSeal(path, text, passphrase));
}

/** Whether the files of that folder are sealed. */
export async function isSealedFolder(folder: string): Promise<boolean> {
  return (await readIfThere(join(folder, SEAL_FILE))) !== undefined;
}

/** Puts a seal where there is none; the files stay as they are until each is written again. */
export async function setSeal(folder: string, passphrase: string): Promise<Strongbox> {
  if (await isSealedFolder(folder)) return await openStrongbox(folder, async () => await Promise.resolve(passphrase));
  const key = randomBytes(KEY_SIZE);
  await writeSeal(folder, passphrase, key);
  return sealedBox(key);
}

/** Another passphrase from now on, in one step. Copies of the old seal open by the old one still. */
export async function changeSeal(folder: string, from: string, to: string): Promise<void> {
  const path = join(folder, SEAL_FILE);
  const text = await readIfThere(path);
  if (text === undefined) throw refuse('input-malformed', `The keys in ${folder} are not sealed.`);
  await writeSeal(folder, to, await openSeal(path, text, from));
}

/** A private file as plain text whatever its state: while a home is being sealed or unsealed both kinds stand there. */
export async function readEither(box: Strongbox, path: string, name: string): Promise<string | undefined> {
  const text = await readIfThere(path);
  return text === undefined || !isSealed(text) ? text : await box.read(path, name);
}

/** Takes the seal away: the last step, after every file was written plain by `plainBox`. */
export async function removeSeal(folder: string): Promise<void> {
  await rm(join(folder, SEAL_FILE), { force: true });
}

/** The strongbox that seals nothing. */
export function plainBox(): Strongbox {
  return PLAIN;
}
