// The file of one act: everything of it that its page, its proof and its downloads are made of.
import { decode } from '../act/canonical.ts';
import { formatKey } from '../act/key.ts';
import { KEYS, type KeyState } from '../act/keys.ts';
import { parseNote } from '../act/note.ts';
import { notesIn } from '../agreement/noteverbale.ts';
import type { Identity } from './identity.ts';
import { proofOf, quorumOf, type Vouching } from './proofs.ts';
import type { Reader } from './reader.ts';
import type { Sql } from './store/database.ts';
import type { EntryRow } from './store/record.ts';
import { readRow } from './store/registers.ts';
import type { ActFile, ActPlace } from './window.ts';

/** What the file of an act is put together from. */
export interface FileRoom {
  readonly sql: Sql;
  /** Whom the policy of each log names. */
  readonly policies: Vouching;
  readonly roots: Identity['roots'];
}

/** The file of an act by its id, or by its place in a side's log, as the eyes of `reader` may see it. */
export async function actFile(room: FileRoom, reader: Reader, of: string | ActPlace): Promise<ActFile | undefined> {
  const found = await reader.entry(of);
  if (found === undefined) return undefined;
  const { entry, shown } = found;
  const { sql } = room;
  const [parts, proof, keys, refersTo, referredBy] = await Promise.all([
    reader.parts(entry),
    proofOf(sql, entry, quorumOf(room.policies[entry.log])),
    keysOf(room, entry),
    reader.refersTo(shown.act),
    reader.referredBy(shown.act.id),
  ]);
  const { bytes } = entry;
  const { file, cosignatures } = proof ?? { file: undefined, cosignatures: [] };
  return { shown, bytes, keys, parts, notes: notesIn(parts), refersTo, referredBy, proof: file, cosignatures };
}

/** The keys, in written form, that are known under the names of those that signed an entry. */
async function keysOf({ sql, roots }: FileRoom, { bytes }: EntryRow): Promise<readonly string[]> {
  const keys: string[] = [];
  for (const { name } of parseNote(bytes).signatures) {
    const root = [...roots.values()].find((key) => key.name === name);
    const kept = root === undefined ? await readRow(sql, KEYS.name, name) : undefined;
    const admitted = kept === undefined ? null : (decode(kept.state) as KeyState).key;
    if (root !== undefined) keys.push(formatKey(root));
    else if (admitted !== null) keys.push(admitted);
  }
  return keys;
}
