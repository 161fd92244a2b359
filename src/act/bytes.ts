// Bytes as acts need them: UTF-8, base64, hex and comparison, strict in both directions.

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const STANDARD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const URL_SAFE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** No letter of an alphabet. */
const NONE = 64;

/** The value of each letter by its ASCII code. */
function valuesOf(alphabet: string): Uint8Array {
  const values = new Uint8Array(128).fill(NONE);
  for (let value = 0; value < alphabet.length; value++) values[alphabet.charCodeAt(value)] = value;
  return values;
}
const STANDARD_VALUES = valuesOf(STANDARD);
const URL_SAFE_VALUES = valuesOf(URL_SAFE);

/** SHA-256. A room that hashes takes it as a parameter: what runs has a faster one than JavaScript can be. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** UTF-8 bytes of `text`. A lone surrogate becomes U+FFFD: refuse such text before (see canonical.ts). */
export function utf8(text: string): Uint8Array {
  return ENCODER.encode(text);
}

/** The text of UTF-8 `bytes`, or undefined where they are not valid UTF-8. A leading byte order mark is kept. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return DECODER.decode(bytes);
  } catch {
    return undefined;
  }
}

export function concat(...chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= (a[i] as number) ^ (b[i] as number);
  return difference === 0;
}

function encode64(bytes: Uint8Array, alphabet: string, padded: boolean): string {
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const bits = ((bytes[i] as number) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    out += alphabet.charAt(bits >> 18) + alphabet.charAt((bits >> 12) & 63);
    if (left > 1) out += alphabet.charAt((bits >> 6) & 63);
    if (left > 2) out += alphabet.charAt(bits & 63);
  }
  return padded ? out.padEnd(Math.ceil(out.length / 4) * 4, '=') : out;
}

/** One text for one value: stray letters, missing padding and leftover bits that are not zero all fail. */
function decode64(text: string, values: Uint8Array, padded: boolean): Uint8Array | undefined {
  const padding = padded ? (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0) : 0;
  const length = text.length - padding;
  if (length % 4 === 1 || (padded && padding !== (4 - (length % 4)) % 4)) return undefined;
  const out = new Uint8Array(Math.floor((length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < length; i++) {
    const value = values[text.charCodeAt(i)] ?? NONE;
    if (value === NONE) return undefined;
    bits = ((bits << 6) | value) & 0xffffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      out[at++] = (bits >> held) & 255;
    }
  }
  return (bits & ((1 << held) - 1)) === 0 ? out : undefined;
}

/** Standard base64 with padding, RFC 4648 section 4. */
export function base64(bytes: Uint8Array): string {
  return encode64(bytes, STANDARD, true);
}

/** Bytes of standard base64, or undefined where `text` is not the one encoding of any bytes. */
export function fromBase64(text: string): Uint8Array | undefined {
  return decode64(text, STANDARD_VALUES, true);
}

/** URL-safe base64 without padding, RFC 4648 section 5: the form of act ids and commitments. */
export function base64url(bytes: Uint8Array): string {
  return encode64(bytes, URL_SAFE, false);
}

/** Bytes of URL-safe base64 without padding, or undefined. */
export function fromBase64url(text: string): Uint8Array | undefined {
  return decode64(text, URL_SAFE_VALUES, false);
}

export function hex(bytes: Uint8Array): string {
  let out = '';
  for (const byte of bytes) out += byte.toString(16).padStart(2, '0');
  return out;
}
