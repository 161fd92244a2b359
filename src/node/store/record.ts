// The record in tables: entries, tiles, parts, checkpoints of both logs.
import { RECORD_REJECTED, REJECTS } from '../../act/kinds.ts';
import type { RefusalCode } from '../../act/refusal.ts';
import { insertChunks } from './chunkparts.ts';
import type { Asking, Tx } from './database.ts';
import { keepMarkings, type MarkingRow } from './markings.ts';
import { together } from './together.ts';

/** Log 0 is this node's own, log 1 its copy of the counterpart's. */
export const OWN = 0;
export const OTHER = 1;
export type LogNumber = typeof OWN | typeof OTHER;

/** What stands as the kind of an entry that is no act but notes a checkpoint of the other log. */
export const NOTED = 'checkpoint';

export interface LogRow {
  readonly log: LogNumber;
  readonly side: string;
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly edge: Uint8Array;
  readonly seen: number;
  readonly folded: number;
}

export interface EntryRow {
  readonly log: LogNumber;
  readonly idx: number;
  readonly act: string;
  readonly bytes: Uint8Array;
  readonly leaf: Uint8Array;
  readonly seen: number;
  readonly at: Date;
  /** Null where the act could not be read: such an entry of the counterpart is kept all the same. */
  readonly body: string | null;
  readonly kind: string | null;
  readonly number: string | null;
  readonly contested: RefusalCode | null;
  /** Index in the other log of the act that rejects it. Undefined where the row is about to be written. */
  readonly rejected_by?: number | null;
  /** Name of the marking it stands under; null where it is no act. */
  readonly marking: string | null;
}

/** An entry about to be written, with its marking in full. */
export interface NewEntry extends Omit<EntryRow, 'marking'> {
  readonly marking: MarkingRow | null;
}

export interface PartRow {
  readonly log: LogNumber;
  readonly idx: number;
  readonly name: string;
  readonly salt: Uint8Array;
  readonly bytes: Uint8Array;
  /** Null where the part is kept as it came; see src/node/vault.ts. */
  readonly ring: 'B' | 'C' | null;
}

export interface CheckpointRow {
  readonly log: LogNumber;
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: Uint8Array;
  readonly at: Date;
}

/** Both logs as they stand; with `lock`, held until the transaction ends, so that one writer at a time decides. */
export async function readLogs(sql: Asking, lock = false): Promise<readonly [LogRow, LogRow]> {
  const rows = lock
    ? await sql<LogRow[]>`select * from logs order by log for update`
    : await sql<LogRow[]>`select * from logs order by log`;
  const [own, other] = rows;
  if (own === undefined || other === undefined) throw new Error('record: the logs are not founded');
  return [own, other];
}

/** The same without a lock, once for all who show something in the same turn. */
export const logsTogether = together(async (sql) => await readLogs(sql));

/** Founds both logs, empty, once. */
export async function foundLogs(
  sql: Asking,
  logs: readonly Pick<LogRow, 'log' | 'side' | 'origin' | 'root' | 'edge'>[],
) {
  for (const log of logs) {
    await sql`insert into logs (log, side, origin, size, root, edge, seen, folded)
      values (${log.log}, ${log.side}, ${log.origin}, 0, ${log.root}, ${log.edge}, 0, 0) on conflict do nothing`;
  }
}

/** Moves a log's head on, by compare-and-set: false where another writer was first. */
export async function moveHead(
  tx: Tx,
  from: LogRow,
  to: Pick<LogRow, 'size' | 'root' | 'edge' | 'seen' | 'folded'>,
): Promise<boolean> {
  const moved = await tx`update logs set size = ${to.size}, root = ${to.root}, edge = ${to.edge}, seen = ${to.seen},
    folded = ${to.folded} where log = ${from.log} and size = ${from.size} and folded = ${from.folded}`;
  return moved.count === 1;
}

/** Inserts entries in one statement, and the markings they bring in another. */
export async function insertEntries(tx: Tx, entries: readonly NewEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const column = <T>(of: (entry: NewEntry) => T): T[] => entries.map(of);
  const marked = keepMarkings(
    tx,
    column(({ marking }) => marking),
  );
  // The driver writes arrays of text alone without asking back; bytes travel as hexadecimal, instants as ISO text.
  const written = tx`insert into entries (log, idx, act, bytes, leaf, seen, at, body, kind, number, contested, marking)
    select log, idx, act, decode(bytes, 'hex'), decode(leaf, 'hex'), seen, at::timestamptz, body, kind, number,
      contested, marking
    from unnest(${column((entry) => entry.log)}::smallint[], ${column((entry) => entry.idx)}::bigint[],
      ${column((entry) => entry.act)}::text[], ${column((entry) => hex(entry.bytes))}::text[],
      ${column((entry) => hex(entry.leaf))}::text[], ${column((entry) => entry.seen)}::bigint[],
      ${column((entry) => entry.at.toISOString())}::text[], ${column((entry) => entry.body)}::text[],
      ${column((entry) => entry.kind)}::text[], ${column((entry) => entry.number)}::text[],
      ${column((entry) => entry.contested)}::text[], ${column(({ marking }) => marking?.id ?? null)}::text[])
      as given (log, idx, act, bytes, leaf, seen, at, body, kind, number, contested, marking)`;
  await Promise.all([marked, written]);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** What an entry says under and of, for finding it again. */
export interface EntryIndex {
  readonly log: LogNumber;
  readonly idx: number;
  readonly provisions: readonly string[];
  /** The name of its marking; null where it has none. */
  readonly marking: string | null;
  readonly re: readonly { readonly act: string; readonly role: string }[];
}

export async function insertIndexes(tx: Tx, entries: readonly EntryIndex[]): Promise<void> {
  const under = entries.flatMap(({ log, idx, provisions, marking }) =>
    [...new Set(provisions)].map((provision) => ({ log, idx, provision, marking })),
  );
  const of = entries.flatMap(({ log, idx, re }) => re.map(({ act, role }) => ({ log, idx, target: act, role })));
  const spoken = tx`insert into spoken_under (log, idx, provision, marking) select * from unnest(
    ${under.map((row) => row.log)}::smallint[], ${under.map((row) => row.idx)}::bigint[],
    ${under.map((row) => row.provision)}::text[], ${under.map((row) => row.marking)}::text[]) on conflict do nothing`;
  const referring = tx`insert into referring (log, idx, target, role) select * from unnest(
    ${of.map((row) => row.log)}::smallint[], ${of.map((row) => row.idx)}::bigint[],
    ${of.map((row) => row.target)}::text[], ${of.map((row) => row.role)}::text[]) on conflict do nothing`;
  await Promise.all([...(under.length > 0 ? [spoken] : []), ...(of.length > 0 ? [referring] : [])]);
}

/** Parts up to this size go in together; larger ones one by one, so that no statement is too long. Bytes. */
const SMALL_PART = 64 * 1024;

export async function insertParts(tx: Tx, parts: readonly PartRow[]): Promise<void> {
  const small = parts.filter((part) => part.bytes.length <= SMALL_PART);
  const large = parts.filter((part) => part.bytes.length > SMALL_PART);
  const alone = large.map(
    (part) => tx`insert into parts ${tx({ ...part }, 'log', 'idx', 'name', 'salt', 'bytes', 'ring')}
      on conflict do nothing`,
  );
  const together = tx`insert into parts (log, idx, name, salt, bytes, ring)
    select log, idx, name, decode(salt, 'hex'), decode(bytes, 'hex'), ring
    from unnest(${small.map((part) => part.log)}::smallint[], ${small.map((part) => part.idx)}::bigint[],
      ${small.map((part) => part.name)}::text[], ${small.map((part) => hex(part.salt))}::text[],
      ${small.map((part) => hex(part.bytes))}::text[], ${small.map((part) => part.ring)}::text[])
      as given (log, idx, name, salt, bytes, ring)
    on conflict do nothing`;
  await Promise.all([...alone, ...(small.length > 0 ? [together] : []), insertChunks(tx, parts)]);
}

export async function insertTiles(
  tx: Tx,
  log: LogNumber,
  tiles: readonly { readonly level: number; readonly index: number; readonly data: Uint8Array }[],
): Promise<void> {
  const rows = tiles.map(
    (tile) => tx`insert into tiles (log, level, n, data)
      values (${log}, ${tile.level}, ${tile.index}, ${tile.data}) on conflict do nothing`,
  );
  await Promise.all(rows);
}

export async function readTile(sql: Asking, log: LogNumber, level: number, n: number): Promise<Uint8Array | undefined> {
  const [row] = await sql<{ data: Uint8Array }[]>`
    select data from tiles where log = ${log} and level = ${level} and n = ${n}`;
  return row?.data;
}

/** Entries `[start, end)` of a log, in order. */
export async function readEntries(
  sql: Asking,
  log: LogNumber,
  start: number,
  end: number,
): Promise<readonly EntryRow[]> {
  return await sql<EntryRow[]>`
    select * from entries where log = ${log} and idx >= ${start} and idx < ${end} order by idx`;
}

export async function readLeaves(sql: Asking, log: LogNumber, start: number, end: number): Promise<Uint8Array[]> {
  const rows = await sql<{ leaf: Uint8Array }[]>`
    select leaf from entries where log = ${log} and idx >= ${start} and idx < ${end} order by idx`;
  return rows.map((row) => row.leaf);
}

/** The entry of that act id, in either log. */
export async function findAct(sql: Asking, act: string): Promise<EntryRow | undefined> {
  const [row] = await sql<EntryRow[]>`select * from entries where log in (0, 1) and act = ${act} order by log limit 1`;
  return row;
}

export async function readParts(sql: Asking, log: LogNumber, idx: number): Promise<readonly PartRow[]> {
  return await sql<PartRow[]>`select * from parts where log = ${log} and idx = ${idx} order by name`;
}

/** Which parts of these entries are held, each written `index name`. */
export async function partsThere(
  sql: Asking,
  log: LogNumber,
  indexes: readonly number[],
): Promise<ReadonlySet<string>> {
  const rows = await sql<{ idx: number; name: string }[]>`
    select idx, name from parts where log = ${log} and idx = any(${[...indexes]}::bigint[])`;
  return new Set(rows.map(({ idx, name }) => `${idx} ${name}`));
}

/** The parts of entries `[start, end)` of a log, by index. */
export async function readPartsOf(
  sql: Asking,
  log: LogNumber,
  start: number,
  end: number,
): Promise<ReadonlyMap<number, readonly PartRow[]>> {
  const rows = await sql<PartRow[]>`select * from parts where log = ${log} and idx >= ${start} and idx < ${end}
    order by idx, name`;
  return Map.groupBy(rows, (row) => row.idx);
}

/** What this node made of an entry of the counterpart. */
export interface VerdictRow {
  readonly idx: number;
  readonly seen: number;
  readonly contested: RefusalCode | null;
}

export async function writeVerdicts(tx: Tx, verdicts: readonly VerdictRow[]): Promise<void> {
  if (verdicts.length === 0) return;
  await tx`update entries e set seen = given.seen, contested = given.contested
    from unnest(${verdicts.map((one) => one.idx)}::bigint[], ${verdicts.map((one) => one.seen)}::bigint[],
      ${verdicts.map((one) => one.contested)}::text[]) as given (idx, seen, contested)
    where e.log = ${OTHER} and e.idx = given.idx`;
}

/**
 * Throws away the entries of a log from `to.size` on, with all that was kept of them. The registers must be rebuilt.
 */
export async function truncateLog(
  tx: Tx,
  log: LogNumber,
  to: Pick<LogRow, 'size' | 'root' | 'edge' | 'seen'>,
): Promise<void> {
  const { size } = to;
  await tx`update logs set size = ${size}, folded = ${size}, root = ${to.root}, edge = ${to.edge}, seen = ${to.seen}
    where log = ${log}`;
  await tx`delete from tiles where log = ${log} and (n + 1) * power(256, level + 1) > ${size}`;
  await tx`delete from entries where log = ${log} and idx >= ${size}`;
  await tx`delete from parts where log = ${log} and idx >= ${size}`;
  await tx`delete from chunks where log = ${log} and idx >= ${size}`;
  await tx`delete from spoken_under where log = ${log} and idx >= ${size}`;
  await tx`delete from referring where log = ${log} and idx >= ${size}`;
  await tx`delete from subjects where log = ${log} and idx >= ${size}`;
  await tx`delete from found where log = ${log} and idx >= ${size}`;
  await tx`update finding set idx = ${size} where log = ${log} and idx > ${size}`;
}

/** An entry of the counterpart that this node contests. */
export type Contested = Pick<EntryRow, 'idx' | 'act' | 'leaf' | 'kind'> & {
  readonly contested: RefusalCode;
  /** Its marking, in canonical JSON; null where it is no act. */
  readonly marked: string | null;
};

/** Entries of the counterpart, in order, that are contested for another reason than `but`, and not rejected yet. */
export async function unanswered(sql: Asking, but: RefusalCode, limit: number): Promise<readonly Contested[]> {
  return await sql<Contested[]>`select idx, act, leaf, kind, contested,
      (select m.marked from markings m where m.log = 0 and m.id = entries.marking) as marked
    from entries where log = ${OTHER} and contested is not null and contested <> ${but} and rejected_by is null
    and kind is distinct from ${RECORD_REJECTED.id}
    and not exists (select 1 from referring r where r.log = ${OWN} and r.target = entries.act and r.role = ${REJECTS})
    order by idx limit ${limit}`;
}

/** Index of the first of them. */
export async function firstUnanswered(sql: Asking, but: RefusalCode): Promise<number | undefined> {
  return (await unanswered(sql, but, 1))[0]?.idx;
}

/** The newest checkpoint of the counterpart of which every entry is folded here, and of at most `limit` entries. */
export async function newestFolded(
  sql: Asking,
  limit = Number.MAX_SAFE_INTEGER,
): Promise<Pick<CheckpointRow, 'size' | 'root' | 'note'> | undefined> {
  const [row] = await sql<Pick<CheckpointRow, 'size' | 'root' | 'note'>[]>`select size, root, note from checkpoints
    where log = ${OTHER} and size <= ${limit} and size <= (select folded from logs where log = ${OTHER})
    order by size desc limit 1`;
  return row;
}

/** How many acts a body has in the own log. */
export async function countOf(sql: Asking, body: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*) from entries where log = ${OWN} and body = ${body}`;
  return row?.count ?? 0;
}

/** Whether a log has an entry of that kind at `from` or after it. */
export async function hasKindFrom(sql: Asking, log: LogNumber, kind: string, from: number): Promise<boolean> {
  const rows = await sql`select 1 from entries where log = ${log} and kind = ${kind} and idx >= ${from} limit 1`;
  return rows.length > 0;
}

/** How many acts of a kind stand in the own log. */
export async function countOfKind(sql: Asking, kind: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*) from entries where log = ${OWN} and kind = ${kind}`;
  return row?.count ?? 0;
}

/** How much of the other log the last entry of a log before `idx` had seen, leaving out those of one kind. */
export async function seenBefore(sql: Asking, log: LogNumber, idx: number, but: string): Promise<number> {
  const [row] = await sql<{ seen: number }[]>`select seen from entries
    where log = ${log} and idx < ${idx} and kind is distinct from ${but} and kind is distinct from ${NOTED}
    order by idx desc limit 1`;
  return row?.seen ?? 0;
}

/** An entry is rejected by the act at index `by` of the other log, with that code. */
export async function markRejected(tx: Tx, log: LogNumber, idx: number, by: number, code: RefusalCode): Promise<void> {
  await tx`update entries set contested = ${code}, rejected_by = ${by} where log = ${log} and idx = ${idx}`;
}

/** The part `body` of many entries at once, by index. */
export async function readBodies(
  sql: Asking,
  log: LogNumber,
  indexes: readonly number[],
): Promise<ReadonlyMap<number, Uint8Array>> {
  if (indexes.length === 0) return new Map();
  const rows = await sql<{ idx: number; bytes: Uint8Array }[]>`
    select idx, bytes from parts where log = ${log} and name = 'body' and idx = any(${[...indexes]}::bigint[])`;
  return new Map(rows.map((row) => [row.idx, row.bytes]));
}

/** The entries of these act ids, in either log: where they stand and whether they are contested. */
export async function findActs(
  sql: Asking,
  acts: readonly string[],
): Promise<readonly Pick<EntryRow, 'log' | 'idx' | 'act' | 'contested'>[]> {
  if (acts.length === 0) return [];
  return await sql<Pick<EntryRow, 'log' | 'idx' | 'act' | 'contested'>[]>`
    select log, idx, act, contested from entries where log in (0, 1) and act = any(${[...acts]}::text[])`;
}

/** Which of these numbers, written `body number`, stand in accepted entries of a log before `idx`. */
export async function numbersUsed(
  sql: Asking,
  log: LogNumber,
  numbers: readonly string[],
  idx: number,
): Promise<ReadonlySet<string>> {
  if (numbers.length === 0) return new Set();
  const bodies = numbers.map((one) => one.slice(0, one.indexOf(' ')));
  const alone = numbers.map((one) => one.slice(one.indexOf(' ') + 1));
  // One look into the index for each: joined freely, a table of which nothing is known yet is read whole every time.
  const rows = await sql<{ body: string; number: string }[]>`select asked.body, asked.number
    from unnest(${bodies}::text[], ${alone}::text[]) as asked (body, number)
    cross join lateral (select 1 from entries e where e.log = ${log} and e.body = asked.body
      and e.number = asked.number and e.idx < ${idx} and e.contested is null limit 1) as used`;
  return new Set(rows.map((row) => `${row.body} ${row.number}`));
}

export async function insertCheckpoint(sql: Asking, row: CheckpointRow): Promise<void> {
  await sql`insert into checkpoints ${sql({ ...row }, 'log', 'size', 'root', 'note', 'at')} on conflict do nothing`;
}

/** The newest checkpoint of a log, or the newest of at most `size`. */
export async function latestCheckpoint(sql: Asking, log: LogNumber): Promise<CheckpointRow | undefined> {
  const [row] = await sql<CheckpointRow[]>`
    select * from checkpoints where log = ${log} order by size desc limit 1`;
  return row;
}

export async function checkpointAt(sql: Asking, log: LogNumber, size: number): Promise<CheckpointRow | undefined> {
  const [row] = await sql<CheckpointRow[]>`select * from checkpoints where log = ${log} and size = ${size}`;
  return row;
}
