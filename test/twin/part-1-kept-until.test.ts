// Part I, ¶31: what may be kept until a day is erased after it on both nodes, a legal hold aside.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ERASURES } from '../../src/act/erasure.ts';
import { PARTS_ERASED } from '../../src/act/kinds.ts';
import { HOLD_SET } from '../../src/ways/exchange/kinds.ts';
import { Line } from '../fault/line.ts';
import { atTheDoor } from './desk.ts';
import { giveIn, ITEM, itemOn, lookAt, tellIn } from './exchange.ts';
import { official, openPair, type Pair, type Side, SIDES } from './pair.ts';
import { ITEM_GIVEN } from '../../src/ways/exchange/kinds.ts';

describe('part-1-kept-until: ¶31', () => {
  let pair: Pair;
  let ends: Readonly<Record<Side, Line>>;
  let item = '';
  beforeAll(async () => {
    ends = { ua: await Line.open(), al: await Line.open() };
    pair = await openPair('2026-11-25T09:00:00Z', undefined, (side, port) => ends[side].to(port));
    await pair.settled();
    item = await giveIn(pair, { keep: ['2026-11-30'] });
  });
  afterAll(async () => {
    await pair.close();
    for (const side of SIDES) await ends[side].close();
  });

  const parts = async (side: Side, act: string): Promise<number> =>
    (await pair.node(side).sql`select 1 from parts p join entries e on e.log = p.log and e.idx = p.idx
      where e.act = ${act} and p.name <> 'body'`).length;

  const erasedBy = async (side: Side, act: string) => (await lookAt(pair, side).row(ERASURES, act)).by;

  test('on its last day it is there; the day after it is gone, and the node says why', async () => {
    await tellIn(pair, 'al', HOLD_SET.id, { hold: ['investigation'] }, item);
    pair.clock('2026-11-30T20:00:00Z');
    await pair.node('ua').erase();
    expect(await parts('ua', item)).toBe(1);
    // Midnight has passed in Kyiv, and not in Tirana.
    pair.clock('2026-11-30T22:30:00Z');
    for (const side of SIDES) await pair.node(side).erase();
    await pair.settled();
    expect(await parts('ua', item)).toBe(0);
    expect(await parts('al', item)).toBe(1);
    for (const side of SIDES) expect(await erasedBy(side, item)).toMatchObject({ ua: { because: 'kept-until' } });
  });

  test('a legal hold keeps it where it was set, and there alone', async () => {
    pair.clock('2026-12-05T09:00:00Z');
    await pair.node('al').erase();
    expect(await parts('al', item)).toBe(1);
    const { holds } = await itemOn(pair, 'ua', item);
    expect(holds['al']).toMatchObject({ basis: 'investigation' });
  });

  test('erased before the line brought it, it holds up nothing of what comes after', async () => {
    ends.ua.cut();
    ends.al.cut();
    const { node } = pair.node('ua');
    const typed = { ...ITEM, keep: ['2026-12-06'] };
    const draft = await node.write(official(pair, 'ua', 'drafter'), ITEM_GIVEN.id, undefined, typed);
    const { act = '' } = await node.approve(official(pair, 'ua', 'approver'), draft.id, draft.digest);
    pair.clock('2026-12-08T09:00:00Z');
    await pair.node('ua').erase();
    expect(await parts('ua', act)).toBe(0);
    ends.ua.mend();
    ends.al.mend();
    for (const side of SIDES) pair.node(side).wake();
    await pair.settled(60_000);
    await pair.node('al').erase();
    await pair.settled();
    for (const side of SIDES) {
      expect((await pair.node(side).node.record()).contested).toEqual([]);
      expect((await itemOn(pair, side, act)).given).toMatchObject({ side: 'ua' });
      expect(Object.keys(await erasedBy(side, act)).toSorted()).toEqual(['al', 'ua']);
    }
    expect(await parts('al', act)).toBe(0);
  });

  test('nobody but a node says that parts are erased, of what can be, and once', async () => {
    const body = { because: 'recalled', parts: 1, at: '2026-12-08T09:00:00Z' };
    const said = { kind: PARTS_ERASED.id, provisions: ['73'], subject: 'ua:1', body };
    const of = (act: string) => ({ re: [{ act, role: 'erases' }] });
    expect(await atTheDoor(pair, 'ua', { ...said, ...of(item) })).toBe('mandate-missing');
    expect(await atTheDoor(pair, 'ua', { ...said, by: 'ua:node', ...of(item) })).toBe('state-forbids');
    const hold = (await itemOn(pair, 'ua', item)).holds['al']?.act ?? '';
    expect(await atTheDoor(pair, 'al', { ...said, by: 'al:node', ...of(hold) })).toBe('state-forbids');
    expect(await atTheDoor(pair, 'al', { ...said, by: 'al:node' })).toBe('reference-unknown');
  });
});
