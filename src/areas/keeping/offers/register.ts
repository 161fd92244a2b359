// The register of offered assessments: what was handed in, and what each side has decided with which reasons.
import type { BodyOf } from '../../../act/kind.ts';
import type { Register } from '../../../act/register.ts';
import { ASSESSMENT_DECLINED, ASSESSMENT_OFFERED, ASSESSMENT_PUBLISHED } from './kinds.ts';

/** What an organisation says, as it sent it. */
export type Sent = Omit<BodyOf<typeof ASSESSMENT_PUBLISHED>, 'offer' | 'reasons'>;

export type Decision = {
  readonly act: string;
  readonly side: string;
  readonly index: number;
  readonly at: string;
  readonly publishes: boolean;
  readonly reasons: string;
};

export type OfferState = {
  readonly statement: string;
  /** The act that passed it on; null to whoever may not see it. */
  readonly offered: { readonly act: string; readonly side: string; readonly index: number; readonly at: string } | null;
  readonly received: string | null;
  /** Null to whoever may not see it and as long as no side has published it. */
  readonly sent: Sent | null;
  /** One a side at most, in the order in which they were said. */
  readonly decisions: readonly Decision[];
};

const KINDS: readonly string[] = [ASSESSMENT_OFFERED.id, ASSESSMENT_PUBLISHED.id, ASSESSMENT_DECLINED.id];

function sentOf(body: Sent): Sent {
  const { statement, organisation, words, language, completion, sources } = body;
  return { statement, organisation, words, language, completion, sources };
}

/** Register `offers`, by the id of the offer. Nothing of it is in `judgements` or `noted`, and no rule reads it. */
export const OFFERS: Register<OfferState> = {
  name: 'offers',
  subjects: (act) => {
    const body = act.body as { readonly offer: string } | undefined;
    return KINDS.includes(act.header.kind) && body !== undefined ? [body.offer] : [];
  },
  initial: () => ({ statement: '', offered: null, received: null, sent: null, decisions: [] }),
  step: (state, act) => {
    const { id, side, index, header } = act;
    const body = act.body as (Sent & { readonly received: string; readonly reasons: string }) | undefined;
    if (body === undefined) return state;
    const { statement } = body;
    if (header.kind === ASSESSMENT_OFFERED.id) {
      const offered = { act: id, side, index, at: header.at };
      return { ...state, statement, offered, received: body.received, sent: sentOf(body) };
    }
    const publishes = header.kind === ASSESSMENT_PUBLISHED.id;
    const decision = { act: id, side, index, at: header.at, publishes, reasons: body.reasons };
    const sent = publishes ? sentOf(body) : state.sent;
    return { ...state, statement, sent, decisions: [...state.decisions, decision] };
  },
};
