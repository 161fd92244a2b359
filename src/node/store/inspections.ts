// What inspections have found, in tables: how far each log was looked at, what is damaged, what was healed.
import type { Asking } from './database.ts';
import { type LogNumber, OTHER, OWN } from './record.ts';

/** What can be damaged; `idx` of a damage is an entry's, a tile's, or the size of a checkpoint. */
export type DamageKind =
  | 'entry'
  | 'leaf'
  | 'columns'
  | 'part'
  | 'tile'
  | 'head'
  | 'root'
  | 'checkpoint'
  | 'cosignature'
  | 'row'
  | 'chunk';

export interface DamageRow {
  readonly log: LogNumber;
  readonly what: DamageKind;
  readonly idx: number;
  /** Name of the part, level of the tile, signer, register and subject; empty where one of them says nothing. */
  readonly name: string;
  readonly found: Date;
  readonly healed: Date | null;
}

export interface InspectionRow {
  readonly log: LogNumber;
  readonly edge: Uint8Array;
  readonly rounded: Date | null;
}

export async function readInspections(sql: Asking): Promise<readonly InspectionRow[]> {
  return await sql<InspectionRow[]>`select * from inspections where log in (${OWN}, ${OTHER}) order by log`;
}

export async function writeInspection(sql: Asking, row: InspectionRow): Promise<void> {
  await sql`insert into inspections (log, edge, rounded) values (${row.log}, ${row.edge}, ${row.rounded})
    on conflict (log) do update set edge = excluded.edge, rounded = excluded.rounded`;
}

/** Notes a damage; one that was healed before and is found again counts as found now. */
export async function writeDamage(sql: Asking, row: Omit<DamageRow, 'found' | 'healed'>, at: Date): Promise<void> {
  await sql`insert into damages (log, what, idx, name, found, healed)
    values (${row.log}, ${row.what}, ${row.idx}, ${row.name}, ${at}, null)
    on conflict (log, what, idx, name) do update set found = excluded.found, healed = null
    where damages.healed is not null`;
}

export async function writeHealed(sql: Asking, row: Omit<DamageRow, 'found' | 'healed'>, at: Date): Promise<void> {
  await sql`update damages set healed = ${at} where log = ${row.log} and what = ${row.what} and idx = ${row.idx}
    and name = ${row.name} and healed is null`;
}

/** Damages not healed, oldest first, at most `limit`. */
export async function readDamages(sql: Asking, limit: number): Promise<readonly DamageRow[]> {
  return await sql<DamageRow[]>`select * from damages where log in (${OWN}, ${OTHER}) and healed is null
    order by found, log, what, idx, name limit ${limit}`;
}

/** How many were healed ever, and how many are not. */
export async function countDamages(sql: Asking): Promise<{ readonly open: number; readonly healed: number }> {
  const [row] = await sql<{ open: number; healed: number }[]>`select count(*) filter (where healed is null) as open,
    count(*) filter (where healed is not null) as healed from damages where log in (${OWN}, ${OTHER})`;
  return row ?? { open: 0, healed: 0 };
}
