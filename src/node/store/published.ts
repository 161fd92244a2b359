// What is public, in tables: under which markings, the role that reads what stands under them, and what it may reach.
import { refuse } from '../../act/refusal.ts';
import type { Asking, Place, Sql, Tx } from './database.ts';
import type { LogNumber } from './record.ts';

/** The schema whose views are the public record. */
export const PUBLIC_SCHEMA = 'public_window';

/** What the role of the public window may read, all of it in that schema. */
const VIEWS = [
  'entries',
  'parts',
  'spoken_under',
  'referring',
  'subjects',
  'rows',
  'logs',
  'tiles',
  'checkpoints',
  'cosignatures',
  'comparison',
] as const;

/** The one function it may call. */
const OFFER = 'offer(text, text, text, text, text, text, text, text, timestamptz)';

/** The role in an embedded cluster, whose socket is its password; on another server the operator names one. */
export const PUBLIC_ROLE = 'servanda_public';

const NAME = /^[A-Za-z_][A-Za-z0-9_$-]{0,62}$/;

/** The same database under that role. */
export function publicPlace(place: Place, role: string): Place {
  return 'url' in place ? place : { ...place, user: role };
}

/** Makes the role where it is not there: without a password, for a server that is reached by its socket alone. */
export async function ensurePublicRole(sql: Sql): Promise<void> {
  const found = await sql`select 1 from pg_roles where rolname = ${PUBLIC_ROLE}`;
  if (found.length > 0) return;
  try {
    await sql.unsafe(`create role ${PUBLIC_ROLE} login nosuperuser nocreatedb nocreaterole noinherit`);
  } catch (cause) {
    // Another node of the same server may have made it in between: 42710, or 23505 where both were at it at once.
    if (!['42710', '23505'].includes(String((cause as { code?: unknown }).code))) throw cause;
  }
}

/** Gives the role what the public window needs, and nothing else. */
export async function grantPublic(sql: Sql, role: string): Promise<void> {
  if (!NAME.test(role)) throw refuse('public-role-unfit', `The role ${JSON.stringify(role)} has no plain name.`);
  const to = `"${role}"`;
  try {
    await sql.begin(async (tx) => {
      await tx.unsafe(`grant usage on schema ${PUBLIC_SCHEMA} to ${to}`);
      for (const view of VIEWS) await tx.unsafe(`grant select on ${PUBLIC_SCHEMA}.${view} to ${to}`);
      await tx.unsafe(`grant execute on function ${PUBLIC_SCHEMA}.${OFFER} to ${to}`);
    });
  } catch (cause) {
    // 42704: no such role. 23505 and XX000: another node of one server grants at the same instant; it is done then.
    const code = String((cause as { code?: unknown }).code);
    if (code === '42704') throw refuse('public-role-unfit', `There is no role ${role} on the server.`, cause);
    throw cause;
  }
}

/**
 * Refuses a role that could read or write more than the public record: one that is the node's own, that rules the
 * server, or that was given anything beside. `sql` is a connection of that role, under whose eyes it is asked.
 */
export async function requireNarrow(sql: Sql): Promise<void> {
  const [self] = await sql<{ name: string; rules: boolean }[]>`select current_user as name,
    rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls as rules
    from pg_roles where rolname = current_user`;
  const name = self?.name ?? '';
  if (self === undefined || self.rules) throw refuse('public-role-unfit', `The role ${name} rules the server.`);
  const wide = await sql<{ what: string }[]>`
    select n.nspname || '.' || c.relname as what from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema')
      and (has_table_privilege(c.oid, 'insert, update, delete, truncate')
        or (n.nspname <> ${PUBLIC_SCHEMA} and has_table_privilege(c.oid, 'select')))
    union all
    select 'the server’s ' || rolname from pg_roles
    where rolname in ('pg_read_all_data', 'pg_write_all_data', 'pg_read_server_files', 'pg_execute_server_program')
      and pg_has_role(oid, 'member')
    limit 1`;
  if (wide[0] !== undefined) throw refuse('public-role-unfit', `The role ${name} has rights on ${wide[0].what}.`);
}

/** Keeps under which markings acts are public, and those alone. */
export async function publish(tx: Tx, markings: readonly string[]): Promise<void> {
  await tx`delete from published where log = 0 and marking <> all(${[...markings]}::text[])`;
  await tx`insert into published (log, marking)
    select 0, * from unnest(${[...markings]}::text[]) on conflict do nothing`;
}

/** Whether both records agree, as of which sizes; undefined before the first comparison. */
export async function readComparison(
  sql: Asking,
): Promise<{ own: number; other: number; at: Date; agrees: boolean } | undefined> {
  const [row] = await sql<{ own: number; other: number; at: Date; agrees: boolean }[]>`
    select own, other, at, agrees from comparison`;
  return row;
}

/** Subjects of a register of which something is public. */
export async function publicSubjects(sql: Asking, register: string): Promise<readonly string[]> {
  const rows = await sql<{ subject: string }[]>`select distinct subject from subjects
    where log in (0, 1) and register = ${register}`;
  return rows.map((row) => row.subject);
}

/** Public acts of a side: how many, and one more than the index of the newest. */
export async function publicCount(sql: Asking, log: LogNumber): Promise<{ count: number; end: number }> {
  const [row] = await sql<{ count: number; end: number }[]>`
    select count(*) as count, coalesce(max(idx) + 1, 0) as end from entries where log = ${log}`;
  return row ?? { count: 0, end: 0 };
}

/** Public acts of both logs by the month (UTC) in which they were recorded here, from that day on. */
export async function publicMonths(
  sql: Asking,
  from: string,
): Promise<readonly { log: LogNumber; month: string; count: number }[]> {
  return await sql<{ log: LogNumber; month: string; count: number }[]>`
    select log, to_char(at at time zone 'UTC', 'YYYY-MM') as month, count(*) as count
    from entries where log in (0, 1) and at >= ${from}::date at time zone 'UTC' group by 1, 2`;
}
