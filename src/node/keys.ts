// The keys of a node: made once, kept in its strongbox, used to sign; and the one function that verifies.
import {
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  randomBytes,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import Type from 'typebox';
import { base64, fromBase64 } from '../act/bytes.ts';
import {
  formatKey,
  parseKey,
  type PublicKey,
  publicKey,
  SIGNATURE_TYPE,
  type SignatureType,
  type Signer,
  type SigningKey,
  type Verification,
} from '../act/key.ts';
import { Refusal, refuse } from '../act/refusal.ts';
import { shape } from '../act/shape.ts';
import { plainBox, SEAL_FILE, type Strongbox } from './strongbox.ts';

// RFC 8410: the fixed DER before a raw Ed25519 seed (PKCS #8) and before a raw public key (SubjectPublicKeyInfo).
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
// RFC 9881: the same for ML-DSA-44, whose private key is written as its seed alone.
const ML_DSA_44_PKCS8 = Buffer.from('3034020100300b060960864801650304031104228020', 'hex');
const ML_DSA_44_SPKI = Buffer.from('30820532300b06096086480165030403110382052100', 'hex');

/** The program that holds the keys instead, as token.ts reads it. */
export const TOKEN_FILE = 'token.json';
/** What lies among the keys and is none. */
const OTHERS: ReadonlySet<string> = new Set([SEAL_FILE, TOKEN_FILE]);

const verifiers = new WeakMap<Uint8Array, KeyObject>();

function verifierOf(spki: Buffer, key: Uint8Array): KeyObject {
  const known = verifiers.get(key);
  if (known !== undefined) return known;
  const object = createPublicKey({ key: Buffer.concat([spki, key]), format: 'der', type: 'spki' });
  verifiers.set(key, object);
  return object;
}

/** Ed25519 by the runtime (RFC 8032). Only admissible keys may reach it: see act/key.ts, publicKey. */
export function verifyEd25519(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  return verifyBytes(null, message, verifierOf(SPKI, key), signature);
}

/** The same on a thread of the runtime's pool: this one is free meanwhile. */
export async function verifyElsewhere(key: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const object = verifierOf(SPKI, key);
  return await new Promise((resolve, reject) => {
    verifyBytes(null, message, object, signature, (cause, good) => (cause === null ? resolve(good) : reject(cause)));
  });
}

/** ML-DSA-44 by the runtime (FIPS 204, empty context). */
export function verifyMlDsa44(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  return verifyBytes(null, message, verifierOf(ML_DSA_44_SPKI, key), signature);
}

/** Both, by name, as checkpoints are cosigned. */
export const VERIFICATION: Verification = { 'ed25519': verifyEd25519, 'ml-dsa-44': verifyMlDsa44 };

/** Written keys remembered, at most. */
const REMEMBERED = 10_000;

/** Reads written keys and remembers them: proving that a point may be admitted takes longer than a signature. */
export function keyReader(): (written: string) => PublicKey {
  const read = new Map<string, PublicKey>();
  return (written) => {
    const known = read.get(written);
    if (known !== undefined) return known;
    if (read.size >= REMEMBERED) read.clear();
    const key = parseKey(written);
    read.set(written, key);
    return key;
  };
}

/** A signer from its secret of 32 bytes. */
export function signerOf(name: string, type: SignatureType, seed: Uint8Array): Signer {
  const [pkcs8, spki] = type === SIGNATURE_TYPE.mlDsa44 ? [ML_DSA_44_PKCS8, ML_DSA_44_SPKI] : [PKCS8, SPKI];
  const object = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
  const raw = createPublicKey(object).export({ format: 'der', type: 'spki' }).subarray(spki.length);
  return { key: publicKey(name, type, new Uint8Array(raw)), sign: (message) => signBytes(null, message, object) };
}

/** The keys that a node signs with, by name, wherever they lie. */
export interface KeyRing {
  readonly signer: (name: string) => SigningKey | undefined;
  readonly names: () => readonly string[];
  /** Makes a key of that name, durable before it is returned; the existing one where there is one. */
  readonly make: (name: string, type: SignatureType) => Promise<SigningKey>;
  /** A key of that name, kept already or only in memory so far: `keep` makes it durable. */
  readonly fresh: (name: string, type: SignatureType) => Promise<SigningKey>;
  readonly keep: (name: string) => Promise<void>;
  /** Takes a key away, kept or not. */
  readonly drop: (name: string) => Promise<void>;
  /** Ends whatever the ring keeps running. */
  readonly close: () => void;
}

/** A ring whose keys are in memory. */
export interface DiskRing extends KeyRing {
  readonly signer: (name: string) => Signer | undefined;
  readonly make: (name: string, type: SignatureType) => Promise<Signer>;
}

/** What the file of a key is called in its folder. */
export const fileOf = (name: string): string => `${Buffer.from(name, 'utf8').toString('base64url')}.json`;

const KeyShape = Type.Object(
  { name: Type.String(), type: Type.Integer(), seed: Type.String(), public: Type.String() },
  { additionalProperties: false },
);
type KeyFile = Type.Static<typeof KeyShape>;
const keyShape = shape(KeyShape, 'key-damaged');

function readKey(path: string, text: string): Signer {
  let kept: KeyFile;
  try {
    kept = keyShape(JSON.parse(text) as unknown);
  } catch {
    // Without its cause: what a parser complains of quotes what it read.
    throw refuse('key-damaged', `Reading ${path}.`);
  }
  const seed = fromBase64(kept.seed);
  if (seed?.length !== 32) throw refuse('key-damaged', `Reading ${path}, which holds no seed.`);
  const signer = signerOf(kept.name, kept.type as SignatureType, seed);
  if (formatKey(signer.key) !== kept.public) throw refuse('key-damaged', `Reading ${path}, which is of another key.`);
  return signer;
}

/** What a key file of the ring is called inside the home. */
const boxed = (file: string): string => `keys/${file}`;

/** The key files in `folder`, by the names that the strongbox knows them by. */
export async function keyFiles(folder: string): Promise<readonly { readonly path: string; readonly name: string }[]> {
  const files = (await readdir(folder)).filter((name) => /^[A-Za-z0-9_-]+\.json$/.test(name) && !OTHERS.has(name));
  return files.sort().map((file) => ({ path: join(folder, file), name: boxed(file) }));
}

/** The secret of a key, for the ceremonies by which it is split and restored. */
export interface Secret {
  readonly name: string;
  readonly type: SignatureType;
  /** 32 bytes (RFC 8032, the private key). */
  readonly seed: Uint8Array;
}

/** Puts a key into the strongbox, durable before it is returned. */
export async function putKey(folder: string, box: Strongbox, { name, type, seed }: Secret): Promise<Signer> {
  const signer = signerOf(name, type, seed);
  const kept: KeyFile = { name, type, seed: base64(seed), public: formatKey(signer.key) };
  const file = fileOf(name);
  await box.write(join(folder, file), boxed(file), `${JSON.stringify(kept)}\n`);
  return signer;
}

/** Takes a key out of the strongbox, to be split; undefined where it is not there. */
export async function readSecret(folder: string, box: Strongbox, name: string): Promise<Secret | undefined> {
  const file = fileOf(name);
  const text = await box.read(join(folder, file), boxed(file));
  if (text === undefined) return undefined;
  const { key } = readKey(join(folder, file), text);
  return { name, type: key.type, seed: fromBase64((JSON.parse(text) as KeyFile).seed) ?? new Uint8Array() };
}

/** Takes the file of a key away. What the disk held of it may still be found there. */
export async function dropKey(folder: string, name: string): Promise<void> {
  await rm(join(folder, fileOf(name)), { force: true });
}

/** Opens the ring in `folder` (mode 0700; each key its own file in the strongbox, replaced never). `key-damaged`. */
export async function openKeys(folder: string, box: Strongbox = plainBox()): Promise<DiskRing> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const signers = new Map<string, Signer>();
  const fresh = new Map<string, Secret>();
  for (const { path, name } of await keyFiles(folder)) {
    const signer = readKey(path, (await box.read(path, name)) ?? '');
    signers.set(signer.key.name, signer);
  }
  return {
    signer: (name) => signers.get(name),
    names: () => [...signers.keys()].sort(),
    make: async (name, type) => {
      const existing = signers.get(name);
      if (existing !== undefined) return existing;
      const signer = await putKey(folder, box, { name, type, seed: randomBytes(32) });
      signers.set(name, signer);
      return signer;
    },
    fresh: async (name, type) => {
      const secret = fresh.get(name) ?? { name, type, seed: randomBytes(32) };
      const existing = signers.get(name);
      if (existing === undefined) fresh.set(name, secret);
      return await Promise.resolve(existing ?? signerOf(name, type, secret.seed));
    },
    keep: async (name) => {
      const secret = fresh.get(name);
      if (secret === undefined) return;
      signers.set(name, await putKey(folder, box, secret));
      fresh.delete(name);
    },
    drop: async (name) => {
      await dropKey(folder, name);
      signers.delete(name);
      fresh.delete(name);
    },
    close: () => undefined,
  };
}

/** The names under which a node's keys sign. `origin` is that of its own log; `generation` that of what cosigns. */
export function keyNames(
  side: string,
  host: string,
  origin: string,
  generation = 1,
): Readonly<Record<NodeKey | 'root', string>> {
  const after = generation === 1 ? '' : `/${generation}`;
  return { root: `${side}:root/1`, log: origin, witness: `${host}/witness${after}`, mirror: `${host}/mirror${after}` };
}

/** The refusal of a home whose card names a key that is not there; `anew` is what to do where it is lost for good. */
export function keyGone(path: string, anew: string): Refusal {
  const mend = `Restore it from the backup of the keys; where it is lost for good, ${anew}`;
  return refuse('key-missing', `${path} is not there, and the card of this node names what it holds. ${mend}.`);
}
/** Of a wire's key and of that of bundles: another is named by a card made anew. */
export const CARD_ANEW = 'servanda init --home DIR --card makes another, and a card to be pinned by the other side';

/** What a node itself signs with. The root of its side is not among them: it may lie anywhere. */
export type NodeKey = 'log' | 'witness' | 'mirror';

/** The signature type of each key of a node: checkpoints and acts are plain, cosignatures carry their time. */
export const NODE_KEY_TYPE: Readonly<Record<NodeKey, SignatureType>> = {
  log: SIGNATURE_TYPE.ed25519,
  witness: SIGNATURE_TYPE.cosignature,
  mirror: SIGNATURE_TYPE.cosignature,
};

/** Makes the keys of a node where they are not made yet. */
export async function nodeKeys(
  ring: KeyRing,
  names: Readonly<Record<NodeKey, string>>,
): Promise<Readonly<Record<NodeKey, SigningKey>>> {
  const make = (use: NodeKey): Promise<SigningKey> => ring.make(names[use], NODE_KEY_TYPE[use]);
  return {
    log: await make('log'),
    witness: await make('witness'),
    mirror: await make('mirror'),
  };
}

/** The keys of a node as it holds them; `key-missing` where one is not there: a new one would be nobody's. */
export function heldKeys(
  ring: KeyRing,
  names: Readonly<Record<NodeKey, string>>,
): Readonly<Record<NodeKey, SigningKey>> {
  const held = (use: NodeKey): SigningKey => {
    const key = ring.signer(names[use]);
    if (key === undefined) throw refuse('key-missing', `Opening a node, which signs by ${names[use]}.`);
    return key;
  };
  return { log: held('log'), witness: held('witness'), mirror: held('mirror') };
}

/** The second keys by which a node cosigns, ML-DSA-44, under the name of the first and `/ml-dsa-44`. */
export type SecondKeys = Readonly<Record<'witness' | 'mirror', SigningKey>>;

/** Makes the second keys where they are not made yet; none where a signing program that makes none holds the keys. */
export async function secondKeys(
  ring: KeyRing,
  names: Readonly<Record<'witness' | 'mirror', string>>,
): Promise<SecondKeys | undefined> {
  const make = async (use: 'witness' | 'mirror'): Promise<SigningKey> =>
    await ring.make(`${names[use]}/ml-dsa-44`, SIGNATURE_TYPE.mlDsa44);
  try {
    return { witness: await make('witness'), mirror: await make('mirror') };
  } catch (cause) {
    if (cause instanceof Refusal && cause.code === 'key-missing') return undefined;
    throw cause;
  }
}
