// How what is shown may be handled stands on every page, document and export, in words, and is never typed by hand.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Label } from '../../src/act/act.ts';
import { NOBODY } from '../../src/agreement/label.ts';
import { markingCodes, markingLine } from '../../src/kit/marking.ts';
import { LANGUAGES } from '../../src/kit/words.ts';
import { speakers } from '../../src/web/tongue.ts';
import { filesIn } from '../paper/zip.ts';
import { routesOf } from '../../src/web/routes.ts';
import { type Everyone, openEveryone } from '../setup/everyone.ts';
import { exportOf } from '../twin/exported.ts';
import { official } from '../twin/pair.ts';
import { AGREEMENT } from '../web/agreement.ts';
import { type AtPublic, openWindow } from '../web/everyone.ts';
import { open, type Reader, type Tested } from '../web/windows.ts';
import { PUBLIC_READ } from './everyone.ts';
import { lacking } from './marked.ts';
import { STATED } from './probe.ts';
import { openStage, type Stage, type Uttered } from './stage.ts';
import { inForms, type Place, READ } from './walk.ts';

const tongues = speakers([]);
const line = (label: Label | typeof NOBODY, language: (typeof LANGUAGES)[number] = 'en'): string =>
  markingLine(label, tongues[language], AGREEMENT).replaceAll('\u00a0', ' ');

describe('a marking line', () => {
  const rel = ['AL', 'UA'];
  test.each<[Label | typeof NOBODY, string]>([
    [{ tlp: 'CLEAR', rel }, 'TLP:CLEAR. Anyone may see this and pass it on.'],
    [{ tlp: 'GREEN', rel }, 'TLP:GREEN. For officials alone, of these sides: Ukraine and the Republic of Albania.'],
    [
      { tlp: 'CLEAR', rel: ['AL'], purpose: ['relief'] },
      'TLP:CLEAR. For officials alone, of these sides: the Republic of Albania. Purpose: relief.',
    ],
    [
      {
        tlp: 'RED',
        rel,
        bodies: ['ua:mfa'],
        orcon: true,
        codes: ['H1', 'H2'],
        action: 'NONE',
        personal: { categories: [], special: true, basis: 'law' },
        keepUntil: '2027-01-31',
      },
      'TLP:RED. Only for: Ministry of Foreign Affairs of Ukraine. Holds special categories of personal data. ' +
        'Passed on only with the originator’s consent. Codes: H1 and H2. Permitted: NONE. ' +
        'Kept until 31 January 2027.',
    ],
    [NOBODY, 'Made of parts that nobody may have together. Show it to nobody.'],
  ])('of %o says who may have it, for what, until when', (label, words) => {
    expect(line(label)).toBe(words);
  });

  test('begins with the TLP in every language, and machines have it in one line', () => {
    const label: Label = { tlp: 'AMBER', rel, bodies: ['al:asp', 'ua:mfa'], purpose: ['crime'], orcon: true };
    for (const language of LANGUAGES) expect(line(label, language)).toMatch(/^TLP:AMBER\. /);
    expect(markingCodes(label)).toBe('TLP:AMBER; rel=AL,UA; bodies=al:asp,ua:mfa; purpose=crime; orcon');
  });
});

describe('on a node', () => {
  let stage: Stage;
  let tested: Tested;
  let outside: Reader;
  let office: Reader;
  let other: Reader;
  let auditor: Reader;
  let named: Uttered;
  let plain: Uttered;
  let everyone: Everyone;
  let at: AtPublic;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path(tmpdir(), 'servanda-marked-'));
    stage = await openStage();
    plain = await stage.utter('ua', { word: 'plain', label: {} });
    named = await stage.utter('ua', { word: 'named', label: { tlp: 'GREEN', bodies: ['al:mefa', 'ua:mfa'] } });
    await stage.utter('ua', { word: 'green', label: { tlp: 'GREEN' } });
    await stage.pair.settled();
    tested = await open(stage.pair.node('ua').node);
    everyone = await openEveryone(stage.pair, 'ua');
    at = await openWindow(everyone.record);
    [outside, office, other] = [tested.reader('en'), tested.reader('en'), tested.reader('uk')];
    await office.signIn('prykladna');
    await other.signIn('other-ua');
    auditor = tested.reader('en');
    await auditor.signIn('hliadach');
  });
  afterAll(async () => {
    tested.windows.close();
    at.window.close();
    await everyone.stop();
    await stage.pair.close();
    await rm(folder, { recursive: true });
  });

  const marking = async (reader: Reader, address: string): Promise<unknown> => (await reader.json(address))['marking'];

  /**
   * What is marked in the head of its answer alone: bytes that were signed, whose header holds the label, or that are
   * checked letter by letter; documents of the interface, of which none says anything of the record.
   */
  const FIXED: readonly RegExp[] = [
    /^\/(act|drafts)\/.*\/(proof|text|part\/:name|keys)$/,
    /^\/policy\//,
    /^\/(openapi\.json|healthz|\.well-known\/oauth-authorization-server)$/,
    /^\/(robots\.txt|sitemap(-pages)?\.xml|:map\{sitemap.*|reported\.csv|reported\.json|statements\.json)$/,
  ];
  /** The text as a file, as a note, is in a language of its own. */
  const OF_THE_TEXT = /^\/agreement\.(txt|html|akn)/;
  const isFixed = (path: string): boolean => FIXED.some((one) => one.test(path));
  const placeOf = ({ index, id, word }: Uttered, calendar: string): Place => {
    return { side: 'ua', index, id, part: `${word}.txt`, word, draft: 'none', calendar };
  };

  test('every address of the table says it in every form that it has, in three languages', async () => {
    const csrf = await office.token('/duties');
    const opened = await (await office.send('/duties/calendars', { csrf, scope: 'mine' })).text();
    const calendar = /\/calendar\/[A-Za-z0-9_-]{43}\.ics/.exec(opened)?.[0] ?? '';
    const node = stage.pair.node('ua');
    const { id: draft } = await node.node.write(official(stage.pair, 'ua', 'drafter'), STATED.id, undefined, {
      word: ['x'],
    });
    const found: string[] = [];
    let asked = 0;
    for (const [i, route] of routesOf(node.node).filter(({ method }) => method === 'GET').entries()) {
      const language = LANGUAGES[i % LANGUAGES.length] ?? 'en';
      const reader = route.who === 'warden' || route.path === '/readings' ? auditor : office;
      reader.cookies.set('lang', language);
      const of = READ[route.path] ?? (() => [`${route.path} is not asked`]);
      for (const address of of({ ...placeOf(named, calendar), draft }).flatMap((one) => inForms(route, one))) {
        for (const accept of address.includes('format=') ? ['text/html'] : ['text/html', 'application/json']) {
          const answer = await reader.ask(address, { headers: { accept } });
          // What is not there is told as a problem, which shows nothing of the record.
          if (answer.status >= 400) continue;
          asked += 1;
          const file = address.includes('format=text');
          const note = /\/note\/(en|uk|sq)/.exec(address)?.[1] as (typeof LANGUAGES)[number] | undefined;
          const own = note ?? (OF_THE_TEXT.test(address) ? 'en' : language);
          const lacks = await lacking(answer, own, file || isFixed(route.path));
          if (lacks !== undefined) found.push(`${address} as ${accept} in ${language}: ${lacks}`);
        }
      }
    }
    expect(found).toEqual([]);
    expect(asked).toBeGreaterThan(150);
  });

  test('every address of the public window says that anyone may have it', async () => {
    const routes = at.window.routes.filter(({ method }) => method === 'GET');
    expect(new Set(routes.map(({ path }) => path))).toEqual(new Set(Object.keys(PUBLIC_READ)));
    const found: string[] = [];
    let asked = 0;
    for (const [i, { path: route }] of routes.entries()) {
      const language = LANGUAGES[i % LANGUAGES.length] ?? 'en';
      for (const address of PUBLIC_READ[route]?.(placeOf(plain, '')) ?? []) {
        for (const accept of ['text/html', 'application/json']) {
          at.wait(60_000);
          const answer = await at.ask(address, { accept, 'accept-language': language });
          expect([address, answer.headers.get('servanda-marking')]).toEqual([address, 'TLP:CLEAR; rel=AL,UA']);
          if (answer.status >= 400) continue;
          asked += 1;
          // A bare list and nothing at all have no place for it.
          const bare = accept === 'application/json' && ['/reported', '/assess/sent'].includes(route);
          const own = OF_THE_TEXT.test(address) || address.includes('/note/en') ? 'en' : language;
          const lacks = await lacking(answer, own, bare || isFixed(route));
          if (lacks !== undefined) found.push(`${address} as ${accept} in ${own}: ${lacks}`);
        }
      }
    }
    expect(found).toEqual([]);
    expect(asked).toBeGreaterThan(60);
  });

  test('a page is marked by the highest of what its reader is shown, for each reader their own', async () => {
    expect(await marking(outside, '/probes')).toEqual({ tlp: 'CLEAR', rel: ['AL', 'UA'] });
    expect(await marking(other, '/probes')).toEqual({ tlp: 'GREEN', rel: ['AL', 'UA'] });
    const highest = { tlp: 'GREEN', rel: ['AL', 'UA'], bodies: ['al:mefa', 'ua:mfa'] };
    for (const address of ['/probes', '/record', '/duties', `/act/ua/${named.index}`, '/reports']) {
      expect([address, await marking(office, address)]).toEqual([address, highest]);
    }
  });

  test('the line stands at head and foot of a page in its language, and in the head of the answer', async () => {
    const answer = await other.ask('/probes');
    expect(answer.headers.get('servanda-marking')).toBe('TLP:GREEN; rel=AL,UA');
    const html = await answer.text();
    const found = [...html.matchAll(/<p class="marking">([^<]+)<\/p>/g)].map(([, said]) => said);
    const words = line({ tlp: 'GREEN', rel: ['AL', 'UA'] }, 'uk');
    expect(words).toContain('TLP:GREEN. Лише для посадових осіб сторін: Україна');
    expect(found).toEqual([words, words]);
    const part = await office.ask(`/act/ua/${named.index}/part/named.txt`);
    expect(part.headers.get('servanda-marking')).toBe('TLP:GREEN; rel=AL,UA; bodies=al:mefa,ua:mfa');
  });

  test('a form says first for whom that is which it answers, unless it is for everyone', async () => {
    const form = async (about: Uttered): Promise<string> =>
      await (await office.ask(`/drafts/new?kind=${encodeURIComponent(STATED.id)}&about=${about.id}`)).text();
    office.cookies.set('lang', 'en');
    const says = 'What this answers is not for everyone.';
    const shown = new RegExp(`${says}[^<]*</p><ul class="after"><li>[^<]*Ministry of Foreign Affairs`);
    expect(await form(named)).toMatch(shown);
    expect(await form(plain)).not.toContain(says);
  });

  test('a document carries it on its pages, in its own language', async () => {
    const bytes = await (await office.ask('/reports?format=docx&language=sq')).arrayBuffer();
    const words = [...filesIn(new Uint8Array(bytes))].filter(([name]) => /header|footer/.test(name));
    expect(words.map(([, text]) => text.includes('TLP:GREEN. Vetëm për: '))).toContain(true);
  });

  test('a calendar says it, though whoever holds its address is not signed in', async () => {
    const csrf = await office.token('/duties');
    const opened = await (await office.send('/duties/calendars', { csrf, scope: 'body' })).text();
    const address = /\/calendar\/[A-Za-z0-9_-]{43}\.ics/.exec(opened)?.[0] ?? '';
    expect(await (await outside.ask(address)).text()).toContain('X-WR-CALDESC:TLP:');
  });

  test('an export says what the whole of it is, and for the public leaves out what is not theirs', async () => {
    const [whole, open_] = [path(folder, 'whole'), path(folder, 'public')];
    await exportOf(stage.pair, 'ua', whole);
    await exportOf(stage.pair, 'ua', open_, 'public');
    for (const target of [whole, open_]) {
      const said = JSON.parse(await readFile(path(target, 'MARKING.txt'), 'utf8')) as Label;
      expect(said).toMatchObject({ tlp: 'GREEN', bodies: ['al:mefa', 'ua:mfa'] });
    }
    const partsIn = async (target: string): Promise<readonly string[]> => await readdir(path(target, 'ua/parts'));
    expect(await partsIn(whole)).toContain(String(named.index));
    expect(await partsIn(open_)).not.toContain(String(named.index));
    expect((await partsIn(whole)).length - (await partsIn(open_)).length).toBe(2);
  });
});
