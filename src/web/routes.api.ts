// The addresses of the interface: its document for programs, and the same for people to read.
import type { Node } from '../node/node.ts';
import { type Answer, type Ask, page, type Route } from './ask.ts';
import { documentOf, type OpenApi } from './openapi.ts';
import { drawApi } from './pages/api.tsx';
import { API_SAYS, DOCUMENT_SAYS, sharedShapes } from './says/api.ts';
import { cookieName } from './visit.ts';

const DESCRIPTION = [
  'Every page of a node has its data at the same address: `Accept: application/json` or `?format=json`.',
  'Every list is a table too (`?format=csv`), every list of acts a feed (`?format=atom`), what is due a calendar',
  '(`?format=ics`). Answers carry a strong ETag. Long lists come in stretches: `Link` leads to the next and the one',
  'before; a cursor is opaque. What is refused is a problem document (RFC 9457) whose `code` is a promise.',
  'Fields may be added to answers; none that stands here is taken away.',
].join(' ');

/** The document of these routes, as `node` gives it. */
export function apiOf(node: Pick<Node, 'agreement' | 'side'>, routes: readonly Route[]): OpenApi {
  const about = {
    subject: `${node.agreement.id}, ${node.side}`,
    description: DESCRIPTION,
    cookie: cookieName(node.side, false),
    always: [],
  };
  return documentOf(routes, about, sharedShapes());
}

/** The two addresses, over all routes of the table, these among them. */
export function apiRoutes(routes: () => readonly Route[]): readonly Route[] {
  const document = ({ node }: Ask): OpenApi => apiOf(node, routes());
  return [
    {
      method: 'GET',
      path: '/openapi.json',
      says: DOCUMENT_SAYS,
      who: 'anyone',
      answer: async (ask): Promise<Answer> => Promise.resolve({ is: 'data', status: 200, data: document(ask) }),
    },
    {
      method: 'GET',
      path: '/docs/api',
      says: API_SAYS,
      who: 'anyone',
      answer: async (ask): Promise<Answer> => Promise.resolve(page('', document(ask), drawApi)),
    },
  ];
}
