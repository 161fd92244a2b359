// The strict encoding of JSON that acts are signed in: one value, one text, and no text that two readers read apart.
import { refuse } from './refusal.ts';

/**
 * A JSON value as acts carry it (I-JSON, RFC 7493, narrowed): integers within 2^53 only, strings in Unicode NFC
 * without lone surrogates, objects with own enumerable keys.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Deeper values are refused, so that no reader's stack decides what is valid. */
export const NESTING_LIMIT = 32;

/** Most strings: ASCII that is written as it stands, and is in Unicode NFC. */
const PLAIN = /^[ !#-[\]-~]*$/;

function encodeString(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  if (!text.isWellFormed()) throw refuse('lone-surrogate', `Encoding the string ${JSON.stringify(text)}.`);
  if (text.normalize('NFC') !== text) {
    throw refuse('not-canonical', `Encoding a string that is not in Unicode NFC: ${JSON.stringify(text)}.`);
  }
  return JSON.stringify(text);
}

function encodeNumber(value: number): string {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) {
    throw refuse('number-out-of-range', `Encoding the number ${String(value)}.`);
  }
  return String(value);
}

/**
 * The one text of `value`: keys sorted by UTF-16 code unit, no white space, escapes as JSON.stringify writes them.
 * Source: RFC 8785 (JCS) without floats. Throws `lone-surrogate`, `not-canonical` (NFC), `number-out-of-range` or
 * `nesting-too-deep`. A value that is not JSON (undefined, a function, a class) is a broken invariant and throws.
 * Example: `encode({b: 1, a: "é"})` is `{"a":"é","b":1}`.
 */
export function encode(value: Json, depth = 0): string {
  if (depth > NESTING_LIMIT) throw refuse('nesting-too-deep', `Encoding a value nested deeper than ${NESTING_LIMIT}.`);
  if (value === null) return 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') return encodeNumber(value);
  if (typeof value === 'string') return encodeString(value);
  if (Array.isArray(value)) return encodeArray(value, depth + 1);
  if (typeof value !== 'object') throw new Error(`encode: a ${typeof value} is not JSON`);
  return encodeMembers(value as { readonly [key: string]: Json }, depth + 1);
}

// Every act is written and read through these: they grow one text, and make no list of its pieces.
function encodeArray(items: readonly Json[], depth: number): string {
  let text = '[';
  for (let i = 0; i < items.length; i++) text += `${i === 0 ? '' : ','}${encode(items[i] as Json, depth)}`;
  return `${text}]`;
}

function encodeMembers(members: { readonly [key: string]: Json }, depth: number): string {
  // The bare comparison is by UTF-16 code unit, which is what RFC 8785 section 3.2.3 asks.
  const keys = Object.keys(members);
  if (keys.some((key, i) => i > 0 && (keys[i - 1] as string) > key)) keys.sort((a, b) => (a < b ? -1 : 1));
  let text = '{';
  for (const key of keys) {
    text += `${text === '{' ? '' : ','}${encodeString(key)}:${encode(members[key] as Json, depth)}`;
  }
  return `${text}}`;
}

/**
 * The value of `text`, which must be exactly what `encode` writes for it; otherwise `not-canonical`. Duplicate keys,
 * white space, floats, exponents, other escapes and other orders all fail by the same comparison.
 */
export function decode(text: string): Json {
  if (!text.isWellFormed()) throw refuse('lone-surrogate', 'Reading a JSON text.');
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (cause) {
    throw refuse('not-canonical', 'Reading a text that is not JSON.', cause);
  }
  if (encode(value) !== text) throw refuse('not-canonical', `Reading JSON of ${text.length} characters.`);
  return value;
}
