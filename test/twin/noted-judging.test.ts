// What an organisation has published on a promise, entered by a side, on two nodes: reported, and mixed into nothing.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keeping } from '../../src/areas/keeping/index.ts';
import { loadJudged } from '../../src/areas/keeping/judgement.data.ts';
import { ASSESSMENT_MADE, ASSESSMENT_NOTED } from '../../src/areas/keeping/kinds.ts';
import { LANGUAGES } from '../../src/kit/words.ts';
import { open } from '../web/windows.ts';
import { official, openPair, type Pair, say, type Side, SIDES } from './pair.ts';

const NAME = 'Demonstration Observatory (EXERCISE)';
const ADDRESS = 'https://observatory.example/reports/2026';

const noting = (more: Record<string, string[]> = {}) => ({
  statement: ['59.7'],
  organisation: [NAME],
  address: [ADDRESS],
  published: ['2026-08-27'],
  words: ['EXERCISE: two machines were seen.'],
  language: ['en'],
  'noted-output': [''],
  'noted-completion': ['in part'],
  'noted-outcome': [''],
  ...more,
});

describe('the assessment of an organisation', () => {
  let pair: Pair;
  beforeAll(async () => {
    pair = await openPair('2026-08-28T09:00:00Z');
  });
  afterAll(async () => await pair.close());

  const judged = async (side: Side) =>
    (await loadJudged(pair.node(side).node.look())).find(({ statement }) => statement === '59.7');
  const text = async (side: Side, language: string, path: string): Promise<string> => {
    const reader = (await open(pair.node(side).node)).reader(language);
    return (await (await reader.ask(path)).text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  };

  test('stands in the third place on both nodes, reported, with its source and who entered it', async () => {
    await say(pair, 'ua', ASSESSMENT_NOTED.id, noting());
    await pair.settled();
    for (const side of SIDES) {
      const one = await judged(side);
      expect(one?.independent.map((noted) => [noted.organisation, noted.completion, noted.side])).toEqual([
        [NAME, 'in part', 'ua'],
      ]);
      const page = await text(side, 'en', '/agreement/59');
      expect(page).toMatch(/reported 27 Aug[^:]*2026: Demonstration Observatory \(EXERCISE\)/);
      expect(page).toContain('EXERCISE: two machines were seen.');
      expect(page).toContain('How far: in part');
      expect(page).toContain(`Source: ${ADDRESS}`);
      expect(page).toContain('Entered by Ukraine');
      expect((await pair.node(side).node.record()).contested).toEqual([]);
    }
    for (const language of LANGUAGES) expect(await text('al', language, '/promises')).toContain(NAME);
  });

  test('is no voice of a side, in no count, no difference, no duty and no chapter', async () => {
    await say(pair, 'al', ASSESSMENT_MADE.id, {
      statement: ['59.7'], asOf: ['2026-08-28'], output: [''], completion: ['substantial'], outcome: [''],
      reasons: ['EXERCISE'], acts: [''], reports: [''],
    });
    await pair.settled();
    const one = await judged('ua');
    expect(one?.voices.map(({ now }) => now?.completion)).toEqual([undefined, 'substantial']);
    expect([one?.differ, one?.before]).toEqual([false, []]);
    const reader = (await open(pair.node('ua').node)).reader('en');
    const report = await reader.json('/reports?from=2026-01-01&to=2026-08-28');
    const promises = (report['chapters'] as readonly { readonly id: string }[]).find(({ id }) => id === 'promises');
    expect(JSON.stringify(promises)).not.toContain('Observatory');
    expect(await keeping.duties(pair.node('ua').node.look())).toEqual([]);
    const found = await reader.json('/agreement?judged=one');
    expect((found['provisions'] as readonly { readonly id: string }[]).map(({ id }) => id)).toEqual(['59']);
  });

  test.each([
    ['an organisation that is a side', { organisation: ['ukraine'] }, 'state-forbids'],
    ['a day that has not come', { published: ['2026-08-29'], address: [`${ADDRESS}/2`] }, 'date-out-of-order'],
    ['a publication entered before', {}, 'state-forbids'],
    ['a page that is not https', { address: ['http://observatory.example/'] }, 'input-malformed'],
    ['a page with a password in it', { address: ['https://a:b@observatory.example/'] }, 'input-malformed'],
    ['no organisation', { organisation: [''] }, 'input-malformed'],
    ['no words', { words: [''] }, 'input-malformed'],
    ['a language that is none', { language: ['English'] }, 'input-malformed'],
    ['a statement that asks for nothing', { statement: ['1.99'] }, 'input-malformed'],
  ])('is not entered with %s', async (_what, more, code) => {
    await expect(say(pair, 'al', ASSESSMENT_NOTED.id, noting(more))).rejects.toMatchObject({ code });
  });

  test('is entered by a form that opens at the statement', async () => {
    const reader = (await open(pair.node('al').node)).reader('uk');
    await reader.signIn(official(pair, 'al', 'drafter').id);
    const form = await (await reader.ask(`/drafts/new?kind=${ASSESSMENT_NOTED.id}&statement=59.7`)).text();
    expect(form).toContain('value="59.7"');
    expect(form).toContain('name="organisation"');
  });

  test('is rebuilt from the log byte for byte', async () => {
    const running = pair.node('al');
    const rows = async () => JSON.stringify(await running.sql`select * from rows order by register, subject`);
    const before = await rows();
    await running.rebuild();
    expect(await rows()).toBe(before);
  });
});
