// A sheet at the windows: printed on one side, pasted on the other over a cut line; a bad one leaves what was typed.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REQUESTED } from '../../src/areas/consultation/kinds.ts';
import { Line } from '../fault/line.ts';
import { SIDES } from '../twin/pair.ts';
import { REQUEST, sayIn } from '../twin/room.ts';
import { CHROMIUM, launch } from './browser.ts';
import { MOUSE } from './officials.ts';
import { Stage } from './story.ts';

const LONG = { timeout: 180_000 };
const TOLD = 'This node to its own people, on the page';

/** Pastes a text into the form of the page of sheets and sends it; gives the status of the answer. */
async function paste(page: Page, text: string): Promise<number> {
  await page.locator('#field-sheet').fill(text);
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.locator('form[action="/sheet"] button').click();
  const status = (await answered).status();
  await page.waitForLoadState();
  return status;
}

if (CHROMIUM === undefined) {
  test('NOT RUN: a sheet pasted in a browser: Chromium is absent', () => expect(CHROMIUM).toBeUndefined());
} else {
  describe('a sheet at the windows', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launch();
    });
    afterAll(async () => await browser.close());

    test('is pasted by a duty officer; a bad one is refused beside the form, with what was typed', LONG, async () => {
      const ends = { ua: await Line.open(), al: await Line.open() };
      const stage = await Stage.open(browser, false, MOUSE, (side, port) => ends[side].to(port));
      try {
        await stage.pair.settled();
        for (const side of SIDES) ends[side].cut();
        const request = await sayIn(stage.pair, 'ua', REQUESTED.id, REQUEST);
        const index = (await stage.pair.node('ua').node.look().act(request))?.act.index ?? -1;
        const printed = await stage.visitor('ua', `/act/ua/${index}/sheet`);
        const text = ((await printed.locator('.signed-text').first().textContent()) ?? '').trim();

        const page = await stage.seat('al', 'roja');
        await page.goto(`${stage.url('al')}/consultation`);
        await page.locator('a[href="/sheet"]').click();
        const changed = text.replace('UA-MFA-', 'UA-MFB-');
        expect(changed).not.toBe(text);
        for (const bad of [changed, 'EXERCISE: no sheet at all', text.slice(0, 300)]) {
          expect(await paste(page, bad)).toBeGreaterThanOrEqual(400);
          expect(await page.locator('#field-sheet').inputValue()).toBe(bad.trim());
          expect(await page.locator('.notice').first().textContent()).toContain('The sheet was not taken in.');
          expect(await page.locator('main article').count()).toBe(0);
        }
        expect(await paste(page, text)).toBe(303);
        expect(new URL(page.url()).hash).toBe(`#${request}`);
        expect(await page.locator('main article').textContent()).toContain('EXERCISE. Scenario 3');
        await page.goto(`${stage.url('al')}/consultation`);
        expect(await page.locator('#side-rows').textContent()).toContain('UA, by sheet');

        // The sheet raised the duty here, so this node told its own people: its officials see that, nobody else.
        await stage.pair.node('al').watch();
        await page.reload();
        expect(await page.locator('#delivery-rows').textContent()).toMatch(new RegExp(`${TOLD}.*told: [1-9]`, 's'));
        const visitor = await stage.visitor('al', '/consultation');
        expect(await visitor.locator('#delivery-rows').textContent()).not.toContain(TOLD);
        const twin = await visitor.request.get(`${stage.url('al')}/consultation`, {
          headers: { accept: 'application/json' },
        });
        expect(JSON.stringify(await twin.json())).toContain('"told":null');
        for (const side of SIDES) {
          ends[side].mend();
          stage.pair.node(side).wake();
        }
        await stage.pair.settled(60_000);
        await page.reload();
        expect(await page.locator('#side-rows').textContent()).not.toContain('by sheet');
      } finally {
        await stage.close();
        for (const side of SIDES) await ends[side].close();
      }
    });
  });
}
