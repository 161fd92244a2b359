// The edge of a tiled log: its partial tiles, and what a batch of new leaves makes of them.
import { checkSize, concat, readUint64, uint64 } from './bytes.ts';
import { LogError } from './error.ts';
import { rootWithin, TILE_BYTES, TILE_HEIGHT, TILE_WIDTH } from './tile.ts';
import { digest, Frontier, HASH_SIZE, type Hash, type Sha256 } from './tree.ts';

/** A tile that has become full: 8,192 bytes, never to change. */
export interface FullTile {
  readonly level: number;
  readonly index: number;
  readonly bytes: Uint8Array;
}

/** What a batch brings: the new edge, the tiles that became full (those of level 0 first), the new root. */
export interface Growth {
  readonly edge: TileEdge;
  readonly full: readonly FullTile[];
  readonly root: Hash;
}

/** Number of hashes of the partial tile at `level` in a tree of `size`, c2sp.org/tlog-tiles, "Partial Tiles". */
function partialWidth(level: number, size: number): number {
  return Math.floor(size / TILE_WIDTH ** level) % TILE_WIDTH;
}

/** Number of levels on which a tree of `size` has hashes. */
function levelsOf(size: number): number {
  let levels = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / TILE_WIDTH)) levels++;
  return levels;
}

/** A partial tile being filled. `bytes` is as large as a full tile and belongs to one batch alone. */
class OpenTile {
  readonly bytes = new Uint8Array(TILE_BYTES);
  width = 0;

  constructor(partial: Uint8Array) {
    this.bytes.set(partial);
    this.width = partial.length / HASH_SIZE;
  }

  push(hash: Hash): void {
    this.bytes.set(hash, this.width * HASH_SIZE);
    this.width++;
  }
}

/**
 * The edge of a tiled log of `size` leaves: on each level the partial tile, and the frontier. With the full tiles
 * already stored it is the whole tree; nothing else need be kept to append.
 *
 * An edge never changes. `append` gives a new one with the full tiles to store beside it, all to be committed
 * together or not at all.
 *
 * As bytes: `size` as 8 bytes big-endian, then the partial tiles from level 0 up, each of `floor(size / 256^level)
 * mod 256` hashes; nothing else. At most 8 + 7 * 8,160 bytes; up to 16.7 million leaves at most 24,488.
 */
export class TileEdge {
  /** Leaves in the log. */
  readonly size: number;
  /** The partial tile of each level from 0 up to the highest with hashes; empty where the level ends in a full tile. */
  readonly partials: readonly Uint8Array[];
  /** Agrees with `partials`: both are the edge of the same tree. */
  readonly frontier: Frontier;

  private constructor(partials: readonly Uint8Array[], frontier: Frontier) {
    this.size = frontier.size;
    this.partials = partials;
    this.frontier = frontier;
  }

  static empty(): TileEdge {
    return new TileEdge([], Frontier.empty());
  }

  /**
   * From a size and the partial tile of every level with hashes, level 0 first, an empty one included. Hashes each
   * partial tile once (at most 255 hashes a level) to find the frontier; compare `root()` with the root that is on
   * record. `number-invalid`; `state-invalid` where a level is missing or has another width than `size` says.
   */
  static of(size: number, partials: readonly Uint8Array[], sha: Sha256 = digest): TileEdge {
    const levels = levelsOf(checkSize(size, 'the size of a tree'));
    const fits = partials.every((bytes, level) => bytes.length === partialWidth(level, size) * HASH_SIZE);
    if (partials.length !== levels || !fits) {
      throw new LogError('state-invalid', `Taking ${partials.length} partial tiles as the edge of size ${size}.`);
    }
    const roots: Hash[] = [];
    for (let level = levels - 1; level >= 0; level--) {
      const bytes = partials[level] as Uint8Array;
      const width = bytes.length / HASH_SIZE;
      let first = 0;
      for (let count = TILE_WIDTH / 2; count >= 1; count /= 2) {
        if (first + count > width) continue;
        roots.push(rootWithin(bytes, first, count, sha));
        first += count;
      }
    }
    return new TileEdge(partials.map((bytes) => bytes.slice()), Frontier.of(size, roots));
  }

  /** Root of the log, from the frontier. */
  root(): Hash {
    return this.frontier.root();
  }

  /** The bytes of the partial tile at `level` and `index`, or undefined where the edge has none there. */
  tile(level: number, index: number): Uint8Array | undefined {
    const bytes = this.partials[level];
    if (bytes === undefined || bytes.length === 0) return undefined;
    return index === Math.floor(this.size / TILE_WIDTH ** (level + 1)) ? bytes : undefined;
  }

  /**
   * The edge with `leaves` (leaf hashes, in order) appended, with the tiles that became full and the new root. About
   * one hash a leaf, whatever the size. `hash-invalid`, `limit-exceeded`.
   */
  append(leaves: readonly Hash[], sha: Sha256 = digest): Growth {
    const open = this.partials.map((bytes) => new OpenTile(bytes));
    const full: FullTile[] = [];
    const push = (level: number, position: number, hash: Hash): void => {
      const tile = open[level] ?? new OpenTile(new Uint8Array(0));
      open[level] = tile;
      tile.push(hash);
      if (tile.width < TILE_WIDTH) return;
      full.push({ level, index: Math.floor(position / TILE_WIDTH), bytes: tile.bytes });
      open[level] = new OpenTile(new Uint8Array(0));
    };
    leaves.forEach((leaf, at) => {
      if (leaf.length !== HASH_SIZE) throw new LogError('hash-invalid', `Appending leaf ${this.size + at} of a log.`);
      push(0, this.size + at, leaf);
    });
    const completed = (height: number, index: number, hash: Hash): void => {
      if (height % TILE_HEIGHT === 0) push(height / TILE_HEIGHT, index, hash);
    };
    const frontier = this.frontier.appendAll(leaves, completed, sha);
    const partials = open.map((tile) => tile.bytes.slice(0, tile.width * HASH_SIZE));
    const edge = new TileEdge(partials, frontier);
    return { edge, full, root: edge.root() };
  }

  toBytes(): Uint8Array {
    return concat(uint64(this.size), ...this.partials);
  }

  /** Reads `toBytes`, then as `of`. `truncated`, `number-invalid`, `state-invalid`. */
  static fromBytes(bytes: Uint8Array, sha: Sha256 = digest): TileEdge {
    if (bytes.length < 8) throw new LogError('truncated', `Reading an edge of ${bytes.length} bytes.`);
    const size = readUint64(bytes, 0);
    if (size === undefined) throw new LogError('number-invalid', 'Reading the size of an edge.');
    const partials: Uint8Array[] = [];
    let at = 8;
    for (let level = 0; level < levelsOf(size); level++) {
      const end = at + partialWidth(level, size) * HASH_SIZE;
      partials.push(bytes.subarray(at, end));
      at = end;
    }
    if (at !== bytes.length) {
      throw new LogError('state-invalid', `Reading an edge of size ${size} from ${bytes.length} bytes.`);
    }
    return TileEdge.of(size, partials, sha);
  }
}
