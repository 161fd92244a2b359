// The mirror: takes over what the counterpart says, verifies it, holds it durably, cosigns that it does.
import type { Act } from '../act/act.ts';
import { base64 } from '../act/bytes.ts';
import type { PublicKey, SigningKey, VerifyEd25519 } from '../act/key.ts';
import { formatLine, parseNote, verifyNote } from '../act/note.ts';
import type { Part } from '../act/part.ts';
import { Refusal, type RefusalCode, refuse } from '../act/refusal.ts';
import { type Checkpoint, parseCheckpoint } from '../log/checkpoint.ts';
import { cosignatureKind, cosignedMessage, encodeTimestamped } from '../log/cosignature.ts';
import { TileEdge } from '../log/edge.ts';
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
import { actOf, isComplete, readDelivery, readHeaders, requireNamed, spoken } from './delivery.ts';
import type { Given } from './intake.ts';
import type { Sitting } from './sitting.ts';
import { type Sql, transaction, type Tx } from './store/database.ts';
import { sha256 } from './store/hashes.ts';
import { keepEvidence } from './store/evidence.ts';
import { type CosignatureRow, insertCosignatures } from './store/cosignatures.ts';
import {
  insertCheckpoint,
  insertEntries,
  insertIndexes,
  insertParts,
  insertTiles,
  latestCheckpoint,
  type EntryRow,
  type LogRow,
  moveHead,
  NOTED,
  OTHER,
  readEntries,
  readLeaves,
  readLogs,
  readPartsOf,
  type VerdictRow,
  writeVerdicts,
} from './store/record.ts';
import type { Answer, Asked } from './wire.ts';

/** Entries judged in one transaction, at most. */
const SITTING_LIMIT = 256;

export interface MirrorRoom {
  readonly sql: Sql;
  /** Key of the counterpart's log, pinned. */
  readonly logKey: PublicKey;
  /** The keys of each capacity; each of them cosigns. */
  readonly witness: readonly SigningKey[];
  readonly mirror: readonly SigningKey[];
  readonly verify: VerifyEd25519;
  readonly now: () => Date;
  readonly sit: (tx: Tx, logs: readonly [LogRow, LogRow]) => Promise<Sitting>;
  readonly forget: () => void;
  /** Told after something was contested: it is answered before this side says anything else that has seen it. */
  readonly contested: () => Promise<void>;
  /** Whether this side's own log is whole: until it is, the other's is held and cosigned, not judged. */
  readonly mayJudge: () => boolean;
  /** Told after something of the counterpart was taken over. */
  readonly received: () => void;
}

interface Pending extends Checkpoint {
  readonly note: Uint8Array;
  readonly text: string;
}

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
      throw cause;
    }
  }

  /** The newest verified checkpoint of the counterpart's log, or the empty tree. */
  async #pending(tx: Tx): Promise<Pick<Pending, 'size' | 'root'>> {
    const [row] = await tx<{ size: number; root: Uint8Array }[]>`
      select size, root from pending where log = ${OTHER} order by size desc limit 1`;
    return row ?? { size: 0, root: emptyRoot() };
  }

  #open(note: Uint8Array, origin: string): Pending {
    const parsed = parseNote(note);
    const said = parseCheckpoint(parsed.text);
    if (said.origin !== origin) throw refuse('log-unknown', `A checkpoint of ${said.origin} came.`);
    const signed = verifyNote(parsed, [this.#room.logKey], this.#room.verify);
    if (signed.length === 0) throw refuse('checkpoint-invalid', `A checkpoint of ${said.origin} came.`);
    return { ...said, note, text: parsed.text };
  }

  /** c2sp.org/tlog-witness, add-checkpoint: the tree is seen to grow consistently, and the witness key says so. */
  async #addCheckpoint(body: Uint8Array): Promise<Answer> {
    const asked = parseAddCheckpoint(body);
    let contradicted: { held: Uint8Array; given: Uint8Array; fork: boolean } | undefined;
    const answer = await transaction(this.#room.sql, async (tx) => {
      const [, log] = await readLogs(tx, true);
      const given = this.#open(asked.checkpoint, log.origin);
      if (asked.old > given.size)
        throw refuse('delivery-malformed', `A checkpoint of ${given.size} came as ${asked.old}.`);
      const held = await this.#pending(tx);
      if (asked.old !== held.size) return { status: 409, type: SIZE_CONTENT_TYPE, body: formatTreeSize(held.size) };
      if (!isConsistent(held, given, asked.proof)) {
        const [kept] = await tx<{ note: Uint8Array }[]>`
          select note from pending where log = ${OTHER} and size = ${held.size}`;
        contradicted = { held: kept?.note ?? new Uint8Array(), given: given.note, fork: given.size === held.size };
        return undefined;
      }
      await tx`insert into pending (log, size, root, note)
        values (${OTHER}, ${given.size}, ${given.root}, ${given.note})
        on conflict do nothing`;
      return { status: 200, type: TEXT, body: await this.#cosign(tx, 'witness', given) };
    });
    if (answer !== undefined) return answer;
    if (contradicted === undefined) throw new Error('mirror: no answer and no contradiction');
    const { fork, ...notes } = contradicted;
    await keepEvidence(this.#room.sql, {
      log: OTHER,
      what: fork ? 'fork' : 'unproven',
      ...notes,
      at: this.#room.now(),
    });
    this.#room.received();
    throw refuse(
      'proof-invalid',
      'A checkpoint came that does not follow from the one held. Both signed notes are kept.',
    );
  }

  /** The signature lines of every key of that capacity, as they are answered. */
  async #cosign(tx: Tx, role: 'witness' | 'mirror', given: Pending): Promise<string> {
    const time = Math.floor(this.#room.now().getTime() / 1000);
    const rows: CosignatureRow[] = [];
    for (const { key: { name, id, type }, sign } of this.#room[role]) {
      const kind = cosignatureKind(type);
      if (kind === undefined) throw new Error(`mirror: the key ${name} makes no cosignatures`);
      const signed = await sign(cosignedMessage({ kind, name }, time, given.text));
      const line = formatLine({ name, id, signature: encodeTimestamped(kind, { time, signature: signed }) });
      rows.push({ log: OTHER, size: given.size, role, signer: name, line, at: new Date(time * 1000) });
    }
    await insertCosignatures(tx, rows);
    return rows.map((row) => `${row.line}\n`).join('');
  }

  /** c2sp.org/tlog-mirror, add-entries: each package is proven, stored, and only then the next one looked at. */
  async #addEntries(body: Uint8Array): Promise<Answer> {
    const { header, packages, end } = parseAddEntries(body);
    const answer = await transaction(this.#room.sql, async (tx) => {
      const logs = await readLogs(tx, true);
      let log = logs[OTHER];
      if (header.origin !== log.origin) throw refuse('log-unknown', `Entries of ${header.origin} came.`);
      const target = await this.#pendingAt(tx, log, header.end);
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
      for (const part of packages) log = await this.#store(tx, log, part, target);
      if (log.size < target.size || end !== 'complete') return this.#info(202, target.size, log.size);
      return { status: 200, type: TEXT, body: await this.#hold(tx, target) };
    });
    // Held is held: that it is judged too is waited for where parts come, and seen to before the own courier goes.
    if (answer.status === 200) this.#room.received();
    return answer;
  }

  #info(status: number, size: number, next: number): Answer {
    return { status, type: MIRROR_INFO_CONTENT_TYPE, body: formatMirrorInfo({ size, next, ticket: new Uint8Array() }) };
  }

  async #pendingAt(tx: Tx, log: LogRow, size: number): Promise<Pending | undefined> {
    const [row] = await tx<{ note: Uint8Array }[]>`
      select note from pending where log = ${OTHER} and size = ${size}`;
    return row === undefined ? undefined : this.#open(row.note, log.origin);
  }

  async #store(tx: Tx, log: LogRow, part: EntryPackage, target: Pending): Promise<LogRow> {
    const before = await readLeaves(tx, OTHER, part.base, part.start);
    const leaves = verifyPackage(part, before, target.size, target.root, sha256);
    if (leaves === undefined) throw refuse('proof-invalid', `The entries [${part.start}, ${part.end}) came.`);
    const skip = Math.max(0, log.size - part.start);
    const fresh = part.entries.slice(skip);
    if (fresh.length === 0) return log;
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

  /** All entries up to a checkpoint are stored: it becomes the mirror's own, and the mirror key says so. */
  async #hold(tx: Tx, target: Pending): Promise<string> {
    await insertCheckpoint(tx, {
      log: OTHER,
      size: target.size,
      root: target.root,
      note: target.note,
      at: this.#room.now(),
    });
    await tx`delete from pending where log = ${OTHER} and size < ${target.size}`;
    return await this.#cosign(tx, 'mirror', target);
  }

  /** Parts of entries already held: `{"parts":[{"index","name","salt","bytes"}]}`; answers which index comes next. */
  async #addParts(body: Uint8Array): Promise<Answer> {
    const parts = readDelivery(body);
    await transaction(this.#room.sql, async (tx) => {
      const [, log] = await readLogs(tx, true);
      const indexes = [...new Set(parts.map((part) => part.index))];
      const beyond = indexes.find((index) => index >= log.size);
      if (beyond !== undefined) throw refuse('size-conflict', `A part of entry ${beyond} came; ${log.size} are held.`);
      const headers = await readHeaders(tx, indexes);
      for (const part of parts) requireNamed(part, headers.get(part.index));
      await insertParts(
        tx,
        parts.map(({ index, ...part }) => ({ ...part, log: OTHER as typeof OTHER, idx: index })),
      );
    });
    const next = await this.judge();
    return { status: 200, type: 'application/json', body: `${JSON.stringify({ next })}\n` };
  }

  /**
   * Judges what is held and complete, in order, as the issuer's node did. What is not accepted stays in the log and is
   * marked contested. Gives the index of the first entry not judged: its parts have not come yet.
   */
  async judge(): Promise<number> {
    for (;;) {
      const { next, sitting, moved, contested } = await this.#sit();
      sitting?.committed();
      if (contested > 0) await this.#room.contested();
      if (moved > 0) {
        this.#room.received();
      }
      if (moved < SITTING_LIMIT) return next;
    }
  }

  async #sit(): Promise<Sat> {
    try {
      return await transaction(this.#room.sql, async (tx) => {
        const logs = await readLogs(tx, true);
        const [, log] = logs;
        const held = this.#room.mayJudge() ? ((await latestCheckpoint(tx, OTHER))?.size ?? 0) : 0;
        const end = Math.min(held, log.folded + SITTING_LIMIT);
        const entries = await readEntries(tx, OTHER, log.folded, end);
        const parts = await readPartsOf(tx, OTHER, log.folded, end);
        const read = entries.map((entry) => ({ ...entry, read: actOf(entry.bytes) }));
        const complete = read.findIndex((entry) => !isComplete(entry.read, parts.get(entry.idx) ?? []));
        const ready = complete < 0 ? read : read.slice(0, complete);
        if (ready.length === 0) return { next: log.folded, moved: 0, contested: 0, sitting: undefined };
        const sitting = await this.#room.sit(tx, logs);
        const contested = await this.#judgeAll(tx, sitting, ready, parts);
        await sitting.close(this.#room.now());
        if (!(await moveHead(tx, log, { ...log, seen: sitting.seen, folded: sitting.index }))) {
          throw new Error('mirror: the head moved while it was held');
        }
        return { next: sitting.index, moved: ready.length, contested, sitting };
      });
    } catch (cause) {
      this.#room.forget();
      throw cause;
    }
  }

  async #judgeAll(
    tx: Tx,
    sitting: Sitting,
    entries: readonly (EntryRow & { readonly read: Act | undefined })[],
    parts: ReadonlyMap<number, readonly Part[]>,
  ): Promise<number> {
    const given = await sitting.foresee(
      entries.map(({ bytes, idx, read }) => ({ bytes, parts: parts.get(idx) ?? [], act: read })),
    );
    const verdicts: VerdictRow[] = [];
    for (const [i, entry] of entries.entries()) {
      let contested: RefusalCode | null = null;
      if (entry.kind === NOTED) {
        verdicts.push({ idx: entry.idx, seen: sitting.seen, contested: await judgeNoted(sitting, entry) });
        continue;
      }
      // What was answered stays answered, also where it is judged again.
      if (typeof entry.rejected_by === 'number') {
        sitting.pass(given[i]?.act);
        verdicts.push({ idx: entry.idx, seen: sitting.seen, contested: entry.contested });
        continue;
      }
      try {
        await sitting.take(given[i] as Given);
      } catch (cause) {
        if (!(cause instanceof Refusal)) throw cause;
        contested = cause.code;
        sitting.pass(given[i]?.act);
      }
      verdicts.push({ idx: entry.idx, seen: sitting.seen, contested });
    }
    const indexes = entries.flatMap(({ idx, read }) =>
      read === undefined
        ? []
        : [{ log: OTHER as typeof OTHER, idx, provisions: read.header.provisions, re: read.header.re }],
    );
    await Promise.all([writeVerdicts(tx, verdicts), insertIndexes(tx, indexes)]);
    return verdicts.filter((one) => one.contested !== null).length;
  }
}

/** The verdict on an entry that notes a checkpoint. What was answered stays answered, also where it is judged again. */
async function judgeNoted(sitting: Sitting, { bytes, contested, rejected_by }: EntryRow): Promise<RefusalCode | null> {
  try {
    if (typeof rejected_by !== 'number') {
      await sitting.note(bytes);
      return null;
    }
    sitting.skip();
    return contested;
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    sitting.skip();
    return cause.code;
  }
}

function isConsistent(held: Pick<Pending, 'size' | 'root'>, given: Pending, proof: readonly Uint8Array[]): boolean {
  if (held.size > 0) return verifyConsistency(held.size, given.size, proof, held.root, given.root);
  return proof.length === 0 && (given.size > 0 || base64(given.root) === base64(emptyRoot()));
}

/** What came of one sitting: the index of the next entry, how many were judged, how many of them contested. */
interface Sat {
  readonly next: number;
  readonly moved: number;
  readonly contested: number;
  readonly sitting: Sitting | undefined;
}
