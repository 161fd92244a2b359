// The keys of a node: made once, kept on its disk, used to sign; and the one function that verifies.
import {
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  randomBytes,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { base64, fromBase64 } from '../act/bytes.ts';
import {
  formatKey,
  parseKey,
  type PublicKey,
  publicKey,
  SIGNATURE_TYPE,
  type SignatureType,
  type Signer,
  type Verification,
} from '../act/key.ts';

// RFC 8410: the fixed DER before a raw Ed25519 seed (PKCS #8) and before a raw public key (SubjectPublicKeyInfo).
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
// RFC 9881: the same for ML-DSA-44, whose private key is written as its seed alone.
const ML_DSA_44_PKCS8 = Buffer.from('3034020100300b060960864801650304031104228020', 'hex');
const ML_DSA_44_SPKI = Buffer.from('30820532300b06096086480165030403110382052100', 'hex');

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

function signerOf(name: string, type: SignatureType, seed: Uint8Array): Signer {
  const [pkcs8, spki] = type === SIGNATURE_TYPE.mlDsa44 ? [ML_DSA_44_PKCS8, ML_DSA_44_SPKI] : [PKCS8, SPKI];
  const object = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
  const raw = createPublicKey(object).export({ format: 'der', type: 'spki' }).subarray(spki.length);
  return { key: publicKey(name, type, new Uint8Array(raw)), sign: (message) => signBytes(null, message, object) };
}

/** The keys on a node's disk, by name. */
export interface KeyRing {
  readonly signer: (name: string) => Signer | undefined;
  readonly names: () => readonly string[];
  /** Makes a key of that name, durable before it is returned; the existing one where there is one. */
  readonly make: (name: string, type: SignatureType) => Promise<Signer>;
}

const fileOf = (name: string): string => `${Buffer.from(name, 'utf8').toString('base64url')}.json`;

interface KeyFile {
  readonly name: string;
  readonly type: SignatureType;
  readonly seed: string;
  readonly public: string;
}

/** Opens the ring in `folder` (mode 0700; each key its own file, mode 0600, replaced never). */
export async function openKeys(folder: string): Promise<KeyRing> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const signers = new Map<string, Signer>();
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.json'))) {
    const kept = JSON.parse(await readFile(join(folder, file), 'utf8')) as KeyFile;
    const seed = fromBase64(kept.seed);
    if (seed === undefined) throw new Error(`keys: ${join(folder, file)} holds no seed`);
    const signer = signerOf(kept.name, kept.type, seed);
    if (formatKey(signer.key) !== kept.public) throw new Error(`keys: ${join(folder, file)} does not match itself`);
    signers.set(kept.name, signer);
  }
  return {
    signer: (name) => signers.get(name),
    names: () => [...signers.keys()].sort(),
    make: async (name, type) => {
      const existing = signers.get(name);
      if (existing !== undefined) return existing;
      const seed = randomBytes(32);
      const signer = signerOf(name, type, seed);
      const kept: KeyFile = { name, type, seed: base64(seed), public: formatKey(signer.key) };
      const path = join(folder, fileOf(name));
      // Written beside and moved in: a key half written is no key.
      await writeFile(`${path}.new`, `${JSON.stringify(kept)}\n`, { mode: 0o600, flush: true });
      await chmod(`${path}.new`, 0o600);
      await rename(`${path}.new`, path);
      signers.set(name, signer);
      return signer;
    },
  };
}

/** The names under which a node's keys sign. `origin` is that of its own log. */
export function keyNames(side: string, host: string, origin: string): Readonly<Record<NodeKey, string>> {
  const [witness, mirror] = [`${host}/witness`, `${host}/mirror`];
  const second = (name: string): string => `${name}/ml-dsa-44`;
  return {
    root: `${side}:root/1`,
    log: origin,
    witness,
    mirror,
    'witness-ml-dsa-44': second(witness),
    'mirror-ml-dsa-44': second(mirror),
  };
}

export type NodeKey = 'root' | 'log' | 'witness' | 'mirror' | 'witness-ml-dsa-44' | 'mirror-ml-dsa-44';

/** The signature type of each key of a node: checkpoints and acts are plain, cosignatures carry their time. */
export const NODE_KEY_TYPE: Readonly<Record<NodeKey, SignatureType>> = {
  'root': SIGNATURE_TYPE.ed25519,
  'log': SIGNATURE_TYPE.ed25519,
  'witness': SIGNATURE_TYPE.cosignature,
  'mirror': SIGNATURE_TYPE.cosignature,
  'witness-ml-dsa-44': SIGNATURE_TYPE.mlDsa44,
  'mirror-ml-dsa-44': SIGNATURE_TYPE.mlDsa44,
};

/** Makes the keys of a node where they are not made yet. */
export async function nodeKeys(
  ring: KeyRing,
  names: Readonly<Record<NodeKey, string>>,
): Promise<Readonly<Record<NodeKey, Signer>>> {
  const make = (use: NodeKey): Promise<Signer> => ring.make(names[use], NODE_KEY_TYPE[use]);
  return {
    root: await make('root'),
    log: await make('log'),
    witness: await make('witness'),
    mirror: await make('mirror'),
    'witness-ml-dsa-44': await make('witness-ml-dsa-44'),
    'mirror-ml-dsa-44': await make('mirror-ml-dsa-44'),
  };
}
