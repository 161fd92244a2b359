// Two servers of Debian's PostgreSQL, one the synchronous standby of the other, on loopback, that a test may kill.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { promisify } from 'node:util';
import { connect, type Sql } from '../../src/node/store/database.ts';
import { freePort } from '../setup/ports.ts';

interface Debian {
  readonly account: () => { readonly uid?: number; readonly gid?: number };
  readonly debianPrograms: () => string | undefined;
}
export const debian = createRequire(import.meta.url)('../../bin/debian-postgres.cjs') as Debian;

const USER = 'servanda';
const DATABASE = 'servanda_ua';
/** A server that is not ready by then will not be. Milliseconds. */
const PATIENCE = 60_000;
const SETTINGS = { unix_socket_directories: '', max_connections: 100, wal_level: 'replica', synchronous_commit: 'on' };

export class Replicated {
  readonly #programs: string;
  readonly #folder: string;
  readonly #password: string;
  readonly #servers: { readonly port: number; readonly data: string; readonly child: ChildProcess }[] = [];

  private constructor(programs: string, folder: string, password: string) {
    this.#programs = programs;
    this.#folder = folder;
    this.#password = password;
  }

  /** A primary, and a standby for which each commit on the primary waits. */
  static async start(programs: string): Promise<Replicated> {
    const folder = await mkdtemp(join(tmpdir(), 'servanda-replicated-'));
    const pair = new Replicated(programs, folder, randomBytes(16).toString('hex'));
    await pair.#own(folder);
    const secret = join(folder, 'password');
    await writeFile(secret, `${pair.#password}\n`, { mode: 0o600 });
    await pair.#own(secret);
    const how = ['--auth=scram-sha-256', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
    const args = ['-U', USER, `--pwfile=${secret}`, ...how];
    await pair.#run('initdb', ['-D', join(folder, 'primary'), ...args]);
    const primary = await pair.#serve('primary');
    const admin = connect({ url: pair.#url([primary], 'postgres') });
    await admin.unsafe(`create database ${DATABASE}`);
    const from = ['-h', '127.0.0.1', '-p', String(primary), '-U', USER, '-X', 'stream', '-R', '-c', 'fast'];
    await pair.#run('pg_basebackup', ['-D', join(folder, 'standby'), ...from]);
    await pair.#serve('standby');
    await admin.unsafe("alter system set synchronous_standby_names = '*'");
    await admin`select pg_reload_conf()`;
    await untilTrue('the standby to be synchronous', async () => (await syncState(admin)) === 'sync');
    await admin.end({ timeout: 5 });
    return pair;
  }

  async #own(path: string): Promise<void> {
    const { uid, gid } = debian.account();
    if (uid === undefined || gid === undefined) return;
    await chown(path, uid, gid);
    await chmod(path, 0o700);
  }

  async #run(program: string, args: readonly string[]): Promise<void> {
    const env = { HOME: this.#folder, PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', PGPASSWORD: this.#password };
    await promisify(execFile)(join(this.#programs, program), [...args], { ...debian.account(), cwd: '/', env });
  }

  async #serve(name: string): Promise<number> {
    const data = join(this.#folder, name);
    const port = await freePort();
    const settings = Object.entries({ ...SETTINGS, listen_addresses: '127.0.0.1', port });
    const args = ['-D', data, ...settings.flatMap(([key, value]) => ['-c', `${key}=${value}`])];
    const log = await open(join(this.#folder, `${name}.log`), 'a');
    const child = spawn(join(this.#programs, 'postgres'), args, {
      ...debian.account(),
      cwd: '/',
      env: { HOME: this.#folder, LC_ALL: 'C.UTF-8' },
      stdio: ['ignore', log.fd, log.fd],
      // A group of its own: a machine that dies takes all its processes with it.
      detached: true,
    });
    await log.close();
    this.#servers.push({ port, data, child });
    const ready = async (): Promise<boolean> => {
      const lines = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
      return lines[7]?.trim() === 'ready';
    };
    await untilTrue(`${name} to be ready`, ready);
    return port;
  }

  #url(ports: readonly number[], database: string, more = ''): string {
    const hosts = ports.map((port) => `127.0.0.1:${port}`).join(',');
    return `postgres://${USER}:${this.#password}@${hosts}/${database}${more}`;
  }

  /** Both hosts in one address: whichever takes writes is used. */
  get url(): string {
    return this.#url(this.#servers.map(({ port }) => port), DATABASE, '?target_session_attrs=read-write');
  }

  /** The second alone. */
  get promoted(): string {
    return this.#url(this.#servers.slice(1).map(({ port }) => port), DATABASE);
  }

  /** The machine of the primary is gone: kill -9 of the server and of every process of its. */
  killPrimary(): void {
    const pid = this.#servers[0]?.child.pid;
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  }

  async promote(): Promise<void> {
    await this.#run('pg_ctl', ['promote', '-w', '-D', join(this.#folder, 'standby')]);
  }

  async stop(): Promise<void> {
    for (const { child } of this.#servers) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      await gone;
    }
    await rm(this.#folder, { recursive: true, force: true });
  }
}

async function syncState(sql: Sql): Promise<string | undefined> {
  const [row] = await sql<{ state: string }[]>`select sync_state as state from pg_stat_replication`;
  return row?.state;
}

async function untilTrue(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const until = Date.now() + PATIENCE; !(await holds()); ) {
    if (Date.now() > until) throw new Error(`replicated: waiting for ${what}`);
    await rest(50);
  }
}
