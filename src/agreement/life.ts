// The life of an agreement: which event may follow which, as a table, and how it stands on a given day.
import { type Refusal, refuse } from '../act/refusal.ts';
import type { Dated, Given, Notification, Receipt } from './clock.ts';

/** A side's confirmation of the date of entry into effect. */
export type Confirmation = { readonly act: string; readonly date: string };

/** What one side did towards entry into effect: its notification with the receipt of it, and its confirmation. */
export type SideLife = Notification & { readonly confirmed: Confirmation | null };

/**
 * What acts have made of an agreement since signature, by side, with an entry for every side. A side's position on a
 * line is read from it and stored nowhere else. The value is JSON, so that it can stand in a register.
 */
export type Life = { readonly [side: string]: SideLife };

/**
 * Something that moves the agreement. `side` is the side whose position moves: who notified, whose notification the
 * other side received, who confirmed. The passage of days is no event: see `lifeHeading`.
 */
export type LifeEvent =
  | ({ readonly name: 'notified'; readonly side: string } & Given)
  | ({ readonly name: 'receipted'; readonly side: string } & Receipt)
  | ({ readonly name: 'entry-confirmed'; readonly side: string } & Confirmation);

/** The lines along which each side moves by itself, with their positions in order. A life begins at the first. */
export const LINES = { entry: ['none', 'given', 'receipted', 'confirmed'] } as const;
export type Line = keyof typeof LINES;
export type Position = (typeof LINES)[Line][number];

/** What a move may depend on beside the position of its own side, and how a refusal puts it. */
export const CONDITIONS = {
  always: 'in any event',
  'all-receipted': 'when the receipt of every notification is recorded',
  'confirmations-differ': 'while the sides have confirmed different dates',
} as const;
export type Condition = keyof typeof CONDITIONS;

/** One way an event moves a side along a line. */
export interface Move {
  readonly event: LifeEvent['name'];
  readonly line: Line;
  readonly from: Position;
  readonly to: Position;
  readonly when: Condition;
}

/** Everything that can happen. What has no row here is refused. A new event is a new row. */
export const MOVES: readonly Move[] = [
  { event: 'notified', line: 'entry', from: 'none', to: 'given', when: 'always' },
  { event: 'receipted', line: 'entry', from: 'given', to: 'receipted', when: 'always' },
  { event: 'entry-confirmed', line: 'entry', from: 'receipted', to: 'confirmed', when: 'all-receipted' },
  // Otherwise a slip of one side would stand for good: neither could take its date back.
  { event: 'entry-confirmed', line: 'entry', from: 'confirmed', to: 'confirmed', when: 'confirmations-differ' },
];

/** Where the sides stand together, before the day is asked. */
export type LifeStage =
  | 'signed'
  | 'notified-once'
  | 'notified-both'
  | 'receipted-both'
  | 'confirmed-once'
  | 'confirmed-both'
  | 'confirmations-differ';

/** How the agreement stands on a day: a key of words. */
export const LIFE_HEADINGS = [
  'signed-not-in-effect', // a notification or a receipt is outstanding
  'entry-ahead', // everything is received; the day computed has not begun at this seat
  'in-effect-unconfirmed', // the day computed has come; a confirmation is outstanding
  'in-effect-dates-differ', // both sides have confirmed, and not the same day
  'in-effect',
  'termination-pending', // a notice of termination is received and has not taken effect
  'terminated', // the day on which it took effect is over
  'lapsed', // the last day is over
] as const;
export type LifeHeading = (typeof LIFE_HEADINGS)[number];

/**
 * What the clocks say of a life: civil dates, or null where a clock waits. `today` is the civil date at the seat;
 * `lastDay` that of the term as it stands, extended or not; `ends` the day at whose end a termination takes effect.
 */
export interface LifeDates {
  readonly today: string;
  readonly entry: string | null;
  readonly lastDay: string | null;
  readonly ends: string | null;
}

/** The life of an agreement signed between `sides`, before anything else has happened. */
export function signedLife(sides: readonly string[]): Life {
  const life = Object.fromEntries(sides.map((side) => [side, { given: null, receipt: null, confirmed: null }]));
  allSides(life);
  return life;
}

/** Every side's part. A life that lacks one would pass for complete, so an agreement of one side is turned away. */
function allSides(life: Life): readonly SideLife[] {
  const sides = Object.values(life);
  if (sides.length < 2) throw new Error(`life: an agreement between ${JSON.stringify(Object.keys(life))} alone`);
  return sides;
}

function lifeOf(life: Life, side: string): SideLife {
  const own = life[side];
  if (own === undefined) throw new Error(`life: ${side} is no side of this agreement`);
  return own;
}

const ALONG: Record<Line, (life: Life, side: string) => Position> = {
  entry: (life, side) => {
    const { given, receipt, confirmed } = lifeOf(life, side);
    if (given === null) return 'none';
    if (receipt === null) return 'given';
    return confirmed === null ? 'receipted' : 'confirmed';
  },
};

/** Where a side stands on a line. */
export function positionOf(life: Life, line: Line, side: string): Position {
  return ALONG[line](life, side);
}

const HOLDS: Record<Condition, (life: Life) => boolean> = {
  always: () => true,
  'all-receipted': (life) => allSides(life).every(({ receipt }) => receipt !== null),
  'confirmations-differ': (life) => lifeStage(life) === 'confirmations-differ',
};

/**
 * The life after an event, or the refusal `state-forbids`, naming the state, the event and from where it could be said.
 * The life given is left as it is. A side that is none of this agreement is a broken invariant and throws.
 */
export function step(life: Life, event: LifeEvent): Life | Refusal {
  const rows = MOVES.filter((row) => row.event === event.name);
  const move = rows.find((row) => positionOf(life, row.line, event.side) === row.from && HOLDS[row.when](life));
  if (move === undefined) return refuse('state-forbids', forbidden(life, event, rows));
  const next = recorded(life, event);
  if (positionOf(next, move.line, event.side) !== move.to) {
    throw new Error(`life: ${event.name} of ${event.side} did not lead to ${move.to}`);
  }
  return next;
}

function forbidden(life: Life, event: LifeEvent, rows: readonly Move[]): string {
  const state = Object.keys(life).flatMap((side) =>
    (Object.keys(LINES) as Line[]).map((line) => `${line} of ${side} ${positionOf(life, line, side)}`),
  );
  const open = rows.map((row) => `from ${row.from}, ${CONDITIONS[row.when]}`);
  return `In the state ${state.join(', ')}: ${event.name} of ${event.side}. It can be said ${open.join('; or ')}.`;
}

function recorded(life: Life, event: LifeEvent): Life {
  const { side, act } = event;
  const own = lifeOf(life, side);
  switch (event.name) {
    case 'notified':
      return { ...life, [side]: { ...own, given: { act, at: event.at } } };
    case 'receipted': {
      const { instant, date, zone } = event;
      return { ...life, [side]: { ...own, receipt: { act, instant, date, zone } } };
    }
    case 'entry-confirmed':
      return { ...life, [side]: { ...own, confirmed: { act, date: event.date } } };
  }
}

function confirmations(life: Life): readonly Confirmation[] {
  return Object.values(life).flatMap(({ confirmed }) => confirmed ?? []);
}

/** Where the sides stand together. */
export function lifeStage(life: Life): LifeStage {
  const sides = allSides(life);
  const given = sides.filter((side) => side.given !== null).length;
  if (given === 0) return 'signed';
  if (given < sides.length) return 'notified-once';
  if (sides.some(({ receipt }) => receipt === null)) return 'notified-both';
  const confirmed = confirmations(life);
  if (confirmed.length === 0) return 'receipted-both';
  if (confirmed.length < sides.length) return 'confirmed-once';
  return new Set(confirmed.map(({ date }) => date)).size === 1 ? 'confirmed-both' : 'confirmations-differ';
}

/** The date of entry that every side has confirmed, with the acts that say so; null while one is missing or differs. */
export function confirmedEntry(life: Life): Dated | null {
  const [first, ...more] = confirmations(life);
  if (first === undefined || lifeStage(life) !== 'confirmed-both') return null;
  return { date: first.date, acts: [first, ...more].map(({ act }) => act) };
}

/**
 * How the agreement stands on the day `today`. Effect follows from the receipts, not from the confirmations: these say
 * that both sides read the date alike. The last day counts to 24:00. Between two seats the answer can differ for the
 * hour in which they have different dates.
 */
export function lifeHeading(life: Life, { today, entry, lastDay, ends }: LifeDates): LifeHeading {
  const stage = lifeStage(life);
  if (stage === 'signed' || stage === 'notified-once' || stage === 'notified-both') return 'signed-not-in-effect';
  if (entry === null || lastDay === null) throw new Error(`lifeHeading: ${stage}, and the clocks have no date`);
  if (today < entry) return 'entry-ahead';
  // Whichever comes first ends it: a termination after the last day has nothing left to end.
  if (ends !== null && ends <= lastDay && today > ends) return 'terminated';
  if (today > lastDay) return 'lapsed';
  if (ends !== null && ends <= lastDay) return 'termination-pending';
  switch (stage) {
    case 'receipted-both':
    case 'confirmed-once':
      return 'in-effect-unconfirmed';
    case 'confirmations-differ':
      return 'in-effect-dates-differ';
    case 'confirmed-both':
      return 'in-effect';
  }
}
