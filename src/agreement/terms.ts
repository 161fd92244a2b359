// The clocks of a term: its last day, the last day to extend it, its extension, its renewals, its termination.
import {
  addPeriod, coversYear, type Holidays, type Period, previousWorkingDay, recurrence, type Sum,
} from './calendar.ts';
import {
  type Candidate, type Clause, type Clock, type DateReading, type Dated, dated, face, operative, parameter,
  type ReadingId, remark, start, waiting,
} from './clock.ts';

/**
 * Lapse, rule `term/1`: the last day is the same date `years` on, to 24:00 at each seat, not moved for a weekend. Also
 * read: the day before. A term from 29 February that ends in a year without one ends on the 28th; 1 March is shown.
 */
export function lapseClock(entry: Dated | null, terms: { readonly years: number }, clause: Clause): Clock<DateReading> {
  const clock = face('lapse', clause, [start('entry', entry), parameter('years', terms.years)]);
  if (entry === null) return waiting(clock, [{ what: 'entry', side: null }]);
  const end = addPeriod(entry.date, { years: terms.years }, 'down');
  const { zones } = clock;
  const dayBefore = addPeriod(end.date, { days: -1 }, 'down').date;
  return dated(
    clock,
    [...candidates(end, 'same-date', zones), { id: 'day-before', date: dayBefore, zones }],
    end.ambiguous ? [remark('leap-day')] : [],
  );
}

/** A sum as readings: one where it is exact, under the name `exact`; else the earlier, which holds, and the later. */
function candidates(sum: Sum, exact: ReadingId, zones: readonly string[]): readonly Candidate<DateReading>[] {
  if (!sum.ambiguous) return [{ id: exact, date: sum.date, zones }];
  return [
    { id: 'earlier', date: sum.down, zones },
    { id: 'later', date: sum.up, zones },
  ];
}

/**
 * The latest day to give notice of extension, rule `extension/1`: lapse less `months`. Where that month has no such
 * day the earlier candidate is operative and both are shown. Beside it the working target: the operative day, or the
 * last before it that is a working day in every capital; of a capital whose days off are not known, that is said.
 */
export function extensionClock(
  lapse: Dated | null,
  terms: { readonly months: number },
  clause: Clause,
  holidays: readonly Holidays[],
): Clock<DateReading> {
  const clock = face('extension', clause, [start('lapse', lapse), parameter('months', terms.months)]);
  if (lapse === null) return waiting(clock, [{ what: 'lapse', side: null }]);
  const latest = addPeriod(lapse.date, { months: -terms.months }, 'down');
  const bare = dated<DateReading>(clock, candidates(latest, 'same-day', clock.zones));
  const deadline = operative(bare).date;
  const target = previousWorkingDay(deadline, holidays);
  const unknown = clause.seats.filter(({ side }) => {
    const known = holidays.filter((capital) => capital.side === side);
    return ![target, deadline].every((date) => known.some((capital) => coversYear(capital, date)));
  });
  const weekendsOnly = unknown.map(({ side, zone }) => remark('weekends-only', { side, zone }));
  return { ...bare, remarks: [remark('working-target', { date: target }), ...weekendsOnly] };
}

/**
 * Termination, rule `termination/1`: `months` from the civil date of receipt of the notice at the recipient's seat,
 * forward; a month's end rounds down, and the first of the next month is shown; to the end of the day.
 */
export function terminationClock(
  receipt: Dated | null,
  terms: { readonly months: number },
  clause: Clause,
): Clock<DateReading> {
  const clock = face('termination', clause, [start('receipt', receipt), parameter('months', terms.months)]);
  if (receipt === null) return waiting(clock, [{ what: 'receipt', side: null }]);
  return dated(clock, candidates(addPeriod(receipt.date, { months: terms.months }, 'down'), 'same-day', clock.zones));
}

/** Of two lengths the one of years and the one of months, as inputs: what a clause or a decision states. */
const lengths = ({ years = 0, months = 0 }: Period): readonly ReturnType<typeof parameter>[] => [
  ...(years === 0 ? [] : [parameter('years', years)]),
  ...(months === 0 ? [] : [parameter('months', months)]),
];

/**
 * The last day of an extended term, rule `extended/1`: the last day it would have had and the length that the joint
 * decision states, to 24:00. A month without such a day ends it on its last; the first of the next is shown.
 */
export function extendedClock(lapse: Dated | null, length: Period, clause: Clause): Clock<DateReading> {
  const clock = face('extended', clause, [start('lapse', lapse), ...lengths(length)]);
  if (lapse === null) return waiting(clock, [{ what: 'lapse', side: null }]);
  return dated(clock, candidates(addPeriod(lapse.date, length, 'down'), 'same-date', clock.zones));
}

/**
 * The last day of the period that tacit renewals have reached on `today`, rule `renewal/1`: the last day of the first
 * term and `i` whole periods, each counted from that anchor and never from the one before.
 */
export function renewalClock(lapse: Dated | null, period: Period, today: string, clause: Clause): Clock<DateReading> {
  const clock = face('renewal', clause, [start('lapse', lapse), ...lengths(period)]);
  if (lapse === null) return waiting(clock, [{ what: 'lapse', side: null }]);
  for (let i = 0; ; i++) {
    const end = recurrence(lapse.date, period, i);
    if (today <= end.date) return dated(clock, candidates(end, 'same-date', clock.zones));
  }
}
