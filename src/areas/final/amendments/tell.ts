// What the bodies of acts on amendments say, as pairs of a word and a text for people.
import type { BodyOf } from '../../../act/kind.ts';
import type { AreaKind } from '../../../area.ts';
import { provisionName } from '../../../kit/links.tsx';
import type { Speak } from '../../../kit/words.ts';
import type { AMENDMENT_AGREED, AMENDMENT_EFFECTED, AMENDMENT_WITHDRAWN, Proposal } from './kinds.ts';

type Tell = AreaKind['tell'];
type Said = Proposal['instructions'][number];

/** What an instruction does, without its words: "replace ¶71". */
export function instructionName({ op, id, after }: Pick<Said, 'op' | 'id' | 'after'>, speak: Speak): string {
  const of = provisionName(id, speak);
  return speak.say(`amend.does.${op}`, { of, after: after === null ? '' : provisionName(after, speak) });
}

function day(from: string | null, speak: Speak): string {
  return from === null ? speak.say('amend.day-open') : speak.say('amend.day', { date: speak.date(from) });
}

export const tellProposal: Tell = (body, speak) => {
  const { title, order, instructions } = body as Proposal;
  return [
    ['amend.tell.title', title],
    ['amend.tell.order', speak.number(order)],
    ...instructions.flatMap((one, i): readonly (readonly [string, string])[] => [
      ['amend.tell.instruction', `${i + 1}. ${instructionName(one, speak)}, ${day(one.from, speak)}`],
      ...Object.entries(one.text ?? {}).map(([language, words]) => {
        return [`amend.field.words-${language}`, words] as const;
      }),
    ]),
  ];
};

export const tellAgreed: Tell = (body) => {
  const { amendment, head } = body as BodyOf<typeof AMENDMENT_AGREED>;
  return [
    ['amend.tell.amendment', amendment],
    ['amend.tell.head', head],
  ];
};

export const tellWithdrawn: Tell = (body) => {
  const { amendment, head, reason } = body as BodyOf<typeof AMENDMENT_WITHDRAWN>;
  return [
    ['amend.tell.amendment', amendment],
    ['amend.tell.head', head],
    ['amend.tell.reason', reason],
  ];
};

export const tellEffected: Tell = (body, speak) => {
  const { amendment, instructions, date } = body as BodyOf<typeof AMENDMENT_EFFECTED>;
  return [
    ['amend.tell.amendment', amendment],
    ['amend.tell.instructions', speak.list(instructions.map(String))],
    ['amend.tell.date', speak.date(date)],
  ];
};
