// How people sign in at a node: its identity provider, its passkeys; a file of the operator's in the home.
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import Type from 'typebox';
import { BodyId } from '../act/act.ts';
import { refuse } from '../act/refusal.ts';
import { shape } from '../act/shape.ts';
import { ROLES, type Role } from '../agreement/official.ts';

export const SIGN_IN_FILE = 'signin.json';

const closed = { additionalProperties: false } as const;
const Text = Type.String({ minLength: 1, maxLength: 300 });
const InThree = Type.Object({ en: Text, uk: Text, sq: Text }, closed);

const Shape = Type.Object(
  {
    version: Type.Literal(1),
    /** Where people reach the windows, as their browsers write it. Nothing is taken from the name a request gives. */
    windows: Type.String({ pattern: '^https?://[^\\s/]{1,200}$' }),
    provider: Type.Optional(
      Type.Object(
        {
          issuer: Type.String({ pattern: '^https?://', maxLength: 300 }),
          client: Text,
          /** A file with the client secret on its first line; never in here. */
          secretFile: Text,
          scope: Type.Optional(Text),
          /** The claim that holds the groups of a person. */
          groups: Type.Optional(Text),
          /**
           * The claim that tells a person apart from others, where one may have several accounts there. Accounts with
           * the same value are one person, and one hand.
           */
          person: Type.Optional(Text),
        },
        closed,
      ),
    ),
    /** What a group of the provider makes of whoever is in it. */
    groups: Type.Optional(
      Type.Array(
        Type.Object(
          {
            group: Text,
            body: BodyId,
            roles: Type.Array(Type.Enum(ROLES), { minItems: 1, uniqueItems: true }),
            post: InThree,
          },
          closed,
        ),
        { maxItems: 500 },
      ),
    ),
    /** Passkeys for whoever the operator invites. */
    passkeys: Type.Optional(Type.Boolean()),
  },
  closed,
);
const signInShape = shape(Shape, 'input-malformed');
type Written = Type.Static<typeof Shape>;

export interface GroupRule {
  readonly group: string;
  readonly body: string;
  readonly roles: readonly Role[];
  readonly post: { readonly en: string; readonly uk: string; readonly sq: string };
}

/** The provider as it is asked: its secret is kept in memory and shown nowhere. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly client: string;
  readonly secret: string;
  readonly scope: string;
  readonly groups: string;
  readonly person: string | undefined;
}

export interface SignIn {
  /** Scheme and host; undefined where nobody but a demonstration's officials signs in. */
  readonly windows: string | undefined;
  readonly provider: ProviderSettings | undefined;
  readonly groups: readonly GroupRule[];
  readonly passkeys: boolean;
}

export const NO_SIGN_IN: SignIn = { windows: undefined, provider: undefined, groups: [], passkeys: false };

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Refuses an address that would be asked in the clear, unless it is on this machine. */
function requireSafe(url: string, what: string): void {
  const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '' };
  if (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname))) return;
  throw refuse('input-malformed', `${what} in ${SIGN_IN_FILE} is not https, and not on this machine.`);
}

async function providerOf(home: string, given: NonNullable<Written['provider']>): Promise<ProviderSettings> {
  const { issuer, client, secretFile, scope = 'openid profile', groups = 'groups', person } = given;
  requireSafe(issuer, 'The issuer');
  const text = await readFile(resolve(home, secretFile), 'utf8').catch((cause: unknown) => {
    throw refuse('input-malformed', `Reading the secret that ${SIGN_IN_FILE} names.`, cause);
  });
  const secret = (text.split('\n')[0] ?? '').trim();
  if (secret === '') throw refuse('input-malformed', `The file of the secret that ${SIGN_IN_FILE} names is empty.`);
  return { issuer, client, secret, scope, groups, person };
}

/** Reads how people sign in at the node of a home; a home without the file has no such way. */
export async function readSignIn(home: string, side: string): Promise<SignIn> {
  let text: string;
  try {
    text = await readFile(join(home, SIGN_IN_FILE), 'utf8');
  } catch (cause) {
    if ((cause as { code?: string }).code === 'ENOENT') return NO_SIGN_IN;
    throw refuse('input-malformed', `Reading ${SIGN_IN_FILE} in the home of the node.`, cause);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw refuse('input-malformed', `Reading ${SIGN_IN_FILE} as JSON.`, cause);
  }
  const written = signInShape(value);
  requireSafe(written.windows, 'The address of the windows');
  const foreign = (written.groups ?? []).find(({ body }) => !body.startsWith(`${side}:`));
  if (foreign !== undefined) {
    throw refuse('side-mismatch', `${SIGN_IN_FILE} makes officials of ${foreign.body}; this node is of ${side}.`);
  }
  return {
    windows: written.windows,
    provider: written.provider === undefined ? undefined : await providerOf(home, written.provider),
    groups: written.groups ?? [],
    passkeys: written.passkeys ?? false,
  };
}
