// What a search says as data.
import Type from 'typebox';
import { orNull, shapeOf } from '../../kit/shape.ts';
import { saysPage } from '../ask.ts';
import type { SearchData } from '../pages/search.data.ts';
import { BODY_NAMES, PAGING, SAID_ROW } from './shapes.ts';

const PIECES = Type.Array(Type.Object({ text: Type.String(), found: Type.Boolean() }));

const SEARCH_DATA = shapeOf<SearchData>()(
  Type.Object({
    q: Type.String(),
    asked: Type.Boolean(),
    text: Type.Array(
      Type.Object({ language: Type.String(), provision: Type.String(), sentence: Type.Integer(), pieces: PIECES }),
    ),
    acts: Type.Array(Type.Intersect([SAID_ROW, Type.Object({ pieces: PIECES })])),
    count: Type.Integer(),
    more: Type.Boolean(),
    next: orNull(Type.String()),
    previous: orNull(Type.String()),
    bodies: Type.Array(Type.Object({ id: Type.String(), side: Type.String(), name: Type.String() })),
    people: orNull(Type.Array(Type.Object({ id: Type.String(), name: Type.String(), body: Type.String() }))),
    all: Type.Object({ text: Type.Integer(), bodies: Type.Integer(), people: Type.Integer() }),
    waiting: Type.Integer(),
    names: BODY_NAMES,
  }),
);

export const SEARCH_SAYS = saysPage(
  {
    summary: 'What answers a question: sentences of the text, acts, bodies; for an official also people of their side.',
    data: SEARCH_DATA,
    query: {
      q: Type.String({ description: 'Words, "words in a row", -words that must not be there; 200 characters.' }),
      ...PAGING,
    },
    lists: ['acts', 'text', 'bodies'],
  },
  { forms: ['atom'] },
);
