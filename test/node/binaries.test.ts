// The programs of PostgreSQL run from wherever npm put them: links missing, folders closed, copies damaged.
import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, readlink, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serverAccount } from '../../src/node/store/account.ts';
import { packedBinaries, prepareBinaries } from '../../src/node/store/binaries.ts';

const ROOT = process.getuid?.() === 0;
let folder: string;
/** A package as npm leaves it with install scripts blocked: without its links. */
let native: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'servanda-binaries-'));
  await chmod(folder, 0o755);
  const source = await packedBinaries();
  native = join(folder, 'package', 'native');
  await mkdir(dirname(native));
  for (const part of ['bin', 'lib', 'pg-symlinks.json', 'share/postgresql/timezonesets']) {
    await cp(join(source, part), join(native, part), { recursive: true, verbatimSymlinks: true });
  }
  await cp(join(dirname(source), 'package.json'), join(dirname(native), 'package.json'));
  for (const entry of await readdir(join(native, 'lib'), { withFileTypes: true })) {
    if (entry.isSymbolicLink()) await rm(join(native, 'lib', entry.name));
  }
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function versionSaidBy(postgres: string): Promise<string> {
  return (await promisify(execFile)(postgres, ['--version'])).stdout.trim();
}

test('links that npm did not make are made in place, by two at once as well', async () => {
  const account = await serverAccount();
  await expect(versionSaidBy(join(native, 'bin', 'postgres'))).rejects.toThrow(/libicu/);
  const both = await Promise.all([prepareBinaries(native, account, []), prepareBinaries(native, account, [])]);
  for (const found of both) expect(found.postgres).toBe(join(native, 'bin', 'postgres'));
  expect(await readlink(join(native, 'lib', 'libpq.so.5'))).toMatch(/^libpq\.so\.5\.\d+$/);
  expect(await versionSaidBy(both[0].postgres)).toMatch(/^postgres \(PostgreSQL\) \d+/);
});

if (ROOT) {
  test('a checkout closed to the server is copied once, whole, and copied again when damaged', async () => {
    const account = await serverAccount();
    await chmod(dirname(native), 0o700);
    const parent = join(folder, 'copies');
    const both = await Promise.all([
      prepareBinaries(native, account, [parent]),
      prepareBinaries(native, account, [parent]),
    ]);
    const { postgres } = both[0];
    expect(postgres.startsWith(parent)).toBe(true);
    expect(await versionSaidBy(postgres)).toMatch(/^postgres \(PostgreSQL\) \d+/);
    const { ino } = await stat(postgres);
    await prepareBinaries(native, account, [parent]);
    expect((await stat(postgres)).ino).toBe(ino);
    await truncate(postgres, 1000);
    await prepareBinaries(native, account, [parent]);
    expect(await versionSaidBy(postgres)).toMatch(/^postgres \(PostgreSQL\) \d+/);
    expect(await readdir(parent)).toHaveLength(1);
  });
} else {
  test('NOT RUN: a checkout closed to the account of the server (only root lends another account)', () => {
    console.warn('NOT RUN: a checkout closed to the account of the server: this is not root.');
    expect(ROOT).toBe(false);
  });
}

test('programs that cannot run anywhere are refused with the reason', async () => {
  await truncate(join(native, 'bin', 'postgres'), 0);
  await chmod(join(native, 'bin', 'postgres'), 0o644);
  await expect(prepareBinaries(native, await serverAccount(), [])).rejects.toThrow(/cannot be run: .*EACCES/);
});
