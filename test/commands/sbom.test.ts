// servanda sbom: the bill of materials says what the lock file says, the same twice, and what npm says of it too.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { sbomOf } from '../../src/commands/sbom.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

interface Component {
  readonly purl: string;
  readonly name: string;
  readonly scope: string;
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
  readonly 'bom-ref': string;
}
interface Bom {
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

/** What npm makes of the same lock file, without asking anybody. */
async function byNpm(): Promise<Bom> {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--offline'];
  const child = spawn('npm', args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'ignore'] });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  await new Promise((resolve) => child.once('close', resolve));
  return JSON.parse(out) as Bom;
}

test('names every package of the lock file with its hash, once, and the same each time', async () => {
  const lock = await readFile(`${ROOT}package-lock.json`, 'utf8');
  const bom = sbomOf(lock) as Bom;
  const { packages } = JSON.parse(lock) as { packages: Record<string, object> };
  expect(bom.components.map((one) => one['bom-ref'])).toEqual(Object.keys(packages).filter(Boolean).sort());
  expect(sbomOf(lock)).toEqual(bom);
  const bare = bom.components.filter(({ hashes }) => !/^[0-9a-f]{128}$/.test(hashes[0]?.content ?? ''));
  expect(bare).toEqual([]);
  const manifest = JSON.parse(await readFile(`${ROOT}package.json`, 'utf8')) as Record<string, Record<string, string>>;
  const required = bom.components.filter(({ scope }) => scope !== 'excluded').map(({ name }) => name);
  for (const name of Object.keys(manifest['dependencies'] ?? {})) expect(required).toContain(name);
  const root = bom.dependencies.find(({ ref }) => ref === 'servanda');
  const asked = Object.keys(manifest['dependencies'] ?? {}).map((name) => `node_modules/${name}`);
  expect(root?.dependsOn).toEqual(expect.arrayContaining(asked));
});

test('names the same packages as npm does', async () => {
  const own = sbomOf(await readFile(`${ROOT}package-lock.json`, 'utf8')) as Bom;
  const theirs = await byNpm();
  const purls = ({ components }: Bom): readonly string[] => [...new Set(components.map(({ purl }) => purl))].sort();
  expect(purls(own)).toEqual(purls(theirs));
});
