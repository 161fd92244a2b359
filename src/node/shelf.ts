// The shelf: what the counterpart and auditors may read of either log, under the names of c2sp.org/tlog-tiles.
import { base64, concat, utf8 } from '../act/bytes.ts';
import { BODY_PART } from '../act/part.ts';
import { originHash } from '../log/checkpoint.ts';
import { TileEdge } from '../log/edge.ts';
import { type Epoch, type Epochs, signs } from '../log/epoch.ts';
import { LogError } from '../log/error.ts';
import { cutTile, formatEntryBundle, parseTilePath, TILE_WIDTH, type TileAddress } from '../log/tile.ts';
import { bestCheckpoint, cosignedNote } from './proofs.ts';
import { cosignaturesAt, type Quorum } from './store/cosignatures.ts';
import type { Sql } from './store/database.ts';
import { saidErased } from './store/erased.ts';
import { newestPending } from './store/pending.ts';
import { checkpointAt, type LogRow, OTHER, readEntries, readLogs, readPartsOf, readTile } from './store/record.ts';
import type { Answer, Asked } from './wire.ts';

const TEXT = 'text/plain; charset=utf-8';
const BYTES = 'application/octet-stream';
const NOTHING: Answer = { status: 404, type: TEXT, body: 'This log has nothing there.\n' };
/** Nothing more will be seen of that log: whoever begins by asking for it has not heard that it goes on elsewhere. */
const CLOSED: Answer = { status: 410, type: TEXT, body: 'The card pinned here closes this log.\n' };

/** What the shelf knows of both logs, by log number. */
export interface Shelf {
  readonly quorums: readonly [own: Quorum, other: Quorum];
  readonly epochs: readonly [own: Epochs, other: Epochs];
}

const PLACE = /^\/([0-9a-f]{64})\/(.+)$/;
const PARTS = /^parts\/(0|[1-9][0-9]{0,15})$/;

/** The prefix under which the witness shows what it has cosigned: c2sp.org/tlog-mirror asks for one of its own. */
const WITNESS = '/witness';

/**
 * Answers `GET /<hex SHA-256 of the origin>/...`: `checkpoint` with its cosignatures, `tile/...`, `tile/entries/...`;
 * for the counterpart alone `witnessed`, the newest checkpoint seen of its log, held in full or not, and `parts/N`, the
 * parts of the entries of bundle N as `{"parts":[{index,name,salt,bytes}]}`. Under `/witness` the same `checkpoint` as
 * the witness has cosigned it. Undefined where the path is none of these.
 */
export async function readShelf(sql: Sql, asked: Asked, { quorums, epochs }: Shelf): Promise<Answer | undefined> {
  const isWitness = asked.path.startsWith(`${WITNESS}/`);
  const [, hash, name] = PLACE.exec(isWitness ? asked.path.slice(WITNESS.length) : asked.path) ?? [];
  if (asked.method !== 'GET' || hash === undefined || name === undefined) return undefined;
  const logs = await readLogs(sql);
  const found = logs
    .flatMap((log) => epochs[log.log].map((epoch) => ({ log, epoch })))
    .find(({ epoch }) => originHash(epoch.key.name) === hash);
  if (found === undefined) return NOTHING;
  const { log, epoch } = found;
  if (isWitness) return name === 'checkpoint' ? await witnessedOf(sql, log, epoch) : NOTHING;
  if (name === 'checkpoint') return await checkpointOf(sql, log, epoch, quorums[log.log]);
  if (asked.by === 'counterpart') {
    if (name === 'witnessed') return epoch.closed === undefined ? await witnessedOf(sql, log, epoch) : CLOSED;
    const [, bundle] = PARTS.exec(name) ?? [];
    if (bundle !== undefined) return await partsOf(sql, log, Number(bundle));
  }
  try {
    return await tileOf(sql, log, parseTilePath(name), epoch.closed?.size ?? log.size);
  } catch (cause) {
    if (cause instanceof LogError) return NOTHING;
    throw cause;
  }
}

async function checkpointOf(sql: Sql, log: LogRow, epoch: Epoch, of: Quorum): Promise<Answer> {
  const best = await bestCheckpoint(sql, log.log, of);
  const isEnded = epoch.closed !== undefined && (best?.size ?? 0) > epoch.closed.size;
  const checkpoint = isEnded ? await checkpointAt(sql, log.log, epoch.closed.size) : best;
  if (checkpoint === undefined || !signs(epoch, checkpoint.size)) return NOTHING;
  return { status: 200, type: TEXT, body: await cosignedNote(sql, log.log, checkpoint, of) };
}

async function witnessedOf(sql: Sql, log: LogRow, epoch: Epoch): Promise<Answer> {
  const newest = await newestPending(sql, log.log);
  const isEnded = epoch.closed !== undefined && (newest?.size ?? 0) > epoch.closed.size;
  const row = isEnded ? await checkpointAt(sql, log.log, epoch.closed.size) : newest;
  if (row === undefined || !signs(epoch, row.size)) return NOTHING;
  const lines = (await cosignaturesAt(sql, log.log, row.size)).filter((one) => one.role === 'witness');
  return { status: 200, type: TEXT, body: concat(row.note, ...lines.map((one) => utf8(`${one.line}\n`))) };
}

/** Of which entries of a bundle the counterpart, who asks, has said to have erased the parts: it gets them no more. */
async function goneFrom(sql: Sql, { log }: LogRow, start: number): Promise<ReadonlySet<number>> {
  const entries = await readEntries(sql, log, start, start + TILE_WIDTH);
  const said = await saidErased(sql, OTHER, entries.map(({ act }) => act));
  return new Set(entries.filter(({ act }) => said.has(act)).map(({ idx }) => idx));
}

async function partsOf(sql: Sql, log: LogRow, bundle: number): Promise<Answer> {
  const start = bundle * TILE_WIDTH;
  const held = [...(await readPartsOf(sql, log.log, start, start + TILE_WIDTH)).values()].flat();
  const gone = await goneFrom(sql, log, start);
  const parts = held.filter(({ idx, name }) => name === BODY_PART || !gone.has(idx));
  const told = parts.map(({ idx, name, salt, bytes }) => ({
    index: idx,
    name,
    salt: base64(salt),
    bytes: base64(bytes),
  }));
  return { status: 200, type: 'application/json', body: JSON.stringify({ parts: told }) };
}

/** A partial tile is cut from what is there now: any width up to it, as the specification asks. */
async function tileOf(sql: Sql, log: LogRow, address: TileAddress, size: number): Promise<Answer> {
  const { index, width } = address;
  const each = address.kind === 'entries' ? 1 : TILE_WIDTH ** address.level;
  if ((index * TILE_WIDTH + width) * each > size) return NOTHING;
  if (address.kind === 'entries') {
    const start = index * TILE_WIDTH;
    const entries = await readEntries(sql, log.log, start, start + width);
    if (entries.length < width) return NOTHING;
    return { status: 200, type: BYTES, body: formatEntryBundle(entries.map((entry) => entry.bytes)), lasting: true };
  }
  const held =
    (await readTile(sql, log.log, address.level, index)) ?? TileEdge.fromBytes(log.edge).tile(address.level, index);
  if (held === undefined || held.length < width * 32) return NOTHING;
  return { status: 200, type: BYTES, body: width === TILE_WIDTH ? held : cutTile(held, width), lasting: true };
}
