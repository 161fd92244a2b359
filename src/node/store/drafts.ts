// Drafts in tables: what officials of this side are about to say, with the approvals given to it.
import type { Asking } from './database.ts';

export interface PartBytes {
  readonly name: string;
  readonly type: string;
  /** Standard base64. */
  readonly salt: string;
  readonly bytes: string;
}

export interface DraftRow {
  readonly id: string;
  readonly kind: string;
  readonly body: string;
  readonly number: string;
  readonly text: string;
  readonly parts: readonly PartBytes[];
  readonly typed: Readonly<Record<string, readonly string[]>>;
  readonly about: string | null;
  readonly written_by: string;
  /** Who that was: a person may hold several offices. */
  readonly person: string;
  readonly written_at: Date;
  readonly state: 'waiting' | 'recorded' | 'sent-back';
  readonly reason: string | null;
  readonly act: string | null;
  /** Above ring A: what `parts` and `typed` would hold, and the reason, sealed; those are empty then. */
  readonly sealed: Uint8Array | null;
  readonly sealed_reason: Uint8Array | null;
}

export interface ApprovalRow {
  readonly draft: string;
  readonly official: string;
  readonly person: string;
  readonly at: Date;
}

/** Drafts shown in the list, at most: the newest. */
const LIST_LIMIT = 200;

export async function insertDraft(sql: Asking, row: DraftRow): Promise<void> {
  await sql`insert into drafts (log, id, kind, body, number, text, parts, typed, about, written_by, person,
      written_at, state, sealed)
    values (0, ${row.id}, ${row.kind}, ${row.body}, ${row.number}, ${row.text},
      ${sql.json(row.parts as never)}, ${sql.json(row.typed as never)},
      ${row.about}, ${row.written_by}, ${row.person}, ${row.written_at}, ${row.state}, ${row.sealed})`;
}

export async function readDraft(sql: Asking, id: string): Promise<DraftRow | undefined> {
  const [row] = await sql<DraftRow[]>`select * from drafts where log = 0 and id = ${id}`;
  return row;
}

export async function draftOfAct(sql: Asking, act: string): Promise<DraftRow | undefined> {
  const [row] = await sql<DraftRow[]>`select * from drafts where log = 0 and act = ${act} limit 1`;
  return row;
}

export async function listDrafts(sql: Asking): Promise<readonly DraftRow[]> {
  return await sql<DraftRow[]>`select * from drafts where log = 0 order by written_at desc, id limit ${LIST_LIMIT}`;
}

export async function waitingDrafts(sql: Asking): Promise<readonly DraftRow[]> {
  return await sql<DraftRow[]>`select * from drafts where log = 0 and state = 'waiting' order by written_at, id`;
}

export async function closeDraft(
  sql: Asking,
  id: string,
  to:
    | { readonly state: 'recorded'; readonly act: string }
    | { readonly state: 'sent-back'; readonly reason: string | null; readonly sealed_reason: Uint8Array | null },
): Promise<void> {
  const act = to.state === 'recorded' ? to.act : null;
  const { reason, sealed_reason } = to.state === 'sent-back' ? to : { reason: null, sealed_reason: null };
  await sql`update drafts set state = ${to.state}, act = ${act}, reason = ${reason}, sealed_reason = ${sealed_reason}
    where log = 0 and id = ${id} and state = 'waiting'`;
  await sql`delete from staged where log = 0 and draft = ${id}`;
}

/** Keeps an approval; false where that office, or that person in any office, has given theirs. */
export async function insertApproval(sql: Asking, row: ApprovalRow): Promise<boolean> {
  const done = await sql`insert into approvals (log, draft, official, person, at)
    values (0, ${row.draft}, ${row.official}, ${row.person}, ${row.at}) on conflict do nothing`;
  return done.count === 1;
}

export async function readApprovals(sql: Asking, drafts: readonly string[]): Promise<readonly ApprovalRow[]> {
  return await sql<ApprovalRow[]>`select draft, official, person, at from approvals
    where log = 0 and draft = any(${[...drafts]}::text[]) order by at, official`;
}

/**
 * Numbers of a body that begin with `prefix`, which is its own: used by acts, held by waiting drafts, set free by those
 * sent back.
 */
export async function numbersOf(
  sql: Asking,
  body: string,
  prefix: string,
): Promise<{ readonly taken: readonly string[]; readonly free: readonly string[] }> {
  const like = `${prefix}%`;
  const taken = await sql<{ number: string }[]>`
    (select number from entries where log = 0 and body = ${body} and number like ${like} order by idx desc limit 1000)
    union select number from drafts where log = 0 and state = 'waiting' and number like ${like}`;
  const back = await sql<{ number: string }[]>`select distinct d.number from drafts d
    where d.log = 0 and d.state = 'sent-back' and d.number like ${like}
    and not exists (select 1 from entries e where e.log = 0 and e.body = ${body} and e.number = d.number)
    and not exists (select 1 from drafts w where w.log = 0 and w.number = d.number and w.state = 'waiting')`;
  return { taken: taken.map((row) => row.number), free: back.map((row) => row.number) };
}
