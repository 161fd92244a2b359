// Readings in tables: who has read parts with personal data, for what, when. Rows are added and never changed.
import type { Asking } from './database.ts';
import type { LogNumber } from './record.ts';

export interface ReadingRow {
  readonly at: Date;
  readonly official: string;
  readonly body: string;
  readonly purpose: string;
  readonly act: string;
  readonly of_log: LogNumber;
  readonly idx: number;
  /** Names of the parts, with spaces between. */
  readonly parts: string;
}

export async function insertReading(sql: Asking, row: ReadingRow): Promise<void> {
  await sql`insert into readings ${sql({ log: 0, ...row })}`;
}

/** The newest readings by officials of one body. */
export async function readReadings(sql: Asking, body: string, limit: number): Promise<readonly ReadingRow[]> {
  return await sql<ReadingRow[]>`select at, official, body, purpose, act, of_log, idx, parts from readings
    where log = 0 and body = ${body} order by n desc limit ${limit}`;
}
