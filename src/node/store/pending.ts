// Checkpoints that are verified and not yet held in full, in a table: the newest of each log, and few before it.
import type { Asking, Tx } from './database.ts';
import type { LogNumber } from './record.ts';

export interface PendingRow {
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: Uint8Array;
}

/** The newest verified checkpoint of a log, held in full or not. */
export async function newestPending(sql: Asking, log: LogNumber): Promise<PendingRow | undefined> {
  const [row] = await sql<PendingRow[]>`
    select size, root, note from pending where log = ${log} order by size desc limit 1`;
  return row;
}

export async function pendingAt(sql: Asking, log: LogNumber, size: number): Promise<PendingRow | undefined> {
  const [row] = await sql<PendingRow[]>`select size, root, note from pending where log = ${log} and size = ${size}`;
  return row;
}

/** Keeps one more, and of all that wait the newest `limit`; what the witness said of the others goes with them. */
export async function insertPending(tx: Tx, log: LogNumber, row: PendingRow, limit: number): Promise<void> {
  await tx`insert into pending (log, size, root, note) values (${log}, ${row.size}, ${row.root}, ${row.note})
    on conflict do nothing`;
  const gone = await tx<{ size: number }[]>`delete from pending where log = ${log} and size <
    (select size from pending where log = ${log} order by size desc offset ${limit - 1} limit 1) returning size`;
  if (gone.length === 0) return;
  await tx`delete from cosignatures c where c.log = ${log} and c.size = any(${gone.map(({ size }) => size)}::bigint[])
    and not exists (select 1 from checkpoints k where k.log = c.log and k.size = c.size)`;
}

/** A checkpoint is held in full: those before it wait for nothing any more. */
export async function settlePending(tx: Tx, log: LogNumber, size: number): Promise<void> {
  await tx`delete from pending where log = ${log} and size < ${size}`;
}
