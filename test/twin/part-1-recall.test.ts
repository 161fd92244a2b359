// Part I, ¶31: what was given is recalled and deleted: gone from disk on both nodes, and the log still proves it all.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ERASURES } from '../../src/act/erasure.ts';
import { loadItem } from '../../src/areas/crime/item.data.ts';
import { FILES } from '../../src/node/config.ts';
import { VERIFICATION } from '../../src/node/keys.ts';
import { verifyExport } from '../../src/verify.ts';
import {
  FEEDBACK_GIVEN,
  HOLD_LIFTED,
  HOLD_SET,
  ITEM_RECALLED,
  RECALL_EXECUTED,
} from '../../src/ways/exchange/kinds.ts';
import { operate } from '../fault/carried.ts';
import { freshDatabase } from '../setup/database.ts';
import { askedOn, CANARY, giveIn, itemOn, lookAt, tellIn, triedIn } from './exchange.ts';
import { exportOf } from './exported.ts';
import { openPair, type Pair, type Side, SIDES } from './pair.ts';

const DUE = '2026-12-02';
const copies = (outcome: string, time: string) => ({
  outcome: [outcome],
  count: ['2'],
  date: ['2026-12-03'],
  time: [time],
});

/** Every file below a folder that this process may read. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const all = await readdir(folder, { withFileTypes: true, recursive: true });
  return all.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
}

describe('part-1-recall: ¶31', () => {
  let pair: Pair;
  let folder = '';
  let item = '';
  let recall = '';
  let rowsBefore = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'servanda-recall-'));
    pair = await openPair('2026-11-25T09:00:00Z');
    item = await giveIn(pair);
    await tellIn(pair, 'al', FEEDBACK_GIVEN.id, { use: ['used'], text: [`EXERCISE. ${CANARY}`] }, item);
  });
  afterAll(async () => {
    await pair.close();
    await rm(folder, { recursive: true, force: true });
  });

  const rowsOf = async (side: Side): Promise<string> =>
    JSON.stringify(await pair.node(side).sql`select register, subject, state from rows order by 1, 2`);

  /** Names of the parts a node holds of an item. */
  const held = async (side: Side, act = item): Promise<readonly string[]> =>
    (
      await pair.node(side).sql<{ name: string }[]>`select p.name from parts p
        join entries e on e.log = p.log and e.idx = p.idx where e.act = ${act} order by 1`
    ).map(({ name }) => name);

  /** Files of the database, its write-ahead log and the home of a side in which the words stand. */
  async function onDisk(side: Side): Promise<readonly string[]> {
    const { sql } = pair.node(side);
    await sql.unsafe('checkpoint');
    const [{ data, oid, recycles } = { data: '', oid: 0, recycles: 'on' }] = await sql<
      { data: string; oid: number; recycles: string }[]
    >`select current_setting('data_directory') as data, current_setting('wal_recycle') as recycles,
      (select oid::bigint from pg_database where datname = current_database()) as oid`;
    // A server that is not ours keeps files of its log for use again: see docs/operate/erasure.md.
    const log = recycles === 'off' ? [join(data, 'pg_wal')] : [];
    const found: string[] = [];
    for (const place of [join(data, 'base', String(oid)), ...log, pair.seats[side].home]) {
      for (const path of await filesIn(place)) {
        // One that the server takes away meanwhile is gone.
        const bytes = await readFile(path).catch(() => undefined);
        if (bytes?.includes(CANARY) === true) found.push(path);
      }
    }
    return found;
  }

  /** Erases until the files of the database are clean of it, on both nodes. */
  async function erased(): Promise<void> {
    for (const side of SIDES) {
      await expect
        .poll(
          async () => {
            await pair.node(side).erase();
            const rows = await pair.node(side).sql<{ told: boolean; scrubbed: boolean }[]>`
              select told, scrubbed from erased`;
            return rows.length > 0 && rows.every(({ told, scrubbed }) => told && scrubbed);
          },
          { timeout: 30_000 },
        )
        .toBe(true);
    }
    await pair.settled();
  }

  test('before it, the words lie on both nodes, in drafts and in backups', async () => {
    for (const side of SIDES) {
      expect(await held(side)).toEqual(['body', 'content']);
      expect(await onDisk(side)).not.toEqual([]);
      expect((await operate(pair, side, ['backup', '--to', join(folder, 'old', side)])).code).toBe(0);
    }
    const [{ text } = { text: '' }] = await pair.node('ua').sql<{ text: string }[]>`
      select typed::text as text from drafts where act = ${item}`;
    expect(text).toContain(CANARY);
  });

  test('only its originator recalls it, for a day ahead, and once', async () => {
    const said = { recall: ['wrong'], due: [DUE] };
    expect(await triedIn(pair, 'al', ITEM_RECALLED.id, said, item)).toBe('state-forbids');
    expect(await triedIn(pair, 'ua', ITEM_RECALLED.id, { ...said, due: ['2026-11-25'] }, item)).toBe(
      'date-out-of-order',
    );
    recall = await tellIn(pair, 'ua', ITEM_RECALLED.id, said, item);
    expect(await triedIn(pair, 'ua', ITEM_RECALLED.id, said, item)).toBe('state-forbids');
    expect(await askedOn(pair, 'al')).toEqual([`al exchange.duty.recall ${DUE}`]);
  });

  test('once its day is past it is asked of both sides, as both nodes see it', async () => {
    pair.clock('2026-12-03T09:00:00Z');
    const asked = [`al exchange.duty.recall ${DUE}`, `ua exchange.duty.recall-overdue ${DUE}`];
    for (const side of SIDES) expect(await askedOn(pair, side)).toEqual(asked);
    expect(await pair.node('ua').watch()).toBeGreaterThan(0);
    expect(await pair.node('al').watch()).toBeGreaterThan(0);
  });

  test('a legal hold stops the deletion and says so; without one nothing is kept', async () => {
    expect(await triedIn(pair, 'ua', RECALL_EXECUTED.id, copies('deleted', '09:45:00'), recall)).toBe('state-forbids');
    expect(await triedIn(pair, 'al', RECALL_EXECUTED.id, copies('kept', '09:45:00'), recall)).toBe('state-forbids');
    const early = { ...copies('deleted', '09:55:00'), date: ['2026-11-24'] };
    expect(await triedIn(pair, 'al', RECALL_EXECUTED.id, early, recall)).toBe('date-out-of-order');
    const hold = await tellIn(pair, 'al', HOLD_SET.id, { hold: ['court-order'] }, item);
    expect(await triedIn(pair, 'al', RECALL_EXECUTED.id, copies('deleted', '09:45:00'), recall)).toBe('state-forbids');
    await tellIn(pair, 'al', RECALL_EXECUTED.id, copies('kept', '09:50:00'), recall);
    expect(await askedOn(pair, 'ua')).toEqual([]);
    for (const side of SIDES) {
      await pair.node(side).erase();
      expect(await held(side)).toEqual(['body', 'content']);
      expect(await loadItem(lookAt(pair, side), { of: item })).toMatchObject({ stand: 'kept' });
    }
    expect(await triedIn(pair, 'ua', HOLD_LIFTED.id, {}, hold)).toBe('state-forbids');
    await tellIn(pair, 'al', HOLD_LIFTED.id, {}, hold);
    expect(await askedOn(pair, 'al')).toContain(`al exchange.duty.recall ${DUE}`);
  });

  test('deleted, it is erased on both nodes, and each node says so by an act', async () => {
    await tellIn(pair, 'al', RECALL_EXECUTED.id, copies('deleted', '09:55:00'), recall);
    await erased();
    for (const side of SIDES) {
      expect(await held(side)).toEqual(['body']);
      expect(await lookAt(pair, side).content(item)).toBeUndefined();
      const { by } = await lookAt(pair, side).row(ERASURES, item);
      expect(Object.keys(by).toSorted()).toEqual(['al', 'ua']);
      expect(await loadItem(lookAt(pair, side), { of: item })).toMatchObject({ stand: 'erased', content: null });
      const draft = await pair.node('ua').sql`select typed, parts::text as parts from drafts where act = ${item}`;
      expect(draft[0]?.['typed']).toEqual({});
      expect(draft[0]?.['parts']).not.toContain('content');
      expect(await askedOn(pair, side)).toEqual([]);
    }
    const late = { hold: ['audit'] };
    expect(await triedIn(pair, 'al', HOLD_SET.id, late, item)).toBe('state-forbids');
  });

  test('no file of either database or home has a word of it left', async () => {
    for (const side of SIDES) expect(await onDisk(side)).toEqual([]);
  });

  test('the registers are what they were, and come out byte for byte when folded anew', async () => {
    rowsBefore = await rowsOf('ua');
    expect(await rowsOf('al')).toBe(rowsBefore);
    for (const side of SIDES) {
      await pair.node(side).rebuild();
      expect(await rowsOf(side)).toBe(rowsBefore);
    }
    await pair.settled();
    expect((await itemOn(pair, 'al', item)).executed).toMatchObject({ outcome: 'deleted', count: 2 });
  });

  test('what is left verifies: nothing is damaged, and an export proves every act', async () => {
    for (const side of SIDES) {
      const ran = await operate(pair, side, ['fsck']);
      expect([ran.code, ran.out]).toEqual([0, expect.stringContaining('were erased, which is no damage')]);
    }
    const target = join(folder, 'export');
    await exportOf(pair, 'al', target);
    const read = async (path: string) => await readFile(join(target, path)).catch(() => undefined);
    const report = await verifyExport({ read }, VERIFICATION);
    expect(report.findings).toEqual([]);
    expect(report.parts.missing).toBe(2);
    for (const path of await filesIn(target)) expect((await readFile(path)).includes(CANARY)).toBe(false);
  });

  test('neither node brings it back to the other, whoever begins anew', async () => {
    for (const side of SIDES) {
      await pair.shut(side);
      await pair.open(side);
    }
    await pair.settled();
    for (const side of SIDES) expect(await held(side)).toEqual(['body']);
  });

  test('a backup made since has none of it, and the list names the older ones that do', async () => {
    const listed = async () => (await operate(pair, 'al', ['backup', '--list', join(folder, 'old')])).out;
    const place = (await itemOn(pair, 'al', item)).given?.index ?? -1;
    expect(await listed()).toContain(`${join(folder, 'old', 'al')}: as of`);
    expect(await listed()).toContain(`parts erased since: UA ${place}`);
    expect((await operate(pair, 'al', ['backup', '--to', join(folder, 'new')])).code).toBe(0);
    const ran = await operate(pair, 'al', ['backup', '--list', join(folder, 'new')]);
    expect(ran.out).toContain('holds nothing that was erased since');
    for (const path of await filesIn(join(folder, 'new'))) {
      const bytes = await readFile(path);
      const plain = path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
      expect(plain.includes(CANARY)).toBe(false);
      expect(plain.includes(Buffer.from(CANARY).toString('hex'))).toBe(false);
    }
  });

  test('an old backup put back is erased again at once, and so is what a counterpart would send', async () => {
    await pair.shut('al');
    await pair.seats.al.database.drop();
    pair.seats.al.database = await freshDatabase({ empty: true });
    const ran = await operate(pair, 'al', ['restore', '--from', join(folder, 'old', 'al')]);
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out).toContain('Erased again the parts of 2 acts');
    await pair.open('al');
    await pair.settled();
    expect(await held('al')).toEqual(['body']);
    // Without the list as well: what the own log says was erased comes back to be erased.
    await pair.shut('al');
    await pair.seats.al.database.drop();
    pair.seats.al.database = await freshDatabase({ empty: true });
    await rm(join(pair.seats.al.home, FILES.erased));
    expect((await operate(pair, 'al', ['restore', '--from', join(folder, 'old', 'al')])).code).toBe(0);
    await pair.open('al');
    await pair.settled();
    expect(await held('al')).toEqual(['body']);
    expect(await rowsOf('al')).toBe(await rowsOf('ua'));
  });
});
