// Signing in at a real identity provider, as it is meant, and as somebody means it who is after another's session.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ROUND_LASTS } from '../../src/web/limits.ts';
import { closePerson, enrolOffice, linkIdentity } from '../../src/node/registrar.ts';
import type { GroupRule } from '../../src/node/signin.ts';
import { HOST, type Reader, readerAt } from '../web/windows.ts';
import { type OpenDoor, openDoor } from './door.ts';
import { type Idp, openIdp } from './idp.ts';

const WINDOWS = `http://${HOST}`;
const BACK = `${WINDOWS}/sign-in/provider/return`;
const post = { en: 'desk officer', uk: 'співробітник', sq: 'nëpunës' };
const rule = (group: string, body: string, roles: GroupRule['roles']): GroupRule => ({ group, body, roles, post });
const GROUPS: readonly GroupRule[] = [
  rule('mfa-write', 'ua:mfa', ['reader', 'drafter']),
  rule('mfa-approve', 'ua:mfa', ['approver']),
  rule('mines', 'ua:nmaa', ['reader']),
];

let idp: Idp;
let door: OpenDoor;

beforeAll(async () => {
  idp = await openIdp(BACK, new Map());
  const { issuer, client, secret } = idp;
  const provider = { issuer, client, secret, scope: 'openid profile', groups: 'groups', person: 'employee' };
  door = await openDoor({ signIn: { windows: WINDOWS, provider, groups: GROUPS } });
});

afterAll(async () => {
  await door.close();
  await idp.close();
});

beforeEach(() => {
  idp.down = false;
  idp.directory.clear();
  idp.directory.set('olena', { name: 'O. Writer', groups: ['mfa-write', 'unknown'] });
  // Tries of an address come back with time.
  door.wait(60_000);
});

const reader = (): Reader => readerAt(door.windows, 'en');
const cookieOf = (one: Reader): string | undefined => one.cookies.get('servanda-ua');

/** Goes to the provider as `user`; gives the address they come back to. */
async function depart(one: Reader, user: string, next = '/drafts'): Promise<string> {
  const left = await one.ask(`/sign-in/provider?next=${encodeURIComponent(next)}`);
  expect(left.status).toBe(303);
  return (await idp.visit(left.headers.get('location') ?? '', user)).slice(WINDOWS.length);
}

async function signIn(user: string): Promise<Reader> {
  const one = reader();
  const arrived = await one.ask(await depart(one, user));
  expect(arrived.status).toBe(200);
  return one;
}

describe('signing in at the provider', () => {
  test('asks with state, nonce and PKCE, and makes of groups what the operator wrote', async () => {
    const one = reader();
    const left = await one.ask('/sign-in/provider');
    const asked = new URL(left.headers.get('location') ?? '').searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name), name).toMatch(/^[\w-]{43}$/);
    const arrived = await one.ask((await idp.visit(left.headers.get('location') ?? '', 'olena')).slice(WINDOWS.length));
    const html = await arrived.text();
    expect(html).toContain('<meta http-equiv="refresh" content="0; url=/today"');
    expect(await one.json('/session')).toMatchObject({
      official: { name: 'O. Writer', body: 'ua:mfa', roles: ['reader', 'drafter'] },
    });
  });

  test('gives a new id, whatever id the browser came with', async () => {
    const one = reader();
    one.cookies.set('servanda-ua', 'A'.repeat(43));
    await one.ask(await depart(one, 'olena'));
    const mine = cookieOf(one);
    expect(mine).not.toBe('A'.repeat(43));
    const thief = reader();
    thief.cookies.set('servanda-ua', 'A'.repeat(43));
    expect((await thief.ask('/drafts')).status).toBe(303);
  });

  test('of whoever is in no group that means something here is refused, and says so to the operator', async () => {
    idp.directory.set('stranger', { name: 'S. Stranger', groups: ['cooks'] });
    const one = reader();
    const arrived = await one.ask(await depart(one, 'stranger'), { headers: { accept: 'application/json' } });
    expect([arrived.status, await arrived.json()]).toMatchObject([403, { code: 'office-missing' }]);
    expect(cookieOf(one)).toBeUndefined();
    expect((await door.node.people.deeds())[0]).toMatchObject({ deed: 'sign-in-failed' });
  });

  test('while the provider is away says that it is, and succeeds when it is back', async () => {
    const fresh = await openDoor({
      signIn: {
        windows: WINDOWS,
        groups: GROUPS,
        provider: { ...idp, scope: 'openid', groups: 'groups', person: undefined },
      },
    });
    idp.down = true;
    const one = readerAt(fresh.windows);
    const away = await one.ask('/sign-in/provider', { headers: { accept: 'application/json' } });
    expect([away.status, await away.json()]).toMatchObject([503, { code: 'provider-unavailable' }]);
    idp.down = false;
    expect((await one.ask('/sign-in/provider')).status).toBe(303);
    await fresh.close();
  });
});

describe('what the provider says', () => {
  test('changes an office at the next sign-in, and ends it where no group gives it any more', async () => {
    const one = await signIn('olena');
    idp.directory.set('olena', { name: 'O. Writer', groups: ['mfa-approve', 'mines'] });
    await signIn('olena');
    expect(await one.json('/session')).toMatchObject({ official: { roles: ['approver'] } });
    const held = door.node.officials.filter(({ name }) => name === 'O. Writer');
    expect(held.map(({ body }) => body).sort()).toEqual(['ua:mfa', 'ua:nmaa']);
    idp.directory.set('olena', { name: 'O. Writer', groups: [] });
    const out = reader();
    expect((await out.ask(await depart(out, 'olena'))).status).toBe(403);
    // The session from before ends with the office, at the next step.
    expect((await one.ask('/drafts')).status).toBe(303);
  });

  test('does not bring back whom the operator has ended', async () => {
    idp.directory.set('gone', { name: 'G. Gone', groups: ['mfa-write'] });
    const one = await signIn('gone');
    const { official } = (await one.json('/session')) as { official: { person: string } };
    await closePerson(door.registry, official.person);
    expect((await one.ask('/drafts')).status).toBe(303);
    const again = reader();
    expect((await again.ask(await depart(again, 'gone'))).status).toBe(403);
  });

  test('makes one person of two accounts that it says are of one, or that the operator linked', async () => {
    idp.directory.set('anna', { name: 'A. Anna', groups: ['mfa-write'], person: 'E-17' });
    idp.directory.set('anna-admin', { name: 'A. Anna', groups: ['mfa-approve'], person: 'E-17' });
    idp.directory.set('anna-third', { name: 'A. Anna', groups: ['mines'] });
    const persons = new Set<string>();
    const personAt = async (user: string): Promise<string> => {
      const { official } = (await (await signIn(user)).json('/session')) as { official: { person: string } };
      return official.person;
    };
    persons.add(await personAt('anna'));
    persons.add(await personAt('anna-admin'));
    expect(persons.size).toBe(1);
    const [person = ''] = persons;
    await linkIdentity(door.registry, person, { issuer: idp.issuer, subject: 'anna-third' });
    expect(await personAt('anna-third')).toBe(person);
  });

  test('leaves alone the offices that the operator gave', async () => {
    idp.directory.set('petro', { name: 'P. Petro', groups: ['mines'] });
    const { official } = (await (await signIn('petro')).json('/session')) as { official: { person: string } };
    const office = { id: 'petro-audit', person: official.person, name: 'P. Petro', body: 'ua:mfa', post };
    await enrolOffice(door.registry, { ...office, roles: ['auditor'] });
    await signIn('petro');
    const own = door.node.officials.filter(({ person }) => person === official.person);
    expect(own.map(({ roles }) => roles.join()).sort()).toEqual(['auditor', 'reader']);
  });
});

describe('somebody who is after another’s session', () => {
  test('cannot hand a browser their own way back: it is signed in as nobody (login CSRF)', async () => {
    const attacker = reader();
    const link = await depart(attacker, 'olena');
    const victim = reader();
    const arrived = await victim.ask(link, { headers: { accept: 'application/json' } });
    expect([arrived.status, await arrived.json()]).toMatchObject([403, { code: 'form-expired' }]);
    expect(cookieOf(victim)).toBeUndefined();
    // Also where the victim has begun to sign in themselves.
    const begun = reader();
    await begun.ask('/sign-in/provider');
    expect((await begun.ask(link)).status).toBe(403);
  });

  test('cannot use a way back twice, nor after ten minutes', async () => {
    const one = reader();
    const link = await depart(one, 'olena');
    expect((await one.ask(link)).status).toBe(200);
    expect((await one.ask(link)).status).toBe(403);
    const late = reader();
    const old = await depart(late, 'olena');
    door.wait(ROUND_LASTS + 1);
    expect((await late.ask(old)).status).toBe(403);
  });

  test.each([
    ['another’s code', (own: URL, other: URL) => own.searchParams.set('code', other.searchParams.get('code') ?? '')],
    ['another issuer', (own: URL) => own.searchParams.set('iss', 'https://evil.example')],
    ['a made-up code', (own: URL) => own.searchParams.set('code', 'A'.repeat(43))],
    ['an error of the provider', (own: URL) => own.searchParams.set('error', 'access_denied')],
  ])('gets nowhere with %s', async (_what, change) => {
    idp.directory.set('mallory', { name: 'M. Mallory', groups: ['mfa-approve'] });
    const [one, two] = [reader(), reader()];
    const own = new URL(await depart(one, 'olena'), WINDOWS);
    const other = new URL(await depart(two, 'mallory'), WINDOWS);
    change(own, other);
    const arrived = await one.ask(`${own.pathname}${own.search}`, { headers: { accept: 'application/json' } });
    expect([arrived.status, await arrived.json()]).toMatchObject([403, { code: 'sign-in-refused' }]);
    expect(cookieOf(one)).toBeUndefined();
  });

  const ELSEWHERE = ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:x', '\thttps://x'];
  test.each(ELSEWHERE)(
    'is led to no other site by next=%s (open redirect)',
    async (next) => {
      const one = reader();
      const html = await (await one.ask(await depart(one, 'olena', next))).text();
      const [, to = ''] = /content="0; url=([^"]*)"/.exec(html) ?? [];
      expect(to).toMatch(/^\/[a-z.]*$/);
    },
  );

  test('finds no secret of the provider in what the node says or keeps', async () => {
    await signIn('olena');
    const kept = await door.registry.sql<{ text: string }[]>`
      select coalesce(string_agg(a::text, ' '), '') as text from administration a`;
    const all = [...door.said, kept[0]?.text ?? '', JSON.stringify(await door.node.people.deeds())].join('\n');
    expect(all).not.toContain(idp.secret);
    expect(all).not.toMatch(/eyJ[A-Za-z0-9_-]+\./);
  });
});
