// The mirror: takes over what the counterpart says, verifies it, holds it durably, cosigns that it does.
import { base64, sameBytes } from '../act/bytes.ts';
import type { PublicKey, SigningKey, VerifyEd25519 } from '../act/key.ts';
import { formatLine, parseNote, verifyNote } from '../act/note.ts';
import { BODY_PART } from '../act/part.ts';
import { Refusal, refuse } from '../act/refusal.ts';
import { type Checkpoint, parseCheckpoint } from '../log/checkpoint.ts';
import { cosignatureKind, cosignedMessage, encodeTimestamped } from '../log/cosignature.ts';
import { TileEdge } from '../log/edge.ts';
import { type Epoch, epochNamed, type Epochs, signs } from '../log/epoch.ts';
import { LogError } from '../log/error.ts';
import {
  formatMirrorInfo,
  formatTreeSize,
  MIRROR_INFO_CONTENT_TYPE,
  parseAddCheckpoint,
  SIZE_CONTENT_TYPE,
} from '../log/mirror.ts';
import { verifyConsistency } from '../log/proof.ts';
import { emptyRoot } from '../log/tree.ts';
import { type EntryPackage, parseAddEntries, verifyPackage } from '../log/upload.ts';
import { type Arrived, keepArrived, readActs, readDelivery, spoken } from './delivery.ts';
import { type Allowances, type Cost, noteFlood, spend } from './store/allowances.ts';
import { type Sql, transaction, type Tx } from './store/database.ts';
import { sha256 } from './store/hashes.ts';
import { erasedBetween } from './store/erased.ts';
import { keepEvidence } from './store/evidence.ts';
import { type CosignatureRow, insertCosignatures } from './store/cosignatures.ts';
import { insertPending, newestPending, pendingAt, settlePending } from './store/pending.ts';
import {
  checkpointAt,
  insertCheckpoint,
  insertEntries,
  insertParts,
  insertTiles,
  latestCheckpoint,
  type LogRow,
  moveHead,
  OTHER,
  partsThere,
  readLeaves,
  readLogs,
} from './store/record.ts';
import type { Vault } from './vault.ts';
import type { Answer, Asked } from './wire.ts';

export interface MirrorRoom {
  readonly sql: Sql;
  /** The epochs of the counterpart's log, by its card. */
  readonly epochs: Epochs<PublicKey>;
  /** The keys of each capacity; each of them cosigns. */
  readonly witness: readonly SigningKey[];
  readonly mirror: readonly SigningKey[];
  readonly verify: VerifyEd25519;
  readonly vault: Vault;
  readonly now: () => Date;
  /** What the counterpart may bring in a time. */
  readonly allowances: Allowances;
  /** Judges what is held and complete; gives the index of the first entry not judged. */
  readonly judge: () => Promise<number>;
  /** Told after something of the counterpart was taken over. */
  readonly received: () => void;
  /** Told where it brings more than it may, now and then. */
  readonly flooded: () => void;
}

interface Pending extends Checkpoint {
  readonly note: Uint8Array;
  readonly text: string;
  readonly epoch: Epoch<PublicKey>;
}

/** What contradicts what is held: kept, both signed notes of it, and refused. */
interface Contradiction {
  readonly held: Uint8Array;
  readonly given: Uint8Array;
  readonly what: 'fork' | 'unproven' | 'closed';
}

/** Checkpoints of the counterpart that wait for their entries, at most: an upload goes towards one of the newest. */
const PENDING_LIMIT = 64;
/** Milliseconds after which it is told again that the counterpart still brings too much. */
const FLOOD_NEWS = 60_000;

const TEXT = 'text/plain; charset=utf-8';

export class Mirror {
  readonly #room: MirrorRoom;

  constructor(room: MirrorRoom) {
    this.#room = room;
  }

  /** Answers one delivery, or undefined where the path is none of its own. Refusals are thrown. */
  async answer(asked: Asked): Promise<Answer | undefined> {
    if (asked.method !== 'POST') return undefined;
    switch (asked.path) {
      case '/add-checkpoint':
        return await this.#delivery(async () => await this.#addCheckpoint(asked.body));
      case '/add-entries':
        return await this.#delivery(async () => await this.#addEntries(asked.body));
      case '/parts':
        return await this.#delivery(async () => await this.#addParts(asked.body));
      default:
        return undefined;
    }
  }

  async #delivery(work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await work();
    } catch (cause) {
      if (cause instanceof LogError) throw refuse('delivery-malformed', cause.message, cause);
      if (cause instanceof Refusal && cause.code === 'rate-exceeded') await this.noteFlood();
      throw cause;
    }
  }

  /** The counterpart has brought more than it may. */
  async noteFlood(): Promise<void> {
    const { sql, now, flooded } = this.#room;
    const at = now();
    const before = await noteFlood(sql, at);
    if (before === undefined || at.getTime() - before.getTime() > FLOOD_NEWS) flooded();
  }

  /** What a delivery costs is taken from what is left; 0, or the seconds to wait where there is not so much left. */
  async #spend(tx: Tx, cost: Cost): Promise<number> {
    return await spend(tx, this.#room.allowances, cost, this.#room.now());
  }

  /** The newest verified checkpoint of the counterpart's log, or the empty tree. */
  async #pending(tx: Tx): Promise<Pick<Pending, 'size' | 'root'>> {
    return (await newestPending(tx, OTHER)) ?? { size: 0, root: emptyRoot() };
  }

  #open(note: Uint8Array): Pending {
    const parsed = parseNote(note);
    const said = parseCheckpoint(parsed.text);
    const epoch = epochNamed(this.#room.epochs, said.origin);
    if (epoch === undefined) throw refuse('log-unknown', `A checkpoint of ${said.origin} came.`);
    const signed = verifyNote(parsed, [epoch.key], this.#room.verify);
    if (signed.length === 0) throw refuse('checkpoint-invalid', `A checkpoint of ${said.origin} came.`);
    return { ...said, note, text: parsed.text, epoch };
  }

  /** c2sp.org/tlog-witness, add-checkpoint: the tree is seen to grow consistently, and the witness key says so. */
  async #addCheckpoint(body: Uint8Array): Promise<Answer> {
    const asked = parseAddCheckpoint(body);
    let contradicted: Contradiction | undefined;
    const answer = await transaction(this.#room.sql, async (tx): Promise<Answer | Pending | undefined> => {
      await readLogs(tx, true);
      const given = this.#open(asked.checkpoint);
      if (asked.old > given.size)
        throw refuse('delivery-malformed', `A checkpoint of ${given.size} came as ${asked.old}.`);
      const held = await this.#pending(tx);
      contradicted = await this.#beyond(tx, given);
      if (contradicted !== undefined) return undefined;
      // What an epoch begins with must be held as it was closed, before anything that follows can be.
      if (asked.old !== held.size || held.size < given.epoch.base) {
        return { status: 409, type: SIZE_CONTENT_TYPE, body: formatTreeSize(held.size) };
      }
      if (!isConsistent(held, given, asked.proof)) {
        const kept = await pendingAt(tx, OTHER, held.size);
        const what = given.size === held.size ? 'fork' : 'unproven';
        contradicted = { held: kept?.note ?? new Uint8Array(), given: given.note, what };
        return undefined;
      }
      const wait = await this.#spend(tx, { checkpoints: 1 });
      if (wait > 0) throw tooMuch(`A checkpoint of ${given.size} entries came.`, wait);
      await insertPending(tx, OTHER, given, PENDING_LIMIT);
      return given;
    });
    if (answer !== undefined) return 'status' in answer ? answer : await this.#cosign('witness', answer);
    if (contradicted === undefined) throw new Error('mirror: no answer and no contradiction');
    await keepEvidence(this.#room.sql, { log: OTHER, ...contradicted, at: this.#room.now() });
    this.#room.received();
    if (contradicted.what === 'closed') {
      throw refuse('log-closed', 'A checkpoint came of a size that its epoch has not.');
    }
    throw refuse(
      'proof-invalid',
      'A checkpoint came that does not follow from the one held. Both signed notes are kept.',
    );
  }

  /** A state of a size that its epoch does not sign, or another than that in which it was closed. */
  async #beyond(tx: Tx, { size, root, note, epoch }: Pending): Promise<Contradiction | undefined> {
    const { closed } = epoch;
    const isOther = closed !== undefined && size === closed.size && !sameBytes(root, closed.root);
    if (signs(epoch, size) && !isOther) return undefined;
    const kept = closed === undefined ? undefined : await checkpointAt(tx, OTHER, closed.size);
    return { held: kept?.note ?? new Uint8Array(), given: note, what: isOther ? 'fork' : 'closed' };
  }

  /**
   * The signature lines of every key of that capacity, as they are answered. What they say is durable already, and no
   * head is locked: a program that signs may take its time. Where it fails the courier asks again.
   */
  async #cosign(role: 'witness' | 'mirror', given: Pending): Promise<Answer> {
    const time = Math.floor(this.#room.now().getTime() / 1000);
    const rows: CosignatureRow[] = [];
    for (const { key: { name, id, type }, sign } of this.#room[role]) {
      const kind = cosignatureKind(type);
      if (kind === undefined) throw new Error(`mirror: the key ${name} makes no cosignatures`);
      const signed = await sign(cosignedMessage({ kind, name }, time, given.text));
      const line = formatLine({ name, id, signature: encodeTimestamped(kind, { time, signature: signed }) });
      rows.push({ log: OTHER, size: given.size, role, signer: name, line, at: new Date(time * 1000) });
    }
    await insertCosignatures(this.#room.sql, rows);
    return { status: 200, type: TEXT, body: rows.map((row) => `${row.line}\n`).join('') };
  }

  /** c2sp.org/tlog-mirror, add-entries: each package is proven, stored, and only then the next one looked at. */
  async #addEntries(body: Uint8Array): Promise<Answer> {
    const { header, packages, end } = parseAddEntries(body);
    const answer = await transaction(this.#room.sql, async (tx): Promise<Answer | Pending> => {
      const logs = await readLogs(tx, true);
      let log = logs[OTHER];
      if (epochNamed(this.#room.epochs, header.origin) === undefined) {
        throw refuse('log-unknown', `Entries of ${header.origin} came.`);
      }
      const found = await this.#pendingAt(tx, header.end);
      const target = found?.origin === header.origin ? found : undefined;
      const newest = await this.#pending(tx);
      // c2sp.org/tlog-mirror asks for 422 here.
      if (newest.size === 0) throw refuse('proof-invalid', 'Entries came before any checkpoint that proves them.');
      const mirrored = (await latestCheckpoint(tx, OTHER))?.size ?? 0;
      if (target === undefined || header.end < mirrored || header.start > log.size) {
        return this.#info(409, target?.size ?? newest.size, log.size);
      }
      if (packages.length === 0 && header.start < header.end) {
        throw refuse('delivery-malformed', `Entries to ${header.end} came, but no whole package.`);
      }
      for (const part of packages) {
        const stored = await this.#store(tx, log, part, target);
        if (typeof stored !== 'number') {
          log = stored;
          continue;
        }
        // What fitted is kept, and the uploader told where to go on: it learns there how long to wait.
        if (log === logs[OTHER]) throw tooMuch(`Entries from ${log.size} on came.`, stored);
        break;
      }
      if (log.size < target.size || end !== 'complete') return this.#info(202, target.size, log.size);
      await this.#hold(tx, target);
      return target;
    });
    if ('status' in answer) return answer;
    const cosigned = await this.#cosign('mirror', answer);
    // Held is held: that it is judged too is waited for where parts come, and seen to before the own courier goes.
    this.#room.received();
    return cosigned;
  }

  #info(status: number, size: number, next: number): Answer {
    return { status, type: MIRROR_INFO_CONTENT_TYPE, body: formatMirrorInfo({ size, next, ticket: new Uint8Array() }) };
  }

  async #pendingAt(tx: Tx, size: number): Promise<Pending | undefined> {
    const row = await pendingAt(tx, OTHER, size);
    return row === undefined ? undefined : this.#open(row.note);
  }

  /** The log as it stands then, or the seconds to wait where the package is more than is left to the counterpart. */
  async #store(tx: Tx, log: LogRow, part: EntryPackage, target: Pending): Promise<LogRow | number> {
    const before = await readLeaves(tx, OTHER, part.base, part.start);
    const leaves = verifyPackage(part, before, target.size, target.root, sha256);
    if (leaves === undefined) throw refuse('proof-invalid', `The entries [${part.start}, ${part.end}) came.`);
    const skip = Math.max(0, log.size - part.start);
    const fresh = part.entries.slice(skip);
    if (fresh.length === 0) return log;
    const bytes = fresh.reduce((sum, entry) => sum + entry.length, 0);
    const wait = await this.#spend(tx, { entries: fresh.length, bytes });
    if (wait > 0) return wait;
    const added = leaves.slice(skip);
    const growth = TileEdge.fromBytes(log.edge, sha256).append(added, sha256);
    const at = this.#room.now();
    await insertEntries(
      tx,
      fresh.map((bytes, i) => ({
        log: OTHER as typeof OTHER,
        idx: log.size + i,
        bytes,
        leaf: added[i] as Uint8Array,
        seen: 0,
        at,
        contested: null,
        ...spoken(bytes),
      })),
    );
    await insertTiles(
      tx,
      OTHER,
      growth.full.map((tile) => ({ level: tile.level, index: tile.index, data: tile.bytes })),
    );
    const to = { ...log, size: log.size + fresh.length, root: growth.root, edge: growth.edge.toBytes() };
    if (!(await moveHead(tx, log, to))) throw new Error('mirror: the head moved while it was held');
    return to;
  }

  /** All entries up to a checkpoint are stored: it becomes the mirror's own, and the mirror key will say so. */
  async #hold(tx: Tx, target: Pending): Promise<void> {
    await insertCheckpoint(tx, {
      log: OTHER,
      size: target.size,
      root: target.root,
      note: target.note,
      at: this.#room.now(),
    });
    await settlePending(tx, OTHER, target.size);
  }

  /** Parts of entries already held: `{"parts":[{"index","name","salt","bytes"}]}`; answers which index comes next. */
  async #addParts(body: Uint8Array): Promise<Answer> {
    const parts = readDelivery(body);
    await transaction(this.#room.sql, async (tx) => {
      const [, log] = await readLogs(tx, true);
      const indexes = [...new Set(parts.map((part) => part.index))];
      const beyond = indexes.find((index) => index >= log.size);
      if (beyond !== undefined) throw refuse('size-conflict', `A part of entry ${beyond} came; ${log.size} are held.`);
      const acts = await readActs(tx, indexes);
      const kept = await Promise.all(
        parts.map(async (part) => await keepArrived(this.#room.vault, part, acts.get(part.index))),
      );
      const there = await partsThere(tx, OTHER, indexes);
      const isFresh = ({ index, name }: Arrived): boolean => !there.has(`${index} ${name}`);
      const bytes = parts.filter(isFresh).reduce((sum, part) => sum + part.bytes.length, 0);
      const wait = await this.#spend(tx, { bytes });
      if (wait > 0) throw tooMuch(`Parts of ${bytes} bytes came.`, wait);
      const gone = await erasedBetween(tx, OTHER, Math.min(...indexes, log.size), log.size);
      await insertParts(
        tx,
        kept
          .filter(({ idx, name }) => name === BODY_PART || !gone.has(idx))
          .map((part) => ({ ...part, log: OTHER as typeof OTHER })),
      );
    });
    const next = await this.#room.judge();
    return { status: 200, type: 'application/json', body: `${JSON.stringify({ next })}\n` };
  }
}

function tooMuch(what: string, wait: number): Refusal {
  return new Refusal('rate-exceeded', `${what} Ask again in ${wait} seconds.`, { wait });
}

function isConsistent(held: Pick<Pending, 'size' | 'root'>, given: Pending, proof: readonly Uint8Array[]): boolean {
  if (held.size > 0) return verifyConsistency(held.size, given.size, proof, held.root, given.root);
  return proof.length === 0 && (given.size > 0 || base64(given.root) === base64(emptyRoot()));
}
