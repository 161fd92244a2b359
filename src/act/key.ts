// Keys by which acts are signed: their names, ids, written form, and which of them may be admitted at all.
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base64, concat, fromBase64, hex, sameBytes, utf8 } from './bytes.ts';
import { refuse } from './refusal.ts';

/** Signature types of signed notes in use here: plain Ed25519, timestamped cosignatures (c2sp.org/signed-note). */
export const SIGNATURE_TYPE = { ed25519: 0x01, cosignature: 0x04, mlDsa44: 0x06 } as const;
export type SignatureType = (typeof SIGNATURE_TYPE)[keyof typeof SIGNATURE_TYPE];

/** Whether `signature` (64 bytes) is Ed25519 by `publicKey` (32 bytes) over `message`. Passed in by whoever runs. */
export type VerifyEd25519 = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

/** Whether `signature` (2,420 bytes) is ML-DSA-44 (FIPS 204) by `publicKey` (1,312 bytes) over `message`. */
export type VerifyMlDsa44 = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;
/** What verifies each algorithm by which a checkpoint is cosigned. Passed in by whoever runs. */
export interface Verification {
  readonly 'ed25519': VerifyEd25519;
  readonly 'ml-dsa-44': VerifyMlDsa44;
}

/** A public key under its name. `id` is the first four bytes of SHA-256(name, newline, type, key), big-endian. */
export interface PublicKey {
  readonly name: string;
  readonly type: SignatureType;
  readonly bytes: Uint8Array;
  readonly id: number;
}

/** A key that signs. What signs is passed in: it may be a program or a module of its own, and take its time. */
export interface SigningKey {
  readonly key: PublicKey;
  readonly sign: (message: Uint8Array) => Uint8Array | Promise<Uint8Array>;
}

/** A key held in memory: it signs at once. */
export interface Signer extends SigningKey {
  readonly sign: (message: Uint8Array) => Uint8Array;
}

const KEY_NAME = /^[^\s+\u0000-\u001f]{1,128}$/u;
const ED25519_TYPES: readonly SignatureType[] = [SIGNATURE_TYPE.ed25519, SIGNATURE_TYPE.cosignature];
const COSIGNER_TYPES: readonly SignatureType[] = [SIGNATURE_TYPE.cosignature, SIGNATURE_TYPE.mlDsa44];
/** Bytes of an Ed25519 key. */
const ED25519_SIZE = 32;
/** Bytes of an ML-DSA-44 key. Any bytes of that length are one: its coefficients fill their bits. */
const ML_DSA_44_SIZE = 1312;

/** Key id of c2sp.org/signed-note: SHA-256(name || 0x0A || type || key)[:4] as an unsigned big-endian integer. */
export function keyId(name: string, type: SignatureType, key: Uint8Array): number {
  const digest = sha256(concat(utf8(`${name}\n`), Uint8Array.of(type), key));
  return new DataView(digest.buffer, digest.byteOffset).getUint32(0);
}

/**
 * A public key fit to be relied on, or `key-not-admissible`. Of Ed25519: 32 bytes, the canonical encoding of a point
 * that is not of small order. Runtimes give different verdicts on the others (github.com/C2SP/CCTV, ed25519), so KEY-1
 * admits none. Of ML-DSA-44: 1,312 bytes.
 */
export function publicKey(name: string, type: SignatureType, bytes: Uint8Array): PublicKey {
  return keyOf(name, type, bytes, isAdmissible);
}

function keyOf(name: string, type: SignatureType, bytes: Uint8Array, fit: typeof isAdmissible): PublicKey {
  if (!KEY_NAME.test(name)) throw refuse('key-not-admissible', `Reading a key named ${JSON.stringify(name)}.`);
  const isFit = type === SIGNATURE_TYPE.mlDsa44 ? bytes.length === ML_DSA_44_SIZE : fit(bytes);
  if (!isFit) throw refuse('key-not-admissible', `Reading the key ${name}, ${hex(bytes.subarray(0, 64))}.`);
  return { name, type, bytes, id: keyId(name, type, bytes) };
}

/** KEY-1: canonical encoding (RFC 8032, not ZIP 215), on the curve, in the prime-order subgroup. */
export function isAdmissible(bytes: Uint8Array): boolean {
  if (bytes.length !== ED25519_SIZE) return false;
  try {
    const point = ed25519.Point.fromBytes(bytes, false);
    return sameBytes(point.toBytes(), bytes) && !point.isSmallOrder() && point.isTorsionFree();
  } catch {
    return false;
  }
}

/** The written form of a key (vkey): `name+8 hex digits of the id+base64(type || key)`. */
export function formatKey(key: PublicKey): string {
  const id = key.id.toString(16).padStart(8, '0');
  return `${key.name}+${id}+${base64(concat(Uint8Array.of(key.type), key.bytes))}`;
}

const WRITTEN = /^([^\s+]{1,128})\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/u;

/**
 * Reads the vkey of an Ed25519 key; `key-not-admissible` where it is malformed, its id does not follow, or the point is
 * not admissible.
 */
export function parseKey(text: string): PublicKey {
  return readKey(text, ED25519_TYPES);
}

/** Reads the vkey of a key that cosigns checkpoints: Ed25519 (0x04) or ML-DSA-44 (0x06). `key-not-admissible`. */
export function parseCosignerKey(text: string): PublicKey {
  return readKey(text, COSIGNER_TYPES);
}

/** Reads the vkey of a key of any type in use here, as whoever holds keys names them. `key-not-admissible`. */
export function parseAnyKey(text: string): PublicKey {
  return readKey(text, Object.values(SIGNATURE_TYPE));
}

/**
 * Reads the vkey of an Ed25519 key that was read once by `parseKey`, as every key is before it is admitted: whether its
 * point is admissible is not judged anew. `key-not-admissible` where it is malformed, or its id does not follow.
 */
export function parseAdmittedKey(text: string): PublicKey {
  return readKey(text, ED25519_TYPES, (point) => point.length === ED25519_SIZE);
}

function readKey(text: string, types: readonly number[], fit = isAdmissible): PublicKey {
  const [, name, id, encoded] = WRITTEN.exec(text) ?? [];
  const material = fromBase64(encoded ?? '');
  const type = material?.[0];
  if (name === undefined || material === undefined || type === undefined || !types.includes(type)) {
    throw refuse('key-not-admissible', `Reading the written key ${JSON.stringify(text.slice(0, 200))}.`);
  }
  const key = keyOf(name, type as SignatureType, material.slice(1), fit);
  if (key.id.toString(16).padStart(8, '0') !== id) {
    throw refuse('key-not-admissible', `Reading the key ${name}: its id is not ${String(id)}.`);
  }
  return key;
}
