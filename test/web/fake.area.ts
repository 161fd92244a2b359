// An area for the tests of the windows: one kind to begin with, one that answers it, a page, a duty, a life.
import Type from 'typebox';
import type { Json } from '../../src/act/canonical.ts';
import type { Kind } from '../../src/act/kind.ts';
import { refuse } from '../../src/act/refusal.ts';
import type { Area, AreaKind, AreaPage, Form } from '../../src/area.ts';
import type { Words } from '../../src/kit/words.ts';

const Body = Type.Object({ wish: Type.String() }, { additionalProperties: false });

const STATED: Kind = {
  id: 'wish.stated/1',
  body: Body,
  example: { wish: 'a bridge' },
  speaker: 'treaty-office',
  families: [],
  approvals: 2,
  receipt: true,
  references: [],
};

const ANSWERED: Kind = {
  ...STATED,
  id: 'wish.answered/1',
  approvals: 1,
  receipt: false,
  references: [{ role: 'answers', kinds: [STATED.id], count: 1 }],
} as Kind;

export const STATED_ID = STATED.id;
export const ANSWERED_ID = ANSWERED.id;

const same = (text: string): { readonly en: string; readonly uk: string; readonly sq: string } => ({
  en: text,
  uk: `${text} (uk)`,
  sq: `${text} (sq)`,
});

const WORDS: Words = {
  'wish.stated': same('{side} wishes, by {body}'),
  'wish.answered': same('{side} answers a wish, by {body}'),
  'wish.state': same('State a wish'),
  'wish.answer': same('Answer the wish'),
  'wish.wish': same('Wish'),
  'wish.help': same('In a few words'),
  'wish.duty': same('A wish should be answered'),
  'wish.page': same('Wishes'),
};

const kindOf = (kind: Kind, title: string): AreaKind => ({
  kind,
  title,
  judge: undefined,
  note: undefined,
  tell: (body: Json) => [['wish.wish', (body as { readonly wish: string }).wish]],
});

const formOf = (kind: string, title: string, answers: boolean): Form => ({
  kind,
  title,
  open: async (_look, about) =>
    answers !== (about !== undefined)
      ? undefined
      : [{ name: 'wish', label: 'wish.wish', help: 'wish.help', input: 'long', required: true }],
  compose: async (look, about, typed) => {
    const wish = typed['wish']?.[0] ?? '';
    if (wish === 'forbidden') throw refuse('state-forbids', 'The wish is forbidden.');
    if (wish.trim() === '') throw refuse('input-malformed', 'field wish: Write a wish.');
    const other = look.agreement.participants.find((side) => side.id !== look.side);
    return {
      provisions: ['59'],
      to: [other?.treatyOffice.body ?? ''],
      subject: 'wish',
      re: about === undefined ? [] : [{ act: about.act.id, role: 'answers' }],
      body: { wish },
    };
  },
});

const PAGE: AreaPage<{ readonly wishes: number }> = {
  path: '/wishes',
  name: 'wish.page',
  says: { summary: 'How many wishes there are.', data: Type.Object({ wishes: Type.Integer() }) },
  load: async (look) => ({ wishes: (await look.acts({ kind: STATED.id })).length }),
  draw: (data, speak) => ({
    title: speak.say('wish.page'),
    rail: undefined,
    leaf: `${speak.say('wish.page')}: ${data.wishes} <&>` as never,
  }),
};

/** The area. Its duty asks the other side to answer each wish, and this side to answer theirs. */
export const WISHES: Area = {
  name: 'wishes',
  kinds: [kindOf(STATED, 'wish.stated'), kindOf(ANSWERED, 'wish.answered')],
  registers: [],
  forms: [formOf(STATED.id, 'wish.state', false), formOf(ANSWERED.id, 'wish.answer', true)],
  duties: async (look) =>
    (await look.acts({ kind: STATED.id })).map(({ act }) => {
      const other = look.agreement.participants.find((side) => side.id !== act.side);
      return {
        id: `answer ${act.id}`,
        side: other?.id ?? '',
        body: other?.treatyOffice.body ?? '',
        provision: '59',
        what: 'wish.duty',
        because: { act: act.id, side: act.side, index: act.index },
        due: act.index % 2 === 0 ? '2026-12-05' : undefined,
        rule: act.index % 2 === 0 ? 'answer/1' : undefined,
        answer: ANSWERED.id,
      };
    }),
  pages: [PAGE as unknown as AreaPage<never>],
  words: WORDS,
};
