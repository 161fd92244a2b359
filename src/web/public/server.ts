// The public window of one node: a listener of its own, beside the windows of the officials and without them.
import type { PublicRecord } from '../../node/public.ts';
import { readAssets } from '../assets.ts';
import { type Listening, listening } from '../listening.ts';
import type { PublicWindowOptions } from './answer.ts';
import { makePublicWindow } from './window.ts';

/** How the window is opened. `port` 0 takes any free one. */
export interface PublicServeOptions extends Omit<PublicWindowOptions, 'now'> {
  readonly port: number;
  readonly host: string;
}

export type PublicServing = Listening;

/** Opens the public window on `record`. */
export async function servePublic(record: PublicRecord, options: PublicServeOptions): Promise<PublicServing> {
  const { port, host, ...rest } = options;
  const window = makePublicWindow(record, await readAssets(['proof.js']), { ...rest, now: () => Date.now() });
  return await listening(window, { port, host });
}
