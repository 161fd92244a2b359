// The island: keeps the live parts of an open page fresh, and touches nothing a person is working on.
import { offerCopies } from './copy.ts';
import { countDown } from './countdown.ts';
import { offerNotices, showNotices } from './notices.ts';
import { walkByKeys } from './walk.ts';

/** Milliseconds in which several changes count as one. */
const PAUSE = 150;

/** What tells one `details` from another inside a live part: its id, or the text of its summary. */
function nameOf(details: HTMLDetailsElement): string {
  return details.id === '' ? (details.querySelector('summary')?.textContent ?? '') : `#${details.id}`;
}

function keepOpen(from: Element, to: Element): void {
  const open = [...from.querySelectorAll('details')].filter((details) => details.open).map(nameOf);
  for (const details of to.querySelectorAll('details')) {
    if (open.includes(nameOf(details))) details.open = true;
  }
}

/** The markup without what a person opened: only then does equal mean that the server says nothing new. */
function asServed(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const details of copy.querySelectorAll('details')) details.open = false;
  return copy.outerHTML;
}

/** Whether a person has typed or chosen something in there that is not sent yet. */
function isTouched(element: Element): boolean {
  const fields = [...element.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
  return fields.some((field) =>
    field.type === 'checkbox' || field.type === 'radio'
      ? (field as HTMLInputElement).checked !== (field as HTMLInputElement).defaultChecked
      : field.value !== field.defaultValue,
  );
}

function replaceLive(fresh: Document): void {
  for (const shown of document.querySelectorAll('[data-live][id]')) {
    const next = fresh.getElementById(shown.id);
    if (next === null || asServed(next) === asServed(shown)) continue;
    const focused = document.activeElement;
    const atWork = focused?.matches('input, select, textarea, button') === true && shown.contains(focused);
    if (atWork || isTouched(shown)) continue;
    const link = focused instanceof HTMLAnchorElement && shown.contains(focused) ? focused.getAttribute('href') : null;
    const taken = document.importNode(next, true);
    keepOpen(shown, taken);
    shown.replaceWith(taken);
    if (link !== null) [...taken.querySelectorAll('a')].find((a) => a.getAttribute('href') === link)?.focus();
  }
}

async function refresh(): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  // A page of another address, the one for signing in above all, has nothing for this one.
  if (!answer.ok || answer.redirected) return;
  replaceLive(new DOMParser().parseFromString(await answer.text(), 'text/html'));
}

function listen(): void {
  let waiting: number | undefined;
  const soon = (): void => {
    clearTimeout(waiting);
    // A refresh that fails is made good by the next change, or by the next opening of the line.
    const both = async (): Promise<void> => {
      await refresh();
      await showNotices();
    };
    waiting = window.setTimeout(() => void both().catch(() => undefined), PAUSE);
  };
  let opened = false;
  let source: EventSource | undefined;
  const open = (): void => {
    source = new EventSource('/events');
    source.addEventListener('change', soon);
    source.addEventListener('open', () => {
      if (opened) soon();
      opened = true;
    });
  };
  // A browser grants one host few connections: pages nobody looks at give theirs back.
  document.addEventListener('visibilitychange', () => {
    source?.close();
    if (document.visibilityState === 'visible') open();
  });
  if (document.visibilityState === 'visible') open();
}

if (document.querySelector('[data-live]') !== null) listen();
countDown();
offerNotices();
offerCopies();
walkByKeys();
