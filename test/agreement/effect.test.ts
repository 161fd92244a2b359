// Whether an agreement is in effect yet: it waits for both receipts, and then for the day at the seat that asks.
import { expect, test } from 'vitest';
import { hasEntered } from '../../src/agreement/effect.ts';
import type { Life } from '../../src/agreement/life.ts';
import { AGREEMENT } from '../web/agreement.ts';

const side = (zone: string, instant: string, date: string): Life[string] => ({
  given: { act: 'g', at: '2026-08-01T08:00:00Z' },
  receipt: { act: 'r', instant, date, zone },
  confirmed: null,
});
const BOTH: Life = {
  ua: side('Europe/Tirane', '2026-08-29T08:00:00Z', '2026-08-29'),
  al: side('Europe/Kyiv', '2026-08-31T21:30:00Z', '2026-09-01'),
};

const entered = (life: Life, at: string, seat: string): boolean =>
  hasEntered(life, AGREEMENT, { now: at, side: seat, tz: '2026a', convention: null });

test('an agreement whose second receipt is missing is not in effect on any day', () => {
  for (const life of [{}, { ua: BOTH['ua'] as Life[string] }]) {
    expect(entered(life, '2036-01-01T00:00:00Z', 'ua')).toBe(false);
  }
});

test('it is in effect from the first minute of the day computed, at each seat by its own date', () => {
  expect(entered(BOTH, '2026-08-31T20:59:59Z', 'ua')).toBe(false);
  expect(entered(BOTH, '2026-08-31T21:00:00Z', 'ua')).toBe(true);
  // Midnight comes to Tirana an hour later.
  expect(entered(BOTH, '2026-08-31T21:00:00Z', 'al')).toBe(false);
  expect(entered(BOTH, '2026-08-31T22:00:00Z', 'al')).toBe(true);
});
