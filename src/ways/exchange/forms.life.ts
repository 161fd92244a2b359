// How officials speak of what was given: release, label, recall and its execution, corrections, legal holds.
import { addPeriod, civilDate, civilTime } from '../../agreement/calendar.ts';
import { labelAbout } from '../../agreement/handling.ts';
import { join, markedAs, NOBODY, spelled } from '../../agreement/label.ts';
import type { Label } from '../../act/act.ts';
import type { Json } from '../../act/canonical.ts';
import type { Content, Field, Form, Look, ShownAct, Typed } from '../../area.ts';
import { labelFields, typedLabel } from '../../kit/label.form.ts';
import {
  typedAny, typedChoice, typedCount, typedDate, typedDateOrNull, typedInstant, typedSome, typedText, wrongField,
} from '../../kit/typed.ts';
import {
  addressees, answering, bodiesOf, choice, field, itemAt, type ItemAt, itemOf, namesOf,
} from './form.parts.ts';
import {
  CORRECTION_APPLIED, HOLD_BASES, HOLD_LIFTED, HOLD_SET, ITEM_CORRECTED, ITEM_RECALLED, ITEM_RELABELLED,
  ITEM_SUPERSEDED, OUTCOMES, REASONS, RECALL_EXECUTED, RECALL_REASONS, RELEASE_DECLINED, RELEASE_GRANTED,
  RELEASE_REQUESTED,
} from './kinds.ts';
import { itemNow } from './label.ts';
import { ITEMS, itemSubject, type ItemState, labelOf } from './registers.ts';

/** Days offered for a recall or a correction to be carried out; whoever asks may name others. */
const DAYS = 7;
const COPIES = 9999;
const OUTSIDE = 'outside';

const zoneOf = (look: Look): string => look.agreement.participant(look.side).seat.zone;

/** A form opened from an item itself. */
const ofItem = (
  kind: string,
  title: string,
  open: (look: Look, item: ItemAt) => Promise<readonly Field[] | undefined>,
  compose: (look: Look, item: ItemAt, typed: Typed) => Promise<Said>,
): Form => bound(kind, title, itemAt, 'of', { open, compose });

/** A form opened from an act of the life of an item. */
const ofAct = (
  [kind, from, role]: readonly [kind: string, from: string, role: string],
  title: string,
  open: (look: Look, item: ItemAt, about: string) => Promise<readonly Field[] | undefined>,
  compose: (look: Look, item: ItemAt, typed: Typed) => Promise<Said>,
): Form => bound(kind, title, async (look, about) => await itemOf(look, about, from), role, { open, compose });

/** What differs from one such act to the next. */
type Said = { readonly body: Json; readonly content?: Json; readonly re?: Content['re']; readonly label?: Label };

function bound(
  kind: string,
  title: string,
  at: (look: Look, about: ShownAct | undefined) => Promise<ItemAt | undefined>,
  role: string,
  of: {
    readonly open: (look: Look, item: ItemAt, about: string) => Promise<readonly Field[] | undefined>;
    readonly compose: (look: Look, item: ItemAt, typed: Typed) => Promise<Said>;
  },
): Form {
  return {
    kind,
    title,
    open: async (look, about) => {
      const item = await at(look, about);
      return item === undefined ? undefined : await of.open(look, item, about?.act.id ?? '');
    },
    compose: async (look, about, typed) => {
      const item = await at(look, about);
      if (item === undefined) throw wrongField('about', 'It speaks of no item.');
      const { header, id } = item.act.act;
      const { re = [], ...said } = await of.compose(look, item, typed);
      return {
        provisions: header.provisions,
        to: addressees(look, item.state),
        subject: itemSubject(id),
        re: [{ act: answering(about).id, role }, ...re],
        label: said.content === undefined ? labelAbout(itemNow(item.state)) : spelled(itemNow(item.state)),
        ...said,
      };
    },
  };
}

const isOwn = (look: Look, { given }: ItemState): boolean => given?.side === look.side;

const askRelease = ofItem(
  RELEASE_REQUESTED.id,
  'exchange.do.ask-release',
  async (look, { state }) => {
    if (isOwn(look, state) || state.recalled !== null) return undefined;
    const bodies = namesOf(look, await bodiesOf(look, look.side));
    const purposes = look.agreement.purposes.map(({ code, name }) => ({ value: code, names: name }));
    return [
      field('release-to', 'choice', true, {
        options: [
          ...bodies.map(({ id, name }) => ({ value: id, text: name })),
          { value: OUTSIDE, label: 'exchange.outside' },
        ],
        initial: OUTSIDE,
      }),
      field('outside', 'text', false, { help: 'exchange.help.outside' }),
      field('purpose', 'choice', true, { options: purposes }),
    ];
  },
  async (look, _item, typed) => {
    const to = typedChoice(typed, 'release-to', [OUTSIDE, ...(await bodiesOf(look, look.side))]);
    const outside = to === OUTSIDE ? typedSome(typed, 'outside', 200) : '';
    const purpose = typedChoice(typed, 'purpose', look.agreement.purposes.map(({ code }) => code));
    return { body: { body: to === OUTSIDE ? null : to, outside, purpose } };
  },
);

const isOpen = ({ releases }: ItemState, request: string): boolean =>
  releases.some(({ asked, answered }) => asked.act === request && answered === null);

const grant = ofAct(
  [RELEASE_GRANTED.id, RELEASE_REQUESTED.id, 'grants'],
  'exchange.do.grant',
  async (look, { state }, about) => {
    if (!isOwn(look, state) || state.recalled !== null || !isOpen(state, about)) return undefined;
    return await Promise.resolve([field('until', 'date', false)]);
  },
  async (_look, _item, typed) => await Promise.resolve({ body: { until: typedDateOrNull(typed, 'until') } }),
);

const refuseRelease = ofAct(
  [RELEASE_DECLINED.id, RELEASE_REQUESTED.id, 'declines'],
  'exchange.do.refuse-release',
  async (look, { state }, about) => {
    if (!isOwn(look, state) || !isOpen(state, about)) return undefined;
    return await Promise.resolve([choice('reason', REASONS, 'law')]);
  },
  async (_look, _item, typed) => await Promise.resolve({ body: { reason: typedChoice(typed, 'reason', REASONS) } }),
);

async function everyBody(look: Look): Promise<ReturnType<typeof namesOf>> {
  const of = await Promise.all(look.agreement.participants.map(async ({ id }) => await bodiesOf(look, id)));
  return namesOf(look, of.flat());
}

const relabel = ofItem(
  ITEM_RELABELLED.id,
  'exchange.do.relabel',
  async (look, { state }) => {
    if (state.executed?.outcome === 'deleted') return undefined;
    return labelFields(look.agreement, await everyBody(look), false);
  },
  async (look, { state }, typed) => {
    const { personal, rel } = labelOf(state);
    const label = typedLabel(typed, look.agreement, await everyBody(look), state.given?.to ?? []);
    const said = { ...label, rel, ...(personal === undefined ? {} : { personal }) };
    return { body: { label: said as unknown as Json } };
  },
);

interface Later {
  readonly value: string;
  readonly text: string;
}

/** Own items later than this one, which could stand in its place. */
async function later(look: Look, { state }: ItemAt): Promise<readonly Later[]> {
  const rows = await look.rows<ItemState>(ITEMS);
  return rows.flatMap(({ subject, state: { given } }) =>
    given?.side === look.side && given.index > (state.given?.index ?? 0)
      ? [{ value: subject, text: `${given.side.toUpperCase()} ${given.index}` }]
      : [],
  );
}

const supersede = ofItem(
  ITEM_SUPERSEDED.id,
  'exchange.do.supersede',
  async (look, item) => {
    const options = isOwn(look, item.state) && item.state.superseded === null ? await later(look, item) : [];
    return options.length === 0 ? undefined : [field('by', 'choice', true, { options })];
  },
  async (look, item, typed) => {
    const by = typedChoice(typed, 'by', (await later(look, item)).map(({ value }) => value));
    const newer = await look.row(ITEMS, by);
    if (newer.given === null) throw wrongField('by', 'It is not here.');
    // It names both, so it is for those alone who may see both.
    const both = join(spelled(itemNow(item.state)), spelled(itemNow(newer)));
    if (both === NOBODY) throw wrongField('by', 'Nobody may see both.');
    return { body: {}, re: [{ act: by, role: 'by' }], label: labelAbout(markedAs(both)) };
  },
);

const dueField = (look: Look): Field =>
  field('due', 'date', true, {
    initial: addPeriod(civilDate(look.now, zoneOf(look)), { days: DAYS }, 'down').date,
    help: 'exchange.help.due',
  });

const recall = ofItem(
  ITEM_RECALLED.id,
  'exchange.do.recall',
  async (look, { state }) => {
    if (!isOwn(look, state) || state.recalled !== null) return undefined;
    return await Promise.resolve([choice('recall', RECALL_REASONS, 'wrong'), dueField(look)]);
  },
  async (_look, _item, typed) =>
    await Promise.resolve({
      body: { reason: typedChoice(typed, 'recall', RECALL_REASONS), due: typedDate(typed, 'due') },
    }),
);

/** When something was done, at this seat, and how many copies it touched. */
const doneFields = (look: Look): readonly Field[] => [
  field('count', 'text', true, { initial: '1', help: 'exchange.help.count' }),
  field('date', 'date', true, { initial: civilDate(look.now, zoneOf(look)) }),
  field('time', 'time', true, { initial: civilTime(look.now, zoneOf(look)) }),
];

function typedDone(look: Look, typed: Typed): { readonly count: number; readonly at: string } {
  const count = typedCount(typed, 'count', COPIES);
  if (count === null) throw wrongField('count', 'How many copies were there?');
  const at = typedText(typed, 'date') === '' ? look.now : typedInstant(typed, 'date', 'time', zoneOf(look));
  return { count, at };
}

const execute = ofAct(
  [RECALL_EXECUTED.id, ITEM_RECALLED.id, 'executes'],
  'exchange.do.execute',
  async (look, { state }) => {
    if (isOwn(look, state) || state.executed?.outcome === 'deleted') return undefined;
    const isHeld = state.holds[look.side] !== undefined;
    if (isHeld && state.executed !== null) return undefined;
    const outcome = choice('outcome', isHeld ? ['kept'] : ['deleted'], isHeld ? 'kept' : 'deleted');
    return await Promise.resolve([outcome, ...doneFields(look)]);
  },
  async (look, _item, typed) =>
    await Promise.resolve({ body: { outcome: typedChoice(typed, 'outcome', OUTCOMES), ...typedDone(look, typed) } }),
);

const correct = ofItem(
  ITEM_CORRECTED.id,
  'exchange.do.correct',
  async (look, { state }) => {
    if (!isOwn(look, state) || state.executed?.outcome === 'deleted') return undefined;
    const words = ['wrong', 'right'].map((name) => field(name, 'long', true, { sealed: true }));
    return await Promise.resolve([...words, dueField(look)]);
  },
  async (_look, _item, typed) =>
    await Promise.resolve({
      body: { due: typedDate(typed, 'due') },
      content: { wrong: typedSome(typed, 'wrong', 8000), right: typedAny(typed, 'right', 8000) },
    }),
);

const apply = ofAct(
  [CORRECTION_APPLIED.id, ITEM_CORRECTED.id, 'applies'],
  'exchange.do.apply',
  async (look, { state }, about) => {
    const open = state.corrections.some(({ said, applied }) => said.act === about && applied === null);
    return await Promise.resolve(isOwn(look, state) || !open ? undefined : doneFields(look));
  },
  async (look, _item, typed) => await Promise.resolve({ body: typedDone(look, typed) }),
);

const hold = ofItem(
  HOLD_SET.id,
  'exchange.do.hold',
  async (look, { state }) => {
    if (state.holds[look.side] !== undefined || state.executed?.outcome === 'deleted') return undefined;
    return await Promise.resolve([choice('hold', HOLD_BASES, 'proceedings')]);
  },
  async (_look, _item, typed) => await Promise.resolve({ body: { basis: typedChoice(typed, 'hold', HOLD_BASES) } }),
);

const lift = ofAct(
  [HOLD_LIFTED.id, HOLD_SET.id, 'lifts'],
  'exchange.do.lift',
  async (look, { state }, about) =>
    await Promise.resolve(state.holds[look.side]?.act === about ? [] : undefined),
  async () => await Promise.resolve({ body: {} }),
);

export const LIFE_FORMS: readonly Form[] = [
  askRelease, grant, refuseRelease, relabel, supersede, recall, execute, correct, apply, hold, lift,
];
