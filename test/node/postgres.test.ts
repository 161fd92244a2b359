// The embedded PostgreSQL outlives what happens to it: kills, zombies, closed folders, half-made data.
import { type ChildProcess, spawn } from 'node:child_process';
import { appendFile, chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Refusal } from '../../src/act/refusal.ts';
import { serverAccount } from '../../src/node/store/account.ts';
import { type Cluster, openCluster } from '../../src/node/store/postgres.ts';
import { argumentsOf, isRunning, processOf } from '../../src/node/store/proc.ts';
import { databaseFolder } from '../setup/folder.ts';

const ROOT = process.getuid?.() === 0;
const OPENER = new URL('./open-cluster.ts', import.meta.url).pathname;
let home: string;
let clusters: Cluster[];
const children: ChildProcess[] = [];

beforeEach(async () => {
  home = await mkdtemp(join(await databaseFolder(), 'servanda-postgres-'));
  await chmod(home, 0o755);
  clusters = [];
});

afterEach(async () => {
  for (const cluster of clusters.reverse()) await cluster.stop();
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

async function opened(path = home): Promise<Cluster> {
  const cluster = await openCluster({ home: path });
  clusters.push(cluster);
  return cluster;
}

async function ask<T>(cluster: Cluster, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres({ ...cluster.options('postgres'), max: 1, onnotice: () => undefined });
  return work(sql).finally(() => sql.end({ timeout: 1 }));
}

const keep = (cluster: Cluster, word: string) =>
  ask(cluster, async (sql) => {
    await sql`create table if not exists kept (word text)`;
    await sql`insert into kept values (${word})`;
  });
const kept = (cluster: Cluster) =>
  ask(cluster, async (sql) => (await sql<{ word: string }[]>`select word from kept`).map((row) => row.word));

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let left = 2000; !(await what()); left -= 1) {
    if (left === 0) throw new Error('it did not come to pass');
    await wait(5);
  }
}

async function killed(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  await until(async () => (await processOf(pid)) === undefined);
}

/** A process of the operating system that opens the cluster and is then killed, as a node can be. */
async function openedByAnother(when: 'at once' | 'when open'): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', OPENER, home], { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  const mark = when === 'at once' ? 'Making' : 'open';
  await new Promise<void>((resolve) => {
    child.stdout?.on('data', (data: Buffer) => data.toString().includes(mark) && resolve());
  });
  return child;
}

test('a new home gets a database that is durable, checks its pages and listens on no network', async () => {
  const cluster = await opened();
  expect(cluster.found).toBe('absent');
  const shown = await ask(cluster, async (sql) => {
    const names = ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'listen_addresses'];
    const rows = await sql<{ name: string; setting: string }[]>`
      select name, setting from pg_settings where name in ${sql(names)} order by name`;
    return rows.map((row) => `${row.name}=${row.setting}`);
  });
  expect(shown).toEqual([
    'data_checksums=on',
    'fsync=on',
    'full_page_writes=on',
    'listen_addresses=',
    'synchronous_commit=on',
  ]);
  const letters = await ask(cluster, (sql) => sql`select s from unnest(array['a', 'B', 'é', 'ж']) s order by s`);
  expect(letters.map((row) => String(row['s']))).toEqual(['B', 'a', 'é', 'ж']);
  const { mode, uid } = await stat(cluster.socketDir);
  expect([mode & 0o777, uid]).toEqual([0o700, (await serverAccount()).uid]);
  expect(cluster.url('postgres')).toContain(encodeURIComponent(cluster.socketDir));
});

test('the server never runs as root', async () => {
  const cluster = await opened();
  const status = await readFile(`/proc/${cluster.pid}/status`, 'utf8');
  expect(/^Uid:\t(\d+)/m.exec(status)?.[1]).toBe(String((await serverAccount()).uid));
  expect(/^Uid:\t(\d+)/m.exec(status)?.[1]).not.toBe('0');
});

test('a stopped database starts again with its data, and stopping leaves no process and no socket', async () => {
  const first = await opened();
  await keep(first, 'pacta');
  await first.stop();
  await first.stop();
  expect(await processOf(first.pid)).toBeUndefined();
  await expect(stat(first.socketDir)).rejects.toThrow('ENOENT');
  const second = await opened();
  expect(second.found).toBe('stopped');
  expect(await kept(second)).toEqual(['pacta']);
});

test('a killed server is recovered at the next opening with everything it acknowledged', async () => {
  const first = await opened();
  await keep(first, 'sunt');
  await killed(first.pid);
  const second = await opened();
  expect(second.found).toBe('stopped');
  expect(await kept(second)).toEqual(['sunt']);
});

test('a server killed while a session is busy in its memory is recovered when that session has ended', async () => {
  const first = await opened();
  await keep(first, 'busy');
  const sql = postgres({ ...first.options('postgres'), max: 1 });
  const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  // A loop that never looks up does not notice that its server is gone; it holds the shared memory until it is done.
  const loop = sql`select count(*) from generate_series(1, 15000000)`.catch(() => undefined);
  await wait(100);
  await killed(first.pid);
  const orphan = await processOf(row?.pid ?? 0);
  if (orphan === undefined) throw new Error('the session ended with its server: nothing is shown');
  const second = await opened();
  expect(await isRunning(orphan)).toBe(false);
  expect(await kept(second)).toEqual(['busy']);
  await loop;
  await sql.end({ timeout: 1 });
});

test('a server left running by a killed node is used again, and stopped when asked', async () => {
  const child = await openedByAnother('when open');
  child.kill('SIGKILL');
  const pid = Number((await readFile(join(home, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
  const cluster = await opened();
  expect([cluster.found, cluster.pid]).toEqual(['running', pid]);
  await keep(cluster, 'servanda');
  const again = await opened();
  expect([again.found, again.pid, await kept(again)]).toEqual(['running', pid, ['servanda']]);
  await again.stop();
  expect(await processOf(pid)).toBeUndefined();
});

test('a server running without its socket is stopped and started with one', async () => {
  const first = await opened();
  await keep(first, 'socket');
  await rm(first.socketDir, { recursive: true });
  const second = await opened();
  expect(second.found).toBe('stopped');
  expect(second.pid).not.toBe(first.pid);
  expect(await kept(second)).toEqual(['socket']);
});

test('a killed server that stays a zombie, because nobody reaps it, does not hold the database', async () => {
  const first = await opened();
  await keep(first, 'zombie');
  const line = await argumentsOf(first.pid);
  await first.stop();
  const { uid, gid, lent } = await serverAccount();
  await mkdir(first.socketDir, { mode: 0o700 });
  if (lent) await chown(first.socketDir, uid, gid);
  // `exec` makes the shell, parent of the server, into a sleep that never waits for it.
  const careless = spawn('/bin/sh', ['-c', '"$@" 2>/dev/null & exec sleep 600', 'sh', ...line], {
    ...(lent ? { uid, gid } : {}),
    cwd: '/',
    stdio: 'ignore',
  });
  children.push(careless);
  const pidFile = join(home, 'postgres', 'postmaster.pid');
  await until(async () => (await readFile(pidFile, 'utf8').catch(() => '')).includes('ready'));
  const running = await opened();
  expect(running.found).toBe('running');
  await killed(running.pid);
  expect(await readFile(`/proc/${running.pid}/stat`, 'utf8')).toMatch(/\) Z /);
  const second = await opened();
  expect(second.found).toBe('stopped');
  expect(await kept(second)).toEqual(['zombie']);
});

test('the pid of a killed server may belong to another program by now, or its pid file be empty', async () => {
  const pidFile = join(home, 'postgres', 'postmaster.pid');
  let cluster = await opened();
  await keep(cluster, 'reused');
  // A program of the server's own account: PostgreSQL alone would take it for its predecessor and refuse to start.
  const { uid, gid, lent } = await serverAccount();
  const other = spawn('/bin/sleep', ['600'], { ...(lent ? { uid, gid } : {}), cwd: '/', stdio: 'ignore' });
  children.push(other);
  await killed(cluster.pid);
  const lines = (await readFile(pidFile, 'utf8')).split('\n');
  await writeFile(pidFile, [String(other.pid), ...lines.slice(1)].join('\n'));
  cluster = await opened();
  expect(other.exitCode).toBeNull();
  await killed(cluster.pid);
  await writeFile(pidFile, '');
  cluster = await opened();
  expect(await kept(cluster)).toEqual(['reused']);
});

test('two homes have two servers at once and nothing in common', async () => {
  const names = ['kyiv', 'tirana'];
  const both = await Promise.all(names.map((name) => opened(join(home, name))));
  await Promise.all(both.map((cluster, index) => keep(cluster, names[index] ?? '')));
  expect(await Promise.all(both.map(kept))).toEqual([['kyiv'], ['tirana']]);
});

test('making a database that was killed half way is begun again', async () => {
  const child = await openedByAnother('at once');
  await until(async () => {
    const fresh = (await readdir(home)).find((name) => name.startsWith('postgres.new-'));
    return fresh !== undefined && (await readdir(join(home, fresh))).length > 5;
  });
  child.kill('SIGKILL');
  expect(await readdir(home)).not.toContain('postgres');
  const cluster = await opened();
  expect(cluster.found).toBe('absent');
  await keep(cluster, 'whole');
  expect(await kept(cluster)).toEqual(['whole']);
});

test('a folder of something else, or of another version, is refused and left as it is', async () => {
  const data = join(home, 'postgres');
  await mkdir(data);
  await writeFile(join(data, 'letter.txt'), 'keep me');
  await expect(openCluster({ home })).rejects.toThrow(/is no database/);
  await writeFile(join(data, 'PG_VERSION'), '9\n');
  const refusal: unknown = await openCluster({ home }).catch((cause: unknown) => cause);
  expect(refusal instanceof Refusal && refusal.code).toBe('database-unavailable');
  expect(String(refusal)).toContain('PostgreSQL 9');
  expect(await readdir(data)).toEqual(['PG_VERSION', 'letter.txt']);
});

test('a server that cannot start is refused with its own last words', async () => {
  const first = await opened();
  await first.stop();
  await appendFile(join(home, 'postgres', 'postgresql.conf'), '\nno_such_setting = 1\n');
  await expect(openCluster({ home })).rejects.toThrow(/no_such_setting/);
});

if (ROOT) {
  test('a home closed to the account of the server keeps its data elsewhere and says where', async () => {
    const closed = join(home, 'closed');
    await mkdir(closed, { mode: 0o700 });
    const first = await opened(closed);
    await keep(first, 'elsewhere');
    const { data } = JSON.parse(await readFile(join(closed, 'postgres.json'), 'utf8')) as { readonly data: string };
    try {
      expect(data).toMatch(/^\/var\/lib\/servanda\/[0-9a-f]{64}\/postgres$/);
      await first.stop();
      expect(await kept(await opened(closed))).toEqual(['elsewhere']);
      const copy = join(home, 'copy');
      await mkdir(copy);
      await writeFile(join(copy, 'postgres.json'), await readFile(join(closed, 'postgres.json')));
      await expect(openCluster({ home: copy })).rejects.toThrow(/is a copy of/);
    } finally {
      for (const cluster of clusters) await cluster.stop();
      await rm(join(data, '..'), { recursive: true, force: true });
    }
  });
} else {
  test('NOT RUN: a home closed to the account of the server (only root lends another account)', () => {
    console.warn('NOT RUN: a home closed to the account of the server: this is not root.');
    expect(ROOT).toBe(false);
  });
}
