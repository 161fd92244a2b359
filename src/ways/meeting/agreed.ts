// What both agree to: a proposal, and an acceptance that names it and the hash of exactly what it says.
import { sha256 } from '@noble/hashes/sha2.js';
import { base64url, utf8 } from '../../act/bytes.ts';
import { encode, type Json } from '../../act/canonical.ts';
import { refuse } from '../../act/refusal.ts';
import type { FoldedAct } from '../../act/register.ts';
import type { Standing } from '../../area.ts';

/** An act as registers point to it. */
export type Ref = { readonly act: string; readonly side: string; readonly index: number; readonly at: string };

export function refOf(act: FoldedAct): Ref {
  return { act: act.id, side: act.side, index: act.index, at: act.header.at };
}

/** Where a proposal stands: everything proposed, and the one acceptance that counted. */
export type Agreed = {
  readonly proposed: readonly Ref[];
  readonly agreed: { readonly proposal: string; readonly by: Ref } | null;
};

export const NOTHING: Agreed = { proposed: [], agreed: null };

/** The act that `act` refers to in `role`, or an empty text. */
export function inRole(act: Pick<FoldedAct, 'header'>, role: string): string {
  return act.header.re.find((reference) => reference.role === role)?.act ?? '';
}

/** SHA-256 of the canonical encoding of a body, base64url: what an acceptance names beside the proposal's id. */
export function bodyHash(body: Json): string {
  return base64url(sha256(utf8(encode(body))));
}

export function propose(state: Agreed, act: FoldedAct): Agreed {
  return { ...state, proposed: [...state.proposed, refOf(act)] };
}

/** The first acceptance of a proposal known here counts; any later one changes nothing. */
export function accept(state: Agreed, act: FoldedAct): Agreed {
  const proposal = inRole(act, 'accepts');
  const known = state.proposed.find((one) => one.act === proposal);
  if (state.agreed !== null || known === undefined || known.side === act.side) return state;
  return { ...state, agreed: { proposal, by: refOf(act) } };
}

/** Refuses an acceptance of one's own proposal, of another text than the one named, or after one has counted. */
export async function requireAcceptance(act: FoldedAct, state: Agreed, standing: Standing): Promise<void> {
  const id = inRole(act, 'accepts');
  const proposal = await standing.act(id);
  if (proposal === undefined || proposal.side === act.side) {
    throw refuse('state-forbids', `${act.header.by} accepts a proposal of its own side.`);
  }
  if (state.agreed !== null) throw refuse('state-forbids', `${proposal.header.number} is accepted after another was.`);
  if (!state.proposed.some((one) => one.act === id)) {
    throw refuse('state-forbids', `${proposal.header.number} was not proposed here.`);
  }
  const { text } = act.body as { readonly text: string };
  const said = bodyHash(proposal.body ?? null);
  if (text === said) return;
  throw refuse('reference-missing', `It accepts the text ${text}; ${proposal.header.number} is ${said}.`);
}
