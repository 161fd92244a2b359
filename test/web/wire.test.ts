// Answers as they go over the wire: tables, feeds, tags, packing, stretches of lists, and what is turned away.
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import Type from 'typebox';
import { readTable } from '../../src/agreement/csv.ts';
import { csvOf, csvOfList, tableNames } from '../../src/web/csv.ts';
import { isHeld } from '../../src/web/etag.ts';
import { codingFor } from '../../src/web/packed.ts';
import { formatCursor, parseCursor } from '../../src/web/paging.ts';
import { AGREEMENT } from './agreement.ts';
import { type FakeNode, fakeNode, KINDS } from './fake.node.ts';
import { open, type Tested } from './windows.ts';

let node: FakeNode;
let tested: Tested;

beforeEach(async () => {
  node = fakeNode({ agreement: AGREEMENT });
  node.put({ side: 'al', wish: 'a bridge' });
  node.put({ side: 'ua' });
  tested = await open(node);
});

describe('a table', () => {
  test('reads back as it was, whatever stands in its cells but the start of a formula', () => {
    const formula = /^[\s\u0000]*[=+\-@＋－＝＠]|^[\t\r\n]/u;
    const cell = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !formula.test(text));
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, (given) => {
        const read = readTable(csvOf(['a', 'b'], given), ['a', 'b']);
        expect(read).toEqual(given.map(([a, b]) => ({ a, b })));
      }),
      { numRuns: 200 },
    );
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n@x', ' =1', '＝1', '\u0000=1'])(
    'has %j as a text that no spreadsheet runs',
    (cell) => {
      const [row] = readTable(csvOf(['a'], [[cell]]), ['a']);
      expect(row?.a).toBe(`'${cell}`);
    },
  );

  test('keeps numbers as numbers, also below zero, and nothing as an empty cell', () => {
    expect(csvOf(['a', 'b', 'c'], [[-1, null, true]])).toBe('a,b,c\r\n-1,,true\r\n');
  });

  test('has a column for each field of the schema, also where an item lacks it or holds others in it', () => {
    const place = Type.Object({ side: Type.String(), index: Type.Integer() });
    const item = Type.Object({
      name: Type.String(),
      at: Type.Union([place, Type.Null()]),
      words: Type.Array(Type.String()),
      more: Type.Array(place),
    });
    const schema = Type.Object({ groups: Type.Array(Type.Object({ items: Type.Array(item) })) });
    expect(tableNames(schema, 'groups.items')).toEqual(['name', 'at.side', 'at.index', 'words', 'more', 'marking']);
    expect(tableNames(schema, 'groups.nothing')).toBeUndefined();
    const data = { groups: [{ items: [{ name: 'x', at: null, words: ['a', 'b'], more: [] }] }, { items: [] }] };
    const other = { items: [{ name: 'y', at: { side: 'ua', index: 1 }, words: [], more: [{ side: 'al', index: 2 }] }] };
    expect(csvOfList(schema, { groups: [...data.groups, other] }, 'groups.items', 'TLP:CLEAR.')).toBe(
      'name,at.side,at.index,words,more,marking\r\nx,,,a; b,,TLP:CLEAR.\r\n' +
        'y,ua,1,,"[{""side"":""al"",""index"":2}]",TLP:CLEAR.\r\n',
    );
  });
});

describe('a tag', () => {
  const get = async (path: string, headers: Record<string, string> = {}, reader = tested.reader()) =>
    await reader.ask(path, { headers });

  test('is strong, and spares the answer to whoever has it, until something changes', async () => {
    const recorded = ['/acts?format=csv', '/acts?format=atom', '/act/al/0/text'];
    for (const path of [...recorded, '/record?format=json', '/agreement']) {
      const first = await get(path);
      const tag = first.headers.get('etag') ?? '';
      expect([first.status, tag], path).toEqual([200, expect.stringMatching(/^"[\w-]{24}"$/)]);
      const again = await get(path, { 'if-none-match': `"other", W/${tag}` });
      expect([again.status, await again.text(), again.headers.get('etag')], path).toEqual([304, '', tag]);
    }
    const tag = (await get('/acts?format=json')).headers.get('etag') ?? '';
    node.put({ side: 'al' });
    expect((await get('/acts?format=json', { 'if-none-match': tag })).status).toBe(200);
  });

  test('of one reader, language or address is never that of another', async () => {
    const official = tested.reader();
    await official.signIn('reader');
    const other = tested.reader();
    await other.signIn('writer');
    const all = [
      await get('/acts?format=json'),
      await get('/acts?format=json', {}, tested.reader('uk')),
      await get('/acts?format=csv'),
      await get('/acts?format=json&limit=7'),
      await get('/acts?format=json', {}, official),
      await get('/acts?format=json', {}, other),
    ].map((answer) => answer.headers.get('etag'));
    expect(new Set(all).size).toBe(all.length);
    const kept = await get('/acts?format=json', {}, official);
    expect([kept.headers.get('cache-control'), kept.headers.get('vary')]).toEqual([
      'no-store',
      'Accept, Accept-Language, Cookie, Accept-Encoding',
    ]);
  });

  test.each([
    ['*', true],
    ['"abc"', true],
    ['W/"abc"', true],
    ['"abc.br"', true],
    ['"x", "abc.gzip"', true],
    ['"abcd"', false],
    ['abc', false],
    ['', false],
    [undefined, false],
  ])('is held by If-None-Match %s: %s', (header, held) => {
    expect(isHeld(header, 'abc')).toBe(held);
  });
});

describe('packing', () => {
  test('makes an answer small, in the coding the reader takes, with a tag of its own', async () => {
    const plain = await tested.reader().ask('/agreement');
    const html = await plain.text();
    const codings = { br: brotliDecompressSync, gzip: gunzipSync } as const;
    for (const [coding, unpack] of Object.entries(codings)) {
      const packed = await tested.reader().ask('/agreement', { headers: { 'accept-encoding': coding } });
      const bytes = new Uint8Array(await packed.arrayBuffer());
      expect(packed.headers.get('content-encoding')).toBe(coding);
      expect(packed.headers.get('content-length')).toBe(String(bytes.length));
      expect(packed.headers.get('etag')).toBe(`${plain.headers.get('etag')?.slice(0, -1)}.${coding}"`);
      expect(unpack(bytes).toString()).toBe(html);
      expect(bytes.length).toBeLessThan(html.length / 4);
    }
    const small = await tested.reader().ask('/healthz', { headers: { 'accept-encoding': 'br' } });
    expect(small.headers.get('content-encoding')).toBe(null);
  });

  test.each([
    [undefined, undefined],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1, br;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', undefined],
    ['*', undefined],
  ])('for Accept-Encoding %s is %s', (header, coding) => {
    expect(codingFor(header)).toBe(coding);
  });
});

/** Where a Link header leads by that relation. */
function linked(answer: Response, rel: string): string | undefined {
  return new RegExp(`<([^>]*)>; rel="${rel}"`).exec(answer.headers.get('link') ?? '')?.[1];
}

describe('a long list', () => {
  test('is walked to its end and back by its links, every act once, in pages and for programs alike', async () => {
    for (let i = 0; i < 23; i++) {
      node.put({ side: i % 3 === 0 ? 'ua' : 'al', kind: i % 2 === 0 ? KINDS.stated : KINDS.answered });
    }
    const reader = tested.reader();
    const walk = async (from: string, rel: string): Promise<{ ids: string[]; last: string }> => {
      const ids: string[] = [];
      let [at, last]: [string | undefined, string] = [from, from];
      while (at !== undefined) {
        last = at;
        const answer = await reader.ask(at);
        const { acts } = (await answer.json()) as { acts: readonly { id: string }[] };
        ids.push(...(rel === 'prev' ? acts.toReversed() : acts).map(({ id }) => id));
        at = linked(answer, rel);
      }
      return { ids, last };
    };
    const forth = await walk('/acts?format=json&limit=4', 'next');
    expect([forth.ids.length, new Set(forth.ids).size]).toEqual([25, 25]);
    const back = await walk(forth.last, 'prev');
    expect(back.ids.toReversed()).toEqual(forth.ids);
    const page = await (await reader.ask('/acts?limit=4')).text();
    const next = linked(await reader.ask('/acts?limit=4'), 'next') ?? '';
    expect(page).toContain(`href="${next.replaceAll('&', '&amp;')}#acts"`);
    const stated = await reader.json(`/acts?kind=${encodeURIComponent(KINDS.stated)}&side=ua`);
    for (const act of stated['acts'] as readonly Record<string, unknown>[]) {
      expect([act['kind'], act['side']]).toEqual([KINDS.stated, 'ua']);
    }
  });

  test.each(['x', 'YSB1', '!!!', 'a'.repeat(600)])('has no stretch at the cursor %s', async (cursor) => {
    const answer = await tested.reader().ask(`/acts?format=json&cursor=${cursor}`);
    expect([answer.status, await answer.json()]).toEqual([422, expect.objectContaining({ field: 'cursor' })]);
  });

  test.each(['0', '-1', 'ten', '1.5', '1e3'])('has no stretch of %s acts', async (limit) => {
    const answer = await tested.reader().ask(`/acts?format=json&limit=${limit}`);
    expect([answer.status, await answer.json()]).toEqual([422, expect.objectContaining({ field: 'limit' })]);
  });

  test('of more than the most is of the most', async () => {
    expect(await tested.reader().json('/acts?limit=99999')).toMatchObject({ limit: 200 });
  });

  test('has cursors that read back as they were written', () => {
    const cursor = { way: 'below', at: { ua: 405, al: 388 } } as const;
    expect(parseCursor(formatCursor(cursor))).toEqual(cursor);
  });
});

describe('what is turned away', () => {
  const asked = async (path: string, init: RequestInit = {}) => await tested.reader().ask(path, init);

  test('is a form in which a page is not given, and a problem document where a program asks', async () => {
    expect((await asked('/agreement?format=docx')).status).toBe(406);
    expect((await asked('/agreement', { headers: { accept: 'image/png' } })).status).toBe(406);
    const csv = await asked('/sign-in', { headers: { accept: 'text/csv' } });
    expect([csv.status, csv.headers.get('content-type')]).toEqual([406, 'application/problem+json; charset=utf-8']);
    expect((await asked('/record?format=csv&list=secrets')).status).toBe(422);
    expect((await asked('/agreement', { headers: { accept: '*/*' } })).status).toBe(200);
  });

  test('is another method, with those there are; to OPTIONS they alone are the answer', async () => {
    for (const [path, allow] of [
      ['/record', 'GET, HEAD, OPTIONS'],
      ['/sign-in', 'GET, POST, HEAD, OPTIONS'],
      ['/sign-out', 'POST, OPTIONS'],
    ] as const) {
      for (const method of ['PUT', 'DELETE', 'PATCH']) {
        const answer = await asked(path, { method });
        expect([answer.status, answer.headers.get('allow')], `${method} ${path}`).toEqual([405, allow]);
      }
      const options = await asked(path, { method: 'OPTIONS' });
      expect([options.status, options.headers.get('allow'), await options.text()]).toEqual([204, allow, '']);
    }
  });

  test('is an address that is too long, and a form of a type that no form has', async () => {
    expect((await asked(`/agreement?q=${'x'.repeat(5000)}`)).status).toBe(414);
    const json = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
    expect((await asked('/sign-out', json)).status).toBe(415);
  });

  test('to HEAD is told by the same headers as to GET', async () => {
    const [get, head] = [await asked('/acts?format=json'), await asked('/acts?format=json', { method: 'HEAD' })];
    for (const name of ['etag', 'content-type', 'content-length', 'link', 'vary']) {
      expect(head.headers.get(name), name).toBe(get.headers.get(name));
    }
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});

test('what is due is a calendar, and what both sides said a feed, whoever asks', async () => {
  const calendar = await tested.reader().ask('/duties?format=ics');
  expect(calendar.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(await calendar.text()).toMatch(/^BEGIN:VCALENDAR\r\n[^]*BEGIN:VEVENT/);
  const feed = await (await tested.reader('sq').ask('/acts?format=atom')).text();
  const id = (await node.actAt('ua', 0))?.act.id;
  expect(feed).toContain(`<id>ni:///sha-256;${id}</id>`);
  expect(feed).toContain('xml:lang="sq"');
  expect(feed).toContain('<title>EXERCISE UA 0: ');
});
