// The gate: what is asked of every request before anything is done with it, and what every answer carries.
import { FILE_LIMIT, type LargeFile } from '../act/file.ts';
import { FILE_PART } from '../act/part.ts';
import { refuse } from '../act/refusal.ts';
import type { Typed, Upload, Uploads } from '../area.ts';
import type { SentFile } from '../node/node.ts';
import { FORM_BYTES, FORM_FIELDS, UPLOAD_BYTES, UPLOAD_FILES } from './limits.ts';
import { partsOf } from './multipart.ts';
import { TurnedAway } from './problem.ts';

/** Host names that always mean this machine; a page elsewhere that resolves its own name here uses none of them. */
const OWN_NAMES = ['localhost', '127.0.0.1', '[::1]'] as const;

/** Only what the windows serve themselves is loaded, run or framed. Source: W3C Content Security Policy Level 3. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What a page may ask of a device: a passkey, and nothing else. Source: W3C Permissions Policy. */
const PERMISSIONS = [
  'publickey-credentials-get=(self)',
  'publickey-credentials-create=(self)',
  ...['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'hid', 'display-capture'].map(
    (name) => `${name}=()`,
  ),
].join(', ');

/**
 * What every answer carries, whatever it is. Cookies and languages decide what a page says, so nobody keeps it; where
 * a route lets its reader keep one, it says so itself.
 */
export function headers(secure: boolean): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Frame-Options': 'DENY',
    'Permissions-Policy': PERMISSIONS,
    'Cache-Control': 'no-store',
    ...(secure ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}

/** Refuses a request that names another host than this window's: so DNS rebinding finds no door. */
export function requireHost(host: string | undefined, names: readonly string[]): void {
  const name = (host ?? '').toLowerCase().replace(/:\d{1,5}$/, '');
  if (![...OWN_NAMES, ...names].includes(name)) {
    throw new TurnedAway(421, `The request names the host ${JSON.stringify((host ?? '').slice(0, 100))}.`);
  }
}

/**
 * Refuses a form that another site's page has sent. Browsers say where a request comes from; what they say is checked
 * where they say it, and the token of the form stands behind it where they do not.
 */
export function requireSameSite(site: string | undefined, origin: string | undefined, host: string | undefined): void {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    throw refuse('form-expired', `The form was sent from a ${site.slice(0, 20)} page.`);
  }
  if (origin === undefined) return;
  const from = URL.canParse(origin) ? new URL(origin).host : 'nowhere';
  if (from === (host ?? '').toLowerCase()) return;
  throw refuse('form-expired', `The form was sent from ${from.slice(0, 100)}.`);
}

/** A form as it was sent: what was typed, and the files that came with it. */
export interface Form {
  readonly typed: Typed;
  readonly files: Uploads;
}
export const NO_FORM: Form = { typed: {}, files: {} };

async function readBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = (): TurnedAway => new TurnedAway(413, `A form has at most ${limit} bytes.`);
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** U+0000 stands in no text, and no database keeps it in one. */
export const NOTHING = '\u0000';

/** Fields by name. Browsers send line ends as CRLF; what is signed later has the one form. */
function typedIn(fields: Iterable<readonly [string, string]>): Typed {
  const typed = new Map<string, string[]>();
  let count = 0;
  for (const [name, value] of fields) {
    count += 1;
    if (count > FORM_FIELDS) throw new TurnedAway(413, `A form has at most ${FORM_FIELDS} fields.`);
    if (`${name}${value}`.includes(NOTHING)) throw refuse('input-malformed', 'A field holds a character of no text.');
    typed.set(name, [...(typed.get(name) ?? []), value.replaceAll('\r\n', '\n')]);
  }
  return Object.fromEntries(typed);
}

const FILE_NAME = 200;

/** Refuses more pieces than a form has before they are taken apart: that is what a flood of empty ones would cost. */
function requireFew(pieces: number, most: number): void {
  if (pieces > most) throw new TurnedAway(413, `A form has at most ${FORM_FIELDS} fields.`);
}

/** How often `sign` stands in the bytes, counted no further than `most`. */
function timesIn(bytes: Uint8Array, sign: string, most: number): number {
  const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = found.indexOf(sign); at >= 0 && count <= most; at = found.indexOf(sign, at + sign.length)) count += 1;
  return count;
}

/** A file that a route takes in as it comes, and what was typed before it. */
export type TakeFile = (typed: Typed, sent: SentFile) => Promise<LargeFile>;

/** What may still come of a form, beside a file that is taken in as it comes. */
async function readPiece(content: AsyncIterable<Uint8Array>, room: { left: number }, limit: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of content) {
    room.left -= piece.length;
    if (room.left < 0) throw new TurnedAway(413, `A form has at most ${limit} bytes.`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** The pieces of a file, up to how large one may be. */
async function* withinLimit(first: Uint8Array, content: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for (let piece: Uint8Array | undefined = first; piece !== undefined; ) {
    size += piece.length;
    if (size > FILE_LIMIT) throw new TurnedAway(413, `A file has at most ${FILE_LIMIT} bytes.`);
    yield piece;
    const next = await content.next();
    piece = next.done === true ? undefined : next.value;
  }
}

async function readParts(request: Request, type: string, limit: number, take: TakeFile | undefined): Promise<Form> {
  const most = take === undefined ? limit : limit + FILE_LIMIT;
  if (Number(request.headers.get('content-length') ?? 0) > most) {
    throw new TurnedAway(413, `A form has at most ${most} bytes.`);
  }
  const room = { left: limit };
  const files = new Map<string, Upload>();
  let pieces = 0;
  const fields: (readonly [string, string])[] = [];
  for await (const part of partsOf(type, request.body ?? new ReadableStream<Uint8Array>())) {
    pieces += 1;
    requireFew(pieces, FORM_FIELDS + UPLOAD_FILES);
    const name = part.name.slice(0, FILE_NAME);
    const file = part.file?.slice(0, FILE_NAME);
    if (file === undefined) {
      fields.push([name, (await readPiece(part.content, room, limit)).toString('utf8')]);
    } else if (name === FILE_PART && take !== undefined) {
      // A field of a file that was left empty comes as a file without name and bytes.
      const content = part.content[Symbol.asyncIterator]();
      const first = await content.next();
      if (first.done === true && file === '') continue;
      const sent = { name: file, type: part.type, content: withinLimit(first.value ?? new Uint8Array(), content) };
      files.set(name, { name: file, bytes: new Uint8Array(), large: await take(typedIn(fields), sent) });
    } else {
      const bytes = new Uint8Array(await readPiece(part.content, room, limit));
      if (bytes.length > 0) files.set(name, { name: file, bytes });
    }
    requireFew(fields.length, FORM_FIELDS);
    if (files.size > UPLOAD_FILES) throw new TurnedAway(413, `A form has at most ${UPLOAD_FILES} files.`);
  }
  return { typed: typedIn(fields), files: Object.fromEntries(files) };
}

/** The types in which a form is sent. */
export const FORM_ENCODINGS = ['application/x-www-form-urlencoded', 'multipart/form-data'] as const;
/** Bytes of a form, and of one with files. */
const LIMITS = { form: FORM_BYTES, upload: UPLOAD_BYTES } as const;

/**
 * The form as it was sent, with files only where it is sent in several parts, and no more of it than the limits. A file
 * beyond them, under the name of its part, goes to `take` as it comes.
 */
export async function readForm(
  request: Request,
  limits: Readonly<Record<'form' | 'upload', number>> = LIMITS,
  take?: TakeFile,
): Promise<Form> {
  const whole = request.headers.get('content-type') ?? '';
  const type = whole.split(';')[0]?.trim().toLowerCase();
  if (type === FORM_ENCODINGS[1]) return await readParts(request, whole, limits.upload, take);
  if (type !== FORM_ENCODINGS[0]) {
    throw new TurnedAway(415, `A form is sent as ${FORM_ENCODINGS.join(' or ')}, not ${String(type).slice(0, 100)}.`);
  }
  const body = await readBody(request, limits.form);
  requireFew(timesIn(body, '&', FORM_FIELDS) + 1, FORM_FIELDS);
  const text = new TextDecoder('utf-8').decode(body);
  return { typed: typedIn(new URLSearchParams(text)), files: {} };
}

/** `to` where it is an address of this window, else `/`: nobody is sent elsewhere by a link made elsewhere. */
export function localAddress(to: string | undefined): string {
  const here = 'http://window.invalid';
  if (to === undefined || !to.startsWith('/') || !URL.canParse(to, here)) return '/';
  const url = new URL(to, here);
  return url.origin === here ? `${url.pathname.replace(/^\/+/, '/')}${url.search}` : '/';
}
