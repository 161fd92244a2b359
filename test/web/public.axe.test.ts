// Every page of the public window for every reader: no barrier that axe can find, nothing wider than its window.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { AREAS } from '../../src/areas/index.ts';
import { NOTIFICATION_GIVEN } from '../../src/areas/final/kinds.ts';
import { ASSESSMENT_MADE } from '../../src/areas/keeping/kinds.ts';
import { LANGUAGES } from '../../src/kit/words.ts';
import { PUBLIC_TABLES } from '../../src/web/public/words.ts';
import { type PublicServing, servePublic } from '../../src/web/public/server.ts';
import { TABLES } from '../../src/web/tongue.ts';
import { type Everyone, openEveryone } from '../setup/everyone.ts';
import { openPair, type Pair, say } from '../twin/pair.ts';
import { tellStory } from '../twin/story.ts';
import { axeSource, barriers, CHROMIUM, launch, overflow, watched } from './browser.ts';
import { openWindow } from './everyone.ts';

const LIMIT = 240_000;
/** What depends on the colours: the rest is the same in the dark. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];
/** 640 is what a window of 1280 has at a zoom of 200 %. */
const WIDTHS = [320, 640, 1280];
const KEYS = [...TABLES, ...PUBLIC_TABLES, ...AREAS.map((area) => area.words)].flatMap((table) => Object.keys(table));

if (CHROMIUM === undefined) {
  test('NOT RUN: the public window under axe-core: Chromium is absent', () => expect(CHROMIUM).toBeUndefined());
} else {
  let browser: Browser;
  let pair: Pair;
  let everyone: Everyone;
  let serving: PublicServing;
  let axe: string;
  let paths: readonly string[];

  beforeAll(async () => {
    [browser, axe, pair] = await Promise.all([launch(), axeSource(), openPair()]);
    await tellStory(pair);
    await say(pair, 'ua', ASSESSMENT_MADE.id, {
      statement: ['59.7'],
      asOf: ['2026-08-31'],
      completion: ['limited'],
      reasons: ['EXERCISE'],
    });
    await pair.settled();
    everyone = await openEveryone(pair, 'ua');
    const options = { url: undefined, proxied: false, licence: 'https://example.org/licence', say: () => undefined };
    serving = await servePublic(everyone.record, { port: 0, host: '127.0.0.1', ...options });
    const { window } = await openWindow(everyone.record);
    const [act] = await everyone.record.look().acts({ kind: NOTIFICATION_GIVEN.id, side: 'ua' });
    const at = `/act/ua/${act?.act.index}`;
    const filled = window.routes
      .filter(({ method, says }) => method === 'GET' && says.is === 'page')
      .map(({ path }) => (path === '/agreement/:id' ? '/agreement/59' : path.startsWith('/act/') ? at : path));
    window.close();
    paths = [...new Set(filled), `/verify?act=ua-${act?.act.index}`, '/agreement/compare?from=2026-08-28', '/nowhere'];
  }, LIMIT);
  afterAll(async () => {
    await browser.close();
    await serving.stop();
    await everyone.stop();
    await pair.close();
  });

  test('the pages looked at are all there are', () => {
    expect(paths.filter((path) => path.includes(':'))).toEqual([]);
    expect(paths.length).toBeGreaterThan(18);
  });

  test.each(LANGUAGES)('the public window in %s: no barrier, light and dark, wide and narrow', async (language) => {
    const { context, complaints } = await watched(browser, { viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const found: string[] = [];
    for (const path of paths) {
      const note = (what: readonly string[]): number => found.push(...what.map((one) => `${language}${path}: ${one}`));
      const dark = language === 'uk';
      await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
      await page.goto(`${serving.url}/${language}${path === '/' ? '' : path}`);
      const words = new Set((await page.locator('body').innerText()).split(/[\s,;:()“”"]+/));
      note(KEYS.filter((key) => words.has(key)).map((key) => `says the key ${key}`));
      await page.evaluate(axe);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        note(await overflow(page));
        // All rules once in each language: by daylight and at night, on a telephone and on a desk.
        if (width === (language === 'sq' ? 1280 : 320)) note(await barriers(page));
      }
      await page.emulateMedia({ colorScheme: dark ? 'light' : 'dark' });
      if (language === 'en') note(await barriers(page, OF_COLOUR));
    }
    expect(await context.cookies()).toEqual([]);
    await context.close();
    expect([...found, ...complaints.filter((line) => !line.includes('/nowhere'))]).toEqual([]);
  }, LIMIT);
}
