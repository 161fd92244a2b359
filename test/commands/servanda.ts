// The command line as a person calls it: the real program as a process of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../bin/servanda.cjs', import.meta.url));

/** The environment without a database of the test run: what is started here makes its own. */
const ENV: NodeJS.ProcessEnv = { ...process.env, DATABASE_URL: '' };

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command to its end. */
export async function servanda(args: readonly string[], cwd = process.cwd(), env = ENV): Promise<Ran> {
  const child = spawn(process.execPath, [BIN, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return await new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}

/** What `servanda twin --json` says when it is ready. */
export interface TwinReady {
  readonly ready: true;
  readonly nodes: readonly {
    readonly side: string;
    readonly url: string;
    readonly public: string;
    readonly pid: number;
  }[];
}

export interface Twin {
  readonly ready: TwinReady;
  readonly lines: readonly string[];
  readonly url: (side: string) => string;
  /** Asks it to end, and waits until it and both nodes are gone. */
  readonly end: () => Promise<number | null>;
}

/** Starts a program that speaks as `servanda twin --json` does, and waits until it is ready. */
export async function startTwin(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Twin> {
  const child: ChildProcess = spawn(command, [...args], {
    ...options,
    env: options.env ?? ENV,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  let err = '';
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const ready = await new Promise<TwinReady>((resolve, reject) => {
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      lines.push(line);
      if (line.startsWith('{')) resolve(JSON.parse(line) as TwinReady);
    });
    child.once('exit', (code) => reject(new Error(`the twin ended with ${String(code)}: ${err.slice(-2000)}`)));
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    ready,
    lines,
    url: (side) => ready.nodes.find((node) => node.side === side)?.url ?? '',
    end: async () => {
      child.kill('SIGTERM');
      return await ended;
    },
  };
}

/** `servanda twin --json` on a home. */
export async function twin(home: string, port: number, ...more: readonly string[]): Promise<Twin> {
  return await startTwin(process.execPath, [BIN, 'twin', '--home', home, '--port', String(port), '--json', ...more]);
}

/** The record of one node, as its JSON tells it. */
export interface RecordTold {
  readonly logs: readonly {
    readonly side: string;
    readonly origin: string;
    readonly size: number;
    readonly root: string;
  }[];
  readonly concordance: { readonly state: string; readonly sizes: Readonly<Record<string, number>> };
}

export async function recordOf(at: Twin, side: string): Promise<RecordTold> {
  return (await (
    await fetch(`${at.url(side)}/record`, { headers: { accept: 'application/json' } })
  ).json()) as RecordTold;
}

/** Waits until both nodes say that their records agree, as of at least one act each. */
export async function untilAgreed(at: Twin): Promise<void> {
  for (const side of ['ua', 'al']) {
    for (let tries = 0; ; tries++) {
      const { concordance } = await recordOf(at, side);
      if (concordance.state === 'agrees' && Object.values(concordance.sizes).every((size) => size > 0)) break;
      if (tries > 200) throw new Error(`the records of the twin do not agree: ${JSON.stringify(concordance)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
