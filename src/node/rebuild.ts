// Rebuilding: every register made again from the entries and parts, byte for byte what it was.
import { type FoldedAct, waitsFor } from '../act/register.ts';
import type { Keeper, Keeping } from './keeper.ts';
import { spoken } from './delivery.ts';
import { toFolded } from './store/acts.ts';
import { clearBorne, readBearing, remark } from './store/borne.ts';
import { type Sql, transaction, type Tx } from './store/database.ts';
import { type LogNumber, type LogRow, OTHER, OWN, readEntries, readLogs } from './store/record.ts';
import { clearRegisters, readFoldable } from './store/registers.ts';

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
/** Acts folded before what they made is written. */
const SPILL = 8 * STEP;

/** The acts of one log that count, in order; the next are asked for while those before them are folded. */
class Reading {
  /** The next act, once `fill` was awaited; undefined at the end. */
  head: FoldedAct | undefined;
  readonly log: LogNumber;
  readonly side: string;
  readonly #tx: Tx;
  readonly #size: number;
  #acts: readonly FoldedAct[] = [];
  #at = 0;
  #start = 0;
  #coming: ReturnType<typeof readFoldable>;

  constructor(tx: Tx, { log, side, folded }: LogRow) {
    this.log = log;
    this.side = side;
    this.#tx = tx;
    this.#size = folded;
    this.#coming = this.#ask();
  }

  #ask(): ReturnType<typeof readFoldable> {
    const end = Math.min(this.#start + STEP, this.#size);
    const coming = readFoldable(this.#tx, this.log, this.#start, end);
    this.#start = end;
    // Where folding fails first, nobody waits for these any more.
    coming.catch(() => undefined);
    return coming;
  }

  async fill(): Promise<void> {
    while (this.head === undefined) {
      this.head = this.#acts[this.#at++];
      if (this.head !== undefined) return;
      const entries = await this.#coming;
      const isLast = this.#start >= this.#size;
      if (entries.length === 0 && isLast) return;
      this.#coming = isLast ? Promise.resolve([]) : this.#ask();
      this.#acts = entries.map((entry) => toFolded(entry, this.side, entry.part));
      this.#at = 0;
    }
  }

  take(): FoldedAct {
    const act = this.head as FoldedAct;
    this.head = undefined;
    return act;
  }
}

/**
 * Forgets all rows and folds both logs again, in one transaction: a reader sees the old registers or the new ones.
 * Both are read at once and folded in the one order that acts have, so that hardly any subject is folded twice. What
 * the node did not accept stays contested. Gives the number of entries folded.
 */
export async function rebuildRegisters(sql: Sql, keeper: Keeper, now: Date): Promise<number> {
  keeper.forget();
  try {
    const outcome = await transaction(sql, async (tx) => {
      const logs = await readLogs(tx, true);
      await unbear(tx);
      await clearRegisters(tx);
      const bare: readonly [LogRow, LogRow] = [
        { ...logs[OWN], folded: 0 },
        { ...logs[OTHER], folded: 0 },
      ];
      const keeping = await keeper.open(tx, bare);
      const folded = await foldBoth(tx, logs, keeping);
      await keeping.flush(logs[OWN].folded, logs[OTHER].folded, now);
      return { keeping, folded };
    });
    outcome.keeping.committed();
    return outcome.folded;
  } catch (cause) {
    keeper.forget();
    throw cause;
  }
}

/** Puts every entry under the marking of its own header again: what it bears beside, folding tells anew. */
async function unbear(tx: Tx): Promise<void> {
  const bearing = await readBearing(tx);
  const own = bearing.flatMap((one) => {
    const { marking } = spoken(one.bytes);
    return marking === null ? [] : [{ one, marking }];
  });
  await remark(tx, own.map(({ one }) => one), own.map(({ marking }) => marking));
  await clearBorne(tx);
}

async function foldBoth(tx: Tx, logs: readonly [LogRow, LogRow], keeping: Keeping): Promise<number> {
  const [first, second] = logs.map((log) => new Reading(tx, log)).sort((a, b) => (a.side < b.side ? -1 : 1));
  if (first === undefined || second === undefined) throw new Error('rebuild: a record has two logs');
  for (let folded = 0; ; folded++) {
    await first.fill();
    await second.fill();
    const [a, b] = [first.head, second.head];
    if (a === undefined && b === undefined) return folded;
    const next = a === undefined || (b !== undefined && waitsFor(a, b)) ? second : first;
    await keeping.fold(next.take(), next.log);
    if (folded % SPILL === SPILL - 1) await keeping.spill();
  }
}
