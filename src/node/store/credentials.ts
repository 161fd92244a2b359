// How people and programs show who they are, in tables: passkeys, one-time codes, keys of programs, what is spent.
import type { Asking } from './database.ts';

export interface PasskeyRow {
  readonly id: string;
  readonly person: string;
  readonly key: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
}

export async function readPasskey(sql: Asking, id: string): Promise<PasskeyRow | undefined> {
  const [row] = await sql<PasskeyRow[]>`select id, person, key, counter, transports from passkeys
    where log = 0 and id = ${id} and ended_at is null`;
  return row;
}

export async function passkeysOf(sql: Asking, person: string): Promise<readonly PasskeyRow[]> {
  return await sql<PasskeyRow[]>`select id, person, key, counter, transports from passkeys
    where log = 0 and person = ${person} and ended_at is null order by at limit 50`;
}

/** False where a passkey of that id is known already, of whomever. */
export async function insertPasskey(sql: Asking, row: PasskeyRow, at: Date): Promise<boolean> {
  const done = await sql`insert into passkeys (log, id, person, key, counter, transports, at)
    values (0, ${row.id}, ${row.person}, ${row.key}, ${row.counter}, ${[...row.transports]}, ${at})
    on conflict do nothing`;
  return done.count === 1;
}

export async function countPasskey(sql: Asking, id: string, counter: number, at: Date): Promise<void> {
  await sql`update passkeys set counter = ${counter}, used_at = ${at} where log = 0 and id = ${id}`;
}

/** Ends every passkey of a person; gives how many. */
export async function endPasskeys(sql: Asking, person: string, at: Date): Promise<number> {
  return (await sql`update passkeys set ended_at = ${at} where log = 0 and person = ${person} and ended_at is null`)
    .count;
}

export async function insertInvitation(
  sql: Asking,
  row: { readonly digest: Uint8Array; readonly person: string; readonly at: Date; readonly until: Date },
): Promise<void> {
  await sql`insert into invitations (log, digest, person, at, until)
    values (0, ${row.digest}, ${row.person}, ${row.at}, ${row.until})`;
}

/** Whether that code of `person` is good at `now`. */
export async function findInvitation(sql: Asking, digest: Uint8Array, person: string, now: Date): Promise<boolean> {
  const rows = await sql`select 1 from invitations
    where log = 0 and digest = ${digest} and person = ${person} and used_at is null and until > ${now}`;
  return rows.length === 1;
}

/** Uses it up; false where another was quicker. */
export async function useInvitation(sql: Asking, digest: Uint8Array, at: Date): Promise<boolean> {
  return (await sql`update invitations set used_at = ${at} where log = 0 and digest = ${digest} and used_at is null`)
    .count === 1;
}

/** Makes every open code of a person worth nothing. */
export async function burnInvitations(sql: Asking, person: string, at: Date): Promise<void> {
  await sql`update invitations set used_at = ${at} where log = 0 and person = ${person} and used_at is null`;
}

export interface ProgramKeyRow {
  readonly thumb: string;
  readonly office: string;
  readonly key: Readonly<Record<string, string>>;
}

export async function insertProgramKey(sql: Asking, row: ProgramKeyRow, at: Date): Promise<boolean> {
  const done = await sql`insert into program_keys (log, thumb, office, key, at)
    values (0, ${row.thumb}, ${row.office}, ${sql.json(row.key)}, ${at}) on conflict do nothing`;
  return done.count === 1;
}

export async function programKeysOf(sql: Asking, office: string): Promise<readonly ProgramKeyRow[]> {
  return await sql<ProgramKeyRow[]>`select thumb, office, key from program_keys
    where log = 0 and office = ${office} and ended_at is null order by at limit 20`;
}

export async function endProgramKeys(sql: Asking, office: string, at: Date): Promise<number> {
  return (await sql`update program_keys set ended_at = ${at} where log = 0 and office = ${office} and ended_at is null`)
    .count;
}

/** Spends `id`; false where it was spent before. What is too old by `now` is forgotten. */
export async function spend(sql: Asking, id: string, until: Date, now: Date): Promise<boolean> {
  await sql`delete from spent where log = 0 and until < ${now}`;
  const done = await sql`insert into spent (log, id, until) values (0, ${id}, ${until}) on conflict do nothing`;
  return done.count === 1;
}

export interface FailureRow {
  readonly account: string;
  readonly count: number;
  readonly since: Date;
  readonly until: Date | null;
}

export async function readFailures(sql: Asking, account: string): Promise<FailureRow | undefined> {
  const [row] = await sql<FailureRow[]>`select account, count, since, until from failures
    where log = 0 and account = ${account}`;
  return row;
}

/** Counts one more failed try; those before `forgotten` no longer count. Gives how many there are in a row. */
export async function countFailure(sql: Asking, account: string, at: Date, forgotten: Date): Promise<number> {
  const [row] = await sql<{ count: number }[]>`insert into failures (log, account, count, since)
    values (0, ${account}, 1, ${at})
    on conflict (log, account) do update set
      count = case when failures.since < ${forgotten} then 1 else failures.count + 1 end,
      since = case when failures.since < ${forgotten} then ${at} else failures.since end
    returning count`;
  return row?.count ?? 1;
}

export async function lockAccount(sql: Asking, account: string, until: Date): Promise<void> {
  await sql`update failures set until = ${until} where log = 0 and account = ${account}`;
}

/** Forgets the failed tries of an account, and its lock; false where there were none. */
export async function forgetFailures(sql: Asking, account: string): Promise<boolean> {
  return (await sql`delete from failures where log = 0 and account = ${account}`).count === 1;
}
