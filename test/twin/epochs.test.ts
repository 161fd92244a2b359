// A log that goes on in another epoch: one tree under two origins and keys, in both nodes, proofs, exports and repairs.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { utf8 } from '../../src/act/bytes.ts';
import type { Signer } from '../../src/act/key.ts';
import { EPOCH_BEGUN, KEY_ADMITTED } from '../../src/act/kinds.ts';
import { formatNote, signText } from '../../src/act/note.ts';
import { AREAS } from '../../src/areas/index.ts';
import { look } from '../../src/commands/fsck.ts';
import { formatCheckpoint, originHash, parseCheckpoint } from '../../src/log/checkpoint.ts';
import { formatAddCheckpoint } from '../../src/log/mirror.ts';
import { wireIdentity } from '../../src/node/certificate.ts';
import { FILES, readCard, readSettings } from '../../src/node/config.ts';
import { keeperOf } from '../../src/node/ground.ts';
import { openIdentity, pinCounterpart } from '../../src/node/identity.ts';
import { openKeys, VERIFICATION } from '../../src/node/keys.ts';
import { inspectionOf } from '../../src/node/ground.ts';
import { OTHER, OWN, readLogs } from '../../src/node/store/record.ts';
import { caller } from '../../src/node/wire.ts';
import { verifyExport, verifyProof } from '../../src/verify.ts';
import { operate } from '../fault/carried.ts';
import { type FreshDatabase, freshDatabase } from '../setup/database.ts';
import { exportOf } from './exported.ts';
import { openPair, type Pair, say, type Side, SIDES } from './pair.ts';

const NOW = new Date('2026-08-28T10:00:00Z');
const HOLDER = { ua: 'ua:mfa', al: 'al:mefa' } as const;
const FIRST = 'ua.example/ua-al-2025/ua/1';
const SECOND = 'ua.example/ua-al-2025/ua/2';

let pair: Pair;
let folder: string;
/** The home of Ukraine as it was in the first epoch, and a copy of its database from then. */
let before: string;
let backup: FreshDatabase;
let stolen: Signer;
let closed = 0;
/** How many entries there were when the next epoch began: two more than were closed, and what notes Albania. */
let tail = 0;
let early: readonly [proof: Uint8Array, policy: Uint8Array];

beforeAll(async () => {
  pair = await openPair();
  folder = await mkdtemp(join(tmpdir(), 'servanda-epochs-'));
  before = join(folder, 'home');
  await speak('ua');
  await speak('al');
});
afterAll(async () => {
  await pair.close();
  await rm(folder, { recursive: true, force: true });
});

async function speak(side: Side): Promise<void> {
  await say(pair, side, KEY_ADMITTED.id, { holder: [HOLDER[side]], written: [''] });
}

async function proofOf(index: number): Promise<readonly [proof: Uint8Array, policy: Uint8Array]> {
  const { node } = pair.node('ua');
  const act = await node.actAt('ua', index);
  const file = await node.actFile(act?.act.id ?? '');
  return [utf8(file?.proof ?? ''), utf8(node.policy('ua') ?? '')];
}

async function exported(name: string): Promise<string> {
  const target = join(folder, name);
  await exportOf(pair, 'ua', target);
  return target;
}

const verified = async (target: string) =>
  await verifyExport(
    { read: async (path) => await readFile(join(target, path)).catch(() => undefined) },
    VERIFICATION,
  );

async function entriesOf(side: Side, log: number): Promise<string> {
  const { sql } = pair.node(side);
  return JSON.stringify(await sql`select idx, act, md5(bytes) as b, seen from entries where log = ${log} order by 1`);
}

async function expectEqual(): Promise<void> {
  await pair.settled(40_000);
  expect(await entriesOf('ua', OWN)).toBe(await entriesOf('al', OTHER));
  expect(await entriesOf('ua', OTHER)).toBe(await entriesOf('al', OWN));
  const rows = async (side: Side) => await pair.node(side).sql`select register, subject, state from rows order by 1, 2`;
  expect(await rows('ua')).toEqual(await rows('al'));
  for (const side of SIDES) expect((await pair.node(side).node.record()).contested).toEqual([]);
}

/** The counterpart's own line to Albania. */
async function asUkraine() {
  const { home } = pair.seats.ua;
  const card = await readCard(join(home, FILES.counterpart));
  const files = { certificate: join(home, FILES.tlsCertificate), key: join(home, FILES.tlsKey) };
  return caller(card?.wire ?? '', await wireIdentity('', files, new Date()), card?.certificate ?? '');
}

async function pinAnew(): Promise<void> {
  const card = await readCard(join(pair.seats.ua.home, FILES.card));
  if (card !== undefined) await pinCounterpart(pair.seats.al.home, pair.settings.al, card);
}

describe('a log that goes on in another epoch', () => {
  test('is closed at the last state that both have signed; broken off between steps it begins but one', async () => {
    await pair.settled();
    early = await proofOf(0);
    expect(await verified(await exported('before'))).toMatchObject({ ok: true });
    const { home } = pair.seats.ua;
    const { sql } = pair.node('ua');
    closed = (await readLogs(sql))[OWN].size;
    // Two acts more, which Albania never hears of in the first epoch.
    await pair.shut('al');
    await speak('ua');
    await speak('ua');
    tail = (await readLogs(sql))[OWN].size;
    await pair.shut('ua');
    await cp(home, before, { recursive: true });
    backup = await pair.seats.ua.database.copy();
    stolen = (await openKeys(join(before, FILES.keys))).signer(FIRST) as Signer;
    const old = await readFile(join(home, FILES.card));
    // Out of reach, the counterpart may hold more than has come back: an officer of it must say how much.
    expect((await operate(pair, 'ua', ['epoch', 'begin'])).err).toContain('gate-shut');
    expect((await operate(pair, 'ua', ['epoch', 'begin', '--confirmed', '999'])).err).toContain('record-behind');
    const begun = await operate(pair, 'ua', ['epoch', 'begin', '--confirmed', String(closed)]);
    expect([begun.code, begun.out.split('\n')[0]]).toEqual([0, expect.stringContaining(SECOND)]);
    const card = await readCard(join(home, FILES.card));
    expect(card).toMatchObject({ version: 6, origin: SECOND, epochs: [{ size: closed }] });
    expect((await openKeys(join(home, FILES.keys))).names()).not.toContain(FIRST);
    // As if it had ended before the card: nothing opens, and the same command ends what it began.
    await writeFile(join(home, FILES.card), old);
    pair.settings.ua = await readSettings(home);
    await expect(openIdentity(home, pair.settings.ua, NOW)).rejects.toMatchObject({ code: 'log-unknown' });
    expect((await operate(pair, 'ua', ['epoch', 'begin'])).code).toBe(0);
    expect(await readCard(join(home, FILES.card))).toEqual(card);
    expect(await readSettings(home)).toMatchObject({ epoch: 2, epochs: [{ size: closed }] });
  });

  test('says so by its root, keeps every act at its place, and both nodes agree once the card is pinned', async () => {
    await pinAnew();
    await pair.open('al');
    await pair.open('ua');
    await speak('al');
    await speak('ua');
    await expectEqual();
    const [own] = await readLogs(pair.node('ua').sql);
    expect([own.origin, own.size > tail + 1]).toEqual([SECOND, true]);
    const begun = await pair.node('al').sql<{ idx: number }[]>`
      select idx from entries where log = ${OTHER} and kind = ${EPOCH_BEGUN.id}`;
    expect(begun).toEqual([{ idx: tail }]);
    const act = await pair.node('al').node.actAt('ua', tail);
    expect(act?.act.body).toMatchObject({ closes: { origin: FIRST, size: closed } });
    expect(act?.rungs.map(({ name }) => name)).toContain('received');
  });

  test('proves acts of both epochs by one policy, and stands as an export; what was given out stands too', async () => {
    const late = await proofOf(tail);
    for (const [proof, policy] of [early, [early[0], late[1]], await proofOf(0), late] as const) {
      expect(await verifyProof(proof, policy, VERIFICATION)).toMatchObject({ ok: true, findings: [] });
    }
    expect(await verified(join(folder, 'before'))).toMatchObject({ ok: true });
    const after = await exported('after');
    expect(await verified(after)).toMatchObject({ ok: true, findings: [] });
    const about = JSON.parse(await readFile(join(after, 'export.json'), 'utf8')) as { format: string };
    expect(about.format).toBe('servanda/export/v4');
    // Closed at another root, it does not hold.
    const path = join(after, 'trust.json');
    const trust = JSON.parse(await readFile(path, 'utf8')) as { ua: { epochs: { root: string }[] } };
    if (trust.ua.epochs[0] !== undefined) trust.ua.epochs[0].root = 'A'.repeat(43) + '=';
    await writeFile(path, JSON.stringify(trust));
    expect((await verified(after)).findings.map(({ code }) => code)).toContain('seen-diverges');
  });

  test('is read by either origin: the closed one ends where it was closed', async () => {
    const line = await asUkraine();
    const get = async (origin: string, name: string) => await line.ask('GET', `/${originHash(origin)}/${name}`);
    const text = async (origin: string): Promise<string> =>
      Buffer.from((await get(origin, 'checkpoint')).body).toString('utf8').split('\n\n')[0] ?? '';
    expect(parseCheckpoint(`${await text(FIRST)}\n`)).toMatchObject({ origin: FIRST, size: closed });
    expect(parseCheckpoint(`${await text(SECOND)}\n`)).toMatchObject({ origin: SECOND });
    expect((await get(FIRST, `tile/entries/000.p/${closed}`)).status).toBe(200);
    expect((await get(FIRST, `tile/entries/000.p/${closed + 1}`)).status).toBe(404);
    expect((await get(SECOND, `tile/entries/000.p/${closed + 1}`)).status).toBe(200);
    expect((await get(FIRST, 'witnessed')).status).toBe(410);
    line.close();
  });

  test('refuses what the old key signs beyond its end, and keeps it as evidence', async () => {
    const line = await asUkraine();
    const { root } = (await readLogs(pair.node('ua').sql))[OWN];
    const text = formatCheckpoint({ origin: FIRST, size: closed + 1, root, extensions: [] });
    const note = formatNote(text, [signText(text, stolen)]);
    const body = formatAddCheckpoint({ old: closed, proof: [], checkpoint: note });
    const heard = await line.ask('POST', '/add-checkpoint', body);
    expect([heard.status, Buffer.from(heard.body).toString('utf8').split(':')[0]]).toEqual([422, 'log-closed']);
    const { evidence } = await pair.node('al').node.record();
    expect(evidence).toMatchObject([{ side: 'ua', what: 'closed', given: Buffer.from(note).toString('utf8') }]);
    line.close();
  });

  test('stands before an inspection and a rebuilding, and comes back whole where either disk is lost', async () => {
    for (const side of SIDES) {
      const identity = await openIdentity(pair.seats[side].home, pair.settings[side], NOW);
      expect(await look(inspectionOf({ sql: pair.node(side).sql, identity, keeper: keeperOf(AREAS) }))).toEqual([]);
      await pair.node(side).rebuild();
    }
    await expectEqual();
    // The last is the database of Ukraine as it was before the epoch began, under the settings and the card of now.
    const empty = async () => await freshDatabase();
    for (const [side, database] of [['ua', empty], ['al', empty], ['ua', async () => await backup.copy()]] as const) {
      await pair.shut(side);
      await pair.seats[side].database.drop();
      pair.seats[side].database = await database();
      await pair.open(side);
      await speak(side);
      await expectEqual();
    }
    await backup.drop();
    const shown = (await pair.node('al').node.record()).logs.find(({ side }) => side === 'ua');
    expect(shown).toMatchObject({ origin: SECOND, closed: [{ origin: FIRST, size: closed }] });
  });

  test('goes on once more from what the counterpart shows; a bundle brings all epochs to an empty disk', async () => {
    await pair.shut('ua');
    const begun = await operate(pair, 'ua', ['epoch', 'begin']);
    expect([begun.code, begun.err]).toEqual([0, '']);
    pair.settings.ua = await readSettings(pair.seats.ua.home);
    await pair.shut('al');
    await pinAnew();
    await pair.open('al');
    await pair.open('ua');
    await speak('ua');
    await expectEqual();
    expect((await readLogs(pair.node('al').sql))[OTHER].origin).toBe('ua.example/ua-al-2025/ua/3');
    const medium = join(folder, 'bundle');
    const made = await operate(pair, 'ua', ['bundle', 'out', '--to', medium, '--since', '0']);
    expect(made.err).toBe('');
    await pair.shut('al');
    await pair.shut('ua');
    await pair.seats.al.database.drop();
    pair.seats.al.database = await freshDatabase();
    for (const file of [medium, `${medium}.2`, `${medium}.3`]) {
      const taken = await operate(pair, 'al', ['bundle', 'in', '--from', file]);
      expect([taken.code, taken.err]).toEqual([0, '']);
    }
    await pair.open('ua');
    await pair.open('al');
    await expectEqual();
  });

  test('opens no gate to the home of before: it signs nothing, for its log is closed', async () => {
    await pair.shut('ua');
    const { home } = pair.seats.ua;
    const now = pair.settings.ua;
    const seat = pair.seats as { ua: { home: string } };
    const { database } = pair.seats.ua;
    seat.ua.home = before;
    pair.settings.ua = await readSettings(before);
    pair.seats.ua.database = await freshDatabase();
    const opened = pair.open('ua');
    opened.catch(() => undefined);
    await expect
      .poll(
        async () =>
          await pair
            .node('ua')
            .record(new Uint8Array(), [])
            .catch((cause: unknown) => (cause as { code?: string }).code),
        { timeout: 20_000 },
      )
      .toBe('log-closed');
    await pair.shut('ua');
    await pair.seats.ua.database.drop();
    seat.ua.home = home;
    pair.settings.ua = now;
    pair.seats.ua.database = database;
    await pair.open('ua');
    await expectEqual();
  });
});
