// An area for whoever observes: one kind that carries any label, a register, a duty, a form, a page of its own.
import Type from 'typebox';
import type { Json } from '../../src/act/canonical.ts';
import type { BodyOf, Kind } from '../../src/act/kind.ts';
import { refuse } from '../../src/act/refusal.ts';
import type { Register } from '../../src/act/register.ts';
import type { Area, AreaKind, AreaPage, Form } from '../../src/area.ts';
import type { Words } from '../../src/kit/words.ts';

export const STATED = {
  id: 'probe.stated/1',
  body: Type.Object({ word: Type.String() }, { additionalProperties: false }),
  example: { word: 'EXERCISE' },
  speaker: 'treaty-office',
  families: [],
  approvals: 2,
  receipt: true,
  references: [],
} as const satisfies Kind;

const wordOf = (body: Json | undefined): string => (body as BodyOf<typeof STATED> | undefined)?.word ?? '';

/** Register `probes`: by subject, every word said of it. */
export const PROBES: Register<{ readonly words: readonly string[] }> = {
  name: 'probes',
  subjects: (act) => (act.header.kind === STATED.id ? [act.header.subject] : []),
  initial: () => ({ words: [] }),
  step: (state, act) => ({ words: [...state.words, wordOf(act.body)] }),
};

const same = (text: string): Readonly<Record<'en' | 'uk' | 'sq', string>> => ({ en: text, uk: text, sq: text });

const WORDS: Words = {
  'probe.stated': same('{side} states a probe, by {body}'),
  'probe.state': same('State a probe'),
  'probe.word': same('Word'),
  'probe.duty': same('A probe is to be answered'),
  'probe.heed': same('A probe is to be heeded'),
  'probe.page': same('Probes'),
};

const KIND: AreaKind = {
  kind: STATED,
  title: 'probe.stated',
  judge: undefined,
  note: ({ body }) => `probe ${wordOf(body)}`,
  tell: (body) => [['probe.word', wordOf(body)]],
};

const FORM: Form = {
  kind: STATED.id,
  title: 'probe.state',
  open: async () =>
    await Promise.resolve([{ name: 'word', label: 'probe.word', input: 'text' as const, required: true }]),
  compose: async (look, about, typed) => {
    const other = look.agreement.participants.find((side) => side.id !== look.side);
    return await Promise.resolve({
      provisions: ['59'],
      to: [other?.treatyOffice.body ?? ''],
      subject: `probe-${typed['word']?.[0] ?? ''}`,
      re: about === undefined ? [] : [{ act: about.act.id, role: 'answers' }],
      body: { word: typed['word']?.[0] ?? '' },
    });
  },
};

/** Everything an area can show: acts, rows of all subjects, one row. */
const PAGE: AreaPage<{ readonly acts: readonly string[]; readonly rows: readonly string[] }> = {
  path: '/probes',
  name: 'probe.page',
  says: {
    summary: 'What is seen of probes.',
    data: Type.Object({ acts: Type.Array(Type.String()), rows: Type.Array(Type.String()) }),
    lists: ['acts'],
    feed: 'area',
  },
  load: async (look) => ({
    acts: (await look.acts({ kind: STATED.id })).map(({ act }) => wordOf(act.body)),
    rows: (await look.rows(PROBES)).map(({ subject, state }) => `${subject} ${state.words.join(' ')}`),
  }),
  draw: (data, speak) => ({
    title: speak.say('probe.page'),
    rail: undefined,
    leaf: `${data.acts.length} ${data.acts.join(' ')} ${data.rows.length} ${data.rows.join(' ')}` as never,
  }),
};

/** The same on a node that does not accept what begins with `wrong`: the other side answers it by a rejection. */
export function strict(area: Area): Area {
  const judge: AreaKind['judge'] = async ({ body }) => {
    if (wordOf(body).startsWith('wrong')) throw refuse('state-forbids', 'A wrong probe is stated.');
    await Promise.resolve();
  };
  return { ...area, kinds: area.kinds.map((kind) => ({ ...kind, judge })) };
}

/** Two duties of each side for each act of the other: one of its treaty office, one of a body it is not told to. */
export const PROBE: Area = {
  name: 'probe',
  kinds: [KIND],
  registers: [PROBES as unknown as Register<never>],
  forms: [FORM],
  duties: async (look) =>
    (await look.acts({ kind: STATED.id })).flatMap(({ act }) => {
      const other = look.agreement.participants.find((side) => side.id !== act.side);
      const side = other?.id ?? '';
      const because = { act: act.id, side: act.side, index: act.index };
      const due = { side, provision: '59', because, due: '2026-12-05', rule: 'answer/1', answer: undefined };
      return [
        { ...due, id: `answer ${act.id}`, body: other?.treatyOffice.body ?? '', what: 'probe.duty' },
        { ...due, id: `heed ${act.id}`, body: `${side}:other`, what: 'probe.heed' },
      ];
    }),
  pages: [PAGE as unknown as AreaPage<never>],
  words: WORDS,
};
