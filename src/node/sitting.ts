// A sitting: judges the acts of one batch, one after the other, each by what stood when it was written.
import type { PublicKey, VerifyEd25519 } from '../act/key.ts';
import type { FoldedAct } from '../act/register.ts';
import type { Agreement } from '../agreement/agreement.ts';
import type { AreaKind, Standing } from '../area.ts';
import { type Admitted, type Door, type Given, judge, requireLaw, seenAfter } from './intake.ts';
import { type Keeper, type Keeping, toFolded } from './keeper.ts';
import type { Tx } from './store/database.ts';
import {
  checkpointAt,
  findAct,
  type LogNumber,
  type LogRow,
  numberUsed,
  OTHER,
  OWN,
  readBodies,
} from './store/record.ts';

/** What a node judges by; the same for every sitting. */
export interface Court {
  readonly agreement: Agreement;
  readonly kinds: ReadonlyMap<string, AreaKind>;
  readonly keeper: Keeper;
  readonly verify: VerifyEd25519;
  readonly root: (side: string) => PublicKey | undefined;
  readonly emptyRoot: Uint8Array;
}

/** One batch of one log under judgement, inside the transaction that holds both heads. */
export class Sitting {
  readonly #court: Court;
  readonly #tx: Tx;
  readonly #logs: readonly [LogRow, LogRow];
  readonly #log: LogNumber;
  readonly #keeping: Keeping;
  readonly #said = new Map<string, FoldedAct>();
  readonly #numbers = new Set<string>();
  #index: number;
  #seen: number;

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
    this.#said.set(admitted.act.id, admitted.folded);
    this.#numbers.add(`${admitted.act.header.by} ${admitted.act.header.number}`);
    this.#seen = seenAfter(this.#seen, admitted.act);
    this.#index += 1;
    return admitted;
  }

  /** Passes over an entry that is kept but not accepted: it is folded into nothing. */
  pass(seen: number): void {
    this.#seen = Math.max(this.#seen, seen);
    this.#index += 1;
  }

  /** Judges only the law of an act not yet signed, as if it were next. Folds nothing. */
  async consider(act: Omit<FoldedAct, 'index' | 'seen'>): Promise<void> {
    const seen = Math.max(this.#seen, act.header.seen.size);
    const folded: FoldedAct = { ...act, index: this.#index, seen };
    await requireLaw(folded, this.#door(), this.#standing(seen));
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
      verify: this.#court.verify,
      root: this.#court.root,
      otherOrigin: this.#logs[across].origin,
      otherRoot: async (size) =>
        size === 0 ? this.#court.emptyRoot : (await checkpointAt(this.#tx, across, size))?.root,
      repeated: async (id) => this.#said.has(id) || (await this.#stands(id)),
      numberUsed: async (body, number) =>
        this.#numbers.has(`${body} ${number}`) || (await numberUsed(this.#tx, this.#log, body, number, this.#index)),
    };
  }

  async #stands(id: string): Promise<boolean> {
    const entry = await findAct(this.#tx, id);
    // An entry of the copy is stored before it is judged: only one before this position repeats it.
    return entry !== undefined && (entry.log !== this.#log || entry.idx < this.#index);
  }

  #standing(seen: number): Standing {
    const cut: readonly [number, number] = this.#log === OWN ? [this.#index, seen] : [seen, this.#index];
    return {
      agreement: this.#court.agreement,
      state: async (register, subject) => await this.#keeping.at(register, subject, cut),
      act: async (id) => this.#said.get(id) ?? (await this.#find(id, cut)),
    };
  }

  async #find(id: string, cut: readonly [number, number]): Promise<FoldedAct | undefined> {
    const entry = await findAct(this.#tx, id);
    if (entry === undefined || entry.contested !== null || entry.idx >= cut[entry.log]) return undefined;
    const bodies = await readBodies(this.#tx, entry.log, [entry.idx]);
    return toFolded(entry, this.#logs[entry.log].side, bodies.get(entry.idx));
  }
}
