// Recovery: the own log fetched back from the counterpart's mirror, bundle by bundle, up to a state its own key signed.
import { sameBytes, utf8 } from '../act/bytes.ts';
import type { Act } from '../act/act.ts';
import { formatLine, parseNote } from '../act/note.ts';
import type { Part } from '../act/part.ts';
import { refuse } from '../act/refusal.ts';
import { originHash } from '../log/checkpoint.ts';
import { cosignatureKind, decodeTimestamped } from '../log/cosignature.ts';
import { TileEdge } from '../log/edge.ts';
import { formatTilePath, parseEntryBundle, TILE_WIDTH } from '../log/tile.ts';
import { leafHashes } from '../log/tree.ts';
import type { Generations } from './cosigners.ts';
import { actOf, type Delivered, openArrived, readDelivery, spoken } from './delivery.ts';
import type { Shown } from './gate.ts';
import type { Sitting } from './sitting.ts';
import { type Sql, transaction, type Tx } from './store/database.ts';
import { insertCosignatures } from './store/cosignatures.ts';
import { sha256 } from './store/hashes.ts';
import {
  insertCheckpoint,
  insertEntries,
  insertIndexes,
  insertParts,
  insertTiles,
  latestCheckpoint,
  type LogRow,
  moveHead,
  OWN,
  type PartRow,
  readEntries,
  readLeaves,
  readLogs,
  truncateLog,
} from './store/record.ts';
import type { Vault } from './vault.ts';
import type { Caller, Heard } from './wire.ts';

/** Leaves read at once. */
const STEP = 4096;

export interface RecoveryRoom {
  readonly sql: Sql;
  readonly line: Caller;
  /** The counterpart's cosigning keys, under which its cosignatures on what comes back are kept. */
  readonly generations: Generations;
  readonly vault: Vault;
  readonly now: () => Date;
  readonly sit: (tx: Tx, logs: readonly [LogRow, LogRow]) => Promise<Sitting>;
  readonly forget: () => void;
  /** Makes the registers again. */
  readonly rebuild: () => Promise<unknown>;
  /** Told of each step, for whoever watches. */
  readonly say: (line: string) => void;
}

/**
 * Fetches the entries and parts that are missing and folds them without judging: they were judged when they were said.
 * Nothing is signed on the way. Where the whole does not hash to the root that was signed, all that came is thrown away
 * again (`proof-invalid`).
 */
export async function recoverOwn(room: RecoveryRoom, to: Shown): Promise<void> {
  const { sql } = room;
  const sound = (await latestCheckpoint(sql, OWN))?.size ?? 0;
  let [own] = await readLogs(sql);
  room.say(`Fetching entries ${own.size} to ${to.size} of this log back from the counterpart.`);
  let coming = fetchBundle(room, own.size, to);
  while (own.size < to.size) {
    const { start, entries, parts } = await coming;
    // The next is on its way while this one is stored.
    coming = fetchBundle(room, start + entries.length, to);
    coming.catch(() => undefined);
    await store(room, entries.slice(own.size - start), parts);
    [own] = await readLogs(sql);
  }
  if (!sameBytes(own.root, to.root)) {
    await discard(room, sound);
    throw refuse('proof-invalid', `The ${to.size} entries the counterpart sent are not those whose root was signed.`);
  }
  await keep(room, to);
}

/** Back to the last size that was signed here: what came since is not to be trusted. */
async function discard(room: RecoveryRoom, size: number): Promise<void> {
  room.forget();
  await transaction(room.sql, async (tx) => {
    await readLogs(tx, true);
    let edge = TileEdge.empty();
    for (let start = 0; start < size; start += STEP) {
      edge = edge.append(await readLeaves(tx, OWN, start, Math.min(size, start + STEP))).edge;
    }
    const [last] = await readEntries(tx, OWN, size - 1, size);
    await truncateLog(tx, OWN, { size, root: edge.root(), edge: edge.toBytes(), seen: last?.seen ?? 0 });
  });
  await room.rebuild();
}

async function fetched(room: RecoveryRoom, origin: string, name: string): Promise<Heard> {
  const heard = await room.line.ask('GET', `/${originHash(origin)}/${name}`);
  if (heard.status !== 200) throw refuse('record-behind', `The counterpart answered ${name} with ${heard.status}.`);
  return heard;
}

/** An entry as it came back, with the act that it is. */
interface Returned {
  readonly bytes: Uint8Array;
  readonly act: Act | undefined;
}

interface Bundle {
  /** Index of its first entry. */
  readonly start: number;
  readonly entries: readonly Returned[];
  readonly parts: ReadonlyMap<number, readonly Delivered[]>;
}

/** The bundle in which entry `from` stands, as far as `size`; nothing of it where there is no such entry. */
async function fetchBundle(room: RecoveryRoom, from: number, { origin, size }: Shown): Promise<Bundle> {
  const index = Math.floor(from / TILE_WIDTH);
  const start = index * TILE_WIDTH;
  const width = Math.min(TILE_WIDTH, size - start);
  if (from >= size) return { start, entries: [], parts: new Map() };
  const heard = await fetched(room, origin, formatTilePath({ kind: 'entries', index, width }));
  const entries = parseEntryBundle(heard.body, width).map((bytes) => ({ bytes, act: actOf(bytes) }));
  return { start, entries, parts: await fetchParts(room, origin, index, entries) };
}

/** The parts of a bundle that the counterpart still has; each must open the commitment of its act. */
async function fetchParts(
  room: RecoveryRoom,
  origin: string,
  bundle: number,
  entries: readonly Returned[],
): Promise<ReadonlyMap<number, readonly Delivered[]>> {
  const delivered = readDelivery((await fetched(room, origin, `parts/${bundle}`)).body);
  const wanted = delivered.filter((part) => part.index < bundle * TILE_WIDTH + entries.length);
  const opened: Delivered[] = [];
  for (const part of wanted) {
    opened.push(await openArrived(room.vault, part, entries[part.index - bundle * TILE_WIDTH]?.act));
  }
  return Map.groupBy(opened, (part) => part.index);
}

async function store(
  room: RecoveryRoom,
  entries: readonly Returned[],
  parts: ReadonlyMap<number, readonly Part[]>,
): Promise<void> {
  const at = room.now();
  const sitting = await transaction(room.sql, async (tx) => {
    const logs = await readLogs(tx, true);
    const head = logs[OWN];
    const leaves = leafHashes(
      entries.map((entry) => entry.bytes),
      sha256,
    );
    const growth = TileEdge.fromBytes(head.edge, sha256).append(leaves, sha256);
    const sat = await room.sit(tx, logs);
    const rows = [];
    for (const [i, { bytes, act }] of entries.entries()) {
      const idx = head.size + i;
      await sat.adopt({ bytes, act, parts: parts.get(idx) ?? [] });
      const leaf = leaves[i] as Uint8Array;
      const row = { log: OWN as typeof OWN, idx, bytes, leaf, seen: sat.seen, at, contested: null };
      rows.push({ ...row, ...spoken(bytes, act), provisions: act?.header.provisions ?? [], re: act?.header.re ?? [] });
    }
    const kept: PartRow[] = [];
    for (const [idx, of] of parts) {
      const act = entries[idx - head.size]?.act;
      if (act === undefined) continue;
      for (const part of of) kept.push({ ...(await room.vault.keep(act, part)), log: OWN, idx });
    }
    await Promise.all([
      insertEntries(tx, rows),
      insertIndexes(
        tx,
        rows.map((row) => ({ ...row, marking: row.marking?.id ?? null })),
      ),
      insertParts(tx, kept),
      insertTiles(
        tx,
        OWN,
        growth.full.map((tile) => ({ level: tile.level, index: tile.index, data: tile.bytes })),
      ),
      sat.close(at),
    ]);
    const size = head.size + entries.length;
    const next = { size, root: growth.root, edge: growth.edge.toBytes(), seen: sat.seen, folded: size };
    if (!(await moveHead(tx, head, next))) throw new Error('recovery: the head moved while it was held');
    return sat;
  });
  sitting.committed();
}

/** The signed state itself, and the counterpart's cosignatures on it. */
async function keep({ sql, generations, now }: RecoveryRoom, to: Shown): Promise<void> {
  const note = parseNote(to.note);
  const witness = generations.flatMap((one) => one.witness);
  const mirror = generations.flatMap((one) => one.mirror);
  const own = note.signatures.filter((line) => ![...witness, ...mirror].some((key) => key.name === line.name));
  const bare = `${note.text}\n${own.map((line) => `${formatLine(line)}\n`).join('')}`;
  await insertCheckpoint(sql, {
    log: OWN,
    size: to.size,
    root: to.root,
    note: utf8(bare),
    at: now(),
  });
  const cosigned = (['witness', 'mirror'] as const).flatMap((role) =>
    (role === 'witness' ? witness : mirror).flatMap((key) => {
      const line = note.signatures.find((one) => one.name === key.name && one.id === key.id);
      const kind = cosignatureKind(key.type);
      if (line === undefined || kind === undefined) return [];
      const at = new Date(decodeTimestamped(kind, line.signature).time * 1000);
      return [{ log: OWN as typeof OWN, size: to.size, role, signer: key.name, line: formatLine(line), at }];
    }),
  );
  await insertCosignatures(sql, cosigned);
}
