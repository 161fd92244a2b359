// What officials have read, in tables: up to which size of each log, and which single acts beyond that.
import type { Asking } from './database.ts';
import type { LogNumber } from './record.ts';

export interface ReadUpTo {
  readonly of_log: LogNumber;
  readonly size: number;
  readonly at: Date;
}

export async function readUpTo(sql: Asking, official: string): Promise<readonly ReadUpTo[]> {
  return await sql<ReadUpTo[]>`select of_log, size, at from read_up_to where log = 0 and official = ${official}`;
}

/** Single acts of a log that the official has opened, from `size` on. */
export async function actsRead(
  sql: Asking,
  official: string,
  log: LogNumber,
  size: number,
): Promise<readonly number[]> {
  const rows = await sql<{ idx: number }[]>`select idx from acts_read
    where log = 0 and official = ${official} and of_log = ${log} and idx >= ${size}`;
  return rows.map(({ idx }) => idx);
}

export async function keepRead(
  sql: Asking,
  official: string,
  act: { readonly log: LogNumber; readonly idx: number },
  at: Date,
): Promise<void> {
  await sql`insert into acts_read (log, official, of_log, idx, at)
    values (0, ${official}, ${act.log}, ${act.idx}, ${at}) on conflict do nothing`;
}

/** Everything of a log below `size` is read: never taken back, and single acts below it need no row any more. */
export async function keepReadUpTo(
  sql: Asking,
  official: string,
  upTo: { readonly log: LogNumber; readonly size: number },
  at: Date,
): Promise<void> {
  await sql`insert into read_up_to (log, official, of_log, size, at)
    values (0, ${official}, ${upTo.log}, ${upTo.size}, ${at})
    on conflict (log, official, of_log) do update
    set size = greatest(read_up_to.size, excluded.size), at = excluded.at`;
  await sql`delete from acts_read
    where log = 0 and official = ${official} and of_log = ${upTo.log} and idx < ${upTo.size}`;
}
