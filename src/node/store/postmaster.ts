// The server process of one data directory: seen, started, waited for and stopped.
import { spawn } from 'node:child_process';
import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { refuse } from '../../act/refusal.ts';
import { type Account, plainEnvironment } from './account.ts';
import { argumentsOf, isRunning, type ProcessSeen, processOf } from './proc.ts';

/** Port number in the socket's name; nothing listens on a network. */
export const PORT = 5432;
const POLL_MS = 5;
// Recovery after a crash reads at most max_wal_size; the rest of the limit is for a slow disk.
const READY_LIMIT_MS = 300_000;
const MEMORY_LIMIT_MS = 60_000;
const FAST_LIMIT_MS = 60_000;
const IMMEDIATE_LIMIT_MS = 15_000;
const LOG_LIMIT_BYTES = 16 * 1024 * 1024;
// Above every pid_max (2^22), so it is never alive. PostgreSQL reads the pid into an int.
const NO_PID = 2_147_483_647;
const MEMORY_IN_USE = /pre-existing shared memory block/;

/** Where one server lives. All paths are absolute. */
export interface Seat {
  readonly data: string;
  readonly sockets: string;
  readonly log: string;
  readonly account: Account;
  readonly connections: number;
}

/** What `postmaster.pid` says: pid in line 1, state in line 8 (PostgreSQL, miscadmin.h, LOCK_FILE_LINE_*). */
interface PidFile {
  readonly pid: number;
  readonly status: string;
  readonly lines: readonly string[];
}

async function readPidFile(data: string): Promise<PidFile | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  return { pid: Number(lines[0]), status: (lines[7] ?? '').trim(), lines };
}

/**
 * The running server of that data directory, or undefined. Its pid file alone proves nothing: the pid may be a zombie's
 * or belong to another program by now, so the command line must name this directory.
 */
export async function runningServer(data: string): Promise<ProcessSeen | undefined> {
  const file = await readPidFile(data);
  if (file === undefined || !(file.pid > 0)) return undefined;
  const seen = await processOf(file.pid);
  if (seen === undefined) return undefined;
  const line = await argumentsOf(file.pid);
  return basename(line[0] ?? '') === 'postgres' && line.includes(data) ? seen : undefined;
}

/** Waits until the server takes connections: 'ready', or 'gone' when it ended before. */
export async function untilReady(data: string, server: ProcessSeen): Promise<'ready' | 'gone'> {
  const limit = performance.now() + READY_LIMIT_MS;
  while (performance.now() < limit) {
    const file = await readPidFile(data);
    if (file?.pid === server.pid && file.status === 'ready') return 'ready';
    if (!(await isRunning(server))) return 'gone';
    await wait(POLL_MS);
  }
  throw refuse('database-unavailable', `PostgreSQL of ${data} was not ready after ${READY_LIMIT_MS / 1000} seconds.`);
}

async function untilGone(server: ProcessSeen, limit: number): Promise<boolean> {
  const end = performance.now() + limit;
  while (await isRunning(server)) {
    if (performance.now() > end) return false;
    await wait(POLL_MS);
  }
  return true;
}

async function signal(server: ProcessSeen, name: 'SIGINT' | 'SIGQUIT'): Promise<void> {
  if (!(await isRunning(server))) return;
  try {
    process.kill(server.pid, name);
  } catch (cause) {
    if ((cause as { code?: string }).code !== 'ESRCH') throw cause;
  }
}

/** Stops it: fast, which rolls back what is open and writes a checkpoint; at once, if that takes too long. */
export async function stopServer(server: ProcessSeen): Promise<void> {
  await signal(server, 'SIGINT');
  if (await untilGone(server, FAST_LIMIT_MS)) return;
  await signal(server, 'SIGQUIT');
  if (await untilGone(server, IMMEDIATE_LIMIT_MS)) return;
  throw new Error(`postgres: process ${server.pid} stops neither on SIGINT nor on SIGQUIT`);
}

/**
 * Makes what a dead server left behind harmless. The pid in its pid file is replaced by one that cannot live, not the
 * file removed: by the rest of it PostgreSQL finds out whether orphans still use the old shared memory, and waits.
 */
async function disarm(seat: Seat): Promise<void> {
  const file = await readPidFile(seat.data);
  const path = join(seat.data, 'postmaster.pid');
  if (file !== undefined && file.pid > 0) {
    await writeFile(path, [String(NO_PID), ...file.lines.slice(1)].join('\n'));
  } else {
    // A power cut can leave it empty, and an empty one keeps PostgreSQL from starting.
    await rm(path, { force: true });
  }
  for (const name of [`.s.PGSQL.${PORT}`, `.s.PGSQL.${PORT}.lock`]) await rm(join(seat.sockets, name), { force: true });
}

function settings(seat: Seat): readonly string[] {
  const given = {
    listen_addresses: '',
    unix_socket_directories: seat.sockets,
    unix_socket_permissions: '0700',
    port: String(PORT),
    max_connections: String(seat.connections),
    shared_buffers: '64MB',
    // What was acknowledged is on the disk. These are the defaults; no edited postgresql.conf may say otherwise.
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    wal_level: 'replica',
    max_wal_size: '512MB',
    // A file of the log that is done with is taken away, not kept for use again: what was erased must not lie in it.
    wal_recycle: 'off',
    // Synchronous reads need no worker processes; the record is read by index.
    io_method: 'sync',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    logging_collector: 'off',
    log_destination: 'stderr',
  };
  return Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Starts the program in a process group of its own, so that Ctrl-C in a terminal reaches the node and not it. */
async function launch(postgres: string, seat: Seat): Promise<ProcessSeen | undefined> {
  const log = await open(seat.log, 'a', 0o640);
  try {
    const child = spawn(postgres, ['-D', seat.data, ...settings(seat)], {
      ...(seat.account.lent ? { uid: seat.account.uid, gid: seat.account.gid } : {}),
      cwd: '/',
      env: plainEnvironment(seat.sockets),
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    child.unref();
    return child.pid === undefined ? undefined : await processOf(child.pid);
  } catch (cause) {
    throw refuse('database-unavailable', `Starting ${postgres} failed: ${String(cause)}.`, cause);
  } finally {
    await log.close();
  }
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.size ?? 0;
}

/** Starts the server of that seat and waits until it takes connections. Nothing may be running there. */
export async function startServer(postgres: string, seat: Seat): Promise<ProcessSeen> {
  await disarm(seat);
  if ((await sizeOf(seat.log)) > LOG_LIMIT_BYTES) await rename(seat.log, `${seat.log}.1`);
  const limit = performance.now() + MEMORY_LIMIT_MS;
  for (;;) {
    const from = await sizeOf(seat.log);
    const server = await launch(postgres, seat);
    if (server !== undefined && (await untilReady(seat.data, server)) === 'ready') return server;
    const said = (await readFile(seat.log)).subarray(from).toString('utf8').trim();
    // Orphans of a killed server end as soon as they notice; until then PostgreSQL will not share its data with them.
    if (!MEMORY_IN_USE.test(said) || performance.now() > limit) {
      const last = said.split('\n').slice(-3).join(' ');
      throw refuse('database-unavailable', `PostgreSQL of ${seat.data} did not start: ${last} See ${seat.log}.`);
    }
    await wait(200);
  }
}
