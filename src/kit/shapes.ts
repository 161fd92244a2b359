// Shapes that pages of several rooms say: clocks with their rule and inputs, places of acts, stretches of a redline.
import Type from 'typebox';
import { oneOf, orNull } from './shape.ts';

const DATED = Type.Object({ date: Type.String(), acts: Type.Array(Type.String()) });

export const NOTICE = Type.Object({ side: Type.String(), act: Type.String(), receipt: orNull(DATED) });

export const ACT_PLACE = Type.Object({ act: Type.String(), side: Type.String(), index: Type.Integer() });

export const STRETCH = Type.Object({ is: oneOf('same', 'removed', 'added'), text: Type.String() });

export const READ = Type.Object({
  id: Type.String(),
  zones: Type.Array(Type.String()),
  operative: Type.Boolean(),
  why: Type.String(),
});

export const RULE = Type.Object({
  id: Type.String(),
  family: Type.String(),
  version: Type.Integer(),
  until: oneOf('date', 'end-of-day', 'instant'),
  readings: Type.Array(Type.String()),
});

export const INPUT = Type.Object({
  name: oneOf('notification', 'receipt', 'entry', 'lapse', 'dispatch', 'years', 'months', 'hours'),
  side: orNull(Type.String()),
  value: orNull(Type.String()),
  acts: Type.Array(Type.String()),
});

export const CONVENTION = Type.Object({ reading: Type.String(), acts: Type.Array(Type.String()) });

const AWAITED = Type.Object({
  what: oneOf('notification', 'receipt', 'entry', 'lapse', 'dispatch'),
  side: orNull(Type.String()),
});

export const WAITING_CLOCK = Type.Object({
  name: Type.String(),
  provision: Type.String(),
  rule: RULE,
  inputs: Type.Array(INPUT),
  zones: Type.Array(Type.String()),
  tz: Type.String(),
  convention: orNull(CONVENTION),
  state: Type.Literal('waits'),
  waitsFor: Type.Array(AWAITED),
});

export const REMARK = Type.Object({
  id: oneOf(
    'date-at-other-seat',
    'received-together',
    'leap-day',
    'working-target',
    'weekends-only',
    'date-recomputed',
  ),
  why: Type.String(),
  date: orNull(Type.String()),
  side: orNull(Type.String()),
  zone: orNull(Type.String()),
});

export const REF = Type.Object({ act: Type.String(), side: Type.String(), index: Type.Integer(), at: Type.String() });

