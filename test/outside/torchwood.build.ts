// Torchwood as programs of this machine: built from the modules named in go.mod, with the Go that they ask for.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('./torchwood/', import.meta.url));
const LITEWITNESS = 'filippo.io/torchwood/cmd/litewitness';
/** The Go that torchwood asks for; an older one fetches it as it fetches modules. */
const ENV = { ...process.env, GOTOOLCHAIN: 'go1.27.3' };
/** Fetching, and building a database engine from source, for the first time. Milliseconds. */
export const BUILD_LIMIT = 400_000;

/** Builds `torch` and `litewitness` into a folder; why they cannot be had, or undefined where they are there. */
export function buildTorchwood(folder: string): string | undefined {
  const options = { cwd: SOURCE, env: ENV, encoding: 'utf8', timeout: BUILD_LIMIT } as const;
  if (spawnSync('go', ['version'], { ...options, env: process.env }).error !== undefined) {
    return 'Go is not on this machine';
  }
  if (spawnSync('go', ['version'], options).status !== 0) return `${ENV.GOTOOLCHAIN} cannot be fetched`;
  const fetched = spawnSync('go', ['list', '-deps', '.', LITEWITNESS], options);
  if (fetched.status !== 0) return 'Go cannot fetch torchwood and what it needs';
  for (const tool of ['ssh-agent', 'ssh-add', 'ssh-keygen']) {
    if (spawnSync('which', [tool]).status !== 0) return `${tool} is not on this machine`;
  }
  for (const [name, what] of [
    ['torch', '.'],
    ['litewitness', LITEWITNESS],
  ] as const) {
    const built = spawnSync('go', ['build', '-o', join(folder, name), what], options);
    if (built.status !== 0) throw new Error(`outside: go build ${what} failed: ${built.stderr}`);
  }
  return undefined;
}
