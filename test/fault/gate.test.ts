// LOG-2: a node that comes back with less than it had signed finds out before it signs again, and forks nothing.
import { afterEach, describe, expect, test } from 'vitest';
import { BODY_DESIGNATED } from '../../src/act/kinds.ts';
import { NOTIFICATION_GIVEN, RECEIPT_GIVEN } from '../../src/areas/final/kinds.ts';
import { freshDatabase } from '../setup/database.ts';
import { openPair, type Pair, say, type Side, SIDES } from '../twin/pair.ts';

const NOTE = { procedures: ['EXERCISE law'], noteDate: ['2026-08-28'], channel: ['node'] };
const designation = (body: string) => ({ body: [body], provisions: ['58, 59'], from: ['2026-08-28'] });

let pair: Pair;
afterEach(async () => await pair.close());

async function rowsOf(side: Side): Promise<string> {
  const { sql } = pair.node(side);
  return JSON.stringify(await sql`select register, subject, state from rows order by 1, 2`);
}

async function entriesOf(side: Side, log: number): Promise<string> {
  const { sql } = pair.node(side);
  return JSON.stringify(
    await sql`select idx, act, md5(bytes) as bytes, seen from entries where log = ${log} order by 1`,
  );
}

/** Both nodes hold the same two logs and the same rows. */
async function expectEqual(): Promise<void> {
  await pair.settled();
  expect(await rowsOf('ua')).toBe(await rowsOf('al'));
  expect(await entriesOf('ua', 0)).toBe(await entriesOf('al', 1));
  expect(await entriesOf('ua', 1)).toBe(await entriesOf('al', 0));
}

/** Waits until a node has given up signing for that reason. */
async function untilRefused(side: Side, code: string): Promise<void> {
  const until = Date.now() + 15_000;
  for (;;) {
    const refusal = await pair
      .node(side)
      .record(new Uint8Array(), [])
      .catch((cause: unknown) => cause);
    if ((refusal as { code?: string }).code === code) return;
    if (Date.now() > until) throw new Error(`${side} does not refuse with ${code}: ${String(refusal)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('a node restored from an old backup', () => {
  test('fetches what it had signed since from the counterpart, and goes on from there', async () => {
    pair = await openPair();
    await say(pair, 'ua', BODY_DESIGNATED.id, designation('ua:nmaa'));
    await pair.settled();
    await pair.shut('ua');
    const backup = await pair.seats.ua.database.copy();
    await pair.open('ua');
    const said = await say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE);
    await pair.settled();
    pair.clock('2026-08-29T08:00:00Z');
    const received = { date: ['2026-08-29'], time: ['09:59:30'], channel: ['node'] };
    await say(pair, 'al', RECEIPT_GIVEN.id, received, said.act);
    await say(pair, 'al', BODY_DESIGNATED.id, designation('al:police'));
    await pair.settled();
    const before = [await rowsOf('ua'), await entriesOf('ua', 0), await entriesOf('ua', 1)];

    await pair.shut('ua');
    await pair.seats.ua.database.drop();
    pair.seats.ua.database = backup;
    await pair.open('ua');
    await expectEqual();
    expect([await rowsOf('ua'), await entriesOf('ua', 0), await entriesOf('ua', 1)]).toEqual(before);

    await say(pair, 'ua', BODY_DESIGNATED.id, designation('ua:mod'));
    await expectEqual();
    expect((await pair.node('al').node.record()).evidence).toEqual([]);
  });

  test('that signs on without asking forks its log: refused, both notes kept, and it signs no more', async () => {
    pair = await openPair();
    await pair.settled();
    await pair.shut('ua');
    const backup = await pair.seats.ua.database.copy();
    await pair.open('ua');
    await say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE);
    await pair.settled();
    const held = await entriesOf('al', 1);
    await pair.shut('ua');
    await pair.seats.ua.database.drop();
    pair.seats.ua.database = backup;
    // An operator confirms a size that is not true: the one way past the gate.
    await pair.open('ua', 2);
    await say(pair, 'ua', BODY_DESIGNATED.id, designation('ua:nmaa'));
    await untilRefused('ua', 'record-forked');
    expect(await entriesOf('al', 1)).toBe(held);
    for (const side of SIDES) {
      const [evidence] = (await pair.node(side).node.record()).evidence;
      expect(evidence).toMatchObject({ side: 'ua', what: 'fork' });
      expect(evidence?.held).toContain('— ua.example/ua-al-2025/ua/1 ');
      expect(evidence?.given).toContain('— ua.example/ua-al-2025/ua/1 ');
      expect(evidence?.held).not.toBe(evidence?.given);
    }
  });
});

describe('a node whose disk is gone', () => {
  test('is made again from the counterpart and its own keys: both logs, all rows, byte for byte', async () => {
    pair = await openPair();
    const said = await say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE);
    await say(pair, 'al', BODY_DESIGNATED.id, designation('al:police'));
    await pair.settled();
    pair.clock('2026-08-29T08:00:00Z');
    const received = { date: ['2026-08-29'], time: ['09:59:30'], channel: ['node'] };
    await say(pair, 'al', RECEIPT_GIVEN.id, received, said.act);
    await pair.settled();
    const before = [await rowsOf('ua'), await entriesOf('ua', 0), await entriesOf('ua', 1)];
    await pair.shut('ua');
    await pair.seats.ua.database.drop();
    pair.seats.ua.database = await freshDatabase();
    await pair.open('ua');
    await expectEqual();
    expect([await rowsOf('ua'), await entriesOf('ua', 0), await entriesOf('ua', 1)]).toEqual(before);
    await say(pair, 'ua', BODY_DESIGNATED.id, designation('ua:nmaa'));
    await expectEqual();
  });
});

describe('a node whose counterpart cannot be reached', () => {
  test('reads and signs nothing, until an operator confirms what the counterpart knows', async () => {
    pair = await openPair();
    await pair.settled();
    await pair.shut('ua');
    await pair.shut('al');
    await pair.open('ua');
    await untilRefused('ua', 'gate-shut');
    await expect(say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE)).rejects.toMatchObject({ code: 'gate-shut' });
    expect((await pair.node('ua').node.record()).logs[0]?.size).toBe(2);
    await pair.shut('ua');
    await pair.open('ua', 3);
    await untilRefused('ua', 'record-behind');
    await pair.shut('ua');
    await pair.open('ua', 2);
    // The draft that waited with all its approvals is recorded now.
    const [draft] = await pair.node('ua').node.drafts();
    expect([draft?.state, draft?.act === undefined]).toEqual(['recorded', false]);
    await pair.open('al');
    await expectEqual();
  });
});
