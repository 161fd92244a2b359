// Offered assessments in tables: put in by the public window, read and settled by the moderators of this side.
import type { Asking, Sql } from './database.ts';

/** What an organisation sends: the text of its assessment, and how its moderators reach it. */
export interface Offer {
  readonly id: string;
  readonly statement: string;
  readonly organisation: string;
  readonly contact: string;
  /** Addresses, one a line. */
  readonly sources: string;
  readonly words: string;
  readonly language: string;
  /** One of the five points, or empty. */
  readonly completion: string;
  readonly at: Date;
}

export interface OfferRow extends Offer {
  readonly state: 'waiting' | 'set-aside';
  readonly why: string | null;
  readonly by: string | null;
  readonly settled_at: Date | null;
}

/** Rows of one list, at most. */
const LIST = 200;

/** Sends it by the one function that the role of the public window may call. False where the queue is full. */
export async function sendOffer(sql: Sql, offer: Offer): Promise<boolean> {
  const [row] = await sql.begin(
    'read write',
    async (tx) => await tx<{ put: boolean }[]>`select offer(${offer.id}, ${offer.statement}, ${offer.organisation},
      ${offer.contact}, ${offer.sources}, ${offer.words}, ${offer.language}, ${offer.completion},
      ${offer.at}) as put`,
  );
  return row?.put === true;
}

/** Newest first. */
export async function readOffers(sql: Asking): Promise<readonly OfferRow[]> {
  return await sql<OfferRow[]>`select id, statement, organisation, contact, sources, words, language, completion, at,
    state, why, by, settled_at from offered where log = 0 order by at desc, id limit ${LIST}`;
}

/** Sets one aside: its text and contact go, why and by whom stay. False where it waits no more. */
export async function setOfferAside(
  sql: Asking,
  id: string,
  { why, by, at }: { readonly why: string; readonly by: string; readonly at: Date },
): Promise<boolean> {
  const done = await sql`update offered set state = 'set-aside', why = ${why}, by = ${by}, settled_at = ${at},
    contact = '', words = '', sources = '' where log = 0 and id = ${id} and state = 'waiting'`;
  return done.count === 1;
}

/** Forgets how to reach an organisation: once both sides have decided, nobody needs it. */
export async function forgetContact(sql: Asking, id: string): Promise<void> {
  await sql`update offered set contact = '' where log = 0 and id = ${id}`;
}
