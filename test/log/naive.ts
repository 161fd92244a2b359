// RFC 6962 section 2.1 as it is written, recursion and all: what the tests compare the real implementation with.
import { createHash } from 'node:crypto';
import { type HashReader } from '../../src/log/proof.ts';

function sha256(...chunks: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return new Uint8Array(hash.digest());
}

function split(n: number): number {
  let k = 1;
  while (2 * k < n) k *= 2;
  return k;
}

/** A log held as its entries. Hashes of ranges are remembered, so that a test may ask for all of them. */
export class NaiveLog {
  readonly entries: readonly Uint8Array[];
  readonly #known = new Map<string, Uint8Array>();

  constructor(entries: readonly Uint8Array[]) {
    this.entries = entries;
  }

  leaf(index: number): Uint8Array {
    return this.hash(index, index + 1);
  }

  /** MTH(D[start:end]). */
  hash(start: number, end: number): Uint8Array {
    if (start === end) return sha256();
    const key = `${start}/${end}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const k = end - start === 1 ? 0 : split(end - start);
    const made = k === 0
      ? sha256(Uint8Array.of(0), this.entries[start] as Uint8Array)
      : sha256(Uint8Array.of(1), this.hash(start, start + k), this.hash(start + k, end));
    this.#known.set(key, made);
    return made;
  }

  /** PATH(m, D[start:end]), m counted from `start`. */
  path(m: number, start: number, end: number): readonly Uint8Array[] {
    if (end - start === 1) return [];
    const k = split(end - start);
    return m < k
      ? [...this.path(m, start, start + k), this.hash(start + k, end)]
      : [...this.path(m - k, start + k, end), this.hash(start, start + k)];
  }

  /** SUBPROOF(m, D[start:end], known). */
  proof(m: number, start: number, end: number, known = true): readonly Uint8Array[] {
    const n = end - start;
    if (m === n) return known ? [] : [this.hash(start, end)];
    const k = split(n);
    return m <= k
      ? [...this.proof(m, start, start + k, known), this.hash(start + k, end)]
      : [...this.proof(m - k, start + k, end, false), this.hash(start, start + k)];
  }

  /** Reads complete subtrees, and refuses any that the first `size` entries do not complete. */
  reader(size: number): HashReader {
    return (subtrees) => subtrees.map(({ height, index }) => {
      const end = (index + 1) * 2 ** height;
      if (end > size) throw new Error(`subtree ${height}/${index} is not complete at ${size}`);
      return this.hash(index * 2 ** height, end);
    });
  }
}

/** `count` entries, all different: the index in three bytes. */
export function numbered(count: number): readonly Uint8Array[] {
  return Array.from({ length: count }, (_, i) => Uint8Array.of(i >> 16, i >> 8, i));
}
