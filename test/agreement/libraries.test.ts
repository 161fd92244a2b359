// Twenty years of days and hours against two other libraries, and the days on which clocks are changed.
import { LocalDate } from '@js-joda/core';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { addHours, addPeriod, civilDate, civilTime, lastDayOfMonth, weekday } from '../../src/agreement/calendar.ts';
import { consultationClock, operative } from '../../src/agreement/clock.ts';
import { extensionClock, lapseClock, terminationClock } from '../../src/agreement/terms.ts';

const KYIV = 'Europe/Kyiv';
const TIRANA = 'Europe/Tirane';

/** Every day from 1 January 2025 to 31 December 2044, by a count of days that no calendar library makes. */
const DAYS: readonly string[] = Array.from({ length: 7305 }, (_, i) =>
  new Date(Date.UTC(2025, 0, 1) + i * 86_400_000).toISOString().slice(0, 10),
);

const luxon = (day: string, by: object): string => DateTime.fromISO(day, { zone: 'utc' }).plus(by).toISODate() ?? '';
const joda = (day: string, months: number): string => LocalDate.parse(day).plusMonths(months).toString();

const CLAUSE = {
  provision: '77',
  seats: [{ side: 'ua', zone: KYIV }, { side: 'al', zone: TIRANA }],
  tz: '2026c',
  convention: null,
};

/** The operative date of a clock of a term. */
function date(clock: ReturnType<typeof lapseClock>): string {
  if (clock.state === 'waits') throw new Error('it waits');
  return operative(clock).date;
}

describe('20 years of days', () => {
  test('are 7,305, from a Wednesday to a Saturday', () => {
    expect([DAYS.length, DAYS[0], DAYS.at(-1)]).toEqual([7305, '2025-01-01', '2044-12-31']);
    expect([weekday('2025-01-01'), weekday('2044-12-31')]).toEqual([3, 6]);
  });

  test.each([6, -6, 120, 18, 1, -1])('%i months on, both libraries give the day to which we round down', (months) => {
    const differing = DAYS.filter((day) => {
      const { down } = addPeriod(day, { months }, 'down');
      return down !== luxon(day, { months }) || down !== joda(day, months);
    });
    expect(differing).toEqual([]);
  });

  test.each([6, -6, 120])('%i months on, ambiguous is what loses its day in another library', (months) => {
    const ambiguous = DAYS.filter((day) => addPeriod(day, { months }, 'down').ambiguous);
    const lost = DAYS.filter((day) => joda(day, months).slice(8) !== day.slice(8));
    expect(ambiguous).toEqual(lost);
    expect(ambiguous.length).toBeGreaterThan(0);
    for (const day of ambiguous) {
      const { down, up } = addPeriod(day, { months }, 'down');
      expect(LocalDate.parse(down).plusDays(1).toString()).toBe(up);
    }
  });

  test('the clocks of lapse, extension and termination run as both libraries reckon', () => {
    const differing = DAYS.filter((day) => {
      const lapse = date(lapseClock({ date: day, acts: [] }, { years: 10 }, CLAUSE));
      const extension = date(extensionClock({ date: lapse, acts: [] }, { months: 6 }, CLAUSE, []));
      const end = date(terminationClock({ date: day, acts: [] }, { months: 6 }, CLAUSE));
      const others = [
        [luxon(day, { years: 10 }), luxon(luxon(day, { years: 10 }), { months: -6 }), luxon(day, { months: 6 })],
        [joda(day, 120), joda(joda(day, 120), -6), joda(day, 6)],
      ];
      return others.some((other) => other.join() !== [lapse, extension, end].join());
    });
    expect(differing).toEqual([]);
  });

  test('weekdays and ends of months are the same in all three', () => {
    const differing = DAYS.filter((day) => {
      const [one, other] = [DateTime.fromISO(day, { zone: 'utc' }), LocalDate.parse(day)];
      const isSameDay = weekday(day) === one.weekday && weekday(day) === other.dayOfWeek().value();
      const isSameEnd = lastDayOfMonth(day) === one.endOf('month').toISODate();
      return !isSameDay || !isSameEnd || Number(lastDayOfMonth(day).slice(8)) !== other.lengthOfMonth();
    });
    expect(differing).toEqual([]);
  });
});

describe('20 years of nights', () => {
  test.each([KYIV, TIRANA])('the civil date and time of four hours of every day in %s are those of luxon', (zone) => {
    const instants = DAYS.flatMap((day) => ['01', '21', '22', '23'].map((hour) => `${day}T${hour}:30:00Z`));
    const differing = instants.filter((instant) => {
      const other = DateTime.fromISO(instant, { zone });
      const isSameDate = civilDate(instant, zone) === other.toISODate();
      return !isSameDate || civilTime(instant, zone) !== other.toFormat('HH:mm:ss');
    });
    expect(differing).toEqual([]);
  });

  test('the two seats hold different dates for one hour in every 24, all year round', () => {
    const apart = (day: string): number =>
      Array.from({ length: 24 }, (_, hour) => `${day}T${String(hour).padStart(2, '0')}:30:00Z`).filter(
        (instant) => civilDate(instant, KYIV) !== civilDate(instant, TIRANA),
      ).length;
    expect(new Set(DAYS.filter((day) => day.startsWith('2026')).map(apart))).toEqual(new Set([1]));
  });
});

describe('on the days on which clocks are changed', () => {
  // Clocks go forward on 29 March 2026 at 01:00 UTC and back on 25 October 2026 at 01:00 UTC, at both seats at once.
  test.each([
    ['2026-03-28T12:00:00Z', '14:00:00', '15:00:00', '13:00:00', '14:00:00'],
    ['2026-10-24T12:00:00Z', '15:00:00', '14:00:00', '14:00:00', '13:00:00'],
  ])('24 hours from %s are 24 hours, and the walls show another hour', (from, kyiv, kyivNext, tirana, tiranaNext) => {
    const clock = consultationClock({ act: 'q', at: from }, null, { hours: 24 }, CLAUSE);
    if (clock.state === 'waits') throw new Error('it waits');
    const { instant } = operative(clock);
    expect(Date.parse(instant) - Date.parse(from)).toBe(24 * 3_600_000);
    expect([civilTime(from, KYIV), civilTime(instant, KYIV)]).toEqual([kyiv, kyivNext]);
    expect([civilTime(from, TIRANA), civilTime(instant, TIRANA)]).toEqual([tirana, tiranaNext]);
    expect(instant).toBe(`${DateTime.fromISO(from).plus({ hours: 24 }).toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss")}Z`);
  });

  test('23:30 in Kyiv is 22:30 of the same day in Tirana, and an hour later they hold two dates', () => {
    for (const day of ['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25', '2026-08-31']) {
      const late = DateTime.fromISO(`${day}T23:30:00`, { zone: KYIV }).toUTC().toISO({ suppressMilliseconds: true });
      const instant = late ?? '';
      expect([civilDate(instant, KYIV), civilTime(instant, KYIV)]).toEqual([day, '23:30:00']);
      expect([civilDate(instant, TIRANA), civilTime(instant, TIRANA)]).toEqual([day, '22:30:00']);
      const hour = addHours(instant, 1);
      expect([civilDate(hour, KYIV), civilDate(hour, TIRANA)]).toEqual([addPeriod(day, { days: 1 }, 'down').date, day]);
    }
  });

  test('the hour that does not exist and the hour that exists twice belong to one date each', () => {
    // 03:30 in Kyiv does not exist on 29 March; 03:30 exists twice on 25 October.
    expect(civilTime('2026-03-29T00:59:59Z', KYIV)).toBe('02:59:59');
    expect(civilTime('2026-03-29T01:00:00Z', KYIV)).toBe('04:00:00');
    expect([civilTime('2026-10-25T00:30:00Z', KYIV), civilTime('2026-10-25T01:30:00Z', KYIV)]).toEqual([
      '03:30:00', '03:30:00',
    ]);
    expect(new Set(['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map((at) => civilDate(at, KYIV))).size).toBe(1);
  });
});
