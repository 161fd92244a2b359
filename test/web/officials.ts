// What officials do at the windows, each on a page of their own: sign in, write, approve. By links and forms alone.
import type { Page } from 'playwright-core';
import { reach, typeInto } from './keyboard.ts';

/** The EXERCISE officials: who writes, and who approves. */
export const OFFICIALS = {
  ua: { drafter: 'prykladna', approvers: ['zrazkovyi', 'navchalna'] },
  al: { drafter: 'shembulli', approvers: ['prova', 'stervitja'] },
} as const;

/** With what an official works a page: how something is opened or pressed, and how a field is filled. */
export interface Hands {
  readonly press: (page: Page, selector: string) => Promise<void>;
  readonly fill: (page: Page, name: string, value: string) => Promise<void>;
}

export const MOUSE: Hands = {
  press: async (page, selector) => await page.locator(selector).first().click(),
  fill: async (page, name, value) => {
    const radio = page.locator(`input[type="radio"][name="${name}"][value="${value}"]`);
    const list = page.locator(`select[name="${name}"]`);
    if ((await radio.count()) > 0) await radio.check();
    else if ((await list.count()) > 0) await list.selectOption(value);
    else await page.locator(`[name="${name}"]`).fill(value);
  },
};

/** Nothing but keys: Tab to each thing, which must be seen to have the focus, then Enter, letters, arrows. */
export const KEYBOARD: Hands = {
  press: async (page, selector) => {
    await reach(page, page.locator(selector).first());
    await page.keyboard.press('Enter');
  },
  fill: typeInto,
};

/** Signs in by the row of the demonstration. */
export async function signIn(page: Page, url: string, official: string, hands = MOUSE): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await hands.press(page, `form:has(input[value="${official}"]) button`);
  await page.waitForURL(/\/today$/);
}

/** Finds the deed on a page, fills its form and leaves it filled. */
export async function fillForm(
  page: Page,
  at: string,
  kind: string,
  fields: Readonly<Record<string, string>>,
  hands = MOUSE,
): Promise<void> {
  await page.goto(at);
  await hands.press(page, `a[href*="kind=${encodeURIComponent(kind)}"]`);
  await page.waitForURL(/\/drafts\/new\?/);
  for (const [name, value] of Object.entries(fields)) await hands.fill(page, name, value);
}

/** Sends the form that is filled; gives the address of the draft. */
export async function sendForm(page: Page, hands = MOUSE): Promise<string> {
  await hands.press(page, 'form[action="/drafts"] button');
  await page.waitForURL(/\/drafts\/(?!new)[\w-]+$/);
  return new URL(page.url()).pathname;
}

/** Finds the draft in the list and approves what is seen; gives the address that comes after. */
export async function approve(page: Page, url: string, draft: string, hands = MOUSE): Promise<string> {
  await page.goto(`${url}/drafts`);
  await hands.press(page, `a[href="${draft}"]`);
  await page.waitForURL(`${url}${draft}`);
  await approveHere(page, hands);
  return new URL(page.url()).pathname;
}

/** Approves the draft whose page is open, and waits for the answer: the page of the act, or the draft's own anew. */
export async function approveHere(page: Page, hands = MOUSE): Promise<void> {
  const answered = page.waitForEvent('framenavigated');
  await hands.press(page, 'form[action$="/approve"] button');
  await answered;
  await page.waitForLoadState();
}
