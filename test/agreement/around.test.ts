// What stands around the clocks as data: days off of the capitals, other instruments, and how each is refused.
import { describe, expect, test } from 'vitest';
import { isWorkingDay, previousWorkingDay } from '../../src/agreement/calendar.ts';
import { operative } from '../../src/agreement/clock.ts';
import { readHolidays } from '../../src/agreement/holidays.ts';
import { type Instrument, instrumentLife, readInstruments } from '../../src/agreement/instrument.ts';
import { extensionClock } from '../../src/agreement/terms.ts';
import { AGREEMENT } from '../web/agreement.ts';

const CLAUSE = {
  provision: '78',
  seats: [{ side: 'ua', zone: 'Europe/Kyiv' }, { side: 'al', zone: 'Europe/Tirane' }],
  tz: '2026c',
  convention: null,
};

describe('days off of the capitals', () => {
  test('are known as laws fix them, with their source; no year is said to be known in full', () => {
    const known = AGREEMENT.holidays.map(({ side, years, yearly = [], check }) => [side, years, yearly.length, check]);
    expect(known).toEqual([
      ['ua', [], 9, true],
      ['al', [], 11, true],
    ]);
    for (const { source, notes } of AGREEMENT.holidays) {
      expect(source.length).toBeGreaterThan(20);
      for (const note of notes) expect(note.source.length).toBeGreaterThan(20);
    }
  });

  test('choose the working target of ¶78 and move no deadline', () => {
    // The last day to notify is 29 November 2035, a holiday in Tirana, as is the day before it.
    const clock = extensionClock({ date: '2036-05-29', acts: [] }, { months: 6 }, CLAUSE, AGREEMENT.holidays);
    if (clock.state === 'waits') throw new Error('it waits');
    expect(operative(clock).date).toBe('2035-11-29');
    expect(clock.remarks.map(({ id, date, side }) => [id, date, side])).toEqual([
      ['working-target', '2035-11-27', null],
      ['weekends-only', null, 'ua'],
      ['weekends-only', null, 'al'],
    ]);
    expect(isWorkingDay('2035-11-28', AGREEMENT.holidays)).toBe(false);
    expect(previousWorkingDay('2027-01-02', AGREEMENT.holidays)).toBe('2026-12-31');
  });

  test('are refused where a day does not exist, or the file is no such thing', () => {
    const one = (on: string): string =>
      'calendars: [{side: ua, source: x, check: true, years: [], dates: [], notes: [], ' +
      `yearly: [{on: "${on}", name: x}]}]`;
    expect(readHolidays(one('12-25'))[0]?.yearly).toEqual(['12-25']);
    for (const wrong of [one('13-01'), one('1-1'), 'calendars: 3', '{', 'holidays: []']) {
      expect(() => readHolidays(wrong), wrong).toThrow(/^input-malformed/);
    }
  });
});

describe('related instruments', () => {
  const friendship = AGREEMENT.instruments.find(({ id }) => id === 'friendship-2024') as Instrument;
  const declaration = AGREEMENT.instruments.find(({ id }) => id === 'g7-declaration-2023') as Instrument;
  const stands = (one: Instrument, today: string): readonly string[] => {
    const { stands: how, lapse, renewal } = instrumentLife(one, today, CLAUSE);
    const clock = renewal ?? lapse;
    return [how, clock === null || clock.state === 'waits' ? '-' : `${clock.rule.id} ${operative(clock).date}`];
  };

  test('the Treaty on Friendship runs ten years from the exchange of ratifications, then five at a time', () => {
    expect(stands(friendship, '2025-01-16')).toEqual(['signed', '-']);
    expect(stands(friendship, '2025-01-17')).toEqual(['in-force', 'term/1 2035-01-17']);
    expect(stands(friendship, '2035-01-17')).toEqual(['in-force', 'term/1 2035-01-17']);
    expect(stands(friendship, '2035-01-18')).toEqual(['renewed', 'renewal/1 2040-01-17']);
    expect(stands(friendship, '2046-01-01')).toEqual(['renewed', 'renewal/1 2050-01-17']);
    const once = { ...friendship, term: { years: 10, renewal: null } };
    expect(stands(once, '2035-01-18')).toEqual(['lapsed', 'term/1 2035-01-17']);
  });

  test('the G7 Declaration has no term, and no date is made for it', () => {
    expect(stands(declaration, '2040-01-01')).toEqual(['no-term', '-']);
  });

  test('are named by the provisions whose words name them, and nothing said of them is more than reported', () => {
    const words: Readonly<Record<string, string>> = {
      'friendship-2024': 'Treaty on Friendship and Cooperation',
      'g7-declaration-2023': 'G7 Declaration',
    };
    for (const { id, named, events } of AGREEMENT.instruments) {
      const naming = AGREEMENT.provisions.filter(({ text }) => text.includes(words[id] ?? '?')).map((one) => one.id);
      expect(named, id).toEqual(naming);
      for (const { confidence, source } of events) expect([confidence.length, source.length > 5]).toEqual([1, true]);
    }
  });

  test('are refused where they are said to stand in a provision there is not, or on a day there is not', () => {
    const file = (provision: string, day: string): string =>
      `instruments: [{id: x, title: x, short: {en: x, uk: x, sq: x}, named: ["${provision}"], ` +
      `signed: {date: "${day}", place: {en: x, uk: x, sq: x}}, entry: null, term: null, events: []}]`;
    const known = (id: string): boolean => id === '29';
    expect(readInstruments(file('29', '2024-02-28'), known)).toHaveLength(1);
    expect(() => readInstruments(file('82', '2024-02-28'), known)).toThrow(/^input-malformed/);
    expect(() => readInstruments(file('29', '2024-02-31'), known)).toThrow(/^date-impossible/);
    expect(() => readInstruments('instruments: {}', known)).toThrow(/^input-malformed/);
  });
});
