// The public window: every address of it, for a reader who signs in nowhere and is remembered by nobody.
import { gunzipSync } from 'node:zlib';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { NOTIFICATION_GIVEN } from '../../src/areas/final/kinds.ts';
import { ASSESSMENT_MADE } from '../../src/areas/keeping/kinds.ts';
import { ASSESSMENT_OFFERED } from '../../src/areas/keeping/offers/kinds.ts';
import { readAgreement } from '../../src/agreement/agreement.ts';
import { readTable } from '../../src/agreement/csv.ts';
import { readReports } from '../../src/agreement/reported.ts';
import { readXml } from '../../src/agreement/xml.ts';
import { agreementFiles } from '../../src/commands/house.ts';
import { LANGUAGES } from '../../src/kit/words.ts';
import { VERIFICATION } from '../../src/node/keys.ts';
import { verifyProof } from '../../src/verify.ts';
import { tableNames } from '../../src/web/csv.ts';
import { type OpenApi, templateOf } from '../../src/web/openapi.ts';
import { type PublicServing, servePublic } from '../../src/web/public/server.ts';
import { QUESTIONS } from '../../src/web/public/limits.ts';
import { type Everyone, openEveryone } from '../setup/everyone.ts';
import { official, openPair, type Pair, say } from '../twin/pair.ts';
import { tellStory } from '../twin/story.ts';
import { CHROMIUM, launch, watched } from './browser.ts';
import { type AtPublic, openWindow } from './everyone.ts';

let pair: Pair;
let everyone: Everyone;
let at: AtPublic;

const SECRET = 'EXERCISE: between the moderators';

beforeAll(async () => {
  pair = await openPair();
  await tellStory(pair);
  await say(pair, 'ua', ASSESSMENT_MADE.id, {
    statement: ['59.7'],
    asOf: ['2026-08-31'],
    completion: ['limited'],
    reasons: ['EXERCISE'],
  });
  const { node } = pair.node('ua');
  const draft = await node.write(official(pair, 'ua', 'drafter'), ASSESSMENT_OFFERED.id, undefined, {
    offer: ['0123456789abcdef01234567'],
    statement: ['59.7'],
    organisation: ['Observatory (EXERCISE)'],
    words: [SECRET],
    language: ['en'],
    completion: [''],
    sources: ['https://observatory.example/2026'],
    received: ['2026-08-28'],
  });
  await node.approve(official(pair, 'ua', 'approver'), draft.id, draft.digest);
  await pair.settled();
  everyone = await openEveryone(pair, 'ua');
  at = await openWindow(everyone.record);
}, 60_000);
afterAll(async () => {
  at.window.close();
  await everyone.stop();
  await pair.close();
});

/** The addresses of the route table, with what a public act fills into them. */
async function paths(): Promise<readonly string[]> {
  const [act] = await everyone.record.look().acts({ kind: NOTIFICATION_GIVEN.id, side: 'ua' });
  const { side = 'ua', index = 0, id = '' } = act?.act ?? {};
  return at.window.routes
    .filter(({ method }) => method === 'GET')
    .map(({ path }) =>
      path
        .replace(':id{[A-Za-z0-9_-]{43}}', id)
        .replace(/:side\{[^/]*\}/, side)
        .replace(/:index\{[^/]*\}/, String(index))
        .replace(/:map\{[^/]*\}/, `sitemap-${side}-0.xml`)
        .replace(':name', 'body')
        .replace(':language', 'uk')
        .replace(':id', '59'),
    );
}

describe('the public window', () => {
  test('answers every address of its table, sets no cookie, and lets nothing in from elsewhere', async () => {
    const all = await paths();
    expect(all.length).toBeGreaterThan(30);
    for (const path of all) {
      at.wait(60_000);
      const answer = await at.ask(path, { cookie: 'servanda-ua=x; lang=uk' });
      const body = await answer.text();
      expect([path, answer.status]).toEqual([path, /^\/(act\/[\w-]{43}|p\/|¶)/.test(path) ? 303 : 200]);
      expect([path, answer.headers.getSetCookie()]).toEqual([path, []]);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect([path, answer.headers.get('vary')?.includes('Cookie')]).toEqual([path, false]);
      // Whatever the answer is made of, what is not for everyone is not in it.
      expect([path, body.includes(SECRET) || body.includes('/drafts')]).toEqual([path, false]);
    }
    expect(at.said).toEqual([]);
  }, 60_000);

  test('leads only to addresses that it has', async () => {
    const seen = new Set<string>();
    const pages = ['/', '/agreement/59', '/life', '/acts', '/promises', '/independent', '/figures', '/data', '/verify'];
    const act = (await paths()).find((path) => /^\/act\/ua\/\d+$/.test(path)) ?? '';
    for (const path of [...pages, '/reports', '/reported', '/assess', '/agreement', act]) {
      at.wait(60_000);
      const text = await (await at.ask(path)).text();
      const links = [...text.matchAll(/ (?:href|action)="(\/[^"#]*)/g)];
      for (const [, href = ''] of links) seen.add(href.replaceAll('&amp;', '&'));
    }
    for (const href of seen) {
      at.wait(60_000);
      const { status } = await at.ask(href);
      expect([href, [200, 303].includes(status)]).toEqual([href, true]);
    }
    expect(seen.size).toBeGreaterThan(200);
  }, 60_000);

  test('speaks the language in front of the address, keeps it in every link, and needs no memory for it', async () => {
    const text = await (await at.ask('/uk/life')).text();
    expect(text).toContain('<html lang="uk">');
    const links = [...text.matchAll(/ (?:href|action)="(\/[^"]*)"/g)].map(([, href = '']) => href);
    expect(links.filter((href) => !/^\/(uk|en|sq|assets)(\/|$)/.test(href))).toEqual([]);
    const asked = await at.ask('/life', { 'accept-language': 'sq' });
    expect(await asked.text()).toContain('<html lang="sq">');
    expect(asked.headers.get('vary')).toContain('Accept-Language');
    expect(await (await at.ask('/life?lang=uk')).text()).toContain('<html lang="uk">');
  });

  test('answers from memory with the same tag, and says so to who has it', async () => {
    const first = await at.ask('/en/reported');
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[\w-]{24}"$/);
    expect(first.headers.get('cache-control')).toContain('public');
    const before = at.window.held().answers;
    const again = await at.ask('/en/reported', { 'if-none-match': tag });
    expect([again.status, await again.text(), at.window.held().answers]).toEqual([304, '', before]);
    const zipped = await at.ask('/en/reported', { 'accept-encoding': 'gzip' });
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(await zipped.arrayBuffer()).toString()).toBe(await first.text());
  });

  test('turns away who asks too often, by address, and no one else', async () => {
    const from = { 'x-forwarded-for': '198.51.100.7' };
    const statuses: number[] = [];
    for (let i = 0; i <= QUESTIONS; i += 1) statuses.push((await at.ask('/robots.txt', from)).status);
    expect(statuses.at(-1)).toBe(429);
    expect(statuses.slice(0, -1).every((status) => status === 200)).toBe(true);
    expect((await at.ask('/robots.txt', { 'x-forwarded-for': '203.0.113.9' })).status).toBe(200);
    at.wait(1000);
    expect((await at.ask('/robots.txt', from)).status).toBe(200);
  });

  test('gives a public act as signed, with a proof that the outside checker accepts', async () => {
    const [act] = await everyone.record.look().acts({ kind: NOTIFICATION_GIVEN.id, side: 'ua' });
    const address = `/act/ua/${act?.act.index ?? -1}`;
    const bytes = async (path: string): Promise<Uint8Array> =>
      new Uint8Array(await (await at.ask(path)).arrayBuffer());
    const report = await verifyProof(await bytes(`${address}/proof`), await bytes('/policy/ua'), VERIFICATION);
    expect(report).toMatchObject({ ok: true, act: act?.act.id });
    expect(new TextDecoder().decode(await bytes(`${address}/text`))).toContain('servanda/act/v1');
    expect(new TextDecoder().decode(await bytes(`${address}/keys`))).toMatch(/^ua:mfa\/\d{4}-1\+/);
    const tiles = await Promise.all(['/checkpoint', '/tile/0/000', '/tile/entries/000'].map((path) => at.ask(path)));
    expect(tiles.map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  test('lists in its map of the site every address of open data, and each can be taken', async () => {
    const named = async (path: string): Promise<readonly string[]> => {
      const map = await (await at.ask(path)).text();
      return [...map.matchAll(/<loc>http:\/\/[^/]+([^<]*)<\/loc>/g)].map(([, one = '']) => one);
    };
    const maps = await named('/sitemap.xml');
    const listed = (await Promise.all(maps.map(named))).flat();
    const acts = await everyone.record.look().acts({});
    expect(listed.filter((path) => path.endsWith('/proof')).length).toBe(acts.length);
    const { sets } = (await (await at.ask('/data?format=json')).json()) as {
      sets: { distributions: { href: string; type: string }[] }[];
    };
    for (const { href, type } of sets.flatMap(({ distributions }) => distributions)) {
      at.wait(60_000);
      expect(listed.some((path) => path === href || path.endsWith(href))).toBe(true);
      const answer = await at.ask(href, { accept: '*/*' });
      expect([href, answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([href, 200, type]);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    }
    expect(listed.filter((path) => path.startsWith('/uk/agreement/')).length).toBe(91);
    const dcat = (await (await at.ask('/data.jsonld')).json()) as { 'dcat:dataset': unknown[] };
    expect(dcat['dcat:dataset']).toHaveLength(sets.length);
  }, 30_000);

  test('says in its document what it answers, and no address more or less', async () => {
    const { routes } = at.window;
    const document = (await (await at.ask('/openapi.json')).json()) as OpenApi;
    const said = Object.entries(document.paths).flatMap(([path, of]) => Object.keys(of).map((one) => `${one} ${path}`));
    expect(said.toSorted()).toEqual(
      routes.map(({ method, path }) => `${method.toLowerCase()} ${templateOf(path)}`).toSorted(),
    );
    expect(document.components.securitySchemes).toBeUndefined();
    const filled = await paths();
    let [tables, feeds] = [0, 0];
    for (const [i, { says }] of routes.filter(({ method }) => method === 'GET').entries()) {
      const path = filled[i] ?? '';
      at.wait(60_000);
      const answer = await at.ask(path, { accept: 'application/json' });
      if (says.is === 'file') {
        expect([path, says.types]).toEqual([
          path,
          expect.arrayContaining([answer.headers.get('content-type')?.split(';')[0]]),
        ]);
      }
      if (says.is !== 'page' && says.is !== 'data') continue;
      expect([path, Compile(says.data).Errors(await answer.json()).slice(0, 3)]).toEqual([path, []]);
      if (says.is === 'data') continue;
      for (const list of says.lists ?? []) {
        const table = await (await at.ask(`${path}?format=csv&list=${list}`)).text();
        readTable(table, tableNames(says.data, list) ?? []);
        tables += 1;
      }
      if (says.forms?.includes('atom') !== true) continue;
      const feed = await (await at.ask(`/uk${path}?format=atom`)).text();
      expect(readXml(feed, 'http://www.w3.org/2005/Atom').name).toBe('feed');
      feeds += 1;
    }
    expect([tables > 15, feeds > 2]).toEqual([true, true]);
    for (const language of LANGUAGES) {
      const html = await (await at.ask(`/${language}/docs/api`)).text();
      expect(html).toContain('id="getActsJson"');
      expect(html).not.toMatch(/>api\.[a-z-]+</);
    }
    expect(at.said).toEqual([]);
  }, 60_000);

  test('gives its acts in stretches that leave out none and repeat none', async () => {
    const all = await everyone.record.look().acts({});
    const found: string[] = [];
    let next: string | undefined = '/acts.json?limit=2';
    while (next !== undefined) {
      at.wait(60_000);
      const answer = await at.ask(next);
      const { acts } = (await answer.json()) as { readonly acts: readonly { readonly id: string }[] };
      found.push(...acts.map(({ id }) => id));
      next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    expect(found.toSorted()).toEqual(all.map(({ act }) => act.id).toSorted());
    expect((await at.ask('/acts.csv?limit=none')).status).toBe(422);
    expect((await at.ask('/acts.csv?limit=1')).headers.get('link')).toContain('rel="next"');
    const { months } = (await (await at.ask('/figures?format=json')).json()) as {
      readonly months: readonly { readonly acts: Readonly<Record<string, number>> }[];
    };
    const counted = months.flatMap(({ acts }) => Object.values(acts)).reduce((sum, one) => sum + one, 0);
    expect(counted).toBe(all.length);
  });

  test('gives out reports in the form in which they come in', async () => {
    const files = await agreementFiles('ua-al-2025');
    const given = readReports(await (await at.ask('/reported.csv')).text());
    const held = readAgreement(files).reports;
    expect(given.length).toBe(held.length);
    expect(new Set(given.map(({ says }) => says))).toEqual(new Set(held.map(({ says }) => says)));
    const feed = await (await at.ask('/acts.atom')).text();
    expect([...feed.matchAll(/<entry>/g)].length).toBe((await everyone.record.look().acts({})).length);
    expect(feed).not.toContain('assessment.offered');
    const dates = await (await at.ask('/dates.ics')).text();
    expect(dates).toContain('DTSTART;VALUE=DATE:20260831');
  });

  test('takes an assessment in once it was read over, and says what is wrong with another', async () => {
    const fields = {
      organisation: 'Observatory (EXERCISE)',
      contact: 'desk@observatory.example',
      statement: '59.7',
      completion: 'limited',
      words: 'EXERCISE: seen.',
      sources: 'https://observatory.example/2026',
      language: 'en',
    };
    const stamp = async (): Promise<string> =>
      /name="stamp" value="([^"]+)"/.exec(await (await at.ask('/assess')).text())?.[1] ?? '';
    const waiting = async (): Promise<number> =>
      (await pair.node('ua').sql`select 1 from offered where state = 'waiting'`).length;
    const good = { ...fields, stamp: await stamp() };
    expect((await at.send('/assess', good)).status).toBe(403);
    at.wait(10_000);
    const wrong = await at.send('/assess', { ...good, sources: 'javascript:alert(1)' });
    expect([wrong.status, (await wrong.text()).includes('EXERCISE: seen.')]).toEqual([422, true]);
    expect((await at.send('/assess', { ...good, website: 'https://spam.example' })).status).toBe(303);
    expect(await waiting()).toBe(0);
    const sent = await at.send('/assess', good);
    expect([sent.status, sent.headers.get('location'), await waiting()]).toEqual([303, '/assess/sent', 1]);
    at.wait(3 * 60 * 60 * 1000);
    expect((await at.send('/assess', good)).status).toBe(403);
    const late = { ...fields, stamp: await stamp() };
    at.wait(10_000);
    const statuses: number[] = [];
    for (let i = 0; i < 6; i += 1) statuses.push((await at.send('/assess', late)).status);
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
  });
});

if (CHROMIUM === undefined) {
  test('NOT RUN: the public window in a browser: Chromium is absent', () => expect(CHROMIUM).toBeUndefined());
} else {
  describe('the public window in a browser', () => {
    let browser: Browser;
    let serving: PublicServing;

    beforeAll(async () => {
      browser = await launch();
      const options = { url: undefined, proxied: false, licence: undefined, say: () => undefined };
      serving = await servePublic(everyone.record, { port: 0, host: '127.0.0.1', ...options });
    });
    afterAll(async () => {
      await browser.close();
      await serving.stop();
    });

    const verdict = async (page: Page): Promise<readonly (string | null)[]> => {
      await page.getByRole('button', { name: 'Check the proof here' }).click();
      await page.locator('#check-result').waitFor({ state: 'visible' });
      return await page.locator('[data-step]').evaluateAll((all) => all.map((one) => one.getAttribute('data-found')));
    };

    test('checks a proof step by step, from saved files and without a network; a turned bit is refused', async () => {
      const [act] = await everyone.record.look().acts({ kind: NOTIFICATION_GIVEN.id, side: 'ua' });
      const index = act?.act.index ?? -1;
      const { context, complaints } = await watched(browser, {});
      const page = await context.newPage();
      await page.goto(`${serving.url}/en/verify?act=ua-${index}`);
      expect(await verdict(page)).toEqual(Array(7).fill('holds'));
      const said = await page.locator('[data-step="cosigned"] .found').innerText();
      expect(said).toContain('Ed25519');
      expect(said).toContain('ML-DSA-44');
      const take = async (path: string): Promise<Buffer> =>
        Buffer.from(await (await fetch(`${serving.url}${path}`)).arrayBuffer());
      const files = {
        proof: await take(`/act/ua/${index}/proof`),
        policy: await take('/policy/ua'),
        keys: await take(`/act/ua/${index}/keys`),
      };
      await page.goto(`${serving.url}/en/verify`);
      await context.setOffline(true);
      const choose = async (name: keyof typeof files, buffer: Buffer): Promise<void> =>
        await page.locator(`#check-${name}`).setInputFiles({ name, mimeType: 'text/plain', buffer });
      for (const name of ['proof', 'policy', 'keys'] as const) await choose(name, files[name]);
      expect(await verdict(page)).toEqual(Array(7).fill('holds'));
      // One bit of the act, of the tree, of the signature of the log, of each cosignature: never unseen.
      const lines = files.proof.toString().split('\n');
      // What the policy does not name proves nothing, and is passed over.
      const named = (line: string): boolean => line.length > 40 && !line.startsWith('— al.example/witness');
      const rungs = lines.flatMap((line, i) => (i > 0 && named(line) ? [i] : []));
      for (const line of rungs) {
        const offset = lines.slice(0, line).join('\n').length + 1 + Math.floor((lines[line]?.length ?? 0) / 2);
        const turned = Buffer.from(files.proof);
        const place = Buffer.byteLength(files.proof.toString().slice(0, offset));
        turned[place] = (turned[place] ?? 0) === 0x41 ? 0x42 : 0x41;
        await choose('proof', turned);
        const found = await verdict(page);
        expect([lines[line]?.slice(0, 40), found.includes('fails')]).toEqual([lines[line]?.slice(0, 40), true]);
      }
      // Chromium asks for the icon of the page once more, and finds no network.
      expect(complaints.filter((one) => !one.includes('servanda.svg'))).toEqual([]);
      await context.close();
    }, 60_000);

    test('tells how to check with other programs where no script runs', async () => {
      const { context } = await watched(browser, { javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(`${serving.url}/en/verify`);
      expect(await page.locator('main').innerText()).toContain('servanda verify ua-12.tlog-proof --policy');
      expect(await page.locator('main').innerText()).toContain('Without a script this page checks nothing');
      expect(await page.locator('#check').isVisible()).toBe(false);
      await context.close();
    });
  });
}
