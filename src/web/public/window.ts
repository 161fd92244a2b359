// The public window without its server: who asks how often, in which language, and what was answered before.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { refuse } from '../../act/refusal.ts';
import { openLabel } from '../../agreement/label.ts';
import type { Typed } from '../../area.ts';
import { MARKING_HEADER, markingCodes } from '../../kit/marking.ts';
import { LANGUAGES } from '../../kit/words.ts';
import type { PublicRecord } from '../../node/public.ts';
import { type Assets, replyAsset } from '../assets.ts';
import { headers, readForm, requireHost, requireSameSite } from '../gate.ts';
import { nothingAt, TurnedAway } from '../problem.ts';
import { asLanguage, languageOf, speakers } from '../tongue.ts';
import { formAsked, formsOf, isProgram } from '../twin.ts';
import {
  type House, keptOf, lineFor, type PublicWindowOptions, respond, respondProblem, type Visit,
} from './answer.ts';
import type { PublicAsk, PublicRoute } from './ask.ts';
import { type Cache, type Kept, keptAnswers } from './cache.ts';
import * as limits from './limits.ts';
import { buckets, countedAs } from './rate.ts';
import { publicRoutes } from './routes.ts';
import { PUBLIC_TABLES } from './words.ts';

export interface PublicWindow {
  readonly fetch: (request: Request, env?: unknown) => Promise<Response>;
  readonly routes: readonly PublicRoute[];
  readonly held: () => { readonly answers: number; readonly bytes: number };
  readonly close: () => void;
}

/** Keeps what was asked, with the language that stood in front, between the door and the route. */
const SPOKEN = 'x-servanda-language';

/** The address a question comes from; one word for all where there is no socket, as in a test. */
function addressOf(c: Context, proxied: boolean): string {
  const forwarded = proxied ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  if (forwarded !== undefined && forwarded !== '') return countedAs(forwarded.slice(0, 64));
  const incoming = (c.env as { readonly incoming?: unknown } | undefined)?.incoming;
  return incoming === undefined ? 'no socket' : countedAs(getConnInfo(c).remote.address ?? 'unknown');
}

/** A time and its seal: a form that carries one was given out by this process, then. */
function stampOf(secret: Uint8Array, at: number): string {
  return `${at}.${createHmac('sha256', secret).update(String(at)).digest('base64url')}`;
}

function isGoodStamp(secret: Uint8Array, text: string | undefined, now: number): boolean {
  const [time] = (text ?? '').split('.', 1);
  const at = Number(time);
  const wanted = Buffer.from(stampOf(secret, at));
  const given = Buffer.from(text ?? '');
  if (wanted.length !== given.length || !timingSafeEqual(wanted, given)) return false;
  return now - at >= limits.FORM_AT_LEAST && now - at <= limits.FORM_GOOD_FOR;
}

function visitOf(house: House, c: Context, route?: PublicRoute): Visit {
  const url = new URL(c.req.url);
  const [accept, format] = [c.req.header('accept'), c.req.query('format')];
  const program = isProgram(accept, format);
  const asked = route?.method === 'GET' && route.says.is === 'page' ? route : undefined;
  const spoken = asLanguage(c.req.header(SPOKEN));
  const language = spoken ?? languageOf(c.req.query('lang'), c.req.header('accept-language'));
  url.searchParams.delete('lang');
  return {
    c,
    speak: house.tongues[language],
    prefixed: spoken !== undefined,
    form: asked === undefined ? (program ? 'json' : 'page') : formAsked(accept, format, formsOf(asked)),
    program,
    url,
    address: `${url.pathname}${url.search}`,
  };
}

function askOf(house: House, visit: Visit, typed: Typed): PublicAsk {
  const { record, options, kinds, tongues, secret, mayOffer } = house;
  const { c, speak, url, address } = visit;
  const look = record.look();
  return {
    record,
    look,
    desk: { look, kinds, viewer: undefined },
    speak,
    speakIn: (language) => tongues[language],
    markingIn: lineFor(house),
    origin: options.url ?? url.origin,
    address,
    licence: options.licence,
    params: c.req.param() as Record<string, string>,
    query: Object.fromEntries(url.searchParams),
    typed,
    stamp: () => stampOf(secret, options.now()),
    isStamp: (text) => isGoodStamp(secret, text, options.now()),
    mayOffer: () => mayOffer(addressOf(c, options.proxied)),
    freshId: () => randomBytes(12).toString('hex'),
  };
}

async function visitRoute(house: House, cache: Cache, c: Context, route: PublicRoute): Promise<Response> {
  const visit = visitOf(house, c, route);
  if (visit.form === undefined) throw new TurnedAway(406, `There is no such form of ${visit.url.pathname}.`);
  const { options } = house;
  const origin = options.url ?? visit.url.origin;
  const answered = async (typed: Typed): Promise<Kept> => {
    const answer = await route.answer(askOf(house, visit, typed));
    const said = answer.is === 'page' && route.says.is === 'page' ? { ...answer, says: route.says } : answer;
    return await keptOf(house, visit, said, origin);
  };
  if (route.method === 'POST') {
    requireSameSite(c.req.header('sec-fetch-site'), c.req.header('origin'), c.req.header('host'));
    const { typed, files } = await readForm(c.req.raw, { form: limits.OFFER_BYTES, upload: limits.OFFER_BYTES });
    if (Object.keys(files).length > 0) throw refuse('input-malformed', 'This form takes no files.');
    return await respond(c, await answered(typed), false);
  }
  const make = async (): Promise<Kept> => {
    if (route.costly === true && !house.mayCost(addressOf(c, options.proxied))) {
      throw new TurnedAway(429, 'Too many reports were asked for.');
    }
    return await answered({});
  };
  if (route.fresh === true) return await respond(c, await make(), false);
  const key = [visit.speak.language, visit.prefixed, visit.form, origin, visit.address].join(' ');
  return await respond(c, await cache.answer(key, make), true);
}

/** Takes the language off the front of an address, and carries it beside; nobody else may say it there. */
function unprefixed(request: Request): Request {
  const url = new URL(request.url);
  const [, first = '', rest = ''] = /^\/([a-z]{2})(\/.*)?$/.exec(url.pathname) ?? [];
  const named = new Headers(request.headers);
  named.delete(SPOKEN);
  const language = LANGUAGES.find((one) => one === first);
  if (language !== undefined) {
    named.set(SPOKEN, language);
    url.pathname = rest === '' ? '/' : rest;
  }
  const { method } = request;
  const body = method === 'GET' || method === 'HEAD' ? {} : { body: request.body, duplex: 'half' };
  return new Request(url, { method, headers: named, ...body } as RequestInit);
}

function addRoutes(app: Hono, house: House, cache: Cache, routes: readonly PublicRoute[]): void {
  for (const route of routes) app.on(route.method, route.path, (c) => visitRoute(house, cache, c, route));
  for (const path of new Set(routes.map((route) => route.path))) {
    const allowed = routes.filter((route) => route.path === path).map((route) => route.method);
    app.all(path, (c) => {
      c.header('Allow', [...allowed, ...(allowed.includes('GET') ? ['HEAD'] : [])].join(', '));
      throw new TurnedAway(405, `${c.req.method} was asked of ${new URL(c.req.url).pathname}.`);
    });
  }
}

/** Makes the public window of `record`. Nothing listens yet; it hears what becomes public until `close`. */
export function makePublicWindow(record: PublicRecord, assets: Assets, options: PublicWindowOptions): PublicWindow {
  const { now, url } = options;
  const { ADDRESSES: addresses } = limits;
  const house: House = {
    record,
    assets,
    options,
    kinds: new Map(record.areas.flatMap((area) => area.kinds).map((kind) => [kind.kind.id, kind])),
    tongues: speakers(record.areas, PUBLIC_TABLES),
    secret: randomBytes(32),
    mayAsk: buckets({ most: limits.QUESTIONS, refill: limits.QUESTION_REFILL, addresses }, now),
    mayCost: buckets({ most: limits.COSTLY, refill: limits.COSTLY_REFILL, addresses }, now),
    mayOffer: buckets({ most: limits.OFFERS, refill: limits.OFFER_REFILL, addresses }, now),
  };
  const cache = keptAnswers(now);
  const routes = publicRoutes(record);
  const hosts = url === undefined ? [] : [new URL(url).host, new URL(url).hostname];
  const app = new Hono();
  const always = {
    ...headers(url?.startsWith('https:') ?? false),
    'Vary': 'Accept, Accept-Language',
    // Nothing stands here that is not for everyone.
    [MARKING_HEADER]: markingCodes(openLabel(record.agreement)),
  };
  app.use(async (c, next) => {
    for (const [name, value] of Object.entries(always)) c.header(name, value);
    requireHost(c.req.header('host'), hosts);
    if (c.req.url.length > limits.ADDRESS_LENGTH) throw new TurnedAway(414, 'The address is too long.');
    if (!c.req.path.startsWith('/assets/') && !house.mayAsk(addressOf(c, options.proxied))) {
      throw new TurnedAway(429, 'Too many questions came from this address.');
    }
    await next();
  });
  app.get('/assets/:name{.+}', (c) => {
    const asset = assets.get(c.req.param('name'));
    if (asset === undefined) throw nothingAt(c.req.url);
    return replyAsset(c, asset);
  });
  addRoutes(app, house, cache, routes);
  app.notFound((c) => respondProblem(house, visitOf(house, c), nothingAt(c.req.url)));
  app.onError((error, c) => respondProblem(house, visitOf(house, c), error));
  const close = record.subscribe(cache.clear);
  return {
    fetch: async (request, env) => await app.fetch(unprefixed(request), env as object),
    routes,
    held: cache.held,
    close,
  };
}
