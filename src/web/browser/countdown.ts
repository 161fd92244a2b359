// The one thing that moves by itself: the numerals of a clock, once a second, for whoever has not asked for stillness.

const SECOND = 1000;

/** What the server's clock said when a clock was taken in, and what this browser's own stopwatch said then. */
const taken = new WeakMap<Element, { readonly now: number; readonly at: number }>();

function set(clock: Element, of: string, value: number, wide: boolean): void {
  const place = clock.querySelector(`[data-of="${of}"]`);
  const text = wide ? String(value).padStart(2, '0') : String(value);
  if (place !== null && place.textContent !== text) place.textContent = text;
}

/** Counts on from the instant the page was made at: the server's clock decides, not the one of this machine. */
function tick(clock: HTMLElement): void {
  const until = Date.parse(clock.dataset['until'] ?? '');
  const start = taken.get(clock) ?? { now: Date.parse(clock.dataset['now'] ?? ''), at: performance.now() };
  taken.set(clock, start);
  const left = Math.max(0, Math.floor((until - start.now - (performance.now() - start.at)) / SECOND));
  if (Number.isNaN(left)) return;
  set(clock, 'h', Math.floor(left / 3600), false);
  set(clock, 'min', Math.floor((left % 3600) / 60), true);
  set(clock, 's', left % 60, true);
}

/** Starts counting where motion is welcome. A clock that is replaced by a fresher one is taken in anew. */
export function countDown(): void {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)');
  window.setInterval(() => {
    if (still.matches) return;
    for (const clock of document.querySelectorAll<HTMLElement>('.clock[data-until]')) tick(clock);
  }, SECOND);
}
