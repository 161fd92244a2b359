// How soon the counterpart has received an act, under a steady stream of acts, both nodes on this machine.
import type { Bench, Figure, Measuring } from '../src/commands/bench.ts';
import { acts, writerOf } from './acts.ts';
import { costOf, open, processorTime, quantile } from './load.ts';
import { startCounterpart, withPair } from './pair.ts';
import { openSide, type Side } from './side.ts';

/** Acts a second, and for how many seconds. */
const RATE = 1000;
const SECONDS = { quick: 15, slow: 60 } as const;
const WARM_SECONDS = 3;
/** How long the last of them may take. Milliseconds. */
const LAST = 60_000;

/** Tells each growth of the mirror's cosignature until `stop`. */
function watch(node: Side, grown: (size: number) => void): () => Promise<void> {
  let asking: Promise<void> | undefined;
  let again = false;
  const ask = async (): Promise<void> => {
    do {
      again = false;
      const [row] = await node.sql<{ size: number | null }[]>`
        select max(size) as size from cosignatures where log = 0 and role = 'mirror'`;
      grown(row?.size ?? 0);
    } while (again);
    asking = undefined;
  };
  const stop = node.node.subscribe(({ what }) => {
    if (what !== 'line') return;
    again = true;
    asking ??= ask();
  });
  return async () => {
    stop();
    await asking;
  };
}

async function stream(node: Side, said: Parameters<typeof open>[1]): Promise<readonly number[]> {
  const waiting = new Map<number, number>();
  const waits: number[] = [];
  let held = 0;
  const settle = (): void => {
    for (const [index, due] of waiting) {
      if (index >= held) continue;
      waits.push(performance.now() - due);
      waiting.delete(index);
    }
  };
  const end = watch(node, (size) => {
    held = size;
    settle();
  });
  await open(node, said, RATE, (index, due) => {
    waiting.set(index, due);
    if (index < held) settle();
  });
  const limit = performance.now() + LAST;
  while (waiting.size > 0 && performance.now() < limit) await new Promise((resolve) => setTimeout(resolve, 20));
  await end();
  if (waiting.size > 0) throw new Error(`bench: ${waiting.size} acts were not received after ${LAST / 1000} s`);
  return waits;
}

async function measure({ say, slow }: Measuring): Promise<readonly Figure[]> {
  return await withPair(async ({ agreement, homes, settings }) => {
    const counterpart = await startCounterpart(homes.al);
    try {
      const node = await openSide(homes.ua, { settings: settings.ua, agreement });
      try {
        await node.signing();
        const write = await writerOf(node, homes.ua, agreement);
        const count = RATE * (slow ? SECONDS.slow : SECONDS.quick);
        say(`${RATE} acts a second through one node to a counterpart with a process and a database of its own`);
        await stream(node, acts(write, 0, RATE * WARM_SECONDS));
        const said = acts(write, RATE * WARM_SECONDS, count);
        const before = await processorTime(counterpart.pid);
        const { result, ...cost } = await costOf(node, async () => await stream(node, said));
        const across = (await processorTime(counterpart.pid)) - before;
        const each = (seconds: number): number => (seconds / count) * 1e6;
        return [
          { name: 'received at 1,000 acts/s, median', value: quantile(result, 0.5), unit: 'ms', target: '<= 250' },
          { name: '  99 of 100', value: quantile(result, 0.99), unit: 'ms', target: '<= 1,000' },
          { name: '  processor time of an act in the issuing node', value: each(cost.node), unit: 'us' },
          { name: '  processor time of an act in its PostgreSQL', value: each(cost.database), unit: 'us' },
          { name: '  processor time of an act in the receiving node', value: each(across), unit: 'us' },
        ];
      } finally {
        await node.stop();
      }
    } finally {
      await counterpart.end();
    }
  });
}

const bench: Bench = { summary: 'from handing an act over to the mirror cosignature that covers it', measure };
export default bench;
