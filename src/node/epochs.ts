// The epochs of both logs as cards name them: which key signs what, and which origin is that of which size.
import { base64, fromBase64 } from '../act/bytes.ts';
import { parseKey, type PublicKey } from '../act/key.ts';
import { parseNote } from '../act/note.ts';
import { refuse } from '../act/refusal.ts';
import { parseCheckpoint } from '../log/checkpoint.ts';
import { type Epochs, epochsFrom, latestEpoch, type TreeState } from '../log/epoch.ts';
import { subtreeHash } from '../log/proof.ts';
import { HASH_SIZE } from '../log/tree.ts';
import type { Card, ClosedEpoch } from './config.ts';
import type { Asking } from './store/database.ts';
import { hashReader } from './store/hashes.ts';
import { checkpointAt, type LogNumber, type LogRow } from './store/record.ts';

/** The epochs of both logs, by log number. */
export type BothEpochs = readonly [own: Epochs<PublicKey>, other: Epochs<PublicKey>];

function stateOf({ size, root }: ClosedEpoch): TreeState {
  const hash = fromBase64(root);
  if (hash?.length !== HASH_SIZE) throw refuse('input-malformed', `Reading the root ${root} of a closed epoch.`);
  return { size, root: hash };
}

/** The closed epochs that a card names. */
export function closedOf(card: Card): readonly ClosedEpoch[] {
  return card.version === 5 ? card.epochs : [];
}

/**
 * The epochs of the log of a card. `key-not-admissible`; `input-malformed` where they do not follow each other, or two
 * are of one origin.
 */
export function epochsOf(card: Card): Epochs<PublicKey> {
  const before = closedOf(card).map((one) => ({ key: parseKey(one.log), closed: stateOf(one) }));
  const epochs = epochsFrom(parseKey(card.keys.log), before);
  const grows = before.every(({ closed }, i) => closed.size >= (before[i - 1]?.closed.size ?? 0));
  const origins = new Set(epochs.map(({ key }) => key.name));
  if (!grows || origins.size < epochs.length || latestEpoch(epochs).key.name !== card.origin) {
    throw refuse('input-malformed', `The card of ${card.origin} names epochs that do not follow each other.`);
  }
  return epochs;
}

/** The origin that a signed checkpoint names. */
export function originIn(note: Uint8Array): string {
  return parseCheckpoint(parseNote(note).text).origin;
}

/** The root of a log at a size at which it may never have been signed; none beyond what is held. */
export async function rootAt(sql: Asking, log: LogRow, size: number): Promise<Uint8Array | undefined> {
  const known = await checkpointAt(sql, log.log as LogNumber, size);
  if (known !== undefined) return known.root;
  return size > log.size ? undefined : await subtreeHash(0, size, hashReader(sql, log.log, log.edge));
}

/** A state as settings and cards write it. */
export function writtenState({ size, root }: TreeState): Pick<ClosedEpoch, 'size' | 'root'> {
  return { size, root: base64(root) };
}
