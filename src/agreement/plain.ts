// The text of an agreement as plain text and as a page without style: what anyone can open, print and compare.
import type { Agreement } from './agreement.ts';
import { eIdOf, type Expression, expressionUri } from './akn.ts';
import { ANNEX, CLOSING, NUMERAL, type Placed } from './text.ts';
import { tag, xmlText } from './xml.ts';

/** A line of the text: a heading of some rank, or words with the number before them. */
interface Line {
  readonly rank: 'title' | 'part' | 'section' | 'words';
  readonly text: string;
  readonly number?: string;
  readonly id?: string;
}

const REPEALED: Readonly<Record<string, string>> = { en: '(repealed)', uk: '(виключено)', sq: '(shfuqizuar)' };

function numberOf(id: string): string {
  return id.startsWith('r') ? `(${id.slice(1)})` : `${id}.`;
}

/** Headings come where the Part, annex or section changes. */
function linesOf({ text, language }: Expression): readonly Line[] {
  const lines: Line[] = [{ rank: 'title', text: text.title }];
  const repealed = REPEALED[language] ?? '–';
  let before: Placed | undefined;
  for (const node of text.nodes) {
    if (node.part === ANNEX) {
      const head = `${text.marks.annex} ${node.id.slice(ANNEX.length + 1)}. ${node.partTitle}`;
      lines.push({ rank: 'part', text: head, id: node.id });
    } else if (node.id !== CLOSING && node.part !== before?.part) {
      const mark = NUMERAL.test(node.part) ? `${text.marks.part} ${node.part}. ` : '';
      lines.push({ rank: 'part', text: `${mark}${node.partTitle}` });
    }
    if (node.section !== null && node.section !== before?.section) lines.push({ rank: 'section', text: node.section });
    if (node.part === ANNEX || node.id === CLOSING) {
      const words = node.text === '' ? [repealed] : node.text.split('\n');
      const own = node.id === CLOSING ? { id: CLOSING } : {};
      lines.push(...words.map((line, i): Line => ({ rank: 'words', text: line, ...(i === 0 ? own : {}) })));
    } else {
      const words = node.text === '' ? repealed : node.text;
      lines.push({ rank: 'words', text: words, number: numberOf(node.id), id: node.id });
    }
    before = node;
  }
  return lines;
}

/** What stands above the text: how it may be handled, its address, and that it is invented where it is. */
function head(agreement: Agreement, expression: Expression, marking: string): readonly string[] {
  return [marking, expressionUri(agreement, expression), ...(expression.exercise ? ['EXERCISE'] : [])];
}

/** Writes an expression as plain text: one paragraph a line, headings under empty lines, marked at head and foot. */
export function writePlain(agreement: Agreement, expression: Expression, marking: string): string {
  const lines = linesOf(expression).flatMap(({ rank, text, number }) =>
    rank === 'words' ? [number === undefined ? text : `${number} ${text}`] : ['', text, ''],
  );
  const all = [...head(agreement, expression, marking), ...lines, '', marking];
  return `${all.join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}

const HEADINGS = { title: 'h1', part: 'h2', section: 'h3', words: 'p' } as const;

/** Writes an expression as a page of its own: no style, no script, every provision under its id; marked twice. */
export function writeHtml(agreement: Agreement, expression: Expression, marking: string): string {
  const drawn = linesOf(expression).map(({ rank, text, number, id }) => {
    const words = number === undefined ? xmlText(text) : `<b>${number}</b> ${xmlText(text)}`;
    return tag(HEADINGS[rank], id === undefined ? {} : { id: eIdOf(id) }, words);
  });
  const [, ...names] = head(agreement, expression, marking);
  const above = names.map((line) => tag('p', {}, tag('code', {}, xmlText(line))));
  const mark = tag('p', { class: 'marking' }, xmlText(marking));
  const { language, text } = expression;
  return [
    '<!doctype html>',
    `<html lang="${xmlText(language)}">`,
    `<head><meta charset="utf-8"><title>${xmlText(text.title)}</title></head>`,
    '<body>',
    mark,
    ...above,
    ...drawn,
    mark,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
