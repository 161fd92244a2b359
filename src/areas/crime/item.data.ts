// What the page of one item shows: its words while they are held, its label, and everything said of it in order.
import type { Label } from '../../act/act.ts';
import type { Json } from '../../act/canonical.ts';
import { ERASURES, type Erasure } from '../../act/erasure.ts';
import { FILE_PART } from '../../act/part.ts';
import type { Look, ShownAct } from '../../area.ts';
import { ITEMS, type ItemState, itemSubject, labelOf } from '../../ways/exchange/registers.ts';
import { type Deed, deedsAbout, type Stand, standOf } from './crime.data.ts';

/** One step of its life: the act, and what its closed fields say. */
export interface Step {
  readonly act: string;
  readonly side: string;
  readonly index: number;
  readonly at: string;
  readonly kind: string;
  readonly by: string;
  readonly body: Json;
  readonly contested: boolean;
}

export interface ItemData {
  readonly now: string;
  readonly id: string;
  readonly state: ItemState | null;
  readonly kind: string;
  readonly label: Label | null;
  readonly stand: Stand;
  /** Its words; null where they are erased, or sealed to desks. */
  readonly content: Json;
  /** Where its act stands, which carries a file and says how far that has come; null where it carries none. */
  readonly file: { readonly side: string; readonly index: number } | null;
  readonly erased: Readonly<Record<string, Erasure>>;
  readonly life: readonly Step[];
  readonly deeds: readonly Deed[];
}

const NOTHING = {
  id: '',
  state: null,
  kind: '',
  label: null,
  stand: 'stands',
  content: null,
  file: null,
  erased: {},
} as const;

function stepOf({ act, contested }: ShownAct): Step {
  const { id, side, index, header, body } = act;
  const { at, kind, by } = header;
  return { act: id, side, index, at, kind, by, body: body ?? null, contested: contested !== undefined };
}

/** Acts that refer to the item, or to an act of its life: all that bear its subject, and the erasures. */
async function lifeOf(look: Look, item: ShownAct): Promise<readonly Step[]> {
  const act = item.act.id;
  const found = new Map<string, ShownAct>([[act, item]]);
  const waiting = [act];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const shown of await look.acts({ of: id })) {
      const isNew = !found.has(shown.act.id);
      if (isNew && (id === act || shown.act.header.subject === itemSubject(act))) {
        found.set(shown.act.id, shown);
        waiting.push(shown.act.id);
      }
    }
  }
  return [...found.values()].map(stepOf).toSorted((a, b) => (a.at === b.at ? a.index - b.index : a.at < b.at ? -1 : 1));
}

/** What may be done about the item or any act of its life, each once. */
async function deedsOf(look: Look, life: readonly Step[]): Promise<readonly Deed[]> {
  const all = (await Promise.all(life.map(({ act }) => deedsAbout(look, act)))).flat();
  return all.filter((deed, i) => all.findIndex(({ kind }) => kind === deed.kind) === i);
}

/** Reads the page of the item `query.of`. */
export async function loadItem(look: Look, query: Readonly<Record<string, string>>): Promise<ItemData> {
  const id = query['of'] ?? '';
  const shown = /^[A-Za-z0-9_-]{43}$/.test(id) ? await look.act(id) : undefined;
  const state = shown === undefined ? undefined : await look.row(ITEMS, id);
  if (shown === undefined || state?.given === null || state === undefined) {
    return { now: look.now, life: [], deeds: [], ...NOTHING };
  }
  const { side, index, header } = shown.act;
  const hasFile = header.parts.some(({ name }) => name === FILE_PART);
  const erasures = await look.row(ERASURES, id);
  const life = await lifeOf(look, shown);
  return {
    now: look.now,
    id,
    state,
    kind: shown.act.header.kind,
    label: labelOf(state),
    stand: standOf(state, erasures, look.side),
    content: (await look.content(id)) ?? null,
    file: hasFile && erasures.by[look.side] === undefined ? { side, index } : null,
    erased: erasures.by,
    life,
    deeds: await deedsOf(look, life),
  };
}
