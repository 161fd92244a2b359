// The fixed files of a window: style, fonts and its one script, read once and served from memory.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Context } from 'hono';
import type { Fonts } from '../paper/sheet.ts';
import { readFonts } from './fonts.ts';
import { type Script, scriptText } from './scripts.ts';

/** A file as served. `etag` is strong: the hash of the very bytes. */
export interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
}

/** The assets by name, and the address of each with its content hash, so that it may be cached for good. */
export interface Assets {
  readonly get: (name: string) => Asset | undefined;
  readonly href: (name: string) => string;
  /** The faces that documents are set in; they are embedded, never served. */
  readonly fonts: Fonts;
}

const FOLDER = new URL('./assets/', import.meta.url);
const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  woff2: 'font/woff2',
};

const FOR_GOOD = 'public, max-age=31536000, immutable';
const FOR_A_DAY = 'public, max-age=86400';

/** Characters of the hash that stand in the address. */
const HASH_LENGTH = 16;

function asset(bytes: Uint8Array, type: string): Asset {
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, HASH_LENGTH);
  return { bytes: new Uint8Array(bytes), type, etag: `"${hash}"` };
}

/** Reads the folder of assets and the scripts. Only what is read here is ever served: no path is looked up. */
export async function readAssets(scripts: readonly Script[] = ['live.js', 'seal.js', 'passkey.js']): Promise<Assets> {
  const all = new Map<string, Asset>();
  const entries = await readdir(FOLDER, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const type = TYPES[entry.name.slice(entry.name.lastIndexOf('.') + 1)];
    if (!entry.isFile() || type === undefined) continue;
    const path = `${entry.parentPath}/${entry.name}`;
    const name = path.slice(fileURLToPath(FOLDER).length).replace(/^\/+/, '');
    all.set(name, asset(await readFile(path), type));
  }
  for (const script of scripts) all.set(script, asset(Buffer.from(await scriptText(script)), TYPES['js'] as string));
  return {
    fonts: await readFonts(),
    get: (name) => all.get(name),
    href: (name) => {
      const found = all.get(name);
      if (found === undefined) throw new Error(`assets: no ${name}`);
      return `/assets/${name}?v=${found.etag.slice(1, -1)}`;
    },
  };
}

/** A fixed file: for good under its own hash, for a day without one, and nothing at all where the reader has it. */
export function replyAsset(c: Context, asset: Asset): Response {
  const named = c.req.query('v') === asset.etag.slice(1, -1);
  c.header('Cache-Control', named ? FOR_GOOD : FOR_A_DAY);
  c.header('Vary', 'Accept-Encoding');
  c.header('ETag', asset.etag);
  const known = (c.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (known.includes(asset.etag)) return c.body(null, 304);
  c.header('Content-Type', asset.type);
  return c.body(asset.bytes);
}
