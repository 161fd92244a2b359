// The browser of the tests: a real Chromium that may reach this machine alone, and whatever it complains of.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Where a browser usually is; `CHROMIUM_PATH` names another one, as `npm test` does with the one it has found. */
const PLACES = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** The program, or undefined where there is none: the tests then say aloud that they did not run. */
export const CHROMIUM = PLACES.find((path) => path !== undefined && existsSync(path));

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function launch(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error('browser: there is no Chromium');
  return await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
}

/** What went wrong on any page of a context: errors, warnings of the console, requests that left this machine. */
export async function watched(
  browser: Browser,
  options: BrowserContextOptions,
): Promise<{ readonly context: BrowserContext; readonly complaints: string[] }> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const complaints: string[] = [];
  await context.route(
    (url) => !['127.0.0.1', 'localhost'].includes(url.hostname) && !/^(data|blob|about):$/.test(url.protocol),
    async (route) => {
      complaints.push(`asked ${route.request().url()}`);
      await route.abort();
    },
  );
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.location().url}: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(error.error().message));
  return { context, complaints };
}

/** The innermost elements that reach beyond the window, with how many CSS pixels; none where the page fits. */
export async function overflow(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const over = [...document.querySelectorAll('body *')].filter((element) => {
      // What scrolls within itself does not widen the page.
      for (let up = element.parentElement; up !== null; up = up.parentElement) {
        if (up !== document.body && getComputedStyle(up).overflowX !== 'visible') return false;
      }
      return element.getBoundingClientRect().right > clientWidth + 0.5;
    });
    const inner = over.filter((element) => !over.some((other) => other !== element && element.contains(other)));
    const told = inner.map((element) => {
      const beyond = Math.round(element.getBoundingClientRect().right - clientWidth);
      return `${beyond} px: ${element.outerHTML.slice(0, 120)}`;
    });
    // Text may reach beyond the element that holds it.
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    for (let text = walk.nextNode(); text !== null; text = walk.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(text);
      const right = Math.max(0, ...[...range.getClientRects()].map((rect) => rect.right));
      if (right > clientWidth + 0.5) texts.push(`text "${(text.nodeValue ?? '').trim().slice(0, 80)}"`);
    }
    return [`${scrollWidth - clientWidth} px too wide`, ...told.slice(0, 5), ...texts.slice(0, 5)];
  });
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** The program of axe, to be evaluated in a page before its barriers are asked for. */
export async function axeSource(): Promise<string> {
  return await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
}

/** What axe finds, as `rule: element`, by all its rules or by those named. */
export async function barriers(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const violations = await page.evaluate(async (named) => {
    type Run = (options: object) => Promise<{ violations: Violation[] }>;
    const { axe } = globalThis as unknown as { readonly axe: { readonly run: Run } };
    const only = named === undefined ? {} : { runOnly: { type: 'rule', values: named } };
    return (await axe.run({ resultTypes: ['violations'], ...only })).violations;
  }, rules);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}
