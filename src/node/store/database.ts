// The database of a node: how it is reached, brought to the newest shape, and told apart when it fails.
import { readdir, readFile } from 'node:fs/promises';
import postgres from 'postgres';
import { Refusal, refuse } from '../../act/refusal.ts';

export type Sql = postgres.Sql<{ bigint: number }>;
export type Tx = postgres.TransactionSql<{ bigint: number }>;
/** Whatever can be asked: the pool, or one transaction. */
export type Asking = Sql | Tx;

/** Where a database is: a URL, or the socket of an embedded cluster. */
export type Place =
  | { readonly url: string }
  | { readonly host: string; readonly port: number; readonly user: string; readonly database: string };

const MIGRATIONS = new URL('./migrations/', import.meta.url);
/** Connections of one node. Half of what the embedded cluster allows. */
export const POOL_LIMIT = 20;

// int8 as a number: indexes and sizes stay within 2^53, and a larger one must not be rounded in silence.
const bigint = {
  to: 20,
  from: [20],
  serialize: (value: number) => String(value),
  parse: (text: string): number => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new Error(`database: ${text} is beyond 2^53`);
    return value;
  },
};

/** How a pool differs from that of a node: fewer connections, and what each of them is told first. */
export interface PoolOptions {
  readonly max?: number;
  readonly connection?: Readonly<Record<string, string | number | boolean>>;
}

/** A pool to that database. Nothing is connected until something is asked. */
export function connect(place: Place, { max = POOL_LIMIT, connection = {} }: PoolOptions = {}): Sql {
  const options = {
    max,
    connection: { ...connection },
    idle_timeout: 60,
    connect_timeout: 10,
    onnotice: () => undefined,
    types: { bigint },
    transform: { undefined: null },
  };
  if (!('url' in place)) return postgres({ ...place, ...options });
  const { url, ...socket } = socketIn(place.url);
  return postgres(url, { ...options, ...socket });
}

/** `?host=/folder&port=N` names a socket, as in every other client; the driver would send both to the server. */
function socketIn(given: string): { readonly url: string; readonly host?: string; readonly port?: number } {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const host = url?.searchParams.get('host');
  if (url === undefined || host?.startsWith('/') !== true) return { url: given };
  const port = Number(url.searchParams.get('port') ?? 5432);
  for (const name of ['host', 'port']) url.searchParams.delete(name);
  return { url: url.href, host, port };
}

/** Names of the migrations, in order. */
export async function migrations(): Promise<readonly string[]> {
  return (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).sort();
}

/**
 * Brings the database to the newest shape, or to that of the migrations named, as a backup was made with; each
 * migration in its own transaction, recorded with it. `backup-invalid` where one of those named is not known here, or
 * the database has already gone beyond them; `database-newer` where a newer program has.
 */
export async function migrate(sql: Sql, only?: readonly string[]): Promise<void> {
  await sql`create table if not exists migrations (name text primary key, at timestamptz not null default now())`;
  const done = new Set((await sql<{ name: string }[]>`select name from migrations`).map((row) => row.name));
  const known = await migrations();
  const asked = only ?? known;
  const isStrange = (name: string): boolean => !asked.includes(name) || !known.includes(name);
  const newer = [...done].filter((name) => !known.includes(name)).sort();
  if (only === undefined && newer.length > 0) {
    const program = 'The database was migrated by a newer Servanda';
    throw refuse('database-newer', `${program}: ${newer.join(', ')} is not known here.`);
  }
  const strange = only === undefined ? [] : [...only, ...done].filter(isStrange);
  if (strange.length > 0) throw refuse('backup-invalid', `The migration ${strange[0]} stands on one side alone.`);
  for (const name of known.filter((file) => !done.has(file) && asked.includes(file))) {
    const text = await readFile(new URL(name, MIGRATIONS), 'utf8');
    await sql.begin(async (tx) => {
      await tx.unsafe(text);
      await tx`insert into migrations (name) values (${name})`;
    });
  }
}

/** 25006: the server takes no writes, as a standby before it is promoted. */
const UNREACHABLE = /^(CONNECT|ECONN|ENOENT|EPIPE|57P0|08|53|25006)/;

/**
 * Runs `work` in one transaction. A database that is gone is `database-unavailable`; a refusal inside undoes all.
 * Plans are made anew: one made while a table was small and unknown to PostgreSQL would be kept, and read it whole
 * while a burst makes it large.
 */
export async function transaction<T>(sql: Sql, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return (await sql.begin(async (tx) => {
      const [, done] = await Promise.all([tx`set local plan_cache_mode = force_custom_plan`.execute(), work(tx)]);
      return done;
    })) as T;
  } catch (cause) {
    throw asRefusal(cause);
  }
}

/** Turns the driver's error for a lost or full database into the refusal that says so. */
export function asRefusal(cause: unknown): unknown {
  if (cause instanceof Refusal) return cause;
  const code = (cause as { code?: unknown }).code;
  if (typeof code === 'string' && UNREACHABLE.test(code)) {
    return refuse('database-unavailable', `Asking the database failed with ${code}.`, cause);
  }
  return cause;
}

/** Creates the database `name` on the server of `admin` unless it is there. */
export async function ensureDatabase(admin: Sql, name: string): Promise<void> {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name)) throw new Error(`database: ${name} is no name`);
  const found = await admin`select 1 from pg_database where datname = ${name}`;
  if (found.length > 0) return;
  try {
    await admin.unsafe(`create database ${name}`);
  } catch (cause) {
    // Another process may have made it in between: 42P04 is duplicate_database.
    if ((cause as { code?: string }).code !== '42P04') throw asRefusal(cause);
  }
}
