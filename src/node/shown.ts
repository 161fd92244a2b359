// What was shown: the labels of the acts and rows that one look has given out, joined into the label of the whole.
import { join, type Joined, spelled } from '../agreement/label.ts';
import { type Marked, markedOf, readMarking } from '../agreement/sight.ts';
import type { ActHeader, Label } from '../act/act.ts';
import type { Sql } from './store/database.ts';
import { markingsTogether } from './store/markings.ts';

/** The tally of one look. It only ever grows narrower. */
export interface Tally {
  /** What stands in no log yet. */
  readonly act: (header: ActHeader) => void;
  /** An act by its id: it counts by what it bears by now. */
  readonly named: (act: string) => void;
  /** A row, by the names of the markings folded in it. */
  readonly row: (markings: readonly string[]) => void;
  /** The label of all of it, and of the acts of these ids as well: what was shown has named them. */
  readonly joined: (acts: readonly string[]) => Promise<Joined>;
}

/** `open` is the label of what shows nothing of the record. */
export function tallyOf(sql: Sql, open: Label): Tally {
  // Acts that differ in nothing but what they say have one label: joined once.
  const labels = new Map<string, Label>();
  const rows = new Set<string>();
  const ids = new Set<string>();
  const add = (marked: Marked): void => {
    const label = spelled(marked);
    labels.set(JSON.stringify(label), label);
  };
  return {
    act: (header) => add(markedOf(header)),
    named: (act) => {
      ids.add(act);
    },
    row: (markings) => {
      for (const id of markings) rows.add(id);
    },
    joined: async (acts) => {
      const all = [...ids, ...acts];
      const named = all.length === 0 ? [] : await sql<{ marking: string | null }[]>`select distinct marking
        from entries where log in (0, 1) and act = any(${all}::text[])`;
      const asked = named.flatMap(({ marking }) => (marking === null ? [] : [marking]));
      const marked = new Set([...rows, ...asked]);
      if (marked.size > 0) {
        for (const { id, text } of await markingsTogether(sql)) if (marked.has(id)) add(readMarking(text));
      }
      return [...labels.values()].reduce<Joined>(join, open);
    },
  };
}
