// What the operating system says of another process: whether it still runs, since when, and as what.
import { readFile } from 'node:fs/promises';

/** A process as /proc tells of it. `start` is its start time in clock ticks after boot: with the pid, its identity. */
export interface ProcessSeen {
  readonly pid: number;
  readonly start: string;
}

// proc_pid_stat(5): times in /proc are counted in USER_HZ, which is 100 on every Linux a Node binary exists for.
const TICKS_PER_SECOND = 100;
const GONE: ReadonlySet<string> = new Set(['Z', 'X', 'x']);

async function read(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}

function answersSignal(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as { code?: string }).code === 'EPERM';
  }
}

/**
 * The live process of that pid, or undefined. A zombie is dead: it holds no files and no memory, only its number,
 * and a first process that reaps nothing leaves it so for ever. Where there is no /proc, `start` is '0'.
 */
export async function processOf(pid: number): Promise<ProcessSeen | undefined> {
  if (process.platform !== 'linux') return answersSignal(pid) ? { pid, start: '0' } : undefined;
  const stat = await read(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // proc_pid_stat(5): field 2 is the name in parentheses and may hold anything, so fields are counted from its end.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const state = fields[0] ?? 'X';
  const start = fields[19];
  return GONE.has(state) || start === undefined ? undefined : { pid, start };
}

/** Whether exactly this process still runs; another one that was given the same pid is not it. */
export async function isRunning(seen: ProcessSeen): Promise<boolean> {
  return (await processOf(seen.pid))?.start === seen.start;
}

/** The command line of a process; empty where it is gone. Readable for processes of every user, unlike its `exe`. */
export async function argumentsOf(pid: number): Promise<readonly string[]> {
  const line = await read(`/proc/${pid}/cmdline`);
  return line === undefined || line === '' ? [] : line.replace(/\0$/, '').split('\0');
}

/** Which boot of the machine this is; pids and start times repeat after the next one. */
export async function bootId(): Promise<string> {
  return ((await read('/proc/sys/kernel/random/boot_id')) ?? 'unknown').trim();
}

/** When a process was started, as an instant in ISO 8601; undefined where the system does not tell. */
export async function startedAt(seen: ProcessSeen): Promise<string | undefined> {
  const boot = /^btime (\d+)$/m.exec((await read('/proc/stat')) ?? '')?.[1];
  if (boot === undefined) return undefined;
  const seconds = Number(boot) + Math.floor(Number(seen.start) / TICKS_PER_SECOND);
  return new Date(seconds * 1000).toISOString();
}
