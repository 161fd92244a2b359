// What follows from the notes and receipts: the clocks of entry, term and extension, from the register of life.
import type { Agreement } from '../../agreement/agreement.ts';
import {
  type Clause,
  type Clock,
  type DateReading,
  type Dated,
  entryClock,
  extensionClock,
  lapseClock,
  operative,
} from '../../agreement/clock.ts';
import type { Life } from '../../agreement/life.ts';

/** The three clocks that run from the notifications. */
export interface Clocks {
  readonly entry: Clock<DateReading>;
  readonly lapse: Clock<DateReading>;
  readonly extension: Clock<DateReading>;
}

function clause(agreement: Agreement, family: string, tz: string): Clause {
  const [provision] = agreement.provisionsOf([family]);
  if (provision === undefined) throw new Error(`final: the agreement has no clause of the family ${family}`);
  const seats = agreement.participants.map(({ id, seat }) => ({ side: id, zone: seat.zone }));
  return { provision, seats, tz, convention: null };
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
export function clocksOf(life: Life, agreement: Agreement, tz: string): Clocks {
  const entry = entryClock(life, clause(agreement, 'entry', tz));
  const acts = entry.inputs.filter((input) => input.name === 'receipt').flatMap((input) => input.acts);
  return clocksFrom(entry, dated(entry, acts), agreement, tz);
}

/** The clocks that follow from a date of entry: for a date that is only tried, the entry clock is left as it is. */
export function clocksFrom(entry: Clock<DateReading>, from: Dated | null, agreement: Agreement, tz: string): Clocks {
  const lapse = lapseClock(from, { years: count(agreement, 'term', 'years') }, clause(agreement, 'term', tz));
  const extension = extensionClock(
    dated(lapse, from?.acts ?? []),
    { months: count(agreement, 'extension', 'months') },
    clause(agreement, 'extension', tz),
    [],
  );
  return { entry, lapse, extension };
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
  const { entry, lapse, extension } = clocks;
  if (entry.state === 'waits' || lapse.state === 'waits' || extension.state === 'waits') return undefined;
  return { date: operative(entry).date, lastDay: operative(lapse).date, extendBy: operative(extension).date };
}
