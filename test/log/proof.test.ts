// Proofs: every one that is made verifies, and nothing near it does.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equal, hex } from '../../src/log/bytes.ts';
import {
  completeSubtrees, consistencyProof, frontierAt, inclusionProof, isSubtree, subtreeConsistencyProof, subtreeHash,
  verifyConsistency, verifyInclusion, verifySubtreeConsistency, verifySubtreeInclusion,
} from '../../src/log/proof.ts';
import { emptyRoot, nodeHash, type Hash } from '../../src/log/tree.ts';
import { NaiveLog, numbered } from './naive.ts';
import { flipped, outcomeOf } from './outcome.ts';

const SIZES = 300;
const LOG = new NaiveLog(numbered(SIZES));
const STRANGE = new Uint8Array(32).fill(0x55);

function same(made: readonly Hash[], wanted: readonly Hash[]): boolean {
  return made.length === wanted.length && made.every((hash, i) => equal(hash, wanted[i] as Hash));
}

/** The proof with one bit of one hash turned over, chosen by `seed`. */
function spoiled(proof: readonly Hash[], seed: number): readonly Hash[] {
  return proof.map((hash, i) => (i === seed % proof.length ? flipped(hash, seed * 31) : hash));
}

describe('an inclusion proof', () => {
  it('is that of RFC 6962 and verifies, for every leaf of every size up to 300; one turned bit fails it', async () => {
    for (let size = 1; size <= SIZES; size++) {
      const root = LOG.hash(0, size);
      for (let index = 0; index < size; index++) {
        const proof = await inclusionProof(index, size, LOG.reader(size));
        const leaf = LOG.leaf(index);
        const seed = size * 301 + index;
        const made = same(proof, LOG.path(index, 0, size));
        const good = verifyInclusion(index, size, proof, leaf, root);
        const bad = verifyInclusion(index, size, proof, flipped(leaf, seed), root)
          || verifyInclusion(index, size, proof, leaf, flipped(root, seed))
          || (proof.length > 0 && verifyInclusion(index, size, spoiled(proof, seed), leaf, root));
        if (!made || !good || bad) expect({ size, index, made, good, bad }).toBe('made and good, and not bad');
      }
    }
  }, 60_000);

  it('of another length, index or size fails', async () => {
    for (let size = 1; size <= 40; size++) {
      const root = LOG.hash(0, size);
      for (let index = 0; index < size; index++) {
        const proof = await inclusionProof(index, size, LOG.reader(size));
        const leaf = LOG.leaf(index);
        expect(verifyInclusion(index, size, [...proof, STRANGE], leaf, root)).toBe(false);
        expect(verifyInclusion(index, size, [STRANGE, ...proof], leaf, root)).toBe(false);
        expect(verifyInclusion(index, size, [...proof, root], leaf, root)).toBe(false);
        if (proof.length > 0) {
          expect(verifyInclusion(index, size, proof.slice(1), leaf, root)).toBe(false);
          expect(verifyInclusion(index, size, proof.slice(0, -1), leaf, root)).toBe(false);
          expect(verifyInclusion(index, size, proof.map((hash) => hash.subarray(1)), leaf, root)).toBe(false);
        }
        for (let other = 0; other < size; other++) {
          if (other !== index) expect(verifyInclusion(other, size, proof, leaf, root)).toBe(false);
        }
        expect(verifyInclusion(index, size + 1, proof, leaf, LOG.hash(0, size + 1))).toBe(false);
      }
    }
  });

  it('of a leaf that is not in the tree fails without ado', async () => {
    const leaf = LOG.leaf(0);
    expect(verifyInclusion(0, 0, [], leaf, emptyRoot())).toBe(false);
    expect(verifyInclusion(1, 1, [], leaf, leaf)).toBe(false);
    expect(verifyInclusion(0, 1, [], leaf, leaf)).toBe(true);
    expect(verifyInclusion(-1, 1, [], leaf, leaf)).toBe(false);
    expect(verifyInclusion(0.5, 1, [], leaf, leaf)).toBe(false);
    expect(verifyInclusion(Number.NaN, 1, [], leaf, leaf)).toBe(false);
    expect(verifyInclusion(0, 2 ** 53, Array.from({ length: 53 }, () => leaf), leaf, leaf)).toBe(false);
    expect(await outcomeOf(inclusionProof(5, 5, LOG.reader(5)))).toBe('range-invalid');
    expect(await outcomeOf(inclusionProof(-1, 5, LOG.reader(5)))).toBe('range-invalid');
    expect(await outcomeOf(inclusionProof(0, 0, LOG.reader(0)))).toBe('range-invalid');
  });
});

describe('a consistency proof', () => {
  it('is that of RFC 6962 and verifies, between all sizes up to 300; one turned bit fails it', async () => {
    for (let size = 1; size <= SIZES; size++) {
      const root = LOG.hash(0, size);
      for (let old = 1; old <= size; old++) {
        const proof = await consistencyProof(old, size, LOG.reader(size));
        const oldRoot = LOG.hash(0, old);
        const seed = size * 301 + old;
        const made = same(proof, LOG.proof(old, 0, size));
        const good = verifyConsistency(old, size, proof, oldRoot, root);
        const bad = verifyConsistency(old, size, proof, flipped(oldRoot, seed), root)
          || verifyConsistency(old, size, proof, oldRoot, flipped(root, seed))
          || (proof.length > 0 && verifyConsistency(old, size, spoiled(proof, seed), oldRoot, root));
        if (!made || !good || bad) expect({ size, old, made, good, bad }).toBe('made and good, and not bad');
      }
    }
  }, 60_000);

  it('of another length fails, and from size 0 says nothing', async () => {
    for (let size = 2; size <= 40; size++) {
      for (let old = 1; old <= size; old++) {
        const proof = await consistencyProof(old, size, LOG.reader(size));
        const roots = [LOG.hash(0, old), LOG.hash(0, size)] as const;
        expect(verifyConsistency(old, size, [...proof, STRANGE], ...roots)).toBe(false);
        expect(verifyConsistency(old, size, [STRANGE, ...proof], ...roots)).toBe(false);
        expect(verifyConsistency(size, old, proof, roots[1], roots[0])).toBe(old === size);
        if (proof.length === 0) continue;
        expect(verifyConsistency(old, size, proof.slice(1), ...roots)).toBe(false);
        expect(verifyConsistency(old, size, proof.slice(0, -1), ...roots)).toBe(false);
        expect(verifyConsistency(old, size, [], ...roots)).toBe(false);
      }
    }
    expect(verifyConsistency(0, 5, [], emptyRoot(), LOG.hash(0, 5))).toBe(false);
    expect(verifyConsistency(0, 0, [], emptyRoot(), emptyRoot())).toBe(false);
    expect(await consistencyProof(0, 5, LOG.reader(5))).toEqual([]);
    expect(await outcomeOf(consistencyProof(6, 5, LOG.reader(5)))).toBe('range-invalid');
  });
});

describe('a subtree', () => {
  it('is what the draft says, at its edges and beyond 2^53', () => {
    expect(isSubtree(0, 0)).toBe(true);
    expect(isSubtree(7, 7)).toBe(true);
    expect(isSubtree(4, 8)).toBe(true);
    expect(isSubtree(8, 13)).toBe(true);
    expect(isSubtree(4, 13)).toBe(false);
    expect(isSubtree(5, 4)).toBe(false);
    expect(isSubtree(0, 2 ** 47 + 1)).toBe(true);
    expect(isSubtree(0, 2 ** 48 - 1)).toBe(true);
    expect(isSubtree(2 ** 46, 2 ** 47 + 1)).toBe(false);
    expect(isSubtree(2 ** 46, 2 ** 48 - 1)).toBe(false);
    expect(isSubtree(0, Number.MAX_SAFE_INTEGER)).toBe(true);
    expect(isSubtree(0, 2 ** 53)).toBe(false);
    expect(isSubtree(-4, 0)).toBe(false);
  });

  it('has the hashes and proofs that the draft accumulates over all trees up to size 130', async () => {
    // Leaves are the single bytes 0, 1, ...; each line enters one SHA-256. With the empty subtrees: the editors'
    // draft after -05; without them: draft-ietf-plants-merkle-tree-certs-05, appendix C.
    const log = new NaiveLog(Array.from({ length: 130 }, (_, i) => Uint8Array.of(i)));
    const sums = {
      hashes: createHash('sha256'), hashes05: createHash('sha256'), inclusion: createHash('sha256'),
      consistency: createHash('sha256'), consistency05: createHash('sha256'),
    };
    for (let end = 0; end <= 130; end++) {
      for (let start = 0; start <= end; start++) {
        if (!isSubtree(start, end)) continue;
        const line = `[${start}, ${end}) ${hex(await subtreeHash(start, end, log.reader(130)))}\n`;
        sums.hashes.update(line);
        if (start < end) sums.hashes05.update(line);
        for (let index = start; index < end; index++) {
          const proof = log.path(index - start, start, end);
          const good = verifySubtreeInclusion(index, start, end, proof, log.leaf(index), log.hash(start, end));
          if (!good) expect({ index, start, end }).toBe('verified');
          sums.inclusion.update(`${index} [${start}, ${end})${proof.map((hash) => ` ${hex(hash)}`).join('')}\n`);
        }
      }
    }
    for (let size = 0; size <= 130; size++) {
      for (let end = 0; end <= size; end++) {
        for (let start = 0; start <= end; start++) {
          if (!isSubtree(start, end)) continue;
          const proof = await subtreeConsistencyProof(start, end, size, log.reader(size));
          const line = `[${start}, ${end}) ${size}${proof.map((hash) => ` ${hex(hash)}`).join('')}\n`;
          sums.consistency.update(line);
          if (start < end) sums.consistency05.update(line);
        }
      }
    }
    expect(sums.hashes.digest('hex')).toBe('b82806ad4265bb151c1119c0f4db437bb4d1a1f887b3a7fba1cd4ebf552e3e81');
    expect(sums.hashes05.digest('hex')).toBe('94a95384a8c69acea9b50d035a58285b3a777cb7a724005faa5e1f1e1190007f');
    expect(sums.inclusion.digest('hex')).toBe('ac2a8f989e44d99e399db448050ff5f19757df53cfb716aa81015d3955d8163f');
    expect(sums.consistency.digest('hex')).toBe('10fa99b37bf9bf9ffa26b412fbd98bd75363256d0b75d61bc4538b9c9c5a0a74');
    expect(sums.consistency05.digest('hex')).toBe('c586ebbb73a5621baf2140095d87dde934e3b6503a562a1a5215b8209edd083d');
  });

});

describe('a subtree of a log', () => {
  it('is consistent with its tree by its proof and by no other, for all trees up to size 70', async () => {
    for (let size = 1; size <= 70; size++) {
      const root = LOG.hash(0, size);
      for (let end = 1; end <= size; end++) {
        for (let start = 0; start < end; start++) {
          const proof = isSubtree(start, end) ? await subtreeConsistencyProof(start, end, size, LOG.reader(size)) : [];
          const hash = LOG.hash(start, end);
          const seed = (size * 71 + end) * 71 + start;
          const verify = (p: readonly Hash[], h = hash, r = root): boolean =>
            verifySubtreeConsistency(start, end, size, p, h, r);
          const good = verify(proof) === isSubtree(start, end);
          const bad = verify([...proof, STRANGE]) || verify([...proof, STRANGE.subarray(1)])
            || verify(proof, flipped(hash, seed)) || verify(proof, hash, flipped(root, seed))
            || (proof.length > 0 && (verify(proof.slice(1)) || verify(proof.slice(0, -1))))
            || (proof.length > 0 && verify(spoiled(proof, seed)));
          if (!good || bad) expect({ start, end, size, good, bad }).toBe('good, and not bad');
        }
      }
    }
    expect(await outcomeOf(subtreeConsistencyProof(1, 3, 8, LOG.reader(8)))).toBe('range-invalid');
    expect(await outcomeOf(subtreeConsistencyProof(0, 9, 8, LOG.reader(8)))).toBe('range-invalid');
  });

  it('is read in complete subtrees, the largest first, which are also the frontier', async () => {
    expect(completeSubtrees(8, 13)).toEqual([{ height: 2, index: 2 }, { height: 0, index: 12 }]);
    for (let size = 0; size <= SIZES; size++) {
      const frontier = await frontierAt(size, LOG.reader(size));
      expect(hex(frontier.root())).toBe(hex(LOG.hash(0, size)));
    }
  });

  it('is not taken from a reader that gives too few hashes, or short ones', async () => {
    expect(await outcomeOf(subtreeHash(0, 3, () => [STRANGE]))).toBe('hash-invalid');
    expect(await outcomeOf(subtreeHash(0, 3, () => [STRANGE, STRANGE.subarray(1)]))).toBe('hash-invalid');
    expect(await outcomeOf(inclusionProof(0, 3, async () => []))).toBe('hash-invalid');
  });
});

describe('verification', () => {
  it('answers false and throws nothing, whatever it is given', () => {
    const number = fc.oneof(fc.nat(20), fc.maxSafeInteger(), fc.double(), fc.constantFrom(-0, 2 ** 53, 2 ** 64));
    const hash = fc.oneof(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.uint8Array({ maxLength: 40 }));
    const proof = fc.array(hash, { maxLength: 60 });
    fc.assert(fc.property(number, number, number, proof, hash, hash, (a, b, c, hashes, first, second) => {
      const answers = [
        verifyInclusion(a, b, hashes, first, second),
        verifyConsistency(a, b, hashes, first, second),
        verifySubtreeInclusion(a, b, c, hashes, first, second),
        verifySubtreeConsistency(a, b, c, hashes, first, second),
      ];
      // Without a hash of the other side nothing random verifies, save where both sides are the same bytes.
      if (hex(first) !== hex(second)) expect(answers).toEqual([false, false, false, false]);
    }), { numRuns: 2000 });
  });

  it('holds for the largest tree that numbers here can count', async () => {
    // All leaves alike, so that the hash of a subtree depends on its height alone.
    const size = Number.MAX_SAFE_INTEGER;
    const rows: Hash[] = [LOG.leaf(0)];
    for (let height = 0; height < 53; height++) rows.push(nodeHash(rows[height] as Hash, rows[height] as Hash));
    const reader = (subtrees: readonly { height: number }[]): readonly Hash[] =>
      subtrees.map(({ height }) => rows[height] as Hash);
    const root = await subtreeHash(0, size, reader);
    for (const index of [0, 1, 2 ** 52, size - 2, size - 1]) {
      const proof = await inclusionProof(index, size, reader);
      expect(verifyInclusion(index, size, proof, rows[0] as Hash, root)).toBe(true);
      expect(verifyInclusion(index, size, proof.slice(1), rows[0] as Hash, root)).toBe(false);
    }
    for (const old of [1, 2 ** 52, 2 ** 52 + 1, size - 1]) {
      const proof = await consistencyProof(old, size, reader);
      expect(proof.length).toBeLessThanOrEqual(63);
      expect(verifyConsistency(old, size, proof, await subtreeHash(0, old, reader), root)).toBe(true);
    }
  });
});
