// Answers kept in memory: what was made for one reader is given to the next, until something becomes public.
import type { Packs } from '../packed.ts';
import { KEPT_ANSWERS, KEPT_BYTES, KEPT_FOR, KEPT_LARGEST } from './limits.ts';

/** An answer as it was made: everything but who asked. */
export interface Kept {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array<ArrayBuffer>;
  /** The same packed, once somebody took it so. */
  readonly packs: Packs;
}

export interface Cache {
  /** The answer under that key, where it is not too old; one that many ask for at once is made once. */
  readonly answer: (key: string, make: () => Promise<Kept>) => Promise<Kept>;
  /** Forgets everything: the record has changed. */
  readonly clear: () => void;
  /** Bytes and answers held. */
  readonly held: () => { readonly answers: number; readonly bytes: number };
}

/** A cache over the clock `now`, in milliseconds, bounded in answers and in bytes: the one unused longest goes. */
export function keptAnswers(now: () => number): Cache {
  const held = new Map<string, { readonly kept: Kept; readonly at: number }>();
  const making = new Map<string, Promise<Kept>>();
  let bytes = 0;
  let epoch = 0;
  const drop = (key: string): void => {
    bytes -= held.get(key)?.kept.body.length ?? 0;
    held.delete(key);
  };
  const keep = (key: string, kept: Kept): void => {
    drop(key);
    held.set(key, { kept, at: now() });
    bytes += kept.body.length;
    for (const oldest of held.keys()) {
      if (held.size <= KEPT_ANSWERS && bytes <= KEPT_BYTES) break;
      drop(oldest);
    }
  };
  return {
    answer: async (key, make) => {
      const found = held.get(key);
      if (found !== undefined && now() - found.at < KEPT_FOR) {
        held.delete(key);
        held.set(key, found);
        return found.kept;
      }
      const begun = making.get(key);
      if (begun !== undefined) return await begun;
      const since = epoch;
      const made = make();
      making.set(key, made);
      try {
        const kept = await made;
        // What was begun before something became public is given to those who wait for it, and kept for nobody.
        if (kept.status === 200 && kept.body.length <= KEPT_LARGEST && since === epoch) keep(key, kept);
        return kept;
      } finally {
        if (making.get(key) === made) making.delete(key);
      }
    },
    clear: () => {
      held.clear();
      making.clear();
      bytes = 0;
      epoch += 1;
    },
    held: () => ({ answers: held.size, bytes }),
  };
}
