// Chunks as files of the home: each under the SHA-256 of its bytes, durable before anything says that it is there.
import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CHUNK_LIMIT } from '../../act/file.ts';
import { refuse } from '../../act/refusal.ts';

const NAME = /^[0-9a-f]{64}$/;
const FOLDER = /^[0-9a-f]{2}$/;
const codeOf = (cause: unknown): string => (cause as { code?: string }).code ?? '';

/** Where the chunks of one home lie: `<first two of the hash>/<hash>`. */
export interface ChunkFolder {
  readonly path: string;
  /** Durable when it returns, under its name; a reader finds the whole chunk or none. `database-unavailable`. */
  readonly put: (sha256: string, bytes: Uint8Array) => Promise<void>;
  /** Its bytes as they lie there, whatever they are; undefined where there are none. */
  readonly read: (sha256: string) => Promise<Uint8Array | undefined>;
  readonly remove: (names: Iterable<string>) => Promise<void>;
  /** Every name that lies there, folder by folder. What is no chunk, as a write broken off leaves it, is taken away. */
  readonly names: (tidy: boolean) => AsyncGenerator<readonly string[]>;
  /** Puts a chunk into another folder as well, without a second copy where the disk allows; false where it is gone. */
  readonly share: (sha256: string, to: ChunkFolder) => Promise<boolean>;
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}

/** Writes a chunk under a passing name, and gives it its own once it is durable. */
async function write(folder: string, sha256: string, bytes: Uint8Array): Promise<void> {
  const fresh = join(folder, `${sha256}.${randomBytes(6).toString('hex')}.new`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = await open(fresh, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, join(folder, sha256));
    await syncFolder(folder);
  } catch (cause) {
    await rm(fresh, { force: true });
    if (!['ENOSPC', 'EDQUOT', 'EROFS'].includes(codeOf(cause))) throw cause;
    throw refuse('database-unavailable', `Keeping a chunk of a file failed with ${codeOf(cause)}.`, cause);
  }
}

/** The names in the folders of `path`; with `tidy`, what is no chunk is taken away. */
async function* namesIn(path: string, tidy: boolean): AsyncGenerator<readonly string[]> {
  const folders = await readdir(path).catch((cause: unknown) => {
    if (codeOf(cause) === 'ENOENT') return [];
    throw cause;
  });
  for (const folder of folders.filter((name) => FOLDER.test(name)).sort()) {
    const there = await readdir(join(path, folder));
    const strange = tidy ? there.filter((name) => !NAME.test(name)) : [];
    for (const name of strange) await rm(join(path, folder, name), { force: true, recursive: true });
    yield there.filter((name) => NAME.test(name) && name.startsWith(folder)).sort();
  }
}

/** The chunks below `path`. Nothing is made until one is put. */
export function chunkFolderAt(path: string): ChunkFolder {
  const folderOf = (sha256: string): string => {
    if (!NAME.test(sha256)) throw new Error(`chunks: ${sha256.slice(0, 80)} is no hash`);
    return join(path, sha256.slice(0, 2));
  };
  const placeOf = (sha256: string): string => join(folderOf(sha256), sha256);
  const read: ChunkFolder['read'] = async (sha256) => {
    try {
      // A file that has grown is none of ours, and is not read whole to find that out.
      if ((await stat(placeOf(sha256))).size > CHUNK_LIMIT) return new Uint8Array();
      return new Uint8Array(await readFile(placeOf(sha256)));
    } catch (cause) {
      if (codeOf(cause) === 'ENOENT') return undefined;
      throw cause;
    }
  };
  return {
    path,
    put: async (sha256, bytes) => await write(folderOf(sha256), sha256, bytes),
    read,
    remove: async (names) => {
      for (const name of names) await rm(placeOf(name), { force: true });
    },
    names: (tidy) => namesIn(path, tidy),
    share: async (sha256, to) => {
      const there = join(to.path, sha256.slice(0, 2));
      await mkdir(there, { recursive: true, mode: 0o700 });
      try {
        await link(placeOf(sha256), join(there, sha256));
        return true;
      } catch (cause) {
        if (codeOf(cause) === 'ENOENT') return false;
        if (codeOf(cause) === 'EEXIST') return true;
        // Another disk, or one without links: a copy, one chunk at a time.
        const bytes = await read(sha256);
        if (bytes !== undefined) await to.put(sha256, bytes);
        return bytes !== undefined;
      }
    },
  };
}
