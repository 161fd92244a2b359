// A listener for a window: opened on an address, and closed so that open answers may end.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve as listen } from '@hono/node-server';
import { CLOSING, LINE_IDLE, REQUEST_LASTS, SWEEP } from './limits.ts';

/** What listens: `fetch` answers, `close` ends what it keeps open. */
interface Window {
  readonly fetch: (request: Request, env?: unknown) => Promise<Response>;
  readonly close: () => void;
}

export interface Listening {
  readonly url: string;
  readonly port: number;
  /** Ends open streams, lets open answers end for a second, then closes. */
  readonly stop: () => Promise<void>;
}

function opened({ fetch }: Window, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const settings = { fetch, port, hostname: host, overrideGlobalObjects: false };
    const server = listen(settings, () => {
      server.off('error', reject);
      // A file may come over a slow line for hours; a line on which nothing comes is let go.
      server.requestTimeout = REQUEST_LASTS;
      server.setTimeout(LINE_IDLE);
      resolve(server);
    }) as Server;
    server.on('error', reject);
  });
}

async function closed(window: Window, server: Server): Promise<void> {
  window.close();
  const ended = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  // A connection that falls idle after its last answer would otherwise be kept for the next one.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP);
  const late = setTimeout(() => server.closeAllConnections(), CLOSING);
  await ended;
  clearInterval(sweep);
  clearTimeout(late);
}

/** Listens for `window`; port 0 takes any free one. Closes it where the address cannot be had. */
export async function listening(window: Window, { port, host }: { port: number; host: string }): Promise<Listening> {
  const server = await opened(window, port, host).catch((error: unknown) => {
    window.close();
    throw error;
  });
  const { port: taken } = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return { url: `http://${name}:${taken}`, port: taken, stop: () => closed(window, server) };
}
