// Hashes of a log's tree, read from its stored full tiles and its edge.
import { TileEdge } from '../../log/edge.ts';
import type { HashReader } from '../../log/proof.ts';
import { tileHashReader } from '../../log/tile.ts';
import type { Asking } from './database.ts';
import { type LogNumber, readTile } from './record.ts';

/** A reader for the proofs of log/proof.ts. `edge` is that of the log's row at a size not below the proof's. */
export function hashReader(sql: Asking, log: LogNumber, edge: Uint8Array): HashReader {
  const held = TileEdge.fromBytes(edge);
  return tileHashReader(async (level, index) => held.tile(level, index) ?? (await readTile(sql, log, level, index)));
}
