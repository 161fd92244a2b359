// Registers in tables: rows of state, which acts speak of which subject, digests over all rows.
import type { Asking, Tx } from './database.ts';
import { type EntryRow, type LogNumber, NOTED } from './record.ts';

/**
 * A row as kept: its state in canonical JSON, the newest entries of both logs folded into it (-1 for none), and the
 * names of the markings of all of them, in order.
 */
export interface StateRow {
  readonly register: string;
  readonly subject: string;
  readonly state: string;
  readonly own: number;
  readonly other: number;
  readonly markings: readonly string[];
}

export interface SubjectRow {
  readonly log: LogNumber;
  readonly register: string;
  readonly subject: string;
  readonly idx: number;
}

export interface DigestRow {
  readonly own: number;
  readonly other: number;
  readonly digest: Uint8Array;
  readonly theirs: Uint8Array | null;
  readonly at: Date;
  readonly first_register: string | null;
  readonly first_subject: string | null;
}

export async function readRow(sql: Asking, register: string, subject: string): Promise<StateRow | undefined> {
  const [row] = await sql<StateRow[]>`
    select register, subject, state, own, other, markings from rows where log = 0 and register = ${register}
    and subject = ${subject}`;
  return row;
}

/** All rows of a register by subject, those under the markings `of` alone where given; of every register by default. */
export async function readRows(sql: Asking, register?: string, of?: readonly string[]): Promise<readonly StateRow[]> {
  return register === undefined
    ? await sql<StateRow[]>`select register, subject, state, own, other, markings from rows where log = 0
        order by register collate "C", subject collate "C"`
    : await sql<StateRow[]>`select register, subject, state, own, other, markings from rows where log = 0
        and register = ${register} ${of === undefined ? sql`` : sql`and markings <@ ${[...of]}::text[]`}
        order by subject collate "C"`;
}

/** Whether there is a row that was folded before there were markings: all must be folded again then. */
export async function hasUnmarked(sql: Asking): Promise<boolean> {
  return (await sql`select 1 from rows where log = 0 and markings is null limit 1`).length > 0;
}

export async function writeRows(tx: Tx, rows: readonly StateRow[]): Promise<void> {
  if (rows.length === 0) return;
  const column = <K extends keyof StateRow>(name: K): StateRow[K][] => rows.map((row) => row[name]);
  // Names of markings hold no blank.
  const markings = rows.map((row) => row.markings.join(' '));
  await tx`insert into rows (log, register, subject, state, own, other, markings)
    select 0, register, subject, state, own, other, string_to_array(markings, ' ')
    from unnest(${column('register')}::text[], ${column('subject')}::text[], ${column('state')}::text[],
      ${column('own')}::bigint[], ${column('other')}::bigint[], ${markings}::text[])
      as given (register, subject, state, own, other, markings)
    on conflict (log, register, subject)
    do update set state = excluded.state, own = excluded.own, other = excluded.other, markings = excluded.markings`;
}

/** Forgets rows of subjects of which nothing is known any more. */
export async function dropRows(tx: Tx, rows: readonly Pick<StateRow, 'register' | 'subject'>[]): Promise<void> {
  if (rows.length === 0) return;
  await tx`delete from rows r using unnest(${rows.map((row) => row.register)}::text[],
    ${rows.map((row) => row.subject)}::text[]) as gone (register, subject)
    where r.log = 0 and r.register = gone.register and r.subject = gone.subject`;
}

/** Forgets of which subjects an entry spoke: it counts for nothing any more. */
export async function dropSubjects(tx: Tx, log: LogNumber, idx: number): Promise<void> {
  await tx`delete from subjects where log = ${log} and idx = ${idx}`;
}

export async function writeSubjects(tx: Tx, rows: readonly SubjectRow[]): Promise<void> {
  if (rows.length === 0) return;
  const column = <K extends keyof SubjectRow>(name: K): SubjectRow[K][] => rows.map((row) => row[name]);
  await tx`insert into subjects (log, register, subject, idx)
    select * from unnest(${column('log')}::smallint[], ${column('register')}::text[], ${column('subject')}::text[],
      ${column('idx')}::bigint[]) on conflict do nothing`;
}

/** The entries folded into a subject, with their body parts. */
export async function readSubject(
  sql: Asking,
  register: string,
  subject: string,
): Promise<readonly (EntryRow & { readonly part: Uint8Array | null })[]> {
  return await sql<(EntryRow & { part: Uint8Array | null })[]>`
    select e.*, p.bytes as part from subjects s
    join entries e on e.log = s.log and e.idx = s.idx
    left join parts p on p.log = s.log and p.idx = s.idx and p.name = 'body'
    where s.log in (0, 1) and s.register = ${register} and s.subject = ${subject} order by s.log, s.idx`;
}

/** Entries `[start, end)` of a log that are not contested, in order, each with its body: all that folding needs. */
export async function readFoldable(
  sql: Asking,
  log: LogNumber,
  start: number,
  end: number,
): Promise<readonly (Pick<EntryRow, 'idx' | 'bytes' | 'seen'> & { readonly part: Uint8Array | null })[]> {
  return await sql<(Pick<EntryRow, 'idx' | 'bytes' | 'seen'> & { part: Uint8Array | null })[]>`
    select e.idx, e.bytes, e.seen, p.bytes as part from entries e
    left join parts p on p.log = e.log and p.idx = e.idx and p.name = 'body'
    where e.log = ${log} and e.idx >= ${start} and e.idx < ${end} and e.contested is null
    and e.kind is distinct from ${NOTED} order by e.idx`;
}

export async function latestDigest(sql: Asking): Promise<DigestRow | undefined> {
  const [row] = await sql<DigestRow[]>`
    select * from digests where log = 0 order by own + other desc, own desc limit 1`;
  return row;
}

export async function digestAt(sql: Asking, own: number, other: number): Promise<DigestRow | undefined> {
  const [row] = await sql<DigestRow[]>`select * from digests where log = 0 and own = ${own} and other = ${other}`;
  return row;
}

/** The newest comparison made with the counterpart's digest. */
export async function latestComparison(sql: Asking): Promise<DigestRow | undefined> {
  const [row] = await sql<DigestRow[]>`select * from digests where log = 0 and theirs is not null
    order by own + other desc, own desc limit 1`;
  return row;
}

export async function writeDigest(
  sql: Asking,
  own: number,
  other: number,
  digest: Uint8Array,
  at: Date,
): Promise<void> {
  await sql`insert into digests (log, own, other, digest, at) values (0, ${own}, ${other}, ${digest}, ${at})
    on conflict (log, own, other) do update set digest = excluded.digest`;
}

export async function writeComparison(sql: Asking, row: DigestRow): Promise<void> {
  await sql`update digests set theirs = ${row.theirs}, at = ${row.at}, first_register = ${row.first_register},
    first_subject = ${row.first_subject} where log = 0 and own = ${row.own} and other = ${row.other}`;
}

/** Digests kept of whatever state: the newest. */
const DIGESTS_KEPT = 256;

/**
 * Forgets digests: kept are the newest, of each day the last that agreed, and every one that diverges. Gives how many
 * went.
 */
export async function pruneDigests(sql: Asking, kept = DIGESTS_KEPT): Promise<number> {
  const gone = await sql`delete from digests d using (select own, other, theirs is not distinct from digest as agrees,
      theirs is not null and theirs <> digest as diverges,
      row_number() over (order by own + other desc, own desc) as nth,
      row_number() over (partition by (at at time zone 'UTC')::date, theirs is not distinct from digest
        order by own + other desc, own desc) as of_day
      from digests where log = 0) k
    where d.log = 0 and d.own = k.own and d.other = k.other
    and k.nth > ${kept} and not k.diverges and not (k.agrees and k.of_day = 1)`;
  return gone.count;
}

/** Forgets everything that rebuild makes again. */
export async function clearRegisters(tx: Tx): Promise<void> {
  await tx`delete from rows where log = 0`;
  await tx`delete from subjects where log in (0, 1)`;
  await tx`delete from digests where log = 0`;
}
