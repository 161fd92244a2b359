// The addresses for signing in and out.
import { type Refusal, refuse } from '../act/refusal.ts';
import { type Answer, type Ask, page, typedOne } from './ask.ts';
import { localAddress } from './gate.ts';
import { drawSignIn, loadSignIn } from './pages/signin.tsx';
import { problemOf, TurnedAway } from './problem.ts';

export async function askSignIn(ask: Ask): Promise<Answer> {
  return page('', await loadSignIn(ask, ask.query['next'], null), drawSignIn);
}

/** Begins the session of an invented official. A node that is no demonstration has no such way in. */
export async function signIn(ask: Ask): Promise<Answer> {
  const { node, typed } = ask;
  if (!ask.mayTry()) throw new TurnedAway(429, 'Signing in was tried too often from this address.');
  if (!node.exercise) throw refuse('role-missing', 'Signing in from a list, which only a demonstration has.');
  const chosen = typedOne(typed, 'official');
  const official = node.officials.find((candidate) => candidate.id === chosen);
  if (official === undefined) throw refuse('input-malformed', 'field official: There is no such official here.');
  const next = localAddress(typedOne(typed, 'next'));
  const to = next === '/' ? '/today' : next;
  const session = { begin: { official: official.id, purpose: undefined } };
  return Promise.resolve({ is: 'elsewhere', to, session, data: { official } });
}

/** The page for signing in again, saying what was wrong. */
export async function signInAgain(ask: Ask, refusal: Refusal): Promise<Answer> {
  const problem = problemOf(refusal);
  return page('', await loadSignIn(ask, typedOne(ask.typed, 'next'), problem), drawSignIn, problem.status);
}

export function signOut(): Promise<Answer> {
  return Promise.resolve({ is: 'elsewhere', to: '/agreement', session: { end: true }, data: { official: null } });
}
