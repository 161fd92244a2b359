// Tiles: a log as a finite set of files, their coordinates and paths, and reading any hash of the tree from them.
import { checkSize, concat, isSize, parseDecimal, readUint16, uint16 } from './bytes.ts';
import { LogError } from './error.ts';
import { type HashReader, type Subtree } from './proof.ts';
import { digest, HASH_SIZE, nodeHash, type Hash, type Sha256 } from './tree.ts';

/** Height of the subtree that a tile spans, c2sp.org/tlog-tiles. */
export const TILE_HEIGHT = 8;
/** Hashes in a full tile, and entries in a full entry bundle. */
export const TILE_WIDTH = 256;
/** Bytes of a full tile. */
export const TILE_BYTES = TILE_WIDTH * HASH_SIZE;
/** The highest level that a path may name. Trees of up to 2^53 - 1 leaves reach level 6. */
export const LEVEL_LIMIT = 63;
/** Bytes of an entry: its length is written in two bytes. */
export const ENTRY_LIMIT = 65_535;

/**
 * A tile: `width` (1 to 256) hashes at `level`, the first of them number `index * 256` of that level. A hash at level
 * l is that of 256^l leaves. A tile of width 256 is full and never changes; a narrower one is partial.
 */
export interface Tile {
  readonly level: number;
  readonly index: number;
  readonly width: number;
}

/** What a path names: a tile of hashes, or the entry bundle beside the level 0 tile of that index and width. */
export type TileAddress =
  | { readonly kind: 'tile'; readonly level: number; readonly index: number; readonly width: number }
  | { readonly kind: 'entries'; readonly index: number; readonly width: number };

// Index elements, all but the last with an x; then a width below 256 where the tile is partial.
const PATH = /^tile\/(entries|0|[1-9][0-9]?)\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/;
/** Five elements hold 15 digits and six hold 2^53; no path of ours is longer than this. */
const PATH_LIMIT = 64;

function indexPath(index: number): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  return padded.replace(/[0-9]{3}(?=[0-9])/g, 'x$&/');
}

/**
 * The path under the log's prefix, without leading slash: `tile/0/x001/x234/067`, `tile/1/000.p/17`,
 * `tile/entries/273.p/112`. `range-invalid` for a level above 63 or a width outside 1 to 256.
 * Source: c2sp.org/tlog-tiles, "Merkle Tree", "Log entries".
 */
export function formatTilePath(address: TileAddress): string {
  const { index, width } = address;
  const level = address.kind === 'tile' ? address.level : 0;
  if (!isSize(index) || !isSize(level) || level > LEVEL_LIMIT || !isSize(width) || width < 1 || width > TILE_WIDTH) {
    throw new LogError('range-invalid', `Naming the tile at level ${level}, index ${index}, width ${width}.`);
  }
  const first = address.kind === 'tile' ? String(level) : 'entries';
  return `tile/${first}/${indexPath(index)}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

/** Reads such a path, and only the one form that `formatTilePath` gives. `path-invalid`. */
export function parseTilePath(path: string): TileAddress {
  const refusal = (): LogError => new LogError('path-invalid', `Reading ${JSON.stringify(path.slice(0, 80))}.`);
  const [, first, elements, partial] = (path.length > PATH_LIMIT ? null : PATH.exec(path)) ?? [];
  if (first === undefined || elements === undefined) throw refusal();
  const index = parseDecimal(elements.replace(/[x/]/g, '').replace(/^0+(?=[0-9])/, ''));
  const width = partial === undefined ? TILE_WIDTH : Number(partial);
  if (index === undefined || indexPath(index) !== elements) throw refusal();
  if (partial !== undefined && width >= TILE_WIDTH) throw refusal();
  if (first === 'entries') return { kind: 'entries', index, width };
  if (Number(first) > LEVEL_LIMIT) throw refusal();
  return { kind: 'tile', level: Number(first), index, width };
}

/**
 * How many hashes the tile at `level` and `index` holds in a tree of `size`: 256 where it is full, 0 where it is
 * not there. Source: c2sp.org/tlog-tiles, "Partial Tiles".
 */
export function tileWidth(level: number, index: number, size: number): number {
  const hashes = Math.floor(checkSize(size, 'the size of a tree') / TILE_WIDTH ** level);
  return Math.min(TILE_WIDTH, Math.max(0, hashes - index * TILE_WIDTH));
}

/**
 * The tiles that a growth of the tree from size `from` to size `to` brings, level by level and in order: those that
 * become full (width 256) and, last of each level, the new partial one if there is any and it changes. From 0 these
 * are all tiles of a tree. A generator, since they are `(to - from) / 256` and more. `range-invalid` for `from > to`.
 */
export function* grownTiles(from: number, to: number): Generator<Tile, void> {
  if (!isSize(from) || !isSize(to) || from > to) {
    throw new LogError('range-invalid', `Growing a tree from size ${from} to ${to}.`);
  }
  for (let level = 0, had = from, has = to; has > 0; level++) {
    if (had < has) {
      let index = Math.floor(had / TILE_WIDTH);
      for (; (index + 1) * TILE_WIDTH <= has; index++) yield { level, index, width: TILE_WIDTH };
      if (has % TILE_WIDTH > 0) yield { level, index, width: has % TILE_WIDTH };
    }
    had = Math.floor(had / TILE_WIDTH);
    has = Math.floor(has / TILE_WIDTH);
  }
}

/**
 * The first `width` hashes of a tile: the partial tile of an earlier, smaller tree. A copy. `tile-invalid` where the
 * tile is narrower than that or is no tile.
 */
export function cutTile(bytes: Uint8Array, width: number): Uint8Array {
  if (!isSize(width) || width < 1 || !isTile(bytes, width)) {
    throw new LogError('tile-invalid', `Cutting ${width} hashes from a tile of ${bytes.length} bytes.`);
  }
  return bytes.slice(0, width * HASH_SIZE);
}

function isTile(bytes: Uint8Array, width: number): boolean {
  return bytes.length % HASH_SIZE === 0 && bytes.length <= TILE_BYTES && bytes.length >= width * HASH_SIZE;
}

/**
 * Root of the complete subtree over `count` (a power of two, at most 256) hashes of a tile from number `first` on.
 * The caller has checked that they are there.
 */
export function rootWithin(bytes: Uint8Array, first: number, count: number, sha: Sha256 = digest): Hash {
  let row: Hash[] = [];
  for (let i = first; i < first + count; i++) row.push(bytes.subarray(i * HASH_SIZE, (i + 1) * HASH_SIZE));
  while (row.length > 1) {
    const above: Hash[] = [];
    for (let i = 0; i < row.length; i += 2) above.push(nodeHash(row[i] as Hash, row[i + 1] as Hash, sha));
    row = above;
  }
  return (row[0] as Hash).slice();
}

/** Root of a full tile, which is its hash in the tile a level above. `tile-invalid` where it is not 8,192 bytes. */
export function tileRoot(bytes: Uint8Array): Hash {
  if (bytes.length !== TILE_BYTES) throw new LogError('tile-invalid', `Hashing a tile of ${bytes.length} bytes.`);
  return rootWithin(bytes, 0, TILE_WIDTH);
}

/**
 * Gives the bytes of a tile: at least `width` hashes, which is as many as are needed, or more, up to the 256 of the
 * full tile; undefined where there is no such tile. Each tile is asked for once a proof.
 */
export type TileReader = (
  level: number, index: number, width: number,
) => Uint8Array | undefined | Promise<Uint8Array | undefined>;

interface Place extends Tile {
  readonly first: number;
  readonly count: number;
}

/** The tile in which a complete subtree is found, and the hashes there of which it is the root. */
function placeOf(subtree: Subtree): Place {
  const level = Math.floor(subtree.height / TILE_HEIGHT);
  const count = 2 ** (subtree.height % TILE_HEIGHT);
  const at = subtree.index * count;
  const first = at % TILE_WIDTH;
  return { level, index: Math.floor(at / TILE_WIDTH), width: first + count, first, count };
}

/**
 * A reader of hashes for the proofs of proof.ts, over tiles. The tiles of one proof are asked for together, each
 * once. Tiles are not authenticated: a proof made of wrong ones does not verify. `tile-invalid` where a tile is
 * missing or too narrow.
 */
export function tileHashReader(readTile: TileReader, sha: Sha256 = digest): HashReader {
  return async (subtrees) => {
    const places = subtrees.map(placeOf);
    const wanted = new Map<string, Tile>();
    for (const place of places) {
      const key = `${place.level}/${place.index}`;
      const known = wanted.get(key);
      if (known === undefined || known.width < place.width) wanted.set(key, place);
    }
    const tiles = new Map<string, Uint8Array>();
    await Promise.all([...wanted].map(async ([key, { level, index, width }]) => {
      const bytes = await readTile(level, index, width);
      if (bytes === undefined || !isTile(bytes, width)) {
        throw new LogError('tile-invalid', `Reading ${width} hashes of tile ${index} at level ${level}.`);
      }
      tiles.set(key, bytes);
    }));
    return places.map(({ level, index, first, count }) =>
      rootWithin(tiles.get(`${level}/${index}`) as Uint8Array, first, count, sha));
  };
}

/**
 * An entry bundle: 1 to 256 entries, each after its length in two bytes big-endian. `limit-exceeded` for an entry
 * above 65,535 bytes or for another number of entries. Source: c2sp.org/tlog-tiles, "Log entries".
 */
export function formatEntryBundle(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length < 1 || entries.length > TILE_WIDTH) {
    throw new LogError('limit-exceeded', `Writing an entry bundle of ${entries.length} entries.`);
  }
  return formatEntries(entries);
}

/** Entries one after the other, each after its length in two bytes big-endian. `limit-exceeded`. */
export function formatEntries(entries: readonly Uint8Array[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  for (const entry of entries) {
    if (entry.length > ENTRY_LIMIT) throw new LogError('limit-exceeded', `Writing an entry of ${entry.length} bytes.`);
    chunks.push(uint16(entry.length), entry);
  }
  return concat(...chunks);
}

/**
 * The entries of a bundle that must hold exactly `width` (1 to 256) of them. They are views of `bytes`, not copies.
 * `range-invalid` for another width, `truncated`, `trailing`.
 */
export function parseEntryBundle(bytes: Uint8Array, width: number): readonly Uint8Array[] {
  if (!isSize(width) || width < 1 || width > TILE_WIDTH) {
    throw new LogError('range-invalid', `Reading an entry bundle of ${width} entries.`);
  }
  const entries: Uint8Array[] = [];
  let at = 0;
  while (entries.length < width) {
    const end = at + 2 > bytes.length ? Infinity : at + 2 + readUint16(bytes, at);
    if (end > bytes.length) throw new LogError('truncated', `Reading entry ${entries.length} of ${width} of a bundle.`);
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  if (at !== bytes.length) throw new LogError('trailing', `Reading an entry bundle of ${width} entries.`);
  return entries;
}
