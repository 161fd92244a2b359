// One question for all who ask it in the same turn of the event loop: each gets what was read after it had asked.
import { setImmediate } from 'node:timers/promises';
import type { Sql } from './database.ts';

/** A read that is sent at the end of the present turn, once for all who asked for it until then. */
export function together<Found>(read: (sql: Sql) => Promise<Found>): (sql: Sql) => Promise<Found> {
  const asked = new WeakMap<Sql, Promise<Found>>();
  const send = async (sql: Sql): Promise<Found> => {
    await setImmediate();
    // Whoever asks from here on is after what is being read.
    asked.delete(sql);
    return await read(sql);
  };
  return async (sql) => {
    const begun = asked.get(sql) ?? send(sql);
    asked.set(sql, begun);
    return await begun;
  };
}
