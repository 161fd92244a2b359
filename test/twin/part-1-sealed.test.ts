// Part I, ¶31, above ring A: what is given sealed is read, answered, asked to go further and called back as any other.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Typed } from '../../src/area.ts';
import {
  FEEDBACK_GIVEN,
  ITEM_GIVEN,
  ITEM_RECALLED,
  RECALL_EXECUTED,
  RELEASE_GRANTED,
  RELEASE_REQUESTED,
} from '../../src/ways/exchange/kinds.ts';
import { labelOf } from '../../src/ways/exchange/registers.ts';
import { ITEM, itemOn, lookAt, tellIn, triedIn } from './exchange.ts';
import { openPair, type Pair, type Side, SIDES } from './pair.ts';
import { openSeals, type Seals } from './seals.ts';

const WORDS = { title: 'EXERCISE canaryroute', facts: 'EXERCISE. Seven parcels, canaryparcel.' };
const USED = { text: 'EXERCISE. Two of the seven came, canaryfeedback.' };
/** How each is given: what is chosen, and what it makes of the label and of its parts. */
const GIVEN: Readonly<Record<string, { readonly typed: Typed; readonly label: object; readonly ring: 'B' | 'C' }>> = {
  AMBER: { typed: { reach: ['sealed'] }, label: { tlp: 'AMBER', bodies: ['al:mefa'] }, ring: 'B' },
  'AMBER+STRICT': { typed: { reach: ['desk'] }, label: { tlp: 'AMBER+STRICT', bodies: ['al:mefa'] }, ring: 'C' },
  'originator control': {
    typed: { reach: ['named'], onward: ['asked'] },
    label: { tlp: 'GREEN', orcon: true, bodies: ['al:mefa'] },
    ring: 'C',
  },
};

let pair: Pair;
let seals: Seals;
const items: Record<string, { item: string; feedback: string }> = {};

beforeAll(async () => {
  pair = await openPair('2026-11-25T09:00:00Z');
  seals = await openSeals(pair);
});
afterAll(async () => await pair.close());

async function tell(
  ring: 'B' | 'C',
  side: Side,
  kind: string,
  typed: Typed,
  words: Readonly<Record<string, string>>,
  about?: string,
): Promise<string> {
  if (ring === 'C') return await seals.tell(side, kind, typed, words, about);
  const open = Object.fromEntries(Object.entries(words).map(([name, text]) => [name, [text]]));
  return await tellIn(pair, side, kind, { ...typed, ...open }, about);
}

/** Tables of a node in which one of the words stands in plain text. */
async function tablesWith(side: Side): Promise<readonly string[]> {
  const { sql } = pair.node(side);
  const tables = await sql<{ name: string }[]>`select c.relname as name from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'`;
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await sql.unsafe(`select count(*)::int as n from ${name} t
      where t::text like '%canary%' or t::text like '%${Buffer.from('canary').toString('hex')}%'`);
    if (row?.['n'] !== 0) found.push(name);
  }
  return found;
}

const heldOf = async (side: Side, act: string): Promise<readonly string[]> =>
  (
    await pair.node(side).sql<{ name: string; ring: string | null }[]>`select p.name, p.ring from parts p
      join entries e on e.log = p.log and e.idx = p.idx where e.act = ${act} order by 1`
  ).map(({ name, ring }) => `${name} ${ring ?? 'A'}`);

/** Both ways into ring C are alike from the form on: one of them is gone through each time, both in slow runs. */
const NAMES = Object.keys(GIVEN).filter((name) => name !== 'AMBER+STRICT' || process.env['SLOW'] === '1');

describe.each(NAMES)('an item under %s', (name) => {
  const { typed, label, ring } = GIVEN[name] as (typeof GIVEN)[string];

  test('is given as it was chosen in words, and read by both bodies and in no table', async () => {
    const chosen = { ...ITEM, assessment: [''], ...typed };
    const item = await tell(ring, 'ua', ITEM_GIVEN.id, chosen, WORDS);
    for (const side of SIDES) {
      expect(labelOf(await itemOn(pair, side, item))).toMatchObject(label);
      expect(await heldOf(side, item)).toEqual(['body A', `content ${ring}`]);
      const words = { ...WORDS, assessment: '' };
      if (ring === 'B') expect(await lookAt(pair, side).content(item)).toEqual(words);
      else {
        // The node cannot say what it holds: it shows bytes that are no content.
        expect(await lookAt(pair, side).content(item)).toBeUndefined();
        for (const of of SIDES) expect(await seals.open(of, side, item)).toEqual(words);
      }
      expect([side, await tablesWith(side)]).toEqual([side, []]);
    }
    const used = { use: ['used'] };
    const feedback = await tell(ring, 'al', FEEDBACK_GIVEN.id, used, USED, item);
    for (const side of SIDES) {
      expect((await itemOn(pair, side, item)).feedback.map(({ act }) => act)).toEqual([feedback]);
      expect(await heldOf(side, feedback)).toEqual(['body A', `content ${ring}`]);
      if (ring === 'C') expect(await seals.open('ua', side, feedback)).toEqual(USED);
      expect([side, await tablesWith(side)]).toEqual([side, []]);
    }
    items[name] = { item, feedback };
  });

  if (name === 'originator control') {
    test('goes no further before its originator has been asked, and both nodes know of it', async () => {
      const { item = '' } = items['originator control'] ?? {};
      const ask: Typed = { 'release-to': ['outside'], outside: ['EXERCISE court'], purpose: ['crime'] };
      const request = await tellIn(pair, 'al', RELEASE_REQUESTED.id, ask, item);
      await tellIn(pair, 'ua', RELEASE_GRANTED.id, { until: ['2027-01-31'] }, request);
      for (const side of SIDES) {
        const { releases } = await itemOn(pair, side, item);
        expect(releases).toMatchObject([{ body: null, answered: { granted: true, until: '2027-01-31' } }]);
      }
    });
  }

  test('is called back, deleted, and gone from both nodes with what was said of it in words', async () => {
    const { item = '', feedback = '' } = items[name] ?? {};
    const recall = await tellIn(pair, 'ua', ITEM_RECALLED.id, { recall: ['not-meant'], due: ['2026-12-02'] }, item);
    const done = { outcome: ['deleted'], count: ['1'], date: [''], time: [''] };
    await tellIn(pair, 'al', RECALL_EXECUTED.id, done, recall);
    for (const side of SIDES) {
      await expect
        .poll(async () => {
          await pair.node(side).erase();
          return [...(await heldOf(side, item)), ...(await heldOf(side, feedback))];
        }, { timeout: 30_000 })
        .toEqual(['body A', 'body A']);
    }
    await pair.settled();
    for (const side of SIDES) {
      expect((await itemOn(pair, side, item)).executed).toMatchObject({ outcome: 'deleted', count: 1 });
      const { concordance, contested } = await pair.node(side).node.record();
      expect([concordance.state, contested]).toEqual(['agrees', []]);
    }
  });
});

test('who names nobody cannot ask to be asked first', async () => {
  const typed = { ...ITEM, reach: ['officials'], bodies: [], onward: ['asked'] };
  expect(await triedIn(pair, 'ua', ITEM_GIVEN.id, typed)).toBe('input-malformed');
});
