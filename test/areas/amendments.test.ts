// The register of amendments without a node: what crosses ends alike on both, and the first acceptance wins.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/act/canonical.ts';
import { fold, type FoldedAct } from '../../src/act/register.ts';
import {
  AMENDMENT_AGREED,
  AMENDMENT_COUNTERED,
  AMENDMENT_EFFECTED,
  AMENDMENT_PROPOSED,
  AMENDMENT_WITHDRAWN,
} from '../../src/areas/final/amendments/kinds.ts';
import { type Amendment, AMENDMENTS, dayOf, headOf, stageOf } from '../../src/areas/final/amendments/registers.ts';
import { AGREEMENT as SUBJECT } from '../../src/areas/final/registers.ts';
import { AGREEMENT } from '../web/agreement.ts';
import { Given } from './record.ts';

const WORDS = { en: 'EXERCISE', uk: 'EXERCISE', sq: 'EXERCISE' };
const BODY: Json = {
  title: 'EXERCISE',
  order: 1,
  instructions: [{ op: 'replace', id: '71', after: null, text: WORDS, from: null }],
};

/** Acts that had not seen each other: `seen` is what the log of each had seen of the other. */
class Crossing {
  readonly acts: FoldedAct[] = [];
  readonly #given = new Given(AGREEMENT);

  say(side: string, kind: string, body: Json, seen: number, re: readonly { act: string; role: string }[] = []): string {
    const act = { ...this.#given.say({ side, kind, body, re }), seen };
    this.acts.push(act);
    return act.id;
  }

  get amendment(): Amendment {
    const found = fold(AMENDMENTS, SUBJECT, this.acts).all[0];
    if (found === undefined) throw new Error('nothing was proposed');
    return found;
  }
}

const other = (side: string): string => (side === 'ua' ? 'al' : 'ua');

/** One side proposes; the other has seen it. */
function proposed(side: string): { readonly line: Crossing; readonly head: string } {
  const line = new Crossing();
  return { line, head: line.say(side, AMENDMENT_PROPOSED.id, BODY, 0) };
}

const accept = (line: Crossing, side: string, amendment: string, head: string, seen: number): string =>
  line.say(side, AMENDMENT_AGREED.id, { amendment, head }, seen, [{ act: head, role: 'accepts' }]);
const withdraw = (line: Crossing, side: string, amendment: string, head: string, seen: number): string =>
  line.say(side, AMENDMENT_WITHDRAWN.id, { amendment, head, reason: 'EXERCISE' }, seen, [
    { act: head, role: 'withdraws' },
  ]);
const answer = (line: Crossing, side: string, head: string, seen: number): string =>
  line.say(side, AMENDMENT_COUNTERED.id, BODY, seen, [{ act: head, role: 'answers' }]);

describe.each(['ua', 'al'])('what crosses a text of %s', (side) => {
  test('an acceptance stands over a withdrawal that it had not seen', () => {
    const { line, head } = proposed(side);
    withdraw(line, side, head, head, 0);
    accept(line, other(side), head, head, 1);
    expect(stageOf(line.amendment)).toBe('agreed');
  });

  test('a withdrawal that was seen stands over a later acceptance and a later answer', () => {
    const { line, head } = proposed(side);
    withdraw(line, side, head, head, 0);
    accept(line, other(side), head, head, 2);
    answer(line, other(side), head, 2);
    expect(stageOf(line.amendment)).toBe('withdrawn');
  });

  test('an answer that crosses a withdrawal is an open text of its own', () => {
    const { line, head } = proposed(side);
    withdraw(line, side, head, head, 0);
    const own = answer(line, other(side), head, 1);
    expect(stageOf(line.amendment)).toBe('open');
    expect(headOf(line.amendment).act).toBe(own);
  });

  test('nobody accepts a text of their own side, nor one that was answered', () => {
    const { line, head } = proposed(side);
    accept(line, side, head, head, 0);
    expect(stageOf(line.amendment)).toBe('open');
    answer(line, other(side), head, 1);
    accept(line, other(side), head, head, 1);
    expect(stageOf(line.amendment)).toBe('open');
  });

  test('an open day needs both sides to state the same', () => {
    const { line, head } = proposed(side);
    const agreed = accept(line, other(side), head, head, 1);
    const state = (who: string, date: string, seen: number): void => {
      const body = { amendment: head, instructions: [1], date };
      line.say(who, AMENDMENT_EFFECTED.id, body, seen, [{ act: agreed, role: 'effects' }]);
    };
    state(side, '2027-06-01', 1);
    expect(dayOf(line.amendment, 1, ['ua', 'al'])).toBeNull();
    state(other(side), '2027-07-01', 2);
    expect(dayOf(line.amendment, 1, ['ua', 'al'])).toBeNull();
    state(side, '2027-07-01', 3);
    expect(dayOf(line.amendment, 1, ['ua', 'al'])).toBe('2027-07-01');
  });
});

test('whatever is said in whatever order of arrival, both nodes have the same amendments and no step throws', () => {
  const kind = fc.constantFrom('propose', 'answer', 'accept', 'withdraw', 'effect');
  const one = fc.tuple(fc.constantFrom('ua', 'al'), kind, fc.nat(5), fc.nat(5));
  fc.assert(
    fc.property(fc.array(one, { maxLength: 14 }), fc.infiniteStream(fc.nat()), (said, chance) => {
      const line = new Crossing();
      for (const [side, what, of, seen] of said) {
        const target = line.acts[of % Math.max(1, line.acts.length)]?.id ?? 'nothing'.padEnd(43, '-');
        const have = line.acts.filter((act) => act.side === other(side)).length;
        const own = line.acts.filter((act) => act.side === side).map((act) => act.seen);
        const saw = Math.max(Math.min(seen, have), ...own, 0);
        if (what === 'propose') line.say(side, AMENDMENT_PROPOSED.id, BODY, saw);
        if (what === 'answer') answer(line, side, target, saw);
        if (what === 'accept') accept(line, side, target, target, saw);
        if (what === 'withdraw') withdraw(line, side, target, target, saw);
        if (what === 'effect') {
          const body = { amendment: target, instructions: [1], date: '2027-01-01' };
          line.say(side, AMENDMENT_EFFECTED.id, body, saw, [{ act: target, role: 'effects' }]);
        }
      }
      const shuffled = line.acts
        .map((act) => ({ act, at: chance.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ act }) => act);
      expect(fold(AMENDMENTS, SUBJECT, shuffled)).toEqual(fold(AMENDMENTS, SUBJECT, line.acts));
      for (const amendment of fold(AMENDMENTS, SUBJECT, line.acts).all) {
        const { agreed, heads } = amendment;
        // Who accepted is never who wrote.
        if (agreed !== null) expect(heads.find(({ act }) => act === agreed.head)?.side).toBe(other(agreed.side));
        heads.forEach((head, i) => expect(i === 0 || head.side !== heads[i - 1]?.side).toBe(true));
      }
    }),
  );
});
