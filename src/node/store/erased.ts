// Erasures in tables: which acts have lost their parts here, and the deleting itself, wherever parts are kept.
import { ERASES, PARTS_ERASED } from '../../act/kinds.ts';
import { BODY_PART } from '../../act/part.ts';
import type { Asking, Sql, Tx } from './database.ts';
import { type EntryRow, findAct, type LogNumber, OTHER, OWN } from './record.ts';
import { forgetFound } from './found.ts';

/** Why, as acts say it. */
export type Because = 'kept-until' | 'recalled';

export interface ErasedRow {
  readonly log: LogNumber;
  readonly idx: number;
  readonly act: string;
  readonly because: Because;
  readonly parts: number;
  readonly at: Date;
  readonly told: boolean;
  readonly scrubbed: boolean;
}

/** All that was erased here, oldest first. */
export async function readErased(sql: Asking): Promise<readonly ErasedRow[]> {
  return await sql<ErasedRow[]>`select * from erased where log in (${OWN}, ${OTHER}) order by at, log, idx`;
}

/** The same, each with the index of the own act that says so; null where none stands yet. */
export async function readErasedSaid(sql: Asking): Promise<readonly (ErasedRow & { readonly said: number | null })[]> {
  return await sql<(ErasedRow & { said: number | null })[]>`select d.*, (select min(r.idx) from referring r
      where r.log = ${OWN} and r.target = d.act and r.role = ${ERASES}) as said
    from erased d where d.log in (${OWN}, ${OTHER}) order by d.at, d.log, d.idx`;
}

/** Entries `[start, end)` of a log whose parts were erased here: their indexes and acts. */
export async function erasedBetween(
  sql: Asking,
  log: LogNumber,
  start: number,
  end: number,
): Promise<ReadonlyMap<number, string>> {
  const rows = await sql<{ idx: number; act: string }[]>`
    select idx, act from erased where log = ${log} and idx >= ${start} and idx < ${end}`;
  return new Map(rows.map(({ idx, act }) => [idx, act]));
}

/** Entries of the counterpart, from `start` below `end`, in which its node says that it has erased parts. */
export async function erasuresHeld(sql: Asking, start: number, end: number): Promise<readonly EntryRow[]> {
  return await sql<EntryRow[]>`select * from entries where log = ${OTHER} and kind = ${PARTS_ERASED.id}
    and idx >= ${start} and idx < ${end} order by idx`;
}

/** Which of these acts the node of the log `by` says to have erased the parts of, in an act that stands. */
export async function saidErased(
  sql: Asking,
  by: LogNumber,
  acts: readonly string[],
): Promise<ReadonlySet<string>> {
  if (acts.length === 0) return new Set();
  const rows = await sql<{ target: string }[]>`select r.target from referring r
    join entries e on e.log = r.log and e.idx = r.idx and e.kind = ${PARTS_ERASED.id} and e.contested is null
    where r.log = ${by} and r.role = ${ERASES} and r.target = any(${[...acts]}::text[])`;
  return new Set(rows.map(({ target }) => target));
}

/** Every act that the own node has said to have erased the parts of. */
export async function ownErasures(sql: Asking): Promise<readonly string[]> {
  const rows = await sql<{ target: string }[]>`select r.target from referring r
    join entries e on e.log = r.log and e.idx = r.idx and e.kind = ${PARTS_ERASED.id} and e.contested is null
    where r.log = ${OWN} and r.role = ${ERASES}`;
  return rows.map(({ target }) => target);
}

/**
 * Deletes every part of an act but its body, with its salt, and what drafts and sheets hold of it. Gives how many
 * parts there were.
 */
async function deleteParts(tx: Tx, { log, idx, act }: Pick<ErasedRow, 'log' | 'idx' | 'act'>): Promise<number> {
  await forgetFound(tx, log, idx);
  const gone = await tx`delete from parts where log = ${log} and idx = ${idx} and name <> ${BODY_PART}`;
  await tx`update drafts set typed = '{}', sealed = null, sealed_reason = null,
    parts = (select coalesce(jsonb_agg(one), '[]')
      from jsonb_array_elements(parts) as one where one ->> 'name' = ${BODY_PART})
    where log = 0 and act = ${act}`;
  await tx`delete from sheets where act = ${act}`;
  // The files go once this is durable: see src/node/files.ts.
  await tx`delete from chunks where log = ${log} and idx = ${idx}`;
  return gone.count;
}

/** Erases the parts of an act, once; undefined where there is no such act here, or they were erased before. */
export async function eraseParts(
  tx: Tx,
  act: string,
  because: Because,
  at: Date,
): Promise<Omit<ErasedRow, 'told' | 'scrubbed'> | undefined> {
  const entry = await findAct(tx, act);
  if (entry === undefined) return undefined;
  const { log, idx } = entry;
  const parts = await deleteParts(tx, { log, idx, act });
  const kept = await tx`insert into erased (log, idx, act, because, parts, at, told, scrubbed)
    values (${log}, ${idx}, ${act}, ${because}, ${parts}, ${at}, false, false) on conflict do nothing`;
  return kept.count === 1 ? { log, idx, act, because, parts, at } : undefined;
}

/** The counterpart erased the parts of its own entry before they came: there is nothing here to erase. */
export async function noteNeverCame(
  tx: Tx,
  { idx, act }: Pick<EntryRow, 'idx' | 'act'>,
  keepUntil: string | undefined,
  at: Date,
): Promise<void> {
  const because: Because = (keepUntil ?? '9999') < at.toISOString().slice(0, 10) ? 'kept-until' : 'recalled';
  await tx`insert into erased (log, idx, act, because, parts, at, told, scrubbed)
    values (${OTHER}, ${idx}, ${act}, ${because}, 0, ${at}, false, true) on conflict do nothing`;
}

/**
 * Erases anew what came back, as out of a backup: all ever erased, by the table, by the own log, and by `acts`.
 * Gives the acts of which something had come back.
 */
export async function eraseAgain(tx: Tx, acts: readonly string[], at: Date): Promise<readonly string[]> {
  const said = new Set(await ownErasures(tx));
  const known = (await readErased(tx)).map(({ act }) => act);
  const back: string[] = [];
  for (const act of new Set([...known, ...said, ...acts])) {
    const entry = await findAct(tx, act);
    if (entry === undefined) continue;
    const { log, idx } = entry;
    if ((await deleteParts(tx, { log, idx, act })) > 0) back.push(act);
    const told = said.has(act);
    await tx`insert into erased (log, idx, act, because, parts, at, told, scrubbed)
      values (${log}, ${idx}, ${act}, 'recalled', 0, ${at}, ${told}, false)
      on conflict (log, idx) do update set told = erased.told or ${told},
        scrubbed = case when ${back.includes(act)} then false else erased.scrubbed end`;
  }
  return back;
}

export async function markTold(tx: Tx, { log, idx }: Pick<ErasedRow, 'log' | 'idx'>): Promise<void> {
  await tx`update erased set told = true where log = ${log} and idx = ${idx}`;
}

export async function markScrubbed(sql: Sql): Promise<void> {
  await sql`update erased set scrubbed = true where log in (${OWN}, ${OTHER})`;
}
