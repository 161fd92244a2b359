// Keys that a program holds: a node speaks, cosigns and founds by it; where it fails nothing is half done.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { formatKey } from '../../src/act/key.ts';
import { NOTIFICATION_GIVEN } from '../../src/areas/final/kinds.ts';
import { setToken } from '../../src/node/keyring.ts';
import { VERIFICATION, verifyEd25519 } from '../../src/node/keys.ts';
import { Token } from '../../src/node/token.ts';
import { official, openPair, type Pair, say, type Side } from '../twin/pair.ts';

const PROGRAM = fileURLToPath(new URL('../setup/signing-program.ts', import.meta.url));
const NAMES = [
  'ua:root/1=1',
  'ua.example/ua-al-2025/ua/1=1',
  'ua.example/witness=4',
  'ua.example/mirror=4',
  'ua:mfa/2026-1=1',
  'ua:node/2026-1=1',
];
const MESSAGE = new TextEncoder().encode('what is signed');

let folder: string;
let mood: string;
const command = (...names: readonly string[]): readonly string[] =>
  [process.execPath, PROGRAM, 'a secret of the operator', mood, ...names];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'servanda-token-'));
  mood = join(folder, 'mood');
});
afterEach(async () => await rm(mood, { force: true }));
afterAll(async () => await rm(folder, { recursive: true, force: true }));

async function withToken<T>(names: readonly string[], limit: number, use: (token: Token) => Promise<T>): Promise<T> {
  const settings = { format: 'servanda/token/v1' as const, command: [...command(...names)], limit };
  const token = new Token(settings, VERIFICATION);
  try {
    return await use(token);
  } finally {
    token.close();
  }
}

describe('a signing program', () => {
  test('names its keys and signs with each, many requests at a time', async () => {
    await withToken(NAMES, 20_000, async (token) => {
      const keys = await token.list();
      expect(keys.map(({ key }) => `${key.name}=${key.type}`)).toEqual(NAMES);
      const signed = await Promise.all(keys.map(async ({ key, sign }) => [key, await sign(MESSAGE)] as const));
      const good = signed.filter(([key, signature]) => verifyEd25519(key.bytes, MESSAGE, signature));
      expect(good).toHaveLength(NAMES.length);
    });
  });

  test.each([
    ['dies', /has ended \(3\)/],
    ['sleeps', /gave no answer in 2000 ms/],
    ['lies', /a signature that is not by ua:root\/1/],
    ['babbles', /wrote what is no answer: "PIN\?"/],
    ['refuses', /said: the token is locked/],
  ])('that %s is refused clearly, and asked anew it signs', async (how, said) => {
    await withToken(NAMES, 2000, async (token) => {
      const [root] = await token.list();
      await writeFile(mood, how);
      const refused = { code: 'signer-unavailable', detail: expect.stringMatching(said) as unknown };
      await expect(root?.sign(MESSAGE)).rejects.toMatchObject(refused);
      await rm(mood);
      expect(verifyEd25519(root?.key.bytes ?? MESSAGE, MESSAGE, (await root?.sign(MESSAGE)) ?? MESSAGE)).toBe(true);
    });
  });

  test('that cannot be started, or names a key twice, is refused', async () => {
    const nothing = { format: 'servanda/token/v1' as const, command: [join(folder, 'nothing')], limit: 2000 };
    await expect(new Token(nothing, VERIFICATION).list()).rejects.toMatchObject({ code: 'signer-unavailable' });
    const [first] = await withToken(NAMES, 20_000, async (held) => await held.list());
    const written = first === undefined ? '' : formatKey(first.key);
    const answer = JSON.stringify({ id: 1, keys: [written, written] });
    const doubled = ['/bin/sh', '-c', `read line; echo '${answer}'; read line`];
    const token = new Token({ format: 'servanda/token/v1', command: doubled, limit: 5000 }, VERIFICATION);
    await expect(token.list()).rejects.toMatchObject({ code: 'key-damaged' });
    token.close();
  });

  test('that ends again and again is left alone after twenty starts in a minute', async () => {
    const ends = { format: 'servanda/token/v1' as const, command: ['/bin/false'], limit: 5000 };
    const token = new Token(ends, VERIFICATION);
    for (let i = 0; i < 20; i++) await expect(token.list()).rejects.toThrow(/has ended|EPIPE/);
    await expect(token.list()).rejects.toThrow(/left alone/);
  });
});

describe('a node whose keys a program holds', () => {
  let pair: Pair;
  beforeAll(async () => {
    const prepare = async (side: Side, home: string): Promise<void> => {
      if (side === 'ua') await setToken(home, command(...NAMES), 3000);
    };
    pair = await openPair(undefined, undefined, undefined, { prepare });
  });
  afterAll(async () => await pair.close());

  const NOTE = { procedures: ['EXERCISE law'], noteDate: ['2026-08-28'], channel: ['node'] };

  test('founds its record, signs checkpoints and cosigns, and has no private key on its disk', async () => {
    await pair.settled();
    const files = await readdir(join(pair.seats.ua.home, 'keys'));
    expect(files).toEqual(['token.json']);
    expect(await readFile(join(pair.seats.ua.home, 'keys', 'token.json'), 'utf8')).not.toContain('seed');
    for (const side of ['ua', 'al'] as const) {
      const { logs } = await pair.node(side).node.record();
      // Its program holds no ML-DSA-44 keys: it cosigns by Ed25519 alone, and is itself cosigned by both.
      const told = logs.map((log) => `${log.side} ${log.size} ${log.cosignatures.length}`);
      expect(new Set(told)).toEqual(new Set(['al 2 2', 'ua 2 4']));
    }
  });

  test('whose program dies in the midst of an act records nothing; when it is back the act is recorded', async () => {
    const { node, wake } = pair.node('ua');
    const draft = await node.write(official(pair, 'ua', 'drafter'), NOTIFICATION_GIVEN.id, undefined, NOTE);
    await node.approve(official(pair, 'ua', 'approver', 0), draft.id, draft.digest);
    await writeFile(mood, 'dies');
    const last = node.approve(official(pair, 'ua', 'approver', 1), draft.id, draft.digest);
    await expect(last).rejects.toMatchObject({ code: 'signer-unavailable' });
    expect((await node.draft(draft.id))?.state).toBe('waiting');
    expect((await node.record()).logs.map((log) => log.size)).toEqual([2, 2]);
    await rm(mood);
    wake();
    await expect.poll(async () => (await node.draft(draft.id))?.state, { timeout: 20_000 }).toBe('recorded');
    await pair.settled();
  });

  test('whose program is slow takes no checkpoint over, and the other side brings it again', async () => {
    await writeFile(mood, 'sleeps');
    await say(pair, 'al', NOTIFICATION_GIVEN.id, NOTE);
    const state = async () => (await pair.node('al').node.record()).line.lastError ?? '';
    await expect.poll(state, { timeout: 20_000 }).toMatch(/503: signer-unavailable/);
    expect((await pair.node('ua').node.record()).logs.map((log) => log.size)).toEqual([4, 2]);
    await rm(mood);
    await pair.settled(30_000);
  });

  test('cannot admit a key that the program does not hold', async () => {
    const typed = { body: ['ua:nmaa'], provisions: ['58'], from: ['2026-08-28'] };
    const written = pair.node('ua').node.write(official(pair, 'ua', 'drafter'), 'body.designated/1', undefined, typed);
    await expect(written).rejects.toMatchObject({ code: 'key-missing' });
  });
});
