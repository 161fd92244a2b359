// Duties as a calendar: iCalendar (RFC 5545) for whatever program a person keeps their days in.
import ical, { ICalCalendarMethod } from 'ical-generator';
import type { Duty } from '../act/duty.ts';
import type { Agreement } from '../agreement/agreement.ts';
import type { Invitation, Look } from '../area.ts';
import { provisionName } from '../kit/links.tsx';
import { markingLine } from '../kit/marking.ts';
import type { Speak } from '../kit/words.ts';
import type { Shift } from '../node/node.ts';
import type { Ask } from './ask.ts';

export const CALENDAR_TYPE = 'text/calendar; charset=utf-8';

/** Days after the due day are exclusive in a calendar: an event of the whole day ends at the next midnight. */
function dayAfter(date: string): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000);
}

/**
 * The duties that have a date, as events: of the whole day at the seat, or at the instant where hours count; and the
 * hours in which the reader is on duty. `stamp` is the instant of the question, so that the same question at the same
 * time gives the same bytes.
 */
export function calendarOf(
  duties: readonly Duty[],
  shifts: readonly Shift[],
  {
    agreement,
    speak,
    stamp,
    exercise,
    marking,
  }: {
    readonly agreement: Agreement;
    readonly speak: Speak;
    readonly stamp: string;
    readonly exercise: boolean;
    /** How the calendar may be handled, in words. */
    readonly marking: string;
  },
): string {
  const calendar = ical({
    name: `Servanda: ${agreement.id}`,
    description: marking,
    prodId: { company: 'Servanda', product: 'duties', language: speak.language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const duty of duties) {
    if (duty.due === undefined && duty.dueAt === undefined) continue;
    const whole = duty.dueAt === undefined;
    const start = whole ? new Date(`${duty.due ?? ''}T00:00:00Z`) : new Date(duty.dueAt ?? '');
    const what = `${provisionName(duty.provision, speak)}: ${speak.say(duty.what)}`;
    calendar.createEvent({
      id: `${duty.id}@${agreement.id}.servanda`,
      start,
      end: whole ? dayAfter(duty.due ?? '') : start,
      allDay: whole,
      stamp: new Date(stamp),
      summary: exercise ? `EXERCISE ${what}` : what,
      description: [
        agreement.bodies.get(duty.body)?.name ?? duty.body,
        ...(duty.rule === undefined ? [] : [speak.say('duties.line-rule', { rule: duty.rule })]),
      ].join('\n'),
    });
  }
  for (const shift of shifts) {
    calendar.createEvent({
      id: `${shift.id}@${agreement.id}.servanda`,
      start: new Date(shift.starts),
      end: new Date(shift.ends),
      stamp: new Date(stamp),
      summary: `${exercise ? 'EXERCISE ' : ''}${speak.say('duties.on-duty')}`,
    });
  }
  return calendar.toString();
}

/** What is due on this side as a calendar, whoever asks: no hours of people stand in it. */
export function calendarNow({
  node,
  look,
  sight,
  marking,
}: Pick<Ask, 'node' | 'look' | 'sight' | 'marking'>): (speak: Speak) => Promise<string> {
  const { agreement, now, exercise, side } = look;
  return async (speak) => {
    const own = (await node.duty.duties(sight)).filter((duty) => duty.side === side);
    const line = markingLine(await marking(), speak, agreement);
    return calendarOf(own, [], { agreement, speak, stamp: now, exercise, marking: line });
  };
}

/** A day of the life of the Agreement. */
export interface CalendarDay {
  readonly id: string;
  readonly date: string;
  readonly summary: string;
  readonly description: string;
}

/** Whole days, as a calendar that anyone may follow. `day` is that of the question: the same day, the same bytes. */
export function calendarOfDays(
  days: readonly CalendarDay[],
  { agreement, speak, day, marking }: {
    readonly agreement: Agreement;
    readonly speak: Speak;
    readonly day: string;
    readonly marking: string;
  },
): string {
  const calendar = ical({
    name: `Servanda: ${agreement.id}`,
    description: marking,
    prodId: { company: 'Servanda', product: 'life', language: speak.language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { id, date, summary, description } of days) {
    calendar.createEvent({
      id: `${id}@${agreement.id}.public.servanda`,
      start: new Date(`${date}T00:00:00Z`),
      end: dayAfter(date),
      allDay: true,
      stamp: new Date(`${day}T00:00:00Z`),
      summary,
      description,
    });
  }
  return calendar.toString();
}

/** An invitation to a meeting (RFC 5545, published: nobody answers a calendar file, a side answers by its acts). */
export function invitationText(
  event: Invitation,
  { agreement, now, exercise }: Pick<Look, 'agreement' | 'now' | 'exercise'>,
  marking: string,
): string {
  const calendar = ical({
    name: `Servanda: ${agreement.id}`,
    description: marking,
    prodId: { company: 'Servanda', product: 'meetings' },
    method: ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `${event.id}@${agreement.id}.servanda`,
    start: new Date(event.start),
    end: new Date(event.end),
    stamp: new Date(now),
    summary: `${exercise ? 'EXERCISE ' : ''}${event.summary}`,
    location: event.place,
    description: event.text,
  });
  return calendar.toString();
}
