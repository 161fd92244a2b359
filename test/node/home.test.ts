// One live process a home, whatever became of the processes before it.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Refusal } from '../../src/act/refusal.ts';
import { claimHome } from '../../src/node/store/home.ts';
import { bootId, processOf } from '../../src/node/store/proc.ts';

const HOLDER = new URL('./hold-home.ts', import.meta.url).pathname;
let home: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'servanda-home-'));
});

afterEach(async () => {
  for (const child of children.splice(0)) await ended(child, 'SIGKILL');
  await rm(home, { recursive: true, force: true });
});

/** Starts a process that claims the home; its first line is `held` or the code of the refusal. */
async function holder(): Promise<{ readonly child: ChildProcess; readonly said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', HOLDER, home], { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  const said = await new Promise<string>((resolve) => {
    child.stdout?.once('data', (data: Buffer) => resolve(data.toString().trim()));
  });
  return { child, said };
}

async function ended(child: ChildProcess, signal?: 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  if (signal) child.kill(signal);
  await exit;
}

async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const cause: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(cause instanceof Refusal)) throw new Error(`no refusal: ${String(cause)}`);
  return cause;
}

test('a home held by another process is refused, naming the process and since when', async () => {
  const { child, said } = await holder();
  expect(said).toBe('held');
  const refusal = await refusalOf(claimHome(home));
  expect(refusal.code).toBe('home-in-use');
  expect(refusal.detail).toContain(`is used by process ${child.pid}, started 20`);
});

test('a home whose process was killed can be claimed at once', async () => {
  const { child } = await holder();
  await ended(child, 'SIGKILL');
  const claim = await claimHome(home);
  expect(await readdir(join(home, 'claims'))).toHaveLength(1);
  await claim.release();
  expect(await readdir(join(home, 'claims'))).toHaveLength(0);
});

test('a home claimed twice in one process is refused, and free again after release', async () => {
  const first = await claimHome(home);
  expect((await refusalOf(claimHome(home))).code).toBe('home-in-use');
  await first.release();
  await (await claimHome(home)).release();
});

test('of four processes that claim a home at the same instant exactly one holds it', async () => {
  const holders = await Promise.all([holder(), holder(), holder(), holder()]);
  const said = holders.map((one) => one.said).sort();
  expect(said).toEqual(['held', 'home-in-use', 'home-in-use', 'home-in-use']);
});

test('a claim of a process whose number another program has now, or of another boot, holds nothing', async () => {
  const boot = await bootId();
  const parent = await processOf(process.ppid);
  if (parent === undefined) throw new Error('no parent');
  const folder = join(home, 'claims');
  await (await claimHome(home)).release();
  await writeFile(join(folder, `${parent.pid}.${Number(parent.start) - 1}.${boot}`), '');
  await writeFile(join(folder, `${parent.pid}.${parent.start}.00000000-0000-0000-0000-000000000000`), '');
  await (await claimHome(home)).release();
  await writeFile(join(folder, `${parent.pid}.${parent.start}.${boot}`), '');
  expect((await refusalOf(claimHome(home))).code).toBe('home-in-use');
});
