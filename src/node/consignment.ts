// What is brought to the counterpart, by the line or on a medium: the three bodies, made here alone, and its answers.
import { base64, fromUtf8, utf8 } from '../act/bytes.ts';
import type { PublicKey, Verification } from '../act/key.ts';
import { ERASES } from '../act/kinds.ts';
import { formatLine, parseNote } from '../act/note.ts';
import { BODY_PART } from '../act/part.ts';
import { refuse } from '../act/refusal.ts';
import { verifyCosignatureOf } from '../log/cosignature.ts';
import { formatAddCheckpoint } from '../log/mirror.ts';
import { consistencyProof, subtreeConsistencyProof } from '../log/proof.ts';
import { encodeAddEntries, packageCount, packageRange, PACKAGES_LIMIT } from '../log/upload.ts';
import { originIn } from './epochs.ts';
import type { Sql } from './store/database.ts';
import { hashReader } from './store/hashes.ts';
import { type CosignatureRow, insertCosignatures } from './store/cosignatures.ts';
import { checkpointAt, type CheckpointRow, OTHER, OWN, type PartRow, readEntries, readLogs } from './store/record.ts';

/** Parts in one delivery. */
const PARTS_LIMIT = 2048;
/** Bytes of entries, and of parts, in one delivery, about. */
export const DELIVERY_BYTES = 8 * 1024 * 1024;

/** The body of add-checkpoint: the own log at `head`, grown from `old`. */
export async function checkpointBody(sql: Sql, head: CheckpointRow, old: number): Promise<Uint8Array> {
  const [log] = await readLogs(sql);
  const proof =
    old === 0 || old === head.size
      ? []
      : await consistencyProof(old, head.size, hashReader(sql, OWN, log.edge));
  return formatAddCheckpoint({ old, proof, checkpoint: head.note });
}

/** A body, and the index of the first entry that it does not bring. */
export interface Consignment {
  readonly body: Uint8Array;
  readonly end: number;
}

/** The body of add-entries from `start` on, towards the checkpoint of `size`: about `most` bytes. */
export async function entriesBody(
  sql: Sql,
  size: number,
  start: number,
  most = DELIVERY_BYTES,
): Promise<Consignment> {
  const [log] = await readLogs(sql);
  const reader = hashReader(sql, OWN, log.edge);
  const packages = [];
  let bytes = 0;
  for (let i = 0; i < Math.min(packageCount(start, size), PACKAGES_LIMIT) && bytes < most; i++) {
    const range = packageRange(start, size, i);
    const entries = (await readEntries(sql, OWN, range.start, range.end)).map((entry) => entry.bytes);
    bytes += entries.reduce((sum, entry) => sum + entry.length, 0);
    const proof = await subtreeConsistencyProof(range.base, range.end, size, reader);
    packages.push({ ...range, entries, proof });
  }
  const target = await checkpointAt(sql, OWN, size);
  const origin = target === undefined ? log.origin : originIn(target.note);
  const body = encodeAddEntries({ origin, start, end: size, ticket: new Uint8Array() }, packages);
  return { body, end: packages.at(-1)?.end ?? start };
}

/** The body of parts: those of the entries from `start` on, below `size`; about `most` bytes, one entry's at least. */
export async function partsBody(
  sql: Sql,
  start: number,
  size: number,
  most = DELIVERY_BYTES,
): Promise<Consignment & { readonly count: number }> {
  const { parts, end } = await takeParts(sql, start, size, most);
  const told = parts.map(({ idx, name, salt, bytes }) => ({
    index: idx,
    name,
    salt: base64(salt),
    bytes: base64(bytes),
  }));
  return { body: utf8(JSON.stringify({ parts: told })), end, count: parts.length };
}

/** Of own parts: that the counterpart has not said to have erased them. A body is never erased. */
function notErased(sql: Sql) {
  return sql`(name = ${BODY_PART} or not exists (select 1 from entries e join referring r
    on r.log = ${OTHER} and r.target = e.act and r.role = ${ERASES} where e.log = ${OWN} and e.idx = parts.idx))`;
}

async function takeParts(
  sql: Sql,
  start: number,
  size: number,
  most: number,
): Promise<{ readonly parts: readonly PartRow[]; readonly end: number }> {
  const parts: PartRow[] = [];
  let bytes = 0;
  let end = start;
  while (end < size && bytes < most && parts.length < PARTS_LIMIT) {
    const until = Math.min(size, end + 256);
    const sizes = await sql<{ idx: number; parts: number; bytes: number }[]>`
      select idx, count(*) as parts, sum(length(bytes)) as bytes from parts
      where log = ${OWN} and idx >= ${end} and idx < ${until} and ${notErased(sql)} group by idx order by idx`;
    // At least one entry goes, however large its parts: the wire takes the parts of any one act.
    const fits = (count: number, sum: number): boolean => count <= PARTS_LIMIT && sum <= most;
    let count = parts.length;
    let stop = until;
    for (const row of sizes) {
      count += row.parts;
      bytes += row.bytes;
      if (fits(count, bytes) || (parts.length === 0 && row === sizes[0])) continue;
      stop = row.idx;
      break;
    }
    const rows = await sql<PartRow[]>`select * from parts where log = ${OWN} and idx >= ${end}
      and idx < ${stop} and ${notErased(sql)} order by idx, name`;
    parts.push(...rows);
    end = stop;
    if (stop < until) break;
  }
  return { parts, end };
}

/** Who answers, and how its signatures are checked. */
export interface Answering {
  readonly sql: Sql;
  /** Its keys of each capacity. It is asked again until each has cosigned. */
  readonly witness: readonly PublicKey[];
  readonly mirror: readonly PublicKey[];
  readonly verify: Verification;
}

/**
 * Verifies the counterpart's cosignatures over `head` in an answer, and keeps them. Its first key must have cosigned;
 * the others may have. `signature-invalid`.
 */
export async function keepCosignature(
  answering: Answering,
  role: 'witness' | 'mirror',
  head: CheckpointRow,
  answer: Uint8Array,
): Promise<void> {
  const { text } = parseNote(head.note);
  const lines = parseNote(utf8(`${text}\n${fromUtf8(answer) ?? ''}`)).signatures;
  const rows: CosignatureRow[] = [];
  for (const [i, key] of answering[role].entries()) {
    const line = lines.find((candidate) => candidate.name === key.name && candidate.id === key.id);
    if (line === undefined && i > 0) continue;
    const time = line === undefined ? undefined : verifyCosignatureOf(key, text, line.signature, answering.verify);
    if (line === undefined || time === undefined) {
      throw refuse('signature-invalid', `The counterpart's ${role} cosigned ${head.size} entries as ${key.name}.`);
    }
    rows.push({ log: OWN, size: head.size, role, signer: key.name, line: formatLine(line), at: new Date(time * 1000) });
  }
  await insertCosignatures(answering.sql, rows);
}
