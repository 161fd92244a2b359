// A consultation as its officers speak in it: one duty officer alone, or two persons, on either node.
import { civilDate, civilTime } from '../../src/agreement/calendar.ts';
import type { Look, Typed } from '../../src/area.ts';
import {
  ACKNOWLEDGED,
  ASSISTANCE_ANSWERED,
  ASSISTANCE_PROPOSED,
  CHANNEL_NAMED,
  CLOSED,
  DELIVERY_NOTED,
  MEANS_STATED,
  NEED_STATED,
  POSITION_STATED,
  RECORD_AGREED,
  RECORD_PROPOSED,
  REQUESTED,
  SESSION_OPENED,
  STEPS_ACCEPTED,
  STEPS_PROPOSED,
} from '../../src/areas/consultation/kinds.ts';
import { loadRoom, type RoomData } from '../../src/areas/consultation/room.data.ts';
import { consultation } from '../../src/areas/consultation/index.ts';
import type { Draft, Official } from '../../src/node/node.ts';
import { type Pair, type Side, SIDES } from './pair.ts';

/** The first official of a side with a role. */
export function withRole(pair: Pair, side: Side, role: Official['roles'][number]): Official {
  const found = pair.seats[side].officials.find((one) => one.roles.includes(role));
  if (found === undefined) throw new Error(`room: ${side} has no ${role}`);
  return found;
}

/** Says a kind with as many hands as it needs: the duty officer alone, or a drafter and one who approves. */
export async function speakIn(pair: Pair, side: Side, kind: string, typed: Typed = {}, about?: string): Promise<Draft> {
  const { node } = pair.node(side);
  const alone = consultation.kinds.find((one) => one.kind.id === kind)?.kind.approvals === 0;
  const author = withRole(pair, side, alone ? 'duty-officer' : 'drafter');
  const draft = await node.write(author, kind, about, typed);
  return await node.approve(alone ? author : withRole(pair, side, 'approver'), draft.id, draft.digest);
}

/** The same, and the id of the act it became. */
export async function sayIn(pair: Pair, side: Side, kind: string, typed: Typed = {}, about?: string): Promise<string> {
  const { act } = await speakIn(pair, side, kind, typed, about);
  if (act === undefined) throw new Error(`room: ${kind} was not recorded`);
  return act;
}

export const lookAt = (pair: Pair, side: Side): Look => pair.node(side).node.look();

export async function roomAt(pair: Pair, side: Side, of?: string): Promise<RoomData> {
  return await loadRoom(lookAt(pair, side), of === undefined ? {} : { of });
}

export const REQUEST: Typed = {
  drill: ['real'],
  trigger: ['consultation/significant-escalation'],
  grounds: ['EXERCISE. Scenario 3: strike on the grid in three oblasts.'],
  urgency: ['immediate'],
  channels: ['secure-video', 'telephone'],
};

/** Date and time at a seat, as the forms have them. */
export const moment = (date: string, time: string): Typed => ({ date: [date], time: [time] });

/** A consultation in which everything that a room can show was said, by both sides; gives the id of its request. */
export async function fullRoom(pair: Pair): Promise<string> {
  const request = await sayIn(pair, 'ua', REQUESTED.id, REQUEST);
  await pair.settled();
  const say = async (side: Side, kind: string, typed: Typed = {}, about = request): Promise<string> => {
    const act = await sayIn(pair, side, kind, typed, about);
    await pair.settled();
    return act;
  };
  const at = (side: Side): Typed => {
    const { agreement, now } = pair.node(side).node.look();
    const { zone } = agreement.participant(side).seat;
    return moment(civilDate(now, zone), civilTime(now, zone));
  };
  await say('ua', DELIVERY_NOTED.id, { ...at('ua'), delivery: ['telephone'], note: ['EXERCISE'] });
  await say('al', ACKNOWLEDGED.id, { ...at('al'), delivery: ['node'] });
  await say('ua', CHANNEL_NAMED.id, { channel: ['secure-video'], detail: ['EXERCISE, room 1'] });
  for (const side of SIDES) {
    const people = ['EXERCISE: one\nEXERCISE: two'];
    await say(side, SESSION_OPENED.id, { ...at(side), medium: ['secure-video'], people });
  }
  await say('al', POSITION_STATED.id, { position: ['EXERCISE. First line.\n\nSecond line.'] });
  await say('ua', NEED_STATED.id, { line: ['2'], need: ['EXERCISE. Warm shelter for 400 people'] });
  const offer = await say('al', ASSISTANCE_PROPOSED.id, { line: ['2'], assistance: ['EXERCISE. 400 beds'] });
  await say('ua', ASSISTANCE_ANSWERED.id, { answer: ['accepted'] }, offer);
  await say('al', MEANS_STATED.id, { means: ['EXERCISE. Two lorries'], requirements: ['EXERCISE. A decree'] });
  const step = { 'what-1': ['EXERCISE. Send the beds'], 'who-1': ['al:mefa'] };
  await say('ua', STEPS_ACCEPTED.id, {}, await say('al', STEPS_PROPOSED.id, step));
  await say('ua', RECORD_AGREED.id, {}, await say('al', RECORD_PROPOSED.id, { record: ['EXERCISE. The record.'] }));
  await say('ua', CLOSED.id);
  return request;
}
