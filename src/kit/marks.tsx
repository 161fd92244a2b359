// The marks beside words: who says it, how strongly, in which state, how far it is carried.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Speak } from './words.ts';

/** The mark of one side: its letters with the bar of its half of the deed. `side` is the agreement's id of it. */
export function Side({ side }: { readonly side: string }): JSX.Element {
  return <b class={`side ${side}`}>{side.toUpperCase()}</b>;
}

/** One side, or both closing the bracket. Order is the order given: that of the agreement's title. */
export function Sides({ sides }: { readonly sides: readonly string[] }): JSX.Element {
  const marks = sides.map((side) => <Side side={side} />);
  return sides.length === 1 ? <>{marks}</> : <span class="both">{marks}</span>;
}

/** The mark of something invented for a demonstration. The word is one in all languages, so that it is known. */
export function Exercise(): JSX.Element {
  return (
    <span class="exercise" lang="en">
      EXERCISE
    </span>
  );
}

/** How strongly a verb phrase promises: strongest first, as the marks of commitments name them. */
export const MODALITIES = [
  'shall',
  'will',
  'will-soft',
  'may',
  'would-conditional',
  'policy',
  'statement',
  'historic',
] as const;
export type Modality = (typeof MODALITIES)[number];

/** The shape of a modality; always beside its word. */
export function ModalityMark({ modality }: { readonly modality: Modality }): JSX.Element {
  return <i class={`mark ${modality}`} aria-hidden="true"></i>;
}

export function ModalityWord({ modality, speak }: { modality: Modality; speak: Speak }): JSX.Element {
  return (
    <>
      <ModalityMark modality={modality} />
      {speak.say(`modality.${modality}`)}
    </>
  );
}

export type StateShape = 'done' | 'moving' | 'waiting' | 'none' | 'alarm' | 'contested' | 'agree';

/** A state: its shape before its words. Colour comes last. */
export function State({ is, children }: { is: StateShape; children?: Child }): JSX.Element {
  return <span class={`state ${is}`}>{children}</span>;
}

/** The rungs of the ladder an act climbs, lowest first. */
export const RUNGS = ['draft', 'approved', 'recorded', 'witnessed', 'received', 'acknowledged'] as const;
export type RungName = (typeof RUNGS)[number];

/** The highest rung reached, or undefined where none is. */
export function highestRung(rungs: readonly { readonly name: RungName }[]): RungName | undefined {
  return RUNGS.findLast((name) => rungs.some((rung) => rung.name === name));
}

/** How far an act has come, for a list: four rungs, filled from below, and the word of the highest. */
export function Stands({ rung, contested, speak }: {
  readonly rung: RungName | undefined;
  readonly contested: boolean;
  readonly speak: Speak;
}): JSX.Element {
  if (contested) return <State is="contested">{speak.say('rung.contested')}</State>;
  if (rung === undefined) return <State is="none">{speak.say('rung.none')}</State>;
  const shown = RUNGS.slice(2).toReversed();
  const reached = RUNGS.indexOf(rung);
  return (
    <span class="stands">
      <span class="rungs" aria-hidden="true">
        {shown.map((name) => (RUNGS.indexOf(name) <= reached ? <i class="on"></i> : <i></i>))}
      </span>
      {speak.say(`rung.${rung}`)}
    </span>
  );
}

/** The five points of completion. Never a number, never an average. */
export const COMPLETIONS = ['no-evidence', 'not-started', 'limited', 'substantial', 'complete'] as const;
export type Completion = (typeof COMPLETIONS)[number];

/** Three cells and the word: dotted cells where there is no evidence. */
export function Points({ completion, speak }: { completion: Completion; speak: Speak }): JSX.Element {
  const filled = Math.max(0, COMPLETIONS.indexOf(completion) - 1);
  return (
    <>
      <span class={completion === 'no-evidence' ? 'points unknown' : 'points'} aria-hidden="true">
        {[0, 1, 2].map((cell) => (cell < filled ? <i class="on"></i> : <i></i>))}
      </span>
      {speak.say(`completion.${completion}`)}
    </>
  );
}
