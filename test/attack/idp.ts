// A real identity provider on loopback for the tests of signing in, and a browser that goes there and comes back.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKeyPairSync } from 'node:crypto';
import Provider, { type Configuration } from 'oidc-provider';

/** What the provider knows of a person, by their name there. */
export type Directory = Map<string, { readonly name: string; readonly groups: readonly string[]; person?: string }>;

export interface Idp {
  readonly issuer: string;
  readonly client: string;
  readonly secret: string;
  readonly directory: Directory;
  /** Goes to that address as that person, signs in there, and gives the address they are sent back to. */
  readonly visit: (to: string, user: string) => Promise<string>;
  /** While true, every question is left without an answer worth having. */
  down: boolean;
  /** Who sits at a real browser that goes there: they sign in without being asked. */
  user: string | undefined;
  readonly close: () => Promise<void>;
}

const CLIENT = 'servanda';
const SECRET = 'a-secret-for-tests-alone-0123456789';

function configuration(directory: Directory, back: string): Configuration {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    clients: [
      {
        client_id: CLIENT,
        client_secret: SECRET,
        redirect_uris: [back],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig' } as never] },
    cookies: { keys: ['for tests'] },
    claims: { openid: ['sub'], profile: ['name', 'groups', 'employee'] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/as/${interaction.uid}` },
    findAccount: (_ctx, id) => {
      const known = directory.get(id);
      if (known === undefined) return undefined;
      const { name, groups, person } = known;
      return { accountId: id, claims: () => ({ sub: id, name, groups: [...groups], employee: person }) };
    },
    loadExistingGrant: async (ctx) => {
      const accountId = ctx.oidc.session?.accountId;
      if (accountId === undefined) return undefined;
      const grant = new ctx.oidc.provider.Grant({ clientId: CLIENT, accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  };
}

/** Opens one on a free port. `back` is where it sends people back to. */
export async function openIdp(back: string, directory: Directory): Promise<Idp> {
  let serve: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) => response.end();
  const server = createServer((request, response) => serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, configuration(directory, back));
  const callback = provider.callback();
  const idp = { issuer, client: CLIENT, secret: SECRET, directory, down: false, user: undefined as string | undefined };
  serve = (request, response) => {
    const [, path, named] = /^(\/as\/[^/?]+)(?:\?user=(.+))?$/.exec(request.url ?? '') ?? [];
    const login = path === undefined ? undefined : (named ?? idp.user);
    if (idp.down) response.writeHead(503).end();
    else if (login === undefined) void callback(request, response);
    else {
      const result = { login: { accountId: decodeURIComponent(login) } };
      void provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    }
  };
  const visit = async (to: string, user: string): Promise<string> => {
    const jar = new Map<string, string>();
    let at = to;
    for (let step = 0; step < 10; step++) {
      if (at.startsWith(back)) return at;
      const url = new URL(at, issuer);
      if (url.pathname.startsWith('/as/')) url.searchParams.set('user', user);
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(url, { redirect: 'manual', headers: { cookie } });
      await response.arrayBuffer();
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        jar.set(name, value);
      }
      const next = response.headers.get('location');
      if (next === null) throw new Error(`idp: ${response.status} at ${url.pathname}`);
      at = new URL(next, url).href;
    }
    throw new Error('idp: it sends people round and round');
  };
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return Object.assign(idp, { visit, close });
}
