// The words by which acts are found, in a table of their own: written after the record, and forgotten on demand.
import type { Asking, Tx } from './database.ts';
import type { LogNumber } from './record.ts';

/** An act with the `tsvector` of its words, as text. */
export interface FoundRow {
  readonly log: LogNumber;
  readonly idx: number;
  readonly words: string;
}

/** How far each log has been gone over. With `lock` the row stays this transaction's: one indexes at a time. */
export async function readFinding(sql: Asking, log: LogNumber, lock = false): Promise<number> {
  if (!lock) {
    const [row] = await sql<{ idx: number }[]>`select idx from finding where log = ${log}`;
    return row?.idx ?? 0;
  }
  await sql`insert into finding (log, idx) values (${log}, 0) on conflict do nothing`;
  const [row] = await sql<{ idx: number }[]>`select idx from finding where log = ${log} for update`;
  return row?.idx ?? 0;
}

export async function writeFound(tx: Tx, log: LogNumber, to: number, rows: readonly FoundRow[]): Promise<void> {
  if (rows.length > 0) {
    await tx`insert into found (log, idx, words)
      select log, idx, words::tsvector from unnest(${rows.map((row) => row.log)}::smallint[],
        ${rows.map((row) => row.idx)}::bigint[], ${rows.map((row) => row.words)}::text[]) as given (log, idx, words)
      on conflict (log, idx) do update set words = excluded.words`;
  }
  await tx`update finding set idx = ${to} where log = ${log}`;
}

/**
 * Takes the words of an act out of the index: where it was erased, or stands under a label now that is not for the
 * open. Whoever does that to an act calls this in the same transaction.
 */
export async function forgetFound(tx: Asking, log: LogNumber, idx: number): Promise<void> {
  await tx`delete from found where log = ${log} and idx = ${idx}`;
}

/** Forgets the words of all acts: they are made again from the record. */
export async function clearFound(tx: Asking): Promise<void> {
  await tx`delete from found where log in (0, 1)`;
  await tx`update finding set idx = 0`;
}
