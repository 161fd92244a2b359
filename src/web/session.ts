// Sessions: who is signed in, held in this process alone and forgotten with it.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Viewer } from '../agreement/sight.ts';
import type { Official } from '../node/node.ts';
import {
  ADDRESSES,
  SESSION_IDLE,
  SESSION_WHOLE,
  SESSIONS,
  SIGN_IN_REFILL,
  SIGN_IN_TRIES,
} from './limits.ts';

/** Bytes of chance in a session id: nobody guesses 256 bits. */
const ID_SIZE = 32;
const ID = /^[A-Za-z0-9_-]{43}$/;

interface Held {
  readonly official: Official;
  readonly since: number;
  /** The instant of the last use; only `official` of Sessions moves it. */
  used: number;
}

/**
 * The sessions of one window. A session id is opaque and random; what it stands for never leaves the process. Ids that
 * nobody is signed in with are handed out too, so that the form for signing in has something to bind its token to.
 */
export interface Sessions {
  /** A fresh id that stands for nobody. */
  readonly fresh: () => string;
  /** Whose session it is, and counts the use; undefined where there is none or its time is over. */
  readonly official: (id: string | undefined) => Official | undefined;
  /** Begins a session under a new id: the id from before, which another may have planted, is never taken over. */
  readonly begin: (official: Official) => string;
  readonly end: (id: string | undefined) => void;
  /** The token that forms of this session carry. It follows from the id by a secret of this process. */
  readonly token: (id: string) => string;
  /** Whether `token` is that of `id`, in a time that does not tell how much of it was right. */
  readonly matches: (id: string | undefined, token: string | undefined) => boolean;
}

/** Sessions over the clock `now`, in milliseconds. */
export function sessions(now: () => number): Sessions {
  const held = new Map<string, Held>();
  const secret = randomBytes(ID_SIZE);
  const fresh = (): string => randomBytes(ID_SIZE).toString('base64url');
  const over = (session: Held): boolean =>
    now() - session.used > SESSION_IDLE || now() - session.since > SESSION_WHOLE;
  const token = (id: string): string => createHmac('sha256', secret).update(id).digest('base64url');
  return {
    fresh,
    token,
    official: (id) => {
      const session = id === undefined ? undefined : held.get(id);
      if (id === undefined || session === undefined) return undefined;
      held.delete(id);
      if (over(session)) return undefined;
      session.used = now();
      // Put back at the end: the first in the map is always the one unused for longest.
      held.set(id, session);
      return session.official;
    },
    begin: (official) => {
      for (const [id, session] of held) {
        if (held.size >= SESSIONS || over(session)) held.delete(id);
      }
      const id = fresh();
      held.set(id, { official, since: now(), used: now() });
      return id;
    },
    end: (id) => {
      if (id !== undefined) held.delete(id);
    },
    matches: (id, given) => {
      if (id === undefined || given === undefined) return false;
      const wanted = Buffer.from(token(id));
      const got = Buffer.from(given);
      return wanted.length === got.length && timingSafeEqual(wanted, got);
    },
  };
}

/**
 * Who looks, by their session: the one way in which a `Viewer` is made of who has signed in. Nobody is the public;
 * anybody else is of the one body in which they are signed in, for the purpose they named.
 */
export function sightOf(side: string, official: Official | undefined, purpose: string | undefined): Viewer {
  if (official === undefined) return 'public';
  return { side, bodies: [official.body], purpose };
}

/** The id in a cookie, where it has the form of one. */
export function sessionId(cookie: string | undefined): string | undefined {
  return cookie !== undefined && ID.test(cookie) ? cookie : undefined;
}

/** Whether one more try from `address` is allowed now: a bucket of tries an address, refilled with time. */
export function tries(now: () => number): (address: string) => boolean {
  const buckets = new Map<string, { left: number; at: number }>();
  return (address) => {
    const bucket = buckets.get(address) ?? { left: SIGN_IN_TRIES, at: now() };
    const left = Math.min(SIGN_IN_TRIES, bucket.left + (now() - bucket.at) / SIGN_IN_REFILL);
    buckets.delete(address);
    buckets.set(address, { left: left >= 1 ? left - 1 : left, at: now() });
    const [oldest] = buckets.keys();
    if (buckets.size > ADDRESSES && oldest !== undefined) buckets.delete(oldest);
    return left >= 1;
  };
}
