// What cannot be said of an offered assessment: twice, of another text than was passed on, or twice by one side.
import { encode, type Json } from '../../../act/canonical.ts';
import type { BodyOf } from '../../../act/kind.ts';
import type { FoldedAct } from '../../../act/register.ts';
import { refuse } from '../../../act/refusal.ts';
import { civilDate } from '../../../agreement/calendar.ts';
import type { Judge, Standing } from '../../../area.ts';
import { isOfASide, requirePromise } from '../law.ts';
import {
  type ASSESSMENT_DECLINED,
  type ASSESSMENT_OFFERED,
  type ASSESSMENT_PUBLISHED,
} from './kinds.ts';
import { type OfferState, OFFERS, type Sent } from './register.ts';

/** Handed in by an organisation of neither side, not later than today, and passed on once. */
export const judgeOffered: Judge = async (act, standing) => {
  const { offer, statement, organisation, received } = act.body as BodyOf<typeof ASSESSMENT_OFFERED>;
  requirePromise(act, statement, standing);
  if (isOfASide(standing.agreement, organisation)) {
    throw refuse('state-forbids', `${organisation} speaks for a side: what it says is said by an act of its own.`);
  }
  const today = civilDate(act.header.at, standing.agreement.participant(act.side).seat.zone);
  if (received > today) throw refuse('date-out-of-order', `It was received on ${received}, and today is ${today}.`);
  if ((await standing.state(OFFERS, offer)).offered !== null) {
    throw refuse('state-forbids', `The assessment ${offer} was passed on before.`);
  }
};

async function requireOpen(act: FoldedAct, offer: string, standing: Standing): Promise<OfferState> {
  const state = await standing.state(OFFERS, offer);
  if (state.offered === null) {
    throw refuse('reference-unknown', `Deciding on ${offer}, which nobody has passed on as far as this act has seen.`);
  }
  if (state.decisions.some(({ side }) => side === act.side)) {
    throw refuse('state-forbids', `${act.side.toUpperCase()} has decided on ${offer} before.`);
  }
  return state;
}

/** The words are those that were passed on, letter by letter. */
export const judgePublished: Judge = async (act, standing) => {
  const { offer, reasons, ...sent } = act.body as BodyOf<typeof ASSESSMENT_PUBLISHED>;
  requirePromise(act, sent.statement, standing);
  const state = await requireOpen(act, offer, standing);
  const same = (one: Sent | null): string => encode(one as unknown as Json);
  if (reasons.trim() === '' || same(state.sent) !== same(sent)) {
    throw refuse('state-forbids', `Publishing other words than were passed on as ${offer}.`);
  }
};

export const judgeDeclined: Judge = async (act, standing) => {
  const { offer, statement } = act.body as BodyOf<typeof ASSESSMENT_DECLINED>;
  requirePromise(act, statement, standing);
  const state = await requireOpen(act, offer, standing);
  if (state.statement !== statement) throw refuse('state-forbids', `${offer} is of the statement ${state.statement}.`);
};
