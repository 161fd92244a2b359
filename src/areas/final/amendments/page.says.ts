// What the page of amendments says as data.
import Type from 'typebox';
import { oneOf, orNull, shapeOf } from '../../../kit/shape.ts';
import { STRETCH } from '../../../kit/shapes.ts';
import type { AmendmentsData } from './page.data.ts';
import type { Says } from '../../../area.ts';
import {
  AMENDMENT_AGREED,
  AMENDMENT_COUNTERED,
  AMENDMENT_EFFECTED,
  AMENDMENT_PROPOSED,
  AMENDMENT_WITHDRAWN,
} from './kinds.ts';

const PLACE = Type.Object({ side: Type.String(), index: Type.Integer() });

const AMENDMENT_ROW = Type.Object({
  id: Type.String(),
  title: Type.String(),
  stage: oneOf('open', 'agreed', 'withdrawn'),
  ids: Type.Array(Type.String()),
  head: PLACE,
  days: Type.Array(orNull(Type.String())),
});

const WORDED = Type.Object({ language: Type.String(), redline: orNull(Type.Array(STRETCH)), words: Type.String() });

const INSTRUCTION_SHOWN = Type.Object({
  op: oneOf('replace', 'insert', 'repeal', 'annex'),
  id: Type.String(),
  after: orNull(Type.String()),
  n: Type.Integer(),
  day: orNull(Type.String()),
  stated: Type.Array(Type.Object({ side: Type.String(), date: Type.String() })),
  words: Type.Array(WORDED),
  answered: Type.Array(WORDED),
});

const HEAD_SHOWN = Type.Object({
  side: Type.String(),
  index: Type.Integer(),
  act: Type.String(),
  title: Type.String(),
  order: Type.Integer(),
  instructions: Type.Array(INSTRUCTION_SHOWN),
});

const STEP_SHOWN = Type.Object({
  side: Type.String(),
  index: Type.Integer(),
  is: oneOf('proposed', 'countered', 'agreed', 'withdrawn', 'effected'),
  on: Type.String(),
  exercise: Type.Boolean(),
});

const AMENDMENT_SHOWN = Type.Object({
  row: AMENDMENT_ROW,
  heads: Type.Array(HEAD_SHOWN),
  steps: Type.Array(STEP_SHOWN),
  openings: Type.Array(Type.Object({ kind: Type.String(), title: Type.String(), about: Type.String() })),
});

const AMENDMENTS_DATA = shapeOf<AmendmentsData>()(
  Type.Object({
    rows: Type.Array(AMENDMENT_ROW),
    one: orNull(AMENDMENT_SHOWN),
    unknown: Type.Boolean(),
    propose: orNull(Type.Object({ kind: Type.String(), title: Type.String() })),
  }),
);

export const AMENDMENTS_SAYS: Says = {
  summary: 'Amendments and corrections: what was proposed, agreed, and is in force, with the instructions of one.',
  data: AMENDMENTS_DATA,
  query: { of: Type.String({ description: 'The id of the act that proposed the one to show whole.' }) },
  lists: ['rows'],
  feed: [AMENDMENT_PROPOSED, AMENDMENT_COUNTERED, AMENDMENT_AGREED, AMENDMENT_WITHDRAWN, AMENDMENT_EFFECTED].map(
    ({ id }) => id,
  ),
};
