// An answer as it goes over the wire: tagged, packed as the reader takes it, or not sent where they have it.
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip } from 'node:zlib';
import { etagHeader, isHeld, tagIn, tagOf } from './etag.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Bytes below which packing saves nothing; and how hard it is tried: a page is packed while its reader waits. */
const LEAST = 512;
/**
 * Bytes up to which a page is packed where it was drawn: at that effort it takes about a millisecond, and waiting for
 * another thread took twenty where those were at work.
 */
const HERE = 256 * 1024;
const BROTLI = 4;
const GZIP = 6;
const TEXT = /^(?:text\/|application\/(?:[a-z.+-]*\+)?(?:json|xml)\b|image\/svg\+xml)/;

export type Coding = 'br' | 'gzip';

/** The coding that `Accept-Encoding` wants most of those there are; none where it names none. */
export function codingFor(header: string | undefined): Coding | undefined {
  const wished = (header ?? '').slice(0, 1000).toLowerCase().split(',');
  const weightOf = (coding: string): number => {
    const named = wished.map((one) => one.split(';').map((part) => part.trim())).filter(([name]) => name === coding);
    const [, weight = 'q=1'] = named[0] ?? [undefined, 'q=0'];
    return Number(weight.replace('q=', ''));
  };
  const [br, gz] = [weightOf('br'), weightOf('gzip')];
  if (br > 0 && br >= gz) return 'br';
  return gz > 0 ? 'gzip' : undefined;
}

async function pack(bytes: Uint8Array, coding: Coding): Promise<Uint8Array<ArrayBuffer>> {
  if (coding === 'gzip') return new Uint8Array(await zip(bytes, { level: GZIP }));
  const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const packed = bytes.length <= HERE ? brotliCompressSync(bytes, { params }) : await brotli(bytes, { params });
  return new Uint8Array(packed);
}

/** What a body was packed to: whoever asks next for what is kept waits for no packing. */
export type Packs = Map<Coding, Uint8Array<ArrayBuffer>>;

/**
 * The same answer for the wire. A good one gets the tag of its bytes unless it has one, is packed where it is text, and
 * is left out (304) where the reader has it. Everything else, streams above all, goes as it is. Packing text that holds
 * a form's token beside what a stranger wrote would tell the token by its length, were another site able to ask for the
 * page in the reader's name; cookies of a session are `SameSite=Strict`, so it is not.
 */
export async function forTheWire(request: Request, answer: Response, packs: Packs = new Map()): Promise<Response> {
  const type = answer.headers.get('content-type') ?? '';
  const reads = request.method === 'GET' || request.method === 'HEAD';
  // What says its length before it is there is too large to be held.
  const isStream = type.startsWith('text/event-stream') || answer.headers.has('content-length');
  if (!reads || isStream || answer.body === null || answer.headers.has('content-encoding')) return answer;
  const headers = new Headers(answer.headers);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const { status } = answer;
  const tag = status === 200 ? tagIn(headers.get('etag') ?? tagOf(bytes, type)) : undefined;
  const varied = TEXT.test(type);
  const worth = varied && bytes.length >= LEAST;
  const coding = worth ? codingFor(request.headers.get('accept-encoding') ?? undefined) : undefined;
  if (varied) headers.append('Vary', 'Accept-Encoding');
  if (tag !== undefined) {
    headers.set('ETag', etagHeader(tag, coding));
    if (isHeld(request.headers.get('if-none-match') ?? undefined, tag)) {
      for (const name of ['content-type', 'content-disposition', 'content-length']) headers.delete(name);
      return new Response(null, { status: 304, headers });
    }
  }
  const sent = coding === undefined ? bytes : (packs.get(coding) ?? (await pack(bytes, coding)));
  if (coding !== undefined) {
    headers.set('Content-Encoding', coding);
    packs.set(coding, sent);
  }
  headers.set('Content-Length', String(sent.length));
  return new Response(sent, { status, headers });
}
