// Why this? A fold beside a date or a state that opens its rule, its inputs and every reading.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** `ask` is the question in the reader's language; what it opens stands inside, as paragraphs or a list. */
export function Why({ ask, after = false, children }: {
  readonly ask: string;
  readonly after?: boolean;
  readonly children?: Child;
}): JSX.Element {
  return (
    <details class={after ? 'why after' : 'why'}>
      <summary>{ask}</summary>
      <div>{children}</div>
    </details>
  );
}

/** Every way a passage can be read, numbered as the marginalia number them. */
export function Readings({ readings, lang }: { readings: readonly string[]; lang?: string }): JSX.Element {
  return (
    <ol class="readings" lang={lang}>
      {readings.map((reading) => (
        <li>{reading}</li>
      ))}
    </ol>
  );
}
