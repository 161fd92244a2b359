// Shares of a secret: any two of three restore a root key, and one alone tells nothing of it.
import { sha256 } from '@noble/hashes/sha2.js';
import { concat, sameBytes, utf8 } from './bytes.ts';
import { refuse } from './refusal.ts';

const FORMAT = 'servanda/share/v1';
const VERSION = 1;
const MARK_SIZE = 8;
const CHECK_SIZE = 4;
const SECRET_SIZE = 32;
const SHARE_SIZE = 3 + MARK_SIZE + SECRET_SIZE + CHECK_SIZE;
/** Shares of one secret, at most; a point of the polynomial is one byte and never 0. */
export const SHARES_LIMIT = 16;

/** One share. `mark` says of which key it is: the first 8 bytes of SHA-256 of the raw public key. */
export interface Share {
  readonly threshold: number;
  /** From 1: the point at which the polynomials were taken. */
  readonly index: number;
  readonly mark: Uint8Array;
  readonly bytes: Uint8Array;
}

/** The mark of a key: what a share names it by. `key` is the raw public key. */
export function markOf(key: Uint8Array): Uint8Array {
  return sha256(key).subarray(0, MARK_SIZE);
}

/** Product in GF(2^8) modulo x^8+x^4+x^3+x+1 (FIPS 197, 4.2). Without tables: no memory access tells the operands. */
function times(a: number, b: number): number {
  let product = 0;
  let factor = a;
  for (let bit = 0; bit < 8; bit++) {
    product ^= factor & -((b >> bit) & 1);
    factor = (factor << 1) ^ (0x11b & -(factor >> 7));
  }
  return product;
}

/** The inverse: a^254. Nothing is the inverse of 0. */
function inverse(a: number): number {
  let result = 1;
  for (let bit = 7; bit >= 0; bit--) {
    result = times(result, result);
    if ((254 >> bit) & 1) result = times(result, a);
  }
  return result;
}

/**
 * Splits a secret of 32 bytes into `count` shares, of which any `threshold` restore it (A. Shamir, How to share a
 * secret, 1979; over GF(2^8), each byte by itself, share i at the point i). `random` gives chance: with less of it the
 * shares tell of the secret. At least 2, at most 16.
 */
export function splitSecret(
  secret: Uint8Array,
  { threshold, count, mark }: { readonly threshold: number; readonly count: number; readonly mark: Uint8Array },
  random: (bytes: number) => Uint8Array,
): readonly Share[] {
  if (secret.length !== SECRET_SIZE) throw new Error(`splitSecret: a secret of ${secret.length} bytes`);
  if (!(threshold >= 2 && threshold <= count && count <= SHARES_LIMIT)) {
    throw refuse('share-malformed', `Splitting a key so that ${threshold} of ${count} shares restore it.`);
  }
  // Coefficients from the constant, which is the secret, up.
  const coefficients = [secret, ...Array.from({ length: threshold - 1 }, () => random(SECRET_SIZE))];
  return Array.from({ length: count }, (_, i) => {
    const index = i + 1;
    const bytes = secret.map((_byte, at) =>
      coefficients.reduceRight((sum, coefficient) => times(sum, index) ^ (coefficient[at] as number), 0),
    );
    return { threshold, index, mark, bytes };
  });
}

/**
 * The secret of these shares. `share-malformed` where they are too few, of two secrets, or one stands twice. Whether
 * the secret is the right one only its public key tells: compare its mark.
 */
export function combineShares(given: readonly Share[]): Uint8Array {
  const [first] = given;
  if (first === undefined || given.length < first.threshold) {
    throw refuse('share-malformed', `Restoring a key from ${given.length} shares; it needs ${first?.threshold ?? 2}.`);
  }
  const shares = given.slice(0, first.threshold);
  if (given.some((one) => one.threshold !== first.threshold || !sameBytes(one.mark, first.mark))) {
    throw refuse('share-malformed', 'The shares are not all of one key.');
  }
  if (new Set(given.map((one) => one.index)).size < given.length) {
    throw refuse('share-malformed', 'A share is given twice.');
  }
  // Lagrange at 0: in this field minus is plus.
  const weights = shares.map((share) =>
    shares
      .filter((other) => other !== share)
      .reduce((weight, other) => times(weight, times(other.index, inverse(other.index ^ share.index))), 1),
  );
  return first.bytes.map((_byte, at) =>
    shares.reduce((sum, share, i) => sum ^ times(weights[i] as number, share.bytes[at] as number), 0),
  );
}

/** Crockford's base 32: no I, L, O, U; read in either case, I and L as 1, O as 0. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 4;

function check(body: Uint8Array): Uint8Array {
  return sha256(concat(utf8(`${FORMAT}\0`), body)).subarray(0, CHECK_SIZE);
}

/**
 * The share as people copy it: 19 groups of 4 letters, which are, in base 32 and padded with zero bits at the end,
 *
 *     version 1 || threshold || index || mark, 8 bytes || share, 32 bytes || check, 4 bytes
 *
 * the first three a byte each; the check is the first 4 bytes of SHA-256("servanda/share/v1", 0x00, all before it).
 */
export function formatShare(share: Share): string {
  const body = concat(Uint8Array.of(VERSION, share.threshold, share.index), share.mark, share.bytes);
  let bits = '';
  for (const byte of concat(body, check(body))) bits += byte.toString(2).padStart(8, '0');
  const letters = (bits.match(/.{1,5}/g) ?? []).map((five) => LETTERS[Number.parseInt(five.padEnd(5, '0'), 2)]);
  return letters.join('').replace(/.{4}(?=.)/g, '$& ');
}

/**
 * Reads a share, copied by whomever: spaces, dashes, line ends and case mean nothing. `share-malformed` where a letter
 * is none, one too few or too many, or anything was mistaken.
 */
export function parseShare(text: string): Share {
  const letters = text.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
  const wanted = Math.ceil((SHARE_SIZE * 8) / 5);
  if (letters.length !== wanted) {
    throw refuse('share-malformed', `A share of ${letters.length} letters was given, in groups of ${GROUP}.`);
  }
  let bits = '';
  for (const letter of letters) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) throw refuse('share-malformed', `A share has the letter ${JSON.stringify(letter)}.`);
    bits += value.toString(2).padStart(5, '0');
  }
  const bytes = Uint8Array.from({ length: SHARE_SIZE }, (_, i) => Number.parseInt(bits.slice(i * 8, i * 8 + 8), 2));
  const body = bytes.slice(0, SHARE_SIZE - CHECK_SIZE);
  const padding = bits.slice(SHARE_SIZE * 8);
  const [version, threshold = 0, index = 0] = body;
  if (!sameBytes(check(body), bytes.slice(SHARE_SIZE - CHECK_SIZE)) || padding.includes('1')) {
    throw refuse('share-malformed', 'A share was copied with a mistake.');
  }
  if (version !== VERSION || threshold < 2 || threshold > SHARES_LIMIT || index < 1 || index > SHARES_LIMIT) {
    throw refuse('share-malformed', 'A share is of another version than is known here.');
  }
  const at = 3 + MARK_SIZE;
  return { threshold, index, mark: body.slice(3, at), bytes: body.slice(at) };
}
