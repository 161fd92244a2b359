// The public window in tests: the record of a side under the role of the public, on whatever server the tests have.
import { openPublic, type PublicRecord } from '../../src/node/public.ts';
import { connect, type Place, type Sql } from '../../src/node/store/database.ts';
import { PUBLIC_ROLE, publicPlace } from '../../src/node/store/published.ts';
import { vouchingOf } from '../../src/node/proofs.ts';
import { openIdentity } from '../../src/node/identity.ts';
import { AREAS } from '../../src/areas/index.ts';
import type { Pair, Side } from '../twin/pair.ts';

const PASSWORD = 'of-the-tests';

/** The address of the same database under the role of the public, as an operator gives it; none on our own server. */
async function addressOf(place: Place, sql: Sql): Promise<string | undefined> {
  if (!('url' in place)) return undefined;
  const [found] = await sql`select 1 from pg_roles where rolname = ${PUBLIC_ROLE}`;
  const what = found === undefined ? 'create role' : 'alter role';
  await sql.unsafe(`${what} ${PUBLIC_ROLE} login password '${PASSWORD}'`);
  const url = new URL(place.url);
  url.username = PUBLIC_ROLE;
  url.password = PASSWORD;
  return url.href;
}

export interface Everyone {
  readonly record: PublicRecord;
  /** A connection of the role, on which nothing but its rights stands in the way. */
  readonly sql: Sql;
  readonly stop: () => Promise<void>;
}

/** Opens the public record of a side of a pair. */
export async function openEveryone(pair: Pair, side: Side): Promise<Everyone> {
  const { running, home, database } = { ...pair.seats[side], running: pair.node(side) };
  const settings = pair.settings[side];
  const now = (): Date => new Date(running.node.now());
  const identity = await openIdentity(home, settings, now());
  const url = await addressOf(database.place, running.sql);
  const { record, stop } = await openPublic({
    sql: running.sql,
    place: database.place,
    url,
    side,
    other: identity.counterpart.side,
    exercise: true,
    agreement: running.node.agreement,
    areas: AREAS,
    policies: vouchingOf(identity, settings),
    roots: identity.roots,
    now,
    subscribe: running.node.subscribe,
    say: () => undefined,
  });
  const sql = connect(url === undefined ? publicPlace(database.place, PUBLIC_ROLE) : { url }, { max: 1 });
  return {
    record,
    sql,
    stop: async () => {
      await stop();
      await sql.end({ timeout: 5 });
      identity.ring.close();
    },
  };
}

/** Waits until what both sides have said is public here, or is not. */
export async function published(everyone: Everyone, isThere: () => Promise<boolean>, limit = 10_000): Promise<void> {
  const until = Date.now() + limit;
  while (!(await isThere())) {
    if (Date.now() > until) throw new Error(`everyone: not public at ${everyone.record.side} in ${limit} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
