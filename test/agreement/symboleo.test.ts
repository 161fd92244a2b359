// Symboleo's 27 transitions of contract, obligation and power, each beside what our table makes of it.
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../src/act/refusal.ts';
import { extensionClock, terminationClock } from '../../src/agreement/terms.ts';
import {
  type Life, type LifeEvent, lifeHeading, MOVES, positionOf, signedLife, step,
} from '../../src/agreement/life.ts';
import {
  advance, MATTER_EVENTS, type MatterEventName, type MatterName, type MatterState, runningRound, UNOPENED,
} from '../../src/agreement/matter.ts';
import { AGREEMENT } from '../web/agreement.ts';

// Source: S. Sharifi, A. Parvizimosaed, D. Amyot, L. Logrippo, J. Mylopoulos, "Symboleo: Towards a Specification
// Language for Legal Contracts", RE 2020: statecharts of contract, obligation and power. The names of states and events
// are those of the authors' ontology.ump (Smart-Contract-Modelling-uOttawa/Symboleo-JS-Core).

const CLAUSE = {
  provision: '78',
  seats: [{ side: 'ua', zone: 'Europe/Kyiv' }, { side: 'al', zone: 'Europe/Tirane' }],
  tz: '2026c',
  convention: null,
};

let counted = 0;
type Said = readonly [name: MatterEventName, side: 'ua' | 'al'];

/** What a matter comes to after these events, or the first refusal. */
function come(matter: MatterName, ...said: readonly Said[]): MatterState | Refusal {
  let state: MatterState | Refusal = UNOPENED;
  for (const [name, side] of said) {
    if (state instanceof Refusal) return state;
    const round = runningRound(matter, state);
    const accepted = round?.steps.findLast(({ event }) => event === 'accepted')?.act;
    const isReceipt = name.includes('received');
    const of = name.startsWith('acceptance') ? accepted : (round?.head ?? round?.steps[0]?.act);
    const names = isReceipt || name === 'accepted' || name === 'proposal-withdrawn';
    counted += 1;
    const act = `a${counted}`;
    const receipt = isReceipt ? { act, date: '2026-09-01' } : null;
    const bare = { name, act, side, index: counted, seen: 0, at: '2026-09-01T08:00:00Z', body: null };
    const event = { ...bare, of: names ? (of ?? null) : null, receipt };
    state = advance(matter, state, event);
  }
  return state;
}

const last = (state: MatterState | Refusal): string =>
  state instanceof Refusal ? state.code : (state.rounds.at(-1)?.state ?? 'none');

/** Entry into effect: both notified, both received. */
function entered(): Life {
  const sides = [['ua', 'Europe/Tirane'], ['al', 'Europe/Kyiv']] as const;
  const events = sides.flatMap(([side, zone]): readonly LifeEvent[] => [
    { name: 'notified', side, act: `n-${side}`, at: '2026-08-01T08:00:00Z' },
    { name: 'receipted', side, act: `r-${side}`, instant: '2026-08-31T08:00:00Z', date: '2026-08-31', zone },
  ]);
  return events.reduce<Life>((life, event) => step(life, event) as Life, signedLife(['ua', 'al']));
}

const heading = (today: string, ends: string | null = null): string =>
  lifeHeading(entered(), { today, entry: '2026-08-31', lastDay: '2036-08-31', ends });

/** Every name of an event that our tables know. */
const EVENTS: readonly string[] = [...MATTER_EVENTS, ...MOVES.map(({ event }) => event)];
const hasNoEvent = (name: string): void => expect(EVENTS.filter((event) => event.includes(name))).toEqual([]);
const lacks = (family: string): void => expect(AGREEMENT.absent).toContain(family);
const DECIDED: readonly Said[] = [
  ['proposed', 'ua'], ['received', 'al'], ['accepted', 'al'], ['acceptance-received', 'ua'],
];

interface Row {
  readonly machine: 'contract' | 'obligation' | 'power';
  readonly from: string;
  readonly event: string;
  readonly to: string;
  readonly here: 'moves' | 'repaired' | 'absent';
  readonly because: string;
  readonly shows: () => void;
}

const row = (
  machine: Row['machine'], from: string, event: string, to: string,
  here: Row['here'], because: string, shows: Row['shows'],
): Row => ({ machine, from, event, to, here, because, shows });

const suspended = (): void => {
  lacks('suspension');
  hasNoEvent('suspend');
  hasNoEvent('resume');
};

const CONTRACT: readonly Row[] = [
  row('contract', 'Form', 'activated', 'InEffect', 'moves', 'two receipts bring it into effect (¶76)', () => {
    expect(heading('2026-08-31')).toBe('in-effect-unconfirmed');
    expect(heading('2026-08-30')).toBe('entry-ahead');
  }),
  row('contract', 'InEffect', 'rescinded', 'Rescission', 'absent', 'the text knows no rescission', () =>
    hasNoEvent('resci'),
  ),
  row('contract', 'InEffect', 'suspended', 'Suspension', 'absent', 'the text has no clause of suspension', suspended),
  row('contract', 'Suspension', 'resumed', 'InEffect', 'absent', 'the text has no clause of suspension', suspended),
  row('contract', 'InEffect', 'revokedParty', 'Unassign', 'absent', 'its two sides are fixed', () =>
    lacks('accession-of-others'),
  ),
  row('contract', 'Unassign', 'assignedParty', 'InEffect', 'absent', 'its two sides are fixed', () =>
    lacks('accession-of-others'),
  ),
  row(
    'contract', 'InEffect', 'fulfilledActiveObligations', 'SuccessfulTermination',
    'absent', 'it ends by its last day (¶77), however much is done', () => {
      expect([heading('2036-08-31'), heading('2036-09-01')]).toEqual(['in-effect-unconfirmed', 'lapsed']);
      hasNoEvent('fulfil');
    },
  ),
  row(
    'contract', 'Active', 'terminated', 'UnsuccessfulTermination',
    'repaired', 'termination is pending, and revocable until it takes effect (¶81, VCLT 68)', () => {
      expect(last(come('termination', ['opened', 'ua']))).toBe('given');
      expect(last(come('termination', ['opened', 'ua'], ['received', 'al']))).toBe('pending');
      expect(last(come('termination', ['opened', 'ua'], ['received', 'al'], ['withdrawn', 'ua']))).toBe('withdrawn');
      expect([heading('2027-02-28', '2027-02-28'), heading('2027-03-01', '2027-02-28')]).toEqual([
        'termination-pending', 'terminated',
      ]);
    },
  ),
];

const OBLIGATION: readonly Row[] = [
  row('obligation', 'Start', 'trigerredConditional', 'Create', 'moves', '¶80 stands, and asks nothing yet', () =>
    expect(last(come('accession'))).toBe('none'),
  ),
  row('obligation', 'Start', 'trigerredUnconditional', 'InEffect', 'moves', '¶76 asks both from signature', () =>
    expect(positionOf(signedLife(['ua', 'al']), 'entry', 'ua')).toBe('none'),
  ),
  row('obligation', 'Create', 'expired', 'Discharge', 'moves', '¶80 ends with the term, before it was ever asked', () =>
    expect(heading('2036-09-01')).toBe('lapsed'),
  ),
  row('obligation', 'Create', 'activated', 'InEffect', 'moves', 'the accession is stated (¶80)', () =>
    expect(last(come('accession', ['opened', 'ua']))).toBe('open'),
  ),
  row('obligation', 'InEffect', 'fulfilled', 'Fulfillment', 'moves', 'the sides decide (¶80)', () =>
    expect(last(come('accession', ['opened', 'ua'], ['proposed', 'ua'], ['accepted', 'al']))).toBe('decided'),
  ),
  row(
    'obligation', 'InEffect', 'violated', 'Violation',
    'repaired', 'violation is an assessment: no event makes one, a side states a difference (¶75)', () => {
      hasNoEvent('violat');
      expect(last(come('difference', ['opened', 'al']))).toBe('stated');
    },
  ),
  row('obligation', 'InEffect', 'suspended', 'Suspension', 'absent', 'no clause of suspension', suspended),
  row('obligation', 'InEffect', 'discharged', 'Discharge', 'moves', 'what was stated is withdrawn', () =>
    expect(last(come('accession', ['opened', 'ua'], ['withdrawn', 'ua']))).toBe('withdrawn'),
  ),
  row('obligation', 'Suspension', 'resumed', 'InEffect', 'absent', 'no clause of suspension', suspended),
  row(
    'obligation', 'Active', 'terminated', 'UnsuccessfulTermination',
    'moves', 'it ends with the Agreement, but for activities decided before, which go on (¶81)', () => {
      expect(heading('2027-03-01', '2027-02-28')).toBe('terminated');
      expect(last(come('activities', ['proposed', 'ua'], ['accepted', 'al']))).toBe('agreed');
    },
  ),
];

const POWER: readonly Row[] = [
  row('power', 'Start', 'trigerredConditional', 'Create', 'moves', 'to extend waits for the term (¶78)', () =>
    expect(extensionClock(null, { months: 6 }, CLAUSE, []).state).toBe('waits'),
  ),
  row('power', 'Start', 'trigerredUnconditional', 'InEffect', 'moves', 'to state a difference (¶75)', () =>
    expect(last(come('difference', ['opened', 'ua']))).toBe('stated'),
  ),
  row('power', 'Create', 'expired', 'UnsuccessfulTermination', 'moves', 'a late notice extends nothing', () =>
    expect(last(come('extension', ['proposed', 'ua'], ['received-late', 'al']))).toBe('late'),
  ),
  row('power', 'Create', 'activated', 'InEffect', 'moves', 'the term has a last day (¶77)', () =>
    expect(extensionClock({ date: '2036-08-31', acts: [] }, { months: 6 }, CLAUSE, []).state).toBe('dated'),
  ),
  row(
    'power', 'InEffect', 'exerted', 'SuccessfulTermination',
    'repaired', 'powers are repeatable: an exercise ends its round, and the power is there again', () => {
      const once = come('extension', ...DECIDED);
      const twice = come('extension', ...DECIDED, ['proposed', 'al']);
      expect([last(once), last(twice)]).toEqual(['decided', 'proposed']);
      expect(twice instanceof Refusal ? 0 : twice.rounds.length).toBe(2);
    },
  ),
  row('power', 'InEffect', 'suspended', 'Suspension', 'absent', 'no clause of suspension', suspended),
  row('power', 'InEffect', 'expired', 'UnsuccessfulTermination', 'moves', 'the acceptance is late (¶78)', () =>
    expect(last(come('extension', ...DECIDED.slice(0, 3), ['acceptance-received-late', 'ua']))).toBe('late'),
  ),
  row('power', 'Suspension', 'resumed', 'InEffect', 'absent', 'no clause of suspension', suspended),
  row('power', 'Active', 'terminated', 'UnsuccessfulTermination', 'moves', 'it ends with the Agreement (¶81)', () => {
    const clock = terminationClock({ date: '2026-08-31', acts: [] }, { months: 6 }, CLAUSE);
    expect(clock.state).toBe('dated');
    expect(heading('2027-03-01', '2027-02-28')).toBe('terminated');
  }),
];

const ROWS = [...CONTRACT, ...OBLIGATION, ...POWER];

describe('the transitions of Symboleo', () => {
  test('are 27, and three of them are repaired by name', () => {
    expect([CONTRACT.length, OBLIGATION.length, POWER.length]).toEqual([8, 10, 9]);
    const of = (here: Row['here']): number => ROWS.filter((one) => one.here === here).length;
    expect([of('moves'), of('repaired'), of('absent')]).toEqual([14, 3, 10]);
    expect(ROWS.filter(({ here }) => here === 'repaired').map(({ machine, event }) => `${machine} ${event}`)).toEqual([
      'contract terminated', 'obligation violated', 'power exerted',
    ]);
    expect(new Set(ROWS.map(({ machine, from, event }) => `${machine} ${from} ${event}`)).size).toBe(27);
  });
  test.each(ROWS)('$machine: $from, $event, $to: $here, $because', ({ shows }) => shows());
});
