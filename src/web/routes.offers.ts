// The addresses at which officials moderate what organisations have handed in.
import { refuse } from '../act/refusal.ts';
import type { Official } from '../node/node.ts';
import { type Answer, type Ask, page, type Route, typedOne } from './ask.ts';
import { drawOffers, loadOffers } from './pages/offers.tsx';
import { OFFER_FORGOTTEN_SAYS, OFFER_SET_ASIDE_SAYS, OFFERS_SAYS } from './says/offers.ts';

function viewerOf({ viewer }: Ask): Official {
  if (viewer === undefined) throw refuse('session-missing', 'Moderating an assessment.');
  return viewer;
}

async function askOffers(ask: Ask): Promise<Answer> {
  return page('/offers', await loadOffers(ask, viewerOf(ask)), drawOffers);
}

async function setAside(ask: Ask): Promise<Answer> {
  await ask.node.offers.setAside(viewerOf(ask), ask.params['id'] ?? '', typedOne(ask.typed, 'why') ?? '');
  return { is: 'elsewhere', to: '/offers' };
}

async function forget(ask: Ask): Promise<Answer> {
  await ask.node.offers.forget(viewerOf(ask), ask.params['id'] ?? '');
  return { is: 'elsewhere', to: '/offers' };
}

const ID = ':id{[0-9a-f]{24}}';

export const OFFER_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/offers', says: OFFERS_SAYS, who: 'official', answer: askOffers },
  { method: 'POST', path: `/offers/${ID}/set-aside`, says: OFFER_SET_ASIDE_SAYS, who: 'official', answer: setAside },
  { method: 'POST', path: `/offers/${ID}/forget`, says: OFFER_FORGOTTEN_SAYS, who: 'official', answer: forget },
];
