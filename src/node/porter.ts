// The porter: both ends of carrying the chunks of files: says which are lacking, takes those, brings them, gives back.
import { createHash } from 'node:crypto';
import Type from 'typebox';
import { fromUtf8 } from '../act/bytes.ts';
import { Refusal, refuse } from '../act/refusal.ts';
import { shape } from '../act/shape.ts';
import { fetchChunk } from './delivery.ts';
import { type Allowances, spend } from './store/allowances.ts';
import type { ChunkFolder } from './store/chunkfolder.ts';
import { type ChunkPlace, chunksNamed, countChunks, hasChunks, lackingChunks, markHere, neededChunk } from
  './store/chunks.ts';
import { type Sql, transaction } from './store/database.ts';
import { saidErased } from './store/erased.ts';
import { OTHER, OWN, readLogs } from './store/record.ts';
import type { Answer, Asked, Caller, Heard } from './wire.ts';

/** Chunks in one list of those that are lacking, at most. */
export const LACKING_LIMIT = 1024;

/** The share of what the counterpart may bring at once that chunks leave to acts and their parts. */
const FOR_ACTS = 1 / 4;

const LIST = /^\/chunks\/(0|[1-9][0-9]{0,15})\/(0|[1-9][0-9]{0,8})$/;
const ONE = /^\/chunk\/([0-9a-f]{64})$/;
const TEXT = 'text/plain; charset=utf-8';
const DONE: Answer = { status: 200, type: TEXT, body: 'It is held.\n' };
const NOTHING: Answer = { status: 404, type: TEXT, body: 'No such chunk is given out here.\n' };

const lackingShape = shape(
  Type.Object({
    chunks: Type.Array(
      Type.Object({
        index: Type.Integer({ minimum: 0 }),
        n: Type.Integer({ minimum: 0 }),
        sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
      }),
      { maxItems: LACKING_LIMIT },
    ),
  }),
  'delivery-malformed',
);

export interface PorterRoom {
  readonly sql: Sql;
  readonly folder: ChunkFolder;
  readonly now: () => Date;
  /** What the counterpart may bring in a time: a chunk counts by its bytes, as parts do. */
  readonly allowances: Allowances;
  /** Told where it brings more. */
  readonly flooded: () => Promise<void>;
  /** Told once the file of an act is here whole. */
  readonly whole: () => void;
}

type Ask = Caller['ask'];

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export class Porter {
  readonly #room: PorterRoom;
  /** Own chunks that are gone here and that the counterpart has not either: asked for again after the next start. */
  readonly #nowhere = new Set<string>();

  constructor(room: PorterRoom) {
    this.#room = room;
  }

  /** Answers the counterpart, or undefined where the path is none of its own. Refusals are thrown. */
  async answer({ method, path, body }: Asked): Promise<Answer | undefined> {
    const [, idx, n] = LIST.exec(path) ?? [];
    if (method === 'GET' && idx !== undefined) return await this.#lacking({ idx: Number(idx), n: Number(n) });
    const [, sha256] = ONE.exec(path) ?? [];
    if (sha256 === undefined) return undefined;
    if (method === 'GET') return await this.#give(sha256);
    return method === 'PUT' ? await this.#take(sha256, body) : undefined;
  }

  async #lacking(from: ChunkPlace): Promise<Answer> {
    const rows = await lackingChunks(this.#room.sql, OTHER, from, LACKING_LIMIT);
    const chunks = rows.map(({ idx, n, sha256 }) => ({ index: idx, n, sha256 }));
    return { status: 200, type: 'application/json', body: `${JSON.stringify({ chunks })}\n` };
  }

  /** What an act of either side names, and what the counterpart has not said to have erased. */
  async #give(sha256: string): Promise<Answer> {
    const { sql, folder } = this.#room;
    const rows = await chunksNamed(sql, sha256);
    const gone = await saidErased(sql, OTHER, rows.map(({ act }) => act));
    const bytes = rows.some(({ act, here }) => here && !gone.has(act)) ? await folder.read(sha256) : undefined;
    return bytes === undefined ? NOTHING : { status: 200, type: 'application/octet-stream', body: bytes };
  }

  /** A chunk that an act of the counterpart names and that is not here: only these, and only these very bytes. */
  async #take(sha256: string, body: Uint8Array): Promise<Answer> {
    const { sql, folder, now, allowances, flooded, whole } = this.#room;
    const taken = await transaction(sql, async (tx) => {
      await readLogs(tx, true);
      const row = await neededChunk(tx, sha256);
      if (row === undefined) throw refuse('part-unexpected', `A chunk ${sha256} came that no act here names.`);
      if (row.here) return { row, wait: 0 };
      if (body.length !== row.length || hashOf(body) !== sha256) {
        throw refuse('part-mismatch', `${body.length} bytes came as the chunk ${sha256}.`);
      }
      return { row, wait: await spend(tx, allowances, { bytes: body.length }, now(), FOR_ACTS) };
    });
    const { row, wait } = taken;
    if (wait > 0) {
      await flooded();
      throw new Refusal('rate-exceeded', `A chunk of ${body.length} bytes came. Ask again in ${wait} seconds.`, {
        wait,
      });
    }
    if (row.here) return DONE;
    await this.#keep(sha256, body);
    const count = await countChunks(sql, row.log, row.idx);
    // Erased meanwhile: nothing of it stays.
    if (count === undefined) await folder.remove([sha256]);
    else if (count.here === count.pieces) whole();
    return DONE;
  }

  async #keep(sha256: string, bytes: Uint8Array): Promise<void> {
    await this.#room.folder.put(sha256, bytes);
    await markHere(this.#room.sql, [sha256], true);
  }

  /**
   * Brings what the counterpart lacks of own acts, and fetches back what is gone here of them. Ends where there is
   * something else to bring; true where it was not done then.
   */
  async carry(ask: Ask, isWanted: () => boolean): Promise<boolean> {
    if (!(await hasChunks(this.#room.sql, OWN))) return false;
    return (await this.#bring(ask, isWanted)) || (await this.#fetch(ask, isWanted));
  }

  async #bring(ask: Ask, isWanted: () => boolean): Promise<boolean> {
    let from: ChunkPlace = { idx: 0, n: 0 };
    for (;;) {
      const heard = await ask('GET', `/chunks/${from.idx}/${from.n}`);
      // One that knows no files yet: they are brought once it does.
      if (heard.status === 404) return false;
      if (heard.status !== 200) throw unexpected('chunks', heard);
      const { chunks } = lackingShape(readJson(heard));
      for (const { index, sha256 } of chunks) {
        await this.#bringOne(ask, index, sha256);
        if (isWanted()) return true;
      }
      const last = chunks.at(-1);
      if (last === undefined || chunks.length < LACKING_LIMIT) return false;
      from = { idx: last.index, n: last.n + 1 };
    }
  }

  /** Brings a chunk where an own act names it. What lies here under its name and is not it is not here. */
  async #bringOne(ask: Ask, index: number, sha256: string): Promise<void> {
    const { sql, folder } = this.#room;
    const rows = await chunksNamed(sql, sha256);
    if (!rows.some(({ log, idx, here }) => log === OWN && idx === index && here)) return;
    const bytes = await folder.read(sha256);
    if (bytes === undefined || hashOf(bytes) !== sha256) {
      await markHere(sql, [sha256], false);
      return;
    }
    const heard = await ask('PUT', `/chunk/${sha256}`, bytes);
    // Erased there since it was asked for.
    if (heard.status !== 200 && heard.status !== 400) throw unexpected('chunk', heard);
  }

  async #fetch(ask: Ask, isWanted: () => boolean): Promise<boolean> {
    const { sql, whole } = this.#room;
    let from: ChunkPlace = { idx: 0, n: 0 };
    for (;;) {
      const rows = await lackingChunks(sql, OWN, from, LACKING_LIMIT);
      for (const { idx, sha256 } of rows.filter((row) => !this.#nowhere.has(row.sha256))) {
        if (!(await fetchChunk(this.#room, ask, sha256))) this.#nowhere.add(sha256);
        const count = await countChunks(sql, OWN, idx);
        if (count?.here === count?.pieces) whole();
        if (isWanted()) return true;
      }
      const last = rows.at(-1);
      if (last === undefined || rows.length < LACKING_LIMIT) return false;
      from = { idx: last.idx, n: last.n + 1 };
    }
  }
}

function readJson({ body }: Heard): unknown {
  try {
    return JSON.parse(fromUtf8(body) ?? '') as unknown;
  } catch (cause) {
    throw refuse('delivery-malformed', 'The counterpart answered chunks with what is not JSON.', cause);
  }
}

function unexpected(what: string, heard: Heard): Refusal {
  const said = (fromUtf8(heard.body) ?? '').slice(0, 300).trim();
  return refuse('size-conflict', `The counterpart answered ${what} with ${heard.status}: ${said}`);
}
