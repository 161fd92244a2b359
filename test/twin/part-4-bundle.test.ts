// Part IV with the line cut: bundles carry the request and its receipt; the line that returns finds nothing to double.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ACKNOWLEDGED, REQUESTED, SESSION_OPENED } from '../../src/areas/consultation/kinds.ts';
import { operate } from '../fault/carried.ts';
import { Line } from '../fault/line.ts';
import { openPair, type Pair, type Side, SIDES } from './pair.ts';
import { moment, REQUEST, roomAt, sayIn } from './room.ts';

let pair: Pair;
let medium: string;
let ends: Readonly<Record<Side, Line>>;
beforeEach(async () => {
  medium = await mkdtemp(join(tmpdir(), 'servanda-medium-'));
  ends = { ua: await Line.open(), al: await Line.open() };
  pair = await openPair('2026-11-23T14:04:10Z', undefined, (side, port) => ends[side].to(port));
  await pair.settled();
  for (const side of SIDES) ends[side].cut();
});
afterEach(async () => {
  await pair.close();
  for (const side of SIDES) await ends[side].close();
  await rm(medium, { recursive: true, force: true });
});

/** Writes a bundle at one node, takes it in at the other, and brings the answer of that one back. */
async function carry(from: Side, name: string): Promise<void> {
  const to = from === 'ua' ? 'al' : 'ua';
  const [bundle, answer] = [join(medium, name), join(medium, `${name}.answer`)];
  expect(await operate(pair, from, ['bundle', 'out', '--to', bundle])).toMatchObject({ code: 0 });
  expect(await operate(pair, to, ['bundle', 'in', '--from', bundle, '--answer', answer])).toMatchObject({ code: 0 });
  expect(await operate(pair, from, ['bundle', 'in', '--from', answer])).toMatchObject({ code: 0 });
  pair.node(to).wake();
}

const stateAt = async (side: Side): Promise<string | undefined> => (await roomAt(pair, side)).shown?.state;

const rowsOf = async (side: Side): Promise<string> =>
  JSON.stringify(await pair.node(side).sql`select register, subject, state from rows order by 1, 2`);

test('a request and its receipt go by bundle; then the line doubles nothing', { timeout: 120_000 }, async () => {
  const request = await sayIn(pair, 'ua', REQUESTED.id, REQUEST);
  expect(await stateAt('al')).toBeUndefined();
  await carry('ua', 'request');
  await expect.poll(async () => await stateAt('al'), { timeout: 20_000 }).toBe('called');
  // The answer that came back says to the second that the other node holds the request; commands know the true time.
  expect((await roomAt(pair, 'ua')).shown?.requests[0]?.held).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);

  const receipt = { ...moment('2026-11-23', '15:04:10'), delivery: ['hand'] };
  const acknowledged = await sayIn(pair, 'al', ACKNOWLEDGED.id, receipt, request);
  const session = { ...moment('2026-11-23', '15:04:10'), medium: ['telephone'] };
  await sayIn(pair, 'al', SESSION_OPENED.id, session, request);
  expect(await stateAt('ua')).toBe('called');
  await carry('al', 'receipt');
  await expect.poll(async () => await stateAt('ua'), { timeout: 20_000 }).toBe('opened-once');
  expect((await roomAt(pair, 'ua')).shown?.requests[0]?.acknowledged).toMatchObject({
    act: acknowledged,
    channel: 'hand',
    instant: '2026-11-23T14:04:10Z',
  });
  const ours = { ...moment('2026-11-23', '16:04:10'), medium: ['telephone'] };
  await sayIn(pair, 'ua', SESSION_OPENED.id, ours, request);
  await carry('ua', 'session');
  await expect.poll(async () => await stateAt('al'), { timeout: 20_000 }).toBe('convened');

  for (const side of SIDES) {
    ends[side].mend();
    pair.node(side).wake();
  }
  await pair.settled(60_000);
  for (const side of SIDES) {
    const { shown, all } = await roomAt(pair, side);
    expect(all).toHaveLength(1);
    expect(shown?.acts.map(({ kind }) => kind).toSorted()).toEqual(
      [REQUESTED.id, ACKNOWLEDGED.id, SESSION_OPENED.id, SESSION_OPENED.id].toSorted(),
    );
    expect((await pair.node(side).node.record()).contested).toEqual([]);
  }
  expect(await rowsOf('ua')).toBe(await rowsOf('al'));
  const digests = await Promise.all(SIDES.map(async (side) => (await pair.node(side).node.record()).concordance));
  expect(digests.map(({ state }) => state)).toEqual(['agrees', 'agrees']);
  // Taken once more, a bundle adds nothing to what the line brought.
  const late = await operate(pair, 'al', ['bundle', 'in', '--from', join(medium, 'request')]);
  expect(late).toMatchObject({ code: 0, out: expect.stringMatching(/^Took 0 entries/) });
});
