// The people of a node: who holds which office now, what was done with them, which account is locked.
import { createHash } from 'node:crypto';
import { refuse } from '../act/refusal.ts';
import { type Official, personOf, type Role } from '../agreement/official.ts';
import { addDeed, countDeeds, newestDeeds } from './store/administration.ts';
import { countFailure, forgetFailures, lockAccount, readFailures } from './store/credentials.ts';
import { type Asking, type Sql, transaction } from './store/database.ts';
import {
  allOffices, endOffice, linkAccount, type OfficeRow, personOfAccount, readPerson, upsertOffice, upsertPerson,
} from './store/people.ts';
import type { Deed, DeedName, KnownOffice } from './window.people.ts';

/** So many failed tries of an account within that time lock it for that time. Milliseconds. */
export const FAILURES = 5;
export const LOCKED_FOR = 900_000;
/** Failed tries of nobody known that are written down in an hour, at most: the rest would only fill the table. */
const STRANGERS = 20;
const HOUR = 3_600_000;
/** Accounts of nobody known whose failed tries are remembered, at most: the one tried longest ago goes first. */
const UNKNOWN = 10_000;
/** Rows of the administration shown at once. */
const SHOWN = 200;
/** The source of an office that the operator gave. */
export const OPERATOR = 'operator';

export interface PeopleGround {
  readonly sql: Sql;
  readonly side: string;
  /** The row of a demonstration; a real node has none, whatever it is given. */
  readonly invented: readonly Official[];
  readonly now: () => Date;
}

/** What a person is in one body, as somebody says it. */
export interface Post {
  readonly body: string;
  readonly roles: readonly Role[];
  readonly post: Official['post'];
}

/** A person as their provider names them: an identity there, and the posts that their groups come to. */
export interface Known {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly person: string | undefined;
  readonly posts: readonly Post[];
}

const instant = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

function officialOf(row: OfficeRow): Official {
  const { id, person, name, body, roles, post, program } = row;
  return { id, person, name, body, roles: [...roles] as Role[], post, ...(program ? { program: true } : {}) };
}

/** An id nobody typed: of whatever it is made of, always the same. */
export function idOf(...parts: readonly string[]): string {
  return `p-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)}`;
}

export class People {
  readonly #ground: PeopleGround;
  #rows: readonly OfficeRow[] = [];
  #officials: readonly Official[];
  /** How many deeds there were when the offices were read; every change of an office is one. */
  #asOf = -1;
  #strangers = { hour: 0, count: 0 };
  readonly #unknown = new Map<string, { readonly count: number; readonly since: number; readonly until: number }>();

  constructor(ground: PeopleGround) {
    this.#ground = ground;
    this.#officials = ground.invented;
  }

  /** Everyone who holds an office now, as of the last `refresh`. */
  readonly officials = (): readonly Official[] => this.#officials;

  /** Whoever holds or held that office; undefined where nobody ever did. */
  readonly official = (id: string): Official | undefined => {
    const row = this.#rows.find((one) => one.id === id);
    return this.#ground.invented.find((one) => one.id === id) ?? (row === undefined ? undefined : officialOf(row));
  };

  /** Reads the offices anew where anything was done with people since. */
  async refresh(): Promise<void> {
    const count = await countDeeds(this.#ground.sql);
    if (count === this.#asOf) return;
    this.#rows = await allOffices(this.#ground.sql);
    const held = this.#rows.filter(({ ended_at }) => ended_at === null).map(officialOf);
    this.#officials = [...this.#ground.invented, ...held];
    this.#asOf = count;
  }

  async did(deed: DeedName, by: string, about: string, detail = '', sql: Asking = this.#ground.sql): Promise<void> {
    await addDeed(sql, { at: this.#ground.now(), deed, by, about, detail: detail.slice(0, 300) });
  }

  async deeds(before?: number): Promise<readonly Deed[]> {
    const rows = await newestDeeds(this.#ground.sql, SHOWN, before);
    return rows.map(({ n, at, deed, by, about, detail }) => {
      return { n, at: instant(at), deed: deed as DeedName, by, about, detail };
    });
  }

  async known(): Promise<readonly KnownOffice[]> {
    return (await allOffices(this.#ground.sql)).map((row) => ({
      id: row.id,
      person: row.person,
      name: row.name,
      body: row.body,
      roles: [...row.roles] as Role[],
      program: row.program,
      source: row.source,
      since: instant(row.at),
      ended: row.ended_at === null ? undefined : instant(row.ended_at),
    }));
  }

  /** An invented official, where the node is a demonstration. */
  async choose(id: string): Promise<Official> {
    const { invented } = this.#ground;
    if (invented.length === 0) throw refuse('role-missing', 'Signing in from a list, which only a demonstration has.');
    const official = invented.find((one) => one.id === id);
    if (official === undefined) throw refuse('input-malformed', 'field official: There is no such official here.');
    await this.did('signed-in', official.id, official.id, 'exercise');
    return official;
  }

  /** The office in which a person begins: the one they have held longest. `office-missing` where there is none. */
  async begin(person: string, way: string): Promise<Official> {
    await this.refresh();
    const official = this.#officials.find((one) => personOf(one) === person && one.program !== true);
    if (official === undefined) {
      await this.did('sign-in-failed', person, person, `${way}: holds no office`);
      throw refuse('office-missing', 'Signing in.');
    }
    await this.did('signed-in', person, official.id, way);
    return official;
  }

  /** Refuses an account that is locked. It opens by itself after a while, or by the operator's hand. */
  async requireOpen(account: string): Promise<void> {
    const row = await readFailures(this.#ground.sql, account);
    if (row?.until !== undefined && row.until !== null && row.until > this.#ground.now()) {
      throw refuse('account-locked', 'Signing in.');
    }
  }

  /** Counts a failed try of a known account, and locks it after too many in a row; true where it is locked now. */
  async failed(account: string, why: string): Promise<boolean> {
    const { sql, now } = this.#ground;
    const at = now();
    const count = await countFailure(sql, account, at, new Date(at.getTime() - LOCKED_FOR));
    await this.did('sign-in-failed', account, account, why);
    if (count < FAILURES) return false;
    await lockAccount(sql, account, new Date(at.getTime() + LOCKED_FOR));
    await this.did('locked', account, account, `${count} failed tries in a row`);
    return true;
  }

  /** A failed try of nobody known here. */
  async stranger(why: string): Promise<void> {
    const hour = Math.floor(this.#ground.now().getTime() / HOUR);
    if (this.#strangers.hour !== hour) this.#strangers = { hour, count: 0 };
    this.#strangers.count += 1;
    if (this.#strangers.count <= STRANGERS) await this.did('sign-in-failed', 'nobody known', 'nobody known', why);
  }

  /**
   * A failed try as somebody whom nobody here knows. It is counted and locked as that of a known account is, in memory
   * alone: otherwise five tries would tell who is known.
   */
  async failedAsNobody(account: string, why: string): Promise<void> {
    const at = this.#ground.now().getTime();
    const before = this.#unknown.get(account);
    if (before !== undefined && before.until > at) throw refuse('account-locked', 'Signing in.');
    const isCounted = before !== undefined && at - before.since <= LOCKED_FOR;
    const count = isCounted ? before.count + 1 : 1;
    this.#unknown.delete(account);
    this.#unknown.set(account, {
      count,
      since: isCounted ? before.since : at,
      until: count < FAILURES ? 0 : at + LOCKED_FOR,
    });
    const [oldest] = this.#unknown.keys();
    if (this.#unknown.size > UNKNOWN && oldest !== undefined) this.#unknown.delete(oldest);
    await this.stranger(why);
  }

  async succeeded(account: string): Promise<void> {
    await forgetFailures(this.#ground.sql, account);
  }

  /** Makes what a provider says of a person what this node knows of them. Gives the person. */
  async settle(known: Known): Promise<string> {
    return await transaction(this.#ground.sql, async (tx) => {
      const person = await this.#personOf(tx, known);
      if ((await readPerson(tx, person))?.ended_at instanceof Date) {
        throw refuse('office-missing', 'Signing in as a person whom the operator has ended.');
      }
      await upsertPerson(tx, person, known.name, this.#ground.now());
      await this.#settleOffices(tx, person, known);
      return person;
    });
  }

  /** The person behind an identity. Identities of which the provider says that they are one person are one here. */
  async #personOf(tx: Asking, { issuer, subject, person: same }: Known): Promise<string> {
    const own = await personOfAccount(tx, issuer, subject);
    const shared = same === undefined ? undefined : await personOfAccount(tx, `${issuer}#person`, same);
    const person = shared ?? own ?? idOf(issuer, subject);
    const at = this.#ground.now();
    if (own !== person) {
      await linkAccount(tx, { issuer, subject, person }, at);
      await this.did('linked', issuer, person, 'an identity at the provider', tx);
    }
    if (same !== undefined && shared !== person) {
      await linkAccount(tx, { issuer: `${issuer}#person`, subject: same, person }, at);
    }
    return person;
  }

  async #settleOffices(tx: Asking, person: string, { issuer, posts }: Known): Promise<void> {
    const at = this.#ground.now();
    const before = (await allOffices(tx)).filter((row) => row.person === person && row.source === issuer);
    for (const { body, roles, post } of posts) {
      const id = idOf(person, body, issuer);
      const was = before.find((row) => row.id === id && row.ended_at === null);
      const isSame = was !== undefined && [...was.roles].sort().join() === [...roles].sort().join();
      if (isSame) continue;
      await upsertOffice(tx, { id, person, body, roles, post, program: false, source: issuer, at });
      await this.did(was === undefined ? 'enrolled' : 'changed', issuer, id, `${body}: ${roles.join(', ')}`, tx);
    }
    const gone = before.filter((row) => row.ended_at === null && !posts.some(({ body }) => body === row.body));
    for (const { id, body } of gone) {
      await endOffice(tx, id, at);
      await this.did('ended', issuer, id, `${body}: no group gives it any more`, tx);
    }
  }
}
