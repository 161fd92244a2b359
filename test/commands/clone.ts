// A copy of this checkout with nothing installed, as a newcomer has it after git clone.
import { cp } from 'node:fs/promises';
import { basename, delimiter, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LEFT_OUT: readonly string[] = ['node_modules', 'dist', '.git', '.servanda', '.cache'];

/** Copies the checkout to `target`, a folder that does not exist. */
export async function cloneTo(target: string): Promise<void> {
  await cp(ROOT, target, { recursive: true, filter: (path) => !LEFT_OUT.includes(basename(path)) });
}

/** The environment of a shell outside of the package: its programs are not on the PATH, and no database is given. */
export function shellEnvironment(): NodeJS.ProcessEnv {
  const own = resolve(ROOT, 'node_modules') + sep;
  const paths = (process.env['PATH'] ?? '').split(delimiter).filter((path) => !resolve(path).startsWith(own));
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|NODE|VITEST|DATABASE_URL)/i.test(name));
  return { ...Object.fromEntries(kept), PATH: paths.join(delimiter) };
}
