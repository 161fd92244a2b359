// How long a node that has lost its database needs to have its own log back from its counterpart.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Bench, Figure, Measuring } from '../src/commands/bench.ts';
import { writerOf } from './acts.ts';
import { costOf, fill } from './load.ts';
import { type Pair, startCounterpart, withPair } from './pair.ts';
import { openSide, type Side } from './side.ts';

const ACTS = { quick: 20_000, slow: 1_000_000 } as const;
const MILLION = 1_000_000;
/** How long the counterpart may take to hold and judge everything. Milliseconds an act, and at least. */
const EACH = 5;
const LEAST = 60_000;

/** Waits until the counterpart holds and has judged all `size` entries, and both sides' registers agree. */
async function untilAgreed(node: Side, size: number): Promise<void> {
  const limit = performance.now() + LEAST + EACH * size;
  for (;;) {
    const { logs, concordance } = await node.node.record();
    const held = logs.find((log) => log.own)?.cosignatures.find((one) => one.role === 'mirror')?.size ?? 0;
    const agreed = concordance.state === 'agrees' && concordance.sizes['ua'] === size;
    if (held >= size && agreed) return;
    if (performance.now() > limit) throw new Error(`bench: the counterpart holds ${held} of ${size} entries`);
    await wait(100);
  }
}

async function fillPair({ agreement, homes, settings }: Pair, count: number, say: Measuring['say']): Promise<number> {
  const node = await openSide(homes.ua, { settings: settings.ua, agreement });
  try {
    await node.signing();
    const write = await writerOf(node, homes.ua, agreement);
    await fill(node, write, 0, count, say);
    const [own] = await node.sql<{ size: number }[]>`select size from logs where log = 0`;
    const size = own?.size ?? 0;
    const began = performance.now();
    await untilAgreed(node, size);
    say(`the counterpart held and had judged all of them ${((performance.now() - began) / 1000).toFixed(1)} s later`);
    return size;
  } finally {
    await node.stop();
  }
}

async function measure({ say, slow }: Measuring): Promise<readonly Figure[]> {
  return await withPair(async (pair) => {
    const { agreement, homes, settings } = pair;
    const count = slow ? ACTS.slow : ACTS.quick;
    const counterpart = await startCounterpart(homes.al);
    try {
      const size = await fillPair(pair, count, say);
      await rm(join(homes.ua, 'postgres'), { recursive: true });
      const began = performance.now();
      const node = await openSide(homes.ua, { settings: settings.ua, agreement });
      try {
        const cost = await costOf(node, async () => await node.signing());
        const seconds = (performance.now() - began) / 1000;
        const [own] = await node.sql<{ size: number; folded: number }[]>`select size, folded from logs where log = 0`;
        if (own?.size !== size || own.folded !== size) throw new Error(`bench: ${own?.size} of ${size} came back`);
        const each = (spent: number): number => (spent / size) * 1e6;
        return [
          { name: `${size} acts restored, from an empty disk to signing again`, value: seconds, unit: 's' },
          { name: 'acts restored', value: size / seconds, unit: '1/s', target: '>= 3,333' },
          { name: '  1,000,000 acts at that rate', value: (MILLION / size) * seconds, unit: 's', target: '<= 300' },
          { name: '  processor time of an act in the node', value: each(cost.node), unit: 'us' },
          { name: '  processor time of an act in its PostgreSQL', value: each(cost.database), unit: 'us' },
        ];
      } finally {
        await node.stop();
      }
    } finally {
      await counterpart.end();
    }
  });
}

const bench: Bench = { summary: 'a lost node from its counterpart, own log and registers', measure };
export default bench;
