// Cosignatures in tables: who vouched for which checkpoint of which log, and which checkpoints have a quorum of them.
import type { Asking } from './database.ts';
import type { LogNumber } from './record.ts';

/** In which capacity a key cosigns: the other node's witness, its mirror, a witness of neither side. */
export type CosignerRole = 'witness' | 'mirror' | 'third';

export interface CosignatureRow {
  readonly log: LogNumber;
  readonly size: number;
  readonly role: CosignerRole;
  readonly signer: string;
  readonly line: string;
  readonly at: Date;
}

/** Whose cosignatures make a checkpoint of a log good enough to be given out: names of keys. */
export interface Quorum {
  /** Every one of these; or every one of those that were before them, and so on. */
  readonly either: readonly (readonly string[])[];
  /** And as many of those as this. */
  readonly some: readonly string[];
  readonly least: number;
}

export async function insertCosignatures(sql: Asking, rows: readonly CosignatureRow[]): Promise<void> {
  for (const row of rows) {
    await sql`insert into cosignatures ${sql({ ...row }, 'log', 'size', 'role', 'signer', 'line', 'at')}
      on conflict do nothing`;
  }
}

/** The newest cosignature of each role over a log. */
export async function latestCosignatures(sql: Asking, log: LogNumber): Promise<readonly CosignatureRow[]> {
  // Each signer is found by a step into the index, not by going over all that were ever held.
  return await sql<CosignatureRow[]>`with recursive signers as (
      (select role, signer from cosignatures where log = ${log} order by role, signer limit 1)
      union all
      select after.role, after.signer from signers cross join lateral (
        select role, signer from cosignatures where log = ${log} and (role, signer) > (signers.role, signers.signer)
        order by role, signer limit 1) as after)
    select newest.* from signers cross join lateral (
      select * from cosignatures c where c.log = ${log} and c.role = signers.role and c.signer = signers.signer
      order by c.size desc limit 1) as newest order by newest.role, newest.signer`;
}

/** The earliest cosignature of each role that covers entry `idx` of a log. */
export async function coveringCosignatures(
  sql: Asking,
  log: LogNumber,
  idx: number,
): Promise<readonly CosignatureRow[]> {
  return await sql<CosignatureRow[]>`select c.* from (values ('mirror'), ('third'), ('witness')) as of (role)
    cross join lateral (select * from cosignatures k where k.log = ${log} and k.role = of.role and k.size > ${idx}
      order by k.size, k.signer limit 1) as c order by c.role`;
}

/** All cosignatures over the checkpoint of one size. */
export async function cosignaturesAt(sql: Asking, log: LogNumber, size: number): Promise<readonly CosignatureRow[]> {
  return await sql<CosignatureRow[]>`select * from cosignatures where log = ${log} and size = ${size}
    order by role, signer`;
}

/** Sizes above `idx` whose checkpoint has the quorum: the first of them, or the last. */
async function sizeWith(
  sql: Asking,
  log: LogNumber,
  { either, some, least }: Quorum,
  idx: number,
  order: 'asc' | 'desc',
): Promise<number | undefined> {
  const whole = either.map((names) => sql`of.signers @> ${[...names]}::text[]`);
  const any = whole.slice(1).reduce((one, other) => sql`${one} or ${other}`, whole[0] ?? sql`true`);
  const way = order === 'asc' ? sql`asc` : sql`desc`;
  // One size after the other along the index, until one has it: not all that were ever cosigned.
  const [row] = await sql<{ size: number }[]>`select s.size
    from (select distinct size from cosignatures where log = ${log} and size > ${idx} order by size ${way}) as s
    cross join lateral (select array_agg(c.signer) as signers,
      count(*) filter (where c.signer = any(${[...some]}::text[])) as some
      from cosignatures c where c.log = ${log} and c.size = s.size) as of
    where (${any}) and of.some >= ${least} order by s.size ${way} limit 1`;
  return row?.size;
}

/** The smallest size of a checkpoint with that quorum that covers entry `idx`. */
export async function firstWith(sql: Asking, log: LogNumber, of: Quorum, idx: number): Promise<number | undefined> {
  return await sizeWith(sql, log, of, idx, 'asc');
}

/** The largest size of a checkpoint with that quorum. */
export async function newestWith(sql: Asking, log: LogNumber, of: Quorum): Promise<number | undefined> {
  return await sizeWith(sql, log, of, 0, 'desc');
}
