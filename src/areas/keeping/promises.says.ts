// What the page of promises says as data.
import Type from 'typebox';
import { oneOf, orNull, shapeOf } from '../../kit/shape.ts';
import type { Judged } from './judgement.data.ts';
import type { Says } from '../../area.ts';

const PLACE = Type.Object({ side: Type.String(), index: Type.Integer() });

const VOICE = Type.Object({
  act: Type.String(),
  side: Type.String(),
  index: Type.Integer(),
  by: Type.String(),
  at: Type.String(),
  asOf: Type.String(),
  output: Type.String(),
  completion: oneOf('no-evidence', 'not-started', 'limited', 'substantial', 'complete'),
  outcome: Type.String(),
  reasons: Type.String(),
  acts: Type.Array(Type.String()),
  reports: Type.Array(Type.Object({ date: Type.String(), source: Type.String() })),
  evidence: Type.Array(PLACE),
});

/** What an organisation said, as its act says it, with the place of that act. */
const NOTED = Type.Object({ act: Type.String(), side: Type.String(), index: Type.Integer() });

const JUDGED = shapeOf<Judged>()(
  Type.Object({
    statement: Type.String(),
    provision: Type.String(),
    quote: Type.String(),
    modality: oneOf('shall', 'will', 'will-soft', 'may', 'would-conditional', 'policy', 'statement', 'historic'),
    countsAsDone: orNull(Type.String()),
    voices: Type.Array(Type.Object({ side: Type.String(), now: orNull(VOICE) })),
    differ: Type.Boolean(),
    before: Type.Array(VOICE),
    independent: Type.Array(NOTED),
    interval: orNull(Type.Integer()),
    next: Type.Array(Type.Object({ side: Type.String(), due: orNull(Type.String()) })),
  }),
);

export const PROMISES_SAYS: Says = {
  summary: 'What each side says of every promise that has been judged, where they differ, and what others published.',
  data: Type.Object({ found: orNull(Type.String()), judged: Type.Array(JUDGED) }),
  query: { found: Type.String({ description: 'agree, differ, one or none.' }) },
  lists: ['judged'],
  feed: 'area',
};
