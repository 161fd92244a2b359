// Every page for every reader: no barrier that axe can find, nothing wider than its window, no word left untranslated.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AREAS } from '../../src/areas/index.ts';
import { AMENDMENT_PROPOSED } from '../../src/areas/final/amendments/kinds.ts';
import { ENTRY_CONFIRMED, NOTIFICATION_GIVEN } from '../../src/areas/final/kinds.ts';
import { TEXT_LOADED } from '../../src/areas/final/languages/kinds.ts';
import { ASSESSMENT_NOTED } from '../../src/areas/keeping/kinds.ts';
import { BODY_DESIGNATED } from '../../src/act/kinds.ts';
import { LANGUAGES, type Language } from '../../src/kit/words.ts';
import type { Node } from '../../src/node/node.ts';
import { routesOf } from '../../src/web/routes.ts';
import { serve, type Serving } from '../../src/web/server.ts';
import { TABLES } from '../../src/web/tongue.ts';
import { official, openPair, type Pair, say } from '../twin/pair.ts';
import { agree, proposal, propose } from '../twin/amending.ts';
import { tellStory } from '../twin/story.ts';
import { axeSource, barriers, CHROMIUM, launch, overflow, watched } from './browser.ts';
import { signIn } from './officials.ts';

const LIMIT = 240_000;
const WIDE = 1280;
const NARROW = 320;
/** Widths at which nothing may reach beyond the window; 640 is what a window of 1280 has at a zoom of 200 %. */
const WIDTHS = [WIDE, 768, 640, 360, NARROW] as const;
/** What depends on the colours, and what depends on how narrow a window is: the rest is the same in each of them. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];
const OF_LAYOUT = ['target-size', 'scrollable-region-focusable'];

/** Addresses with a place of something in them that lead to another page, or give a file, a picture, a stream. */
const NO_PAGES = [
  '/act/:id{[A-Za-z0-9_-]{43}}',
  '/act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/chunk/:n{[0-9]{1,4}}',
  '/act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/file',
  '/act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/note/:language',
  '/act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/part/:name',
  '/act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/proof',
  '/act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/text',
  '/calendar/:secret{[A-Za-z0-9_-]{43}\\.ics}',
  '/drafts/:id/chunk/:n{[0-9]{1,4}}',
  '/drafts/:id/file',
  '/drafts/:id/note/:language',
  '/drafts/:id/part/:name',
  '/duties/notices',
  '/p/:id',
  '/policy/:side{[a-z]{2,8}}',
  '/¶/:id',
];

/** The addresses of a path: `:name` stands for one step of it, `:name{…}` for what fits. */
const asPattern = (path: string): RegExp =>
  new RegExp(`^${path.replace(/:\w+(?:\{((?:[^{}]|\{[^{}]*\})*)\})?/g, (_, fits?: string) => fits ?? '[^/]+')}$`);
const KEYS = [...TABLES, ...AREAS.map((area) => area.words)].flatMap((table) => Object.keys(table));

const PROPOSE = `/drafts/new?kind=${encodeURIComponent(AMENDMENT_PROPOSED.id)}`;
const DESIGNATE = `/drafts/new?kind=${encodeURIComponent(BODY_DESIGNATED.id)}`;

const READINGS = '/readings';

/** Keys of words that stand on the page instead of the words. */
async function untranslated(page: Page): Promise<readonly string[]> {
  const text = await page.locator('body').innerText();
  const words = new Set(text.split(/[\s,;:()“”"]+/));
  return KEYS.filter((key) => words.has(key));
}

/** `own` in their order, after them every address without a place to fill in that answers an official with a page. */
async function withPages(own: readonly string[], node: Node, url: string): Promise<readonly string[]> {
  const bare = routesOf(node).filter(({ method, path }) => method === 'GET' && !path.includes(':'));
  const asked = bare.map(({ path }) => path).filter((path) => !own.includes(path));
  const pages: string[] = [];
  for (const path of asked) {
    const answer = await fetch(`${url}${path}`, { headers: { accept: 'text/html' }, redirect: 'manual' });
    await answer.body?.cancel();
    const isFile = answer.headers.has('content-disposition');
    const isHtml = answer.headers.get('content-type')?.startsWith('text/html') === true;
    if (answer.status === 200 && isHtml && !isFile) pages.push(path);
  }
  return [...own, ...pages];
}

if (CHROMIUM === undefined) {
  test('NOT RUN: the pages under axe-core in a browser: Chromium is absent', () => expect(CHROMIUM).toBeUndefined());
} else {
  describe('every page', () => {
    let browser: Browser;
    let pair: Pair;
    let serving: Serving;
    let paths: readonly string[];
    let axe: string;

    beforeAll(async () => {
      axe = await axeSource();
      browser = await launch();
      pair = await openPair();
      await tellStory(pair);
      const typed = { body: ['ua:nmaa'], provisions: ['58, 59'], from: ['2026-08-28'] };
      await say(pair, 'ua', BODY_DESIGNATED.id, typed);
      await pair.settled();
      const amendment = await propose(
        pair,
        'al',
        proposal('Part IV', '2026-08-30', [
          { op: 'replace', id: '71', words: 'EXERCISE: other words for Part IV.' },
          { op: 'insert', id: '69a', after: '69', words: 'EXERCISE: inserted.', later: true },
        ]),
      );
      await agree(pair, 'ua', amendment);
      const open = await propose(pair, 'al', proposal('open', '2026-09-01', [{ op: 'repeal', id: '70' }]));
      const text = ['# EXERCISE', '', '## Частина IV. EXERCISE', '69. EXERCISE.', '71. EXERCISE.', ''].join('\n');
      await say(pair, 'ua', TEXT_LOADED.id, { language: ['uk'], text: [text] });
      await say(pair, 'ua', ASSESSMENT_NOTED.id, {
        statement: ['59.7'],
        organisation: ['Demonstration Observatory (EXERCISE)'],
        address: ['https://observatory.example/reports/a-long-address-of-a-page'],
        published: ['2026-08-27'],
        words: ['EXERCISE: two machines were seen.'],
        language: ['en'],
      });
      await pair.settled();
      const { node } = pair.node('ua');
      const other = { body: ['ua:mod'], provisions: ['9'], from: ['2026-08-28'] };
      const draft = await node.write(official(pair, 'ua', 'drafter'), BODY_DESIGNATED.id, undefined, other);
      serving = await serve(node, { port: 0, host: '127.0.0.1', say: () => undefined });
      const areas = AREAS.flatMap((area) => area.pages.map((page) => page.path));
      const acts = await node.look().acts({ kind: NOTIFICATION_GIVEN.id, side: 'ua' });
      const confirmed = await node.look().acts({ kind: ENTRY_CONFIRMED.id, side: 'al' });
      const own = [
        '/today',
        '/duties',
        '/agreement',
        '/agreement/76',
        '/agreement/22',
        ...areas,
        `/amendments?of=${amendment}`,
        `/amendments?of=${open}`,
        '/agreement?beside=uk&at=2026-08-31',
        '/agreement/compare?from=2026-08-28&to=2026-08-31',
        '/agreement/71',
        '/agreement/59',
        '/reports?form=report&from=2026-01-01&to=2026-12-31',
        '/reports?form=brief&from=2026-01-01&to=2026-12-31',
        ...[...acts, ...confirmed].map(({ act }) => `/act/${act.side}/${act.index}`),
        '/act/ua/0',
        '/act/ua/0/sheet',
        '/kit',
        '/drafts',
        '/offers',
        '/session',
        '/sheet',
        `/drafts/${draft.id}`,
        DESIGNATE,
        PROPOSE,
        '/record',
        '/nowhere',
        READINGS,
        '/people',
      ];
      paths = await withPages(own, node, serving.url);
    }, LIMIT);
    afterAll(async () => {
      await browser.close();
      await serving.stop();
      await pair.close();
    });

    /** What is wrong on the page that is open, in both schemes and at every width. */
    async function check(page: Page, language: Language): Promise<readonly string[]> {
      const found: string[] = [];
      const note = (where: string, what: readonly string[]): void => {
        found.push(...what.map((one) => `${where}: ${one}`));
      };
      const lang = await page.locator('html').getAttribute('lang');
      note('language', lang === language ? [] : [`lang is ${lang ?? 'missing'}`]);
      note('words', (await untranslated(page)).map((key) => `says the key ${key}`));
      await page.evaluate(axe);
      // English is looked at narrow by every rule; the others by the rules that ask how much room there is.
      const narrow = language === 'en';
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        note(`${width} px`, await overflow(page));
        if (width === WIDE) note(`${width} px, light`, await barriers(page));
        if (width === NARROW) note(`${width} px, light`, await barriers(page, narrow ? undefined : OF_LAYOUT));
        if (width !== WIDE && (width !== NARROW || !narrow)) continue;
        await page.emulateMedia({ colorScheme: 'dark' });
        note(`${width} px, dark`, await barriers(page, OF_COLOUR));
        await page.emulateMedia({ colorScheme: 'light' });
      }
      return found;
    }

    /** Opens all pages one after the other as an approver who has signed in; gives what is wrong, by page. */
    async function through(language: Language): Promise<readonly string[]> {
      const viewport = { width: WIDE, height: 900 };
      const { context, complaints } = await watched(browser, { colorScheme: 'light', viewport });
      const page = await context.newPage();
      await context.addCookies([{ name: 'lang', value: language, url: serving.url }]);
      await signIn(page, serving.url, 'zrazkovyi');
      const found: string[] = [];
      for (const path of paths) {
        // An approver sees what waits for approval; only a drafter opens an empty form.
        if (path === DESIGNATE) await signIn(page, serving.url, 'prykladna');
        // Who read what, and what was done with people, an auditor is shown.
        if (path === READINGS) await signIn(page, serving.url, 'hliadach');
        await page.goto(`${serving.url}${path}`, { waitUntil: 'load' });
        found.push(...(await check(page, language)).map((what) => `${path} ${language} ${what}`));
      }
      await context.close();
      // A page that is not there says so with a status, which the console repeats.
      const loud = complaints.filter((line) => !(line.includes('/nowhere') && line.includes('404')));
      return [...found, ...loud];
    }

    test('that the windows have is among those looked at', () => {
      const routes = routesOf(pair.node('ua').node).filter(({ method }) => method === 'GET');
      const seen = paths.map((path) => path.split('?')[0] ?? path);
      const unseen = routes.filter(({ path }) => !seen.some((one) => asPattern(path).test(one)));
      // Whether anyone's path with nothing to fill in is a page, its own answer has said.
      const hidden = unseen.filter(({ path, who }) => path.includes(':') || who === 'official');
      expect(hidden.map(({ path }) => path).toSorted()).toEqual(NO_PAGES);
    });

    test.each(LANGUAGES)(
      'in the language %s: its words alone, no barrier, light and dark, within a wide and a narrow window',
      { timeout: LIMIT },
      async (language) => {
        expect(await through(language)).toEqual([]);
      },
    );
  });
}
