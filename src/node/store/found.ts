// The words by which acts are found, in a table of their own: written after the record, and forgotten on demand.
import type { Asking, Sql, Tx } from './database.ts';
import { type LogNumber, OTHER, OWN } from './record.ts';

/** Entries of a log that share one name in the index, so that few of them can be looked through without the others. */
const BLOCK = 1024;
/** How many blocks are looked through at a time, the newest first; after these all that are older, at once. */
const STRETCHES = [2, 16, 32] as const;

/** The name in the index of the block that an entry is in. */
export const blockOf = (idx: number): `=block:${number}` => `=block:${Math.floor(idx / BLOCK)}`;

/** A stretch of a log that is looked through at once: entries below `below`, not below `from`. */
export interface Stretch {
  readonly from: number;
  readonly below: number;
  /** The question, a `tsquery`, asked of that stretch alone where its blocks can be named. */
  readonly words: string;
}

function stretchOf(words: string, from: number, below: number): Stretch {
  const [first, end] = [Math.floor(from / BLOCK), Math.ceil(below / BLOCK)];
  if (end - first > Math.max(...STRETCHES)) return { from, below, words };
  const blocks = Array.from({ length: end - first }, (_, i) => `'${blockOf((first + i) * BLOCK)}'`);
  return { from, below, words: `(${words}) & (${blocks.join(' | ')})` };
}

/**
 * The stretches of a log from one index to below another, newest first or oldest first. A word of very many acts is
 * found in the first of them, and a word of few costs no more than their number: nobody waits for all acts with a word
 * to be put in order.
 */
export function stretchesOf(words: string, bottom: number, top: number, way: 'newest' | 'oldest'): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let [from, below] = [bottom, top];
  for (const blocks of [...STRETCHES, Infinity]) {
    if (from >= below) break;
    if (way === 'newest') {
      const edge = Math.max(from, (Math.ceil(below / BLOCK) - blocks) * BLOCK);
      stretches.push(stretchOf(words, edge, below));
      below = edge;
    } else {
      const edge = Math.min(below, (Math.floor(from / BLOCK) + blocks) * BLOCK);
      stretches.push(stretchOf(words, from, edge));
      from = edge;
    }
  }
  return stretches;
}

/**
 * The beginning of a statement that knows as `hits (idx)` what answers the question of a stretch, looked for once, in
 * the order asked for. More than the stretch is looked for where no blocks are named: by places the database would go
 * over all of them.
 */
export function hitsIn(sql: Sql, log: LogNumber, { from, below, words }: Stretch, way: 'newest' | 'oldest') {
  return sql`with answers as materialized (select idx from found where log = ${log} and words @@ ${words}::tsquery),
    hits as not materialized (select idx from answers where idx >= ${from} and idx < ${below}
      order by idx ${way === 'newest' ? sql`desc` : sql``})`;
}

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

/** Forgets the words of all acts: they are made again from the record. Waits for whoever indexes to end its step. */
export async function clearFound(tx: Tx): Promise<void> {
  for (const log of [OWN, OTHER] as const) await readFinding(tx, log, true);
  await tx`delete from found where log in (0, 1)`;
  await tx`update finding set idx = 0`;
}
