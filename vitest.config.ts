// How the tests run: one process a core, one module graph for all files of it, one database server for the whole run.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/setup/cluster.ts'],
    pool: 'forks',
    // One second instead of nine for the whole run. Nothing happens at import, so files share modules safely.
    isolate: false,
    // Databases are made on a real disk, which other work can keep busy for seconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 30_000,
  },
});
