// What was said under each provision: how many acts, and the newest of them, by look-ups into the index alone.
import type { Asking } from './database.ts';
import { type EntryRow, OTHER, OWN } from './record.ts';

/** A provision with the newest entry said under it. */
export type SpokenRow = EntryRow & { readonly provision: string };

type Markings = readonly string[] | undefined;

/** Under these markings, where they are given. */
function seen(sql: Asking, markings: Markings) {
  return markings === undefined ? sql`` : sql`and u.marking = any(${[...markings]}::text[])`;
}

/** Of each of `provisions` the newest entry said under it, where there is one that is seen. */
export async function newestSpoken(
  sql: Asking,
  provisions: readonly string[],
  markings: Markings,
): Promise<readonly SpokenRow[]> {
  const newest = (log: number) => sql`(select e.* from spoken_under u join entries e on e.log = u.log and e.idx = u.idx
    where u.log = ${log} and u.provision = asked.provision ${seen(sql, markings)} order by u.idx desc limit 1)`;
  return await sql<SpokenRow[]>`select asked.provision, last.*
    from unnest(${[...provisions]}::text[]) as asked (provision)
    cross join lateral (select * from (${newest(OWN)} union all ${newest(OTHER)}) as both_logs
      order by at desc, log, idx desc limit 1) as last`;
}

/** How many acts that are seen were said under each of `provisions`, counted to `limit` in each log. */
export async function countSpoken(
  sql: Asking,
  provisions: readonly string[],
  limit: number,
  markings: Markings,
): Promise<ReadonlyMap<string, number>> {
  const counted = (log: number) => sql`(select count(*) from (select 1 from spoken_under u
    where u.log = ${log} and u.provision = asked.provision ${seen(sql, markings)} limit ${limit}) as few)`;
  const rows = await sql<{ provision: string; count: number }[]>`
    select asked.provision, ${counted(OWN)} + ${counted(OTHER)} as count
    from unnest(${[...provisions]}::text[]) as asked (provision)`;
  return new Map(rows.map(({ provision, count }) => [provision, count]));
}
