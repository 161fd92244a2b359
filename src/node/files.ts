// The files of a node: taken in as they are sent, given out as they are read, and the folder kept as the tables say.
import { createHash } from 'node:crypto';
import { CHUNK_LIMIT, CHUNKS_LIMIT, type LargeFile, type NamedChunk, readChunks, readFile } from '../act/file.ts';
import { CHUNKS_PART, FILE_PART, type Part } from '../act/part.ts';
import { Refusal, refuse } from '../act/refusal.ts';
import { isEnvelope } from '../seal/envelope.ts';
import { type NewHash, openFile, sealFile } from '../seal/file.ts';
import type { Screening } from './screening.ts';
import type { ChunkFolder } from './store/chunkfolder.ts';
import { markHere, namesAfter, needed, notHere } from './store/chunks.ts';
import type { Sql } from './store/database.ts';
import { MEANS } from './vault.ts';
import type { ReadFile, SentFile } from './window.files.ts';

/** Files that are sent at once, at most: each holds a few chunks in memory. */
export const SENT_AT_ONCE = 8;
/** Seconds after which it is worth sending again. */
const SOON = 5;
/** Names compared at once with what lies in the folder. */
const STEP = 4096;

const newHash: NewHash = () => createHash('sha256');

/** Bytes of sealed chunks that one official may have sent without a draft: those of one file, and not for ever. */
const DESK_BYTES = CHUNKS_LIMIT * CHUNK_LIMIT;
/** Milliseconds after which chunks that nothing more has followed are taken away. */
const DESK_IDLE = 3_600_000;

/** What one official's desk has sent. */
interface Sending {
  readonly lengths: Map<string, number>;
  bytes: number;
  last: number;
}

export interface FilesRoom {
  readonly sql: Sql;
  readonly now: () => Date;
  readonly folder: ChunkFolder;
  readonly screening: Screening | undefined;
}

export class Files {
  readonly #room: FilesRoom;
  /** Chunks that lie in the folder while no table names them yet: files that are sent, or whose draft is written. */
  readonly #held = new Set<string>();
  readonly #desks = new Map<string, Sending>();
  #sent = 0;

  constructor(room: FilesRoom) {
    this.#room = room;
  }

  /** Seals a file chunk by chunk as it comes, while the operator's program looks at it; nothing of it stays else. */
  async take({ name, type, content }: SentFile): Promise<LargeFile> {
    if (this.#sent >= SENT_AT_ONCE) {
      throw new Refusal('rate-exceeded', `${SENT_AT_ONCE} files are being sent already.`, { wait: SOON });
    }
    this.#sent += 1;
    const { folder, screening } = this.#room;
    const looking = screening?.look();
    const kept: string[] = [];
    const seen = async function* (): AsyncGenerator<Uint8Array> {
      for await (const piece of content) {
        await looking?.see(piece);
        yield piece;
      }
      // Before the last chunk is sealed: a file that is refused never was whole here.
      await looking?.verdict();
    };
    try {
      return await sealFile(MEANS, {
        name,
        type,
        content: seen(),
        newHash,
        put: async (chunk, { sha256 }) => {
          this.#held.add(sha256);
          kept.push(sha256);
          await folder.put(sha256, chunk);
        },
      });
    } catch (cause) {
      looking?.leave();
      await this.#discard(kept);
      throw cause;
    } finally {
      this.#sent -= 1;
    }
  }

  /** Takes a chunk that a desk has sealed. What nothing has followed for an hour goes. */
  async takeChunk(by: string, bytes: Uint8Array): Promise<NamedChunk> {
    if (bytes.length < 17 || bytes.length > CHUNK_LIMIT) {
      throw refuse('input-malformed', `field chunk: A chunk of ${bytes.length} bytes came.`);
    }
    const now = this.#room.now().getTime();
    for (const [one, { lengths, last }] of this.#desks) {
      if (now - last > DESK_IDLE) {
        this.#desks.delete(one);
        await this.#discard([...lengths.keys()]);
      }
    }
    const desk = this.#desks.get(by) ?? { lengths: new Map<string, number>(), bytes: 0, last: now };
    if (desk.bytes + bytes.length > DESK_BYTES) {
      throw refuse('delivery-too-large', `Chunks of more than ${DESK_BYTES} bytes came for one draft.`);
    }
    this.#desks.set(by, desk);
    const sha256 = hashOf(bytes);
    this.#held.add(sha256);
    desk.lengths.set(sha256, bytes.length);
    desk.bytes += bytes.length;
    desk.last = now;
    await this.#room.folder.put(sha256, bytes);
    return { sha256, length: bytes.length };
  }

  /**
   * Writes the draft that carries these chunks: `part-missing` unless that official's desk has sent each of them. What
   * it sent stays afterwards only where a table names it, whether the draft was written or not.
   */
  async claimed<T>(by: string, chunks: readonly NamedChunk[], write: () => Promise<T>): Promise<T> {
    if (chunks.length === 0) return await write();
    const lengths = this.#desks.get(by)?.lengths ?? new Map<string, number>();
    const missing = chunks.find(({ sha256, length }) => lengths.get(sha256) !== length);
    if (missing !== undefined) throw refuse('part-missing', `The chunk ${missing.sha256} of a file did not come.`);
    try {
      return await write();
    } finally {
      this.#desks.delete(by);
      await this.#discard([...lengths.keys()]);
    }
  }

  /** A sealed chunk as it lies here. */
  async chunk(sha256: string): Promise<Uint8Array | undefined> {
    return await this.#room.folder.read(sha256);
  }

  /** Takes away what was taken in and no table names. */
  async drop(chunks: readonly NamedChunk[]): Promise<void> {
    await this.#discard(chunks.map(({ sha256 }) => sha256));
  }

  async #discard(names: readonly string[]): Promise<void> {
    const still = await needed(this.#room.sql, names);
    await this.#room.folder.remove(names.filter((name) => !still.has(name)));
    for (const name of names) this.#held.delete(name);
  }

  /** The file that these parts name; undefined where they name none, or a desk alone can open it. */
  readFrom(parts: readonly Part[]): ReadFile | undefined {
    const [file, chunks] = [FILE_PART, CHUNKS_PART].map((name) => parts.find((part) => part.name === name)?.bytes);
    if (file === undefined || chunks === undefined || isEnvelope(file)) return undefined;
    const told: LargeFile = { file: readFile(file), chunks: readChunks(chunks) };
    const { folder } = this.#room;
    const content = openFile(MEANS, {
      ...told,
      newHash,
      chunk: async ({ sha256 }) => {
        const bytes = await folder.read(sha256);
        if (bytes === undefined) throw refuse('not-found', `Reading the chunk ${sha256}, which is not here.`);
        return bytes;
      },
    });
    return { name: told.file.name, size: told.file.size, content };
  }

  /** After a start: clears away what a crash left half written, and finds which chunks are gone. */
  async look(): Promise<void> {
    const { sql, folder } = this.#room;
    const there = new Set<string>();
    for await (const names of folder.names(true)) for (const name of names) there.add(name);
    for (let after = ''; ; ) {
      const step = await namesAfter(sql, after, STEP);
      const gone = step.filter(({ sha256, here }) => here && !there.has(sha256)).map(({ sha256 }) => sha256);
      if (gone.length > 0) await markHere(sql, gone, false);
      const last = step.at(-1);
      if (last === undefined || step.length < STEP) return;
      after = last.sha256;
    }
  }

  /**
   * Takes away every file that no act and no draft needs any more: after an erasure, and what a crash left. What an act
   * needs and lies here, as after the tables came back from elsewhere, is known to be here again.
   */
  async settle(): Promise<void> {
    const { sql, folder } = this.#room;
    for await (const names of folder.names(false)) {
      for (let at = 0; at < names.length; at += STEP) {
        const step = names.slice(at, at + STEP).filter((name) => !this.#held.has(name));
        const still = await needed(sql, step);
        await folder.remove(step.filter((name) => !still.has(name)));
        for (const name of await notHere(sql, [...still])) {
          const bytes = await folder.read(name);
          if (bytes !== undefined && hashOf(bytes) === name) await markHere(sql, [name], true);
        }
      }
    }
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
