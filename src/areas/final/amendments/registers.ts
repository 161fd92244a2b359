// The register of amendments: what is proposed, countered, agreed, withdrawn, and from which day it is in force.
import type { BodyOf } from '../../../act/kind.ts';
import type { FoldedAct, Register } from '../../../act/register.ts';
import type { Touch } from '../../../agreement/amendment.ts';
import { AGREEMENT } from '../registers.ts';
import {
  AMENDMENT_AGREED,
  AMENDMENT_COUNTERED,
  AMENDMENT_EFFECTED,
  AMENDMENT_PROPOSED,
  AMENDMENT_WITHDRAWN,
  type Proposal,
} from './kinds.ts';

/** A text that was put forward. Its words stand in its act. */
export type Head = {
  readonly act: string;
  readonly side: string;
  readonly index: number;
  readonly title: string;
  readonly order: number;
  readonly touches: readonly Touch[];
  /** Languages in which every instruction that needs words has them. */
  readonly languages: readonly string[];
};

/** An act that settled something. `seen` is how much of the other log its side had seen. */
export type Step = { readonly act: string; readonly side: string; readonly index: number; readonly head: string };

/** What a side stated of a day of effect. */
export type Effect = { readonly act: string; readonly instructions: readonly number[]; readonly date: string };

/** One amendment from its first text on. `heads` alternate between the sides; the last is what can be accepted. */
export type Amendment = {
  readonly id: string;
  readonly heads: readonly Head[];
  readonly withdrawn: Step | null;
  readonly agreed: Step | null;
  readonly effects: { readonly [side: string]: readonly Effect[] };
};

/** All amendments in the order in which they were first proposed, and the ids of those agreed, in that order. */
export type Amendments = { readonly all: readonly Amendment[]; readonly agreed: readonly string[] };

const KINDS: readonly string[] = [
  AMENDMENT_PROPOSED.id,
  AMENDMENT_COUNTERED.id,
  AMENDMENT_AGREED.id,
  AMENDMENT_WITHDRAWN.id,
  AMENDMENT_EFFECTED.id,
];

/** The text that can be accepted now: the last put forward. */
export function headOf(amendment: Amendment): Head {
  const head = amendment.heads.at(-1);
  if (head === undefined) throw new Error(`amendments: ${amendment.id} has no text`);
  return head;
}

/** The text that was agreed, if one was. */
export function agreedHead({ heads, agreed }: Amendment): Head | undefined {
  return agreed === null ? undefined : heads.find(({ act }) => act === agreed.head);
}

/** How an amendment stands. */
export function stageOf({ agreed, withdrawn }: Amendment): 'open' | 'agreed' | 'withdrawn' {
  if (agreed !== null) return 'agreed';
  return withdrawn === null ? 'open' : 'withdrawn';
}

/** The last day that a side stated for an instruction. */
export function statedBy({ effects }: Amendment, side: string, n: number): Effect | undefined {
  return effects[side]?.findLast(({ instructions }) => instructions.includes(n));
}

/** The day on which an agreed instruction takes effect: agreed in the text, or stated alike by every side. */
export function dayOf(amendment: Amendment, n: number, sides: readonly string[]): string | null {
  const touch = agreedHead(amendment)?.touches[n - 1];
  if (touch === undefined || touch.from !== null) return touch?.from ?? null;
  const [first, ...others] = sides.map((side) => statedBy(amendment, side, n)?.date);
  return first !== undefined && others.every((date) => date === first) ? first : null;
}

function newHead(act: FoldedAct): Head | undefined {
  const body = act.body as Proposal | undefined;
  if (body === undefined) return undefined;
  const worded = body.instructions.filter(({ op }) => op !== 'repeal');
  const languages = [...new Set(worded.flatMap(({ text }) => Object.keys(text ?? {})))].filter((language) =>
    worded.every(({ text }) => text?.[language] !== undefined),
  );
  return {
    act: act.id,
    side: act.side,
    index: act.index,
    title: body.title,
    order: body.order,
    touches: body.instructions.map(({ op, id, after, from }) => ({ op, id, after, from })),
    languages: languages.sort(),
  };
}

/** The act that `act` refers to in a role. */
export function referred(act: FoldedAct, role: string): string | undefined {
  return act.header.re.find((reference) => reference.role === role)?.act;
}

/** Whether whoever said `act` could know of a step of the other side. */
const knew = (act: FoldedAct, step: Step): boolean => step.side === act.side || step.index < act.seen;

function countered(amendment: Amendment, act: FoldedAct): Amendment {
  const head = newHead(act);
  const answered = referred(act, 'answers') === headOf(amendment).act && headOf(amendment).side !== act.side;
  if (head === undefined || !answered || amendment.agreed !== null) return amendment;
  // A counter-proposal that crosses a withdrawal stands: it is an offer of its own.
  if (amendment.withdrawn !== null && knew(act, amendment.withdrawn)) return amendment;
  return { ...amendment, heads: [...amendment.heads, head], withdrawn: null };
}

/** The first acceptance wins, also over a withdrawal that crossed it: whoever accepted could not know of it. */
function agreed(amendment: Amendment, act: FoldedAct): Amendment {
  const { head } = act.body as BodyOf<typeof AMENDMENT_AGREED>;
  const found = amendment.heads.find((one) => one.act === head);
  const stands = found !== undefined && found.side !== act.side && headOf(amendment).act === head;
  if (!stands || amendment.agreed !== null) return amendment;
  if (amendment.withdrawn !== null && knew(act, amendment.withdrawn)) return amendment;
  return { ...amendment, withdrawn: null, agreed: { act: act.id, side: act.side, index: act.index, head } };
}

function withdrawn(amendment: Amendment, act: FoldedAct): Amendment {
  const { head } = act.body as BodyOf<typeof AMENDMENT_WITHDRAWN>;
  const own = headOf(amendment).act === head && headOf(amendment).side === act.side;
  if (!own || stageOf(amendment) !== 'open') return amendment;
  return { ...amendment, withdrawn: { act: act.id, side: act.side, index: act.index, head } };
}

function effected(amendment: Amendment, act: FoldedAct): Amendment {
  const { instructions, date } = act.body as BodyOf<typeof AMENDMENT_EFFECTED>;
  if (amendment.agreed === null) return amendment;
  const stated = [...(amendment.effects[act.side] ?? []), { act: act.id, instructions: [...instructions], date }];
  return { ...amendment, effects: { ...amendment.effects, [act.side]: stated } };
}

function moved(amendment: Amendment, act: FoldedAct): Amendment {
  switch (act.header.kind) {
    case AMENDMENT_COUNTERED.id:
      return countered(amendment, act);
    case AMENDMENT_AGREED.id:
      return agreed(amendment, act);
    case AMENDMENT_WITHDRAWN.id:
      return withdrawn(amendment, act);
    default:
      return effected(amendment, act);
  }
}

/** The amendment that an act moves: by the text it answers, or by the name it gives. */
function movedBy({ all }: Amendments, act: FoldedAct): Amendment | undefined {
  if (act.header.kind === AMENDMENT_COUNTERED.id) {
    return all.find(({ heads }) => heads.some((head) => head.act === referred(act, 'answers')));
  }
  const body = act.body as { readonly amendment?: string } | undefined;
  return all.find(({ id }) => id === body?.amendment);
}

/** Register `amendments`, of one subject: amendments of one text depend on each other. */
export const AMENDMENTS: Register<Amendments> = {
  name: 'amendments',
  subjects: (act) => (KINDS.includes(act.header.kind) ? [AGREEMENT] : []),
  initial: () => ({ all: [], agreed: [] }),
  step: (state, act) => {
    if (act.header.kind === AMENDMENT_PROPOSED.id) {
      const head = newHead(act);
      if (head === undefined) return state;
      const proposed = { id: act.id, heads: [head], withdrawn: null, agreed: null, effects: {} };
      return { ...state, all: [...state.all, proposed] };
    }
    const before = movedBy(state, act);
    if (before === undefined) return state;
    const after = moved(before, act);
    const newly = before.agreed === null && after.agreed !== null;
    return {
      all: state.all.map((one) => (one === before ? after : one)),
      agreed: newly ? [...state.agreed, after.id] : state.agreed,
    };
  },
};
