// The keeper of the registers: folds each act into its subjects, inside the transaction that records it.
import type { FoldedAct, Register } from '../act/register.ts';
import { addToDigest, DIGEST_SIZE, fold, rowTextHash } from '../act/register.ts';
import { decode, encode, type Json } from '../act/canonical.ts';
import { parseAct } from '../act/act.ts';
import { CONTENT_PART } from '../act/part.ts';
import { beside } from '../agreement/handling.ts';
import { type Marking, markedOf, markingFor, markings, readMarking } from '../agreement/sight.ts';
import { toFolded } from './store/acts.ts';
import {
  type Bearing, inheritBorne, type Placed, readBearing, remark, remarkRows, writeBorne,
} from './store/borne.ts';
import type { Asking, Tx } from './store/database.ts';
import { sha256 } from './store/hashes.ts';
import { type LogNumber, type LogRow, OTHER, OWN } from './store/record.ts';
import {
  dropRows,
  dropSubjects,
  latestDigest,
  readRow,
  readSubject,
  type SubjectRow,
  writeDigest,
  writeRows,
  writeSubjects,
} from './store/registers.ts';

/** Rows held in memory between transactions, at most. */
const CACHE_LIMIT = 20_000;

interface Row {
  readonly state: Json;
  /** Newest folded entry of each log, by log number; -1 for none. */
  readonly newest: readonly [number, number];
  /** Names of the markings of all that is folded into it, in order: whoever may not see one does not see the row. */
  readonly markings: readonly string[];
  /** What it adds to the digest, once that was asked. */
  hash?: Uint8Array;
}

/** A row as it was before this transaction and as it is now. */
interface Fresh {
  readonly register: string;
  readonly subject: string;
  readonly before: Row;
  readonly row: Row;
}

/** Whether anything was ever said of the subject: a row that nobody spoke of does not exist. */
const isKnown = (row: Row): boolean => row.newest[OWN] >= 0 || row.newest[OTHER] >= 0;

function hashOf(register: string, subject: string, row: Row, state = encode(row.state)): Uint8Array {
  row.hash ??= rowTextHash(register, subject, state, sha256);
  return row.hash;
}

/** A point in both logs: an act sees what stands below `below` in each. */
export type Cut = readonly [own: number, other: number];

/** The registers within one transaction. */
export interface Keeping {
  /** The state of a subject as it stood at a cut. */
  readonly at: <State extends Json>(register: Register<State>, subject: string, cut: Cut) => Promise<State>;
  readonly fold: (act: FoldedAct, log: LogNumber) => Promise<void>;
  /** Takes an act that was folded out again, and folds its subjects anew without it. */
  readonly unfold: (act: FoldedAct, log: LogNumber) => Promise<void>;
  /**
   * Writes what was folded so far and holds it no longer, for whoever folds more than fits in memory. Where the
   * transaction fails after it, the keeper must forget.
   */
  readonly spill: () => Promise<void>;
  /** Writes what was folded. `own` and `other` are the sizes folded up to. Call once, last. */
  readonly flush: (own: number, other: number, at: Date) => Promise<void>;
  /** After the commit: what was folded becomes what is remembered. */
  readonly committed: () => void;
}

/** A set of names, in order: the same whatever the order in which they came. */
const inOrder = (markings: readonly string[]): readonly string[] => [...new Set(markings)].sort();

/** The marking of an entry by what it bears: as the act itself by its newest label, or as what speaks of that. */
function markingOfBearing({ bytes, borne }: Bearing): Marking {
  const { id, header } = parseAct(bytes, sha256);
  const of = (isOwn: boolean) =>
    borne.filter(({ item }) => (item === id) === isOwn).map(({ marked }) => readMarking(marked));
  const [own = markedOf(header)] = of(true);
  const words = header.parts.some(({ name }) => name === CONTENT_PART);
  return markingFor(beside(own, of(false), words), sha256);
}

const keyOf = (register: string, subject: string): string => `${register}\n${subject}`;

/** What a keeper remembers between transactions, true as of one pair of folded sizes. */
interface Memory {
  readonly rows: Map<string, Row>;
  readonly markingOf: ReturnType<typeof markings>;
  digest: Uint8Array;
  own: number;
  other: number;
}

class Session implements Keeping {
  readonly #tx: Tx;
  readonly #memory: Memory;
  readonly #registers: readonly Register[];
  readonly #sides: readonly [string, string];
  readonly #fresh = new Map<string, Fresh>();
  readonly #acts = new Map<string, FoldedAct[]>();
  readonly #subjects: SubjectRow[] = [];
  /** Acts folded that refer to others: what these bear, they bear. */
  readonly #referring: Placed[] = [];
  /** Rows out of which an act was taken: the names of their markings are asked of what is left. */
  readonly #unfolded = new Map<string, Pick<Fresh, 'register' | 'subject'>>();
  #digest: Uint8Array;
  #sizes: readonly [number, number];

  constructor(tx: Tx, memory: Memory, registers: readonly Register[], sides: readonly [string, string]) {
    this.#tx = tx;
    this.#memory = memory;
    this.#registers = registers;
    this.#sides = sides;
    this.#digest = memory.digest;
    this.#sizes = [memory.own, memory.other];
  }

  async #row(register: Register, subject: string): Promise<Row> {
    const key = keyOf(register.name, subject);
    const held = this.#fresh.get(key)?.row ?? this.#memory.rows.get(key);
    if (held !== undefined) return held;
    const kept = await readRow(this.#tx, register.name, subject);
    const row: Row =
      kept === undefined
        ? { state: register.initial(subject), newest: [-1, -1], markings: [] }
        : { state: decode(kept.state), newest: [kept.own, kept.other], markings: kept.markings };
    if (this.#memory.rows.size >= CACHE_LIMIT) this.#memory.rows.clear();
    this.#memory.rows.set(key, row);
    return row;
  }

  /** Every act folded into a subject: those kept and those of this transaction. */
  async #history(register: string, subject: string): Promise<FoldedAct[]> {
    const kept = await readSubject(this.#tx, register, subject);
    const own = kept.map((entry) => toFolded(entry, this.#sides[entry.log], entry.part));
    return [...own, ...(this.#acts.get(keyOf(register, subject)) ?? [])];
  }

  async at<State extends Json>(register: Register<State>, subject: string, cut: Cut): Promise<State> {
    const row = await this.#row(register as unknown as Register, subject);
    if (row.newest[OWN] < cut[OWN] && row.newest[OTHER] < cut[OTHER]) return row.state as State;
    const acts = await this.#history(register.name, subject);
    return fold(
      register,
      subject,
      acts.filter((act) => act.index < cut[this.#sides[OWN] === act.side ? OWN : OTHER]),
    );
  }

  async fold(act: FoldedAct, log: LogNumber): Promise<void> {
    const marking = this.#memory.markingOf(act.header).id;
    if (act.header.re.length > 0) this.#referring.push({ log, idx: act.index });
    for (const register of this.#registers) {
      for (const subject of new Set(register.subjects(act))) {
        await this.#foldInto(register, subject, [act, marking], log);
      }
    }
  }

  /** `marked` is the act, with the name of its marking. */
  async #foldInto(
    register: Register,
    subject: string,
    [act, marking]: readonly [FoldedAct, string],
    log: LogNumber,
  ): Promise<void> {
    const key = keyOf(register.name, subject);
    const before = await this.#row(register, subject);
    const across = log === OWN ? OTHER : OWN;
    // An act that had seen all that was folded comes after it; any other is late, and its subject is folded anew.
    const follows = before.newest[across] < act.seen && before.newest[log] < act.index;
    const state = follows
      ? register.step(before.state, act)
      : fold(register, subject, [...(await this.#history(register.name, subject)), act]);
    const newest: [number, number] = [before.newest[OWN], before.newest[OTHER]];
    newest[log] = Math.max(newest[log], act.index);
    const { markings } = before;
    const row = { state, newest, markings: markings.includes(marking) ? markings : inOrder([...markings, marking]) };
    this.#note(key, register.name, subject, before, row);
    const acts = this.#acts.get(key);
    if (acts === undefined) this.#acts.set(key, [act]);
    else acts.push(act);
    this.#subjects.push({ log, register: register.name, subject, idx: act.index });
  }

  async unfold(act: FoldedAct, log: LogNumber): Promise<void> {
    await dropSubjects(this.#tx, log, act.index);
    for (const register of this.#registers) {
      for (const subject of new Set(register.subjects(act))) {
        const key = keyOf(register.name, subject);
        const before = await this.#row(register, subject);
        const left = (await this.#history(register.name, subject)).filter((one) => one.id !== act.id);
        const newest = [OWN, OTHER].map((of) =>
          Math.max(-1, ...left.filter((one) => one.side === this.#sides[of]).map((one) => one.index)),
        ) as [number, number];
        this.#acts.set(
          key,
          (this.#acts.get(key) ?? []).filter((one) => one.id !== act.id),
        );
        this.#unfolded.set(key, { register: register.name, subject });
        const names = inOrder(left.map((one) => this.#memory.markingOf(one.header).id));
        const state = fold(register, subject, left);
        this.#note(key, register.name, subject, before, { state, newest, markings: names });
      }
    }
    const isOf = (row: SubjectRow): boolean => row.log === log && row.idx === act.index;
    this.#subjects.splice(0, Infinity, ...this.#subjects.filter((row) => !isOf(row)));
  }

  #note(key: string, register: string, subject: string, before: Row, row: Row): void {
    this.#fresh.set(key, { register, subject, before: this.#fresh.get(key)?.before ?? before, row });
  }

  async flush(own: number, other: number, at: Date): Promise<void> {
    const written = this.#put();
    await Promise.all([...written, writeDigest(this.#tx, own, other, this.#digest, at)]);
    await this.#bear();
    this.#sizes = [own, other];
  }

  async spill(): Promise<void> {
    await Promise.all(this.#put());
    await this.#bear();
    for (const [key, { row }] of this.#fresh) this.#memory.rows.set(key, row);
    this.#fresh.clear();
    this.#acts.clear();
    this.#subjects.length = 0;
  }

  /** Moves the digest, and sends what is to be written. */
  #put(): readonly Promise<void>[] {
    const fresh = [...this.#fresh.values()];
    const rows = fresh
      .filter(({ row }) => isKnown(row))
      .map(({ register, subject, row }) => {
        const state = encode(row.state);
        this.#digest = addToDigest(this.#digest, hashOf(register, subject, row, state), 1);
        const { newest, markings } = row;
        return { register, subject, state, own: newest[OWN], other: newest[OTHER], markings };
      });
    for (const { register, subject, before } of fresh.filter((one) => isKnown(one.before))) {
      this.#digest = addToDigest(this.#digest, hashOf(register, subject, before), -1);
    }
    const gone = fresh.filter(({ row }) => !isKnown(row));
    return [dropRows(this.#tx, gone), writeRows(this.#tx, rows), writeSubjects(this.#tx, this.#subjects)];
  }

  /** The labels that acts bear by now and did not before this transaction, as the registers say. */
  #relabelled(): readonly { readonly item: string; readonly marked: string | null }[] {
    return [...this.#fresh.values()].flatMap(({ register, subject, before, row }) => {
      const bears = this.#registers.find(({ name }) => name === register)?.bears;
      if (bears === undefined) return [];
      const [was, is] = [before, row].map(({ state }) => {
        const borne = bears(state);
        return borne === undefined ? null : markingFor(borne, sha256).text;
      });
      return was === is ? [] : [{ item: subject, marked: is ?? null }];
    });
  }

  /**
   * Puts what bears another label than its header says, and all that speaks of it, under the markings that follow. What
   * was folded is written by now: of it is asked who speaks of what.
   */
  async #bear(): Promise<void> {
    const tx = this.#tx;
    const [changed, referring] = [this.#relabelled(), this.#referring.splice(0)];
    const places: Placed[] = [];
    for (const one of changed) places.push(...(await writeBorne(tx, one)));
    if (referring.length > 0) places.push(...(await inheritBorne(tx, referring)));
    const rows = [...this.#unfolded.values()];
    this.#unfolded.clear();
    if (places.length === 0 && rows.length === 0) return;
    const bearing = await readBearing(tx, places);
    await remark(tx, bearing, bearing.map(markingOfBearing));
    for (const { register, subject, markings } of await remarkRows(tx, places, rows)) {
      const key = keyOf(register, subject);
      const fresh = this.#fresh.get(key);
      if (fresh === undefined) this.#memory.rows.delete(key);
      else this.#fresh.set(key, { ...fresh, row: { ...fresh.row, markings } });
    }
  }

  committed(): void {
    for (const [key, { row }] of this.#fresh) this.#memory.rows.set(key, row);
    this.#memory.digest = this.#digest;
    [this.#memory.own, this.#memory.other] = this.#sizes;
  }
}

/** Keeps the registers of one node. What it remembers is dropped whenever another process has moved the logs. */
export class Keeper {
  readonly registers: readonly Register[];
  #memory: Memory | undefined;

  constructor(registers: readonly Register[]) {
    this.registers = registers;
  }

  /** Opens the registers inside a transaction that holds both log heads. */
  async open(tx: Tx, logs: readonly [LogRow, LogRow]): Promise<Keeping> {
    const [own, other] = logs;
    if (this.#memory?.own !== own.folded || this.#memory.other !== other.folded) {
      this.#memory = await remember(tx, own.folded, other.folded);
    }
    return new Session(tx, this.#memory, this.registers, [own.side, other.side]);
  }

  /** The newest state of a subject, where it is remembered: to guess by, never to judge by. */
  remembered<State extends Json>(register: Register<State>, subject: string): State | undefined {
    return this.#memory?.rows.get(keyOf(register.name, subject))?.state as State | undefined;
  }

  /** Forgets what is remembered: after a transaction that failed. */
  forget(): void {
    this.#memory = undefined;
  }
}

async function remember(sql: Asking, own: number, other: number): Promise<Memory> {
  const last = await latestDigest(sql);
  const digest = last === undefined ? new Uint8Array(DIGEST_SIZE) : new Uint8Array(last.digest);
  return { rows: new Map(), markingOf: markings(sha256), digest, own, other };
}
