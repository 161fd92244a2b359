// What officials do at the windows, each on a page of their own: sign in, write, approve. By links and forms alone.
import type { Page } from 'playwright-core';

/** The EXERCISE officials: who writes, and who approves. */
export const OFFICIALS = {
  ua: { drafter: 'prykladna', approvers: ['zrazkovyi', 'navchalna'] },
  al: { drafter: 'shembulli', approvers: ['prova', 'stervitja'] },
} as const;

/** Signs in by the row of the demonstration. */
export async function signIn(page: Page, url: string, official: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.locator(`form:has(input[value="${official}"]) button`).click();
  await page.waitForURL(/\/today$/);
}

/** Finds the deed on a page, fills its form and leaves it filled. */
export async function fillForm(
  page: Page,
  at: string,
  kind: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  await page.goto(at);
  await page
    .locator(`a[href*="kind=${encodeURIComponent(kind)}"]`)
    .first()
    .click();
  for (const [name, value] of Object.entries(fields)) {
    const radio = page.locator(`input[type="radio"][name="${name}"][value="${value}"]`);
    const list = page.locator(`select[name="${name}"]`);
    if ((await radio.count()) > 0) await radio.check();
    else if ((await list.count()) > 0) await list.selectOption(value);
    else await page.locator(`[name="${name}"]`).fill(value);
  }
}

/** Sends the form that is filled; gives the address of the draft. */
export async function sendForm(page: Page): Promise<string> {
  await page.locator('form[action="/drafts"] button').first().click();
  await page.waitForURL(/\/drafts\/[\w-]+$/);
  return new URL(page.url()).pathname;
}

/** Finds the draft in the list and approves what is seen; gives the address that comes after. */
export async function approve(page: Page, url: string, draft: string): Promise<string> {
  await page.goto(`${url}/drafts`);
  await page.locator(`a[href="${draft}"]`).first().click();
  await page.locator('form[action$="/approve"] button').click();
  await page.waitForLoadState();
  return new URL(page.url()).pathname;
}
