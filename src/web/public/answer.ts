// From an answer to bytes and back to a response: a page or its twin, a file, a redirect, or what went wrong.
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Context } from 'hono';
import { utf8 } from '../../act/bytes.ts';
import { openLabel } from '../../agreement/label.ts';
import { markingLine } from '../../kit/marking.ts';
import type { Language, Speak } from '../../kit/words.ts';
import type { PublicRecord } from '../../node/public.ts';
import type { Desk } from '../ask.ts';
import type { Assets } from '../assets.ts';
import { printed } from '../printed.ts';
import { failureOf, problemDocument, problemOf } from '../problem.ts';
import { marked, twinOf } from '../twin.ts';
import type { PublicAnswer, PublicPage } from './ask.ts';
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

/** A question taken apart: the language it is in, and the address without it. */
export interface Visit {
  readonly c: Context;
  readonly speak: Speak;
  readonly prefixed: boolean;
  readonly json: boolean;
  readonly url: URL;
  readonly address: string;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';
/** What may stand in a file name that is offered; anything else becomes a line. */
const NOT_IN_NAME = /[^A-Za-z0-9._-]/g;
/** A minute without asking again, and for a day what is on hand where this window cannot be reached. */
const FOR_A_MINUTE = 'public, max-age=60, stale-if-error=86400';
const HTML = { 'Content-Type': 'text/html; charset=utf-8' } as const;
/** Data may be read by the pages of others: nothing here depends on who asks. */
const ANYWHERE = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' } as const;

const kept = (status: number, body: Uint8Array, named: Readonly<Record<string, string>>): Kept => ({
  status,
  headers: Object.entries(named),
  body: new Uint8Array(body),
});

function pageOf(house: House, visit: Visit, answer: PublicPage, origin: string): Kept {
  const { speak, address, prefixed, url } = visit;
  if (visit.json) {
    const data = marked(answer.data, openLabel(house.record.agreement));
    return kept(answer.status, utf8(twinOf(data)), { 'Content-Type': JSON_TYPE, ...ANYWHERE });
  }
  const look = house.record.look();
  const twin = new URL(url);
  twin.searchParams.set('format', 'json');
  const frame = {
    speak,
    look,
    address,
    page: answer.under,
    json: `${twin.pathname}${twin.search}`,
    origin,
    script: answer.script,
    asset: house.assets.href,
    marking: lineFor(house)(speak.language),
  };
  const drawn = answer.draw(speak, { look, kinds: house.kinds, viewer: undefined });
  const text = publicShell(frame, drawn, prefixed);
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
      return pageOf(house, visit, answer, origin);
    case 'elsewhere': {
      const to = visit.prefixed ? `/${visit.speak.language}${answer.to}` : answer.to;
      return kept(303, new Uint8Array(), { Location: to });
    }
    case 'file': {
      const name = answer.name?.replace(NOT_IN_NAME, '-');
      const offered = name === undefined ? {} : { 'Content-Disposition': `attachment; filename="${name}"` };
      return kept(200, answer.bytes, { 'Content-Type': answer.type, ...offered, ...ANYWHERE });
    }
  }
}

/** What is smaller gains nothing; what is compressed already is of another kind. Bytes. */
const WORTH_ZIPPING = 1400;
const ZIPPED = /^(text\/|application\/(json|ld\+json|atom\+xml|akn\+xml|xml))/;

/** The body as this reader takes it. Nothing in an answer is secret, so its length after compression tells nothing. */
function bodyFor(c: Context, answer: Kept): Uint8Array<ArrayBuffer> {
  const type = answer.headers.find(([name]) => name === 'Content-Type')?.[1] ?? '';
  const takes = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
  if (!takes || answer.body.length < WORTH_ZIPPING || !ZIPPED.test(type)) return answer.body;
  c.header('Content-Encoding', 'gzip');
  return (answer.zipped ??= new Uint8Array(gzipSync(answer.body)));
}

/** An answer with its tag, or only the word that the reader has it already. */
export function respond(c: Context, answer: Kept, isKept: boolean): Response {
  const { status, headers: named, body } = answer;
  for (const [name, value] of named) c.header(name, value);
  if (!isKept || status !== 200) return c.body(body, status as 200);
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  // Weak: the same said in other bytes, where it is compressed.
  c.header('ETag', `W/${tag}`);
  c.header('Cache-Control', FOR_A_MINUTE);
  const known = (c.req.header('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return known.includes(tag) ? c.body(null, 304) : c.body(bodyFor(c, answer), 200);
}

export function respondProblem(house: House, visit: Visit, error: unknown): Response {
  const problem = problemOf(error);
  const { c, speak } = visit;
  const failed = `public ${c.req.method} ${visit.url.pathname} failed`;
  if (problem.status === 500) house.options.say(`${failed}: ${failureOf(error)}`);
  if (problem.status === 429 || problem.status === 503) c.header('Retry-After', '60');
  if (visit.json) {
    c.header('Content-Type', PROBLEM_TYPE);
    return c.body(twinOf(problemDocument(problem, speak)), problem.status);
  }
  // Under a name that is not this window's, or to who asks too often, no page is drawn.
  if (problem.status === 421 || problem.status === 429) {
    return c.text(speak.say(`problem.title-${problem.status}`), problem.status);
  }
  const page = pageOf(house, { ...visit, json: false }, problemShown(problem), house.options.url ?? visit.url.origin);
  return respond(c, page, false);
}
