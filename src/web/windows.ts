// The windows without their server: gate, routes, answers, so that they can be asked without a socket.
import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { Refusal, refuse } from '../act/refusal.ts';
import type { LargeFile } from '../act/file.ts';
import type { Typed } from '../area.ts';
import { markingLine } from '../kit/marking.ts';
import type { Language } from '../kit/words.ts';
import type { Node } from '../node/node.ts';
import type { Answer, Ask, Route } from './ask.ts';
import { type Assets, replyAsset } from './assets.ts';
import { etagHeader, isHeld } from './etag.ts';
import { events } from './events.ts';
import {
  headers, localAddress, NO_FORM, NOTHING, readForm, requireHost, requireSameSite, type TakeFile,
} from './gate.ts';
import { ACCOUNT_REFILL, ACCOUNT_TRIES, ADDRESS_LENGTH } from './limits.ts';
import { printed } from './printed.ts';
import { forTheWire } from './packed.ts';
import { nothingAt, TurnedAway } from './problem.ts';
import { reply, replyProblem, replyStream } from './reply.ts';
import { routesOf } from './routes.ts';
import { rounds } from './rounds.ts';
import { sessions, tries } from './session.ts';
import { asLanguage, LANGUAGE_COOKIE, LANGUAGE_KEPT, speakers } from './tongue.ts';
import {
  askOf, callerOf, cookieOptions, hostPrefix, type House, isDecided, readerOf, recordTag, type Visit, visitOf,
} from './visit.ts';

export interface WindowOptions {
  readonly hosts: readonly string[];
  readonly secureCookies: boolean;
  /** True where a proxy of the operator's stands in front and says where requests come from. */
  readonly proxied?: boolean;
  readonly say: (line: string) => void;
  /** The clock by which sessions end, in milliseconds. */
  readonly now: () => number;
}

/** Bytes of chance by which answers of one run of the windows are told from those of another. */
const ORIGIN_SIZE = 12;

export interface Windows {
  readonly fetch: (request: Request, env?: unknown) => Promise<Response>;
  /** Ends all streams. */
  readonly close: () => void;
  /** How many streams of changes are open. */
  readonly streams: () => number;
}

/** Refuses a question of somebody whom the route is not for. */
function requireAsker({ who, path }: Route, { viewer, signedIn }: Ask): void {
  if (who === 'anyone') return;
  if (signedIn === undefined) throw refuse('session-missing', `Asking for ${path}.`);
  const isFor = {
    'signed-in': true,
    official: viewer !== undefined,
    warden: signedIn.roles.some((role) => role === 'auditor' || role === 'operator'),
  };
  if (!isFor[who]) throw refuse('role-missing', `${signedIn.id} asks for ${path}.`);
}

/**
 * Sets by what the answer is known again, and tells whether the reader has it. What the record alone decides is known
 * without being made; of everything else the tag is that of its bytes. What is kept for one reader is never another's.
 */
async function knows(house: House, visit: Visit, ask: Ask, route: Route): Promise<boolean> {
  const { c } = visit;
  if (route.method !== 'GET') return false;
  const forAnyone = ask.viewer === undefined && visit.session === undefined;
  if (forAnyone && (route.says.is === 'page' || isDecided(route, visit))) {
    c.header('Cache-Control', 'private, no-cache');
  }
  if (!isDecided(route, visit)) return false;
  const tag = await recordTag(house, visit, ask);
  c.header('ETag', etagHeader(tag));
  return isHeld(c.req.header('if-none-match'), tag);
}

/** An answer with what its route says of pages. */
function said({ says }: Route, answer: Answer): Answer {
  return answer.is === 'page' && says.is === 'page' ? { ...answer, says } : answer;
}

/** The answer, with what its route says of it and the label of all that was shown for it. */
async function answered(house: House, visit: Visit, ask: Ask, route: Route, answer: Answer): Promise<Response> {
  const marking = await ask.marking();
  const line = (language: Language): string => markingLine(marking, house.tongues[language], house.node.agreement);
  const made = await printed(said(route, answer), house.assets.fonts, line);
  return await reply(house, visit, ask, made, marking);
}

/** Refuses a form that no page of this session sent. A key signs each request of its own. */
function requireToken(house: House, visit: Visit, route: Route, typed: Typed): void {
  const isByKey = visit.caller !== undefined || route.by === 'key';
  if (route.method !== 'POST' || isByKey || house.sessions.matches(visit.session, typed['csrf']?.[0])) return;
  throw refuse('form-expired', 'The form carries no token of this session.');
}

/** Takes in a file while the form is still coming: who sends it is asked first, so the token stands before it. */
function takerOf(house: House, visit: Visit, route: Route, taken: LargeFile[]): TakeFile | undefined {
  if (route.takes !== 'file') return undefined;
  return async (typed, sent) => {
    const ask = askOf(house, visit, { typed, files: {} });
    requireAsker(route, ask);
    requireToken(house, visit, route, typed);
    if (ask.viewer === undefined) throw refuse('role-missing', `Sending a file to ${route.path}.`);
    const file = await house.node.files.take(ask.viewer, sent);
    taken.push(file);
    return file;
  };
}

/** What was taken in stays where a draft carries it, and nowhere else. */
async function dropFiles({ node }: House, taken: readonly LargeFile[]): Promise<void> {
  for (const file of taken) await node.files.drop(file);
}

/** The question of one route: read the form, see who asks, check the token, answer. */
async function visitRoute(house: House, c: Context, route: Route): Promise<Response> {
  const visit = visitOf(house, c, route);
  if (visit.form === undefined) {
    throw new TurnedAway(406, `There is no such form of ${visit.url.pathname}.`);
  }
  if (Object.values(c.req.param()).some((value: string) => value.includes(NOTHING))) throw nothingAt(c.req.url);
  visit.caller = await callerOf(house, visit);
  // Offices end while sessions last: whoever has a session is looked up anew.
  if (house.sessions.session(visit.session) !== undefined) await house.node.people.refresh();
  // A key signs each request of its own: nobody else's page can make one.
  const isByKey = visit.caller !== undefined || route.by === 'key';
  let form = NO_FORM;
  const taken: LargeFile[] = [];
  if (route.method === 'POST') {
    if (!isByKey) requireSameSite(c.req.header('sec-fetch-site'), c.req.header('origin'), c.req.header('host'));
    form = await readForm(c.req.raw, undefined, takerOf(house, visit, route, taken)).catch(async (cause: unknown) => {
      await dropFiles(house, taken);
      throw cause;
    });
  }
  const ask = askOf(house, visit, form);
  try {
    requireAsker(route, ask);
    requireToken(house, visit, route, form.typed);
    if (await knows(house, visit, ask, route)) return c.body(null, 304);
    return await answered(house, visit, ask, route, await route.answer(ask));
  } catch (error) {
    // Only a form that this site's own page has sent gets here, so only its own words are shown again.
    if (!(error instanceof Refusal) || route.again === undefined || visit.program) throw error;
    return await answered(house, visit, ask, route, await route.again(ask, error));
  } finally {
    await dropFiles(house, taken);
  }
}

/** Keeps the language chosen by `?lang=` in a cookie, and goes to the same address without it. */
function chooseLanguage(house: House, c: Context): Response | undefined {
  const chosen = asLanguage(c.req.query('lang'));
  if (chosen === undefined || c.req.method !== 'GET') return undefined;
  const url = new URL(c.req.url);
  url.searchParams.delete('lang');
  const options = { ...cookieOptions(house.secureCookies), sameSite: 'Lax', maxAge: LANGUAGE_KEPT } as const;
  setCookie(c, `${hostPrefix(house.secureCookies)}${LANGUAGE_COOKIE}`, chosen, options);
  return c.redirect(localAddress(`${url.pathname}${url.search}`), 303);
}

function addRoutes(app: Hono, house: House): void {
  const routes = routesOf(house.node);
  for (const route of routes) app.on(route.method, route.path, (c) => visitRoute(house, c, route));
  for (const path of new Set(routes.map((route) => route.path))) {
    const methods = routes.filter((route) => route.path === path).map((route) => route.method);
    const allowed = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
    app.all(path, (c) => {
      c.header('Allow', allowed);
      if (c.req.method === 'OPTIONS') return c.body(null, 204);
      throw new TurnedAway(405, `${c.req.method} was asked of ${new URL(c.req.url).pathname}.`);
    });
  }
}

/** Makes the windows of `node`. Nothing listens yet; streams hear the node's changes until `close`. */
export function makeWindows(node: Node, assets: Assets, options: WindowOptions): Windows {
  const house: House = {
    node,
    assets,
    kinds: new Map(node.areas.flatMap((area) => area.kinds).map((kind) => [kind.kind.id, kind])),
    tongues: speakers(node.areas),
    sessions: sessions(options.now),
    mayTry: tries(options.now),
    mayTryAs: tries(options.now, ACCOUNT_TRIES, ACCOUNT_REFILL),
    rounds: rounds(options.now),
    proxied: options.proxied ?? false,
    secureCookies: options.secureCookies,
    since: randomBytes(ORIGIN_SIZE).toString('base64url'),
    say: options.say,
  };
  const stream = events(node.subscribe);
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    const answer = await forTheWire(c.req.raw, c.res);
    // Put over the one before, it would take that one's headers back.
    c.res = undefined;
    c.res = answer;
  });
  app.use(async (c, next) => {
    for (const [name, value] of Object.entries(headers(options.secureCookies))) c.header(name, value);
    c.header('Vary', 'Accept, Accept-Language, Cookie');
    requireHost(c.req.header('host'), options.hosts);
    if (c.req.url.length > ADDRESS_LENGTH) throw new TurnedAway(414, 'The address is too long.');
    const elsewhere = chooseLanguage(house, c);
    if (elsewhere !== undefined) return elsewhere;
    await next();
    return undefined;
  });
  app.get('/assets/:name{.+}', (c) => {
    const asset = assets.get(c.req.param('name'));
    if (asset === undefined) throw nothingAt(c.req.url);
    return replyAsset(c, asset);
  });
  app.get('/events', (c) => replyStream(c, stream.open, readerOf(house, visitOf(house, c))));
  addRoutes(app, house);
  app.notFound((c) => replyProblem(house, visitOf(house, c), nothingAt(c.req.url)));
  app.onError((error, c) => replyProblem(house, visitOf(house, c), error));
  return {
    fetch: async (request, env) => app.fetch(request, env as object),
    close: stream.close,
    streams: stream.count,
  };
}
