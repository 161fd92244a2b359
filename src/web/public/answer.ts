// From an answer to bytes and back to a response: a page or its twin, a file, a redirect, or what went wrong.
import type { Context } from 'hono';
import { utf8 } from '../../act/bytes.ts';
import { openLabel } from '../../agreement/label.ts';
import { markingLine } from '../../kit/marking.ts';
import type { Language, Speak } from '../../kit/words.ts';
import type { PublicRecord } from '../../node/public.ts';
import type { Desk, FormName } from '../ask.ts';
import type { Assets } from '../assets.ts';
import { alternatesOf, besideOf } from '../beside.ts';
import { forTheWire } from '../packed.ts';
import { linkHeader } from '../paging.ts';
import { printed } from '../printed.ts';
import { failureOf, PROBLEM_TYPE, problemDocument, problemOf } from '../problem.ts';
import { JSON_TYPE, marked, offeredAs, twinOf } from '../twin.ts';
import type { Beside, PublicAnswer, PublicPage } from './ask.ts';
import type { Kept } from './cache.ts';
import { problemShown } from './pages/problem.tsx';
import { publicShell } from './shell.tsx';

export interface PublicWindowOptions {
  /** Where people reach it; its host is answered beside this machine's own names. */
  readonly url: string | undefined;
  /** Whether a proxy in front says who asks. */
  readonly proxied: boolean;
  readonly licence: string | undefined;
  readonly say: (line: string) => void;
  /** The clock of the rate and of what is kept, in milliseconds. */
  readonly now: () => number;
}

/** What the window shares between questions. */
export interface House {
  readonly record: PublicRecord;
  readonly assets: Assets;
  readonly options: PublicWindowOptions;
  readonly kinds: Desk['kinds'];
  readonly tongues: Readonly<Record<Language, Speak>>;
  readonly secret: Uint8Array;
  readonly mayAsk: (address: string) => boolean;
  readonly mayCost: (address: string) => boolean;
  readonly mayOffer: (address: string) => boolean;
}

/** A question taken apart: the language it is in, the form that is asked for, the address without the language. */
export interface Visit {
  readonly c: Context;
  readonly speak: Speak;
  readonly prefixed: boolean;
  /** Undefined where the address gives none of the forms named. */
  readonly form: FormName | 'page' | undefined;
  /** Whether a program asks: what goes wrong is then told as data. */
  readonly program: boolean;
  readonly url: URL;
  readonly address: string;
}

/** A minute without asking again, and for a day what is on hand where this window cannot be reached. */
const FOR_A_MINUTE = 'public, max-age=60, stale-if-error=86400';
const HTML = { 'Content-Type': 'text/html; charset=utf-8' } as const;
/** Data may be read by the pages of others: nothing here depends on who asks. */
const ANYWHERE = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' } as const;

const kept = (status: number, body: Uint8Array, named: Readonly<Record<string, string>>): Kept => ({
  status,
  headers: Object.entries(named),
  body: new Uint8Array(body),
  packs: new Map(),
});

/** The headers of data: whose pages may read it, and where the list goes on. */
function besideHeaders({ prefixed, speak }: Visit, { next, previous }: Beside): Readonly<Record<string, string>> {
  const spoken = (address: string | null | undefined): string | null =>
    address === null || address === undefined ? null : prefixed ? `/${speak.language}${address}` : address;
  const link = linkHeader(spoken(next), spoken(previous));
  return link === undefined ? ANYWHERE : { ...ANYWHERE, Link: link };
}

async function pageOf(house: House, visit: Visit, answer: PublicPage, origin: string): Promise<Kept> {
  const { speak, address, prefixed, url, form } = visit;
  const look = house.record.look();
  const desk = { look, kinds: house.kinds, viewer: undefined };
  const data = besideHeaders(visit, answer.also);
  const beside = await besideOf(form, answer, { url, speak, desk, marking: lineFor(house)(speak.language) });
  if (beside !== undefined) {
    const offered = beside.name === undefined ? {} : { 'Content-Disposition': offeredAs(beside.name) };
    return kept(200, utf8(beside.text), { 'Content-Type': beside.type, ...offered, ...data });
  }
  if (form !== 'page') {
    return kept(answer.status, utf8(twinOf(marked(answer.data, openLabel(house.record.agreement)))), {
      'Content-Type': JSON_TYPE,
      ...data,
    });
  }
  const frame = {
    speak,
    look,
    address,
    page: answer.under,
    alternates: alternatesOf(url, answer),
    marking: lineFor(house)(speak.language),
    origin,
    script: answer.script,
    asset: house.assets.href,
  };
  const text = publicShell(frame, answer.draw(speak, desk), prefixed);
  return kept(answer.status, utf8(text), { ...HTML, 'Content-Language': speak.language });
}

/** How what is public may be handled, in the language of a document. */
export const lineFor =
  ({ record, tongues }: Pick<House, 'record' | 'tongues'>) =>
  (language: Language): string =>
    markingLine(openLabel(record.agreement), tongues[language], record.agreement);

export async function keptOf(house: House, visit: Visit, answer: PublicAnswer, origin: string): Promise<Kept> {
  if (answer.is === 'sheet') {
    const made = await printed(answer, house.assets.fonts, lineFor(house));
    if (made.is !== 'file') throw new Error('public: a sheet made no file');
    return await keptOf(house, visit, made, origin);
  }
  switch (answer.is) {
    case 'page':
      return await pageOf(house, visit, answer, origin);
    case 'data': {
      const named = { 'Content-Type': JSON_TYPE, ...besideHeaders(visit, answer) };
      return kept(200, utf8(twinOf(answer.data)), named);
    }
    case 'elsewhere': {
      const to = visit.prefixed ? `/${visit.speak.language}${answer.to}` : answer.to;
      return kept(303, new Uint8Array(), { Location: to });
    }
    case 'file': {
      const offered = answer.name === undefined ? {} : { 'Content-Disposition': offeredAs(answer.name) };
      return kept(200, answer.bytes, { 'Content-Type': answer.type, ...offered, ...besideHeaders(visit, answer) });
    }
  }
}

/** An answer for whoever asked; what is kept, with its tag, and packed once for all who take it so. */
export async function respond(c: Context, answer: Kept, isKept: boolean): Promise<Response> {
  const { status, headers: named, body, packs } = answer;
  for (const [name, value] of named) c.header(name, value);
  if (!isKept || status !== 200) return c.body(body, status as 200);
  c.header('Cache-Control', FOR_A_MINUTE);
  return await forTheWire(c.req.raw, c.body(body, 200), packs);
}

export async function respondProblem(house: House, visit: Visit, error: unknown): Promise<Response> {
  const problem = problemOf(error);
  const { c, speak } = visit;
  const failed = `public ${c.req.method} ${visit.url.pathname} failed`;
  if (problem.status === 500) house.options.say(`${failed}: ${failureOf(error)}`);
  if (problem.status === 429 || problem.status === 503) c.header('Retry-After', '60');
  if (visit.program) {
    c.header('Content-Type', PROBLEM_TYPE);
    return c.body(twinOf(problemDocument(problem, speak)), problem.status);
  }
  // Under a name that is not this window's, or to who asks too often, no page is drawn.
  if (problem.status === 421 || problem.status === 429) {
    return c.text(speak.say(`problem.title-${problem.status}`), problem.status);
  }
  const origin = house.options.url ?? visit.url.origin;
  return await respond(c, await pageOf(house, { ...visit, form: 'page' }, problemShown(problem), origin), false);
}
