// How officials give, ask and answer: what they choose and write, whom it goes to, and under which label.
import type { Json } from '../../act/canonical.ts';
import { FILE_PART } from '../../act/part.ts';
import { labelAbout } from '../../agreement/handling.ts';
import { spelled } from '../../agreement/label.ts';
import { markedOf } from '../../agreement/sight.ts';
import type { Content, Field, Form, Look, ShownAct, Typed, Uploads } from '../../area.ts';
import { labelFields, typedLabel } from '../../kit/label.form.ts';
import { typedAny, typedChoice, typedSome, wrongField } from '../../kit/typed.ts';
import { answering, bodiesOf, choice, counterpart, field, itemAt, namesOf, type Named } from './form.parts.ts';
import { exchangeProvisions } from './judges.ts';
import {
  CLOCK_NAMES,
  FEEDBACK_GIVEN,
  ITEM_ANSWERED,
  ITEM_ASKED,
  ITEM_DECLINED,
  ITEM_GIVEN,
  REASONS,
  SAYS,
  USES,
} from './kinds.ts';
import { itemNow } from './label.ts';
import { ITEMS, itemSubject, REQUESTS, requestSubject } from './registers.ts';
import { LIFE_FORMS } from './forms.life.ts';

const WORDS = 8000;

/** Words of a content: where the label asks for it, they are sealed before they leave the browser. */
const long = (name: string, required = false): Field => field(name, 'long', required, { limit: WORDS, sealed: true });

const provisionField = (look: Look): Field => {
  const options = exchangeProvisions(look.agreement).map((id) => ({ value: id, text: `¶${id}` }));
  const [first] = options;
  return field('provision', 'choice', true, { options, ...(first === undefined ? {} : { initial: first.value }) });
};

async function whither(look: Look): Promise<readonly Named[]> {
  return namesOf(look, await bodiesOf(look, counterpart(look)));
}

async function toField(look: Look): Promise<Field> {
  const bodies = await whither(look);
  const options = bodies.map(({ id, name }) => ({ value: id, text: name }));
  return field('to', 'choice', true, { options, ...(bodies[0] === undefined ? {} : { initial: bodies[0].id }) });
}

async function everyBody(look: Look): Promise<readonly Named[]> {
  const of = await Promise.all(look.agreement.participants.map(async ({ id }) => await bodiesOf(look, id)));
  return namesOf(look, of.flat());
}

const itemFields = (): readonly Field[] => [
  field('title', 'text', true, { sealed: true }),
  long('facts'),
  field('assessment', 'long', false, { limit: WORDS, help: 'exchange.help.assessment', sealed: true }),
  field(FILE_PART, 'file', false, { help: 'exchange.help.file' }),
];

interface Words {
  readonly body: Json;
  readonly content: Json;
}

function typedItem(typed: Typed): Words {
  const title = typedSome(typed, 'title', 200);
  const facts = typedAny(typed, 'facts', WORDS);
  const assessment = typedAny(typed, 'assessment', WORDS);
  if (facts === '' && assessment === '') throw wrongField('facts', 'Nothing is told: neither facts nor assessment.');
  const says: (typeof SAYS)[number] = assessment === '' ? 'facts' : facts === '' ? 'assessment' : 'both';
  return { body: { says }, content: { title, facts, assessment } };
}

type Rest = Pick<Content, 'provisions' | 'subject' | 're' | 'file'> & Words;

/** The content of an act with words, under the label that was chosen for it. */
async function labelled(look: Look, typed: Typed, to: readonly string[], rest: Rest): Promise<Content> {
  const bodies = await everyBody(look);
  return { ...rest, to, label: typedLabel(typed, look.agreement, bodies, to) };
}

/** The file that came with a form, as its act carries it. */
function typedFile(files: Uploads): Pick<Content, 'file'> {
  const large = files[FILE_PART]?.large;
  return large === undefined ? {} : { file: large };
}

const give: Form = {
  kind: ITEM_GIVEN.id,
  title: 'exchange.do.give',
  open: async (look, about) => {
    if (about !== undefined) return undefined;
    const fields = [provisionField(look), await toField(look), ...itemFields()];
    return [...fields, ...labelFields(look.agreement, await everyBody(look), true)];
  },
  compose: async (look, _about, typed, files) => {
    const to = [typedChoice(typed, 'to', await bodiesOf(look, counterpart(look)))];
    const provisions = [typedChoice(typed, 'provision', exchangeProvisions(look.agreement))];
    const words = { ...typedItem(typed), ...typedFile(files) };
    return await labelled(look, typed, to, { provisions, subject: 'item', re: [], ...words });
  },
};

const ask: Form = {
  kind: ITEM_ASKED.id,
  title: 'exchange.do.ask',
  open: async (look, about) => {
    if (about !== undefined) return undefined;
    return [
      provisionField(look),
      await toField(look),
      field('title', 'text', true, { sealed: true }),
      long('question', true),
      choice('clock', CLOCK_NAMES, 'days-7', { help: 'exchange.help.clock' }),
      ...labelFields(look.agreement, await everyBody(look), true),
    ];
  },
  compose: async (look, _about, typed) => {
    const to = [typedChoice(typed, 'to', await bodiesOf(look, counterpart(look)))];
    const provisions = [typedChoice(typed, 'provision', exchangeProvisions(look.agreement))];
    const content = { title: typedSome(typed, 'title', 200), question: typedSome(typed, 'question', WORDS) };
    const body = { clock: typedChoice(typed, 'clock', CLOCK_NAMES) };
    return await labelled(look, typed, to, { provisions, subject: 'request', re: [], body, content });
  },
};

/** The request that may be answered from `about`: of the other side, and not declined. */
async function requestAt(look: Look, about: ShownAct | undefined): Promise<ShownAct | undefined> {
  if (about?.act.header.kind !== ITEM_ASKED.id || about.contested !== undefined) return undefined;
  if (about.act.side === look.side) return undefined;
  return (await look.row(REQUESTS, about.act.id)).declined === null ? about : undefined;
}

const answer: Form = {
  kind: ITEM_ANSWERED.id,
  title: 'exchange.do.answer',
  open: async (look, from) => {
    if ((await requestAt(look, from)) === undefined) return undefined;
    return [...itemFields(), ...labelFields(look.agreement, await everyBody(look), true)];
  },
  compose: async (look, about, typed, files) => {
    const { id, header } = answering(about);
    const re = [{ act: id, role: 'answers' }];
    const words = { ...typedItem(typed), ...typedFile(files) };
    const rest = { provisions: header.provisions, subject: requestSubject(id), re, ...words };
    return await labelled(look, typed, [header.by], rest);
  },
};

const decline: Form = {
  kind: ITEM_DECLINED.id,
  title: 'exchange.do.decline',
  open: async (look, from) => {
    const request = await requestAt(look, from);
    if (request === undefined) return undefined;
    const { answers } = await look.row(REQUESTS, request.act.id);
    return answers.length === 0 ? [choice('reason', REASONS, 'law')] : undefined;
  },
  compose: async (_look, about, typed) => {
    const { id, header } = answering(about);
    return await Promise.resolve({
      provisions: header.provisions,
      to: [header.by],
      subject: requestSubject(id),
      re: [{ act: id, role: 'answers' }],
      body: { reason: typedChoice(typed, 'reason', REASONS) },
      label: labelAbout(markedOf(header)),
    });
  },
};

const feedback: Form = {
  kind: FEEDBACK_GIVEN.id,
  title: 'exchange.do.feedback',
  open: async (look, from) => {
    const item = await itemAt(look, from);
    if (item === undefined || item.state.given?.side === look.side) return undefined;
    return [choice('use', USES, 'used'), long('text')];
  },
  compose: async (look, about, typed) => {
    const { id, header } = answering(about);
    return {
      provisions: header.provisions,
      to: [header.by],
      subject: itemSubject(id),
      re: [{ act: id, role: 'of' }],
      body: { use: typedChoice(typed, 'use', USES) },
      content: { text: typedAny(typed, 'text', WORDS) },
      label: spelled(itemNow(await look.row(ITEMS, id))),
    };
  },
};

export const FORMS: readonly Form[] = [give, ask, answer, decline, feedback, ...LIFE_FORMS];
