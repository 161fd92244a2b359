// Memory: a file goes through the windows, onto the disk and out again, and is never whole in memory.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const SCRIPT = fileURLToPath(new URL('stream.ts', import.meta.url));
const run = promisify(execFile);
/** Mebibytes of the file, and by how many the process may grow beyond what a file of 8 takes. */
const SIZE = process.env['SLOW'] === undefined ? 96 : 300;
const GROWTH = 48;

test('a file larger than what may be held takes no more memory than a small one', { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'servanda-stream-'));
  try {
    const args = ['--max-old-space-size=64', '--import', 'tsx', SCRIPT, folder, String(SIZE)];
    const { stdout } = await run(process.execPath, args);
    const { read, grown } = JSON.parse(stdout) as { readonly read: number; readonly grown: number };
    expect(read).toBe(SIZE * 1024 * 1024);
    expect(grown).toBeLessThan(GROWTH);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
