// The bell: who is told that something of a node has changed.
import type { Change } from './window.ts';

/** Who is told of changes. A listener that throws harms nobody else. */
export class Bell {
  readonly #listeners = new Set<(change: Change) => void>();

  readonly subscribe = (tell: (change: Change) => void): (() => void) => {
    this.#listeners.add(tell);
    return () => this.#listeners.delete(tell);
  };

  readonly ring = (what: Change['what']): void => {
    for (const tell of this.#listeners) tell({ what });
  };
}
