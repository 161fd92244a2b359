// The door as an attacker tries it: guessed codes, ten thousand tries, forms from elsewhere, an invented official.
import { afterEach, describe, expect, test } from 'vitest';
import { FAILURES, LOCKED_FOR } from '../../src/node/people.ts';
import { CODE_LASTS, enrolOffice, invite, unlock } from '../../src/node/registrar.ts';
import { firstBroken } from '../../src/node/store/administration.ts';
import { routesOf } from '../../src/web/routes.ts';
import { HOST, type Reader, readerAt } from '../web/windows.ts';
import { type DoorOptions, type OpenDoor, openDoor } from './door.ts';

const post = { en: 'desk officer', uk: 'співробітник', sq: 'nëpunës' };
const CODE = 'ABCDE-FGHJK-LMNPQ-RSTUV-WXYZ2';
const JSON_ASKED = { headers: { accept: 'application/json' } };
const PASSKEYS = { windows: `http://${HOST}`, passkeys: true };

let open: OpenDoor | undefined;

afterEach(async () => {
  await open?.close();
  open = undefined;
});

async function door(options: DoorOptions = { signIn: PASSKEYS }): Promise<OpenDoor> {
  open = await openDoor(options);
  return open;
}

async function invited(at: OpenDoor, person = 'olena'): Promise<void> {
  const office = { id: person, person, name: 'O. Olena', body: 'ua:mfa', roles: ['reader'] as const, post };
  await enrolOffice(at.registry, { ...office, roles: [...office.roles] });
  await invite(at.registry, person, CODE);
  await at.node.people.refresh();
}

/** Tries a code; gives the code of the refusal, or `good`. */
async function guess(one: Reader, person: string, code: string, from = '198.51.100.7'): Promise<string> {
  const csrf = one.cookies.get('csrf') ?? (await one.token('/sign-in/enrol'));
  one.cookies.set('csrf', csrf);
  const headers = { accept: 'application/json', 'x-forwarded-for': from };
  const response = await one.send('/sign-in/enrol', { csrf, person, code }, { headers });
  const said = (await response.json()) as { readonly code?: string; readonly question?: string; status?: number };
  return said.code ?? (said.question === undefined ? String(said.status) : 'good');
}

describe('a one-time code', () => {
  test('is good until it is used or a day old, however it is typed', async () => {
    const at = await door();
    await invited(at);
    const one = readerAt(at.windows);
    expect(await guess(one, 'olena', CODE.toLowerCase().replaceAll('-', ' '))).toBe('good');
    expect(await guess(one, 'petro', CODE)).toBe('sign-in-refused');
    at.wait(CODE_LASTS + 1);
    expect(await guess(one, 'olena', CODE)).toBe('sign-in-refused');
  });

  test('guessed wrong five times locks the account and is worth nothing; a new one opens it', async () => {
    const at = await door();
    await invited(at);
    const one = readerAt(at.windows);
    for (let i = 0; i < FAILURES; i++) expect(await guess(one, 'olena', `wrong-${i}`)).toBe('sign-in-refused');
    expect(await guess(one, 'olena', CODE)).toBe('account-locked');
    at.wait(LOCKED_FOR + 1);
    // The lock is over, but who has guessed so often has guessed enough: the code is burnt.
    expect(await guess(one, 'olena', CODE)).toBe('sign-in-refused');
    await invite(at.registry, 'olena', CODE.replace('A', 'B'));
    expect(await guess(one, 'olena', CODE.replace('A', 'B'))).toBe('good');
    const deeds = (await at.node.people.deeds()).map(({ deed }) => deed);
    expect(deeds.filter((deed) => deed === 'locked')).toHaveLength(1);
  });

  test('is the way back that the operator gives, and unlocking is another', async () => {
    const at = await door();
    await invited(at);
    const one = readerAt(at.windows);
    for (let i = 0; i < FAILURES; i++) await guess(one, 'olena', `wrong-${i}`);
    expect(await guess(one, 'olena', 'wrong')).toBe('account-locked');
    expect(await unlock(at.registry, 'olena')).toBe(true);
    expect(await unlock(at.registry, 'olena')).toBe(false);
    expect(await guess(one, 'olena', 'wrong')).toBe('sign-in-refused');
  });
});

test('whoever tries codes does not learn who is known here: both are refused, locked and opened alike', async () => {
  const at = await door({ signIn: PASSKEYS, proxied: true });
  await invited(at);
  const one = readerAt(at.windows);
  const heard = async (person: string, round: number): Promise<readonly string[]> => {
    const found: string[] = [];
    for (let i = 0; i <= FAILURES; i++) found.push(await guess(one, person, 'WRONG', `198.51.${round}.${i}`));
    return found;
  };
  const refusals = [...Array.from({ length: FAILURES }, () => 'sign-in-refused'), 'account-locked'];
  expect([await heard('olena', 1), await heard('nemovlenko', 2)]).toEqual([refusals, refusals]);
  at.wait(LOCKED_FOR + 60_000);
  expect([await heard('olena', 3), await heard('nemovlenko', 4)]).toEqual([refusals, refusals]);
});

/** What is tried of each way in; none of it names anybody or proves anything. */
const TRIED: Readonly<Record<string, (at: OpenDoor, one: Reader, i: number) => Promise<Response>>> = {
  'a passkey': async (at, one, i) => {
    const csrf = one.cookies.get('csrf') ?? '';
    // Every fourth time a question is asked for first, as a browser does; its answer names a key nobody has.
    const html = i % 4 === 0 ? await (await one.ask('/sign-in')).text() : '';
    const challenge = /name="challenge" value="([^"]+)"/.exec(html)?.[1] ?? 'x'.repeat(43);
    const answer = JSON.stringify({ id: `guess-${String(i).padStart(16, '0')}`, type: 'public-key', response: {} });
    return await sent(one, '/sign-in/passkey', { csrf, challenge, answer }, i);
  },
  'a way back from a provider': async (_at, one, i) =>
    await one.ask(`/sign-in/provider/return?code=guess-${i}&state=guess-${i}`, { headers: headersFrom(i) }),
  'a program': async (_at, one, i) => {
    const assertion = ['e30', Buffer.from(JSON.stringify({ sub: `program-${i % 7}` })).toString('base64url'), 'AA'];
    const form = {
      grant_type: 'client_credentials',
      client_id: `program-${i % 7}`,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion.join('.'),
    };
    return await sent(one, '/program/token', form, i, { dpop: 'e30.e30.AA' });
  },
};
/** All that whoever tries is told; of a passkey and a provider, most tries answer nothing that was asked of them. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  'a passkey': ['form-expired', 'sign-in-refused'],
  'a way back from a provider': ['form-expired'],
  'a program': ['invalid_client', 'slow_down'],
};
const headersFrom = (i: number): Readonly<Record<string, string>> => ({
  accept: 'application/json',
  'x-forwarded-for': `203.0.${Math.floor(i / 250)}.${i % 250}`,
});
const sent = async (
  one: Reader,
  to: string,
  form: Readonly<Record<string, string>>,
  i: number,
  more: Readonly<Record<string, string>> = {},
): Promise<Response> => await one.send(to, form, { headers: { ...headersFrom(i), ...more } });

/** Ten thousand take longer than the rest of this file. */
const TRIES = process.env['SLOW'] === '1' ? 10_000 : 2000;

test.each(Object.keys(TRIED))('thousands of tries of %s get nowhere, and fill no table', async (way) => {
  const at = await door({ signIn: PASSKEYS, proxied: true });
  await invited(at);
  const one = readerAt(at.windows);
  one.cookies.set('csrf', await one.token('/sign-in'));
  const told = new Set<string>();
  for (let i = 0; i < TRIES; i++) {
    const answer = await TRIED[way]?.(at, one, i);
    const said = (await answer?.json()) as { readonly code?: string; readonly error?: string };
    told.add(said.code ?? said.error ?? String(answer?.status));
  }
  expect([...told].toSorted()).toEqual(TOLD[way]);
  expect((await one.ask('/session', JSON_ASKED)).status).toBe(401);
  for (const table of ['administration', 'failures', 'spent']) {
    const [rows] = await at.registry.sql<{ n: number }[]>`select count(*)::int as n from ${at.registry.sql(table)}`;
    expect([table, (rows?.n ?? 0) < 30]).toEqual([table, true]);
  }
});

test('ten thousand tries from ten thousand addresses get nowhere, are heard five times, fill no table', async () => {
  const at = await door({ signIn: PASSKEYS, proxied: true });
  await invited(at);
  const one = readerAt(at.windows);
  const verdicts = new Map<string, number>();
  const MANY = 10_000;
  for (let i = 0; i < MANY; i++) {
    const from = `203.0.${Math.floor(i / 250)}.${i % 250}`;
    const verdict = await guess(one, 'olena', `GUESS-${i}`, from);
    verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
  }
  expect(verdicts.get('good')).toBeUndefined();
  expect(verdicts.get('sign-in-refused')).toBe(FAILURES);
  // What is neither refused nor locked was turned away before any table was asked.
  expect((verdicts.get('429') ?? 0) + (verdicts.get('account-locked') ?? 0)).toBe(MANY - FAILURES);
  const [rows] = await at.registry.sql<{ n: number }[]>`select count(*)::int as n from administration`;
  expect(rows?.n).toBeLessThan(20);
}, 120_000);

test('where a try comes from is what the operator’s own proxy adds last, and is read of nobody else', async () => {
  const statuses = async (proxied: boolean, from: (i: number) => string): Promise<readonly number[]> => {
    const at = await openDoor({ exercise: true, proxied });
    const one = readerAt(at.windows);
    const csrf = await one.token('/sign-in');
    const found = new Set<number>();
    for (let i = 0; i < 15; i++) {
      const headers = { accept: 'application/json', 'x-forwarded-for': from(i) };
      found.add((await one.send('/sign-in', { csrf, official: `nobody-${i}` }, { headers })).status);
    }
    await at.close();
    return [...found].sort((a, b) => a - b);
  };
  expect(await statuses(true, (i) => `198.51.100.${i}`)).toEqual([422]);
  expect(await statuses(true, (i) => `198.51.100.${i}, 203.0.113.7`)).toEqual([422, 429]);
  expect(await statuses(false, (i) => `198.51.100.${i}`)).toEqual([422, 429]);
});

describe('a form from elsewhere', () => {
  /** An address that a route answers: a word for each parameter, as long as its pattern asks for. */
  const at = (path: string): string =>
    path.replaceAll(/:[a-z]+(\{(?:[^{}]|\{[^{}]*\})*\})?/g, (_all, pattern: string | undefined) =>
      'a'.repeat(Number(/\{(\d+)\}\}$/.exec(pattern ?? '')?.[1] ?? 1)),
    );

  test('changes nothing at any address that takes one: with no token, with another’s, from another site', async () => {
    const opened = await door({ exercise: true });
    const routes = routesOf(opened.node).filter(({ method }) => method === 'POST');
    // A program proves each request with its key; nobody else's page can make one.
    expect(routes.filter(({ by }) => by === 'key').map(({ path }) => path)).toEqual(['/program/token']);
    const [victim, attacker] = [readerAt(opened.windows), readerAt(opened.windows)];
    const own = await victim.signIn('both');
    const foreign = await attacker.signIn('writer');
    const before = opened.node.officials.length;
    const tried = routes.filter(({ by }) => by !== 'key');
    expect(tried.length).toBeGreaterThan(15);
    for (const { path } of tried) {
      for (const [csrf, more] of [
        ['', {}],
        [foreign, {}],
        [own, { 'sec-fetch-site': 'cross-site' }],
        [own, { 'sec-fetch-site': 'same-site' }],
        [own, { origin: 'https://evil.example' }],
        [own, { origin: 'null' }],
      ] as const) {
        const headers = { ...JSON_ASKED.headers, ...more };
        const sent = await victim.send(at(path), { csrf, official: 'both' }, { headers });
        expect([path, more, sent.status, await sent.json()]).toMatchObject([path, more, 403, { code: 'form-expired' }]);
      }
    }
    // The victim is still who they were.
    expect(await victim.json('/session')).toMatchObject({ official: { id: 'both' } });
    expect([opened.node.officials.length, await opened.node.drafts()]).toEqual([before, []]);
  });

  test('that signs somebody in carries a token too: nobody is made somebody else (login CSRF)', async () => {
    const opened = await door({ exercise: true });
    const victim = readerAt(opened.windows);
    const sent = await victim.send('/sign-in', { official: 'writer' }, JSON_ASKED);
    expect([sent.status, victim.cookies.get('servanda-ua')]).toEqual([403, undefined]);
  });
});

describe('the row of a demonstration', () => {
  test('is not there where the node is real, however it is configured and whatever it is given', async () => {
    const at = await door({ exercise: false, signIn: PASSKEYS });
    expect(at.node.people.ways).toEqual(['passkey']);
    expect(at.node.officials).toEqual([]);
    const one = readerAt(at.windows);
    const page = await (await one.ask('/sign-in')).text();
    expect(page).not.toContain('EXERCISE');
    for (const official of ['writer', 'both', 'operator']) {
      const csrf = await one.token('/sign-in');
      const sent = await one.send('/sign-in', { csrf, official }, JSON_ASKED);
      expect([sent.status, await sent.json()]).toMatchObject([403, { code: 'role-missing' }]);
    }
    expect((await one.ask('/drafts')).status).toBe(303);
  });
});

describe('the administration', () => {
  test('is read by auditors and operators alone, holds no content, and shows where a row was changed', async () => {
    const at = await door({ exercise: true });
    await invited(at);
    for (const [official, status] of [['writer', 403], ['both', 403], ['operator', 200]] as const) {
      const one = readerAt(at.windows);
      await one.signIn(official);
      expect([official, (await one.ask('/people')).status]).toEqual([official, status]);
    }
    expect((await readerAt(at.windows).ask('/people')).status).toBe(303);
    const { sql } = at.registry;
    expect(await firstBroken(sql)).toBeUndefined();
    await sql`update administration set about = 'nobody' where n = 1`;
    expect(await firstBroken(sql)).toBe(1);
  });

  test('and the whole database hold nothing with which anybody signs in', async () => {
    const at = await door();
    await invited(at);
    const one = readerAt(at.windows);
    await guess(one, 'olena', CODE);
    const { sql } = at.registry;
    const tables = await sql<{ name: string }[]>`
      select table_name as name from information_schema.tables where table_schema = 'public'`;
    expect(tables.length).toBeGreaterThan(20);
    const dump: string[] = [];
    for (const { name } of tables) {
      const rows = await sql.unsafe<{ row: string }[]>(`select t::text as row from ${name} t`);
      dump.push(...rows.map(({ row }) => row));
    }
    const all = dump.join('\n');
    for (const secret of [CODE, CODE.replaceAll('-', ''), ...one.cookies.values()]) expect(all).not.toContain(secret);
    // What stands there of a code is no code.
    const [kept] = await sql<{ hex: string }[]>`select encode(digest, 'hex') as hex from invitations`;
    expect(await guess(one, 'olena', kept?.hex ?? '')).toBe('sign-in-refused');
  });

  test('keeps codes, challenges and cookies out of itself and of every line that is said', async () => {
    const at = await door();
    await invited(at);
    const one = readerAt(at.windows);
    await guess(one, 'olena', CODE);
    await guess(one, 'olena', 'MY-SECRET-GUESS');
    const kept = await at.registry.sql`select * from administration`;
    const bare = await at.registry.sql`select encode(digest, 'escape') as digest from invitations`;
    const all = JSON.stringify([at.said, kept, bare]);
    for (const secret of [CODE, CODE.replaceAll('-', ''), 'MY-SECRET-GUESS', ...one.cookies.values()]) {
      expect(all).not.toContain(secret);
    }
  });
});

describe('behind TLS', () => {
  test('every cookie is of this very host, is sent encrypted alone, and a browser is cleaned at the end', async () => {
    const at = await door({ exercise: true, secure: true });
    const one = readerAt(at.windows);
    await one.ask('/agreement?lang=uk');
    await one.signIn('writer');
    expect([...one.cookies.keys()].sort()).toEqual(['__Host-lang', '__Host-servanda-ua']);
    const page = await one.ask('/session');
    expect(page.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    expect(page.headers.get('permissions-policy')).toContain('camera=()');
    const out = await one.send('/sign-out', { csrf: await one.token('/session') });
    expect(out.headers.get('clear-site-data')).toBe('"cache", "storage"');
    for (const line of out.headers.getSetCookie()) expect(line).toMatch(/Secure/);
  });
});
