// Search on two nodes: what was said is found by its words in any language and form, and is forgotten on demand.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BODY_DESIGNATED } from '../../src/act/kinds.ts';
import { NOTIFICATION_GIVEN } from '../../src/areas/final/kinds.ts';
import { TEXT_LOADED } from '../../src/areas/final/languages/kinds.ts';
import { forgetFound } from '../../src/node/store/found.ts';
import { OWN } from '../../src/node/store/record.ts';
import { open, type Reader, type Tested } from '../web/windows.ts';
import { official, openPair, type Pair, say } from './pair.ts';

let pair: Pair;
let tested: Tested;
let stranger: Reader;

interface Found {
  readonly acts: readonly {
    readonly kind: string;
    readonly number: string;
    readonly side: string;
    readonly index: number;
    readonly pieces: readonly { readonly text: string; readonly found: boolean }[];
  }[];
  readonly count: number;
  readonly text: readonly { readonly language: string; readonly provision: string }[];
  readonly people: readonly unknown[] | null;
  readonly waiting: number;
}

const find = async (q: string, reader = stranger, more = ''): Promise<Found> =>
  (await reader.json(`/search?q=${encodeURIComponent(q)}${more}`)) as unknown as Found;

beforeAll(async () => {
  pair = await openPair('2026-08-28T09:00:00Z');
  await pair.settled();
  const procedures = ['EXERCISE Закон про ратифікацію угоди; ligji për ratifikimin e marrëveshjes'];
  await say(pair, 'ua', NOTIFICATION_GIVEN.id, { procedures, noteDate: ['2026-08-28'], channel: ['node'] });
  await pair.settled();
  const text = ['# EXERCISE', '', '## Частина IV. EXERCISE', '69. EXERCISE розмінування портів.', ''].join('\n');
  await say(pair, 'ua', TEXT_LOADED.id, { language: ['uk'], text: [text] });
  await say(pair, 'al', BODY_DESIGNATED.id, { body: ['al:mod'], provisions: ['9'], from: ['2026-08-28'] });
  await pair.settled();
  tested = await open(pair.node('ua').node);
  stranger = tested.reader();
});
afterAll(async () => await pair.close());

test('an act is found by any form of its words, in either script, and what answers is marked', async () => {
  for (const q of ['ратифікація', 'РАТИФІКАЦІЄЮ', 'ratifikimit', 'ratifikimi marreveshje', '"закон про ратифікацію"']) {
    const { acts, count } = await find(q);
    expect([count, acts[0]?.kind], q).toEqual([1, NOTIFICATION_GIVEN.id]);
    expect(acts[0]?.pieces.some(({ found }) => found), q).toBe(true);
  }
  const html = await (await stranger.ask(`/search?q=${encodeURIComponent('ратифікація')}`)).text();
  expect(html).toContain('<mark>ратифікацію</mark>');
});

test('an act is found by its number, its kind in three languages, its body and its paragraph', async () => {
  const [given] = (await find('ратифікація')).acts;
  const titles = ['notification', 'повідомляє', 'njofton'];
  for (const q of [given?.number ?? '', ...titles, 'ua:mfa ратифікація', '76 ратифікація']) {
    const { acts } = await find(q);
    expect(acts.map(({ number }) => number), q).toContain(given?.number);
  }
  expect((await find('ратифікація -закон')).count).toBe(0);
});

test('a sentence of the text is found in every language loaded, and its address is that of the sentence', async () => {
  const english = await find('mine clearance');
  expect(english.text.length).toBeGreaterThan(0);
  expect(new Set(english.text.map(({ language }) => language))).toEqual(new Set(['en']));
  const ukrainian = await find('розміновувати -нічого');
  expect(ukrainian.text).toEqual([]);
  const loaded = await find('розмінуванням порт');
  expect(loaded.text.map(({ language, provision }) => [language, provision])).toEqual([['uk', '69']]);
  const html = await (await stranger.ask('/search?q=clearance')).text();
  expect(html).toMatch(/href="\/agreement\/\d+[a-z]?#p\d+[a-z]?-\d+"/);
});

test('people are found by officials of their side alone', async () => {
  const person = official(pair, 'ua', 'drafter');
  const [name = ''] = person.name.split(' ').toSorted((a, b) => b.length - a.length);
  expect((await find(name)).people).toBe(null);
  const reader = tested.reader();
  await reader.signIn(person.id);
  expect((await find(name, reader)).people?.length).toBeGreaterThan(0);
});

test('odd questions are answered and escaped, one that is too long is refused', async () => {
  const signs = ['" & | ! ( ) :* <->', '-', "'; drop table found; --", '\\', '%', '<blink>', '😀', '\u0000'];
  for (const q of ['', ' ', ...signs, 'a'.repeat(200)]) {
    const answer = await stranger.ask(`/search?q=${encodeURIComponent(q)}`);
    expect([answer.status, (await answer.text()).includes('<blink>')], q).toEqual([200, false]);
  }
  const long = await stranger.ask(`/search?q=${'a'.repeat(201)}&format=json`);
  expect([long.status, await long.json()]).toEqual([422, expect.objectContaining({ field: 'q' })]);
  expect(tested.said).toEqual([]);
});

test('what was recorded just now is found, in stretches, and words that are forgotten are not', async () => {
  for (const body of ['ua:mod', 'ua:nmaa', 'ua:mindigital']) {
    await say(pair, 'ua', BODY_DESIGNATED.id, { body: [body], provisions: ['9'], from: ['2026-08-28'] });
  }
  const kind = 'designate';
  const first = await find(kind, stranger, '&limit=2');
  expect([first.acts.length, first.count >= 4, first.waiting]).toEqual([2, true, 0]);
  const { acts } = await find('"ua:mod"');
  const [one] = acts.filter(({ side }) => side === 'ua');
  const { sql } = pair.node('ua');
  await forgetFound(sql, OWN, one?.index ?? -1);
  expect((await find('"ua:mod"')).acts.map(({ index }) => index)).not.toContain(one?.index);
  await pair.node('ua').rebuild();
  expect((await find('"ua:mod"')).acts.map(({ index }) => index)).toContain(one?.index);
});
