// Eyes: which markings of this record a viewer may see, asked of the one check once and of the record by its answer.
import type { ActHeader } from '../act/act.ts';
import { markedOf, maySee, readMarking, type SideViewer, type Viewer } from '../agreement/sight.ts';
import type { Sql } from './store/database.ts';
import { actsBeyond, markingsTogether } from './store/markings.ts';

/** By whose eyes the record is read: a viewer's, or the node's own, which miss nothing and stand behind no window. */
export type Looking = Viewer | 'node';

/** What one pair of eyes is open to, as of when it was first asked; what is marked later they do not see. */
export interface Eyes {
  /** Names of the markings they may see; undefined for the node's own. */
  readonly markings: () => Promise<readonly string[] | undefined>;
  /** Whether the record has a marking that they may not see. */
  readonly miss: () => Promise<boolean>;
  /** Who reads by them, for the log of readings; undefined for the node's own and the public's. */
  readonly reader: SideViewer | undefined;
  /** Of an act that stands in no log here. */
  readonly see: (header: ActHeader) => boolean;
}

const OWN_EYES: Eyes = {
  markings: async () => await Promise.resolve(undefined),
  miss: async () => await Promise.resolve(false),
  reader: undefined,
  see: () => true,
};

/** Opens the eyes of a viewer. Nothing is asked before they look. */
export function eyesOf(sql: Sql, looking: Looking): Eyes {
  if (looking === 'node') return OWN_EYES;
  let asked: Promise<{ readonly all: number; readonly seen: readonly string[] }> | undefined;
  const ask = async (): Promise<{ readonly all: number; readonly seen: readonly string[] }> => {
    const all = await markingsTogether(sql);
    const seen = all.filter(({ text }) => maySee(looking, readMarking(text))).map(({ id }) => id);
    return { all: all.length, seen };
  };
  const known = async (): Promise<Awaited<ReturnType<typeof ask>>> => await (asked ??= ask());
  return {
    markings: async () => (await known()).seen,
    miss: async () => {
      const { all, seen } = await known();
      return seen.length < all;
    },
    reader: looking === 'public' ? undefined : looking,
    see: (header) => maySee(looking, markedOf(header)),
  };
}

/** What is in no log yet is seen by whoever may see its own label, and everything of which it speaks. */
export async function readable<Of extends { readonly header: ActHeader }>(
  sql: Sql,
  eyes: Eyes,
  all: readonly Of[],
): Promise<readonly Of[]> {
  const seen = all.filter(({ header }) => eyes.see(header));
  const markings = await eyes.markings();
  const named = [...new Set(seen.flatMap(({ header }) => header.re.map(({ act }) => act)))];
  if (markings === undefined || named.length === 0) return seen;
  const hidden = new Set(await actsBeyond(sql, named, markings));
  return seen.filter(({ header }) => !header.re.some(({ act }) => hidden.has(act)));
}
