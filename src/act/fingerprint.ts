// Fingerprints as words: what two offices read to each other to be sure that they mean the same keys.
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { sameBytes, utf8 } from './bytes.ts';
import { encode, type Json } from './canonical.ts';
import { refuse } from './refusal.ts';

const FORMAT = 'servanda/fingerprint/v1';
/** Bytes of a fingerprint: nobody finds other keys with the same 128 bits. */
const SIZE = 16;
/** Letters of what somebody typed, at most. */
const TYPED_LIMIT = 1000;

/**
 * The fingerprint of a value: the first 16 bytes of SHA-256("servanda/fingerprint/v1", newline, its canonical JSON).
 */
export function fingerprintOf(value: Json): Uint8Array {
  return sha256(utf8(`${FORMAT}\n${encode(value)}`)).slice(0, SIZE);
}

/** As twelve English words of BIP 39, whose last letters of sense are a check: one wrong word is noticed mostly. */
export function fingerprintWords(fingerprint: Uint8Array): string {
  return entropyToMnemonic(fingerprint, wordlist);
}

/**
 * Whether words typed by somebody are this fingerprint: case, spaces, commas and line ends mean nothing.
 * `fingerprint-differs` where they are not, saying which word is none.
 */
export function requireFingerprint(typed: string, fingerprint: Uint8Array): void {
  const words = typed.slice(0, TYPED_LIMIT).toLowerCase().split(/[\s,.;]+/).filter((word) => word !== '');
  const strange = words.find((word) => !wordlist.includes(word));
  if (strange !== undefined) throw refuse('fingerprint-differs', `${JSON.stringify(strange)} is none of its words.`);
  let said: Uint8Array;
  try {
    said = mnemonicToEntropy(words.join(' '), wordlist);
  } catch {
    throw refuse('fingerprint-differs', `The ${words.length} words given are no twelve that fit each other.`);
  }
  if (!sameBytes(said, fingerprint)) {
    throw refuse('fingerprint-differs', `The words given are not those of the card: ${fingerprintWords(fingerprint)}.`);
  }
}
