// The wire between two nodes: HTTPS in which each knows the other by its pinned key and nobody else is let in.
import { createServer, Agent, request, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { pinOf, pinsOf, type WireIdentity } from './certificate.ts';
import { Refusal, type RefusalCode, refuse } from '../act/refusal.ts';

/** Bytes of one request or answer, at most: a package of 256 entries of 64 KiB each, with room for its parts. */
export const BODY_LIMIT = 64 * 1024 * 1024;
/** Milliseconds an exchange may take. */
export const EXCHANGE_TIMEOUT = 30_000;

/** A request as the wire's handlers see it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: Uint8Array;
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Uint8Array | string;
}

async function readAll(message: IncomingMessage, limit: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw refuse('delivery-too-large', `A delivery of more than ${limit} bytes came in.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function isPinned(socket: TLSSocket, pins: ReadonlySet<string>): boolean {
  const raw = socket.getPeerCertificate().raw as Buffer | undefined;
  return socket.authorized && raw !== undefined && pins.has(pinOf(raw));
}

const TOLD: Readonly<Partial<Record<RefusalCode, number>>> = {
  'peer-unknown': 403,
  'checkpoint-invalid': 403,
  'signature-invalid': 403,
  'log-unknown': 404,
  'size-conflict': 409,
  'proof-invalid': 422,
  'delivery-too-large': 413,
  'database-unavailable': 503,
  'signer-unavailable': 503,
};

/** A refusal as an answer: the status that c2sp.org/tlog-witness and tlog-mirror name, and the reason in words. */
export function answerRefusal(cause: unknown): Answer {
  if (!(cause instanceof Refusal))
    return { status: 500, type: 'text/plain; charset=utf-8', body: 'Something broke.\n' };
  return { status: TOLD[cause.code] ?? 400, type: 'text/plain; charset=utf-8', body: `${cause.message}\n` };
}

/** A listening wire. */
export interface Listening {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/**
 * Listens for the counterpart alone, whose certificate, or two while it is replaced, is `counterpart`, PEM: TLS 1.3,
 * client certificate required, its key pinned. `answer` never
 * throws for what comes from outside: it turns refusals into answers itself.
 */
export async function listen(
  at: { readonly host: string; readonly port: number },
  identity: WireIdentity,
  counterpart: string,
  answer: (asked: Asked) => Promise<Answer>,
  refused: (cause: unknown) => Answer,
): Promise<Listening> {
  const pins = pinsOf(counterpart);
  const handle = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    let given: Answer;
    try {
      if (!isPinned(message.socket as TLSSocket, pins))
        throw refuse('peer-unknown', 'A caller without the pinned key came.');
      const body = await readAll(message, BODY_LIMIT);
      given = await answer({ method: message.method ?? 'GET', path: message.url ?? '/', body });
    } catch (cause) {
      given = refused(cause);
    }
    response.writeHead(given.status, { 'content-type': given.type, 'content-length': Buffer.byteLength(given.body) });
    response.end(given.body);
  };
  const server: Server = createServer(
    {
      cert: identity.certificate,
      key: identity.key,
      ca: [counterpart],
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
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host, () => resolve());
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('wire: listening without a port');
  return {
    port: address.port,
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** What the counterpart answered: any status; only a line that fails throws. */
export interface Heard {
  readonly status: number;
  readonly body: Uint8Array;
}

/** A caller of the counterpart's wire: one connection kept open, its key checked against the pin each time. */
export interface Caller {
  readonly ask: (method: 'GET' | 'POST', path: string, body?: Uint8Array | string) => Promise<Heard>;
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
  const ask = async (method: 'GET' | 'POST', path: string, body?: Uint8Array | string): Promise<Heard> =>
    await new Promise((resolve, reject) => {
      const asked = request(new URL(path, url), { method, agent, timeout: EXCHANGE_TIMEOUT }, (message) => {
        readAll(message, BODY_LIMIT).then((bytes) => resolve({ status: message.statusCode ?? 0, body: bytes }), reject);
      });
      asked.once('timeout', () => asked.destroy(new Error(`wire: no answer in ${EXCHANGE_TIMEOUT} ms`)));
      asked.once('error', reject);
      asked.end(body);
    });
  return { ask, close: () => agent.destroy() };
}
