// The embedded PostgreSQL of a home: opened by making, starting or re-attaching to it, whichever it needs.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  rmdir,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { refuse } from '../../act/refusal.ts';
import { type Account, canEnter, plainEnvironment, serverAccount } from './account.ts';
import { type Binaries, findBinaries, SYSTEM_FOLDER } from './binaries.ts';
import { PORT, runningServer, type Seat, startServer, stopServer, untilReady } from './postmaster.ts';
import { isRunning, type ProcessSeen } from './proc.ts';

/** The one role of an embedded cluster; its socket folder is the password. */
export const SUPERUSER = 'servanda';
const CONNECTIONS = 60;
const INITDB_LIMIT_MS = 120_000;
const HEALTH_LIMIT_S = 10;
// sockaddr_un holds 107 bytes and a NUL; the socket's own name takes fourteen.
const SOCKET_PATH_LIMIT = 92;

/** Where a database of the cluster is, as the driver takes it. */
export interface Address {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

/** A running cluster. It belongs to the process that holds the claim of the home, and outlives its crash. */
export interface Cluster {
  readonly socketDir: string;
  readonly port: number;
  readonly pid: number;
  /** Whether it was running already, or had to be started. */
  readonly found: 'running' | 'stopped' | 'absent';
  options(database: string): Address;
  /** The same as a URI of libpq, for psql and its kin. The driver does not read this form: give it `options`. */
  url(database: string): string;
  /** Stops the server with a checkpoint. A second call does nothing. */
  stop(): Promise<void>;
}

export interface ClusterOptions {
  /** Home of the node, absolute or not. The data goes to `<home>/postgres` where the server can reach it. */
  readonly home: string;
  /** Told in plain lines what takes a moment. */
  readonly say?: (line: string) => void;
  /** How many connections at most. */
  readonly connections?: number;
}

/** Tells where the data of a home is, if it is not in the home. `home` shows whether the file was copied elsewhere. */
interface Elsewhere {
  readonly home: string;
  readonly data: string;
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}

async function readElsewhere(home: string): Promise<Elsewhere | undefined> {
  const text = await readFile(join(home, 'postgres.json'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Elsewhere);
}

async function writeElsewhere(home: string, elsewhere: Elsewhere): Promise<void> {
  const path = join(home, 'postgres.json');
  const file = await open(`${path}.new`, 'w', 0o644);
  await file.writeFile(`${JSON.stringify(elsewhere, null, 2)}\n`);
  await file.sync().finally(() => file.close());
  await rename(`${path}.new`, path);
  await syncFolder(home);
}

/** The folder for the data: in the home, or where the server's account gets to when the home is closed to it. */
async function dataFolder(home: string, account: Account): Promise<string> {
  const told = await readElsewhere(home);
  if (told !== undefined) {
    if (told.home === home) return told.data;
    const first = await readElsewhere(told.home).catch(() => undefined);
    if (first?.data === told.data) {
      throw refuse('home-in-use', `The home ${home} is a copy of ${told.home} and would share its database.`);
    }
    await writeElsewhere(home, { home, data: told.data });
    return told.data;
  }
  const inside = join(home, 'postgres');
  if ((await lstat(inside).catch(() => undefined)) !== undefined || (await canEnter(account, home))) return inside;
  const folder = join(SYSTEM_FOLDER, createHash('sha256').update(home).digest('hex'));
  const way = 'Choose a home that others may pass through (mode 0711), or give a PostgreSQL by DATABASE_URL.';
  try {
    const first = await mkdir(folder, { recursive: true });
    if (first !== undefined && first !== folder) await chmod(SYSTEM_FOLDER, 0o755);
    await chmod(folder, 0o755);
  } catch (cause) {
    const what = `User ${account.uid} cannot enter ${home}, and ${folder} cannot be made.`;
    throw refuse('database-unavailable', `${what} ${way}`, cause);
  }
  const data = join(folder, 'postgres');
  await writeElsewhere(home, { home, data });
  return data;
}

/** A folder only the server's account (and root) can enter, at a path short enough for a socket. */
async function socketFolder(data: string, account: Account): Promise<string> {
  const name = `servanda-${createHash('sha256').update(data).digest('hex').slice(0, 16)}`;
  for (const parent of [tmpdir(), '/tmp', '/var/tmp', '/run']) {
    const folder = join(parent, name);
    if (Buffer.byteLength(folder) > SOCKET_PATH_LIMIT) continue;
    if (!(await canEnter(account, parent).catch(() => false))) continue;
    await mkdir(folder, { mode: 0o700 }).catch((cause: unknown) => {
      if ((cause as { code?: string }).code !== 'EEXIST') throw cause;
    });
    const seen = await lstat(folder);
    // Temporary folders are shared: one of that name made by somebody else is a trap.
    if (!seen.isDirectory() || ![account.uid, process.getuid?.()].includes(seen.uid)) continue;
    await chmod(folder, 0o700);
    if (seen.uid !== account.uid) await chown(folder, account.uid, account.gid);
    return folder;
  }
  throw refuse('database-unavailable', 'No temporary folder can hold the socket of PostgreSQL: set TMPDIR.');
}

/**
 * Makes the data directory. It is made under another name and moved in when whole, so an interrupted making leaves
 * nothing that could be taken for a database; what earlier ones left is cleared here.
 */
async function makeData(programs: Binaries, seat: Seat): Promise<void> {
  const parent = dirname(seat.data);
  const prefix = `${basename(seat.data)}.new-`;
  for (const left of (await readdir(parent)).filter((entry) => entry.startsWith(prefix))) {
    // A killed node leaves its initdb running for a moment: it still writes while its folder is being removed.
    await rm(join(parent, left), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
  const fresh = await mkdtemp(join(parent, prefix));
  const { uid, gid, lent } = seat.account;
  if (lent) await chown(fresh, uid, gid);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${SUPERUSER}`, '--auth-local=trust', '--auth-host=reject'];
  try {
    await promisify(execFile)(programs.initdb, ['-D', fresh, ...access, ...locale, '--data-checksums'], {
      ...(lent ? { uid, gid } : {}),
      cwd: '/',
      env: plainEnvironment(seat.sockets),
      timeout: INITDB_LIMIT_MS,
    });
  } catch (cause) {
    await rm(fresh, { recursive: true, force: true });
    const said = ((cause as { stderr?: string }).stderr ?? '').trim() || String(cause);
    // initdb asks for the name of its user even where it is told another, as in a container run under any number.
    const hint = said.includes('user does not exist') ? ` Give user ${uid} a line in /etc/passwd.` : '';
    throw refuse('database-unavailable', `Making a database in ${seat.data} failed: ${said}.${hint}`, cause);
  }
  await rename(fresh, seat.data);
  await syncFolder(parent);
}

/** Whether there is data of the same major version as the programs; another version is refused, not overwritten. */
async function hasData(data: string, version: string): Promise<boolean> {
  if ((await lstat(data).catch(() => undefined)) === undefined) return false;
  const made = (await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  if (made === version.split('.')[0]) return true;
  const what = made === '' ? 'is no database' : `is a database of PostgreSQL ${made}, and the programs are ${version}`;
  throw refuse('database-unavailable', `The folder ${data} ${what}. Move it away, or restore from a backup.`);
}

/** Asks the server something small. A server that runs and does not answer is of no use. */
async function answers(address: Address): Promise<boolean> {
  const sql = postgres({ ...address, max: 1, connect_timeout: HEALTH_LIMIT_S, onnotice: () => undefined });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function address(seat: Seat, database: string): Address {
  return { host: seat.sockets, port: PORT, user: SUPERUSER, database };
}

/** The server our own crash left running, if it is of use; otherwise it is stopped. */
async function reattach(seat: Seat, say: (line: string) => void): Promise<ProcessSeen | undefined> {
  const server = await runningServer(seat.data);
  if (server === undefined) return undefined;
  if ((await untilReady(seat.data, server)) === 'gone') return undefined;
  if (await answers(address(seat, 'postgres'))) return server;
  say(`PostgreSQL of ${seat.data} runs as process ${server.pid} and does not answer; it is stopped.`);
  await stopServer(server);
  return undefined;
}

interface Running {
  readonly server: ProcessSeen;
  readonly found: Cluster['found'];
}

async function running(seat: Seat, say: (line: string) => void): Promise<Running> {
  const left = await reattach(seat, say);
  if (left !== undefined) return { server: left, found: 'running' };
  const programs = await findBinaries(seat.account);
  const found = (await hasData(seat.data, programs.version)) ? 'stopped' : 'absent';
  if (found === 'absent') {
    say(`Making a database in ${seat.data}.`);
    await makeData(programs, seat);
  }
  return { server: await startServer(programs.postgres, seat), found };
}

/**
 * Opens the cluster of a home. The caller holds the claim of the home (`claimHome`): two processes may not do this to
 * one home at once. After `kill -9` of the node the server still runs and is used again; after `kill -9` of the server
 * it is started again and recovers. Throws `database-unavailable` with the reason, `home-in-use` for a copied home.
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  if (process.platform !== 'linux') {
    throw refuse('database-unavailable', 'PostgreSQL comes with Servanda on Linux only. Give one by DATABASE_URL.');
  }
  const say = options.say ?? (() => undefined);
  const account = await serverAccount();
  await mkdir(options.home, { recursive: true });
  const home = await realpath(options.home);
  const data = await dataFolder(home, account);
  const sockets = await socketFolder(data, account);
  const log = join(home, 'postgres.log');
  const seat: Seat = { data, sockets, log, account, connections: options.connections ?? CONNECTIONS };
  const { found, server } = await running(seat, say).catch(async (cause: unknown) => {
    await rmdir(sockets).catch(() => undefined);
    throw cause;
  });
  return {
    socketDir: sockets,
    port: PORT,
    pid: server.pid,
    found,
    options: (database) => address(seat, database),
    url: (database) => `postgresql://${SUPERUSER}@/${database}?host=${encodeURIComponent(sockets)}&port=${PORT}`,
    stop: async () => {
      if (!(await isRunning(server))) return;
      await stopServer(server);
      await rm(sockets, { recursive: true, force: true });
    },
  };
}
