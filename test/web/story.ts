// The story of Part V as it is told at the windows: officials of both sides, each in a browser of their own.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { serve, type Serving } from '../../src/web/server.ts';
import { ENTRY_CONFIRMED, NOTIFICATION_GIVEN, RECEIPT_GIVEN } from '../../src/areas/final/kinds.ts';
import { openPair, type Pair, type Route, type Side, SIDES } from '../twin/pair.ts';
import { watched } from './browser.ts';
import { approve, fillForm, type Hands, MOUSE, OFFICIALS, sendForm, signIn } from './officials.ts';

/** Two nodes with their windows, and a browser. */
export class Stage {
  readonly pair: Pair;
  readonly #browser: Browser;
  readonly #serving: Readonly<Record<Side, Serving>>;
  readonly #javaScript: boolean;
  readonly hands: Hands;
  readonly #seats = new Map<string, Page>();
  readonly #contexts: BrowserContext[] = [];
  readonly complaints: string[] = [];

  private constructor(
    pair: Pair,
    browser: Browser,
    serving: Readonly<Record<Side, Serving>>,
    javaScript: boolean,
    hands: Hands,
  ) {
    this.pair = pair;
    this.#browser = browser;
    this.#serving = serving;
    this.#javaScript = javaScript;
    this.hands = hands;
  }

  static async open(browser: Browser, javaScript: boolean, hands = MOUSE, route?: Route): Promise<Stage> {
    const pair = await openPair('2026-08-28T09:00:00Z', undefined, route);
    const window = async (side: Side) =>
      await serve(pair.node(side).node, { port: 0, host: '127.0.0.1', say: () => undefined });
    return new Stage(pair, browser, { ua: await window('ua'), al: await window('al') }, javaScript, hands);
  }

  url(side: Side): string {
    return this.#serving[side].url;
  }

  /** A page that nobody has signed in to, at the windows of a side. */
  async visitor(side: Side, path: string): Promise<Page> {
    const page = await this.#newPage();
    await page.goto(`${this.url(side)}${path}`);
    return page;
  }

  async #newPage(): Promise<Page> {
    const options = { javaScriptEnabled: this.#javaScript, locale: 'en-GB' };
    const { context, complaints } = await watched(this.#browser, options);
    this.#contexts.push(context);
    context.on('close', () => this.complaints.push(...complaints));
    return await context.newPage();
  }

  /** The page of an official, signed in by the row of the demonstration. */
  async seat(side: Side, official: string): Promise<Page> {
    const known = this.#seats.get(official);
    if (known !== undefined) return known;
    const page = await this.#newPage();
    await signIn(page, this.url(side), official, this.hands);
    this.#seats.set(official, page);
    return page;
  }

  /** An official finds the deed on a page and writes its draft; gives the draft's address. */
  async write(side: Side, from: string, kind: string, fields: Readonly<Record<string, string>>): Promise<string> {
    const page = await this.seat(side, OFFICIALS[side].drafter);
    await fillForm(page, `${this.url(side)}${from}`, kind, fields, this.hands);
    const draft = await sendForm(page, this.hands);
    // Who wrote it has no button to approve it.
    expect(await page.locator('form[action$="/approve"]').count()).toBe(0);
    return draft;
  }

  /** Two others find the draft in the list and approve what they see; gives the address of the act. */
  async approve(side: Side, draft: string): Promise<string> {
    let at = '';
    for (const official of OFFICIALS[side].approvers) {
      at = await approve(await this.seat(side, official), this.url(side), draft, this.hands);
    }
    expect(at).toMatch(new RegExp(`^/act/${side}/\\d+$`));
    return at;
  }

  async say(side: Side, from: string, kind: string, fields: Readonly<Record<string, string>> = {}): Promise<string> {
    const act = await this.approve(side, await this.write(side, from, kind, fields));
    await this.pair.settled();
    return act;
  }

  async close(): Promise<void> {
    for (const context of this.#contexts) await context.close();
    for (const side of SIDES) await this.#serving[side].stop();
    await this.pair.close();
  }
}

const NOTE = { procedures: 'EXERCISE law', noteDate: '2026-08-28', channel: 'node' };

/** Each chapter with its clock; `told` is called after each with the address of the act on its own side. */
export async function tellAtWindows(
  stage: Stage,
  told: (chapter: string, side: Side, act: string) => Promise<void> = async () => await Promise.resolve(),
): Promise<void> {
  const chapter = async (name: string, side: Side, from: string, kind: string, fields = {}): Promise<string> => {
    const act = await stage.say(side, from, kind, fields);
    await told(name, side, act);
    return act;
  };
  await stage.pair.settled();
  const ours = await chapter('ua-notifies', 'ua', '/life', NOTIFICATION_GIVEN.id, NOTE);
  stage.pair.clock('2026-08-29T08:00:00Z');
  const received = { date: '2026-08-29', time: '09:59', channel: 'node' };
  await chapter('al-acknowledges', 'al', ours, RECEIPT_GIVEN.id, received);
  const theirs = await chapter('al-notifies', 'al', '/life', NOTIFICATION_GIVEN.id, NOTE);
  stage.pair.clock('2026-08-31T20:30:10Z');
  await chapter('ua-acknowledges', 'ua', theirs, RECEIPT_GIVEN.id, { ...received, date: '2026-08-31', time: '23:30' });
  await chapter('ua-confirms', 'ua', '/life', ENTRY_CONFIRMED.id);
  await chapter('al-confirms', 'al', '/life', ENTRY_CONFIRMED.id);
}
