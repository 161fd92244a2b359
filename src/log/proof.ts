// Proofs about a log: that a leaf is in a tree, and that a tree or subtree is a part of a later tree.
import { equal, isSize } from './bytes.ts';
import { LogError } from './error.ts';
import { digest, Frontier, HASH_SIZE, nodeHash, type Hash } from './tree.ts';

/** No proof has more hashes: c2sp.org/tlog-witness and tlog-mirror cap what is sent at this many. */
export const PROOF_LIMIT = 63;

/** A complete subtree: the leaves `[index * 2^height, (index + 1) * 2^height)`. Height 0 is a leaf. */
export interface Subtree {
  readonly height: number;
  readonly index: number;
}

/**
 * Gives the hashes of complete subtrees, one for each asked and in that order. It is asked once for a proof, so
 * that a store can answer with one query. See `tileHashReader` in tile.ts.
 */
export type HashReader = (subtrees: readonly Subtree[]) => readonly Hash[] | Promise<readonly Hash[]>;

type Interval = readonly [start: number, end: number];

/** Largest power of two smaller than `n`, for n of 2 and more: where RFC 6962 splits a tree. */
function splitPoint(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/**
 * Whether `[start, end)` is a subtree: `start` is a multiple of the smallest power of two that is not smaller than
 * `end - start` (and not smaller than 1). `[0, x)` and `[x, x)` always are. Numbers that are no sizes give `false`.
 * Source: draft-ietf-plants-merkle-tree-certs, "Definition of a Subtree".
 */
export function isSubtree(start: number, end: number): boolean {
  if (!isSize(start) || !isSize(end) || start > end) return false;
  let ceiling = 1;
  while (ceiling < end - start) ceiling *= 2;
  return start % ceiling === 0;
}

function checkSubtree(start: number, end: number, size: number): void {
  if (!isSubtree(start, end) || !isSize(size) || end > size) {
    throw new LogError('range-invalid', `Taking [${start}, ${end}) as a subtree of a tree of size ${size}.`);
  }
}

/**
 * The complete subtrees of which the subtree `[start, end)` is made, the largest (leftmost) first; `range-invalid`
 * where it is no subtree. For `[0, size)` these are the roots of the tree's `Frontier`.
 */
export function completeSubtrees(start: number, end: number): readonly Subtree[] {
  checkSubtree(start, end, end);
  const parts: Subtree[] = [];
  let at = start;
  let width = 1;
  let height = 0;
  while (width * 2 <= end - start) {
    width *= 2;
    height++;
  }
  for (; at < end; width /= 2, height--) {
    if (width > end - at) continue;
    parts.push({ height, index: at / width });
    at += width;
  }
  return parts;
}

async function readHashes(subtrees: readonly Subtree[], reader: HashReader): Promise<readonly Hash[]> {
  const hashes = subtrees.length === 0 ? [] : await reader(subtrees);
  if (hashes.length !== subtrees.length || hashes.some((hash) => hash.length !== HASH_SIZE)) {
    throw new LogError('hash-invalid', `Reading ${subtrees.length} hashes of subtrees.`);
  }
  return hashes;
}

/** MTH of each interval, all read at once. No interval is empty. */
async function intervalHashes(intervals: readonly Interval[], reader: HashReader): Promise<readonly Hash[]> {
  const parts = intervals.map(([start, end]) => completeSubtrees(start, end));
  const hashes = await readHashes(parts.flat(), reader);
  let at = 0;
  return parts.map((own) => {
    let hash = hashes[at + own.length - 1] as Hash;
    for (let i = own.length - 2; i >= 0; i--) hash = nodeHash(hashes[at + i] as Hash, hash);
    at += own.length;
    return hash;
  });
}

/** Hash of the subtree `[start, end)`, the root of the tree where `start` is 0. `range-invalid`, `hash-invalid`. */
export async function subtreeHash(start: number, end: number, reader: HashReader): Promise<Hash> {
  checkSubtree(start, end, end);
  if (start === end) return digest(new Uint8Array(0));
  return (await intervalHashes([[start, end]], reader))[0] as Hash;
}

/** The frontier of the tree of `size`, to go on from what is stored. `range-invalid`, `hash-invalid`. */
export async function frontierAt(size: number, reader: HashReader): Promise<Frontier> {
  return Frontier.of(size, await readHashes(completeSubtrees(0, size), reader));
}

/**
 * Subtree consistency proof, `SUBTREE_PROOF(start, end, D_size)` of draft-ietf-plants-merkle-tree-certs,
 * "Generating a Subtree Consistency Proof": from the lowest hash to the highest. Empty where the subtree is empty
 * or is the tree. `range-invalid` where `[start, end)` is no subtree or `end > size`.
 */
export async function subtreeConsistencyProof(
  start: number, end: number, size: number, reader: HashReader,
): Promise<readonly Hash[]> {
  checkSubtree(start, end, size);
  if (start === end) return [];
  const siblings: Interval[] = [];
  // The draft's recursion from the root down. `from` moves when the subtree itself is split; then the hash it is
  // split at is not known to the verifier and opens the proof.
  let from = start;
  let known = true;
  let low = 0;
  let high = size;
  while (low !== from || high !== end) {
    const middle = low + splitPoint(high - low);
    if (end <= middle) {
      siblings.push([middle, high]);
      high = middle;
    } else {
      siblings.push([low, middle]);
      low = middle;
      if (from < middle) {
        from = middle;
        known = false;
      }
    }
  }
  if (!known) siblings.push([low, high]);
  return intervalHashes(siblings.reverse(), reader);
}

/** Inclusion proof, `PATH(index, D_size)` of RFC 6962 section 2.1.1. `range-invalid` where `index >= size`. */
export async function inclusionProof(index: number, size: number, reader: HashReader): Promise<readonly Hash[]> {
  if (!isSize(index) || index >= size) throw new LogError('range-invalid', `Proving leaf ${index} in size ${size}.`);
  return subtreeConsistencyProof(index, index + 1, size, reader);
}

/**
 * Consistency proof, `PROOF(oldSize, D_size)` of RFC 6962 section 2.1.2. Empty where the sizes are equal, and where
 * `oldSize` is 0 (c2sp.org/tlog-witness, add-checkpoint: no proof is necessary). `range-invalid` otherwise.
 */
export async function consistencyProof(oldSize: number, size: number, reader: HashReader): Promise<readonly Hash[]> {
  return subtreeConsistencyProof(0, oldSize, size, reader);
}

function areHashes(hashes: readonly Uint8Array[]): boolean {
  return hashes.every((hash) => hash.length === HASH_SIZE);
}

const half = (value: number): number => Math.floor(value / 2);
const isOdd = (value: number): boolean => value % 2 === 1;

/**
 * Whether `proof` shows that the leaf with hash `leaf` is at `index` in the subtree `[start, end)` with hash `root`.
 * `false` where `[start, end)` is no subtree, `index` is not in it, a hash is not 32 bytes, or the proof has a hash
 * too few or too many. Source: the draft, "Verifying a Subtree Inclusion Proof"; RFC 9162 section 2.1.3.2.
 */
export function verifySubtreeInclusion(
  index: number, start: number, end: number, proof: readonly Hash[], leaf: Hash, root: Hash,
): boolean {
  if (!isSubtree(start, end) || !isSize(index) || index < start || index >= end) return false;
  if (leaf.length !== HASH_SIZE || !areHashes(proof)) return false;
  let node = index - start;
  let last = end - start - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      hash = nodeHash(sibling, hash);
      while (!isOdd(node)) {
        node = half(node);
        last = half(last);
      }
    } else {
      hash = nodeHash(hash, sibling);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 && equal(hash, root);
}

/**
 * Whether `proof` shows that the leaf with hash `leaf` is at `index` in the tree of `size` with hash `root`. `false`
 * where size is 0, `index >= size`, or the proof has not the exact length. Source: RFC 9162 section 2.1.3.2, which
 * verifies the proofs of RFC 6962 section 2.1.1.
 *
 * A proof does not fix the size by itself (many sizes share the shape of a path): size and root are to come from one
 * verified checkpoint. The same holds for the proofs below and above.
 */
export function verifyInclusion(
  index: number, size: number, proof: readonly Hash[], leaf: Hash, root: Hash,
): boolean {
  return verifySubtreeInclusion(index, 0, size, proof, leaf, root);
}

/**
 * Whether `proof` shows that the subtree `[start, end)` with hash `subtree` is a part of the tree of `size` with hash
 * `root`. `false` where `[start, end)` is no subtree, `end > size`, or the proof has not the exact length. An empty
 * subtree is a part of every tree: its hash is that of nothing, its proof is empty, and `root` is not looked at.
 * Where nothing is hashed (the subtree is the tree) the two hashes are only compared, whatever their length.
 * Source: draft-ietf-plants-merkle-tree-certs, "Verifying a Subtree Consistency Proof".
 */
export function verifySubtreeConsistency(
  start: number, end: number, size: number, proof: readonly Hash[], subtree: Hash, root: Hash,
): boolean {
  if (!isSubtree(start, end) || !isSize(size) || end > size || !areHashes(proof)) return false;
  if (start === end) return proof.length === 0 && equal(subtree, digest(new Uint8Array(0)));
  let first = start;
  let last = end - 1;
  let edge = size - 1;
  const up = (): void => {
    first = half(first);
    last = half(last);
    edge = half(edge);
  };
  // Up to the highest node of the subtree's right edge that is also a node of the tree.
  while (first !== last && (end === size || isOdd(last))) up();
  const whole = first === last;
  const opening = whole ? subtree : proof[0];
  if (opening === undefined || (proof.length > 0 && opening.length !== HASH_SIZE)) return false;
  let inSubtree = opening;
  let inTree = opening;
  for (const sibling of whole ? proof : proof.slice(1)) {
    if (edge === 0) return false;
    if (isOdd(last) || last === edge) {
      if (first < last) inSubtree = nodeHash(sibling, inSubtree);
      inTree = nodeHash(sibling, inTree);
      while (!isOdd(last)) up();
    } else {
      inTree = nodeHash(inTree, sibling);
    }
    up();
  }
  return edge === 0 && equal(inSubtree, subtree) && equal(inTree, root);
}

/**
 * Whether `proof` shows that the tree of `oldSize` with hash `oldRoot` is the beginning of the tree of `size` with
 * hash `root`. `false` where `oldSize` is 0 (that says nothing: a witness asks instead that the proof be empty),
 * `oldSize > size`, or the proof has not the exact length; for equal sizes the proof is empty and the roots are the
 * same. Source: RFC 9162 section 2.1.4.2, which verifies the proofs of RFC 6962 section 2.1.2.
 */
export function verifyConsistency(
  oldSize: number, size: number, proof: readonly Hash[], oldRoot: Hash, root: Hash,
): boolean {
  return oldSize !== 0 && verifySubtreeConsistency(0, oldSize, size, proof, oldRoot, root);
}
