// Part V, ¶74, and Part IV, ¶71: the text amended on two nodes by what both agreed, never by one side alone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consolidate, type ConsolidatedText } from '../../src/agreement/amendment.ts';
import {
  AMENDMENT_AGREED,
  AMENDMENT_COUNTERED,
  AMENDMENT_EFFECTED,
  AMENDMENT_PROPOSED,
  AMENDMENT_WITHDRAWN,
} from '../../src/areas/final/amendments/kinds.ts';
import { loadAmendments } from '../../src/areas/final/amendments/page.data.ts';
import { AMENDMENTS, stageOf } from '../../src/areas/final/amendments/registers.ts';
import { AGREEMENT as SUBJECT } from '../../src/areas/final/registers.ts';
import { final } from '../../src/areas/final/index.ts';
import { textHistory } from '../../src/areas/final/languages/history.ts';
import { AGREEMENT } from '../web/agreement.ts';
import { agree, counter, effect, proposal, propose, withdraw } from './amending.ts';
import { official, openPair, type Pair, say, type Side, SIDES } from './pair.ts';

const old = (id: string): string => AGREEMENT.text.nodes.find((node) => node.id === id)?.text ?? '';
const NEW_71 = `${old('71')} EXERCISE: at the request of either Participant they will meet for this purpose.`;
const NEW_69 = old('69').replace('within 24 hours', 'within 12 hours');

async function textAt(pair: Pair, side: Side, at: string): Promise<ConsolidatedText> {
  const look = pair.node(side).node.look();
  return consolidate(look.agreement.text, await textHistory(look), at, 'en');
}

const words = ({ nodes }: ConsolidatedText, id: string): string | undefined =>
  nodes.find((node) => node.id === id)?.text;
const forbidden = { code: 'state-forbids' };

describe('part-5-amendments: ¶71 and ¶74', () => {
  let pair: Pair;
  let first: string;
  let answer: string;
  let accepted: string;
  const stage = async (side: Side, id: string): Promise<string> => {
    const { all } = await pair.node(side).node.look().row(AMENDMENTS, SUBJECT);
    const found = all.find((one) => one.id === id);
    return found === undefined ? 'none' : stageOf(found);
  };
  beforeAll(async () => {
    pair = await openPair('2026-08-28T09:00:00Z');
    await pair.settled();
  });
  afterAll(async () => await pair.close());

  test('Ukraine proposes to align Part IV: it speaks under ¶74 and ¶71, and the text is as it was', async () => {
    first = await propose(
      pair,
      'ua',
      proposal('alignment of Part IV', '2027-03-01', [{ op: 'replace', id: '71', words: NEW_71, languages: ['en'] }]),
    );
    const shown = await pair.node('al').node.look().act(first);
    expect(shown?.act.header.provisions).toEqual(['71', '74']);
    for (const side of SIDES) expect(words(await textAt(pair, side, '2030-01-01'), '71')).toBe(old('71'));
    const duties = await final.duties(pair.node('al').node.look());
    expect(duties.filter(({ what }) => what === 'amend.duty.answer').map(({ side }) => side)).toEqual(['al']);
  });

  test('neither side can agree alone, nor the other to words that are not written in every language', async () => {
    await expect(say(pair, 'ua', AMENDMENT_AGREED.id, {}, first)).rejects.toMatchObject(forbidden);
    await expect(say(pair, 'ua', AMENDMENT_COUNTERED.id, {}, first)).rejects.toMatchObject(forbidden);
    await expect(say(pair, 'al', AMENDMENT_WITHDRAWN.id, { reason: ['EXERCISE'] }, first)).rejects.toMatchObject(
      forbidden,
    );
    await expect(say(pair, 'al', AMENDMENT_AGREED.id, {}, first)).rejects.toMatchObject({
      ...forbidden,
      detail: 'The text is not written in uk, sq; it is agreed in all languages.',
    });
  });

  test('instructions that do not fit the text are refused where they are written, with the reason', async () => {
    const refused = async (one: Parameters<typeof proposal>[2][number]): Promise<string> => {
      const drafted = say(pair, 'al', AMENDMENT_PROPOSED.id, proposal('EXERCISE', '2027-03-01', [one]));
      return await drafted.then(
        () => 'accepted',
        (cause: { readonly detail?: string }) => cause.detail ?? 'another error',
      );
    };
    expect(await refused({ op: 'replace', id: '82', words: 'EXERCISE' })).toMatch('¶82 does not stand');
    expect(await refused({ op: 'insert', id: '70', after: '69', words: 'EXERCISE' })).toMatch('there is or was a ¶70');
    expect(await refused({ op: 'insert', id: '69a', after: '99', words: 'EXERCISE' })).toMatch('cannot go after ¶99');
    expect(await refused({ op: 'insert', id: '69a', after: 'r3', words: 'EXERCISE' })).toMatch('cannot go after');
    expect(await refused({ op: 'annex', id: 'annex-1', words: 'EXERCISE' })).toMatch('a heading and words under it');
    expect(await refused({ op: 'replace', id: 'closing', words: 'EXERCISE' })).toMatch('field id1');
    expect(await refused({ op: 'replace', id: '71' })).toMatch('gives ¶71 no words');
    const early = proposal('EXERCISE', '2024-12-31', [{ op: 'repeal', id: '70' }]);
    await expect(say(pair, 'al', AMENDMENT_PROPOSED.id, early)).rejects.toMatchObject({ code: 'date-out-of-order' });
    const never = proposal('EXERCISE', '2027-02-30', [{ op: 'repeal', id: '70' }]);
    await expect(say(pair, 'al', AMENDMENT_PROPOSED.id, never)).rejects.toMatchObject({ code: 'input-malformed' });
  });

  test('Albania answers with a whole text of its own, shown against what it answers and the Agreement', async () => {
    answer = await counter(
      pair,
      'al',
      first,
      proposal('alignment of Part IV', '2027-03-01', [
        { op: 'replace', id: '71', words: NEW_71.replace('either Participant', 'one of them') },
        { op: 'insert', id: '69a', after: '69', words: 'EXERCISE: a new paragraph.', later: true },
        { op: 'annex', id: 'annex-1', words: 'EXERCISE: mechanisms\nEXERCISE: one.', later: true },
      ]),
    );
    const { one } = await loadAmendments(pair.node('ua').node.look(), { of: first });
    const [head] = one?.heads ?? [];
    const english = head?.instructions[0]?.answered.find(({ language }) => language === 'en');
    expect(english?.redline?.filter(({ is }) => is !== 'same')).toEqual([
      { is: 'removed', text: 'either Participant' },
      { is: 'added', text: 'one of them' },
    ]);
    const against = head?.instructions[0]?.words ?? [];
    expect(against.map(({ language, redline }) => [language, redline === null])).toEqual([
      ['uk', true],
      ['sq', true],
      ['en', false],
    ]);
    expect(one?.openings.map(({ kind }) => kind)).toEqual([AMENDMENT_COUNTERED.id, AMENDMENT_AGREED.id]);
  });

  test('a stale text is neither accepted nor countered nor withdrawn', async () => {
    await expect(say(pair, 'al', AMENDMENT_AGREED.id, {}, first)).rejects.toMatchObject(forbidden);
    await expect(say(pair, 'ua', AMENDMENT_WITHDRAWN.id, { reason: ['EXERCISE'] }, first)).rejects.toMatchObject(
      forbidden,
    );
    await expect(say(pair, 'al', AMENDMENT_COUNTERED.id, {}, first)).rejects.toMatchObject(forbidden);
  });

  test('a body without a mandate for it says none of this', async () => {
    const { node } = pair.node('ua');
    const [drafter, one, two] = [
      official(pair, 'ua', 'drafter'),
      official(pair, 'ua', 'approver', 0),
      official(pair, 'ua', 'approver', 1),
    ].map((person) => ({ ...person, body: 'ua:mod' }));
    const said = async (): Promise<unknown> => {
      if (drafter === undefined || one === undefined || two === undefined) throw new Error('no officials');
      const draft = await node.write(drafter, AMENDMENT_AGREED.id, answer, {});
      await node.approve(one, draft.id, draft.digest);
      return await node.approve(two, draft.id, draft.digest);
    };
    await expect(said()).rejects.toMatchObject({ code: /mandate-missing|body-unknown|key-unknown/ });
  });

  test('a day of effect is not stated before anything is agreed', async () => {
    const typed = { instructions: ['2'], date: ['2027-06-01'] };
    await expect(say(pair, 'ua', AMENDMENT_EFFECTED.id, typed, answer)).rejects.toMatchObject(forbidden);
  });

  test('Ukraine accepts exactly that text: it is agreed, and ¶71 changes on its day and not before', async () => {
    accepted = await agree(pair, 'ua', answer);
    for (const side of SIDES) {
      expect(await stage(side, first)).toBe('agreed');
      expect(words(await textAt(pair, side, '2027-02-28'), '71')).toBe(old('71'));
      const on = await textAt(pair, side, '2027-03-01');
      expect(words(on, '71')).toContain('one of them');
      expect(on.nodes.find(({ id }) => id === '71')?.sources.map(({ act }) => act)).toEqual([null, answer]);
      // Its other instructions have no day yet.
      expect(words(on, '69a')).toBeUndefined();
    }
    await expect(say(pair, 'ua', AMENDMENT_AGREED.id, {}, answer)).rejects.toMatchObject(forbidden);
    await expect(say(pair, 'al', AMENDMENT_WITHDRAWN.id, { reason: ['EXERCISE'] }, answer)).rejects.toMatchObject(
      forbidden,
    );
  });

  test('a day left open needs both sides, and the same day from both', async () => {
    await effect(pair, 'ua', accepted, ['2'], '2027-06-01');
    expect(words(await textAt(pair, 'al', '2027-12-31'), '69a')).toBeUndefined();
    const duties = await final.duties(pair.node('al').node.look());
    expect(duties.filter(({ what }) => what === 'amend.duty.effect').map(({ side }) => side)).toEqual(['al']);
    await effect(pair, 'al', accepted, ['2'], '2027-07-01');
    expect(words(await textAt(pair, 'al', '2027-12-31'), '69a')).toBeUndefined();
    const again = { instructions: ['2'], date: ['2027-07-01'] };
    await expect(say(pair, 'al', AMENDMENT_EFFECTED.id, again, accepted)).rejects.toMatchObject(forbidden);
    await effect(pair, 'ua', accepted, ['2'], '2027-07-01');
    for (const side of SIDES) {
      expect(words(await textAt(pair, side, '2027-06-30'), '69a')).toBeUndefined();
      expect(words(await textAt(pair, side, '2027-07-01'), '69a')).toBe('EXERCISE: a new paragraph.');
      expect(words(await textAt(pair, side, '2027-07-01'), 'annex-1')).toBeUndefined();
    }
    await expect(say(pair, 'ua', AMENDMENT_EFFECTED.id, again, accepted)).rejects.toMatchObject(forbidden);
  });

  test('two amendments of one paragraph on one day need an order of that day, and follow it', async () => {
    const one = await propose(
      pair,
      'al',
      proposal('hours', '2027-09-01', [{ op: 'replace', id: '69', words: NEW_69 }], 2),
    );
    await agree(pair, 'ua', one);
    const earlier = NEW_69.replace('12 hours', '6 hours');
    const same = proposal('hours again', '2027-09-01', [{ op: 'replace', id: '69', words: earlier }], 2);
    const clash = await propose(pair, 'ua', same);
    await expect(say(pair, 'al', AMENDMENT_AGREED.id, {}, clash)).rejects.toMatchObject(forbidden);
    const other = proposal('hours again', '2027-09-01', [{ op: 'replace', id: '69', words: earlier }], 1);
    const better = await counter(pair, 'al', clash, other);
    await agree(pair, 'ua', better);
    for (const side of SIDES) {
      const on = await textAt(pair, side, '2027-09-01');
      expect(words(on, '69')).toBe(NEW_69);
      expect(on.applied.filter(({ instruction }) => instruction.id === '69').map(({ order }) => order)).toEqual([1, 2]);
    }
  });

  test('what was withdrawn cannot be accepted; a number once used is not used again', async () => {
    const one = await propose(pair, 'ua', proposal('repeal', '2028-01-01', [{ op: 'repeal', id: '69a' }]));
    await withdraw(pair, 'ua', one);
    expect(await stage('al', one)).toBe('withdrawn');
    await expect(say(pair, 'al', AMENDMENT_AGREED.id, {}, one)).rejects.toMatchObject(forbidden);
    const two = await propose(pair, 'ua', proposal('repeal', '2028-01-01', [{ op: 'repeal', id: '69a' }]));
    await agree(pair, 'al', two);
    expect(words(await textAt(pair, 'al', '2028-01-01'), '69a')).toBe('');
    const again = proposal('again', '2028-02-01', [{ op: 'insert', id: '69a', after: '69', words: 'EXERCISE.' }]);
    await expect(say(pair, 'ua', AMENDMENT_PROPOSED.id, again)).rejects.toMatchObject(forbidden);
  });

  test('both records agree, nothing is contested, and the registers rebuilt from the log are equal', async () => {
    for (const side of SIDES) {
      const running = pair.node(side);
      const record = await running.node.record();
      expect(record.concordance.state).toBe('agrees');
      expect(record.contested).toEqual([]);
      const rows = async () => await running.sql`select * from rows order by register, subject`;
      const before = JSON.stringify(await rows());
      await running.rebuild();
      expect(JSON.stringify(await rows())).toBe(before);
    }
  });
});
