// Bytes as a log needs them: joining, comparing, UTF-8, base64, hex, decimals and big-endian integers, all strict.
import { LogError } from './error.ts';

const ENCODER = new TextEncoder();
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PAD = 61;
const DECIMAL = /^(?:0|[1-9][0-9]{0,15})$/;
const TWO_32 = 0x1_0000_0000;

/** The value of each base64 letter by its ASCII code, 64 where there is none. */
const VALUES = Uint8Array.from({ length: 128 }, (_, code) => {
  const value = ALPHABET.indexOf(String.fromCharCode(code));
  return value < 0 ? 64 : value;
});

/** The largest size of a tree here: 2^53 - 1, the last integer that a JavaScript number holds exactly. */
export const SIZE_LIMIT = Number.MAX_SAFE_INTEGER;

export function concat(...chunks: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const chunk of chunks) length += chunk.length;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Whether two byte strings are the same. The time does not depend on where they differ. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= (a[i] as number) ^ (b[i] as number);
  return difference === 0;
}

/** UTF-8 bytes of `text`. A lone surrogate becomes U+FFFD: where text comes from outside, ask `isWellFormed` first. */
export function utf8(text: string): Uint8Array {
  return ENCODER.encode(text);
}

/** The text of UTF-8 `bytes`, or undefined where they are not valid UTF-8. A byte order mark is kept as it stands. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Standard base64 with padding, RFC 4648 section 4. */
export function base64(bytes: Uint8Array): string {
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const bits = ((bytes[i] as number) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    out += ALPHABET.charAt(bits >> 18) + ALPHABET.charAt((bits >> 12) & 63);
    out += (left > 1 ? ALPHABET.charAt((bits >> 6) & 63) : '=') + (left > 2 ? ALPHABET.charAt(bits & 63) : '=');
  }
  return out;
}

/**
 * Bytes of standard base64, RFC 4648 section 4, or undefined where `text` is not the one encoding of any bytes:
 * wrong length, a letter outside the alphabet, padding missing or misplaced, bits left over that are not zero.
 */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  let padding = 0;
  while (padding < 2 && text.charCodeAt(text.length - 1 - padding) === PAD) padding++;
  const letters = text.length - padding;
  const out = new Uint8Array((text.length / 4) * 3 - padding);
  let bits = 0;
  let at = 0;
  for (let i = 0; i < letters; i++) {
    const code = text.charCodeAt(i);
    const value = code < 128 ? (VALUES[code] as number) : 64;
    if (value === 64) return undefined;
    bits = (bits << 6) | value;
    if (i % 4 !== 0) out[at++] = bits >> (6 - 2 * (i % 4));
    if (i % 4 === 3) bits = 0;
    else bits &= 0xfff;
  }
  // One padding sign leaves 2 bits over, two leave 4: only zeroes are the encoding.
  const over = padding === 1 ? 3 : padding === 2 ? 15 : 0;
  return (bits & over) === 0 ? out : undefined;
}

/** Lower-case hexadecimal. */
export function hex(bytes: Uint8Array): string {
  let out = '';
  for (const byte of bytes) out += byte.toString(16).padStart(2, '0');
  return out;
}

/** Whether `value` is a size or an index that this room counts with: an integer from 0 to 2^53 - 1. */
export function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** `value` itself, or `number-invalid` where it is no size. `what` names it in the message. */
export function checkSize(value: number, what: string): number {
  if (!isSize(value)) throw new LogError('number-invalid', `Taking ${String(value)} as ${what}.`);
  return value;
}

/** The number of an ASCII decimal without leading zeroes, at most 2^53 - 1, or undefined. */
export function parseDecimal(text: string): number | undefined {
  if (!DECIMAL.test(text)) return undefined;
  const value = Number(text);
  return isSize(value) ? value : undefined;
}

/** Two bytes, big-endian. `value` is an integer from 0 to 65,535. */
export function uint16(value: number): Uint8Array {
  return Uint8Array.of(value >>> 8, value & 255);
}

/** The big-endian 16-bit integer at `at`; the caller has checked that two bytes are there. */
export function readUint16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
}

/** Eight bytes, big-endian. `value` is an integer from 0 to 2^53 - 1. */
export function uint64(value: number): Uint8Array {
  const out = new Uint8Array(8);
  const view = new DataView(out.buffer);
  view.setUint32(0, Math.floor(value / TWO_32));
  view.setUint32(4, value % TWO_32);
  return out;
}

/** The big-endian 64-bit integer at `at`, eight bytes being there, or undefined where it exceeds 2^53 - 1. */
export function readUint64(bytes: Uint8Array, at: number): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const value = view.getUint32(at) * TWO_32 + view.getUint32(at + 4);
  return isSize(value) ? value : undefined;
}
