// The door of a node for its own people and programs: the ways in, put together and shown to the windows.
import { createHash } from 'node:crypto';
import { utf8 } from '../act/bytes.ts';
import { Refusal, refuse } from '../act/refusal.ts';
import type { Official, Role } from '../agreement/official.ts';
import { askEnrolment, askPasskey, checkEnrolment, checkPasskey, codeText, passkeyNamed } from './passkeys.ts';
import { People, type Post } from './people.ts';
import { type Claimed, Provider } from './provider.ts';
import { Programs } from './programs.ts';
import type { GroupRule, SignIn } from './signin.ts';
import {
  burnInvitations, countPasskey, findInvitation, insertPasskey, passkeysOf, readPasskey, useInvitation,
} from './store/credentials.ts';
import type { Sql } from './store/database.ts';
import { readPerson } from './store/people.ts';
import type { PeopleRoom, WayIn } from './window.people.ts';

export interface DoorGround {
  readonly sql: Sql;
  readonly side: string;
  readonly exercise: boolean;
  /** The row of a demonstration. */
  readonly invented: readonly Official[];
  readonly signIn: SignIn;
  readonly now: () => Date;
  readonly random: (bytes: number) => Uint8Array;
}

export interface Door {
  readonly people: People;
  readonly room: PeopleRoom;
}

/** The digest under which a one-time code is kept. */
export function codeDigest(code: string): Uint8Array {
  return new Uint8Array(createHash('sha256').update(utf8(codeText(code))).digest());
}

/** What the groups of a person make of them: one post a body, with every role that a group gives there. */
export function postsOf(groups: readonly string[], rules: readonly GroupRule[]): readonly Post[] {
  const posts = new Map<string, { post: Official['post']; roles: Set<Role> }>();
  for (const rule of rules.filter(({ group }) => groups.includes(group))) {
    const post = posts.get(rule.body) ?? { post: rule.post, roles: new Set<Role>() };
    for (const role of rule.roles) post.roles.add(role);
    posts.set(rule.body, post);
  }
  return [...posts].map(([body, { post, roles }]) => ({ body, roles: [...roles], post }));
}

/** The door on that ground. The invented row is that of a demonstration, or of nobody. */
export function doorOf(ground: DoorGround): Door {
  const { sql, side, now, signIn, random } = ground;
  const people = new People({ sql, side, now, invented: ground.exercise ? ground.invented : [] });
  const { windows } = signIn;
  const provider =
    signIn.provider === undefined || windows === undefined
      ? undefined
      : new Provider({ settings: signIn.provider, windows, now, random });
  const ways: readonly WayIn[] = [
    ...(ground.exercise && ground.invented.length > 0 ? (['exercise'] as const) : []),
    ...(provider === undefined ? [] : (['provider'] as const)),
    ...(signIn.passkeys ? (['passkey'] as const) : []),
  ];
  const programs = new Programs({
    sql, now, random, official: (id) => people.officials().find((one) => one.id === id),
  });
  const room: PeopleRoom = {
    ways,
    passkeyOrigin: signIn.passkeys ? windows : undefined,
    refresh: async () => await people.refresh(),
    choose: async (id) => await people.choose(id),
    ...providerRoom(people, provider, signIn.groups),
    ...passkeyRoom(people, ground),
    ...programRoom(people, programs),
    known: async () => await people.known(),
    deeds: async (before) => await people.deeds(before),
  };
  return { people, room };
}

const noWay = (way: string): Error => refuse('role-missing', `Signing in ${way}, which this node does not offer.`);

function providerRoom(
  people: People,
  provider: Provider | undefined,
  rules: readonly GroupRule[],
): Pick<PeopleRoom, 'depart' | 'arrive'> {
  const back = async (query: string, departure: Parameters<Provider['arrive']>[1]): Promise<Claimed> => {
    if (provider === undefined) throw noWay('at an identity provider');
    try {
      return await provider.arrive(query, departure);
    } catch (cause) {
      if (cause instanceof Refusal && cause.code === 'sign-in-refused') await people.stranger(cause.detail);
      throw cause;
    }
  };
  return {
    depart: async () => {
      if (provider === undefined) throw noWay('at an identity provider');
      return await provider.depart();
    },
    arrive: async (query, departure) => {
      const claimed = await back(query, departure);
      const person = await people.settle({ ...claimed, posts: postsOf(claimed.groups, rules) });
      return await people.begin(person, `provider ${claimed.issuer}`);
    },
  };
}

type PasskeyWork = Pick<PeopleRoom, 'askPasskey' | 'withPasskey' | 'askEnrolment' | 'enrol'>;

function passkeyRoom(people: People, { sql, signIn, side, now, random }: DoorGround): PasskeyWork {
  const desk = (): Parameters<typeof askPasskey>[0] => {
    if (!signIn.passkeys || signIn.windows === undefined) throw noWay('with a passkey');
    return { origin: signIn.windows, name: `Servanda ${side.toUpperCase()}`, random };
  };
  /** Does what a known account tries; a failed try is counted, and what succeeds forgets those before. */
  const tried = async <T>(account: string, work: () => Promise<T>): Promise<T> => {
    await people.requireOpen(account);
    try {
      const done = await work();
      await people.succeeded(account);
      return done;
    } catch (cause) {
      if (cause instanceof Refusal && cause.code === 'sign-in-refused') {
        const isLocked = await people.failed(account, cause.detail);
        // Whoever guesses codes until the account locks has guessed enough of them.
        if (isLocked && account.startsWith('code:')) await burnInvitations(sql, account.slice(5), now());
      }
      throw cause;
    }
  };
  const requireCode = async (person: string, code: string): Promise<string> => {
    const known = await readPerson(sql, person);
    const isGood = known?.ended_at === null && (await findInvitation(sql, codeDigest(code), person, now()));
    if (!isGood) throw refuse('sign-in-refused', 'Making a passkey with a one-time code.');
    return known.name;
  };
  return {
    askPasskey: async () => await askPasskey(desk()),
    withPasskey: async (answer, challenge) => {
      const room = desk();
      const row = await readPasskey(sql, passkeyNamed(answer));
      if (row === undefined) {
        await people.stranger('a passkey that is not known here');
        throw refuse('sign-in-refused', 'Signing in with a passkey.');
      }
      await tried(`person:${row.person}`, async () => {
        await countPasskey(sql, row.id, await checkPasskey(room, row, answer, challenge), now());
      });
      return await people.begin(row.person, 'passkey');
    },
    askEnrolment: async (person, code) => {
      const room = desk();
      if ((await readPerson(sql, person)) === undefined) {
        await people.failedAsNobody(`code:${person}`, 'a one-time code of nobody known here');
        throw refuse('sign-in-refused', 'Making a passkey with a one-time code.');
      }
      const name = await tried(`code:${person}`, async () => await requireCode(person, code));
      return await askEnrolment(room, { id: person, name }, await passkeysOf(sql, person));
    },
    enrol: async (person, code, answer, challenge) => {
      const room = desk();
      await tried(`code:${person}`, async () => {
        await requireCode(person, code);
        const row = await checkEnrolment(room, person, answer, challenge);
        const isFirst = await useInvitation(sql, codeDigest(code), now());
        if (!isFirst || !(await insertPasskey(sql, row, now()))) {
          throw refuse('sign-in-refused', 'Making a passkey with a one-time code.');
        }
      });
      await people.did('passkey-added', person, person);
      return await people.begin(person, 'passkey');
    },
  };
}

function programRoom(people: People, programs: Programs): Pick<PeopleRoom, 'token' | 'program'> {
  return {
    token: async (assertion, request, purpose) => {
      await people.refresh();
      try {
        const office = programs.named(assertion);
        const token = await programs.token({ office, assertion, purpose }, request);
        await people.did('signed-in', office, office, 'key');
        return token;
      } catch (cause) {
        // Nobody guesses a signature, and a name that anyone can write must not lock whoever bears it.
        if (cause instanceof Refusal && cause.code === 'sign-in-refused') await people.stranger(cause.detail);
        throw cause;
      }
    },
    program: async (request) => {
      await people.refresh();
      return await programs.check(request);
    },
  };
}
