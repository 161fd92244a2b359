// The ledger: gives each act of this side its index, and commits log, tiles, parts, registers in one transaction.
import { setImmediate } from 'node:timers/promises';
import { base64 } from '../act/bytes.ts';
import type { SigningKey } from '../act/key.ts';
import { formatNote, signTextBy } from '../act/note.ts';
import type { Part } from '../act/part.ts';
import { Refusal } from '../act/refusal.ts';
import { markings } from '../agreement/sight.ts';
import { formatCheckpoint } from '../log/checkpoint.ts';
import { TileEdge } from '../log/edge.ts';
import { leafHashes } from '../log/tree.ts';
import type { Foreseen } from './foresight.ts';
import type { Admitted, Given } from './intake.ts';
import type { Sitting } from './sitting.ts';
import { type Sql, transaction, type Tx } from './store/database.ts';
import { sha256 } from './store/hashes.ts';
import {
  insertCheckpoint,
  insertEntries,
  insertIndexes,
  insertParts,
  insertTiles,
  latestCheckpoint,
  type LogRow,
  moveHead,
  type NewEntry,
  NOTED,
  OWN,
  type PartRow,
  readLogs,
} from './store/record.ts';
import type { Vault } from './vault.ts';

/** Acts committed together, at most. */
export const BATCH_LIMIT = 512;
/** Acts waiting to be recorded, at most; beyond it the node says that it is busy. */
export const QUEUE_LIMIT = 20_000;

/** An act to record: its signed bytes, its parts, and what else belongs into its transaction. */
export interface Submission {
  readonly bytes: Uint8Array;
  readonly parts: readonly Part[];
  readonly also?: (tx: Tx) => Promise<void>;
}

interface Waiting extends Submission, Foreseen {
  isReady: boolean;
  readonly done: (index: number) => void;
  readonly failed: (cause: unknown) => void;
}

/** What the ledger is given by the conductor. */
export interface LedgerRoom {
  readonly sql: Sql;
  readonly logKey: SigningKey;
  /** Where the epoch of that key begins: what is no larger is signed already, by the key before it. */
  readonly base: number;
  readonly vault: Vault;
  readonly now: () => Date;
  /** Reads an act that has just arrived and begins to verify it, while those before it are recorded. */
  readonly foresee: (bytes: Uint8Array) => Foreseen;
  /** Opens the sitting that judges a batch of the own log. */
  readonly sit: (tx: Tx, logs: readonly [LogRow, LogRow]) => Promise<Sitting>;
  /** After a transaction that failed: nothing in memory may run ahead of the commit. */
  readonly forget: () => void;
  /** Throws why nothing may be signed now, where that is so: the start-up gate, LOG-2. */
  readonly gate: () => void;
  /** Told why the head could not be signed after a commit. */
  readonly unsigned: (cause: unknown) => void;
  /** Told the log's size after each batch is durable and its checkpoint signed. */
  readonly recorded: (size: number) => void;
}

type Taken = {
  readonly waiting: Waiting;
  readonly admitted: Admitted;
  readonly seen: number;
};

/** One sequencer a log. In-memory state never runs ahead of the commit; the head row decides between processes. */
export class Ledger {
  readonly #room: LedgerRoom;
  readonly #queue: Waiting[] = [];
  readonly #markingOf = markings(sha256);
  #running: Promise<void> | undefined;
  /** Signs and answers what is committed, batch after batch, while the next one is being recorded. */
  #answered: Promise<void> = Promise.resolve();

  constructor(room: LedgerRoom) {
    this.#room = room;
  }

  /** Records an act; gives its index once it is durable. What is refused leaves nothing behind. */
  async record(submission: Submission): Promise<number> {
    this.#room.gate();
    if (this.#queue.length >= QUEUE_LIMIT) {
      throw new Refusal('database-unavailable', `${QUEUE_LIMIT} acts wait to be recorded already.`);
    }
    return await new Promise<number>((done, failed) => {
      const waiting = { ...submission, ...this.#room.foresee(submission.bytes), done, failed, isReady: false };
      void waiting.ready.then(() => {
        waiting.isReady = true;
      });
      this.#queue.push(waiting);
      this.#running ??= this.#run().finally(() => {
        this.#running = undefined;
      });
    });
  }

  /** Waits until nothing is under way. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#queue.length > 0) {
      // Whoever was answered just now may have the next act at hand: it shares this batch, and its transaction.
      await setImmediate();
      // Those still being verified wait for the batch after: other threads verify them while this one is recorded.
      await this.#queue[0]?.ready;
      const unready = this.#queue.findIndex((waiting) => !waiting.isReady);
      const batch = this.#queue.splice(0, Math.min(unready < 0 ? BATCH_LIMIT : unready, BATCH_LIMIT));
      try {
        await this.#commit(batch);
      } catch (cause) {
        this.#room.forget();
        for (const waiting of batch) waiting.failed(cause);
      }
      if (this.#queue.length === 0) await this.#answered;
    }
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    const refused: [Waiting, unknown][] = [];
    const outcome = await transaction(this.#room.sql, async (tx) => {
      const logs = await readLogs(tx, true);
      const sitting = await this.#room.sit(tx, logs);
      const taken: Taken[] = [];
      const given = await sitting.foresee(batch.map(({ bytes, parts, act }) => ({ bytes, parts, act })));
      const noted = await sitting.noteOther(given);
      for (const [i, waiting] of batch.entries()) {
        try {
          const admitted = await sitting.take(given[i] as Given);
          taken.push({ waiting, admitted, seen: sitting.seen });
        } catch (cause) {
          if (!(cause instanceof Refusal)) throw cause;
          refused.push([waiting, cause]);
        }
      }
      if (taken.length > 0) await this.#write(tx, logs[OWN], sitting, taken, noted);
      return { sitting, taken };
    });
    for (const [waiting, cause] of refused) waiting.failed(cause);
    if (outcome.taken.length === 0) return;
    outcome.sitting.committed();
    this.#answered = this.#answered.then(async () => await this.#answer(outcome.taken));
  }

  /** Once the head over them is signed, whoever waits is told where their acts stand. Never fails. */
  async #answer(taken: readonly Taken[]): Promise<void> {
    // The acts stand whether or not their head could be signed now: whoever tends the node signs it later.
    await this.signHead().catch((cause: unknown) => this.#room.unsigned(cause));
    this.#room.recorded(Math.max(...taken.map(({ admitted }) => admitted.folded.index)) + 1);
    for (const { waiting, admitted } of taken) waiting.done(admitted.folded.index);
  }

  /** `noted`: the entry in front of the acts, where there is one. */
  async #write(tx: Tx, head: LogRow, sitting: Sitting, taken: readonly Taken[], noted?: Uint8Array): Promise<void> {
    const at = this.#room.now();
    const before = noted === undefined ? [] : [noted];
    const signed = [...before, ...taken.map(({ waiting }) => waiting.bytes)];
    const leaves = leafHashes(signed, sha256);
    const growth = TileEdge.fromBytes(head.edge, sha256).append(leaves, sha256);
    const acts = taken.map((one) => one.admitted);
    const parts: PartRow[] = [];
    for (const { waiting, admitted: { act, folded } } of taken) {
      for (const part of waiting.parts) {
        parts.push({ ...(await this.#room.vault.keep(act, part)), log: OWN, idx: folded.index });
      }
    }
    // All sent at once, none after another's answer: the database works while the next is written, and nothing can
    // follow a failure out of the transaction.
    await Promise.all([
      insertEntries(tx, [
        ...before.map((bytes) => notedRow(head, bytes, leaves[0] as Uint8Array, at)),
        ...taken.map(({ waiting, admitted: { act, folded }, seen }): NewEntry => ({
          log: OWN,
          idx: folded.index,
          act: act.id,
          bytes: waiting.bytes,
          leaf: leaves[folded.index - head.size] as Uint8Array,
          seen,
          at,
          body: act.header.by,
          kind: act.header.kind,
          number: act.header.number,
          contested: null,
          marking: this.#markingOf(act.header),
        })),
      ]),
      insertIndexes(
        tx,
        acts.map(({ folded }) => ({
          log: OWN,
          idx: folded.index,
          provisions: folded.header.provisions,
          marking: this.#markingOf(folded.header).id,
          re: folded.header.re,
        })),
      ),
      insertParts(tx, parts),
      insertTiles(
        tx,
        OWN,
        growth.full.map((tile) => ({ level: tile.level, index: tile.index, data: tile.bytes })),
      ),
      sitting.close(at),
    ]);
    for (const { waiting } of taken) await waiting.also?.(tx);
    const size = head.size + signed.length;
    const to = { size, root: growth.root, edge: growth.edge.toBytes(), seen: sitting.seen, folded: size };
    if (!(await moveHead(tx, head, to))) throw new Error('ledger: the head moved while it was held');
  }

  /** Signs the committed head, unless it is signed: after the commit, never before, and again after a crash between. */
  async signHead(): Promise<void> {
    const { sql, logKey, base, now } = this.#room;
    const [head] = await readLogs(sql);
    const last = await latestCheckpoint(sql, OWN);
    if (head.size <= base || last?.size === head.size) return;
    this.#room.gate();
    const text = formatCheckpoint({ origin: head.origin, size: head.size, root: head.root, extensions: [] });
    const note = formatNote(text, [await signTextBy(text, logKey)]);
    await insertCheckpoint(sql, { log: OWN, size: head.size, root: head.root, note, at: now() });
  }
}

/** The row of an entry that is no act: its leaf names it, and nothing is seen by it. */
function notedRow(head: LogRow, bytes: Uint8Array, leaf: Uint8Array, at: Date): NewEntry {
  const named = { act: base64(leaf), body: null, kind: NOTED, number: null, marking: null };
  return { log: OWN, idx: head.size, bytes, leaf, seen: head.seen, at, contested: null, ...named };
}
