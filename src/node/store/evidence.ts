// Evidence in tables: signed notes of one log that contradict each other, kept as they came.
import type { Asking } from './database.ts';
import type { LogNumber } from './record.ts';

/** Pieces of evidence kept of one log, at most: a counterpart that floods must not fill the disk. */
const EVIDENCE_LIMIT = 100;

/** What was held and what was given, each a signed note byte for byte. `what` is a word of the record's own. */
export interface Evidence {
  readonly log: LogNumber;
  readonly what: 'fork' | 'rollback' | 'unproven' | 'closed';
  readonly held: Uint8Array;
  readonly given: Uint8Array;
  readonly at: Date;
}

/** Keeps it, once. */
export async function keepEvidence(sql: Asking, { log, what, held, given, at }: Evidence): Promise<void> {
  await sql`insert into evidence (log, n, what, held, given, at)
    select ${log}, (select count(*) from evidence where log = ${log}), ${what}, ${held}, ${given}, ${at}
    where (select count(*) from evidence where log = ${log}) < ${EVIDENCE_LIMIT}
    and not exists (select 1 from evidence where log = ${log} and held = ${held} and given = ${given})
    on conflict do nothing`;
}

export async function readEvidence(sql: Asking): Promise<readonly Evidence[]> {
  return await sql<Evidence[]>`select log, what, held, given, at from evidence where log in (0, 1) order by log, n`;
}
