// Shares of a secret against vectors of another program, and against what they promise: two restore, one is mute.
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combineShares, formatShare, markOf, parseShare, type Share, splitSecret } from '../../src/act/share.ts';
import { fromHex, toHex } from './hand.ts';

interface Vector {
  readonly threshold: number;
  readonly secret: string;
  readonly coefficients: readonly string[];
  readonly mark: string;
  readonly shares: readonly { readonly index: number; readonly bytes: string; readonly text: string }[];
}
// Made with tables of logarithms to the base 3, which this code does not use.
const VECTORS = JSON.parse(readFileSync(new URL('shares.json', import.meta.url), 'utf8')) as readonly Vector[];

const MARK = markOf(new Uint8Array(32).fill(9));
const secrets = fc.uint8Array({ minLength: 32, maxLength: 32 });

/** Every choice of `size` of them. */
function choices<T>(of: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]];
  return of.flatMap((one, i) => choices(of.slice(i + 1), size - 1).map((rest) => [one, ...rest]));
}

describe('shares', () => {
  test.each(VECTORS.map((one) => [`${one.threshold} of ${one.shares.length}`, one] as const))(
    '%s are those of the vector, in bytes and in letters',
    (_what, one) => {
      const coefficients = one.coefficients.map(fromHex);
      const given = { threshold: one.threshold, count: one.shares.length, mark: fromHex(one.mark) };
      const shares = splitSecret(fromHex(one.secret), given, () => coefficients.shift() ?? new Uint8Array());
      expect(shares.map((share) => [share.index, toHex(share.bytes), formatShare(share)])).toEqual(
        one.shares.map(({ index, bytes, text }) => [index, bytes, text]),
      );
      for (const some of choices(one.shares, one.threshold)) {
        expect(toHex(combineShares(some.map(({ text }) => parseShare(text))))).toBe(one.secret);
      }
    },
  );

  test('restore the secret by any two, in any order, and by all', () => {
    fc.assert(
      fc.property(secrets, secrets, (secret, chance) => {
        const shares = splitSecret(secret, { threshold: 2, count: 3, mark: MARK }, () => chance);
        const pairs = choices(shares, 2).flatMap((pair) => [pair, pair.toReversed()]);
        for (const some of [...pairs, shares]) expect(toHex(combineShares(some))).toBe(toHex(secret));
      }),
      { numRuns: 50 },
    );
  });

  test('tell nothing alone: whatever the secret, a byte of one share has every value by one coefficient each', () => {
    for (const index of [1, 2, 3]) {
      for (const secret of [0, 1, 127, 255]) {
        const seen = new Set<number>();
        for (let coefficient = 0; coefficient < 256; coefficient++) {
          const chance = new Uint8Array(32).fill(coefficient);
          const whole = new Uint8Array(32).fill(secret);
          const shares = splitSecret(whole, { threshold: 2, count: 3, mark: MARK }, () => chance);
          seen.add(shares[index - 1]?.bytes[0] ?? -1);
        }
        expect(seen.size).toBe(256);
      }
    }
  });

  test('are read in whatever way people write them', () => {
    const text = VECTORS[0]?.shares[0]?.text ?? '';
    const read = toHex(parseShare(text).bytes);
    const ways = [text.toLowerCase(), text.replaceAll(' ', ''), text.replaceAll(' ', '-'), text.replaceAll(' ', '\n'),
      text.replaceAll('0', 'O').replaceAll('1', 'l')];
    for (const way of ways) expect(toHex(parseShare(way).bytes)).toBe(read);
  });

  test('are refused with any one letter mistaken, two swapped, one lost', () => {
    const text = (VECTORS[1]?.shares[1]?.text ?? '').replaceAll(' ', '');
    const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    const malformed = expect.objectContaining({ code: 'share-malformed' }) as Error;
    for (let at = 0; at < text.length; at++) {
      const next = letters[(letters.indexOf(text[at] ?? '') + 1) % 32] ?? '';
      expect(() => parseShare(text.slice(0, at) + next + text.slice(at + 1))).toThrow(malformed);
      expect(() => parseShare(text.slice(0, at) + text.slice(at + 1))).toThrow(malformed);
      if (text[at] === text[at + 1] || at + 1 === text.length) continue;
      const swapped = text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
      expect(() => parseShare(swapped)).toThrow(malformed);
    }
    expect(() => parseShare(text.replace(/./, 'U'))).toThrow(malformed);
  });

  test('are not mixed, doubled, or too few', () => {
    const chance = new Uint8Array(32).fill(7);
    const of = (mark: Uint8Array): readonly Share[] =>
      splitSecret(chance, { threshold: 2, count: 3, mark }, () => chance);
    const [a, b] = of(MARK) as [Share, Share];
    const [other] = of(markOf(chance)) as [Share];
    for (const some of [[], [a], [a, a], [a, other], [a, { ...b, threshold: 3 }]]) {
      expect(() => combineShares(some)).toThrow(expect.objectContaining({ code: 'share-malformed' }));
    }
    for (const [threshold, count] of [[1, 3], [4, 3], [2, 17]] as const) {
      expect(() => splitSecret(chance, { threshold, count, mark: MARK }, () => chance)).toThrow(
        expect.objectContaining({ code: 'share-malformed' }),
      );
    }
  });
});
