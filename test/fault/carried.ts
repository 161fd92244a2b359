// The command line in this process, on the home and database of a side of a pair: what an operator does beside a node.
import { main } from '../../src/main.ts';
import { type Place } from '../../src/node/store/database.ts';
import type { Pair, Side } from '../twin/pair.ts';

/** A place as DATABASE_URL says it. */
export function urlOf(place: Place): string {
  if ('url' in place) return place.url;
  const socket = `host=${encodeURIComponent(place.host)}&port=${place.port}`;
  return `postgresql://${place.user}@localhost/${place.database}?${socket}`;
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command on the home of a side, whether its node runs or not. */
export async function operate(pair: Pair, side: Side, args: readonly string[], home?: string): Promise<Ran> {
  const { database, home: own } = pair.seats[side];
  const out: string[] = [];
  const err: string[] = [];
  const code = await main([...args, '--home', home ?? own], {
    env: { DATABASE_URL: urlOf(database.place) },
    cwd: own,
    print: (line) => out.push(line),
    say: (line) => err.push(line),
    secret: async () => await Promise.resolve(undefined),
    ended: new Promise(() => undefined),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}
