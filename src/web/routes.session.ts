// The addresses of one's own session: to see it, to name a purpose for it, to go on in another office.
import { personOf } from '../agreement/official.ts';
import { type Refusal, refuse } from '../act/refusal.ts';
import type { Official } from '../node/node.ts';
import { type Answer, type Ask, page, type Route, typedOne } from './ask.ts';
import { drawSession, loadSession, OFFICE_FIELD, PURPOSE_FIELD } from './pages/session.tsx';
import { problemOf } from './problem.ts';
import { OFFICE_SAYS, PURPOSE_SAYS, SESSION_SAYS } from './says/signin.ts';
import type { Session } from './session.ts';

/** Who asks. The routes here are for whoever has signed in, so that there is one is an invariant. */
function ownerOf({ signedIn }: Ask): Official {
  if (signedIn === undefined) throw refuse('session-missing', 'Changing a session.');
  return signedIn;
}

/** The purpose that a form names: one of the agreement's, or none. */
export function purposeTyped({ typed, look }: Ask): string | undefined {
  const code = typedOne(typed, PURPOSE_FIELD);
  if (code !== undefined && !look.agreement.purposes.some((one) => one.code === code)) {
    throw refuse('input-malformed', `field ${PURPOSE_FIELD}: There is no such purpose. Choose one of the list.`);
  }
  return code;
}

async function askSession(ask: Ask): Promise<Answer> {
  return page('', await loadSession(ask, ownerOf(ask), null), drawSession);
}

async function again(ask: Ask, refusal: Refusal): Promise<Answer> {
  const problem = problemOf(refusal);
  return page('', await loadSession(ask, ownerOf(ask), problem), drawSession, problem.status);
}

const turned = (session: Session): Answer => ({
  is: 'elsewhere',
  to: '/session',
  session: { turn: session },
  data: { official: session.official, purpose: session.purpose ?? null },
});

/** Goes on for another purpose. The id changes, as with everything that changes what may be seen. */
function setPurpose(ask: Ask): Promise<Answer> {
  const { id } = ownerOf(ask);
  const purpose = purposeTyped(ask);
  return Promise.resolve(turned({ official: id, purpose }));
}

/** Goes on in another office of the same person. The purpose was that of the office before. */
function setOffice(ask: Ask): Promise<Answer> {
  const owner = ownerOf(ask);
  const chosen = typedOne(ask.typed, OFFICE_FIELD);
  const office = ask.node.officials.find(({ id }) => id === chosen);
  if (office === undefined || personOf(office) !== personOf(owner)) {
    throw refuse('input-malformed', `field ${OFFICE_FIELD}: That is no office of yours.`);
  }
  return Promise.resolve(turned({ official: office.id, purpose: undefined }));
}

export const SESSION_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/session', says: SESSION_SAYS, who: 'signed-in', answer: askSession },
  { method: 'POST', path: '/session/purpose', says: PURPOSE_SAYS, who: 'signed-in', answer: setPurpose, again },
  { method: 'POST', path: '/session/office', says: OFFICE_SAYS, who: 'signed-in', answer: setOffice, again },
];
