// A consultation as its officers speak in it: one duty officer alone, or two persons, on either node.
import type { Look, Typed } from '../../src/area.ts';
import { loadRoom, type RoomData } from '../../src/areas/consultation/room.data.ts';
import { consultation } from '../../src/areas/consultation/index.ts';
import type { Draft, Official } from '../../src/node/node.ts';
import type { Pair, Side } from './pair.ts';

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
