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
  /** Every mirror key of these; or every one of those that were before them, and so on. */
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

/** Above every size there is. */
const NO_SIZE = Number.MAX_SAFE_INTEGER;

/**
 * The first size beyond `start` whose checkpoint all keys of one generation have cosigned, and enough of the third
 * parties: upwards, or downwards. One size after the other along the index of one signer, a step at a time: asked for
 * all sizes in order, a database may sort every one that was ever cosigned.
 */
async function sizeWithAll(
  sql: Asking,
  log: LogNumber,
  names: readonly string[],
  { some, least }: Quorum,
  way: 'up' | 'down',
  start: number,
): Promise<number | undefined> {
  const [first = ''] = names;
  const beyond = way === 'up' ? sql`>` : sql`<`;
  const order = way === 'up' ? sql`asc` : sql`desc`;
  const signed = sql`from cosignatures c where c.log = ${log} and c.role = 'mirror' and c.signer = ${first}`;
  const held = (signers: readonly string[]) => sql`(select count(*) from cosignatures k
    where k.log = ${log} and k.size = steps.size and k.signer = any(${[...signers]}::text[]))`;
  const [row] = await sql<{ size: number }[]>`with recursive steps as (
      (select c.size ${signed} and c.size ${beyond} ${start} order by c.size ${order} limit 1)
      union all
      select next.size from steps cross join lateral (
        select c.size ${signed} and c.size ${beyond} steps.size order by c.size ${order} limit 1) as next)
    select size from steps where ${held(names)} >= ${names.length} and ${held(some)} >= ${least} limit 1`;
  return row?.size;
}

/** The smallest size of a checkpoint with that quorum that covers entry `idx`. */
export async function firstWith(sql: Asking, log: LogNumber, of: Quorum, idx: number): Promise<number | undefined> {
  const sizes = await Promise.all(of.either.map(async (names) => await sizeWithAll(sql, log, names, of, 'up', idx)));
  return leastOf(sizes);
}

/** The largest size of a checkpoint with that quorum. */
export async function newestWith(sql: Asking, log: LogNumber, of: Quorum): Promise<number | undefined> {
  const below = of.either.map(async (names) => await sizeWithAll(sql, log, names, of, 'down', NO_SIZE));
  const sizes = (await Promise.all(below)).map((size) => (size === undefined ? undefined : -size));
  const least = leastOf(sizes);
  return least === undefined ? undefined : -least;
}

function leastOf(sizes: readonly (number | undefined)[]): number | undefined {
  const there = sizes.filter((size) => size !== undefined);
  return there.length === 0 ? undefined : Math.min(...there);
}
