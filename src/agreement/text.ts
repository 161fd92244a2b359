// The text of an agreement: read into its provisions so that every character has its place.
import { refuse } from '../act/refusal.ts';

/** What a provision is wherever it stands: its id, its words, and where in the text it has its place. */
export interface Placed {
  /**
   * `r1` to `r9` for recitals, the printed number for paragraphs (`69`, `69a`), `annex-1` for annexes, `closing` for
   * what follows the last.
   */
  readonly id: string;
  /** The words; empty where the provision was repealed and only its number is left. */
  readonly text: string;
  /** The numeral of its Part (`I`), the heading itself where it has none (`Preamble`), `annex`, or `closing`. */
  readonly part: string;
  readonly partTitle: string;
  /** The heading it stands under, or null. */
  readonly section: string | null;
}

/** A provision as read. `start` is the offset of `text` in the source, in UTF-16 units. */
export interface TextNode extends Placed {
  readonly start: number;
}

/** What a stretch of the source is: words of a provision, a heading, or furniture that only sets it. */
export type SpanKind = 'text' | 'heading' | 'number' | 'mark' | 'space';

/** A stretch of the source. `node` is the provision it belongs to; headings belong to none. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: SpanKind;
  readonly node: string | null;
}

/** The words that stand before the number of a Part and of an annex in the language of the text. */
export interface Marks {
  readonly part: string;
  readonly annex: string;
}

/** A text of an agreement in one language, wherever it was read. */
export interface Text {
  readonly title: string;
  readonly marks: Marks;
  readonly nodes: readonly Placed[];
}

/** A text as read. The spans lie end to end from 0 to the length of the source. */
export interface ReadText extends Text {
  readonly nodes: readonly TextNode[];
  readonly spans: readonly Span[];
}

/** Characters of a source text, at most. */
export const TEXT_LIMIT = 1_000_000;
export const CLOSING = 'closing';
export const ANNEX = 'annex';
/** The numeral of a Part. */
export const NUMERAL = /^[IVXL]+$/;

const HEADING = /^(#{1,3}) (?:(\p{L}+) ([IVXL]+|\d{1,2})\. )?(.+)$/u;
/** A number alone is what a repealed provision leaves. */
const NUMBERED = /^(\((\d{1,3}[a-z]?)\)|(\d{1,3}[a-z]?)\.)(?:$| (.+)$)/;

class Reader {
  title = '';
  marks: Marks = { part: 'Part', annex: 'Annex' };
  readonly nodes: TextNode[] = [];
  readonly spans: Span[] = [];
  #part = { numeral: '', title: '' };
  #section: string | null = null;

  span(start: number, end: number, kind: SpanKind, node: string | null): void {
    if (end > start) this.spans.push({ start, end, kind, node });
  }

  line(line: string, at: number): void {
    const heading = HEADING.exec(line);
    if (heading !== null) return this.#heading(heading, line, at);
    if (this.#part.numeral === ANNEX) return this.#more(line, at);
    const numbered = NUMBERED.exec(line);
    if (numbered !== null) return this.#provision(numbered, line, at);
    this.#closing(line, at);
  }

  #heading([, marks = '', word = '', numeral, title = '']: RegExpExecArray, line: string, at: number): void {
    const from = at + line.length - title.length;
    this.span(at, from, 'mark', null);
    this.span(from, at + line.length, 'heading', null);
    if (marks.length === 1) this.title = title;
    else if (marks.length === 3) this.#section = title;
    else this.#begin(word, numeral, title, at + line.length);
  }

  /** A Part, or an annex, which is one provision with its title for a heading. */
  #begin(word: string, numeral: string | undefined, title: string, end: number): void {
    const isAnnex = numeral !== undefined && /^\d/.test(numeral);
    this.#part = { numeral: isAnnex ? ANNEX : (numeral ?? title), title };
    this.#section = null;
    if (numeral !== undefined) this.marks = { ...this.marks, [isAnnex ? 'annex' : 'part']: word };
    if (!isAnnex) return;
    this.#add({ id: `${ANNEX}-${numeral}`, text: '', start: end, part: ANNEX, partTitle: title, section: null });
  }

  #provision([, mark = '', recital, , text = '']: RegExpExecArray, line: string, at: number): void {
    const id = recital === undefined ? mark.slice(0, -1) : `r${recital}`;
    const start = at + line.length - text.length;
    this.span(at, start, 'number', id);
    this.span(start, at + line.length, 'text', id);
    this.#add({ id, text, start, part: this.#part.numeral, partTitle: this.#part.title, section: this.#section });
  }

  #closing(line: string, at: number): void {
    const last = this.nodes.at(-1);
    if (last === undefined)
      throw refuse('input-malformed', `The text begins with ${JSON.stringify(line.slice(0, 60))}.`);
    if (last.id === CLOSING) return this.#more(line, at);
    this.span(at, at + line.length, 'text', CLOSING);
    this.#add({ id: CLOSING, text: line, start: at, part: CLOSING, partTitle: 'Closing', section: null });
  }

  /** Another line of the closing words or of an annex: its first one says where its words begin. */
  #more(line: string, at: number): void {
    const last = this.nodes.at(-1) as TextNode;
    this.span(at, at + line.length, 'text', last.id);
    const begun = last.text === '' ? { text: line, start: at } : { text: `${last.text}\n${line}` };
    this.nodes[this.nodes.length - 1] = { ...last, ...begun };
  }

  #add(node: TextNode): void {
    if (this.nodes.some((other) => other.id === node.id)) {
      throw refuse('input-malformed', `The text has the provision ${node.id} twice.`);
    }
    this.nodes.push(node);
  }
}

/**
 * Reads a text in its numbered form: `# title`, `## Part I. heading`, `### section`, `(1) recital`, `1. paragraph`, one
 * a line; lines after the last paragraph are the closing words, joined by newlines: first the testimonium, then one
 * line a signature. `## Annex 1. heading` and the lines under it are an annex. The words Part and Annex are whatever
 * the language of the text has in their place. Every character lands in one span.
 */
export function readText(source: string): ReadText {
  if (source.length > TEXT_LIMIT) throw refuse('input-malformed', `The text has ${source.length} characters.`);
  const reader = new Reader();
  let at = 0;
  for (const line of source.split('\n')) {
    if (line.trim() === '') reader.span(at, at + line.length, 'space', null);
    else reader.line(line, at);
    at += line.length + 1;
    if (at <= source.length) reader.span(at - 1, at, 'space', null);
  }
  return { title: reader.title, marks: reader.marks, nodes: reader.nodes, spans: reader.spans };
}

function numbered({ id, text }: Placed): string {
  const recital = /^r(\d.*)$/.exec(id)?.[1];
  return `${recital === undefined ? `${id}.` : `(${recital})`} ${text}`.trimEnd();
}

/**
 * Writes a text in its numbered form, which `readText` reads back into the same provisions. A text that stands in that
 * form with one empty line before each heading and each line of the closing words comes back byte for byte.
 */
export function numberedText({ title, marks, nodes }: Text): string {
  const lines = [`# ${title}`];
  let part: string | undefined;
  let section: string | null = null;
  for (const node of nodes) {
    if (node.id === CLOSING) {
      for (const line of node.text.split('\n')) lines.push('', line);
      continue;
    }
    if (node.part === ANNEX) {
      lines.push('', `## ${marks.annex} ${node.id.slice(ANNEX.length + 1)}. ${node.partTitle}`);
      if (node.text !== '') lines.push(...node.text.split('\n'));
      continue;
    }
    if (node.part !== part) {
      lines.push('', `## ${NUMERAL.test(node.part) ? `${marks.part} ${node.part}. ` : ''}${node.partTitle}`);
      part = node.part;
      section = null;
    }
    if (node.section !== null && node.section !== section) lines.push('', `### ${node.section}`);
    section = node.section;
    lines.push(numbered(node));
  }
  return `${lines.join('\n')}\n`;
}

/** Where the sentences of a provision begin: after a full stop and a space before a capital, or after a newline. */
export function sentenceStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/(?<=[.!?])\s+(?=\p{Lu})|\n+/gu)].map((gap) => gap.index + gap[0].length)];
}
