// Calendar sums against the vectors of dates_calc, against a naive calendar of our own, and where they refuse.
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../src/act/refusal.ts';
import {
  addHours, addPeriod, civilDate, civilTime, coversYear, firstDayOfMonth, type Holidays, isWorkingDay, lastDayOfMonth,
  parseDate, parseInstant, PERIOD_LIMIT, previousWorkingDay, weekday,
} from '../../src/agreement/calendar.ts';

const VECTORS = new URL('../../../shared/data/clocks/', import.meta.url);

function rows(file: string): readonly (readonly string[])[] {
  const [, ...lines] = readFileSync(new URL(file, VECTORS), 'utf8').trim().split('\n');
  return lines.map((line) => line.split(';').map((cell) => cell.trim()));
}

function period(cell = ''): { years: number; months: number; days: number } {
  const [, years, months, days] = /^\[(\d+) years, (\d+) months, (\d+) days\]$/.exec(cell)?.map(Number) ?? [];
  if (years === undefined || months === undefined || days === undefined) throw new Error(`no period: ${cell}`);
  return { years, months, days };
}

function refusal(attempt: () => unknown): Refusal {
  try {
    attempt();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

// The naive calendar: leap years by the three rules, months from a table, days one by one, and nothing of Temporal.
type Day = { readonly y: number; readonly m: number; readonly d: number };
const leap = (y: number): boolean => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const monthDays = (y: number, m: number): number => (m === 2 && leap(y) ? 29 : (LENGTHS[m - 1] ?? 0));
const written = ({ y, m, d }: Day): string =>
  `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;

function nextDay({ y, m, d }: Day): Day {
  if (d < monthDays(y, m)) return { y, m, d: d + 1 };
  return m < 12 ? { y, m: m + 1, d: 1 } : { y: y + 1, m: 1, d: 1 };
}

function dayBefore({ y, m, d }: Day): Day {
  if (d > 1) return { y, m, d: d - 1 };
  return m > 1 ? { y, m: m - 1, d: monthDays(y, m - 1) } : { y: y - 1, m: 12, d: 31 };
}

function walk(day: Day, days: number): Day {
  let at = day;
  for (let i = 0; i < Math.abs(days); i++) at = days > 0 ? nextDay(at) : dayBefore(at);
  return at;
}

function naiveSum({ y, m, d }: Day, months: number, days: number): { ambiguous: boolean; down: string; up: string } {
  let [year, month] = [y, m];
  for (let i = 0; i < Math.abs(months); i++) {
    month += Math.sign(months);
    if (month === 13) [year, month] = [year + 1, 1];
    if (month === 0) [year, month] = [year - 1, 12];
  }
  const last = monthDays(year, month);
  const ambiguous = d > last;
  const down = { y: year, m: month, d: ambiguous ? last : d };
  const up = ambiguous ? nextDay(down) : down;
  return { ambiguous, down: written(walk(down, days)), up: written(walk(up, days)) };
}

const someDay = fc
  .record({
    y: fc.integer({ min: 1900, max: 2200 }),
    m: fc.integer({ min: 1, max: 12 }),
    d: fc.integer({ min: 1, max: 31 }),
  })
  .map(({ y, m, d }) => ({ y, m, d: Math.min(d, monthDays(y, m)) }));

if (existsSync(VECTORS)) {
  describe('the vectors of dates_calc', () => {
    const exact = rows('exact_computations.csv');
    const ambiguous = rows('ambiguous_computations.csv');
    const months = rows('first_last_day_of_month.csv');

    test('are the 19, 11 and 2 known', () => {
      expect([exact.length, ambiguous.length, months.length]).toEqual([19, 11, 2]);
    });
    test.each(exact)('%s and %s make %s, however rounded', (date = '', length = '', sum = '') => {
      const expected = { date: sum, ambiguous: false, down: sum, up: sum };
      expect(addPeriod(date, period(length), 'down')).toEqual(expected);
      expect(addPeriod(date, period(length), 'up')).toEqual(expected);
    });
    test.each(ambiguous)('%s and %s make %s up, %s down', (date = '', length = '', up = '', down = '') => {
      expect(addPeriod(date, period(length), 'up')).toEqual({ date: up, ambiguous: true, down, up });
      expect(addPeriod(date, period(length), 'down')).toEqual({ date: down, ambiguous: true, down, up });
    });
    test.each(months)('the month of %s runs from %s to %s', (date = '', first = '', last = '') => {
      expect([firstDayOfMonth(date), lastDayOfMonth(date)]).toEqual([first, last]);
    });
  });
} else {
  test('NOT RUN: the vectors of dates_calc; ../shared/data/clocks is absent', () => {
    console.warn('NOT RUN: 32 vectors of dates_calc, because ../shared/data/clocks is absent');
  });
}

describe('a sum of date and period', () => {
  test('agrees with a calendar that counts months and days one by one', () => {
    const length = { months: fc.integer({ min: -150, max: 150 }), days: fc.integer({ min: -400, max: 400 }) };
    fc.assert(
      fc.property(someDay, fc.record(length), (day, { months, days }) => {
        const naive = naiveSum(day, months, days);
        expect(addPeriod(written(day), { months, days }, 'down')).toEqual({ date: naive.down, ...naive });
        expect(addPeriod(written(day), { months, days }, 'up')).toEqual({ date: naive.up, ...naive });
      }),
      { numRuns: 500 },
    );
  });
  test('takes years and months together, so that only one rounding happens', () => {
    const years = fc.integer({ min: -20, max: 20 });
    const months = fc.integer({ min: -30, max: 30 });
    fc.assert(
      fc.property(someDay, years, months, (day, y, m) => {
        const together = addPeriod(written(day), { months: 12 * y + m }, 'down');
        expect(addPeriod(written(day), { years: y, months: m }, 'down')).toEqual(together);
      }),
    );
    // Two roundings, first the year and then the month, would come to 28 March.
    expect(addPeriod('2028-02-29', { years: 1, months: 1 }, 'down').date).toBe('2029-03-29');
  });
  test('of 31 August 2026 and six months is 28 February 2027, not 3 March', () => {
    const sum = { date: '2027-02-28', ambiguous: true, down: '2027-02-28', up: '2027-03-01' };
    expect(addPeriod('2026-08-31', { months: 6 }, 'down')).toEqual(sum);
  });
  test('is rounded before days are added', () => {
    const sum = addPeriod('2027-01-31', { months: 1, days: 3 }, 'down');
    expect(sum).toEqual({ date: '2027-03-03', ambiguous: true, down: '2027-03-03', up: '2027-03-04' });
  });
  test.each([
    [{ years: PERIOD_LIMIT.years + 1 }],
    [{ months: -PERIOD_LIMIT.months - 1 }],
    [{ days: PERIOD_LIMIT.days + 1 }],
    [{ months: 0.5 }],
    [{ months: Number.NaN }],
    [{ years: PERIOD_LIMIT.years, months: PERIOD_LIMIT.months, days: PERIOD_LIMIT.days }],
  ])('of %o is refused where it is no period or leaves the years', (length) => {
    expect(refusal(() => addPeriod('8000-01-31', length, 'down')).code).toBe('input-malformed');
  });
  test('that leaves the years backwards is refused as well', () => {
    expect(refusal(() => addPeriod('0001-01-01', { days: -1 }, 'down')).code).toBe('input-malformed');
  });
});

describe('a civil date', () => {
  test.each([
    ['2027-02-31', 'There is no 31 February 2027. Write a day that exists, for example 28 February 2027.'],
    ['2028-02-30', 'There is no 30 February 2028. Write a day that exists, for example 29 February 2028.'],
    ['2026-09-31', 'There is no 31 September 2026. Write a day that exists, for example 30 September 2026.'],
    ['2027-01-00', 'There is no 0 January 2027. Write a day that exists, for example 1 January 2027.'],
    ['2027-13-01', 'There is no month 13. Write a month from 01 to 12.'],
    ['2027-00-10', 'There is no month 0. Write a month from 01 to 12.'],
  ])('%s is refused as impossible, with how to mend it', (text, detail) => {
    const refused = refusal(() => parseDate(text));
    expect([refused.code, refused.detail]).toEqual(['date-impossible', detail]);
  });
  test.each([
    '', '2027-2-8', '20270228', '2027-02-28T00:00:00Z', ' 2027-02-28', '2027-02-28\n', '+002027-02-28', '0000-01-01',
    '2027-02-28[u-ca=hebrew]', '٢٠٢٧-٠٢-٢٨',
  ])('%j is refused as not written as a date', (text) => {
    expect(refusal(() => parseDate(text)).code).toBe('input-malformed');
  });
  test('that exists is returned as written', () => {
    fc.assert(fc.property(someDay, (day) => parseDate(written(day)) === written(day)));
    expect([parseDate('0001-01-01'), parseDate('9999-12-31')]).toEqual(['0001-01-01', '9999-12-31']);
  });
  test('has the day of the week that seven naive days later has again', () => {
    // 1 January 2001 was a Monday.
    let day: Day = { y: 2001, m: 1, d: 1 };
    for (let i = 0; i < 1500; i++) {
      expect(weekday(written(day))).toBe((i % 7) + 1);
      day = nextDay(day);
    }
  });
});

describe('an instant', () => {
  test.each([
    '2026-11-23T19:00:00', '2026-11-23T19:00:00.000Z', '2026-11-23T19:00:00+02:00', '2026-11-23t19:00:00z',
    '2026-11-23 19:00:00Z', '2026-11-23T24:00:00Z', '2026-11-23T19:60:00Z', '2026-12-31T23:59:60Z', '2026-11-23', '',
  ])('%j is refused: only UTC to the second is an instant', (text) => {
    expect(refusal(() => parseInstant(text)).code).toBe('input-malformed');
  });
  test('of a day that does not exist is refused as impossible', () => {
    expect(refusal(() => parseInstant('2026-02-29T12:00:00Z')).code).toBe('date-impossible');
  });
  test('is returned as written', () => {
    expect(parseInstant('2026-11-23T19:00:00Z')).toBe('2026-11-23T19:00:00Z');
  });
  test('has two dates in Kyiv and Tirana for one hour in 24', () => {
    const hours = Array.from({ length: 24 }, (_, hour) => `2026-08-31T${String(hour).padStart(2, '0')}:30:00Z`);
    const apart = hours.filter((at) => civilDate(at, 'Europe/Kyiv') !== civilDate(at, 'Europe/Tirane'));
    expect(apart).toEqual(['2026-08-31T21:30:00Z']);
    expect(civilTime('2026-08-31T21:30:00Z', 'Europe/Kyiv')).toBe('00:30:00');
    expect(civilTime('2026-08-31T21:30:00Z', 'Europe/Tirane')).toBe('23:30:00');
  });
  test('has the civil date that Intl gives it, in every zone tried', () => {
    const seats = ['Europe/Kyiv', 'Europe/Tirane', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC'];
    const zone = fc.constantFrom(...seats);
    const seconds = fc.integer({ min: Date.UTC(1995, 0) / 1000, max: Date.UTC(2045, 0) / 1000 });
    fc.assert(
      fc.property(seconds, zone, (second, timeZone) => {
        const moment = new Date(second * 1000);
        const at = `${moment.toISOString().slice(0, 19)}Z`;
        expect(civilDate(at, timeZone)).toBe(new Intl.DateTimeFormat('sv-SE', { timeZone }).format(moment));
        const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'medium' }).format(moment);
        expect(civilTime(at, timeZone)).toBe(clock);
      }),
    );
  });
  test.each(['Europe/Nowhere', '+02:00', '', 'Europe/Kyiv[u-ca=hebrew]', '../etc'])('has no date in %j', (zone) => {
    expect(refusal(() => civilDate('2026-08-31T21:30:00Z', zone)).code).toBe('input-malformed');
  });
  test('moves by elapsed hours over a change of the clocks', () => {
    const later = addHours('2026-10-24T12:00:00Z', 24);
    expect(later).toBe('2026-10-25T12:00:00Z');
    expect(civilTime('2026-10-24T12:00:00Z', 'Europe/Kyiv')).toBe('15:00:00');
    expect(civilTime(later, 'Europe/Kyiv')).toBe('14:00:00');
    expect(refusal(() => addHours('2026-10-24T12:00:00Z', 0.5)).code).toBe('input-malformed');
    expect(refusal(() => addHours('9999-12-31T12:00:00Z', 24)).code).toBe('input-malformed');
  });
});

describe('a working day', () => {
  const kyiv: Holidays = { side: 'ua', years: [2036], dates: ['2036-02-29'] };
  const tirana: Holidays = { side: 'al', years: [2036], dates: ['2036-02-28', '2036-02-26'] };

  test('is one in every capital whose days off are given', () => {
    expect(isWorkingDay('2036-02-29', [])).toBe(true);
    expect(isWorkingDay('2036-02-29', [tirana])).toBe(true);
    expect(isWorkingDay('2036-02-29', [tirana, kyiv])).toBe(false);
    expect(isWorkingDay('2036-03-01', [])).toBe(false);
  });
  test('is looked for backwards from the day itself', () => {
    expect(previousWorkingDay('2036-02-29', [])).toBe('2036-02-29');
    expect(previousWorkingDay('2036-03-02', [])).toBe('2036-02-29');
    expect(previousWorkingDay('2036-03-02', [kyiv])).toBe('2036-02-28');
    expect(previousWorkingDay('2036-03-02', [kyiv, tirana])).toBe('2036-02-27');
  });
  test('lies at most as far back as the nearest, with none between', () => {
    const off = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 8 });
    fc.assert(
      fc.property(someDay, off, (day, back) => {
        const dates = back.map((days) => written(walk(day, -days)));
        const found = previousWorkingDay(written(day), [{ side: 'ua', years: [day.y], dates }]);
        let expected = day;
        while (dates.includes(written(expected)) || weekday(written(expected)) > 5) expected = dayBefore(expected);
        expect(found).toBe(written(expected));
      }),
    );
  });
  test('is refused where a calendar leaves none within a month', () => {
    const dates = Array.from({ length: 40 }, (_, i) => written(walk({ y: 2036, m: 2, d: 29 }, -i)));
    const refused = refusal(() => previousWorkingDay('2036-02-29', [{ side: 'ua', years: [2036], dates }]));
    expect(refused.code).toBe('input-malformed');
  });
  test('is not known in a year the calendar does not cover', () => {
    expect([coversYear(kyiv, '2036-12-31'), coversYear(kyiv, '2035-12-31')]).toEqual([true, false]);
  });
});
