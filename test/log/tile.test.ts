// Tiles: their paths, which there are, every hash of the tree from them, and entry bundles.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, hex } from '../../src/log/bytes.ts';
import { TileEdge, type FullTile } from '../../src/log/edge.ts';
import {
  consistencyProof, inclusionProof, subtreeHash, verifyConsistency, verifyInclusion,
} from '../../src/log/proof.ts';
import {
  cutTile, formatEntryBundle, formatTilePath, grownTiles, parseEntryBundle, parseTilePath, tileHashReader, tileRoot,
  tileWidth, type TileAddress, type TileReader,
} from '../../src/log/tile.ts';
import { Frontier, leafHash, type Hash } from '../../src/log/tree.ts';
import { NaiveLog, numbered } from './naive.ts';
import { flipped, outcome, outcomeOf } from './outcome.ts';

interface Tiled {
  readonly edge: TileEdge;
  readonly stored: ReadonlyMap<string, FullTile>;
}

/** A log kept as tiles: the full ones stored, the partial ones on the edge. */
function tiled(leaves: readonly Hash[], batch: number): Tiled {
  let edge = TileEdge.empty();
  const stored = new Map<string, FullTile>();
  for (let at = 0; at < leaves.length; at += batch) {
    const growth = edge.append(leaves.slice(at, at + batch));
    for (const tile of growth.full) stored.set(`${tile.level}/${tile.index}`, tile);
    edge = growth.edge;
  }
  return { edge, stored };
}

function readerOf({ edge, stored }: Tiled): TileReader {
  return (level, index) => stored.get(`${level}/${index}`)?.bytes ?? edge.tile(level, index);
}

describe('the path of a tile', () => {
  it('is that of the specification', () => {
    const path = (level: number, index: number, width = 256): string =>
      formatTilePath({ kind: 'tile', level, index, width });
    expect(path(0, 1234067)).toBe('tile/0/x001/x234/067');
    expect(path(0, 1234067, 8)).toBe('tile/0/x001/x234/067.p/8');
    expect(path(1, 0, 17)).toBe('tile/1/000.p/17');
    expect(path(63, 999)).toBe('tile/63/999');
    expect(path(2, 1000)).toBe('tile/2/x001/000');
    expect(path(0, Number.MAX_SAFE_INTEGER)).toBe('tile/0/x009/x007/x199/x254/x740/991');
    expect(formatTilePath({ kind: 'entries', index: 273, width: 112 })).toBe('tile/entries/273.p/112');
    expect(formatTilePath({ kind: 'entries', index: 5, width: 256 })).toBe('tile/entries/005');
  });

  it('is read back, and one letter more or less is no other path of the same tile', () => {
    const index = fc.oneof(fc.nat(3000), fc.maxSafeNat());
    const width = fc.integer({ min: 1, max: 256 });
    const address: fc.Arbitrary<TileAddress> = fc.oneof(
      fc.record({ kind: fc.constant('tile' as const), level: fc.nat(63), index, width }),
      fc.record({ kind: fc.constant('entries' as const), index, width }),
    );
    fc.assert(fc.property(address, fc.nat(), fc.constantFrom('', '0', 'x', '/', '9', '.p/1'), (one, seed, piece) => {
      const path = formatTilePath(one);
      expect(parseTilePath(path)).toEqual(one);
      const at = seed % (path.length + 1);
      const changed = path.slice(0, at) + piece + path.slice(at + (seed % 2));
      if (changed !== path && outcome(() => parseTilePath(changed)) === 'nothing') {
        expect(formatTilePath(parseTilePath(changed))).toBe(changed);
      }
    }), { numRuns: 2000 });
  });

  it('is refused in any other form', () => {
    for (const path of [
      '', 'tile', 'tile/0', 'tile/0/', '/tile/0/000', 'tile/0/000/', 'tile/00/000', 'tile/01/000', 'tile/64/000',
      'tile/100/000', 'tile/-1/000', 'tile/0/0', 'tile/0/00', 'tile/0/0000', 'tile/0/x000/001', 'tile/0/x001',
      'tile/0/001/002',
      'tile/0/x001/x002', 'tile/0/000.p/0', 'tile/0/000.p/256', 'tile/0/000.p/01', 'tile/0/000.p/', 'tile/0/000.p',
      'tile/0/000.p/999', 'tile/0/X001/000', 'tile/0/x010/x000/x000/x000/x000/000', 'tile/entries/', 'tile/data/000',
      'tile/0/000\n', 'tile/0/٠٠٠', `tile/0/${'x000/'.repeat(50)}000`, 'tile/0/x009/x007/x199/x254/x740/992',
    ]) expect([path, outcome(() => parseTilePath(path))]).toEqual([path, 'path-invalid']);
    fc.assert(fc.property(fc.string(), (noise) => outcome(() => parseTilePath(noise)) === 'path-invalid'));
    expect(outcome(() => formatTilePath({ kind: 'tile', level: 64, index: 0, width: 1 }))).toBe('range-invalid');
    expect(outcome(() => formatTilePath({ kind: 'tile', level: 0, index: 2 ** 53, width: 1 }))).toBe('range-invalid');
    expect(outcome(() => formatTilePath({ kind: 'entries', index: 0, width: 0 }))).toBe('range-invalid');
    expect(outcome(() => formatTilePath({ kind: 'entries', index: 0, width: 257 }))).toBe('range-invalid');
  });
});

describe('the tiles of a tree', () => {
  it('are those of the specification for sizes 70,000 and 256', () => {
    const tiles = [...grownTiles(0, 70_000)];
    expect(tiles.filter((tile) => tile.level === 0 && tile.width === 256)).toHaveLength(273);
    expect(tiles.filter((tile) => tile.level !== 0 || tile.width !== 256)).toEqual([
      { level: 0, index: 273, width: 112 },
      { level: 1, index: 0, width: 256 },
      { level: 1, index: 1, width: 17 },
      { level: 2, index: 0, width: 1 },
    ]);
    expect([...grownTiles(0, 256)]).toEqual([{ level: 0, index: 0, width: 256 }, { level: 1, index: 0, width: 1 }]);
    expect([...grownTiles(0, 0)]).toEqual([]);
    expect([...grownTiles(300, 300)]).toEqual([]);
    expect(outcome(() => [...grownTiles(3, 2)])).toBe('range-invalid');
  });

  it('that a growth brings are those of the larger tree that the smaller one lacked', () => {
    const size = fc.oneof(fc.nat(1000), fc.nat(140_000));
    fc.assert(fc.property(size, size, (a, b) => {
      const [from, to] = a < b ? [a, b] : [b, a];
      const name = (tile: { level: number; index: number; width: number }): string => JSON.stringify(tile);
      const before = new Set([...grownTiles(0, from)].map(name));
      const after = [...grownTiles(0, to)].map(name);
      expect([...grownTiles(from, to)].map(name)).toEqual(after.filter((tile) => !before.has(tile)));
      for (const tile of grownTiles(0, to)) expect(tileWidth(tile.level, tile.index, to)).toBe(tile.width);
    }), { numRuns: 60 });
  });

});

describe('the tiles of a log', () => {
  it('give every proof of the tree at its size and at every earlier one', async () => {
    const size = 66_200;
    const leaves = numbered(size).map(leafHash);
    const log = tiled(leaves, 1000);
    expect(log.stored.size).toBe(258 + 1);
    let reads = 0;
    const reader = tileHashReader(async (level, index, width) => {
      reads++;
      const bytes = await readerOf(log)(level, index, width);
      return bytes === undefined ? undefined : cutTile(bytes, width);
    });
    const roots = new Map<number, Hash>();
    for (const old of [1, 255, 256, 257, 511, 65_535, 65_536, 65_537, 66_048, 66_199, size]) {
      roots.set(old, Frontier.empty().appendAll(leaves.slice(0, old)).root());
      expect(hex(await subtreeHash(0, old, reader))).toBe(hex(roots.get(old) as Hash));
    }
    for (const [old, oldRoot] of roots) {
      for (const index of [0, 1, 254, 255, 256, 40_000, 65_535, 65_536, old - 1]) {
        if (index >= old) continue;
        reads = 0;
        const proof = await inclusionProof(index, old, reader);
        expect(reads).toBeLessThanOrEqual(6);
        expect(verifyInclusion(index, old, proof, leaves[index] as Hash, oldRoot)).toBe(true);
      }
      const proof = await consistencyProof(old, size, reader);
      expect(verifyConsistency(old, size, proof, oldRoot, roots.get(size) as Hash)).toBe(true);
    }
  });

  it('that are missing, narrow or no tiles stop the proof; a wrong one fails it', async () => {
    const leaves = numbered(700).map(leafHash);
    const log = tiled(leaves, 700);
    const root = log.edge.root();
    const prove = (read: TileReader): Promise<readonly Hash[]> => inclusionProof(300, 700, tileHashReader(read));
    expect(await outcomeOf(prove(() => undefined))).toBe('tile-invalid');
    expect(await outcomeOf(prove(() => new Uint8Array(0)))).toBe('tile-invalid');
    expect(await outcomeOf(prove(() => new Uint8Array(8193)))).toBe('tile-invalid');
    expect(await outcomeOf(prove(() => new Uint8Array(8224)))).toBe('tile-invalid');
    const cut: TileReader = (level, index) => (readerOf(log)(level, index, 1) as Uint8Array).subarray(0, 32);
    expect(await outcomeOf(prove(cut))).toBe('tile-invalid');
    const wrong = await prove((level, index) => flipped(readerOf(log)(level, index, 1) as Uint8Array, 8 * 32 * 45));
    expect(verifyInclusion(300, 700, wrong, leaves[300] as Hash, root)).toBe(false);
    expect(outcome(() => cutTile(new Uint8Array(64), 3))).toBe('tile-invalid');
    expect(outcome(() => cutTile(new Uint8Array(64), 0))).toBe('tile-invalid');
    expect(outcome(() => tileRoot(new Uint8Array(64)))).toBe('tile-invalid');
  });
});

describe('the edge of a tiled log', () => {
  it('grows to the same tiles and root in batches of any size', () => {
    const leaves = numbered(1400).map(leafHash);
    const log = new NaiveLog(numbered(1400));
    fc.assert(fc.property(fc.array(fc.nat(500), { maxLength: 12 }), (batches) => {
      let edge = TileEdge.empty();
      const tiles: FullTile[] = [];
      for (const count of batches) {
        const growth = edge.append(leaves.slice(edge.size, edge.size + count));
        expect(growth.full.map(({ level, index }) => `${level}/${index}`)).toEqual(
          [...grownTiles(edge.size, growth.edge.size)].filter((tile) => tile.width === 256)
            .map(({ level, index }) => `${level}/${index}`),
        );
        tiles.push(...growth.full);
        edge = TileEdge.fromBytes(growth.edge.toBytes());
        expect(hex(growth.root)).toBe(hex(log.hash(0, edge.size)));
        expect(hex(edge.root())).toBe(hex(growth.root));
      }
      for (const tile of tiles) {
        const from = tile.index * 256;
        expect(tile.level).toBe(0);
        expect(hex(tile.bytes)).toBe(hex(concat(...leaves.slice(from, from + 256))));
        expect(hex(tileRoot(tile.bytes))).toBe(hex(log.hash(from, from + 256)));
      }
      const last = Math.floor(edge.size / 256);
      expect(hex(edge.tile(0, last) ?? new Uint8Array(0))).toBe(hex(concat(...leaves.slice(last * 256, edge.size))));
      expect(edge.tile(0, last + 1)).toBe(undefined);
      expect(edge.tile(7, 0)).toBe(undefined);
      const above = Array.from({ length: last }, (_, i) => log.hash(i * 256, i * 256 + 256));
      expect(hex(edge.tile(1, 0) ?? new Uint8Array(0))).toBe(hex(concat(...above)));
    }), { numRuns: 60 });
  });

  it('fills tiles of level 1 and begins level 2', () => {
    const leaves = numbered(65_536 + 300).map(leafHash);
    const { edge, stored } = tiled(leaves, 997);
    expect([...stored.values()].filter((tile) => tile.level === 1)).toHaveLength(1);
    const top = stored.get('1/0') as FullTile;
    expect(hex(top.bytes.subarray(32, 64))).toBe(hex(tileRoot((stored.get('0/1') as FullTile).bytes)));
    expect(hex(edge.tile(2, 0) as Uint8Array)).toBe(hex(tileRoot(top.bytes)));
    expect(edge.partials.map((bytes) => bytes.length / 32)).toEqual([44, 1, 1]);
    expect(hex(TileEdge.of(edge.size, edge.partials).root())).toBe(hex(Frontier.empty().appendAll(leaves).root()));
  });

  it('is left unchanged by a batch that is not kept', () => {
    const leaves = numbered(600).map(leafHash);
    const { edge } = tiled(leaves.slice(0, 250), 250);
    const before = hex(edge.toBytes());
    edge.append(leaves);
    expect(hex(edge.toBytes())).toBe(before);
  });

  it('is refused where its bytes do not fit its size, or a leaf is no hash', () => {
    const { edge } = tiled(numbered(600).map(leafHash), 600);
    const good = edge.toBytes();
    expect(outcome(() => TileEdge.fromBytes(good.subarray(0, -1)))).toBe('state-invalid');
    expect(outcome(() => TileEdge.fromBytes(concat(good, Uint8Array.of(0))))).toBe('state-invalid');
    expect(outcome(() => TileEdge.fromBytes(good.subarray(0, 5)))).toBe('truncated');
    expect(outcome(() => TileEdge.fromBytes(new Uint8Array(8).fill(255)))).toBe('number-invalid');
    expect(outcome(() => TileEdge.of(600, edge.partials.slice(1)))).toBe('state-invalid');
    expect(outcome(() => TileEdge.of(601, edge.partials))).toBe('state-invalid');
    expect(outcome(() => edge.append([new Uint8Array(33)]))).toBe('hash-invalid');
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
      outcome(() => TileEdge.fromBytes(noise));
    }));
  });
});

describe('an entry bundle', () => {
  it('goes through bytes and back, and nothing shorter or longer does', () => {
    const entries = fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 256 });
    fc.assert(fc.property(entries, (some) => {
      const bytes = formatEntryBundle(some);
      expect(parseEntryBundle(bytes, some.length).map(hex)).toEqual(some.map(hex));
      expect(outcome(() => parseEntryBundle(bytes.subarray(0, -1), some.length))).toBe('truncated');
      expect(outcome(() => parseEntryBundle(concat(bytes, Uint8Array.of(0)), some.length))).toBe('trailing');
      if (some.length < 256) expect(outcome(() => parseEntryBundle(bytes, some.length + 1))).toBe('truncated');
    }));
    fc.assert(fc.property(fc.uint8Array({ maxLength: 600 }), fc.integer({ min: -1, max: 258 }), (noise, width) => {
      outcome(() => parseEntryBundle(noise, width));
    }));
  });

  it('has 1 to 256 entries of at most 65,535 bytes', () => {
    const largest = new Uint8Array(65_535).fill(7);
    expect(hex(parseEntryBundle(formatEntryBundle([largest]), 1)[0] as Uint8Array)).toBe(hex(largest));
    expect(outcome(() => formatEntryBundle([new Uint8Array(65_536)]))).toBe('limit-exceeded');
    expect(outcome(() => formatEntryBundle([]))).toBe('limit-exceeded');
    expect(outcome(() => formatEntryBundle(numbered(257)))).toBe('limit-exceeded');
    expect(outcome(() => parseEntryBundle(new Uint8Array(0), 0))).toBe('range-invalid');
    expect(outcome(() => parseEntryBundle(new Uint8Array(514), 257))).toBe('range-invalid');
  });
});
