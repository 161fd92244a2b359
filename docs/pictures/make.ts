// The pictures of the documents: each page of a real twin in each language, taken while its story is told at the windows.
// Run it with: npx tsx docs/pictures/make.ts
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { AREAS } from '../../src/areas/index.ts';
import { LANGUAGES, type Language } from '../../src/kit/words.ts';
import { sixPorts, recordOf, type Twin, twin } from '../../test/commands/servanda.ts';
import { launch } from '../../test/web/browser.ts';
import { approve, approveHere, fillForm, OFFICIALS, sendForm, signIn } from '../../test/web/officials.ts';

const HERE = fileURLToPath(new URL('./', import.meta.url));
const NOTE = { procedures: 'EXERCISE law', noteDate: '2026-08-28', channel: 'node' };
const REQUEST = { trigger: 'consultation/armed-attack', grounds: 'EXERCISE. Scenario 3.', urgency: 'immediate' };
const WIDTH = 1280;
const HEIGHT = 800;
/** Of a page that goes on, so much is shown. */
const TALLEST = 1000;
const QUALITY = 0.35;

type Side = 'ua' | 'al';

/** How a page is looked at: by whom, in the dark, on a telephone. `prepare` does something on it first. */
interface Looking {
  readonly official?: string;
  readonly dark?: boolean;
  readonly narrow?: boolean;
  /** At the window for the public, which says its language in the address. */
  readonly open?: boolean;
  readonly languages?: readonly Language[];
  readonly prepare?: (page: Page) => Promise<void>;
}

class Studio {
  readonly #browser: Browser;
  readonly #home: string;
  readonly #port: number;
  readonly #seats = new Map<string, Page>();
  #twin: Twin | undefined;
  #press: Page | undefined;

  constructor(browser: Browser, home: string, port: number) {
    this.#browser = browser;
    this.#home = home;
    this.#port = port;
  }

  /** Starts the twin anew with its clock at an instant: time passes between the chapters. */
  async day(instant: string): Promise<void> {
    await this.#leave();
    await this.#twin?.end();
    this.#twin = await twin(this.#home, this.#port, '--clock', instant);
    await this.agreed();
  }

  async #leave(): Promise<void> {
    for (const page of this.#seats.values()) await page.context().close();
    this.#seats.clear();
  }

  async agreed(): Promise<void> {
    for (const side of ['ua', 'al']) {
      for (let tries = 0; tries < 1200; tries++) {
        const { concordance, logs } = await recordOf(this.#twin as Twin, side);
        if (concordance.state === 'agrees' && logs.every((log) => concordance.sizes[log.side] === log.size)) break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  url(side: Side): string {
    return (this.#twin as Twin).url(side);
  }

  #open(side: Side): string {
    const nodes: readonly { readonly side: string; readonly public?: string }[] = (this.#twin as Twin).ready.nodes;
    return nodes.find((node) => node.side === side)?.public ?? '';
  }

  /** The page of an official, or of somebody who has not signed in; one for all that they look at. */
  async seat(side: Side, official?: string): Promise<Page> {
    const name = `${side} ${official ?? ''}`;
    const known = this.#seats.get(name);
    if (known !== undefined) return known;
    const viewport = { width: WIDTH, height: HEIGHT };
    const context: BrowserContext = await this.#browser.newContext({ viewport, reducedMotion: 'reduce' });
    const page = await context.newPage();
    if (official !== undefined) await signIn(page, this.url(side), official);
    this.#seats.set(name, page);
    return page;
  }

  /** Writes and approves as three officials do; gives the address of the act. `seen` is told when a draft has one. */
  async say(side: Side, from: string, kind: string, fields: Readonly<Record<string, string>>): Promise<string> {
    const drafter = await this.seat(side, OFFICIALS[side].drafter);
    await fillForm(drafter, `${this.url(side)}${from}`, kind, fields);
    return await this.approve(side, await sendForm(drafter));
  }

  async approve(side: Side, draft: string, from = 0): Promise<string> {
    let at = '';
    for (const official of OFFICIALS[side].approvers.slice(from)) {
      at = await approve(await this.seat(side, official), this.url(side), draft);
    }
    await this.agreed();
    return at;
  }

  /** Takes a page in each language. */
  async take(side: Side, path: string, name: string, looking: Looking = {}): Promise<void> {
    const page = await this.seat(side, looking.official);
    await page.emulateMedia({ colorScheme: looking.dark === true ? 'dark' : 'light' });
    const width = looking.narrow === true ? 360 : WIDTH;
    for (const language of looking.languages ?? LANGUAGES) {
      await page.context().addCookies([{ name: 'lang', value: language, url: this.url(side) }]);
      await page.setViewportSize({ width, height: HEIGHT });
      await page.goto(looking.open === true ? `${this.#open(side)}/${language}${path}` : `${this.url(side)}${path}`);
      await page.evaluate(async () => await document.fonts.ready);
      await looking.prepare?.(page);
      const whole = await page.evaluate(() => document.documentElement.scrollHeight);
      const height = Math.max(HEIGHT, Math.min(whole, TALLEST));
      await page.setViewportSize({ width, height });
      const png = await page.screenshot({ animations: 'disabled', clip: { x: 0, y: 0, width, height } });
      await mkdir(join(HERE, language), { recursive: true });
      await writeFile(join(HERE, language, `${name}.webp`), await this.#pressed(png));
    }
    await page.context().addCookies([{ name: 'lang', value: 'en', url: this.url(side) }]);
  }

  /** The browser itself makes small files of what it has shown. */
  async #pressed(png: Buffer): Promise<Buffer> {
    this.#press ??= await this.#browser.newPage();
    const made = await this.#press.evaluate(
      async ([bytes, quality]) => {
        const image = new Image();
        image.src = `data:image/png;base64,${bytes}`;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = image.naturalWidth;
        canvas.height = image.naturalHeight;
        canvas.getContext('2d')?.drawImage(image, 0, 0);
        return canvas.toDataURL('image/webp', quality);
      },
      [png.toString('base64'), QUALITY] as const,
    );
    return Buffer.from(made.slice(made.indexOf(',') + 1), 'base64');
  }

  async end(): Promise<void> {
    await this.#leave();
    await this.#twin?.end();
  }
}

const open = (kind: string): string => `/drafts/new?kind=${encodeURIComponent(kind)}`;

/** From signed to in effect; gives the addresses of a draft that still waits and of the first notification. */
async function tell(studio: Studio): Promise<{ readonly act: string; readonly draft: string }> {
  await studio.day('2026-08-28T09:00:00Z');
  await studio.take('ua', '/life', 'life-before');
  await studio.take('ua', '/sign-in', 'sign-in');
  const drafter = await studio.seat('ua', OFFICIALS.ua.drafter);
  await studio.take('ua', open('notification.given/1'), 'form', {
    official: OFFICIALS.ua.drafter,
    prepare: async (page) => {
      for (const [name, value] of Object.entries(NOTE)) {
        const radio = page.locator(`input[type="radio"][name="${name}"][value="${value}"]`);
        if ((await radio.count()) > 0) await radio.check();
        else await page.locator(`[name="${name}"]`).fill(value);
      }
    },
  });
  await fillForm(drafter, `${studio.url('ua')}/life`, 'notification.given/1', NOTE);
  const first = await sendForm(drafter);
  await approve(await studio.seat('ua', OFFICIALS.ua.approvers[0]), studio.url('ua'), first);
  await studio.take('ua', first, 'draft', { official: OFFICIALS.ua.approvers[1] });
  await studio.take('ua', '/today', 'approve', { official: OFFICIALS.ua.approvers[1] });
  const act = await studio.approve('ua', first, 1);
  await studio.day('2026-08-29T08:00:00Z');
  await studio.take('al', '/today', 'today', { official: OFFICIALS.al.drafter });
  const received = { date: '2026-08-29', time: '09:59', channel: 'node' };
  await studio.say('al', act, 'receipt.given/1', received);
  const theirs = await studio.say('al', '/life', 'notification.given/1', NOTE);
  await studio.day('2026-08-31T20:30:10Z');
  await studio.say('ua', theirs, 'receipt.given/1', { ...received, date: '2026-08-31', time: '23:30' });
  await studio.say('ua', '/life', 'entry.confirmed/1', {});
  await studio.say('al', '/life', 'entry.confirmed/1', {});
  const drafting = await studio.seat('ua', OFFICIALS.ua.drafter);
  const designation = { body: 'ua:nmaa', provisions: '58, 59', from: '2026-09-01' };
  await fillForm(drafting, `${studio.url('ua')}/bodies`, 'body.designated/1', designation);
  return { act, draft: await sendForm(drafting) };
}

/** A consultation is called and acknowledged. */
async function call(studio: Studio): Promise<void> {
  const caller = await studio.seat('ua', 'cherhova');
  await fillForm(caller, `${studio.url('ua')}/agreement`, 'consultation.requested/1', REQUEST);
  await sendForm(caller);
  await approveHere(caller);
  await studio.agreed();
}

async function everyPage(studio: Studio, { act, draft }: { readonly act: string; readonly draft: string }): Promise<void> {
  const desk = { official: OFFICIALS.ua.approvers[0] };
  const named = (path: string): string => path.slice(1).replaceAll('/', '-');
  for (const path of AREAS.flatMap(({ pages }) => pages.map((page) => page.path))) {
    await studio.take('ua', path, named(path), desk);
  }
  const others: Readonly<Record<string, string>> = {
    agreement: '/agreement',
    'agreement-filtered': '/agreement?area=demining',
    paragraph: '/agreement/76',
    compare: '/agreement/compare?from=2025-01-21&to=2026-08-31',
    duties: '/duties',
    drafts: '/drafts',
    'draft-waiting': draft,
    record: '/record',
    reports: '/reports?form=report&from=2026-01-01&to=2026-12-31',
    act,
    'act-sheet': `${act}/sheet`,
    sheet: '/sheet',
    kit: '/kit',
    nowhere: '/nowhere',
  };
  for (const [name, path] of Object.entries(others)) await studio.take('ua', path, name, desk);
  for (const path of ['', '/agreement/59', '/acts', '/figures', '/verify', '/reported', '/data', '/assess']) {
    await studio.take('ua', path, path === '' ? 'public' : `public${path.replaceAll('/', '-')}`, { open: true });
  }
  await studio.take('ua', '/agreement', 'agreement-dark', { dark: true });
  await studio.take('ua', '/kit?scheme=dark#margins', 'kit-dark', { languages: ['en'] });
  await studio.take('ua', '/agreement', 'agreement-narrow', { narrow: true });
}

const home = await mkdtemp(join(tmpdir(), 'servanda-pictures-'));
const browser = await launch();
const studio = new Studio(browser, home, await sixPorts());
try {
  const told = await tell(studio);
  await call(studio);
  await everyPage(studio, told);
} finally {
  await studio.end();
  await browser.close();
  await rm(home, { recursive: true, force: true });
}
