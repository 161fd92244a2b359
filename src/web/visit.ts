// A visit: one request with what is known of it before its route is asked, and the house it comes to.
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { isOperator } from '../agreement/official.ts';
import type { AreaKind } from '../area.ts';
import type { Language, Speak } from '../kit/words.ts';
import type { Node, Official, ProgramCaller, SignedRequest } from '../node/node.ts';
import type { Ask, FormName, Route, SessionChange } from './ask.ts';
import type { Assets } from './assets.ts';
import { tagOf } from './etag.ts';
import type { StreamReader } from './events.ts';
import { type Form, NOTHING } from './gate.ts';
import { ROUND_LASTS } from './limits.ts';
import { noting } from './noting.ts';
import type { Rounds } from './rounds.ts';
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
  readonly mayTryAs: (account: string) => boolean;
  readonly rounds: Rounds;
  /** Whether a proxy of the operator's stands in front, and says where a request comes from. */
  readonly proxied: boolean;
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
  /** The program that signed this request, once that is checked. */
  caller: ProgramCaller | undefined;
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

/** A name that browsers take over TLS and from this very host alone (RFC 6265bis). */
export function hostPrefix(secure: boolean): string {
  return secure ? '__Host-' : '';
}

/** Two nodes of a demonstration share a host name, and cookies know no ports: so each side has a name of its own. */
export function cookieName(side: string, secure: boolean): string {
  return `${hostPrefix(secure)}servanda-${side}`;
}

export function visitOf(house: House, c: Context, route?: Route): Visit {
  const format = c.req.query('format');
  const [signed, said] = [c.req.header('dpop') !== undefined, c.req.header('accept')];
  // A program that signs its requests reads data, unless it asks for something else.
  const accept = signed && (said === undefined || said === '*/*') ? 'application/json' : said;
  const program = signed || isProgram(accept, format);
  const asked = route?.method === 'GET' && route.says.is === 'page' ? route : undefined;
  const chosen = getCookie(c, `${hostPrefix(house.secureCookies)}${LANGUAGE_COOKIE}`);
  const language = languageOf(chosen, c.req.header('accept-language'));
  return {
    c,
    speak: house.tongues[language],
    program,
    form: asked === undefined ? (program ? 'json' : 'page') : formAsked(accept, format, formsOf(asked)),
    url: new URL(c.req.url),
    session: sessionId(getCookie(c, cookieName(house.node.side, house.secureCookies))),
    caller: undefined,
  };
}

/** The address a request comes from; one word for all where there is no socket, as in a test. */
function addressOf(house: House, c: Context): string {
  // The last name in the list is the one that the operator's own proxy has added; the others anyone can write.
  const passed = house.proxied ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  if (passed !== undefined && passed !== '') return passed.slice(0, 64);
  const incoming = (c.env as { readonly incoming?: unknown } | undefined)?.incoming;
  return incoming === undefined ? 'no socket' : (getConnInfo(c).remote.address ?? 'unknown');
}

/** Who reads a stream of changes. */
export function readerOf(house: House, { c, session }: Visit): StreamReader {
  return { address: addressOf(house, c), session: house.sessions.session(session) === undefined ? undefined : session };
}

/** The cookie that says which browser has begun to sign in. */
export function roundCookie(side: string, secure: boolean): string {
  return `${cookieName(side, secure)}-round`;
}

/** Whoever asks, and for what purpose: by their session, or as a program by its key. */
function whoAsks(house: House, { session, caller }: Visit): {
  readonly signedIn: Official | undefined;
  readonly purpose: string | undefined;
} {
  if (caller !== undefined) return { signedIn: caller.official, purpose: caller.purpose };
  const held = house.sessions.session(session);
  // Whose office has ended since is signed in no more.
  const signedIn = house.node.officials.find(({ id }) => id === held?.official);
  return { signedIn, purpose: signedIn === undefined ? undefined : held?.purpose };
}

/** What a program has signed of this request: its method and the address as the program knows it, without query. */
export function proofOf(house: House, { c, url }: Visit): Omit<SignedRequest, 'token'> | undefined {
  const proof = c.req.header('dpop');
  if (proof === undefined) return undefined;
  const scheme = house.secureCookies ? 'https:' : url.protocol;
  return { proof, method: c.req.method, url: `${scheme}//${url.host}${url.pathname}` };
}

/** The program that a request names itself to be of, checked; undefined where it names none. */
export async function callerOf(house: House, visit: Visit): Promise<ProgramCaller | undefined> {
  const [, token] = /^DPoP ([A-Za-z0-9_-]{1,200})$/i.exec(visit.c.req.header('authorization') ?? '') ?? [];
  const proof = proofOf(house, visit);
  if (token === undefined || proof === undefined) return undefined;
  return await house.node.people.program({ token, ...proof });
}

/** The question of this visit, with the fields of its form where it sent one. */
export function askOf(house: House, visit: Visit, { typed, files }: Form): Ask {
  const { c, speak, url } = visit;
  const params = c.req.param() as Record<string, string>;
  const asked = Object.entries(c.req.query()).map(([name, value]) => [name, value.replaceAll(NOTHING, '')]);
  const query = Object.fromEntries(asked) as Record<string, string>;
  const { signedIn, purpose } = whoAsks(house, visit);
  const sight = sightOf(house.node.side, signedIn, purpose);
  const look = house.node.look(sight);
  const { node, marking } = noting(house.node, look);
  return {
    node,
    look,
    marking,
    speak,
    speakIn: (language) => house.tongues[language],
    viewer: signedIn === undefined || isOperator(signedIn) ? undefined : signedIn,
    signedIn,
    purpose,
    sight,
    origin: url.origin,
    address: `${url.pathname}${url.search}`,
    params,
    query,
    typed,
    files,
    token: () => {
      // A program proves each request by itself, and has no session that a token could be of.
      if (visit.caller !== undefined) return '';
      if (visit.session === undefined) {
        visit.session = house.sessions.fresh();
        const name = cookieName(house.node.side, house.secureCookies);
        setCookie(c, name, visit.session, cookieOptions(house.secureCookies));
      }
      return house.sessions.token(visit.session);
    },
    mayTry: (account) => {
      const mayFromHere = house.mayTry(addressOf(house, c));
      return mayFromHere && (account === undefined || house.mayTryAs(account.slice(0, 64)));
    },
    keepRound: (key, round) => {
      const name = roundCookie(house.node.side, house.secureCookies);
      const cookie = sessionId(getCookie(c, name)) ?? house.rounds.fresh();
      // Lax, for the provider sends the person back from elsewhere; it stands for nobody and shows nothing.
      const options = { ...cookieOptions(house.secureCookies), sameSite: 'Lax', maxAge: ROUND_LASTS / 1000 } as const;
      setCookie(c, name, cookie, options);
      house.rounds.keep(cookie, key, round, addressOf(house, c));
    },
    takeRound: (key) => {
      const name = roundCookie(house.node.side, house.secureCookies);
      return house.rounds.take(sessionId(getCookie(c, name)), key);
    },
    proof: proofOf(house, visit),
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
  const reader = ask.signedIn === undefined ? '' : JSON.stringify([ask.signedIn.id, ask.sight, visit.session ?? '']);
  const { language } = visit.speak;
  return tagOf(since, node.side, await node.position(), reader, language, ask.origin, ask.address, visit.form ?? '');
}

/** Ends the session of this visit and begins the next one, where there is one, under a new id. */
export function changeSession(house: House, visit: Visit, change: SessionChange): void {
  const name = cookieName(house.node.side, house.secureCookies);
  const options = cookieOptions(house.secureCookies);
  const { sessions } = house;
  const next = 'turn' in change ? sessions.turn(visit.session, change.turn) : undefined;
  sessions.end(visit.session);
  const id = 'begin' in change ? sessions.begin(change.begin) : next;
  if (id === undefined) {
    setCookie(visit.c, name, '', { ...options, maxAge: 0 });
    // Whoever uses this browser next finds nothing of who did before.
    visit.c.header('Clear-Site-Data', '"cache", "storage"');
  } else setCookie(visit.c, name, id, options);
}
