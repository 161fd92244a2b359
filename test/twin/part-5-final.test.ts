// Part V, from signed to in effect: two notifications, two receipts, the date of effect confirmed by both.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lifeHeading } from '../../src/agreement/life.ts';
import { ENTRY_CONFIRMED, NOTIFICATION_GIVEN, RECEIPT_GIVEN } from '../../src/areas/final/kinds.ts';
import { clocksOf, dateOf } from '../../src/areas/final/law.ts';
import { AGREEMENT, LIFE, lifeOf } from '../../src/areas/final/registers.ts';
import { openPair, type Pair, say, type Side, SIDES } from './pair.ts';

const NOTE = { procedures: ['EXERCISE law'], noteDate: ['2026-08-28'], channel: ['node'] };

async function lifeAt(pair: Pair, side: Side) {
  const look = pair.node(side).node.look();
  const life = lifeOf(await look.row(LIFE, AGREEMENT), look.agreement);
  const clocks = clocksOf(life, look.agreement, look.tz);
  const [entry, lastDay, extendBy] = [clocks.entry, clocks.lapse, clocks.extension].map(dateOf);
  return {
    clocks,
    entry,
    lastDay,
    extendBy,
    heading: lifeHeading(life, { today: '2026-09-01', entry: entry ?? null, lastDay: lastDay ?? null, ends: null }),
  };
}

describe('part-5-final: ¶76 to ¶78', () => {
  let pair: Pair;
  beforeAll(async () => {
    pair = await openPair('2026-08-28T09:00:00Z');
  });
  afterAll(async () => await pair.close());

  test('before anything is said the Agreement is signed and not in effect, on both nodes', async () => {
    await pair.settled();
    for (const side of SIDES) {
      const life = await lifeAt(pair, side);
      expect(life.heading).toBe('signed-not-in-effect');
      expect(life.entry).toBeNull();
    }
  });

  test('Ukraine notifies; Albania cannot confirm, nor acknowledge what it said itself', async () => {
    const draft = await say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE);
    expect(draft.state).toBe('recorded');
    expect(draft.header.number).toBe('UA-MFA-2026-0001');
    await pair.settled();
    const received = await pair
      .node('al')
      .node.look()
      .act(draft.act ?? '');
    expect(received?.act.header).toEqual(draft.header);
    await expect(say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE)).rejects.toMatchObject({ code: 'state-forbids' });
    await expect(say(pair, 'al', ENTRY_CONFIRMED.id, {})).rejects.toMatchObject({ code: 'state-forbids' });
    await expect(say(pair, 'ua', RECEIPT_GIVEN.id, {}, draft.act)).rejects.toMatchObject({ code: 'state-forbids' });
  });

  test('Albania acknowledges receipt, then notifies', async () => {
    pair.clock('2026-08-29T08:00:00Z');
    const [notification] = await pair.node('al').node.look().acts({ kind: NOTIFICATION_GIVEN.id });
    const received = { date: ['2026-08-29'], time: ['09:59:30'], channel: ['node'] };
    const early = { ...received, date: ['2026-08-27'] };
    await expect(say(pair, 'al', RECEIPT_GIVEN.id, early, notification?.act.id)).rejects.toMatchObject({
      code: 'date-out-of-order',
    });
    const draft = await say(pair, 'al', RECEIPT_GIVEN.id, received, notification?.act.id);
    expect(draft.body).toEqual({
      received: { instant: '2026-08-29T07:59:30Z', date: '2026-08-29', zone: 'Europe/Tirane', channel: 'node' },
    });
    await say(pair, 'al', NOTIFICATION_GIVEN.id, NOTE);
    await pair.settled();
    const life = await lifeAt(pair, 'ua');
    expect(life.entry).toBeNull();
    expect(life.clocks.entry.state === 'waits' && life.clocks.entry.waitsFor).toEqual([
      { what: 'receipt', side: 'ua' },
    ]);
  });

  test('Ukraine acknowledges at 23:30 Kyiv on 31 August: every date follows, both readings, both nodes', async () => {
    pair.clock('2026-08-31T20:30:10Z');
    const [notification] = await pair.node('ua').node.look().acts({ kind: NOTIFICATION_GIVEN.id, side: 'al' });
    const typed = { date: ['2026-08-31'], time: ['23:30:00'], channel: ['node'] };
    await say(pair, 'ua', RECEIPT_GIVEN.id, typed, notification?.act.id);
    await pair.settled();
    for (const side of SIDES) {
      const life = await lifeAt(pair, side);
      expect([life.entry, life.lastDay, life.extendBy]).toEqual(['2026-08-31', '2036-08-31', '2036-02-29']);
      expect(life.heading).toBe('in-effect-unconfirmed');
      const { extension, lapse } = life.clocks;
      expect(extension.state === 'dated' && extension.readings.map((reading) => reading.date)).toEqual([
        '2036-02-29',
        '2036-03-01',
      ]);
      expect(lapse.state === 'dated' && lapse.readings.map((reading) => reading.date)).toEqual([
        '2036-08-31',
        '2036-08-30',
      ]);
    }
  });

  test('both confirm the date by act, and both records agree', async () => {
    await say(pair, 'ua', ENTRY_CONFIRMED.id, {});
    await expect(say(pair, 'ua', ENTRY_CONFIRMED.id, {})).rejects.toMatchObject({ code: 'state-forbids' });
    await say(pair, 'al', ENTRY_CONFIRMED.id, {});
    await pair.settled();
    for (const side of SIDES) {
      expect((await lifeAt(pair, side)).heading).toBe('in-effect');
      const record = await pair.node(side).node.record();
      expect(record.concordance.state).toBe('agrees');
      expect(record.contested).toEqual([]);
      expect(record.logs.map((log) => log.size)).toEqual([7, 7]);
    }
  });

  test('every act has climbed the ladder: recorded, witnessed, received, and a note acknowledged', async () => {
    for (const side of SIDES) {
      const acts = await pair.node(side).node.look().acts({});
      expect(acts).toHaveLength(10);
      for (const { act, rungs } of acts) {
        const names = rungs.map((rung) => rung.name);
        expect(names.slice(0, 3)).toEqual(['recorded', 'witnessed', 'received']);
        expect(names.includes('acknowledged')).toBe(act.header.kind === NOTIFICATION_GIVEN.id);
      }
    }
  });

  test('the registers rebuilt from the log are equal, byte for byte', async () => {
    for (const side of SIDES) {
      const running = pair.node(side);
      const rows = async () => await running.sql`select * from rows order by register, subject`;
      const before = JSON.stringify(await rows());
      await running.rebuild();
      expect(JSON.stringify(await rows())).toBe(before);
    }
  });
});
