// How long the twin takes from the command to the first page, on an empty home and on one that was used before.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { cloneTo, shellEnvironment } from '../test/commands/clone.ts';
import { freeBlock } from '../test/setup/ports.ts';
import type { Bench, Figure, Measuring } from '../src/commands/bench.ts';

const START = fileURLToPath(new URL('../bin/start.cjs', import.meta.url));
const ROUNDS = 5;

interface Started {
  readonly seconds: number;
  /** Resident memory of each node process, MiB. */
  readonly memory: readonly number[];
}

async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}

type Command = readonly [program: string, args: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv }];

/** Starts the twin, waits for the first page of both sides, ends it. */
async function start(home: string, port: number, command: Command = ['node', [START], {}]): Promise<Started> {
  const began = performance.now();
  const [program, args, options] = command;
  const child = spawn(program, [...args, '--home', home, '--port', String(port), '--json'], {
    ...options,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const line = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).once('line', resolve);
      child.once('exit', (code) => reject(new Error(`the twin ended with ${String(code)}`)));
    });
    const { nodes } = JSON.parse(line) as { nodes: readonly { url: string; pid: number }[] };
    await Promise.all(nodes.map(async ({ url }) => await (await fetch(`${url}/agreement`)).text()));
    const seconds = (performance.now() - began) / 1000;
    return { seconds, memory: await Promise.all(nodes.map(async ({ pid }) => await memoryOf(pid))) };
  } finally {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** `npm start` in a clone with nothing installed: npm's own cache and line decide most of it. */
async function startClone(folder: string, port: number): Promise<number> {
  const clone = join(folder, 'clone');
  await cloneTo(clone);
  const command: Command = ['npm', ['start', '--silent', '--'], { cwd: clone, env: shellEnvironment() }];
  return (await start(join(folder, 'fresh'), port, command)).seconds;
}

async function measure({ say }: Measuring): Promise<readonly Figure[]> {
  const home = await mkdtemp(join(tmpdir(), 'servanda-bench-'));
  const port = await freeBlock(6);
  try {
    const first = await start(join(home, 'twin'), port);
    say(`first start ${first.seconds.toFixed(2)} s`);
    const again: Started[] = [];
    for (let round = 0; round < ROUNDS; round++) again.push(await start(join(home, 'twin'), port));
    const clone = await startClone(home, port);
    return [
      { name: 'clone with nothing installed: npm start to first page', value: clone, unit: 's' },
      {
        name: 'twin, empty home: command to first page of both sides',
        value: first.seconds,
        unit: 's',
        target: '<= 6 s',
      },
      {
        name: `twin, used home: the same, median of ${ROUNDS}`,
        value: median(again.map((one) => one.seconds)),
        unit: 's',
        target: '<= 6 s',
      },
      {
        name: 'memory of one node after the first page (RSS)',
        value: Math.max(...again.flatMap((one) => one.memory)),
        unit: 'MiB',
        target: '<= 350',
      },
    ];
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

const bench: Bench = { summary: 'the twin from the command to the first page', measure };
export default bench;
