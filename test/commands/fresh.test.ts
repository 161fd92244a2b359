// A newcomer's machine: a clone with nothing installed, and one command.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cloneTo, shellEnvironment } from './clone.ts';
import { freeBlock } from '../setup/ports.ts';
import { startTwin } from './servanda.ts';

const folder = await mkdtemp(join(tmpdir(), 'servanda-fresh-'));
afterAll(async () => await rm(folder, { recursive: true, force: true }));

test('npm start in a clone with nothing installed brings up both nodes, and their first page', async () => {
  const clone = join(folder, 'clone');
  await cloneTo(clone);
  const args = [
    'start',
    '--silent',
    '--',
    '--home',
    join(folder, 'home'),
    '--port',
    String(await freeBlock(6)),
    '--json',
  ];
  const twin = await startTwin('npm', args, { cwd: clone, env: shellEnvironment() });
  try {
    expect(twin.lines.map((line) => JSON.parse(line) as unknown)).toEqual([twin.ready]);
    for (const { url } of twin.ready.nodes) {
      const page = await fetch(`${url}/agreement`);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('<h1');
    }
  } finally {
    await twin.end();
  }
}, 300_000);
