// A sitting: judges the acts of one batch, one after the other, each by what stood when it was written.
import type { Act } from '../act/act.ts';
import { base64, sameBytes } from '../act/bytes.ts';
import type { PublicKey, Verification } from '../act/key.ts';
import { KEYS } from '../act/keys.ts';
import type { BodyOf } from '../act/kind.ts';
import { RECORD_REJECTED, REJECTS } from '../act/kinds.ts';
import { parseNote } from '../act/note.ts';
import { BODY_PART } from '../act/part.ts';
import { isRefusalCode, Refusal, refuse } from '../act/refusal.ts';
import type { FoldedAct } from '../act/register.ts';
import type { Agreement } from '../agreement/agreement.ts';
import type { Checkpoint } from '../log/checkpoint.ts';
import { LogError } from '../log/error.ts';
import { checkNoted, type NotedKeys } from '../log/noted.ts';
import { subtreeHash } from '../log/proof.ts';
import type { AreaKind, Standing } from '../area.ts';
import { actOf } from './delivery.ts';
import type { Foresight } from './foresight.ts';
import { type Admitted, type Door, type Given, judge, requireLaw, seenAfter, vouch } from './intake.ts';
import type { Keeper, Keeping } from './keeper.ts';
import { toFolded } from './store/acts.ts';
import { hashReader } from './store/hashes.ts';
import type { Tx } from './store/database.ts';
import { nextNoted, notedBefore } from './store/noted.ts';
import {
  checkpointAt,
  findAct,
  type LogNumber,
  type LogRow,
  findActs,
  markRejected,
  NOTED,
  numbersUsed,
  OTHER,
  OWN,
  readBodies,
  readEntries,
  seenBefore,
} from './store/record.ts';

/** What a node judges by; the same for every sitting. */
export interface Court {
  readonly agreement: Agreement;
  readonly kinds: ReadonlyMap<string, AreaKind>;
  readonly keeper: Keeper;
  readonly foresight: Foresight;
  readonly root: (side: string) => PublicKey | undefined;
  /** By whose keys an entry of each log vouches for the other one, by log number. */
  readonly noted: readonly [own: NotedKeys, other: NotedKeys];
  readonly verification: Verification;
  readonly emptyRoot: Uint8Array;
  readonly key: (written: string) => PublicKey;
}

/** One batch of one log under judgement, inside the transaction that holds both heads. */
export class Sitting {
  readonly #court: Court;
  readonly #tx: Tx;
  readonly #logs: readonly [LogRow, LogRow];
  readonly #log: LogNumber;
  readonly #keeping: Keeping;
  readonly #said = new Map<string, FoldedAct>();
  /** Numbers used before this batch and in it, among those the batch was foreseen to use. */
  #numbers = new Set<string>();
  /** Acts of this batch that stand already. */
  #repeats = new Set<string>();
  readonly #roots = new Map<number, Promise<Uint8Array | undefined>>();
  #index: number;
  #seen: number;
  /** How much the last act that is no rejection had seen, once this sitting has taken or passed one. */
  #spoken: number | undefined;
  /** How much of the other log the notes of it taken so far cover, once this sitting has asked. */
  #noted: number | undefined;

  private constructor(court: Court, tx: Tx, logs: readonly [LogRow, LogRow], log: LogNumber, keeping: Keeping) {
    this.#court = court;
    this.#tx = tx;
    this.#logs = logs;
    this.#log = log;
    this.#keeping = keeping;
    this.#index = logs[log].folded;
    this.#seen = logs[log].seen;
  }

  static async open(court: Court, tx: Tx, logs: readonly [LogRow, LogRow], log: LogNumber): Promise<Sitting> {
    return new Sitting(court, tx, logs, log, await court.keeper.open(tx, logs));
  }

  /**
   * Looks up what the judgement of a batch will ask, all at once; gives the batch with what could be read of it. Call
   * once, before the first `take`.
   */
  async foresee(batch: readonly Given[]): Promise<readonly Given[]> {
    const given = batch.map((one) => ({ ...one, act: one.act ?? actOf(one.bytes) }));
    const acts = given.flatMap((one) => (one.act === undefined ? [] : [one.act]));
    for (const name of new Set(acts.flatMap((act) => act.note.signatures.map((line) => line.name)))) {
      await this.#keeping.at(KEYS, name, [Infinity, Infinity]);
    }
    const verified = Promise.all(acts.map(async (act) => await this.#court.foresight.begin(act)));
    const found = await findActs(
      this.#tx,
      acts.map((act) => act.id),
    );
    // An entry of the copy is stored before it is judged: only one before this batch repeats it.
    const before = found.filter((entry) => entry.log !== this.#log || entry.idx < this.#index);
    this.#repeats = new Set(before.map((entry) => entry.act));
    const numbers = acts.map((act) => `${act.header.by} ${act.header.number}`);
    this.#numbers = new Set(await numbersUsed(this.#tx, this.#log, numbers, this.#index));
    await verified;
    return given;
  }

  /** How much of the other log this log has seen after what was taken so far. */
  get seen(): number {
    return this.#seen;
  }

  /** Index of the next act to be taken. */
  get index(): number {
    return this.#index;
  }

  /** Judges the next act and folds it; a refusal leaves the sitting as it was. */
  async take(given: Given): Promise<Admitted> {
    const { side } = this.#logs[this.#log];
    const admitted = await judge(given, { side, index: this.#index, seen: this.#seen }, this.#door(), (seen) =>
      this.#standing(seen),
    );
    await this.#keeping.fold(admitted.folded, this.#log);
    if (admitted.act.header.kind === RECORD_REJECTED.id) await this.#reject(admitted.folded);
    else this.#spoken = seenAfter(this.#seen, admitted.act);
    this.#said.set(admitted.act.id, admitted.folded);
    this.#numbers.add(`${admitted.act.header.by} ${admitted.act.header.number}`);
    this.#seen = seenAfter(this.#seen, admitted.act);
    this.#index += 1;
    return admitted;
  }

  async #covered(): Promise<number> {
    this.#noted ??= await notedBefore(this.#tx, this.#log, this.#index);
    return this.#noted;
  }

  /**
   * Takes the next entry where it is no act but notes a checkpoint of the other log: signed and cosigned, of a root
   * that log had, larger than the one noted before. It is folded into nothing, and nothing is seen by it. A refusal
   * leaves the sitting as it was.
   */
  async note(bytes: Uint8Array): Promise<void> {
    const { origin, size, root } = this.#checkpointOf(bytes);
    const what = `The entry notes ${origin} at ${size}.`;
    const covered = await this.#covered();
    if (size <= covered) throw refuse('size-conflict', `${what} One before it has noted ${covered}.`);
    const known = await this.#rootAt(this.#across(), size);
    if (known === undefined || !sameBytes(known, root)) throw refuse('seen-diverges', what);
    this.#noted = size;
    this.skip();
  }

  #checkpointOf(bytes: Uint8Array): Checkpoint {
    try {
      return checkNoted(parseNote(bytes), this.#court.noted[this.#log], this.#court.verification);
    } catch (cause) {
      if (cause instanceof LogError) throw refuse('checkpoint-invalid', cause.message, cause);
      throw cause;
    }
  }

  /** Passes over an entry that notes a checkpoint and is not accepted. */
  skip(): void {
    this.#index += 1;
  }

  /**
   * The entry that comes in front of a batch of own acts: the newest checkpoint of the other log that is judged here,
   * where an act of the batch has seen what no such entry covers yet. Rejections ask for none, so that none is ever the
   * cause of another. Taken already; undefined where none is due.
   */
  async noteOther(batch: readonly Given[]): Promise<Uint8Array | undefined> {
    const asks = ({ act }: Given): boolean => act !== undefined && act.header.kind !== RECORD_REJECTED.id;
    const most = Math.max(0, ...batch.filter(asks).map(({ act }) => act?.header.seen.size ?? 0));
    const covered = most === 0 ? 0 : await this.#covered();
    const bytes = most <= covered ? undefined : await nextNoted(this.#tx, covered);
    if (bytes === undefined) return undefined;
    try {
      await this.note(bytes);
      return bytes;
    } catch (cause) {
      // What cannot be vouched for now is vouched for with a later act; this one need not wait for it.
      if (cause instanceof Refusal) return undefined;
      throw cause;
    }
  }

  /** Takes an act of this log that was accepted before, as recovery does: folds it and judges nothing. */
  async adopt(given: Given): Promise<Act | undefined> {
    const act = given.act ?? actOf(given.bytes);
    if (act !== undefined) {
      this.#seen = seenAfter(this.#seen, act);
      const at = { bytes: given.bytes, idx: this.#index, seen: this.#seen };
      const body = given.parts.find((part) => part.name === BODY_PART)?.bytes;
      const folded = toFolded(at, this.#logs[this.#log].side, body, act);
      await this.#keeping.fold(folded, this.#log);
      this.#said.set(act.id, folded);
      if (act.header.kind === RECORD_REJECTED.id) await this.#reject(folded);
    }
    this.#index += 1;
    return act;
  }

  /**
   * Passes over an entry that is kept but not accepted: it is folded into nothing. What it says it has seen counts as
   * it does at its issuer, as far as there is that much to see.
   */
  pass(act: Act | undefined): void {
    const { size } = this.#logs[this.#across()];
    const said = act === undefined || act.header.seen.size > size ? 0 : act.header.seen.size;
    this.#seen = Math.max(this.#seen, said);
    if (act?.header.kind !== RECORD_REJECTED.id) this.#spoken = this.#seen;
    this.#index += 1;
  }

  /**
   * A rejection stands only where it was said at once: the last act of its own log that is no rejection had not seen
   * the entry. Otherwise a side could take back years later what both had gone by.
   */
  async #requireRejection(act: FoldedAct): Promise<void> {
    const { index, leaf } = act.body as BodyOf<typeof RECORD_REJECTED>;
    const what = `The act rejects entry ${index} of the other log.`;
    const [entry] = await readEntries(this.#tx, this.#across(), index, index + 1);
    if (entry === undefined || index >= act.header.seen.size || base64(entry.leaf) !== leaf) {
      throw refuse('reference-unknown', what);
    }
    const names = act.header.re.filter((one) => one.role === REJECTS && one.act === entry.act).length;
    if (act.header.re.length !== names || names > 1) throw refuse('reference-unknown', what);
    const spoken = this.#spoken ?? (await seenBefore(this.#tx, this.#log, this.#index, RECORD_REJECTED.id));
    if (spoken > index || entry.rejected_by !== null) throw refuse('state-forbids', what);
  }

  /** The entry that the act rejects counts for nothing from here on, in the registers of either side. */
  async #reject(act: FoldedAct): Promise<void> {
    const { index, code } = act.body as BodyOf<typeof RECORD_REJECTED>;
    const across = this.#across();
    const [entry] = await readEntries(this.#tx, across, index, index + 1);
    // In recovery the other log may not be back yet.
    if (entry === undefined) return;
    if (entry.contested === null && entry.kind !== NOTED) {
      const bodies = await readBodies(this.#tx, across, [index]);
      await this.#keeping.unfold(toFolded(entry, this.#logs[across].side, bodies.get(index)), across);
    }
    const reason = entry.contested ?? (isRefusalCode(code) ? code : 'rejected-otherwise');
    await markRejected(this.#tx, across, index, act.index, reason);
  }

  /** Judges only the law of an act not yet signed, as if it were next. Folds nothing. */
  async consider(act: Omit<FoldedAct, 'index' | 'seen'>): Promise<void> {
    const seen = Math.max(this.#seen, act.header.seen.size);
    const folded: FoldedAct = { ...act, index: this.#index, seen };
    await requireLaw(folded, this.#door(), this.#standing(seen));
  }

  /** Judges what can be judged of an act of this log that came without it. Folds nothing. */
  async vouch(given: Given): Promise<FoldedAct> {
    await this.foresee([given]);
    const { side } = this.#logs[this.#log];
    const at = { side, index: this.#index, seen: this.#seen };
    return await vouch(given, at, this.#door(), this.#standing(this.#logs[this.#across()].size));
  }

  /** Writes what was folded. Call once, after the last act. */
  async close(at: Date): Promise<void> {
    const own = this.#log === OWN ? this.#index : this.#logs[OWN].folded;
    const other = this.#log === OTHER ? this.#index : this.#logs[OTHER].folded;
    await this.#keeping.flush(own, other, at);
  }

  /** The transaction is durable: what was folded may be remembered. */
  committed(): void {
    this.#keeping.committed();
  }

  #across(): LogNumber {
    return this.#log === OWN ? OTHER : OWN;
  }

  #door(): Door {
    const across = this.#across();
    return {
      agreement: this.#court.agreement,
      kinds: this.#court.kinds,
      verify: this.#court.foresight.verify,
      key: this.#court.key,
      root: this.#court.root,
      otherEpochs: this.#court.noted[this.#log].log,
      otherRoot: async (size) => {
        const known = this.#roots.get(size) ?? this.#rootAt(across, size);
        this.#roots.set(size, known);
        return await known;
      },
      repeated: (id) => this.#said.has(id) || this.#repeats.has(id),
      numberUsed: (body, number) => this.#numbers.has(`${body} ${number}`),
      requireRejection: async (act) => await this.#requireRejection(act),
    };
  }

  /** The root of a log at a size of which the checkpoint may be gone, as after recovery; none beyond what is held. */
  async #rootAt(log: LogNumber, size: number): Promise<Uint8Array | undefined> {
    if (size === 0) return this.#court.emptyRoot;
    const known = await checkpointAt(this.#tx, log, size);
    if (known !== undefined) return known.root;
    const { edge, size: held } = this.#logs[log];
    return size > held ? undefined : await subtreeHash(0, size, hashReader(this.#tx, log, edge));
  }

  #standing(seen: number): Standing {
    const cut: readonly [number, number] = this.#log === OWN ? [this.#index, seen] : [seen, this.#index];
    return {
      agreement: this.#court.agreement,
      state: async (register, subject) => await this.#keeping.at(register, subject, cut),
      root: async (size) => {
        const root = size > this.#index ? undefined : await this.#rootAt(this.#log, size);
        return root === undefined ? undefined : base64(root);
      },
      act: async (id) => this.#said.get(id) ?? (await this.#find(id, cut)),
    };
  }

  async #find(id: string, cut: readonly [number, number]): Promise<FoldedAct | undefined> {
    const entry = await findAct(this.#tx, id);
    if (entry === undefined || entry.contested !== null || entry.kind === NOTED) return undefined;
    if (entry.idx >= cut[entry.log]) return undefined;
    const bodies = await readBodies(this.#tx, entry.log, [entry.idx]);
    return toFolded(entry, this.#logs[entry.log].side, bodies.get(entry.idx));
  }
}
