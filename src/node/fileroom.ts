// The file room: how large files are taken in, carried to the other node, given out and forgotten.
import { fileName, fileType, readChunks } from '../act/file.ts';
import { CHUNKS_PART, type Part } from '../act/part.ts';
import { refuse } from '../act/refusal.ts';
import type { Official } from '../agreement/official.ts';
import type { Viewer } from '../agreement/sight.ts';
import type { Desk } from './desk.ts';
import { type Eyes, eyesOf, readable } from './eyes.ts';
import { Files } from './files.ts';
import type { OwnNode } from './ownnode.ts';
import { Porter } from './porter.ts';
import type { Reader } from './reader.ts';
import type { Ground } from './rooms.ts';
import { ALLOWANCES } from './store/allowances.ts';
import { chunkFolderAt } from './store/chunkfolder.ts';
import { chunkAt, countChunks } from './store/chunks.ts';
import type { Sql } from './store/database.ts';
import { findAct } from './store/record.ts';

/** What keeps files, and what carries them. */
export interface FileRooms {
  readonly files: Files;
  readonly porter: Porter;
  /** Takes away the chunks that the parts of a draft name: nothing else does any more. */
  readonly forget: (parts: readonly Part[]) => Promise<void>;
}

export function fileRoomsOf(
  { sql, files: path, screening, settings, now, bell }: Ground,
  flooded: () => Promise<void>,
): FileRooms {
  const folder = chunkFolderAt(path);
  const files = new Files({ sql, folder, screening, now });
  const allowances = settings.allowances ?? ALLOWANCES;
  const porter = new Porter({ sql, folder, now, allowances, flooded, whole: () => bell.ring('record') });
  const forget: FileRooms['forget'] = async (parts) => {
    const told = parts.find(({ name }) => name === CHUNKS_PART);
    if (told !== undefined) await files.drop(readChunks(told.bytes));
  };
  return { files, porter, forget };
}

export interface LargeFilesRoom {
  readonly sql: Sql;
  readonly files: Files;
  readonly desk: Desk;
  readonly reader: (eyes: Eyes) => Reader;
}

function requireWriter(by: Official): void {
  const mayWrite = by.roles.includes('drafter') || (by.roles.includes('duty-officer') && by.program !== true);
  if (!mayWrite) throw refuse('role-missing', `${by.name} sends a file for a draft of ${by.body}.`);
}

/** Files as the windows see them. */
export function largeFilesOf({ sql, files, desk, reader }: LargeFilesRoom): OwnNode['files'] {
  const eyes = (viewer: Viewer | undefined): Eyes => eyesOf(sql, viewer ?? 'node');
  const entryAt = async (side: string, index: number, viewer: Viewer | undefined) => {
    const shown = await reader(eyes(viewer)).at(side, index);
    return shown === undefined ? undefined : await findAct(sql, shown.act.id);
  };
  const draftFor = async (id: string, viewer: Viewer | undefined) => {
    const draft = await desk.get(id);
    return draft === undefined ? undefined : (await readable(sql, eyes(viewer), [draft]))[0];
  };
  return {
    take: async (by, { name, type, content }) => {
      requireWriter(by);
      return await files.take({ name: fileName(name), type: fileType(type), content });
    },
    takeChunk: async (by, bytes) => {
      requireWriter(by);
      return await files.takeChunk(by.id, bytes);
    },
    drop: async ({ chunks }) => await files.drop(chunks),
    chunk: async (side, index, n, viewer) => {
      const entry = await entryAt(side, index, viewer);
      const named = entry === undefined ? undefined : await chunkAt(sql, entry.log, entry.idx, n);
      return named?.here === true ? await files.chunk(named.sha256) : undefined;
    },
    draftChunk: async (id, n, viewer) => {
      const told = (await draftFor(id, viewer))?.parts.find(({ name }) => name === CHUNKS_PART);
      const named = told === undefined ? undefined : readChunks(told.bytes)[n];
      return named === undefined ? undefined : await files.chunk(named.sha256);
    },
    pieces: async (side, index, viewer) => {
      const entry = await entryAt(side, index, viewer);
      return entry === undefined ? undefined : await countChunks(sql, entry.log, entry.idx);
    },
    read: async (side, index, viewer) => {
      const entry = await entryAt(side, index, viewer);
      const count = entry === undefined ? undefined : await countChunks(sql, entry.log, entry.idx);
      if (entry === undefined || count === undefined || count.here < count.pieces) return undefined;
      return files.readFrom(await reader(eyes(viewer)).parts(entry));
    },
    readDraft: async (id, viewer) => {
      const draft = await draftFor(id, viewer);
      return draft === undefined ? undefined : files.readFrom(draft.parts);
    },
  };
}
