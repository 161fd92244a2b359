// The notifier: hands waiting notices over to mail servers and webhooks, tries again, and gives up where all see it.
import { randomUUID } from 'node:crypto';
import type { Orders } from './orders.ts';
import type { Sql } from './store/database.ts';
import { endLease, markNotices, nextNotice, type NoticeRow, takeLease, waitingNotices } from './store/watch.ts';

/** Milliseconds after which a notice is tried again, by how often it was tried; then it is given up. */
export const PAUSES = [5_000, 30_000, 120_000, 600_000, 3_600_000, 6 * 3_600_000, 24 * 3_600_000] as const;
/** Notices taken at once, and how many of them are on their way at one time. */
const TAKEN = 200;
const AT_ONCE = 8;
/** The longest pause, in milliseconds: a clock that was stepped is noticed by then. */
const ROUND = 30_000;
const LEASE = 120_000;
const ERROR_LENGTH = 300;

/**
 * A way out of the node. It resolves with nothing once the other end has taken the notice, with a sentence where it
 * never will, and throws where it has not this time.
 */
export type Deliver = (notice: NoticeRow, orders: Orders) => Promise<string | undefined>;

export interface NotifyRoom {
  readonly sql: Sql;
  readonly orders: () => Orders;
  readonly now: () => Date;
  readonly ways: Readonly<Record<'mail' | 'webhook', Deliver>>;
  /** Notices were told, or given up. */
  readonly changed: () => void;
  readonly say: (line: string) => void;
}

export class Notifier {
  readonly #room: NotifyRoom;
  readonly #holder = randomUUID();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;
  #turn: Promise<number> = Promise.resolve(0);

  constructor(room: NotifyRoom) {
    this.#room = room;
  }

  /** There may be something to tell. */
  wake(): void {
    if (this.#stopped) return;
    if (this.#running !== undefined) {
      this.#again = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
      // Woken after the last look, and before the pause: what came meanwhile does not wait for it.
      if (this.#again) this.wake();
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
    await endLease(this.#room.sql, 'notify', this.#holder).catch(() => undefined);
  }

  async #run(): Promise<void> {
    let pause = ROUND;
    try {
      do {
        this.#again = false;
        while (!this.#stopped && (await this.round()) === TAKEN);
      } while (this.#again && !this.#stopped);
      const next = await nextNotice(this.#room.sql);
      if (next !== undefined) pause = Math.min(ROUND, Math.max(50, next.getTime() - this.#room.now().getTime()));
    } catch (cause) {
      if (!this.#stopped) this.#room.say(`Telling failed and is tried again: ${(cause as Error).message}`);
    }
    if (!this.#stopped) this.#timer = setTimeout(() => this.wake(), pause);
  }

  /**
   * Tells what waits; gives how many were taken. What was handed over is marked as it goes: a crash repeats little.
   * Rounds of one process follow each other, so that none takes what another has on its way.
   */
  async round(): Promise<number> {
    const turn = this.#turn.then(async () => await this.#once());
    this.#turn = turn.catch(() => 0);
    return await turn;
  }

  async #once(): Promise<number> {
    const { sql, now, changed } = this.#room;
    const at = now();
    if (!(await takeLease(sql, 'notify', this.#holder, at, new Date(at.getTime() + LEASE)))) return 0;
    const waiting = [...(await waitingNotices(sql, at, TAKEN))];
    const taken = waiting.length;
    const hand = async (): Promise<void> => {
      for (let notice = waiting.shift(); notice !== undefined; notice = waiting.shift()) await this.#tell(notice);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, hand));
    if (taken > 0) changed();
    return taken;
  }

  async #tell(notice: NoticeRow): Promise<void> {
    const { sql, now, orders, ways } = this.#room;
    const tries = notice.tries + 1;
    const failed = async (error: string, pause: number | undefined): Promise<void> => {
      const state = pause === undefined ? 'given-up' : 'waiting';
      const next = new Date(now().getTime() + (pause ?? 0));
      const said = error.slice(0, ERROR_LENGTH);
      await markNotices(sql, [{ ...notice, state, tries, next_at: next, told_at: null, error: said }]);
    };
    try {
      if (notice.channel === 'page') throw new Error('notify: a notice for the page waits');
      const never = await ways[notice.channel](notice, orders());
      if (never !== undefined) await failed(never, undefined);
      else await markNotices(sql, [{ ...notice, state: 'told', tries, told_at: now(), error: null }]);
    } catch (cause) {
      await failed(cause instanceof Error ? cause.message : String(cause), PAUSES[notice.tries]);
    }
  }
}
