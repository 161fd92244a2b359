// Whom a node knows, in tables: persons, their offices, and the accounts at a provider that are theirs.
import type { Asking } from './database.ts';

export interface OfficeRow {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly body: string;
  readonly roles: readonly string[];
  readonly post: { readonly en: string; readonly uk: string; readonly sq: string };
  readonly program: boolean;
  /** `operator`, or the issuer of the provider. */
  readonly source: string;
  readonly at: Date;
  readonly ended_at: Date | null;
}

/** Rows of a list, at most: a ministry has hundreds of officials, not thousands at one agreement. */
const LIST_LIMIT = 5000;

/** Every office there is or was, the oldest first. One whose person has ended has ended with them. */
export async function allOffices(sql: Asking): Promise<readonly OfficeRow[]> {
  return await sql<OfficeRow[]>`select o.id, o.person, p.name, o.body, o.roles, o.post, o.program, o.source, o.at,
      least(o.ended_at, p.ended_at) as ended_at
    from offices o join persons p on p.log = o.log and p.id = o.person
    where o.log = 0 order by o.at, o.id limit ${LIST_LIMIT}`;
}

/** Makes a person known, or known again under that name. */
export async function upsertPerson(sql: Asking, id: string, name: string, at: Date): Promise<void> {
  await sql`insert into persons (log, id, name, at) values (0, ${id}, ${name}, ${at})
    on conflict (log, id) do update set name = ${name}, ended_at = null`;
}

export async function readPerson(
  sql: Asking,
  id: string,
): Promise<{ readonly id: string; readonly name: string; readonly ended_at: Date | null } | undefined> {
  const [row] = await sql<{ id: string; name: string; ended_at: Date | null }[]>`
    select id, name, ended_at from persons where log = 0 and id = ${id}`;
  return row;
}

export async function endPerson(sql: Asking, id: string, at: Date): Promise<boolean> {
  return (await sql`update persons set ended_at = ${at} where log = 0 and id = ${id} and ended_at is null`).count === 1;
}

/** Keeps an office as it is from now on; the same id is the same office, changed. */
export async function upsertOffice(sql: Asking, row: Omit<OfficeRow, 'name' | 'ended_at'>): Promise<void> {
  await sql`insert into offices (log, id, person, body, roles, post, program, source, at)
    values (0, ${row.id}, ${row.person}, ${row.body}, ${[...row.roles]}, ${sql.json(row.post)}, ${row.program},
      ${row.source}, ${row.at})
    on conflict (log, id) do update set person = ${row.person}, body = ${row.body}, roles = ${[...row.roles]},
      post = ${sql.json(row.post)}, source = ${row.source}, ended_at = null`;
}

export async function endOffice(sql: Asking, id: string, at: Date): Promise<boolean> {
  return (await sql`update offices set ended_at = ${at} where log = 0 and id = ${id} and ended_at is null`).count === 1;
}

export async function personOfAccount(sql: Asking, issuer: string, subject: string): Promise<string | undefined> {
  const [row] = await sql<{ person: string }[]>`
    select person from accounts where log = 0 and issuer = ${issuer} and subject = ${subject}`;
  return row?.person;
}

/** Makes an identity at a provider one of `person`, whosever it was before. */
export async function linkAccount(
  sql: Asking,
  account: { readonly issuer: string; readonly subject: string; readonly person: string },
  at: Date,
): Promise<void> {
  const { issuer, subject, person } = account;
  await sql`insert into accounts (log, issuer, subject, person, at) values (0, ${issuer}, ${subject}, ${person}, ${at})
    on conflict (log, issuer, subject) do update set person = ${person}, at = ${at}`;
}
