// What the windows see of large files: how one is taken in as it comes, how far it is here, how it is given out.
import type { LargeFile, NamedChunk } from '../act/file.ts';
import type { Official } from '../agreement/official.ts';
import type { Viewer } from '../agreement/sight.ts';

/** A file as somebody sends it: what it is called and said to be, and its bytes as they come. */
export interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** How far the file of an act is here: chunks come after the act, and one by one. */
export interface Pieces {
  readonly pieces: number;
  readonly here: number;
}

/** A file to read. `content` throws `envelope-invalid` where it is not the one that its act names. */
export interface ReadFile {
  readonly name: string;
  readonly size: number;
  readonly content: AsyncIterable<Uint8Array>;
}

export interface LargeFiles {
  /**
   * Takes in a file that a drafter sends: screened and sealed as it comes, never whole in memory. It is kept once a
   * draft carries it, and dropped otherwise. `role-missing`, `upload-refused`, `delivery-too-large`, `rate-exceeded`.
   */
  readonly take: (by: Official, sent: SentFile) => Promise<LargeFile>;
  /** Takes a chunk that the official's browser has sealed, for the draft that it sends next. */
  readonly takeChunk: (by: Official, bytes: Uint8Array) => Promise<NamedChunk>;
  /** A sealed chunk of the act at that place, by its number; undefined where it is not here. */
  readonly chunk: (side: string, index: number, n: number, viewer: Viewer) => Promise<Uint8Array | undefined>;
  readonly draftChunk: (draft: string, n: number, viewer: Viewer) => Promise<Uint8Array | undefined>;
  /** Takes away what was taken in, unless a draft carries it. */
  readonly drop: (file: LargeFile) => Promise<void>;
  /** Of the act at that place, as far as the viewer may see it; undefined where it carries no file. */
  readonly pieces: (side: string, index: number, viewer: Viewer) => Promise<Pieces | undefined>;
  /**
   * The file of the act at that place, for a viewer who may read its parts, as it is written down that they did.
   * Undefined where it carries none, not all of it is here, or no node can open it.
   */
  readonly read: (side: string, index: number, viewer: Viewer) => Promise<ReadFile | undefined>;
  /** The file of a draft that the viewer may see. */
  readonly readDraft: (draft: string, viewer: Viewer) => Promise<ReadFile | undefined>;
}
