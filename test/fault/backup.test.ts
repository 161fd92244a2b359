// Backups of a node that runs, restored into an empty home and database, and a record made again from the counterpart.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BODY_DESIGNATED } from '../../src/act/kinds.ts';
import type { RefusalCode } from '../../src/act/refusal.ts';
import { NOTIFICATION_GIVEN } from '../../src/areas/final/kinds.ts';
import { ownIdentity, recipientOf } from '../../src/node/seal.ts';
import { connect } from '../../src/node/store/database.ts';
import { freshDatabase } from '../setup/database.ts';
import { openPair, type Pair, say, type Side } from '../twin/pair.ts';
import { sayWithAnnex } from './annex.ts';
import { operate } from './carried.ts';

const NOTE = { procedures: ['EXERCISE law'], noteDate: ['2026-08-28'], channel: ['node'] };
const designation = (body: string) => ({ body: [body], provisions: ['58, 59'], from: ['2026-08-28'] });

const INVALID: RefusalCode = 'backup-invalid';

let pair: Pair;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'servanda-backup-'));
  pair = await openPair();
  await say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE);
  await say(pair, 'al', BODY_DESIGNATED.id, designation('al:police'));
  await pair.settled();
});
afterEach(async () => {
  await pair.close();
  await rm(folder, { recursive: true, force: true });
});

const at = (name: string): string => join(folder, name);

/** All that the database of a side holds, drafts and approvals too, but for the progress of inspections. */
async function everything(side: Side): Promise<string> {
  const sql = connect(pair.seats[side].database.place);
  const tables = ['logs', 'entries', 'parts', 'tiles', 'checkpoints', 'cosignatures', 'pending', 'rows', 'subjects',
    'digests', 'spoken_under', 'referring', 'drafts', 'approvals', 'evidence', 'carried', 'migrations'];
  const held: unknown[] = [];
  for (const table of tables) {
    const own = table === 'migrations' ? 'name' : 't::text';
    held.push(table, await sql.unsafe(`select md5(${own}) as row from ${table} t order by 1`));
  }
  await sql.end({ timeout: 5 });
  return JSON.stringify(held);
}

/** The disk is gone: another database, empty. */
async function loseDatabase(side: Side, empty = true): Promise<void> {
  await pair.shut(side);
  await pair.seats[side].database.drop();
  pair.seats[side].database = await freshDatabase({ empty });
}

describe('a backup', () => {
  test('of a node that runs is restored byte for byte, and what was signed since comes back', async () => {
    const before = await everything('ua');
    const made = await operate(pair, 'ua', ['backup', '--to', at('one')]);
    expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/^Wrote 4 entries of ua.*without keys/) });
    await say(pair, 'ua', BODY_DESIGNATED.id, designation('ua:nmaa'));
    await pair.settled();
    const [{ root } = { root: '' }] = (await pair.node('al').node.record()).logs.filter((log) => log.side === 'ua');
    await loseDatabase('ua');
    const restored = await operate(pair, 'ua', ['restore', '--from', at('one')]);
    expect([restored.code, restored.err, restored.out]).toEqual([0, '', expect.stringContaining('Restored 4 entries')]);
    expect(await everything('ua')).toBe(before);
    expect(await operate(pair, 'ua', ['fsck'])).toMatchObject({ code: 0 });
    await pair.open('ua');
    await pair.settled();
    expect((await pair.node('ua').node.record()).logs[0]).toMatchObject({ size: 6, root });
    await say(pair, 'ua', BODY_DESIGNATED.id, designation('ua:mod'));
    await pair.settled();
    expect((await pair.node('al').node.record()).evidence).toEqual([]);
  });

  test('made under load is one moment of the record: whole, and provable', { timeout: 120_000 }, async () => {
    const load = sayWithAnnex(pair, 'ua', 300, 3000);
    const made = await operate(pair, 'ua', ['backup', '--to', at('one')]);
    expect(made.code).toBe(0);
    await load;
    // Of every size on the way and whatever the stream holds when its table ends.
    for (let n = 0; n < 8; n++) expect((await operate(pair, 'ua', ['backup', '--to', at(`more${n}`)])).code).toBe(0);
    await pair.settled(60_000);
    const size = (await pair.node('ua').node.record()).logs[0]?.size;
    expect(size).toBeGreaterThan(300);
    await loseDatabase('ua');
    expect((await operate(pair, 'ua', ['restore', '--from', at('one')])).code).toBe(0);
    expect(await operate(pair, 'ua', ['fsck'])).toMatchObject({ code: 0 });
    await pair.open('ua');
    await pair.settled(60_000);
    expect((await pair.node('ua').node.record()).logs[0]?.size).toBe(size);
  });

  test('is sealed where it is told to whom, and with its keys makes a node out of nothing', async () => {
    const identity = await ownIdentity(at('safe.key'));
    const recipient = await recipientOf(identity);
    // What waits for the root goes along: a draft in the database waits for it.
    const asked = join(pair.seats.ua.home, 'root', 'UA-ROOT-2026-0009.request.json');
    await mkdir(join(pair.seats.ua.home, 'root'), { recursive: true });
    await writeFile(asked, '{}');
    const bare = await operate(pair, 'ua', ['backup', '--to', at('two'), '--keys']);
    expect([bare.code, bare.err]).toEqual([2, expect.stringContaining('only with --seal-to')]);
    const made = await operate(pair, 'ua', ['backup', '--to', at('two'), '--keys', '--seal-to', recipient]);
    expect([made.code, made.out]).toEqual([0, expect.stringContaining('with keys')]);
    for (const name of (await readdir(at('two'))).filter((one) => one !== 'backup.json')) {
      expect((await readFile(join(at('two'), name))).subarray(0, 21).toString()).toBe('age-encryption.org/v1');
    }
    const before = await everything('ua');
    const keys = await readdir(join(pair.seats.ua.home, 'keys'));
    await loseDatabase('ua');
    const { home } = pair.seats.ua;
    await rm(home, { recursive: true });
    const stranger = await ownIdentity(at('other.key')).then(() => at('other.key'));
    const from = ['restore', '--from', at('two')];
    expect(await operate(pair, 'ua', from)).toMatchObject({ code: 2 });
    const wrong = await operate(pair, 'ua', [...from, '--identity', stranger]);
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining(INVALID)]);
    const right = await operate(pair, 'ua', [...from, '--identity', at('safe.key')]);
    expect([right.code, right.err]).toEqual([0, '']);
    expect((await readdir(join(home, 'keys'))).sort()).toEqual(keys.sort());
    expect(await everything('ua')).toBe(before);
    expect(await readFile(asked, 'utf8')).toBe('{}');
    await rm(asked);
    await pair.open('ua');
    await say(pair, 'ua', BODY_DESIGNATED.id, designation('ua:nmaa'));
    await pair.settled();
  });

  test('goes over no record, no other home, and no home without keys that it does not bring', async () => {
    await operate(pair, 'ua', ['backup', '--to', at('one')]);
    const from = ['restore', '--from', at('one')];
    await pair.shut('ua');
    const before = await everything('ua');
    const over = await operate(pair, 'ua', from);
    expect([over.code, over.err]).toEqual([1, expect.stringContaining('(home-exists)')]);
    expect(await everything('ua')).toBe(before);
    const other = await operate(pair, 'al', from);
    expect([other.code, other.err]).toEqual([1, expect.stringContaining('(home-exists)')]);
    const nowhere = await operate(pair, 'ua', from, at('new'));
    expect([nowhere.code, nowhere.err]).toEqual([1, expect.stringContaining('put keys, wire.key.pem')]);
    expect(await operate(pair, 'ua', ['backup', '--to', at('one')])).toMatchObject({ code: 1 });
    const held = await operate(pair, 'al', ['restore', '--from', at('nothing')]);
    expect([held.code, held.err]).toEqual([1, expect.stringContaining('There is no backup')]);
  });

  test('that was changed or cut off by a byte is refused before anything is restored', async () => {
    await operate(pair, 'ua', ['backup', '--to', at('one')]);
    await loseDatabase('ua');
    const names = (await readdir(at('one'))).filter((name) => name !== 'backup.json');
    expect(names.length).toBeGreaterThan(15);
    for (const name of names) {
      const whole = await readFile(join(at('one'), name));
      const flipped = Buffer.from(whole);
      flipped[flipped.length >> 1] = (flipped[flipped.length >> 1] as number) ^ 1;
      for (const bad of [flipped, whole.subarray(0, -1)]) {
        await writeFile(join(at('one'), name), bad);
        const ran = await operate(pair, 'ua', ['restore', '--from', at('one')]);
        expect([name, ran.code, ran.err]).toEqual([name, 1, expect.stringContaining(INVALID)]);
      }
      await writeFile(join(at('one'), name), whole);
    }
    const manifest = await readFile(join(at('one'), 'backup.json'), 'utf8');
    await writeFile(join(at('one'), 'backup.json'), manifest.replace('0001-record.sql', '9999-future.sql'));
    expect(await operate(pair, 'ua', ['restore', '--from', at('one')])).toMatchObject({ code: 1 });
    await writeFile(join(at('one'), 'backup.json'), manifest);
    expect(await operate(pair, 'ua', ['restore', '--from', at('one')])).toMatchObject({ code: 0 });
  });
});

describe('a node whose disk is gone and whose keys are there', () => {
  test('is made again from its counterpart by one command, both logs and all rows', async () => {
    const rows = async (side: Side) =>
      await pair.node(side).sql`select register, subject, state from rows order by 1, 2`;
    const before = await rows('ua');
    await loseDatabase('ua', false);
    const ran = await operate(pair, 'ua', ['recover', '--from-counterpart']);
    expect([ran.code, ran.err.includes('refused'), ran.out]).toEqual([
      0, false, 'Came back: ua 4, al 4. Cannot return: 0.',
    ]);
    await pair.open('ua');
    await pair.settled();
    expect(await rows('ua')).toEqual(before);
    expect(await rows('al')).toEqual(before);
  });

  test('is told by index what cannot return: entries that were only seen, parts that nobody has', async () => {
    // The counterpart has seen a checkpoint of which it holds no entries: the line broke in between.
    await pair.shut('al');
    await say(pair, 'ua', BODY_DESIGNATED.id, designation('ua:nmaa'));
    const { sql } = pair.node('ua');
    const [head] = await sql<{ size: number; root: Uint8Array; note: Uint8Array }[]>`select size, root, note
      from checkpoints where log = 0 order by size desc limit 1`;
    const other = connect(pair.seats.al.database.place);
    await other`insert into pending (log, size, root, note)
      values (1, ${head?.size ?? 0}, ${head?.root ?? null}, ${head?.note ?? null})`;
    await other`delete from parts where log = 1 and idx = 3 and name = 'body'`;
    await other.end({ timeout: 5 });
    await loseDatabase('ua', false);
    await pair.open('al');
    const ran = await operate(pair, 'ua', ['recover', '--from-counterpart', '--patience', '3']);
    expect(ran.code).toBe(1);
    expect(ran.out.split('\n')).toEqual([
      expect.stringMatching(/^Came back: ua 4, al \d+. Cannot return: \d+.$/),
      'ua 4: the entry was signed and seen, and nobody holds it',
      'ua 5: the entry was signed and seen, and nobody holds it',
      expect.stringContaining('ua 3 body: part is damaged'),
      ...ran.out.split('\n').slice(4),
    ]);
    expect(ran.err).toContain('(record-behind)');
  });
});
