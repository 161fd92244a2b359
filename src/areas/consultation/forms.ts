// How officials say what is said in a consultation: which fields, when each opens, what content follows.
import type { Json } from '../../act/canonical.ts';
import type { BodyOf, Kind } from '../../act/kind.ts';
import { refuse } from '../../act/refusal.ts';
import type { Field, Form, Look, ShownAct, Typed } from '../../area.ts';
import {
  typedAny,
  typedChoice,
  typedDateOrNull,
  typedInstant,
  typedSome,
  typedText,
  wrongField,
} from '../../kit/typed.ts';
import { bodyHash } from '../../ways/meeting/agreed.ts';
import { bodiesOf } from '../../ways/meeting/forms.ts';
import { choice, contentOf, field, momentFields, type Within, withinOf } from './asking.ts';
import {
  ANSWERS,
  ASSISTANCE_ANSWERED,
  ASSISTANCE_PROPOSED,
  CHANNEL_NAMED,
  CHANNELS,
  CLOSED,
  DELIVERIES,
  DELIVERY_NOTED,
  MEANS_STATED,
  NEED_STATED,
  POSITION_STATED,
  RECORD_AGREED,
  RECORD_PROPOSED,
  STEP_DONE,
  STEPS_ACCEPTED,
  STEPS_PROPOSED,
  WITHDRAWN,
} from './kinds.ts';
import { CALLS } from './calls.ts';
import { assistanceOf } from './law.ts';
import { isConvened, isOpen } from './registers.ts';

/** A kind said within an open consultation. `when` says whether it can be said now. */
interface Spoken {
  readonly kind: Kind;
  readonly title: string;
  readonly when: (look: Look, within: Within) => boolean;
  readonly fields: (look: Look, within: Within) => readonly Field[];
  readonly body: (typed: Typed, look: Look, within: Within) => Json;
  /** Roles beside `in`, with the act each names. */
  readonly refers?: (within: Within) => readonly { readonly act: string; readonly role: string }[];
  /** Whether it speaks under the clause of assistance instead of that of the consultation. */
  readonly assists?: true;
  /** Names the own request instead of the one the form was opened from. */
  readonly own?: true;
}

function requestIn(look: Look, { own }: Spoken, { one, request }: Within): string {
  if (own !== true) return request;
  const mine = one.requests.find(({ act, side }) => side === look.side && one.withdrawn[act] === undefined);
  return mine?.act ?? request;
}

function formOf(spoken: Spoken): Form {
  const enter = async (look: Look, about: ShownAct | undefined): Promise<Within | undefined> => {
    const within = await withinOf(look, about);
    return within !== undefined && isOpen(within.one) && spoken.when(look, within) ? within : undefined;
  };
  return {
    kind: spoken.kind.id,
    title: spoken.title,
    open: async (look, about) => {
      const within = await enter(look, about);
      return within === undefined ? undefined : spoken.fields(look, within);
    },
    compose: async (look, about, typed) => {
      const within = await enter(look, about);
      if (within === undefined) throw refuse('state-forbids', `Saying ${spoken.kind.id} in no open consultation.`);
      const { under } = within.one;
      const { provisions } = assistanceOf(look.agreement, under);
      return contentOf(look, within.one, {
        provisions: spoken.assists === true ? provisions : look.agreement.provisionsOf([under]),
        re: [{ act: requestIn(look, spoken, within), role: 'in' }, ...(spoken.refers?.(within) ?? [])],
        body: spoken.body(typed, look, within),
      });
    },
  };
}

const isRequester = (look: Look, { one }: Within): boolean =>
  one.requests.some(({ act, side }) => side === look.side && one.withdrawn[act] === undefined);

const hasOpened = (look: Look, { one }: Within): boolean => one.opened[look.side] !== undefined;

/** Lines by their place in the clause: a value that any form can carry. */
const lines = (look: Look, { one }: Within): Field => {
  const options = assistanceOf(look.agreement, one.under).lines.map((line, i) => ({ value: String(i), text: line }));
  return field('line', 'choice', true, { options, ...(options[0] && { initial: options[0].value }) });
};

function typedLine(typed: Typed, look: Look, { one }: Within): string {
  const { lines: known } = assistanceOf(look.agreement, one.under);
  const line = known[Number(typedText(typed, 'line'))];
  if (line === undefined) throw wrongField('line', 'There is no such line.');
  return line;
}

const SAID: readonly Spoken[] = [
  {
    kind: CHANNEL_NAMED,
    title: 'consultation.do.channel',
    when: (_look, { one }) => !isConvened(one),
    fields: () => [choice('channel', 'channel', CHANNELS, 'secure-video'), field('detail', 'text', false)],
    body: (typed) => ({ channel: typedChoice(typed, 'channel', CHANNELS), detail: typedAny(typed, 'detail', 500) }),
  },
  {
    kind: DELIVERY_NOTED,
    title: 'consultation.do.delivery',
    own: true,
    when: (look, within) => isRequester(look, within) && !isConvened(within.one),
    fields: (look) => [
      choice('delivery', 'delivery', DELIVERIES, 'telephone'),
      ...momentFields(look, 'consultation.help.sent'),
      field('answered', 'time', false, { help: 'consultation.help.answered' }),
      field('note', 'text', false),
    ],
    body: (typed, look) => {
      const { zone } = look.agreement.participant(look.side).seat;
      const answered = typedText(typed, 'answered') === '' ? null : typedInstant(typed, 'date', 'answered', zone);
      return {
        channel: typedChoice(typed, 'delivery', DELIVERIES),
        sent: typedInstant(typed, 'date', 'time', zone),
        answered,
        note: typedAny(typed, 'note', 500),
      };
    },
  },
  {
    kind: POSITION_STATED,
    title: 'consultation.do.position',
    when: (look, within) => hasOpened(look, within),
    fields: () => [field('position', 'long', true)],
    body: (typed) => ({ text: typedSome(typed, 'position', 4000) }),
  },
  {
    kind: NEED_STATED,
    title: 'consultation.do.need',
    assists: true,
    when: (look, { one }) => assistanceOf(look.agreement, one.under).to === look.side,
    fields: (look, within) => [lines(look, within), field('need', 'long', true)],
    body: (typed, look, within) => ({ line: typedLine(typed, look, within), text: typedSome(typed, 'need', 2000) }),
  },
  {
    kind: ASSISTANCE_PROPOSED,
    title: 'consultation.do.assistance',
    assists: true,
    when: (look, { one }) => assistanceOf(look.agreement, one.under).by === look.side,
    fields: (look, within) => [
      lines(look, within),
      field('assistance', 'long', true),
      field('leads', 'text', false, { help: 'consultation.help.leads' }),
    ],
    body: (typed, look, within) => {
      const leads = typedText(typed, 'leads').replace(/^¶/, '');
      if (leads !== '' && look.agreement.provision(leads) === undefined) {
        throw wrongField('leads', `The Agreement has no paragraph ${leads.slice(0, 20)}.`);
      }
      return {
        line: typedLine(typed, look, within),
        text: typedSome(typed, 'assistance', 2000),
        leads: leads === '' ? null : leads,
      };
    },
  },
  {
    kind: ASSISTANCE_ANSWERED,
    title: 'consultation.do.answer',
    assists: true,
    when: (look, { one, about }) =>
      about.act.header.kind === ASSISTANCE_PROPOSED.id &&
      one.answers[about.act.id] === undefined &&
      assistanceOf(look.agreement, one.under).to === look.side,
    refers: ({ about }) => [{ act: about.act.id, role: 'answers' }],
    fields: () => [choice('answer', 'answer', ANSWERS, 'accepted'), field('words', 'long', false)],
    body: (typed) => ({ answer: typedChoice(typed, 'answer', ANSWERS), text: typedAny(typed, 'words', 1000) }),
  },
  {
    kind: MEANS_STATED,
    title: 'consultation.do.means',
    assists: true,
    when: () => true,
    fields: () => [field('means', 'long', false), field('requirements', 'long', false)],
    body: (typed) => {
      const said = { means: typedAny(typed, 'means', 2000), requirements: typedAny(typed, 'requirements', 2000) };
      if (said.means === '' && said.requirements === '') throw wrongField('means', 'Nothing is written.');
      return said;
    },
  },
  {
    kind: RECORD_PROPOSED,
    title: 'consultation.do.record',
    when: (_look, { one }) => isConvened(one) && one.record.agreed === null,
    fields: () => [field('record', 'long', true)],
    body: (typed) => ({ text: typedSome(typed, 'record', 4000) }),
  },
  {
    kind: CLOSED,
    title: 'consultation.do.close',
    when: (look, { one }) => isConvened(one) && one.closed[look.side] === undefined,
    fields: () => [field('closing', 'long', false)],
    body: (typed) => ({ text: typedAny(typed, 'closing', 1000) }),
  },
  {
    kind: WITHDRAWN,
    title: 'consultation.do.withdraw',
    own: true,
    when: (look, within) => isRequester(look, within),
    fields: () => [field('reason', 'long', true)],
    body: (typed) => ({ reason: typedSome(typed, 'reason', 1000) }),
  },
];

/** An acceptance of exactly what the other side proposed: nothing to fill in. */
const acceptance = (kind: Kind, title: string, of: Kind, which: 'steps' | 'record'): Spoken => ({
  kind,
  title,
  when: (look, { one, about }) =>
    about.act.header.kind === of.id &&
    about.act.side !== look.side &&
    about.act.body !== undefined &&
    isConvened(one) &&
    one[which].agreed === null,
  refers: ({ about }) => [{ act: about.act.id, role: 'accepts' }],
  fields: () => [],
  body: (_typed, _look, { about }) => ({ text: bodyHash(about.act.body ?? null) }),
});

/** Rows of steps that one form has. */
const ROWS = [1, 2, 3, 4] as const;

const proposeSteps: Form = {
  kind: STEPS_PROPOSED.id,
  title: 'consultation.do.steps',
  open: async (look, about) => {
    const within = await withinOf(look, about);
    if (within === undefined || !isOpen(within.one) || !isConvened(within.one)) return undefined;
    if (within.one.steps.agreed !== null) return undefined;
    const sides = look.agreement.participants.map(({ id }) => id);
    const owners = (await Promise.all(sides.map((side) => bodiesOf(look, side)))).flat();
    const options = owners.map((id) => ({ value: id, text: look.agreement.bodies.get(id)?.name ?? id }));
    return ROWS.flatMap((row) => [
      field(`what-${row}`, 'text', row === 1),
      field(`who-${row}`, 'choice', row === 1, { options, initial: owners[0] ?? '' }),
      field(`by-${row}`, 'date', false),
    ]);
  },
  compose: async (look, about, typed) => {
    const within = await withinOf(look, about);
    if (within === undefined) throw refuse('state-forbids', 'Steps are proposed in no consultation.');
    const sides = look.agreement.participants.map(({ id }) => id);
    const owners = (await Promise.all(sides.map((side) => bodiesOf(look, side)))).flat();
    const steps = ROWS.filter((row) => typedText(typed, `what-${row}`) !== '').map((row) => ({
      what: typedSome(typed, `what-${row}`, 500),
      who: typedChoice(typed, `who-${row}`, owners),
      by: typedDateOrNull(typed, `by-${row}`),
    }));
    if (steps.length === 0) throw wrongField('what-1', 'No step is written.');
    const { one, request } = within;
    const re = [{ act: request, role: 'in' }];
    return contentOf(look, one, { provisions: look.agreement.provisionsOf([one.under]), re, body: { steps } });
  },
};

/** The steps of an acceptance that bodies of this side have still to do, by number. */
async function ownSteps(look: Look, within: Within): Promise<readonly { readonly n: number; readonly what: string }[]> {
  const { agreed } = within.one.steps;
  if (agreed?.by.act !== within.about.act.id) return [];
  const body = (await look.act(agreed.proposal))?.act.body as BodyOf<typeof STEPS_PROPOSED> | undefined;
  return (body?.steps ?? [])
    .map(({ what, who }, n) => ({ n, what, who }))
    .filter(({ n, who }) => who.startsWith(`${look.side}:`) && within.one.done[n] === undefined);
}

const finishStep: Form = {
  kind: STEP_DONE.id,
  title: 'consultation.do.step-done',
  open: async (look, about) => {
    const within = await withinOf(look, about);
    const own = within === undefined ? [] : await ownSteps(look, within);
    if (own.length === 0) return undefined;
    const options = own.map(({ n, what }) => ({ value: String(n), text: `${n + 1}. ${what}` }));
    return [
      field('step', 'choice', true, { options, initial: options[0]?.value ?? '' }),
      field('outcome', 'long', true),
    ];
  },
  compose: async (look, about, typed) => {
    const within = await withinOf(look, about);
    if (within === undefined) throw refuse('state-forbids', 'A step is said to be done in no consultation.');
    const { one, request } = within;
    const step = typedChoice(typed, 'step', (await ownSteps(look, within)).map(({ n }) => String(n)));
    return contentOf(look, one, {
      provisions: look.agreement.provisionsOf([one.under]),
      re: [
        { act: request, role: 'in' },
        { act: within.about.act.id, role: 'completes' },
      ],
      body: { step: Number(step), outcome: typedSome(typed, 'outcome', 1000) },
    });
  },
};

export const FORMS: readonly Form[] = [
  ...CALLS,
  ...SAID.map(formOf),
  proposeSteps,
  formOf(acceptance(STEPS_ACCEPTED, 'consultation.do.accept-steps', STEPS_PROPOSED, 'steps')),
  formOf(acceptance(RECORD_AGREED, 'consultation.do.agree-record', RECORD_PROPOSED, 'record')),
  finishStep,
];

