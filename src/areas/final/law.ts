// What follows from notes, receipts and joint decisions: every clock of the final provisions.
import type { Agreement } from '../../agreement/agreement.ts';
import {
  type Clause, type Clock, type DateReading, type Dated, entryClock, operative, type Rule, RULES,
} from '../../agreement/clock.ts';
import type { Life } from '../../agreement/life.ts';
import { extendedClock, extensionClock, lapseClock, terminationClock } from '../../agreement/terms.ts';
import { type Course, NO_COURSE } from './course.ts';

/** The clocks that run from the notifications, and those that joint decisions and notices set going. */
export interface Clocks {
  readonly entry: Clock<DateReading>;
  /** The term of the text. */
  readonly lapse: Clock<DateReading>;
  /** One for each extension decided, oldest first: the last day of the extended term. */
  readonly extended: readonly Clock<DateReading>[];
  /** The last day for the notices of a further extension. */
  readonly extension: Clock<DateReading>;
  /** One for each notice of termination that stands. */
  readonly terminations: readonly { readonly side: string; readonly clock: Clock<DateReading> }[];
  /** What the sides have made of the term: it went into the clocks. */
  readonly course: Course;
}

/** What a clause of the agreement tells its clock. The convention is the one the sides have adopted on its rule. */
export function clauseOf(agreement: Agreement, family: string, rule: Rule, tz: string, course: Course): Clause {
  const [provision] = agreement.provisionsOf([family]);
  if (provision === undefined) throw new Error(`final: the agreement has no clause of the family ${family}`);
  const seats = agreement.participants.map(({ id, seat }) => ({ side: id, zone: seat.zone }));
  return { provision, seats, tz, convention: course.conventions[rule.id] ?? null };
}

function count(agreement: Agreement, family: string, parameter: string): number {
  const value = agreement.family(family)?.parameters[parameter]?.value;
  if (typeof value !== 'number') throw new Error(`final: ${family}.${parameter} of the agreement is not a number`);
  return value;
}

function dated(clock: Clock<DateReading>, acts: readonly string[]): Dated | null {
  return clock.state === 'waits' ? null : { date: operative(clock).date, acts };
}

/** The clocks as the life stands. `tz` is the version of the time zone database, shown beside each date. */
export function clocksOf(life: Life, agreement: Agreement, tz: string, course: Course = NO_COURSE): Clocks {
  const entry = entryClock(life, clauseOf(agreement, 'entry', RULES.entry, tz, course));
  const acts = entry.inputs.filter((input) => input.name === 'receipt').flatMap((input) => input.acts);
  return clocksFrom(entry, dated(entry, acts), agreement, tz, course);
}

/** The clocks that follow from a date of entry: for a date that is only tried, the entry clock is left as it is. */
export function clocksFrom(
  entry: Clock<DateReading>,
  from: Dated | null,
  agreement: Agreement,
  tz: string,
  course: Course = NO_COURSE,
): Clocks {
  const clause = (family: string, rule: Rule): Clause => clauseOf(agreement, family, rule, tz, course);
  const years = count(agreement, 'term', 'years');
  const lapse = lapseClock(from, { years }, clause('term', RULES.lapse));
  const extended: Clock<DateReading>[] = [];
  let last = dated(lapse, from?.acts ?? []);
  for (const { acts, ...length } of course.extensions) {
    const clock = extendedClock(last === null ? null : { ...last, acts }, length, clause('extension', RULES.extended));
    extended.push(clock);
    last = dated(clock, acts);
  }
  const months = count(agreement, 'extension', 'months');
  const extension = extensionClock(last, { months }, clause('extension', RULES.extension), agreement.holidays);
  const terminations = course.notices.map(({ side, receipt }) => ({
    side,
    clock: terminationClock(
      receipt,
      { months: count(agreement, 'termination', 'months') },
      clause('termination', RULES.termination),
    ),
  }));
  return { entry, lapse, extended, extension, terminations, course };
}

/** The clock of the term as it stands: of the last extension decided, or of the text. */
export function termOf(clocks: Clocks): Clock<DateReading> {
  return clocks.extended.at(-1) ?? clocks.lapse;
}

/** The operative date of a clock, or null where it waits. */
export function dateOf(clock: Clock<DateReading>): string | null {
  return clock.state === 'waits' ? null : operative(clock).date;
}

/** The day at whose end a notice of termination takes effect, the earliest; null where none is received. */
export function endOf(clocks: Clocks): string | null {
  const ends = clocks.terminations.flatMap(({ clock }) => dateOf(clock) ?? []);
  return ends.toSorted()[0] ?? null;
}

/** The acts that acknowledge the notifications, by id: what a confirmation rests on. Empty texts for those missing. */
export function receiptsOf(life: Life): readonly string[] {
  return Object.values(life)
    .map(({ receipt }) => receipt?.act ?? '')
    .sort();
}

/** What both sides confirm by act: the operative date of each clock. Undefined while the first has none. */
export interface EntryDates {
  readonly date: string;
  readonly lastDay: string;
  readonly extendBy: string;
}

export function entryDates(clocks: Clocks): EntryDates | undefined {
  const [date, lastDay, extendBy] = [clocks.entry, clocks.lapse, clocks.extension].map(dateOf);
  if (typeof date !== 'string' || typeof lastDay !== 'string' || typeof extendBy !== 'string') return undefined;
  return { date, lastDay, extendBy };
}
