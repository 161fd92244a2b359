// The courier: brings this side's log to the counterpart, keeps its cosignatures, compares the registers of both.
import { base64, fromUtf8, hex, utf8 } from '../act/bytes.ts';
import type { PublicKey, Verification } from '../act/key.ts';
import { formatLine, parseNote } from '../act/note.ts';
import { Refusal, refuse } from '../act/refusal.ts';
import { originHash, parseCheckpoint } from '../log/checkpoint.ts';
import { verifyCosignatureOf } from '../log/cosignature.ts';
import { formatAddCheckpoint, parseMirrorInfo, parseTreeSize } from '../log/mirror.ts';
import { consistencyProof, subtreeConsistencyProof } from '../log/proof.ts';
import { encodeAddEntries, packageCount, packageRange, PACKAGES_LIMIT } from '../log/upload.ts';
import type { LineView } from './window.ts';
import type { Sql } from './store/database.ts';
import { hashReader } from './store/hashes.ts';
import { type CosignatureRow, cosignaturesAt, insertCosignatures, latestCosignatures } from './store/cosignatures.ts';
import { type CheckpointRow, latestCheckpoint, OWN, type PartRow, readEntries, readLogs } from './store/record.ts';
import type { Caller, Heard } from './wire.ts';

/**
 * Milliseconds between tries when the line is broken: doubled each time from the first to the last, with jitter; not
 * before `heard` has passed where the counterpart itself has called.
 */
export const BACK_OFF = { first: 200, last: 30_000, heard: 500 } as const;
/** Parts in one delivery. */
const PARTS_LIMIT = 2048;
/** Bytes of entries, and of parts, in one delivery, about. */
const DELIVERY_BYTES = 8 * 1024 * 1024;
/** Without anything to bring, the line is asked this often whether it stands. Milliseconds. */
const IDLE = 20_000;

export interface CourierRoom {
  readonly sql: Sql;
  readonly line: Caller;
  /** The counterpart's cosigning keys, pinned. It is asked again until each has cosigned. */
  readonly witness: readonly PublicKey[];
  readonly mirror: readonly PublicKey[];
  readonly verify: Verification;
  readonly now: () => Date;
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
    return {
      state: this.#failures > 0 ? 'broken' : this.#lastExchange === undefined ? 'never' : 'open',
      lastExchange: this.#lastExchange,
      lastError: this.#lastError,
      behind: Math.max(0, (head?.size ?? 0) - mirrored),
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
      await this.#bringParts(head);
      this.#lost = undefined;
    }
    await this.#room.compare(this.#room.line);
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
      const [log] = await readLogs(this.#room.sql);
      const proof = old === 0 ? [] : await consistencyProof(old, head.size, hashReader(this.#room.sql, OWN, log.edge));
      const heard = await this.#room.line.ask(
        'POST',
        '/add-checkpoint',
        formatAddCheckpoint({ old, proof, checkpoint: head.note }),
      );
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

  /** Verifies and keeps the cosignatures in an answer. The first key must have cosigned; the others may have. */
  async #keep(role: 'witness' | 'mirror', head: CheckpointRow, heard: Heard): Promise<void> {
    const { text } = parseNote(head.note);
    const lines = parseNote(utf8(`${text}\n${fromUtf8(heard.body) ?? ''}`)).signatures;
    const rows: CosignatureRow[] = [];
    for (const [i, key] of this.#room[role].entries()) {
      const line = lines.find((candidate) => candidate.name === key.name && candidate.id === key.id);
      if (line === undefined && i > 0) continue;
      const time =
        line === undefined ? undefined : verifyCosignatureOf(key, text, line.signature, this.#room.verify);
      if (line === undefined || time === undefined) {
        throw refuse('signature-invalid', `The counterpart's ${role} cosigned ${head.size} entries as ${key.name}.`);
      }
      const at = new Date(time * 1000);
      rows.push({ log: OWN, size: head.size, role, signer: key.name, line: formatLine(line), at });
    }
    await insertCosignatures(this.#room.sql, rows);
    this.#room.changed();
  }

  async #bringEntries(head: CheckpointRow): Promise<void> {
    let start = this.#lost ?? (await this.#cosignedBy('mirror'));
    if (start >= head.size && (await this.#isCosigned('mirror', head))) return;
    for (;;) {
      const heard = await this.#room.line.ask('POST', '/add-entries', await this.#upload(head.size, start));
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

  async #upload(size: number, start: number): Promise<Uint8Array> {
    const [log] = await readLogs(this.#room.sql);
    const reader = hashReader(this.#room.sql, OWN, log.edge);
    const packages = [];
    let bytes = 0;
    for (let i = 0; i < Math.min(packageCount(start, size), PACKAGES_LIMIT) && bytes < DELIVERY_BYTES; i++) {
      const range = packageRange(start, size, i);
      const entries = (await readEntries(this.#room.sql, OWN, range.start, range.end)).map((entry) => entry.bytes);
      bytes += entries.reduce((sum, entry) => sum + entry.length, 0);
      const proof = await subtreeConsistencyProof(range.base, range.end, size, reader);
      packages.push({ ...range, entries, proof });
    }
    return encodeAddEntries({ origin: log.origin, start, end: size, ticket: new Uint8Array() }, packages);
  }

  /** Brings the parts of every entry from the first that the counterpart has not judged. */
  async #bringParts(head: CheckpointRow): Promise<void> {
    let next = Math.min(this.#next, head.size);
    for (let round = 0; next < head.size || round === 0; round++) {
      const { parts, end } = await this.#parts(next, head.size);
      if (parts.length === 0 && round === 0 && next >= head.size) return;
      const body = JSON.stringify({
        parts: parts.map(({ idx, name, salt, bytes }) => ({
          index: idx,
          name,
          salt: base64(salt),
          bytes: base64(bytes),
        })),
      });
      const heard = await this.#room.line.ask('POST', '/parts', body);
      if (heard.status !== 200) throw unexpected('parts', heard);
      const answered = (JSON.parse(fromUtf8(heard.body) ?? '{}') as { next?: unknown }).next;
      if (typeof answered !== 'number' || !Number.isSafeInteger(answered)) throw unexpected('parts', heard);
      if (answered < end && answered <= next && round > 0) throw unexpected('parts', heard);
      next = answered;
      this.#next = Math.min(answered, head.size);
    }
  }

  async #parts(start: number, size: number): Promise<{ readonly parts: readonly PartRow[]; readonly end: number }> {
    const parts: PartRow[] = [];
    let bytes = 0;
    let end = start;
    while (end < size && bytes < DELIVERY_BYTES && parts.length < PARTS_LIMIT) {
      const until = Math.min(size, end + 256);
      const sizes = await this.#room.sql<{ idx: number; parts: number; bytes: number }[]>`
        select idx, count(*) as parts, sum(length(bytes)) as bytes from parts
        where log = ${OWN} and idx >= ${end} and idx < ${until} group by idx order by idx`;
      // At least one entry goes, however large its parts: the wire takes the parts of any one act.
      const fits = (count: number, sum: number): boolean => count <= PARTS_LIMIT && sum <= DELIVERY_BYTES;
      let count = parts.length;
      let stop = until;
      for (const row of sizes) {
        count += row.parts;
        bytes += row.bytes;
        if (fits(count, bytes) || (parts.length === 0 && row === sizes[0])) continue;
        stop = row.idx;
        break;
      }
      const rows = await this.#room.sql<PartRow[]>`select * from parts where log = ${OWN} and idx >= ${end}
        and idx < ${stop} order by idx, name`;
      parts.push(...rows);
      end = stop;
      if (stop < until) break;
    }
    return { parts, end };
  }
}

function unexpected(what: string, heard: Heard): Refusal {
  const said = (fromUtf8(heard.body) ?? hex(heard.body.subarray(0, 64))).slice(0, 300);
  return refuse('size-conflict', `The counterpart answered ${what} with ${heard.status}: ${said}`);
}
