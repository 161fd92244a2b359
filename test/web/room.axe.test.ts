// A consultation in which everything was said: no barrier that axe can find, nothing wider than its window.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { LANGUAGES } from '../../src/kit/words.ts';
import { serve, type Serving } from '../../src/web/server.ts';
import { openPair, type Pair } from '../twin/pair.ts';
import { fullRoom } from '../twin/room.ts';
import { axeSource, barriers, CHROMIUM, launch, overflow, watched } from './browser.ts';
import { signIn } from './officials.ts';

const LIMIT = 240_000;

if (CHROMIUM === undefined) {
  test('NOT RUN: a full room under axe-core in a browser: Chromium is absent', () => expect(CHROMIUM).toBeUndefined());
} else {
  let browser: Browser;
  let pair: Pair;
  let serving: Serving;
  let room: string;
  beforeAll(async () => {
    browser = await launch();
    pair = await openPair('2026-11-23T14:04:10Z');
    room = await fullRoom(pair);
    await pair.node('ua').watch();
    serving = await serve(pair.node('ua').node, { port: 0, host: '127.0.0.1', say: () => undefined });
  }, LIMIT);
  afterAll(async () => {
    await browser.close();
    await serving.stop();
    await pair.close();
  });

  test.each(LANGUAGES)('a full room, its report and the page of sheets, %s', { timeout: LIMIT }, async (language) => {
    const axe = await axeSource();
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      const { context, complaints } = await watched(browser, { colorScheme });
      await context.addCookies([{ name: 'lang', value: language, url: serving.url }]);
      const page = await context.newPage();
      await signIn(page, serving.url, 'zrazkovyi');
      for (const path of [`/consultation?of=${room}`, `/consultation/report?of=${room}`, '/sheet']) {
        await page.goto(`${serving.url}${path}`);
        await page.evaluate(axe);
        for (const width of [320, 360, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          const here = [...(await overflow(page)), ...(await barriers(page))];
          found.push(...here.map((what) => `${path} ${colorScheme} ${width} px ${what}`));
        }
      }
      await context.close();
      found.push(...complaints);
    }
    expect(found).toEqual([]);
  });
}
