// Checkpoints noted as entries, in tables: which was the last of a log, and which comes next in the own.
import { concat, utf8 } from '../../act/bytes.ts';
import { formatLine, parseNote } from '../../act/note.ts';
import { Refusal } from '../../act/refusal.ts';
import { checkpointIn } from '../../log/noted.ts';
import { cosignaturesAt } from './cosignatures.ts';
import type { Asking } from './database.ts';
import { checkpointAt, type LogNumber, newestFolded, NOTED, OTHER } from './record.ts';

/** How much of the other log the last accepted note of it in a log covers, below index `before`; 0 without one. */
export async function notedBefore(sql: Asking, log: LogNumber, before: number): Promise<number> {
  const [row] = await sql<{ bytes: Uint8Array }[]>`select bytes from entries
    where log = ${log} and kind = ${NOTED} and idx < ${before} and contested is null order by idx desc limit 1`;
  return row === undefined ? 0 : (sizeNoted(row.bytes) ?? 0);
}

/** The size that such an entry notes; undefined where the bytes are no checkpoint. */
export function sizeNoted(bytes: Uint8Array): number | undefined {
  try {
    return checkpointIn(parseNote(bytes))?.size;
  } catch (cause) {
    if (cause instanceof Refusal) return undefined;
    throw cause;
  }
}

/**
 * The entry that notes the newest checkpoint of the counterpart's log of which every entry is judged here: that log's
 * own line of it, and the lines of this side's witness and mirror. None where nothing said since `covered` is in it.
 */
export async function nextNoted(sql: Asking, covered: number): Promise<Uint8Array | undefined> {
  const newest = await newestFolded(sql);
  if (newest === undefined || newest.size <= covered) return undefined;
  const [said] = await sql<{ idx: number }[]>`select idx from entries where log = ${OTHER}
    and idx >= ${covered} and idx < ${newest.size} and kind is distinct from ${NOTED} limit 1`;
  const held = said === undefined ? undefined : await checkpointAt(sql, OTHER, newest.size);
  if (held === undefined) return undefined;
  const note = parseNote(held.note);
  const own = note.signatures.filter((line) => line.name === checkpointIn(note)?.origin).map(formatLine);
  const rows = (await cosignaturesAt(sql, OTHER, newest.size)).filter((row) => row.role !== 'third');
  const lines = [...own, ...rows.map((row) => row.line)];
  return concat(utf8(`${note.text}\n`), ...lines.map((line) => utf8(`${line}\n`)));
}
