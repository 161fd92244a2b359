// What the page of duties says as data, and the notices told to its reader.
import Type from 'typebox';
import { oneOf, orNull, shapeOf } from '../../kit/shape.ts';
import type { DutiesData } from '../pages/duties.data.ts';
import { saysElsewhere, saysFile, saysPage } from '../ask.ts';
import { BODY_NAMES, CSRF, DUTY_FIELDS, PROBLEM } from './shapes.ts';

const WATCHED_ROW = Type.Object({
  ...DUTY_FIELDS,
  begin: orNull(Type.Object({ kind: Type.String(), about: orNull(Type.String()) })),
  since: orNull(Type.String()),
});

const SHIFT = Type.Object({
  id: Type.String(),
  body: Type.String(),
  official: Type.String(),
  starts: Type.String(),
  ends: Type.String(),
});

const DELEGATION = Type.Object({
  id: Type.String(),
  official: Type.String(),
  deputy: Type.String(),
  starts: Type.String(),
  ends: Type.String(),
});

export const NOTICE = Type.Object({
  id: Type.String(),
  duty: Type.String(),
  reason: Type.String(),
  official: Type.String(),
  channel: oneOf('page', 'mail', 'webhook'),
  address: Type.String(),
  subject: Type.String(),
  text: Type.String(),
  state: oneOf('waiting', 'told', 'given-up'),
  tries: Type.Integer(),
  madeAt: Type.String(),
  nextAt: Type.String(),
  toldAt: Type.Optional(Type.String()),
  error: Type.Optional(Type.String()),
});

const DUTIES_DATA = shapeOf<DutiesData>()(
  Type.Object({
    now: Type.String(),
    duties: Type.Array(WATCHED_ROW),
    others: Type.Array(WATCHED_ROW),
    names: BODY_NAMES,
    desk: orNull(
      Type.Object({
        shifts: Type.Array(SHIFT),
        delegations: Type.Array(DELEGATION),
        mine: Type.Array(NOTICE),
        givenUp: Type.Array(NOTICE),
        colleagues: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
        calendars: Type.Integer(),
      }),
    ),
    csrf: orNull(Type.String()),
    opened: orNull(Type.String()),
    problem: orNull(PROBLEM),
    refused: orNull(Type.String()),
    typed: Type.Record(Type.String(), Type.Array(Type.String())),
  }),
);

export const DUTIES_SAYS = saysPage(
  {
    summary: 'What is due, by whom, under which rule; for an official also who is on duty and what was told to whom.',
    data: DUTIES_DATA,
    lists: ['duties', 'others'],
  },
  { forms: ['ics'] },
);

export const NOTICES_SAYS = {
  is: 'data',
  summary: 'The newest notices told to the reader by page.',
  data: Type.Object({ notices: Type.Array(NOTICE) }),
} as const;

export const CALENDAR_SAYS = saysFile('The duties and hours of an official, for whoever has the secret address.', [
  'text/calendar',
]);

const SPAN = (form: string) =>
  Object.fromEntries(
    ['starts', 'ends'].flatMap((end) => [
      [`${form}-${end}-date`, Type.String()],
      [`${form}-${end}-time`, Type.String()],
    ]),
  );
const changes = (summary: string, form: Parameters<typeof saysElsewhere>[1] = {}) =>
  saysElsewhere(summary, { data: DUTIES_DATA, form: { ...CSRF, ...form.form } });

export const SHIFT_SAYS = changes('Puts an official of the body on duty.', {
  form: { official: Type.String(), ...SPAN('shift') },
});
export const SHIFT_ENDED_SAYS = changes('Ends a shift.');
export const DELEGATION_SAYS = changes('Names a deputy.', { form: { deputy: Type.String(), ...SPAN('delegation') } });
export const DELEGATION_ENDED_SAYS = changes('Ends a delegation.');
export const AGAIN_SAYS = changes('Tells again what was given up.');
export const CALENDARS_CLOSED_SAYS = changes('Closes all calendars of the official.');
/** Its answer is the page itself: the address is shown this once. */
export const CALENDAR_OPENED_SAYS = saysPage({
  summary: 'Opens a calendar of the official, or of their body, and shows its secret address once.',
  data: DUTIES_DATA,
});
export const CALENDAR_OPENED_FORM = { ...CSRF, scope: Type.Optional(Type.String({ description: 'mine or body' })) };
