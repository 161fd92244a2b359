// A script is bundled once, and again only where a source of it has changed; what was kept badly is as if it were not.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scriptText } from '../../src/web/scripts.ts';

type Stamp = readonly [path: string, size: number, changed: number];
interface Bundle {
  readonly sources: readonly Stamp[];
  readonly text: string;
}

let folder: string;
let fresh: string;
const ask = async (): Promise<string> => await scriptText('live.js', pathToFileURL(`${folder}/`));
const file = (): string => join(folder, 'live.js.json');
const bundle = async (): Promise<Bundle> => JSON.parse(await readFile(file(), 'utf8')) as Bundle;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'servanda-scripts-'));
  fresh = await ask();
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

test('is kept with every source it was made of, and nothing half written beside it', async () => {
  expect(fresh).toContain('EventSource');
  const { sources, text } = await bundle();
  expect(text).toBe(fresh);
  const due = ['src/web/scripts.ts', 'src/web/browser/live.ts'];
  expect(sources.map(([path]) => path)).toEqual(expect.arrayContaining(due));
  expect(await readdir(folder)).toEqual(['live.js.json']);
});

test('is taken from there while its sources are as they were', async () => {
  await writeFile(file(), JSON.stringify({ ...(await bundle()), text: 'as it was kept' }));
  expect(await ask()).toBe('as it was kept');
});

test.each([
  ['of another size', (all: readonly Stamp[]) => all.map(([path, size, at]) => [path, size + 1, at])],
  ['changed since', (all: readonly Stamp[]) => all.map(([path, size, at]) => [path, size, at - 1])],
  ['gone', (all: readonly Stamp[]) => [...all, ['src/web/browser/gone.ts', 1, 1]]],
])('is bundled again where a source is %s', async (_what, other) => {
  await writeFile(file(), JSON.stringify({ sources: other((await bundle()).sources), text: 'of before' }));
  expect(await ask()).toBe(fresh);
  expect((await bundle()).text).toBe(fresh);
});

test.each(['', '{"sources":', '{"text":"no sources"}', 'null'])('is bundled again where %j was kept', async (what) => {
  await writeFile(file(), what);
  expect(await ask()).toBe(fresh);
});

test('is bundled where nothing can be kept', async () => {
  await writeFile(join(folder, 'in-the-way'), '');
  expect(await scriptText('live.js', pathToFileURL(`${join(folder, 'in-the-way')}/`))).toBe(fresh);
});
