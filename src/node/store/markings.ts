// Markings in tables: under which of them entries stand, each kept once.
import type { Asking } from './database.ts';
import { together } from './together.ts';

/** A marking as kept: its name, and what it says, in canonical JSON. */
export interface MarkingRow {
  readonly id: string;
  readonly text: string;
}

export async function readMarkings(sql: Asking): Promise<readonly MarkingRow[]> {
  return await sql<MarkingRow[]>`select id, marked as text from markings where log = 0`;
}

/** The same, once for all who look in the same turn. */
export const markingsTogether = together(readMarkings);

/** Which of these acts stand here, and under none of the markings. */
export async function actsBeyond(
  sql: Asking,
  acts: readonly string[],
  markings: readonly string[],
): Promise<readonly string[]> {
  const rows = await sql<{ act: string }[]>`select distinct act from entries where log in (0, 1)
    and act = any(${[...acts]}::text[]) and (marking is null or marking <> all(${[...markings]}::text[]))`;
  return rows.map(({ act }) => act);
}

/** Keeps markings; those that are there already stay. */
export async function keepMarkings(tx: Asking, rows: readonly (MarkingRow | null)[]): Promise<void> {
  const fresh = new Map(rows.flatMap((row) => (row === null ? [] : [[row.id, row.text] as const])));
  if (fresh.size === 0) return;
  await tx`insert into markings (log, id, marked)
    select 0, * from unnest(${[...fresh.keys()]}::text[], ${[...fresh.values()]}::text[]) on conflict do nothing`;
}
