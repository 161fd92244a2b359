// The windows of one node: an HTTP server that asks the gate, finds the route, and says the answer.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve as listen } from '@hono/node-server';
import type { Node } from '../node/node.ts';
import { readAssets } from './assets.ts';
import { CLOSING, SWEEP } from './limits.ts';
import { makeWindows, type Windows } from './windows.ts';

/** How the windows are opened. `port` 0 takes any free one. */
export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  /** Host names under which the windows are reached beside this machine's own, without port. */
  readonly hosts?: readonly string[];
  /** True where TLS ends in front of the windows: cookies then never travel without it. */
  readonly secureCookies?: boolean;
  /** True where a proxy of the operator's stands in front and says where requests come from. */
  readonly proxied?: boolean;
  /** The clock by which sessions end, in milliseconds; the machine's own where none is given. */
  readonly now?: () => number;
  /** Takes one line about what the operator should know. Never holds what a person typed. */
  readonly say: (line: string) => void;
}

export interface Serving {
  readonly url: string;
  readonly port: number;
  /** Ends open streams, lets open answers end for a second, then closes. */
  readonly stop: () => Promise<void>;
}

function opened(windows: Windows, { port, host }: ServeOptions): Promise<Server> {
  return new Promise((resolve, reject) => {
    const settings = { fetch: windows.fetch, port, hostname: host, overrideGlobalObjects: false };
    const server = listen(settings, () => {
      server.off('error', reject);
      resolve(server);
    }) as Server;
    server.on('error', reject);
  });
}

async function closed(windows: Windows, server: Server): Promise<void> {
  windows.close();
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

/**
 * Opens the windows on `node`. Everything this side has recorded or taken over can be read by whoever reaches them,
 * for labels above GREEN are not carried yet; drafts and officials are shown to officials who have signed in.
 */
export async function serve(node: Node, options: ServeOptions): Promise<Serving> {
  const windows = makeWindows(node, await readAssets(), {
    hosts: options.hosts ?? [],
    secureCookies: options.secureCookies ?? false,
    proxied: options.proxied ?? false,
    say: options.say,
    now: options.now ?? (() => Date.now()),
  });
  const server = await opened(windows, options).catch((error: unknown) => {
    windows.close();
    throw error;
  });
  const { port } = server.address() as AddressInfo;
  const name = options.host.includes(':') ? `[${options.host}]` : options.host;
  return { url: `http://${name}:${port}`, port, stop: () => closed(windows, server) };
}
