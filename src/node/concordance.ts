// Concordance: both nodes tell each other the digest of their registers, and say whether they agree.
import { base64, fromBase64, fromUtf8, hex, sameBytes } from '../act/bytes.ts';
import { decode } from '../act/canonical.ts';
import { Refusal, refuse } from '../act/refusal.ts';
import { DIGEST_SIZE, rowHash } from '../act/register.ts';
import type { Sql } from './store/database.ts';
import {
  digestAt, latestComparison, latestDigest, pruneDigests, readRows, writeComparison,
} from './store/registers.ts';
import type { Concordance } from './window.ts';
import type { Answer, Asked, Caller } from './wire.ts';

/** Rows told to the counterpart when the digests differ, at most. */
const ROWS_LIMIT = 200_000;

/** A digest with the sizes of both logs as of which it holds, by side. */
interface Told {
  readonly sizes: Readonly<Record<string, number>>;
  readonly digest: string;
}

type RowDigest = readonly [register: string, subject: string, hash: string];

export interface ConcordanceRoom {
  readonly sql: Sql;
  readonly side: string;
  readonly other: string;
  readonly now: () => Date;
  readonly changed: () => void;
}

/** Comparisons between two prunings of the digests kept. */
const PRUNED_EVERY = 64;

const JSON_TYPE = 'application/json';

export class Comparison {
  readonly #room: ConcordanceRoom;
  #compared = 0;

  constructor(room: ConcordanceRoom) {
    this.#room = room;
  }

  /** What this node tells: its newest digest, or the one as of the sizes asked for where it has that. */
  async #told(at?: { readonly own: number; readonly other: number }): Promise<Told> {
    const { sql, side, other } = this.#room;
    const row = (at === undefined ? undefined : await digestAt(sql, at.own, at.other)) ?? (await latestDigest(sql));
    return {
      sizes: { [side]: row?.own ?? 0, [other]: row?.other ?? 0 },
      digest: base64(row?.digest ?? new Uint8Array(DIGEST_SIZE)),
    };
  }

  /** Tells the counterpart our digest, and compares what it answers. */
  async compare(line: Caller): Promise<void> {
    const told = await this.#told();
    const heard = await line.ask('POST', '/concordance', JSON.stringify(told));
    if (heard.status !== 200)
      throw refuse('delivery-malformed', `The counterpart answered concordance with ${heard.status}.`);
    const differs = await this.#hear(readTold(heard.body));
    if (differs !== undefined) await this.#locate(line, differs);
    if (this.#compared++ % PRUNED_EVERY === 0) await pruneDigests(this.#room.sql);
  }

  /** Answers the counterpart's digest with ours as of the same sizes, where we have been there. */
  async answer(asked: Asked): Promise<Answer | undefined> {
    if (asked.method === 'GET' && asked.path === '/rows') {
      return { status: 200, type: JSON_TYPE, body: JSON.stringify(await this.#rows()) };
    }
    if (asked.method !== 'POST' || asked.path !== '/concordance') return undefined;
    const told = readTold(asked.body);
    await this.#hear(told);
    const at = { own: told.sizes[this.#room.side] ?? -1, other: told.sizes[this.#room.other] ?? -1 };
    return { status: 200, type: JSON_TYPE, body: JSON.stringify(await this.#told(at)) };
  }

  /** Keeps what the counterpart told of sizes we have been at; gives them where the digests differ. */
  async #hear(told: Told): Promise<{ own: number; other: number } | undefined> {
    const { sql, side, other, now } = this.#room;
    const at = { own: told.sizes[side] ?? -1, other: told.sizes[other] ?? -1 };
    const theirs = fromBase64(told.digest);
    const row = await digestAt(sql, at.own, at.other);
    if (row === undefined || theirs === undefined) return undefined;
    const known = row.theirs !== null && sameBytes(row.theirs, theirs);
    if (!known) {
      await writeComparison(sql, { ...row, theirs, at: now() });
      this.#room.changed();
    }
    return sameBytes(row.digest, theirs) ? undefined : at;
  }

  async #rows(): Promise<readonly RowDigest[]> {
    const rows = await readRows(this.#room.sql);
    return rows
      .slice(0, ROWS_LIMIT)
      .map((row) => [row.register, row.subject, hex(rowHash(row.register, row.subject, decode(row.state)))]);
  }

  /** Finds the first row in which the registers differ, in the order of register and subject. */
  async #locate(line: Caller, at: { readonly own: number; readonly other: number }): Promise<void> {
    const heard = await line.ask('GET', '/rows');
    const theirs = readRowDigests(heard.body);
    const ours = await this.#rows();
    const key = ([register, subject]: RowDigest): string => JSON.stringify([register, subject]);
    const all = new Map([...theirs, ...ours].map((row) => [key(row), row]));
    const of = (rows: readonly RowDigest[]): ReadonlyMap<string, string> =>
      new Map(rows.map((row) => [key(row), row[2]]));
    const [a, b] = [of(ours), of(theirs)];
    const first = [...all.keys()].sort().find((name) => a.get(name) !== b.get(name));
    const row = await digestAt(this.#room.sql, at.own, at.other);
    if (row === undefined || first === undefined) return;
    const [register, subject] = all.get(first) as RowDigest;
    if (row.first_register === register && row.first_subject === subject) return;
    await writeComparison(this.#room.sql, { ...row, first_register: register, first_subject: subject });
    this.#room.changed();
  }

  /** Whether both records agree, as of the newest sizes at which both were. */
  async view(): Promise<Concordance> {
    const { sql, side, other } = this.#room;
    const row = await latestComparison(sql);
    if (row === undefined || row.theirs === null) return { state: 'waits', sizes: { [side]: 0, [other]: 0 } };
    const sizes = { [side]: row.own, [other]: row.other };
    const at = row.at.toISOString();
    if (sameBytes(row.digest, row.theirs)) return { state: 'agrees', sizes, at };
    const first =
      row.first_register === null || row.first_subject === null
        ? undefined
        : { register: row.first_register, subject: row.first_subject };
    return { state: 'diverges', sizes, at, first };
  }
}

function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(body) ?? '') as unknown;
  } catch (cause) {
    throw refuse('delivery-malformed', 'A comparison came that is not JSON.', cause);
  }
}

function readTold(body: Uint8Array): Told {
  const { sizes, digest } = (readJson(body) ?? {}) as { sizes?: unknown; digest?: unknown };
  const read = Object.entries((sizes ?? {}) as Readonly<Record<string, unknown>>);
  const good = read.length === 2 && read.every(([, size]) => Number.isSafeInteger(size));
  if (!good || typeof digest !== 'string')
    throw refuse('delivery-malformed', 'A comparison came without sizes or digest.');
  return { sizes: Object.fromEntries(read) as Record<string, number>, digest };
}

function readRowDigests(body: Uint8Array): readonly RowDigest[] {
  const list = readJson(body);
  const good = (row: unknown): row is RowDigest =>
    Array.isArray(row) && row.length === 3 && row.every((cell) => typeof cell === 'string');
  if (!Array.isArray(list) || list.length > ROWS_LIMIT || !list.every(good)) {
    throw new Refusal('delivery-malformed', 'Rows came that cannot be read.');
  }
  return list;
}
