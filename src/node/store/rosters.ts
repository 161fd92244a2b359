// Who is on duty, who stands in for whom, who may read duties as a calendar: rows of this node alone.
import type { Asking } from './database.ts';

export interface ShiftRow {
  readonly id: string;
  readonly body: string;
  readonly official: string;
  readonly starts: Date;
  readonly ends: Date;
  readonly by: string;
}

export interface DelegationRow {
  readonly id: string;
  readonly official: string;
  readonly deputy: string;
  readonly starts: Date;
  readonly ends: Date;
}

export interface FeedRow {
  readonly digest: Uint8Array;
  readonly official: string;
  readonly body: string | null;
  readonly at: Date;
}

/** Rows of a list, at most. */
const LIST_LIMIT = 500;

export async function insertShift(sql: Asking, row: ShiftRow, at: Date): Promise<void> {
  await sql`insert into rosters (log, id, body, official, starts, ends, by, at)
    values (0, ${row.id}, ${row.body}, ${row.official}, ${row.starts}, ${row.ends}, ${row.by}, ${at})`;
}

/** Shifts that are not over, the earliest first. */
export async function openShifts(sql: Asking, now: Date): Promise<readonly ShiftRow[]> {
  return await sql<ShiftRow[]>`select id, body, official, starts, ends, by from rosters
    where log = 0 and ended_at is null and ends > ${now} order by starts, id limit ${LIST_LIMIT}`;
}

export async function endShift(sql: Asking, id: string, at: Date): Promise<boolean> {
  return (await sql`update rosters set ended_at = ${at} where log = 0 and id = ${id} and ended_at is null`).count === 1;
}

export async function insertDelegation(sql: Asking, row: DelegationRow, at: Date): Promise<void> {
  await sql`insert into delegations (log, id, official, deputy, starts, ends, at)
    values (0, ${row.id}, ${row.official}, ${row.deputy}, ${row.starts}, ${row.ends}, ${at})`;
}

export async function openDelegations(sql: Asking, now: Date): Promise<readonly DelegationRow[]> {
  return await sql<DelegationRow[]>`select id, official, deputy, starts, ends from delegations
    where log = 0 and ended_at is null and ends > ${now} order by starts, id limit ${LIST_LIMIT}`;
}

/** Ends a delegation of `official`; false where there is none such. */
export async function endDelegation(sql: Asking, id: string, official: string, at: Date): Promise<boolean> {
  const done = await sql`update delegations set ended_at = ${at}
    where log = 0 and id = ${id} and official = ${official} and ended_at is null`;
  return done.count === 1;
}

export async function insertFeed(sql: Asking, row: FeedRow): Promise<void> {
  await sql`insert into feeds (log, digest, official, body, at)
    values (0, ${row.digest}, ${row.official}, ${row.body}, ${row.at})`;
}

export async function findFeed(sql: Asking, digest: Uint8Array): Promise<FeedRow | undefined> {
  const [row] = await sql<FeedRow[]>`select digest, official, body, at from feeds
    where log = 0 and digest = ${digest} and ended_at is null`;
  return row;
}

/** Ends all calendars of an official: an address that has been seen by others is worth nothing then. */
export async function endFeeds(sql: Asking, official: string, at: Date): Promise<number> {
  return (await sql`update feeds set ended_at = ${at} where log = 0 and official = ${official} and ended_at is null`)
    .count;
}

export async function feedsOf(sql: Asking, official: string): Promise<readonly FeedRow[]> {
  return await sql<FeedRow[]>`select digest, official, body, at from feeds
    where log = 0 and official = ${official} and ended_at is null order by at limit ${LIST_LIMIT}`;
}
