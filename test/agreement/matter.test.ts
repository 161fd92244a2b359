// The matters of an agreement: every state with every event by every side, what leads where, what is refused by name.
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../src/act/refusal.ts';
import {
  advance, MATTER_EVENTS, MATTER_MOVES, type MatterEvent, type MatterEventName, type MatterName, MATTERS, matterOf,
  type MatterState, ROUND_LIMIT, runningRound, stateOf, STEP_LIMIT, UNOPENED,
} from '../../src/agreement/matter.ts';

const SIDES = ['ua', 'al'] as const;
type Side = (typeof SIDES)[number];
const NAMES = Object.keys(MATTERS) as MatterName[];
const RECEIPTS = ['received', 'received-late', 'acceptance-received', 'acceptance-received-late'];
const NAMING = [...RECEIPTS, 'accepted', 'proposal-withdrawn'];

let counted = 0;

/** An event of a side that names what stands, unless told another. */
function event(state: MatterState, matter: MatterName, name: MatterEventName, side: Side, of?: string): MatterEvent {
  const round = runningRound(matter, state);
  const last = round?.steps.findLast((step) => step.event === 'accepted')?.act;
  const stands = name.startsWith('acceptance') ? last : (round?.head ?? round?.steps[0]?.act);
  counted += 1;
  const act = `a${counted}`;
  return {
    name,
    act,
    side,
    index: counted,
    seen: 0,
    at: '2026-09-01T08:00:00Z',
    body: null,
    of: NAMING.includes(name) ? (of ?? stands ?? null) : null,
    receipt: RECEIPTS.includes(name) ? { act, date: '2026-09-01' } : null,
  };
}

/** The state as the table sees it: where it is, who opened it, whose proposal stands. */
function shape(matter: MatterName, state: MatterState): string {
  const round = runningRound(matter, state);
  const head = round?.steps.find(({ act }) => act === round.head);
  return [stateOf(matter, state), round?.opener ?? '-', head?.side ?? '-'].join(' ');
}

/** Every shape a matter can come to, each with one state that has it. */
function reachable(matter: MatterName): ReadonlyMap<string, MatterState> {
  const found = new Map<string, MatterState>([[shape(matter, UNOPENED), UNOPENED]]);
  for (const state of found.values()) {
    for (const name of MATTER_EVENTS) {
      for (const side of SIDES) {
        const next = advance(matter, state, event(state, matter, name, side));
        if (!(next instanceof Refusal) && !found.has(shape(matter, next))) found.set(shape(matter, next), next);
      }
    }
  }
  return found;
}

// Written by hand, beside the table: what may be said in each state, as `event who>state`. All else is refused.
const EXPECTED: Readonly<Record<MatterName, Readonly<Record<string, string>>>> = {
  extension: {
    none: 'proposed any>proposed',
    proposed: 'proposed any>proposed received addressee>received received-late addressee>none ' +
      'proposal-withdrawn proposer>none',
    received: 'proposed any>proposed accepted addressee>accepted proposal-withdrawn proposer>none',
    accepted: 'acceptance-received proposer>none acceptance-received-late proposer>none',
  },
  termination: {
    none: 'opened any>given',
    given: 'received other>pending withdrawn opener>none',
    pending: 'withdrawn opener>none',
  },
  activities: {
    none: 'proposed any>proposed',
    proposed: 'proposed any>proposed accepted addressee>none proposal-withdrawn proposer>none',
  },
  accession: {
    none: 'opened any>open',
    open: 'proposed any>proposed withdrawn opener>none',
    proposed: 'proposed any>proposed accepted addressee>none proposal-withdrawn proposer>open',
  },
  alignment: {
    none: 'opened any>open',
    open: 'proposed any>proposed withdrawn opener>none',
    proposed: 'proposed any>proposed accepted addressee>none proposal-withdrawn proposer>open',
  },
  basis: { none: 'opened any>stands', stands: 'ended opener>none' },
  reading: {
    none: 'confirmed any>confirmed-once',
    'confirmed-once': 'confirmed other>confirmed-both',
    'confirmed-both': '',
  },
  difference: {
    none: 'opened any>stated',
    stated: 'answered other>answered talks-held any>stated withdrawn opener>none',
    answered: 'talks-held any>answered proposed any>proposed withdrawn opener>none',
    proposed: 'talks-held any>proposed proposed any>proposed accepted addressee>none ' +
      'proposal-withdrawn proposer>answered',
  },
  convention: {
    none: 'proposed any>proposed',
    proposed: 'proposed any>proposed accepted addressee>none proposal-withdrawn proposer>none',
  },
  registration: { none: 'opened any>registered', registered: 'opened opener>registered' },
  original: { none: 'opened any>kept', kept: 'opened opener>kept' },
  discrepancy: {
    none: 'opened any>stated',
    stated: 'proposed any>proposed withdrawn opener>none',
    proposed: 'proposed any>proposed accepted addressee>none proposal-withdrawn proposer>stated',
  },
};

/** Where the table written above leads, or undefined where it has no row. */
function expected(matter: MatterName, state: MatterState, name: MatterEventName, side: Side): string | undefined {
  const round = runningRound(matter, state);
  const head = round?.steps.find(({ act }) => act === round.head)?.side;
  const fits: Readonly<Record<string, boolean>> = {
    any: true,
    opener: round?.opener === side,
    other: round !== undefined && round.opener !== side,
    proposer: head === side,
    addressee: head !== undefined && head !== side,
  };
  const words = (EXPECTED[matter][stateOf(matter, state)] ?? '').split(' ');
  const at = words.findIndex((word, i) => i % 2 === 0 && word === name);
  const [who = '', to] = at < 0 ? [] : (words[at + 1] ?? '').split('>');
  return fits[who] === true ? to : undefined;
}

const PAIRS = NAMES.flatMap((matter) =>
  [...reachable(matter).values()].flatMap((state) =>
    MATTER_EVENTS.flatMap((name) => SIDES.map((side) => ({ matter, state, name, side }))),
  ),
);

describe('the table of the matters', () => {
  test('has every state that is written down, and every pair is tried', () => {
    for (const matter of NAMES) {
      const states = new Set([...reachable(matter).values()].map((state) => stateOf(matter, state)));
      expect([...states].toSorted(), matter).toEqual(Object.keys(EXPECTED[matter]).toSorted());
    }
    const led = PAIRS.filter(({ matter, state, name, side }) => expected(matter, state, name, side) !== undefined);
    // 12 matters, 13 events, 2 sides.
    expect([NAMES.length, MATTER_EVENTS.length, PAIRS.length, led.length, PAIRS.length - led.length]).toEqual([
      12, 13, 1872, 222, 1650,
    ]);
  });

  test.each(NAMES)('%s: each state, event and side leads where it is written, or is refused by name', (one) => {
    for (const { matter, state, name, side } of PAIRS.filter((pair) => pair.matter === one)) {
      const before = JSON.stringify(state);
      const next = advance(matter, state, event(state, matter, name, side));
      const to = expected(matter, state, name, side);
      const pair = `${shape(matter, state)}: ${name} by ${side}`;
      if (to === undefined) {
        expect(next, pair).toBeInstanceOf(Refusal);
        const { code, detail } = next as Refusal;
        expect(code, pair).toBe('state-forbids');
        expect(detail).toContain(`In the state ${matter} ${stateOf(matter, state)}: ${name} by ${side}`);
      } else {
        expect(next, pair).not.toBeInstanceOf(Refusal);
        expect(stateOf(matter, next as MatterState), pair).toBe(to);
      }
      expect(JSON.stringify(state)).toBe(before);
    }
  });

  test('uses every row, and no row leads to a state that is not written down', () => {
    for (const { matter, from, to } of MATTER_MOVES) {
      const ends: readonly string[] = MATTERS[matter].ends;
      expect(Object.keys(EXPECTED[matter]), `${matter} ${from}`).toContain(from);
      if (!ends.includes(to)) expect(Object.keys(EXPECTED[matter]), `${matter} ${to}`).toContain(to);
    }
  });
});

/** Says events in turn; every one must be let in. */
function after(matter: MatterName, ...said: readonly (readonly [MatterEventName, Side])[]): MatterState {
  return said.reduce<MatterState>((state, [name, side]) => {
    const next = advance(matter, state, event(state, matter, name, side));
    if (next instanceof Refusal) throw next;
    return next;
  }, UNOPENED);
}

describe('a matter', () => {
  test('an acceptance names the exact proposal that stands: a counter-proposal takes its place', () => {
    const first = after('extension', ['proposed', 'ua'], ['received', 'al']);
    const old = runningRound('extension', first)?.head ?? '';
    const countered = advance('extension', first, event(first, 'extension', 'proposed', 'al')) as MatterState;
    const received = advance('extension', countered, event(countered, 'extension', 'received', 'ua')) as MatterState;
    const wrong = advance('extension', received, event(received, 'extension', 'accepted', 'ua', old));
    expect((wrong as Refusal).detail).toMatch(/^In the state extension received: accepted by ua names a\d+; what/);
    expect(advance('extension', received, event(received, 'extension', 'accepted', 'ua'))).not.toBeInstanceOf(Refusal);
  });

  test('a power is used again: after an end a new round begins, and the old ones are kept', () => {
    const course = [['proposed', 'ua'], ['received', 'al'], ['accepted', 'al'], ['acceptance-received', 'ua']] as const;
    const once = after('extension', ...course);
    expect(once.rounds.map(({ state }) => state)).toEqual(['decided']);
    const again = advance('extension', once, event(once, 'extension', 'proposed', 'al')) as MatterState;
    expect(again.rounds.map(({ state }) => state)).toEqual(['decided', 'proposed']);
  });

  test('a receipt stands beside what it acknowledges', () => {
    const pending = after('termination', ['opened', 'ua'], ['received', 'al']);
    expect(pending.rounds[0]?.steps.map(({ event: name, receipt }) => [name, receipt?.date])).toEqual([
      ['opened', '2026-09-01'],
    ]);
  });

  test('has a last round and a last step', () => {
    const round = { state: 'stated', opener: 'ua', head: null };
    const step = { event: 'talks-held', act: 'a', side: 'ua', index: 0, at: '', body: null, receipt: null };
    const full = { rounds: [{ ...round, steps: Array.from({ length: STEP_LIMIT }, () => step) }] };
    expect(advance('difference', full, event(full, 'difference', 'talks-held', 'al'))).toBeInstanceOf(Refusal);
    const many = { rounds: Array.from({ length: ROUND_LIMIT }, () => ({ ...round, state: 'settled', steps: [step] })) };
    expect(advance('difference', many, event(many, 'difference', 'opened', 'al'))).toBeInstanceOf(Refusal);
  });

  test('is named by the subject of an act, with its number where there are several', () => {
    expect(['difference/ua-1', 'extension', 'agreement', 'toString', 'ua:nmaa'].map(matterOf)).toEqual([
      'difference', 'extension', undefined, undefined, undefined,
    ]);
  });
});
