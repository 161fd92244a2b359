// From an answer to a response: a page or its JSON twin, a redirect, a file, or what went wrong.
import type { Context } from 'hono';
import { type RefusalCode, refuse } from '../act/refusal.ts';
import { type Joined, openLabel } from '../agreement/label.ts';
import { MARKING_HEADER, markingCodes, markingLine } from '../kit/marking.ts';
import type { Answer, Ask, Desk, FormName, PageAnswer } from './ask.ts';
import type { Asset } from './assets.ts';
import { ATOM_TYPE } from './atom.ts';
import { CALENDAR_TYPE } from './calendar.ts';
import { CSV_TYPE, csvOfList } from './csv.ts';
import type { Events, StreamReader } from './events.ts';
import { localAddress, NO_FORM } from './gate.ts';
import { linkHeader } from './paging.ts';
import { problemPage } from './pages/problem.tsx';
import type { Printing } from './printed.ts';
import { failureOf, mendOf, PROBLEM_TYPE, problemDocument, problemOf, TurnedAway } from './problem.ts';
import { pageRow } from './routes.ts';
import { calling } from './calling.tsx';
import { type Frame, shell } from './shell.tsx';
import { marked, twinOf } from './twin.ts';
import { askOf, changeSession, type House, type Visit } from './visit.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
/** What may stand in a file name that is offered; anything else becomes a line. */
const NOT_IN_NAME = /[^A-Za-z0-9._-]/g;
/** Seconds after which to ask again, where that helps. */
const RETRY_AFTER = '60';
const FOR_GOOD = 'public, max-age=31536000, immutable';
const FOR_A_DAY = 'public, max-age=86400';

function json(c: Context, data: unknown, status: number, type = JSON_TYPE): Response {
  c.header('Content-Type', type);
  return c.body(twinOf(data), status as 200);
}

/** Addresses of the same page in its other forms. */
function alternatesOf({ url }: Visit, { says, also }: PageAnswer): Frame['alternates'] {
  const of = (format: FormName): string => {
    const other = new URL(url);
    other.searchParams.set('format', format);
    return `${other.pathname}${other.search}`;
  };
  const lists = says?.lists ?? [];
  return {
    json: of('json'),
    ...(lists.length === 0 ? {} : { csv: of('csv') }),
    ...(also.atom === undefined ? {} : { atom: of('atom') }),
    ...(also.ics === undefined ? {} : { ics: of('ics') }),
  };
}

/** What is made by reading more of the record: it is marked once all of it is read. */
async function readOn(c: Context, ask: Ask, type: string, made: Promise<string> | string): Promise<Response> {
  const text = await made;
  c.header(MARKING_HEADER, markingCodes(await ask.marking()));
  return c.body(text, 200, { 'Content-Type': type });
}

/** The list that `?list=` names as a table, the first of the page where it names none. */
function table(c: Context, ask: Ask, { data, says }: PageAnswer, marking: string): Response {
  const lists = says?.lists ?? [];
  const asked = ask.query['list'];
  const list = lists.find((one) => asked === undefined || asked === '' || one === asked);
  if (says === undefined || list === undefined) {
    throw refuse('input-malformed', `field list: The lists of this page are ${lists.join(', ')}.`);
  }
  const name = `${new URL(c.req.url).pathname.slice(1)}-${list}.csv`;
  c.header('Content-Type', CSV_TYPE);
  c.header('Content-Disposition', `attachment; filename="${name.replace(NOT_IN_NAME, '-')}"`);
  return c.body(csvOfList(says.data, data, list, marking));
}

async function showPage(
  house: House,
  visit: Visit,
  ask: Ask,
  answer: PageAnswer,
  marking: Joined,
): Promise<Response> {
  const { c } = visit;
  if (answer.session !== undefined) changeSession(house, visit, answer.session);
  c.header(MARKING_HEADER, markingCodes(marking));
  const { also } = answer;
  const links = linkHeader(also.next ?? null, also.previous ?? null);
  if (links !== undefined) c.header('Link', links);
  const desk: Desk = { look: ask.look, kinds: house.kinds, viewer: ask.viewer };
  const line = markingLine(marking, ask.speak, house.node.agreement);
  if (visit.form === 'csv') return table(c, ask, answer, line);
  if (visit.form === 'atom' && also.atom !== undefined) {
    return await readOn(c, ask, ATOM_TYPE, also.atom(ask.speak, desk));
  }
  if (visit.form === 'ics' && also.ics !== undefined) {
    return await readOn(c, ask, CALENDAR_TYPE, also.ics(ask.speak, desk));
  }
  if (visit.form !== 'page') return json(c, marked(answer.data, marking), answer.status);
  const drawn = answer.draw(ask.speak, desk);
  const frame = {
    speak: ask.speak,
    look: ask.look,
    path: ask.address,
    page: answer.under,
    pages: pageRow(house.node, ask.speak),
    official: ask.signedIn,
    purpose: ask.purpose,
    csrf: ask.signedIn === undefined ? undefined : ask.token(),
    alternates: alternatesOf(visit, answer),
    live: true,
    script: answer.device,
    onward: answer.onward,
    marking: line,
    ...calling(house.node.areas, ask),
    asset: house.assets.href,
  };
  return c.html(shell(frame, drawn), answer.status as 200);
}

/** Says `answer` in the form the reader asked for. */
export async function reply(
  house: House,
  visit: Visit,
  ask: Ask,
  answer: Exclude<Answer, Printing>,
  marking: Joined,
): Promise<Response> {
  const { c } = visit;
  c.header(MARKING_HEADER, markingCodes(marking));
  switch (answer.is) {
    case 'page':
      return await showPage(house, visit, ask, answer, marking);
    case 'data':
      return json(c, answer.data, answer.status);
    case 'elsewhere':
      if (answer.session !== undefined) changeSession(house, visit, answer.session);
      if (!visit.program || answer.data === undefined) return c.redirect(answer.to, 303);
      c.header('Location', answer.to);
      return json(c, answer.data, 201);
    case 'file':
      c.header('Content-Type', answer.type);
      c.header('Content-Disposition', `attachment; filename="${answer.name.replace(NOT_IN_NAME, '-')}"`);
      return c.body(new Uint8Array(answer.bytes));
  }
}

/** The page of this window from which the reader came, as an address; another site's is none of ours. */
function cameFrom(c: Context): string | undefined {
  const referer = c.req.header('referer');
  if (referer === undefined || !URL.canParse(referer)) return undefined;
  const url = new URL(referer);
  return url.host === c.req.header('host') ? localAddress(`${url.pathname}${url.search}`) : undefined;
}

/** Says what went wrong: to a program as a problem document, to a person as a page, or by leading them to sign in. */
export async function replyProblem(house: House, visit: Visit, error: unknown): Promise<Response> {
  const problem = problemOf(error);
  const { c, url } = visit;
  if (problem.status === 500) house.say(`${c.req.method} ${url.pathname} failed: ${failureOf(error)}`);
  if (problem.status === 429 || problem.status === 503) c.header('Retry-After', RETRY_AFTER);
  // What was said of an answer that then was not given holds no longer.
  c.header('ETag', undefined);
  c.header('Cache-Control', 'no-store');
  if (visit.program) return json(c, problemDocument(problem, visit.speak), problem.status, PROBLEM_TYPE);
  // Under a name that is not this window's, not even the frame of a page is shown.
  if (problem.status === 421) return c.text(mendOf(problem, visit.speak), problem.status);
  try {
    const ask = askOf(house, visit, NO_FORM);
    const loggedOut: RefusalCode = 'session-missing';
    if (problem.code === loggedOut && (c.req.method === 'GET' || c.req.method === 'HEAD')) {
      return c.redirect(`/sign-in?next=${encodeURIComponent(ask.address)}`, 303);
    }
    const page = problemPage(problem, ask, cameFrom(c));
    return await showPage(house, { ...visit, form: 'page' }, ask, page, openLabel(house.node.agreement));
  } catch (second) {
    // Where even the page about it cannot be drawn, a plain line still says so.
    house.say(`the page of a problem failed: ${failureOf(second)}`);
    return c.text(visit.speak.say('problem.title-500'), 500);
  }
}

/** A fixed file: for good under its own hash, for a day without one, and nothing at all where the reader has it. */
export function replyAsset(c: Context, asset: Asset): Response {
  const named = c.req.query('v') === asset.etag.slice(1, -1);
  c.header('Cache-Control', named ? FOR_GOOD : FOR_A_DAY);
  c.header('Vary', 'Accept-Encoding');
  c.header('ETag', asset.etag);
  const known = (c.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (known.includes(asset.etag)) return c.body(null, 304);
  c.header('Content-Type', asset.type);
  return c.body(asset.bytes);
}

/** The stream of changes, or nothing more than its head where only that was asked for. */
export function replyStream(
  c: Context,
  open: Events['open'],
  reader: StreamReader,
): Response {
  c.header('Content-Type', 'text/event-stream; charset=utf-8');
  c.header('X-Accel-Buffering', 'no');
  if (c.req.raw.method === 'HEAD') return c.body(null);
  const stream = open(c.req.raw.signal, reader);
  if (stream === 'reader') throw new TurnedAway(429, 'Too many pages are being kept fresh for one reader.');
  if (stream === 'all') throw new TurnedAway(503, 'Too many pages are being kept fresh.');
  return c.body(stream);
}

/** The refusal of an address at which there is nothing. */
export function nothingAt(url: string): Error {
  return refuse('not-found', `Asking for ${new URL(url).pathname}.`);
}
