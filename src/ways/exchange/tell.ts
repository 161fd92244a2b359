// What the acts of an exchange say, as pairs of a word and a text for people: their closed fields, and their words.
import type { BodyOf } from '../../act/kind.ts';
import type { AreaKind } from '../../area.ts';
import { bodyName } from '../../kit/instrument.ts';
import { labelSays } from '../../kit/label.tsx';
import type {
  CORRECTION_APPLIED,
  FEEDBACK_GIVEN,
  HOLD_SET,
  ITEM_ASKED,
  ITEM_DECLINED,
  ITEM_GIVEN,
  ITEM_RECALLED,
  ITEM_RELABELLED,
  RECALL_EXECUTED,
  RELEASE_GRANTED,
  RELEASE_REQUESTED,
} from './kinds.ts';

type Tell = AreaKind['tell'];
type Pair = readonly [string, string];

const some = (word: string, text: string): readonly Pair[] => (text === '' ? [] : [[word, text]]);

export const tellGiven: Tell = (body, speak) => [
  ['exchange.tell.says', speak.say(`exchange.says.${(body as BodyOf<typeof ITEM_GIVEN>).says}`)],
];

/** The words of an item: facts and assessment apart. */
export const tellItem: Tell = (content) => {
  const { title, facts, assessment } = content as Readonly<Record<'title' | 'facts' | 'assessment', string>>;
  return [
    ['exchange.tell.title', title],
    ...some('exchange.tell.facts', facts),
    ...some('exchange.tell.assessment', assessment),
  ];
};

export const tellAsked: Tell = (body, speak) => [
  ['exchange.tell.clock', speak.say(`exchange.clock.${(body as BodyOf<typeof ITEM_ASKED>).clock}`)],
];

export const tellQuestion: Tell = (content) => {
  const { title, question } = content as Readonly<Record<'title' | 'question', string>>;
  return [
    ['exchange.tell.title', title],
    ['exchange.tell.question', question],
  ];
};

export const tellReason: Tell = (body, speak) => [
  ['exchange.tell.reason', speak.say(`exchange.reason.${(body as BodyOf<typeof ITEM_DECLINED>).reason}`)],
];

export const tellFeedback: Tell = (body, speak) => [
  ['exchange.tell.use', speak.say(`exchange.use.${(body as BodyOf<typeof FEEDBACK_GIVEN>).use}`)],
];

export const tellFeedbackText: Tell = (content) =>
  some('exchange.tell.text', (content as { readonly text: string }).text);

export const tellRelease: Tell = (body, speak, agreement) => {
  const { body: to, outside, purpose } = body as BodyOf<typeof RELEASE_REQUESTED>;
  const named = agreement.purposes.find(({ code }) => code === purpose)?.name[speak.language] ?? purpose;
  return [
    ['exchange.tell.release-to', to === null ? outside : bodyName(agreement, to, speak.language).full],
    ['exchange.tell.purpose', named],
  ];
};

export const tellReleased: Tell = (body, speak) => {
  const { until } = body as BodyOf<typeof RELEASE_GRANTED>;
  return [['exchange.tell.until', until === null ? speak.say('label.unset') : speak.date(until)]];
};

export const tellRelabelled: Tell = (body, speak, agreement) => {
  const { label } = body as BodyOf<typeof ITEM_RELABELLED>;
  const by = label.bodies?.[0] ?? '';
  // Of its words it says nothing: they stay in the ring in which they were given.
  return labelSays({ label, by, to: [] }, agreement, speak, 'A').map((sentence) => ['exchange.tell.label', sentence]);
};

export const tellRecalled: Tell = (body, speak) => {
  const { reason, due } = body as BodyOf<typeof ITEM_RECALLED>;
  return [
    ['exchange.tell.reason', speak.say(`exchange.recall.${reason}`)],
    ['exchange.tell.due', speak.date(due)],
  ];
};

export const tellExecuted: Tell = (body, speak) => {
  const { outcome, count, at } = body as BodyOf<typeof RECALL_EXECUTED>;
  return [
    ['exchange.tell.outcome', speak.say(`exchange.outcome.${outcome}`)],
    ['exchange.tell.count', speak.number(count)],
    ['exchange.tell.done', speak.time(at, 'UTC')],
  ];
};

export const tellDue: Tell = (body, speak) => [
  ['exchange.tell.due', speak.date((body as { readonly due: string }).due)],
];

export const tellCorrection: Tell = (content) => {
  const { wrong, right } = content as Readonly<Record<'wrong' | 'right', string>>;
  return [
    ['exchange.tell.wrong', wrong],
    ['exchange.tell.right', right],
  ];
};

export const tellApplied: Tell = (body, speak) => {
  const { count, at } = body as BodyOf<typeof CORRECTION_APPLIED>;
  return [
    ['exchange.tell.count', speak.number(count)],
    ['exchange.tell.done', speak.time(at, 'UTC')],
  ];
};

export const tellHold: Tell = (body, speak) => [
  ['exchange.tell.reason', speak.say(`exchange.hold.${(body as BodyOf<typeof HOLD_SET>).basis}`)],
];

/** What says all by being said. */
export const tellNothing: Tell = () => [];
