// The public window of one node: a listener of its own, beside the windows of the officials and without them.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve as listen } from '@hono/node-server';
import type { PublicRecord } from '../../node/public.ts';
import { readAssets } from '../assets.ts';
import { CLOSING, SWEEP } from './limits.ts';
import type { PublicWindowOptions } from './answer.ts';
import { makePublicWindow } from './window.ts';

/** How the window is opened. `port` 0 takes any free one. */
export interface PublicServeOptions extends Omit<PublicWindowOptions, 'now'> {
  readonly port: number;
  readonly host: string;
}

export interface PublicServing {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Opens the public window on `record`. */
export async function servePublic(record: PublicRecord, options: PublicServeOptions): Promise<PublicServing> {
  const { port, host, ...rest } = options;
  const window = makePublicWindow(record, await readAssets('proof.js'), { ...rest, now: () => Date.now() });
  const server = await new Promise<Server>((resolve, reject) => {
    const settings = { fetch: window.fetch, port, hostname: host, overrideGlobalObjects: false };
    const made = listen(settings, () => {
      made.off('error', reject);
      resolve(made);
    }) as Server;
    made.on('error', reject);
  }).catch((error: unknown) => {
    window.close();
    throw error;
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    stop: async () => {
      window.close();
      const ended = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      const sweep = setInterval(() => server.closeIdleConnections(), SWEEP);
      const late = setTimeout(() => server.closeAllConnections(), CLOSING);
      await ended;
      clearInterval(sweep);
      clearTimeout(late);
    },
  };
}
