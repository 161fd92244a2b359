// The register of matters: each with its rounds, as the table of the life of the Agreement lets acts move them.
import type { Json } from '../../../act/canonical.ts';
import type { BodyOf } from '../../../act/kind.ts';
import { Refusal } from '../../../act/refusal.ts';
import type { FoldedAct, Register } from '../../../act/register.ts';
import {
  advance, asAccepted, headOf, type MatterEvent, type MatterEventName, type MatterName, matterOf, type MatterState,
  runningRound, stepOf, UNOPENED,
} from '../../../agreement/matter.ts';
import { RECEIPT_GIVEN } from '../kinds.ts';
import {
  ACCESSION_STATED, ACTIVITIES_PROPOSED, ALIGNMENT_OPENED, ALIGNMENT_PROPOSED, BASIS_ENDED, BASIS_STATED,
  CONVENTION_PROPOSED, CORRECTION_PROPOSED, DIFFERENCE_ANSWERED, DIFFERENCE_STATED, DISCREPANCY_STATED,
  EXTENSION_ACCEPTED, EXTENSION_PROPOSED, MATTER_WITHDRAWN, ORIGINAL_KEPT, PROPOSAL_ACCEPTED, PROPOSAL_WITHDRAWN,
  READING_CONFIRMED, REGISTRATION_STATED, SETTLEMENT_PROPOSED, STATUS_PROPOSED, TALKS_HELD, TERMINATION_NOTIFIED,
  TERMINATION_WITHDRAWN,
} from './kinds.ts';

/** What a kind does, to which matter; a kind without a matter of its own serves the one its subject names. */
export interface Deed {
  readonly matter: MatterName | null;
  readonly event: MatterEventName;
  /** In which role it names the act it accepts or takes back. */
  readonly role: 'accepts' | 'withdraws' | null;
}

const deed = (matter: MatterName | null, event: MatterEventName, role: Deed['role'] = null): Deed =>
  ({ matter, event, role });

/** Every kind of the matters with its deed. */
export const DEEDS: ReadonlyMap<string, Deed> = new Map([
  [EXTENSION_PROPOSED.id, deed('extension', 'proposed')],
  [EXTENSION_ACCEPTED.id, deed('extension', 'accepted', 'accepts')],
  [TERMINATION_NOTIFIED.id, deed('termination', 'opened')],
  [TERMINATION_WITHDRAWN.id, deed('termination', 'withdrawn')],
  [ACTIVITIES_PROPOSED.id, deed('activities', 'proposed')],
  [ACCESSION_STATED.id, deed('accession', 'opened')],
  [STATUS_PROPOSED.id, deed('accession', 'proposed')],
  [ALIGNMENT_OPENED.id, deed('alignment', 'opened')],
  [ALIGNMENT_PROPOSED.id, deed('alignment', 'proposed')],
  [BASIS_STATED.id, deed('basis', 'opened')],
  [BASIS_ENDED.id, deed('basis', 'ended')],
  [READING_CONFIRMED.id, deed('reading', 'confirmed')],
  [DIFFERENCE_STATED.id, deed('difference', 'opened')],
  [DIFFERENCE_ANSWERED.id, deed('difference', 'answered')],
  [TALKS_HELD.id, deed('difference', 'talks-held')],
  [SETTLEMENT_PROPOSED.id, deed('difference', 'proposed')],
  [CONVENTION_PROPOSED.id, deed('convention', 'proposed')],
  [REGISTRATION_STATED.id, deed('registration', 'opened')],
  [ORIGINAL_KEPT.id, deed('original', 'opened')],
  [DISCREPANCY_STATED.id, deed('discrepancy', 'opened')],
  [CORRECTION_PROPOSED.id, deed('discrepancy', 'proposed')],
  [PROPOSAL_ACCEPTED.id, deed(null, 'accepted', 'accepts')],
  [PROPOSAL_WITHDRAWN.id, deed(null, 'proposal-withdrawn', 'withdraws')],
  [MATTER_WITHDRAWN.id, deed(null, 'withdrawn')],
]);

/** The act that an act names in a role. */
export function named(act: Pick<FoldedAct, 'header'>, role: string): string | null {
  return act.header.re.find((reference) => reference.role === role)?.act ?? null;
}

/** Which receipt it is depends on what stands, and on whether it came in time: the proposal says until when. */
function receiptEvent(matter: MatterName, state: MatterState, of: string, date: string): MatterEventName {
  const round = runningRound(matter, state);
  const accepted = stepOf(round, 'accepted')?.act === of;
  const { noticesBy } = (headOf(round)?.body ?? {}) as Partial<BodyOf<typeof EXTENSION_PROPOSED>>;
  const late = noticesBy !== undefined && date > noticesBy;
  if (accepted) return late ? 'acceptance-received-late' : 'acceptance-received';
  return late ? 'received-late' : 'received';
}

/** What an act does to the matter that its subject names; undefined where it does nothing to it. */
export function matterEvent(state: MatterState, act: FoldedAct): MatterEvent | undefined {
  const matter = matterOf(act.header.subject);
  if (matter === undefined) return undefined;
  const { id, side, index, seen } = act;
  const bare = { act: id, side, index, seen, at: act.header.at, body: act.body ?? null, receipt: null };
  if (act.header.kind === RECEIPT_GIVEN.id) {
    const of = named(act, 'acknowledges');
    const received = (act.body as BodyOf<typeof RECEIPT_GIVEN> | undefined)?.received;
    if (of === null || received === undefined) return undefined;
    const { date } = received;
    return { ...bare, name: receiptEvent(matter, state, of, date), of, receipt: { act: act.id, date } };
  }
  const done = DEEDS.get(act.header.kind);
  if (done === undefined || (done.matter ?? matter) !== matter) return undefined;
  return { ...bare, name: done.event, of: done.role === null ? null : named(act, done.role) };
}

/** A withdrawn notice keeps the receipt of its withdrawal beside it: after the end no event moves the matter. */
function noted(state: MatterState, act: FoldedAct): MatterState {
  const of = named(act, 'acknowledges');
  const received = (act.body as BodyOf<typeof RECEIPT_GIVEN> | undefined)?.received;
  const round = state.rounds.at(-1);
  if (act.header.kind !== RECEIPT_GIVEN.id || received === undefined || round === undefined) return state;
  const receipt = { act: act.id, date: received.date };
  const steps = round.steps.map((step) => (step.act === of && step.receipt === null ? { ...step, receipt } : step));
  return { rounds: [...state.rounds.slice(0, -1), { ...round, steps }] };
}

/** Register `matters`, by subject: `extension`, `termination/ua`, `difference/al-2`. */
export const MATTERS_KEPT: Register<MatterState & Json> = {
  name: 'matters',
  subjects: ({ header }) =>
    matterOf(header.subject) !== undefined && (DEEDS.has(header.kind) || header.kind === RECEIPT_GIVEN.id)
      ? [header.subject]
      : [],
  initial: () => UNOPENED as MatterState & Json,
  step: (state, act) => {
    const event = matterEvent(state, act);
    const matter = matterOf(act.header.subject);
    if (event === undefined || matter === undefined) return state;
    const next = advance(matter, asAccepted(matter, state, event), event);
    // What the table refuses changes nothing: it was refused at the door as well, or another act came first.
    return (next instanceof Refusal ? noted(state, act) : next) as MatterState & Json;
  },
};
