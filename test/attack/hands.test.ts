// Four eyes at a real desk and through its windows: one person is one hand, whatever they are signed in as.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BODY_DESIGNATED } from '../../src/act/kinds.ts';
import type { Draft, Official } from '../../src/node/node.ts';
import { enrolOffice, type Registry } from '../../src/node/registrar.ts';
import type { GroupRule } from '../../src/node/signin.ts';
import { readAssets } from '../../src/web/assets.ts';
import { makeWindows, type Windows } from '../../src/web/windows.ts';
import { openPair, type Pair } from '../twin/pair.ts';
import { HOST, type Reader, readerAt } from '../web/windows.ts';
import { type Directory, type Idp, openIdp } from './idp.ts';

const post = { en: 'officer', uk: 'співробітник', sq: 'nëpunës' };
const JSON_ASKED = { headers: { accept: 'application/json' } };
const FORM = { body: 'ua:nmaa', provisions: '58', from: '2026-09-01' };
const WINDOWS = `http://${HOST}`;
const rule = (group: string, body: string, roles: GroupRule['roles']): GroupRule => ({ group, body, roles, post });
const GROUPS = [
  rule('write', 'ua:mfa', ['reader', 'drafter']),
  rule('approve', 'ua:mfa', ['reader', 'approver']),
  rule('mines', 'ua:nmaa', ['reader', 'drafter', 'approver']),
];
/** Two accounts of one person, and three other people. */
const DIRECTORY: Directory = new Map([
  ['anna', { name: 'A. Anna', groups: ['write'], person: 'E-1' }],
  ['anna-admin', { name: 'A. Anna', groups: ['approve'], person: 'E-1' }],
  ['borys', { name: 'B. Borys', groups: ['approve'] }],
  ['borys-both', { name: 'B. Borys', groups: ['write', 'approve'] }],
  ['vira', { name: 'V. Vira', groups: ['approve'] }],
  ['mykola', { name: 'M. Mykola', groups: ['mines'] }],
]);

let pair: Pair;
let windows: Windows;
let registry: Registry;
let idp: Idp;

beforeAll(async () => {
  idp = await openIdp(`${WINDOWS}/sign-in/provider/return`, DIRECTORY);
  const { issuer, client, secret } = idp;
  const provider = { issuer, client, secret, scope: 'openid profile', groups: 'groups', person: 'employee' };
  const signIn = { windows: WINDOWS, provider, groups: GROUPS, passkeys: false };
  pair = await openPair(undefined, undefined, undefined, { signIn });
  const { node, sql } = pair.node('ua');
  windows = makeWindows(node, await readAssets(), { hosts: [], secureCookies: false, say: () => undefined, now });
  registry = { sql, side: 'ua', now: () => new Date() };
  const enrol = async (id: string, person: string, roles: Official['roles'], body = 'ua:mfa', program = false) =>
    await enrolOffice(registry, { id, person, name: `${person.toUpperCase()}. EXERCISE`, body, roles, post, program });
  await enrol('anna-desk', 'anna', ['reader', 'drafter']);
  await enrol('anna-head', 'anna', ['reader', 'approver']);
  await enrol('anna-deputy', 'anna', ['reader', 'approver']);
  await enrol('borys', 'borys', ['reader', 'approver']);
  await enrol('vira', 'vira', ['reader', 'drafter', 'approver']);
  await enrol('mines', 'mykola', ['reader', 'drafter', 'approver'], 'ua:nmaa');
  await enrol('feed', 'feed', ['reader', 'drafter'], 'ua:mfa', true);
  await node.people.refresh();
});

afterAll(async () => {
  windows.close();
  await pair.close();
  await idp.close();
});

/** The clock of sessions: a minute on at each test, so that tries of this one address come back. */
let minutes = 0;
const now = (): number => Date.now() + minutes * 60_000;

beforeEach(() => {
  minutes += 1;
});

const official = (id: string): Official => {
  const found = pair.node('ua').node.officials.find((one) => one.id === id);
  if (found === undefined) throw new Error(`hands: there is no ${id}`);
  return found;
};

async function draftBy(id: string): Promise<Draft> {
  const { node } = pair.node('ua');
  const typed = Object.fromEntries(Object.entries(FORM).map(([name, value]) => [name, [value]]));
  return await node.write(official(id), BODY_DESIGNATED.id, undefined, typed);
}

/** The code of the refusal that it meets, or `done`. */
async function verdict(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (cause) {
    return (cause as { readonly code?: string }).code ?? String(cause);
  }
}

describe('at the desk', () => {
  test('who wrote does not approve, in any office of theirs; and two offices are one approval', async () => {
    const { node } = pair.node('ua');
    const own = await draftBy('anna-desk');
    for (const id of ['anna-head', 'anna-deputy']) {
      expect([id, await verdict(node.approve(official(id), own.id, own.digest))]).toEqual([id, 'approver-is-drafter']);
    }
    const other = await draftBy('vira');
    expect(await verdict(node.approve(official('anna-head'), other.id, other.digest))).toBe('done');
    const twice = node.approve(official('anna-deputy'), other.id, other.digest);
    expect(await verdict(twice)).toBe('approver-repeated');
    expect((await node.draft(other.id))?.state).toBe('waiting');
    expect(await verdict(node.approve(official('borys'), other.id, other.digest))).toBe('done');
    expect((await node.draft(other.id))?.state).toBe('recorded');
  });

  test('two approvals of one person at the same moment are one', async () => {
    const { node } = pair.node('ua');
    const draft = await draftBy('vira');
    const both = ['anna-head', 'anna-deputy'].map(async (id) =>
      await verdict(node.approve(official(id), draft.id, draft.digest)));
    expect((await Promise.all(both)).sort()).toEqual(['approver-repeated', 'done']);
    expect((await node.draft(draft.id))?.state).toBe('waiting');
  });

  test('a program drafts, and is no hand', async () => {
    const { node } = pair.node('ua');
    const draft = await draftBy('feed');
    expect(draft.writtenBy.id).toBe('feed');
    const asApprover = { ...official('feed'), roles: ['approver' as const] };
    expect(await verdict(node.approve(asApprover, draft.id, draft.digest))).toBe('role-missing');
    expect(await verdict(node.approve(official('mines'), draft.id, draft.digest))).toBe('draft-unknown');
  });
});

describe('through the windows', () => {
  const enter = async (user: string): Promise<Reader> => {
    const one = readerAt(windows, 'en');
    const left = await one.ask('/sign-in/provider');
    const back = await idp.visit(left.headers.get('location') ?? '', user);
    expect((await one.ask(back.slice(WINDOWS.length))).status).toBe(200);
    return one;
  };
  const send = async (one: Reader, path: string, fields: Record<string, string>): Promise<[number, string]> => {
    const csrf = await one.token('/session');
    const response = await one.send(path, { csrf, ...fields }, JSON_ASKED);
    const said = (await response.json()) as { readonly code?: string; readonly state?: string };
    return [response.status, said.code ?? said.state ?? ''];
  };
  const writeAs = async (one: Reader): Promise<{ readonly path: string; readonly digest: string }> => {
    const csrf = await one.token('/session');
    const made = await one.send('/drafts', { csrf, kind: BODY_DESIGNATED.id, ...FORM }, JSON_ASKED);
    expect(made.status).toBe(201);
    const { digest } = (await made.json()) as { readonly digest: string };
    return { path: made.headers.get('location') ?? '', digest };
  };
  const sizeOf = async (): Promise<number> => (await pair.node('ua').node.record()).logs[0]?.size ?? -1;

  test('a person with two accounts at the provider, or with two roles in one, is one hand', async () => {
    const { path, digest } = await writeAs(await enter('anna'));
    const other = await enter('anna-admin');
    expect(await send(other, `${path}/approve`, { digest })).toEqual([409, 'approver-is-drafter']);
    const both = await enter('borys-both');
    const own = await writeAs(both);
    expect(await send(both, `${own.path}/approve`, { digest: own.digest })).toEqual([409, 'approver-is-drafter']);
  });

  test('an approval sent again counts once, before the act is said and after', async () => {
    const { path, digest } = await writeAs(await enter('anna'));
    const [borys, vira] = [await enter('borys'), await enter('vira')];
    const csrf = await borys.token('/session');
    const approve = async (): Promise<number> =>
      (await borys.send(`${path}/approve`, { csrf, digest }, JSON_ASKED)).status;
    expect([await approve(), await approve(), await approve()]).toEqual([201, 409, 409]);
    const before = await sizeOf();
    expect(await send(vira, `${path}/approve`, { digest })).toEqual([201, 'recorded']);
    const after = await sizeOf();
    expect(after).toBeGreaterThan(before);
    expect([await approve(), await send(vira, `${path}/approve`, { digest })]).toEqual([409, [409, 'draft-changed']]);
    expect(await sizeOf()).toBe(after);
  });

  test('an approval of one draft is none of another, nor of the same words written anew', async () => {
    const writer = await enter('anna');
    const [first, second] = [await writeAs(writer), await writeAs(writer)];
    expect(first.digest).not.toBe(second.digest);
    const answer = await send(await enter('borys'), `${second.path}/approve`, { digest: first.digest });
    expect(answer).toEqual([409, 'draft-changed']);
  });

  test('a draft of another body is not there: not to read, not to approve, not to send back', async () => {
    const { path, digest } = await writeAs(await enter('anna'));
    const stranger = await enter('mykola');
    for (const at of [path, `${path}/part/body`, `${path}/note/en`]) {
      expect([at, (await stranger.ask(at)).status]).toEqual([at, 404]);
    }
    expect(await (await stranger.ask('/drafts')).text()).not.toContain(path);
    expect(await send(stranger, `${path}/approve`, { digest })).toEqual([404, 'draft-unknown']);
    expect(await send(stranger, `${path}/send-back`, { reason: 'x' })).toEqual([404, 'draft-unknown']);
  });
});

test('no private key stands in the database of a node: what signs is in its home, or elsewhere', async () => {
  const { running, home } = pair.seats.ua;
  if (running === undefined) throw new Error('hands: the node is not open');
  const tables = await running.sql<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public'`;
  const dump: string[] = [];
  for (const { name } of tables) {
    const rows = await running.sql.unsafe<{ row: string }[]>(`select t::text as row from ${name} t`);
    dump.push(...rows.map(({ row }) => row));
  }
  const all = dump.join('\n');
  const texts = await Promise.all(
    (await readdir(join(home, 'keys'))).map(async (name) => await readFile(join(home, 'keys', name), 'utf8')),
  );
  const seeds = texts.map((text) => (JSON.parse(text) as { readonly seed?: string }).seed ?? '').filter(Boolean);
  expect(seeds.length).toBeGreaterThan(3);
  for (const seed of seeds) {
    expect(all).not.toContain(seed);
    expect(all).not.toContain(Buffer.from(seed, 'base64').toString('hex'));
  }
});

test('a demonstration does not become a real record, nor lets its row in to one, by a change of settings', async () => {
  const { ua } = pair.settings;
  await pair.shut('ua');
  pair.settings.ua = { ...ua, exercise: false };
  await expect(pair.open('ua')).rejects.toMatchObject({ code: 'input-malformed' });
  pair.settings.ua = ua;
});
