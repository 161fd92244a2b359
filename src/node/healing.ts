// Healing: what an inspection found damaged is made again here, or fetched from the other node and proved to be it.
import { sameBytes } from '../act/bytes.ts';
import type { SigningKey } from '../act/key.ts';
import { formatNote, signTextBy } from '../act/note.ts';
import { Refusal, refuse } from '../act/refusal.ts';
import { formatCheckpoint, originHash } from '../log/checkpoint.ts';
import { TileEdge } from '../log/edge.ts';
import { epochAt, type Epochs } from '../log/epoch.ts';
import { LogError } from '../log/error.ts';
import { formatTilePath, parseEntryBundle, TILE_WIDTH } from '../log/tile.ts';
import { leafHash } from '../log/tree.ts';
import { actOf, fetchChunk, headerOf, openArrived, readDelivery, spoken } from './delivery.ts';
import type { Damage } from './inspection.ts';
import type { ChunkFolder } from './store/chunkfolder.ts';
import { markHere } from './store/chunks.ts';
import type { Sql } from './store/database.ts';
import { keepMarkings } from './store/markings.ts';
import { insertEntries, type LogNumber, type NewEntry, OWN, readEntries, readLogs } from './store/record.ts';
import type { Vault } from './vault.ts';
import type { Caller } from './wire.ts';

/** Entries of one log that may differ from what was signed before it is better made again whole. */
const REPLACED_LIMIT = 10_000;

export interface HealingRoom {
  readonly sql: Sql;
  /** To the counterpart: it mirrors the own log, and is the source of the other. */
  readonly line: Pick<Caller, 'ask'>;
  /** The own log's key: a checkpoint that was damaged is signed again, to the same root and the same bytes. */
  readonly logKey: SigningKey;
  /** The epochs of the own log: what was signed by an earlier key cannot be signed again. */
  readonly epochs: Epochs;
  readonly vault: Vault;
  /** Where chunks of files lie; without it one that is damaged is left to the line, which brings it again. */
  readonly folder?: ChunkFolder;
  /** Makes the registers again. */
  readonly rebuild: () => Promise<unknown>;
  readonly now: () => Date;
}

/** Heals one damage; false where that cannot be done now. Nothing is written but what is proved to have been signed. */
export async function heal(room: HealingRoom, damage: Damage): Promise<boolean> {
  try {
    return await HEALS[damage.what](room, damage);
  } catch (cause) {
    // The counterpart is out of reach, or sent something else: it stays damaged and is tried again.
    if (cause instanceof Refusal || cause instanceof LogError) return false;
    throw cause;
  }
}

const HEALS: Readonly<Record<Damage['what'], (room: HealingRoom, damage: Damage) => Promise<boolean>>> = {
  entry: healEntry,
  part: healPart,
  root: healRoot,
  leaf: async ({ sql }, { log, idx }) => {
    const [entry] = await readEntries(sql, log, idx, idx + 1);
    if (entry === undefined) return false;
    await sql`update entries set leaf = ${leafHash(entry.bytes)} where log = ${log} and idx = ${idx}`;
    return true;
  },
  columns: async ({ sql }, { log, idx }) => {
    const [entry] = await readEntries(sql, log, idx, idx + 1);
    if (entry !== undefined) await writeEntry(sql, log, idx, entry.bytes);
    return entry !== undefined;
  },
  tile: async ({ sql }, { log, idx, name, due }) => {
    if (due === undefined) return false;
    await sql`insert into tiles (log, level, n, data) values (${log}, ${Number(name)}, ${idx}, ${due})
      on conflict (log, level, n) do update set data = excluded.data`;
    return true;
  },
  head: async ({ sql }, { log, idx, due }) => {
    if (due === undefined) return false;
    const edge = TileEdge.fromBytes(due);
    const moved = await sql`update logs set root = ${edge.root()}, edge = ${due} where log = ${log} and size = ${idx}`;
    return moved.count === 1;
  },
  checkpoint: healCheckpoint,
  cosignature: async ({ sql }, { log, idx, name }) => {
    // Whoever gave it gives it again: the courier asks for what it lacks.
    await sql`delete from cosignatures where log = ${log} and size = ${idx} and role || ' ' || signer = ${name}`;
    return true;
  },
  chunk: async ({ sql, folder, line }, { name }) => {
    await markHere(sql, [name], false);
    return folder !== undefined && (await fetchChunk({ sql, folder }, line.ask, name));
  },
  row: async ({ rebuild }) => {
    await rebuild();
    return true;
  },
};

async function fetched({ sql, line }: HealingRoom, log: LogNumber, name: string): Promise<Uint8Array> {
  const { origin } = (await readLogs(sql))[log];
  const heard = await line.ask('GET', `/${originHash(origin)}/${name}`).catch((cause: unknown) => {
    throw refuse('not-found', `The counterpart cannot be asked for ${name}.`, cause);
  });
  if (heard.status !== 200) throw refuse('not-found', `The counterpart answered ${name} with ${heard.status}.`);
  return heard.body;
}

async function fetchBundle(room: HealingRoom, log: LogNumber, index: number): Promise<readonly Uint8Array[]> {
  const { size } = (await readLogs(room.sql))[log];
  const width = Math.min(TILE_WIDTH, size - index * TILE_WIDTH);
  return parseEntryBundle(await fetched(room, log, formatTilePath({ kind: 'entries', index, width })), width);
}

/** Bytes, leaf and what is read from them, in one row. */
async function writeEntry(sql: Sql, log: LogNumber, idx: number, bytes: Uint8Array): Promise<void> {
  const { act, body, kind, number, marking } = spoken(bytes);
  await keepMarkings(sql, [marking]);
  await sql`update entries set bytes = ${bytes}, leaf = ${leafHash(bytes)}, act = ${act}, body = ${body},
    kind = ${kind}, number = ${number},
    -- What it bears beside its header is known from the acts that said so, and stays.
    marking = case when exists (select 1 from borne b where b.log = entries.log and b.idx = entries.idx)
      then marking else ${marking?.id ?? null} end
    where log = ${log} and idx = ${idx}`;
}

async function healEntry(room: HealingRoom, damage: Damage): Promise<boolean> {
  const { log, idx, due } = damage;
  // Nothing here says what it was: only the whole log up to a signed root can prove what comes back.
  if (due === undefined) return await healRoot(room, damage);
  const bytes = (await fetchBundle(room, log, Math.floor(idx / TILE_WIDTH)))[idx % TILE_WIDTH];
  if (bytes === undefined || !sameBytes(leafHash(bytes), due)) return false;
  const [kept] = await readEntries(room.sql, log, idx, idx + 1);
  if (kept !== undefined) await writeEntry(room.sql, log, idx, bytes);
  else await addEntry(room, log, idx, bytes);
  return true;
}

/** A row that is gone: what it had seen is the running maximum, as it was. */
async function addEntry({ sql, now }: HealingRoom, log: LogNumber, idx: number, bytes: Uint8Array): Promise<void> {
  const [before] = await readEntries(sql, log, idx - 1, idx);
  const seen = Math.max(before?.seen ?? 0, headerOf(bytes)?.seen.size ?? 0);
  const row: NewEntry = { log, idx, bytes, leaf: leafHash(bytes), seen, at: now(), contested: null, ...spoken(bytes) };
  await sql.begin(async (tx) => await insertEntries(tx, [row]));
}

async function healPart(room: HealingRoom, { log, idx, name }: Damage): Promise<boolean> {
  const [entry] = await readEntries(room.sql, log, idx, idx + 1);
  const parts = readDelivery(await fetched(room, log, `parts/${Math.floor(idx / TILE_WIDTH)}`));
  const part = parts.find((one) => one.index === idx && one.name === name);
  const act = entry === undefined ? undefined : actOf(entry.bytes);
  if (act === undefined || part === undefined) return false;
  const { salt, bytes, ring } = await room.vault.keep(act, await openArrived(room.vault, part, act));
  await room.sql`insert into parts (log, idx, name, salt, bytes, ring)
    values (${log}, ${idx}, ${name}, ${salt}, ${bytes}, ${ring})
    on conflict (log, idx, name) do update set salt = excluded.salt, bytes = excluded.bytes, ring = excluded.ring`;
  return true;
}

/** The whole log fetched again up to a signed root; what differs is replaced only where that root comes out. */
async function healRoot(room: HealingRoom, { log }: Damage): Promise<boolean> {
  const { sql } = room;
  const [signed] = await sql<{ size: number; root: Uint8Array }[]>`
    select size, root from checkpoints where log = ${log} order by size desc limit 1`;
  if (signed === undefined) return false;
  const others: { idx: number; bytes: Uint8Array }[] = [];
  let edge = TileEdge.empty();
  for (let start = 0; start < signed.size; start += TILE_WIDTH) {
    const end = Math.min(signed.size, start + TILE_WIDTH);
    const bundle = (await fetchBundle(room, log, start / TILE_WIDTH)).slice(0, end - start);
    const kept = new Map((await readEntries(sql, log, start, end)).map(({ idx, bytes }) => [idx, bytes]));
    for (const [i, bytes] of bundle.entries()) {
      const own = kept.get(start + i);
      if (own === undefined || !sameBytes(own, bytes)) others.push({ idx: start + i, bytes });
    }
    if (others.length > REPLACED_LIMIT) return false;
    edge = edge.append(bundle.map(leafHash)).edge;
  }
  if (!sameBytes(edge.root(), signed.root)) return false;
  for (const { idx, bytes } of others) {
    const [kept] = await readEntries(sql, log, idx, idx + 1);
    if (kept !== undefined) await writeEntry(sql, log, idx, bytes);
    else await addEntry(room, log, idx, bytes);
  }
  return true;
}

/** An own checkpoint is signed again over the same root, which gives the same bytes; one of the other is left out. */
async function healCheckpoint({ sql, logKey, epochs }: HealingRoom, { log, idx, due }: Damage): Promise<boolean> {
  const { origin } = (await readLogs(sql))[log];
  const isClosed = log === OWN && epochAt(epochs, idx).closed !== undefined;
  if (isClosed && epochs.some(({ closed }) => closed?.size === idx)) return false;
  if (log !== OWN || due === undefined || isClosed) {
    await sql`delete from checkpoints where log = ${log} and size = ${idx} and size < (select max(size)
      from checkpoints where log = ${log})`;
    return true;
  }
  const text = formatCheckpoint({ origin, size: idx, root: due, extensions: [] });
  await sql`update checkpoints set root = ${due}, note = ${formatNote(text, [await signTextBy(text, logKey)])}
    where log = ${log} and size = ${idx}`;
  return true;
}
