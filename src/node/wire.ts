// The wire between two nodes: HTTPS in which each knows the other by its pinned key; auditors so known may read.
import { createServer, Agent, request, type Server } from 'node:https';
import type { ClientRequest, IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { promisify } from 'node:util';
import { createGunzip, gzip } from 'node:zlib';
import { pinOf, pinsOf, type WireIdentity } from './certificate.ts';
import { Refusal, type RefusalCode, refuse } from '../act/refusal.ts';

/** Bytes of one request or answer, at most: a package of 256 entries of 64 KiB each, with room for its parts. */
export const BODY_LIMIT = 64 * 1024 * 1024;
/** Requests under way at once of one caller, at most: each may hold a body in memory. */
export const AT_ONCE = 8;
/** Seconds after which to ask again what passes by itself. */
const SOON = 1;
/** Milliseconds an exchange may take. */
export const EXCHANGE_TIMEOUT = 30_000;

/** Who calls: the other node, or a certificate that settings let read. */
export type CallerOf = 'counterpart' | 'auditor';

/** A request as the wire's handlers see it. */
export interface Asked {
  readonly by: CallerOf;
  readonly method: string;
  readonly path: string;
  readonly body: Uint8Array;
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Uint8Array | string;
  /** How long it may be kept: for good, where the address can never name other bytes; else not at all. */
  readonly lasting?: true;
  /** Seconds after which it is worth asking again, at 429 and 503. */
  readonly retryAfter?: number;
}

const CACHING = { lasting: 'private, max-age=31536000, immutable', passing: 'no-store' } as const;
/** Answers shorter than this are not worth packing. Bytes. */
const PACKED_FROM = 1024;
const pack = promisify(gzip);

/** c2sp.org/tlog-mirror: a body may come packed by gzip. What it unpacks to has the same limit. */
function unpacked(message: IncomingMessage): AsyncIterable<Buffer> {
  const coding = message.headers['content-encoding'] ?? 'identity';
  if (coding === 'identity') return message;
  if (coding !== 'gzip') throw refuse('delivery-malformed', `A body came in the coding ${coding.slice(0, 40)}.`);
  const plain = createGunzip();
  // A body that breaks off must end what unpacks it too: a pipe alone would wait for ever, and count as under way.
  message.once('close', () => {
    if (!message.complete) plain.destroy(refuse('delivery-malformed', 'A body came that breaks off.'));
  });
  return message.pipe(plain);
}

async function readBody(message: IncomingMessage): Promise<Uint8Array> {
  try {
    return await readAll(unpacked(message), BODY_LIMIT);
  } catch (cause) {
    if ((cause as { code?: string }).code?.startsWith('Z_') !== true) throw cause;
    throw refuse('delivery-malformed', 'A body came that gzip cannot unpack.', cause);
  }
}

async function readAll(message: AsyncIterable<Buffer>, limit: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    size += chunk.length;
    if (size > limit) throw refuse('delivery-too-large', `A delivery of more than ${limit} bytes came in.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** The certificates of those who may call, PEM; of the counterpart two while one is replaced. */
export interface Callers {
  readonly counterpart: string;
  readonly auditors: readonly string[];
}

function callerOn(socket: TLSSocket, pins: ReadonlyMap<string, CallerOf>): CallerOf {
  const raw = socket.getPeerCertificate().raw as Buffer | undefined;
  const known = socket.authorized && raw !== undefined ? pins.get(pinOf(raw)) : undefined;
  if (known === undefined) throw refuse('peer-unknown', 'A caller without a pinned key came.');
  return known;
}

async function send(response: ServerResponse, given: Answer, acceptsGzip: boolean): Promise<void> {
  const isPacked = acceptsGzip && given.body.length >= PACKED_FROM;
  const body = isPacked ? await pack(given.body) : given.body;
  response.writeHead(given.status, {
    'content-type': given.type,
    'content-length': Buffer.byteLength(body),
    'cache-control': given.lasting === true ? CACHING.lasting : CACHING.passing,
    // c2sp.org/tlog-mirror: what a body sent here may be packed by.
    'accept-encoding': 'gzip',
    ...(isPacked ? { 'content-encoding': 'gzip' } : {}),
    ...(given.retryAfter === undefined ? {} : { 'retry-after': String(given.retryAfter) }),
  });
  response.end(body);
}

const BUSY: Answer = {
  status: 503,
  type: 'text/plain; charset=utf-8',
  body: `${AT_ONCE} requests of this caller are under way. Ask again soon.\n`,
  retryAfter: SOON,
};

const TOLD: Readonly<Partial<Record<RefusalCode, number>>> = {
  'peer-unknown': 403,
  'checkpoint-invalid': 403,
  'signature-invalid': 403,
  'log-unknown': 404,
  'size-conflict': 409,
  'proof-invalid': 422,
  'log-closed': 422,
  'delivery-too-large': 413,
  'rate-exceeded': 429,
  'database-unavailable': 503,
  'signer-unavailable': 503,
};

/** A refusal as an answer: the status that c2sp.org/tlog-witness and tlog-mirror name, and the reason in words. */
export function answerRefusal(cause: unknown): Answer {
  if (!(cause instanceof Refusal))
    return { status: 500, type: 'text/plain; charset=utf-8', body: 'Something broke.\n' };
  const status = TOLD[cause.code] ?? 400;
  const told = { status, type: 'text/plain; charset=utf-8', body: `${cause.message}\n` };
  const retryAfter = cause.wait ?? (status === 503 ? SOON : undefined);
  return retryAfter === undefined ? told : { ...told, retryAfter };
}

/** A listening wire. */
export interface Listening {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/**
 * Listens for the counterpart, and for auditors: TLS 1.3, client certificate required, its key equal to a pin.
 * `refused` turns what `answer` throws into an answer.
 */
export async function listen(
  at: { readonly host: string; readonly port: number },
  identity: WireIdentity,
  callers: Callers,
  answer: (asked: Asked) => Promise<Answer>,
  refused: (cause: unknown) => Answer,
): Promise<Listening> {
  // Last, so that an auditor with the counterpart's key takes nothing from it.
  const pins = new Map<string, CallerOf>(callers.auditors.map((one) => [pinOf(one), 'auditor']));
  for (const pin of pinsOf(callers.counterpart)) pins.set(pin, 'counterpart');
  const underWay = { counterpart: 0, auditor: 0 };
  const take = async (by: CallerOf, message: IncomingMessage): Promise<Answer> => {
    const method = message.method ?? 'GET';
    // Nothing an auditor sends is read.
    if (by === 'auditor' && method !== 'GET') throw refuse('peer-unknown', 'An auditor may read, and nothing else.');
    if (underWay[by] >= AT_ONCE) return BUSY;
    underWay[by] += 1;
    try {
      return await answer({ by, method, path: message.url ?? '/', body: await readBody(message) });
    } finally {
      underWay[by] -= 1;
    }
  };
  const handle = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    let given: Answer;
    try {
      given = await take(callerOn(message.socket as TLSSocket, pins), message);
    } catch (cause) {
      given = refused(cause);
    }
    await send(response, given, /\bgzip\b/.test(String(message.headers['accept-encoding'])));
  };
  const server: Server = createServer(
    {
      cert: identity.certificate,
      key: identity.key,
      ca: [callers.counterpart, ...callers.auditors],
      requestCert: true,
      rejectUnauthorized: true,
      minVersion: 'TLSv1.3',
    },
    (message, response) => {
      handle(message, response).catch(() => response.destroy());
    },
  );
  server.requestTimeout = EXCHANGE_TIMEOUT;
  server.keepAliveTimeout = 60_000;
  // Every connection, from before its handshake: the server itself knows it only after, and would wait for its end.
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host, () => resolve());
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('wire: listening without a port');
  return {
    port: address.port,
    stop: async () => {
      const ended = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of open) socket.destroy();
      await ended;
    },
  };
}

/** What the counterpart answered: any status; only a line that fails throws. */
export interface Heard {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

/** How the counterpart is asked. */
export type Method = 'GET' | 'POST' | 'PUT';

const CLOSED = 'wire: this line is closed';

/** A caller of the counterpart's wire: one connection kept open, its key checked against the pin each time. */
export interface Caller {
  readonly ask: (method: Method, path: string, body?: Uint8Array | string) => Promise<Heard>;
  /** Ends what is being asked, and lets nothing more be asked. */
  readonly close: () => void;
}

export function caller(url: string, identity: WireIdentity, counterpart: string): Caller {
  const pins = pinsOf(counterpart);
  const agent = new Agent({
    keepAlive: true,
    maxSockets: 2,
    cert: identity.certificate,
    key: identity.key,
    ca: [counterpart],
    minVersion: 'TLSv1.3',
    // Names mean nothing here; the key does.
    checkServerIdentity: (_host, certificate) =>
      pins.has(pinOf(certificate.raw)) ? undefined : new Error('wire: the counterpart shows a key that is not pinned'),
  });
  // The agent ends those that have a connection; one that waits for its turn would be given a new one.
  const underWay = new Set<ClientRequest>();
  let isClosed = false;
  const ask = async (method: Method, path: string, body?: Uint8Array | string): Promise<Heard> =>
    await new Promise((resolve, reject) => {
      if (isClosed) throw new Error(CLOSED);
      const asked = request(new URL(path, url), { method, agent, timeout: EXCHANGE_TIMEOUT }, (message) => {
        const heard = { status: message.statusCode ?? 0, headers: message.headers };
        readAll(message, BODY_LIMIT).then((body) => resolve({ ...heard, body }), reject);
      });
      underWay.add(asked);
      asked.once('close', () => underWay.delete(asked));
      asked.once('timeout', () => asked.destroy(new Error(`wire: no answer in ${EXCHANGE_TIMEOUT} ms`)));
      asked.once('error', reject);
      asked.end(body);
    });
  const close = (): void => {
    isClosed = true;
    for (const asked of underWay) asked.destroy(new Error(CLOSED));
    agent.destroy();
  };
  return { ask, close };
}
