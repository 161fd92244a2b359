// Chunks under inspection: each that should lie in the folder is hashed, and held against the name in its act.
import { createHash } from 'node:crypto';
import type { Damage } from './inspection.ts';
import type { ChunkFolder } from './store/chunkfolder.ts';
import { chunksHere, type ChunkPlace, lackingChunks } from './store/chunks.ts';
import type { Sql } from './store/database.ts';
import { OTHER, OWN } from './store/record.ts';

/** Rows read at once. */
const STEP = 256;

export interface ChunkCheckRoom {
  readonly sql: Sql;
  readonly folder: ChunkFolder;
}

/**
 * Every chunk that is gone or is not what its act names. One of the counterpart that has not come yet is no damage; an
 * own one that is known to be gone is.
 */
export async function* inspectChunks({ sql, folder }: ChunkCheckRoom): AsyncGenerator<Damage> {
  for (const log of [OWN, OTHER] as const) {
    for (let from: ChunkPlace | undefined = { idx: 0, n: 0 }; from !== undefined; ) {
      const rows = await chunksHere(sql, log, from, STEP);
      for (const { idx, sha256 } of rows) {
        const bytes = await folder.read(sha256);
        if (bytes !== undefined && createHash('sha256').update(bytes).digest('hex') === sha256) continue;
        yield { log, what: 'chunk', idx, name: sha256, due: undefined };
      }
      from = after(rows.at(-1));
    }
  }
  for (let from: ChunkPlace | undefined = { idx: 0, n: 0 }; from !== undefined; ) {
    const rows = await lackingChunks(sql, OWN, from, STEP);
    for (const { idx, sha256 } of rows) yield { log: OWN, what: 'chunk', idx, name: sha256, due: undefined };
    from = after(rows.at(-1));
  }
}

function after(last: ChunkPlace | undefined): ChunkPlace | undefined {
  return last === undefined ? undefined : { idx: last.idx, n: last.n + 1 };
}
