// How the tests run: a process a core, one module graph for all files of it, one database server for the whole run.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files of more than 20 seconds, slowest first, as last measured on two cores. */
const SLOWEST = [
  'web/axe',
  'commands/cli',
  'commands/keys',
  'fault/kill',
  'commands/root',
  'web/consultation',
  'twin/kill',
  'twin/part-4-kill',
  'web/story',
  'commands/operate',
  'twin/keys',
  'fault/backup',
  'fault/delivery',
  'fault/damage',
  'commands/fresh',
  'web/room.axe',
];

const rank = ({ moduleId }: TestSpecification): number => {
  const at = SLOWEST.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
  return at < 0 ? SLOWEST.length : at;
};

/** Those that take longest begin first, so that none of them is still running alone at the end. */
class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/setup/cluster.ts'],
    pool: 'forks',
    // Left alone, vitest keeps one core for itself: on two cores that would be one file after another.
    maxWorkers: Math.max(2, availableParallelism()),
    sequence: { sequencer: SlowestFirst },
    // One second instead of nine for the whole run. Nothing happens at import, so files share modules safely.
    isolate: false,
    // Databases are made on a real disk, which other work can keep busy for seconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 30_000,
  },
});
