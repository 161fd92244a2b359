// The story of Part V as officials tell it at their desks: signed, notified twice, received twice, confirmed by both.
import { ENTRY_CONFIRMED, NOTIFICATION_GIVEN, RECEIPT_GIVEN } from '../../src/areas/final/kinds.ts';
import { type Pair, say, type Side } from './pair.ts';

const NOTE = { procedures: ['EXERCISE law'], noteDate: ['2026-08-28'], channel: ['node'] };

async function receive(pair: Pair, by: Side, from: Side, date: string, time: string): Promise<void> {
  const [notification] = await pair.node(by).node.look().acts({ kind: NOTIFICATION_GIVEN.id, side: from });
  await say(pair, by, RECEIPT_GIVEN.id, { date: [date], time: [time], channel: ['node'] }, notification?.act.id);
  await pair.settled();
}

/** Carries a pair opened at 2026-08-28 from signed to in effect: eight acts, four in each log. */
export async function tellStory(pair: Pair): Promise<void> {
  await pair.settled();
  await say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE);
  await pair.settled();
  pair.clock('2026-08-29T08:00:00Z');
  await receive(pair, 'al', 'ua', '2026-08-29', '09:59:30');
  await say(pair, 'al', NOTIFICATION_GIVEN.id, NOTE);
  await pair.settled();
  pair.clock('2026-08-31T20:30:10Z');
  await receive(pair, 'ua', 'al', '2026-08-31', '23:30:00');
  await say(pair, 'ua', ENTRY_CONFIRMED.id, {});
  await pair.settled();
  await say(pair, 'al', ENTRY_CONFIRMED.id, {});
  await pair.settled();
}
