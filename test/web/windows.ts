// Windows for tests: asked without a socket, with a jar that keeps cookies as a browser does.
import { type Assets, readAssets } from '../../src/web/assets.ts';
import { makeWindows, type Windows } from '../../src/web/windows.ts';
import type { Node } from '../../src/node/node.ts';

export const HOST = '127.0.0.1:8401';

/** One reader with their own cookies. */
export interface Reader {
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  readonly send: (path: string, fields: Readonly<Record<string, string>>, init?: RequestInit) => Promise<Response>;
  readonly json: (path: string) => Promise<Record<string, unknown>>;
  /** Signs in as an official and returns the token of the session's forms. */
  readonly signIn: (official: string) => Promise<string>;
  /** The token in the first form of a page. */
  readonly token: (path: string) => Promise<string>;
  readonly cookies: Map<string, string>;
}

export interface Tested {
  readonly windows: Windows;
  readonly reader: (language?: string) => Reader;
  readonly said: string[];
  /** Moves the clock of sessions on by so many milliseconds. */
  readonly wait: (milliseconds: number) => void;
}

let assets: Promise<Assets> | undefined;

/** Opens windows on `node`. The assets are read once for all tests of a file. */
export async function open(node: Node, hosts: readonly string[] = []): Promise<Tested> {
  assets ??= readAssets();
  let at = 1_000_000;
  const said: string[] = [];
  const windows = makeWindows(node, await assets, {
    hosts,
    secureCookies: false,
    say: (line) => said.push(line),
    now: () => at,
  });
  return {
    windows,
    reader: (language) => readerAt(windows, language),
    said,
    wait: (milliseconds) => {
      at += milliseconds;
    },
  };
}

/** A reader at those windows, with a jar of their own. */
export function readerAt(windows: Windows, language?: string): Reader {
  const cookies = new Map<string, string>(language === undefined ? [] : [['lang', language]]);
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (!headers.has('host')) headers.set('host', HOST);
    if (!headers.has('accept')) headers.set('accept', 'text/html');
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await windows.fetch(new Request(`http://${HOST}${path}`, { ...init, headers }));
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name === undefined || value === undefined) continue;
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  const send: Reader['send'] = (path, fields, init = {}) =>
    ask(path, { method: 'POST', body: new URLSearchParams(fields), ...init });
  const token = async (path: string): Promise<string> => {
    const html = await (await ask(path)).text();
    return /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
  };
  return {
    ask,
    send,
    token,
    cookies,
    json: async (path) =>
      (await (await ask(path, { headers: { accept: 'application/json' } })).json()) as Record<string, unknown>,
    signIn: async (official) => {
      await send('/sign-in', { csrf: await token('/sign-in'), official });
      return token('/today');
    },
  };
}
