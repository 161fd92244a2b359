// The text of an agreement: read into its provisions so that every character has its place.
import { refuse } from '../act/refusal.ts';

/** A paragraph, a recital or the closing words. `start` is the offset of `text` in the source, in UTF-16 units. */
export interface TextNode {
  /** `r1` to `r9` for recitals, the printed number for paragraphs, `closing` for what follows the last. */
  readonly id: string;
  readonly text: string;
  readonly start: number;
  /** The numeral of its Part (`I`), `Preamble`, or `closing`. */
  readonly part: string;
  readonly partTitle: string;
  /** The heading it stands under, or null. */
  readonly section: string | null;
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

/** A text as read. The spans lie end to end from 0 to the length of the source. */
export interface ReadText {
  readonly title: string;
  readonly nodes: readonly TextNode[];
  readonly spans: readonly Span[];
}

/** Characters of a source text, at most. */
export const TEXT_LIMIT = 1_000_000;
export const CLOSING = 'closing';

const HEADING = /^(#{1,3}) (?:Part ([IVXL]+)\. )?(.+)$/;
const NUMBERED = /^(\((\d{1,3})\)|(\d{1,3})\.) (.+)$/;

class Reader {
  title = '';
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
    const numbered = NUMBERED.exec(line);
    if (numbered !== null) return this.#provision(numbered, line, at);
    this.#closing(line, at);
  }

  #heading([, marks = '', numeral, title = '']: RegExpExecArray, line: string, at: number): void {
    const from = at + line.length - title.length;
    this.span(at, from, 'mark', null);
    this.span(from, at + line.length, 'heading', null);
    if (marks.length === 1) this.title = title;
    else if (marks.length === 3) this.#section = title;
    else {
      this.#part = { numeral: numeral ?? title, title };
      this.#section = null;
    }
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
    this.span(at, at + line.length, 'text', CLOSING);
    if (last.id !== CLOSING) {
      this.#add({ id: CLOSING, text: line, start: at, part: CLOSING, partTitle: 'Closing', section: null });
    } else this.nodes[this.nodes.length - 1] = { ...last, text: `${last.text}\n${line}` };
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
 * a line; lines after the last paragraph are the closing words, joined by newlines. Every character lands in one span.
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
  return { title: reader.title, nodes: reader.nodes, spans: reader.spans };
}

/** Where the sentences of a provision begin: after a full stop and a space before a capital, or after a newline. */
export function sentenceStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/(?<=[.!?])\s+(?=[A-Z])|\n+/g)].map((gap) => gap.index + gap[0].length)];
}
