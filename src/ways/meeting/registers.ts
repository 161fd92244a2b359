// The registers of the way of meetings: series, meetings, decisions, actions.
import type { BodyOf } from '../../act/kind.ts';
import type { FoldedAct, Register } from '../../act/register.ts';
import { accept, type Agreed, inRole, NOTHING, propose, type Ref, refOf } from './agreed.ts';
import {
  ACTION_ASSIGNED,
  ACTION_DONE,
  AGENDA_AGREED,
  AGENDA_PROPOSED,
  DECISION_TAKEN,
  MEETING_CALLED,
  MEETING_HELD,
  RECORD_AGREED,
  RECORD_PROPOSED,
  SERIES_AGREED,
  SERIES_PROPOSED,
} from './kinds.ts';

/** The subject of the series that an act proposed, of the meeting that an act called. */
export const seriesSubject = (proposal: string): string => `series/${proposal}`;
export const meetingSubject = (call: string): string => `meeting/${call}`;

export type SeriesState = {
  readonly name: string;
  readonly level: string;
  readonly hosting: string;
  readonly intervalMonths: number | null;
  readonly recordDays: number | null;
  readonly provisions: readonly string[];
  readonly agreement: Agreed;
  /** Meetings called in it, in the order of the record. */
  readonly calls: readonly Ref[];
};

/** Register `series`, by proposal. */
export const SERIES: Register<SeriesState> = {
  name: 'series',
  subjects: ({ id, header }) => {
    if (header.kind === SERIES_PROPOSED.id) return [seriesSubject(id)];
    return header.kind === SERIES_AGREED.id || header.kind === MEETING_CALLED.id ? [header.subject] : [];
  },
  initial: () => ({
    name: '',
    level: '',
    hosting: '',
    intervalMonths: null,
    recordDays: null,
    provisions: [],
    agreement: NOTHING,
    calls: [],
  }),
  step: (state, act) => {
    if (act.header.kind === SERIES_AGREED.id) return { ...state, agreement: accept(state.agreement, act) };
    if (act.header.kind === MEETING_CALLED.id) return { ...state, calls: [...state.calls, refOf(act)] };
    const body = act.body as BodyOf<typeof SERIES_PROPOSED> | undefined;
    if (body === undefined) return state;
    return { ...state, ...body, provisions: [...act.header.provisions], agreement: propose(state.agreement, act) };
  },
};

export type Held = Ref & { readonly start: string; readonly end: string };

export type MeetingState = {
  /** The series act it was called in; null until the call itself is folded. */
  readonly called: (Ref & { readonly series: string; readonly start: string; readonly end: string }) | null;
  readonly place: string;
  readonly medium: string;
  readonly provisions: readonly string[];
  /** The call that put another in its place. */
  readonly moved: Ref | null;
  readonly agenda: Agreed;
  /** What each side said of its holding; a side says it once. */
  readonly held: Readonly<Record<string, Held>>;
  readonly record: Agreed;
  readonly decisions: readonly Ref[];
};

const OF_MEETING: readonly string[] = [
  AGENDA_PROPOSED.id,
  AGENDA_AGREED.id,
  MEETING_HELD.id,
  RECORD_PROPOSED.id,
  RECORD_AGREED.id,
  DECISION_TAKEN.id,
];

/** The role in which a call names the call it puts another in the place of. */
export const MOVES = 'moves';

function called(state: MeetingState, act: FoldedAct): MeetingState {
  const body = act.body as BodyOf<typeof MEETING_CALLED> | undefined;
  if (body === undefined) return state;
  const { start, end, place, medium } = body;
  const ref = { ...refOf(act), series: act.header.subject, start, end };
  return { ...state, called: ref, place, medium, provisions: [...act.header.provisions] };
}

function held(state: MeetingState, act: FoldedAct): MeetingState {
  const body = act.body as BodyOf<typeof MEETING_HELD> | undefined;
  if (body === undefined || state.held[act.side] !== undefined) return state;
  return { ...state, held: { ...state.held, [act.side]: { ...refOf(act), start: body.start, end: body.end } } };
}

/** Register `meetings`, by call. */
export const MEETINGS: Register<MeetingState> = {
  name: 'meetings',
  subjects: (act) => {
    const { kind, subject } = act.header;
    if (kind !== MEETING_CALLED.id) return OF_MEETING.includes(kind) ? [subject] : [];
    const before = inRole(act, MOVES);
    return [meetingSubject(act.id), ...(before === '' ? [] : [meetingSubject(before)])];
  },
  initial: () => ({
    called: null,
    place: '',
    medium: '',
    provisions: [],
    moved: null,
    agenda: NOTHING,
    held: {},
    record: NOTHING,
    decisions: [],
  }),
  step: (state, act) => {
    switch (act.header.kind) {
      case MEETING_CALLED.id:
        // The call that moves a meeting is folded into both; the moved one has been called already.
        return state.called === null ? called(state, act) : { ...state, moved: state.moved ?? refOf(act) };
      case AGENDA_PROPOSED.id:
        return { ...state, agenda: propose(state.agenda, act) };
      case AGENDA_AGREED.id:
        return { ...state, agenda: accept(state.agenda, act) };
      case MEETING_HELD.id:
        return held(state, act);
      case RECORD_PROPOSED.id:
        return { ...state, record: propose(state.record, act) };
      case RECORD_AGREED.id:
        return { ...state, record: accept(state.record, act) };
      case DECISION_TAKEN.id:
        return { ...state, decisions: [...state.decisions, refOf(act)] };
      default:
        return state;
    }
  },
};

export type ActionState = {
  readonly assigned: (Ref & { readonly from: string; readonly provisions: readonly string[] }) | null;
  readonly what: string;
  readonly owner: string;
  readonly due: string | null;
  readonly done: (Ref & { readonly outcome: string }) | null;
};

/** Register `actions`, by the act that gave them. */
export const ACTIONS: Register<ActionState> = {
  name: 'actions',
  subjects: (act) => {
    if (act.header.kind === ACTION_ASSIGNED.id) return [act.id];
    return act.header.kind === ACTION_DONE.id ? [inRole(act, 'completes')] : [];
  },
  initial: () => ({ assigned: null, what: '', owner: '', due: null, done: null }),
  step: (state, act) => {
    if (act.body === undefined) return state;
    if (act.header.kind === ACTION_DONE.id) {
      const { outcome } = act.body as BodyOf<typeof ACTION_DONE>;
      return { ...state, done: state.done ?? { ...refOf(act), outcome } };
    }
    const { what, owner, due } = act.body as BodyOf<typeof ACTION_ASSIGNED>;
    const from = { ...refOf(act), from: inRole(act, 'from'), provisions: [...act.header.provisions] };
    return { ...state, assigned: from, what, owner, due };
  },
};
