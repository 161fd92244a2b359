// The list of erased acts in the home, beside the database: what an old backup brings back is erased by it at once.
import { open, readFile } from 'node:fs/promises';

const ACT = /^[A-Za-z0-9_-]{43}$/;

/** The acts of which this node has ever erased the parts, by id, one a line. */
export interface ErasedList {
  readonly read: () => Promise<readonly string[]>;
  /** Durable when it returns. */
  readonly add: (acts: readonly string[]) => Promise<void>;
}

/** The list in the file `path`; a line that is no id is passed over. */
export function erasedListIn(path: string): ErasedList {
  const read = async (): Promise<readonly string[]> => {
    const text = await readFile(path, 'utf8').catch((cause: unknown) => {
      if ((cause as { code?: string }).code === 'ENOENT') return '';
      throw cause;
    });
    return text.split('\n').filter((line) => ACT.test(line));
  };
  return {
    read,
    add: async (acts) => {
      const known = new Set(await read());
      const fresh = acts.filter((act) => !known.has(act));
      if (fresh.length === 0) return;
      const file = await open(path, 'a', 0o600);
      await file.appendFile(fresh.map((act) => `${act}\n`).join(''));
      await file.sync().finally(() => file.close());
    },
  };
}
