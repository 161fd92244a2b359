// The tree of a log in an export, built again from its entries and compared with all that claims to be it.
import { base64, sameBytes } from '../act/bytes.ts';
import { TileEdge } from '../log/edge.ts';
import { formatTilePath, TILE_WIDTH } from '../log/tile.ts';
import { emptyRoot, HASH_SIZE, leafHashes } from '../log/tree.ts';
import { bundle, find, type Gathering, trying } from './checking.ts';

/** The tree of a log, built again from its entries: its root, its tiles, and the roots that the other log saw of it. */
export async function checkTree(at: Gathering, side: string): Promise<void> {
  const head = at.heads.get(side);
  if (head === undefined) return;
  const claims = (at.claims.get(side) ?? []).toSorted((a, b) => a.size - b.size);
  let edge = TileEdge.empty();
  let next = 0;
  const seen = (): void => {
    for (let claim = claims[next]; claim !== undefined && claim.size <= edge.size; claim = claims[++next]) {
      const root = claim.size === 0 ? emptyRoot() : edge.root();
      if (claim.root !== base64(root)) {
        find(at.findings, claim.where, 'seen-diverges', `It has seen ${side} at ${claim.size} with another root.`);
      }
    }
  };
  seen();
  for (let n = 0; n * TILE_WIDTH < head.size; n++) {
    const entries = await trying([], `${side}`, async () => await bundle(at, side, n, head.size));
    if (entries === undefined) return;
    let from = 0;
    while (from < entries.length) {
      const stop = Math.max(edge.size + 1, claims[next]?.size ?? Number.MAX_SAFE_INTEGER) - edge.size;
      const growth = edge.append(leafHashes(entries.slice(from, from + stop), at.sha), at.sha);
      edge = growth.edge;
      from += stop;
      for (const tile of growth.full) await checkTile(at, side, { ...tile, width: TILE_WIDTH });
      seen();
    }
  }
  for (const [level, bytes] of edge.partials.entries()) {
    const width = bytes.length / HASH_SIZE;
    const index = Math.floor(head.size / TILE_WIDTH ** (level + 1));
    if (width > 0) await checkTile(at, side, { level, index, width, bytes });
  }
  at.ahead += claims.length - next;
  if (!sameBytes(edge.root(), head.root)) {
    find(at.findings, `${side}/checkpoint`, 'proof-invalid', 'The entries do not hash to the root that is signed.');
  }
}

interface TileFile {
  readonly level: number;
  readonly index: number;
  readonly width: number;
  readonly bytes: Uint8Array;
}

async function checkTile(at: Gathering, side: string, { level, index, width, bytes }: TileFile): Promise<void> {
  const path = `${side}/${formatTilePath({ kind: 'tile', level, index, width })}`;
  const held = await at.files.read(path);
  if (held === undefined || !sameBytes(held, bytes)) {
    find(at.findings, path, 'proof-invalid', 'The tile is missing or is not that of the entries.');
  }
}
