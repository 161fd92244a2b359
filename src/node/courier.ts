// The courier: brings this side's log to the counterpart, keeps its cosignatures, compares the registers of both.
import { fromUtf8, hex, utf8 } from '../act/bytes.ts';
import { parseNote } from '../act/note.ts';
import { Refusal, refuse } from '../act/refusal.ts';
import { originHash, parseCheckpoint } from '../log/checkpoint.ts';
import type { Epochs } from '../log/epoch.ts';
import { parseMirrorInfo, parseTreeSize } from '../log/mirror.ts';
import { type Answering, checkpointBody, entriesBody, keepCosignature, partsBody } from './consignment.ts';
import type { LineView } from './window.ts';
import { lastFlood } from './store/allowances.ts';
import { cosignaturesAt, latestCosignatures } from './store/cosignatures.ts';
import { checkpointAt, type CheckpointRow, latestCheckpoint, OWN, readEntries } from './store/record.ts';
import type { Caller, Heard } from './wire.ts';

/**
 * Milliseconds between tries when the line is broken: doubled each time from the first to the last, with jitter; not
 * before `heard` has passed where the counterpart itself has called.
 */
export const BACK_OFF = { first: 200, last: 30_000, heard: 500 } as const;
/** An act not received for an hour is worth a look: a line that stands brings it within a second. Milliseconds. */
export const ALARM_AFTER = 3_600_000;
/** Milliseconds for which it is shown that the counterpart has brought more than it may. */
const FLOOD_SHOWN = 86_400_000;
/** Seconds for which the counterpart may ask this side to wait, at most: it cannot silence it for good. */
const WAIT_LIMIT = 3600;
/** Without anything to bring, the line is asked this often whether it stands. Milliseconds. */
const IDLE = 20_000;

/** A delivery of nothing: its answer says what is missing. */
const NO_PARTS = '{"parts":[]}';

/** What a courier is given; the counterpart's cosigning keys are pinned. */
export interface CourierRoom extends Answering {
  readonly line: Caller;
  /** The epochs of the own log. */
  readonly epochs: Epochs;
  readonly now: () => Date;
  /** Milliseconds an own act may stand unreceived before that is an alarm. */
  readonly alarmAfter: number;
  /** A number in [0, 1): the jitter. */
  readonly chance: () => number;
  /** Exchanges digests with the counterpart once it holds everything; true where something changed. */
  readonly compare: (line: Caller) => Promise<void>;
  /** Carries chunks of files, until there is something else to bring; true where some are left. */
  readonly carry: (ask: Caller['ask'], isWanted: () => boolean) => Promise<boolean>;
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
  /** Whether it was woken since chunks were last begun: acts go before them. */
  #wanted = false;
  /** Until when the counterpart wants no chunks, by the clock of the machine. */
  #carryAt = 0;
  #wake: (() => void) | undefined;
  /** Ends the pause now. */
  #cut: (() => void) | undefined;
  /** When the last round began, by the clock of the machine, in milliseconds. */
  #tried = 0;
  #running: Promise<void> | undefined;
  #failures = 0;
  #lastExchange: string | undefined;
  #lastError: string | undefined;
  /** The first entry that the counterpart has not judged; undefined until it has been asked. */
  #next: number | undefined;
  /** How many entries it said it holds: where bringing goes on, however it broke off. */
  #place = 0;
  /** Milliseconds for which it has asked this side to wait; 0 where it has not. */
  #asked = 0;
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
    this.#wanted = true;
    this.#wake?.();
  }

  /** The counterpart has called: it is there, so a broken line need not wait out its pause. */
  heard(): void {
    if (this.#failures > 0 && this.#asked === 0 && Date.now() - this.#tried > BACK_OFF.heard) this.#cut?.();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.wake();
    await this.#running;
  }

  async line(): Promise<LineView> {
    const head = await latestCheckpoint(this.#room.sql, OWN);
    const mirrored = await this.#cosignedBy('mirror');
    const flood = await lastFlood(this.#room.sql);
    const [oldest] = await readEntries(this.#room.sql, OWN, mirrored, mirrored + 1);
    return {
      state: this.#state(),
      lastExchange: this.#lastExchange,
      lastError: this.#lastError,
      behind: Math.max(0, (head?.size ?? 0) - mirrored),
      waiting: oldest?.at.toISOString(),
      late: oldest !== undefined && this.#room.now().getTime() - oldest.at.getTime() > this.#room.alarmAfter,
      flooded:
        flood !== undefined && this.#room.now().getTime() - flood.getTime() < FLOOD_SHOWN
          ? flood.toISOString()
          : undefined,
    };
  }

  #state(): LineView['state'] {
    if (this.#asked > 0) return 'paused';
    if (this.#failures > 0) return 'broken';
    return this.#lastExchange === undefined ? 'never' : 'open';
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
    this.#asked = 0;
    this.#lastError = undefined;
    this.#lastExchange = this.#room.now().toISOString();
    if (before > 0) this.#room.changed();
  }

  #failed(cause: unknown): void {
    this.#failures += 1;
    this.#lastError = cause instanceof Error ? cause.message : String(cause);
    this.#asked = cause instanceof Refusal && cause.wait !== undefined ? cause.wait * 1000 : 0;
    // Nothing is tried at once after a failure, however loudly it is asked for.
    this.#woken = false;
    if (this.#failures === 1) this.#room.changed();
  }

  async #rest(): Promise<void> {
    const step = Math.min(BACK_OFF.last, BACK_OFF.first * 2 ** Math.min(this.#failures - 1, 20));
    const own = this.#failures === 0 ? IDLE : step * (0.5 + this.#room.chance() / 2);
    // Never before the time that was asked for, and not all at once after it.
    const pause = Math.max(own, this.#asked * (1 + this.#room.chance() / 10));
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

  /** Asks the counterpart; throws for how long it wants to be left alone, where it says so. */
  async #ask(...asked: Parameters<Caller['ask']>): Promise<Heard> {
    const heard = await this.#room.line.ask(...asked);
    if (heard.status !== 429 && heard.status !== 503) return heard;
    const wait = waitIn(heard);
    const said = (fromUtf8(heard.body) ?? '').slice(0, 300).trim();
    const code = heard.status === 429 ? 'rate-exceeded' : 'size-conflict';
    throw new Refusal(code, `The counterpart answered ${asked[1]} with ${heard.status}: ${said}`, { wait });
  }

  /** The counterpart has started anew: what it cosigned before it may have lost; it may take more at a time now. */
  restarted(): void {
    this.#unsure = true;
    this.#carryAt = 0;
    this.wake();
    if (this.#asked > 0) this.#cut?.();
  }

  /** One round: checkpoint, entries, parts, digests; each only where it is due. */
  async #round(): Promise<void> {
    const head = await latestCheckpoint(this.#room.sql, OWN);
    if (head !== undefined) {
      if (this.#unsure) await this.#ascertain();
      for (const end of [...(await this.#closings(head)), head]) {
        await this.#bringCheckpoint(end);
        await this.#bringEntries(end);
      }
    }
    await this.#follow(head);
  }

  /** Ends of closed epochs that the counterpart does not hold: they come before what follows them. */
  async #closings(head: CheckpointRow): Promise<readonly CheckpointRow[]> {
    const mirrored = this.#lost ?? (await this.#cosignedBy('mirror'));
    const ends = this.#room.epochs.flatMap(({ closed }) => (closed === undefined ? [] : [closed.size]));
    const missing = ends.filter((size) => size > mirrored && size < head.size);
    const rows = await Promise.all(missing.map(async (size) => await checkpointAt(this.#room.sql, OWN, size)));
    return rows.filter((row) => row !== undefined);
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
      const ask: Caller['ask'] = async (...asked) => await this.#ask(...asked);
      await this.#room.compare({ ...this.#room.line, ask });
      await this.#carry(ask);
    };
    const following = rest().finally(() => {
      followed = true;
      this.#wake?.();
    });
    // Both end before the round does, however either ends: a round never runs beside the next.
    const ends = await Promise.allSettled([following, this.#ahead(() => followed)]);
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }

  /** Chunks of files go last: nothing waits for them, not where the counterpart asks to wait with them either. */
  async #carry(ask: Caller['ask']): Promise<void> {
    if (this.#tried < this.#carryAt) return;
    this.#wanted = false;
    try {
      if (await this.#room.carry(ask, () => this.#wanted || this.#stopped)) this.#woken = true;
    } catch (cause) {
      if (!(cause instanceof Refusal) || cause.wait === undefined) throw cause;
      this.#carryAt = Date.now() + cause.wait * 1000;
    }
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
    let size = 0;
    for (const { key } of this.#room.epochs) {
      const heard = await this.#ask('GET', `/${originHash(key.name)}/checkpoint`);
      if (heard.status !== 200 && heard.status !== 404) throw unexpected('checkpoint', heard);
      if (heard.status === 200) size = Math.max(size, parseCheckpoint(parseNote(heard.body).text).size);
    }
    this.#lost = size < (await this.#cosignedBy('mirror')) ? size : undefined;
    this.#next = undefined;
    this.#place = 0;
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
      const heard = await this.#ask('POST', '/add-checkpoint', body);
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
    const cosigned = this.#lost ?? (await this.#cosignedBy('mirror'));
    if (cosigned >= head.size && (await this.#isCosigned('mirror', head))) return;
    let start = Math.min(head.size, Math.max(cosigned, this.#place));
    for (;;) {
      const { body } = await entriesBody(this.#room.sql, head.size, start);
      const heard = await this.#ask('POST', '/add-entries', body);
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
      this.#place = info.next;
    }
  }

  /** Brings the parts of every entry from the first that the counterpart has not judged. */
  async #bringParts(head: CheckpointRow): Promise<void> {
    // Asked first: what it has judged already need not be brought to it again.
    let next = this.#next ?? (await this.#tellParts(utf8(NO_PARTS)));
    for (let round = 0; next < head.size; round++) {
      const { body, end } = await partsBody(this.#room, next, head.size);
      const answered = await this.#tellParts(body);
      if (answered < end && answered <= next && round > 0) {
        throw refuse('size-conflict', `The counterpart still waits for parts of entry ${answered}.`);
      }
      next = answered;
    }
    this.#next = next;
  }

  /** Brings parts; gives the first entry that is not judged then. */
  async #tellParts(body: Uint8Array): Promise<number> {
    const heard = await this.#ask('POST', '/parts', body);
    if (heard.status !== 200) throw unexpected('parts', heard);
    const answered = (JSON.parse(fromUtf8(heard.body) ?? '{}') as { next?: unknown }).next;
    if (typeof answered !== 'number' || !Number.isSafeInteger(answered)) throw unexpected('parts', heard);
    return answered;
  }
}

/** Seconds that an answer asks to wait. */
function waitIn({ headers }: Heard): number {
  const said = Number(headers['retry-after']);
  return Number.isSafeInteger(said) ? Math.min(WAIT_LIMIT, Math.max(1, said)) : 1;
}

function unexpected(what: string, heard: Heard): Refusal {
  const said = (fromUtf8(heard.body) ?? hex(heard.body.subarray(0, 64))).slice(0, 300);
  return refuse('size-conflict', `The counterpart answered ${what} with ${heard.status}: ${said}`);
}
