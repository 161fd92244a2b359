// Who may say what: the register of designated bodies, from which a mandate is read.
import type { BodyOf } from '../act/kind.ts';
import { sideOf } from '../act/act.ts';
import type { Speaker } from '../act/kind.ts';
import { refuse } from '../act/refusal.ts';
import { isDesignation, type Place, placeOf, textField } from '../act/keys.ts';
import type { BODY_DESIGNATED, BODY_DESIGNATED_FOR } from '../act/kinds.ts';
import { BODY_ENDED } from '../act/kinds.ts';
import type { Register } from '../act/register.ts';

/** What is known of a body: what it was designated for, or that its mandate ended. */
export type BodyState = {
  readonly name: { readonly en: string; readonly local: string } | null;
  readonly provisions: readonly string[];
  readonly from: string | null;
  readonly designated: Place | null;
  readonly ended: Place | null;
  /** Names of the kinds it was designated for; absent where it was for every kind, as before there was a choice. */
  readonly kinds?: readonly string[];
};

/** Register `bodies`, by body id. A later designation replaces the provisions of an earlier one. */
export const BODIES: Register<BodyState> = {
  name: 'bodies',
  subjects: (act) =>
    isDesignation(act.header.kind) || act.header.kind === BODY_ENDED.id ? [textField(act.body, 'body')] : [],
  initial: () => ({ name: null, provisions: [], from: null, designated: null, ended: null }),
  step: (state, act) => {
    if (act.header.kind === BODY_ENDED.id) return { ...state, ended: placeOf(act) };
    const body = act.body as BodyOf<typeof BODY_DESIGNATED_FOR> | BodyOf<typeof BODY_DESIGNATED> | undefined;
    if (body === undefined) return state;
    return {
      name: { en: body.name.en, local: body.name.local },
      provisions: [...body.provisions],
      from: body.from,
      designated: placeOf(act),
      ended: null,
      ...('kinds' in body ? { kinds: [...body.kinds] } : {}),
    };
  },
};

/** The body that is the participant itself: it speaks by its root key, of keys alone. */
export function rootBody(side: string): string {
  return `${side}:root`;
}

/** The body that is the node of a side: it speaks of the record alone, and no person approves what it says. */
export function nodeBody(side: string): string {
  return `${side}:node`;
}

/** What a mandate is read from. `treatyOffice` speaks by virtue of its functions and needs no designation. */
export interface Competence {
  readonly by: string;
  readonly treatyOffice: string;
  readonly state: BodyState;
  /** Civil date at the seat of its side when it speaks: a mandate runs from a day. */
  readonly on: string;
  /** Id of the kind it says. */
  readonly kind?: string;
}

/**
 * Refuses unless the body may speak as `speaker` under `provisions`: the participant by its root, the treaty office by
 * virtue of its functions (Vienna Convention on the Law of Treaties, article 7(2)(a)), any other body by designation
 * under the clause on authorised bodies.
 */
export function requireMandate(speaker: Speaker, who: Competence, provisions: readonly string[]): void {
  const { by, treatyOffice, state } = who;
  if (speaker === 'participant') {
    if (by !== rootBody(sideOf(by)))
      throw refuse('mandate-missing', `Only the participant itself says this, not ${by}.`);
    return;
  }
  if (speaker === 'node') {
    if (by !== nodeBody(sideOf(by))) throw refuse('mandate-missing', `Only a node itself says this, not ${by}.`);
    return;
  }
  if (by === treatyOffice) return;
  if (speaker === 'treaty-office') {
    throw refuse('mandate-missing', `Only the treaty office ${treatyOffice} says this, not ${by}.`);
  }
  if (state.designated === null) throw refuse('body-unknown', `The body ${by} speaks.`);
  if (state.from !== null && who.on < state.from) {
    throw refuse('mandate-missing', `The body ${by} speaks on ${who.on}, before its mandate begins on ${state.from}.`);
  }
  const beyond = provisions.filter((provision) => !state.provisions.includes(provision));
  const name = who.kind?.split('/')[0];
  if (state.ended === null && name !== undefined && state.kinds?.includes(name) === false) {
    throw refuse('mandate-missing', `The body ${by} says ${name}, for which it was not designated.`);
  }
  if (state.ended !== null || beyond.length > 0) {
    const under = beyond.length > 0 ? `under ${beyond.join(', ')}` : 'after its mandate ended';
    throw refuse('mandate-missing', `The body ${by} speaks ${under}.`);
  }
}
