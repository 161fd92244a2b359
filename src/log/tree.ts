// The Merkle tree of a log: its hashes, and the right edge from which it grows one leaf at a time.
import { sha256 } from '@noble/hashes/sha2.js';
import { checkSize, concat, readUint64, SIZE_LIMIT, uint64 } from './bytes.ts';
import { LogError } from './error.ts';

/** A SHA-256 value: 32 bytes, never written to once made. */
export type Hash = Uint8Array;

/** SHA-256. What hashes many leaves takes it as a parameter: what runs has a faster one than JavaScript can be. */
export type Sha256 = (bytes: Uint8Array) => Hash;

/** Bytes of a hash. */
export const HASH_SIZE = 32;

// A node is hashed from one kept buffer: 0x01, left, right. Hashing is synchronous, so nobody else is in it.
const NODE = new Uint8Array(1 + 2 * HASH_SIZE);
NODE[0] = 1;

/** SHA-256 of `bytes`, unless another computes it: all hashing of this room passes here or is given one. */
export function digest(bytes: Uint8Array): Hash {
  return sha256(bytes);
}

/** Hash of a leaf, RFC 6962 section 2.1: SHA-256(0x00 || entry). */
export function leafHash(entry: Uint8Array): Hash {
  return hashLeaf(entry, digest);
}

/** The hashes of many leaves, in order. */
export function leafHashes(entries: readonly Uint8Array[], sha: Sha256 = digest): readonly Hash[] {
  return entries.map((entry) => hashLeaf(entry, sha));
}

function hashLeaf(entry: Uint8Array, sha: Sha256): Hash {
  const prefixed = new Uint8Array(1 + entry.length);
  prefixed.set(entry, 1);
  return sha(prefixed);
}

/** Hash of an inner node, RFC 6962 section 2.1: SHA-256(0x01 || left || right), each of 32 bytes (`hash-invalid`). */
export function nodeHash(left: Hash, right: Hash, sha: Sha256 = digest): Hash {
  if (left.length !== HASH_SIZE || right.length !== HASH_SIZE) {
    throw new LogError('hash-invalid', `Joining hashes of ${left.length} and ${right.length} bytes.`);
  }
  NODE.set(left, 1);
  NODE.set(right, 1 + HASH_SIZE);
  return sha(NODE);
}

/** Root of the tree without leaves, RFC 6962 section 2.1: SHA-256 of nothing. */
export function emptyRoot(): Hash {
  return digest(new Uint8Array(0));
}

/** Root of the tree over `leaves`, the leaf hashes in order. One pass, about one hash a leaf. */
export function rootOf(leaves: readonly Hash[], sha: Sha256 = digest): Hash {
  return Frontier.empty().appendAll(leaves, undefined, sha).root();
}

/**
 * Told of each complete subtree of height 1 and more in the order in which it comes to be: it spans the leaves
 * `[index * 2^height, (index + 1) * 2^height)`.
 */
export type Completed = (height: number, index: number, hash: Hash) => void;

function ones(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}

/**
 * The right edge of a tree of `size` leaves: the roots of the complete subtrees into which the binary digits of
 * `size` split it, the largest (leftmost) first, one for each digit that is 1. It is all that is needed to go on
 * appending and to know the root; it holds at most 53 hashes.
 *
 * A frontier never changes. Appending makes a new one, so a batch that is not committed leaves no trace.
 *
 * As bytes: `size` as 8 bytes big-endian, then the roots, 32 bytes each, in the same order; nothing else.
 */
export class Frontier {
  /** Leaves in the tree, 0 to 2^53 - 1. */
  readonly size: number;
  /** Roots of the complete subtrees, largest first; as many as `size` has binary ones. */
  readonly roots: readonly Hash[];

  private constructor(size: number, roots: readonly Hash[]) {
    this.size = size;
    this.roots = roots;
  }

  static empty(): Frontier {
    return new Frontier(0, []);
  }

  /** From a size and its roots, largest first. `number-invalid`, `state-invalid`, `hash-invalid`. */
  static of(size: number, roots: readonly Hash[]): Frontier {
    checkSize(size, 'the size of a tree');
    if (roots.length !== ones(size)) {
      throw new LogError('state-invalid', `Taking ${roots.length} roots as the edge of a tree of size ${size}.`);
    }
    if (roots.some((root) => root.length !== HASH_SIZE)) {
      throw new LogError('hash-invalid', `Taking the roots of a tree of size ${size}.`);
    }
    return new Frontier(size, [...roots]);
  }

  /** The frontier with one more leaf. `hash-invalid`, `limit-exceeded`. */
  append(leaf: Hash): Frontier {
    return this.appendAll([leaf]);
  }

  /**
   * The frontier with `leaves` (leaf hashes, in order) appended. `completed`, if given, is told of every complete
   * subtree on the way. `hash-invalid`; `limit-exceeded` beyond 2^53 - 1 leaves.
   */
  appendAll(leaves: readonly Hash[], completed?: Completed, sha: Sha256 = digest): Frontier {
    if (leaves.length > SIZE_LIMIT - this.size) {
      throw new LogError('limit-exceeded', `Appending ${leaves.length} leaves to a tree of size ${this.size}.`);
    }
    const roots = [...this.roots];
    let size = this.size;
    for (const leaf of leaves) {
      if (leaf.length !== HASH_SIZE) throw new LogError('hash-invalid', `Appending leaf ${size} of a tree.`);
      let hash = leaf;
      let height = 0;
      // Each trailing 1 of the size is a complete subtree waiting for a right sibling of its height.
      for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
        hash = nodeHash(roots.pop() as Hash, hash, sha);
        height++;
        completed?.(height, (rest - 1) / 2, hash);
      }
      roots.push(hash);
      size++;
    }
    return new Frontier(size, roots);
  }

  /** Root of the tree, RFC 6962 section 2.1: the roots joined from the right, or the hash of nothing. */
  root(): Hash {
    let hash = this.roots.at(-1);
    if (hash === undefined) return emptyRoot();
    for (let i = this.roots.length - 2; i >= 0; i--) hash = nodeHash(this.roots[i] as Hash, hash);
    return hash;
  }

  toBytes(): Uint8Array {
    return concat(uint64(this.size), ...this.roots);
  }

  /** Reads `toBytes`. `truncated`, `number-invalid`, `state-invalid`. */
  static fromBytes(bytes: Uint8Array): Frontier {
    if (bytes.length < 8) throw new LogError('truncated', `Reading a frontier of ${bytes.length} bytes.`);
    const size = readUint64(bytes, 0);
    if (size === undefined) throw new LogError('number-invalid', 'Reading the size of a frontier.');
    if (bytes.length !== 8 + HASH_SIZE * ones(size)) {
      throw new LogError('state-invalid', `Reading a frontier of size ${size} from ${bytes.length} bytes.`);
    }
    const roots: Hash[] = [];
    for (let at = 8; at < bytes.length; at += HASH_SIZE) roots.push(bytes.slice(at, at + HASH_SIZE));
    return new Frontier(size, roots);
  }
}
