// The register of erasures: whose node has erased the parts of which act, and by which act it said so.
import { ERASES, PARTS_ERASED } from './kinds.ts';
import type { FoldedAct, Register } from './register.ts';

/** The act by which a side's node said it, as pages point to it; `at` is when the parts were erased. */
export type Erasure = {
  readonly act: string;
  readonly index: number;
  readonly at: string;
  readonly because: string;
};

/** By side. */
export type ErasureState = { readonly by: Readonly<Record<string, Erasure>> };

/** The act whose parts `act` says were erased, or an empty text. */
export function erasedBy({ header }: Pick<FoldedAct, 'header'>): string {
  if (header.kind !== PARTS_ERASED.id) return '';
  return header.re.find(({ role }) => role === ERASES)?.act ?? '';
}

/** Register `erasures`, by the act whose parts were erased. A side says it once. */
export const ERASURES: Register<ErasureState> = {
  name: 'erasures',
  subjects: (act) => (act.header.kind === PARTS_ERASED.id ? [erasedBy(act)] : []),
  initial: () => ({ by: {} }),
  step: (state, act) => {
    const said = act.body as { readonly at: string; readonly because: string } | undefined;
    if (said === undefined || state.by[act.side] !== undefined) return state;
    const erasure = { act: act.id, index: act.index, at: said.at, because: said.because };
    return { by: { ...state.by, [act.side]: erasure } };
  },
};
