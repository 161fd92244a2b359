// Keys to which parts are sealed: their names, ids, written form, and which of them may be admitted at all.
import { x25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base64, concat, fromBase64, hex, utf8 } from './bytes.ts';
import { refuse } from './refusal.ts';

/** X25519 (RFC 7748) for nodes; X-Wing, which is X25519 beside ML-KEM-768, for bodies (handling.md). */
export type Kem = 'x25519' | 'x-wing';

/** Bytes of a public key: X25519; an ML-KEM-768 encapsulation key followed by an X25519 one. */
export const SEAL_KEY_SIZE = { 'x25519': 32, 'x-wing': 1216 } as const satisfies Readonly<Record<Kem, number>>;
const ML_KEM_SIZE = 1184;
/** Bytes of its 768 coefficients of 12 bits, and the modulus below which each must lie (FIPS 203, 7.2). */
const COEFFICIENTS_SIZE = 1152;
const MODULUS = 3329;

/** A public key under its name. `id` is the first four bytes of SHA-256(name, newline, material), 8 hex digits. */
export interface SealKey {
  readonly name: string;
  readonly kem: Kem;
  readonly bytes: Uint8Array;
  readonly id: string;
}

const NAME = /^[^\s+\u0000-\u001f]{1,128}$/u;
const WRITTEN = /^([^\s+]{1,128})\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/u;
/** No signature type of signed notes: 0xff says that a name of the algorithm follows. */
const mark = (kem: Kem): Uint8Array => concat(Uint8Array.of(0xff), utf8(`servanda/seal/${kem}/v1\0`));
const KEMS: readonly Kem[] = ['x25519', 'x-wing'];

/** Whether a point gives a secret at all: one of small order gives zero to everybody. */
function isPoint(bytes: Uint8Array): boolean {
  try {
    x25519.getSharedSecret(new Uint8Array(32).fill(1), bytes);
    return true;
  } catch {
    return false;
  }
}

function isReduced(bytes: Uint8Array): boolean {
  for (let at = 0; at < COEFFICIENTS_SIZE; at += 3) {
    const [a, b, c] = [bytes[at] as number, bytes[at + 1] as number, bytes[at + 2] as number];
    if ((a | ((b & 15) << 8)) >= MODULUS || ((b >> 4) | (c << 4)) >= MODULUS) return false;
  }
  return true;
}

/** A public key fit to be sealed to, or `key-not-admissible`. */
export function sealKey(name: string, kem: Kem, bytes: Uint8Array): SealKey {
  const isFit =
    NAME.test(name) &&
    bytes.length === SEAL_KEY_SIZE[kem] &&
    isPoint(bytes.subarray(-SEAL_KEY_SIZE.x25519)) &&
    (kem === 'x25519' || isReduced(bytes.subarray(0, ML_KEM_SIZE)));
  if (!isFit) throw refuse('key-not-admissible', `Reading the seal key ${JSON.stringify(name.slice(0, 128))}.`);
  const id = hex(sha256(concat(utf8(`${name}\n`), mark(kem), bytes)).subarray(0, 4));
  return { name, kem, bytes, id };
}

/**
 * The written form: `name+id+base64(0xff || "servanda/seal/x-wing/v1" || 0x00 || key)`, as keys that sign are written;
 * a later algorithm has another name. `ua:mfa/seal-2026-1+08080586+/3NlcnZhbmRhL3NlYWwv...`
 */
export function formatSealKey(key: SealKey): string {
  return `${key.name}+${key.id}+${base64(concat(mark(key.kem), key.bytes))}`;
}

/** Reads a written seal key; `key-not-admissible` where it is malformed, its id does not follow, or it is not fit. */
export function parseSealKey(text: string): SealKey {
  const [, name, id, encoded] = WRITTEN.exec(text) ?? [];
  const material = fromBase64(encoded ?? '');
  const kem = KEMS.find((one) => material !== undefined && hex(material).startsWith(hex(mark(one))));
  if (name === undefined || material === undefined || kem === undefined) {
    throw refuse('key-not-admissible', `Reading the written seal key ${JSON.stringify(text.slice(0, 120))}.`);
  }
  const key = sealKey(name, kem, material.slice(mark(kem).length));
  if (key.id !== id) throw refuse('key-not-admissible', `Reading the seal key ${name}: its id is not ${String(id)}.`);
  return key;
}
