// States of registers kept in memory for those who read: as long as nothing was folded since they were read.
import type { Sql } from './database.ts';
import { logsTogether } from './record.ts';
import { readRow, readRows, type StateRow } from './registers.ts';

/** States kept at most, and of how many rows a list may be that is kept as well. */
const KEPT = 20_000;
const LIST_KEPT = 500;

/** States as of one position of the record; whoever has begun to read by it goes on with it, though another follows. */
interface Shelf {
  readonly at: string;
  readonly rows: Map<string, Promise<StateRow | undefined>>;
  readonly lists: Map<string, readonly StateRow[]>;
}

/** Reads states for one look at the record, at the position at which it first asks. */
export interface States {
  readonly row: (register: string, subject: string) => Promise<StateRow | undefined>;
  readonly rows: (register: string, markings: readonly string[] | undefined) => Promise<readonly StateRow[]>;
}

/** How far both logs are folded: no state changes while this does not. */
async function foldedTo(sql: Sql): Promise<string> {
  return (await logsTogether(sql)).map(({ folded }) => folded).join(' ');
}

/** A reader of states for each look, over one shelf of all of them. */
export function statesOf(sql: Sql): () => States {
  let shelf: Shelf = { at: '', rows: new Map(), lists: new Map() };
  const current = async (): Promise<Shelf> => {
    const at = await foldedTo(sql);
    if (shelf.at !== at) shelf = { at, rows: new Map(), lists: new Map() };
    return shelf;
  };
  return () => {
    let opened: Promise<Shelf> | undefined;
    return {
      row: async (register, subject) => {
        const { rows } = await (opened ??= current());
        const key = `${register}\n${subject}`;
        const known = rows.get(key);
        if (known !== undefined) return await known;
        if (rows.size >= KEPT) rows.clear();
        const read = readRow(sql, register, subject);
        rows.set(key, read);
        // What could not be read is read again.
        read.catch(() => rows.delete(key));
        return await read;
      },
      rows: async (register, markings) => {
        const { lists } = await (opened ??= current());
        const key = `${register}\n${markings?.toSorted().join(' ') ?? '*'}`;
        const known = lists.get(key);
        if (known !== undefined) return known;
        const read = await readRows(sql, register, markings);
        if (lists.size >= KEPT / LIST_KEPT) lists.clear();
        if (read.length <= LIST_KEPT) lists.set(key, read);
        return read;
      },
    };
  };
}
