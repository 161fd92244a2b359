// Rounds: what is kept of a sign-in under way, for the one browser that began it, and used once.
import { randomBytes } from 'node:crypto';
import type { Departure } from '../node/node.ts';
import { ROUND_LASTS, ROUNDS, ROUNDS_FROM } from './limits.ts';

/** A sign-in under way: somebody is at their provider, or at their device. */
export type Round =
  | { readonly way: 'provider'; readonly departure: Departure; readonly next: string }
  | { readonly way: 'passkey'; readonly challenge: string }
  | { readonly way: 'enrolment'; readonly challenge: string; readonly person: string; readonly code: string };

const ID_SIZE = 32;

/** The rounds of one window. The cookie of a round says which browser it is; it gives no right to anything. */
export interface Rounds {
  readonly fresh: () => string;
  /**
   * Keeps a round of the browser `cookie` at the address `from` under what its answer will name: a state, or a
   * challenge. Where one address begins too many, its own oldest goes, and nobody else's.
   */
  readonly keep: (cookie: string, key: string, round: Round, from: string) => void;
  /** Takes it away: nothing comes back twice. Undefined where that browser began none, or too long ago. */
  readonly take: (cookie: string | undefined, key: string) => Round | undefined;
}

/** Rounds over the clock `now`, in milliseconds. */
export function rounds(now: () => number): Rounds {
  const held = new Map<string, { readonly round: Round; readonly until: number; readonly from: string }>();
  /** The rounds of one address, the oldest first. */
  const heldFrom = (from: string): readonly string[] =>
    [...held].flatMap(([id, one]) => (one.from === from ? [id] : []));
  return {
    fresh: () => randomBytes(ID_SIZE).toString('base64url'),
    keep: (cookie, key, round, from) => {
      for (const [id, { until }] of held) {
        if (until > now() && held.size < ROUNDS) break;
        held.delete(id);
      }
      const own = heldFrom(from);
      for (const id of own.slice(0, Math.max(0, own.length + 1 - ROUNDS_FROM))) held.delete(id);
      held.set(`${cookie} ${key}`, { round, until: now() + ROUND_LASTS, from });
    },
    take: (cookie, key) => {
      const id = `${String(cookie)} ${key}`;
      const found = held.get(id);
      held.delete(id);
      return found === undefined || found.until <= now() ? undefined : found.round;
    },
  };
}
