// Sheets in tables: acts of the other side that came by other means than the line, until the line brings them.
import type { Asking } from './database.ts';
import { OTHER } from './record.ts';
import type { PartBytes } from './drafts.ts';

/** Sheets kept that the line has not brought yet, at most. */
export const SHEETS_LIMIT = 200;

export interface SheetRow {
  readonly act: string;
  readonly bytes: Uint8Array;
  readonly parts: readonly Omit<PartBytes, 'type'>[];
  /** JSON of the part `body`, as it was verified. */
  readonly body: string;
  readonly entered: string;
  readonly at: Date;
}

/** Keeps a sheet, once; gives whether it is new here. */
export async function keepSheet(sql: Asking, row: SheetRow): Promise<boolean> {
  const kept = await sql`insert into sheets (log, act, bytes, parts, body, entered, at)
    select ${OTHER}, ${row.act}, ${row.bytes}, ${sql.json(row.parts as never)}, ${row.body}, ${row.entered}, ${row.at}
    where (select count(*) from sheets where log = ${OTHER}) < ${SHEETS_LIMIT}
    on conflict do nothing returning act`;
  return kept.length > 0;
}

/** The sheets whose acts do not stand in the copy of the other log yet, in the order in which they came. */
export async function waitingSheets(sql: Asking): Promise<readonly SheetRow[]> {
  return await sql<SheetRow[]>`select s.* from sheets s where s.log = ${OTHER}
    and not exists (select 1 from entries e where e.log in (0, 1) and e.act = s.act)
    order by s.at, s.act limit ${SHEETS_LIMIT}`;
}
