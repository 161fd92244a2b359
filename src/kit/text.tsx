// The words of a provision as printed, letter by letter, with the verb phrases underlined by their modality.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Modality } from './marks.tsx';

/**
 * A statement as it lies in the text; `id` as 59.7. `at` are offsets in the text, begin and end; `verb` is its verb
 * phrase, where words in brackets stand elsewhere in the paragraph and are not underlined here.
 */
export interface Said {
  readonly id: string;
  readonly modality: Modality;
  readonly verb: string;
  readonly at: readonly [number, number];
}

interface Underline {
  readonly from: number;
  readonly to: number;
  readonly modality: Modality;
}

/** Modalities whose verb carries no rule under it. */
const BARE: readonly Modality[] = ['statement', 'historic'];

/** Where the verb phrases stand in `text`, in order, without overlap. One not found in its statement is left out. */
export function underlines(text: string, statements: readonly Said[]): readonly Underline[] {
  const found: Underline[] = [];
  for (const said of statements) {
    const words = said.verb.replace(/\[[^\]]*\]/g, '').trim();
    if (BARE.includes(said.modality) || words === '') continue;
    const from = text.indexOf(words, said.at[0]);
    if (from >= 0 && from + words.length <= said.at[1]) {
      found.push({ from, to: from + words.length, modality: said.modality });
    }
  }
  found.sort((a, b) => a.from - b.from);
  return found.filter((one, i) => i === 0 || one.from >= (found[i - 1] as Underline).to);
}

/** The last part of a statement's id: 59.7 is 7. */
const shortNumber = (id: string): string => id.slice(id.lastIndexOf('.') + 1);

/**
 * The text with its underlines; where `numbered`, each statement ends with its number. Nothing else is added and
 * nothing left out: what stands between the tags is the text byte for byte, the numbers apart.
 */
export function ProvisionText({ text, statements, numbered = false }: {
  readonly text: string;
  readonly statements: readonly Said[];
  readonly numbered?: boolean;
}): JSX.Element {
  const lines = underlines(text, statements);
  const ends = numbered ? statements : [];
  const cuts = new Set([0, text.length, ...lines.flatMap((line) => [line.from, line.to])]);
  for (const said of ends) cuts.add(said.at[1]);
  const points = [...cuts].sort((a, b) => a - b);
  const pieces: Child[] = [];
  for (const [i, from] of points.entries()) {
    pieces.push(
      ...ends.filter((said) => said.at[1] === from).map((said) => <sup>{shortNumber(said.id)}</sup>),
    );
    const to = points[i + 1];
    if (to === undefined) break;
    const piece = text.slice(from, to);
    const line = lines.find((one) => one.from <= from && to <= one.to);
    pieces.push(line === undefined ? piece : <span class={`verb ${line.modality}`}>{piece}</span>);
  }
  return <>{pieces}</>;
}
