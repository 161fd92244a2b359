// Deliveries as a bad line or a bad counterpart makes them: refused or absorbed, nothing changed, evidence kept.
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { utf8 } from '../../src/act/bytes.ts';
import type { Signer } from '../../src/act/key.ts';
import { formatNote, signText } from '../../src/act/note.ts';
import { formatCheckpoint } from '../../src/log/checkpoint.ts';
import { formatAddCheckpoint } from '../../src/log/mirror.ts';
import { wireIdentity } from '../../src/node/certificate.ts';
import { FILES, readCard, readSettings } from '../../src/node/config.ts';
import { checkpointBody, entriesBody, partsBody } from '../../src/node/consignment.ts';
import { openKeys } from '../../src/node/keys.ts';
import { type CheckpointRow, latestCheckpoint, OWN } from '../../src/node/store/record.ts';
import { BODY_LIMIT, caller, type Caller } from '../../src/node/wire.ts';
import { openPair, type Pair, type Side, SIDES } from '../twin/pair.ts';
import { sayWithAnnex } from './annex.ts';
import { Line } from './line.ts';

/** More than one package of 256, so that packages can come in another order. */
const ACTS = 300;
const TABLES = ['logs', 'entries', 'parts', 'tiles', 'checkpoints', 'pending', 'rows', 'subjects'];

let pair: Pair;
let ends: Record<Side, Line>;
let line: Caller;
let head: CheckpointRow;
beforeEach(async () => {
  ends = { ua: await Line.open(), al: await Line.open() };
  pair = await openPair(undefined, undefined, (side, port) => ends[side].to(port));
  await pair.settled();
  // The courier of Ukraine is cut off: what comes to Albania from here on is brought by the test, by its own way.
  ends.al.cut();
  const { home } = pair.seats.ua;
  const card = await readCard(join(home, FILES.counterpart));
  const files = { certificate: join(home, FILES.tlsCertificate), key: join(home, FILES.tlsKey) };
  const { wire } = await readSettings(pair.seats.al.home);
  line = caller(`https://127.0.0.1:${wire}`, await wireIdentity('', files, new Date()), card?.certificate ?? '');
  await sayWithAnnex(pair, 'ua', ACTS, 10);
  head = (await latestCheckpoint(pair.node('ua').sql, OWN)) as CheckpointRow;
});
afterEach(async () => {
  line.close();
  await pair.close();
  for (const side of SIDES) await ends[side].close();
});

/** What Albania holds of the record; cosignatures and comparisons come and go with the line. */
async function everything(): Promise<string> {
  const held: unknown[] = [];
  for (const table of TABLES) {
    held.push(table, await pair.node('al').sql.unsafe(`select md5(t::text) as row from ${table} t order by 1`));
  }
  return JSON.stringify(held);
}

const told = async (path: string, body: Uint8Array): Promise<number> => (await line.ask('POST', path, body)).status;
const checkpoint = async (old = 2): Promise<Uint8Array> => await checkpointBody(pair.node('ua').sql, head, old);
const entries = async (start = 2): Promise<Uint8Array> =>
  (await entriesBody(pair.node('ua').sql, head.size, start)).body;
/** Nothing here is of ring B. */
const vault = { send: async () => await Promise.reject(new Error('nothing is sealed here')) };
const parts = async (start = 2): Promise<Uint8Array> =>
  (await partsBody({ sql: pair.node('ua').sql, vault }, start, head.size)).body;

/** The line stands again: whatever was tried, both records agree and nothing is doubled. */
async function expectEqual(): Promise<void> {
  ends.al.mend();
  await pair.settled(60_000);
  const logs = (await pair.node('al').node.record()).logs.map(({ size }) => size);
  expect(logs).toEqual([2, ACTS + 2]);
  const rows = async (side: Side) => await pair.node(side).sql`select register, subject, state from rows order by 1, 2`;
  expect(await rows('ua')).toEqual(await rows('al'));
}

describe('a delivery', () => {
  test('that comes twice is absorbed: the same is held, nothing is doubled', async () => {
    for (const status of [200, 409]) expect(await told('/add-checkpoint', await checkpoint())).toBe(status);
    for (let n = 0; n < 2; n++) expect(await told('/add-entries', await entries())).toBe(200);
    expect(await told('/parts', await parts())).toBe(200);
    const once = await everything();
    expect(await told('/parts', await parts())).toBe(200);
    expect(await told('/add-entries', await entries())).toBe(200);
    expect(await everything()).toBe(once);
    await expectEqual();
  });

  test('that comes in another order is refused, and taken once its turn has come', async () => {
    const before = await everything();
    expect(await told('/parts', await parts())).toBe(409);
    expect(await told('/add-entries', await entries())).toBe(409);
    expect(await everything()).toBe(before);
    expect(await told('/add-checkpoint', await checkpoint())).toBe(200);
    const seen = await everything();
    // The second package before the first.
    expect(await told('/add-entries', await entries(256))).toBe(409);
    expect(await told('/parts', await parts())).toBe(409);
    expect(await everything()).toBe(seen);
    expect(await told('/add-entries', await entries())).toBe(200);
    expect(await told('/parts', await parts())).toBe(200);
    await expectEqual();
  });

  test('that is replayed long after, or by another name, changes nothing', async () => {
    const old = [await checkpoint(), await entries(), await parts()] as const;
    await expectEqual();
    const before = await everything();
    expect(await told('/add-checkpoint', old[0])).toBe(409);
    expect(await told('/add-entries', old[1])).toBe(200);
    expect(await told('/parts', old[2])).toBe(200);
    expect(await told('/add-entries', old[0])).toBe(400);
    expect(await told('/add-checkpoint', old[1])).toBe(400);
    expect(await everything()).toBe(before);
    await expectEqual();
  });

  test('that is cut off anywhere leaves whole packages or nothing, and is taken up where it broke', async () => {
    expect(await told('/add-checkpoint', (await checkpoint()).slice(0, -40))).toBe(400);
    expect(await told('/add-checkpoint', await checkpoint())).toBe(200);
    const whole = await entries();
    const before = await everything();
    for (let at = 10; at < whole.length * 0.8; at += Math.ceil(whole.length / 23)) {
      expect([400, 403, 404]).toContain(await told('/add-entries', whole.slice(0, at)));
      expect(await everything()).toBe(before);
    }
    // Beyond its first package that one stands, proven; the rest is asked for.
    expect(await told('/add-entries', whole.slice(0, -50))).toBe(202);
    const [row] = await pair.node('al').sql<{ size: number }[]>`select size from logs where log = 1`;
    expect(row?.size).toBe(256);
    expect(await told('/add-entries', await entries(256))).toBe(200);
    expect(await told('/parts', (await parts()).slice(0, -3))).toBe(400);
    await expectEqual();
  });

  test('that was tampered with is refused wherever the bit turned', { timeout: 120_000 }, async () => {
    expect(await told('/add-checkpoint', await checkpoint())).toBe(200);
    const whole = await entries();
    const said = await parts();
    const before = await everything();
    const flip = (bytes: Uint8Array, at: number): Uint8Array => bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 41)) {
      const status = await told('/add-entries', flip(whole, at));
      expect([at, [400, 404, 409, 422].includes(status)]).toEqual([at, true]);
      expect(await everything()).toBe(before);
    }
    expect(await told('/add-entries', whole)).toBe(200);
    const held = await everything();
    const salt = Buffer.from(said).indexOf('"salt":"') + 10;
    for (const at of [salt, salt + 20]) expect(await told('/parts', flip(said, at))).toBe(400);
    expect(await everything()).toBe(held);
    await expectEqual();
  });

  test('that is larger than allowed is refused unread', async () => {
    const before = await everything();
    for (const path of ['/add-checkpoint', '/add-entries', '/parts']) {
      const status = await told(path, new Uint8Array(BODY_LIMIT + 1)).catch(() => 413);
      expect([path, status]).toEqual([path, 413]);
    }
    const part = { index: 0, name: 'body', salt: '', bytes: '' };
    const many = utf8(JSON.stringify({ parts: Array.from({ length: 4097 }, () => part) }));
    expect(await told('/parts', many)).toBe(400);
    expect(await everything()).toBe(before);
    await expectEqual();
  });
});

/** A state of the log of Ukraine that its own key signs, and that never was. */
async function forged(size: number): Promise<Uint8Array> {
  const { origin, home } = { origin: 'ua.example/ua-al-2025/ua/1', home: pair.seats.ua.home };
  const key = (await openKeys(join(home, FILES.keys))).signer(origin) as Signer;
  const text = formatCheckpoint({ origin, size, root: new Uint8Array(32).fill(7), extensions: [] });
  return formatNote(text, [signText(text, key)]);
}

describe('a counterpart whose log is forked or rolled back', () => {
  test('is refused, both signed notes are kept as proof, and the alarm is raised', async () => {
    const before = await everything();
    // Of the size held, another root; of a larger one, no proof; of a smaller one, as if nothing had been said since.
    const fork = formatAddCheckpoint({ old: 2, proof: [], checkpoint: await forged(2) });
    const unproven = formatAddCheckpoint({ old: 2, proof: [new Uint8Array(32)], checkpoint: await forged(9) });
    const rollback = formatAddCheckpoint({ old: 1, proof: [], checkpoint: await forged(1) });
    expect(await told('/add-checkpoint', fork)).toBe(422);
    expect(await told('/add-checkpoint', unproven)).toBe(422);
    expect(await told('/add-checkpoint', rollback)).toBe(409);
    expect(await everything()).toBe(before);
    const { evidence } = await pair.node('al').node.record();
    expect(evidence.map(({ side, what }) => `${side} ${what}`)).toEqual(['ua fork', 'ua unproven']);
    for (const { held, given } of evidence) {
      expect(held).toContain('— ua.example/ua-al-2025/ua/1 ');
      expect(given).toContain('— ua.example/ua-al-2025/ua/1 ');
    }
    expect(await pair.node('al').node.health()).toMatchObject({ ok: true, alarms: ['record-contradicted'] });
    // The true log goes on.
    await expectEqual();
  });
});
