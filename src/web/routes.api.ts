// The addresses of the interface: its document for programs, and the same for people to read.
import Type from 'typebox';
import { HeaderShape, LabelShape } from '../act/act.ts';
import { OfficialShape } from '../agreement/official.ts';
import * as kitShapes from '../kit/shapes.ts';
import type { Node } from '../node/node.ts';
import { type Answer, type Ask, page, type Route, saysPage } from './ask.ts';
import { documentOf, type Named, type OpenApi } from './openapi.ts';
import { drawApi } from './pages/api.tsx';
import * as webShapes from './says/shapes.ts';
import { cookieName } from './visit.ts';

/** `SaidRow` of `SAID_ROW`. */
function nameOf(constant: string): string {
  const words = constant.toLowerCase().split('_');
  return words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('');
}

function sharedShapes(): Named {
  const all = { ...kitShapes, ...webShapes, ACT_HEADER: HeaderShape, LABEL: LabelShape, OFFICIAL: OfficialShape };
  const isShape = ([, shape]: readonly [string, unknown]): boolean =>
    ['type', 'anyOf', 'allOf'].some((key) => Object.hasOwn(shape as object, key));
  return new Map(
    Object.entries(all)
      .filter(isShape)
      .map(([name, shape]) => [shape, nameOf(name)]),
  );
}

/** The document of these routes, as `node` gives it. */
export function apiOf(node: Pick<Node, 'agreement' | 'side'>, routes: readonly Route[]): OpenApi {
  return documentOf(routes, `${node.agreement.id}, ${node.side}`, cookieName(node.side, false), sharedShapes());
}

const DOCUMENT = Type.Object({
  openapi: Type.Literal('3.1.0'),
  info: Type.Object({ title: Type.String(), version: Type.String(), description: Type.String() }),
  paths: Type.Record(Type.String(), Type.Unknown()),
  components: Type.Object({ schemas: Type.Record(Type.String(), Type.Unknown()) }),
});

/** The two addresses, over all routes of the table, these among them. */
export function apiRoutes(routes: () => readonly Route[]): readonly Route[] {
  const document = ({ node }: Ask): OpenApi => apiOf(node, routes());
  return [
    {
      method: 'GET',
      path: '/openapi.json',
      says: { is: 'data', summary: 'This document.', data: DOCUMENT },
      who: 'anyone',
      answer: async (ask): Promise<Answer> => Promise.resolve({ is: 'data', status: 200, data: document(ask) }),
    },
    {
      method: 'GET',
      path: '/docs/api',
      says: saysPage({ summary: 'The interface for programs, for people to read.', data: DOCUMENT }),
      who: 'anyone',
      answer: async (ask): Promise<Answer> => Promise.resolve(page('', document(ask), drawApi)),
    },
  ];
}
