// The clocks of an extended and of a renewed term, and dues that recur from an anchor.
import { expect, describe, test } from 'vitest';
import { recurrence } from '../../src/agreement/calendar.ts';
import { type Clause, type Clock, operative, type Reading } from '../../src/agreement/clock.ts';
import { extendedClock, renewalClock } from '../../src/agreement/terms.ts';

const clause = (provision: string): Clause => ({
  provision,
  seats: [{ side: 'ua', zone: 'Europe/Kyiv' }, { side: 'al', zone: 'Europe/Tirane' }],
  tz: '2026c',
  convention: null,
});

function shown(clock: Clock): readonly string[] {
  if (clock.state === 'waits') throw new Error('it waits');
  const held = operative(clock as Clock & { readonly state: 'dated' });
  return clock.readings.map((reading: Reading) => {
    const end = 'date' in reading ? reading.date : reading.instant;
    return `${reading === held ? '*' : ''}${reading.id} ${end}`;
  });
}

describe('an extended and a renewed term', () => {
  test('an extension adds the length stated, in one sum, to the last day there was', () => {
    const last = { date: '2036-08-31', acts: ['p', 'q'] };
    expect(shown(extendedClock(last, { years: 5 }, clause('78')))).toEqual(['*same-date 2041-08-31']);
    expect(shown(extendedClock(last, { years: 1, months: 6 }, clause('78')))).toEqual([
      '*earlier 2038-02-28', 'later 2038-03-01',
    ]);
    expect(extendedClock(null, { years: 5 }, clause('78'))).toMatchObject({ waitsFor: [{ what: 'lapse' }] });
  });
  test('a tacit renewal is counted from the last day of the first term, never from the renewal before', () => {
    const last = { date: '2036-02-29', acts: [] };
    const on = (today: string): readonly string[] => shown(renewalClock(last, { years: 1 }, today, clause('29')));
    expect(on('2036-02-29')).toEqual(['*same-date 2036-02-29']);
    expect(on('2036-03-01')).toEqual(['*earlier 2037-02-28', 'later 2037-03-01']);
    // Counted from the last renewal it would be the 28th for good.
    expect(on('2039-03-01')).toEqual(['*same-date 2040-02-29']);
    expect(renewalClock(null, { years: 1 }, '2036-01-01', clause('29'))).toMatchObject({ state: 'waits' });
  });
});

describe('what recurs', () => {
  test('is counted from its anchor: 31 January leads to 28 February and to 31 March', () => {
    const dues = [0, 1, 2, 3, 13].map((i) => recurrence('2027-01-31', { months: 1 }, i).date);
    expect(dues).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30', '2028-02-29']);
  });
  test('can be counted back, and in whole periods only', () => {
    expect(recurrence('2036-02-29', { years: 1 }, -4).date).toBe('2032-02-29');
    expect(() => recurrence('2027-01-31', { months: 1 }, 0.5)).toThrow(/^input-malformed/);
  });
});
