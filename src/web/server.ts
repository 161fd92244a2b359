// The windows of one node: an HTTP server that asks the gate, finds the route, and says the answer.
import type { Node } from '../node/node.ts';
import { readAssets } from './assets.ts';
import { type Listening, listening } from './listening.ts';
import { makeWindows } from './windows.ts';

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

export type Serving = Listening;

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
  return await listening(windows, options);
}
