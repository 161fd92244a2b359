// Proof files: what lets anyone check one act offline, without this node.
import { base64, concat, fromUtf8, utf8 } from '../act/bytes.ts';
import { formatKey, type PublicKey } from '../act/key.ts';
import { COSIGNATURES } from '../log/cosignature.ts';
import type { Epochs } from '../log/epoch.ts';
import { inclusionProof } from '../log/proof.ts';
import { formatTlogProof } from '../log/tlogproof.ts';
import type { Settings } from './config.ts';
import type { Generations } from './cosigners.ts';
import { type Identity, thirdParties } from './identity.ts';
import type { HeldCosignature } from './window.ts';
import type { Asking } from './store/database.ts';
import { hashReader } from './store/hashes.ts';
import {
  type CosignatureRow,
  cosignaturesAt,
  coveringCosignatures,
  firstWith,
  latestCosignatures,
  newestWith,
  type Quorum,
} from './store/cosignatures.ts';
import {
  checkpointAt,
  type CheckpointRow,
  type EntryRow,
  latestCheckpoint,
  type LogNumber,
  readLogs,
} from './store/record.ts';

/** A checkpoint with every cosignature held over it, verbatim; of third parties, those that the policy names. */
export async function cosignedNote(
  sql: Asking,
  log: LogNumber,
  checkpoint: CheckpointRow,
  of: Quorum,
): Promise<Uint8Array> {
  return withLines(checkpoint, await namedAt(sql, log, checkpoint.size, of));
}

function withLines({ note }: CheckpointRow, rows: readonly CosignatureRow[]): Uint8Array {
  return concat(note, ...rows.map((row) => utf8(`${row.line}\n`)));
}

async function namedAt(sql: Asking, log: LogNumber, size: number, of: Quorum): Promise<readonly CosignatureRow[]> {
  const rows = await cosignaturesAt(sql, log, size);
  const [now = [], ...earlier] = of.either;
  // Where the keys of now have signed, those before them add nothing but length.
  const isWhole = now.every((name) => rows.some((row) => row.signer === name));
  const spare = isWhole ? earlier.flat() : [];
  return rows.filter((row) => (row.role === 'third' ? of.some.includes(row.signer) : !spare.includes(row.signer)));
}

/** The newest checkpoint with its quorum; failing that, the newest that a mirror holds; failing that, the newest. */
export async function bestCheckpoint(sql: Asking, log: LogNumber, of: Quorum): Promise<CheckpointRow | undefined> {
  const whole = await newestWith(sql, log, of);
  const size = whole ?? (await latestCosignatures(sql, log)).find((row) => row.role === 'mirror')?.size;
  return (size === undefined ? undefined : await checkpointAt(sql, log, size)) ?? (await latestCheckpoint(sql, log));
}

/**
 * The tlog-proof file of an entry (c2sp.org/tlog-proof), or undefined until a checkpoint covers it. The signed act
 * itself rides in the opaque `extra` line, so that the one file is enough. Beside it who has cosigned its checkpoint.
 */
export async function proofOf(sql: Asking, entry: EntryRow, of: Quorum): Promise<Proof | undefined> {
  const { log, idx, bytes } = entry;
  const asked = [firstWith(sql, log, of, idx), coveringCosignatures(sql, log, idx)] as const;
  const [whole, [covering]] = await Promise.all(asked);
  const size = whole ?? covering?.size;
  const cosigned = size === undefined ? undefined : await checkpointAt(sql, log, size);
  const checkpoint = cosigned ?? (await latestCheckpoint(sql, log));
  if (checkpoint === undefined || checkpoint.size <= idx) return undefined;
  // The log is read after its checkpoint: its edge is not shorter.
  const [logs, named] = await Promise.all([readLogs(sql), namedAt(sql, log, checkpoint.size, of)]);
  const proof = await inclusionProof(idx, checkpoint.size, hashReader(sql, log, logs[log].edge));
  const note = withLines(checkpoint, named);
  const file = fromUtf8(formatTlogProof({ extra: bytes, index: idx, proof, checkpoint: note })) ?? '';
  return { file, cosignatures: named.map(held) };
}

/** A proof file, and the cosignatures in it as they are shown. */
export interface Proof {
  readonly file: string;
  readonly cosignatures: readonly HeldCosignature[];
}

/** A cosignature as it is shown. Its algorithm follows from its length. */
export function held({ role, signer, size, at, line }: CosignatureRow): HeldCosignature {
  const isLong = line.length > COSIGNATURES['ml-dsa-44'].signatureSize;
  return { role, algorithm: isLong ? 'ML-DSA-44' : 'Ed25519', signer, size, at: at.toISOString() };
}

/** Whom the policy of one log names: the log, the side that mirrors it by one key or by two, and third parties. */
export interface PolicyKeys {
  /** The keys of its epochs, that of now first: a proof may be of any of them. */
  readonly logs: readonly PublicKey[];
  readonly mirrorSide: string;
  readonly mirror: readonly PublicKey[];
  /** The keys by which it mirrored before, each generation by one or by two: proofs made then are checked by them. */
  readonly earlier: readonly (readonly PublicKey[])[];
  /** Witnesses of neither side, and how many of them the quorum asks for beside the mirror. */
  readonly witnesses: readonly PublicKey[];
  readonly least: number;
}

/**
 * The policy of one log (c2sp.org/tlog-policy): its key, and as quorum the mirror of the other side, by each of its
 * keys, since a forger would then have to break both algorithms; and third-party witnesses where settings ask for
 * them. One file a log: a side that cosigned its own log would prove nothing, and one quorum for both logs could not
 * say so.
 */
export function policyOf({ logs, mirrorSide, mirror, earlier, witnesses, least }: PolicyKeys): string {
  const first = `${mirrorSide}-mirror`;
  const lines = logs.map((log) => `log ${formatKey(log)}`);
  const named = [mirror, ...earlier].map((keys, generation) => {
    const start = generation === 0 ? first : `${first}-before-${generation}`;
    const names = keys.map((_, i) => (i === 0 ? start : `${start}-${i + 1}`));
    for (const [i, key] of keys.entries()) lines.push(`witness ${names[i]} ${formatKey(key)}`);
    return { start, names };
  });
  for (const key of witnesses) lines.push(`witness ${key.name} ${formatKey(key)}`);
  const group = (name: string, of: string, members: readonly string[]): string => {
    if (members.length === 1) return members[0] as string;
    lines.push(`group ${name} ${of} ${members.join(' ')}`);
    return name;
  };
  const mirrors = named.map(({ start, names }) => group(`${start}-keys`, 'all', names));
  const asked = [group(`${first}-of-any-time`, 'any', mirrors)];
  if (least > 0) {
    const third = witnesses.map((key) => key.name);
    asked.push(group('third-parties', String(least), third));
  }
  lines.push(`quorum ${group('all-of-them', 'all', asked)}`);
  return `${lines.join('\n')}\n`;
}

/** Whom the policy of each log names: the own first, then the counterpart's, of which no third party is known here. */
export type Vouching = readonly [own: PolicyKeys, other: PolicyKeys];

export function vouchingOf(identity: Identity, settings: Settings): Vouching {
  const { counterpart, epochs, generations, otherGenerations } = identity;
  const own = { mirrorSide: counterpart.side, ...mirrorsOf(otherGenerations), ...thirdParties(settings) };
  const other = { mirrorSide: settings.side, ...mirrorsOf(generations), witnesses: [], least: 0 };
  return [
    { logs: logsOf(epochs[0]), ...own },
    { logs: logsOf(epochs[1]), ...other },
  ];
}

/** The keys of the epochs of a log, that of now first. */
export function logsOf(epochs: Epochs<PublicKey>): readonly PublicKey[] {
  return epochs.map(({ key }) => key).toReversed();
}

/** The keys by which a side mirrors and mirrored, as a policy names them. */
export function mirrorsOf([now, ...earlier]: Generations): Pick<PolicyKeys, 'mirror' | 'earlier'> {
  return { mirror: now.mirror, earlier: earlier.map((one) => one.mirror) };
}

/** The quorum of that policy. */
export function quorumOf({ mirror, earlier, witnesses, least }: PolicyKeys): Quorum {
  const names = (keys: readonly PublicKey[]): readonly string[] => keys.map((key) => key.name);
  return { either: [mirror, ...earlier].map(names), some: names(witnesses), least };
}

/** Text of a root as checkpoints write it. */
export function rootText(root: Uint8Array): string {
  return base64(root);
}
