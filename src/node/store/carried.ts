// What has left this node on a medium, in a table: sizes of its log, and what the counterpart answered.
import type { Asking } from './database.ts';
import { OWN } from './record.ts';

/** A size of the own log that a bundle has carried. */
export interface CarriedRow {
  readonly size: number;
  readonly at: Date;
  readonly one_way: boolean;
  readonly held: number | null;
  readonly next: number | null;
  readonly answered: Date | null;
}

export async function writeCarried(sql: Asking, size: number, oneWay: boolean, at: Date): Promise<void> {
  await sql`insert into carried (log, size, at, one_way) values (${OWN}, ${size}, ${at}, ${oneWay})
    on conflict (log, size) do update set at = excluded.at, one_way = carried.one_way or excluded.one_way`;
}

/** The newest `limit`, largest first. */
export async function readCarried(sql: Asking, limit: number): Promise<readonly CarriedRow[]> {
  return await sql<CarriedRow[]>`select size, at, one_way, held, next, answered from carried where log = ${OWN}
    order by size desc limit ${limit}`;
}

/** Of a one-way line: what it last carried. */
export async function lastOneWay(sql: Asking): Promise<number> {
  const [row] = await sql<{ size: number }[]>`
    select size from carried where log = ${OWN} and one_way order by size desc limit 1`;
  return row?.size ?? 0;
}

/** What the counterpart said last about what it holds. */
export async function latestAnswer(sql: Asking): Promise<CarriedRow | undefined> {
  const [row] = await sql<CarriedRow[]>`select size, at, one_way, held, next, answered from carried
    where log = ${OWN} and answered is not null order by answered desc, size desc limit 1`;
  return row;
}

export async function writeAnswer(
  sql: Asking,
  { size, held, next, at }: { size: number; held: number; next: number | null; at: Date },
): Promise<void> {
  await sql`insert into carried (log, size, at, one_way, held, next, answered)
    values (${OWN}, ${size}, ${at}, false, ${held}, ${next}, ${at})
    on conflict (log, size) do update set held = excluded.held, next = coalesce(excluded.next, carried.next),
    answered = excluded.answered`;
}
