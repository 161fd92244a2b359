// What the bodies of acts of a consultation say, as pairs of a word and a text for people.
import type { Json } from '../../act/canonical.ts';
import type { BodyOf } from '../../act/kind.ts';
import type { Agreement } from '../../agreement/agreement.ts';
import type { AreaKind } from '../../area.ts';
import { bodyName } from '../../kit/instrument.ts';
import { provisionName } from '../../kit/links.tsx';
import type { Speak } from '../../kit/words.ts';
import { atBothSeats } from '../../ways/meeting/tell.ts';
import type {
  ACKNOWLEDGED,
  ASSISTANCE_ANSWERED,
  ASSISTANCE_PROPOSED,
  CHANNEL_NAMED,
  DELIVERY_NOTED,
  MEANS_STATED,
  NEED_STATED,
  REQUESTED,
  SESSION_OPENED,
  STEP_DONE,
  STEPS_PROPOSED,
} from './kinds.ts';
import { triggersOf } from './law.ts';

type Tell = AreaKind['tell'];
type Pair = readonly [string, string];

const some = (word: string, text: string): readonly Pair[] => (text === '' ? [] : [[word, text]]);
const at = (instant: string, agreement: Agreement, speak: Speak): string =>
  `${atBothSeats(instant, agreement, speak, true)} (${instant})`;

/** The words in which the clause names a trigger, in the language that prevails; its id where it names none. */
export function triggerWords(agreement: Agreement, under: BodyOf<typeof REQUESTED>['under'], trigger: string): string {
  return triggersOf(agreement, under).find(({ id }) => id === trigger)?.words ?? trigger;
}

export const tellRequested: Tell = (body, speak, agreement) => {
  const { under, trigger, grounds, urgency, channels, drill } = body as BodyOf<typeof REQUESTED>;
  const named = channels.map((channel) => speak.say(`consultation.channel.${channel}`));
  return [
    ...some('consultation.tell.drill', drill ? speak.say('consultation.drill.drill') : ''),
    ['consultation.tell.trigger', triggerWords(agreement, under, trigger)],
    ['consultation.tell.grounds', grounds],
    ['consultation.tell.urgency', speak.say(`consultation.urgency.${urgency}`)],
    ['consultation.tell.channels', speak.list(named)],
  ];
};

export const tellAcknowledged: Tell = (body, speak, agreement) => {
  const { received } = body as BodyOf<typeof ACKNOWLEDGED>;
  return [
    ['consultation.tell.received', at(received.instant, agreement, speak)],
    ['consultation.tell.delivery', speak.say(`consultation.delivery.${received.channel}`)],
  ];
};

export const tellOpened: Tell = (body, speak, agreement) => {
  const { opened, medium, people } = body as BodyOf<typeof SESSION_OPENED>;
  return [
    ['consultation.tell.opened', at(opened, agreement, speak)],
    ['consultation.tell.medium', speak.say(`consultation.channel.${medium}`)],
    ...some('consultation.tell.people', people.join('; ')),
  ];
};

export const tellChannel: Tell = (body, speak) => {
  const { channel, detail } = body as BodyOf<typeof CHANNEL_NAMED>;
  const name = speak.say(`consultation.channel.${channel}`);
  return [['consultation.tell.medium', name], ...some('consultation.tell.detail', detail)];
};

export const tellDelivery: Tell = (body, speak, agreement) => {
  const { channel, sent, answered, note } = body as BodyOf<typeof DELIVERY_NOTED>;
  return [
    ['consultation.tell.delivery', speak.say(`consultation.delivery.${channel}`)],
    ['consultation.tell.sent', at(sent, agreement, speak)],
    ...some('consultation.tell.answered', answered === null ? '' : at(answered, agreement, speak)),
    ...some('consultation.tell.detail', note),
  ];
};

export const tellText: Tell = (body: Json) => some('consultation.tell.text', (body as { readonly text: string }).text);

export const tellNeed: Tell = (body) => {
  const { line, text } = body as BodyOf<typeof NEED_STATED>;
  return [
    ['consultation.tell.line', line],
    ['consultation.tell.need', text],
  ];
};

export const tellAssistance: Tell = (body, speak) => {
  const { line, text, leads } = body as BodyOf<typeof ASSISTANCE_PROPOSED>;
  return [
    ['consultation.tell.line', line],
    ['consultation.tell.assistance', text],
    ...some('consultation.tell.leads', leads === null ? '' : provisionName(leads, speak)),
  ];
};

export const tellAnswered: Tell = (body, speak) => {
  const { answer, text } = body as BodyOf<typeof ASSISTANCE_ANSWERED>;
  const said = speak.say(`consultation.answer.${answer}`);
  return [['consultation.tell.answer', said], ...some('consultation.tell.text', text)];
};

export const tellMeans: Tell = (body) => {
  const { means, requirements } = body as BodyOf<typeof MEANS_STATED>;
  return [...some('consultation.tell.means', means), ...some('consultation.tell.requirements', requirements)];
};

export const tellSteps: Tell = (body, speak, agreement) =>
  (body as BodyOf<typeof STEPS_PROPOSED>).steps.map(({ what, who, by }): Pair => {
    const day = by === null ? '' : `, ${speak.date(by)}`;
    return ['consultation.tell.step', `${what} (${bodyName(agreement, who, speak.language).full}${day})`];
  });

/** An acceptance says nothing of its own: the hash is of exactly what it accepts. */
export const tellAccepted: Tell = (body) => [['consultation.tell.hash', (body as { readonly text: string }).text]];

export const tellStepDone: Tell = (body) => {
  const { step, outcome } = body as BodyOf<typeof STEP_DONE>;
  return [
    ['consultation.tell.step', String(step + 1)],
    ['consultation.tell.outcome', outcome],
  ];
};

export const tellWithdrawn: Tell = (body) => [
  ['consultation.tell.reason', (body as { readonly reason: string }).reason],
];
