// Proof files: what lets anyone check one act offline, without this node.
import { base64, concat, fromUtf8, utf8 } from '../act/bytes.ts';
import { formatKey, type PublicKey } from '../act/key.ts';
import { inclusionProof } from '../log/proof.ts';
import { formatTlogProof } from '../log/tlogproof.ts';
import type { Asking } from './store/database.ts';
import { hashReader } from './store/hashes.ts';
import {
  checkpointAt,
  type CheckpointRow,
  cosignaturesAt,
  coveringCosignatures,
  type EntryRow,
  latestCheckpoint,
  latestCosignatures,
  type LogNumber,
  readLogs,
} from './store/record.ts';

/** A checkpoint with every cosignature held over it, verbatim. */
export async function cosignedNote(sql: Asking, log: LogNumber, checkpoint: CheckpointRow): Promise<Uint8Array> {
  const held = await cosignaturesAt(sql, log, checkpoint.size);
  return concat(checkpoint.note, ...held.map((row) => utf8(`${row.line}\n`)));
}

/** The newest checkpoint that is cosigned; failing that, the newest. */
export async function bestCheckpoint(sql: Asking, log: LogNumber): Promise<CheckpointRow | undefined> {
  const held = await latestCosignatures(sql, log);
  const mirrored = held.find((row) => row.role === 'mirror');
  const cosigned = mirrored === undefined ? undefined : await checkpointAt(sql, log, mirrored.size);
  return cosigned ?? (await latestCheckpoint(sql, log));
}

/**
 * The tlog-proof file of an entry (c2sp.org/tlog-proof), or undefined until a checkpoint covers it. The signed act
 * itself rides in the opaque `extra` line, so that the one file is enough.
 */
export async function proofOf(sql: Asking, entry: EntryRow): Promise<string | undefined> {
  const [covering] = await coveringCosignatures(sql, entry.log, entry.idx);
  const cosigned = covering === undefined ? undefined : await checkpointAt(sql, entry.log, covering.size);
  const checkpoint = cosigned ?? (await latestCheckpoint(sql, entry.log));
  if (checkpoint === undefined || checkpoint.size <= entry.idx) return undefined;
  const head = (await readLogs(sql))[entry.log];
  const proof = await inclusionProof(entry.idx, checkpoint.size, hashReader(sql, entry.log, head.edge));
  const note = await cosignedNote(sql, entry.log, checkpoint);
  return fromUtf8(formatTlogProof({ extra: entry.bytes, index: entry.idx, proof, checkpoint: note }));
}

/** Whom the policy of one log names: the log, and the side that mirrors it. */
export interface PolicyKeys {
  readonly log: PublicKey;
  readonly mirrorSide: string;
  readonly mirror: PublicKey;
}

/**
 * The policy of one log (c2sp.org/tlog-policy): its key, and as quorum the mirror of the other side. One file a log: a
 * side that cosigned its own log would prove nothing, and one quorum for both logs could not say so.
 */
export function policyOf({ log, mirrorSide, mirror }: PolicyKeys): string {
  const name = `${mirrorSide}-mirror`;
  return `log ${formatKey(log)}\nwitness ${name} ${formatKey(mirror)}\nquorum ${name}\n`;
}

/** Text of a root as checkpoints write it. */
export function rootText(root: Uint8Array): string {
  return base64(root);
}
