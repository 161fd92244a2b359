// The pure rooms as a package: packed, unpacked elsewhere, imported by name by a plain Node.js, verifying an export.
import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { syntheticExport } from '../verify/synthetic.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);
/** All that the pure rooms may lean on. */
const BENEATH = ['typebox', '@noble/curves', '@noble/hashes', '@scure/bip39'];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'servanda-packed-'));
  const packed = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: ROOT, maxBuffer: 2 ** 26 });
  const [tarball] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  expect(packed.stdout).toContain(tarball);
  const home = join(folder, 'node_modules', 'servanda');
  await mkdir(home, { recursive: true });
  await run('tar', ['-xzf', join(folder, tarball ?? ''), '-C', home, '--strip-components=1']);
  for (const name of BENEATH) {
    await mkdir(dirname(join(folder, 'node_modules', name)), { recursive: true });
    await symlink(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
  }
}, 120_000);
afterAll(async () => await rm(folder, { recursive: true, force: true }));

const CHECK = `
import { createPublicKey, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Refusal, parseAct, parseKey } from 'servanda/act';
import { parseCheckpoint, rootOf } from 'servanda/log';
import { verifyExport } from 'servanda/verify';
const by = (prefix) => (key, message, signature) => {
  const spki = Buffer.concat([Buffer.from(prefix, 'hex'), key]);
  return verify(null, message, createPublicKey({ key: spki, format: 'der', type: 'spki' }), signature);
};
const verification = {
  ed25519: by('302a300506032b6570032100'),
  'ml-dsa-44': by('30820532300b06096086480165030403110382052100'),
};
const read = async (path) => await readFile('export/' + path).then((bytes) => new Uint8Array(bytes), () => undefined);
const { ok, acts, logs, findings } = await verifyExport({ read }, verification);
let code;
try { parseKey('no key'); } catch (cause) { code = cause instanceof Refusal ? cause.code : 'another class'; }
const kinds = [typeof parseAct, typeof parseCheckpoint, typeof rootOf];
console.log(JSON.stringify({ ok, acts, sizes: logs.map((log) => log.size), findings: findings.length, code, kinds }));
`;

async function checked(): Promise<unknown> {
  const { stdout } = await run(process.execPath, ['check.mjs'], { cwd: folder });
  return JSON.parse(stdout);
}

describe('the packed package', () => {
  test('gives act, log and verify by name, as JavaScript that needs nothing of this machine', async () => {
    const home = join(folder, 'node_modules', 'servanda');
    const built = (await readdir(join(home, 'dist'), { recursive: true })).filter((name) => name.endsWith('.js'));
    expect(built).toEqual(expect.arrayContaining(['act/index.js', 'log/index.js', 'verify.js']));
    for (const name of built) {
      const text = await readFile(join(home, 'dist', name), 'utf8');
      expect([name, /from '(node:|\.\.\/(?:node|web|agreement)\/)/.exec(text)?.[0]]).toEqual([name, undefined]);
      await access(join(home, 'dist', name.replace(/\.js$/, '.d.ts')));
    }
    await expect(access(join(home, 'test'))).rejects.toThrow('ENOENT');
    await expect(access(join(ROOT, 'dist'))).rejects.toThrow('ENOENT');
  });

  test('verifies an export, and finds the one bit that has moved', async () => {
    const files = syntheticExport(5);
    for (const [path, bytes] of files) {
      await mkdir(dirname(join(folder, 'export', path)), { recursive: true });
      await writeFile(join(folder, 'export', path), bytes);
    }
    await writeFile(join(folder, 'check.mjs'), CHECK);
    const kinds = ['function', 'function', 'function'];
    const good = { ok: true, acts: 10, sizes: [5, 5], findings: 0, code: 'key-not-admissible', kinds };
    expect(await checked()).toEqual(good);
    const path = join(folder, 'export', 'ua', 'tile', 'entries', '000.p', '5');
    const bytes = await readFile(path);
    bytes[200] = (bytes[200] as number) ^ 1;
    await writeFile(path, bytes);
    expect(await checked()).toMatchObject({ ok: false });
  });
});
