// What the page of the day says as data.
import Type from 'typebox';
import { orNull, shapeOf } from '../../kit/shape.ts';
import type { TodayData } from '../pages/today.data.ts';
import {
  ALARM,
  BODY_NAMES,
  CONCORDANCE,
  DRAFT_ROW,
  DUTY_FIELDS,
  INSPECTION_VIEW,
  LIFE_STRIP,
  LINE_VIEW,
  SAID_ROW,
  CSRF,
} from './shapes.ts';
import { saysElsewhere, saysPage } from '../ask.ts';

const DUTY_ROW = Type.Object({
  ...DUTY_FIELDS,
  begin: orNull(Type.Object({ kind: Type.String(), about: orNull(Type.String()) })),
});

const TODAY_DATA = shapeOf<TodayData>()(
  Type.Object({
    now: Type.String(),
    duties: Type.Array(DUTY_ROW),
    others: Type.Array(DUTY_ROW),
    approve: orNull(Type.Array(DRAFT_ROW)),
    fresh: Type.Array(SAID_ROW),
    concordance: CONCORDANCE,
    line: LINE_VIEW,
    inspection: INSPECTION_VIEW,
    names: BODY_NAMES,
    reading: orNull(
      Type.Object({
        since: orNull(Type.String()),
        more: Type.Boolean(),
        upTo: Type.Record(Type.String(), Type.Integer()),
        csrf: Type.String(),
      }),
    ),
    alarms: Type.Array(ALARM),
    life: orNull(LIFE_STRIP),
  }),
);

export const TODAY_SAYS = saysPage(
  {
    summary: 'The day: what is due, what waits for approval, what is new from the other side, where the record stands.',
    data: TODAY_DATA,
    lists: ['duties', 'others', 'fresh'],
  },
  { forms: ['atom', 'ics'] },
);

export const READ_SAYS = saysElsewhere('Marks both logs as read up to the sizes that the page said, by side.', {
  form: CSRF,
});
