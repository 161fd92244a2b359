// Inspection: what is kept is hashed again and held against what was signed, entry by entry, in bounded steps.
import { setImmediate } from 'node:timers/promises';
import type { Act } from '../act/act.ts';
import { sameBytes } from '../act/bytes.ts';
import { encode, type Json } from '../act/canonical.ts';
import type { PublicKey, Verification } from '../act/key.ts';
import { parseNote, verifyNote } from '../act/note.ts';
import { BODY_PART, commitment, SALT_SIZE } from '../act/part.ts';
import { Refusal } from '../act/refusal.ts';
import { addToDigest, DIGEST_SIZE, fold, type Register, rowHash } from '../act/register.ts';
import { formatCheckpoint, parseCheckpoint } from '../log/checkpoint.ts';
import { verifyCosignatureOf } from '../log/cosignature.ts';
import { type FullTile, TileEdge } from '../log/edge.ts';
import { epochAt, type Epochs } from '../log/epoch.ts';
import { LogError } from '../log/error.ts';
import { TILE_WIDTH } from '../log/tile.ts';
import { HASH_SIZE, leafHashes } from '../log/tree.ts';
import { actOf, spoken } from './delivery.ts';
import { toFolded } from './store/acts.ts';
import type { CosignatureRow } from './store/cosignatures.ts';
import type { Sql } from './store/database.ts';
import { erasedBetween } from './store/erased.ts';
import { sha256 } from './store/hashes.ts';
import type { DamageKind } from './store/inspections.ts';
import {
  type CheckpointRow, type EntryRow, type LogNumber, type LogRow, OTHER, OWN, type PartRow, readEntries,
  readLogs, readPartsOf, readTile,
} from './store/record.ts';
import { latestDigest, readSubject } from './store/registers.ts';
import type { Vault } from './vault.ts';

/** Entries gone over in one turn: who asks for a page meanwhile waits for no more of them. */
const BREATH = 16;

/** Something kept that is not what was signed, or not what follows from it. */
export interface Damage {
  readonly log: LogNumber;
  readonly what: DamageKind;
  readonly idx: number;
  readonly name: string;
  /** What it should be, where that is known: the leaf hash of an entry, the bytes of a tile, the edge of a head. */
  readonly due: Uint8Array | undefined;
}

/** What mends each: the other node's copy, this node by itself, or the signature is given again. */
export const MENDS: Readonly<Record<DamageKind, 'counterpart' | 'here' | 'signed again'>> = {
  entry: 'counterpart',
  part: 'counterpart',
  root: 'counterpart',
  leaf: 'here',
  columns: 'here',
  tile: 'here',
  head: 'here',
  row: 'here',
  chunk: 'counterpart',
  checkpoint: 'signed again',
  cosignature: 'signed again',
};

export interface InspectionRoom {
  readonly sql: Sql;
  readonly verify: Verification;
  /** The epochs of each log, and the keys that may cosign it, by log number. */
  readonly epochs: readonly [Epochs<PublicKey>, Epochs<PublicKey>];
  readonly cosigners: readonly [readonly PublicKey[], readonly PublicKey[]];
  readonly registers: readonly Register[];
  readonly vault: Pick<Vault, 'opened'>;
}

/** What a step found; the edge has taken in the entries as they should be, so that the next step goes on from it. */
export interface Looked {
  readonly edge: TileEdge;
  readonly damages: readonly Damage[];
}

/** Looks at the entries of one tile at most, from where `edge` ends; nothing is changed. */
export async function inspectStretch(room: InspectionRoom, log: LogNumber, edge: TileEdge): Promise<Looked> {
  const row = (await readLogs(room.sql))[log];
  const start = edge.size;
  const end = Math.min(row.size, (Math.floor(start / TILE_WIDTH) + 1) * TILE_WIDTH);
  const damages: Damage[] = [];
  const found = (what: DamageKind, idx: number, name = '', due?: Uint8Array): void => {
    damages.push({ log, what, idx, name, due });
  };
  const entries = new Map((await readEntries(room.sql, log, start, end)).map((entry) => [entry.idx, entry]));
  const leaves = await inspectLeaves(room.sql, row, entries, [start, end], found);
  const checkpoints = await room.sql<CheckpointRow[]>`select * from checkpoints where log = ${log}
    and size > ${start} and size <= ${end} order by size`;
  const cuts = [...checkpoints.map(({ size }) => size), end].filter((size, i, all) => all.indexOf(size) === i);
  let at = edge;
  const full: FullTile[] = [];
  for (const cut of cuts) {
    await setImmediate();
    const growth = at.append(leaves.slice(at.size - start, cut - start));
    at = growth.edge;
    full.push(...growth.full);
    for (const kept of checkpoints.filter(({ size }) => size === cut)) inspectCheckpoint(room, row, kept, at, found);
  }
  for (const { level, index, bytes } of full) {
    const kept = await readTile(room.sql, log, level, index);
    if (kept === undefined || !sameBytes(kept, bytes)) found('tile', index, String(level), bytes);
  }
  const signed = damages.filter(({ what }) => what === 'checkpoint' || what === 'root');
  const doubtful = new Set(signed.map(({ idx }) => idx));
  await inspectCosignatures(room, row, [start, end], doubtful, found);
  await inspectParts(room, row, [...entries.values()], damages, found);
  if (end === row.size) inspectHead(row, at, found);
  return { edge: at, damages };
}

type Found = (what: DamageKind, idx: number, name?: string, due?: Uint8Array) => void;

/** Each hash stands three times: in the bytes, beside them, in a tile. What two of them say holds. */
async function inspectLeaves(
  sql: Sql,
  row: LogRow,
  entries: ReadonlyMap<number, EntryRow>,
  [start, end]: readonly [number, number],
  found: Found,
): Promise<readonly Uint8Array[]> {
  const index = Math.floor(start / TILE_WIDTH);
  const tile = (await readTile(sql, row.log, 0, index)) ?? edgeOf(row)?.tile(0, index);
  const leaves: Uint8Array[] = [];
  for (let idx = start; idx < end; idx++) {
    if (idx % BREATH === 0) await setImmediate();
    const entry = entries.get(idx);
    const at = (idx % TILE_WIDTH) * HASH_SIZE;
    const third = tile?.subarray(at, at + HASH_SIZE);
    const [own, beside, inTile] = [entry && leafHashes([entry.bytes], sha256)[0], entry?.leaf, third];
    const same = (one?: Uint8Array, other?: Uint8Array): boolean =>
      one?.length === HASH_SIZE && other?.length === HASH_SIZE && sameBytes(one, other);
    const whole = same(own, beside) || same(own, inTile);
    const due = whole ? own : same(beside, inTile) ? beside : (valid(inTile) ?? valid(beside) ?? own);
    leaves.push(due ?? new Uint8Array(HASH_SIZE));
    if (!same(own, due)) found('entry', idx, '', same(beside, inTile) ? due : undefined);
    else if (!same(beside, due)) found('leaf', idx);
    if (entry !== undefined && whole && !isSpoken(entry)) found('columns', idx);
  }
  return leaves;
}

const valid = (hash?: Uint8Array): Uint8Array | undefined => (hash?.length === HASH_SIZE ? hash : undefined);

function isSpoken(entry: EntryRow): boolean {
  const { act, body, kind, number } = spoken(entry.bytes);
  return entry.act === act && entry.body === body && entry.kind === kind && entry.number === number;
}

function edgeOf(row: LogRow): TileEdge | undefined {
  try {
    return TileEdge.fromBytes(row.edge);
  } catch (cause) {
    if (cause instanceof LogError) return undefined;
    throw cause;
  }
}

function inspectHead(row: LogRow, at: TileEdge, found: Found): void {
  if (!sameBytes(row.edge, at.toBytes()) || !sameBytes(row.root, at.root())) found('head', row.size, '', at.toBytes());
}

/** A checkpoint whose signature holds and whose root is another says that the entries are not those signed. */
function inspectCheckpoint(room: InspectionRoom, row: LogRow, kept: CheckpointRow, at: TileEdge, found: Found): void {
  const signed = signedRoot(room, row, kept);
  if (signed === undefined) found('checkpoint', kept.size, '', at.root());
  else if (!sameBytes(signed, at.root())) found('root', kept.size, '', signed);
  else if (!sameBytes(kept.root, signed)) found('checkpoint', kept.size, '', signed);
}

function signedRoot({ epochs, verify }: InspectionRoom, row: LogRow, kept: CheckpointRow): Uint8Array | undefined {
  return orNothing(() => {
    const note = parseNote(kept.note);
    const said = parseCheckpoint(note.text);
    const { key } = epochAt(epochs[row.log], kept.size);
    const isOurs = said.origin === key.name && said.size === kept.size;
    return isOurs && verifyNote(note, [key], verify.ed25519).length > 0 ? said.root : undefined;
  });
}

/** What is damaged cannot be read: that is an answer here, and no failure. */
function orNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof Refusal || cause instanceof LogError) return undefined;
    throw cause;
  }
}

async function inspectCosignatures(
  room: InspectionRoom,
  row: LogRow,
  [start, end]: readonly [number, number],
  doubtful: ReadonlySet<number>,
  found: Found,
): Promise<void> {
  const kept = await room.sql<(CosignatureRow & { root: Uint8Array })[]>`select c.*, p.root from cosignatures c
    join checkpoints p on p.log = c.log and p.size = c.size
    where c.log = ${row.log} and c.size > ${start} and c.size <= ${end}`;
  for (const one of kept.filter(({ size }) => !doubtful.has(size))) {
    await setImmediate();
    const key = room.cosigners[row.log].find((known) => known.name === one.signer);
    // A cosigner that is not known any more is nobody's to judge.
    if (key === undefined) continue;
    const origin = epochAt(room.epochs[row.log], one.size).key.name;
    const text = formatCheckpoint({ origin, size: one.size, root: one.root, extensions: [] });
    const time = orNothing(() => {
      const [line] = parseNote(new TextEncoder().encode(`${text}\n${one.line}\n`)).signatures;
      return line?.id === key.id ? verifyCosignatureOf(key, text, line.signature, room.verify) : undefined;
    });
    if (time === undefined) found('cosignature', one.size, `${one.role} ${one.signer}`);
  }
}

/** Every part that an act names must be there and open its commitment; those of the copy once it was judged. */
async function inspectParts(
  { sql, vault }: InspectionRoom,
  row: LogRow,
  entries: readonly EntryRow[],
  damages: readonly Damage[],
  found: Found,
): Promise<void> {
  const [first, last] = [entries[0]?.idx ?? 0, entries.at(-1)?.idx ?? -1];
  const kept = await readPartsOf(sql, row.log, first, last + 1);
  const erased = await erasedBetween(sql, row.log, first, last + 1);
  const broken = new Set(damages.filter(({ what }) => what === 'entry').map(({ idx }) => idx));
  for (const { idx, bytes } of entries.filter((entry) => !broken.has(entry.idx))) {
    if (idx % BREATH === 0) await setImmediate();
    const act = actOf(bytes);
    for (const named of act?.header.parts ?? []) {
      const part = kept.get(idx)?.find(({ name }) => name === named.name);
      if (part === undefined && row.log === OTHER && idx >= row.folded) continue;
      // Erased is no damage; one that is there all the same is looked at like any other.
      if (part === undefined && named.name !== BODY_PART && erased.has(idx)) continue;
      if (part === undefined || !(await opens(vault, act as Act, part, named.commitment))) {
        found('part', idx, named.name);
      }
    }
  }
}

async function opens(vault: Pick<Vault, 'opened'>, act: Act, kept: PartRow, named: string): Promise<boolean> {
  const part = await vault.opened(act, kept).catch((cause: unknown) => {
    // Changed where it lies, it does not open; without its key here nothing can be told, and it is fetched anew.
    if (cause instanceof Refusal) return undefined;
    throw cause;
  });
  return part?.salt.length === SALT_SIZE && commitment(part.salt, part.bytes) === named;
}

/** Subjects looked at in one question. */
const STEP = 256;

/** Folds every subject again and compares it with its row, and the sum of the rows with the digest; changes nothing. */
export async function inspectRegisters(room: InspectionRoom): Promise<readonly Damage[]> {
  const { sql } = room;
  const sides = (await readLogs(sql)).map(({ side }) => side);
  const damages: Damage[] = [];
  let digest: Uint8Array = new Uint8Array(DIGEST_SIZE);
  let after: readonly [string, string] = ['', ''];
  for (;;) {
    const some = await sql<{ register: string; subject: string; state: string | null }[]>`
      select k.register, k.subject, r.state from (select register, subject from subjects where log in (0, 1)
        union select register, subject from rows where log = 0) k
      left join rows r on r.log = 0 and r.register = k.register and r.subject = k.subject
      where (k.register collate "C", k.subject collate "C") > (${after[0]}, ${after[1]})
      order by k.register collate "C", k.subject collate "C" limit ${STEP}`;
    for (const { register, subject, state } of some) {
      const due = await stateOf(room, sides, register, subject);
      if (due !== undefined) digest = addToDigest(digest, rowHash(register, subject, due), 1);
      if ((due === undefined ? null : encode(due)) !== state) {
        damages.push({ log: OWN, what: 'row', idx: 0, name: `${register} ${subject}`, due: undefined });
      }
    }
    const last = some.at(-1);
    if (last === undefined) break;
    after = [last.register, last.subject];
  }
  const kept = await latestDigest(sql);
  if (damages.length === 0 && kept !== undefined && !sameBytes(kept.digest, digest)) {
    damages.push({ log: OWN, what: 'row', idx: 0, name: 'digest', due: undefined });
  }
  return damages;
}

/** The state of a subject from its acts alone; undefined where none speaks of it. */
async function stateOf(
  { sql, registers }: InspectionRoom,
  sides: readonly string[],
  name: string,
  subject: string,
): Promise<Json | undefined> {
  const register = registers.find((one) => one.name === name);
  const acts = (await readSubject(sql, name, subject)).filter((entry) => entry.contested === null);
  if (register === undefined || acts.length === 0) return undefined;
  try {
    return fold(register, subject, acts.map((entry) => toFolded(entry, sides[entry.log] ?? '', entry.part)));
  } catch (cause) {
    // An act that cannot be read or folded is damaged itself, and named as an entry or a part.
    if (cause instanceof Refusal || cause instanceof TypeError) return undefined;
    throw cause;
  }
}
