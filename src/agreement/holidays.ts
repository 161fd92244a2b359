// Days off of the capitals as data of the agreement: which are fixed, which years are known, from which source.
import Type from 'typebox';
import { parse } from 'yaml';
import { refuse } from '../act/refusal.ts';
import { shape } from '../act/shape.ts';
import type { Holidays } from './calendar.ts';

const closed = { additionalProperties: false } as const;
const Text = Type.String({ minLength: 1, maxLength: 500 });
const MonthDay = Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' });

const CalendarShape = Type.Object(
  {
    side: Type.String({ pattern: '^[a-z]{2,8}$' }),
    source: Text,
    check: Type.Boolean(),
    years: Type.Array(Type.Integer({ minimum: 2000, maximum: 2200 }), { maxItems: 200 }),
    yearly: Type.Array(Type.Object({ on: MonthDay, name: Text }, closed), { maxItems: 60 }),
    dates: Type.Array(Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' }), { maxItems: 2000 }),
    notes: Type.Array(Type.Object({ says: Text, source: Text, check: Type.Boolean() }, closed), { maxItems: 20 }),
  },
  closed,
);
const FileShape = Type.Object({ calendars: Type.Array(CalendarShape, { maxItems: 8 }) }, closed);
const fileShape = shape(FileShape, 'input-malformed');

/** The days off of one capital, with where they are taken from. `check`: its side is to confirm them. */
export interface CapitalDays extends Holidays {
  readonly source: string;
  readonly check: boolean;
  readonly notes: readonly { readonly says: string; readonly source: string; readonly check: boolean }[];
}

/** Reads the days off of the capitals. A file that is no YAML or of another shape is refused. */
export function readHolidays(text: string): readonly CapitalDays[] {
  let value: unknown;
  try {
    value = parse(text);
  } catch (cause) {
    throw refuse('input-malformed', 'Reading holidays.yaml.', cause);
  }
  return fileShape(value).calendars.map(({ yearly, ...calendar }) => ({
    ...calendar,
    yearly: yearly.map(({ on }) => on),
  }));
}
