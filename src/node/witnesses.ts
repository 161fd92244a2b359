// Witnesses of neither side: each is asked to cosign every signed head of this log, at its own pace, by tlog-witness.
import { fromUtf8, utf8 } from '../act/bytes.ts';
import type { PublicKey, Verification } from '../act/key.ts';
import { formatLine, parseNote } from '../act/note.ts';
import { Refusal, refuse } from '../act/refusal.ts';
import { verifyCosignatureOf } from '../log/cosignature.ts';
import { formatAddCheckpoint, parseTreeSize } from '../log/mirror.ts';
import { consistencyProof } from '../log/proof.ts';
import { insertCosignatures, latestCosignatures } from './store/cosignatures.ts';
import type { Sql } from './store/database.ts';
import { hashReader } from './store/hashes.ts';
import { type CheckpointRow, latestCheckpoint, OWN, readLogs } from './store/record.ts';
import type { WitnessView } from './window.ts';

/**
 * Milliseconds: between two questions to one witness, at least; between tries while it fails, doubled each time from
 * the first to the last, times 0.5 to 1.
 */
export const PACE = { least: 1000, first: 200, last: 600_000 } as const;
/** After this many failures in a row its circuit is open: it is tried once in `PACE.last`, and the record says so. */
export const OPENS_AFTER = 5;
/** Bytes of an answer, and milliseconds it may take. */
const ANSWER_LIMIT = 65_536;
const ANSWER_TIMEOUT = 10_000;

/** A witness as settings name it. */
export interface ThirdParty {
  readonly key: PublicKey;
  /** Its submission prefix. */
  readonly url: string;
}

export interface WitnessesRoom {
  readonly sql: Sql;
  readonly witnesses: readonly ThirdParty[];
  /** Where the epoch of now begins: of its log a witness has seen nothing before it is shown more than that. */
  readonly base: number;
  readonly verify: Verification;
  readonly now: () => Date;
  /** A number in [0, 1): the jitter. */
  readonly chance: () => number;
  readonly changed: () => void;
}

interface Heard {
  readonly status: number;
  readonly body: Uint8Array;
}

async function post(url: string, body: Uint8Array, ending: AbortSignal): Promise<Heard> {
  const address = `${url.replace(/\/+$/, '')}/add-checkpoint`;
  const signal = AbortSignal.any([ending, AbortSignal.timeout(ANSWER_TIMEOUT)]);
  const heard = await fetch(address, { method: 'POST', body: Buffer.from(body), redirect: 'error', signal });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (heard.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > ANSWER_LIMIT) throw refuse('delivery-too-large', `The witness at ${url} answers without end.`);
    chunks.push(chunk);
  }
  return { status: heard.status, body: Buffer.concat(chunks) };
}

/** One witness: what it was asked last, how it failed, when it is asked again. */
class Asker {
  readonly of: ThirdParty;
  readonly #room: WitnessesRoom;
  failures = 0;
  lastError: string | undefined;
  #stopped = false;
  #woken = false;
  #wake: (() => void) | undefined;
  #running: Promise<void> | undefined;
  /** Cuts short what is under way when the node ends. */
  readonly #ending = new AbortController();

  constructor(room: WitnessesRoom, of: ThirdParty) {
    this.#room = room;
    this.of = of;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  wake(): void {
    this.#woken = true;
    this.#wake?.();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#ending.abort();
    this.wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      this.#woken = false;
      const wasOpen = this.failures >= OPENS_AFTER;
      try {
        await this.#bring();
        this.failures = 0;
        this.lastError = undefined;
        if (wasOpen) this.#room.changed();
      } catch (cause) {
        this.failures += 1;
        this.lastError = cause instanceof Error ? cause.message : String(cause);
        if (this.failures === 1 || this.failures === OPENS_AFTER) this.#room.changed();
      }
      await this.#rest();
    }
  }

  /** A pause that nothing but the end of the node cuts short; then, where all is well, until there is a new head. */
  async #rest(): Promise<void> {
    const { failures } = this;
    const doubled = Math.min(PACE.last, PACE.first * 2 ** (failures - 1));
    const step = failures >= OPENS_AFTER ? PACE.last : doubled;
    await this.#pause(failures === 0 ? PACE.least : step * (0.5 + this.#room.chance() / 2), () => this.#stopped);
    if (failures === 0 && !this.#woken) await this.#pause(undefined, () => true);
  }

  async #pause(milliseconds: number | undefined, isCut: () => boolean): Promise<void> {
    if (this.#stopped) return;
    await new Promise<void>((resolve) => {
      const timer = milliseconds === undefined ? undefined : setTimeout(resolve, milliseconds);
      this.#wake = () => {
        if (!isCut()) return;
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = undefined;
  }

  /** How much of this log the witness has cosigned, as far as is known here. */
  async cosigned(): Promise<{ readonly size: number; readonly at: Date } | undefined> {
    const held = await latestCosignatures(this.#room.sql, OWN);
    return held.find((row) => row.role === 'third' && row.signer === this.of.key.name);
  }

  async #bring(): Promise<void> {
    const { sql } = this.#room;
    const ending = this.#ending.signal;
    const head = await latestCheckpoint(sql, OWN);
    const { base } = this.#room;
    const cosigned = (await this.cosigned())?.size ?? 0;
    let old = cosigned > base ? cosigned : 0;
    if (head === undefined || head.size === old || head.size <= base) return;
    for (let tries = 0; tries < 3; tries++) {
      if (old > head.size) throw this.#behind(old, head.size);
      const [log] = await readLogs(sql);
      const proof = old === 0 ? [] : await consistencyProof(old, head.size, hashReader(sql, OWN, log.edge));
      const heard = await post(this.of.url, formatAddCheckpoint({ old, proof, checkpoint: head.note }), ending);
      if (heard.status === 200) return await this.#keep(head, heard);
      if (heard.status !== 409) throw this.#unexpected(heard);
      old = parseTreeSize(heard.body);
    }
    throw refuse('size-conflict', `The witness ${this.of.key.name} names another size each time.`);
  }

  /** Verifies and keeps the cosignature in an answer; lines of other keys are passed over. */
  async #keep(head: CheckpointRow, heard: Heard): Promise<void> {
    const { key } = this.of;
    const { text } = parseNote(head.note);
    const lines = parseNote(utf8(`${text}\n${fromUtf8(heard.body) ?? ''}`)).signatures;
    const line = lines.find((one) => one.name === key.name && one.id === key.id);
    const time = line === undefined ? undefined : verifyCosignatureOf(key, text, line.signature, this.#room.verify);
    if (line === undefined || time === undefined) {
      throw refuse('signature-invalid', `The witness ${key.name} cosigned ${head.size} entries.`);
    }
    const at = new Date(time * 1000);
    const row = { log: OWN as typeof OWN, size: head.size, role: 'third' as const, signer: key.name, at };
    await insertCosignatures(this.#room.sql, [{ ...row, line: formatLine(line) }]);
    this.#room.changed();
  }

  /**
   * Before anything is signed: shows it the newest checkpoint held. Where it has cosigned more, or another tree of that
   * size, this log has been signed further than is known here. A witness that cannot be asked stands in nobody's way.
   */
  async ascertain(): Promise<void> {
    const { sql } = this.#room;
    const head = await latestCheckpoint(sql, OWN);
    if (head === undefined || head.size <= this.#room.base) return;
    const asked = formatAddCheckpoint({ old: head.size, proof: [], checkpoint: head.note });
    const heard = await post(this.of.url, asked, this.#ending.signal).catch(() => undefined);
    const { size } = (await readLogs(sql))[OWN];
    if (heard?.status === 409) {
      const known = parseTreeSize(heard.body);
      if (known > size) throw this.#behind(known, size);
    }
    if (heard?.status === 422) {
      const what = `The witness ${this.of.key.name} has cosigned another tree of ${head.size} entries.`;
      throw refuse('record-forked', what);
    }
  }

  #behind(known: number, held: number): Refusal {
    return refuse('record-behind', `The witness ${this.of.key.name} has cosigned ${known} entries; ${held} are held.`);
  }

  #unexpected({ status, body }: Heard): Refusal {
    const said = (fromUtf8(body) ?? '').slice(0, 200).trim();
    return refuse('checkpoint-invalid', `The witness ${this.of.key.name} answered with ${status}: ${said}`);
  }
}

export class Witnesses {
  readonly #askers: readonly Asker[];

  constructor(room: WitnessesRoom) {
    this.#askers = room.witnesses.map((of) => new Asker(room, of));
  }

  /** Starts asking; returns at once. */
  start(): void {
    for (const asker of this.#askers) asker.start();
  }

  /** There is a new head. */
  wake(): void {
    for (const asker of this.#askers) asker.wake();
  }

  async stop(): Promise<void> {
    await Promise.all(this.#askers.map(async (asker) => await asker.stop()));
  }

  /** Throws where a witness has cosigned more of this log than is held: nothing may be signed then (LOG-2). */
  async ascertain(): Promise<void> {
    await Promise.all(this.#askers.map(async (asker) => await asker.ascertain()));
  }

  async view(): Promise<readonly WitnessView[]> {
    return await Promise.all(
      this.#askers.map(async (asker): Promise<WitnessView> => {
        const held = await asker.cosigned();
        const { failures, lastError, of } = asker;
        const answers = held === undefined ? 'never' : 'well';
        const state = failures >= OPENS_AFTER ? 'open' : failures > 0 ? 'failing' : answers;
        return { name: of.key.name, url: of.url, state, size: held?.size, at: held?.at.toISOString(), lastError };
      }),
    );
  }
}
