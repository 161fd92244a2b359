// The export: the record of one agreement as a folder, whole, that anyone can check without this node.
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { refuse } from '../act/refusal.ts';
import { sameBytes } from '../act/bytes.ts';
import { TileEdge } from '../log/edge.ts';
import { formatEntryBundle, formatTilePath, TILE_WIDTH } from '../log/tile.ts';
import { HASH_SIZE, leafHashes } from '../log/tree.ts';
import type { Card, ClosedEpoch, EarlierKeys } from './config.ts';
import { earlierOf } from './cosigners.ts';
import { closedOf } from './epochs.ts';
import { bestCheckpoint, cosignedNote, type PolicyKeys, policyOf, quorumOf } from './proofs.ts';
import type { Sql } from './store/database.ts';
import { sha256 } from './store/hashes.ts';
import { type CheckpointRow, type LogNumber, OTHER, OWN, readEntries, readPartsOf } from './store/record.ts';

/** What an export is made from. */
export interface ExportRoom {
  readonly sql: Sql;
  /** The side whose node writes it, and the other. */
  readonly side: string;
  readonly other: string;
  /** The public keys of both nodes, written, by side. */
  readonly trust: Readonly<Record<string, Trust>>;
  readonly agreementId: string;
  readonly exercise: boolean;
  /** The data files of the agreement, by name. */
  readonly files: Readonly<Record<string, string>>;
  /** Whom the policy of each log names, by side. */
  readonly policies: Readonly<Record<string, PolicyKeys>>;
  readonly now: () => Date;
}

/** Keys of a node as `trust.json` names them. */
export type Trust = Card['keys'] & {
  readonly earlier?: readonly EarlierKeys[];
  readonly epochs?: readonly ClosedEpoch[];
};

/** What a card lets others trust: its keys, and those that it names as before them. */
export function trustIn(card: Card): Trust {
  const [earlier, epochs] = [earlierOf(card), closedOf(card)];
  return {
    ...card.keys,
    ...(earlier.length === 0 ? {} : { earlier }),
    ...(epochs.length === 0 ? {} : { epochs }),
  };
}

/** Writes one file and counts it. */
type Put = (path: string, bytes: Uint8Array | string) => Promise<void>;

/**
 * Writes the export (docs/spec/export.md) as the new folder `target`: whole or not at all. Of each log it takes the
 * newest checkpoint that the other side has cosigned as held. `export-invalid` where something stands at `target`
 * already, or the entries held do not hash to the root that was signed.
 */
export async function writeExport(
  room: ExportRoom,
  target: string,
): Promise<{ readonly files: number; readonly entries: number }> {
  if ((await stat(target).catch(() => undefined)) !== undefined) {
    throw refuse(
      'export-invalid',
      `Writing an export to ${target}, where something stands already. Name a new folder.`,
    );
  }
  await mkdir(dirname(target), { recursive: true });
  const folder = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  let files = 0;
  const put: Put = async (path, bytes) => {
    const full = join(folder, path);
    await mkdir(dirname(full), { recursive: true });
    await writeFile(full, bytes, { flag: 'wx' });
    files += 1;
  };
  try {
    await writeAbout(room, put);
    const own = await writeLog(room, OWN, room.side, put);
    const entries = own + (await writeLog(room, OTHER, room.other, put));
    await rename(folder, target);
    return { files, entries };
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    throw cause;
  }
}

/** The lowest version that says all there is: whoever reads that one reads this. */
function formatOf(trust: readonly Trust[]): string {
  if (trust.some(({ epochs }) => epochs !== undefined)) return 'servanda/export/v4';
  return trust.some(({ earlier }) => earlier !== undefined) ? 'servanda/export/v3' : 'servanda/export/v2';
}

async function writeAbout(room: ExportRoom, put: Put): Promise<void> {
  const digests: Record<string, string> = {};
  for (const [name, text] of Object.entries(room.files)) {
    digests[name] = createHash('sha256').update(text).digest('hex');
    await put(`agreement/${name}`, text);
  }
  const about = {
    format: formatOf(Object.values(room.trust)),
    agreement: room.agreementId,
    exercise: room.exercise,
    at: `${room.now().toISOString().slice(0, 19)}Z`,
    by: room.side,
    sides: [room.side, room.other],
    files: digests,
  };
  await put('export.json', `${JSON.stringify(about, null, 2)}\n`);
  await put('trust.json', `${JSON.stringify(room.trust, null, 2)}\n`);
  for (const [side, policy] of Object.entries(room.policies)) await put(`${side}/policy`, policyOf(policy));
}

async function writeLog({ sql, policies }: ExportRoom, log: LogNumber, side: string, put: Put): Promise<number> {
  const policy = policies[side];
  if (policy === undefined) throw new Error(`export: there is no policy of the log of ${side}`);
  const checkpoint = await bestCheckpoint(sql, log, quorumOf(policy));
  if (checkpoint === undefined) throw refuse('export-invalid', `The log of ${side} has no signed checkpoint yet.`);
  await put(`${side}/checkpoint`, await cosignedNote(sql, log, checkpoint, quorumOf(policy)));
  let edge = TileEdge.empty();
  for (let start = 0; start < checkpoint.size; start += TILE_WIDTH) {
    const end = Math.min(checkpoint.size, start + TILE_WIDTH);
    const entries = (await readEntries(sql, log, start, end)).map((entry) => entry.bytes);
    const at = { index: start / TILE_WIDTH, width: entries.length };
    await put(`${side}/${formatTilePath({ kind: 'entries', ...at })}`, formatEntryBundle(entries));
    await writeParts(sql, log, side, start, end, put);
    const growth = edge.append(leafHashes(entries, sha256), sha256);
    edge = growth.edge;
    for (const { level, index, bytes } of growth.full) {
      await put(`${side}/${formatTilePath({ kind: 'tile', level, index, width: TILE_WIDTH })}`, bytes);
    }
  }
  await writeEdge(edge, checkpoint, side, put);
  return checkpoint.size;
}

/** The partial tiles, once the entries have proved to be those whose root was signed. */
async function writeEdge(edge: TileEdge, checkpoint: CheckpointRow, side: string, put: Put): Promise<void> {
  if (!sameBytes(edge.root(), checkpoint.root)) {
    throw refuse(
      'export-invalid',
      `The ${checkpoint.size} entries of ${side} held here do not hash to the signed root.`,
    );
  }
  for (const [level, bytes] of edge.partials.entries()) {
    const width = bytes.length / HASH_SIZE;
    const index = Math.floor(checkpoint.size / TILE_WIDTH ** (level + 1));
    if (width > 0) await put(`${side}/${formatTilePath({ kind: 'tile', level, index, width })}`, bytes);
  }
}

async function writeParts(sql: Sql, log: LogNumber, side: string, start: number, end: number, put: Put): Promise<void> {
  for (const parts of (await readPartsOf(sql, log, start, end)).values()) {
    for (const { idx, name, salt, bytes } of parts) {
      await put(`${side}/parts/${idx}/${name}`, bytes);
      await put(`${side}/parts/${idx}/${name}.salt`, salt);
    }
  }
}
