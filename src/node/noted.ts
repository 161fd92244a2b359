// Entries that are no acts but note a checkpoint of the other log, as they are shown.
import { formatLine, parseNote } from '../act/note.ts';
import type { Sql } from './store/database.ts';
import { sizeNoted } from './store/noted.ts';
import { type EntryRow, type LogNumber, NOTED, OTHER, OWN } from './store/record.ts';
import type { ActPlace, NotedFile, NotedView } from './window.ts';

/** Entries in one list, at most. */
const LIMIT = 50;

/** The two sides, that of the own log first. */
export type Sides = readonly [own: string, other: string];

/** The newest of them in both logs, newest first. */
export async function newestNoted(sql: Sql, sides: Sides): Promise<readonly NotedView[]> {
  const of = (log: LogNumber) => sql`(select * from entries where log = ${log} and kind = ${NOTED}
    order by idx desc limit ${LIMIT})`;
  const rows = await sql<EntryRow[]>`select * from (${of(OWN)} union all ${of(OTHER)}) as both_logs
    order by at desc, log, idx desc limit ${LIMIT}`;
  return rows.map((row) => ({
    ...whose(row, sides),
    index: row.idx,
    size: sizeNoted(row.bytes) ?? 0,
    at: row.at.toISOString(),
    contested: row.contested ?? undefined,
  }));
}

/** The entry at a place, where it is one of them. */
export async function notedAt(sql: Sql, sides: Sides, { side, index }: ActPlace): Promise<NotedFile | undefined> {
  const log = sides.indexOf(side);
  const [row] = await sql<EntryRow[]>`select * from entries
    where log = ${log} and idx = ${index} and kind = ${NOTED}`;
  if (row === undefined) return undefined;
  const { text, signatures } = parseNote(row.bytes);
  const noted = { of: whose(row, sides).of, size: sizeNoted(row.bytes) ?? 0 };
  const contested = row.contested ?? undefined;
  return { side, index, noted, at: row.at.toISOString(), contested, text, signatures: signatures.map(formatLine) };
}

/** In whose log it stands, and of whose log it speaks. */
function whose({ log }: EntryRow, [own, other]: Sides): Pick<NotedView, 'side' | 'of'> {
  return log === OWN ? { side: own, of: other } : { side: other, of: own };
}
