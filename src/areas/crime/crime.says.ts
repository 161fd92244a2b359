// What the pages of crime say as data: all that was given and asked for, and one item with its life.
import Type from 'typebox';
import { LabelShape } from '../../act/act.ts';
import { oneOf, orNull, shapeOf } from '../../kit/shape.ts';
import type { CrimeData } from './crime.data.ts';
import type { ItemData } from './item.data.ts';
import type { Says } from '../../area.ts';

const REF = Type.Object({ act: Type.String(), side: Type.String(), index: Type.Integer(), at: Type.String() });

const GIVEN = Type.Intersect([
  REF,
  Type.Object({
    by: Type.String(),
    to: Type.Array(Type.String()),
    provisions: Type.Array(Type.String()),
    exercise: Type.Boolean(),
  }),
]);

const ITEM_ROW = Type.Object({
  given: GIVEN,
  says: orNull(Type.String()),
  title: orNull(Type.String()),
  label: LabelShape,
  stand: oneOf('erased', 'deleted', 'kept', 'recalled', 'superseded', 'stands'),
  held: Type.Array(Type.String()),
  due: orNull(Type.String()),
});

const REQUEST_ROW = Type.Object({
  asked: GIVEN,
  title: orNull(Type.String()),
  clock: Type.String(),
  due: orNull(Type.String()),
  answers: Type.Array(REF),
  declined: orNull(Type.Intersect([REF, Type.Object({ reason: Type.String() })])),
});

const DEED = Type.Object({ kind: Type.String(), title: Type.String(), about: orNull(Type.String()) });

const CRIME_DATA = shapeOf<CrimeData>()(
  Type.Object({
    now: Type.String(),
    provisions: Type.Array(Type.String()),
    side: orNull(Type.String()),
    stand: orNull(oneOf('erased', 'deleted', 'kept', 'recalled', 'superseded', 'stands')),
    items: Type.Array(ITEM_ROW),
    total: Type.Integer(),
    requests: Type.Array(REQUEST_ROW),
    deeds: Type.Array(DEED),
  }),
);

const RELEASE = Type.Object({
  asked: REF,
  body: orNull(Type.String()),
  purpose: Type.String(),
  answered: orNull(Type.Intersect([REF, Type.Object({ granted: Type.Boolean(), until: orNull(Type.String()) })])),
});

const CORRECTION = Type.Object({ said: REF, due: Type.String(), applied: orNull(REF) });

const EXECUTED = Type.Intersect([
  REF,
  Type.Object({ outcome: Type.String(), count: Type.Integer(), done: Type.String() }),
]);

const ITEM_STATE = Type.Object({
  given: orNull(GIVEN),
  says: orNull(Type.String()),
  first: Type.Unknown(),
  label: Type.Unknown(),
  relabelled: Type.Array(REF),
  answers: orNull(Type.String()),
  feedback: Type.Array(REF),
  releases: Type.Array(RELEASE),
  corrections: Type.Array(CORRECTION),
  superseded: orNull(Type.Intersect([REF, Type.Object({ by: Type.String() })])),
  recalled: orNull(Type.Intersect([REF, Type.Object({ reason: Type.String(), due: Type.String() })])),
  executed: orNull(EXECUTED),
  holds: Type.Record(Type.String(), Type.Intersect([REF, Type.Object({ basis: Type.String() })])),
});

const ERASURE = Type.Object({ act: Type.String(), index: Type.Integer(), at: Type.String(), because: Type.String() });

const STEP = Type.Object({
  act: Type.String(),
  side: Type.String(),
  index: Type.Integer(),
  at: Type.String(),
  kind: Type.String(),
  by: Type.String(),
  body: Type.Unknown(),
  contested: Type.Boolean(),
});

const ITEM_DATA = shapeOf<ItemData>()(
  Type.Object({
    now: Type.String(),
    id: Type.String(),
    state: orNull(ITEM_STATE),
    kind: Type.String(),
    label: orNull(LabelShape),
    stand: oneOf('erased', 'deleted', 'kept', 'recalled', 'superseded', 'stands'),
    content: Type.Unknown(),
    file: orNull(Type.Object({ side: Type.String(), index: Type.Integer() })),
    erased: Type.Record(Type.String(), ERASURE),
    life: Type.Array(STEP),
    deeds: Type.Array(DEED),
  }),
);

export const CRIME_SAYS: Says = {
  summary: 'Information on crime given and asked for: by whom, under which label, how it stands.',
  data: CRIME_DATA,
  query: {
    side: Type.String({ description: 'The id of a side.' }),
    stand: Type.String({ description: 'How an item stands.' }),
  },
  lists: ['items', 'requests'],
  feed: 'area',
};

export const ITEM_SAYS: Says = {
  summary: 'One item that was given, with its words where they are held, its label and its life.',
  data: ITEM_DATA,
  query: { of: Type.String({ description: 'The id of the act that gave it.' }) },
  lists: ['life'],
};
