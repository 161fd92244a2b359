// What the page of the life says as data.
import Type from 'typebox';
import { InstrumentShape } from '../../agreement/instrument.ts';
import { oneOf, orNull, shapeOf } from '../../kit/shape.ts';
import { CONVENTION, INPUT, NOTICE, READ, REMARK, RULE, WAITING_CLOCK } from '../../kit/shapes.ts';
import type { LifeData } from './life.data.ts';
import type { Says } from '../../area.ts';
import { ENTRY_CONFIRMED, NOTIFICATION_GIVEN, RECEIPT_GIVEN } from './kinds.ts';
import * as matters from './matters/kinds.ts';

const DATE_READING = Type.Intersect([READ, Type.Object({ date: Type.String() })]);

const DATED_CLOCK_DATE_READING = Type.Object({
  name: Type.String(),
  provision: Type.String(),
  rule: RULE,
  inputs: Type.Array(INPUT),
  zones: Type.Array(Type.String()),
  tz: Type.String(),
  convention: orNull(CONVENTION),
  state: Type.Literal('dated'),
  readings: Type.Array(DATE_READING),
  differ: Type.Boolean(),
  remarks: Type.Array(REMARK),
});

const CLOCK_DATE_READING = Type.Union([WAITING_CLOCK, DATED_CLOCK_DATE_READING]);

const DECIDED = Type.Object({ years: Type.Integer(), months: Type.Integer(), acts: Type.Array(Type.String()) });

const COURSE = Type.Object({
  conventions: Type.Record(Type.String(), CONVENTION),
  extensions: Type.Array(DECIDED),
  notices: Type.Array(NOTICE),
});

const CLOCKS = Type.Object({
  entry: CLOCK_DATE_READING,
  lapse: CLOCK_DATE_READING,
  extended: Type.Array(CLOCK_DATE_READING),
  extension: CLOCK_DATE_READING,
  terminations: Type.Array(Type.Object({ side: Type.String(), clock: CLOCK_DATE_READING })),
  course: COURSE,
});

const RECEIPT = Type.Object({
  act: Type.String(),
  instant: Type.String(),
  date: Type.String(),
  zone: Type.String(),
  channel: Type.String(),
});

const NOTE_ROW = Type.Object({
  act: orNull(Type.String()),
  from: Type.String(),
  to: Type.String(),
  kind: Type.String(),
  number: orNull(Type.String()),
  provisions: Type.Array(Type.String()),
  on: orNull(Type.String()),
  dispatched: orNull(Type.String()),
  channel: orNull(Type.String()),
  receipt: orNull(RECEIPT),
  contested: orNull(Type.String()),
  answer: Type.Boolean(),
});

const OPENING = Type.Object({ kind: Type.String(), title: Type.String() });

const STEP_ROW = Type.Object({
  act: Type.String(),
  side: Type.String(),
  title: Type.String(),
  kind: Type.String(),
  on: Type.String(),
  asksReceipt: Type.Boolean(),
  received: orNull(Type.String()),
});

const NEXT_STEP = Type.Object({ kind: Type.String(), title: Type.String(), about: orNull(Type.String()) });

const MATTER_ROW = Type.Object({
  subject: Type.String(),
  matter: Type.String(),
  provision: Type.String(),
  state: orNull(Type.String()),
  over: Type.Boolean(),
  earlier: Type.Integer(),
  steps: Type.Array(STEP_ROW),
  next: Type.Array(NEXT_STEP),
});

const RECOMPUTED = Type.Object({ act: Type.String(), said: Type.String(), now: Type.String() });

const INSTRUMENT_LIFE = Type.Object({
  stands: oneOf('signed', 'in-force', 'renewed', 'lapsed', 'no-term'),
  lapse: orNull(CLOCK_DATE_READING),
  renewal: orNull(CLOCK_DATE_READING),
});

const INSTRUMENT_ROW = Type.Intersect([INSTRUMENT_LIFE, Type.Object({ instrument: InstrumentShape })]);

const WRONG = Type.Union([
  Type.Object({ is: Type.Literal('no-day'), day: Type.Integer(), near: Type.String() }),
  Type.Object({ is: Type.Literal('no-month'), month: Type.Integer() }),
  Type.Object({ is: Type.Literal('unreadable') }),
  Type.Object({ is: Type.Literal('too-far') }),
]);

const TRIED = Type.Union([
  Type.Object({
    asked: Type.String(),
    state: Type.Literal('answered'),
    date: Type.String(),
    lapse: CLOCK_DATE_READING,
    extension: CLOCK_DATE_READING,
  }),
  Type.Object({ asked: Type.String(), state: Type.Literal('wrong'), error: WRONG }),
]);

const TEXT_FACTS = Type.Object({
  signed: Type.String(),
  languages: Type.Array(Type.Object({ language: Type.String(), loaded: Type.Boolean(), prevails: Type.Boolean() })),
  titles: Type.Array(Type.String()),
  amendments: Type.Object({ all: Type.Integer(), agreed: Type.Integer(), inForce: Type.Integer() }),
});

const ACT_REF = Type.Object({ side: Type.String(), index: Type.Integer(), exercise: Type.Boolean() });

const LIFE_DATA = shapeOf<LifeData>()(
  Type.Object({
    today: Type.String(),
    heading: oneOf(
      'signed-not-in-effect',
      'entry-ahead',
      'in-effect-unconfirmed',
      'in-effect-dates-differ',
      'in-effect',
      'termination-pending',
      'terminated',
      'lapsed',
    ),
    life: Type.Record(
      Type.String(),
      Type.Object({ confirmed: orNull(Type.Object({ act: Type.String(), date: Type.String() })) }),
    ),
    clocks: CLOCKS,
    notes: Type.Array(NOTE_ROW),
    begin: Type.Array(OPENING),
    matters: Type.Array(MATTER_ROW),
    openings: Type.Array(NEXT_STEP),
    recomputed: Type.Array(RECOMPUTED),
    instruments: Type.Array(INSTRUMENT_ROW),
    tried: orNull(TRIED),
    text: TEXT_FACTS,
    acts: Type.Record(Type.String(), ACT_REF),
  }),
);

/** What moves the life, and what is said under its other clauses. */
const LIFE_FEED = [
  ...[NOTIFICATION_GIVEN, RECEIPT_GIVEN, ENTRY_CONFIRMED].map(({ id }) => id),
  ...Object.values(matters).flatMap((one) => (typeof one === 'object' && 'id' in one ? [one.id] : [])),
];

export const LIFE_SAYS: Says = {
  summary: 'The life of the Agreement: every clock with its rule, inputs and readings, and the notes that move it.',
  data: LIFE_DATA,
  query: { d: Type.String({ description: 'A day to try as the one of entry into effect: YYYY-MM-DD.' }) },
  lists: ['notes', 'matters', 'instruments'],
  feed: LIFE_FEED,
};
