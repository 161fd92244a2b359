// Passkeys: a person shows who they are with a key that never leaves their device (W3C Web Authentication).
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { utf8 } from '../act/bytes.ts';
import { refuse } from '../act/refusal.ts';
import type { PasskeyRow } from './store/credentials.ts';
import type { PasskeyQuestion } from './window.people.ts';

/** Characters of an answer of an authenticator, at most; without attestation it is about one and a half thousand. */
const ANSWER_LIMIT = 20_000;
const CHALLENGE_SIZE = 32;
/** Milliseconds a person has at their device. */
const TIMEOUT = 300_000;
/** EdDSA, ES256, RS256: what authenticators have. */
const ALGORITHMS = [-8, -7, -257];

export interface PasskeyRoom {
  /** Scheme and host of the windows: a passkey works there and nowhere else. */
  readonly origin: string;
  readonly name: string;
  readonly random: (bytes: number) => Uint8Array;
}

type Library = typeof import('@simplewebauthn/server');
/** Read when the first passkey is asked for: most starts of a node need none of it. */
const library = async (): Promise<Library> => await import('@simplewebauthn/server');

const refused = (cause?: unknown): Error => refuse('sign-in-refused', 'Signing in with a passkey.', cause);

function answerIn<Answer>(text: string): Answer {
  if (text.length > ANSWER_LIMIT) throw refused();
  try {
    const value = JSON.parse(text) as unknown;
    if (typeof value === 'object' && value !== null) return value as Answer;
  } catch (cause) {
    throw refused(cause);
  }
  throw refused();
}

const fresh = (room: PasskeyRoom): Uint8Array<ArrayBuffer> => new Uint8Array(room.random(CHALLENGE_SIZE));
const domainOf = (room: PasskeyRoom): string => new URL(room.origin).hostname;

/** The question to whoever has a passkey of this node: it names none, so it tells nobody who has one. */
export async function askPasskey(room: PasskeyRoom): Promise<PasskeyQuestion> {
  const { generateAuthenticationOptions } = await library();
  const options = await generateAuthenticationOptions({
    rpID: domainOf(room),
    challenge: fresh(room),
    timeout: TIMEOUT,
    userVerification: 'required',
  });
  return { json: JSON.stringify(options), challenge: options.challenge };
}

/** Which passkey an answer names: it is looked up before anything is believed. */
export function passkeyNamed(answer: string): string {
  const { id } = answerIn<{ readonly id?: unknown }>(answer);
  if (typeof id !== 'string' || !/^[A-Za-z0-9_-]{16,1400}$/.test(id)) throw refused();
  return id;
}

/**
 * Checks the answer of a known passkey: challenge, origin, user verification, signature, and that its counter has gone
 * on, for one that went back was copied. Gives the counter.
 */
export async function checkPasskey(
  room: PasskeyRoom,
  row: PasskeyRow,
  answer: string,
  challenge: string,
): Promise<number> {
  const { verifyAuthenticationResponse } = await library();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answerIn<AuthenticationResponseJSON>(answer),
      expectedChallenge: challenge,
      expectedOrigin: room.origin,
      expectedRPID: domainOf(room),
      credential: { id: row.id, publicKey: new Uint8Array(row.key), counter: row.counter },
      requireUserVerification: true,
    });
    if (!verified) throw new Error('passkeys: the signature does not verify');
    return authenticationInfo.newCounter;
  } catch (cause) {
    throw refused(cause);
  }
}

/** The question by which a person makes a passkey; those they have are named, so that none is made twice. */
export async function askEnrolment(
  room: PasskeyRoom,
  person: { readonly id: string; readonly name: string },
  known: readonly PasskeyRow[],
): Promise<PasskeyQuestion> {
  const { generateRegistrationOptions } = await library();
  const options = await generateRegistrationOptions({
    rpName: room.name,
    rpID: domainOf(room),
    userID: new Uint8Array(utf8(person.id)),
    userName: person.name,
    userDisplayName: person.name,
    challenge: fresh(room),
    timeout: TIMEOUT,
    attestationType: 'none',
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  });
  return { json: JSON.stringify(options), challenge: options.challenge };
}

/** Checks a passkey just made, and gives what is kept of it. */
export async function checkEnrolment(
  room: PasskeyRoom,
  person: string,
  answer: string,
  challenge: string,
): Promise<PasskeyRow> {
  const { verifyRegistrationResponse } = await library();
  try {
    const response = answerIn<RegistrationResponseJSON>(answer);
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: room.origin,
      expectedRPID: domainOf(room),
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!verified) throw new Error('passkeys: what was made does not verify');
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
    return { id, person, key: publicKey, counter, transports: transports.slice(0, 10) };
  } catch (cause) {
    throw refused(cause);
  }
}

/** A secret as it is told to a person: five groups of five letters, without those that look alike. 125 bits. */
export function newCode(random: (bytes: number) => Uint8Array): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  const text = [...random(25)].map((byte) => letters[byte % letters.length]).join('');
  return text.match(/.{5}/g)?.join('-') ?? '';
}

/** What is kept of a code, however it was typed. */
export function codeText(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '').slice(0, 64);
}

