// The pages of the windows in three languages, their JSON twins, their redirects and the files they give.
import { beforeEach, describe, expect, test } from 'vitest';
import { utf8 } from '../../src/act/bytes.ts';
import type { ShownAct } from '../../src/area.ts';
import { LANGUAGES } from '../../src/kit/words.ts';
import { filesIn } from '../paper/zip.ts';
import { AGREEMENT } from './agreement.ts';
import { type FakeNode, fakeNode, KINDS, NOW } from './fake.node.ts';
import type { ActPlace } from '../../src/node/node.ts';
import { open, type Reader, type Tested } from './windows.ts';

let node: FakeNode;
let tested: Tested;
let theirs: ShownAct;
let ours: ShownAct;

beforeEach(async () => {
  node = fakeNode({ agreement: AGREEMENT });
  theirs = node.put({ side: 'al', wish: 'a <script>bridge</script>' });
  ours = node.put({
    side: 'ua',
    kind: KINDS.answered,
    re: [{ act: theirs.act.id, role: 'answers' }],
    files: { 'plan.html': utf8('<script>alert(1)</script>') },
  });
  tested = await open(node);
});

/** Every address that is a page for whoever may see it; drafts only for officials. */
const OPEN_PAGES = ['/agreement', '/agreement/59', '/agreement/r1', '/today', '/record', '/act/al/0', '/act/ua/0'];
const OTHER_PAGES = ['/sign-in', '/wishes', '/nowhere', '/agreement/999', '/act/al/77', '/drafts/none'];
const DRAFT_PAGES = ['/drafts', `/drafts/new?kind=${KINDS.stated}`, '/drafts/d1'];

async function pagesOf(reader: Reader): Promise<readonly (readonly [string, number, string])[]> {
  const found = [];
  for (const path of [...OPEN_PAGES, ...OTHER_PAGES, ...DRAFT_PAGES]) {
    const response = await reader.ask(path);
    found.push([path, response.status, await response.text()] as const);
  }
  return found;
}

describe('every page', () => {
  test.each(LANGUAGES)('is drawn in %s for an official, without a word missing', async (language) => {
    const reader = tested.reader(language);
    const csrf = await reader.signIn('writer');
    await reader.send('/drafts', { csrf, kind: KINDS.stated, wish: 'a tower' });
    for (const [path, status, html] of await pagesOf(reader)) {
      const missing = ['/nowhere', '/agreement/999', '/act/al/77', '/drafts/none'].includes(path);
      expect(status, path).toBe(missing ? 404 : 200);
      expect(html, path).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${language}">`));
      expect(html, path).toContain('</html>');
      // A key that was not said would stand there as it is written in the code.
      const key = />(?:act|draft|drafts|today|record|signin|problem|refusal|shell|kit|agreement|paragraph)\.[a-z-]+</;
      expect(html.match(key), path).toBe(null);
      expect(html, path).not.toContain('undefined');
      expect(html, path).not.toContain('[object');
    }
    expect(tested.said).toEqual([]);
  });

  test('is drawn for whoever is not signed in, but drafts lead to signing in and back', async () => {
    const reader = tested.reader();
    for (const path of OPEN_PAGES) expect((await reader.ask(path)).status, path).toBe(200);
    for (const path of DRAFT_PAGES) {
      const response = await reader.ask(path);
      expect(response.status, path).toBe(303);
      expect(response.headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
    }
    expect(tested.said).toEqual([]);
  });

  test('escapes what the other side wrote', async () => {
    const html = await (await tested.reader().ask('/act/al/0')).text();
    expect(html).toContain('a &lt;script&gt;bridge&lt;/script&gt;');
    expect(html).not.toContain('<script>bridge');
    expect(await (await tested.reader().ask('/wishes')).text()).toContain('Wishes: 1 &lt;&amp;&gt;');
  });

  test('keeps its sections live by an id', async () => {
    for (const path of ['/today', '/record', '/act/al/0', '/agreement']) {
      const html = await (await tested.reader().ask(path)).text();
      const live = html.match(/<[^>]*data-live[^>]*>/g) ?? [];
      expect(live.length, path).toBeGreaterThan(0);
      for (const tag of live) expect(tag, path).toMatch(/ id="/);
    }
  });
});

describe('the language', () => {
  test('is chosen by address, kept in a cookie, and comes back without it', async () => {
    const reader = tested.reader();
    const response = await reader.ask('/record?cursor=al&lang=sq');
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/record?cursor=al');
    expect(await (await reader.ask('/record')).text()).toContain('<html lang="sq">');
  });

  test('never leads to another site', async () => {
    const response = await tested.reader().ask('//evil.example/x?lang=uk');
    expect(response.headers.get('location')).toBe('/');
  });

  test('is what the browser asks for, else English; a choice that is none is ignored', async () => {
    const ask = async (header: string): Promise<string> =>
      (await tested.reader().ask('/record?lang=xx', { headers: { 'accept-language': header } })).text();
    expect(await ask('de, uk;q=0.8')).toContain('<html lang="uk">');
    expect(await ask('de')).toContain('<html lang="en">');
  });
});

describe('the JSON twin', () => {
  test('stands at the same address, by Accept or by ?format=json', async () => {
    const reader = tested.reader();
    const byAccept = await reader.ask('/record', { headers: { accept: 'application/json' } });
    const byQuery = await reader.ask('/record?format=json');
    expect(byAccept.headers.get('content-type')).toContain('application/json');
    expect(await byAccept.json()).toEqual(await byQuery.json());
    const page = await reader.ask('/record', { headers: { accept: 'text/html,application/json;q=0.5,*/*' } });
    expect(page.headers.get('content-type')).toContain('text/html');
    expect((await reader.ask('/record', { headers: { accept: '*/*' } })).headers.get('content-type')).toContain('html');
  });

  test('of the record names third-party witnesses where there are any, and says of each how it stands', async () => {
    const reader = tested.reader();
    expect(await (await reader.ask('/record')).text()).not.toContain('id="witnesses"');
    const nothing = { size: undefined, at: undefined, lastError: undefined };
    node.witnesses = [
      { ...nothing, name: 'one.example/w', url: 'https://one.example', state: 'well', size: 2, at: NOW },
      { ...nothing, name: 'two.example/w', url: 'https://two.example', state: 'open', lastError: 'no' },
    ];
    const page = await (await reader.ask('/record')).text();
    for (const said of ['one.example/w', 'answers', 'two.example/w', 'does not answer; tried now and then']) {
      expect(page).toContain(said);
    }
    expect((await reader.json('/record'))['witnesses']).toHaveLength(2);
  });

  test('of an entry that is no act tells what it notes; the record lists it', async () => {
    const noted = { of: 'al', size: 2 };
    const signatures = ['— al.example AAAA', '— ua.example/mirror BBBB'];
    node.pages = [{ side: 'ua', index: 7, noted, at: NOW, contested: undefined, text: 'al.example\n2\n', signatures }];
    node.noted = [{ side: 'ua', index: 7, ...noted, at: NOW, contested: 'size-conflict' }];
    const reader = tested.reader();
    const page = await (await reader.ask('/act/ua/7')).text();
    for (const said of ['checkpoint of AL 2 noted', 'ua.example/mirror']) expect(page).toContain(said);
    expect(await reader.json('/act/ua/7')).toMatchObject({ index: 7, noted, signatures });
    const record = await (await reader.ask('/record')).text();
    for (const said of ['/act/ua/7', 'checkpoint of AL 2 noted', 'size-conflict']) expect(record).toContain(said);
  });

  test('of the record and of the day say in each language what is late and what is damaged', async () => {
    node.line = { ...node.line, behind: 1, waiting: '2026-08-28T09:00:00Z', late: true };
    const damages = [{ side: 'ua', what: 'part', index: 7, name: 'body', found: '2026-08-28T10:00:00Z' }];
    node.inspection = { open: 1, healed: 2, rounded: undefined, damages };
    const said = {
      en: ['not received for too long', '1 damage not healed', 'part of an act', 'not received since'],
      uk: ['надто довго не отримано', '1 пошкодження не усунено', 'частина акта', 'не отримано з'],
      sq: ['pa u marrë', '1 dëmtim i pandrequr', 'pjesë e një akti', 'të pamarra që nga'],
    };
    for (const [language, words] of Object.entries(said)) {
      const reader = tested.reader();
      await reader.ask(`/record?lang=${language}`);
      const page = await (await reader.ask('/record')).text();
      for (const word of words.slice(0, 3)) expect(page).toContain(word);
      const day = await (await reader.ask('/today')).text();
      for (const word of [words[1], words[3]]) expect(day).toContain(word);
      expect(day).toContain('class="state alarm"');
    }
  });

  test('of the record holds both logs, the concordance and the line', async () => {
    const record = await tested.reader().json('/record');
    const logs = record['logs'] as readonly Record<string, unknown>[];
    expect(logs.map((log) => [log['side'], log['size']])).toEqual([
      ['ua', 1],
      ['al', 1],
    ]);
    expect(logs[0]).toMatchObject({ own: true, origin: 'ua.example/ua-al-2025/ua/1' });
    expect(record['concordance']).toEqual({ state: 'waits', sizes: { ua: 0, al: 0 } });
    expect(record['line']).toMatchObject({ state: 'never', behind: 0 });
    expect(record['acts']).toHaveLength(2);
  });

  test('of the Agreement gives each provision its number', async () => {
    const { provisions } = await tested.reader().json('/agreement');
    const numbers = (provisions as readonly { readonly number: number }[]).map(({ number }) => number);
    expect(numbers).toContain(59);
  });

  test('of an act holds its header, its text and what refers to it', async () => {
    const act = await tested.reader().json('/act/al/0');
    expect(act).toMatchObject({ id: theirs.act.id, verified: true, index: 0, side: 'al', body: theirs.act.body });
    expect(act['referredBy']).toMatchObject([{ role: 'answers', act: { id: ours.act.id } }]);
    expect(act['parts']).toMatchObject([{ name: 'body', matches: true }]);
  });

  test('of an area’s page is what the area loaded, and how it may be handled', async () => {
    expect(await tested.reader().json('/wishes')).toEqual({ marking: { tlp: 'CLEAR', rel: ['AL', 'UA'] }, wishes: 1 });
  });

  test('of what is not there is a problem document', async () => {
    const response = await tested.reader('uk').ask('/act/al/99', { headers: { accept: 'application/json' } });
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({
      type: 'urn:servanda:refusal:not-found',
      status: 404,
      code: 'not-found',
      mend: 'За цією адресою нічого немає.',
    });
  });

  test('of the health is JSON whatever is asked for, and says when the node is not well', async () => {
    const well = await tested.reader().ask('/healthz');
    expect([well.status, await well.json()]).toMatchObject([200, { ok: true, side: 'ua' }]);
    node.failing = new Error('gone');
    expect((await tested.reader().ask('/healthz')).status).toBe(503);
  });
});

describe('documents', () => {
  const TYPES = {
    pdf: 'application/pdf',
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  } as const;

  test.each(['pdf', 'docx'] as const)('give a note verbale as %s, in the language asked for', async (paper) => {
    const page = await (await tested.reader('sq').ask('/act/al/0')).text();
    expect(page).toContain(`href="/act/al/0/note/uk?format=${paper}"`);
    const response = await tested.reader('sq').ask(`/act/al/0/note/uk?format=${paper}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, TYPES[paper]]);
    const number = theirs.act.header.number;
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${number}-uk.${paper}"`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (paper === 'pdf') {
      expect(Buffer.from(bytes).toString('latin1')).toContain('/Lang (uk-UA)');
      return;
    }
    const files = filesIn(bytes);
    expect(files.get('word/document.xml')).toContain('Має честь.');
    expect(files.get('word/document.xml')).toContain('місце печатки');
    expect(files.get('word/footer1.xml')).toContain('Оформлено з тексту, записаного в AL 0');
    expect(files.get('docProps/core.xml')).toContain(theirs.act.header.at);
  });

  test('of a language the note is not in, there are none', async () => {
    for (const language of ['sq', 'xx']) {
      expect((await tested.reader().ask(`/act/al/0/note/${language}?format=pdf`)).status).toBe(404);
    }
  });
});

describe('addresses', () => {
  test.each([
    ['/', '/agreement'],
    ['/¶/59', '/agreement/59'],
    ['/%C2%B6/59', '/agreement/59'],
    ['/p/r1', '/agreement/r1'],
  ])('%s leads to %s', async (path, to) => {
    const response = await tested.reader().ask(path);
    expect([response.status, response.headers.get('location')]).toEqual([303, to]);
  });

  test('an act by its id leads to its place', async () => {
    const response = await tested.reader().ask(`/act/${ours.act.id}`);
    expect([response.status, response.headers.get('location')]).toEqual([303, '/act/ua/0']);
    expect((await tested.reader().ask(`/act/${'A'.repeat(43)}`)).status).toBe(404);
  });

  test('another method than a page has is refused with those it has', async () => {
    const response = await tested.reader().ask('/record', { method: 'DELETE' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });

  test('HEAD is answered as GET without a body', async () => {
    const response = await tested.reader().ask('/record', { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});

describe('files', () => {
  test('are the proof, the signed bytes and the policy, to keep', async () => {
    const reader = tested.reader();
    const proof = await reader.ask('/act/al/0/proof');
    expect(proof.headers.get('content-type')).toContain('text/plain');
    expect(proof.headers.get('content-disposition')).toBe('attachment; filename="al-0.tlog-proof"');
    expect(await proof.text()).toMatch(/^c2sp\.org\/tlog-proof@v1\n/);
    const text = new Uint8Array(await (await reader.ask('/act/al/0/text')).arrayBuffer());
    expect(text).toEqual((await node.actFile(theirs.act.id))?.bytes);
    const policy = await reader.ask('/policy/al');
    expect(policy.headers.get('content-disposition')).toContain('ua-al-2025-al.policy');
    expect(await policy.text()).toBe(node.policy('al'));
    expect((await reader.ask('/policy/xx')).status).toBe(404);
  });

  test('there is no proof before a checkpoint covers the act, and the page says so', async () => {
    node.put({ side: 'al', rungs: ['recorded'] });
    expect((await tested.reader().ask('/act/al/1/proof')).status).toBe(404);
    expect(await (await tested.reader().ask('/act/al/1')).text()).toContain('No checkpoint covers this act yet.');
  });

  test('a part is never opened by a browser, whatever type it claims', async () => {
    const response = await tested.reader().ask('/act/ua/0/part/plan.html');
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="ua-0-plan.html"');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toBe('<script>alert(1)</script>');
  });

  const strange = ['nothing', '..%2F..%2Fetc%2Fpasswd', '%2e%2e', 'body%00'];
  test.each(strange)('a part named %s is not found', async (name) => {
    expect((await tested.reader().ask(`/act/ua/0/part/${name}`)).status).toBe(404);
  });
});

describe('the page of an act', () => {
  test('says that a signature verifies, and raises an alarm where it does not', async () => {
    expect(await (await tested.reader().ask('/act/al/0')).text()).toContain('verifies, Ed25519');
    const { actFile } = node;
    const forged = {
      ...node,
      actFile: async (of: string | ActPlace) => {
        const [file, other] = await Promise.all([actFile(of), actFile(ours.act.id)]);
        return file === undefined ? undefined : { ...file, keys: other?.keys ?? [] };
      },
    };
    const html = await (await (await open(forged)).reader().ask('/act/al/0')).text();
    expect(html).toContain('does not verify with the keys held here');
    expect(html).not.toContain('verifies, Ed25519');
  });

  test('shows an unknown kind raw, an erased body as erased, a contested act with its reason', async () => {
    node.put({ side: 'al', kind: 'strange.said/3' });
    node.put({ side: 'al', erased: true });
    node.put({ side: 'al', contested: 'mandate-missing' });
    const page = async (index: number): Promise<string> => (await tested.reader().ask(`/act/al/${index}`)).text();
    expect(await page(1)).toContain('No kind of that name and version is known here.');
    expect(await page(2)).toContain('The body of this act is not held here any more.');
    expect(await page(3)).toContain('The body has no mandate to say this under this provision.');
  });

  test('names who wrote and approved it to officials of this side alone', async () => {
    node.put({ side: 'ua', rungs: ['draft', 'approved', 'recorded'] });
    const stranger = tested.reader();
    for (const path of ['/act/ua/1', '/act/ua/1?format=json', '/record?format=json', '/today?format=json']) {
      expect(await (await stranger.ask(path)).text(), path).not.toContain('W. Writer');
    }
    const reader = tested.reader();
    await reader.signIn('reader');
    expect(await (await reader.ask('/act/ua/1')).text()).toContain('W. Writer');
  });

  test('offers the answers that the act admits, to those who write', async () => {
    const button = `/drafts/new?kind=wish.answered%2F1&amp;about=${theirs.act.id}`;
    const reader = tested.reader();
    await reader.signIn('writer');
    expect(await (await reader.ask('/act/al/0')).text()).toContain(button);
    await reader.signIn('reader');
    expect(await (await reader.ask('/act/al/0')).text()).not.toContain(button);
  });
});

describe('the page of the record', () => {
  test('lists all acts of both logs once, over as many pages as it takes', async () => {
    for (let i = 0; i < 130; i++) node.put({ side: i % 3 === 0 ? 'ua' : 'al' });
    const seen: string[] = [];
    let next: string | null = '';
    let pages = 0;
    while (next !== null && pages < 10) {
      const record: Record<string, unknown> = await tested.reader().json(`/record?cursor=${encodeURIComponent(next)}`);
      seen.push(...(record['acts'] as readonly { readonly id: string }[]).map(({ id }) => id));
      next = record['next'] as string | null;
      pages += 1;
    }
    expect(pages).toBe(3);
    expect([seen.length, new Set(seen).size]).toEqual([132, 132]);
  });

  test('says where the records differ', async () => {
    node.concordance = {
      state: 'diverges',
      sizes: { ua: 1, al: 1 },
      at: '2026-11-24T07:00:00Z',
      first: { register: 'bodies', subject: 'al:mod' },
    };
    expect(await (await tested.reader().ask('/record')).text()).toContain('First differing row: bodies, al:mod.');
  });
});

test('what fails inside is told to the operator by name and place, and not to the reader', async () => {
  node.failing = new RangeError('secret of the house');
  const response = await tested.reader().ask('/record');
  const html = await response.text();
  expect(response.status).toBe(500);
  expect(html).not.toContain('secret of the house');
  // An operator keeps the node running and sees no content: a message may quote some.
  expect(tested.said.join('\n')).toContain('GET /record failed: RangeError\n    at ');
  expect(tested.said.join('\n')).not.toContain('secret of the house');
});
