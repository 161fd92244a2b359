// What the document of the interface says of itself, and the names that schemas shared by several answers have in it.
import Type from 'typebox';
import { HeaderShape, LabelShape } from '../../act/act.ts';
import { OfficialShape } from '../../agreement/official.ts';
import * as kitShapes from '../../kit/shapes.ts';
import { type Saying, saysPage } from '../ask.ts';
import type { Named } from '../openapi.ts';
import * as webShapes from './shapes.ts';

const DOCUMENT = Type.Object({
  openapi: Type.Literal('3.1.0'),
  info: Type.Object({ title: Type.String(), version: Type.String(), description: Type.String() }),
  paths: Type.Record(Type.String(), Type.Unknown()),
  components: Type.Object({ schemas: Type.Record(Type.String(), Type.Unknown()) }),
});

export const DOCUMENT_SAYS: Saying = { is: 'data', summary: 'This document.', data: DOCUMENT };
export const API_SAYS = saysPage({ summary: 'The interface for programs, for people to read.', data: DOCUMENT });

/** `SaidRow` of `SAID_ROW`. */
function nameOf(constant: string): string {
  const words = constant.toLowerCase().split('_');
  return words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('');
}

/** The shapes that have a name of their own in a document. */
export function sharedShapes(): Named {
  const all = { ...kitShapes, ...webShapes, ACT_HEADER: HeaderShape, LABEL: LabelShape, OFFICIAL: OfficialShape };
  const isShape = ([, shape]: readonly [string, unknown]): boolean =>
    ['type', 'anyOf', 'allOf'].some((key) => Object.hasOwn(shape as object, key));
  return new Map(
    Object.entries(all)
      .filter(isShape)
      .map(([name, shape]) => [shape, nameOf(name)]),
  );
}
