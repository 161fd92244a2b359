// The addresses at which officials moderate what organisations have handed in.
import { refuse } from '../act/refusal.ts';
import type { Official } from '../node/node.ts';
import { type Answer, type Ask, page, type Route, typedOne } from './ask.ts';
import { drawOffers, loadOffers } from './pages/offers.tsx';

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
  { method: 'GET', path: '/offers', who: 'official', answer: askOffers },
  { method: 'POST', path: `/offers/${ID}/set-aside`, who: 'official', answer: setAside },
  { method: 'POST', path: `/offers/${ID}/forget`, who: 'official', answer: forget },
];
