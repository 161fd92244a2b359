// servanda label: from one form to another, and what cannot be kept to is refused.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { World } from '../../src/commands/command.ts';
import { label } from '../../src/commands/label.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'servanda-label-'));
});
afterAll(async () => await rm(folder, { recursive: true }));

async function run(text: string, options: Readonly<Record<string, string>>): Promise<{ out: string; err: string }> {
  const path = join(folder, 'label');
  await writeFile(path, text);
  const [out, err]: [string[], string[]] = [[], []];
  const world: World = {
    env: {},
    cwd: folder,
    print: (line) => out.push(line),
    say: (line) => err.push(line),
    secret: async () => await Promise.resolve(undefined),
    ended: Promise.resolve(),
  };
  await label.run({ options: { in: path, ...options }, rest: [] }, world);
  return { out: out.join('\n'), err: err.join('\n') };
}

const LABEL = { tlp: 'AMBER+STRICT', rel: ['AL', 'UA'], codes: ['H2'], orcon: true };

test('goes out as STANAG 4774 and comes back as it was', async () => {
  const { out, err } = await run(JSON.stringify(LABEL), { as: 'stanag' });
  expect(err).toBe('Ring C.');
  expect(JSON.parse((await run(out, { from: 'stanag' })).out)).toEqual(LABEL);
});

test('goes out as STIX, IEP and handling codes', async () => {
  const text = JSON.stringify(LABEL);
  expect(JSON.parse((await run(text, { as: 'stix' })).out)).toMatchObject({ name: 'TLP:AMBER+STRICT' });
  expect(JSON.parse((await run(text, { as: 'iep' })).out)).toMatchObject({ tlp: 'amber+strict' });
  expect((await run(text, { as: 'europol' })).out).toBe('H2');
});

test('comes in as STIX, IEP and handling codes, released to whom the form cannot say', async () => {
  const stix = JSON.stringify({ object_marking_refs: ['marking-definition--f88d31f6-486f-44da-b317-01333bde0b82'] });
  const amber = { tlp: 'AMBER', rel: ['AL', 'UA'] };
  expect(JSON.parse((await run(stix, { from: 'stix', rel: 'AL,UA' })).out)).toEqual(amber);
  const iep = JSON.stringify({ iep_version: '2.0', tlp: 'green', permitted_actions: 'none' });
  expect(JSON.parse((await run(iep, { from: 'iep', rel: 'AL' })).out)).toMatchObject({ tlp: 'GREEN', action: 'NONE' });
  expect(JSON.parse((await run('H1, H2\n', { from: 'europol', rel: 'UA' })).out)).toMatchObject({ orcon: true });
  await expect(run(stix, { from: 'stix' })).rejects.toThrow('Say --rel');
});

test('is refused where it says what cannot be kept to', async () => {
  const other = JSON.stringify({ object_marking_refs: ['marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ec'] });
  await expect(run(other, { from: 'stix', rel: 'UA' })).rejects.toThrow('no TLP');
  await expect(run('{}', {})).rejects.toThrow('label-refused');
  await expect(run('nothing', {})).rejects.toThrow('JSON');
  await expect(run('{}', { as: 'smoke' })).rejects.toThrow('--as smoke is none of');
});
