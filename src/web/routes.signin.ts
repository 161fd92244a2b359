// The addresses for signing in and out: from the row of a demonstration, at the provider, with a passkey.
import { type Refusal, refuse } from '../act/refusal.ts';
import type { Official } from '../node/node.ts';
import { type Answer, type Ask, page, type Route, type SessionChange, typedOne } from './ask.ts';
import { localAddress } from './gate.ts';
import { drawEnrol, drawOnward, type EnrolData } from './pages/enrol.tsx';
import { ANSWER_FIELD, CHALLENGE_FIELD, drawSignIn, loadSignIn, PASSKEY_SCRIPT } from './pages/signin.tsx';
import { problemOf, TurnedAway } from './problem.ts';
import {
  ARRIVED_SAYS, CODE_SAYS, DEPARTED_SAYS, ENROL_SAYS, ENROLLED_SAYS, PASSKEY_SAYS, SIGN_IN_SAYS, SIGNED_IN_SAYS,
  SIGNED_OUT_SAYS,
} from './says/signin.ts';
import { purposeTyped } from './routes.session.ts';

/** Where to go once signed in: an address of this window, and today's page where none was meant. */
function nextOf(address: string | undefined): string {
  const next = localAddress(address);
  return next === '/' ? '/today' : next;
}

function requireTry(ask: Ask, account?: string): void {
  if (ask.mayTry(account)) return;
  throw new TurnedAway(429, 'Signing in was tried too often from this address, or as this account.');
}

const began = (official: Official, purpose: string | undefined): SessionChange => ({
  begin: { official: official.id, purpose },
});

/** Begins a session and goes on. The id is a new one, whatever the browser came with. */
function signedIn(ask: Ask, official: Official): Answer {
  const to = nextOf(typedOne(ask.typed, 'next'));
  return { is: 'elsewhere', to, session: began(official, purposeTyped(ask)), data: { official } };
}

async function showSignIn(ask: Ask, next: string | undefined, refusal?: Refusal): Promise<Answer> {
  const problem = refusal === undefined ? null : problemOf(refusal);
  const data = await loadSignIn(ask, nextOf(next), problem);
  const device = data.passkey === null ? {} : { device: PASSKEY_SCRIPT };
  return { ...page('', data, drawSignIn, problem?.status ?? 200), ...device };
}

const askSignIn = async (ask: Ask): Promise<Answer> => await showSignIn(ask, ask.query['next']);

/** The page for signing in again, saying what was wrong. */
const signInAgain = async (ask: Ask, refusal: Refusal): Promise<Answer> =>
  await showSignIn(ask, typedOne(ask.typed, 'next'), refusal);

/** Begins the session of an invented official. A node that is no demonstration has no such way in. */
async function choose(ask: Ask): Promise<Answer> {
  const chosen = typedOne(ask.typed, 'official') ?? '';
  requireTry(ask, `official ${chosen}`);
  return signedIn(ask, await ask.node.people.choose(chosen));
}

/** Goes to the provider. The state is known to this browser alone: nobody is signed in as somebody else by a link. */
async function depart(ask: Ask): Promise<Answer> {
  requireTry(ask);
  const { to, departure } = await ask.node.people.depart();
  ask.keepRound(departure.state, { way: 'provider', departure, next: nextOf(ask.query['next']) });
  return { is: 'elsewhere', to };
}

/** Comes back from the provider, and goes on by this site's own page: its cookie travels from no other. */
async function arrive(ask: Ask): Promise<Answer> {
  requireTry(ask);
  const round = ask.takeRound((ask.query['state'] ?? '').slice(0, 200));
  if (round?.way !== 'provider') {
    throw refuse('form-expired', 'Coming back from the provider without having gone there.');
  }
  const query = ask.address.slice(ask.address.indexOf('?'));
  const official = await ask.node.people.arrive(query, round.departure);
  const data = { official, next: round.next };
  return { ...page('', data, drawOnward), session: began(official, undefined), onward: round.next };
}

async function withPasskey(ask: Ask): Promise<Answer> {
  requireTry(ask);
  const challenge = typedOne(ask.typed, CHALLENGE_FIELD) ?? '';
  const round = ask.takeRound(challenge);
  if (round?.way !== 'passkey') throw refuse('form-expired', 'Answering a question that was not asked here.');
  const official = await ask.node.people.withPasskey(typedOne(ask.typed, ANSWER_FIELD) ?? '', round.challenge);
  return signedIn(ask, official);
}

const enrolPage = (data: EnrolData, status = 200): Answer => ({
  ...page('', data, drawEnrol, status),
  ...(data.question === null ? {} : { device: PASSKEY_SCRIPT }),
});

async function askCode(ask: Ask, refusal?: Refusal): Promise<Answer> {
  const problem = refusal === undefined ? null : problemOf(refusal);
  const person = typedOne(ask.typed, 'person')?.slice(0, 64) ?? '';
  const data = { csrf: ask.token(), person, question: null, challenge: null, problem };
  return await Promise.resolve(enrolPage(data, problem?.status));
}

/** Takes a one-time code, and asks the device for a passkey. */
async function takeCode(ask: Ask): Promise<Answer> {
  const person = (typedOne(ask.typed, 'person') ?? '').toLowerCase().slice(0, 64);
  const code = (typedOne(ask.typed, 'code') ?? '').slice(0, 64);
  requireTry(ask, `code ${person}`);
  const { json, challenge } = await ask.node.people.askEnrolment(person, code);
  ask.keepRound(challenge, { way: 'enrolment', challenge, person, code });
  return enrolPage({ csrf: ask.token(), person, question: json, challenge, problem: null });
}

async function enrol(ask: Ask): Promise<Answer> {
  requireTry(ask);
  const round = ask.takeRound(typedOne(ask.typed, CHALLENGE_FIELD) ?? '');
  if (round?.way !== 'enrolment') throw refuse('form-expired', 'Making a passkey that was not asked for here.');
  const { person, code, challenge } = round;
  const answer = typedOne(ask.typed, ANSWER_FIELD) ?? '';
  return signedIn(ask, await ask.node.people.enrol(person, code, answer, challenge));
}

function signOut(): Promise<Answer> {
  return Promise.resolve({ is: 'elsewhere', to: '/agreement', session: { end: true }, data: { official: null } });
}

export const SIGN_IN_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/sign-in', says: SIGN_IN_SAYS, who: 'anyone', answer: askSignIn },
  { method: 'POST', path: '/sign-in', says: SIGNED_IN_SAYS, who: 'anyone', answer: choose, again: signInAgain },
  { method: 'GET', path: '/sign-in/provider', says: DEPARTED_SAYS, who: 'anyone', answer: depart },
  { method: 'GET', path: '/sign-in/provider/return', says: ARRIVED_SAYS, who: 'anyone', answer: arrive },
  {
    method: 'POST',
    path: '/sign-in/passkey',
    says: PASSKEY_SAYS,
    who: 'anyone',
    answer: withPasskey,
    again: signInAgain,
  },
  {
    method: 'GET',
    path: '/sign-in/enrol',
    says: ENROL_SAYS,
    who: 'anyone',
    answer: async (ask) => await askCode(ask),
  },
  { method: 'POST', path: '/sign-in/enrol', says: CODE_SAYS, who: 'anyone', answer: takeCode, again: askCode },
  {
    method: 'POST',
    path: '/sign-in/enrol/passkey',
    says: ENROLLED_SAYS,
    who: 'anyone',
    answer: enrol,
    again: askCode,
  },
  { method: 'POST', path: '/sign-out', says: SIGNED_OUT_SAYS, who: 'anyone', answer: signOut },
];
