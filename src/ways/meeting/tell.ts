// What the bodies of acts of meetings say, as pairs of a word and a text for people.
import type { Json } from '../../act/canonical.ts';
import type { BodyOf } from '../../act/kind.ts';
import type { Agreement } from '../../agreement/agreement.ts';
import type { AreaKind } from '../../area.ts';
import { bodyName } from '../../kit/instrument.ts';
import type { Speak } from '../../kit/words.ts';
import type {
  ACTION_ASSIGNED,
  ACTION_DONE,
  AGENDA_PROPOSED,
  DECISION_TAKEN,
  MEETING_CALLED,
  MEETING_HELD,
  SERIES_PROPOSED,
} from './kinds.ts';

type Tell = AreaKind['tell'];
type Pair = readonly [string, string];

const some = (word: string, text: string): readonly Pair[] => (text === '' ? [] : [[word, text]]);

/** An instant at both seats: 10 Mar 2027, 10:00 Kyiv, 09:00 Tirana. */
export function atBothSeats(instant: string, agreement: Agreement, speak: Speak, seconds = false): string {
  const said = agreement.participants.map(({ seat }, i) => {
    const at = i === 0 ? speak.time(instant, seat.zone, seconds) : hoursAfter(instant, agreement, speak, i, seconds);
    return `${at} ${seat.city[speak.language]}`;
  });
  return said.join(', ');
}

/** Hours at a seat, with the date where it is another one than at the first. */
function hoursAfter(instant: string, agreement: Agreement, speak: Speak, i: number, seconds: boolean): string {
  const [first, zone] = [agreement.participants[0]?.seat.zone ?? 'UTC', agreement.participants[i]?.seat.zone ?? 'UTC'];
  const same = speak.civil(instant, first) === speak.civil(instant, zone);
  return same ? speak.hours(instant, zone, seconds) : speak.time(instant, zone, seconds);
}

export const tellSeries: Tell = (body, speak) => {
  const { name, level, hosting, intervalMonths, recordDays } = body as BodyOf<typeof SERIES_PROPOSED>;
  return [
    ['meeting.tell.name', name],
    ...some('meeting.tell.level', level),
    ...some('meeting.tell.hosting', hosting),
    [
      'meeting.tell.interval',
      intervalMonths === null ? speak.say('meeting.not-set') : speak.say('meeting.months', { count: intervalMonths }),
    ],
    [
      'meeting.tell.record-days',
      recordDays === null ? speak.say('meeting.not-set') : speak.say('meeting.days', { count: recordDays }),
    ],
  ];
};

/** An acceptance says nothing of its own: the hash is of exactly what it accepts. */
export const tellAgreed: Tell = (body: Json) => [['meeting.tell.hash', (body as { readonly text: string }).text]];

type Span = BodyOf<typeof MEETING_CALLED>;

const span = ({ start, end, place, medium }: Span, speak: Speak, agreement: Agreement): readonly Pair[] => [
  ['meeting.tell.start', atBothSeats(start, agreement, speak)],
  ['meeting.tell.end', atBothSeats(end, agreement, speak)],
  ...some('meeting.tell.place', place),
  ['meeting.tell.medium', speak.say(`meeting.medium.${medium}`)],
];

export const tellCall: Tell = (body, speak, agreement) => span(body as Span, speak, agreement);

export const tellTexts: Tell = (body) => {
  const { texts } = body as BodyOf<typeof AGENDA_PROPOSED>;
  return [
    ...some('meeting.tell.text-en', texts.en),
    ...some('meeting.tell.text-uk', texts.uk),
    ...some('meeting.tell.text-sq', texts.sq),
  ];
};

export const tellHeld: Tell = (body, speak, agreement) => {
  const held = body as BodyOf<typeof MEETING_HELD>;
  const people = held.attendance.map(({ side, office }) => `${side.toUpperCase()}: ${office}`);
  return [...span(held, speak, agreement), ['meeting.tell.attendance', people.join('; ')]];
};

export const tellDecision: Tell = (body) => [['meeting.tell.words', (body as BodyOf<typeof DECISION_TAKEN>).words]];

export const tellAction: Tell = (body, speak, agreement) => {
  const { what, owner, due } = body as BodyOf<typeof ACTION_ASSIGNED>;
  return [
    ['meeting.tell.what', what],
    ['meeting.tell.owner', bodyName(agreement, owner, speak.language).full],
    ['meeting.tell.due', due === null ? speak.say('meeting.not-set') : speak.date(due)],
  ];
};

export const tellDone: Tell = (body) => [['meeting.tell.outcome', (body as BodyOf<typeof ACTION_DONE>).outcome]];
