// The public window in tests: asked without a socket, by a reader who keeps nothing.
import { readAssets } from '../../src/web/assets.ts';
import { makePublicWindow, type PublicWindow } from '../../src/web/public/window.ts';
import type { PublicRecord } from '../../src/node/public.ts';
import { HOST } from './windows.ts';

export interface AtPublic {
  readonly window: PublicWindow;
  readonly ask: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  readonly send: (path: string, fields: Readonly<Record<string, string>>) => Promise<Response>;
  /** Moves the clock of the rate and of what is kept on by so many milliseconds. */
  readonly wait: (milliseconds: number) => void;
  readonly said: readonly string[];
}

/** Opens the public window on `record`. */
export async function openWindow(record: PublicRecord, licence?: string): Promise<AtPublic> {
  let at = 1_000_000;
  const said: string[] = [];
  const window = makePublicWindow(record, await readAssets('proof.js'), {
    url: undefined,
    proxied: true,
    licence,
    say: (line) => said.push(line),
    now: () => at,
  });
  const ask: AtPublic['ask'] = async (path, headers = {}) => {
    const named = { host: HOST, accept: 'text/html', 'accept-language': 'en', ...headers };
    return await window.fetch(new Request(`http://${HOST}${path}`, { headers: named }));
  };
  return {
    window,
    ask,
    said,
    send: async (path, fields) =>
      await window.fetch(
        new Request(`http://${HOST}${path}`, {
          method: 'POST',
          headers: { host: HOST, 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams(fields).toString(),
        }),
      ),
    wait: (milliseconds) => {
      at += milliseconds;
    },
  };
}
