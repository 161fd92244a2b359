// Marking: gives their markings to entries that were kept before there were any.
import { spoken } from './delivery.ts';
import { type Sql, transaction } from './store/database.ts';
import { keepMarkings } from './store/markings.ts';
import { type LogNumber, NOTED } from './store/record.ts';
import { hasUnmarked } from './store/registers.ts';

/** Entries marked in one transaction. */
const STEP = 512;

/**
 * Marks every act that has no marking yet; until then nobody is shown it. Gives whether a row of a register was folded
 * before there were markings: then the registers must be rebuilt.
 */
export async function markEntries(sql: Sql): Promise<boolean> {
  for (;;) {
    const some = await sql<{ log: LogNumber; idx: number; bytes: Uint8Array }[]>`select log, idx, bytes from entries
      where log in (0, 1) and marking is null and kind is not null and kind <> ${NOTED}
      order by log, idx limit ${STEP}`;
    if (some.length === 0) return await hasUnmarked(sql);
    const markings = some.map(({ log, idx, bytes }) => {
      const { marking } = spoken(bytes);
      if (marking === null) throw new Error(`marking: entry ${idx} of log ${log} has a kind and is no act`);
      return marking;
    });
    await transaction(sql, async (tx) => {
      await keepMarkings(tx, markings);
      const [logs, places] = [some.map(({ log }) => log), some.map(({ idx }) => idx)];
      const names = markings.map(({ id }) => id);
      const given = tx`unnest(${logs}::smallint[], ${places}::bigint[], ${names}::text[]) as given (log, idx, marking)`;
      await tx`update entries e set marking = given.marking from ${given}
        where e.log = given.log and e.idx = given.idx`;
      await tx`update spoken_under s set marking = given.marking from ${given}
        where s.log = given.log and s.idx = given.idx`;
    });
  }
}
