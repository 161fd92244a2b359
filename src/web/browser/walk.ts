// Walking the edition by keys: from paragraph to paragraph, only while one of them has the focus.

/** Keys by their place on the keyboard, so that they lie under the same fingers in every layout. */
const STEPS: Readonly<Record<string, number>> = { KeyJ: 1, KeyK: -1 };

/** The number of the paragraph `step` away from the one that holds the focus; undefined where there is none. */
function numberAt(focused: Element | null, step: number): HTMLElement | undefined {
  const here = focused?.closest('.provision');
  const numbers = [...document.querySelectorAll<HTMLElement>('.provision > a.number')];
  const at = numbers.findIndex((number) => number.parentElement === here);
  return here === null || at < 0 ? undefined : numbers[at + step];
}

/** Shows the line that names the keys, and follows them. Letters typed into a field stay letters. */
export function walkByKeys(): void {
  const hint = document.getElementById('keys');
  if (hint === null) return;
  hint.hidden = false;
  document.addEventListener('keydown', (event) => {
    const step = STEPS[event.code];
    const focused = document.activeElement;
    const modified = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey;
    if (step === undefined || modified || focused?.matches('input, select, textarea') === true) return;
    const number = numberAt(focused, step);
    if (number === undefined) return;
    event.preventDefault();
    number.focus();
    number.parentElement?.scrollIntoView({ block: 'start' });
  });
}
