// The registrar: what an operator does with people, their offices and their keys. Every deed is written down.
import { createHash } from 'node:crypto';
import { calculateJwkThumbprint, importJWK, type JWK } from 'jose';
import { utf8 } from '../act/bytes.ts';
import { refuse } from '../act/refusal.ts';
import type { Official, Role } from '../agreement/official.ts';
import { addDeed } from './store/administration.ts';
import {
  burnInvitations, endPasskeys, endProgramKeys, forgetFailures, insertInvitation, insertProgramKey, passkeysOf,
} from './store/credentials.ts';
import { type Asking, type Sql, transaction } from './store/database.ts';
import {
  allOffices, endOffice, endPerson, linkAccount, readPerson, upsertOffice, upsertPerson,
} from './store/people.ts';
import type { DeedName } from './window.people.ts';

/** Milliseconds for which a one-time code is good. */
export const CODE_LASTS = 24 * 3_600_000;
/** What a program may be: it drafts and reads; approving, keys, and looking after people ask for persons. */
const PROGRAM_ROLES: readonly Role[] = ['reader', 'drafter'];
const OPERATOR = 'operator';
const ID = /^[a-z][a-z0-9-]{0,39}$/;

export interface Registry {
  readonly sql: Sql;
  readonly side: string;
  readonly now: () => Date;
}

export interface NewOffice {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly body: string;
  readonly roles: readonly Role[];
  readonly post: Official['post'];
  readonly program?: boolean;
}

async function did(sql: Asking, at: Date, deed: DeedName, about: string, detail = ''): Promise<void> {
  await addDeed(sql, { at, deed, by: OPERATOR, about, detail });
}

function requireOffice(side: string, { id, person, name, body, roles, program }: NewOffice): void {
  for (const one of [id, person]) {
    if (ID.test(one)) continue;
    throw refuse('input-malformed', `${JSON.stringify(one)} is no id: small letters, digits, hyphens.`);
  }
  const isNamed = name.trim() !== '' && name.length <= 200;
  if (!isNamed) throw refuse('input-malformed', 'A person has a name of 1 to 200 letters.');
  const isOwn = /^[a-z]{2,8}:[a-z0-9-]{1,40}$/.test(body) && body.startsWith(`${side}:`);
  if (!isOwn) throw refuse('side-mismatch', `Enrolling an official of ${body} at a node of ${side}.`);
  if (roles.length === 0) throw refuse('input-malformed', `Enrolling ${id} without a role.`);
  // An operator looks after the machine and sees no content: nobody is both that and something else in one office.
  if (roles.includes('operator') && roles.length > 1) {
    throw refuse('input-malformed', `Enrolling ${id} as an operator and as something else. Give them two offices.`);
  }
  const beyond = program === true ? roles.find((role) => !PROGRAM_ROLES.includes(role)) : undefined;
  if (beyond === undefined) return;
  throw refuse('role-missing', `A program is enrolled as ${beyond}, which asks for a person.`);
}

/** Gives an office, or changes it. A person comes to be known by their first. */
export async function enrolOffice({ sql, side, now }: Registry, office: NewOffice): Promise<'enrolled' | 'changed'> {
  requireOffice(side, office);
  const { id, person, name, body, roles, post, program = false } = office;
  return await transaction(sql, async (tx) => {
    const was = (await allOffices(tx)).find((row) => row.id === id);
    if (was !== undefined && (was.person !== person || was.program !== program)) {
      throw refuse('input-malformed', `The office ${id} is of ${was.person}. Give another person another office.`);
    }
    await upsertPerson(tx, person, name, now());
    await upsertOffice(tx, { id, person, body, roles, post, program, source: OPERATOR, at: now() });
    const deed = was === undefined || was.ended_at !== null ? 'enrolled' : 'changed';
    await did(tx, now(), deed, id, `${body}: ${roles.join(', ')}`);
    return deed;
  });
}

/** Ends an office; whoever is signed in with it is signed out with their next step. */
export async function closeOffice({ sql, now }: Registry, id: string): Promise<void> {
  await transaction(sql, async (tx) => {
    if (!(await endOffice(tx, id, now()))) throw refuse('not-found', `Ending the office ${id}, which nobody holds.`);
    await endProgramKeys(tx, id, now());
    await did(tx, now(), 'ended', id);
  });
}

/** Ends a person: all their offices, passkeys and codes, and whatever their provider says of them later. */
export async function closePerson({ sql, now }: Registry, person: string): Promise<void> {
  await transaction(sql, async (tx) => {
    if (!(await endPerson(tx, person, now()))) throw refuse('not-found', `Ending ${person}, who is not known here.`);
    for (const row of await allOffices(tx)) {
      if (row.person === person) await endOffice(tx, row.id, now());
    }
    await endPasskeys(tx, person, now());
    await burnInvitations(tx, person, now());
    await did(tx, now(), 'ended', person, 'the person, with every office, passkey and code');
  });
}

async function requirePerson(sql: Asking, person: string): Promise<void> {
  if ((await readPerson(sql, person))?.ended_at !== null) {
    throw refuse('not-found', `There is no ${person} here. Enrol them first.`);
  }
}

/** Gives a one-time code with which a person makes a passkey. It opens what failed tries had locked. */
export async function invite({ sql, now }: Registry, person: string, code: string): Promise<void> {
  const at = now();
  const digest = new Uint8Array(createHash('sha256').update(utf8(code.replace(/[^A-Z0-9]/g, ''))).digest());
  await transaction(sql, async (tx) => {
    await requirePerson(tx, person);
    await burnInvitations(tx, person, at);
    await insertInvitation(tx, { digest, person, at, until: new Date(at.getTime() + CODE_LASTS) });
    await forgetFailures(tx, `code:${person}`);
    await did(tx, at, 'invited', person);
  });
}

/** Ends every passkey of a person whose device is lost; gives how many. */
export async function dropPasskeys({ sql, now }: Registry, person: string): Promise<number> {
  return await transaction(sql, async (tx) => {
    await requirePerson(tx, person);
    const count = (await passkeysOf(tx, person)).length;
    await endPasskeys(tx, person, now());
    await did(tx, now(), 'passkeys-ended', person, String(count));
    return count;
  });
}

/** Opens what failed tries have locked; false where nothing was. */
export async function unlock({ sql, now }: Registry, person: string): Promise<boolean> {
  return await transaction(sql, async (tx) => {
    const opened = [await forgetFailures(tx, `person:${person}`), await forgetFailures(tx, `code:${person}`)];
    if (!opened.includes(true)) return false;
    await did(tx, now(), 'unlocked', person);
    return true;
  });
}

/** Makes an identity at the provider one of a person known here: two accounts of one person are one hand. */
export async function linkIdentity(
  { sql, now }: Registry,
  person: string,
  account: { readonly issuer: string; readonly subject: string },
): Promise<void> {
  await transaction(sql, async (tx) => {
    await requirePerson(tx, person);
    await linkAccount(tx, { ...account, person }, now());
    await did(tx, now(), 'linked', person, `${account.issuer} ${account.subject}`);
  });
}

/** The public key of a program, of a kind that is taken here; a private one is refused before it is kept. */
export async function addProgramKey({ sql, now }: Registry, office: string, key: unknown): Promise<string> {
  const jwk = (typeof key === 'object' && key !== null ? key : {}) as JWK;
  if (jwk.d !== undefined) {
    throw refuse('input-malformed', `The key given for ${office} is a private one. Give the public.`);
  }
  const isKnown = (jwk.kty === 'OKP' && jwk.crv === 'Ed25519') || (jwk.kty === 'EC' && jwk.crv === 'P-256');
  const { kty = '', crv = '', x = '', y } = jwk;
  const kept = { kty, crv, x, ...(y === undefined ? {} : { y }), alg: kty === 'OKP' ? 'EdDSA' : 'ES256' };
  if (isKnown) await importJWK(kept).catch(() => undefined);
  const thumb = isKnown ? await calculateJwkThumbprint(kept) : '';
  if (thumb === '') throw refuse('key-not-admissible', `The key given for ${office} is no JWK of Ed25519 or P-256.`);
  await transaction(sql, async (tx) => {
    const row = (await allOffices(tx)).find(({ id, ended_at }) => id === office && ended_at === null);
    if (row?.program !== true) throw refuse('not-found', `There is no program ${office} here. Enrol it first.`);
    if (!(await insertProgramKey(tx, { thumb, office, key: kept }, now()))) {
      throw refuse('input-malformed', `The key given for ${office} is known here already.`);
    }
    await did(tx, now(), 'key-added', office, thumb);
  });
  return thumb;
}

/** Ends every key of a program; gives how many. */
export async function dropProgramKeys({ sql, now }: Registry, office: string): Promise<number> {
  return await transaction(sql, async (tx) => {
    const count = await endProgramKeys(tx, office, now());
    await did(tx, now(), 'keys-ended', office, String(count));
    return count;
  });
}
