// What the list of acts says as data.
import Type from 'typebox';
import { orNull, shapeOf } from '../../kit/shape.ts';
import { saysPage } from '../ask.ts';
import type { ActsData } from '../pages/acts.data.ts';
import { BODY_NAMES, PAGING, SAID_ROW } from './shapes.ts';

const ACTS_DATA = shapeOf<ActsData>()(
  Type.Object({
    acts: Type.Array(SAID_ROW),
    next: orNull(Type.String()),
    previous: orNull(Type.String()),
    query: Type.Object({
      side: orNull(Type.String()),
      kind: orNull(Type.String()),
      provision: orNull(Type.String()),
    }),
    limit: Type.Integer(),
    kinds: Type.Array(Type.Object({ kind: Type.String(), title: orNull(Type.String()) })),
    names: BODY_NAMES,
  }),
);

export const ACTS_SAYS = saysPage(
  {
    summary: 'Acts of both logs, newest first, in stretches; of one side, kind or provision where asked.',
    data: ACTS_DATA,
    query: {
      side: Type.String({ description: 'The id of a side.' }),
      kind: Type.String({ description: 'The id of a kind.' }),
      provision: Type.String({ description: 'The id of a provision.' }),
      ...PAGING,
    },
    lists: ['acts'],
  },
  { forms: ['atom'], recorded: true },
);
