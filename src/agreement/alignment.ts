// Two languages of one text, paragraph by paragraph: what one has and the other lacks.
import { type Placed, sentenceStarts, type Text } from './text.ts';

/** How a text in another language lies beside the one that prevails. Ids in the order of their own text. */
export interface Alignment {
  /** Provisions of the prevailing text that the other lacks. */
  readonly missing: readonly string[];
  /** Provisions of the other that the prevailing text lacks. */
  readonly extra: readonly string[];
  /** Provisions that stand under another Part, or in another order. */
  readonly moved: readonly string[];
  /** Provisions of another number of sentences: no fault, but worth a reader. */
  readonly sentences: readonly string[];
}

/** A Part by its numeral; what has none is known by its provisions alone, for its heading is translated. */
const partOf = ({ part }: Placed): string => (/^[IVXL]+$/.test(part) ? part : '');

/** Lays `other` beside `prevailing`, by the numbers that both print. */
export function align(prevailing: Text, other: Text): Alignment {
  const theirs = new Map(other.nodes.map((node) => [node.id, node]));
  const ours = new Set(prevailing.nodes.map(({ id }) => id));
  const both = prevailing.nodes.filter(({ id }) => theirs.has(id));
  const order = other.nodes.filter(({ id }) => ours.has(id)).map(({ id }) => id);
  return {
    missing: prevailing.nodes.filter(({ id }) => !theirs.has(id)).map(({ id }) => id),
    extra: other.nodes.filter(({ id }) => !ours.has(id)).map(({ id }) => id),
    moved: both
      .filter((node, i) => order[i] !== node.id || partOf(theirs.get(node.id) as Placed) !== partOf(node))
      .map(({ id }) => id),
    sentences: both
      .filter((node) => {
        const text = theirs.get(node.id)?.text ?? '';
        return sentenceStarts(text).length !== sentenceStarts(node.text).length;
      })
      .map(({ id }) => id),
  };
}
