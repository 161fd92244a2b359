// The pictures of the documents: each page of a real twin in each language, taken while its story is told at the windows.
// Run it with: npx tsx docs/pictures/make.ts; names behind it take those pictures alone.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { LANGUAGES, type Language } from '../../src/kit/words.ts';
import { recordOf, type Twin, twin } from '../../test/commands/servanda.ts';
import { freeBlock } from '../../test/setup/ports.ts';
import type { OpenApi } from '../../src/web/openapi.ts';
import { launch } from '../../test/web/browser.ts';
import { approve, approveHere, fillForm, OFFICIALS, sendForm, signIn } from '../../test/web/officials.ts';

const HERE = fileURLToPath(new URL('./', import.meta.url));
const NOTE = { procedures: 'EXERCISE law', noteDate: '2026-08-28', channel: 'node' };
const REQUEST = { trigger: 'consultation/armed-attack', grounds: 'EXERCISE. Scenario 3.', urgency: 'immediate' };
const SERIES = {
  'provision': '10',
  'name': 'EXERCISE dialogue on defence and security policy',
  'level': 'senior',
  'hosting': 'in turn',
  'interval': '6',
  'record-days': '14',
};
const MEETING = { date: '2026-09-10', start: '10:00', end: '12:30', place: 'EXERCISE, Kyiv', medium: 'in-person' };
const ITEM = {
  provision: '31',
  title: 'EXERCISE. A route of parcels',
  facts: 'EXERCISE. Three parcels were sent by one road.',
  reach: 'officials',
};
const WIDTH = 1280;
const HEIGHT = 800;
/** Of a page that goes on, so much is shown. */
const TALLEST = 1000;
/** A telephone, and a window of 1280 at a zoom of 400 %. */
const NARROW = 320;
const QUALITY = 0.35;
const AUDITOR = 'hliadach';

/** The pictures that are wanted: all of them where none is named. */
const WANTED = process.argv.slice(2);

type Side = 'ua' | 'al';

/** How a page is looked at: by whom, in the dark, on a telephone. `prepare` does something on it first. */
interface Looking {
  readonly official?: string;
  readonly dark?: boolean;
  readonly narrow?: boolean;
  /** The pages that most people see are taken in the dark and on a telephone as well. */
  readonly main?: boolean;
  /** At the window for the public, which says its language in the address. */
  readonly open?: boolean;
  readonly languages?: readonly Language[];
  readonly prepare?: (page: Page) => Promise<void>;
}

interface Taken {
  readonly name: string;
  readonly path: string;
  readonly looking: Looking;
}

class Studio {
  readonly #browser: Browser;
  readonly #home: string;
  readonly #port: number;
  readonly #seats = new Map<string, Page>();
  /** What was taken: the rows of the index. */
  readonly taken: Taken[] = [];
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

  /** The window for the public. */
  open(side: Side): string {
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

  /** The same, of what one person beside the author approves. */
  async sayAlone(side: Side, from: string, kind: string, fields: Readonly<Record<string, string>>): Promise<string> {
    const drafter = await this.seat(side, OFFICIALS[side].drafter);
    await fillForm(drafter, `${this.url(side)}${from}`, kind, fields);
    const draft = await sendForm(drafter);
    const at = await approve(await this.seat(side, OFFICIALS[side].approvers[0]), this.url(side), draft);
    await this.agreed();
    return at;
  }

  /** The address behind a link of a page, as an official sees it. */
  async link(side: Side, official: string, path: string, selector: string): Promise<string> {
    const page = await this.seat(side, official);
    await page.goto(`${this.url(side)}${path}`);
    return (await page.locator(selector).first().getAttribute('href')) ?? path;
  }

  async approve(side: Side, draft: string, from = 0): Promise<string> {
    let at = '';
    for (const official of OFFICIALS[side].approvers.slice(from)) {
      at = await approve(await this.seat(side, official), this.url(side), draft);
    }
    await this.agreed();
    return at;
  }

  /** Takes a page in each language, and a main one in the dark and narrow as well. */
  async take(side: Side, path: string, name: string, looking: Looking = {}): Promise<void> {
    await this.#takeOne(side, path, name, looking);
    if (looking.main !== true) return;
    await this.#takeOne(side, path, `${name}-dark`, { ...looking, dark: true });
    await this.#takeOne(side, path, `${name}-narrow`, { ...looking, narrow: true });
  }

  async #takeOne(side: Side, path: string, name: string, looking: Looking): Promise<void> {
    this.taken.push({ name, path, looking });
    if (WANTED.length > 0 && !WANTED.includes(name)) return;
    const page = await this.seat(side, looking.official);
    await page.emulateMedia({ colorScheme: looking.dark === true ? 'dark' : 'light' });
    const width = looking.narrow === true ? NARROW : WIDTH;
    for (const language of looking.languages ?? LANGUAGES) {
      await page.context().addCookies([{ name: 'lang', value: language, url: this.url(side) }]);
      await page.setViewportSize({ width, height: HEIGHT });
      await page.goto(looking.open === true ? `${this.open(side)}/${language}${path}` : `${this.url(side)}${path}`);
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

/** The pages of a window without anything to fill in: what its document of the interface says are pages. */
async function pagesAt(url: string): Promise<readonly string[]> {
  const document = (await (await fetch(`${url}/openapi.json`)).json()) as OpenApi;
  return Object.entries(document.paths).flatMap(([path, { get }]) => {
    const good = get?.responses['200']?.['content'] as object | undefined;
    const isPage = good !== undefined && 'text/html' in good && 'application/json' in good;
    return isPage && !path.includes('{') ? [decodeURI(path)] : [];
  });
}

const nameOf = (path: string): string => path.slice(1).replaceAll('/', '-');

/** From signed to in effect; gives the addresses of a draft that still waits and of the first notification. */
async function tell(studio: Studio): Promise<Told> {
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

/** A series of meetings is agreed to, and one is called; something is given against crime. */
async function meet(studio: Studio): Promise<void> {
  const series = await studio.sayAlone('ua', '/dialogue', 'series.proposed/1', SERIES);
  const agreed = await studio.sayAlone('al', series, 'series.agreed/1', {});
  const called = await studio.sayAlone('al', agreed, 'meeting.called/1', MEETING);
  await studio.sayAlone('ua', called, 'agenda.proposed/1', { 'text-en': 'EXERCISE. 1. Training. 2. Exchange of reports.' });
  await studio.sayAlone('ua', '/crime', 'item.given/1', ITEM);
}

/** The pages that most people see, of the windows of a side. */
const MAIN = ['/today', '/duties', '/drafts', '/record', '/life', '/acts'];
/** Who read what, and what was done with people, is an auditor's. */
const AUDITORS = ['/readings', '/people'];
const STRANGERS = ['/sign-in', '/sign-in/enrol', '/docs/api'];

interface Told {
  readonly act: string;
  readonly draft: string;
}

/** The windows of the officials: every page of the table, and those of one thing. */
async function everyPage(studio: Studio, { act, draft }: Told): Promise<void> {
  const desk = { official: OFFICIALS.ua.approvers[0] };
  const others: Readonly<Record<string, string>> = {
    'agreement-filtered': '/agreement?area=demining',
    'compare': '/agreement/compare?from=2025-01-21&to=2026-08-31',
    'search': '/search?q=mines',
    'draft-waiting': draft,
    'reports': '/reports?form=report&from=2026-01-01&to=2026-12-31',
    'act-sheet': `${act}/sheet`,
    'nowhere': '/nowhere',
  };
  await studio.take('ua', '/agreement', 'agreement', { ...desk, main: true });
  await studio.take('ua', '/agreement/76', 'paragraph', { ...desk, main: true });
  await studio.take('ua', act, 'act', { ...desk, main: true });
  for (const [name, path] of Object.entries(others)) await studio.take('ua', path, name, desk);
  for (const [path, name] of [['/crime/item', 'crime-item'], ['/dialogue/document', 'dialogue-document']] as const) {
    const list = `/${name.split('-')[0] ?? ''}`;
    const one = await studio.link('ua', desk.official, list, `a[href^="${path}?of="]`);
    await studio.take('ua', one, name, desk);
  }
  // Taken already: with its questions, with somebody who signs in, with a kind to write.
  const done = [
    '/agreement', '/agreement/compare', '/search', '/reports', '/sign-in', '/drafts/new', '/sign-in/provider',
    '/crime/item', '/dialogue/document',
  ];
  for (const path of await pagesAt(studio.url('ua'))) {
    if (done.includes(path)) continue;
    const who = AUDITORS.includes(path) ? { official: AUDITOR } : STRANGERS.includes(path) ? {} : desk;
    // Today of an official on the other side, whom something waits for, stands under its own name.
    const name = path === '/today' ? 'today-approver' : nameOf(path);
    await studio.take('ua', path, name, { ...who, main: MAIN.includes(path) });
  }
  for (const path of ['/today', '/duties', '/record']) await studio.take('ua', path, `${nameOf(path)}-stranger`);
  await studio.take('ua', '/kit?scheme=dark#margins', 'kit-dark', { languages: ['en'] });
}

/** The window for the public. */
async function everyPublicPage(studio: Studio, { act }: Told): Promise<void> {
  const at = act.replace(/^\/act\/(\w+)\/(\d+)$/, '/verify?act=$1-$2');
  const pages = [...(await pagesAt(studio.open('ua'))), '/agreement/59', act, at, '/nowhere'];
  for (const path of pages) {
    const given = path === act ? 'act' : path === at ? 'verify-act' : nameOf(path);
    const name = path === '/' ? 'public' : `public-${given}`;
    await studio.take('ua', path, name, { open: true, main: path === '/' });
  }
}

/** The index: each picture by what it shows, in each language. */
function indexOf(taken: readonly Taken[]): string {
  const rows = taken.map(({ name, path, looking }) => {
    const who = looking.open === true ? 'the public' : looking.official === undefined ? 'anyone' : looking.official;
    const how = [looking.dark === true ? 'dark' : 'light', ...(looking.narrow === true ? [`${NARROW} px`] : [])];
    const links = LANGUAGES.map((language) =>
      (looking.languages ?? LANGUAGES).includes(language) ? `[${language}](${language}/${name}.webp)` : '',
    );
    const address = path.replace(/^\/drafts\/(?!new)[\w-]+/, '/drafts/…').replace(/of=.*/, 'of=…').replaceAll('|', '');
    return `| ${name} | \`${address}\` | ${who} | ${how.join(', ')} | ${links.join(' | ')} |`;
  });
  return [
    '# Pictures',
    '',
    'Each page of both windows in each language, as `docs/pictures/make.ts` takes them of a demonstration: people, acts',
    'and numbers are EXERCISE. Of a page that goes on, its beginning is shown.',
    '',
    '| picture | address | seen by | how | en | uk | sq |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

const home = await mkdtemp(join(tmpdir(), 'servanda-pictures-'));
const browser = await launch();
const studio = new Studio(browser, home, await freeBlock(6));
try {
  const told = await tell(studio);
  await call(studio);
  await meet(studio);
  await everyPage(studio, told);
  await everyPublicPage(studio, told);
  await writeFile(join(HERE, 'README.md'), indexOf(studio.taken));
} finally {
  await studio.end();
  await browser.close();
  await rm(home, { recursive: true, force: true });
}
