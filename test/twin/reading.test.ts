// What an official has read is kept by their own node, by their name, and known to nobody else.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BODY_DESIGNATED } from '../../src/act/kinds.ts';
import { official, openPair, type Pair, say } from './pair.ts';

let pair: Pair;
beforeAll(async () => {
  pair = await openPair();
  await pair.settled();
});
afterAll(async () => await pair.close());

const SIGHT = { side: 'ua', bodies: ['ua:mfa'], purpose: undefined };

const fresh = async (nth: number, limit = 100): Promise<readonly string[]> => {
  const { acts } = await pair.node('ua').node.reading.fresh(official(pair, 'ua', 'approver', nth), limit, SIGHT);
  return acts.map(({ act }) => `${act.side} ${act.index}`);
};

test('an act is new to each official until they open it, or say that they have read all', async () => {
  const { reading } = pair.node('ua').node;
  const reader = official(pair, 'ua', 'approver');
  const before = await fresh(0);
  expect(before).toContain('al 0');
  expect(await fresh(0, 1)).toHaveLength(1);
  await reading.read(reader, 'al', 0);
  await reading.read(reader, 'al', 0);
  await reading.read(reader, 'al', 1_000_000);
  await reading.read(reader, 'xx', 0);
  expect(await fresh(0)).toEqual(before.filter((act) => act !== 'al 0'));
  expect(await fresh(1)).toEqual(before);

  const { upTo, since, more } = await reading.fresh(reader, 1, SIGHT);
  expect([since, more]).toEqual([undefined, true]);
  await reading.readAll(reader, upTo);
  expect(await fresh(0)).toEqual([]);
  await say(pair, 'al', BODY_DESIGNATED.id, { body: ['al:ammco'], provisions: ['59'], from: ['2026-08-28'] });
  await pair.settled();
  expect(await fresh(0)).toHaveLength(1);
  // Read once is read: an older page that is sent late takes nothing back, nor does a size that no log has.
  await reading.readAll(reader, { ua: 0, al: 0 });
  expect(await fresh(0)).toHaveLength(1);
  await reading.readAll(reader, { ua: 1_000_000, al: 1_000_000 });
  const left = await pair.node('ua').sql`select of_log, size from read_up_to order by of_log`;
  const { logs } = await pair.node('ua').node.record();
  expect(left.map(({ size }) => Number(size))).toEqual(logs.map(({ size }) => size));
  expect(await pair.node('ua').sql`select 1 from acts_read`).toHaveLength(0);
  expect(await fresh(1)).toHaveLength(before.length + 1);
});

test('what was read is known again after a restart, and to the other node never', async () => {
  await pair.shut('ua');
  await pair.open('ua');
  expect(await fresh(0)).toEqual([]);
  expect(await pair.node('al').sql`select 1 from read_up_to`).toHaveLength(0);
});
