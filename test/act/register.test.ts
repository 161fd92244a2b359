// Registers: the same rows from the same acts, whatever the order in which they arrive.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ActHeader } from '../../src/act/act.ts';
import type { Json } from '../../src/act/canonical.ts';
import { addToDigest, causalOrder, fold, type FoldedAct, type Register, rowHash } from '../../src/act/register.ts';

interface Step {
  readonly side: 'ua' | 'al';
  /** How much of what the other side has said by then this act has seen: 0 to 1. */
  readonly attention: number;
}

/** Two logs as they come to be: each act sees a part of the other log, never less than its log saw before. */
function history(steps: readonly Step[]): readonly FoldedAct[] {
  const size = { ua: 0, al: 0 };
  const seen = { ua: 0, al: 0 };
  return steps.map(({ side, attention }) => {
    const other = side === 'ua' ? 'al' : 'ua';
    seen[side] = Math.max(seen[side], Math.floor(size[other] * attention));
    const index = size[side]++;
    return { side, index, id: `${side}${index}`, header: {} as ActHeader, seen: seen[side], body: null };
  });
}

const steps = fc.array(
  fc.record({
    side: fc.constantFrom('ua' as const, 'al' as const),
    attention: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { maxLength: 40 },
);

const TRAIL: Register = {
  name: 'trail',
  subjects: () => ['all'],
  initial: () => [],
  step: (state, act) => [...(state as Json[]), act.id],
};

test('the order of folding does not depend on the order of arrival', () => {
  fc.assert(
    fc.property(steps, fc.infiniteStream(fc.nat()), (made, chance) => {
      const acts = history(made);
      const shuffled = [...acts];
      for (let i = shuffled.length - 1; i > 0; i--) {
        const j = (chance.next().value as number) % (i + 1);
        [shuffled[i], shuffled[j]] = [shuffled[j] as FoldedAct, shuffled[i] as FoldedAct];
      }
      expect(fold(TRAIL, 'all', shuffled)).toEqual(fold(TRAIL, 'all', acts));
    }),
  );
});

test('an act is folded after everything of its own log before it and everything it had seen', () => {
  fc.assert(
    fc.property(steps, (made) => {
      const order = causalOrder(history(made));
      for (const [at, act] of order.entries()) {
        for (const later of order.slice(at + 1)) {
          if (later.side === act.side) expect(later.index).toBeGreaterThan(act.index);
          else expect(later.index).toBeGreaterThanOrEqual(act.seen);
        }
      }
    }),
  );
});

test('a digest follows changes in any order and forgets what is taken away', () => {
  const rows = [
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ].map(([subject, state]) => rowHash('r', subject as string, state as Json));
  const add = (hashes: readonly Uint8Array[]): Uint8Array =>
    hashes.reduce((sum, hash) => addToDigest(sum, hash, 1), new Uint8Array(32));
  expect(add(rows)).toEqual(add(rows.toReversed()));
  expect(addToDigest(add(rows), rows[1] as Uint8Array, -1)).toEqual(
    add([rows[0] as Uint8Array, rows[2] as Uint8Array]),
  );
  expect(rowHash('r', 'a', 1)).not.toEqual(rowHash('r', 'a', 2));
  expect(rowHash('r', 'a', 1)).not.toEqual(rowHash('ra', '', 1));
});
