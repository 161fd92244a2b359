// Clocks: what a date that the Agreement depends on carries, and the clocks of entry into effect and consultation.
import { refuse } from '../act/refusal.ts';
import { addHours, civilDate, parseInstant } from './calendar.ts';

/** The readings each rule considers. The rule's own comes first, and holds unless the sides adopted another. */
const READINGS = {
  entry: ['second-received', 'second-received-tied', 'second-sent', 'second-sent-tied'],
  term: ['same-date', 'earlier', 'later', 'day-before'],
  extension: ['same-day', 'earlier', 'later'],
  extended: ['same-date', 'earlier', 'later'],
  renewal: ['same-date', 'earlier', 'later'],
  termination: ['same-day', 'earlier', 'later'],
  consultation: ['from-dispatch', 'from-receipt'],
} as const;

export type RuleFamily = keyof typeof READINGS;
export type ReadingId = (typeof READINGS)[RuleFamily][number];

/**
 * A rule that makes dates. `id` is its family and version, quoted in acts: a rule once used is never edited, a new
 * version stands beside it. `until` says how long the day that is read lasts: a date as such, to 24:00 at each seat,
 * or an instant. `readings` are all it can come to; which of them do depends on the inputs.
 */
export interface Rule {
  readonly id: `${RuleFamily}/${number}`;
  readonly family: RuleFamily;
  readonly version: number;
  readonly until: 'date' | 'end-of-day' | 'instant';
  readonly readings: readonly ReadingId[];
}

const ruled = (family: RuleFamily, version: number, until: Rule['until']): Rule => ({
  id: `${family}/${version}`,
  family,
  version,
  until,
  readings: READINGS[family],
});

/** The clocks, each with the rule by which it runs. */
export const RULES = {
  entry: ruled('entry', 1, 'date'),
  lapse: ruled('term', 1, 'end-of-day'),
  extension: ruled('extension', 1, 'end-of-day'),
  extended: ruled('extended', 1, 'end-of-day'),
  renewal: ruled('renewal', 1, 'end-of-day'),
  termination: ruled('termination', 1, 'end-of-day'),
  consultation: ruled('consultation', 1, 'instant'),
} as const satisfies Record<string, Rule>;
export type ClockName = keyof typeof RULES;

/** What is said beside the readings and never decides. */
export const REMARKS = [
  'date-at-other-seat', // the date the same instant has at the seat of `side`
  'received-together', // both receipts bear one instant: neither notification is the second in order of receipt
  'leap-day', // the term began on a 29 February and ends in a year without one
  'working-target', // the day to aim at: a working day at every seat
  'weekends-only', // the days off at the seat of `side` are not known for that year; only weekends were left out
  'date-recomputed', // by the tz database of today a recorded receipt has another date at the seat of `side`
] as const;

/** One way to read a clock. `zones` are the seats at which it is read; `why` is a key of words. */
interface Read {
  readonly id: ReadingId;
  readonly zones: readonly string[];
  readonly operative: boolean;
  readonly why: string;
}

export type DateReading = Read & { readonly date: string };
/** A deadline between instants: it runs `from` one to the other. */
export type InstantReading = Read & { readonly from: string; readonly instant: string };
export type Reading = DateReading | InstantReading;

/** Something said beside the readings. `why` is a key of words; what does not apply is null. */
export interface Remark {
  readonly id: (typeof REMARKS)[number];
  readonly why: string;
  readonly date: string | null;
  readonly side: string | null;
  readonly zone: string | null;
}

/** What went into a clock. `value` is null where it is not recorded; `acts` are those it rests on. */
export interface Input {
  readonly name: 'notification' | 'receipt' | 'entry' | 'lapse' | 'dispatch' | 'years' | 'months' | 'hours';
  readonly side: string | null;
  readonly value: string | null;
  readonly acts: readonly string[];
}

/** What a clock without a date waits for. */
export interface Awaited {
  readonly what: 'notification' | 'receipt' | 'entry' | 'lapse' | 'dispatch';
  readonly side: string | null;
}

/** A reading the sides have adopted by acts: where it is among the readings, it is the operative one. */
export type Convention = { readonly reading: ReadingId; readonly acts: readonly string[] };

/** The seat of one side: its id and the time zone as the agreement writes it. */
export type Seat = { readonly side: string; readonly zone: string };

/** What every clock is told of its clause. `tz` is the version of the tz database that was asked. */
export interface Clause {
  readonly provision: string;
  readonly seats: readonly Seat[];
  readonly tz: string;
  readonly convention: Convention | null;
}

export interface Face {
  readonly name: ClockName;
  readonly provision: string;
  readonly rule: Rule;
  readonly inputs: readonly Input[];
  readonly zones: readonly string[];
  readonly tz: string;
  readonly convention: Convention | null;
}

/** A clock that lacks an input. It has no date: none is computed from what is missing. */
export interface WaitingClock extends Face {
  readonly state: 'waits';
  readonly waitsFor: readonly Awaited[];
}

/** A clock with its dates. Exactly one reading is operative; `differ` says that not all come to the same. */
export interface DatedClock<R extends Reading> extends Face {
  readonly state: 'dated';
  readonly readings: readonly R[];
  readonly differ: boolean;
  readonly remarks: readonly Remark[];
}

export type Clock<R extends Reading = Reading> = WaitingClock | DatedClock<R>;

/** An act that gave something, and the instant it gave it. */
export type Given = { readonly act: string; readonly at: string };

/** An act that acknowledged receipt: the instant, and the civil date it had at the recipient's seat. */
export type Receipt = {
  readonly act: string;
  readonly instant: string;
  readonly date: string;
  readonly zone: string;
};

/** A side's notification: given by it, received by the other. Either is null until it is recorded. */
export type Notification = { readonly given: Given | null; readonly receipt: Receipt | null };

/** A civil date and the acts it rests on. */
export type Dated = { readonly date: string; readonly acts: readonly string[] };

const readingWord = (rule: Rule, id: ReadingId): string => `clock.${rule.family}.${id}`;
const remarkWord = (id: Remark['id']): string => `clock.remark.${id}`;

/** Every key of words a clock can ask for. */
export const CLOCK_WORDS: readonly string[] = [
  ...Object.values(RULES).flatMap((rule) => rule.readings.map((id) => readingWord(rule, id))),
  ...REMARKS.map(remarkWord),
];

/** The one reading that holds. */
export function operative<R extends Reading>(clock: DatedClock<R>): R {
  const holding = clock.readings.find((reading) => reading.operative);
  if (holding === undefined) throw new Error(`operative: the clock ${clock.name} has no operative reading`);
  return holding;
}

/**
 * Refuses a receipt whose zone is not that of the recipient's seat, or whose civil date is not the one its instant has
 * there, with `date-inconsistent`.
 */
export function requireReceiptDate(receipt: Receipt, zone: string): void {
  if (receipt.zone !== zone) {
    const mend = `Write ${zone}, the zone of the recipient's seat.`;
    throw refuse('date-inconsistent', `The receipt names the zone ${receipt.zone}. ${mend}`);
  }
  const date = civilDate(receipt.instant, zone);
  if (receipt.date !== date) {
    const mend = `At ${receipt.instant} it is ${date} in ${zone}.`;
    throw refuse('date-inconsistent', `The receipt says ${receipt.date}. ${mend}`);
  }
}

export function face(name: ClockName, clause: Clause, inputs: readonly Input[]): Face {
  const rule: Rule = RULES[name];
  const { provision, tz, convention } = clause;
  if (convention !== null && !rule.readings.includes(convention.reading)) {
    throw new Error(`clock ${name}: ${rule.id} has no reading ${convention.reading} to adopt`);
  }
  return { name, provision, rule, inputs, zones: clause.seats.map((seat) => seat.zone), tz, convention };
}

export type Candidate<R extends Reading> = Omit<R, 'operative' | 'why'>;

/** The first candidate is the rule's own reading; a convention of the sides outweighs it. */
export function dated<R extends Reading>(
  clock: Face,
  candidates: readonly Candidate<R>[],
  remarks: readonly Remark[] = [],
): DatedClock<R> {
  const adopted = candidates.some((candidate) => candidate.id === clock.convention?.reading);
  const holding = adopted ? clock.convention?.reading : candidates[0]?.id;
  const readings = candidates.map(
    (candidate) =>
      ({ ...candidate, operative: candidate.id === holding, why: readingWord(clock.rule, candidate.id) }) as R,
  );
  const ends = new Set(readings.map((reading) => ('date' in reading ? reading.date : reading.instant)));
  return { ...clock, state: 'dated', readings, differ: ends.size > 1, remarks };
}

export function remark(id: Remark['id'], about: Partial<Pick<Remark, 'date' | 'side' | 'zone'>> = {}): Remark {
  return { id, why: remarkWord(id), date: null, side: null, zone: null, ...about };
}

export function waiting(clock: Face, waitsFor: readonly Awaited[]): WaitingClock {
  return { ...clock, state: 'waits', waitsFor };
}

export const parameter = (name: 'years' | 'months' | 'hours', value: number): Input =>
  ({ name, side: null, value: String(value), acts: [] });

export const start = (name: Input['name'], dated: Dated | null): Input =>
  ({ name, side: null, value: dated?.date ?? null, acts: dated?.acts ?? [] });

const happened = (name: Input['name'], act: string | undefined, at: string | undefined, side: string | null): Input =>
  ({ name, side, value: at ?? null, acts: act === undefined ? [] : [act] });

/** A notification received: when it was sent and received, and the date it was received at the recipient's seat. */
interface Arrival {
  readonly sender: Seat;
  readonly recipient: Seat;
  readonly sent: string;
  readonly received: string;
  readonly date: string;
}

/** The last arrivals by `order`, several where they share an instant: the earliest date first, then by side. */
function lastBy(arrivals: readonly Arrival[], order: 'sent' | 'received'): readonly [Arrival, ...Arrival[]] {
  const end = arrivals.map((arrival) => arrival[order]).sort().at(-1);
  const rank = ({ date, sender }: Arrival): string => `${date} ${sender.side}`;
  const [first, ...rest] = arrivals
    .filter((arrival) => arrival[order] === end)
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  if (first === undefined) throw new Error('entry: nothing has arrived');
  return [first, ...rest];
}

const arrived = (id: ReadingId, arrival: Arrival): Candidate<DateReading> => ({
  id,
  date: arrival.date,
  zones: [arrival.recipient.zone],
});

/**
 * Entry into effect, rule `entry/1`: the civil date, at the recipient's seat, on which the second notification in order
 * of receipt is received. Also read: the date on which the second in order of sending is received. Where both bear one
 * instant neither is the second: the earlier date holds, the other stands beside it. Waits for both notifications and
 * both receipts. `notifications` are by the side that gives them; the clause names the two seats. The date is the one
 * recorded: where the tz database now gives another, a remark says so and moves nothing.
 */
export function entryClock(notifications: Readonly<Record<string, Notification>>, clause: Clause): Clock<DateReading> {
  const [one, two, ...more] = clause.seats;
  if (one === undefined || two === undefined || more.length > 0) {
    throw new Error(`entry/1 counts two notifications; the clause names ${clause.seats.length} seats`);
  }
  const inputs: Input[] = [];
  const waitsFor: Awaited[] = [];
  const arrivals: Arrival[] = [];
  for (const [sender, recipient] of [[one, two], [two, one]] as const) {
    const { given, receipt } = notifications[sender.side] ?? { given: null, receipt: null };
    inputs.push(happened('notification', given?.act, given?.at, sender.side));
    inputs.push(happened('receipt', receipt?.act, receipt?.instant, recipient.side));
    if (given === null) waitsFor.push({ what: 'notification', side: sender.side });
    if (receipt === null) waitsFor.push({ what: 'receipt', side: recipient.side });
    if (given === null || receipt === null) continue;
    const { instant: received, date } = receipt;
    arrivals.push({ sender, recipient, sent: parseInstant(given.at), received, date });
  }
  const clock = face('entry', clause, inputs);
  return waitsFor.length > 0 ? waiting(clock, waitsFor) : entryDated(clock, arrivals);
}

function recomputed({ recipient: { side, zone }, received, date: recorded }: Arrival): readonly Remark[] {
  const date = civilDate(received, zone);
  return date === recorded ? [] : [remark('date-recomputed', { date, side, zone })];
}

function entryDated(clock: Face, arrivals: readonly Arrival[]): DatedClock<DateReading> {
  const received = lastBy(arrivals, 'received');
  const sent = lastBy(arrivals, 'sent');
  const [{ sender, received: instant }] = received;
  const date = civilDate(instant, sender.zone);
  return dated(
    clock,
    [
      arrived('second-received', received[0]),
      ...received.slice(1).map((arrival) => arrived('second-received-tied', arrival)),
      arrived('second-sent', sent[0]),
      ...sent.slice(1).map((arrival) => arrived('second-sent-tied', arrival)),
    ],
    [
      remark('date-at-other-seat', { date, side: sender.side, zone: sender.zone }),
      ...(received.length > 1 ? [remark('received-together')] : []),
      ...arrivals.flatMap(recomputed),
    ],
  );
}

/**
 * Consultation, rule `consultation/1`: `hours` elapsed between instants, never a day. It runs from dispatch, the safer
 * start for the one who must act, even where the recipient's clock puts receipt earlier; also read: from receipt.
 */
export function consultationClock(
  dispatch: Given | null,
  receipt: Given | null,
  terms: { readonly hours: number },
  clause: Clause,
): Clock<InstantReading> {
  const clock = face('consultation', clause, [
    happened('dispatch', dispatch?.act, dispatch?.at, null),
    happened('receipt', receipt?.act, receipt?.at, null),
    parameter('hours', terms.hours),
  ]);
  if (dispatch === null) return waiting(clock, [{ what: 'dispatch', side: null }]);
  const running = (id: ReadingId, { at }: Given): Candidate<InstantReading> => ({
    id,
    from: at,
    instant: addHours(at, terms.hours),
    zones: clock.zones,
  });
  const late = receipt === null ? [] : [running('from-receipt', receipt)];
  return dated<InstantReading>(clock, [running('from-dispatch', dispatch), ...late]);
}
