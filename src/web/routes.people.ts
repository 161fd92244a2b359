// The address for those who look after people: who holds which office here, and what was done with people and keys.
import { type Answer, type Ask, page, type Route } from './ask.ts';
import { drawPeople } from './pages/people.tsx';
import { PEOPLE_SAYS } from './says/people.ts';

/** Who asks is an auditor or an operator. Nothing here says what anything in the record says. */
async function askPeople({ node, query }: Ask): Promise<Answer> {
  const before = /^\d{1,15}$/.test(query['before'] ?? '') ? Number(query['before']) : undefined;
  const [offices, deeds] = [await node.people.known(), await node.people.deeds(before)];
  return page('', { ways: node.people.ways, offices, deeds }, drawPeople);
}

export const PEOPLE_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/people', says: PEOPLE_SAYS, who: 'warden', answer: askPeople },
];
