// Runs broken into lines of a width, by whole words: a date with its no-break spaces stays on one line.
import type { Face, Run, Voice } from './sheet.ts';
import { faceOf } from './sheet.ts';

/** A stretch of one line in one hand. `x` is counted from the start of the line. */
export interface Piece {
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  readonly x: number;
  readonly width: number;
  readonly soft: boolean;
  readonly href: string | undefined;
}

/** A line; its width is what its pieces take. */
export interface Line {
  readonly pieces: readonly Piece[];
  readonly width: number;
}

/** The width of a text in a face at a size, in points. */
export type Measure = (text: string, face: Face, size: number) => number;

type Hand = Pick<Piece, 'face' | 'size' | 'soft' | 'href'>;
interface Word extends Hand {
  readonly text: string;
  readonly width: number;
}

/** Mono is wider than its neighbours: it is set smaller beside them. */
const MONO_PART = 0.9;

/** Cuts a word that no line can hold. */
function cut(text: string, hand: Hand, width: number, measure: Measure): readonly string[] {
  const cuts: string[] = [];
  let held = '';
  for (const letter of text) {
    if (held !== '' && measure(held + letter, hand.face, hand.size) > width) {
      cuts.push(held);
      held = letter;
    } else {
      held += letter;
    }
  }
  return held === '' ? cuts : [...cuts, held];
}

function wordsOf(run: Run & { readonly voice: Voice }, size: number, width: number, measure: Measure): readonly Word[] {
  const hand: Hand = {
    face: faceOf(run),
    size: run.voice === 'record' ? size * MONO_PART : size,
    soft: run.soft === true,
    href: run.href,
  };
  // A space belongs to the word before it; a no-break space is a letter like others. A line may break after a dash.
  const texts = run.text.match(/\n|[^ \n—/]*[—/]?[ ]*/g)?.filter((text) => text !== '') ?? [];
  return texts.flatMap((text) => {
    const fits = measure(text.trimEnd(), hand.face, hand.size) <= width;
    return (fits ? [text] : cut(text, hand, width, measure)).map((part) => ({
      ...hand,
      text: part,
      width: measure(part, hand.face, hand.size),
    }));
  });
}

const sameHand = (a: Hand, b: Hand): boolean =>
  a.face === b.face && a.size === b.size && a.soft === b.soft && a.href === b.href;

/** Words of one hand that stand together are set as one piece, so that letters pair as the face means them to. */
function lineOf(words: readonly Word[], measure: Measure): Line {
  const pieces: Piece[] = [];
  let x = 0;
  words.forEach((word, i) => {
    const text = i === words.length - 1 ? word.text.trimEnd() : word.text;
    const last = pieces.at(-1);
    if (last !== undefined && sameHand(last, word)) {
      const joined = last.text + text;
      const width = measure(joined, word.face, word.size);
      pieces[pieces.length - 1] = { ...last, text: joined, width };
      x = last.x + width;
    } else {
      const width = measure(text, word.face, word.size);
      pieces.push({ text, face: word.face, size: word.size, soft: word.soft, href: word.href, x, width });
      x += width;
    }
  });
  return { pieces: pieces.filter((piece) => piece.text !== ''), width: x };
}

/** Words that stand together without a space, as a bracket and what it opens: no line ends between them. */
function groupsOf(words: readonly Word[]): readonly (readonly Word[])[] {
  const groups: Word[][] = [];
  let isOpen = false;
  for (const word of words) {
    const last = groups.at(-1);
    if (isOpen && last !== undefined && word.text !== '\n') last.push(word);
    else groups.push([word]);
    isOpen = !/[\s—/]$/.test(word.text);
  }
  return groups;
}

const widthOf = (words: readonly Word[]): number => words.reduce((sum, word) => sum + word.width, 0);

/** Lines of at most `width` points. A line feed begins a new one. */
export function breakLines(
  runs: readonly (Run & { readonly voice: Voice })[],
  size: number,
  width: number,
  measure: Measure,
): readonly Line[] {
  const lines: Line[] = [];
  let held: Word[] = [];
  const next = (): void => {
    lines.push(lineOf(held, measure));
    held = [];
  };
  const words = runs.flatMap((run) => wordsOf(run, size, width, measure));
  // What is wider than a line is broken between its words after all.
  for (const group of groupsOf(words).flatMap((one) => (widthOf(one) > width ? one.map((word) => [word]) : [one]))) {
    const [first] = group;
    const last = group.at(-1);
    if (first === undefined || last === undefined) continue;
    if (first.text === '\n') {
      next();
      continue;
    }
    const bare = widthOf(group) - last.width + measure(last.text.trimEnd(), last.face, last.size);
    if (held.length > 0 && widthOf(held) + bare > width) next();
    held.push(...group);
  }
  if (held.length > 0 || lines.length === 0) next();
  return lines;
}
