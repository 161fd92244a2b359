// The matters of an agreement: what its final clauses let the sides open, answer, propose, decide and end, as a table.
import type { Json } from '../act/canonical.ts';
import { type Refusal, refuse } from '../act/refusal.ts';

/** Most rounds of one matter, and most steps of one round. Nobody negotiates longer in one place. */
export const ROUND_LIMIT = 64;
export const STEP_LIMIT = 256;

/**
 * Who may say it, seen from the round: `any` side; the `opener`, who opened it, or the `other`; the `proposer`, whose
 * proposal is the head, or the `addressee`, to whom it is put.
 */
export type Who = 'any' | 'opener' | 'other' | 'proposer' | 'addressee';

const WHO: Readonly<Record<Who, string>> = {
  any: 'by either side',
  opener: 'by the side that opened it',
  other: 'by the side that did not open it',
  proposer: 'by the side whose proposal stands',
  addressee: 'by the side to which the proposal is put',
};

/** One way an event moves a round. `none` is before it: also after an end, where a new round begins. */
export interface MatterMove {
  readonly matter: MatterName;
  readonly event: MatterEventName;
  readonly from: string;
  readonly to: string;
  readonly by: Who;
}

/** Everything that can happen to a matter. `received` is the receipt of a note; late is after its date. */
export const MATTER_EVENTS = [
  'opened', 'answered', 'talks-held', 'proposed', 'received', 'received-late', 'accepted', 'acceptance-received',
  'acceptance-received-late', 'proposal-withdrawn', 'withdrawn', 'ended', 'confirmed',
] as const;
export type MatterEventName = (typeof MATTER_EVENTS)[number];

/** The matters: the family of clauses each serves, and the states in which a round of it is over. */
export const MATTERS = {
  extension: { family: 'extension', ends: ['decided', 'withdrawn', 'late'] },
  termination: { family: 'termination', ends: ['withdrawn'] },
  activities: { family: 'termination', ends: ['agreed', 'withdrawn'] },
  accession: { family: 'nato-accession', ends: ['decided', 'withdrawn'] },
  alignment: { family: 'alignment', ends: ['concluded', 'withdrawn'] },
  basis: { family: 'national-law', ends: ['ended'] },
  reading: { family: 'authorised-bodies', ends: [] },
  difference: { family: 'differences', ends: ['settled', 'withdrawn'] },
  convention: { family: 'term', ends: ['adopted', 'withdrawn'] },
  registration: { family: 'signature', ends: [] },
  original: { family: 'languages', ends: [] },
  discrepancy: { family: 'languages', ends: ['corrected', 'withdrawn'] },
} as const satisfies Readonly<Record<string, { readonly family: string; readonly ends: readonly string[] }>>;
export type MatterName = keyof typeof MATTERS;

type Row = readonly [event: MatterEventName, from: string, to: string, by: Who];

/** What every matter shares in which something is proposed and accepted: counter-proposals replace the head. */
const bargain = (before: string, after: string): readonly Row[] => [
  ['proposed', before, 'proposed', 'any'],
  ['proposed', 'proposed', 'proposed', 'any'],
  ['accepted', 'proposed', after, 'addressee'],
  ['proposal-withdrawn', 'proposed', before === 'none' ? 'withdrawn' : before, 'proposer'],
];

const ROWS: Readonly<Record<MatterName, readonly Row[]>> = {
  // A joint decision is two notices, and both count by their receipt: a proposal not received cannot be accepted.
  extension: [
    ['proposed', 'none', 'proposed', 'any'],
    ['proposed', 'proposed', 'proposed', 'any'],
    ['proposed', 'received', 'proposed', 'any'],
    ['received', 'proposed', 'received', 'addressee'],
    ['received-late', 'proposed', 'late', 'addressee'],
    ['accepted', 'received', 'accepted', 'addressee'],
    ['acceptance-received', 'accepted', 'decided', 'proposer'],
    ['acceptance-received-late', 'accepted', 'late', 'proposer'],
    ['proposal-withdrawn', 'proposed', 'withdrawn', 'proposer'],
    ['proposal-withdrawn', 'received', 'withdrawn', 'proposer'],
  ],
  // Each side has a notice of its own, so that the withdrawal of one leaves the other standing.
  termination: [
    ['opened', 'none', 'given', 'any'],
    ['received', 'given', 'pending', 'other'],
    ['withdrawn', 'given', 'withdrawn', 'opener'],
    ['withdrawn', 'pending', 'withdrawn', 'opener'],
  ],
  activities: bargain('none', 'agreed'),
  accession: [
    ['opened', 'none', 'open', 'any'],
    ...bargain('open', 'decided'),
    ['withdrawn', 'open', 'withdrawn', 'opener'],
  ],
  alignment: [
    ['opened', 'none', 'open', 'any'],
    ...bargain('open', 'concluded'),
    ['withdrawn', 'open', 'withdrawn', 'opener'],
  ],
  basis: [
    ['opened', 'none', 'stands', 'any'],
    ['ended', 'stands', 'ended', 'opener'],
  ],
  reading: [
    ['confirmed', 'none', 'confirmed-once', 'any'],
    ['confirmed', 'confirmed-once', 'confirmed-both', 'other'],
  ],
  difference: [
    ['opened', 'none', 'stated', 'any'],
    ['answered', 'stated', 'answered', 'other'],
    ['talks-held', 'stated', 'stated', 'any'],
    ['talks-held', 'answered', 'answered', 'any'],
    ['talks-held', 'proposed', 'proposed', 'any'],
    ...bargain('answered', 'settled'),
    ['withdrawn', 'stated', 'withdrawn', 'opener'],
    ['withdrawn', 'answered', 'withdrawn', 'opener'],
  ],
  convention: bargain('none', 'adopted'),
  registration: [
    ['opened', 'none', 'registered', 'any'],
    ['opened', 'registered', 'registered', 'opener'],
  ],
  original: [
    ['opened', 'none', 'kept', 'any'],
    ['opened', 'kept', 'kept', 'opener'],
  ],
  discrepancy: [
    ['opened', 'none', 'stated', 'any'],
    ...bargain('stated', 'corrected'),
    ['withdrawn', 'stated', 'withdrawn', 'opener'],
  ],
};

/** The whole table, row by row. What has no row here is refused. */
export const MATTER_MOVES: readonly MatterMove[] = (Object.keys(ROWS) as MatterName[]).flatMap((matter) =>
  ROWS[matter].map(([event, from, to, by]) => ({ matter, event, from, to, by })),
);

/** A receipt as it bears on a step: the civil date at the recipient's seat, and the act that gives it. */
export type StepReceipt = { readonly act: string; readonly date: string };

/** One thing said in a round. `body` is null where its part was erased. */
export type MatterStep = {
  readonly event: string;
  readonly act: string;
  readonly side: string;
  /** Its place in the log of its side. */
  readonly index: number;
  readonly at: string;
  readonly body: Json;
  readonly receipt: StepReceipt | null;
};

/** One course of a matter from its opening to its end. `head` is the act of the proposal that stands, if any. */
export type MatterRound = {
  readonly state: string;
  readonly opener: string;
  readonly head: string | null;
  readonly steps: readonly MatterStep[];
};

/** A matter as the register keeps it: its rounds, oldest first. None where nothing was ever said. */
export type MatterState = { readonly rounds: readonly MatterRound[] };

export const UNOPENED: MatterState = { rounds: [] };

/** Something that moves a matter. `of` is the act it accepts, withdraws or acknowledges. */
export interface MatterEvent {
  readonly name: MatterEventName;
  readonly act: string;
  readonly side: string;
  readonly index: number;
  /** How many entries of the other log it had seen. */
  readonly seen: number;
  readonly at: string;
  readonly body: Json;
  readonly of: string | null;
  readonly receipt: StepReceipt | null;
}

/** The matter that a subject names: `difference/ua-1` is of `difference`; undefined where it names none. */
export function matterOf(subject: string): MatterName | undefined {
  const [name = ''] = subject.split('/');
  return Object.hasOwn(MATTERS, name) ? (name as MatterName) : undefined;
}

/** Whether a round of the matter is over in this state. */
export function isOver(matter: MatterName, state: string): boolean {
  const ends: readonly string[] = MATTERS[matter].ends;
  return ends.includes(state);
}

/** The round that runs, or undefined where none was opened or the last is over. */
export function runningRound(matter: MatterName, { rounds }: MatterState): MatterRound | undefined {
  const last = rounds.at(-1);
  return last === undefined || isOver(matter, last.state) ? undefined : last;
}

/** The state of the running round, or `none`. */
export function stateOf(matter: MatterName, state: MatterState): string {
  return runningRound(matter, state)?.state ?? 'none';
}

/** The last step of a round with that event. */
export function stepOf(round: MatterRound | undefined, event: MatterEventName): MatterStep | undefined {
  return round?.steps.findLast((step) => step.event === event);
}

/** The proposal that stands. */
export function headOf(round: MatterRound | undefined): MatterStep | undefined {
  return round?.steps.find((step) => step.act === round.head);
}

function isOf(who: Who, side: string, round: MatterRound | undefined): boolean {
  if (who === 'any') return true;
  if (who === 'opener') return round?.opener === side;
  if (who === 'other') return round !== undefined && round.opener !== side;
  const head = headOf(round);
  return head !== undefined && (who === 'proposer') === (head.side === side);
}

/** The step that an event must name for it to be said of what stands now; null where it names none. */
function meant(event: MatterEvent, round: MatterRound | undefined): string | null {
  switch (event.name) {
    case 'accepted':
    case 'proposal-withdrawn':
      return round?.head ?? null;
    case 'received':
    case 'received-late':
      return round?.head ?? round?.steps[0]?.act ?? null;
    case 'acceptance-received':
    case 'acceptance-received-late':
      return stepOf(round, 'accepted')?.act ?? null;
    case 'opened':
    case 'answered':
    case 'talks-held':
    case 'proposed':
    case 'withdrawn':
    case 'ended':
    case 'confirmed':
      return event.of;
  }
}

/**
 * The matter after an event, or the refusal `state-forbids`, naming the state, the event, and from where and by whom it
 * could be said. An acceptance, a receipt or a withdrawal that names another act than the one that stands is refused.
 */
export function advance(matter: MatterName, before: MatterState, event: MatterEvent): MatterState | Refusal {
  const round = runningRound(matter, before);
  const from = round?.state ?? 'none';
  const rows = MATTER_MOVES.filter((row) => row.matter === matter && row.event === event.name);
  const move = rows.find((row) => row.from === from && isOf(row.by, event.side, round));
  if (move === undefined) {
    const open = rows.map((row) => `from ${row.from}, ${WHO[row.by]}`);
    const mend = open.length === 0 ? 'It can never be said.' : `It can be said ${open.join('; or ')}.`;
    return refuse('state-forbids', `In the state ${matter} ${from}: ${event.name} by ${event.side}. ${mend}`);
  }
  const stands = meant(event, round);
  if (stands !== event.of) {
    const said = `${event.name} by ${event.side} names ${String(event.of)}`;
    return refuse('state-forbids', `In the state ${matter} ${from}: ${said}; what stands is ${String(stands)}.`);
  }
  if (before.rounds.length >= ROUND_LIMIT || (round?.steps.length ?? 0) >= STEP_LIMIT) {
    return refuse('state-forbids', `The matter ${matter} has ${before.rounds.length} rounds; no more is taken in.`);
  }
  return recorded(before, round, event, move.to);
}

const UNDOES: ReadonlySet<string> = new Set(['proposed', 'proposal-withdrawn', 'withdrawn']);

/**
 * The matter as an acceptance saw it. Whoever accepts a proposal holds the other side to it, though that side has
 * replaced it or taken it back meanwhile, as long as the acceptance had not seen that: two acts that cross on their way
 * come to one end, whichever is folded first. For every other event, and where it had been seen, the matter as it is.
 */
export function asAccepted(matter: MatterName, state: MatterState, event: MatterEvent): MatterState {
  if (event.name !== 'accepted' || runningRound(matter, state)?.head === event.of) return state;
  const at = state.rounds.findLastIndex(({ steps }) => steps.some(({ act }) => act === event.of));
  const round = state.rounds[at];
  const proposal = round?.steps.findIndex((step) => step.act === event.of && step.event === 'proposed') ?? -1;
  const head = round?.steps[proposal];
  if (round === undefined || head === undefined) return state;
  const since = [...round.steps.slice(proposal + 1), ...state.rounds.slice(at + 1).flatMap(({ steps }) => steps)];
  const undone = since.filter((step) => UNDOES.has(step.event));
  if (undone.some((step) => step.side === event.side || step.index < event.seen)) return state;
  const isExtension = matter === 'extension';
  if (isExtension && head.receipt === null) return state;
  const stood = { ...round, state: isExtension ? 'received' : 'proposed', head: head.act };
  return { rounds: [...state.rounds.slice(0, at), stood] };
}

function recorded(before: MatterState, round: MatterRound | undefined, event: MatterEvent, to: string): MatterState {
  const { name, act, side, index, at, body, receipt } = event;
  if (receipt !== null && round !== undefined) {
    const steps = round.steps.map((step) => (step.act === event.of ? { ...step, receipt } : step));
    return { rounds: [...before.rounds.slice(0, -1), { ...round, state: to, steps }] };
  }
  const step: MatterStep = { event: name, act, side, index, at, body, receipt: null };
  const opened = round ?? { state: to, opener: side, head: null, steps: [] };
  const head = name === 'proposed' ? act : name === 'proposal-withdrawn' ? null : opened.head;
  const next = { ...opened, state: to, head, steps: [...opened.steps, step] };
  const earlier = round === undefined ? before.rounds : before.rounds.slice(0, -1);
  return { rounds: [...earlier, next] };
}
