// servanda official, called as an operator calls it, beside a node that knows nothing of it until it looks.
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { writeSettings } from '../../src/node/config.ts';
import { doorOf } from '../../src/node/peopleroom.ts';
import { readSignIn } from '../../src/node/signin.ts';
import { connect, type Place, type Sql } from '../../src/node/store/database.ts';
import { type FreshDatabase, freshDatabase } from '../setup/database.ts';

let home: string;
let database: FreshDatabase;
let sql: Sql;

function urlOf(place: Place): string {
  if ('url' in place) return place.url;
  const { user, database: name, host, port } = place;
  return `postgres://${user}@localhost/${name}?host=${host}&port=${port}`;
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'servanda-official-'));
  database = await freshDatabase();
  sql = connect(database.place);
  await writeSettings(home, {
    version: 1,
    side: 'ua',
    agreement: 'ua-al-2025',
    host: 'ua.example',
    epoch: 1,
    exercise: false,
    web: 0,
    wire: 0,
    clockOffset: 0,
  });
});

afterAll(async () => {
  await sql.end({ timeout: 5 });
  await database.drop();
  await rm(home, { recursive: true, force: true });
});

/** Runs `servanda official`; gives the exit code and every line. */
async function official(...argv: readonly string[]): Promise<readonly [number, string]> {
  const lines: string[] = [];
  const world = {
    env: { DATABASE_URL: urlOf(database.place) },
    cwd: home,
    print: (line: string) => lines.push(line),
    say: (line: string) => lines.push(line),
    secret: async () => await Promise.resolve(undefined),
    ended: new Promise<void>(() => undefined),
  };
  return [await main(['official', ...argv, '--home', home], world), lines.join('\n')];
}

const enrol = async (id: string, roles: string, ...more: readonly string[]): Promise<readonly [number, string]> =>
  await official('enrol', '--id', id, '--name', 'O. Olena', '--body', 'ua:mfa', '--roles', roles, ...more);

describe('servanda official', () => {
  test('enrols, changes, invites and ends an official, and the node sees each at its next look', async () => {
    const random = (bytes: number): Uint8Array => new Uint8Array(bytes);
    const signIn = await readSignIn(home, 'ua');
    const now = (): Date => new Date();
    const { people } = doorOf({ sql, side: 'ua', exercise: false, invented: [], signIn, now, random });
    const held = async (): Promise<readonly string[]> => {
      await people.refresh();
      return people.officials().map(({ id, roles }) => `${id} ${roles.join()}`);
    };
    expect(await enrol('olena', 'reader,drafter')).toEqual([0, 'olena: enrolled.']);
    expect(await held()).toEqual(['olena reader,drafter']);
    expect(await enrol('olena', 'approver')).toEqual([0, 'olena: changed.']);
    expect(await enrol('olena-audit', 'auditor', '--person', 'olena')).toEqual([0, 'olena-audit: enrolled.']);
    expect(await held()).toEqual(['olena approver', 'olena-audit auditor']);
    const [code, told] = await official('invite', '--person', 'olena');
    expect([code, told.split('\n')[0]]).toEqual([0, expect.stringMatching(/^([A-Z2-9]{5}-){4}[A-Z2-9]{5}$/)]);
    const identity = ['--issuer', 'https://id.example', '--subject', '17'] as const;
    expect((await official('link', '--person', 'olena', ...identity))[0]).toBe(0);
    expect(await official('end', '--id', 'olena-audit')).toEqual([0, 'olena-audit is ended.']);
    expect(await official('end', '--person', 'olena')).toEqual([0, 'olena is ended.']);
    expect(await held()).toEqual([]);
    expect((await official('end', '--person', 'olena'))[0]).toBe(1);
    const [, audit] = await official('audit');
    for (const deed of ['enrolled', 'changed', 'invited', 'linked', 'ended']) expect(audit).toContain(`\t${deed}\t`);
    expect(audit).toMatch(/7 rows, each following from those before it\.$/);
    expect(audit).not.toContain(told.split('\n')[0]);
    expect((await official('list'))[1]).toContain('olena\tO. Olena (olena)\tua:mfa\tapprover\toperator\tended');
  });

  test('enrols a program with its public key, and no private one', async () => {
    const pair = generateKeyPairSync('ed25519');
    for (const [name, key] of [['public', pair.publicKey], ['private', pair.privateKey]] as const) {
      await writeFile(join(home, `${name}.jwk`), JSON.stringify(key.export({ format: 'jwk' })));
    }
    const program = ['program', '--id', 'feed', '--name', 'Feed', '--body', 'ua:mfa', '--roles', 'reader'] as const;
    expect((await official(...program, '--key', 'private.jwk'))[0]).toBe(1);
    expect((await official(...program, '--key', 'public.jwk'))[1]).toContain('It speaks with the key ');
    expect(await official('drop-keys', '--id', 'feed')).toEqual([0, '1 keys are ended.']);
  });

  test('refuses who is of the other side, a mixed operator, and a role that is none', async () => {
    const foreign = await official('enrol', '--id', 'x', '--name', 'X', '--body', 'al:mefa', '--roles', 'reader');
    expect([foreign[0], foreign[1]]).toEqual([1, expect.stringContaining('side-mismatch')]);
    expect((await enrol('x', 'operator,reader'))[0]).toBe(1);
    expect((await enrol('x', 'king'))[0]).toBe(2);
    expect((await official('crown'))[0]).toBe(2);
  });

  test('says where a row of the administration was changed', async () => {
    await sql`update administration set detail = 'nothing' where n = 2`;
    expect(await official('audit')).toEqual([1, expect.stringContaining('Row 2 of the administration was changed.')]);
  });
});

describe('signin.json', () => {
  const written = async (value: unknown): Promise<unknown> => {
    await writeFile(join(home, 'signin.json'), JSON.stringify(value));
    return await readSignIn(home, 'ua').catch((cause: { readonly code?: string }) => cause.code);
  };
  const provider = { issuer: 'https://id.example', client: 'servanda', secretFile: 'secret' };
  const bare = { version: 1, windows: 'https://servanda.example' };

  test('names a provider, its secret by a file, and what each group gives', async () => {
    await writeFile(join(home, 'secret'), 'hush\n');
    const post = { en: 'officer', uk: 'співробітник', sq: 'nëpunës' };
    const groups = [{ group: 'mfa', body: 'ua:mfa', roles: ['reader'], post }];
    expect(await written({ ...bare, provider, groups })).toMatchObject({ provider: { secret: 'hush' }, groups });
    expect(await readFile(join(home, 'signin.json'), 'utf8')).not.toContain('hush');
  });

  test.each([
    ['a demonstration’s row', { ...bare, exercise: true }, 'input-malformed'],
    ['officials written into it', { ...bare, officials: [] }, 'input-malformed'],
    ['an issuer in the clear', { ...bare, provider: { ...provider, issuer: 'http://id.example' } }, 'input-malformed'],
    ['windows in the clear', { version: 1, windows: 'http://servanda.example' }, 'input-malformed'],
    ['a secret that is not there', { ...bare, provider: { ...provider, secretFile: 'nowhere' } }, 'input-malformed'],
    [
      'officials of the other side',
      { ...bare, groups: [{ group: 'x', body: 'al:mefa', roles: ['reader'], post: { en: 'x', uk: 'x', sq: 'x' } }] },
      'side-mismatch',
    ],
  ])('is refused with %s', async (_what, value, code) => {
    expect(await written(value)).toBe(code);
  });
});
