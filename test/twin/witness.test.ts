// Witnesses of neither side: asked by configuration, verified, shown, part of policies; their silence stops nothing.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { utf8 } from '../../src/act/bytes.ts';
import { formatKey } from '../../src/act/key.ts';
import { NOTIFICATION_GIVEN } from '../../src/areas/final/kinds.ts';
import { FILES, readCard } from '../../src/node/config.ts';
import { VERIFICATION } from '../../src/node/keys.ts';
import type { WitnessView } from '../../src/node/node.ts';
import { parsePolicy } from '../../src/log/policy.ts';
import { verifyProof } from '../../src/verify.ts';
import { openPair, type Pair, say } from './pair.ts';
import { startThird, type Third } from './third.ts';

const NOTE = { procedures: ['EXERCISE law'], noteDate: ['2026-08-28'], channel: ['node'] };

let pair: Pair;
let first: Third;
let second: Third;

beforeAll(async () => {
  pair = await openPair();
  await pair.settled();
  const card = await readCard(join(pair.seats.ua.home, FILES.card));
  first = await startThird('one.example/w', 'ed25519', card?.keys.log ?? '');
  second = await startThird('two.example/w', 'ml-dsa-44', card?.keys.log ?? '');
  await pair.shut('ua');
  const witnesses = [first, second].map(({ key, url }) => ({ key: formatKey(key), url }));
  pair.settings.ua = { ...pair.settings.ua, witnesses, quorum: 1 };
  await pair.open('ua');
});
afterAll(async () => {
  await pair.close();
  await first.stop();
  await second.stop();
});

const views = async (): Promise<readonly WitnessView[]> => (await pair.node('ua').node.record()).witnesses;

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; !(await holds()); ) {
    if (Date.now() > end) throw new Error(`witness: it has not come to hold: ${JSON.stringify(await views())}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('each cosigns what stands already, by its own algorithm, and the record shows it', async () => {
  await until(async () => (await views()).every((one) => one.state === 'well' && one.size === 2));
  const [own] = (await pair.node('ua').node.record()).logs.filter((log) => log.own);
  const third = own?.cosignatures.filter((one) => one.role === 'third');
  expect(third?.map((one) => [one.signer, one.algorithm, one.size])).toEqual([
    ['one.example/w', 'Ed25519', 2],
    ['two.example/w', 'ML-DSA-44', 2],
  ]);
  expect((await pair.node('ua').node.health()).witnesses).toEqual({ asked: 2, open: 0 });
});

test('the policy asks for one of them beside the mirror, and a proof without any does not meet it', async () => {
  const { node } = pair.node('ua');
  const policy = node.policy('ua') ?? '';
  expect(parsePolicy(utf8(policy)).witnesses.map((one) => one.name)).toEqual([
    'al-mirror',
    'al-mirror-2',
    'one.example/w',
    'two.example/w',
  ]);
  const act = await node.actAt('ua', 1);
  const proof = (await node.actFile(act?.act.id ?? ''))?.proof ?? '';
  const report = await verifyProof(utf8(proof), utf8(policy), VERIFICATION);
  expect(report.findings).toEqual([]);
  expect(report.cosignatures).toContain('one.example/w');
  const without = (names: readonly string[]): Uint8Array =>
    utf8(proof.split('\n').filter((line) => !names.some((name) => line.startsWith(`— ${name} `))).join('\n'));
  expect((await verifyProof(without(['one.example/w']), utf8(policy), VERIFICATION)).ok).toBe(true);
  const none = await verifyProof(without(['one.example/w', 'two.example/w']), utf8(policy), VERIFICATION);
  expect(none.findings.map((one) => one.code)).toEqual(['checkpoint-invalid']);
});

test('one that is silent, and one that signs with another key, are shown as such and hold nobody up', async () => {
  first.down = true;
  second.lying = true;
  await say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE);
  await pair.settled();
  await until(async () => (await views()).every((one) => one.state === 'open'));
  const [silent, liar] = await views();
  expect(silent?.lastError).toContain('one.example/w answered with 503: closed');
  expect(liar?.lastError).toContain('two.example/w cosigned 4 entries');
  expect((await pair.node('ua').node.health()).witnesses).toEqual({ asked: 2, open: 2 });
  const asked = [first.asked, second.asked];
  pair.node('ua').wake();
  await new Promise((resolve) => setTimeout(resolve, 500));
  // The circuit is open: nobody is asked again for minutes, whatever is signed.
  expect([first.asked, second.asked]).toEqual(asked);
  // A start is a new try; they cosign the newest head, whatever they missed.
  first.down = false;
  second.lying = false;
  await pair.shut('ua');
  await pair.open('ua');
  await until(async () => (await views()).every((one) => one.state === 'well' && one.size === 4));
});

test('a node whose witness has cosigned more than it holds signs nothing until that is explained', async () => {
  await pair.shut('ua');
  const held = { ...first.held };
  first.held = { size: 9, root: held.root };
  const opened = pair.open('ua');
  const why = async (): Promise<string> => (await pair.node('ua').node.record()).line.lastError ?? '';
  await until(async () => pair.seats.ua.running !== undefined && (await why()) !== '');
  expect(await why()).toContain('one.example/w has cosigned 9 entries; 4 are held');
  await expect(pair.node('ua').record(new Uint8Array(), [])).rejects.toMatchObject({ code: 'record-behind' });
  first.held = held;
  await opened;
  await pair.settled();
});
