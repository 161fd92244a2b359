// What the page of the record says as data.
import Type from 'typebox';
import { HeaderShape } from '../../act/act.ts';
import { oneOf, orNull, shapeOf } from '../../kit/shape.ts';
import type { RecordData } from '../pages/record.data.ts';
import {
  BODY_NAMES,
  CONCORDANCE,
  HELD_COSIGNATURE,
  INSPECTION_VIEW,
  LINE_VIEW,
  NOTE_TEXT,
  PAGING,
  RUNG,
  SAID_ROW,
} from './shapes.ts';
import { saysPage } from '../ask.ts';

const LOG_VIEW = Type.Object({
  side: Type.String(),
  own: Type.Boolean(),
  origin: Type.String(),
  size: Type.Integer(),
  root: Type.String(),
  checkpoint: Type.String(),
  signedAt: Type.Optional(Type.String()),
  cosignatures: Type.Array(HELD_COSIGNATURE),
});

const HELD_EVIDENCE = Type.Object({
  side: Type.String(),
  what: oneOf('fork', 'rollback', 'unproven', 'closed'),
  at: Type.String(),
  held: Type.String(),
  given: Type.String(),
});

const FOLDED_ACT = Type.Object({
  side: Type.String(),
  index: Type.Integer(),
  id: Type.String(),
  header: HeaderShape,
  seen: Type.Integer(),
  body: Type.Optional(Type.Unknown()),
});

const SHOWN_ACT = Type.Object({
  act: FOLDED_ACT,
  recordedAt: Type.String(),
  rungs: Type.Array(RUNG),
  contested: Type.Optional(Type.String()),
});

const WITNESS_VIEW = Type.Object({
  name: Type.String(),
  url: Type.String(),
  state: oneOf('well', 'failing', 'open', 'never'),
  size: Type.Optional(Type.Integer()),
  at: Type.Optional(Type.String()),
  lastError: Type.Optional(Type.String()),
});

const NOTED_VIEW = Type.Object({
  side: Type.String(),
  index: Type.Integer(),
  of: Type.String(),
  size: Type.Integer(),
  at: Type.String(),
  contested: Type.Optional(Type.String()),
});

const SHOWN_CARD = Type.Object({
  side: Type.String(),
  origin: Type.String(),
  words: Type.String(),
  keys: Type.Record(Type.String(), Type.String()),
});

const RECORD_DATA = shapeOf<RecordData>()(
  Type.Object({
    logs: Type.Array(LOG_VIEW),
    concordance: CONCORDANCE,
    line: LINE_VIEW,
    inspection: INSPECTION_VIEW,
    evidence: Type.Array(HELD_EVIDENCE),
    contested: Type.Array(SHOWN_ACT),
    witnesses: Type.Array(WITNESS_VIEW),
    noted: Type.Array(NOTED_VIEW),
    cards: Type.Array(SHOWN_CARD),
    note: Type.Array(NOTE_TEXT),
    acts: Type.Array(SAID_ROW),
    next: orNull(Type.String()),
    previous: orNull(Type.String()),
    names: BODY_NAMES,
  }),
);

export const RECORD_SAYS = saysPage(
  {
    summary: 'The record: both logs, who cosigned them, whether both nodes agree, and a stretch of the acts.',
    data: RECORD_DATA,
    query: PAGING,
    lists: ['acts', 'contested', 'logs', 'witnesses', 'noted', 'evidence', 'inspection.damages'],
  },
  { forms: ['atom'] },
);
