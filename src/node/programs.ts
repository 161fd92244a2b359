// Programs that speak for an office with a key of their own. They draft and read; they are nobody's hand.
import { createHash } from 'node:crypto';
import { calculateJwkThumbprint, EmbeddedJWK, importJWK, type JWK, jwtVerify } from 'jose';
import { base64url } from '../act/bytes.ts';
import { refuse } from '../act/refusal.ts';
import type { Official } from '../agreement/official.ts';
import { programKeysOf, spend } from './store/credentials.ts';
import type { Sql } from './store/database.ts';
import type { ProgramCaller, ProgramToken, SignedRequest } from './window.people.ts';

/** Algorithms of keys and proofs. */
export const PROGRAM_ALGORITHMS = ['EdDSA', 'Ed25519', 'ES256'];
/** Seconds that a token lasts, that an assertion may be old, that a proof may be. */
const TOKEN_LASTS = 300;
const ASSERTION_LASTS = 300;
const PROOF_LASTS = 60;
const SKEW = 30;
/** Tokens held at once. */
const TOKENS = 5000;
const TOKEN_SIZE = 32;
/** Characters of an assertion or a proof, at most. */
const JWT_LIMIT = 4096;

export interface ProgramsRoom {
  readonly sql: Sql;
  /** Who holds that office now. */
  readonly official: (id: string) => Official | undefined;
  readonly now: () => Date;
  readonly random: (bytes: number) => Uint8Array;
}

/** What a program asks a token for. `purpose` is one of the agreement's. */
export interface Asked {
  readonly office: string;
  readonly assertion: string;
  readonly purpose: string | undefined;
}

interface Held {
  readonly office: string;
  readonly purpose: string | undefined;
  /** Thumbprint of the key that every request with it must be signed with. */
  readonly bound: string;
  readonly until: number;
}

const refused = (what: string, cause?: unknown): Error => refuse('sign-in-refused', `A program ${what}.`, cause);
const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

export class Programs {
  readonly #room: ProgramsRoom;
  readonly #held = new Map<string, Held>();

  constructor(room: ProgramsRoom) {
    this.#room = room;
  }

  /** Which office an assertion says it is of; nothing of it is believed yet. */
  named(assertion: string): string {
    const [, payload = ''] = assertion.slice(0, JWT_LIMIT).split('.');
    try {
      const { sub } = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as { readonly sub?: unknown };
      if (typeof sub === 'string' && /^[a-z][a-z0-9-]{0,39}$/.test(sub)) return sub;
    } catch (cause) {
      throw refused('shows no assertion that can be read', cause);
    }
    throw refused('shows an assertion of no office');
  }

  /** A token for whoever signed the assertion with a key of that office, bound to the key of the proof. */
  async token(
    { office, assertion, purpose }: Asked,
    request: Omit<SignedRequest, 'token'>,
  ): Promise<ProgramToken> {
    if (assertion.length > JWT_LIMIT) throw refused('shows an assertion that is too long');
    if (this.#room.official(office)?.program !== true) throw refused('shows an assertion of no program');
    const id = await this.#checkAssertion(office, assertion, request.url);
    const bound = await this.#checkProof(request);
    await this.#spend(`assertion ${office} ${id}`, ASSERTION_LASTS);
    const token = base64url(this.#room.random(TOKEN_SIZE));
    const now = this.#room.now().getTime();
    for (const [key, held] of this.#held) if (held.until < now || this.#held.size >= TOKENS) this.#held.delete(key);
    this.#held.set(digestOf(token), { office, purpose, bound, until: now + TOKEN_LASTS * 1000 });
    return { token, lasts: TOKEN_LASTS };
  }

  /** RFC 7523: issued by and about the office itself, for this address, with an id that counts once. */
  async #checkAssertion(office: string, assertion: string, url: string): Promise<string> {
    const keys = await programKeysOf(this.#room.sql, office);
    for (const { key } of keys) {
      try {
        const { payload } = await jwtVerify(assertion, await importJWK(key as JWK), {
          algorithms: PROGRAM_ALGORITHMS,
          issuer: office,
          subject: office,
          audience: [url, new URL(url).origin],
          requiredClaims: ['exp', 'iat', 'jti'],
          maxTokenAge: ASSERTION_LASTS,
          clockTolerance: SKEW,
          currentDate: this.#room.now(),
        });
        return String(payload.jti).slice(0, 200);
      } catch {
        // Another key of the same office may have signed it.
      }
    }
    throw refused('shows an assertion that none of its keys has signed, or that is not for here and now');
  }

  /** Which program a request is of: the token is known, and the request is signed with the key it is bound to. */
  async check(request: SignedRequest): Promise<ProgramCaller> {
    const held = this.#held.get(digestOf(request.token));
    if (held === undefined || held.until < this.#room.now().getTime()) throw refused('shows no token that stands');
    const bound = await this.#checkProof(request, request.token);
    if (bound !== held.bound) throw refused('signs with another key than its token is bound to');
    const official = this.#room.official(held.office);
    if (official?.program !== true) throw refused('speaks for an office that has ended');
    if ((await programKeysOf(this.#room.sql, held.office)).length === 0) throw refused('speaks without a key');
    return { official, purpose: held.purpose };
  }

  /** RFC 9449: the thumbprint of the key that signed exactly this request, once. */
  async #checkProof({ proof, method, url }: Omit<SignedRequest, 'token'>, token?: string): Promise<string> {
    if (proof.length > JWT_LIMIT) throw refused('shows a proof that is too long');
    try {
      const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
        typ: 'dpop+jwt',
        algorithms: PROGRAM_ALGORITHMS,
        requiredClaims: ['jti', 'htm', 'htu', 'iat'],
        maxTokenAge: PROOF_LASTS,
        clockTolerance: SKEW,
        currentDate: this.#room.now(),
      });
      const isThis = payload['htm'] === method && payload['htu'] === url;
      const isOfToken = token === undefined || payload['ath'] === digestOf(token);
      if (!isThis || !isOfToken) throw new Error('programs: the proof is of another request');
      const bound = await calculateJwkThumbprint(protectedHeader.jwk as JWK);
      await this.#spend(`proof ${bound} ${String(payload.jti).slice(0, 200)}`, PROOF_LASTS);
      return bound;
    } catch (cause) {
      throw refused('shows a proof that is not of this request, now and once', cause);
    }
  }

  async #spend(what: string, lasts: number): Promise<void> {
    const now = this.#room.now();
    const until = new Date(now.getTime() + (lasts + 2 * SKEW) * 1000);
    if (!(await spend(this.#room.sql, digestOf(what), until, now))) throw refused('shows again what counts once');
  }
}
