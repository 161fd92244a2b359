// The registers of judging: what each side says of a statement, and apart from it what organisations are reported to.
import type { BodyOf } from '../../act/kind.ts';
import type { FoldedAct, Register } from '../../act/register.ts';
import type { Completion } from '../../kit/marks.tsx';
import { ASSESSMENT_MADE, ASSESSMENT_NOTED, EVIDENCE, REVIEW_SET } from './kinds.ts';

export type Assessment = {
  readonly act: string;
  readonly side: string;
  readonly index: number;
  readonly by: string;
  readonly at: string;
  readonly asOf: string;
  readonly output: string;
  readonly completion: Completion;
  readonly outcome: string;
  readonly reasons: string;
  /** Ids of the acts it rests on. */
  readonly acts: readonly string[];
  readonly reports: readonly { readonly date: string; readonly source: string }[];
};

export type Wish = { readonly act: string; readonly side: string; readonly months: number; readonly at: string };

export type KeptState = {
  /** Oldest first; the last of a side is its word now. */
  readonly made: readonly Assessment[];
  /** What each side said last, in no order. */
  readonly wishes: readonly Wish[];
};

function assessmentOf(act: FoldedAct): Assessment | undefined {
  const body = act.body as BodyOf<typeof ASSESSMENT_MADE> | undefined;
  if (body === undefined) return undefined;
  const { asOf, output, completion, outcome, reasons, reports } = body;
  const acts = act.header.re.filter(({ role }) => role === EVIDENCE).map((reference) => reference.act);
  const { id, side, index, header } = act;
  const { by, at } = header;
  return { act: id, side, index, by, at, asOf, output, completion, outcome, reasons, acts, reports };
}

/** Register `judgements`, by statement. An act whose body is gone says nothing and changes nothing. */
export const JUDGEMENTS: Register<KeptState> = {
  name: 'judgements',
  subjects: (act) => {
    const kinds: readonly string[] = [ASSESSMENT_MADE.id, REVIEW_SET.id];
    const body = act.body as { readonly statement: string } | undefined;
    return kinds.includes(act.header.kind) && body !== undefined ? [body.statement] : [];
  },
  initial: () => ({ made: [], wishes: [] }),
  step: (state, act) => {
    if (act.header.kind === ASSESSMENT_MADE.id) {
      const made = assessmentOf(act);
      return made === undefined ? state : { ...state, made: [...state.made, made] };
    }
    const body = act.body as BodyOf<typeof REVIEW_SET> | undefined;
    if (body === undefined) return state;
    const wish = { act: act.id, side: act.side, months: body.months, at: act.header.at };
    return { ...state, wishes: [...state.wishes.filter(({ side }) => side !== act.side), wish] };
  },
};

/** What a side says now: its last assessment, or undefined where it has made none. */
export function voiceOf(state: KeptState, side: string): Assessment | undefined {
  return state.made.findLast((one) => one.side === side);
}

/** What a side entered of the assessment of an organisation. */
export type Noted = BodyOf<typeof ASSESSMENT_NOTED> & {
  readonly act: string;
  readonly side: string;
  readonly index: number;
};

export type NotedState = { readonly noted: readonly Noted[] };

/** Register `noted`, by statement, in the order entered. Nothing of it is in `judgements`, and no rule reads it. */
export const NOTED: Register<NotedState> = {
  name: 'noted',
  subjects: (act) => {
    const body = act.body as BodyOf<typeof ASSESSMENT_NOTED> | undefined;
    return act.header.kind === ASSESSMENT_NOTED.id && body !== undefined ? [body.statement] : [];
  },
  initial: () => ({ noted: [] }),
  step: ({ noted }, act) => {
    const body = act.body as BodyOf<typeof ASSESSMENT_NOTED> | undefined;
    if (body === undefined) return { noted };
    return { noted: [...noted, { ...body, act: act.id, side: act.side, index: act.index }] };
  },
};
