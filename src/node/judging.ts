// The judging of the counterpart's log: every entry held goes through the one door, in order, as at its issuer.
import type { Act } from '../act/act.ts';
import type { Part } from '../act/part.ts';
import { Refusal, type RefusalCode } from '../act/refusal.ts';
import { actOf, isComplete, notWaitedFor, openKept } from './delivery.ts';
import type { Given } from './intake.ts';
import type { Sitting } from './sitting.ts';
import { type Sql, transaction, type Tx } from './store/database.ts';
import { noteNeverCame } from './store/erased.ts';
import {
  type EntryIndex,
  type EntryRow,
  insertIndexes,
  latestCheckpoint,
  type LogRow,
  moveHead,
  NOTED,
  OTHER,
  readEntries,
  readLogs,
  readPartsOf,
  type VerdictRow,
  writeVerdicts,
} from './store/record.ts';
import type { Vault } from './vault.ts';

/** Entries judged in one transaction, at most. */
const SITTING_LIMIT = 256;

export interface JudgingRoom {
  readonly sql: Sql;
  readonly vault: Vault;
  readonly now: () => Date;
  readonly sit: (tx: Tx, logs: readonly [LogRow, LogRow]) => Promise<Sitting>;
  readonly forget: () => void;
  /** Told after something was contested: it is answered before this side says anything else that has seen it. */
  readonly contested: () => Promise<void>;
  /** Whether this side's own log is whole: until it is, the other's is held and cosigned, not judged. */
  readonly mayJudge: () => boolean;
  /** Told after something was judged. */
  readonly judged: () => void;
}

export class Judging {
  readonly #room: JudgingRoom;

  constructor(room: JudgingRoom) {
    this.#room = room;
  }

  /**
   * Judges what is held and complete, in order, as the issuer's node did. What is not accepted stays in the log and is
   * marked contested. Gives the index of the first entry not judged: its parts have not come yet.
   */
  async judge(): Promise<number> {
    for (;;) {
      const { next, sitting, moved, contested } = await this.#sit();
      sitting?.committed();
      if (contested > 0) await this.#room.contested();
      if (moved > 0) this.#room.judged();
      if (moved < SITTING_LIMIT) return next;
    }
  }

  async #sit(): Promise<Sat> {
    try {
      return await transaction(this.#room.sql, async (tx) => {
        const logs = await readLogs(tx, true);
        const [, log] = logs;
        const held = this.#room.mayJudge() ? ((await latestCheckpoint(tx, OTHER))?.size ?? 0) : 0;
        const end = Math.min(held, log.folded + SITTING_LIMIT);
        const entries = await readEntries(tx, OTHER, log.folded, end);
        const parts = await readPartsOf(tx, OTHER, log.folded, end);
        const read = entries.map((entry) => ({ ...entry, read: actOf(entry.bytes) }));
        const erased = await notWaitedFor(tx, log.folded, held);
        const marked = read.map((entry) => ({ ...entry, erased: erased.has(entry.act) }));
        const missing = marked.findIndex((one) => !isComplete(one.read, parts.get(one.idx) ?? [], one.erased));
        const ready = missing < 0 ? marked : marked.slice(0, missing);
        if (ready.length === 0) return { next: log.folded, moved: 0, contested: 0, sitting: undefined };
        const opened = await openKept(this.#room.vault, ready, parts);
        const sitting = await this.#room.sit(tx, logs);
        const contested = await this.#judgeAll(tx, sitting, ready, opened);
        await sitting.close(this.#room.now());
        if (!(await moveHead(tx, log, { ...log, seen: sitting.seen, folded: sitting.index }))) {
          throw new Error('mirror: the head moved while it was held');
        }
        return { next: sitting.index, moved: ready.length, contested, sitting };
      });
    } catch (cause) {
      this.#room.forget();
      throw cause;
    }
  }

  async #judgeAll(
    tx: Tx,
    sitting: Sitting,
    entries: readonly (EntryRow & { readonly read: Act | undefined; readonly erased: boolean })[],
    parts: ReadonlyMap<number, readonly Part[]>,
  ): Promise<number> {
    const given = await sitting.foresee(
      entries.map(({ bytes, idx, read, erased }) => ({ bytes, parts: parts.get(idx) ?? [], act: read, erased })),
    );
    const verdicts: VerdictRow[] = [];
    for (const [i, entry] of entries.entries()) {
      let contested: RefusalCode | null = null;
      if (entry.kind === NOTED) {
        verdicts.push({ idx: entry.idx, seen: sitting.seen, contested: await judgeNoted(sitting, entry) });
        continue;
      }
      // What was answered stays answered, also where it is judged again.
      if (typeof entry.rejected_by === 'number') {
        sitting.pass(given[i]?.act);
        verdicts.push({ idx: entry.idx, seen: sitting.seen, contested: entry.contested });
        continue;
      }
      try {
        await sitting.take(given[i] as Given);
        if (entry.erased) await noteNeverCame(tx, entry, entry.read?.header.label.keepUntil, this.#room.now());
      } catch (cause) {
        if (!(cause instanceof Refusal)) throw cause;
        contested = cause.code;
        sitting.pass(given[i]?.act);
      }
      verdicts.push({ idx: entry.idx, seen: sitting.seen, contested });
    }
    const indexes = entries.flatMap(({ idx, read, marking }): EntryIndex[] =>
      read === undefined
        ? []
        : [{ log: OTHER, idx, marking, provisions: read.header.provisions, re: read.header.re }],
    );
    await Promise.all([writeVerdicts(tx, verdicts), insertIndexes(tx, indexes)]);
    return verdicts.filter((one) => one.contested !== null).length;
  }
}

/** The verdict on an entry that notes a checkpoint. What was answered stays answered, also where it is judged again. */
async function judgeNoted(sitting: Sitting, { bytes, contested, rejected_by }: EntryRow): Promise<RefusalCode | null> {
  try {
    if (typeof rejected_by !== 'number') {
      await sitting.note(bytes);
      return null;
    }
    sitting.skip();
    return contested;
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    sitting.skip();
    return cause.code;
  }
}

/** What came of one sitting: the index of the next entry, how many were judged, how many of them contested. */
interface Sat {
  readonly next: number;
  readonly moved: number;
  readonly contested: number;
  readonly sitting: Sitting | undefined;
}
