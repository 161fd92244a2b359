// The watch in tables: which duties stand since when, and which notices were made, told, given up.
import type { Asking, Sql } from './database.ts';

export interface WatchedRow {
  readonly id: string;
  readonly body: string;
  readonly due: string | null;
  readonly due_at: string | null;
  readonly raised_at: Date;
}

export type NoticeState = 'waiting' | 'told' | 'given-up';
export type Channel = 'page' | 'mail' | 'webhook';

export interface NoticeRow {
  readonly id: string;
  readonly duty: string;
  readonly raised_at: Date;
  readonly step: string;
  readonly reason: string;
  readonly official: string;
  readonly channel: Channel;
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  /** It says no more than that something is due. */
  readonly withheld: boolean;
  readonly state: NoticeState;
  readonly tries: number;
  readonly made_at: Date;
  readonly next_at: Date;
  readonly told_at: Date | null;
  readonly error: string | null;
}

/** Rows written in one statement. */
const BATCH = 1000;
const COLUMNS = [
  'id',
  'duty',
  'raised_at',
  'step',
  'reason',
  'official',
  'channel',
  'address',
  'subject',
  'text',
  'withheld',
  'state',
  'tries',
  'made_at',
  'next_at',
  'told_at',
  'error',
] as const;

/** The duties that stand, as this node has known them. */
export async function standingDuties(sql: Asking): Promise<readonly WatchedRow[]> {
  return await sql<WatchedRow[]>`select id, body, due, due_at, raised_at from watched
    where log = 0 and settled_at is null`;
}

/** Duties that arose, or whose day moved. One that was settled and arises again has a new anchor. */
export async function keepWatched(sql: Asking, rows: readonly WatchedRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) {
    const some = rows.slice(from, from + BATCH).map((row) => ({ log: 0, ...row, settled_at: null }));
    await sql`insert into watched ${sql(some, 'log', 'id', 'body', 'due', 'due_at', 'raised_at', 'settled_at')}
      on conflict (log, id) do update set body = excluded.body, due = excluded.due, due_at = excluded.due_at,
        raised_at = excluded.raised_at, settled_at = null`;
  }
}

export async function settleWatched(sql: Asking, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await sql`update watched set settled_at = ${at}
    where log = 0 and settled_at is null and id = any(${sql.array([...ids])})`;
}

/** Steps told or waiting of the duties that stand: duty, anchor and step, each once. */
export async function stepsMade(sql: Asking): Promise<readonly Pick<NoticeRow, 'duty' | 'raised_at' | 'step'>[]> {
  return await sql<NoticeRow[]>`select distinct n.duty, n.raised_at, n.step from notices n
    join watched w on w.log = n.log and w.id = n.duty and w.raised_at = n.raised_at
    where n.log = 0 and w.settled_at is null`;
}

/** Keeps notices; one that was made before is left as it is. */
export async function insertNotices(sql: Asking, rows: readonly NoticeRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) {
    const some = rows.slice(from, from + BATCH).map((row) => ({ log: 0, ...row }));
    await sql`insert into notices ${sql(some, 'log', ...COLUMNS)} on conflict do nothing`;
  }
}

/** Notices to be told now, the oldest first. */
export async function waitingNotices(sql: Asking, now: Date, limit: number): Promise<readonly NoticeRow[]> {
  return await sql<NoticeRow[]>`select ${sql([...COLUMNS])} from notices
    where log = 0 and state = 'waiting' and next_at <= ${now} order by next_at, id limit ${limit}`;
}

/** When the next notice is to be told; undefined where none waits. */
export async function nextNotice(sql: Asking): Promise<Date | undefined> {
  const [row] = await sql<{ at: Date | null }[]>`select min(next_at) as at from notices where log = 0
    and state = 'waiting'`;
  return row?.at ?? undefined;
}

/** What became of tries. */
export async function markNotices(
  sql: Asking,
  rows: readonly Pick<NoticeRow, 'id' | 'state' | 'tries' | 'next_at' | 'told_at' | 'error'>[],
): Promise<void> {
  for (const row of rows) {
    await sql`update notices set state = ${row.state}, tries = ${row.tries}, next_at = ${row.next_at},
      told_at = ${row.told_at}, error = ${row.error} where log = 0 and id = ${row.id}`;
  }
}

/** A notice of a duty of `body` that was given up waits again, from now. False where there is none such. */
export async function tryAgain(sql: Asking, id: string, body: string, now: Date): Promise<boolean> {
  const done = await sql`update notices set state = 'waiting', tries = 0, next_at = ${now}, error = null
    where log = 0 and id = ${id} and state = 'given-up'
    and exists (select 1 from watched w where w.log = 0 and w.id = notices.duty and w.body = ${body})`;
  return done.count === 1;
}

/** The newest notices, of one official or of all. */
export async function newestNotices(
  sql: Asking,
  of: {
    readonly official?: string;
    readonly state?: NoticeState;
    readonly channel?: Channel;
    readonly duties?: readonly string[];
    /** Of duties of this body alone. */
    readonly body?: string;
    readonly limit: number;
  },
): Promise<readonly NoticeRow[]> {
  const { official = null, state = null, channel = null, body = null, limit } = of;
  const duties = of.duties === undefined ? null : sql.array([...of.duties]);
  return await sql<NoticeRow[]>`select ${sql([...COLUMNS])} from notices where log = 0
    and (${official}::text is null or official = ${official}) and (${state}::text is null or state = ${state})
    and (${channel}::text is null or channel = ${channel}) and (${duties}::text[] is null or duty = any(${duties}))
    and (${body}::text is null or exists (select 1 from watched w
      where w.log = 0 and w.id = notices.duty and w.body = ${body}))
    order by made_at desc, id desc limit ${limit}`;
}

/** Takes or keeps the lease `name` until `until`; false where another holder has it. */
export async function takeLease(sql: Sql, name: string, holder: string, now: Date, until: Date): Promise<boolean> {
  const rows = await sql`insert into leases (log, name, holder, until) values (0, ${name}, ${holder}, ${until})
    on conflict (log, name) do update set holder = excluded.holder, until = excluded.until
    where leases.holder = ${holder} or leases.until < ${now} returning name`;
  return rows.length === 1;
}

export async function endLease(sql: Sql, name: string, holder: string): Promise<void> {
  await sql`delete from leases where log = 0 and name = ${name} and holder = ${holder}`;
}
