// The interface of the public window: its document for programs, and the same for people to read.
import type { PublicRecord } from '../../node/public.ts';
import { page } from '../ask.ts';
import { documentOf, type OpenApi } from '../openapi.ts';
import { drawApi } from '../pages/api.tsx';
import { API_SAYS, DOCUMENT_SAYS, sharedShapes } from '../says/api.ts';
import type { PublicRoute } from './ask.ts';

const DESCRIPTION = [
  'What anyone may read of this node, without a key and without a cookie. Every page has its data at the same address:',
  '`Accept: application/json` or `?format=json`; every list is a table too (`?format=csv`), every list of acts a feed',
  '(`?format=atom`). A language may stand in front of an address: `/uk/acts`. Long lists come in stretches: `Link`',
  'leads to the next and the one before; a cursor is opaque. Answers carry a strong ETag and may be kept for a minute;',
  'what becomes public shows after that. Who asks too often is told so by 429. What is refused is a problem document',
  '(RFC 9457) whose `code` is a promise. Fields may be added to answers; none that stands here is taken away.',
].join(' ');

/** The document of these routes, as the window of `record` gives it. */
function publicApi(record: PublicRecord, all: readonly PublicRoute[]): OpenApi {
  const { agreement, side } = record;
  const about = { subject: `${agreement.id}, ${side}, public`, description: DESCRIPTION, always: [406, 429] };
  const routes = all.map((route) => ({ ...route, who: 'anyone' as const }));
  return documentOf(routes, about, sharedShapes());
}

/** The two addresses, over all routes of the table, these among them. */
export function apiRoutes(routes: () => readonly PublicRoute[]): readonly PublicRoute[] {
  return [
    {
      method: 'GET',
      path: '/openapi.json',
      listed: true,
      says: DOCUMENT_SAYS,
      answer: async ({ record }) => await Promise.resolve({ is: 'data', data: publicApi(record, routes()) }),
    },
    {
      method: 'GET',
      path: '/docs/api',
      listed: true,
      says: API_SAYS,
      answer: async ({ record }) => await Promise.resolve(page('', publicApi(record, routes()), drawApi)),
    },
  ];
}
