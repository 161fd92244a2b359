// servanda official: who holds which office at a node, how they sign in, and what was done with them.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { refuse } from '../act/refusal.ts';
import { type Role, ROLES } from '../agreement/official.ts';
import { readSettings } from '../node/config.ts';
import { newCode } from '../node/passkeys.ts';
import {
  addProgramKey, closeOffice, closePerson, dropPasskeys, dropProgramKeys, enrolOffice, invite, linkIdentity,
  type Registry, unlock,
} from '../node/registrar.ts';
import { firstBroken, newestDeeds } from '../node/store/administration.ts';
import { connect, migrate } from '../node/store/database.ts';
import { allOffices } from '../node/store/people.ts';
import { type Command, EXIT, needed, type Said, textOf, type World } from './command.ts';
import { clockOf, homeOf } from './house.ts';
import { lodge } from './lodging.ts';

type Deed = (at: Registry, said: Said, world: World) => Promise<readonly string[]>;

function rolesOf(said: Said): readonly Role[] {
  const names = needed(said, 'roles').split(',').map((name) => name.trim());
  const strange = names.find((name) => !ROLES.includes(name as Role));
  if (strange !== undefined) throw refuse('usage', `--roles ${strange} is not one of ${ROLES.join(', ')}.`);
  return [...new Set(names)] as Role[];
}

function postOf(said: Said, fallback: string): { readonly en: string; readonly uk: string; readonly sq: string } {
  const en = textOf(said, 'post-en') ?? fallback;
  return { en, uk: textOf(said, 'post-uk') ?? en, sq: textOf(said, 'post-sq') ?? en };
}

async function enrol(at: Registry, said: Said, program: boolean): Promise<readonly string[]> {
  const id = needed(said, 'id');
  const person = program ? id : (textOf(said, 'person') ?? id);
  const name = needed(said, 'name');
  const is = { id, person, name, body: needed(said, 'body'), roles: rolesOf(said) };
  return [`${id}: ${await enrolOffice(at, { ...is, post: postOf(said, name), program })}.`];
}

async function keyIn(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown;
  } catch (cause) {
    throw refuse('input-malformed', `Reading the key in ${path}, which is no JSON.`, cause);
  }
}

const DEEDS: Readonly<Record<string, Deed>> = {
  enrol: async (at, said) => await enrol(at, said, false),
  program: async (at, said, world) => {
    const told = await enrol(at, said, true);
    const thumb = await addProgramKey(at, needed(said, 'id'), await keyIn(resolve(world.cwd, needed(said, 'key'))));
    return [...told, `It speaks with the key ${thumb}.`];
  },
  'drop-keys': async (at, said) => [`${await dropProgramKeys(at, needed(said, 'id'))} keys are ended.`],
  end: async (at, said) => {
    const person = textOf(said, 'person');
    if (person === undefined) await closeOffice(at, needed(said, 'id'));
    else await closePerson(at, person);
    return [`${person ?? needed(said, 'id')} is ended.`];
  },
  invite: async (at, said) => {
    const person = needed(said, 'person');
    const code = newCode((count) => new Uint8Array(randomBytes(count)));
    await invite(at, person, code);
    return [code, `Tell ${person} this code and no one else. It is good once, for a day, at /sign-in/enrol.`];
  },
  'drop-passkeys': async (at, said) => [`${await dropPasskeys(at, needed(said, 'person'))} passkeys are ended.`],
  unlock: async (at, said) => {
    const person = needed(said, 'person');
    return [(await unlock(at, person)) ? `${person} can try again.` : `Nothing of ${person} was locked.`];
  },
  link: async (at, said) => {
    const account = { issuer: needed(said, 'issuer'), subject: needed(said, 'subject') };
    await linkIdentity(at, needed(said, 'person'), account);
    return [`${account.subject} at ${account.issuer} is ${needed(said, 'person')}.`];
  },
  list: async ({ sql }) =>
    (await allOffices(sql)).map(({ id, person, name, body, roles, program, source, ended_at }) => {
      const is = program ? 'program' : `${name} (${person})`;
      return [id, is, body, roles.join(','), source, ended_at === null ? 'holds it' : 'ended'].join('\t');
    }),
  audit: async ({ sql }, _said, world) => {
    const broken = await firstBroken(sql);
    const deeds = (await newestDeeds(sql, AUDITED)).toReversed();
    const lines = deeds.map(({ n, at, deed, by, about, detail }) =>
      [n, at.toISOString(), deed, by, about, detail].join('\t'));
    for (const line of lines) world.print(line);
    if (broken !== undefined) throw refuse('export-invalid', `Row ${broken} of the administration was changed.`);
    return [`${lines.length} rows, each following from those before it.`];
  },
};
/** Rows of the administration printed, at most: the newest. */
const AUDITED = 10_000;

/** Does `work` with the people of a home, beside the node that may run on it. No key of the node is opened for it. */
async function atHome(home: string, world: World, work: (at: Registry) => Promise<void>): Promise<void> {
  const settings = await readSettings(home);
  const lodging = await lodge(home, world, false);
  const sql = connect(lodging.place);
  try {
    await migrate(sql);
    await work({ sql, side: settings.side, now: clockOf(settings) });
  } finally {
    await sql.end({ timeout: 5 });
    await lodging.leave();
  }
}

export const official: Command = {
  name: 'official',
  form: `${Object.keys(DEEDS).join(' | ')} --home DIR`,
  summary:
    'Says who holds which office at a node: enrols and ends officials and programs, gives one-time codes for\n' +
    'passkeys, opens what failed tries have locked, lists them, prints what was done. The node may run meanwhile.',
  options: [
    { name: 'home', value: 'DIR', help: 'Home of the node. Default: .servanda in the current folder.' },
    { name: 'id', value: 'ID', help: 'The office: small letters, digits, hyphens.' },
    { name: 'person', value: 'ID', help: 'Who holds it; one person may hold several. Default: the id of the office.' },
    { name: 'name', value: 'NAME', help: 'Name of the person or program.' },
    { name: 'body', value: 'BODY', help: 'The body: ua:mfa. For an operator the node itself: ua:node.' },
    { name: 'roles', value: 'ROLES', help: `Separated by commas: ${ROLES.join(', ')}.` },
    ...(['en', 'uk', 'sq'] as const).map((tag) => ({
      name: `post-${tag}`,
      value: 'TEXT',
      help: `What they are, in ${tag}. Default: ${tag === 'en' ? 'the name' : 'as in en'}.`,
    })),
    { name: 'key', value: 'FILE', help: 'program: its public key, a JWK of Ed25519 or P-256.' },
    { name: 'issuer', value: 'URL', help: 'link: the identity provider.' },
    { name: 'subject', value: 'TEXT', help: 'link: the identity there.' },
  ],
  run: async (said, world) => {
    const deed = DEEDS[said.rest[0] ?? ''];
    if (deed === undefined) throw refuse('usage', `servanda official: say one of ${Object.keys(DEEDS).join(', ')}.`);
    await atHome(homeOf(textOf(said, 'home'), world), world, async (at) => {
      for (const line of await deed(at, said, world)) world.print(line);
    });
    return EXIT.done;
  },
};
