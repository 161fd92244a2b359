// The life of an agreement: every pair of state and event, what is refused by name, and the heading on each day.
import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/act/canonical.ts';
import { Refusal } from '../../src/act/refusal.ts';
import { entryClock, operative } from '../../src/agreement/clock.ts';
import { lapseClock } from '../../src/agreement/terms.ts';
import {
  CONDITIONS, confirmedEntry, type Life, LIFE_HEADINGS, type LifeEvent, lifeHeading, LINES, lifeStage, MOVES,
  positionOf, signedLife, step,
} from '../../src/agreement/life.ts';

const SIDES = ['ua', 'al'];
const A = '2026-08-31';
const B = '2026-09-01';

const SENT = '2026-08-01T08:00:00Z';
const notified = (side: string): LifeEvent => ({ name: 'notified', side, act: `n-${side}`, at: SENT });
const receipted = (side: string): LifeEvent => ({
  name: 'receipted',
  side,
  act: `r-${side}`,
  instant: '2026-08-31T20:30:00Z',
  date: A,
  zone: side === 'ua' ? 'Europe/Tirane' : 'Europe/Kyiv',
});
const confirmed = (side: string, date: string): LifeEvent =>
  ({ name: 'entry-confirmed', side, act: `c-${side}`, date });

const EVENTS: readonly LifeEvent[] = SIDES.flatMap((side) => [
  notified(side), receipted(side), confirmed(side, A), confirmed(side, B),
]);

function after(...events: readonly LifeEvent[]): Life {
  return events.reduce<Life>((life, event) => {
    const next = step(life, event);
    if (next instanceof Refusal) throw next;
    return next;
  }, signedLife(SIDES));
}

const BOTH = [notified('ua'), receipted('ua'), notified('al'), receipted('al')];

/** Every life that can be reached by the events, signature first. */
function reachable(): readonly Life[] {
  const found = new Map<string, Life>();
  const queue = [signedLife(SIDES)];
  for (let life = queue.shift(); life !== undefined; life = queue.shift()) {
    const key = JSON.stringify(life);
    if (found.has(key)) continue;
    found.set(key, life);
    for (const event of EVENTS) {
      const next = step(life, event);
      if (!(next instanceof Refusal)) queue.push(next);
    }
  }
  return [...found.values()];
}

/** The state in two words, a side each: `-` nothing, `g` given, `r` receipted, `A` or `B` the date confirmed. */
const state = (life: Life): string =>
  SIDES.map((side) => {
    const own = life[side];
    if (own?.confirmed) return own.confirmed.date === A ? 'A' : 'B';
    if (own?.receipt) return 'r';
    return own?.given ? 'g' : '-';
  }).join('');

const said = (event: LifeEvent): string =>
  `${event.side} ${event.name === 'entry-confirmed' ? (event.date === A ? 'A' : 'B') : event.name}`;

// Written by hand, beside the machine: what may happen in each state and to which it leads. All else is refused.
const EXPECTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '--': { 'ua notified': 'g-', 'al notified': '-g' },
  'g-': { 'ua receipted': 'r-', 'al notified': 'gg' },
  '-g': { 'ua notified': 'gg', 'al receipted': '-r' },
  'gg': { 'ua receipted': 'rg', 'al receipted': 'gr' },
  'r-': { 'al notified': 'rg' },
  '-r': { 'ua notified': 'gr' },
  'rg': { 'al receipted': 'rr' },
  'gr': { 'ua receipted': 'rr' },
  'rr': { 'ua A': 'Ar', 'ua B': 'Br', 'al A': 'rA', 'al B': 'rB' },
  'Ar': { 'al A': 'AA', 'al B': 'AB' },
  'Br': { 'al A': 'BA', 'al B': 'BB' },
  'rA': { 'ua A': 'AA', 'ua B': 'BA' },
  'rB': { 'ua A': 'AB', 'ua B': 'BB' },
  'AA': {},
  'BB': {},
  'AB': { 'ua A': 'AB', 'ua B': 'BB', 'al A': 'AA', 'al B': 'AB' },
  'BA': { 'ua A': 'AA', 'ua B': 'BA', 'al A': 'BA', 'al B': 'BB' },
};

describe('the states of the Agreement', () => {
  const lives = reachable();
  const pairs = lives.flatMap((life) =>
    EVENTS.map((event) => ({ life, event, state: state(life), said: said(event) })),
  );

  test('are the 17 written down, and all pairs with the 8 events are tried', () => {
    expect(lives.map(state).sort()).toEqual(Object.keys(EXPECTED).sort());
    expect([lives.length, EVENTS.length, pairs.length]).toEqual([17, 8, 136]);
    const allowed = Object.values(EXPECTED).reduce((sum, moves) => sum + Object.keys(moves).length, 0);
    expect([allowed, pairs.length - allowed]).toEqual([32, 104]);
  });
  test.each(pairs)('in $state, $said leads where the table says, or is refused by name', ({ life, event }) => {
    const before = JSON.stringify(life);
    const next = step(life, event);
    const expected = EXPECTED[state(life)]?.[said(event)];
    if (expected === undefined) {
      expect(next).toBeInstanceOf(Refusal);
      const { code, detail } = next as Refusal;
      expect(code).toBe('state-forbids');
      expect(detail).toContain(`${event.name} of ${event.side}`);
      for (const side of SIDES) expect(detail).toContain(`entry of ${side} ${positionOf(life, 'entry', side)}`);
    } else {
      expect(next).not.toBeInstanceOf(Refusal);
      expect(state(next as Life)).toBe(expected);
    }
    expect(JSON.stringify(life)).toBe(before);
  });
  test('a refusal says from where the event could be said', () => {
    const refused = step(after(notified('ua')), confirmed('ua', A));
    expect((refused as Refusal).detail).toBe(
      'In the state entry of ua given, entry of al none: entry-confirmed of ua. It can be said from receipted, ' +
        'when the receipt of every notification is recorded; or from confirmed, ' +
        'while the sides have confirmed different dates.',
    );
  });
  test('every row of the table is used by some pair, and every position is reached', () => {
    for (const row of MOVES) {
      const uses = pairs.filter(({ life, event }) => {
        const next = step(life, event);
        if (next instanceof Refusal || event.name !== row.event) return false;
        const [from, to] = [life, next].map((each) => positionOf(each, row.line, event.side));
        return from === row.from && to === row.to;
      });
      expect(uses.length, JSON.stringify(row)).toBeGreaterThan(0);
      expect(Object.keys(CONDITIONS)).toContain(row.when);
    }
    const positions = new Set(lives.flatMap((life) => SIDES.map((side) => positionOf(life, 'entry', side))));
    expect([...positions].sort()).toEqual([...LINES.entry].sort());
  });
  test('both sides reach one life whichever acts arrive first', () => {
    const other = [notified('al'), notified('ua'), receipted('al'), receipted('ua')];
    expect(after(...other, confirmed('al', A), confirmed('ua', A))).toEqual(
      after(...BOTH, confirmed('ua', A), confirmed('al', A)),
    );
  });
  test('a life is JSON and feeds the clock of entry as it stands', () => {
    const life: Json = after(...BOTH);
    expect(JSON.parse(JSON.stringify(life))).toEqual(life);
  });
  test('a side that is none of the agreement, or an agreement of one side, is a broken invariant', () => {
    expect(() => step(signedLife(SIDES), notified('mk'))).toThrow(/no side/);
    expect(() => signedLife(['ua'])).toThrow(/alone/);
    expect(() => signedLife(['ua', 'ua'])).toThrow(/alone/);
    expect(() => lifeStage({})).toThrow(/alone/);
  });
});

describe('how the Agreement stands', () => {
  const dates = (today: string): { today: string; entry: string; lastDay: string; ends: null } =>
    ({ today, entry: A, lastDay: '2036-08-31', ends: null });

  test.each([
    ['signed', []],
    ['notified-once', [notified('ua')]],
    ['notified-once', [notified('ua'), receipted('ua')]],
    ['notified-both', [notified('ua'), notified('al')]],
    ['notified-both', BOTH.slice(0, 3)],
  ] as const)('is signed, not in effect, at the stage %s', (stage, events) => {
    expect(lifeStage(after(...events))).toBe(stage);
    const heading = lifeHeading(after(...events), { today: '2040-01-01', entry: null, lastDay: null, ends: null });
    expect(heading).toBe('signed-not-in-effect');
  });
  test.each([
    ['receipted-both', [], 'in-effect-unconfirmed'],
    ['confirmed-once', [confirmed('al', A)], 'in-effect-unconfirmed'],
    ['confirmed-both', [confirmed('al', A), confirmed('ua', A)], 'in-effect'],
    ['confirmations-differ', [confirmed('al', A), confirmed('ua', B)], 'in-effect-dates-differ'],
  ] as const)('at the stage %s follows the days', (stage, events, heading) => {
    const life = after(...BOTH, ...events);
    const on = ['2026-08-30', '2026-08-31', '2036-08-31', '2036-09-01'];
    expect(lifeStage(life)).toBe(stage);
    expect(on.map((today) => lifeHeading(life, dates(today)))).toEqual(['entry-ahead', heading, heading, 'lapsed']);
  });
  test('names a heading for every stage and day, and each heading is given by some', () => {
    const given = reachable().flatMap((life) => {
      const signed = ['signed', 'notified-once', 'notified-both'].includes(lifeStage(life));
      const clocks = signed ? { entry: null, lastDay: null } : { entry: A, lastDay: '2036-08-31' };
      const ends = signed ? [null] : [null, '2030-06-30', '2036-12-31'];
      return ['2026-08-30', A, '2030-07-01', '2036-09-01'].flatMap((today) =>
        ends.map((end) => lifeHeading(life, { today, ...clocks, ends: end })),
      );
    });
    expect([...new Set(given)].sort()).toEqual([...LIFE_HEADINGS].sort());
  });
  test('a notice received makes it pending to the end of its day; after the term it would end nothing', () => {
    const life = after(...BOTH);
    const on = (today: string, ends: string): string => lifeHeading(life, { ...dates(today), ends });
    expect([on('2030-06-30', '2030-06-30'), on('2030-07-01', '2030-06-30')]).toEqual([
      'termination-pending', 'terminated',
    ]);
    expect([on('2036-08-31', '2036-12-31'), on('2036-09-01', '2036-12-31')]).toEqual([
      'in-effect-unconfirmed', 'lapsed',
    ]);
  });
  test('cannot be asked where everything is received and a clock has no date', () => {
    const attempt = (): unknown => lifeHeading(after(...BOTH), { today: A, entry: null, lastDay: null, ends: null });
    expect(attempt).toThrow(/no date/);
  });
  test('rests on a confirmed date only where both sides say the same', () => {
    expect(confirmedEntry(after(...BOTH, confirmed('ua', A)))).toBeNull();
    const differ = after(...BOTH, confirmed('ua', A), confirmed('al', B));
    expect(confirmedEntry(differ)).toBeNull();
    const mended = step(differ, confirmed('al', A));
    expect(mended instanceof Refusal ? mended : confirmedEntry(mended)).toEqual({ date: A, acts: ['c-ua', 'c-al'] });
  });
  test('comes from the clocks of the same life, from the receipts to the last day', () => {
    const life = after(...BOTH);
    const seats = [{ side: 'ua', zone: 'Europe/Kyiv' }, { side: 'al', zone: 'Europe/Tirane' }];
    const clause = { provision: '76', seats, tz: '2026c', convention: null };
    const entry = entryClock(life, clause);
    if (entry.state === 'waits') throw new Error('the entry clock waits');
    const { date } = operative(entry);
    const lapse = lapseClock({ date, acts: [] }, { years: 10 }, { ...clause, provision: '77' });
    if (lapse.state === 'waits') throw new Error('the lapse clock waits');
    const lastDay = operative(lapse).date;
    expect([date, lastDay]).toEqual(['2026-08-31', '2036-08-31']);
    expect(lifeHeading(life, { today: '2030-01-01', entry: date, lastDay, ends: null })).toBe('in-effect-unconfirmed');
  });
});
