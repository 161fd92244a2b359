// The register of texts: which language was loaded by whom under which hash, and what the other side found.
import type { BodyOf } from '../../../act/kind.ts';
import type { Register } from '../../../act/register.ts';
import { TEXT_COMPARED, TEXT_LOADED } from './kinds.ts';

/** A text as loaded. Its words stand in its act. */
export type Loaded = { readonly act: string; readonly side: string; readonly index: number; readonly sha256: string };

/** What the other side found when it compared the text with its own original. */
export type Compared = {
  readonly act: string;
  readonly side: string;
  readonly index: number;
  readonly verdict: 'equal' | 'differs';
  readonly provisions: readonly string[];
  readonly remark: string;
};

/** One language. A text loaded again replaces the one before and is compared anew. */
export type TextState = { readonly loaded: Loaded | null; readonly compared: Compared | null };

/** Register `texts`, by language. */
export const TEXTS: Register<TextState> = {
  name: 'texts',
  subjects: (act) => {
    const { kind } = act.header;
    const language = (act.body as { readonly language?: string } | undefined)?.language;
    return (kind === TEXT_LOADED.id || kind === TEXT_COMPARED.id) && language !== undefined ? [language] : [];
  },
  initial: () => ({ loaded: null, compared: null }),
  step: (state, act) => {
    const at = { act: act.id, side: act.side, index: act.index };
    if (act.header.kind === TEXT_LOADED.id) {
      // A text that both sides have found equal is not replaced by one of them.
      if (state.compared?.verdict === 'equal') return state;
      const { sha256 } = act.body as BodyOf<typeof TEXT_LOADED>;
      return { loaded: { ...at, sha256 }, compared: null };
    }
    const { sha256, verdict, provisions, remark } = act.body as BodyOf<typeof TEXT_COMPARED>;
    if (state.loaded?.sha256 !== sha256 || state.loaded.side === act.side) return state;
    return { ...state, compared: { ...at, verdict, provisions: [...provisions], remark } };
  },
};
