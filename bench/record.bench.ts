// How many signed acts one node takes in a second, how long each waits, and what an act costs.
import type { Bench, Figure, Measuring } from '../src/commands/bench.ts';
import { acts, writerOf } from './acts.ts';
import { CLIENTS, closed, costOf, open, quantile } from './load.ts';
import { withPair } from './pair.ts';
import { openSide } from './side.ts';

const WARM = 2000;
const ACTS = { quick: 20_000, slow: 200_000 } as const;
const HALF_SECONDS = 5;

async function measure({ say, slow }: Measuring): Promise<readonly Figure[]> {
  return await withPair(async ({ agreement, homes, settings }) => {
    const node = await openSide(homes.ua, { settings: settings.ua, agreement }, true);
    try {
      await node.signing();
      const write = await writerOf(node, homes.ua, agreement);
      const count = slow ? ACTS.slow : ACTS.quick;
      say(`one node without a counterpart; ${count} acts signed beforehand, ${CLIENTS} clients in its process`);
      await closed(node, acts(write, 0, WARM));
      const said = acts(write, WARM, count);
      const { result, ...cost } = await costOf(node, async () => await closed(node, said));
      const rate = count / result.seconds;
      const half = acts(write, WARM + count, Math.floor((rate / 2) * HALF_SECONDS));
      const { waits } = await open(node, half, rate / 2);
      const each = (seconds: number): number => (seconds / count) * 1e6;
      return [
        { name: 'acts verified, judged, recorded', value: rate, unit: '1/s', target: '>= 5,000' },
        { name: '  wait at full load, median', value: quantile(result.waits, 0.5), unit: 'ms' },
        { name: '  wait at full load, 99 of 100', value: quantile(result.waits, 0.99), unit: 'ms' },
        { name: '  wait at half of that rate, median', value: quantile(waits, 0.5), unit: 'ms' },
        { name: '  wait at half of that rate, 99 of 100', value: quantile(waits, 0.99), unit: 'ms', target: '<= 100' },
        { name: '  processor time of an act in the node', value: each(cost.node), unit: 'us' },
        { name: '  processor time of an act in PostgreSQL', value: each(cost.database), unit: 'us' },
      ];
    } finally {
      await node.stop();
    }
  });
}

const bench: Bench = { summary: 'signed acts through the door of one node, fsync on', measure };
export default bench;
