// Part I, ¶31, through the pages: a label chosen in words, its consequence before the signature, and who sees what.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CrimeData } from '../../src/areas/crime/crime.data.ts';
import { ITEM_GIVEN, ITEM_RECALLED } from '../../src/ways/exchange/kinds.ts';
import { type Serving, serve } from '../../src/web/server.ts';
import { giveIn, lookAt, tellIn } from './exchange.ts';
import { openPair, type Pair, type Side, SIDES } from './pair.ts';
import { Person } from './person.ts';

let pair: Pair;
const windows = new Map<Side, Serving>();
beforeAll(async () => {
  pair = await openPair('2026-11-25T09:00:00Z');
  for (const side of SIDES) {
    windows.set(side, await serve(pair.node(side).node, { port: 0, host: '127.0.0.1', say: () => undefined }));
  }
});
afterAll(async () => {
  for (const serving of windows.values()) await serving.stop();
  await pair.close();
});

const visitor = (side: Side, language?: string): Person => new Person(windows.get(side)?.url ?? '', language);

async function signedIn(side: Side, official: string, language?: string): Promise<Person> {
  const person = visitor(side, language);
  await person.signIn(official);
  return person;
}

const TITLE = 'EXERCISE routes by page';
const FIELDS = {
  provision: '31',
  to: 'al:mefa',
  title: TITLE,
  facts: 'EXERCISE. Seven parcels.',
  reach: 'officials',
  action: 'unset',
};
const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test('the consequence of a label is read before anybody signs', async () => {
  const drafter = await signedIn('ua', 'prykladna');
  const list = await drafter.open('/crime');
  expect(textOf(list.html)).toContain('Give information');
  const form = await drafter.open(`/drafts/new?kind=${encodeURIComponent(ITEM_GIVEN.id)}`);
  expect(textOf(form.html)).toContain('only the bodies marked below, and its words are kept sealed');
  const draft = await drafter.send(form, '/drafts', FIELDS);
  expect(draft.path).toMatch(/^\/drafts\//);
  const who = 'All officials of Ukraine and the Republic of Albania may read it on their nodes';
  expect(textOf(draft.html)).toContain(who);
  expect(textOf(draft.html)).toContain('No day is set on which it is erased; its originator can recall it.');
  const approver = await signedIn('ua', 'zrazkovyi');
  const read = await approver.open(draft.path);
  expect(textOf(read.html)).toContain('EXERCISE. Seven parcels.');
  const done = await approver.send(read, `${draft.path}/approve`);
  expect(done.path).toMatch(/^\/act\/ua\/\d+$/);
  await pair.settled();
});

test('whoever a label is not for sees no title, no number and no count of it', async () => {
  await giveIn(pair, { title: ['EXERCISE for one purpose'] });
  const data = await visitor('al').json<CrimeData>('/crime');
  expect([data.total, data.items]).toEqual([0, []]);
  expect((await visitor('al').open('/crime')).html).not.toContain(TITLE);
  const official = await signedIn('al', 'shembulli');
  const seen = await official.json<CrimeData>('/crime');
  // Signed in without a purpose: what is for one purpose alone is not there either.
  expect([seen.total, seen.items.map(({ title }) => title)]).toEqual([1, [TITLE]]);
  const act = seen.items[0]?.given.act ?? '';
  expect(textOf((await official.open(`/crime/item?of=${act}`)).html)).toContain('EXERCISE. Seven parcels.');
  expect((await visitor('al').open(`/crime/item?of=${act}`)).html).not.toContain('parcels');
});

test('its page and that of its act say what became of it, in each language', async () => {
  const [item] = (await (await signedIn('al', 'shembulli')).json<CrimeData>('/crime')).items;
  const { act = '', side = '', index = 0 } = item?.given ?? {};
  await tellIn(pair, 'ua', ITEM_RECALLED.id, { recall: ['not-meant'], due: ['2026-12-01'] }, act);
  const said = { en: 'recalled by', uk: 'відкликано актом', sq: 'e tërhequr me' };
  const stands = { en: 'recalled', uk: 'відкликано', sq: 'e tërhequr' };
  for (const language of ['en', 'uk', 'sq'] as const) {
    const official = await signedIn('al', 'shembulli', language);
    const shown = async (path: string): Promise<string> => {
      const { status, html } = await official.open(path);
      expect(status).toBe(200);
      return textOf(html);
    };
    expect(await shown('/crime')).toContain(TITLE);
    expect(await shown(`/crime/item?of=${act}`)).toContain(stands[language]);
    expect(await shown(`/act/${side}/${index}`)).toContain(said[language]);
  }
  expect((await lookAt(pair, 'al').acts({ kind: ITEM_RECALLED.id })).length).toBe(1);
});
