// The words of a provision as printed, letter by letter, with the verb phrases underlined by their modality.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { sentenceStarts } from '../agreement/text.ts';
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

/** A stretch of the text that nothing is drawn inside of, with the rule under it. */
function piece(text: string, from: number, to: number, lines: readonly Underline[]): Child {
  const words = text.slice(from, to);
  const line = lines.find((one) => one.from <= from && to <= one.to);
  return line === undefined ? words : <span class={`verb ${line.modality}`}>{words}</span>;
}

/**
 * The text with its underlines; where `numbered`, each statement ends with its number. Where `anchor` is given and the
 * text has several sentences, each can be pointed at: `p59-2` is the second of `p59`. Nothing else is added and nothing
 * left out: what stands between the tags is the text byte for byte, the numbers apart.
 */
export function ProvisionText({ text, statements, numbered = false, anchor }: {
  readonly text: string;
  readonly statements: readonly Said[];
  readonly numbered?: boolean;
  readonly anchor?: string;
}): JSX.Element {
  const lines = underlines(text, statements);
  const ends = numbered ? statements : [];
  const starts = anchor === undefined ? [0] : sentenceStarts(text);
  const cuts = new Set([...starts, text.length, ...lines.flatMap((line) => [line.from, line.to])]);
  for (const said of ends) cuts.add(said.at[1]);
  const points = [...cuts].sort((a, b) => a - b);
  const numbers = (end: number): readonly Child[] =>
    ends.filter((said) => said.at[1] === end).map((said) => <sup>{shortNumber(said.id)}</sup>);
  const sentences = starts.map((start, i): readonly Child[] => {
    const end = starts[i + 1] ?? text.length;
    const inside = points.filter((point) => start <= point && point <= end);
    return inside.slice(1).flatMap((to, j) => [piece(text, inside[j] ?? start, to, lines), ...numbers(to)]);
  });
  if (anchor === undefined || sentences.length < 2) return <>{sentences.flat()}</>;
  return (
    <>
      {sentences.map((pieces, i) => (
        <span id={sentenceAnchor(anchor, i + 1)}>{pieces}</span>
      ))}
    </>
  );
}

/** The name of a sentence of a provision, from 1: `p59-2`. A lone sentence goes by that of its provision: `p59`. */
export function sentenceAnchor(anchor: string, number: number): string {
  return `${anchor}-${number}`;
}
