// Load on one node, and what it costs: clients that wait for their answer, a stream that does not, processor time.
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Said } from './acts.ts';
import type { Side } from './side.ts';

/** Clients of a closed load: each hands over its next act once the one before is recorded. */
export const CLIENTS = 1024;

/** How long a load took, and each act's wait in milliseconds, unsorted. */
export interface Taken {
  readonly seconds: number;
  readonly waits: readonly number[];
}

/** Hands over all acts, `CLIENTS` of them waiting at any time. */
export async function closed(node: Side, acts: readonly Said[]): Promise<Taken> {
  const waits: number[] = [];
  let next = 0;
  const began = performance.now();
  const client = async (): Promise<void> => {
    for (let act = acts[next++]; act !== undefined; act = acts[next++]) {
      const sent = performance.now();
      await node.record(act.bytes, act.parts);
      waits.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return { seconds: (performance.now() - began) / 1000, waits };
}

/** Milliseconds between two breaths of an open load. */
const BREATH = 5;

/**
 * Hands over `rate` acts a second whether or not those before are recorded; a wait runs from when the act was due.
 * `told` hears each act's index and when it was due.
 */
export async function open(
  node: Side,
  acts: readonly Said[],
  rate: number,
  told?: (index: number, due: number) => void,
): Promise<Taken> {
  const waits: number[] = [];
  const under: Promise<void>[] = [];
  const began = performance.now();
  const hand = async (act: Said, due: number): Promise<void> => {
    const index = await node.record(act.bytes, act.parts);
    waits.push(performance.now() - due);
    told?.(index, due);
  };
  for (let next = 0; next < acts.length; ) {
    const due = Math.min(acts.length, Math.floor(((performance.now() - began) / 1000) * rate) + 1);
    for (; next < due; next++) under.push(hand(acts[next] as Said, began + (next / rate) * 1000));
    await wait(BREATH);
  }
  await Promise.all(under);
  return { seconds: (performance.now() - began) / 1000, waits };
}

/** The value below which a share of all values lies. */
export function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
}

// proc_pid_stat(5) counts in USER_HZ, which is 100 on every Linux a Node binary exists for.
const TICKS_PER_SECOND = 100;

interface Usage {
  readonly parent: number;
  readonly seconds: number;
}

async function usageOf(pid: string): Promise<Usage | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (stat === undefined) return undefined;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ').map(Number);
  // Fields 4 (parent), 14 and 15 (own time), 16 and 17 (time of children that have ended), counted from field 3.
  const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + (fields[at] ?? 0), 0);
  return { parent: fields[1] ?? 0, seconds: ticks / TICKS_PER_SECOND };
}

/** Processor seconds used so far by a process and its children, living and ended. */
export async function processorTime(pid: number): Promise<number> {
  let sum = (await usageOf(String(pid)))?.seconds ?? 0;
  for (const name of (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry))) {
    const usage = await usageOf(name);
    if (usage?.parent === pid) sum += usage.seconds;
  }
  return sum;
}

/** Processor time of a node and of its database while `work` runs, in seconds. */
export async function costOf<T>(
  node: Side,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly node: number; readonly database: number }> {
  const before = { own: process.cpuUsage(), database: await processorTime(node.databasePid) };
  const result = await work();
  const own = process.cpuUsage(before.own);
  const database = (await processorTime(node.databasePid)) - before.database;
  return { result, node: (own.user + own.system) / 1e6, database };
}

/** Acts signed and handed over at once, so that a million of them never stand in memory together. */
const CHUNK = 20_000;

/** Records `count` acts through the door, from number `from` on; tells how far it is. */
export async function fill(
  node: Side,
  write: (n: number) => Said,
  from: number,
  count: number,
  say: (line: string) => void,
): Promise<void> {
  for (let done = 0; done < count; ) {
    const next = Math.min(CHUNK, count - done);
    await closed(node, Array.from({ length: next }, (_, i) => write(from + done + i)));
    done += next;
    if (count > CHUNK) say(`${done} of ${count} acts recorded`);
  }
}
