// How a search goes through a log: in stretches that leave nothing out and look nowhere twice.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockOf, stretchesOf } from '../../src/node/store/found.ts';

const index = fc.integer({ min: 0, max: 3_000_000 });
const way = fc.constantFrom('newest', 'oldest');

test('its stretches are all of what was asked for, one beside the other, in the order asked for', () => {
  fc.assert(
    fc.property(index, index, way, (one, other, order) => {
      const [bottom, top] = [Math.min(one, other), Math.max(one, other)];
      const stretches = stretchesOf('a', bottom, top, order);
      const rising = order === 'newest' ? stretches.toReversed() : stretches;
      let at = bottom;
      for (const { from, below } of rising) {
        expect([from, below > from]).toEqual([at, true]);
        at = below;
      }
      expect(at).toBe(top);
      expect(stretches.length).toBeLessThanOrEqual(5);
    }),
  );
});

test('each names the blocks of the entries in it, or none', () => {
  fc.assert(
    fc.property(index, index, way, fc.double({ min: 0, max: 1, noNaN: true }), (one, other, order, share) => {
      for (const { from, below, words } of stretchesOf("'a'", Math.min(one, other), Math.max(one, other), order)) {
        const inside = from + Math.floor(share * (below - 1 - from));
        if (words !== "'a'") expect(words).toContain(`'${blockOf(inside)}'`);
        expect(words.startsWith("('a') & (") || words === "'a'").toBe(true);
      }
    }),
  );
});
