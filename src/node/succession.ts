// An epoch follows another: what is kept of a log is held against where its epoch was closed, and goes on in the next.
import { sameBytes } from '../act/bytes.ts';
import type { PublicKey } from '../act/key.ts';
import { refuse } from '../act/refusal.ts';
import { TileEdge } from '../log/edge.ts';
import { type Epoch, epochNamed, type Epochs, latestEpoch } from '../log/epoch.ts';
import { type BothEpochs, rootAt } from './epochs.ts';
import { type Sql, transaction, type Tx } from './store/database.ts';
import { keepEvidence } from './store/evidence.ts';
import { type PendingRow } from './store/pending.ts';
import {
  checkpointAt, latestCheckpoint, type LogRow, OTHER, readLeaves, readLogs, truncateLog,
} from './store/record.ts';

/** Leaves read at once. */
const STEP = 4096;

/**
 * Takes over the epochs that the cards name, where the database still stands in an earlier one: all of it or nothing,
 * and once done nothing more. `record-forked` where more is held and cosigned than the card says was closed, or another
 * tree. What was signed beyond the end of an epoch is not of it: own checkpoints are signed anew by the next key, those
 * of the other side are kept as evidence.
 */
export async function followEpochs(sql: Sql, both: BothEpochs, now: Date): Promise<void> {
  await transaction(sql, async (tx) => {
    for (const log of await readLogs(tx, true)) {
      const epoch = epochNamed(both[log.log], log.origin);
      // One that no card names is refused by whoever opens the record.
      if (epoch?.closed !== undefined) await follow(tx, log, both[log.log], epoch, now);
    }
  });
}

async function follow(
  tx: Tx,
  log: LogRow,
  epochs: Epochs<PublicKey>,
  { closed }: Epoch<PublicKey>,
  now: Date,
): Promise<void> {
  if (closed === undefined) return;
  const held = log.log === OTHER ? ((await latestCheckpoint(tx, OTHER))?.size ?? 0) : log.size;
  if (log.log === OTHER && held > closed.size) {
    throw refuse('record-forked', `The card closes ${log.origin} at ${closed.size}; ${held} entries are cosigned.`);
  }
  for (const end of epochs.flatMap((epoch) => epoch.closed ?? [])) {
    const root = end.size > held ? undefined : await rootAt(tx, log, end.size);
    if (root !== undefined && !sameBytes(root, end.root)) {
      throw refuse('record-forked', `The card closes ${log.origin} at ${end.size} with another root than held.`);
    }
  }
  if (log.log === OTHER) await leaveUnheld(tx, log, held, closed.size, now);
  await tx`delete from cosignatures where log = ${log.log} and size > ${closed.size}`;
  await tx`delete from checkpoints where log = ${log.log} and size > ${closed.size}`;
  await tx`update logs set origin = ${latestEpoch(epochs).key.name} where log = ${log.log}`;
}

/** Of the other log goes what was seen beyond the end, as evidence, and what came without being held in full. */
async function leaveUnheld(tx: Tx, log: LogRow, held: number, end: number, now: Date): Promise<void> {
  const beyond = await tx<PendingRow[]>`delete from pending where log = ${OTHER} and size > ${end}
    returning size, root, note`;
  const kept = (await checkpointAt(tx, OTHER, end))?.note ?? new Uint8Array();
  for (const { note: given } of beyond) {
    await keepEvidence(tx, { log: OTHER, what: 'closed', held: kept, given, at: now });
  }
  if (log.size === held) return;
  let edge = TileEdge.empty();
  for (let start = 0; start < held; start += STEP) {
    edge = edge.append(await readLeaves(tx, OTHER, start, Math.min(held, start + STEP))).edge;
  }
  await truncateLog(tx, OTHER, { size: held, root: edge.root(), edge: edge.toBytes(), seen: log.seen });
  await tx`update logs set folded = ${Math.min(held, log.folded)} where log = ${OTHER}`;
}
