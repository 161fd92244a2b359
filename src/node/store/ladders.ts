// The ladders of many entries at once: which cosignature first covers each, and which act acknowledges it.
import type { CosignatureRow } from './cosignatures.ts';
import type { Asking } from './database.ts';
import type { EntryRow, LogNumber } from './record.ts';

/** What the ladder of an entry rests on beside the entry itself. */
export interface LadderRow {
  /** The earliest cosignature of each role that covers it. */
  readonly covering: readonly CosignatureRow[];
  /** The first act accepted here that acknowledges it. */
  readonly receipt: EntryRow | undefined;
}

const keyOf = (log: LogNumber, idx: number): string => `${log} ${idx}`;

/** Cosignatures by an index look-up for each entry and role: how many lie above an entry does not matter. */
async function covering(
  sql: Asking,
  entries: readonly EntryRow[],
): Promise<readonly (CosignatureRow & { readonly idx: number })[]> {
  return await sql<(CosignatureRow & { idx: number })[]>`select asked.idx, c.*
    from unnest(${entries.map(({ log }) => log)}::smallint[], ${entries.map(({ idx }) => idx)}::bigint[])
      as asked (log, idx)
    cross join (values ('witness'), ('mirror')) as of (role)
    cross join lateral (select * from cosignatures k where k.log = asked.log and k.role = of.role
      and k.size > asked.idx order by k.size, k.signer limit 1) as c`;
}

async function receipts(
  sql: Asking,
  entries: readonly EntryRow[],
  role: string,
  markings: readonly string[] | undefined,
): Promise<readonly (EntryRow & { readonly target: string })[]> {
  const seen = markings === undefined ? sql`` : sql`and e.marking = any(${[...markings]}::text[])`;
  return await sql<(EntryRow & { target: string })[]>`select distinct on (r.target) r.target, e.* from referring r
    join entries e on e.log = r.log and e.idx = r.idx
    where r.log in (0, 1) and r.target = any(${entries.map(({ act }) => act)}::text[]) and r.role = ${role}
    and e.contested is null ${seen}
    order by r.target, e.at`;
}

/**
 * The ladders of `entries`, by two questions however many they are. `role` is that in which an act acknowledges; an
 * act under none of `markings`, where they are given, is not there.
 * Gives a function from an entry to its ladder.
 */
export async function readLadders(
  sql: Asking,
  entries: readonly EntryRow[],
  role: string,
  markings: readonly string[] | undefined,
): Promise<(entry: EntryRow) => LadderRow> {
  if (entries.length === 0) return () => ({ covering: [], receipt: undefined });
  const asked = [covering(sql, entries), receipts(sql, entries, role, markings)] as const;
  const [cosignatures, acknowledging] = await Promise.all(asked);
  const covered = Map.groupBy(cosignatures, ({ log, idx }) => keyOf(log, idx));
  const received = new Map(acknowledging.map((one) => [one.target, one]));
  return ({ log, idx, act }) => ({ covering: covered.get(keyOf(log, idx)) ?? [], receipt: received.get(act) });
}
