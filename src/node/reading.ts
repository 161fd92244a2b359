// The reading room: what is new in the record to an official, until they have opened it or said that they read it.
import type { Viewer } from '../agreement/sight.ts';
import type { ActFilter, ShownAct } from '../area.ts';
import type { Sql } from './store/database.ts';
import { actsRead, keepRead, keepReadUpTo, readUpTo } from './store/reading.ts';
import { type LogNumber, readLogs } from './store/record.ts';
import type { ReadingRoom } from './window.ts';

export interface ReadingGround {
  readonly sql: Sql;
  /** Acts that a viewer may see. */
  readonly acts: (filter: ActFilter, viewer: Viewer) => Promise<readonly ShownAct[]>;
  readonly now: () => Date;
}

/** Each official has read what they have: nothing here is an act, and the counterpart learns nothing of it. */
export function readingOf({ sql, acts, now }: ReadingGround): ReadingRoom {
  const newIn = async (
    official: string,
    log: { readonly log: LogNumber; readonly side: string },
    { size, limit, viewer }: { readonly size: number; readonly limit: number; readonly viewer: Viewer },
  ): Promise<readonly ShownAct[]> => {
    const read = new Set(await actsRead(sql, official, log.log, size));
    const found = await acts({ side: log.side, after: size - 1, limit: limit + read.size }, viewer);
    return found.filter(({ act }) => !read.has(act.index)).slice(0, limit);
  };
  return {
    fresh: async ({ id }, limit, viewer) => {
      const logs = await readLogs(sql);
      const marks = await readUpTo(sql, id);
      const markOf = (log: LogNumber): number => marks.find(({ of_log }) => of_log === log)?.size ?? 0;
      const found = await Promise.all(
        logs.map(async (log) => await newIn(id, log, { size: markOf(log.log), limit: limit + 1, viewer })),
      );
      const newest = found.flat().toSorted((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1));
      return {
        acts: newest.slice(0, limit),
        more: newest.length > limit,
        since: marks.map(({ at }) => at.toISOString()).sort((a, b) => (a < b ? -1 : 1)).at(-1),
        upTo: Object.fromEntries(logs.map(({ side, size }) => [side, size])),
      };
    },
    read: async ({ id }, side, index) => {
      const log = (await readLogs(sql)).find((one) => one.side === side);
      if (log === undefined || index >= log.size) return;
      const mark = (await readUpTo(sql, id)).find(({ of_log }) => of_log === log.log)?.size ?? 0;
      if (index >= mark) await keepRead(sql, id, { log: log.log, idx: index }, now());
    },
    readAll: async ({ id }, upTo) => {
      const at = now();
      const logs = await readLogs(sql);
      await sql.begin(async (one) => {
        for (const { log, side, size } of logs) {
          await keepReadUpTo(one, id, { log, size: Math.min(size, Math.max(0, upTo[side] ?? 0)) }, at);
        }
      });
    },
  };
}
