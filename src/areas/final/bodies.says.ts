// What the page of bodies says as data.
import Type from 'typebox';
import { oneOf, orNull, shapeOf } from '../../kit/shape.ts';
import { ACT_PLACE } from '../../kit/shapes.ts';
import type { BodiesData } from './bodies.data.ts';
import type { Says } from '../../area.ts';
import { BODY_DESIGNATED, BODY_ENDED, KEY_ADMITTED, KEY_REVOKED, KEY_REVOKED_SINCE } from '../../act/kinds.ts';

const DESIGNATED_BODY = Type.Object({
  id: Type.String(),
  name: orNull(Type.Object({ en: Type.String(), local: Type.String() })),
  provisions: Type.Array(Type.String()),
  kinds: orNull(Type.Array(Type.String())),
  from: orNull(Type.String()),
  designated: orNull(ACT_PLACE),
  ended: orNull(ACT_PLACE),
  mayEnd: Type.Boolean(),
  mayChange: Type.Boolean(),
});

const KEY_ROW = Type.Object({
  name: Type.String(),
  written: orNull(Type.String()),
  holder: Type.String(),
  use: orNull(Type.String()),
  admitted: orNull(ACT_PLACE),
  revoked: orNull(ACT_PLACE),
  newest: Type.Boolean(),
});

const PROPOSED_OWNER = Type.Object({
  id: Type.String(),
  name: Type.String(),
  local: orNull(Type.String()),
  statements: Type.Integer(),
  check: orNull(Type.String()),
  stage: oneOf('office', 'designated', 'proposed'),
});

const SIDE_BODIES = Type.Object({
  side: Type.String(),
  today: Type.String(),
  office: Type.String(),
  designated: Type.Array(DESIGNATED_BODY),
  keys: Type.Array(KEY_ROW),
  proposed: Type.Array(PROPOSED_OWNER),
});

const BEGINNING = Type.Object({ kind: Type.String(), title: Type.String() });

const BODIES_DATA = shapeOf<BodiesData>()(
  Type.Object({
    sides: Type.Array(SIDE_BODIES),
    clause: Type.Object({
      provision: Type.String(),
      questions: Type.Array(Type.String()),
      confirmed: Type.Boolean(),
      by: Type.Array(Type.Object({ side: Type.String(), index: Type.Integer() })),
      confirm: orNull(BEGINNING),
    }),
    begin: Type.Array(BEGINNING),
    keys: Type.Array(BEGINNING),
  }),
);

export const BODIES_SAYS: Says = {
  summary: 'The bodies that each side has designated, under which provisions they speak, and by which keys.',
  data: BODIES_DATA,
  lists: ['sides.designated', 'sides.keys', 'sides.proposed'],
  feed: [BODY_DESIGNATED, BODY_ENDED, KEY_ADMITTED, KEY_REVOKED, KEY_REVOKED_SINCE].map(({ id }) => id),
};
