// A register: what is known of each subject, as a pure fold of the acts that speak of it.
import { sha256 } from '@noble/hashes/sha2.js';
import type { ActHeader, Label } from './act.ts';
import { type Sha256, utf8 } from './bytes.ts';
import { encode, type Json } from './canonical.ts';

/**
 * An act as registers see it: only what both nodes can open, nothing of when it arrived. `seen` is how many entries of
 * the other log its own log had seen up to it: the largest `seen.size` of any act at or before it.
 */
export interface FoldedAct {
  readonly side: string;
  readonly index: number;
  readonly id: string;
  readonly header: ActHeader;
  readonly seen: number;
  /** The body, or undefined where its part was erased. */
  readonly body: Json | undefined;
}

/** The label that an act bears by now, with who said it and to whom: what its header would show of itself under it. */
export interface Borne {
  readonly label: Label;
  readonly by: string;
  readonly to: readonly string[];
}

/**
 * A register (STATE-1). A row is a subject with its state. `subjects` says of which subjects an act speaks; `step`
 * folds it into one of them. Both are pure and total: an act that says nothing to a state leaves it as it is. States
 * are JSON, so that two nodes can compare them byte for byte.
 */
export interface Register<State extends Json = Json> {
  readonly name: string;
  readonly subjects: (act: FoldedAct) => readonly string[];
  readonly initial: (subject: string) => State;
  readonly step: (state: State, act: FoldedAct) => State;
  /**
   * Where each subject is an act: the label which that act bears by now, once acts have changed it. Under it stands
   * what is said of that act as well. Undefined where none has.
   */
  readonly bears?: (state: State) => Borne | undefined;
}

/**
 * The one order in which acts on a subject are folded, whatever the order of arrival: after everything of its own log
 * before it and everything its log had seen; among acts that had not seen each other, by side, then index. Never by
 * the clock. `acts` may come in any order and from two sides at most; the result depends on the set alone.
 */
export function causalOrder(acts: readonly FoldedAct[]): readonly FoldedAct[] {
  const sides = [...new Set(acts.map((act) => act.side))].sort();
  if (sides.length > 2) throw new Error(`causalOrder: ${sides.length} sides in one agreement`);
  const queue = (side: string | undefined): FoldedAct[] =>
    acts.filter((act) => act.side === side).sort((a, b) => a.index - b.index);
  const first = queue(sides[0]);
  const second = queue(sides[1]);
  const ordered: FoldedAct[] = [];
  let i = 0;
  let j = 0;
  while (i < first.length && j < second.length) {
    const a = first[i] as FoldedAct;
    const b = second[j] as FoldedAct;
    if (waitsFor(a, b)) {
      ordered.push(b);
      j += 1;
    } else {
      ordered.push(a);
      i += 1;
    }
  }
  return [...ordered, ...first.slice(i), ...second.slice(j)];
}

/**
 * Whether `a`, of the first side by name, comes after `b`, of the second. Each has seen the other only where somebody
 * lies; then the order of sides still decides, on both nodes alike.
 */
export function waitsFor(a: FoldedAct, b: FoldedAct): boolean {
  return b.index < a.seen && !(a.index < b.seen);
}

/** Folds all acts on one subject. */
export function fold<State extends Json>(
  register: Register<State>,
  subject: string,
  acts: readonly FoldedAct[],
): State {
  return causalOrder(acts).reduce((state, act) => register.step(state, act), register.initial(subject));
}

/** Bytes of a digest of registers. */
export const DIGEST_SIZE = 32;

/** The hash of one row: what the digest adds up. */
export function rowHash(register: string, subject: string, state: Json): Uint8Array {
  return rowTextHash(register, subject, encode(state), sha256);
}

/** The same of a state that is encoded already. */
export function rowTextHash(register: string, subject: string, state: string, sha: Sha256): Uint8Array {
  return sha(utf8(`servanda/row/v1\n${encode([register, subject])}\n${state}`));
}

/**
 * Adds (`sign` 1) or takes away (-1) a row's hash to a digest of registers: a sum modulo 2^256, little-endian, so a
 * digest of a million rows follows one change without reading the others. It tells honest nodes where they differ; it
 * is no defence against a node that lies, which could repeat what it is told.
 */
export function addToDigest(digest: Uint8Array, hash: Uint8Array, sign: 1 | -1): Uint8Array {
  const sum = new Uint8Array(DIGEST_SIZE);
  let carry = 0;
  for (let i = 0; i < DIGEST_SIZE; i++) {
    const value = (digest[i] as number) + sign * (hash[i] as number) + carry;
    sum[i] = value & 255;
    carry = value >> 8;
  }
  return sum;
}
