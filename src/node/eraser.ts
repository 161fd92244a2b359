// The eraser: takes away the parts of what was recalled or may be kept no longer, and has the node say so by an act.
import { sideOf, parseAct, type ActHeader } from '../act/act.ts';
import type { SigningKey } from '../act/key.ts';
import { ERASES, PARTS_ERASED } from '../act/kinds.ts';
import type { Part } from '../act/part.ts';
import { isPassing, Refusal } from '../act/refusal.ts';
import { labelAbout } from '../agreement/handling.ts';
import { nodeBody } from '../agreement/mandate.ts';
import type { Area, Look } from '../area.ts';
import type { ErasedList } from './erasedlist.ts';
import { numberAfter, speak, type SpeechRoom } from './speech.ts';
import { type Sql, transaction, type Tx } from './store/database.ts';
import { eraseAgain, type ErasedRow, eraseParts, markScrubbed, markTold, readErased } from './store/erased.ts';
import { countOfKind, findAct, readLogs } from './store/record.ts';
import { scrub } from './store/scrub.ts';

/** Milliseconds between two looks where nothing rings. */
export const ROUND = 30_000;
/** And after one that was rung for while it looked: under load it need not look at every act. */
const BREATH = 1000;

export interface EraserRoom extends SpeechRoom {
  readonly sql: Sql;
  readonly side: string;
  readonly other: string;
  readonly areas: readonly Area[];
  readonly look: () => Look;
  readonly now: () => Date;
  readonly list: ErasedList | undefined;
  readonly seen: () => Promise<ActHeader['seen']>;
  readonly signer: (body: string) => Promise<SigningKey>;
  readonly record: (
    given: { readonly bytes: Uint8Array; readonly parts: readonly Part[] },
    also: (tx: Tx) => Promise<void>,
  ) => Promise<number>;
  /** Takes away the files that nothing needs any more. */
  readonly settleFiles: () => Promise<void>;
  /** Told after something was erased. */
  readonly changed: () => void;
  readonly say: (line: string) => void;
}

const instant = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

export class Eraser {
  readonly #room: EraserRoom;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;
  #turn: Promise<number> = Promise.resolve(0);

  constructor(room: EraserRoom) {
    this.#room = room;
  }

  start(): void {
    this.wake();
  }

  /** Something changed: looks soon. Calls while it looks are answered by one more look. */
  wake(): void {
    if (this.#stopped) return;
    if (this.#running !== undefined) {
      this.#again = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#running = this.#look().finally(() => {
      this.#running = undefined;
      if (this.#stopped) return;
      const pause = this.#again ? BREATH : ROUND;
      this.#again = false;
      this.#timer = setTimeout(() => this.wake(), pause);
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
    await this.#turn.catch(() => 0);
  }

  async #look(): Promise<void> {
    try {
      await this.round();
    } catch (cause) {
      // What passes by itself is tried at the next look: nothing was half done.
      const passes = cause instanceof Refusal && isPassing(cause.code);
      if (!this.#stopped && !passes) this.#room.say(`Erasing failed and is tried again: ${(cause as Error).message}`);
    }
  }

  /** Before anything is shown or brought: what came back, out of a backup or from elsewhere, is erased again. */
  async again(): Promise<void> {
    const { sql, list, now, say } = this.#room;
    const known = (await list?.read()) ?? [];
    const back = await transaction(sql, async (tx) => await eraseAgain(tx, known, now()));
    if (back.length > 0) say(`Erased again the parts of ${back.length} acts that had come back.`);
    await list?.add((await readErased(sql)).map(({ act }) => act));
  }

  /** One look: erases what is due, says so, and scrubs. Gives how many acts it erased. One at a time. */
  async round(): Promise<number> {
    const turn = this.#turn.then(async () => await this.#once());
    this.#turn = turn.catch(() => 0);
    return await turn;
  }

  async #once(): Promise<number> {
    const { sql, areas, look, list, now, changed } = this.#room;
    const seen = look();
    const due = (await Promise.all(areas.map(async (area) => (await area.erasures?.(seen)) ?? []))).flat();
    const known = await readErased(sql);
    const done = new Set(known.map(({ act }) => act));
    const fresh = due.filter(({ act }) => !done.has(act));
    // Before it is gone from the database: a crash in between leaves a list that says too much, and is made true.
    await list?.add(fresh.map(({ act }) => act));
    for (const { act, because } of fresh) {
      await transaction(sql, async (tx) => {
        // Whoever stores parts holds the heads: none that are on their way come after it.
        await readLogs(tx, true);
        await eraseParts(tx, act, because, now());
      });
    }
    if (fresh.length > 0) await this.#room.settleFiles();
    const all = fresh.length === 0 ? known : await readErased(sql);
    if (all.some(({ scrubbed }) => !scrubbed)) await this.#scrub();
    for (const one of all.filter(({ told }) => !told)) await this.#tell(one);
    if (fresh.length > 0) changed();
    return fresh.length;
  }

  async #scrub(): Promise<void> {
    const { sql, say } = this.#room;
    const scrubbed = await scrub(sql);
    if (scrubbed === 'busy') return;
    if (scrubbed === 'tables') {
      say('Erased parts may lie in the write-ahead log of the database until its files are used again.');
    }
    await markScrubbed(sql);
  }

  /** The node says that it erased. Whoever may not see what was erased does not see this either. */
  async #tell(row: ErasedRow): Promise<void> {
    const room = this.#room;
    const entry = await findAct(room.sql, row.act);
    if (entry === undefined) return;
    const { header } = parseAct(entry.bytes);
    const by = nodeBody(room.side);
    const at = instant(room.now());
    const used = await countOfKind(room.sql, PARTS_ERASED.id);
    const said = await speak(room, {
      kind: PARTS_ERASED,
      by,
      at,
      number: numberAfter(`${room.side.toUpperCase()}-NODE-ERASED-${at.slice(0, 4)}-`, used),
      to: [room.agreement.participant(room.other).treatyOffice.body],
      subject: `${sideOf(header.by)}:${entry.idx}`,
      re: [{ act: row.act, role: ERASES }],
      seen: await room.seen(),
      label: labelAbout(header),
      body: { because: row.because, parts: row.parts, at: instant(row.at) },
      signer: await room.signer(by),
    });
    await room.record(said, async (tx) => await markTold(tx, row));
  }
}
