// How promises are judged, on two nodes: two voices side by side, history kept, an interval only if both set one.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOTIFICATION_GIVEN } from '../../src/areas/final/kinds.ts';
import { keeping } from '../../src/areas/keeping/index.ts';
import { loadJudged } from '../../src/areas/keeping/judgement.data.ts';
import { ASSESSMENT_MADE, REVIEW_SET } from '../../src/areas/keeping/kinds.ts';
import { open } from '../web/windows.ts';
import { openPair, type Pair, say, type Side, SIDES } from './pair.ts';

const judgement = (completion: string, more: Record<string, string[]> = {}) => ({
  statement: ['59.7'],
  asOf: ['2026-08-28'],
  output: ['EXERCISE: two machines sent.'],
  completion: [completion],
  outcome: [''],
  reasons: ['EXERCISE: one unit has them.'],
  acts: [''],
  reports: [''],
  ...more,
});

describe('a promise', () => {
  let pair: Pair;
  beforeAll(async () => {
    pair = await openPair('2026-08-28T09:00:00Z');
  });
  afterAll(async () => await pair.close());

  const judged = async (side: Side) => (await loadJudged(pair.node(side).node.look(), '59')).find(
    ({ statement }) => statement === '59.7',
  );

  test('is judged by each side for itself, with reasons and the acts and reports it rests on', async () => {
    const note = await say(pair, 'ua', NOTIFICATION_GIVEN.id, {
      procedures: ['EXERCISE law'],
      noteDate: ['2026-08-28'],
      channel: ['node'],
    });
    const { agreement } = pair.node('ua').node;
    const [report] = agreement.reportsOf('59');
    const index = (await pair.node('ua').node.look().act(note.act ?? ''))?.act.index ?? -1;
    const typed = { acts: [`UA ${index}`], reports: report === undefined ? [''] : [report.date] };
    const draft = await say(pair, 'ua', ASSESSMENT_MADE.id, judgement('limited', typed));
    expect(draft.header.re).toEqual([{ act: note.act, role: 'evidence' }]);
    await say(pair, 'al', ASSESSMENT_MADE.id, judgement('substantial'));
    await pair.settled();
    for (const side of SIDES) {
      const one = await judged(side);
      expect(one?.voices.map(({ now }) => now?.completion)).toEqual(['limited', 'substantial']);
      expect(one?.voices[0]?.now?.evidence).toEqual([{ side: 'ua', index }]);
      expect(one?.voices[0]?.now?.reports).toHaveLength(report === undefined ? 0 : 1);
      expect(one?.differ).toBe(true);
    }
  });

  test('is shown at its words with both voices, a third’s empty place, the difference as a sentence', async () => {
    const reader = (await open(pair.node('al').node)).reader('en');
    const page = await (await reader.ask('/agreement/59')).text();
    const text = page.replaceAll(/<[^>]+>/g, ' ').replaceAll('&quot;', '"').replaceAll(/\s+/g, ' ');
    expect(text).toContain('The sides differ. Ukraine says “limited” and Albania says “substantial”.');
    expect(text).toContain('The place of a named organisation, as a side reports it.');
    expect(text).toContain('Outcome: nothing said.');
    expect(text).not.toMatch(/\d\s*%/);
    const found = await reader.json('/agreement?judged=differ');
    expect((found['provisions'] as readonly { readonly id: string }[]).map(({ id }) => id)).toEqual(['59']);
    for (const language of ['en', 'uk', 'sq']) {
      const answer = await (await open(pair.node('ua').node)).reader(language).ask('/promises?found=differ');
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('59.7');
    }
    const csrf = await reader.signIn(pair.seats.al.officials.find(({ roles }) => roles.includes('drafter'))?.id ?? '');
    expect(csrf).not.toBe('');
    const form = await (await reader.ask(`/drafts/new?kind=${ASSESSMENT_MADE.id}&statement=59.7`)).text();
    expect(form).toContain('value="59.7"');
  });

  test('keeps what was said of it before', async () => {
    pair.clock('2026-09-30T09:00:00Z');
    await say(pair, 'ua', ASSESSMENT_MADE.id, judgement('substantial', { asOf: ['2026-09-30'] }));
    await pair.settled();
    for (const side of SIDES) {
      const one = await judged(side);
      expect(one?.differ).toBe(false);
      expect(one?.before.map(({ side: of, completion }) => [of, completion])).toEqual([['ua', 'limited']]);
    }
  });

  test.each([
    ['a statement that asks for nothing', { statement: ['1.99'] }, 'input-malformed'],
    ['a day that has not come', { asOf: ['2027-01-01'] }, 'date-out-of-order'],
    ['no reasons', { reasons: [''] }, 'input-malformed'],
    ['a sixth point', { completion: ['80%'] }, 'input-malformed'],
    ['an act that is not there', { acts: ['UA 9999'] }, 'input-malformed'],
    ['a report that is not there', { reports: ['1800-01-01'] }, 'input-malformed'],
  ])('is not judged with %s', async (_what, more, code) => {
    await expect(say(pair, 'ua', ASSESSMENT_MADE.id, judgement('limited', more))).rejects.toMatchObject({ code });
  });

  test('falls due again only where both set one interval, from the later act, month-ends down', async () => {
    pair.clock('2026-10-31T09:00:00Z');
    const due = async (side: Side) =>
      (await keeping.duties(pair.node(side).node.look())).map(({ side: of, due: on }) => [of, on]);
    await say(pair, 'ua', REVIEW_SET.id, { statement: ['59.7'], months: ['1'] });
    await pair.settled();
    expect(await due('al')).toEqual([]);
    await say(pair, 'al', REVIEW_SET.id, { statement: ['59.7'], months: ['2'] });
    await pair.settled();
    expect(await due('ua')).toEqual([]);
    await say(pair, 'al', REVIEW_SET.id, { statement: ['59.7'], months: ['1'] });
    await pair.settled();
    for (const side of SIDES) expect(await due(side)).toEqual([['ua', '2026-11-30'], ['al', '2026-11-30']]);
    pair.clock('2026-12-01T09:00:00Z');
    await say(pair, 'ua', ASSESSMENT_MADE.id, judgement('complete', { asOf: ['2026-11-30'] }));
    await pair.settled();
    // The anchor stays: 31 October and two months are 31 December, not 30 December.
    expect(await due('al')).toEqual([['ua', '2026-12-31'], ['al', '2026-11-30']]);
    for (const side of SIDES) expect((await pair.node(side).node.record()).contested).toEqual([]);
  });

  test('is rebuilt from the log byte for byte', async () => {
    const running = pair.node('ua');
    const rows = async () => JSON.stringify(await running.sql`select * from rows order by register, subject`);
    const before = await rows();
    await running.rebuild();
    expect(await rows()).toBe(before);
  });
});
