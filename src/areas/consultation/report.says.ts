// What the report of a consultation says as data.
import Type from 'typebox';
import { orNull, shapeOf } from '../../kit/shape.ts';
import type { ReportData } from './report.page.tsx';
import type { Says } from '../../area.ts';

const REPORT_ROW = Type.Object({
  act: Type.String(),
  side: Type.String(),
  index: Type.Integer(),
  kind: Type.String(),
  at: Type.String(),
  after: Type.Integer(),
});

const REPORT_DATA = shapeOf<ReportData>()(
  Type.Object({
    now: Type.String(),
    request: orNull(Type.String()),
    provision: Type.String(),
    drill: Type.Boolean(),
    dispatched: orNull(Type.String()),
    deadline: orNull(Type.String()),
    acknowledged: orNull(Type.String()),
    convened: orNull(Type.String()),
    inTime: orNull(Type.Boolean()),
    rows: Type.Array(REPORT_ROW),
  }),
);

export const REPORT_SAYS: Says = {
  summary: 'The report of a consultation: each step with its time since the first dispatch.',
  data: REPORT_DATA,
  query: { of: Type.String({ description: 'The id of the request.' }) },
  lists: ['rows'],
};
