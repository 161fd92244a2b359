// The identity provider of a side: people sign in there, and what it says of them comes back (OpenID Connect).
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientError,
  ClientSecretBasic,
  type Configuration,
  discovery,
  fetchUserInfo,
} from 'openid-client';
import { base64url } from '../act/bytes.ts';
import { refuse } from '../act/refusal.ts';
import type { ProviderSettings } from './signin.ts';
import type { Departure } from './window.people.ts';

/** The path of the windows at which people come back. */
export const RETURN_PATH = '/sign-in/provider/return';
/** Seconds a provider has for an answer. */
const PATIENCE = 10;
/** Milliseconds for which what a provider says of itself is believed: it may turn its keys. */
const KNOWN_FOR = 3_600_000;
const SECRET_SIZE = 32;
/** Groups of a person that are looked at, at most. */
const GROUPS_LIMIT = 1000;

export interface ProviderRoom {
  readonly settings: ProviderSettings;
  /** Scheme and host of the windows. */
  readonly windows: string;
  readonly now: () => Date;
  readonly random: (bytes: number) => Uint8Array;
}

/** Who a provider says came back: an identity there, and what it holds of it. */
export interface Claimed {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly groups: readonly string[];
  /** What tells the person apart, where settings name a claim for it. */
  readonly person: string | undefined;
}

type Claims = Readonly<Record<string, unknown>>;

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string').slice(0, GROUPS_LIMIT) : [];

export class Provider {
  readonly #room: ProviderRoom;
  #known: { readonly configuration: Configuration; readonly at: number } | undefined;

  constructor(room: ProviderRoom) {
    this.#room = room;
  }

  /** What the provider says of itself; `provider-unavailable` where it cannot be asked. */
  async #configuration(): Promise<Configuration> {
    const now = this.#room.now().getTime();
    if (this.#known !== undefined && now - this.#known.at < KNOWN_FOR) return this.#known.configuration;
    const { issuer, client, secret } = this.#room.settings;
    const plain = issuer.startsWith('http://') ? { execute: [allowInsecureRequests] } : {};
    try {
      const options = { timeout: PATIENCE, ...plain };
      const configuration = await discovery(new URL(issuer), client, undefined, ClientSecretBasic(secret), options);
      this.#known = { configuration, at: now };
      return configuration;
    } catch (cause) {
      throw refuse('provider-unavailable', `Asking the identity provider ${issuer} what it is.`, cause);
    }
  }

  /** Where to go, and what to keep until the person is back. */
  async depart(): Promise<{ readonly to: string; readonly departure: Departure }> {
    const { settings, random, windows } = this.#room;
    const configuration = await this.#configuration();
    const secret = (): string => base64url(random(SECRET_SIZE));
    const departure = { verifier: secret(), state: secret(), nonce: secret() };
    const to = buildAuthorizationUrl(configuration, {
      redirect_uri: `${windows}${RETURN_PATH}`,
      scope: settings.scope,
      code_challenge: await calculatePKCECodeChallenge(departure.verifier),
      code_challenge_method: 'S256',
      state: departure.state,
      nonce: departure.nonce,
    });
    return { to: to.href, departure };
  }

  /** Who came back with that query. What was not asked for, or not by this browser, is `sign-in-refused`. */
  async arrive(query: string, departure: Departure): Promise<Claimed> {
    const configuration = await this.#configuration();
    const { settings, windows } = this.#room;
    try {
      const url = new URL(`${windows}${RETURN_PATH}${query}`);
      const tokens = await authorizationCodeGrant(configuration, url, {
        pkceCodeVerifier: departure.verifier,
        expectedState: departure.state,
        expectedNonce: departure.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('provider: an identity token was expected and is not there');
      const about = await this.#about(configuration, claims, claims.sub, tokens.access_token);
      const name = about['name'] ?? about['preferred_username'];
      const person = settings.person === undefined ? undefined : about[settings.person];
      return {
        issuer: claims.iss,
        subject: claims.sub,
        name: typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 200) : claims.sub.slice(0, 200),
        groups: textsIn(about[settings.groups]),
        person: typeof person === 'string' && person !== '' ? person : undefined,
      };
    } catch (cause) {
      throw refused(cause);
    }
  }

  /** The claims of the identity token; where it leaves the groups out, what the provider tells when asked. */
  async #about(configuration: Configuration, claims: Claims, subject: string, token: string): Promise<Claims> {
    const { groups, person } = this.#room.settings;
    const isWhole = [groups, 'name', ...(person === undefined ? [] : [person])].every((name) => name in claims);
    if (isWhole || configuration.serverMetadata().userinfo_endpoint === undefined) return claims;
    return { ...(await fetchUserInfo(configuration, token, subject)), ...claims };
  }
}

/** A provider that does not answer is one thing, an answer that is not good another; neither tells what was wrong. */
function refused(cause: unknown): Error {
  const { name, code } = cause as { readonly name?: string; readonly code?: string };
  const isSilent = cause instanceof TypeError || name === 'TimeoutError' || code === 'OAUTH_TIMEOUT';
  if (isSilent) return refuse('provider-unavailable', 'Asking the identity provider who came back.', cause);
  const why = cause instanceof ClientError ? (cause.code ?? '') : (name ?? '');
  return refuse('sign-in-refused', `Coming back from the identity provider. ${why}`.trim(), cause);
}
