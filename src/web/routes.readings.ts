// The address of readings: who read personal data, for the auditor alone.
import { refuse } from '../act/refusal.ts';
import { type Answer, type Ask, page, type Route } from './ask.ts';
import { drawReadings } from './pages/readings.tsx';
import { READINGS_SAYS } from './says/people.ts';

async function askReadings({ node, viewer }: Ask): Promise<Answer> {
  if (viewer === undefined) throw refuse('session-missing', 'Looking at who read personal data.');
  return page('/record', { body: viewer.body, readings: await node.readings(viewer) }, drawReadings);
}

export const READING_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/readings', says: READINGS_SAYS, who: 'official', answer: askReadings },
];
