// Refusals around a record: homes, cards, command lines, sessions and forms, each provoked once.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Command, EXIT, needed, portOf, readCommandLine } from '../../src/commands/command.ts';
import { readSettings, type Settings, writeSettings } from '../../src/node/config.ts';
import { openIdentity } from '../../src/node/identity.ts';
import { claimHome } from '../../src/node/store/home.ts';
import { servanda } from '../commands/servanda.ts';
import { AGREEMENT } from '../web/agreement.ts';
import { fakeNode, KINDS } from '../web/fake.node.ts';
import { open } from '../web/windows.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'servanda-around-'));
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

const SETTINGS: Settings = {
  version: 1,
  side: 'ua',
  agreement: 'ua-al-2025',
  host: 'kyiv.example',
  epoch: 1,
  exercise: true,
  web: 0,
  wire: 0,
  clockOffset: 0,
};

describe('a home', () => {
  test('in which there is no node is not known', async () => {
    await expect(readSettings(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'home-unknown' });
  });

  test('in which there is one is not made again, and keeps its settings', async () => {
    const home = join(folder, 'held');
    await writeSettings(home, SETTINGS);
    await expect(writeSettings(home, { ...SETTINGS, side: 'al' })).rejects.toMatchObject({ code: 'home-exists' });
    expect(await readSettings(home)).toEqual(SETTINGS);
  });

  test('without the card of the counterpart opens no identity', async () => {
    const home = join(folder, 'alone');
    await writeSettings(home, SETTINGS);
    await expect(openIdentity(home, SETTINGS, new Date())).rejects.toMatchObject({ code: 'peer-unknown' });
  });
});

describe('a command line', () => {
  const command: Command = {
    name: 'stand',
    form: '',
    summary: '',
    options: [{ name: 'port', value: 'N', help: '' }],
    run: () => Promise.resolve(EXIT.done),
  };

  test.each<[string, () => unknown]>([
    ['an option that is none', () => readCommandLine(command, ['--speed', '9'])],
    ['an option without its value', () => readCommandLine(command, ['--port'])],
    ['a port that is none', () => portOf(readCommandLine(command, ['--port', '65536']), 'port')],
    ['a value missing', () => needed(readCommandLine(command, []), 'port')],
  ])('with %s cannot be understood', (_what, read) => {
    expect(read).toThrow(expect.objectContaining({ name: 'Refusal', code: 'usage' }));
  });

  test('that brings up two nodes whose homes others use says that a node ended before it was ready', async () => {
    const home = join(folder, 'twin');
    const claims = await Promise.all(['ua', 'al'].map(async (side) => await claimHome(join(home, side))));
    const ran = await servanda(['twin', '--home', home]);
    await Promise.all(claims.map(async (claim) => await claim.release()));
    const [cause, code] = ['home-in-use', 'node-ended'];
    expect(ran.err).toContain(`(${cause})`);
    expect(ran.err).toContain(`(${code})`);
    expect(ran.code).toBe(EXIT.failed);
  });
});

describe('a window', () => {
  const asJson = { accept: 'application/json' };

  test('shows drafts to nobody who is not signed in', async () => {
    const reader = (await open(fakeNode({ agreement: AGREEMENT }))).reader();
    const response = await reader.ask('/drafts', { headers: asJson });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([401, 'session-missing']);
  });

  test('takes no form without the token of its session, nor one that another site has sent', async () => {
    const reader = (await open(fakeNode({ agreement: AGREEMENT }))).reader();
    const csrf = await reader.signIn('writer');
    const fields = { kind: KINDS.stated, wish: 'a tower' };
    const sent = async (token: string, headers: Readonly<Record<string, string>>): Promise<unknown> => {
      const response = await reader.send('/drafts', { ...fields, csrf: token }, { headers: { ...asJson, ...headers } });
      return [response.status, ((await response.json()) as { code: string }).code];
    };
    expect(await sent('A'.repeat(43), {})).toEqual([403, 'form-expired']);
    expect(await sent(csrf, { 'sec-fetch-site': 'cross-site' })).toEqual([403, 'form-expired']);
    expect(await sent(csrf, { origin: 'https://evil.example' })).toEqual([403, 'form-expired']);
  });
});
