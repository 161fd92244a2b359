// What was said under each provision: how many acts, and the newest of them, by look-ups into the index alone.
import type { Asking } from './database.ts';
import { type EntryRow, OTHER, OWN } from './record.ts';

/** A provision with the number of acts said under it, counted up to a limit, and the newest entry of them. */
export type SpokenRow = EntryRow & { readonly provision: string; readonly count: number };

/**
 * Those of `provisions` under which anything was said, under these markings where they are given. No more than `limit`
 * acts of one are counted in each log.
 */
export async function readSpoken(
  sql: Asking,
  provisions: readonly string[],
  limit: number,
  markings: readonly string[] | undefined,
): Promise<readonly SpokenRow[]> {
  const seen = markings === undefined ? sql`` : sql`and u.marking = any(${[...markings]}::text[])`;
  const counted = (log: number) => sql`(select count(*) from (select 1 from spoken_under u
    where u.log = ${log} and u.provision = asked.provision ${seen} limit ${limit}) as few)`;
  const newest = (log: number) => sql`(select e.* from spoken_under u join entries e on e.log = u.log and e.idx = u.idx
    where u.log = ${log} and u.provision = asked.provision ${seen} order by u.idx desc limit 1)`;
  return await sql<SpokenRow[]>`select asked.provision, ${counted(OWN)} + ${counted(OTHER)} as count, last.*
    from unnest(${[...provisions]}::text[]) as asked (provision)
    cross join lateral (select * from (${newest(OWN)} union all ${newest(OTHER)}) as both_logs
      order by at desc, log, idx desc limit 1) as last`;
}
