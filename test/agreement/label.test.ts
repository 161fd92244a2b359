// Labels: the ring each asks for, and the laws by which those of many items become the label of one report.
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { Label } from '../../src/act/act.ts';
import {
  ACTIONS,
  isWithin,
  join,
  type Joined,
  markedAs,
  NOBODY,
  requireLabel,
  type Ring,
  ringOf,
  spelled,
} from '../../src/agreement/label.ts';
import { beside, labelOfAnswer } from '../../src/agreement/handling.ts';
import { type Marked, maySee, type Viewer } from '../../src/agreement/sight.ts';
import { AGREEMENT as agreement } from '../web/agreement.ts';

const LABEL: Label = { tlp: 'CLEAR', rel: ['AL', 'UA'] };
const PERSONAL = { categories: ['victim'], special: true, basis: 'law' };

describe('the ring of a label', () => {
  const rows: readonly (readonly [string, Partial<Label>, Ring])[] = [
    ['CLEAR', {}, 'A'],
    ['GREEN for named bodies', { tlp: 'GREEN', bodies: ['al:asp'] }, 'A'],
    ['H0', { codes: ['H0'] }, 'A'],
    ['AMBER', { tlp: 'AMBER' }, 'B'],
    ['personal data, whatever the TLP', { personal: PERSONAL }, 'B'],
    ['AMBER+STRICT', { tlp: 'AMBER+STRICT' }, 'C'],
    ['RED', { tlp: 'RED' }, 'C'],
    ['originator control', { tlp: 'GREEN', orcon: true }, 'C'],
    ['Europol H1', { tlp: 'GREEN', codes: ['H1'] }, 'C'],
    ['Europol H2', { tlp: 'AMBER', codes: ['H2'] }, 'C'],
    ['NATO', { codes: ['NATO-SECRET'] }, 'D'],
    ['the EU', { codes: ['RESTREINT-UE'] }, 'D'],
    ['a national classification of Ukraine', { codes: ['UA:TSILKOM-TAIEMNO'] }, 'D'],
    ['a national classification of Albania', { action: 'tep-sekret' }, 'D'],
    ['what only sounds like one', { codes: ['UNCLASSIFIED', 'secretariat'] }, 'A'],
  ];
  test.each(rows)('%s', (_, label, ring) => {
    expect(ringOf({ ...LABEL, ...label })).toBe(ring);
  });

  test('a kind carries the rings that it says, and ring D is refused to all', () => {
    const all: readonly Ring[] = ['A', 'B', 'C'];
    expect(() => requireLabel({ ...LABEL, tlp: 'AMBER' }, agreement)).toThrow('ring B');
    expect(() => requireLabel({ ...LABEL, tlp: 'AMBER' }, agreement, ['B'])).not.toThrow();
    expect(() => requireLabel(LABEL, agreement, ['B'])).toThrow('ring A');
    const secret: Label = { ...LABEL, codes: ['COSMIC-TOP-SECRET'] };
    expect(() => requireLabel(secret, agreement, all)).toThrow('accredited channel');
  });
});

const SIDES = ['AL', 'UA'];
const body = fc.constantFrom('ua:mfa', 'ua:sbu', 'al:mefa', 'al:asp');
const purpose = fc.constantFrom('crime', 'relief', 'trade');
const code = fc.constantFrom('H0', 'H1', 'x');
const date = fc.constantFrom('2026-01-01', '2027-01-01', '2028-01-01');
const action = fc.constantFrom(...ACTIONS, 'OTHER', 'STRANGE');
const list = (of: fc.Arbitrary<string>, least = 0) => fc.uniqueArray(of, { minLength: least, maxLength: 3 });

const label: fc.Arbitrary<Label> = fc.record(
  {
    tlp: fc.constantFrom('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'),
    rel: fc.subarray(SIDES, { minLength: 1 }),
    bodies: list(body),
    orcon: fc.boolean(),
    codes: list(code),
    action,
    purpose: list(purpose),
    personal: fc.record({
      categories: list(fc.constantFrom('victim', 'witness')),
      special: fc.boolean(),
      basis: fc.constantFrom('law', 'consent', 'b'.repeat(40), 'c'.repeat(40)),
    }),
    keepUntil: date,
    reviewAt: date,
    source: fc.constantFrom('A', 'B', 'C', 'X'),
    information: fc.integer({ min: 1, max: 4 }),
    originator: body,
  },
  { requiredKeys: ['tlp', 'rel'] },
);
const marked: fc.Arbitrary<Marked> = fc.record({ label, by: body, to: list(body, 1) });
const viewer: fc.Arbitrary<Viewer> = fc.oneof(
  fc.constant('public' as const),
  fc.record({
    side: fc.constantFrom('ua', 'al'),
    bodies: list(body),
    purpose: fc.option(purpose, { nil: undefined }),
  }),
);
const sees = (who: Viewer, of: Joined): boolean => of !== NOBODY && maySee(who, markedAs(of));
const RUNS = { numRuns: 3000 };

describe('the label of a report made of items', () => {
  test('does not depend on their order', () => {
    fc.assert(
      fc.property(marked, marked, (a, b) => {
        expect(join(spelled(a), spelled(b))).toEqual(join(spelled(b), spelled(a)));
      }),
      RUNS,
    );
  });

  test('does not depend on how they are grouped', () => {
    fc.assert(
      fc.property(marked, marked, marked, (a, b, c) => {
        const [x, y, z] = [spelled(a), spelled(b), spelled(c)];
        expect(join(join(x, y), z)).toEqual(join(x, join(y, z)));
      }),
      RUNS,
    );
  });

  test('is that of the item where there is one, however often', () => {
    fc.assert(
      fc.property(marked, (a) => {
        expect(join(spelled(a), spelled(a))).toEqual(spelled(a));
      }),
      RUNS,
    );
  });

  test('is never more open than an item', () => {
    fc.assert(
      fc.property(marked, marked, viewer, (a, b, who) => {
        if (sees(who, join(spelled(a), spelled(b)))) expect([maySee(who, a), maySee(who, b)]).toEqual([true, true]);
      }),
      RUNS,
    );
  });

  test('is no narrower than its items where whoever asks may see them for the same purpose', () => {
    fc.assert(
      fc.property(marked, viewer, (a, who) => {
        expect(sees(who, spelled(a))).toBe(maySee(who, a));
      }),
      RUNS,
    );
  });

  test('keeps to the ring of the highest item', () => {
    fc.assert(
      fc.property(marked, marked, (a, b) => {
        const joined = join(spelled(a), spelled(b));
        if (joined === NOBODY) return;
        const highest = [ringOf(a.label), ringOf(b.label)].toSorted((x, y) => (x < y ? 1 : -1))[0];
        expect(ringOf(joined)).toBe(highest);
      }),
      RUNS,
    );
  });

  const rows: readonly (readonly [string, Partial<Label>, Partial<Label>])[] = [
    ['sides', { rel: ['AL'] }, { rel: ['UA'] }],
    ['bodies', { tlp: 'AMBER', bodies: ['ua:sbu'] }, { tlp: 'AMBER', bodies: ['al:asp'] }],
    ['purposes', { purpose: ['crime'] }, { purpose: ['relief'] }],
  ];
  test.each(rows)('is for nobody where the items have no %s in common', (_, a, b) => {
    const x = spelled({ label: { ...LABEL, ...a }, by: 'ua:sbu', to: [] });
    const y = spelled({ label: { ...LABEL, ...b }, by: 'al:asp', to: [] });
    expect(join(x, y)).toBe(NOBODY);
    expect(join(NOBODY, x)).toBe(NOBODY);
  });
});

test('what is within another is seen by nobody who may not see that', () => {
  let within = 0;
  fc.assert(
    fc.property(marked, marked, viewer, (a, b, who) => {
      if (!isWithin(a, b)) return;
      within += 1;
      if (maySee(who, a)) expect(maySee(who, b)).toBe(true);
    }),
    { numRuns: 20_000 },
  );
  expect(within).toBeGreaterThan(100);
});

test('what speaks of what was relabelled is seen by nobody who may not see both by now, with words or without', () => {
  // Personal data is given for a purpose, or not at all.
  const given = marked.filter(({ label: of }) => of.personal === undefined || (of.purpose ?? []).length > 0);
  let seen = 0;
  fc.assert(
    fc.property(given, fc.array(given, { maxLength: 2 }), viewer, fc.boolean(), (own, borne, who, words) => {
      if (!maySee(who, beside(own, borne, words))) return;
      seen += 1;
      for (const one of [own, ...borne]) expect(maySee(who, one)).toBe(true);
    }),
    { numRuns: 2000 },
  );
  expect(seen).toBeGreaterThan(50);
});

test('an answer without a label of its own is within all that it answers, and bears no grade of theirs', () => {
  const answered = fc.array(marked, { minLength: 1, maxLength: 3 });
  let answers = 0;
  fc.assert(
    fc.property(answered, (all) => {
      const given = labelOfAnswer(all);
      if (given === NOBODY || given === undefined) return;
      answers += 1;
      for (const one of all) expect(isWithin(markedAs(given), one)).toBe(true);
      expect([given.source, given.information, given.originator]).toEqual([undefined, undefined, undefined]);
    }),
    { numRuns: 500 },
  );
  expect(answers).toBeGreaterThan(50);
  expect(labelOfAnswer([])).toBeUndefined();
});

test('an answer among the same bodies is within what it answers, and one made more open is not', () => {
  const asked: Marked = { label: { ...LABEL, tlp: 'AMBER' }, by: 'ua:sbu', to: ['al:asp'] };
  const answer: Marked = { label: { ...LABEL, tlp: 'AMBER' }, by: 'al:asp', to: ['ua:sbu'] };
  expect(isWithin(answer, asked)).toBe(true);
  expect(isWithin({ ...answer, label: LABEL }, asked)).toBe(false);
  expect(isWithin({ ...answer, label: { ...LABEL, tlp: 'GREEN' } }, asked)).toBe(false);
  expect(isWithin({ ...answer, by: 'al:mefa' }, asked)).toBe(false);
});
