// From the wall to the line: the one instant that a civil date and a time of day name at a seat.
import { Temporal } from 'temporal-polyfill';
import { refuse } from '../act/refusal.ts';
import { parseDate } from './calendar.ts';

const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;

/**
 * The instant at which the clock on the wall at `zone` shows `time` (HH:MM or HH:MM:SS) on `date`. Where clocks are set
 * back a time stands twice, and where they are set forward it does not stand at all: both are refused, never guessed.
 */
export function instantAt(date: string, time: string, zone: string): string {
  parseDate(date);
  if (!TIME.test(time)) {
    throw refuse(
      'input-malformed',
      `field time: There is no time of day ${JSON.stringify(time)}. Write it as 23:30:00.`,
    );
  }
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
  try {
    const named = wall.toZonedDateTime(zone, { disambiguation: 'reject' });
    return named.toInstant().toString({ smallestUnit: 'second' });
  } catch (cause) {
    throw refuse(
      'date-impossible',
      `On ${date} the clocks in ${zone} are changed, and ${time} names no one instant.`,
      cause,
    );
  }
}
