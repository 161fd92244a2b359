// Consolidation: the text on any day, in the order agreed, with ids that stay and every letter traced.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  consolidate,
  type ConsolidatedText,
  type Correction,
  type Dated,
  inOrder,
  type Instruction,
} from '../../src/agreement/amendment.ts';
import { redline } from '../../src/agreement/redline.ts';
import { ANNEX } from '../../src/agreement/text.ts';
import { AGREEMENT } from '../web/agreement.ts';

const BASE = AGREEMENT.text;

/** The text with amendments alone. */
const amended = (all: readonly Dated[], at: string): ConsolidatedText =>
  consolidate(BASE, { dated: all, corrections: [] }, at, 'en');

function dated(instruction: Partial<Instruction>, rest: Partial<Dated> = {}): Dated {
  const whole: Instruction = { op: 'replace', id: '71', after: null, text: null, from: null, ...instruction };
  const first = { amendment: 'a', act: 'act-a', name: 'UA 1', n: 1, from: '2027-03-01', order: 1 };
  return { ...first, ...rest, instruction: whole };
}

const text = (consolidated: ConsolidatedText, id: string): string | undefined =>
  consolidated.nodes.find((node) => node.id === id)?.text;
const old71 = BASE.nodes.find(({ id }) => id === '71')?.text ?? '';
const new71 = old71.replace('may amend these provisions', 'will amend these provisions within one month');

describe('a redline', () => {
  test('gives back both texts letter by letter, whatever they are', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'ї', 'ë', ' ', ', ', '.', 'word', '\n'), { maxLength: 30 });
    fc.assert(
      fc.property(words, words, (one, two) => {
        const [before, after] = [one.join(''), two.join('')];
        const lines = redline(before, after);
        const of = (is: string): string => lines.filter((line) => line.is !== is).map((line) => line.text).join('');
        expect(of('added')).toBe(before);
        expect(of('removed')).toBe(after);
        if (before === after) expect(lines.every(({ is }) => is === 'same')).toBe(true);
      }),
    );
  });

  test('shows the words that changed, and only these', () => {
    expect(redline('at the request of either Participant', 'at the written request of either side')).toEqual([
      { is: 'same', text: 'at the ' },
      { is: 'added', text: 'written ' },
      { is: 'same', text: 'request of either ' },
      { is: 'removed', text: 'Participant' },
      { is: 'added', text: 'side' },
    ]);
  });

  test('takes a text too long to compare word by word as one change', () => {
    const [before, after] = ['a '.repeat(3000), 'b '.repeat(3000)];
    expect(redline(before, after).map(({ is }) => is)).toEqual(['removed', 'added', 'same']);
  });
});

describe('the text on a day', () => {
  test('is the text as signed before the first instruction is in force, and changes on its very day', () => {
    const all = [dated({ text: { en: new71 } })];
    const day = (at: string): ConsolidatedText => amended(all, at);
    expect(text(day('2027-02-28'), '71')).toBe(old71);
    expect(day('2027-02-28').applied).toEqual([]);
    expect(text(day('2027-03-01'), '71')).toBe(new71);
  });

  test('Part IV: ¶71 replaced, ¶69a inserted, ¶70 repealed, an annex added: ids stay, all others are as signed', () => {
    const all = [
      dated({ text: { en: new71 } }),
      dated({ op: 'insert', id: '69a', after: '69', text: { en: 'EXERCISE inserted.' } }, { n: 2 }),
      dated({ op: 'repeal', id: '70' }, { n: 3 }),
      dated({ op: 'annex', id: 'annex-1', text: { en: 'EXERCISE list\nOne.\nTwo.' } }, { n: 4 }),
    ];
    const { nodes, failed } = amended(all, '2027-03-01');
    expect(failed).toEqual([]);
    const ids = nodes.map(({ id }) => id);
    const before = BASE.nodes.map(({ id }) => id);
    expect(ids).toEqual([...before.slice(0, 78), '69a', ...before.slice(78), 'annex-1']);
    expect(nodes.find(({ id }) => id === '69a')).toMatchObject({ part: 'IV', text: 'EXERCISE inserted.' });
    expect(nodes.find(({ id }) => id === '70')).toMatchObject({ text: '', sources: [] });
    expect(nodes.at(-1)).toMatchObject({ part: ANNEX, partTitle: 'EXERCISE list', text: 'One.\nTwo.' });
    for (const node of nodes.filter(({ history }) => history.length === 0)) {
      expect(node.text).toBe(BASE.nodes.find(({ id }) => id === node.id)?.text);
    }
  });

  test('several on one day follow the order stated, not the order of arrival', () => {
    const first = dated({ text: { en: 'EXERCISE one.' } }, { amendment: 'a', act: 'act-a', order: 1 });
    const second = dated({ text: { en: 'EXERCISE two.' } }, { amendment: 'b', act: 'act-b', order: 2 });
    for (const all of [[first, second], [second, first]]) {
      expect(text(amended(all, '2027-03-01'), '71')).toBe('EXERCISE two.');
      expect(inOrder(all)).toEqual([first, second]);
    }
  });

  test('a correction of one language stands from the beginning, under every amendment, in that language alone', () => {
    const place = { side: 'ua', index: 4 };
    const correction = (wrong: string, right: string): Correction => {
      return { language: 'uk', id: '71', wrong, right, act: 'act-c', place, name: 'UA 4' };
    };
    const corrections = [correction('so as to align them with', 'EXERCISE to align them to'), correction('the', 'a')];
    const on = (language: string, all: readonly Dated[] = []): ConsolidatedText =>
      consolidate(BASE, { dated: all, corrections }, '2027-03-01', language);
    const { nodes, misplaced } = on('uk');
    const node = nodes.find(({ id }) => id === '71');
    expect(node?.text).toBe(old71.replace('so as to align them with', 'EXERCISE to align them to'));
    expect(node?.sources.map((source) => source.text).join('')).toBe(node?.text);
    expect(node?.corrected).toEqual(corrections.slice(0, 1));
    // Words that stand there more than once say nothing of which is meant.
    expect(misplaced).toEqual(corrections.slice(1));
    expect(text(on('en'), '71')).toBe(old71);
    expect(text(on('uk', [dated({ text: { uk: 'EXERCISE new.' } })]), '71')).toBe('EXERCISE new.');
  });

  test('what cannot be applied is named with its reason, and nothing else is lost', () => {
    const all = [
      dated({ op: 'repeal', id: '70' }, { n: 1 }),
      dated({ id: '70', text: { en: 'EXERCISE late.' } }, { n: 2 }),
      dated({ op: 'insert', id: '71', after: '69', text: { en: 'EXERCISE.' } }, { n: 3 }),
      dated({ id: '99', text: { en: 'EXERCISE.' } }, { n: 4 }),
      dated({ op: 'insert', id: '81a', after: 'closing', text: { en: 'EXERCISE.' } }, { n: 5 }),
      dated({ id: '72', text: { sq: 'EXERCISE.' } }, { n: 6 }),
    ];
    const { failed, nodes } = amended(all, '2027-03-01');
    expect(failed.map(({ dated: { n }, why }) => [n, why])).toEqual([
      [2, 'repealed-before'],
      [3, 'stands-already'],
      [4, 'no-such-provision'],
      [5, 'no-such-provision'],
      [6, 'no-text'],
    ]);
    expect(nodes).toHaveLength(BASE.nodes.length);
  });

  test('every letter is of the text as signed or of an act, however often a paragraph is changed', () => {
    const words = fc.array(fc.constantFrom(...old71.split(' ').slice(0, 12), 'EXERCISE', 'x'), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), (versions) => {
        const all = versions.map((version, i) =>
          dated({ text: { en: version.join(' ') } }, { act: `act-${i}`, order: i + 1, amendment: `a${i}` }),
        );
        const node = amended(all, '2030-01-01').nodes.find(({ id }) => id === '71');
        expect(node?.sources.map((source) => source.text).join('')).toBe(node?.text);
        expect(node?.text).toBe(versions.at(-1)?.join(' '));
        for (const { act, at, text: piece } of node?.sources ?? []) {
          const made = act === null ? old71 : (versions[Number(act.slice(4))] ?? []).join(' ');
          expect(made.slice(at, at + piece.length)).toBe(piece);
        }
      }),
    );
  });
});
