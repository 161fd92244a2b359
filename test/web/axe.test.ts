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
import { serve, type Serving } from '../../src/web/server.ts';
import { TABLES } from '../../src/web/tongue.ts';
import { official, openPair, type Pair, say } from '../twin/pair.ts';
import { agree, proposal, propose } from '../twin/amending.ts';
import { tellStory } from '../twin/story.ts';
import { axeSource, barriers, CHROMIUM, launch, overflow, watched } from './browser.ts';

const LIMIT = 240_000;
const NARROW = [320, 360, 768] as const;
const WIDE = 1280;
const KEYS = [...TABLES, ...AREAS.map((area) => area.words)].flatMap((table) => Object.keys(table));

const PROPOSE = `/drafts/new?kind=${encodeURIComponent(AMENDMENT_PROPOSED.id)}`;
const DESIGNATE = `/drafts/new?kind=${encodeURIComponent(BODY_DESIGNATED.id)}`;

/** Keys of words that stand on the page instead of the words. */
async function untranslated(page: Page): Promise<readonly string[]> {
  const text = await page.locator('body').innerText();
  const words = new Set(text.split(/[\s,;:()“”"]+/));
  return KEYS.filter((key) => words.has(key));
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
      paths = [
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
        '/drafts',
        `/drafts/${draft.id}`,
        DESIGNATE,
        PROPOSE,
        '/record',
        '/sign-in',
        '/nowhere',
      ];
    }, LIMIT);
    afterAll(async () => {
      await browser.close();
      await serving.stop();
      await pair.close();
    });

    /** Opens all pages one after the other as an approver who has signed in; gives what `look` finds, by page. */
    async function through(
      language: Language,
      colorScheme: 'light' | 'dark',
      look: (page: Page) => Promise<readonly string[]>,
    ): Promise<readonly string[]> {
      const viewport = { width: WIDE, height: 900 };
      const { context, complaints } = await watched(browser, { colorScheme, viewport });
      const page = await context.newPage();
      const signIn = async (name: string): Promise<void> => {
        await page.goto(`${serving.url}/sign-in`);
        await page.locator(`form:has(input[value="${name}"]) button`).click();
        await page.waitForURL(/\/today$/);
      };
      await context.addCookies([{ name: 'lang', value: language, url: serving.url }]);
      await signIn('zrazkovyi');
      const found: string[] = [];
      for (const path of paths) {
        // An approver sees what waits for approval; only a drafter opens an empty form.
        if (path === DESIGNATE) await signIn('prykladna');
        await page.goto(`${serving.url}${path}`, { waitUntil: 'load' });
        found.push(...(await look(page)).map((what) => `${path} ${language} ${colorScheme} ${what}`));
      }
      await context.close();
      // A page that is not there says so with a status, which the console repeats.
      const loud = complaints.filter((line) => !(line.includes('/nowhere') && line.includes('404')));
      return [...found, ...loud];
    }

    /** Barriers, and what does not fit, at one width. */
    async function at(page: Page, width: number): Promise<readonly string[]> {
      await page.setViewportSize({ width, height: 900 });
      const found = [...(await overflow(page)), ...(width === 768 ? [] : await barriers(page))];
      return found.map((what) => `${width} px: ${what}`);
    }

    async function check(page: Page): Promise<readonly string[]> {
      await page.evaluate(axe);
      const found: string[] = [];
      for (const width of [WIDE, ...NARROW]) found.push(...(await at(page, width)));
      return found;
    }

    test.each(['light', 'dark'] as const)('in English, %s, wide and narrow', { timeout: LIMIT }, async (scheme) => {
      expect(await through('en', scheme, check)).toEqual([]);
    });

    test.each(LANGUAGES)(
      'in the language %s: its words alone, in its width, named to the ear',
      { timeout: LIMIT },
      async (language) => {
        const found = await through(language, 'light', async (page) => {
          const lang = await page.locator('html').getAttribute('lang');
          const wrong = lang === language ? [] : [`lang is ${lang ?? 'missing'}`];
          const keys = (await untranslated(page)).map((key) => `says the key ${key}`);
          await page.evaluate(axe);
          return [...wrong, ...keys, ...(await at(page, WIDE)), ...(await at(page, 320)), ...(await at(page, 768))];
        });
        expect(found).toEqual([]);
      },
    );
  });
}
