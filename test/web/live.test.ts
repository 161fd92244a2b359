// The island in a real browser: it brings a page up to date and leaves alone what a person is working on.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serve, type Serving } from '../../src/web/server.ts';
import { AGREEMENT } from './agreement.ts';
import { CHROMIUM, launch } from './browser.ts';
import { type FakeNode, fakeNode } from './fake.node.ts';

if (CHROMIUM === undefined) {
  test('NOT RUN: the island in a browser: Chromium is absent', () => expect(CHROMIUM).toBeUndefined());
} else {
  describe('the island', () => {
    let browser: Browser;
    let page: Page;
    let node: FakeNode;
    let serving: Serving;
    let complaints: string[];

    beforeAll(async () => {
      browser = await launch();
    });
    afterAll(async () => {
      await browser.close();
    });
    beforeEach(async () => {
      node = fakeNode({ agreement: AGREEMENT });
      node.put({ side: 'al' });
      serving = await serve(node, { port: 0, host: '127.0.0.1', say: () => undefined });
      page = await browser.newPage();
      complaints = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
    });
    afterEach(async () => {
      await page.close();
      await serving.stop();
    });

    const opened = async (path: string): Promise<void> => {
      const line = page.waitForRequest((request) => request.url().endsWith('/events'));
      await page.goto(`${serving.url}${path}`);
      await line;
      // The stream is open once the node has heard of it; one change before that would be nobody's.
      await page.waitForTimeout(100);
    };

    test('shows what is new without being asked, and what was opened stays open', async () => {
      await opened('/today');
      await page.locator('#duty-rows details.why summary').first().click();
      node.put({ side: 'al', wish: 'another' });
      await page.locator('#new-rows', { hasText: 'AL 1' }).waitFor();
      expect(await page.locator('#duty-rows details[open]').count()).toBe(1);
      expect(complaints).toEqual([]);
    });

    test('leaves alone what is being typed', async () => {
      await opened('/today');
      await page.evaluate(() => {
        const field = document.createElement('textarea');
        field.id = 'typing';
        document.querySelector('#new-rows')?.append(field);
      });
      await page.fill('#typing', 'half a sen');
      await page.locator('h1').click();
      node.put({ side: 'al', wish: 'another' });
      await page.locator('#duty-rows', { hasText: 'AL 1' }).waitFor();
      expect(await page.inputValue('#typing')).toBe('half a sen');
      expect(await page.locator('#new-rows', { hasText: 'AL 1' }).count()).toBe(0);
    });

    test('does nothing where the page now leads to signing in', async () => {
      await page.goto(`${serving.url}/sign-in?next=/drafts`);
      await page.getByRole('button', { name: 'Sign in as W. Writer' }).click();
      await opened('/drafts');
      await page.context().clearCookies();
      const answered = page.waitForResponse((response) => response.url().includes('/sign-in'));
      node.change('drafts');
      await answered;
      await page.waitForTimeout(100);
      expect(await page.locator('h1').textContent()).toBe('Drafts');
      expect(await page.locator('#waiting-rows').count()).toBe(1);
    });

    test('every task is done without it', async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const plain = await context.newPage();
      const signIn = async (name: string): Promise<void> => {
        await plain.goto(`${serving.url}/sign-in`);
        await plain.getByRole('button', { name: `Sign in as ${name}` }).click();
      };
      await signIn('W. Writer');
      await plain.goto(`${serving.url}/drafts`);
      await plain.getByRole('link', { name: 'State a wish' }).click();
      await plain.getByLabel('Wish').fill('a lighthouse');
      await plain.getByRole('button', { name: 'Make the draft' }).click();
      const draft = plain.url();
      for (const name of ['F. First', 'S. Second']) {
        await signIn(name);
        await plain.goto(draft);
        await plain.getByRole('button', { name: /^Approve/ }).click();
      }
      expect(new URL(plain.url()).pathname).toBe('/act/ua/0');
      expect(await plain.locator('.title-page').textContent()).toContain('a lighthouse');
      await context.close();
    });
  });
}
