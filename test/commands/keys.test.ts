// How an operator keeps keys: asked at the start, sealed and unsealed, and never bare without having said so.
import { spawn } from 'node:child_process';
import { mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { twoPorts } from '../setup/ports.ts';
import { environment, NodeProcess } from '../twin/processes.ts';
import { servanda } from './servanda.ts';

const BIN = fileURLToPath(new URL('../../bin/servanda.cjs', import.meta.url));
const PROGRAM = fileURLToPath(new URL('../setup/signing-program.ts', import.meta.url));
const LONG = { timeout: 180_000 };
const PASSPHRASE = 'a passphrase of the operator';

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'servanda-keys-'));
  file = join(folder, 'passphrase');
  await writeFile(file, `${PASSPHRASE}\n`);
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

async function init(name: string, side: 'ua' | 'al', ...more: readonly string[]) {
  const [web, wire] = await twoPorts();
  const home = join(folder, name);
  const host = `${side}.example`;
  const args = ['--home', home, '--side', side, '--host', host, '--port', web, '--wire', wire, ...more];
  return { home, ran: await servanda(['init', ...args]) };
}

/** Texts of every file in a home, but those of a database. */
async function texts(home: string): Promise<readonly string[]> {
  const names = await readdir(home, { recursive: true, withFileTypes: true });
  const kept = names.filter((one) => one.isFile() && !one.parentPath.includes('postgres'));
  return await Promise.all(kept.map(async (one) => await readFile(join(one.parentPath, one.name), 'utf8')));
}

describe('servanda init for a real node', () => {
  test('makes nothing until it is told how the keys are to be kept', async () => {
    const bare = 'keys-plain';
    const { home, ran } = await init('untold', 'ua');
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining(bare)]);
    await expect(readdir(home)).rejects.toThrow('ENOENT');
    const plain = await init('untold', 'ua', '--plain-keys');
    expect([plain.ran.code, plain.ran.out]).toEqual([0, expect.stringContaining('whoever copies the disk can sign')]);
    const run = await servanda(['run', '--home', home]);
    expect([run.code, run.err]).toEqual([1, expect.stringContaining(bare)]);
  });

  test('with a passphrase leaves no private key in clear', async () => {
    const { home, ran } = await init('sealed', 'ua', '--passphrase-file', file);
    expect([ran.code, ran.err, ran.out]).toEqual([0, '', expect.stringContaining('Its keys are sealed')]);
    for (const text of await texts(home)) expect(text).not.toMatch(/PRIVATE KEY|SECRET-KEY|seed/);
  });

  test('with a passphrase too short, or a program that is none, leaves no node behind', async () => {
    await writeFile(join(folder, 'short'), 'short\n');
    const short = await init('refused', 'ua', '--passphrase-file', join(folder, 'short'));
    expect([short.ran.code, short.ran.err]).toEqual([1, expect.stringContaining('(passphrase-wrong)')]);
    const program = await init('refused', 'ua', '--sign-with', join(folder, 'nothing'));
    expect([program.ran.code, program.ran.err]).toEqual([1, expect.stringContaining('(signer-unavailable)')]);
    expect((await init('refused', 'ua', '--plain-keys')).ran.code).toBe(0);
  });
});

describe('servanda keys', () => {
  test('seals, lists, changes and unseals, and a wrong passphrase changes nothing', async () => {
    const { home } = await init('life', 'ua', '--plain-keys');
    const keys = async (deed: string, ...more: readonly string[]) =>
      await servanda(['keys', deed, '--home', home, ...more]);
    const by = ['--passphrase-file', file];
    const before = await texts(home);
    expect((await keys('list')).out).toContain('plain.\nua.example/mirror');
    expect((await keys('seal', ...by)).out).toContain('9 private files are sealed.');
    for (const text of await texts(home)) expect(text).not.toMatch(/PRIVATE KEY|SECRET-KEY|seed/);
    expect((await keys('list')).err).toContain('(keys-sealed)');
    const other = join(folder, 'other');
    await writeFile(other, 'another passphrase\n');
    expect((await keys('unseal', '--passphrase-file', other)).err).toContain('(passphrase-wrong)');
    expect((await keys('change', ...by, '--new-passphrase-file', other)).code).toBe(0);
    expect((await keys('list', ...by)).err).toContain('(passphrase-wrong)');
    expect((await keys('list', '--passphrase-file', other)).out).toContain('sealed.\nua.example/mirror');
    expect((await keys('unseal', '--passphrase-file', other)).out).toContain('9 private files lie open now');
    expect((await texts(home)).toSorted()).toEqual(before.toSorted());
  });

  test('reads the passphrase from a descriptor, also through the launcher, and from the environment', async () => {
    const { home } = await init('descriptor', 'ua', '--passphrase-file', file);
    const handle = await open(file);
    const list = async (args: readonly string[], stdio: number[], env: NodeJS.ProcessEnv) => {
      const child = spawn(process.execPath, [BIN, 'keys', 'list', '--home', home, ...args], {
        env: { ...process.env, ...env },
        stdio: ['ignore', 'ignore', 'ignore', ...stdio],
      });
      return await new Promise((resolve) => child.once('exit', resolve));
    };
    expect(await list(['--passphrase-fd', '3'], [handle.fd], {})).toBe(0);
    expect(await list(['--passphrase-env', 'SECRET'], [], { SECRET: PASSPHRASE })).toBe(0);
    expect(await list(['--passphrase-env', 'SECRET'], [], { SECRET: 'a wrong passphrase' })).toBe(1);
    expect(await list(['--passphrase-env', 'SECRET', '--passphrase-fd', '3'], [handle.fd], {})).toBe(2);
    await handle.close();
  });
});

describe('two real nodes as processes, one sealed, one by a signing program', () => {
  test('found their records, agree, and are opened by every command once they are stopped', LONG, async () => {
    const names = ['al:root/1=1', 'al.example/ua-al-2025/al/1=1', 'al.example/witness=4', 'al.example/mirror=4'];
    const bodies = ['al:mefa/2026-1=1', 'al:mefa/2027-1=1', 'al:node/2026-1=1', 'al:node/2027-1=1'];
    const command = [PROGRAM, 'a secret', join(folder, 'mood'), ...names, ...bodies];
    const ua = await init('real-ua', 'ua', '--passphrase-file', file);
    const al = await init('real-al', 'al', '--sign-with', process.execPath, '--', ...command);
    expect([ua.ran.code, al.ran.code, al.ran.err]).toEqual([0, 0, '']);
    for (const [home, other] of [[ua.home, al.home], [al.home, ua.home]] as const) {
      expect((await servanda(['init', '--home', home, '--counterpart', join(other, 'card.json')])).code).toBe(0);
    }
    const nodes = [
      new NodeProcess('ua', ua.home, await environment(folder, 'ua'), ['--passphrase-file', file]),
      new NodeProcess('al', al.home, await environment(folder, 'al')),
    ];
    try {
      await Promise.all(nodes.map(async (node) => await node.start()));
      for (const { url } of nodes) {
        const told = async () =>
          (await (await fetch(`${url}/record`, { headers: { accept: 'application/json' } })).json()) as {
            concordance: { state: string; sizes: object };
          };
        const agreed = { concordance: { state: 'agrees', sizes: { ua: 2, al: 2 } } };
        await expect.poll(told, { timeout: 60_000 }).toMatchObject(agreed);
      }
    } finally {
      await Promise.all(nodes.map(async (node) => await node.end('SIGTERM')));
    }
    for (const home of [ua.home, al.home]) {
      const bare = (await texts(home)).filter((text) => /"seed"/.test(text));
      expect(bare).toEqual([]);
    }
    // A command that left the signing program running would not end.
    for (const [side, home, by] of [['ua', ua.home, ['--passphrase-file', file]], ['al', al.home, []]] as const) {
      const env = await environment(folder, side);
      for (const deed of [
        ['fsck', ...by],
        ['rebuild', ...by],
        ['bundle', 'out', '--to', join(folder, `${side}.bundle`), '--since', '0', ...by],
        ['bundle', 'key', ...by],
        ['text', 'out', '--out', join(folder, `${side}.xml`), ...by],
        ['export', '--out', join(folder, `${side}.exported`)],
        ['backup', '--to', join(folder, `${side}.backup`)],
      ]) {
        const ran = await servanda([...deed, '--home', home], folder, env);
        expect([deed, ran.code, ran.err]).toEqual([deed, 0, expect.not.stringContaining('servanda ')]);
      }
    }
    const brought = ['bundle', 'in', '--from', join(folder, 'ua.bundle'), '--answer', join(folder, 'answer')];
    const taken = await servanda([...brought, '--home', al.home], folder, await environment(folder, 'al'));
    expect([taken.code, taken.out]).toEqual([0, expect.stringContaining('Took 0 entries; 2 of')]);
  });
});
