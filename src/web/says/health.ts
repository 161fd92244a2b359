// What the node says of its health.
import Type from 'typebox';
import { oneOf, shapeOf } from '../../kit/shape.ts';
import type { Health } from '../../node/node.ts';
import { ALARM } from './shapes.ts';

const HEALTH = shapeOf<Health>()(
  Type.Object({
    ok: Type.Boolean(),
    side: Type.String(),
    database: Type.Boolean(),
    line: oneOf('open', 'broken', 'paused', 'never'),
    witnesses: Type.Object({ asked: Type.Integer(), open: Type.Integer() }),
    refusal: Type.Optional(Type.String()),
    alarms: Type.Array(ALARM),
  }),
);

export const HEALTH_SAYS = {
  is: 'data',
  summary: 'Whether the node is well; 503 where it is not.',
  data: HEALTH,
} as const;
