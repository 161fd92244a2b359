// The gate of the windows: who may ask, from where, how often, and what every answer carries.
import { beforeEach, describe, expect, test } from 'vitest';
import { utf8 } from '../../src/act/bytes.ts';
import { localAddress } from '../../src/web/gate.ts';
import {
  FORM_BYTES,
  FORM_FIELDS,
  SESSION_IDLE,
  SESSION_WHOLE,
  SESSIONS,
  SIGN_IN_REFILL,
} from '../../src/web/limits.ts';
import { sessions, tries } from '../../src/web/session.ts';
import { formAsked, isProgram } from '../../src/web/twin.ts';
import { AGREEMENT } from './agreement.ts';
import { type FakeNode, fakeNode, KINDS, OFFICIALS } from './fake.node.ts';
import { HOST, open, type Tested } from './windows.ts';

let node: FakeNode;
let tested: Tested;

beforeEach(async () => {
  node = fakeNode({ agreement: AGREEMENT });
  node.put({ side: 'al' });
  tested = await open(node);
});

describe('every answer', () => {
  test.each(['/record', '/nowhere', '/healthz', '/policy/ua', '/assets/servanda.css', '/sign-in'])(
    'at %s forbids what the windows do not serve themselves',
    async (path) => {
      const { headers } = await tested.reader().ask(path);
      const policy = headers.get('content-security-policy') ?? '';
      for (const rule of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"]) {
        expect(policy.split('; ')).toContain(rule);
      }
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    },
  );

  test('that is a page is asked for anew each time, and of an official kept by nobody', async () => {
    const reader = tested.reader();
    expect((await reader.ask('/agreement')).headers.get('cache-control')).toBe('private, no-cache');
    expect((await reader.ask('/nowhere')).headers.get('cache-control')).toBe('no-store');
    await reader.signIn('reader');
    for (const path of ['/agreement', '/today', '/record', '/act/al/0']) {
      expect((await reader.ask(path)).headers.get('cache-control'), path).toBe('no-store');
    }
  });

  test('that is a page has neither script nor style of its own', async () => {
    for (const path of ['/agreement', '/today', '/record', '/act/al/0', '/sign-in', '/nowhere']) {
      const response = await tested.reader().ask(path);
      const html = await response.text();
      expect(html.match(/<script(?![^>]* src=)/), path).toBe(null);
      expect(html.match(/<style|\sstyle=|\son[a-z]+=/), path).toBe(null);
      expect(html.match(/(?:src|href)="(?:https?:)?\/\//), path).toBe(null);
    }
  });
});

describe('a character of no text', () => {
  test('is in no address, is refused in a field, and is passed over in a query', async () => {
    const reader = tested.reader();
    const csrf = await reader.signIn('writer');
    expect((await reader.ask('/drafts/%00')).status).toBe(404);
    expect((await reader.send('/drafts/%00/approve', { csrf })).status).toBe(404);
    expect((await reader.send('/drafts', { csrf, kind: 'x\u0000' })).status).toBe(422);
    expect((await reader.ask('/agreement?q=%00')).status).toBe(200);
  });
});

describe('the host', () => {
  test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:80', ''])(
    'named %s is not this window’s',
    async (host) => {
      expect((await tested.reader().ask('/record', { headers: { host } })).status).toBe(421);
    },
  );

  test.each(['localhost', 'LOCALHOST:9', '127.0.0.1', '[::1]:8401'])('named %s is', async (host) => {
    expect((await tested.reader().ask('/record', { headers: { host } })).status).toBe(200);
  });

  test('is another one only where the node was told of it', async () => {
    const ask = async (hosts: readonly string[]): Promise<number> => {
      const reader = (await open(node, hosts)).reader();
      return (await reader.ask('/record', { headers: { host: 'node.kyiv.example' } })).status;
    };
    expect([await ask([]), await ask(['node.kyiv.example'])]).toEqual([421, 200]);
  });
});

describe('signing in', () => {
  test('begins under a new id: one planted before never becomes a session', async () => {
    const planted = 'A'.repeat(43);
    const reader = tested.reader();
    reader.cookies.set('servanda-ua', planted);
    await reader.signIn('writer');
    const given = reader.cookies.get('servanda-ua');
    expect(given).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(given).not.toBe(planted);
    const thief = tested.reader();
    thief.cookies.set('servanda-ua', planted);
    expect((await thief.ask('/drafts')).status).toBe(303);
    expect((await reader.ask('/drafts')).status).toBe(200);
  });

  test('sets a cookie that no script sees and no other site sends', async () => {
    const reader = tested.reader();
    const csrf = await reader.token('/sign-in');
    const response = await reader.send('/sign-in', { csrf, official: 'writer', next: '/drafts' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/drafts']);
    const [cookie] = response.headers.getSetCookie();
    for (const word of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(word);
  });

  test('leads to no other site afterwards', async () => {
    for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '']) {
      const reader = tested.reader();
      const csrf = await reader.token('/sign-in');
      const response = await reader.send('/sign-in', { csrf, official: 'writer', next });
      expect(response.headers.get('location'), next).toMatch(/^\/[a-z.]*$/);
    }
    expect(localAddress('/record?cursor=YSB1')).toBe('/record?cursor=YSB1');
  });

  test('of someone unknown is refused, and so is an eleventh try in one minute', async () => {
    const reader = tested.reader();
    const csrf = await reader.token('/sign-in');
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++) statuses.push((await reader.send('/sign-in', { csrf, official: 'nobody' })).status);
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 422));
    expect(statuses.slice(10)).toEqual([429, 429]);
    tested.wait(SIGN_IN_REFILL + 1);
    expect((await reader.send('/sign-in', { csrf, official: 'nobody' })).status).toBe(422);
  });

  test('is not offered where the node is no demonstration, and cannot be had by asking', async () => {
    const real = await open(fakeNode({ agreement: AGREEMENT, exercise: false }));
    const reader = real.reader();
    const html = await (await reader.ask('/sign-in')).text();
    expect(html).toContain('This node is not a demonstration');
    expect(html).not.toContain('Writer');
    const csrf = (await reader.json('/sign-in'))['csrf'] as string;
    expect((await reader.send('/sign-in', { csrf, official: 'writer' })).status).toBe(403);
    expect((await reader.ask('/drafts')).status).toBe(303);
    expect(await reader.json('/sign-in')).toMatchObject({ officials: [] });
  });

  test('ends by signing out, by half an hour unused, and after eight hours in any case', async () => {
    const out = tested.reader();
    const csrf = await out.signIn('writer');
    const kept = new Map(out.cookies);
    expect((await out.send('/sign-out', { csrf })).status).toBe(303);
    out.cookies.set('servanda-ua', kept.get('servanda-ua') ?? '');
    expect((await out.ask('/drafts')).status).toBe(303);

    const idle = tested.reader();
    await idle.signIn('writer');
    tested.wait(SESSION_IDLE - 1000);
    expect((await idle.ask('/drafts')).status).toBe(200);
    tested.wait(SESSION_IDLE + 1);
    expect((await idle.ask('/drafts')).status).toBe(303);

    const long = tested.reader();
    await long.signIn('writer');
    for (let at = 0; at < SESSION_WHOLE; at += SESSION_IDLE / 2) {
      expect((await long.ask('/drafts')).status).toBe(200);
      tested.wait(SESSION_IDLE / 2);
    }
    tested.wait(1);
    expect((await long.ask('/drafts')).status).toBe(303);
  });

  test('holds no more sessions than the limit: the one unused for longest gives way', () => {
    const held = sessions(() => 0);
    const someone = { official: OFFICIALS[0]!.id, purpose: undefined };
    const [first, second] = [held.begin(someone), held.begin(someone)];
    held.session(first);
    for (let i = 2; i <= SESSIONS; i++) held.begin(someone);
    expect([held.session(first) !== undefined, held.session(second)]).toEqual([true, undefined]);
  });

  test('is counted by address', () => {
    const mayTry = tries(() => 0);
    for (let i = 0; i < 10; i++) expect(mayTry('a')).toBe(true);
    expect([mayTry('a'), mayTry('b')]).toEqual([false, true]);
  });
});

describe('a form', () => {
  test.each(['', 'x', 'A'.repeat(43)])('with the token %j makes no draft and keeps what was typed', async (csrf) => {
    const reader = tested.reader();
    await reader.signIn('writer');
    const response = await reader.send('/drafts', { csrf, kind: KINDS.stated, wish: 'a <tower>' });
    expect(response.status).toBe(403);
    const html = await response.text();
    expect(html).toContain('The page was open too long or is from another session.');
    expect(html).toContain('a &lt;tower&gt;</textarea>');
    expect(await node.drafts()).toEqual([]);
  });

  test('of another session is refused', async () => {
    const [one, two] = [tested.reader(), tested.reader()];
    const csrf = await one.signIn('writer');
    await two.signIn('writer');
    expect((await two.send('/drafts', { csrf, kind: KINDS.stated, wish: 'x' })).status).toBe(403);
    expect(await node.drafts()).toEqual([]);
  });

  test.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
  ])('sent from elsewhere, as %j says, is refused and shows nothing of it', async (headers) => {
    const reader = tested.reader();
    const csrf = await reader.signIn('writer');
    const response = await reader.send('/drafts', { csrf, kind: KINDS.stated, wish: 'planted words' }, { headers });
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain('planted words');
    expect(await node.drafts()).toEqual([]);
  });

  test('sent from this window’s own page is taken', async () => {
    const reader = tested.reader();
    const csrf = await reader.signIn('writer');
    const headers = { 'sec-fetch-site': 'same-origin', origin: `http://${HOST}` };
    expect((await reader.send('/drafts', { csrf, kind: KINDS.stated, wish: 'x' }, { headers })).status).toBe(303);
  });

  test('too large, of too many fields or of another type is refused before it is read', async () => {
    const reader = tested.reader();
    const csrf = await reader.signIn('writer');
    expect((await reader.send('/drafts', { csrf, wish: 'x'.repeat(FORM_BYTES) })).status).toBe(413);
    const many = Object.fromEntries(Array.from({ length: FORM_FIELDS + 1 }, (_, i) => [`f${i}`, '']));
    expect((await reader.send('/drafts', { csrf, ...many })).status).toBe(413);
    const json = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
    expect((await reader.ask('/drafts', json)).status).toBe(415);
    const endless = new ReadableStream<Uint8Array>({ pull: (c) => c.enqueue(utf8('a'.repeat(65_536))) });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const streamed = { method: 'POST', body: endless, duplex: 'half', headers };
    expect((await reader.ask('/drafts', streamed as RequestInit)).status).toBe(413);
  });
});

describe('an asset', () => {
  test('is kept for good under its own hash and not sent to who has it', async () => {
    const html = await (await tested.reader().ask('/record')).text();
    const [, style] = /href="(\/assets\/servanda\.css\?v=[^"]+)"/.exec(html) ?? [];
    const [, island] = /src="(\/assets\/live\.js\?v=[^"]+)"/.exec(html) ?? [];
    for (const href of [style, island]) {
      const response = await tested.reader().ask(String(href));
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toContain('immutable');
      const tag = response.headers.get('etag') ?? '';
      const again = await tested.reader().ask(String(href), { headers: { 'if-none-match': tag } });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
    const bare = await tested.reader().ask('/assets/servanda.css?v=other');
    expect(bare.headers.get('cache-control')).not.toContain('immutable');
  });

  const nowhere = ['../server.ts', '..%2Fserver.ts', '%2e%2e/session.ts', 'fonts/../../server.ts', 'fonts/', ''];
  test.each([...nowhere, '__proto__'])('at %s is not there', async (name) => {
    const response = await tested.reader().ask(`/assets/${name}`);
    expect(response.status).toBe(404);
  });

  test('that is a font is a font', async () => {
    const response = await tested.reader().ask('/assets/fonts/ibm-plex-sans-latin-400-normal.woff2');
    expect(response.headers.get('content-type')).toBe('font/woff2');
  });
});

test.each([
  [undefined, undefined, false],
  ['text/html', 'json', true],
  ['application/json', undefined, true],
  ['application/json, text/plain, */*', undefined, true],
  ['text/html,application/xhtml+xml,*/*;q=0.8', undefined, false],
  ['text/html;q=0.3, application/json;q=0.9', undefined, true],
  ['application/json;q=0', undefined, false],
])('Accept %s with format %s asks for data: %s', (accept, format, json) => {
  expect(isProgram(accept, format)).toBe(json);
  const other = accept === 'application/json;q=0' ? undefined : 'page';
  expect(formAsked(accept, format, ['json'])).toBe(json ? 'json' : other);
});
