// The scripts of a window: each bundled from its sources, and kept beside the dependencies until one of them changes.
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The scripts that a window may serve, by the name under which it does; what seals is fetched where a page asks. */
const SCRIPTS = {
  'live.js': new URL('./browser/live.ts', import.meta.url),
  'seal.js': new URL('./browser/seal.ts', import.meta.url),
  'proof.js': new URL('./browser/proof.ts', import.meta.url),
  'passkey.js': new URL('./browser/passkey.ts', import.meta.url),
} as const;
export type Script = keyof typeof SCRIPTS;

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const KEPT = new URL('../../node_modules/.cache/scripts/', import.meta.url);

/** A source as it was: npm gives every file one time of writing, but a file that is replaced has another of change. */
type Stamp = readonly [path: string, size: number, changed: number];

/** A bundle with what it was made of. */
interface Bundle {
  readonly sources: readonly Stamp[];
  readonly text: string;
}

async function stamp(path: string): Promise<Stamp> {
  const { size, ctimeMs } = await stat(ROOT + path);
  return [path, size, ctimeMs];
}

/** What was kept, where each of its sources is as it was; a file that is not whole or not ours is as none. */
async function kept(script: Script, folder: URL): Promise<string | undefined> {
  try {
    const { sources, text } = JSON.parse(await readFile(new URL(`${script}.json`, folder), 'utf8')) as Bundle;
    const now = await Promise.all(sources.map(async ([path]) => await stamp(path)));
    return JSON.stringify(now) === JSON.stringify(sources) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** Another process may do the same at once: each writes a file of its own, and the last that is whole stands. */
async function keep(script: Script, folder: URL, paths: readonly string[], text: string): Promise<void> {
  const own = new URL(`${script}.${randomBytes(8).toString('hex')}`, folder);
  try {
    const bundle: Bundle = { sources: await Promise.all(paths.map(stamp)), text };
    await mkdir(folder, { recursive: true });
    await writeFile(own, JSON.stringify(bundle));
    await rename(own, new URL(`${script}.json`, folder));
  } catch {
    // Where nothing may be written it is bundled at each start.
    await rm(own, { force: true }).catch(() => undefined);
  }
}

/** A script as it is served, in UTF-8; out of `folder` where it was kept there. */
export async function scriptText(script: Script, folder = KEPT): Promise<string> {
  const found = await kept(script, folder);
  if (found !== undefined) return found;
  const { build } = await import('esbuild');
  const made = await build({
    absWorkingDir: ROOT,
    entryPoints: [fileURLToPath(SCRIPTS[script])],
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
  });
  const [file] = made.outputFiles;
  if (file === undefined) throw new Error(`scripts: esbuild made no file of ${script}`);
  // How it is bundled stands in this file.
  await keep(script, folder, ['src/web/scripts.ts', ...Object.keys(made.metafile.inputs)], file.text);
  return file.text;
}
