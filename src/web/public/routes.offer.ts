// The addresses at which an organisation hands in an assessment: a form, what was wrong with it, that it has arrived.
import { Refusal } from '../../act/refusal.ts';
import type { Typed } from '../../area.ts';
import { page } from '../ask.ts';
import { problemOf } from '../problem.ts';
import type { PublicAnswer, PublicAsk, PublicRoute } from './ask.ts';
import { drawOffer, drawSent, type OfferData, takeOffer } from './pages/offer.tsx';
import { OFFER_SAYS, OFFERED_SAYS, SENT_SAYS } from './says.ts';

/** Fields of which the page says what is wrong; of any other fault it says that the form was open too long. */
const TOLD = ['organisation', 'contact', 'statement', 'words', 'sources', 'language'];

function form({ look, stamp }: PublicAsk, typed: Typed, error: OfferData['error'], status: number): PublicAnswer {
  const data: OfferData = { typed, error, stamp: stamp() };
  return page('/assess', data, (shown, speak) => drawOffer(shown, speak, look.agreement), status);
}

/** A link may know of which statement: `?statement=65.1`. */
async function askOffer(ask: PublicAsk): Promise<PublicAnswer> {
  const { statement } = ask.query;
  return await Promise.resolve(form(ask, statement === undefined ? {} : { statement: [statement] }, null, 200));
}

async function sendOffer(ask: PublicAsk): Promise<PublicAnswer> {
  try {
    await takeOffer(ask);
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    const { field, status } = problemOf(cause);
    const known = TOLD.includes(field ?? '') ? (field as string) : 'form';
    return form(ask, ask.typed, { field: known === 'form' ? 'organisation' : known, key: known }, status);
  }
  return { is: 'elsewhere', to: '/assess/sent' };
}

export const OFFER_ROUTES: readonly PublicRoute[] = [
  { method: 'GET', path: '/assess', listed: true, fresh: true, says: OFFER_SAYS, answer: askOffer },
  { method: 'POST', path: '/assess', listed: false, says: OFFERED_SAYS, answer: sendOffer },
  {
    method: 'GET',
    path: '/assess/sent',
    listed: false,
    says: SENT_SAYS,
    answer: async () => await Promise.resolve(page('/assess', null, drawSent)),
  },
];
