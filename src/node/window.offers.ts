// The queue of assessments that organisations handed in, as the windows see it.
import type { Official } from '../agreement/exercise.ts';

/** An assessment that an organisation has handed in at the public window, as its moderators see it. */
export interface OfferView {
  readonly id: string;
  readonly statement: string;
  readonly organisation: string;
  /** Empty once it was set aside, or forgotten. */
  readonly contact: string;
  readonly sources: readonly string[];
  readonly words: string;
  readonly language: string;
  readonly completion: string;
  readonly at: string;
  readonly state: 'waiting' | 'set-aside';
  readonly why: string | undefined;
  readonly by: string | undefined;
}

/** The queue of handed-in assessments: private to the node, until they are passed on by act. */
export interface OfferRoom {
  /** Newest first, at most 200. Whoever drafts or approves may read them. */
  readonly list: (by: Official) => Promise<readonly OfferView[]>;
  /** Sets advertising or abuse aside: text and contact go, the reason stays. */
  readonly setAside: (by: Official, id: string, why: string) => Promise<void>;
  /** Forgets how to reach the organisation. */
  readonly forget: (by: Official, id: string) => Promise<void>;
}
