// The law of paper: what cannot be said of a sealed note as things stand.
import { sideOf } from '../../../act/act.ts';
import type { BodyOf } from '../../../act/kind.ts';
import { refuse } from '../../../act/refusal.ts';
import { civilDate } from '../../../agreement/calendar.ts';
import { requireReceiptDate } from '../../../agreement/clock.ts';
import type { Judge } from '../../../area.ts';
import type { NOTE_DISPATCHED, NOTE_ENTERED } from './kinds.ts';
import { dispatchedNote, DISPATCHES, PAPERS } from './registers.ts';

/** A side sends the paper of its own note, once, on or after the day of the note and not in the future. */
export const judgeDispatched: Judge = async (act, standing) => {
  const of = dispatchedNote(act) ?? '';
  const note = await standing.act(of);
  if (note === undefined || note.side !== act.side) {
    throw refuse('state-forbids', `${act.header.by} says how a note of another side was sent.`);
  }
  if ((await standing.state(DISPATCHES, of)).sent !== null) {
    throw refuse('state-forbids', `The paper of ${note.header.number} was sent before.`);
  }
  const { dispatched } = act.body as BodyOf<typeof NOTE_DISPATCHED>;
  const { zone } = standing.agreement.participant(act.side).seat;
  const [from, to] = [civilDate(note.header.at, zone), civilDate(act.header.at, zone)];
  if (dispatched < from || dispatched > to) {
    throw refuse('date-out-of-order', `It was sent on ${dispatched}; the note is of ${from}, and today is ${to}.`);
  }
};

/** A side enters a paper of the other side, once, whose office speaks for it, dated and come in that order. */
export const judgeEntered: Judge = async (act, standing) => {
  const { number, office, noteDate, received } = act.body as BodyOf<typeof NOTE_ENTERED>;
  const other = standing.agreement.participants.find(({ id }) => id === sideOf(office));
  if (other === undefined || other.id === act.side) {
    throw refuse('state-forbids', `${act.header.by} enters a paper of ${office}, no office of the other side.`);
  }
  if ((await standing.state(PAPERS, number)).entered !== null) {
    throw refuse('state-forbids', `The paper ${number} was entered before.`);
  }
  requireReceiptDate({ act: act.id, ...received }, standing.agreement.participant(act.side).seat.zone);
  if (received.instant > act.header.at || noteDate > received.date) {
    throw refuse(
      'date-out-of-order',
      `The paper is dated ${noteDate}, came at ${received.instant}, and is entered at ${act.header.at}.`,
    );
  }
};
