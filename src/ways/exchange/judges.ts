// The law of the way of exchange: what cannot be said as things stand, of an item, of a request, by which side.
import type { Label } from '../../act/act.ts';
import { ERASURES } from '../../act/erasure.ts';
import type { BodyOf } from '../../act/kind.ts';
import { refuse } from '../../act/refusal.ts';
import type { FoldedAct } from '../../act/register.ts';
import { civilDate } from '../../agreement/calendar.ts';
import { isTight, labelAbout } from '../../agreement/handling.ts';
import { requireLabel, spelled } from '../../agreement/label.ts';
import { type Marked, markedOf } from '../../agreement/sight.ts';
import type { Judge, Standing } from '../../area.ts';
import { itemNow, itemUnder, itemUnderBoth, RINGS } from './label.ts';
import type {
  CORRECTION_APPLIED,
  ITEM_CORRECTED,
  ITEM_RECALLED,
  ITEM_RELABELLED,
  RECALL_EXECUTED,
  RELEASE_GRANTED,
  RELEASE_REQUESTED,
} from './kinds.ts';
import {
  inRole,
  ITEMS,
  itemSubject,
  type ItemState,
  labelOf,
  type RequestState,
  REQUESTS,
  requestSubject,
  spokenOf,
} from './registers.ts';

/** Way of the statements under which something may be exchanged: which these are is data of the agreement. */
const WAY = 'exchange';

/** The provisions whose statements lead into exchange, in the order of the text. */
export function exchangeProvisions(agreement: Standing['agreement']): readonly string[] {
  return agreement.provisions
    .filter(({ statements }) => statements.some(({ way, alsoWays }) => way === WAY || alsoWays.includes(WAY)))
    .map(({ id }) => id);
}

function requireSubject({ header }: FoldedAct, subject: string): void {
  if (header.subject === subject) return;
  throw refuse('reference-missing', `${header.number} speaks of ${header.subject}, and refers to ${subject}.`);
}

/** Whoever speaks of an item speaks under its paragraphs: a mandate for another one does not carry. */
function requireProvisions({ header }: FoldedAct, provisions: readonly string[]): void {
  if (header.provisions.join() === provisions.join()) return;
  throw refuse('mandate-missing', `It speaks under ${header.provisions.join(', ')}, not ${provisions.join(', ')}.`);
}

function requireExchange({ header }: FoldedAct, { agreement }: Standing): void {
  const open = exchangeProvisions(agreement);
  const outside = header.provisions.find((id) => !open.includes(id));
  if (outside !== undefined) throw refuse('state-forbids', `Nothing in ¶${outside} leads into exchange.`);
}

/** Personal data is given for a purpose, and with whom it speaks of, or not at all. */
function requirePurpose({ header: { label, number } }: FoldedAct): void {
  const { personal, purpose = [] } = label;
  if (personal === undefined) return;
  if (purpose.length > 0 && personal.categories.length > 0) return;
  throw refuse('label-refused', `${number} gives personal data without a purpose, or without saying of whom.`);
}

/** Who may have an act that speaks of something is never more than who may have that. */
function requireCovered({ header }: FoldedAct, wide: Label, of: Omit<Marked, 'label'>): void {
  if (isTight({ ...markedOf(header), by: of.by }, { ...of, label: wide })) return;
  throw refuse('label-widened', `${header.number} is labelled wider than what it speaks of.`);
}

/** The item that an act speaks of: given, of the same paragraphs, and labelled no wider, then or by now. */
async function requireItem(act: FoldedAct, standing: Standing, words = false): Promise<ItemState> {
  const state = await standing.state(ITEMS, spokenOf(act.header.subject));
  if (state.given === null) throw refuse('state-forbids', `${act.header.subject} is no item.`);
  requireSubject(act, itemSubject(state.given.act));
  requireProvisions(act, state.given.provisions);
  const about = itemNow(state);
  requireCovered(act, words ? spelled(about) : labelAbout(about), about);
  return state;
}

/** The same, where the act names the item itself. */
async function requireNamed(act: FoldedAct, standing: Standing, words = false): Promise<ItemState> {
  requireSubject(act, itemSubject(inRole(act, 'of')));
  return await requireItem(act, standing, words);
}

function requireOriginator({ side, header }: FoldedAct, { given }: ItemState): void {
  if (given?.side === side) return;
  throw refuse('state-forbids', `${header.by} speaks for the originator of ${header.subject}, and is not.`);
}

function requireHolder({ side, header }: FoldedAct, { given }: ItemState): void {
  if (given?.side !== side) return;
  throw refuse('state-forbids', `${header.by} speaks as who was given ${header.subject}, and gave it.`);
}

/** After its parts are erased at that side nothing more can be kept or changed there. */
async function requireKept(act: FoldedAct, standing: Standing): Promise<void> {
  const { by } = await standing.state(ERASURES, spokenOf(act.header.subject));
  if (by[act.side] === undefined) return;
  throw refuse('state-forbids', `${act.header.subject} was erased by the node of ${act.side} before.`);
}

export const judgeGiven: Judge = async (act, standing) => {
  requireExchange(act, standing);
  requirePurpose(act);
  await Promise.resolve();
};

/** A request that stands, asked by the other side, and not answered by a refusal. */
async function requireRequest(act: FoldedAct, standing: Standing): Promise<RequestState> {
  requireSubject(act, requestSubject(inRole(act, 'answers')));
  const state = await standing.state(REQUESTS, inRole(act, 'answers'));
  if (state.asked === null || state.asked.side === act.side) {
    throw refuse('state-forbids', `${act.header.by} answers a request of its own side.`);
  }
  requireProvisions(act, state.asked.provisions);
  if (state.declined !== null) throw refuse('state-forbids', `${act.header.subject} was declined before.`);
  return state;
}

export const judgeAnswered: Judge = async (act, standing) => {
  requirePurpose(act);
  await requireRequest(act, standing);
};

export const judgeDeclined: Judge = async (act, standing) => {
  const { answers, asked, label } = await requireRequest(act, standing);
  const about: Marked = { label: label as unknown as Label, by: asked?.by ?? '', to: [...(asked?.to ?? [])] };
  requireCovered(act, labelAbout(about), about);
  if (answers.length > 0) throw refuse('state-forbids', `${act.header.subject} was answered before.`);
};

export const judgeFeedback: Judge = async (act, standing) => {
  requireHolder(act, await requireNamed(act, standing, true));
};

export const judgeReleaseRequested: Judge = async (act, standing) => {
  const { body, outside, purpose } = act.body as BodyOf<typeof RELEASE_REQUESTED>;
  const state = await requireNamed(act, standing);
  requireHolder(act, state);
  if ((body === null) === (outside === '')) {
    throw refuse('body-malformed', 'A release is asked for one body, of a side or outside: name one of the two.');
  }
  if (!standing.agreement.purposes.some(({ code }) => code === purpose)) {
    throw refuse('body-malformed', `The agreement has no purpose ${purpose}.`);
  }
  if (state.recalled !== null) throw refuse('state-forbids', `${act.header.subject} was recalled.`);
};

/** The request of a release that an act answers: asked, by the other side, and not answered. */
async function requireRelease(act: FoldedAct, standing: Standing, role: string): Promise<void> {
  const state = await requireItem(act, standing);
  requireOriginator(act, state);
  const release = state.releases.find(({ asked }) => asked.act === inRole(act, role));
  if (release === undefined) throw refuse('reference-missing', `${inRole(act, role)} asks no release of this item.`);
  if (release.answered !== null) throw refuse('state-forbids', `The release was answered before.`);
}

export const judgeReleaseGranted: Judge = async (act, standing) => {
  const { until } = act.body as BodyOf<typeof RELEASE_GRANTED>;
  await requireRelease(act, standing, 'grants');
  const { recalled } = await standing.state(ITEMS, spokenOf(act.header.subject));
  if (recalled !== null) throw refuse('state-forbids', `${act.header.subject} was recalled.`);
  const on = civilDate(act.header.at, standing.agreement.participant(act.side).seat.zone);
  if (until !== null && until < on) throw refuse('date-out-of-order', `It is granted on ${on}, and until ${until}.`);
};

export const judgeReleaseDeclined: Judge = async (act, standing) => await requireRelease(act, standing, 'declines');

export const judgeRelabelled: Judge = async (act, standing) => {
  const { label } = act.body as BodyOf<typeof ITEM_RELABELLED>;
  requireLabel(label, standing.agreement, RINGS);
  const state = await requireNamed(act, standing);
  await requireKept(act, standing);
  const [next, now] = [itemUnder(state, label), itemUnder(state, labelOf(state))];
  if (isTight(next, now) && isTight(now, next)) throw refuse('state-forbids', 'It bears that label already.');
  if ((next.label.personal === undefined) !== (now.label.personal === undefined)) {
    throw refuse('state-forbids', 'Whether it speaks of persons is said when it is given.');
  }
  // What was said of it before would be for nobody: not even what calls it back.
  if (itemUnderBoth(state, label) === undefined) {
    throw refuse('state-forbids', 'Nobody may see it under this label and the one it was given under.');
  }
  if (state.given?.side === act.side || isTight(next, now)) return;
  throw refuse('label-widened', `${act.header.by} holds ${act.header.subject}, and did not give it.`);
};

export const judgeSuperseded: Judge = async (act, standing) => {
  const state = await requireNamed(act, standing);
  requireOriginator(act, state);
  const newer = inRole(act, 'by');
  const by = await standing.state(ITEMS, newer);
  if (by.given?.side !== act.side || newer === inRole(act, 'of') || by.given.index < (state.given?.index ?? 0)) {
    throw refuse('state-forbids', `${newer} is no later item of the same originator.`);
  }
  if (state.superseded !== null) throw refuse('state-forbids', `${act.header.subject} was superseded before.`);
};

/** A day by which the other side is asked to have done something: after that of the act at its seat. */
function requireAhead(act: FoldedAct, due: string, { agreement }: Standing): void {
  const other = agreement.participants.find(({ id }) => id !== act.side) ?? agreement.participant(act.side);
  const on = civilDate(act.header.at, other.seat.zone);
  if (due > on) return;
  throw refuse('date-out-of-order', `It is asked on ${on}, at the other seat, to be done by ${due}.`);
}

export const judgeRecalled: Judge = async (act, standing) => {
  const state = await requireNamed(act, standing);
  requireOriginator(act, state);
  requireAhead(act, (act.body as BodyOf<typeof ITEM_RECALLED>).due, standing);
  if (state.recalled !== null) throw refuse('state-forbids', `${act.header.subject} was recalled before.`);
};

/** An instant at which something was done: after what asked for it, and not after it is said. */
function requireBetween(from: string, at: string, to: string): void {
  if (from <= at && at <= to) return;
  throw refuse('date-out-of-order', `It was asked at ${from}, done at ${at}, and is said at ${to}.`);
}

export const judgeExecuted: Judge = async (act, standing) => {
  const { outcome, count, at } = act.body as BodyOf<typeof RECALL_EXECUTED>;
  const state = await requireItem(act, standing);
  requireHolder(act, state);
  if (state.recalled === null || state.recalled.act !== inRole(act, 'executes')) {
    throw refuse('state-forbids', `${act.header.subject} is not recalled by ${inRole(act, 'executes')}.`);
  }
  requireBetween(state.recalled.at, at, act.header.at);
  if (state.executed?.outcome === 'deleted') throw refuse('state-forbids', `${act.header.subject} was deleted before.`);
  const held = state.holds[act.side] !== undefined;
  if (outcome === 'kept' && !held) throw refuse('state-forbids', 'It is kept, and no legal hold stands.');
  if (outcome === 'deleted' && held) throw refuse('state-forbids', 'It is deleted while a legal hold stands.');
  if (count === 0) throw refuse('body-malformed', 'Nothing was deleted or kept: the node itself holds one copy.');
};

export const judgeCorrected: Judge = async (act, standing) => {
  const state = await requireNamed(act, standing, true);
  requireOriginator(act, state);
  requireAhead(act, (act.body as BodyOf<typeof ITEM_CORRECTED>).due, standing);
};

export const judgeApplied: Judge = async (act, standing) => {
  const { at } = act.body as BodyOf<typeof CORRECTION_APPLIED>;
  const state = await requireItem(act, standing);
  requireHolder(act, state);
  const correction = state.corrections.find(({ said }) => said.act === inRole(act, 'applies'));
  if (correction === undefined) throw refuse('reference-missing', 'It applies no correction of this item.');
  requireBetween(correction.said.at, at, act.header.at);
  if (correction.applied !== null) throw refuse('state-forbids', 'The correction was applied before.');
};

export const judgeHoldSet: Judge = async (act, standing) => {
  const { holds } = await requireNamed(act, standing);
  await requireKept(act, standing);
  if (holds[act.side] !== undefined) throw refuse('state-forbids', `${act.side} holds ${act.header.subject} already.`);
};

export const judgeHoldLifted: Judge = async (act, standing) => {
  const { holds } = await requireItem(act, standing);
  if (holds[act.side]?.act === inRole(act, 'lifts')) return;
  throw refuse('state-forbids', `${inRole(act, 'lifts')} is no hold of ${act.side} that stands.`);
};
