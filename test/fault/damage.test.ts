// Bytes that turn in the database: found by index, healed from the other node or from the rest, both digests equal.
import { afterEach, describe, expect, test } from 'vitest';
import { BODY_DESIGNATED } from '../../src/act/kinds.ts';
import { NOTIFICATION_GIVEN } from '../../src/areas/final/kinds.ts';
import { openPair, type Pair, say, type Side, SIDES } from '../twin/pair.ts';
import { sayWithAnnex } from './annex.ts';
import { operate } from './carried.ts';

const NOTE = { procedures: ['EXERCISE law'], noteDate: ['2026-08-28'], channel: ['node'] };
const designation = (body: string) => ({ body: [body], provisions: ['58, 59'], from: ['2026-08-28'] });

let pair: Pair;
afterEach(async () => await pair.close());

async function open(pace?: { step: number; round: number }): Promise<void> {
  pair = await openPair(undefined, undefined, undefined, pace === undefined ? {} : { pace });
  await say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE);
  await say(pair, 'al', BODY_DESIGNATED.id, designation('al:police'));
  await pair.settled();
}

/** All that a node keeps and that both must agree on or can prove. */
async function everything(side: Side): Promise<string> {
  const held: unknown[] = [];
  for (const table of ['logs', 'entries', 'parts', 'tiles', 'checkpoints', 'rows', 'subjects']) {
    held.push(table, await pair.node(side).sql.unsafe(`select md5(t::text) as row from ${table} t order by 1`));
  }
  return JSON.stringify(held);
}

const FLIP = (column: string, at: number): string =>
  `${column} = set_byte(${column}, ${at}, get_byte(${column}, ${at}) # 1)`;

/** What is done to the database of Ukraine, and the line in which fsck names it. */
const DAMAGES: readonly (readonly [what: string, damage: string, named: RegExp])[] = [
  ['an own entry', `update entries set ${FLIP('bytes', 40)} where log = 0 and idx = 3`, /^ua 3: entry/m],
  ['an entry of the copy', `update entries set ${FLIP('bytes', 40)} where log = 1 and idx = 1`, /^al 1: entry/m],
  ['an own entry that is gone', 'delete from entries where log = 0 and idx = 3', /^ua 3: entry/m],
  ['the hash of an entry', `update entries set ${FLIP('leaf', 0)} where log = 0 and idx = 1`, /^ua 1: leaf/m],
  [
    'an entry and its hash alike',
    `update entries set ${FLIP('bytes', 40)}, leaf = sha256('\\x00'::bytea || set_byte(bytes, 40,
      get_byte(bytes, 40) # 1)) where log = 1 and idx = 3`,
    /^al (?:4: root|3: (?:entry|leaf))/m,
  ],
  ['what is read from an entry', "update entries set kind = 'x/1' where log = 1 and idx = 0", /^al 0: columns/m],
  [
    'a part of an own act',
    `update parts set ${FLIP('bytes', 5)} where log = 0 and idx = 3 and name = 'body'`,
    /^ua 3 body: part/m,
  ],
  ['a part of the copy that is gone', 'delete from parts where log = 1 and idx = 3', /^al 3 body: part/m],
  ['the head of the own log', `update logs set ${FLIP('root', 3)} where log = 0`, /^ua 4: head/m],
  ['an own checkpoint', `update checkpoints set ${FLIP('note', 60)} where log = 0 and size = 4`, /^ua 4: checkpoint/m],
  ['a row', "update rows set state = replace(state, 'ua', 'xx') where register = 'keys'", /^keys .*row is damaged/m],
  ['a row that is gone', "delete from rows where register = 'life'", /^life .*row is damaged/m],
];

describe('what is damaged in the database', () => {
  test('is none where all is well: fsck says so, with --heal as well, and changes nothing', async () => {
    await open();
    const before = await everything('ua');
    for (const more of [[], ['--heal']]) {
      const ran = await operate(pair, 'ua', ['fsck', ...more]);
      expect(ran).toMatchObject({ code: 0, out: 'Looked at ua 4, al 4: 0 damaged, 0 healed.' });
    }
    expect(await everything('ua')).toBe(before);
  });

  test.each(DAMAGES)('%s is found by index, and healed byte for byte', async (what, damage, named) => {
    await open();
    const before = await everything('ua');
    await pair.node('ua').sql.unsafe(damage);
    expect(await everything('ua')).not.toBe(before);
    const found = await operate(pair, 'ua', ['fsck']);
    expect([found.code, found.out]).toEqual([1, expect.stringMatching(named)]);
    const healed = await operate(pair, 'ua', ['fsck', '--heal']);
    expect([healed.code, healed.out]).toEqual([0, expect.stringMatching(/; healed$/m)]);
    const without = (held: string): string => held.replace(/"entries".*?"parts"/, '"parts"');
    // A row that had to be written anew has the instant of its healing; everything else is as it was.
    if (what.includes('entry that is gone')) expect(without(await everything('ua'))).toBe(without(before));
    else expect(await everything('ua')).toBe(before);
    await say(pair, 'al', BODY_DESIGNATED.id, designation('al:mod'));
    await pair.settled();
    const rows = async (side: Side) =>
      await pair.node(side).sql`select register, subject, state from rows order by 1, 2`;
    expect(await rows('ua')).toEqual(await rows('al'));
  });

  test('is found in any tile of a longer log, the tile with it', { timeout: 180_000 }, async () => {
    await open();
    await sayWithAnnex(pair, 'ua', 270, 10);
    await pair.settled(60_000);
    const before = await everything('al');
    const { sql } = pair.node('al');
    await sql.unsafe(`update entries set ${FLIP('bytes', 33)} where log = 1 and idx in (17, 255, 256, 271)`);
    await sql.unsafe(`update tiles set ${FLIP('data', 4096)} where log = 1 and level = 0`);
    const found = await operate(pair, 'al', ['fsck', '--json']);
    const told = JSON.parse(found.out) as { found: { log: string; what: string; idx: number }[] };
    const named = told.found.map(({ log, what, idx }) => `${log} ${what} ${idx}`);
    const due = ['ua entry 17', 'ua entry 255', 'ua entry 256', 'ua entry 271', 'ua tile 0'];
    expect(named).toEqual(expect.arrayContaining(due));
    expect((await operate(pair, 'al', ['fsck', '--heal'])).code).toBe(0);
    expect(await everything('al')).toBe(before);
  });

  test('and that the counterpart cannot mend now stays named, and the node goes on', async () => {
    await open();
    await pair.shut('al');
    await pair.node('ua').sql.unsafe('delete from parts where log = 0 and idx = 3');
    const ran = await operate(pair, 'ua', ['fsck', '--heal']);
    expect([ran.code, ran.out]).toEqual([1, expect.stringContaining('mended by: counterpart\n')]);
    await pair.open('al');
    expect((await operate(pair, 'ua', ['fsck', '--heal'])).code).toBe(0);
  });
});

describe('the inspection in the background', () => {
  test('finds and heals by itself, says both, and raises the alarm for as long as it cannot', async () => {
    await open({ step: 20, round: 20 });
    const before = await everything('ua');
    const until = async (holds: () => Promise<boolean>): Promise<void> => {
      for (let tries = 0; !(await holds()); tries++) {
        if (tries > 400) throw new Error(JSON.stringify((await pair.node('ua').node.record()).inspection));
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    };
    const seen = async () => (await pair.node('ua').node.record()).inspection;
    await until(async () => (await seen()).rounded !== undefined);
    expect(await seen()).toMatchObject({ open: 0, healed: 0, damages: [] });

    const { sql } = pair.node('ua');
    await sql.unsafe(`update entries set ${FLIP('bytes', 40)} where log = 0 and idx = 3`);
    await until(async () => (await seen()).healed === 1);
    expect(await everything('ua')).toBe(before);
    expect(await pair.node('ua').node.health()).toMatchObject({ ok: true, alarms: [] });

    await pair.shut('al');
    await sql.unsafe("delete from parts where log = 1 and idx = 3 and name = 'body'");
    await until(async () => (await seen()).open === 1);
    expect((await seen()).damages).toMatchObject([{ side: 'al', what: 'part', index: 3, name: 'body' }]);
    expect(await pair.node('ua').node.health()).toMatchObject({ ok: true, alarms: ['record-damaged'] });
    await pair.open('al');
    await until(async () => (await seen()).open === 0 && (await seen()).healed === 2);
    expect(await everything('ua')).toBe(before);
    for (const side of SIDES) expect((await pair.node(side).node.health()).alarms).toEqual([]);
  });

  test('goes on after a restart from where it was', async () => {
    await open({ step: 20, round: 3_600_000 });
    const rounded = async () =>
      await pair.node('ua').sql<{ rounded: Date | null }[]>`select rounded from inspections where log = 0`;
    const [at] = await rounded();
    await pair.shut('ua');
    await pair.open('ua');
    const [again] = await rounded();
    expect(again?.rounded?.getTime()).toBeGreaterThanOrEqual(at?.rounded?.getTime() ?? Infinity);
  });
});

describe('an act that is not received', () => {
  test('for longer than was set raises the alarm, on health and on the record, until it is', async () => {
    pair = await openPair('2026-08-28T09:00:00Z', undefined, undefined, { alarmAfter: 600_000 });
    await pair.settled();
    await pair.shut('al');
    await say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE);
    const line = async () => (await pair.node('ua').node.record()).line;
    expect(await line()).toMatchObject({ behind: 2, late: false, waiting: expect.stringMatching(/^2026-08-28T09:0/) });
    expect((await pair.node('ua').node.health()).alarms).toEqual([]);
    pair.clock('2026-08-28T09:30:00Z');
    expect(await line()).toMatchObject({ behind: 2, late: true });
    expect(await pair.node('ua').node.health()).toMatchObject({ ok: true, alarms: ['acts-not-received'] });
    await pair.open('al');
    await pair.settled();
    expect(await line()).toMatchObject({ behind: 0, late: false, waiting: undefined });
    expect((await pair.node('ua').node.health()).alarms).toEqual([]);
  });
});
