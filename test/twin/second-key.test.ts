// Checkpoints cosigned by two algorithms: by both where both nodes have the keys, by one where a card is of the first.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { utf8 } from '../../src/act/bytes.ts';
import { NOTIFICATION_GIVEN } from '../../src/areas/final/kinds.ts';
import { type Card, FILES, readCard, writeCard } from '../../src/node/config.ts';
import { VERIFICATION } from '../../src/node/keys.ts';
import type { HeldCosignature } from '../../src/node/node.ts';
import { verifyProof } from '../../src/verify.ts';
import { openPair, type Pair, say, type Side, SIDES } from './pair.ts';

const NOTE = { procedures: ['EXERCISE law'], noteDate: ['2026-08-28'], channel: ['node'] };

let pair: Pair;
beforeAll(async () => {
  pair = await openPair();
});
afterAll(async () => await pair.close());

async function held(side: Side, of: Side): Promise<readonly HeldCosignature[]> {
  const { logs } = await pair.node(side).node.record();
  return logs.find((log) => log.side === of)?.cosignatures ?? [];
}

const names = (some: readonly HeldCosignature[], size: number): readonly string[] =>
  some.filter((one) => one.size === size).map((one) => `${one.role} ${one.algorithm}`);

const BOTH = ['mirror Ed25519', 'mirror ML-DSA-44', 'witness Ed25519', 'witness ML-DSA-44'];

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; !(await holds()); ) {
    if (Date.now() > end) throw new Error('second-key: it has not come to hold');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** The first card of a node, from before there were keys of the second algorithm. */
function firstCard(card: Card): Card {
  const { root, log, witness, mirror } = card.keys;
  return { ...card, version: 1, keys: { root, log, witness, mirror } };
}

async function pinned(side: Side): Promise<Card> {
  const card = await readCard(join(pair.seats[side].home, FILES.counterpart));
  if (card === undefined) throw new Error('second-key: no card is pinned');
  return card;
}

test('each log is cosigned by the witness and the mirror of the other side with both algorithms', async () => {
  await pair.settled();
  for (const of of SIDES) {
    for (const side of SIDES) expect(names(await held(side, of), 2)).toEqual(BOTH);
  }
});

test('a proof needs both: without the line of either algorithm the policy is not met', async () => {
  await pair.settled();
  const { node } = pair.node('ua');
  const act = await node.actAt('ua', 0);
  const file = await node.actFile(act?.act.id ?? '');
  const policy = utf8(node.policy('ua') ?? '');
  const whole = file?.proof ?? '';
  expect(file?.cosignatures.map((one) => `${one.role} ${one.algorithm}`)).toEqual(BOTH);
  expect(await verifyProof(utf8(whole), policy, VERIFICATION)).toMatchObject({ ok: true });
  const lines = whole.split('\n');
  for (const name of ['al.example/mirror', 'al.example/mirror/ml-dsa-44']) {
    const less = lines.filter((line) => !line.startsWith(`— ${name} `)).join('\n');
    expect(less.length).toBeLessThan(whole.length);
    const report = await verifyProof(utf8(less), policy, VERIFICATION);
    expect(report.findings.map((one) => one.code)).toEqual(['checkpoint-invalid']);
  }
  // One letter of the long signature moved: a line of a known key that fails refuses the whole note.
  const at = whole.lastIndexOf('al.example/mirror/ml-dsa-44') + 2000;
  const moved = `${whole.slice(0, at)}${whole[at] === 'A' ? 'B' : 'A'}${whole.slice(at + 1)}`;
  const report = await verifyProof(utf8(moved), policy, VERIFICATION);
  expect(report.findings.map((one) => one.code)).toEqual(['signature-invalid']);
});

test('a counterpart known by its first card is asked for no more than that card names', async () => {
  const card = await pinned('ua');
  await pair.shut('ua');
  await writeCard(join(pair.seats.ua.home, FILES.counterpart), firstCard(card));
  await pair.open('ua');
  await say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE);
  await pair.settled();
  expect(names(await held('ua', 'ua'), 4)).toEqual(['mirror Ed25519', 'witness Ed25519']);
  expect(pair.node('ua').node.policy('ua')).toMatch(/^log \S+\nwitness al-mirror \S+\nquorum al-mirror\n$/);

  await pair.shut('ua');
  await writeCard(join(pair.seats.ua.home, FILES.counterpart), card);
  await pair.open('ua');
  // Its new keys are asked for what the old ones have cosigned already.
  await until(async () => names(await held('ua', 'ua'), 4).length === 4);
  expect(names(await held('ua', 'ua'), 4)).toEqual(BOTH);
  const shown = (await pair.node('ua').node.record()).logs.find((log) => log.side === 'ua');
  expect(shown?.checkpoint.split('\n').filter((line) => line.startsWith('— '))).toHaveLength(5);
});
