// Chunks in tables: which acts need which, which of them are here, and which a draft still holds.
import type { NamedChunk } from '../../act/file.ts';
import type { Asking, Tx } from './database.ts';
import { type LogNumber, OTHER } from './record.ts';

/** A chunk that an act needs. */
export interface ChunkRow extends NamedChunk {
  readonly log: LogNumber;
  readonly idx: number;
  readonly n: number;
  readonly here: boolean;
}

/** In which order chunks are asked for: by entry, and within it by number. */
export interface ChunkPlace {
  readonly idx: number;
  readonly n: number;
}

/**
 * Chunks of a log that are not here, from a place on: of the counterpart's only those of acts that were judged and
 * stand.
 */
export async function lackingChunks(
  sql: Asking,
  log: LogNumber,
  { idx, n }: ChunkPlace,
  limit: number,
): Promise<readonly ChunkRow[]> {
  return await sql<ChunkRow[]>`select c.* from chunks c
    join entries e on e.log = c.log and e.idx = c.idx and e.contested is null
    where c.log = ${log} and not c.here and (c.idx, c.n) >= (${idx}, ${n})
    and c.idx < (select folded from logs where log = ${log}) order by c.idx, c.n limit ${limit}`;
}

/** The chunk of that name which acts of the counterpart need, held until the transaction ends. */
export async function neededChunk(tx: Tx, sha256: string): Promise<ChunkRow | undefined> {
  const [row] = await tx<ChunkRow[]>`select c.* from chunks c
    join entries e on e.log = c.log and e.idx = c.idx and e.contested is null
    where c.log = ${OTHER} and c.sha256 = ${sha256} and c.idx < (select folded from logs where log = ${OTHER})
    order by c.idx, c.n limit 1 for update of c`;
  return row;
}

/** Rows that name a chunk, of either log, with the acts. */
export async function chunksNamed(
  sql: Asking,
  sha256: string,
): Promise<readonly (ChunkRow & { readonly act: string })[]> {
  return await sql<(ChunkRow & { act: string })[]>`select c.*, e.act from chunks c
    join entries e on e.log = c.log and e.idx = c.idx where c.log in (0, 1) and c.sha256 = ${sha256}`;
}

/** Whether chunks of that name lie here. */
export async function markHere(sql: Asking, names: readonly string[], here: boolean): Promise<void> {
  await sql`update chunks set here = ${here} where log in (0, 1) and sha256 = any(${[...names]}::text[])`;
}

/** Whether either log has an act with chunks. */
export async function hasChunks(sql: Asking, log: LogNumber): Promise<boolean> {
  return (await sql`select 1 from chunks where log = ${log} limit 1`).length > 0;
}

/** How many chunks the file of an entry has, and how many of them are here; undefined where it has none. */
export async function countChunks(
  sql: Asking,
  log: LogNumber,
  idx: number,
): Promise<{ readonly pieces: number; readonly here: number } | undefined> {
  const [row] = await sql<{ pieces: number; here: number }[]>`select count(*) as pieces,
    count(*) filter (where here) as here from chunks where log = ${log} and idx = ${idx}`;
  return row === undefined || row.pieces === 0 ? undefined : row;
}

/** Chunk number `n` of an entry. */
export async function chunkAt(sql: Asking, log: LogNumber, idx: number, n: number): Promise<ChunkRow | undefined> {
  const [row] = await sql<ChunkRow[]>`select * from chunks where log = ${log} and idx = ${idx} and n = ${n}`;
  return row;
}

/** How many chunks of acts that stand are not here. */
export async function countLacking(sql: Asking): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*) from chunks c
    join entries e on e.log = c.log and e.idx = c.idx and e.contested is null where c.log in (0, 1) and not c.here`;
  return row?.count ?? 0;
}

/** How many chunks the files of entries `[start, end)` of a log have. */
export async function countNamed(sql: Asking, log: LogNumber, start: number, end: number): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*) from chunks
    where log = ${log} and idx >= ${start} and idx < ${end}`;
  return row?.count ?? 0;
}

/** Every name that lies here, or should, in steps of `limit`: those after `after`, in order. */
export async function namesAfter(
  sql: Asking,
  after: string,
  limit: number,
): Promise<readonly { readonly sha256: string; readonly here: boolean }[]> {
  return await sql<{ sha256: string; here: boolean }[]>`select sha256, bool_or(here) as here from (
      (select sha256, here from chunks where log in (0, 1) and sha256 > ${after})
      union all (select sha256, true from staged where log = 0 and sha256 > ${after})) as named
    group by 1 order by 1 limit ${limit}`;
}

/** Which of these names an act or a draft needs. */
export async function needed(sql: Asking, names: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await sql<{ sha256: string }[]>`
    select sha256 from chunks where log in (0, 1) and sha256 = any(${[...names]}::text[])
    union select sha256 from staged where log = 0 and sha256 = any(${[...names]}::text[])`;
  return new Set(rows.map(({ sha256 }) => sha256));
}

/** Which of these names an act needs and are not known to be here. */
export async function notHere(sql: Asking, names: readonly string[]): Promise<readonly string[]> {
  const rows = await sql<{ sha256: string }[]>`select distinct sha256 from chunks
    where log in (0, 1) and not here and sha256 = any(${[...names]}::text[])`;
  return rows.map(({ sha256 }) => sha256);
}

/** Chunks of a log that lie here, in steps: those of entries from a place on. */
export async function chunksHere(
  sql: Asking,
  log: LogNumber,
  { idx, n }: ChunkPlace,
  limit: number,
): Promise<readonly ChunkRow[]> {
  return await sql<ChunkRow[]>`select * from chunks where log = ${log} and here and (idx, n) >= (${idx}, ${n})
    order by idx, n limit ${limit}`;
}

/** A draft holds these chunks until it becomes an act or is given up. */
export async function stageChunks(tx: Tx, draft: string, chunks: readonly NamedChunk[]): Promise<void> {
  await tx`insert into staged (log, draft, n, sha256)
    select 0, ${draft}, n - 1, sha256 from unnest(${chunks.map(({ sha256 }) => sha256)}::text[])
      with ordinality as given (sha256, n)`;
}
