// Scrubbing: what PostgreSQL keeps of deleted rows, in its tables and its write-ahead log, is taken away as well.
import { setTimeout } from 'node:timers/promises';
import type { Asking, Sql } from './database.ts';

/** The tables in which parts are kept. */
const TABLES = ['parts', 'drafts', 'sheets'] as const;
/** Milliseconds that a table is waited for: whoever reads it goes first, and it is tried again. */
const LOCK_LIMIT = 5000;
/** How often, and every how many milliseconds, it is looked whether older transactions have ended. */
const OLDER_TRIES = 20;
const OLDER_PAUSE = 100;
/** 55P03: the table is in use; 42501: the role may not write a checkpoint of the server. */
const BUSY = '55P03';
const FORBIDDEN = '42501';

/**
 * `done`: neither the tables nor the write-ahead log of this server hold deleted rows any more. `tables`: the tables do
 * not, but the role may not have the log emptied, or the server keeps its files for use again. `busy`: try again.
 */
export type Scrubbed = 'done' | 'tables' | 'busy';

const codeOf = (cause: unknown): string | undefined => (cause as { code?: string }).code;

/**
 * Deleting leaves the old row in its table until it is rewritten, and in the log until a checkpoint lets its file go.
 * Rewrites the tables, begins a new file of the log, and writes a checkpoint. While a transaction is older than the
 * deletion, as a backup under way is, the old rows are kept for it: then it is `busy`.
 */
export async function scrub(sql: Sql): Promise<Scrubbed> {
  const one = await sql.reserve();
  try {
    if (!(await isPastAll(one))) return 'busy';
    await one.unsafe(`set lock_timeout = ${LOCK_LIMIT}`);
    try {
      for (const table of TABLES) await one.unsafe(`vacuum (full) ${table}`);
    } finally {
      await one.unsafe('reset lock_timeout');
    }
    const [{ recycles } = { recycles: 'on' }] = await one<{ recycles: string }[]>`
      select current_setting('wal_recycle') as recycles`;
    await one.unsafe('select pg_switch_wal()');
    await one.unsafe('checkpoint');
    return recycles === 'off' ? 'done' : 'tables';
  } catch (cause) {
    if (codeOf(cause) === BUSY) return 'busy';
    if (codeOf(cause) === FORBIDDEN) return 'tables';
    throw cause;
  } finally {
    one.release();
  }
}

/**
 * Waits a little until no transaction is older than now: for one that is, `vacuum` would write deleted rows into the
 * new file as well. One that writes in another database of the server counts too: whoever begins here while it runs, as
 * `vacuum` itself does, looks as far back as it.
 */
async function isPastAll(one: Asking): Promise<boolean> {
  const [{ mark } = { mark: '0' }] = await one<{ mark: string }[]>`
    select pg_snapshot_xmax(pg_current_snapshot())::text as mark`;
  for (let tries = 0; tries < OLDER_TRIES; tries++) {
    const [{ past } = { past: false }] = await one<{ past: boolean }[]>`
      select pg_snapshot_xmin(pg_current_snapshot()) >= ${mark}::text::xid8 and not exists (
        select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        and age(backend_xmin) > age(${mark}::text::xid8::xid)) as past`;
    if (past) return true;
    await setTimeout(OLDER_PAUSE);
  }
  return false;
}
