// The start-up gate: before it signs anything a node asks the counterpart how much of its own log is known there.
import type { PublicKey, VerifyEd25519 } from '../act/key.ts';
import { sameBytes } from '../act/bytes.ts';
import { parseNote, verifyNote } from '../act/note.ts';
import { Refusal, refuse } from '../act/refusal.ts';
import { type Checkpoint, originHash, parseCheckpoint } from '../log/checkpoint.ts';
import { type Epoch, type Epochs, latestEpoch, signs } from '../log/epoch.ts';
import { rootAt } from './epochs.ts';
import type { Sql } from './store/database.ts';
import { keepEvidence } from './store/evidence.ts';
import { latestCheckpoint, OWN, readLogs } from './store/record.ts';
import type { Caller } from './wire.ts';

/** A state of the own log that its own key signed, as the counterpart showed it. */
export interface Shown extends Checkpoint {
  readonly note: Uint8Array;
}

export interface GateRoom {
  readonly sql: Sql;
  readonly line: Caller;
  /** The epochs of the own log: the counterpart is asked for each. */
  readonly epochs: Epochs<PublicKey>;
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
    const { epochs, sql } = this.#room;
    for (const epoch of epochs) {
      const held = await this.#ask(epoch, 'checkpoint');
      if (held === undefined) continue;
      if (held.size > (await readLogs(sql))[OWN].size) await this.#room.recover(held);
      await this.#requireSame(held);
    }
    // What was seen of a closed epoch beyond its end is nobody's any more: it was closed by the root.
    const witnessed = await this.#ask(latestEpoch(epochs), 'witnessed');
    if (witnessed !== undefined) await this.#requireSame(witnessed);
  }

  async #ask(epoch: Epoch<PublicKey>, what: 'checkpoint' | 'witnessed'): Promise<Shown | undefined> {
    const { line, verify } = this.#room;
    const { key } = epoch;
    const origin = key.name;
    const heard = await line.ask('GET', `/${originHash(origin)}/${what}`);
    if (heard.status === 404) return undefined;
    if (heard.status === 410) {
      throw this.#shut(refuse('log-closed', `The counterpart has pinned a card by which ${origin} is closed.`));
    }
    if (heard.status !== 200) throw refuse('gate-shut', `The counterpart answered ${what} with ${heard.status}.`);
    const note = parseNote(heard.body);
    const said = parseCheckpoint(note.text);
    if (said.origin !== origin || verifyNote(note, [key], verify).length === 0) {
      throw refuse('checkpoint-invalid', `The counterpart showed a checkpoint of ${said.origin} as of this log.`);
    }
    if (what === 'checkpoint' && said.size > 0 && !signs(epoch, said.size)) {
      throw this.#shut(refuse('record-forked', `The counterpart holds ${said.size} entries of ${origin}.`));
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
    const root = await rootAt(sql, own, shown.size);
    if (root !== undefined && sameBytes(root, shown.root)) return;
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
