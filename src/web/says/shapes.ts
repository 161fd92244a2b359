// Shapes that several pages say: rows of acts and drafts, names, cosignatures, problems.
import Type from 'typebox';
import { OfficialShape } from '../../agreement/official.ts';
import { oneOf, orNull } from '../../kit/shape.ts';
import { PAGE_ROWS, PAGE_ROWS_MOST } from '../limits.ts';

/** The fields of an address that a list in stretches has. */
export const PAGING = {
  limit: Type.Integer({ minimum: 1, maximum: PAGE_ROWS_MOST, default: PAGE_ROWS, description: 'How many at most.' }),
  cursor: Type.String({ description: 'Where to go on: as a Link header, or `next` and `previous`, gave it.' }),
};

export const DAY = Type.String({ description: 'A civil date: YYYY-MM-DD.' });
export const TONGUE = Type.String({ description: 'A language: en, uk or sq.' });

/** The token of the session, as the page with the form has it, in its field `csrf`. */
export const CSRF = { csrf: Type.String() };

export const HELD_COSIGNATURE = Type.Object({
  role: oneOf('witness', 'mirror', 'third'),
  algorithm: oneOf('Ed25519', 'ML-DSA-44'),
  signer: Type.String(),
  size: Type.Integer(),
  at: Type.String(),
});

export const CONCORDANCE = Type.Union([
  Type.Object({ state: Type.Literal('waits'), sizes: Type.Record(Type.String(), Type.Integer()) }),
  Type.Object({ state: Type.Literal('agrees'), sizes: Type.Record(Type.String(), Type.Integer()), at: Type.String() }),
  Type.Object({
    state: Type.Literal('diverges'),
    sizes: Type.Record(Type.String(), Type.Integer()),
    at: Type.String(),
    first: Type.Optional(Type.Object({ register: Type.String(), subject: Type.String() })),
  }),
]);

export const LINE_VIEW = Type.Object({
  state: oneOf('open', 'broken', 'paused', 'never'),
  lastExchange: Type.Optional(Type.String()),
  lastError: Type.Optional(Type.String()),
  behind: Type.Integer(),
  waiting: Type.Optional(Type.String()),
  late: Type.Boolean(),
});

export const INSPECTION_VIEW = Type.Object({
  open: Type.Integer(),
  healed: Type.Integer(),
  rounded: Type.Optional(Type.String()),
  damages: Type.Array(
    Type.Object({
      side: Type.String(),
      what: Type.String(),
      index: Type.Integer(),
      name: Type.String(),
      found: Type.String(),
    }),
  ),
});

export const RUNG = Type.Object({
  name: oneOf('draft', 'approved', 'recorded', 'witnessed', 'received', 'acknowledged'),
  at: Type.String(),
  by: Type.String(),
  covers: Type.Optional(Type.Integer()),
  act: Type.Optional(Type.String()),
});

export const NOTE_TEXT = Type.Object({
  language: oneOf('en', 'uk', 'sq'),
  text: Type.String(),
  courtesy: Type.Boolean(),
});

export const SAID_ROW = Type.Object({
  side: Type.String(),
  index: Type.Integer(),
  id: Type.String(),
  kind: Type.String(),
  by: Type.String(),
  number: Type.String(),
  provisions: Type.Array(Type.String()),
  at: Type.String(),
  recordedAt: Type.String(),
  exercise: Type.Boolean(),
  rung: orNull(oneOf('draft', 'approved', 'recorded', 'witnessed', 'received', 'acknowledged')),
  contested: orNull(Type.String()),
});

export const BODY_NAMES = Type.Record(Type.String(), Type.Object({ en: Type.String(), local: Type.String() }));

export const PLACE = Type.Object({ id: Type.String(), side: Type.String(), index: Type.Integer() });

/** What every list and page says of a draft. */
export const DRAFT_FIELDS = {
  id: Type.String(),
  kind: Type.String(),
  title: orNull(Type.String()),
  state: oneOf('waiting', 'recorded', 'sent-back'),
  writtenBy: OfficialShape,
  writtenAt: Type.String(),
  approved: Type.Integer(),
  needed: Type.Integer(),
  request: orNull(Type.String()),
  reason: orNull(Type.String()),
  act: orNull(PLACE),
  exercise: Type.Boolean(),
};

export const DRAFT_ROW = Type.Object(DRAFT_FIELDS);

/** What every list and page says of a duty. */
export const DUTY_FIELDS = {
  id: Type.String(),
  side: Type.String(),
  body: Type.String(),
  provision: Type.String(),
  what: Type.String(),
  because: Type.Optional(Type.Object({ act: Type.String(), side: Type.String(), index: Type.Integer() })),
  due: Type.Optional(Type.String()),
  dueAt: Type.Optional(Type.String()),
  rule: Type.Optional(Type.String()),
  answer: Type.Optional(Type.String()),
};

const LIFE_POINT = Type.Object({
  key: Type.String(),
  label: Type.String(),
  date: Type.Optional(Type.String()),
  detail: Type.Optional(Type.String()),
  reached: Type.Boolean(),
  now: Type.Boolean(),
  provision: Type.Optional(Type.String()),
});

export const LIFE_STRIP = Type.Object({
  heading: Type.String(),
  points: Type.Array(LIFE_POINT),
  why: Type.Array(Type.String()),
});

export const PROBLEM = Type.Object({
  status: Type.Integer(),
  code: Type.Optional(Type.String()),
  detail: Type.String(),
  field: Type.Optional(Type.String()),
});

export const OPENING = Type.Object({ kind: Type.String(), title: Type.String() });

/** What somebody must look at, though the node goes on. */
export const ALARM = oneOf(
  'acts-not-received',
  'counterpart-floods',
  'record-damaged',
  'record-contradicted',
  'records-diverge',
);
