// The courier: brings this side's log to the counterpart, keeps its cosignatures, compares the registers of both.
import { fromUtf8, hex } from '../act/bytes.ts';
import { parseNote } from '../act/note.ts';
import { Refusal, refuse } from '../act/refusal.ts';
import { originHash, parseCheckpoint } from '../log/checkpoint.ts';
import { parseMirrorInfo, parseTreeSize } from '../log/mirror.ts';
import { type Answering, checkpointBody, entriesBody, keepCosignature, partsBody } from './consignment.ts';
import type { LineView } from './window.ts';
import { cosignaturesAt, latestCosignatures } from './store/cosignatures.ts';
import { type CheckpointRow, latestCheckpoint, OWN, readEntries, readLogs } from './store/record.ts';
import type { Caller, Heard } from './wire.ts';

/**
 * Milliseconds between tries when the line is broken: doubled each time from the first to the last, with jitter; not
 * before `heard` has passed where the counterpart itself has called.
 */
export const BACK_OFF = { first: 200, last: 30_000, heard: 500 } as const;
/** Without anything to bring, the line is asked this often whether it stands. Milliseconds. */
const IDLE = 20_000;

/** What a courier is given; the counterpart's cosigning keys are pinned. */
export interface CourierRoom extends Answering {
  readonly line: Caller;
  readonly now: () => Date;
  /** Milliseconds an own act may stand unreceived before that is an alarm. */
  readonly alarmAfter: number;
  /** A number in [0, 1): the jitter. */
  readonly chance: () => number;
  /** Exchanges digests with the counterpart once it holds everything; true where something changed. */
  readonly compare: (line: Caller) => Promise<void>;
  /** The counterpart says that it knows more of our log than we hold: it is asked to prove it. */
  readonly doubted: () => Promise<void>;
  readonly changed: () => void;
  /** Before each round: what a failure left undone at home is done now. */
  readonly tend: () => Promise<void>;
}

export class Courier {
  readonly #room: CourierRoom;
  #stopped = false;
  #woken = false;
  #wake: (() => void) | undefined;
  /** Ends the pause now. */
  #cut: (() => void) | undefined;
  /** When the last round began, by the clock of the machine, in milliseconds. */
  #tried = 0;
  #running: Promise<void> | undefined;
  #failures = 0;
  #lastExchange: string | undefined;
  #lastError: string | undefined;
  #next = 0;
  /** Whether what the counterpart holds may be less than what it has cosigned. */
  #unsure = true;
  /** What it holds, where that is less; until it has been brought all again. */
  #lost: number | undefined;

  constructor(room: CourierRoom) {
    this.#room = room;
  }

  /** Starts bringing; returns at once. */
  start(): void {
    this.#running ??= this.#run();
  }

  /** There is something to bring, or to compare. */
  wake(): void {
    this.#woken = true;
    this.#wake?.();
  }

  /** The counterpart has called: it is there, so a broken line need not wait out its pause. */
  heard(): void {
    if (this.#failures > 0 && Date.now() - this.#tried > BACK_OFF.heard) this.#cut?.();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.wake();
    await this.#running;
  }

  async line(): Promise<LineView> {
    const head = await latestCheckpoint(this.#room.sql, OWN);
    const mirrored = await this.#cosignedBy('mirror');
    const [oldest] = await readEntries(this.#room.sql, OWN, mirrored, mirrored + 1);
    return {
      state: this.#failures > 0 ? 'broken' : this.#lastExchange === undefined ? 'never' : 'open',
      lastExchange: this.#lastExchange,
      lastError: this.#lastError,
      behind: Math.max(0, (head?.size ?? 0) - mirrored),
      waiting: oldest?.at.toISOString(),
      late: oldest !== undefined && this.#room.now().getTime() - oldest.at.getTime() > this.#room.alarmAfter,
    };
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      this.#woken = false;
      this.#tried = Date.now();
      try {
        await this.#room.tend();
        await this.#round();
        this.#succeeded();
      } catch (cause) {
        this.#failed(cause);
      }
      if (!this.#stopped && !this.#woken) await this.#rest();
    }
  }

  #succeeded(): void {
    const before = this.#failures;
    this.#failures = 0;
    this.#lastError = undefined;
    this.#lastExchange = this.#room.now().toISOString();
    if (before > 0) this.#room.changed();
  }

  #failed(cause: unknown): void {
    this.#failures += 1;
    this.#lastError = cause instanceof Error ? cause.message : String(cause);
    // Nothing is tried at once after a failure, however loudly it is asked for.
    this.#woken = false;
    if (this.#failures === 1) this.#room.changed();
  }

  async #rest(): Promise<void> {
    const step = Math.min(BACK_OFF.last, BACK_OFF.first * 2 ** Math.min(this.#failures - 1, 20));
    const pause = this.#failures === 0 ? IDLE : step * (0.5 + this.#room.chance() / 2);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pause);
      this.#cut = () => {
        clearTimeout(timer);
        resolve();
      };
      // A broken line is left alone until its pause is over, or the counterpart calls, or the node ends.
      this.#wake = () => {
        if (this.#failures === 0 || this.#stopped) this.#cut?.();
      };
    });
    this.#wake = undefined;
    this.#cut = undefined;
  }

  /** The counterpart has started anew: what it cosigned before it may have lost. */
  restarted(): void {
    this.#unsure = true;
    this.wake();
  }

  /** One round: checkpoint, entries, parts, digests; each only where it is due. */
  async #round(): Promise<void> {
    const head = await latestCheckpoint(this.#room.sql, OWN);
    if (head !== undefined) {
      if (this.#unsure) await this.#ascertain();
      await this.#bringCheckpoint(head);
      await this.#bringEntries(head);
    }
    await this.#follow(head);
  }

  /**
   * Parts and digests: the counterpart answers them once it has judged. What is recorded meanwhile is brought beside
   * them, so that it is held as soon as it can be, however long judging takes.
   */
  async #follow(head: CheckpointRow | undefined): Promise<void> {
    let followed = false;
    const rest = async (): Promise<void> => {
      if (head !== undefined) await this.#bringParts(head);
      this.#lost = undefined;
      await this.#room.compare(this.#room.line);
    };
    const following = rest().finally(() => {
      followed = true;
      this.#wake?.();
    });
    // Both end before the round does, however either ends: a round never runs beside the next.
    const ends = await Promise.allSettled([following, this.#ahead(() => followed)]);
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }

  async #ahead(isOver: () => boolean): Promise<void> {
    let brought = false;
    while (!isOver() && !this.#stopped) {
      if (!this.#woken || this.#unsure || this.#lost !== undefined) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        this.#wake = undefined;
        continue;
      }
      this.#woken = false;
      brought = true;
      const head = await latestCheckpoint(this.#room.sql, OWN);
      if (head === undefined) continue;
      await this.#bringCheckpoint(head);
      await this.#bringEntries(head);
    }
    // Its parts are still to come.
    if (brought) this.#woken = true;
  }

  /** Asks what the counterpart holds of this log now; where that is less than it has cosigned, it must have it anew. */
  async #ascertain(): Promise<void> {
    const [log] = await readLogs(this.#room.sql);
    const heard = await this.#room.line.ask('GET', `/${originHash(log.origin)}/checkpoint`);
    if (heard.status !== 200 && heard.status !== 404) throw unexpected('checkpoint', heard);
    const size = heard.status === 404 ? 0 : parseCheckpoint(parseNote(heard.body).text).size;
    this.#lost = size < (await this.#cosignedBy('mirror')) ? size : undefined;
    this.#next = Math.min(this.#next, size);
    this.#unsure = false;
  }

  /** Up to which size the counterpart has cosigned in that capacity, by any of its keys. */
  async #cosignedBy(role: 'witness' | 'mirror'): Promise<number> {
    const held = await latestCosignatures(this.#room.sql, OWN);
    return Math.max(0, ...held.filter((row) => row.role === role).map((row) => row.size));
  }

  /** Whether every key of that capacity has cosigned the head: one that came later is asked for what is there. */
  async #isCosigned(role: 'witness' | 'mirror', head: CheckpointRow): Promise<boolean> {
    const held = await cosignaturesAt(this.#room.sql, OWN, head.size);
    return this.#room[role].every((key) => held.some((row) => row.role === role && row.signer === key.name));
  }

  async #bringCheckpoint(head: CheckpointRow): Promise<void> {
    let old = this.#lost ?? (await this.#cosignedBy('witness'));
    for (let tries = 0; tries < 3; tries++) {
      if (old > head.size) {
        await this.#room.doubted();
        throw refuse('record-behind', `The counterpart has cosigned ${old} entries; ${head.size} are held here.`);
      }
      if (this.#lost === undefined && old === head.size && (await this.#isCosigned('witness', head))) return;
      const body = await checkpointBody(this.#room.sql, head, old);
      const heard = await this.#room.line.ask('POST', '/add-checkpoint', body);
      if (heard.status === 200) {
        await this.#keep('witness', head, heard);
        return;
      }
      // No proof of ours from what the counterpart knows: another log of ours may have been signed.
      if (heard.status === 422) await this.#room.doubted();
      if (heard.status !== 409) throw unexpected('add-checkpoint', heard);
      old = parseTreeSize(heard.body);
    }
    throw refuse('size-conflict', 'The counterpart names another size each time.');
  }

  /** Verifies and keeps the cosignature in an answer. */
  async #keep(role: 'witness' | 'mirror', head: CheckpointRow, heard: Heard): Promise<void> {
    await keepCosignature(this.#room, role, head, heard.body);
    this.#room.changed();
  }

  async #bringEntries(head: CheckpointRow): Promise<void> {
    let start = this.#lost ?? (await this.#cosignedBy('mirror'));
    if (start >= head.size && (await this.#isCosigned('mirror', head))) return;
    for (;;) {
      const { body } = await entriesBody(this.#room.sql, head.size, start);
      const heard = await this.#room.line.ask('POST', '/add-entries', body);
      if (heard.status === 200) {
        await this.#keep('mirror', head, heard);
        return;
      }
      if (heard.status !== 202 && heard.status !== 409) throw unexpected('add-entries', heard);
      const info = parseMirrorInfo(heard.body);
      // A 409 that names where we are already would go round for ever; so would one beyond our own log.
      if ((heard.status === 409 && info.next === start) || info.next > head.size)
        throw unexpected('add-entries', heard);
      start = info.next;
    }
  }

  /** Brings the parts of every entry from the first that the counterpart has not judged. */
  async #bringParts(head: CheckpointRow): Promise<void> {
    let next = Math.min(this.#next, head.size);
    for (let round = 0; next < head.size || round === 0; round++) {
      const { body, end, count } = await partsBody(this.#room.sql, next, head.size);
      if (count === 0 && round === 0 && next >= head.size) return;
      const heard = await this.#room.line.ask('POST', '/parts', body);
      if (heard.status !== 200) throw unexpected('parts', heard);
      const answered = (JSON.parse(fromUtf8(heard.body) ?? '{}') as { next?: unknown }).next;
      if (typeof answered !== 'number' || !Number.isSafeInteger(answered)) throw unexpected('parts', heard);
      if (answered < end && answered <= next && round > 0) throw unexpected('parts', heard);
      next = answered;
      this.#next = Math.min(answered, head.size);
    }
  }
}

function unexpected(what: string, heard: Heard): Refusal {
  const said = (fromUtf8(heard.body) ?? hex(heard.body.subarray(0, 64))).slice(0, 300);
  return refuse('size-conflict', `The counterpart answered ${what} with ${heard.status}: ${said}`);
}
