// The start-up gate: before it signs anything a node asks the counterpart how much of its own log is known there.
import type { PublicKey, VerifyEd25519 } from '../act/key.ts';
import { sameBytes } from '../act/bytes.ts';
import { parseNote, verifyNote } from '../act/note.ts';
import { Refusal, refuse } from '../act/refusal.ts';
import { type Checkpoint, originHash, parseCheckpoint } from '../log/checkpoint.ts';
import { subtreeHash } from '../log/proof.ts';
import type { Sql } from './store/database.ts';
import { keepEvidence } from './store/evidence.ts';
import { hashReader } from './store/hashes.ts';
import { checkpointAt, latestCheckpoint, type LogRow, OWN, readLogs } from './store/record.ts';
import type { Caller } from './wire.ts';

/** A state of the own log that its own key signed, as the counterpart showed it. */
export interface Shown extends Checkpoint {
  readonly note: Uint8Array;
}

export interface GateRoom {
  readonly sql: Sql;
  readonly line: Caller;
  readonly origin: string;
  readonly logKey: PublicKey;
  readonly verify: VerifyEd25519;
  readonly now: () => Date;
  /** Fetches what is missing of the own log, up to a state that the counterpart holds whole. */
  readonly recover: (to: Shown) => Promise<void>;
  /** Asks witnesses of neither side; throws where one has cosigned what is not held here. */
  readonly ascertain: () => Promise<void>;
}

/**
 * LOG-2. Shut until the counterpart has answered and nothing of its answer is beyond what is held here, or an operator
 * has confirmed what the counterpart told otherwise. Only the log's own signature counts: a bare number proves nothing.
 */
export class Gate {
  readonly #room: GateRoom;
  #open = false;
  #why: Refusal = refuse('gate-shut', 'The counterpart has not been asked yet.');

  constructor(room: GateRoom) {
    this.#room = room;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** Throws why nothing may be signed, while that is so. */
  require(): void {
    if (!this.#open) throw this.#why;
  }

  /**
   * An operator has been told by the counterpart, by other means than the line, that it knows `size` entries of this
   * log: the gate opens where at least as many are held.
   */
  async confirm(size: number): Promise<void> {
    const [own] = await readLogs(this.#room.sql);
    if (own.size < size)
      this.#shut(refuse('record-behind', `The counterpart knows ${size} entries; ${own.size} are held.`));
    else this.#open = true;
  }

  /** Asks, recovers what is missing, and opens; or throws why not. Does nothing once it is open. */
  async pass(): Promise<void> {
    if (this.#open) return;
    try {
      await this.check();
      await this.#room.ascertain();
      this.#open = true;
    } catch (cause) {
      this.#why =
        cause instanceof Refusal ? cause : refuse('gate-shut', 'The counterpart cannot be asked.', cause);
      throw cause;
    }
  }

  /** Asks, and recovers what is missing; shuts and throws where the own log is proved to be behind or forked. */
  async check(): Promise<void> {
    const held = await this.#ask('checkpoint');
    if (held !== undefined) {
      if (held.size > (await readLogs(this.#room.sql))[OWN].size) await this.#room.recover(held);
      await this.#requireSame(held);
    }
    const witnessed = await this.#ask('witnessed');
    if (witnessed !== undefined) await this.#requireSame(witnessed);
  }

  async #ask(what: 'checkpoint' | 'witnessed'): Promise<Shown | undefined> {
    const { line, origin, logKey, verify } = this.#room;
    const heard = await line.ask('GET', `/${originHash(origin)}/${what}`);
    if (heard.status === 404) return undefined;
    if (heard.status !== 200) throw refuse('gate-shut', `The counterpart answered ${what} with ${heard.status}.`);
    const note = parseNote(heard.body);
    const said = parseCheckpoint(note.text);
    if (said.origin !== origin || verifyNote(note, [logKey], verify).length === 0) {
      throw refuse('checkpoint-invalid', `The counterpart showed a checkpoint of ${said.origin} as of this log.`);
    }
    return { ...said, note: heard.body };
  }

  /** What was signed of this log before must be what is held of it now. */
  async #requireSame(shown: Shown): Promise<void> {
    const { sql } = this.#room;
    const [own] = await readLogs(sql);
    if (shown.size > own.size) {
      throw this.#shut(
        refuse('record-behind', `The counterpart knows ${shown.size} entries; ${own.size} are held here.`),
      );
    }
    if (sameBytes(await rootAt(sql, own, shown.size), shown.root)) return;
    const ours = await latestCheckpoint(sql, OWN);
    const held = ours?.note ?? new Uint8Array();
    await keepEvidence(sql, { log: OWN, what: 'fork', held, given: shown.note, at: this.#room.now() });
    throw this.#shut(refuse('record-forked', `Of this log two states at ${shown.size} entries are signed.`));
  }

  #shut(why: Refusal): Refusal {
    this.#open = false;
    this.#why = why;
    return why;
  }
}

/** The root of the own log at a size at which it may never have been signed. */
async function rootAt(sql: Sql, log: LogRow, size: number): Promise<Uint8Array> {
  const known = await checkpointAt(sql, OWN, size);
  return known?.root ?? (await subtreeHash(0, size, hashReader(sql, OWN, log.edge)));
}
