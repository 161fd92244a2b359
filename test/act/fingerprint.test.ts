// Fingerprints as words: the same words for the same keys, and no others are taken for them.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fingerprintOf, fingerprintWords, requireFingerprint } from '../../src/act/fingerprint.ts';

const VALUE = { side: 'ua', keys: { root: 'ua:root/1' } };
const PRINT = fingerprintOf(VALUE);

describe('a fingerprint', () => {
  test('is SHA-256 over its format and the canonical value, cut to 16 bytes', () => {
    const said = 'servanda/fingerprint/v1\n{"keys":{"root":"ua:root/1"},"side":"ua"}';
    expect(Buffer.from(PRINT)).toEqual(createHash('sha256').update(said).digest().subarray(0, 16));
  });

  // The two vectors of BIP 39 that every list of its words knows.
  test('is written in the words of BIP 39', () => {
    expect(fingerprintWords(new Uint8Array(16))).toBe(`${'abandon '.repeat(11)}about`);
    expect(fingerprintWords(new Uint8Array(16).fill(255))).toBe(`${'zoo '.repeat(11)}wrong`);
  });

  test('is known again however somebody types it', () => {
    const words = fingerprintWords(PRINT);
    for (const typed of [words, words.toUpperCase(), words.replaceAll(' ', ', '), ` ${words.replaceAll(' ', '\n')}.`]) {
      expect(() => requireFingerprint(typed, PRINT)).not.toThrow();
    }
  });

  test('differs with a word swapped, left out, mistyped, and where it is of another card', () => {
    const [first = '', second = '', ...rest] = fingerprintWords(PRINT).split(' ');
    const others = [
      [second, first, ...rest],
      [first, ...rest],
      [`${first}x`, second, ...rest],
      fingerprintWords(fingerprintOf({ ...VALUE, side: 'al' })).split(' '),
      [],
    ];
    for (const words of others) {
      const differs = expect.objectContaining({ code: 'fingerprint-differs' }) as Error;
      expect(() => requireFingerprint(words.join(' '), PRINT)).toThrow(differs);
    }
  });
});
