// What the counterpart may cause here in a time: a bucket for each thing it brings, refilled by the hour.
import type { Asking, Tx } from './database.ts';
import { OTHER } from './record.ts';

/** What may come at once, and what more with each hour. */
export interface Allowance {
  readonly burst: number;
  readonly hourly: number;
}

/** What is counted: entries, bytes of entries and parts, checkpoints to be cosigned. */
export type Counted = 'entries' | 'bytes' | 'checkpoints';

/** What a counterpart may bring of each. */
export type Allowances = Readonly<Record<Counted, Allowance>>;

/**
 * Unless settings say otherwise: at once what brings a record of two million acts back, since the other side brings its
 * log anew where a disk was lost; and then more than two states have to say to each other.
 */
export const ALLOWANCES: Allowances = {
  entries: { burst: 2_000_000, hourly: 20_000 },
  bytes: { burst: 8 * 1024 ** 3, hourly: 256 * 1024 ** 2 },
  checkpoints: { burst: 100_000, hourly: 10_000 },
};

/** The row that says when more came last than was left. */
const FLOOD = 'flood';
const HOUR = 3_600_000;

interface Bucket {
  readonly name: string;
  readonly spare: number;
  readonly at: Date;
}

/** What one delivery takes of each. */
export type Cost = Readonly<Partial<Record<Counted, number>>>;

/**
 * Takes the cost where all of it is left, and gives 0; else takes nothing and gives the seconds after which it will be
 * left. A piece larger than all that may ever be left is taken once the bucket is full, and paid off afterwards: so
 * something always comes through, whatever the limits are. `spared` is the share of all that must be left after it, for
 * what matters more. The head of the log must be locked.
 */
export async function spend(tx: Tx, allowances: Allowances, cost: Cost, now: Date, spared = 0): Promise<number> {
  const held = await readBuckets(tx);
  const after: Bucket[] = [];
  let wait = 0;
  for (const [name, amount] of Object.entries(cost) as [Counted, number][]) {
    const { burst, hourly } = allowances[name];
    const bucket = held.find((one) => one.name === name);
    // A clock set back refills nothing; one set forward fills the bucket and no more.
    const passed = bucket === undefined ? 0 : Math.max(0, now.getTime() - bucket.at.getTime());
    const spare = bucket === undefined ? burst : Math.min(burst, bucket.spare + (passed / HOUR) * hourly);
    const lacks = Math.min(amount, burst * (1 - spared)) + burst * spared - spare;
    if (lacks > 0) wait = Math.max(wait, Math.ceil((lacks / hourly) * 3600));
    after.push({ name, spare: spare - amount, at: now });
  }
  if (wait === 0) for (const bucket of after) await writeBucket(tx, bucket);
  return wait;
}

async function readBuckets(sql: Asking): Promise<readonly Bucket[]> {
  return await sql<Bucket[]>`select name, spare, at from allowances where log = ${OTHER}`;
}

async function writeBucket(sql: Asking, { name, spare, at }: Bucket): Promise<void> {
  await sql`insert into allowances (log, name, spare, at) values (${OTHER}, ${name}, ${spare}, ${at})
    on conflict (log, name) do update set spare = excluded.spare, at = excluded.at`;
}

/** Notes that more came than was left. Gives when that was so before. */
export async function noteFlood(sql: Asking, now: Date): Promise<Date | undefined> {
  const before = await lastFlood(sql);
  await writeBucket(sql, { name: FLOOD, spare: 0, at: now });
  return before;
}

/** When more came last than was left. */
export async function lastFlood(sql: Asking): Promise<Date | undefined> {
  return (await readBuckets(sql)).find(({ name }) => name === FLOOD)?.at;
}
