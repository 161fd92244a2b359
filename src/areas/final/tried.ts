// A date that is tried: what would follow if the second notification were received on it. It moves nothing.
import { Refusal } from '../../act/refusal.ts';
import type { Agreement } from '../../agreement/agreement.ts';
import { lastDayOfMonth, parseDate } from '../../agreement/calendar.ts';
import type { Clock, DateReading } from '../../agreement/clock.ts';
import { type Clocks, clocksFrom } from './law.ts';

/** Longest text that is taken as a date and shown again, in characters. */
export const ASKED_LIMIT = 40;

/** What is wrong with the date asked for. `near` is the nearest day that exists. */
export type Wrong =
  | { readonly is: 'no-day'; readonly day: number; readonly near: string }
  | { readonly is: 'no-month'; readonly month: number }
  | { readonly is: 'unreadable' }
  | { readonly is: 'too-far' };

/** The answer to a date tried, with what was typed: the dates that would follow, or what is wrong with it. */
export type Tried =
  | {
      readonly asked: string;
      readonly state: 'answered';
      readonly date: string;
      readonly lapse: Clock<DateReading>;
      readonly extension: Clock<DateReading>;
    }
  | { readonly asked: string; readonly state: 'wrong'; readonly error: Wrong };

const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})$/;

function wrong(asked: string): Wrong {
  const [, year = '', month = '', day = ''] = WRITTEN.exec(asked) ?? [];
  if (Number(year) === 0) return { is: 'unreadable' };
  if (Number(month) < 1 || Number(month) > 12) return { is: 'no-month', month: Number(month) };
  const first = `${year}-${month}-01`;
  return { is: 'no-day', day: Number(day), near: day === '00' ? first : lastDayOfMonth(first) };
}

function isDate(text: string): boolean {
  try {
    parseDate(text);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** Tries the date typed, strictly `YYYY-MM-DD`. `clocks` are those of the record: entry is left as it is there. */
export function tryDate(typed: string, clocks: Clocks, agreement: Agreement, tz: string): Tried {
  const asked = typed.trim().slice(0, ASKED_LIMIT);
  if (!isDate(asked)) return { asked, state: 'wrong', error: wrong(asked) };
  try {
    const { lapse, extension } = clocksFrom(clocks.entry, { date: asked, acts: [] }, agreement, tz, clocks.course);
    return { asked, state: 'answered', date: asked, lapse, extension };
  } catch (error) {
    // A day that exists is refused only where the sum leaves the calendar.
    if (error instanceof Refusal) return { asked, state: 'wrong', error: { is: 'too-far' } };
    throw error;
  }
}
