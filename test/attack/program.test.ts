// Programs with keys: a foreign library gets a token and speaks; whoever took the token, or a request, does not.
import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { calculateJwkThumbprint, exportJWK, importJWK, type JWK, SignJWT } from 'jose';
import * as client from 'openid-client';
import { addProgramKey, closeOffice, dropProgramKeys, enrolOffice } from '../../src/node/registrar.ts';
import { KINDS } from '../web/fake.node.ts';
import { HOST } from '../web/windows.ts';
import { type OpenDoor, openDoor } from './door.ts';

const ORIGIN = `http://${HOST}`;
const TOKEN = `${ORIGIN}/program/token`;
const post = { en: 'program', uk: 'програма', sq: 'program' };
const PROGRAM = { id: 'feed', person: 'feed', name: 'Feed', body: 'ua:mfa', post, program: true } as const;

let door: OpenDoor;
let pair: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
let count = 0;

beforeAll(async () => {
  door = await openDoor();
});

afterAll(async () => {
  await door.close();
});

/** A program of its own for each test, with a key of its own. */
beforeEach(async () => {
  count += 1;
  pair = generateKeyPairSync('ed25519');
  const id = `feed-${count}`;
  await enrolOffice(door.registry, { ...PROGRAM, id, person: id, roles: ['reader', 'drafter'] });
  await addProgramKey(door.registry, id, pair.publicKey.export({ format: 'jwk' }));
  door.wait(60_000);
});

const office = (): string => `feed-${count}`;
const asked = async (url: string, init: RequestInit = {}): Promise<Response> =>
  await door.windows.fetch(new Request(url, { ...init, headers: { host: HOST, ...(init.headers as object) } }));

const now = (): number => Math.floor(door.registry.now().getTime() / 1000);

async function assertion(change: Record<string, unknown> = {}, key: KeyObject = pair.privateKey): Promise<string> {
  const times = { iat: now(), exp: now() + 60 };
  const said = { iss: office(), sub: office(), aud: TOKEN, jti: randomUUID(), ...times, ...change };
  return await new SignJWT(said).setProtectedHeader({ alg: 'EdDSA' }).sign(key);
}

interface Prover {
  readonly key: KeyObject;
  readonly jwk: JWK;
}

async function prover(): Promise<Prover> {
  const made = generateKeyPairSync('ed25519');
  return { key: made.privateKey, jwk: await exportJWK(made.publicKey) };
}

async function proof(by: Prover, method: string, url: string, more: Record<string, unknown> = {}): Promise<string> {
  const said = { htm: method, htu: url, jti: randomUUID(), iat: now(), ...more };
  return await new SignJWT(said).setProtectedHeader({ alg: 'EdDSA', typ: 'dpop+jwt', jwk: by.jwk }).sign(by.key);
}

const form = (fields: Record<string, string>): URLSearchParams => new URLSearchParams(fields);

async function tokenWith(jwt: string, dpop: string, more: Record<string, string> = {}): Promise<[number, string]> {
  const response = await asked(TOKEN, {
    method: 'POST',
    headers: { dpop },
    body: form({
      grant_type: 'client_credentials',
      client_id: office(),
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: jwt,
      ...more,
    }),
  });
  const said = (await response.json()) as { readonly access_token?: string; readonly error?: string };
  return [response.status, said.access_token ?? said.error ?? ''];
}

const ath = async (token: string): Promise<string> =>
  Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))).toString('base64url');

/** Asks with a token, signed for exactly this request. */
async function speak(by: Prover, token: string, path: string, body?: URLSearchParams): Promise<Response> {
  const method = body === undefined ? 'GET' : 'POST';
  const dpop = await proof(by, method, `${ORIGIN}${path}`, { ath: await ath(token) });
  const headers = { authorization: `DPoP ${token}`, dpop };
  return await asked(`${ORIGIN}${path}`, { method, headers, body: body ?? null });
}

async function signedIn(): Promise<{ readonly by: Prover; readonly token: string }> {
  const by = await prover();
  const [status, token] = await tokenWith(await assertion(), await proof(by, 'POST', TOKEN));
  expect(status).toBe(200);
  return { by, token };
}

describe('a program with a key', () => {
  test('is understood by a library that shares no code with us: discovery, token, a signed request', async () => {
    const custom: client.CustomFetch = async (url, options) =>
      await asked(url, { method: options.method, headers: options.headers, body: options.body as never });
    const key = { key: (await importJWK(pair.privateKey.export({ format: 'jwk' }), 'EdDSA')) as CryptoKey, kid: '1' };
    // The library reads its own clock, and this door has moved on from it.
    const skew = { [client.clockSkew]: Math.round((door.registry.now().getTime() - Date.now()) / 1000) };
    const configuration = await client.discovery(new URL(ORIGIN), office(), skew, client.PrivateKeyJwt(key), {
      algorithm: 'oauth2',
      execute: [client.allowInsecureRequests],
      [client.customFetch]: custom,
    });
    configuration[client.customFetch] = custom;
    const handle = client.getDPoPHandle(configuration, await client.randomDPoPKeyPair('Ed25519'));
    const tokens = await client.clientCredentialsGrant(configuration, { scope: 'crime' }, { DPoP: handle });
    expect(tokens).toMatchObject({ token_type: 'dpop', scope: 'crime' });
    const url = new URL(`${ORIGIN}/session`);
    const response = await client.fetchProtectedResource(
      configuration, tokens.access_token, url, 'GET', undefined, undefined, { DPoP: handle },
    );
    expect(await response.json()).toMatchObject({ purpose: 'crime', official: { id: office(), program: true } });
  });

  test('drafts and reads what its body may, without a cookie, and cannot approve or take its draft back', async () => {
    const { by, token } = await signedIn();
    const made = await speak(by, token, '/drafts', form({ kind: KINDS.stated, wish: 'a bridge' }));
    expect(made.status).toBe(201);
    const { id, digest } = (await made.json()) as { readonly id: string; readonly digest: string };
    expect(await (await speak(by, token, `/drafts/${id}`)).json()).toMatchObject({ id, yours: false });
    expect((await speak(by, token, `/drafts/${id}/approve`, form({ digest }))).status).toBe(403);
    expect((await speak(by, token, `/drafts/${id}/send-back`, form({ reason: 'x' }))).status).toBe(403);
    expect(made.headers.getSetCookie()).toEqual([]);
  });

  test('is enrolled for drafting and reading alone, with the public half of a key of a known kind', async () => {
    for (const role of ['approver', 'duty-officer', 'auditor', 'operator'] as const) {
      const wanted = enrolOffice(door.registry, { ...PROGRAM, id: 'other', person: 'other', roles: [role] });
      await expect(wanted, role).rejects.toMatchObject({ code: 'role-missing' });
    }
    const own = pair.privateKey.export({ format: 'jwk' });
    await expect(addProgramKey(door.registry, office(), own)).rejects.toMatchObject({ code: 'input-malformed' });
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });
    await expect(addProgramKey(door.registry, office(), rsa)).rejects.toMatchObject({ code: 'key-not-admissible' });
  });

  test('is heard no more once its keys or its office are ended', async () => {
    const { by, token } = await signedIn();
    await dropProgramKeys(door.registry, office());
    expect((await speak(by, token, '/session')).status).toBe(403);
    await addProgramKey(door.registry, office(), generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }));
    expect((await speak(by, token, '/session')).status).toBe(200);
    await closeOffice(door.registry, office());
    expect((await speak(by, token, '/session')).status).toBe(403);
  });
});

describe('a token is not had', () => {
  const stranger = generateKeyPairSync('ed25519').privateKey;
  test.each<[string, () => Promise<string>]>([
    ['signed by a key that is not its own', async () => await assertion({}, stranger)],
    ['for another office', async () => await assertion({ sub: 'feed', iss: 'feed' })],
    ['for another place', async () => await assertion({ aud: 'https://evil.example' })],
    ['that is over', async () => await assertion({ iat: now() - 900, exp: now() - 600 })],
    ['without an id that counts once', async () => await assertion({ jti: undefined })],
    ['that lasts for ever', async () => await assertion({ iat: now() - 4000, exp: now() + 90_000_000 })],
    ['without a signature', async () => `${(await assertion()).split('.').slice(0, 2).join('.')}.`],
    ['that is none', async () => await Promise.resolve('none')],
  ])('by an assertion %s', async (_what, make) => {
    const [status, said] = await tokenWith(await make(), await proof(await prover(), 'POST', TOKEN));
    expect([status, said]).toEqual([401, 'invalid_client']);
  });

  test('twice by one assertion, nor without a proof, nor for a purpose nobody knows', async () => {
    const once = await assertion();
    expect((await tokenWith(once, await proof(await prover(), 'POST', TOKEN)))[0]).toBe(200);
    expect((await tokenWith(once, await proof(await prover(), 'POST', TOKEN)))[0]).toBe(401);
    expect((await tokenWith(await assertion(), 'none'))[0]).toBe(401);
    const dpop = await proof(await prover(), 'POST', TOKEN);
    const strange = await tokenWith(await assertion(), dpop, { scope: 'curiosity' });
    expect(strange).toEqual([400, 'invalid_scope']);
  });
});

describe('a token in other hands', () => {
  test('is worth nothing: with another key, as a bearer’s, with a proof of another request or an old one', async () => {
    const { by, token } = await signedIn();
    const thief = await prover();
    expect(await calculateJwkThumbprint(thief.jwk)).not.toBe(await calculateJwkThumbprint(by.jwk));
    expect((await speak(thief, token, '/session')).status).toBe(403);
    const bearer = { authorization: `Bearer ${token}`, accept: 'application/json' };
    expect((await asked(`${ORIGIN}/session`, { headers: bearer })).status).toBe(401);
    const signed = async (more: Record<string, unknown>, path = '/session'): Promise<number> => {
      const said = { ath: await ath(token), ...more };
      const dpop = await proof(by, 'GET', `${ORIGIN}${path}`, said);
      return (await asked(`${ORIGIN}/session`, { headers: { authorization: `DPoP ${token}`, dpop } })).status;
    };
    expect(await signed({})).toBe(200);
    expect(await signed({}, '/drafts')).toBe(403);
    expect(await signed({ htm: 'POST' })).toBe(403);
    expect(await signed({ ath: await ath('another') })).toBe(403);
    expect(await signed({ iat: now() - 600 })).toBe(403);
  });

  test('finds that a request seen on the way is not heard twice', async () => {
    const { by, token } = await signedIn();
    const dpop = await proof(by, 'POST', `${ORIGIN}/drafts`, { ath: await ath(token) });
    const send = async (): Promise<number> =>
      (
        await asked(`${ORIGIN}/drafts`, {
          method: 'POST',
          headers: { authorization: `DPoP ${token}`, dpop },
          body: form({ kind: KINDS.stated, wish: 'once' }),
        })
      ).status;
    expect([await send(), await send()]).toEqual([201, 403]);
  });
});
