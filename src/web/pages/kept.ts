// Parts of a page that show the same again and again: drawn once, and kept as they were drawn.
import type { JSX } from 'hono/jsx/jsx-runtime';
import { raw } from 'hono/html';
import type { Speak } from '../../kit/words.ts';

/** Drawings of one part that are kept in a language, at most. */
const KEPT = 1024;

/** The same part, drawn anew only where what it shows is not, to the letter, what it showed before. */
export function keptOnceDrawn<Props extends { readonly speak: Speak }>(
  part: (props: Props) => JSX.Element,
): (props: Props) => JSX.Element {
  const drawn = new WeakMap<Speak, Map<string, JSX.Element>>();
  return (props) => {
    const { speak, ...shown } = props;
    const kept = drawn.get(speak) ?? new Map<string, JSX.Element>();
    drawn.set(speak, kept);
    const key = JSON.stringify(shown);
    const known = kept.get(key);
    if (known !== undefined) return known;
    // The element's own toString is what draws it.
    // oxlint-disable-next-line typescript/no-base-to-string
    const fresh = raw(part(props).toString());
    if (kept.size >= KEPT) kept.clear();
    kept.set(key, fresh);
    return fresh;
  };
}
