// A visit: one request with what is known of it before its route is asked, and the house it comes to.
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { AreaKind } from '../area.ts';
import type { Language, Speak } from '../kit/words.ts';
import type { Node } from '../node/node.ts';
import type { Ask, FormName, Route, SessionChange } from './ask.ts';
import type { Assets } from './assets.ts';
import { tagOf } from './etag.ts';
import type { StreamReader } from './events.ts';
import { type Form, NOTHING } from './gate.ts';
import { sessionId, type Sessions, sightOf } from './session.ts';
import { LANGUAGE_COOKIE, languageOf } from './tongue.ts';
import { formAsked, formsOf, isProgram } from './twin.ts';

/** What the windows of one node share between requests. */
export interface House {
  readonly node: Node;
  readonly assets: Assets;
  readonly kinds: ReadonlyMap<string, AreaKind>;
  readonly tongues: Readonly<Record<Language, Speak>>;
  readonly sessions: Sessions;
  readonly mayTry: (address: string) => boolean;
  readonly secureCookies: boolean;
  /** What no other run of the windows has: another run may say the same record in other words. */
  readonly since: string;
  readonly say: (line: string) => void;
}

export interface Visit {
  readonly c: Context;
  readonly speak: Speak;
  /** Whether a program asks: what goes wrong is then told as data. */
  readonly program: boolean;
  /** The form asked for; undefined where the route gives none of those named. */
  readonly form: FormName | 'page' | undefined;
  readonly url: URL;
  /** The session id of the reader's cookie, or one made for this answer, which then sets it. */
  session: string | undefined;
}

/** What every cookie of a session is: unseen by scripts, never sent from another site. */
export function cookieOptions(secure: boolean): {
  readonly httpOnly: true;
  readonly sameSite: 'Strict';
  readonly path: '/';
  readonly secure: boolean;
} {
  return { httpOnly: true, sameSite: 'Strict', path: '/', secure };
}

/** Two nodes of a demonstration share a host name, and cookies know no ports: so each side has a name of its own. */
export function cookieName(side: string): string {
  return `servanda-${side}`;
}

export function visitOf(house: House, c: Context, route?: Route): Visit {
  const [accept, format] = [c.req.header('accept'), c.req.query('format')];
  const program = isProgram(accept, format);
  const asked = route?.method === 'GET' && route.says.is === 'page' ? route : undefined;
  const language = languageOf(getCookie(c, LANGUAGE_COOKIE), c.req.header('accept-language'));
  return {
    c,
    speak: house.tongues[language],
    program,
    form: asked === undefined ? (program ? 'json' : 'page') : formAsked(accept, format, formsOf(asked)),
    url: new URL(c.req.url),
    session: sessionId(getCookie(c, cookieName(house.node.side))),
  };
}

/** The address a request comes from; one word for all where there is no socket, as in a test. */
function addressOf(c: Context): string {
  const incoming = (c.env as { readonly incoming?: unknown } | undefined)?.incoming;
  return incoming === undefined ? 'no socket' : (getConnInfo(c).remote.address ?? 'unknown');
}

/** Who reads a stream of changes. */
export function readerOf(house: House, { c, session }: Visit): StreamReader {
  return { address: addressOf(c), session: house.sessions.official(session) === undefined ? undefined : session };
}

/** The question of this visit, with the fields of its form where it sent one. */
export function askOf(house: House, visit: Visit, { typed, files }: Form): Ask {
  const { c, speak, url } = visit;
  const params = c.req.param() as Record<string, string>;
  const asked = Object.entries(c.req.query()).map(([name, value]) => [name, value.replaceAll(NOTHING, '')]);
  const query = Object.fromEntries(asked) as Record<string, string>;
  const viewer = house.sessions.official(visit.session);
  const sight = sightOf(house.node.side, viewer, undefined);
  return {
    node: house.node,
    look: house.node.look(sight),
    speak,
    speakIn: (language) => house.tongues[language],
    viewer,
    sight,
    origin: url.origin,
    address: `${url.pathname}${url.search}`,
    params,
    query,
    typed,
    files,
    token: () => {
      if (visit.session === undefined) {
        visit.session = house.sessions.fresh();
        setCookie(c, cookieName(house.node.side), visit.session, cookieOptions(house.secureCookies));
      }
      return house.sessions.token(visit.session);
    },
    mayTry: () => house.mayTry(addressOf(c)),
  };
}

/** Whether the record alone decides the answer. A page never is: it says the hour, and to whom it speaks. */
export function isDecided({ says }: Route, { form }: Visit): boolean {
  if (form === 'atom') return true;
  return says.recorded === true && (says.is === 'file' || form !== 'page');
}

/** By what such an answer is known again: where the record is, who asks what, in which form and language. */
export async function recordTag(house: House, visit: Visit, ask: Ask): Promise<string> {
  const { node, since } = house;
  const reader = ask.viewer === undefined ? '' : `${ask.viewer.id} ${visit.session ?? ''}`;
  const { language } = visit.speak;
  return tagOf(since, node.side, await node.position(), reader, language, ask.origin, ask.address, visit.form ?? '');
}

/** Ends the session of this visit and begins the next one, where there is one, under a new id. */
export function changeSession(house: House, visit: Visit, change: SessionChange): void {
  const name = cookieName(house.node.side);
  const options = cookieOptions(house.secureCookies);
  house.sessions.end(visit.session);
  if ('begin' in change) setCookie(visit.c, name, house.sessions.begin(change.begin), options);
  else setCookie(visit.c, name, '', { ...options, maxAge: 0 });
}
