// The registers of paper: which notes were sent sealed, and which came sealed before they came through the record.
import type { BodyOf } from '../../../act/kind.ts';
import type { FoldedAct, Register } from '../../../act/register.ts';
import { NOTE_DISPATCHED, NOTE_ENTERED } from './kinds.ts';

export type PaperState = {
  readonly entered: {
    readonly act: string;
    readonly side: string;
    readonly instant: string;
    readonly date: string;
    readonly channel: string;
  } | null;
};

/** Register `papers`, by the number on the paper. The first entry of a number stands. */
export const PAPERS: Register<PaperState> = {
  name: 'papers',
  subjects: (act) => {
    if (act.header.kind !== NOTE_ENTERED.id) return [];
    const body = act.body as BodyOf<typeof NOTE_ENTERED> | undefined;
    return body === undefined ? [] : [body.number];
  },
  initial: () => ({ entered: null }),
  step: (state, act) => {
    const body = act.body as BodyOf<typeof NOTE_ENTERED> | undefined;
    if (state.entered !== null || body === undefined) return state;
    const { instant, date, channel } = body.received;
    return { entered: { act: act.id, side: act.side, instant, date, channel } };
  },
};

export type DispatchState = {
  readonly sent: { readonly act: string; readonly dispatched: string; readonly channel: string } | null;
};

/** The act of which a paper was sent. */
export function dispatchedNote(act: FoldedAct): string | undefined {
  return act.header.re.find((reference) => reference.role === 'dispatches')?.act;
}

/** Register `dispatches`, by the act whose sealed paper was sent. A paper is sent once. */
export const DISPATCHES: Register<DispatchState> = {
  name: 'dispatches',
  subjects: (act) => {
    const of = act.header.kind === NOTE_DISPATCHED.id ? dispatchedNote(act) : undefined;
    return of === undefined ? [] : [of];
  },
  initial: () => ({ sent: null }),
  step: (state, act) => {
    const body = act.body as BodyOf<typeof NOTE_DISPATCHED> | undefined;
    if (state.sent !== null || body === undefined) return state;
    return { sent: { act: act.id, dispatched: body.dispatched, channel: body.channel } };
  },
};
