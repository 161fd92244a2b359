// An example: one part of the kit, and the states in which it is shown and tested, each as what it is drawn from.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Speak } from '../words.ts';

/** A state of a part: its name, and how the part draws it in a language. */
export interface State {
  readonly name: string;
  readonly draw: (speak: Speak) => JSX.Element;
}

/** A part by its name in the code, with its states. */
export interface Example {
  readonly name: string;
  readonly states: readonly State[];
  /** What stands around a part that never stands alone: a row has its list. */
  readonly frame: ((drawn: JSX.Element) => JSX.Element) | undefined;
}

/** A group of parts as the page shows them. `title` is a key of words. */
export interface Group {
  readonly id: string;
  readonly title: string;
  readonly examples: readonly Example[];
}

type Part<Props> = (props: Props) => JSX.Element;

/** What a part is drawn from in each of its states; whatever is said in it is said in the language of the page. */
export type States<Props> = Readonly<Record<string, (speak: Speak) => Props>>;

/**
 * `example({ Side })({ first: () => ({ side: 'ua' }) })`: nothing but the part itself draws its states, so what a test
 * asks of an example it asks of the part. In two steps, so that the part alone says what its states are made of.
 */
export function example<Props>(
  named: Readonly<Record<string, Part<Props>>>,
): (states: States<Props>, frame?: Example['frame']) => Example {
  const [entry] = Object.entries(named);
  if (entry === undefined) throw new Error('example: no part is named');
  const [name, draw] = entry;
  return (states, frame) => ({
    name,
    frame,
    states: Object.entries(states).map(([state, props]) => ({ name: state, draw: (speak) => draw(props(speak)) })),
  });
}
