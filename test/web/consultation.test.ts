// part-4-consultation through the pages, in a real browser: called, acknowledged, in session, agreed, closed.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ACKNOWLEDGED,
  CLOSED,
  POSITION_STATED,
  REQUESTED,
  SESSION_OPENED,
  STEPS_ACCEPTED,
  STEPS_PROPOSED,
} from '../../src/areas/consultation/kinds.ts';
import { type Side, SIDES } from '../twin/pair.ts';
import { CHROMIUM, launch, overflow } from './browser.ts';
import { approve, approveHere, fillForm, KEYBOARD, OFFICIALS, sendForm } from './officials.ts';
import { Stage } from './story.ts';

const LIMIT = 180_000;
const ON_DUTY = { ua: 'cherhova', al: 'roja' } as const;
const ROOM = '/consultation';
const REQUEST = { trigger: 'consultation/armed-attack', grounds: 'EXERCISE. Scenario 3.', urgency: 'immediate' };

const textOf = async (page: Page, selector = 'main'): Promise<string> =>
  ((await page.locator(selector).textContent()) ?? '').replace(/\s+/g, ' ');

/** A duty officer reads the text that will be signed, and signs it alone. */
async function alone(stage: Stage, side: Side, from: string, kind: string, fields = {}): Promise<string> {
  const page = await stage.seat(side, ON_DUTY[side]);
  await fillForm(page, `${stage.url(side)}${from}`, kind, fields, stage.hands);
  await sendForm(page, stage.hands);
  expect(await textOf(page, '.signed-text')).toContain(kind);
  await approveHere(page, stage.hands);
  await page.waitForURL(/\/act\/\w+\/\d+$/);
  await stage.pair.settled();
  return new URL(page.url()).pathname;
}

/** One writes, another approves. */
async function two(stage: Stage, side: Side, from: string, kind: string, fields = {}): Promise<string> {
  const page = await stage.seat(side, OFFICIALS[side].drafter);
  const { hands } = stage;
  await fillForm(page, `${stage.url(side)}${from}`, kind, fields, hands);
  const draft = await sendForm(page, hands);
  const act = await approve(await stage.seat(side, OFFICIALS[side].approvers[0]), stage.url(side), draft, hands);
  await stage.pair.settled();
  return act;
}

/** From the button in the head of any page to an end both have said. */
async function tell(stage: Stage, told: (chapter: string) => Promise<void>): Promise<void> {
  await stage.pair.settled();
  stage.pair.clock('2026-11-23T14:04:10Z');
  await alone(stage, 'ua', '/agreement', REQUESTED.id, REQUEST);
  await told('called');
  stage.pair.clock('2026-11-23T14:21:40Z');
  await alone(stage, 'al', ROOM, ACKNOWLEDGED.id, { time: '15:21:30' });
  await told('acknowledged');
  stage.pair.clock('2026-11-23T21:00:30Z');
  await alone(stage, 'ua', ROOM, SESSION_OPENED.id, { time: '23:00:05', people: 'EXERCISE: deputy minister' });
  await alone(stage, 'al', ROOM, SESSION_OPENED.id, { time: '22:00:12' });
  await told('convened');
  await two(stage, 'al', ROOM, POSITION_STATED.id, { position: 'EXERCISE. Takes note.' });
  await two(stage, 'al', ROOM, STEPS_PROPOSED.id, { 'what-1': 'EXERCISE. Send the beds', 'by-1': '2026-11-25' });
  await two(stage, 'ua', ROOM, STEPS_ACCEPTED.id);
  await told('agreed');
  await two(stage, 'ua', ROOM, CLOSED.id);
  await two(stage, 'al', ROOM, CLOSED.id);
  await told('closed');
}

/** What stands in the room at the end, on either side, to the second and in both capitals. */
async function expectClosed(stage: Stage): Promise<void> {
  for (const side of SIDES) {
    const page = await stage.visitor(side, ROOM);
    const room = await textOf(page);
    for (const said of ['15:21:30', '16:21:30', '23:00:05', '22:00:05', '23:00:12', '22:00:12', 'Send the beds']) {
      expect([side, said, room.includes(said)]).toEqual([side, said, true]);
    }
    expect(room).toMatch(/Both sides had opened after 6 h 5\d min/);
    expect(room).toMatch(/closed by both/);
    await page.goto(`${stage.url(side)}/record`);
    expect(await textOf(page)).toMatch(/both records agree/i);
    await page.close();
  }
}

if (CHROMIUM === undefined) {
  test('NOT RUN: a consultation in a browser: Chromium is absent', () => expect(CHROMIUM).toBeUndefined());
} else {
  describe('part-4-consultation in a browser', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launch();
    });
    afterAll(async () => await browser.close());

    const LONG = { timeout: LIMIT };

    test('with scripts: the open rooms of both sides follow by themselves, to the end', LONG, async () => {
      const stage = await Stage.open(browser, true);
      try {
        const open = { ua: await stage.visitor('ua', ROOM), al: await stage.visitor('al', ROOM) };
        const signs: Readonly<Record<string, RegExp>> = {
          called: /left until\s24\sNov\s2026/,
          acknowledged: /acknowledged\s23\sNov\s2026,\s16:21:30/,
          convened: /The clock stopped at\s23\sNov\s2026,\s23:00:12/,
          agreed: /agreed, to be done/,
          closed: /closed by both/,
        };
        await tell(stage, async (chapter) => {
          for (const side of SIDES) {
            await open[side].locator('body', { hasText: signs[chapter] ?? /./ }).waitFor();
            if (chapter !== 'called') continue;
            // A request brings its clock and both columns onto the quiet page; the rest comes with opening the room.
            await open[side].locator('#side-rows', { hasText: 'EXERCISE. Scenario 3.' }).waitFor();
            expect(await open[side].locator('#side-rows thead th').count()).toBe(3);
            expect(await textOf(open[side])).toContain('The Agreement is not yet in effect;');
            await open[side].reload();
          }
        });
        await expectClosed(stage);
      } finally {
        await stage.close();
      }
      expect(stage.complaints).toEqual([]);
    });

    test('without scripts and by keyboard alone: the same by links, forms and reloads', LONG, async () => {
      const stage = await Stage.open(browser, false, KEYBOARD);
      try {
        await tell(stage, async (chapter) => {
          if (chapter !== 'called') return;
          const page = await stage.visitor('al', ROOM);
          expect(await textOf(page, '#clock')).toMatch(/left until 24 Nov 2026, 16:04:\d\d Kyiv, 15:04:\d\d Tirana/);
        });
        await expectClosed(stage);
      } finally {
        await stage.close();
      }
      expect(stage.complaints).toEqual([]);
    });

    test('the numerals move, rest where stillness is asked for, and a keyboard is enough', LONG, async () => {
      const stage = await Stage.open(browser, true);
      try {
        await stage.pair.settled();
        await alone(stage, 'ua', '/today', REQUESTED.id, REQUEST);
        for (const motion of ['no-preference', 'reduce'] as const) {
          const page = await stage.visitor('ua', ROOM);
          await page.emulateMedia({ reducedMotion: motion });
          const seconds = async (): Promise<string> => await textOf(page, '.clock .second');
          const before = await seconds();
          if (motion === 'no-preference') await expect.poll(seconds, { timeout: 10_000 }).not.toBe(before);
          else {
            await page.waitForTimeout(2500);
            expect(await seconds()).toBe(before);
          }
          for (const width of [320, 768, 1440]) {
            await page.setViewportSize({ width, height: 900 });
            expect([width, await overflow(page)]).toEqual([width, []]);
          }
          await page.close();
        }
        const page = await stage.seat('al', ON_DUTY.al);
        await page.goto(`${stage.url('al')}${ROOM}`);
        const button = page.locator('#deeds a').first();
        for (let step = 0; step < 80 && !(await button.evaluate((one) => one === document.activeElement)); step++) {
          await page.keyboard.press('Tab');
        }
        await page.keyboard.press('Enter');
        await page.waitForURL(/\/drafts\/new\?kind=consultation\.acknowledged/);
      } finally {
        await stage.close();
      }
      expect(stage.complaints).toEqual([]);
    });
  });
}
