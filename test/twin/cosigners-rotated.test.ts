// The keys of witness and mirror replaced with an overlap: both nodes run on, and what the old keys vouched for stands.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { utf8 } from '../../src/act/bytes.ts';
import { SIGNATURE_TYPE, type Signer, type SigningKey } from '../../src/act/key.ts';
import { KEY_ADMITTED } from '../../src/act/kinds.ts';
import { parseNote, type SignatureLine } from '../../src/act/note.ts';
import { AREAS } from '../../src/areas/index.ts';
import { look } from '../../src/commands/fsck.ts';
import { cosign, cosignatureKind } from '../../src/log/cosignature.ts';
import { checkNoted, type NotedKeys } from '../../src/log/noted.ts';
import { type Card, changeSettings, FILES, readCard, readSettings } from '../../src/node/config.ts';
import { checkpointBody } from '../../src/node/consignment.ts';
import { keeperOf, notedKeys } from '../../src/node/ground.ts';
import { makeCard, openIdentity, pinCounterpart } from '../../src/node/identity.ts';
import { fileOf, openKeys, VERIFICATION, verifyEd25519 } from '../../src/node/keys.ts';
import { Mirror } from '../../src/node/mirror.ts';
import { announceCosigners, retireCosigners } from '../../src/node/renewal.ts';
import { inspectionOf } from '../../src/node/ground.ts';
import { ALLOWANCES } from '../../src/node/store/allowances.ts';
import { newestPending } from '../../src/node/store/pending.ts';
import { type CheckpointRow, latestCheckpoint, NOTED, OTHER, OWN } from '../../src/node/store/record.ts';
import { type Report, verifyExport, verifyProof } from '../../src/verify.ts';
import { operate } from '../fault/carried.ts';
import { freshDatabase } from '../setup/database.ts';
import { exportOf } from './exported.ts';
import { openPair, type Pair, say, type Side, SIDES } from './pair.ts';

/** Of whom a key is admitted, as often as something is to be said. */
const HOLDER = { ua: 'ua:mfa', al: 'al:mefa' } as const;
const NOW = new Date('2026-08-28T10:00:00Z');
const nobody = async (): Promise<string | undefined> => await Promise.resolve(undefined);

let pair: Pair;
let folder: string;
beforeAll(async () => {
  pair = await openPair();
  folder = await mkdtemp(join(tmpdir(), 'servanda-rotated-'));
});
afterAll(async () => {
  await pair.close();
  await rm(folder, { recursive: true, force: true });
});

/** Does something to the home of a side while its node is shut. */
async function whileShut<T>(side: Side, work: (home: string) => Promise<T>): Promise<T> {
  const { home } = pair.seats[side];
  await pair.shut(side);
  const done = await work(home);
  pair.settings[side] = await readSettings(home);
  await pair.open(side);
  return done;
}

/** Ukraine pins the card of Albania as it is now. */
async function pinAnew(): Promise<void> {
  const card = await readCard(join(pair.seats.al.home, FILES.card));
  await whileShut('ua', async (home) => {
    if (card !== undefined) await pinCounterpart(home, await readSettings(home), card);
  });
}

/** An act of each side, so that each log notes the other. */
async function speak(): Promise<void> {
  for (const side of SIDES) {
    await say(pair, side, KEY_ADMITTED.id, { holder: [HOLDER[side]], written: [''] });
    await pair.settled();
  }
}

/** The proof file of an act of Ukraine, and the policy it is checked by. */
async function proofOf(index: number): Promise<readonly [proof: Uint8Array, policy: Uint8Array]> {
  const { node } = pair.node('ua');
  const act = await node.actAt('ua', index);
  const file = await node.actFile(act?.act.id ?? '');
  return [utf8(file?.proof ?? ''), utf8(node.policy('ua') ?? '')];
}

async function exported(name: string): Promise<() => Promise<Report>> {
  const target = join(folder, name);
  await exportOf(pair, 'ua', target);
  const read = async (path: string) => await readFile(join(target, path)).catch(() => undefined);
  return async () => await verifyExport({ read: async (path) => await read(path) }, VERIFICATION);
}

const signersOf = async (): Promise<readonly string[]> =>
  (await pair.node('ua').node.record()).logs.find(({ side }) => side === 'ua')?.cosignatures.map((one) => one.signer) ??
  [];

describe('new keys of witness and mirror', () => {
  test('cosign beside the old ones, then alone; proofs, exports and notes of before hold by the new card', async () => {
    await speak();
    const [early, earlyPolicy] = await proofOf(0);
    const before = await exported('before');
    expect(await before()).toMatchObject({ ok: true });

    // Broken off after the settings and before the card, and taken up again.
    await whileShut('al', async (home) => {
      const card = await readFile(join(home, FILES.card));
      const rotated = await operate(pair, 'al', ['keys', 'rotate']);
      expect([rotated.code, rotated.err]).toEqual([0, '']);
      const announced = (await readCard(join(home, FILES.card))) as Card;
      expect([announced.version, announced.keys.witness.split('+')[0]]).toEqual([6, 'al.example/witness/2']);
      await writeFile(join(home, FILES.card), card);
      expect(await announceCosigners(home, NOW, nobody)).toEqual(announced);
    });
    // Ukraine knows the old card alone: nothing has changed for it.
    await speak();
    expect(await signersOf()).not.toContain('al.example/mirror/2');
    await pinAnew();
    await speak();
    expect(await signersOf()).toContain('al.example/mirror/2/ml-dsa-44');
    expect(await verifyProof(...(await proofOf(0)), VERIFICATION)).toMatchObject({ ok: true });

    const until = (await newestPending(pair.node('al').sql, OTHER))?.size ?? 0;
    const retired = await whileShut('al', async (home) => {
      const said = await operate(pair, 'al', ['keys', 'retire']);
      expect([said.code, said.err]).toEqual([0, '']);
      return await readCard(join(home, FILES.card));
    });
    expect(retired).toMatchObject({ version: 6, earlier: [{ until }] });
    await speak();
    await pinAnew();
    await speak();
    // What was given out before holds by its own policy and by that of now; so does what is given out now.
    const [late, policy] = await proofOf(0);
    for (const [proof, by] of [[early, earlyPolicy], [early, policy], [late, policy]] as const) {
      expect(await verifyProof(proof, by, VERIFICATION)).toMatchObject({ ok: true, findings: [] });
    }
    const last = (await latestCheckpoint(pair.node('ua').sql, OWN))?.size ?? 0;
    expect(await verifyProof(...(await proofOf(last - 1)), VERIFICATION)).toMatchObject({ ok: true });
    expect(await before()).toMatchObject({ ok: true });
    const after = await exported('after');
    expect(await after()).toMatchObject({ ok: true, findings: [] });
    expect(JSON.parse(await readFile(join(folder, 'after', 'export.json'), 'utf8'))).toMatchObject({
      format: 'servanda/export/v3',
    });
    for (const side of SIDES) expect((await pair.node(side).node.record()).contested).toEqual([]);
  });

  test('stand before an inspection, a rebuilding, and a record made again from the counterpart', async () => {
    for (const side of SIDES) {
      const identity = await openIdentity(pair.seats[side].home, pair.settings[side], NOW);
      const keeper = keeperOf(AREAS);
      expect(await look(inspectionOf({ sql: pair.node(side).sql, identity, keeper }))).toEqual([]);
      await pair.node(side).rebuild();
    }
    await pair.settled();
    await pair.shut('ua');
    await pair.seats.ua.database.drop();
    pair.seats.ua.database = await freshDatabase();
    await pair.open('ua');
    await pair.settled(60_000);
    const { contested, noted } = await pair.node('ua').node.record();
    expect(contested).toEqual([]);
    expect(noted.filter(({ side }) => side === 'al').length).toBeGreaterThanOrEqual(4);
  });

  test('are believed beyond the size up to which the old ones count; a note by the old ones is not', async () => {
    const { sql } = pair.node('al');
    const identity = await openIdentity(pair.seats.ua.home, pair.settings.ua, NOW);
    // By the keys of Albania, as Ukraine knows them, an entry of Albania's log vouches for that of Ukraine.
    const keys = notedKeys(identity)[OTHER];
    const notes = await sql<{ bytes: Uint8Array }[]>`
      select bytes from entries where log = ${OWN} and kind = ${NOTED} order by idx`;
    for (const { bytes } of notes) checkNoted(parseNote(bytes), keys, VERIFICATION);
    const newest = parseNote(notes.at(-1)?.bytes ?? new Uint8Array());
    const ring = await openKeys(join(folder, 'stolen'));
    // The old keys are gone from the home; whoever had stolen them before could still sign with them.
    const thief = async (name: string): Promise<Signer> => await ring.make(name, 0x04);
    const stolen = [await thief('al.example/witness'), await thief('al.example/mirror')] as const;
    const [now, old] = keys.cosigners;
    const until = old?.until ?? 0;
    const theirs = { witness: [stolen[0].key], mirror: [stolen[1].key] };
    const bounded: NotedKeys = { ...keys, cosigners: [...(now === undefined ? [] : [now]), { ...theirs, until }] };
    const lines: SignatureLine[] = stolen.map(({ key, sign }) => {
      const kind = cosignatureKind(key.type);
      if (kind === undefined) throw new Error('rotated: no cosigner');
      const signature = cosign({ kind, name: key.name }, 1_788_000_000, newest.text, sign);
      return { name: key.name, id: key.id, signature };
    });
    const own = newest.signatures.filter(({ name }) => name === keys.log[0].key.name);
    const forged = { ...newest, signatures: [...own, ...lines] };
    expect(() => checkNoted(forged, bounded, VERIFICATION)).toThrow(/Taking the checkpoint/);
    expect(checkNoted(forged, { ...keys, cosigners: [theirs] }, VERIFICATION).size).toBeGreaterThan(until);
  });

  test('sign while no head is locked: who signs slowly holds up nobody', async () => {
    const { sql } = pair.node('al');
    const identity = await openIdentity(pair.seats.al.home, pair.settings.al, NOW);
    const allowed = Promise.withResolvers<void>();
    const slow = identity.cosigners.witness.map(({ key, sign }): SigningKey => ({
      key,
      sign: async (message) => {
        await allowed.promise;
        return await sign(message);
      },
    }));
    const mirror = new Mirror({
      sql,
      epochs: identity.epochs[OTHER],
      witness: slow,
      mirror: slow,
      vault: identity.vault,
      verify: verifyEd25519,
      now: () => NOW,
      allowances: ALLOWANCES,
      judge: async () => await Promise.resolve(0),
      received: () => undefined,
      flooded: () => undefined,
    });
    const ours = pair.node('ua').sql;
    const head = (await latestCheckpoint(ours, OWN)) as CheckpointRow;
    const body = await checkpointBody(ours, head, head.size);
    const answer = mirror.answer({ by: 'counterpart', method: 'POST', path: '/add-checkpoint', body });
    await speak();
    allowed.resolve();
    expect((await answer)?.status).toBe(200);
  });

  const inRing = (name: string): string => join(FILES.keys, fileOf(name));
  const HELD = [
    ...['ua.example/witness', 'ua.example/mirror'].flatMap((name) => [name, `${name}/ml-dsa-44`]).map(inRing),
    inRing('ua.example/ua-al-2025/ua/1'),
    FILES.tlsKey,
    FILES.tlsCertificate,
    FILES.bundleKey,
  ];
  test.each(HELD)('are never made by opening a home, nor is what else a card names: %s is missed', async (file) => {
    const { home } = pair.seats.ua;
    const kept = await readFile(join(home, file));
    await rm(join(home, file));
    const opened = openIdentity(home, pair.settings.ua, NOW);
    await expect(opened).rejects.toMatchObject({ code: 'key-missing' });
    await expect(opened).rejects.toThrow(`${join(home, file)} is not there`);
    await expect(opened).rejects.toThrow(/Restore it from the backup of the keys; where it is lost for good, servanda/);
    await expect(readFile(join(home, file))).rejects.toThrow(/ENOENT/);
    await writeFile(join(home, file), kept);
    (await openIdentity(home, pair.settings.ua, NOW)).ring.close();
  });

  test('are not replaced by others of their name: neither at the start, nor where a card is made', async () => {
    const { home } = pair.seats.ua;
    const path = join(home, inRing('ua.example/mirror/ml-dsa-44'));
    const kept = await readFile(path);
    await rm(path);
    const card = makeCard(home, pair.settings.ua, 'https://127.0.0.1:1', NOW);
    await expect(card).rejects.toMatchObject({ code: 'key-missing' });
    const ring = await openKeys(join(home, FILES.keys));
    await ring.make('ua.example/mirror/ml-dsa-44', SIGNATURE_TYPE.mlDsa44);
    await expect(openIdentity(home, pair.settings.ua, NOW)).rejects.toMatchObject({ code: 'key-damaged' });
    await writeFile(path, kept);
    (await openIdentity(home, pair.settings.ua, NOW)).ring.close();
  });

  test('cannot retire what nothing follows, and keep the settings of the home whole', async () => {
    const { home } = pair.seats.ua;
    await expect(retireCosigners(home, 1, NOW, nobody)).rejects.toMatchObject({ code: 'input-malformed' });
    await changeSettings(home, {});
    expect(await readSettings(home)).toEqual(pair.settings.ua);
  });
});
