// The pictures of the README: real pages of a real twin, taken while the story of Part V is told at its windows.
// Run it with: npx tsx docs/pictures/make.ts
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { fourPorts, recordOf, type Twin, twin } from '../../test/commands/servanda.ts';
import { launch } from '../../test/web/browser.ts';
import { approve, fillForm, OFFICIALS, sendForm, signIn } from '../../test/web/officials.ts';

const HERE = fileURLToPath(new URL('./', import.meta.url));
const NOTE = { procedures: 'EXERCISE law', noteDate: '2026-08-28', channel: 'node' };
type Side = 'ua' | 'al';

class Studio {
  readonly #browser: Browser;
  readonly #home: string;
  readonly #port: number;
  #twin: Twin | undefined;

  constructor(browser: Browser, home: string, port: number) {
    this.#browser = browser;
    this.#home = home;
    this.#port = port;
  }

  /** Starts the twin anew with its clock at an instant: time passes between the chapters. */
  async day(instant: string): Promise<void> {
    await this.#twin?.end();
    this.#twin = await twin(this.#home, this.#port, '--clock', instant);
    await this.#agreed();
  }

  async #agreed(): Promise<void> {
    for (const side of ['ua', 'al']) {
      for (let tries = 0; tries < 400; tries++) {
        const { concordance, logs } = await recordOf(this.#twin as Twin, side);
        if (concordance.state === 'agrees' && logs.every((log) => concordance.sizes[log.side] === log.size)) break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  url(side: Side): string {
    return (this.#twin as Twin).url(side);
  }

  async page(official?: readonly [Side, string], options: object = {}): Promise<Page> {
    const size = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' as const };
    const page = await (await this.#browser.newContext({ ...size, ...options })).newPage();
    if (official !== undefined) await signIn(page, this.url(official[0]), official[1]);
    return page;
  }

  /** Writes and approves as three officials do; gives the address of the act. `seen` is shown pages on the way. */
  async say(
    side: Side,
    from: string,
    kind: string,
    fields: Readonly<Record<string, string>>,
    seen?: (name: 'form' | 'draft', page: Page) => Promise<void>,
  ): Promise<string> {
    const drafter = await this.page([side, OFFICIALS[side].drafter]);
    await fillForm(drafter, `${this.url(side)}${from}`, kind, fields);
    await seen?.('form', drafter);
    const draft = await sendForm(drafter);
    await drafter.context().close();
    let at = '';
    for (const [nth, official] of OFFICIALS[side].approvers.entries()) {
      const page = await this.page([side, official]);
      if (nth === 1) {
        await page.goto(`${this.url(side)}${draft}`);
        await seen?.('draft', page);
      }
      at = await approve(page, this.url(side), draft);
      await page.context().close();
    }
    await this.#agreed();
    return at;
  }

  async end(): Promise<void> {
    await this.#twin?.end();
  }
}

async function shoot(page: Page, name: string, height?: number): Promise<void> {
  const clip = height === undefined ? {} : { clip: { x: 0, y: 0, width: page.viewportSize()?.width ?? 1280, height } };
  await page.screenshot({ path: join(HERE, `${name}.png`), animations: 'disabled', ...clip });
}

async function visit(studio: Studio, side: Side, path: string, name: string, options: object = {}): Promise<void> {
  const page = await studio.page(undefined, options);
  await page.goto(`${studio.url(side)}${path}`);
  await shoot(page, name);
  await page.context().close();
}

/** The interface in another language, as its own link chooses it. */
async function visitIn(studio: Studio, language: string, side: Side, path: string, name: string): Promise<void> {
  const page = await studio.page();
  await page.context().addCookies([{ name: 'lang', value: language, url: studio.url(side) }]);
  await page.goto(`${studio.url(side)}${path}`);
  await shoot(page, name);
  await page.context().close();
}

async function tell(studio: Studio): Promise<void> {
  await studio.day('2026-08-28T09:00:00Z');
  await visit(studio, 'ua', '/agreement', 'agreement');
  await visit(studio, 'ua', '/life', 'life-before');
  await visit(studio, 'ua', '/sign-in', 'sign-in');
  const ours = await studio.say('ua', '/life', 'notification.given/1', NOTE, async (name, page) => {
    await shoot(page, name === 'form' ? 'form' : 'draft');
  });
  await studio.day('2026-08-29T08:00:00Z');
  const received = { date: '2026-08-29', time: '09:59', channel: 'node' };
  const duty = await studio.page(['al', 'vezhguesi']);
  await shoot(duty, 'today');
  await duty.context().close();
  await studio.say('al', ours, 'receipt.given/1', received);
  const theirs = await studio.say('al', '/life', 'notification.given/1', NOTE);
  await studio.day('2026-08-31T20:30:10Z');
  await studio.say('ua', theirs, 'receipt.given/1', { ...received, date: '2026-08-31', time: '23:30' });
  await studio.say('ua', '/life', 'entry.confirmed/1', {});
  await studio.say('al', '/life', 'entry.confirmed/1', {});
  await visit(studio, 'al', '/life', 'life-after');
  await visit(studio, 'al', ours, 'act');
  await visit(studio, 'al', '/record', 'record');
  await visit(studio, 'ua', '/agreement/76', 'paragraph');
  await visitIn(studio, 'uk', 'ua', '/life', 'life-uk');
  await visitIn(studio, 'sq', 'al', '/life', 'life-sq');
  await visit(studio, 'ua', '/agreement', 'agreement-dark', { colorScheme: 'dark' });
  await visit(studio, 'ua', '/agreement', 'agreement-narrow', { viewport: { width: 360, height: 780 } });
  await visit(studio, 'ua', '/bodies', 'bodies');
}

const home = await mkdtemp(join(tmpdir(), 'servanda-pictures-'));
const browser = await launch();
const studio = new Studio(browser, home, await fourPorts());
try {
  await tell(studio);
} finally {
  await studio.end();
  await browser.close();
  await rm(home, { recursive: true, force: true });
}
