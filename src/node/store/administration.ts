// What was done with people and keys, in a table that is only ever added to: each row carries the hash of all before.
import { createHash } from 'node:crypto';
import { encode } from '../../act/canonical.ts';
import type { Asking } from './database.ts';

export interface DeedRow {
  readonly n: number;
  readonly at: Date;
  readonly deed: string;
  readonly by: string;
  readonly about: string;
  readonly detail: string;
  readonly digest: Uint8Array;
}

export type NewDeed = Pick<DeedRow, 'at' | 'deed' | 'by' | 'about' | 'detail'>;

/** How often adding is tried where another process adds at the same moment. */
const TRIES = 20;

/** The hash of a row: of the one before it, and of everything this one says. */
export function digestOf(before: Uint8Array, n: number, { at, deed, by, about, detail }: NewDeed): Uint8Array {
  const said = encode({ n, at: at.toISOString(), deed, by, about, detail });
  return new Uint8Array(createHash('sha256').update(before).update(said).digest());
}

const EMPTY = new Uint8Array(32);

/** Adds a row at the end. */
export async function addDeed(sql: Asking, deed: NewDeed): Promise<void> {
  for (let i = 0; i < TRIES; i++) {
    const [last] = await sql<{ n: number; digest: Uint8Array }[]>`
      select n, digest from administration where log = 0 order by n desc limit 1`;
    const n = (last?.n ?? -1) + 1;
    const digest = digestOf(last?.digest ?? EMPTY, n, deed);
    const done = await sql`insert into administration (log, n, at, deed, by, about, detail, digest)
      values (0, ${n}, ${deed.at}, ${deed.deed}, ${deed.by}, ${deed.about}, ${deed.detail}, ${digest})
      on conflict do nothing`;
    if (done.count === 1) return;
  }
  throw new Error('administration: no place was found for a row');
}

/** The newest first, from before `n` where it is given. */
export async function newestDeeds(sql: Asking, limit: number, before?: number): Promise<readonly DeedRow[]> {
  return await sql<DeedRow[]>`select n, at, deed, by, about, detail, digest from administration
    where log = 0 and n < ${before ?? Number.MAX_SAFE_INTEGER} order by n desc limit ${limit}`;
}

/** How many rows there are: whoever remembers it knows whether anything has been done since. */
export async function countDeeds(sql: Asking): Promise<number> {
  const [row] = await sql<{ n: number }[]>`select n from administration where log = 0 order by n desc limit 1`;
  return (row?.n ?? -1) + 1;
}

const STRETCH = 1000;

/** The number of the first row that does not follow from those before it; undefined where all do. */
export async function firstBroken(sql: Asking): Promise<number | undefined> {
  let before: Uint8Array = EMPTY;
  for (let n = 0; ; ) {
    const rows = await sql<DeedRow[]>`select n, at, deed, by, about, detail, digest from administration
      where log = 0 and n >= ${n} order by n limit ${STRETCH}`;
    for (const row of rows) {
      const isNext = row.n === n && Buffer.compare(digestOf(before, n, row), row.digest) === 0;
      if (!isNext) return n;
      before = row.digest;
      n += 1;
    }
    if (rows.length < STRETCH) return undefined;
  }
}
