// The tree of a log against RFC 6962 as it is written.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hex } from '../../src/log/bytes.ts';
import { emptyRoot, Frontier, leafHash, nodeHash, rootOf, type Hash } from '../../src/log/tree.ts';
import { NaiveLog, numbered } from './naive.ts';
import { outcome } from './outcome.ts';

// The eight leaves and roots that Certificate Transparency's implementations share as a test.
const SHARED_LEAVES = [
  '', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f',
];
const SHARED_ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));

describe('the tree of a log', () => {
  it('has the roots that Certificate Transparency gives for its eight known leaves', () => {
    let frontier = Frontier.empty();
    SHARED_LEAVES.forEach((leaf, i) => {
      frontier = frontier.append(leafHash(bytes(leaf)));
      expect(hex(frontier.root())).toBe(SHARED_ROOTS[i]);
    });
    expect(hex(emptyRoot())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(hex(Frontier.empty().root())).toBe(hex(emptyRoot()));
  });

  it('has the root of the recursive definition at every size up to 600, appended singly and at once', () => {
    const log = new NaiveLog(numbered(600));
    const leaves: Hash[] = [];
    let frontier = Frontier.empty();
    for (let size = 1; size <= 600; size++) {
      leaves.push(leafHash(log.entries[size - 1] as Uint8Array));
      frontier = frontier.append(leaves[size - 1] as Hash);
      expect(frontier.size).toBe(size);
      expect(hex(frontier.root())).toBe(hex(log.hash(0, size)));
    }
    expect(hex(rootOf(leaves))).toBe(hex(log.hash(0, 600)));
  });

  it('tells of every complete subtree once, with its hash', () => {
    const log = new NaiveLog(numbered(300));
    const leaves = log.entries.map(leafHash);
    const told = new Set<string>();
    Frontier.empty().appendAll(leaves.slice(0, 77)).appendAll(leaves.slice(77), (height, index, hash) => {
      expect(hex(hash)).toBe(hex(log.hash(index * 2 ** height, (index + 1) * 2 ** height)));
      told.add(`${height}/${index}`);
    });
    const expected = new Set<string>();
    for (let height = 1; 2 ** height <= 300; height++) {
      for (let index = 0; (index + 1) * 2 ** height <= 300; index++) {
        if ((index + 1) * 2 ** height > 77) expected.add(`${height}/${index}`);
      }
    }
    expect(told).toEqual(expected);
  });

});

describe('the frontier of a tree', () => {
  it('is left unchanged by an append that is not kept', () => {
    const before = Frontier.empty().appendAll(numbered(100).map(leafHash));
    const root = hex(before.root());
    before.appendAll(numbered(57).map(leafHash));
    expect(before.size).toBe(100);
    expect(hex(before.root())).toBe(root);
  });

  it('goes through bytes and back whatever its size', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2000 }), (size) => {
      const frontier = Frontier.empty().appendAll(numbered(size).map(leafHash));
      const back = Frontier.fromBytes(frontier.toBytes());
      expect(back.size).toBe(size);
      expect(hex(back.root())).toBe(hex(frontier.root()));
      expect(hex(back.toBytes())).toBe(hex(frontier.toBytes()));
    }), { numRuns: 40 });
  });

  it('refuses with a LogError what is not its bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
      const result = outcome(() => Frontier.fromBytes(noise));
      expect(['nothing', 'truncated', 'number-invalid', 'state-invalid']).toContain(result);
      if (result === 'nothing') expect(hex(Frontier.fromBytes(noise).toBytes())).toBe(hex(noise));
    }));
    const good = Frontier.empty().appendAll(numbered(11).map(leafHash)).toBytes();
    expect(outcome(() => Frontier.fromBytes(good.subarray(1)))).toBe('state-invalid');
    expect(outcome(() => Frontier.fromBytes(good.subarray(0, -1)))).toBe('state-invalid');
    expect(outcome(() => Frontier.fromBytes(good.subarray(0, 7)))).toBe('truncated');
    expect(outcome(() => Frontier.fromBytes(new Uint8Array(200).fill(255)))).toBe('number-invalid');
  });

  it('refuses hashes that are not 32 bytes, and sizes that do not fit', () => {
    const hash = new Uint8Array(32);
    const short = new Uint8Array(31);
    expect(outcome(() => nodeHash(short, hash))).toBe('hash-invalid');
    expect(outcome(() => nodeHash(hash, new Uint8Array(33)))).toBe('hash-invalid');
    expect(outcome(() => Frontier.empty().append(short))).toBe('hash-invalid');
    expect(outcome(() => Frontier.of(3, [hash]))).toBe('state-invalid');
    expect(outcome(() => Frontier.of(2, [short]))).toBe('hash-invalid');
    expect(outcome(() => Frontier.of(2 ** 53, [hash]))).toBe('number-invalid');
    expect(outcome(() => Frontier.of(-1, []))).toBe('number-invalid');
    const largest = Frontier.of(Number.MAX_SAFE_INTEGER, Array.from({ length: 53 }, () => hash));
    expect(outcome(() => largest.append(hash))).toBe('limit-exceeded');
  });
});
