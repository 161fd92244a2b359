// What acts bear beside the labels of their headers, in tables: of which act, and what that one bears by now.
import type { Tx } from './database.ts';
import { keepMarkings, type MarkingRow } from './markings.ts';
import type { LogNumber } from './record.ts';

/** An entry by its place. */
export interface Placed {
  readonly log: LogNumber;
  readonly idx: number;
}

/** What an act bears by now, in canonical JSON; null where it bears the label of its header again. */
export interface BorneRow {
  readonly item: string;
  readonly marked: string | null;
}

/** An entry with all that it bears. */
export interface Bearing extends Placed {
  readonly bytes: Uint8Array;
  readonly borne: readonly { readonly item: string; readonly marked: string }[];
}

const columns = (places: readonly Placed[]): readonly [number[], number[]] => [
  places.map(({ log }) => log),
  places.map(({ idx }) => idx),
];

/** Every act that speaks of the item, itself first, and of what speaks of it, bears this; gives all of them. */
export async function writeBorne(tx: Tx, { item, marked }: BorneRow): Promise<readonly Placed[]> {
  const gone = await tx<Placed[]>`delete from borne where log in (0, 1) and item = ${item} returning log, idx`;
  if (marked === null) return gone;
  return await tx<Placed[]>`
    with recursive about (act, log, idx) as (
      select act, log, idx from entries where log in (0, 1) and act = ${item}
      union
      select e.act, e.log, e.idx from about a
        join referring r on r.log in (0, 1) and r.target = a.act
        join entries e on e.log = r.log and e.idx = r.idx
    )
    insert into borne (log, idx, item, marked) select log, idx, ${item}, ${marked} from about
    on conflict (log, idx, item) do update set marked = excluded.marked
    returning log, idx`;
}

/** These entries bear what the acts bear to which they refer; gives those that bear something now. */
export async function inheritBorne(tx: Tx, places: readonly Placed[]): Promise<readonly Placed[]> {
  const [logs, indexes] = columns(places);
  const all: Placed[] = [];
  for (;;) {
    // Of one batch one may speak of another: as long as one more has come to bear something, the rest is asked again.
    const some = await tx<Placed[]>`insert into borne (log, idx, item, marked)
      select distinct r.log, r.idx, b.item, b.marked
      from unnest(${logs}::smallint[], ${indexes}::bigint[]) as said (log, idx)
      join referring r on r.log = said.log and r.idx = said.idx
      join entries e on e.log in (0, 1) and e.act = r.target
      join borne b on b.log = e.log and b.idx = e.idx
      on conflict do nothing returning log, idx`;
    if (some.length === 0) return all;
    all.push(...some);
  }
}

/** The entries at these places, with what each bears; of all that bear anything where none are named. */
export async function readBearing(tx: Tx, places?: readonly Placed[]): Promise<readonly Bearing[]> {
  const [logs, indexes] = columns(places ?? []);
  const rows = await tx<(Placed & { bytes: Uint8Array; item: string | null; marked: string | null })[]>`
    select e.log, e.idx, e.bytes, b.item, b.marked from entries e
    left join borne b on b.log = e.log and b.idx = e.idx
    where e.log in (0, 1) and ${
      places === undefined
        ? tx`b.item is not null`
        : tx`(e.log, e.idx) in (select * from unnest(${logs}::smallint[], ${indexes}::bigint[]))`
    } order by e.log, e.idx, b.item collate "C"`;
  const found = new Map<string, Bearing & { readonly borne: { item: string; marked: string }[] }>();
  for (const { log, idx, bytes, item, marked } of rows) {
    const one = found.get(`${log} ${idx}`) ?? { log, idx, bytes, borne: [] };
    if (item !== null && marked !== null) one.borne.push({ item, marked });
    found.set(`${log} ${idx}`, one);
  }
  return [...found.values()];
}

/** Puts entries under these markings, in the order of both. */
export async function remark(tx: Tx, places: readonly Placed[], markings: readonly MarkingRow[]): Promise<void> {
  const [logs, indexes] = columns(places);
  await keepMarkings(tx, markings);
  const names = markings.map(({ id }) => id);
  const given = tx`unnest(${logs}::smallint[], ${indexes}::bigint[], ${names}::text[]) as given (log, idx, marking)`;
  await tx`update entries e set marking = given.marking from ${given} where e.log = given.log and e.idx = given.idx`;
  await tx`update spoken_under s set marking = given.marking from ${given}
    where s.log = given.log and s.idx = given.idx`;
}

/** A row by its place. */
export interface RowPlace {
  readonly register: string;
  readonly subject: string;
}

/**
 * Names anew under what all stands that is folded into these rows, and into those into which these entries are. Gives
 * the rows, each with the names.
 */
export async function remarkRows(
  tx: Tx,
  entries: readonly Placed[],
  rows: readonly RowPlace[],
): Promise<readonly (RowPlace & { readonly markings: readonly string[] })[]> {
  const [logs, indexes] = columns(entries);
  return await tx<(RowPlace & { markings: string[] })[]>`
    with touched (register, subject) as (
      select s.register, s.subject from subjects s
        join unnest(${logs}::smallint[], ${indexes}::bigint[]) as given (log, idx)
        on s.log = given.log and s.idx = given.idx
      union select * from unnest(${rows.map((row) => row.register)}::text[], ${rows.map((row) => row.subject)}::text[])
    ), named as (
      select t.register, t.subject, array_agg(distinct e.marking collate "C") as markings
      from touched t
      join subjects s on s.log in (0, 1) and s.register = t.register and s.subject = t.subject
      join entries e on e.log = s.log and e.idx = s.idx
      group by t.register, t.subject
    )
    update rows r set markings = n.markings from named n
    where r.log = 0 and r.register = n.register and r.subject = n.subject
    returning r.register, r.subject, r.markings`;
}

/** Forgets what entries bear: whoever makes the registers again makes this again. */
export async function clearBorne(tx: Tx): Promise<void> {
  await tx`delete from borne where log in (0, 1)`;
}
