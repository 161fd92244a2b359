// Chunks that acts name, taken from their parts into a table as the parts are kept, whichever way they came.
import { type NamedChunk, readChunks } from '../../act/file.ts';
import { CHUNKS_PART } from '../../act/part.ts';
import { Refusal } from '../../act/refusal.ts';
import type { Tx } from './database.ts';

/** A part about to be kept. */
interface Kept {
  readonly log: 0 | 1;
  readonly idx: number;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a part names; nothing where it cannot be read, which the door says of its act. */
function namedIn(bytes: Uint8Array): readonly NamedChunk[] {
  try {
    return readChunks(bytes);
  } catch (cause) {
    if (cause instanceof Refusal) return [];
    throw cause;
  }
}

/** Notes the chunks that these parts name. Those of a draft lie here already, and those that another act names. */
export async function insertChunks(tx: Tx, parts: readonly Kept[]): Promise<void> {
  const rows = parts
    .filter(({ name }) => name === CHUNKS_PART)
    .flatMap(({ log, idx, bytes }) => namedIn(bytes).map((chunk, n) => ({ log, idx, n, ...chunk })));
  if (rows.length === 0) return;
  await tx`insert into chunks (log, idx, n, sha256, length, here)
    select given.log, given.idx, given.n, given.sha256, given.length,
      exists (select 1 from staged s where s.log = 0 and s.sha256 = given.sha256)
      or exists (select 1 from chunks c where c.log in (0, 1) and c.sha256 = given.sha256 and c.here)
    from unnest(${rows.map(({ log }) => log)}::smallint[], ${rows.map(({ idx }) => idx)}::bigint[],
      ${rows.map(({ n }) => n)}::integer[], ${rows.map(({ sha256 }) => sha256)}::text[],
      ${rows.map(({ length }) => length)}::integer[]) as given (log, idx, n, sha256, length)
    on conflict do nothing`;
}
