// The island on the text: keys from paragraph to paragraph, and citations taken to the clipboard.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type Serving } from '../../src/web/server.ts';
import { AGREEMENT } from './agreement.ts';
import { CHROMIUM, launch, watched } from './browser.ts';
import { fakeNode } from './fake.node.ts';

const LIMIT = 60_000;

if (CHROMIUM === undefined) {
  test('NOT RUN: keys and citations in a browser: Chromium is absent', () => expect(CHROMIUM).toBeUndefined());
} else {
  describe('with scripts', { timeout: LIMIT }, () => {
    let browser: Browser;
    let serving: Serving;
    let complaints: string[];
    let page: Page;
    beforeAll(async () => {
      browser = await launch();
      serving = await serve(fakeNode({ agreement: AGREEMENT }), { port: 0, host: '127.0.0.1', say: () => undefined });
      const opened = await watched(browser, { locale: 'en-GB', permissions: ['clipboard-read', 'clipboard-write'] });
      complaints = opened.complaints;
      page = await opened.context.newPage();
    }, LIMIT);
    afterAll(async () => {
      await browser.close();
      await serving.stop();
    });

    const focused = async (): Promise<string> =>
      await page.evaluate(() => document.activeElement?.closest('.provision')?.id ?? document.activeElement?.id ?? '');

    test('J and K lead from paragraph to paragraph while one has the focus, and nowhere else', async () => {
      await page.goto(`${serving.url}/agreement`);
      await page.locator('#keys').waitFor();
      await page.keyboard.press('j');
      expect(await focused()).toBe('');
      await page.locator('a.skip[href="#number-1"]').focus();
      await page.keyboard.press('Enter');
      expect(await focused()).toBe('p1');
      for (const key of ['j', 'j', 'j', 'k', 'Control+j']) await page.keyboard.press(key);
      expect(await focused()).toBe('p3');
      const inView = await page.locator('#p3').evaluate((one) => one.getBoundingClientRect().top);
      expect(Math.abs(inView)).toBeLessThan(200);
      // Where there is none before, the focus stays; letters typed into a field are letters.
      await page.locator('#r1 > a.number').focus();
      await page.keyboard.press('k');
      expect(await focused()).toBe('r1');
      const field = page.getByRole('searchbox', { name: 'with the words' });
      await field.focus();
      await page.keyboard.type('jk');
      expect(await field.inputValue()).toBe('jk');
    });

    test('a citation and the address of a sentence are copied as they stand, and this is said', async () => {
      await page.goto(`${serving.url}/agreement/59`);
      const copied = async (of: string): Promise<string> => {
        const offer = page.locator(`[data-copy="${of}"]`);
        await offer.locator('button').click();
        await offer.locator('[role="status"]', { hasText: 'copied' }).waitFor();
        return await page.evaluate(async () => await navigator.clipboard.readText());
      };
      expect(await copied('cite-uk')).toBe(
        `Пункт 59 Угоди, підписаної в Давосі 21 січня 2025 року (Україна й Албанія, 2025). ${serving.url}/agreement/59`,
      );
      expect(await copied('cite-sentence-2')).toBe(`${serving.url}/agreement/59#p59-2`);
      await page.goto(await page.evaluate(async () => await navigator.clipboard.readText()));
      expect(await page.locator('#p59-2').evaluate((one) => one.matches(':target'))).toBe(true);
      expect(complaints).toEqual([]);
    });
  });
}
