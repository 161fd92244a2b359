// The kinds of paper with their law and what they tell. They travel in no note of their own: they speak of one.
import type { BodyOf } from '../../../act/kind.ts';
import type { AreaKind } from '../../../area.ts';
import { bodyName } from '../../../kit/instrument.ts';
import { cityOf } from '../tell.ts';
import { judgeDispatched, judgeEntered } from './judges.ts';
import { dispatchedOf, type NOTE_DISPATCHED, NOTE_ENTERED } from './kinds.ts';

const tellDispatched: AreaKind['tell'] = (body, speak) => {
  const { dispatched, channel } = body as BodyOf<typeof NOTE_DISPATCHED>;
  return [
    ['final.tell.dispatched', speak.date(dispatched)],
    ['final.tell.channel', speak.say(`final.channel.${channel}`)],
  ];
};

const tellEntered: AreaKind['tell'] = (body, speak, agreement) => {
  const { number, office, noteDate, says, received } = body as BodyOf<typeof NOTE_ENTERED>;
  const hours = speak.hours(received.instant, received.zone, true);
  const city = cityOf(agreement, received.zone, speak);
  return [
    ['final.tell.number', number],
    ['final.tell.office', bodyName(agreement, office, speak.language).full],
    ['final.tell.note-date', speak.date(noteDate)],
    ['final.tell.says', says],
    ['final.tell.received', `${speak.date(received.date)}, ${hours}, ${city} (${received.instant})`],
    ['final.tell.channel', speak.say(`final.channel.${received.channel}`)],
  ];
};

/** The paper of an act is sent where the act is of one of the kinds `noted`: those that travel in a note. */
export function paperKinds(noted: readonly string[]): readonly AreaKind[] {
  return [
    {
      kind: dispatchedOf(noted),
      title: 'final.kind.note-dispatched',
      judge: judgeDispatched,
      note: undefined,
      tell: tellDispatched,
    },
    { kind: NOTE_ENTERED, title: 'final.kind.note-entered', judge: judgeEntered, note: undefined, tell: tellEntered },
  ];
}
