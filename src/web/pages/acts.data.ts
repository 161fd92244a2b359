// A list of acts in stretches: as data, newest first, over both logs in the order in which this node recorded them.
import type { ActFilter, Look, ShownAct } from '../../area.ts';
import type { Ask } from '../ask.ts';
import { formOf } from '../forms.ts';
import { addressAt, type Cursor, formatCursor, readPaging } from '../paging.ts';
import { type BodyNames, bodyNames, type SaidRow, saidRow } from './said.tsx';

/** A stretch of a list of acts, with the cursors of those beside it; null where there is none. */
export interface Stretch {
  readonly acts: readonly SaidRow[];
  readonly next: string | null;
  readonly previous: string | null;
}

/** What narrows a list; null where it does not. */
export interface ActsQuery {
  readonly side: string | null;
  readonly kind: string | null;
  readonly provision: string | null;
}

export interface ActsData extends Stretch {
  readonly query: ActsQuery;
  /** How many are shown at most. */
  readonly limit: number;
  /** What can be chosen: kinds with the key of the sentence that names the deed, null where no form says it. */
  readonly kinds: readonly { readonly kind: string; readonly title: string | null }[];
  readonly names: BodyNames;
}

type Narrowed = Pick<ActFilter, 'kind' | 'kinds' | 'provision' | 'words' | 'bare'>;

/**
 * The acts of several logs in one row. Each log keeps its own order whatever the clock has done, so that what is left
 * out of one stretch is exactly what the next one begins with.
 */
function merge(logs: readonly (readonly ShownAct[])[], limit: number, way: Cursor['way']): readonly ShownAct[] {
  const queues = logs.map((log) => [...log]);
  const merged: ShownAct[] = [];
  const isFirst = (a: ShownAct, b: ShownAct): boolean =>
    way === 'below' ? a.recordedAt > b.recordedAt : a.recordedAt < b.recordedAt;
  while (merged.length < limit) {
    const heads = queues.filter((queue) => queue.length > 0);
    const first = heads.reduce<ShownAct[] | undefined>((best, queue) => {
      return best === undefined || isFirst(queue[0] as ShownAct, best[0] as ShownAct) ? queue : best;
    }, undefined);
    const next = first?.shift();
    if (next === undefined) break;
    merged.push(next);
  }
  return merged;
}

/** Where the stretch below this one and the one above it begin. Of a log that has no act here, the old bound holds. */
function bounds(sides: readonly string[], shown: readonly ShownAct[], cursor: Cursor | undefined) {
  const of = (way: Cursor['way']): Cursor => ({
    way,
    at: Object.fromEntries(
      sides.flatMap((side) => {
        const here = shown.filter(({ act }) => act.side === side).map(({ act }) => act.index);
        const bound = cursor?.at[side];
        if (here.length > 0) return [[side, way === 'below' ? Math.min(...here) : Math.max(...here)]];
        // Between the entries below a bound and those above the one before it lies nothing.
        const moved = bound === undefined || way === cursor?.way ? bound : bound + (way === 'below' ? 1 : -1);
        // Above nothing is everything, as without a bound.
        return moved === undefined || moved < 0 ? [] : [[side, moved]];
      }),
    ),
  });
  return { below: formatCursor(of('below')), above: formatCursor(of('above')) };
}

/** Reads a stretch of the acts that fit, from where the address says. */
export async function readStretch(
  look: Look,
  sides: readonly string[],
  filter: Narrowed,
  { limit, cursor }: { readonly limit: number; readonly cursor: Cursor | undefined },
): Promise<Stretch & { readonly shown: readonly ShownAct[] }> {
  const way = cursor?.way ?? 'below';
  const logs = await Promise.all(
    sides.map((side) => {
      const at = cursor?.at[side];
      const from = at === undefined ? {} : way === 'below' ? { before: at } : { after: at };
      // One more than is shown tells whether there is another stretch.
      return look.acts({ ...filter, side, ...from, ...(way === 'above' ? { oldest: true } : {}), limit: limit + 1 });
    }),
  );
  const merged = merge(logs, limit, way);
  const more = logs.flat().length > merged.length;
  const shown = way === 'below' ? merged : merged.toReversed();
  const { below, above } = bounds(sides, shown, cursor);
  return {
    shown,
    acts: shown.map(saidRow),
    next: way === 'above' || more ? below : null,
    previous: way === 'above' ? (more ? above : null) : cursor === undefined ? null : above,
  };
}

/** Reads the list of acts as the address narrows it. What is not a choice of the page is as if it were not there. */
export async function loadActs({ look, node, query }: Ask): Promise<ActsData> {
  const { agreement } = look;
  const paging = readPaging(query);
  const sides = agreement.participants.map(({ id }) => id);
  const one = (values: readonly string[], asked: string | undefined): string | null =>
    values.find((value) => value === asked) ?? null;
  const kinds = node.areas.flatMap((area) => area.kinds.map(({ kind }) => kind.id));
  const asked: ActsQuery = {
    side: one(sides, query['side']),
    kind: one(kinds, query['kind']),
    provision: one(agreement.provisions.map(({ id }) => id), query['provision']),
  };
  const filter: Narrowed = {
    bare: true,
    ...(asked.kind === null ? {} : { kind: asked.kind }),
    ...(asked.provision === null ? {} : { provision: asked.provision }),
  };
  const { acts, next, previous } = await readStretch(
    look,
    asked.side === null ? sides : [asked.side],
    filter,
    paging,
  );
  const names = await bodyNames(look, acts.map(({ by }) => by));
  const titled = kinds.map((kind) => ({ kind, title: formOf(node.areas, kind)?.form.title ?? null }));
  return { acts, next, previous, query: asked, limit: paging.limit, kinds: titled, names };
}

/** The addresses of the stretches beside this one. */
export function beside({ address }: Pick<Ask, 'address'>, { next, previous }: Stretch) {
  return { next: addressAt(address, next), previous: addressAt(address, previous) };
}
