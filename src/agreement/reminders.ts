// When a duty is spoken of, and to whom: ahead of its day, on it, after it, and by steps where hours count.
import { addHours, addMinutes, addPeriod, civilDate, civilTime } from './calendar.ts';
import { instantAt } from './wallclock.ts';

/** Who is told: whoever is on the roster now, everyone of the body, or one official by id. */
export type Whom = 'roster' | 'body' | { readonly official: string };

/** One step of a ladder: who is told this many minutes after the duty arose, while it stands. */
export interface LadderStep {
  readonly after: number;
  readonly whom: Whom;
}

/** The ladder of a body that has set none: whoever is on duty, then everyone. */
export const LADDER: readonly LadderStep[] = [
  { after: 0, whom: 'roster' },
  { after: 15, whom: 'body' },
];

/** Days ahead of the due day on which it is spoken of, the farthest first. */
export const AHEAD = [30, 7, 1, 0] as const;
/** Days between reminders of what is late, and how many of them there are: then a page says it and nobody is told. */
export const LATE = { every: 7, times: 26 } as const;
/** Office hours begin at this time of the wall clock at the seat: reminders of days are for then. */
export const MORNING = '09:00';

/** A duty as the watch sees it: since when it stands, by when it is due, whether hours count. */
export interface Watched {
  readonly id: string;
  /** When this node first knew of it: the anchor of its ladder. */
  readonly raised: string;
  readonly due: string | undefined;
  readonly dueAt: string | undefined;
  /** Hours count, and quiet hours do not: Part IV of an agreement that has one. */
  readonly urgent: boolean;
}

const COUNTS_DAYS = /^(ahead-|due$|late-)/;

export const REASONS = ['raised', 'ahead', 'due', 'late', 'step'] as const;
/** Why somebody is told: it arose, it is due in some days or now, it is late, nobody has answered. */
export type Reason = (typeof REASONS)[number];

/** One telling. `step` names it for good: a duty is never told of twice for the same step. */
export interface Reminder {
  readonly step: string;
  readonly at: string;
  readonly reason: Reason;
  readonly whom: Whom;
}

/** A reminder of a day comes in the morning of it; where the clocks are changed just then, an hour later. */
function morning(date: string, zone: string): string {
  try {
    return instantAt(date, MORNING, zone);
  } catch {
    return instantAt(date, '10:00', zone);
  }
}

const day = (date: string, days: number): string => addPeriod(date, { days }, 'down').date;

/** A telling whose hearer is a rung of whatever ladder: the same for all duties due on one day. */
interface DayStep extends Omit<Reminder, 'whom'> {
  readonly rung: number;
}

/** Each anchored at the due day itself: a reminder that fails or comes late moves none of the others. */
function dayStepsOf(due: string, zone: string): readonly DayStep[] {
  const ahead = AHEAD.map((days): DayStep => ({
    step: days === 0 ? 'due' : `ahead-${days}`,
    at: morning(day(due, -days), zone),
    reason: days === 0 ? 'due' : 'ahead',
    rung: 0,
  }));
  const late = Array.from({ length: LATE.times }, (_, i): DayStep => ({
    step: `late-${i + 1}`,
    at: morning(day(due, 1 + i * LATE.every), zone),
    reason: 'late',
    // Each week a rung further up, and then all the time the last.
    rung: i + 1,
  }));
  return [...ahead, ...late];
}

const whomAt = (ladder: readonly LadderStep[], rung: number): Whom =>
  ladder[Math.min(rung, ladder.length - 1)]?.whom ?? 'body';

/** Steps by minutes, from the instant at which the duty arose. */
const byMinutes = (duty: Watched, ladder: readonly LadderStep[]): readonly Reminder[] =>
  ladder.map((step) => ({
    step: `step-${step.after}`,
    at: addMinutes(duty.raised, step.after),
    reason: step.after === 0 ? 'raised' : 'step',
    whom: step.whom,
  }));

const byHour = (dueAt: string): readonly Reminder[] => [
  { step: 'hour-ahead', at: addHours(dueAt, -1), reason: 'ahead', whom: 'body' },
  { step: 'hour-late', at: dueAt, reason: 'late', whom: 'body' },
];

/** All tellings of a duty by the ladder of its body, in order of time. */
export type Schedule = (duty: Watched, ladder: readonly LadderStep[]) => readonly Reminder[];

/** Schedules at one seat. What follows from a day alone is computed once: ten thousand duties share a calendar. */
export function schedulesAt(zone: string): Schedule {
  const days = new Map<string, readonly DayStep[]>();
  const stepsOf = (due: string): readonly DayStep[] => {
    const known = days.get(due) ?? dayStepsOf(due, zone);
    days.set(due, known);
    return known;
  };
  return (duty, ladder) => {
    const raised: Reminder = { step: 'raised', at: duty.raised, reason: 'raised', whom: whomAt(ladder, 0) };
    const steps = duty.urgent ? byMinutes(duty, ladder) : [raised];
    const counted = duty.due === undefined || duty.urgent ? [] : stepsOf(duty.due);
    const all: readonly Reminder[] = [
      ...steps,
      ...counted.map(({ rung, ...step }) => ({ ...step, whom: whomAt(ladder, rung) })),
      ...(duty.dueAt === undefined ? [] : byHour(duty.dueAt)),
    ];
    return all.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  };
}

/**
 * The reminders to be told at `now`: every step of a ladder that has come, and of those that count days only the
 * newest, so that a node that was off, or a duty that came late, is not told of thirty days and seven and one at once.
 */
export function tellNow(schedule: readonly Reminder[], raised: string, now: string): readonly Reminder[] {
  const come = schedule.filter(({ at }) => at >= raised && at <= now);
  const newest = come.findLast(({ step }) => COUNTS_DAYS.test(step));
  return come.filter((one) => one === newest || !COUNTS_DAYS.test(one.step));
}

/** Hours of a person in which nothing but what is urgent comes: times of the wall clock, `HH:MM`, may pass midnight. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

const inQuiet = (time: string, { from, to }: QuietHours): boolean =>
  from <= to ? time >= from && time < to : time >= from || time < to;

/** The instant from which a person may be told what comes at `instant`: at once, or when the quiet hours end. */
export function afterQuiet(instant: string, quiet: QuietHours | undefined, zone: string): string {
  if (quiet === undefined || quiet.from === quiet.to) return instant;
  const time = civilTime(instant, zone).slice(0, 5);
  if (!inQuiet(time, quiet)) return instant;
  const today = civilDate(instant, zone);
  const date = time >= quiet.to ? day(today, 1) : today;
  try {
    return instantAt(date, quiet.to, zone);
  } catch {
    // The hour at which they end does not stand, or stands twice, that night: the next one does.
    return addHours(instantAt(date, '00:00', zone), Number(quiet.to.slice(0, 2)) + 1);
  }
}
