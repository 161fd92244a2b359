// Peer checkpoints as entries: in front of the act that has seen more, never the cause of another, judged by the other.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { base64, concat, fromUtf8, utf8 } from '../../src/act/bytes.ts';
import type { Signer } from '../../src/act/key.ts';
import { RECORD_REJECTED } from '../../src/act/kinds.ts';
import { formatLine, formatNote, parseNote, signText } from '../../src/act/note.ts';
import { formatCheckpoint, parseCheckpoint } from '../../src/log/checkpoint.ts';
import { cosign, type CosignatureKind, cosignatureKind } from '../../src/log/cosignature.ts';
import { TileEdge } from '../../src/log/edge.ts';
import { emptyRoot, leafHash } from '../../src/log/tree.ts';
import { FILES } from '../../src/node/config.ts';
import { openKeys } from '../../src/node/keys.ts';
import type { NotedView } from '../../src/node/node.ts';
import { openPair, type Pair, type Side, SIDES } from './pair.ts';
import { tellStory } from './story.ts';

let pair: Pair;
beforeAll(async () => {
  pair = await openPair();
  await tellStory(pair);
});
afterAll(async () => await pair.close());

interface Entry {
  readonly idx: number;
  readonly kind: string | null;
  readonly bytes: Uint8Array;
  readonly seen: number;
}

async function entries(side: Side, log = 0): Promise<readonly Entry[]> {
  const { sql } = pair.node(side);
  return await sql<Entry[]>`select idx, kind, bytes, seen from entries where log = ${log} order by idx`;
}

const noted = async (side: Side, of: Side): Promise<readonly NotedView[]> =>
  (await pair.node(side).node.record()).noted.filter((one) => one.side === of).toReversed();

async function key(side: Side, name: string): Promise<Signer> {
  const found = (await openKeys(join(pair.seats[side].home, FILES.keys))).signer(name);
  if (found === undefined) throw new Error(`noted: no key ${name}`);
  return found;
}

test('an act that has seen what no entry notes has its checkpoint in front of it; others have none', async () => {
  for (const side of SIDES) {
    let covered = 0;
    const own = await entries(side);
    for (const [i, entry] of own.entries()) {
      const before = own[i - 1];
      if (entry.kind === 'checkpoint') {
        const { size } = parseCheckpoint(parseNote(entry.bytes).text);
        expect(size).toBeGreaterThan(covered);
        covered = size;
        expect(own[i + 1]?.kind).not.toBe('checkpoint');
      } else if (before?.kind !== 'checkpoint' && i > 1) expect(entry.seen).toBeLessThanOrEqual(covered);
    }
    expect(covered).toBeGreaterThan(2);
  }
});

test('it is signed by the other log, cosigned by both keys of witness and mirror of its own side', async () => {
  const [first] = (await entries('ua')).filter((entry) => entry.kind === 'checkpoint');
  const names = parseNote(first?.bytes ?? new Uint8Array()).signatures.map((line) => line.name);
  const own = ['mirror', 'mirror/ml-dsa-44', 'witness', 'witness/ml-dsa-44'].map((name) => `ua.example/${name}`);
  expect(names).toEqual(['al.example/ua-al-2025/al/1', ...own]);
});

test('both nodes show the same of both logs, and none stands contested', async () => {
  for (const of of SIDES) {
    const [mine, theirs] = [await noted('ua', of), await noted('al', of)];
    expect(mine.map(({ index, size, contested }) => [index, size, contested])).toEqual(
      theirs.map(({ index, size, contested }) => [index, size, contested]),
    );
    expect(mine.length).toBeGreaterThan(1);
    expect(mine.every((one) => one.contested === undefined)).toBe(true);
  }
});

test('none is the cause of another: left alone, neither log grows', async () => {
  const sizes = async (): Promise<readonly number[]> =>
    (await pair.node('ua').node.record()).logs.map((log) => log.size);
  const before = await sizes();
  for (let i = 0; i < 10; i++) {
    for (const side of SIDES) pair.node(side).wake();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(await sizes()).toEqual(before);
});

test('lists of acts leave them out, and from act to act one steps over them', async () => {
  const { node } = pair.node('ua');
  const acts = await node.look().acts({ side: 'ua' });
  expect(acts.map(({ act }) => act.index)).toEqual([6, 5, 3, 1, 0]);
  expect(await node.actNextTo('ua', 1, 'after')).toBe(3);
  expect(await node.actNextTo('ua', 3, 'before')).toBe(1);
  expect(await node.actNextTo('ua', 6, 'after')).toBeUndefined();
});

test('rebuilt and recovered, the record is the same: what is no act is folded into nothing', async () => {
  const rows = async (side: Side) => JSON.stringify(await pair.node(side).sql`select * from rows order by 2, 3`);
  const before = [await rows('ua'), await rows('al')];
  for (const side of SIDES) await pair.node(side).rebuild();
  expect([await rows('ua'), await rows('al')]).toEqual(before);
});

/** Puts an entry into the own log of a side as its ledger would, unjudged: what a node that lies could do. */
async function force(side: Side, bytes: Uint8Array): Promise<number> {
  const { sql } = pair.node(side);
  const [head] = await sql<{ size: number; edge: Uint8Array; seen: number }[]>`select * from logs where log = 0`;
  if (head === undefined) throw new Error('noted: no head');
  const leaf = leafHash(bytes);
  const growth = TileEdge.fromBytes(head.edge).append([leaf]);
  await sql`insert into entries ${sql({
    log: 0, idx: head.size, act: base64(leaf), bytes, leaf, seen: head.seen, at: new Date(), kind: 'checkpoint',
  })}`;
  const size = head.size + 1;
  await sql`update logs set size = ${size}, folded = ${size}, root = ${growth.root}, edge = ${growth.edge.toBytes()}
    where log = 0`;
  await pair.node(side).rebuild();
  return head.size;
}

/** A checkpoint of Albania's log as Ukraine would note it, signed and cosigned as the test wants. */
async function made(size: number, root: Uint8Array, cosigners: readonly string[]): Promise<Uint8Array> {
  const origin = 'al.example/ua-al-2025/al/1';
  const text = formatCheckpoint({ origin, size, root, extensions: [] });
  const note = formatNote(text, [signText(text, await key('al', origin))]);
  const lines = [];
  for (const name of cosigners) {
    const { key: of, sign } = await key('ua', `ua.example/${name}`);
    const kind = cosignatureKind(of.type) as CosignatureKind;
    const signature = cosign({ kind, name: of.name }, 1_788_000_000, text, sign);
    lines.push(utf8(`${formatLine({ name: of.name, id: of.id, signature })}\n`));
  }
  return concat(note, ...lines);
}

test('one with a root that never was, one taken back, one not cosigned are contested and answered', async () => {
  const held = (await entries('al', 0)).length;
  const [first] = (await entries('ua')).filter((entry) => entry.kind === 'checkpoint');
  const whole = ['witness', 'mirror'];
  const forged: readonly (readonly [Uint8Array, string])[] = [
    [await made(held, emptyRoot(), whole), 'seen-diverges'],
    [await made(held + 50, emptyRoot(), whole), 'seen-diverges'],
    [first?.bytes ?? new Uint8Array(), 'size-conflict'],
    [await made(held, emptyRoot(), ['witness']), 'checkpoint-invalid'],
  ];
  const indexes: number[] = [];
  for (const [bytes] of forged) indexes.push(await force('ua', bytes));
  pair.node('ua').wake();
  for (const end = Date.now() + 20_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const answers = await pair.node('ua').node.look().acts({ kind: RECORD_REJECTED.id });
    if (answers.length === forged.length) break;
    if (Date.now() > end) throw new Error(`noted: ${answers.length} answers`);
  }
  await pair.settled();
  for (const side of SIDES) {
    const answers = await pair.node(side).node.look().acts({ kind: RECORD_REJECTED.id });
    expect(answers.every(({ act }) => act.side === 'al' && act.header.re.length === 0)).toBe(true);
    const shown = (await noted(side, 'ua')).filter((one) => indexes.includes(one.index));
    expect(shown.map((one) => one.contested)).toEqual(forged.map(([, code]) => code));
  }
  expect(fromUtf8(first?.bytes ?? new Uint8Array())).toContain('al.example');
});
