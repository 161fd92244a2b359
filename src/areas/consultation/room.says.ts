// What the room of a consultation says as data.
import Type from 'typebox';
import { oneOf, orNull, shapeOf } from '../../kit/shape.ts';
import { CONVENTION, INPUT, READ, REF, REMARK, RULE, WAITING_CLOCK } from '../../kit/shapes.ts';
import type { RoomData } from './room.data.ts';
import type { Says } from '../../area.ts';

const ACKNOWLEDGEMENT = Type.Intersect([REF, Type.Object({ instant: Type.String(), channel: Type.String() })]);

const REQUEST_SHOWN = Type.Object({
  act: Type.String(),
  side: Type.String(),
  index: Type.Integer(),
  at: Type.String(),
  body: Type.Unknown(),
  number: Type.String(),
  held: orNull(Type.String()),
  acknowledged: orNull(ACKNOWLEDGEMENT),
  withdrawn: orNull(REF),
});

const INSTANT_READING = Type.Intersect([READ, Type.Object({ from: Type.String(), instant: Type.String() })]);

const DATED_CLOCK_INSTANT_READING = Type.Object({
  name: Type.String(),
  provision: Type.String(),
  rule: RULE,
  inputs: Type.Array(INPUT),
  zones: Type.Array(Type.String()),
  tz: Type.String(),
  convention: orNull(CONVENTION),
  state: Type.Literal('dated'),
  readings: Type.Array(INSTANT_READING),
  differ: Type.Boolean(),
  remarks: Type.Array(REMARK),
});

const CLOCK_INSTANT_READING = Type.Union([WAITING_CLOCK, DATED_CLOCK_INSTANT_READING]);

const SAID_HERE = Type.Object({
  act: Type.String(),
  side: Type.String(),
  index: Type.Integer(),
  at: Type.String(),
  body: Type.Unknown(),
});

const OPENING = Type.Intersect([REF, Type.Object({ opened: Type.String(), medium: Type.String() })]);

const SIDE_SHOWN = Type.Object({
  side: Type.String(),
  channel: orNull(SAID_HERE),
  opened: orNull(Type.Intersect([OPENING, Type.Object({ people: Type.Array(Type.String()) })])),
  positions: Type.Array(SAID_HERE),
  means: Type.Array(SAID_HERE),
  closed: orNull(REF),
});

const LINE_SHOWN = Type.Object({
  line: Type.String(),
  needs: Type.Array(SAID_HERE),
  assistance: Type.Array(
    Type.Intersect([
      SAID_HERE,
      Type.Object({ answer: orNull(Type.Intersect([REF, Type.Object({ answer: Type.String() })])) }),
    ]),
  ),
});

const AGREED_SHOWN = Type.Object({ proposal: SAID_HERE, agreed: orNull(REF) });

const SAID_RECORD = Type.Object({
  act: Type.String(),
  side: Type.String(),
  index: Type.Integer(),
  at: Type.String(),
  body: orNull(Type.Object({ text: Type.String() })),
});

const AGREED_RECORD = Type.Object({
  proposal: SAID_RECORD,
  agreed: orNull(REF),
});

const DEED = Type.Object({ kind: Type.String(), title: Type.String(), about: orNull(Type.String()) });

const CONSULTATION_SHOWN = Type.Object({
  under: oneOf('consultation', 'reciprocity'),
  provision: Type.String(),
  drill: Type.Boolean(),
  state: oneOf('called', 'acknowledged', 'opened-once', 'convened', 'closed', 'withdrawn'),
  requests: Type.Array(REQUEST_SHOWN),
  clock: orNull(CLOCK_INSTANT_READING),
  deadline: orNull(Type.String()),
  convened: orNull(Type.String()),
  assistance: Type.Object({ to: Type.String(), by: Type.String(), provision: Type.String() }),
  sides: Type.Array(SIDE_SHOWN),
  lines: Type.Array(LINE_SHOWN),
  deliveries: Type.Array(SAID_HERE),
  steps: orNull(AGREED_SHOWN),
  done: Type.Record(Type.String(), REF),
  record: orNull(AGREED_RECORD),
  acts: Type.Array(Type.Intersect([REF, Type.Object({ kind: Type.String(), exercise: Type.Boolean() })])),
  deeds: Type.Array(DEED),
});

const LISTED = Type.Object({
  request: REF,
  under: oneOf('consultation', 'reciprocity'),
  drill: Type.Boolean(),
  state: oneOf('called', 'acknowledged', 'opened-once', 'convened', 'closed', 'withdrawn'),
});

const TOLD = Type.Object({
  duty: Type.String(),
  channel: oneOf('page', 'mail', 'webhook'),
  state: oneOf('waiting', 'told', 'given-up'),
  madeAt: Type.String(),
});

const ROOM_DATA = shapeOf<RoomData>()(
  Type.Object({
    now: Type.String(),
    entered: Type.Boolean(),
    shown: orNull(CONSULTATION_SHOWN),
    all: Type.Array(LISTED),
    call: orNull(DEED),
    questions: Type.Array(Type.String()),
    told: orNull(Type.Array(TOLD)),
  }),
);

export const ROOM_SAYS: Says = {
  summary: 'The room of a consultation: its clock, both sides, what was offered, asked and agreed; and all of them.',
  data: ROOM_DATA,
  query: { of: Type.String({ description: 'The id of the request whose consultation is shown.' }) },
  lists: ['all', 'shown.acts'],
  feed: 'area',
};
