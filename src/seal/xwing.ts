// X-Wing as HPKE asks for it: X25519 beside ML-KEM-768, so that whoever opens it later has to break both.
import { DecapError, type KemInterface, type RecipientContextParams, type SenderContextParams } from '@hpke/core';
import { ml_kem768_x25519 as XWing } from '@noble/post-quantum/hybrid.js';

/** draft-connolly-cfrg-xwing-kem, section 6: the id of the KEM in HPKE, and its sizes in bytes. */
const KEM_ID = 0x647a;
const ENC_SIZE = 1120;
const PUBLIC_SIZE = 1216;
const SEED_SIZE = 32;

/** The platform's own type of keys knows no X-Wing; HPKE hands one through and looks at nothing in it. */
interface HeldKey extends CryptoKey {
  readonly bytes: Uint8Array;
}

function hold(type: 'public' | 'private', bytes: Uint8Array): HeldKey {
  return { type, bytes, algorithm: { name: 'X-Wing' }, extractable: true, usages: [] };
}

function bytesIn(given: unknown): Uint8Array {
  const key = (given as { readonly privateKey?: HeldKey } | undefined)?.privateKey ?? given;
  return (key as HeldKey).bytes;
}

function toBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

function toBytes(given: unknown): Uint8Array {
  if (ArrayBuffer.isView(given)) return new Uint8Array(given.buffer, given.byteOffset, given.byteLength).slice();
  return new Uint8Array(given as ArrayBuffer).slice();
}

async function pairOf(seed: Uint8Array): Promise<CryptoKeyPair> {
  const { publicKey, secretKey } = XWing.keygen(seed);
  return await Promise.resolve({ publicKey: hold('public', publicKey), privateKey: hold('private', secretKey) });
}

const sized = async (type: 'public' | 'private', size: number, key: unknown): Promise<CryptoKey> => {
  const bytes = toBytes(key);
  if (bytes.length !== size) throw new Error(`xwing: a ${type} key of ${bytes.length} bytes`);
  return await Promise.resolve(hold(type, bytes));
};

/**
 * The KEM for `CipherSuite` of @hpke/core. A private key is its seed of 32 bytes; `ekm` of the sender, 64 bytes, is the
 * chance of one encapsulation and must be given.
 */
export const X_WING: KemInterface = {
  id: KEM_ID as KemInterface['id'],
  secretSize: 32,
  encSize: ENC_SIZE,
  publicKeySize: PUBLIC_SIZE,
  privateKeySize: SEED_SIZE,
  serializePublicKey: async (key) => await Promise.resolve(toBuffer(bytesIn(key))),
  deserializePublicKey: async (key) => await sized('public', PUBLIC_SIZE, key),
  serializePrivateKey: async (key) => await Promise.resolve(toBuffer(bytesIn(key))),
  deserializePrivateKey: async (key) => await sized('private', SEED_SIZE, key),
  importKey: async (_format, key, isPublic = true) =>
    await (isPublic ? sized('public', PUBLIC_SIZE, key) : sized('private', SEED_SIZE, key)),
  generateKeyPair: async () => await Promise.reject(new Error('xwing: chance is passed in')),
  deriveKeyPair: async (ikm) => await pairOf(toBytes(ikm)),
  encap: async ({ recipientPublicKey, ekm }: SenderContextParams) => {
    if (ekm === undefined) throw new Error('xwing: chance is passed in');
    const { cipherText, sharedSecret } = XWing.encapsulate(bytesIn(recipientPublicKey), toBytes(ekm));
    return await Promise.resolve({ enc: toBuffer(cipherText), sharedSecret: toBuffer(sharedSecret) });
  },
  decap: async ({ recipientKey, enc }: RecipientContextParams) => {
    try {
      return await Promise.resolve(toBuffer(XWing.decapsulate(toBytes(enc), bytesIn(recipientKey))));
    } catch (cause) {
      throw new DecapError(cause);
    }
  },
};
