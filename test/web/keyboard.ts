// A reader with a keyboard and nothing else: Tab from stop to stop, each seen to have the focus, to what is wanted.
import type { Locator, Page } from 'playwright-core';

/** Stops on one page, at most: whoever has not come by then is held in a trap, or the thing cannot be reached. */
const STOPS = 250;

interface Stop {
  readonly here: boolean;
  /** Why a reader cannot see where they are; undefined where they can. */
  readonly unseen: string | undefined;
}

/** Where the focus is now, as seen from `wanted`. */
async function stopAt(wanted: Locator): Promise<Stop> {
  return await wanted.evaluate((one): Stop => {
    const focused = document.activeElement;
    const here = focused === one;
    if (focused === null || focused === document.body) return { here, unseen: undefined };
    const style = getComputedStyle(focused);
    const box = focused.getBoundingClientRect();
    const outlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1;
    const inside = box.bottom > 0 && box.top < window.innerHeight && box.right > 0 && box.left < window.innerWidth;
    const why = [...(outlined ? [] : ['has no outline']), ...(inside ? [] : ['lies outside the window'])].join(', ');
    return { here, unseen: why === '' ? undefined : `${focused.outerHTML.slice(0, 120)} ${why}` };
  });
}

/** Goes on by Tab until `wanted` has the focus. */
export async function reach(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor({ state: 'attached' });
  for (let stop = 0; stop < STOPS; stop++) {
    const { here, unseen } = await stopAt(wanted);
    if (unseen !== undefined) throw new Error(`keyboard: ${unseen}`);
    if (here) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`keyboard: ${String(wanted)} was not reached by ${STOPS} stops on ${page.url()}`);
}

/** Any button of a group of radio buttons, then the arrows to the one that is wanted. */
async function choose(page: Page, name: string, value: string): Promise<void> {
  const group = page.locator(`input[type="radio"][name="${name}"]`);
  const wanted = page.locator(`input[type="radio"][name="${name}"][value="${value}"]`);
  const checked = page.locator(`input[type="radio"][name="${name}"]:checked`);
  await reach(page, (await checked.count()) > 0 ? checked : group.first());
  for (let step = await group.count(); step > 0 && !(await stopAt(wanted)).here; step--) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Space');
}

/** What may have to be typed into a field of a day or an hour: a browser has the order of its own tongue. */
function spellings(type: string | null, value: string): readonly string[] {
  const parts = value.split(/[-:]/);
  if (type === 'date') {
    const [year = '', month = '', day = ''] = parts;
    return [`${day}${month}${year}`, `${month}${day}${year}`, `${year}${month}${day}`];
  }
  if (type !== 'time') return [value];
  const [hour = '', minute = '', second = '00'] = parts;
  const twelfth = String(((Number(hour) + 11) % 12) + 1).padStart(2, '0');
  return [`${hour}${minute}${second}`, `${twelfth}${minute}${second}${Number(hour) < 12 ? 'A' : 'P'}`];
}

/** Fills the field `name` with keys alone, and proves that it holds what was meant. */
export async function typeInto(page: Page, name: string, value: string): Promise<void> {
  if ((await page.locator(`input[type="radio"][name="${name}"]`).count()) > 0) {
    await choose(page, name, value);
    return;
  }
  const field = page.locator(`[name="${name}"]`);
  await reach(page, field);
  const option = field.locator(`option[value="${value}"]`);
  const type = await field.getAttribute('type');
  const isList = (await option.count()) > 0;
  const ways = isList ? [(await option.textContent()) ?? ''] : spellings(type, value);
  for (const way of ways) {
    if (ways.length > 1) for (let part = 0; part < 4; part++) await page.keyboard.press('ArrowLeft');
    else if (!isList) await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(way);
    const holds = await field.inputValue();
    if (holds === value || (type === 'time' && holds.startsWith(value))) return;
  }
  throw new Error(`keyboard: ${name} holds ${await field.inputValue()}, not ${value}`);
}
