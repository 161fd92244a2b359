// part-5-final through the pages, in a real browser: from signed to in effect, with scripts and without.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { utf8 } from '../../src/act/bytes.ts';
import { VERIFICATION } from '../../src/node/keys.ts';
import { verifyProof } from '../../src/verify.ts';
import { type Side, SIDES } from '../twin/pair.ts';
import { CHROMIUM, launch } from './browser.ts';
import { KEYBOARD } from './officials.ts';
import { Stage, tellAtWindows } from './story.ts';

const LIMIT = 120_000;

const textOf = async (page: Page, selector = 'main'): Promise<string> =>
  ((await page.locator(selector).textContent()) ?? '').replace(/\s+/g, ' ');

async function expectInEffect(stage: Stage): Promise<void> {
  for (const side of SIDES) {
    const page = await stage.visitor(side, '/life');
    const life = await textOf(page);
    // Date of effect, last day, last day to extend, and the other reading of the latter two.
    for (const date of ['31 August 2026', '31 August 2036', '29 February 2036', '1 Mar 2036', '30 Aug 2036']) {
      expect([side, life]).toEqual([side, expect.stringContaining(date)]);
    }
    expect(await textOf(page, '.life')).toMatch(/in effect/i);
    await page.goto(`${stage.url(side)}/record`);
    // Four acts after the founding ones, and the other log's checkpoints that they had seen: as both logs are long.
    const { logs } = await stage.pair.node(side).node.record();
    const last = (of: Side): number => (logs.find((log) => log.side === of)?.size ?? 0) - 1;
    expect(Math.min(last('ua'), last('al'))).toBeGreaterThanOrEqual(4);
    const agreed = new RegExp(`both records agree as of UA ${last('ua')} and AL ${last('al')}`, 'i');
    expect(await textOf(page)).toMatch(agreed);
    await page.close();
  }
}

async function expectProof(stage: Stage, act: string): Promise<void> {
  const page = await stage.visitor('al', act);
  const fetched = async (href: string): Promise<Uint8Array> =>
    new Uint8Array(await (await page.request.get(`${stage.url('al')}${href}`)).body());
  const links = await page.locator('#proof-files a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  const [proof, , policy] = links;
  const report = await verifyProof(await fetched(proof ?? ''), await fetched(policy ?? ''), VERIFICATION);
  expect(report).toMatchObject({ ok: true, findings: [], origin: 'ua.example/ua-al-2025/ua/1' });
  expect(new TextDecoder().decode(utf8(report.act))).toHaveLength(43);
  await page.close();
}

if (CHROMIUM === undefined) {
  test('NOT RUN: the story of Part V in a browser: Chromium is absent', () => expect(CHROMIUM).toBeUndefined());
} else {
  describe('part-5-final in a browser', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launch();
    });
    afterAll(async () => await browser.close());

    test(
      'with scripts: both sides carry the Agreement from signed to in effect, and open pages follow by themselves',
      { timeout: LIMIT },
      async () => {
        const stage = await Stage.open(browser, true);
        try {
          // A duty officer of each side leaves a page open the whole time, and never touches it.
          const open = { ua: await stage.visitor('ua', '/life'), al: await stage.visitor('al', '/life') };
          const loads = { ua: 0, al: 0 };
          for (const side of SIDES) open[side].on('framenavigated', () => (loads[side] += 1));
          expect(await textOf(open.al, '.life')).toMatch(/not in effect/i);
          let notification = '';
          await tellAtWindows(stage, async (chapter, side, act) => {
            const other = side === 'ua' ? 'al' : 'ua';
            if (chapter === 'ua-notifies') notification = act;
            const [, , , index] = act.split('/');
            await open[other].locator('body', { hasText: `${side.toUpperCase()} ${index ?? ''}` }).waitFor();
          });
          await open.ua.locator('.life', { hasText: /In effect/ }).waitFor();
          await open.al.locator('.life', { hasText: /In effect/ }).waitFor();
          expect(loads).toEqual({ ua: 0, al: 0 });
          await expectInEffect(stage);
          await expectProof(stage, notification);
        } finally {
          await stage.close();
        }
        expect(stage.complaints).toEqual([]);
      },
    );

    test('without scripts and by keyboard alone: the same', { timeout: LIMIT }, async () => {
      const stage = await Stage.open(browser, false, KEYBOARD);
      try {
        await tellAtWindows(stage);
        await expectInEffect(stage);
      } finally {
        await stage.close();
      }
      expect(stage.complaints).toEqual([]);
    });
  });
}
