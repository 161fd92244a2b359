// Two nodes as real processes, made and run by the real command, which a test may kill.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import { changeSettings } from '../../src/node/config.ts';
import { ensureDatabase, connect } from '../../src/node/store/database.ts';
import { twoPorts } from '../setup/ports.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MAIN = join(ROOT, 'src/main.ts');
/** How long a node may take to be ready, and to end. Milliseconds. */
const PATIENCE = 40_000;

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the real command line to its end. */
export async function servanda(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<Ran> {
  const run = promisify(execFile);
  try {
    const done = await run(process.execPath, ['--import', 'tsx', MAIN, ...args], {
      cwd: ROOT,
      env,
      timeout: PATIENCE * 2,
    });
    return { code: 0, out: done.stdout, err: done.stderr };
  } catch (cause) {
    const failed = cause as { code?: number; stdout?: string; stderr?: string };
    return {
      code: typeof failed.code === 'number' ? failed.code : -1,
      out: failed.stdout ?? '',
      err: failed.stderr ?? '',
    };
  }
}

/** One node as a process. */
export class NodeProcess {
  readonly side: string;
  readonly home: string;
  /** What a command needs to find the same database. */
  readonly env: NodeJS.ProcessEnv;
  readonly #more: readonly string[];
  #child: ChildProcess | undefined;
  url = '';

  constructor(side: string, home: string, env: NodeJS.ProcessEnv, more: readonly string[] = []) {
    this.#more = more;
    this.side = side;
    this.home = home;
    this.env = env;
  }

  async start(): Promise<void> {
    const run = ['run', '--home', this.home, '--json', ...this.#more];
    const child = spawn(process.execPath, ['--import', 'tsx', MAIN, ...run], {
      cwd: ROOT,
      env: this.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    this.url = await new Promise<string>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`the node of ${this.side} is not ready: ${err}`)), PATIENCE);
      child.once('exit', (code) => reject(new Error(`the node of ${this.side} ended with ${String(code)}: ${err}`)));
      createInterface({ input: child.stdout }).once('line', (line) => {
        clearTimeout(late);
        resolve((JSON.parse(line) as { url: string }).url);
      });
    });
  }

  /** Ends it with a signal; kill -9 leaves it no moment to tidy up. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  }
}

export interface Processes {
  readonly nodes: readonly [NodeProcess, NodeProcess];
  readonly close: () => Promise<void>;
}

/** Makes two homes with the real command, each pinning the other's card, and starts both nodes. */
export async function startProcesses(clock: string): Promise<Processes> {
  const folder = await mkdtemp(join(tmpdir(), 'servanda-processes-'));
  const [uaWeb, uaWire] = await twoPorts();
  const [alWeb, alWire] = await twoPorts();
  const made = [
    { side: 'ua', web: uaWeb, wire: uaWire, host: 'kyiv.example' },
    { side: 'al', web: alWeb, wire: alWire, host: 'tirana.example' },
  ];
  for (const { side, web, wire, host } of made) {
    const home = join(folder, side);
    const ran = await servanda([
      'init',
      '--home',
      home,
      '--side',
      side,
      '--host',
      host,
      '--port',
      web,
      '--wire',
      wire,
      '--exercise',
    ]);
    if (ran.code !== 0) throw new Error(ran.err);
    await changeSettings(home, { clockOffset: Date.parse(clock) - Date.now() });
  }
  for (const [side, other] of [
    ['ua', 'al'],
    ['al', 'ua'],
  ] as const) {
    const ran = await servanda([
      'init',
      '--home',
      join(folder, side),
      '--counterpart',
      join(folder, other, 'card.json'),
    ]);
    if (ran.code !== 0) throw new Error(ran.err);
  }
  const nodes = await Promise.all(
    made.map(async ({ side }) => new NodeProcess(side, join(folder, side), await environment(folder, side))),
  );
  await Promise.all(nodes.map(async (node) => await node.start()));
  return {
    nodes: nodes as unknown as readonly [NodeProcess, NodeProcess],
    close: async () => {
      await Promise.all(nodes.map(async (node) => await node.end('SIGTERM')));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** With DATABASE_URL each node gets a database of its own on that server; otherwise its embedded one. */
export async function environment(folder: string, side: string): Promise<NodeJS.ProcessEnv> {
  const { admin } = inject('database');
  if (!('url' in admin)) return { ...process.env, DATABASE_URL: '' };
  const name = `${folder
    .replace(/[^a-z0-9]/gi, '')
    .toLowerCase()
    .slice(-30)}_${side}`.replace(/^[^a-z]+/, '');
  const sql = connect(admin);
  await ensureDatabase(sql, name).finally(() => sql.end({ timeout: 5 }));
  const url = new URL(admin.url);
  url.pathname = `/${name}`;
  return { ...process.env, DATABASE_URL: url.href };
}
