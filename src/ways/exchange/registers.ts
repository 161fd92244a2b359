// The registers of the way of exchange: items with their life, requests; of acts they take header and closed fields.
import type { Label } from '../../act/act.ts';
import type { Json } from '../../act/canonical.ts';
import type { BodyOf } from '../../act/kind.ts';
import type { FoldedAct, Register } from '../../act/register.ts';
import {
  CORRECTION_APPLIED,
  FEEDBACK_GIVEN,
  HOLD_LIFTED,
  HOLD_SET,
  ITEM_ANSWERED,
  ITEM_ASKED,
  ITEM_CORRECTED,
  ITEM_DECLINED,
  ITEM_GIVEN,
  ITEM_RECALLED,
  ITEM_RELABELLED,
  ITEM_SUPERSEDED,
  RECALL_EXECUTED,
  RELEASE_DECLINED,
  RELEASE_GRANTED,
  RELEASE_REQUESTED,
} from './kinds.ts';

/** An act as registers point to it. */
export type Ref = { readonly act: string; readonly side: string; readonly index: number; readonly at: string };

export function refOf({ id, side, index, header }: FoldedAct): Ref {
  return { act: id, side, index, at: header.at };
}

/** The act that `act` refers to in `role`, or an empty text. */
export function inRole(act: Pick<FoldedAct, 'header'>, role: string): string {
  return act.header.re.find((reference) => reference.role === role)?.act ?? '';
}

/** The subject of what is said of an item, of a request; and the id of the act that is the item or the request. */
export const itemSubject = (item: string): string => `item/${item}`;
export const requestSubject = (request: string): string => `request/${request}`;
export const spokenOf = (subject: string): string => subject.slice(subject.indexOf('/') + 1);

/** What the header of an act says of itself, for whoever must not open it. */
export type Given = Ref & {
  readonly by: string;
  readonly to: readonly string[];
  readonly provisions: readonly string[];
  readonly exercise: boolean;
};

function givenOf(act: FoldedAct): Given {
  const { by, to, provisions, exercise } = act.header;
  return { ...refOf(act), by, to: [...to], provisions: [...provisions], exercise: exercise === true };
}

export type Release = {
  readonly asked: Ref;
  /** The body to which it is to go; null where that is none of either side. */
  readonly body: string | null;
  readonly purpose: string;
  readonly answered: (Ref & { readonly granted: boolean; readonly until: string | null }) | null;
};

export type Correction = { readonly said: Ref; readonly due: string; readonly applied: Ref | null };

export type Executed = Ref & { readonly outcome: string; readonly count: number; readonly done: string };

export type ItemState = {
  readonly given: Given | null;
  readonly says: string | null;
  /** The label it was given under, and the one it bears now. Labels are JSON. */
  readonly first: Json;
  readonly label: Json;
  readonly relabelled: readonly Ref[];
  /** The request it answers. */
  readonly answers: string | null;
  readonly feedback: readonly Ref[];
  readonly releases: readonly Release[];
  readonly corrections: readonly Correction[];
  readonly superseded: (Ref & { readonly by: string }) | null;
  readonly recalled: (Ref & { readonly reason: string; readonly due: string }) | null;
  /** What was said of its deletion: the last word counts. */
  readonly executed: Executed | null;
  /** Legal holds that stand, by side. */
  readonly holds: Readonly<Record<string, Ref & { readonly basis: string }>>;
};

/** The label that an item bears now. */
export function labelOf({ label }: Pick<ItemState, 'label'>): Label {
  return label as unknown as Label;
}

const LIFE: readonly string[] = [
  FEEDBACK_GIVEN.id,
  RELEASE_REQUESTED.id,
  RELEASE_GRANTED.id,
  RELEASE_DECLINED.id,
  ITEM_RELABELLED.id,
  ITEM_SUPERSEDED.id,
  ITEM_RECALLED.id,
  RECALL_EXECUTED.id,
  ITEM_CORRECTED.id,
  CORRECTION_APPLIED.id,
  HOLD_SET.id,
  HOLD_LIFTED.id,
];

function given(state: ItemState, act: FoldedAct): ItemState {
  const body = act.body as BodyOf<typeof ITEM_GIVEN> | undefined;
  const label = act.header.label as unknown as Json;
  const answers = inRole(act, 'answers');
  return {
    ...state,
    given: givenOf(act),
    says: body?.says ?? null,
    first: label,
    label,
    answers: answers === '' ? null : answers,
  };
}

function releaseAnswered(state: ItemState, act: FoldedAct): ItemState {
  const granted = act.header.kind === RELEASE_GRANTED.id;
  const request = inRole(act, granted ? 'grants' : 'declines');
  const until = granted ? ((act.body as BodyOf<typeof RELEASE_GRANTED> | undefined)?.until ?? null) : null;
  const answered = { ...refOf(act), granted, until };
  const releases = state.releases.map((one) =>
    one.asked.act === request && one.answered === null ? { ...one, answered } : one,
  );
  return { ...state, releases };
}

function corrected(state: ItemState, act: FoldedAct): ItemState {
  const of = inRole(act, 'applies');
  const corrections = state.corrections.map((one) =>
    one.said.act === of && one.applied === null ? { ...one, applied: refOf(act) } : one,
  );
  return { ...state, corrections };
}

function lifted(state: ItemState, act: FoldedAct): ItemState {
  const { [act.side]: own, ...holds } = state.holds;
  return own?.act === inRole(act, 'lifts') ? { ...state, holds } : state;
}

/** What follows from the closed fields of a body; a body that is not there changes nothing. */
function byBody(state: ItemState, act: FoldedAct): ItemState {
  const ref = refOf(act);
  if (act.body === undefined) return state;
  switch (act.header.kind) {
    case RELEASE_REQUESTED.id: {
      const { body, purpose } = act.body as BodyOf<typeof RELEASE_REQUESTED>;
      return { ...state, releases: [...state.releases, { asked: ref, body, purpose, answered: null }] };
    }
    case ITEM_RELABELLED.id: {
      const { label } = act.body as BodyOf<typeof ITEM_RELABELLED>;
      return { ...state, label: label as unknown as Json, relabelled: [...state.relabelled, ref] };
    }
    case ITEM_RECALLED.id: {
      const { reason, due } = act.body as BodyOf<typeof ITEM_RECALLED>;
      return { ...state, recalled: state.recalled ?? { ...ref, reason, due } };
    }
    case RECALL_EXECUTED.id: {
      const { outcome, count, at } = act.body as BodyOf<typeof RECALL_EXECUTED>;
      if (state.executed?.outcome === 'deleted') return state;
      return { ...state, executed: { ...ref, outcome, count, done: at } };
    }
    case ITEM_CORRECTED.id: {
      const { due } = act.body as BodyOf<typeof ITEM_CORRECTED>;
      return { ...state, corrections: [...state.corrections, { said: ref, due, applied: null }] };
    }
    case HOLD_SET.id: {
      const { basis } = act.body as BodyOf<typeof HOLD_SET>;
      return { ...state, holds: { [act.side]: { ...ref, basis }, ...state.holds } };
    }
    default:
      return state;
  }
}

/** Register `items`, by the act that gave the item. */
export const ITEMS: Register<ItemState> = {
  name: 'items',
  subjects: ({ id, header: { kind, subject } }) => {
    if (kind === ITEM_GIVEN.id || kind === ITEM_ANSWERED.id) return [id];
    return LIFE.includes(kind) ? [spokenOf(subject)] : [];
  },
  initial: () => ({
    given: null,
    says: null,
    first: null,
    label: null,
    relabelled: [],
    answers: null,
    feedback: [],
    releases: [],
    corrections: [],
    superseded: null,
    recalled: null,
    executed: null,
    holds: {},
  }),
  bears: (state) => {
    if (state.given === null || state.relabelled.length === 0) return undefined;
    return { label: labelOf(state), by: state.given.by, to: state.given.to };
  },
  step: (state, act) => {
    switch (act.header.kind) {
      case ITEM_GIVEN.id:
      case ITEM_ANSWERED.id:
        return given(state, act);
      case FEEDBACK_GIVEN.id:
        return { ...state, feedback: [...state.feedback, refOf(act)] };
      case RELEASE_GRANTED.id:
      case RELEASE_DECLINED.id:
        return releaseAnswered(state, act);
      case CORRECTION_APPLIED.id:
        return corrected(state, act);
      case ITEM_SUPERSEDED.id:
        return { ...state, superseded: state.superseded ?? { ...refOf(act), by: inRole(act, 'by') } };
      case HOLD_LIFTED.id:
        return lifted(state, act);
      default:
        return byBody(state, act);
    }
  },
};

export type RequestState = {
  readonly asked: Given | null;
  readonly clock: string;
  readonly label: Json;
  readonly answers: readonly Ref[];
  readonly declined: (Ref & { readonly reason: string }) | null;
};

/** Register `requests`, by the act that asked. */
export const REQUESTS: Register<RequestState> = {
  name: 'requests',
  subjects: ({ id, header: { kind, subject } }) => {
    if (kind === ITEM_ASKED.id) return [id];
    return kind === ITEM_ANSWERED.id || kind === ITEM_DECLINED.id ? [spokenOf(subject)] : [];
  },
  initial: () => ({ asked: null, clock: 'none', label: null, answers: [], declined: null }),
  step: (state, act) => {
    switch (act.header.kind) {
      case ITEM_ASKED.id: {
        const { clock = 'none' } = (act.body ?? {}) as Partial<BodyOf<typeof ITEM_ASKED>>;
        return { ...state, asked: givenOf(act), clock, label: act.header.label as unknown as Json };
      }
      case ITEM_ANSWERED.id:
        return { ...state, answers: [...state.answers, refOf(act)] };
      case ITEM_DECLINED.id: {
        const { reason } = (act.body ?? { reason: '' }) as { readonly reason: string };
        return { ...state, declined: state.declined ?? { ...refOf(act), reason } };
      }
      default:
        return state;
    }
  },
};
