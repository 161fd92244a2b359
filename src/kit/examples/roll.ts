// The roll of examples: every part of the kit in its states, as the page of the kit shows them and tests ask of them.
import type { Example, Group, State } from './example.ts';
import { FORMS } from './forms.tsx';
import { LINKS, MARKS } from './marks.tsx';
import { PAGES } from './pages.tsx';
import { FIGURES, TABLES_SHOWN, TIMES } from './registers.tsx';
import { MARGINS, TEXTS } from './text.tsx';

export type { Example, Group, State };

export const EXAMPLES: readonly Group[] = [
  { id: 'marks', title: 'kit-page.marks', examples: MARKS },
  { id: 'links', title: 'kit-page.links', examples: LINKS },
  { id: 'text', title: 'kit-page.text', examples: TEXTS },
  { id: 'margins', title: 'kit-page.margins', examples: MARGINS },
  { id: 'tables', title: 'kit-page.tables', examples: TABLES_SHOWN },
  { id: 'times', title: 'kit-page.times', examples: TIMES },
  { id: 'figures', title: 'kit-page.figures', examples: FIGURES },
  { id: 'forms', title: 'kit-page.forms', examples: FORMS },
  { id: 'pages', title: 'kit-page.pages', examples: PAGES },
];

/** The state of a part; one that is in no example is a mistake of whoever asks. */
export function exampleOf(part: string, state: string): State {
  const found = EXAMPLES.flatMap(({ examples }) => examples).find(({ name }) => name === part);
  const shown = found?.states.find(({ name }) => name === state);
  if (shown === undefined) throw new Error(`examples: ${part} has no state ${state}`);
  return shown;
}
