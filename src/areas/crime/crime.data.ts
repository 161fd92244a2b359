// What the page of crime shows: what was given and asked under its paragraphs, where each stands, what is due.
import { ERASURES, type ErasureState } from '../../act/erasure.ts';
import type { Label } from '../../act/act.ts';
import type { Look } from '../../area.ts';
import { answerDue } from '../../ways/exchange/duties.ts';
import { FORMS } from '../../ways/exchange/forms.ts';
import { exchangeProvisions } from '../../ways/exchange/judges.ts';
import {
  type Given,
  ITEMS,
  type ItemState,
  labelOf,
  type Ref,
  REQUESTS,
  type RequestState,
} from '../../ways/exchange/registers.ts';

/** The area whose paragraphs these are. */
const AREA = 'crime';
/** Rows of a list, at most: the newest. */
const SHOWN = 200;

/** Where an item stands, the most final word first. */
export const STANDS = ['erased', 'deleted', 'kept', 'recalled', 'superseded', 'stands'] as const;
export type Stand = (typeof STANDS)[number];

/** A deed that may be done now, as a link: the kind, the key of its name, the act it is about. */
export interface Deed {
  readonly kind: string;
  readonly title: string;
  readonly about: string | null;
}

export interface ItemRow {
  readonly given: Given;
  readonly says: string | null;
  /** The title, where its words may be read in a list: those that speak of persons are read one by one. */
  readonly title: string | null;
  readonly label: Label;
  readonly stand: Stand;
  readonly held: readonly string[];
  readonly due: string | null;
}

export interface RequestRow {
  readonly asked: Given;
  readonly title: string | null;
  readonly clock: string;
  readonly due: string | null;
  readonly answers: readonly Ref[];
  readonly declined: (Ref & { readonly reason: string }) | null;
}

export interface CrimeData {
  readonly now: string;
  readonly provisions: readonly string[];
  readonly side: string | null;
  readonly stand: Stand | null;
  readonly items: readonly ItemRow[];
  readonly total: number;
  readonly requests: readonly RequestRow[];
  readonly deeds: readonly Deed[];
}

/** The paragraphs that lead into this area, in the order of the text. */
export function areaProvisions(agreement: Look['agreement']): readonly string[] {
  return agreement.provisions
    .filter(({ statements }) => statements.some(({ area, alsoAreas }) => area === AREA || alsoAreas.includes(AREA)))
    .map(({ id }) => id);
}

/** Where an item stands at this node. */
export function standOf(state: ItemState, { by }: ErasureState, side: string): Stand {
  if (by[side] !== undefined) return 'erased';
  if (state.executed?.outcome === 'deleted') return 'deleted';
  if (state.recalled !== null) return state.executed?.outcome === 'kept' ? 'kept' : 'recalled';
  return state.superseded === null ? 'stands' : 'superseded';
}

async function titleOf(look: Look, act: string, label: Label): Promise<string | null> {
  if (label.personal !== undefined) return null;
  const content = (await look.content(act)) as { readonly title?: string } | undefined;
  return content?.title ?? null;
}

async function itemRow(look: Look, state: ItemState, given: Given): Promise<ItemRow> {
  const erasures = await look.row(ERASURES, given.act);
  const label = labelOf(state);
  const stand = standOf(state, erasures, look.side);
  return {
    given,
    says: state.says,
    title: await titleOf(look, given.act, label),
    label,
    stand,
    held: Object.keys(state.holds).sort(),
    due: stand === 'recalled' ? (state.recalled?.due ?? null) : null,
  };
}

async function requestRow(look: Look, state: RequestState, asked: Given): Promise<RequestRow> {
  return {
    asked,
    title: await titleOf(look, asked.act, state.label as unknown as Label),
    clock: state.clock,
    due: answerDue(state) ?? null,
    answers: state.answers,
    declined: state.declined,
  };
}

const newestFirst = <Row>(rows: readonly Row[], of: (row: Row) => Given): readonly Row[] =>
  rows.toSorted((a, b) => {
    const [x, y] = [of(a), of(b)];
    return x.at === y.at ? y.index - x.index : x.at < y.at ? 1 : -1;
  });

/** What the way's forms would let this side say now, about an act or about none. */
export async function deedsAbout(look: Look, act: string | null): Promise<readonly Deed[]> {
  const about = act === null ? undefined : await look.act(act);
  if (act !== null && about === undefined) return [];
  const opened = await Promise.all(FORMS.map(async (form) => ({ form, fields: await form.open(look, about) })));
  return opened
    .filter(({ fields }) => fields !== undefined)
    .map(({ form }) => ({ kind: form.kind, title: form.title, about: act }));
}

const oneOf = <Of extends string>(said: string | undefined, values: readonly Of[]): Of | null =>
  values.find((one) => one === said) ?? null;

/** Reads the page: `side` and `stand` narrow the list. */
export async function loadCrime(look: Look, query: Readonly<Record<string, string>>): Promise<CrimeData> {
  const provisions = areaProvisions(look.agreement);
  const isOurs = ({ provisions: under }: Given): boolean => under.some((id) => provisions.includes(id));
  const side = oneOf(query['side'], look.agreement.participants.map(({ id }) => id));
  const stand = oneOf(query['stand'], STANDS);
  const items = (await look.rows<ItemState>(ITEMS)).flatMap(({ state }) =>
    state.given !== null && isOurs(state.given) ? [{ state, given: state.given }] : [],
  );
  const newest = newestFirst(items, ({ given }) => given).filter(({ given }) => side === null || given.side === side);
  const rows = await Promise.all(newest.slice(0, SHOWN).map(({ state, given }) => itemRow(look, state, given)));
  const requests = (await look.rows<RequestState>(REQUESTS)).flatMap(({ state }) =>
    state.asked !== null && isOurs(state.asked) && (side === null || state.asked.side === side)
      ? [{ state, asked: state.asked }]
      : [],
  );
  const asked = newestFirst(requests, (one) => one.asked).slice(0, SHOWN);
  return {
    now: look.now,
    provisions: provisions.filter((id) => exchangeProvisions(look.agreement).includes(id)),
    side,
    stand,
    items: stand === null ? rows : rows.filter((row) => row.stand === stand),
    total: items.length,
    requests: await Promise.all(asked.map((one) => requestRow(look, one.state, one.asked))),
    deeds: await deedsAbout(look, null),
  };
}
