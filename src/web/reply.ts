// From an answer to a response: a page or its JSON twin, a redirect, a file, or what went wrong.
import { Readable } from 'node:stream';
import type { Context } from 'hono';
import type { RefusalCode } from '../act/refusal.ts';
import { type Joined, openLabel } from '../agreement/label.ts';
import { MARKING_HEADER, markingCodes, markingLine } from '../kit/marking.ts';
import type { Answer, Ask, Desk, PageAnswer } from './ask.ts';
import { alternatesOf, besideOf } from './beside.ts';
import type { Events, StreamReader } from './events.ts';
import { localAddress, NO_FORM } from './gate.ts';
import { linkHeader } from './paging.ts';
import { problemPage } from './pages/problem.tsx';
import type { Printing } from './printed.ts';
import { failureOf, mendOf, PROBLEM_TYPE, problemDocument, problemOf, TurnedAway } from './problem.ts';
import { pageRow } from './routes.ts';
import { calling } from './calling.tsx';
import { shell } from './shell.tsx';
import { JSON_TYPE, marked, offeredAs, twinOf } from './twin.ts';
import { askOf, changeSession, type House, type Visit } from './visit.ts';

const HTML_TYPE = 'text/html; charset=UTF-8';
/** What no browser opens, whatever it is. */
const BYTES_TYPE = 'application/octet-stream';
/** Seconds after which to ask again, where that helps. */
const RETRY_AFTER = '60';

function json(c: Context, data: unknown, status: number, type = JSON_TYPE): Response {
  c.header('Content-Type', type);
  return c.body(twinOf(data), status as 200);
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
  const beside = await besideOf(visit.form, answer, { url: visit.url, speak: ask.speak, desk, marking: line });
  if (beside !== undefined) {
    // What is made by reading more of the record is marked once all of it is read.
    if (visit.form !== 'csv') c.header(MARKING_HEADER, markingCodes(await ask.marking()));
    if (beside.name !== undefined) c.header('Content-Disposition', offeredAs(beside.name));
    return c.body(beside.text, 200, { 'Content-Type': beside.type });
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
    alternates: alternatesOf(visit.url, answer),
    live: true,
    script: answer.device,
    onward: answer.onward,
    marking: line,
    ...calling(house.node.areas, ask),
    asset: house.assets.href,
  };
  // As bytes: a text would be gone over once more for the body, and once more for its tag.
  return c.body(Buffer.from(shell(frame, drawn)), answer.status as 200, { 'Content-Type': HTML_TYPE });
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
      c.header('Content-Disposition', offeredAs(answer.name));
      return c.body(new Uint8Array(answer.bytes));
    case 'stream':
      c.header('Content-Type', BYTES_TYPE);
      c.header('Content-Disposition', attached(answer.name));
      c.header('Content-Length', String(answer.size));
      return c.body(Readable.toWeb(Readable.from(answer.content)) as ReadableStream);
  }
}

/** A name in the letters that every reader knows, and as it is: RFC 6266, RFC 8187. */
function attached(name: string): string {
  const whole = encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
  return `${offeredAs(name)}; filename*=UTF-8''${whole}`;
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
