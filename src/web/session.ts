// Sessions: who is signed in and for what purpose, held in this process alone and forgotten with it.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { isOperator, type Official } from '../agreement/official.ts';
import type { Viewer } from '../agreement/sight.ts';
import { ADDRESSES, SESSION_IDLE, SESSION_WHOLE, SESSIONS, SIGN_IN_REFILL, SIGN_IN_TRIES } from './limits.ts';

/** Bytes of chance in a session id: nobody guesses 256 bits. */
const ID_SIZE = 32;
const ID = /^[A-Za-z0-9_-]{43}$/;

/** What a session stands for. Who that official is now, the node says: offices end while sessions last. */
export interface Session {
  /** Id of the official. */
  readonly official: string;
  /** A code of the agreement's purposes. */
  readonly purpose: string | undefined;
}

interface Held extends Session {
  readonly since: number;
  /** The instant of the last use; only `session` of Sessions moves it. */
  used: number;
}

/**
 * The sessions of one window. A session id is opaque and random; what it stands for never leaves the process. Ids that
 * nobody is signed in with are handed out too, so that the form for signing in has something to bind its token to.
 */
export interface Sessions {
  /** A fresh id that stands for nobody. */
  readonly fresh: () => string;
  /** What the id stands for, and counts the use; undefined where there is none or its time is over. */
  readonly session: (id: string | undefined) => Session | undefined;
  /** Begins a session under a new id: the id from before, which another may have planted, is never taken over. */
  readonly begin: (session: Session) => string;
  /** Goes on as another session under a new id; its whole time runs on. Undefined where there was none. */
  readonly turn: (id: string | undefined, into: Session) => string | undefined;
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
  const hold = ({ official, purpose }: Session, since: number): string => {
    for (const [id, session] of held) {
      if (held.size >= SESSIONS || over(session)) held.delete(id);
    }
    const id = fresh();
    held.set(id, { official, purpose, since, used: now() });
    return id;
  };
  return {
    fresh,
    token,
    session: (id) => {
      const session = id === undefined ? undefined : held.get(id);
      if (id === undefined || session === undefined) return undefined;
      held.delete(id);
      if (over(session)) return undefined;
      session.used = now();
      // Put back at the end: the first in the map is always the one unused for longest.
      held.set(id, session);
      return session;
    },
    begin: (session) => hold(session, now()),
    turn: (id, into) => {
      const before = id === undefined ? undefined : held.get(id);
      if (id === undefined || before === undefined || over(before)) return undefined;
      held.delete(id);
      return hold(into, before.since);
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
 * Who looks, by their session: the one way in which a `Viewer` is made of who has signed in. Nobody, and an operator,
 * are the public; anybody else is of the one body in which they are signed in, for the purpose they named.
 */
export function sightOf(side: string, official: Official | undefined, purpose: string | undefined): Viewer {
  if (official === undefined || isOperator(official)) return 'public';
  return { side, bodies: [official.body], purpose, official: official.id };
}

/** The id in a cookie, where it has the form of one. */
export function sessionId(cookie: string | undefined): string | undefined {
  return cookie !== undefined && ID.test(cookie) ? cookie : undefined;
}

/** Whether one more try from `address` is allowed now: a bucket of tries an address, refilled with time. */
export function tries(now: () => number, most = SIGN_IN_TRIES, refill = SIGN_IN_REFILL): (address: string) => boolean {
  const buckets = new Map<string, { left: number; at: number }>();
  return (address) => {
    const bucket = buckets.get(address) ?? { left: most, at: now() };
    const left = Math.min(most, bucket.left + (now() - bucket.at) / refill);
    buckets.delete(address);
    buckets.set(address, { left: left >= 1 ? left - 1 : left, at: now() });
    const [oldest] = buckets.keys();
    if (buckets.size > ADDRESSES && oldest !== undefined) buckets.delete(oldest);
    return left >= 1;
  };
}
