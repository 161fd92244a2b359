// How fast the registers are made again from the entries.
import type { Bench, Figure, Measuring } from '../src/commands/bench.ts';
import { writerOf } from './acts.ts';
import { costOf, fill } from './load.ts';
import { withPair } from './pair.ts';
import { openSide } from './side.ts';

const ACTS = { quick: 30_000, slow: 300_000 } as const;

async function measure({ say, slow }: Measuring): Promise<readonly Figure[]> {
  return await withPair(async ({ agreement, homes, settings }) => {
    const node = await openSide(homes.ua, { settings: settings.ua, agreement }, true);
    try {
      await node.signing();
      const write = await writerOf(node, homes.ua, agreement);
      const count = slow ? ACTS.slow : ACTS.quick;
      say(`${count} acts of one log, 1,000 rows`);
      await fill(node, write, 0, count, say);
      const began = performance.now();
      const { result, ...cost } = await costOf(node, async () => await node.rebuild());
      const rate = result / ((performance.now() - began) / 1000);
      const each = (seconds: number): number => (seconds / result) * 1e6;
      return [
        { name: 'registers rebuilt', value: rate, unit: '1/s', target: '>= 20,000' },
        { name: '  processor time of an act in the node', value: each(cost.node), unit: 'us' },
        { name: '  processor time of an act in PostgreSQL', value: each(cost.database), unit: 'us' },
      ];
    } finally {
      await node.stop();
    }
  });
}

const bench: Bench = { summary: 'the registers of one node from its entries', measure };
export default bench;
