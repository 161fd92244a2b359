// Rebuilding: every register made again from the entries and parts, byte for byte what it was.
import type { Keeper } from './keeper.ts';
import { toFolded } from './store/acts.ts';
import { type Sql, transaction } from './store/database.ts';
import { type LogRow, NOTED, OTHER, OWN, readEntries, readBodies, readLogs } from './store/record.ts';
import { clearRegisters } from './store/registers.ts';

/**
 * Goes back to the first entry of the counterpart that was kept for a kind not known then and known now: from there on
 * everything is judged anew. Gives whether there was one; the registers must be rebuilt then.
 */
export async function reconsiderKinds(sql: Sql, known: readonly string[]): Promise<boolean> {
  return await transaction(sql, async (tx) => {
    await readLogs(tx, true);
    const [first] = await tx<{ idx: number }[]>`select idx from entries where log = ${OTHER}
      and contested = 'kind-unknown' and kind = any(${[...known]}::text[]) order by idx limit 1`;
    if (first === undefined) return false;
    const [before] = await readEntries(tx, OTHER, first.idx - 1, first.idx);
    await tx`update logs set folded = ${first.idx}, seen = ${before?.seen ?? 0} where log = ${OTHER}`;
    await tx`update entries set contested = null where log = ${OTHER} and idx >= ${first.idx} and rejected_by is null`;
    await tx`update entries set contested = null, rejected_by = null
      where log = ${OWN} and rejected_by >= ${first.idx}`;
    return true;
  });
}

/** Entries read at once. */
const STEP = 512;

/**
 * Forgets all rows and folds both logs again, in one transaction: a reader sees the old registers or the new ones.
 * What the node did not accept stays contested. Gives the number of entries folded.
 */
export async function rebuildRegisters(
  sql: Sql,
  keeper: Keeper,
  sides: readonly [string, string],
  now: Date,
): Promise<number> {
  keeper.forget();
  const outcome = await transaction(sql, async (tx) => {
    const logs = await readLogs(tx, true);
    await clearRegisters(tx);
    const bare: readonly [LogRow, LogRow] = [
      { ...logs[OWN], folded: 0 },
      { ...logs[OTHER], folded: 0 },
    ];
    const keeping = await keeper.open(tx, bare);
    let folded = 0;
    for (const log of [OWN, OTHER] as const) {
      for (let start = 0; start < logs[log].folded; start += STEP) {
        const entries = await readEntries(tx, log, start, Math.min(start + STEP, logs[log].folded));
        const bodies = await readBodies(
          tx,
          log,
          entries.map((entry) => entry.idx),
        );
        for (const entry of entries.filter((one) => one.contested === null && one.kind !== NOTED)) {
          await keeping.fold(toFolded(entry, sides[log], bodies.get(entry.idx)), log);
          folded += 1;
        }
      }
    }
    await keeping.flush(logs[OWN].folded, logs[OTHER].folded, now);
    return { keeping, folded };
  });
  outcome.keeping.committed();
  return outcome.folded;
}
