// The strip of life: from signature to lapse, with today between what is reached and what is not, and why it stands so.
import type { Agreement, Participant } from '../../agreement/agreement.ts';
import { civilDate } from '../../agreement/calendar.ts';
import { RULES } from '../../agreement/clock.ts';
import { confirmedEntry, type Life, type LifeHeading, lifeHeading, lifeStage } from '../../agreement/life.ts';
import type { LifePoint, LifeStrip, Look } from '../../area.ts';
import { provisionName } from '../../kit/links.tsx';
import type { Speak } from '../../kit/words.ts';
import { matterReader, readCourse } from './course.ts';
import { type Clocks, clocksOf, dateOf, endOf, termOf } from './law.ts';
import { AGREEMENT, LIFE, lifeOf } from './registers.ts';

const DAY = 86_400_000;

/** How the Agreement stands at one moment, as the side that looks reads it. `today` is the civil date at its seat. */
export interface Standing {
  readonly today: string;
  readonly heading: LifeHeading;
  readonly life: Life;
  readonly clocks: Clocks;
}

/** Reads the life of the Agreement and lets the clocks run on it. */
export async function standing(look: Look): Promise<Standing> {
  const { agreement, side, now, tz } = look;
  const life = lifeOf(await look.row(LIFE, AGREEMENT), agreement);
  const clocks = clocksOf(life, agreement, tz, await readCourse(matterReader(look), agreement));
  const today = civilDate(now, agreement.participant(side).seat.zone);
  const dates = { today, entry: dateOf(clocks.entry), lastDay: dateOf(termOf(clocks)), ends: endOf(clocks) };
  const heading = lifeHeading(life, dates);
  return { today, heading, life, clocks };
}

/** Days from one civil date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** A side whose notification is given, with the other side, which receives it. */
interface Notified {
  readonly sender: Participant;
  readonly recipient: Participant;
  readonly at: string;
  readonly receipt: Life[string]['receipt'];
}

/** The notifications given: in order of receipt those received, then in order of giving those that are not. */
export function notified(life: Life, agreement: Agreement): readonly Notified[] {
  const rank = ({ receipt, at, sender }: Notified): string =>
    receipt === null ? `1 ${at} ${sender.id}` : `0 ${receipt.instant} ${receipt.date} ${sender.id}`;
  return agreement.participants
    .flatMap((sender): readonly Notified[] => {
      const { given = null, receipt = null } = life[sender.id] ?? {};
      const recipient = agreement.participants.find(({ id }) => id !== sender.id);
      return given === null || recipient === undefined ? [] : [{ sender, recipient, at: given.at, receipt }];
    })
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

function notificationPoint(
  key: 'first' | 'second',
  one: Notified | undefined,
  provision: string,
  speak: Speak,
): LifePoint {
  const label = speak.say(`life.point.${key}`);
  const bare = { key, label, now: false, provision };
  if (one === undefined) return { ...bare, detail: speak.say('life.none-recorded'), reached: false };
  const side = one.sender.short[speak.language];
  if (one.receipt === null) {
    const date = civilDate(one.at, one.sender.seat.zone);
    return { ...bare, date, detail: speak.say('life.point-given', { side }), reached: true };
  }
  const city = one.recipient.seat.city[speak.language];
  const detail = speak.say('life.point-received', { side, city });
  return { ...bare, date: one.receipt.date, detail, reached: true };
}

function entryPoint({ life, clocks, today }: Standing, speak: Speak): LifePoint {
  const date = dateOf(clocks.entry);
  const { provision } = clocks.entry;
  const bare = { key: 'entry', label: speak.say('life.point.entry'), now: false, provision };
  if (date === null) return { ...bare, detail: speak.say('life.point-of-second'), reached: false };
  const stage = lifeStage(life);
  const confirmed = confirmedEntry(life)?.date === date;
  const word = confirmed ? 'confirmed-both' : stage === 'confirmations-differ' ? 'differ' : 'computed';
  return { ...bare, date, detail: speak.say(`life.point-${word}`), reached: date <= today };
}

function endPoint({ clocks, today }: Standing, speak: Speak): readonly LifePoint[] {
  const date = endOf(clocks);
  const [notice] = clocks.terminations;
  if (date === null || notice === undefined) return [];
  const { provision } = notice.clock;
  const bare = { key: 'termination', label: speak.say('life.point.termination'), now: false, provision };
  return [{ ...bare, date, detail: speak.say('life.last-day'), reached: date < today }];
}

function lapsePoint({ clocks, today }: Standing, speak: Speak): LifePoint {
  const date = dateOf(termOf(clocks));
  const { provision } = termOf(clocks);
  const { inputs } = clocks.lapse;
  const bare = { key: 'lapse', label: speak.say('life.point.lapse'), now: false, provision };
  const years = Number(inputs.find(({ name }) => name === 'years')?.value);
  if (date === null) return { ...bare, detail: speak.say('life.years-on', { years }), reached: false };
  return { ...bare, date, detail: speak.say('life.last-day'), reached: date < today };
}

/** The points in order of time: what is reached, today, what is not. */
export function points(at: Standing, agreement: Agreement, speak: Speak): readonly LifePoint[] {
  const { signed } = agreement;
  const { provision } = at.clocks.entry;
  const [first, second] = notified(at.life, agreement);
  const days = daysBetween(signed.date, at.today);
  const today: LifePoint = {
    key: 'today',
    label: speak.say('life.point.today'),
    date: at.today,
    detail: speak.say('life.days-on', { days }),
    reached: true,
    now: true,
  };
  const others: readonly LifePoint[] = [
    {
      key: 'signed',
      label: speak.say('life.point.signed'),
      date: signed.date,
      detail: signed.place[speak.language],
      reached: true,
      now: false,
    },
    notificationPoint('first', first, provision, speak),
    notificationPoint('second', second, provision, speak),
    entryPoint(at, speak),
    ...endPoint(at, speak),
    lapsePoint(at, speak),
  ];
  return [...others.filter((point) => point.reached), today, ...others.filter((point) => !point.reached)];
}

function notificationReason(side: Participant, life: Life, agreement: Agreement, speak: Speak): string {
  const of = side.genitive[speak.language];
  const one = notified(life, agreement).find(({ sender }) => sender.id === side.id);
  if (one === undefined) return speak.say('life.why.none', { of });
  if (one.receipt === null) {
    return speak.say('life.why.given', { of, date: speak.date(civilDate(one.at, side.seat.zone)) });
  }
  const city = one.recipient.seat.city[speak.language];
  return speak.say('life.why.received', { of, date: speak.date(one.receipt.date), city });
}

/** What the public record has on the clause of entry, each with its grade and source: told, and never counted. */
function reported(provision: string, agreement: Agreement, speak: Speak): readonly string[] {
  const reports = agreement.reportsOf(provision).map(({ confidence, date, says, source }) =>
    speak.say('life.why.reported', { grade: confidence, date: civil(date, speak), says, source }),
  );
  return reports.length === 0 ? [] : [...reports, speak.say('life.why.not-notified')];
}

const civil = (date: string, speak: Speak): string => (/^\d{4}-\d\d-\d\d$/.test(date) ? speak.date(date) : date);

function confirmationReasons({ life }: Standing, agreement: Agreement, speak: Speak): readonly string[] {
  return agreement.participants.map(({ id, genitive }) => {
    const of = genitive[speak.language];
    const confirmed = life[id]?.confirmed ?? null;
    return confirmed === null
      ? speak.say('life.why.unconfirmed', { of })
      : speak.say('life.why.confirmed', { of, date: speak.date(confirmed.date) });
  });
}

/** Why the heading says what it says. */
export function reasons(at: Standing, agreement: Agreement, speak: Speak): readonly string[] {
  const { clocks, life } = at;
  const { provision } = clocks.entry;
  const entry = dateOf(clocks.entry);
  const lastDay = dateOf(termOf(clocks));
  const ends = endOf(clocks);
  const notifications = agreement.participants.map((side) => notificationReason(side, life, agreement, speak));
  const rule = speak.say('life.why.rule', { provision: provisionName(provision, speak) });
  if (entry === null || lastDay === null) return [rule, ...notifications, ...reported(provision, agreement, speak)];
  return [
    rule,
    ...notifications,
    speak.say('life.why.entry', { date: speak.date(entry), rule: RULES.entry.id }),
    ...confirmationReasons(at, agreement, speak),
    ...clocks.extended.map((clock) =>
      speak.say('life.why.extended', { date: speak.date(dateOf(clock) ?? lastDay), rule: RULES.extended.id }),
    ),
    ...(ends === null
      ? []
      : [speak.say('life.why.termination', { date: speak.date(ends), rule: RULES.termination.id })]),
    ...(at.heading === 'lapsed'
      ? [speak.say('life.why.lapsed', { date: speak.date(lastDay), rule: termOf(clocks).rule.id })]
      : []),
  ];
}

/** Where the Agreement stands, for the head of a page. */
export async function strip(look: Look, speak: Speak): Promise<LifeStrip> {
  const at = await standing(look);
  return {
    heading: speak.say(`life.${at.heading}`),
    points: points(at, look.agreement, speak),
    why: reasons(at, look.agreement, speak),
  };
}
