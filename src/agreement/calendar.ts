// Calendar sums: civil dates, instants, periods and working days, so strict that no sum is ever guessed.
import { Temporal } from 'temporal-polyfill';
import { refuse } from '../act/refusal.ts';

/** Largest period that is added, in each of its units: what is longer is a slip of the pen, not a term. */
export const PERIOD_LIMIT = {
  years: 1_000,
  months: 12_000,
  days: 366_000,
  hours: 8_784_000,
  minutes: 527_040_000,
} as const;

/** Days looked back for a working day. No calendar of holidays runs longer without one. */
export const WORKING_DAY_LOOKBACK = 31;

/** Saturday and Sunday, as ISO 8601 numbers them. */
const WEEKEND: readonly number[] = [6, 7];

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;
const ZONE = /^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/;
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] as const;

/** A period. Years and months are one length, in months; days are added after. A minus sign counts backwards. */
export interface Period {
  readonly years?: number;
  readonly months?: number;
  readonly days?: number;
}

/** What to do where the month reached has no such day: the last day of it (`down`), or the first of the next (`up`). */
export type Rounding = 'down' | 'up';

/** A sum of date and period. `date` is `down` or `up` as the rounding asked; they differ only where `ambiguous`. */
export interface Sum {
  readonly date: string;
  readonly ambiguous: boolean;
  readonly down: string;
  readonly up: string;
}

/** Days off of the capital of one side. A year not in `years` is not known, which is not the same as without any. */
export interface Holidays {
  readonly side: string;
  readonly years: readonly number[];
  /** Civil dates, ISO 8601. */
  readonly dates: readonly string[];
  /** Days off in every year, as the law fixes them today: `MM-DD`. */
  readonly yearly?: readonly string[];
}

function malformed(attempt: string, mend: string): never {
  throw refuse('input-malformed', `${attempt} ${mend}`);
}

const shown = (text: string): string => JSON.stringify(text.slice(0, 40));

function readDate(text: string): Temporal.PlainDate {
  const [, year = 0, month = 0, day = 0] = DATE.exec(text)?.map(Number) ?? [];
  if (year === 0) malformed(`Reading ${shown(text)} as a date.`, 'Write year-month-day, for example 2027-02-28.');
  const name = MONTHS[month - 1];
  if (name === undefined) {
    throw refuse('date-impossible', `There is no month ${month}. Write a month from 01 to 12.`);
  }
  const last = new Temporal.PlainDate(year, month, 1).daysInMonth;
  if (day < 1 || day > last) {
    const near = `${day < 1 ? 1 : last} ${name} ${year}`;
    throw refuse(
      'date-impossible',
      `There is no ${day} ${name} ${year}. Write a day that exists, for example ${near}.`,
    );
  }
  return new Temporal.PlainDate(year, month, day);
}

function writeDate(date: Temporal.PlainDate): string {
  if (date.year < 1 || date.year > 9999) malformed('The sum leaves the years 0001 to 9999.', 'Take a shorter period.');
  return date.toString();
}

function readInstant(text: string): Temporal.Instant {
  const date = INSTANT.exec(text)?.[1];
  if (date === undefined) {
    malformed(`Reading ${shown(text)} as an instant.`, 'Write UTC to the second, for example 2026-11-23T19:00:00Z.');
  }
  readDate(date);
  return Temporal.Instant.from(text);
}

function atSeat(instant: string, zone: string): Temporal.ZonedDateTime {
  const moment = readInstant(instant);
  if (ZONE.test(zone)) {
    try {
      return moment.toZonedDateTimeISO(zone);
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause;
    }
  }
  return malformed(`Reading ${shown(zone)} as a time zone.`, 'Write a tz database name, for example Europe/Vienna.');
}

/** Checks one unit of a period: a whole number within its limit. Returns it, or refuses with `input-malformed`. */
function requireCount(unit: keyof typeof PERIOD_LIMIT, count: number): number {
  const limit = PERIOD_LIMIT[unit];
  if (Number.isSafeInteger(count) && Math.abs(count) <= limit) return count;
  return malformed(`Adding ${count} ${unit}.`, `Take a whole number of ${unit}, at most ${limit}.`);
}

/**
 * Reads a civil date, strictly `YYYY-MM-DD` of the years 0001 to 9999, and returns it unchanged. Refuses a day that
 * does not exist with `date-impossible` and the nearest that does, any other text with `input-malformed`.
 */
export function parseDate(text: string): string {
  return writeDate(readDate(text));
}

/**
 * Reads an instant, strictly RFC 3339 in UTC to the second (`2026-11-23T19:00:00Z`; no fraction, no offset, no leap
 * second), and returns it unchanged. Two such instants compare as strings. Refuses as `parseDate` does.
 */
export function parseInstant(text: string): string {
  readInstant(text);
  return text;
}

/**
 * Adds a period to a civil date: years and months together with one rounding, then days (Regulation (EEC, Euratom)
 * 1182/71; Civil Code of Ukraine, article 254; dates_calc of Catala). The library is asked to reject what is ambiguous;
 * the rule then decides, and both candidates are returned. Refuses what `parseDate` refuses and periods over the limit.
 */
export function addPeriod(date: string, period: Period, rounding: Rounding): Sum {
  const start = readDate(date);
  const months = 12 * requireCount('years', period.years ?? 0) + requireCount('months', period.months ?? 0);
  const days = requireCount('days', period.days ?? 0);
  const constrained = start.add({ months });
  const ambiguous = !reachesDay(start, months);
  // The last day of the month is the constrained one, so the day after it is the first of the next.
  const beyond = ambiguous ? constrained.add({ days: 1 }) : constrained;
  const down = writeDate(constrained.add({ days }));
  const up = writeDate(beyond.add({ days }));
  return { date: rounding === 'down' ? down : up, ambiguous, down, up };
}

function reachesDay(start: Temporal.PlainDate, months: number): boolean {
  try {
    start.add({ months }, { overflow: 'reject' });
    return true;
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return false;
  }
}

/**
 * The `i`th due of what recurs, anchored: the anchor and `i` whole periods in one sum, never one due from the last.
 * From 31 January each month: 28 February, 31 March. Refuses as `addPeriod` does, and an `i` that is no whole number.
 */
export function recurrence(anchor: string, period: Period, i: number): Sum {
  const times = (unit: 'years' | 'months' | 'days'): number => requireCount(unit, (period[unit] ?? 0) * i);
  return addPeriod(anchor, { years: times('years'), months: times('months'), days: times('days') }, 'down');
}

/** The first day of the month in which `date` lies. */
export function firstDayOfMonth(date: string): string {
  return writeDate(readDate(date).with({ day: 1 }));
}

/** The last day of the month in which `date` lies. */
export function lastDayOfMonth(date: string): string {
  const day = readDate(date);
  return writeDate(day.with({ day: day.daysInMonth }));
}

/** The instant `hours` elapsed hours after `instant`: hours between instants, whatever the clocks on the wall do. */
export function addHours(instant: string, hours: number): string {
  const later = readInstant(instant).add({ hours: requireCount('hours', hours) });
  writeDate(later.toZonedDateTimeISO('UTC').toPlainDate());
  return later.toString({ smallestUnit: 'second' });
}

/** The instant `minutes` elapsed minutes after `instant`. */
export function addMinutes(instant: string, minutes: number): string {
  const later = readInstant(instant).add({ minutes: requireCount('minutes', minutes) });
  return later.toString({ smallestUnit: 'second' });
}

/** The civil date that `instant` has in `zone`, a name of the tz database as the agreement writes it. */
export function civilDate(instant: string, zone: string): string {
  return writeDate(atSeat(instant, zone).toPlainDate());
}

/** The time on the wall that `instant` has in `zone`: `HH:MM:SS`. */
export function civilTime(instant: string, zone: string): string {
  return atSeat(instant, zone).toPlainTime().toString({ smallestUnit: 'second' });
}

/** Day of the week as ISO 8601 numbers it: 1 is Monday, 7 is Sunday. */
export function weekday(date: string): number {
  return readDate(date).dayOfWeek;
}

/** Whether `date` is neither Saturday nor Sunday nor a day off in any of the calendars given. */
export function isWorkingDay(date: string, calendars: readonly Holidays[]): boolean {
  const isOff = ({ dates, yearly = [] }: Holidays): boolean => dates.includes(date) || yearly.includes(date.slice(5));
  return !WEEKEND.includes(weekday(date)) && !calendars.some(isOff);
}

/** Whether the days off in the year of `date` are known in this calendar. */
export function coversYear(holidays: Holidays, date: string): boolean {
  return holidays.years.includes(readDate(date).year);
}

/** The latest day, `date` itself or before it, that is a working day in all the calendars given. */
export function previousWorkingDay(date: string, calendars: readonly Holidays[]): string {
  let day = readDate(date);
  for (let looked = 0; looked <= WORKING_DAY_LOOKBACK; looked++) {
    const candidate = writeDate(day);
    if (isWorkingDay(candidate, calendars)) return candidate;
    day = day.subtract({ days: 1 });
  }
  return malformed(
    `Looking back ${WORKING_DAY_LOOKBACK} days from ${date} for a working day.`,
    'Check the holidays of the capitals.',
  );
}
