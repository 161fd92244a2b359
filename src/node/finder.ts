// The finder: goes over both logs after what is recorded and keeps the words by which acts are found.
import { setTimeout } from 'node:timers/promises';
import type { ActHeader } from '../act/act.ts';
import type { Json } from '../act/canonical.ts';
import type { FoldedAct } from '../act/register.ts';
import { vectorOf } from '../agreement/lexeme.ts';
import { ringOf } from '../agreement/label.ts';
import type { Bell } from './bell.ts';
import { toFolded } from './store/acts.ts';
import { type Sql, transaction, type Tx } from './store/database.ts';
import { erasedBetween } from './store/erased.ts';
import { blockOf, clearFound, type FoundRow, readFinding, writeFound } from './store/found.ts';
import { type LogNumber, type LogRow, OTHER, OWN, readLogs } from './store/record.ts';
import { readFoldable } from './store/registers.ts';

/** Entries taken in by one transaction. */
const STEP = 500;
/** Characters of a body that are made findable: words beyond are not. */
const TEXT_LIMIT = 64 * 1024;
/** Milliseconds between two steps while there is more and nobody records. */
const REST = 5;
/** How many times as long as a step took it rests where acts came meanwhile: recording them goes first. */
const YIELDED = 9;

/**
 * Whether the words of an act may be found by everyone who sees it: not above the ring that is kept in the open. What
 * is sealed or personal is never in the index.
 */
export function isFindable({ label }: Pick<ActHeader, 'label'>): boolean {
  return ringOf(label) === 'A';
}

/** Every text of a body, in the order in which it says them. */
function textsIn(body: Json | undefined): readonly string[] {
  if (typeof body === 'string') return [body];
  if (typeof body !== 'object' || body === null) return [];
  return Object.values(body).flatMap((one) => textsIn(one as Json));
}

/** The words of an act: its number, what its body says in the open, its kind, by whom, under what it is, and where. */
export function wordsOfAct({ header, body, index }: Pick<FoldedAct, 'header' | 'body' | 'index'>): string {
  const inTheOpen = header.parts.some(({ name, class: ring }) => name === 'body' && ring === 'A');
  const texts = [header.number, ...(inTheOpen ? textsIn(body) : [])];
  let left = TEXT_LIMIT;
  const held = texts.map((text) => {
    const some = text.slice(0, left);
    left -= some.length;
    return some;
  });
  return vectorOf(held, [
    `=kind:${header.kind}`,
    `=body:${header.by}`,
    ...header.provisions.map((id) => `=provision:${id}` as const),
    blockOf(index),
  ]);
}

/** Goes over what is recorded and not yet in the index. Several processes may: one does it at a time. */
export class Finder {
  readonly #sql: Sql;
  #running: Promise<void> | undefined;
  /** How often it was woken. */
  #rung = 0;
  readonly #stopping = new AbortController();

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Begins a round over all there is, unless one is under way. */
  wake(): void {
    if (this.#stopping.signal.aborted) return;
    this.#rung += 1;
    // A database that is gone is told by whoever needs it; what was left out is taken in at the next ring.
    this.#running ??= this.#run()
      .catch(() => undefined)
      .finally(() => {
        this.#running = undefined;
      });
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const [rung, began] = [this.#rung, performance.now()];
      if ((await this.catchUp(STEP)) === 0) return;
      const rest = this.#rung === rung ? REST : YIELDED * (performance.now() - began);
      await setTimeout(rest, undefined, { signal });
    }
  }

  /** Takes in at most `limit` entries of each log, and gives how many wait after it. */
  async catchUp(limit: number): Promise<number> {
    let waiting = await this.#waiting(await readLogs(this.#sql));
    for (let taken = 0; waiting > 0 && taken < limit; taken += STEP) waiting = await this.#step();
    return waiting;
  }

  async #waiting(logs: readonly [LogRow, LogRow], sql: Sql | Tx = this.#sql): Promise<number> {
    const done = await Promise.all([readFinding(sql, OWN), readFinding(sql, OTHER)]);
    return logs.reduce((sum, { log, folded }) => sum + Math.max(0, folded - done[log]), 0);
  }

  async #step(): Promise<number> {
    return await transaction(this.#sql, async (tx) => {
      const logs = await readLogs(tx);
      for (const { log, side, folded } of logs) {
        const from = await readFinding(tx, log, true);
        const to = Math.min(folded, from + STEP);
        if (to > from) await writeFound(tx, log, to, await this.#rows(tx, { log, side, from, to }));
      }
      return await this.#waiting(logs, tx);
    });
  }

  async #rows(
    tx: Tx,
    { log, side, from, to }: { log: LogNumber; side: string; from: number; to: number },
  ): Promise<readonly FoundRow[]> {
    const entries = await readFoldable(tx, log, from, to);
    const erased = await erasedBetween(tx, log, from, to);
    return entries
      .filter(({ idx }) => !erased.has(idx))
      .map((entry) => toFolded(entry, side, entry.part))
      .filter(({ header }) => isFindable(header))
      .map((act) => ({ log, idx: act.index, words: wordsOfAct(act) }));
  }

  /** Forgets all words and takes in both logs again. */
  async rebuild(): Promise<void> {
    await transaction(this.#sql, clearFound);
    while ((await this.#step()) > 0);
  }
}

/** A finder that goes over the record again whenever it has changed. */
export function finderOf(sql: Sql, bell: Pick<Bell, 'subscribe'>): Finder {
  const finder = new Finder(sql);
  bell.subscribe(({ what }) => {
    if (what === 'record') finder.wake();
  });
  return finder;
}
