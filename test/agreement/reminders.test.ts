// Reminders: anchored at the due day, widened while nobody answers, silent at night unless hours count.
import { describe, expect, test } from 'vitest';
import { addPeriod } from '../../src/agreement/calendar.ts';
import {
  AHEAD,
  afterQuiet,
  LADDER,
  type LadderStep,
  LATE,
  schedulesAt,
  tellNow,
  type Watched,
} from '../../src/agreement/reminders.ts';

const ZONE = 'Europe/Kyiv';
const RAISED = '2026-01-05T10:00:00Z';
const duty = (rest: Partial<Watched> = {}): Watched => ({
  id: 'x',
  raised: RAISED,
  due: undefined,
  dueAt: undefined,
  urgent: false,
  ...rest,
});
const ladder: readonly LadderStep[] = [
  { after: 0, whom: 'roster' },
  { after: 10, whom: 'body' },
  { after: 30, whom: { official: 'navchalna' } },
];
const schedule = schedulesAt(ZONE);

describe('a duty with a day', () => {
  const all = schedule(duty({ due: '2026-03-31' }), ladder);

  test('is told when it arises, thirty, seven, one day ahead, on the day, then each week, at nine at the seat', () => {
    const steps = new Map(all.map(({ step, at }) => [step, at]));
    expect(steps.get('raised')).toBe(RAISED);
    // Winter time before 29 March 2026, summer time after: the wall says nine on each of these mornings.
    expect(steps.get('ahead-30')).toBe('2026-03-01T07:00:00Z');
    expect(steps.get('ahead-1')).toBe('2026-03-30T06:00:00Z');
    expect(steps.get('due')).toBe('2026-03-31T06:00:00Z');
    expect(steps.get('late-1')).toBe('2026-04-01T06:00:00Z');
    expect(all).toHaveLength(1 + AHEAD.length + LATE.times);
  });

  test('has each late step anchored at the due day, never at the one before it', () => {
    for (let i = 0; i < LATE.times; i++) {
      const day = addPeriod('2026-03-31', { days: 1 + i * LATE.every }, 'down').date;
      expect(all.find(({ step }) => step === `late-${i + 1}`)?.at.slice(0, 10)).toBe(day);
    }
  });

  test('goes a rung further up each week that it is late, and stays on the last', () => {
    const whom = (step: string) => all.find((one) => one.step === step)?.whom;
    expect(whom('due')).toBe('roster');
    expect(whom('late-1')).toBe('body');
    expect(whom('late-2')).toEqual({ official: 'navchalna' });
    expect(whom(`late-${LATE.times}`)).toEqual({ official: 'navchalna' });
  });

  test('that was not watched for a while is told of the newest step alone, and of none before it arose', () => {
    const now = '2026-05-01T12:00:00Z';
    expect(tellNow(all, RAISED, now).map(({ step }) => step)).toEqual(['raised', 'late-5']);
    const late = schedule(duty({ due: '2026-01-06' }), ladder);
    expect(tellNow(late, RAISED, '2026-01-05T10:00:01Z').map(({ step }) => step)).toEqual(['raised']);
  });
});

describe('a duty of hours', () => {
  const urgent = schedule(duty({ urgent: true, due: '2026-01-06', dueAt: '2026-01-06T10:00:00Z' }), ladder);

  test('climbs its ladder by minutes from when it arose, and says when its hour comes near and is over', () => {
    expect(urgent.map(({ step, at }) => `${step} ${at}`)).toEqual([
      'step-0 2026-01-05T10:00:00Z',
      'step-10 2026-01-05T10:10:00Z',
      'step-30 2026-01-05T10:30:00Z',
      'hour-ahead 2026-01-06T09:00:00Z',
      'hour-late 2026-01-06T10:00:00Z',
    ]);
  });

  test('has every step told that has come: none stands for another', () => {
    expect(tellNow(urgent, RAISED, '2026-01-05T10:29:59Z').map(({ step }) => step)).toEqual(['step-0', 'step-10']);
  });

  test('without a ladder of its body tells the roster, then everyone', () => {
    expect(schedule(duty({ urgent: true }), LADDER).map(({ whom }) => whom)).toEqual(['roster', 'body']);
  });
});

describe('quiet hours', () => {
  const night = { from: '22:00', to: '07:00' };

  test('hold a notice back until they end, over midnight too', () => {
    // 23:30 and 02:00 in Kyiv, winter time.
    expect(afterQuiet('2026-01-05T21:30:00Z', night, ZONE)).toBe('2026-01-06T05:00:00Z');
    expect(afterQuiet('2026-01-06T00:00:00Z', night, ZONE)).toBe('2026-01-06T05:00:00Z');
    expect(afterQuiet('2026-01-06T05:00:00Z', night, ZONE)).toBe('2026-01-06T05:00:00Z');
    expect(afterQuiet('2026-01-06T12:00:00Z', night, ZONE)).toBe('2026-01-06T12:00:00Z');
  });

  test('within one day, and none at all, are what they say', () => {
    const noon = { from: '12:00', to: '13:00' };
    expect(afterQuiet('2026-01-06T10:30:00Z', noon, ZONE)).toBe('2026-01-06T11:00:00Z');
    expect(afterQuiet('2026-01-06T10:30:00Z', undefined, ZONE)).toBe('2026-01-06T10:30:00Z');
    expect(afterQuiet('2026-01-06T10:30:00Z', { from: '08:00', to: '08:00' }, ZONE)).toBe('2026-01-06T10:30:00Z');
  });

  test('that end at an hour which does not stand that night end at the next that does', () => {
    // On 29 March 2026 in Kyiv the clocks go from 03:00 to 04:00.
    const until = afterQuiet('2026-03-28T23:30:00Z', { from: '22:00', to: '03:30' }, ZONE);
    expect(until >= '2026-03-29T00:59:00Z' && until <= '2026-03-29T02:00:00Z').toBe(true);
  });
});
