// The page a PDF is set on: its measures, its faces, where the pen stands, and what head and foot say.
import PDFDocument from 'pdfkit';
import type { Line, Measure, Piece } from './lines.ts';
import { EXERCISE, type Face, type Fonts, INKS, type Made, type Sheet } from './sheet.ts';

/** A4 in points, and the text on it. */
export const PAGE = { width: 595.28, height: 841.89, left: 71, right: 71, top: 88, bottom: 82 } as const;
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
export const TEXT_END = PAGE.height - PAGE.bottom;

const MARGIN_SIZE = 8;
const HEAD_Y = 44;
const FOOT_Y = PAGE.height - 56;
const MARKING_DROP = 13;
export const HAIRLINE = 0.5;
const LOCALES = { en: 'en-GB', uk: 'uk-UA', sq: 'sq-AL' } as const;
const FACES: readonly Face[] = ['serif', 'serifItalic', 'serifStrong', 'sans', 'sansStrong', 'mono'];

export type Doc = InstanceType<typeof PDFDocument>;
export type Element = ReturnType<Doc['struct']>;

/** What the types of the library leave out of the options of an element: the reach of a table's head. */
export interface ElementOptions {
  readonly alt?: string;
  readonly scope?: 'Column' | 'Row';
  readonly placement?: 'Block';
  readonly bbox?: readonly [left: number, top: number, right: number, bottom: number];
}

/** A PDF being set: the document, the root of its structure, and how far down the page it has come. */
export interface Pen {
  readonly doc: Doc;
  readonly root: Element;
  readonly measure: Measure;
  /** Points from the top of the page to where the next line begins. */
  y: number;
}

/** Opens a tagged document of one empty page. */
export function openPen(sheet: Sheet, fonts: Fonts, made: Made): Pen {
  const doc = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    // The lines are placed here; the library must not think that a page is full.
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: LOCALES[sheet.language],
    displayTitle: true,
    info: {
      Title: sheet.title,
      Author: sheet.author,
      Creator: 'Servanda',
      Producer: 'Servanda',
      CreationDate: made,
      ModDate: made,
    },
  });
  for (const face of FACES) doc.registerFont(face, new Uint8Array(fonts[face]).buffer);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const measure: Measure = (text, face, size) => doc.font(face).fontSize(size).widthOfString(text);
  return { doc, root, measure, y: PAGE.top };
}

/** Begins the next page. */
export function turn(pen: Pen): void {
  pen.doc.addPage();
  pen.y = PAGE.top;
}

/** Turns the page where less than `height` points are left on it. */
export function makeRoom(pen: Pen, height: number): void {
  if (pen.y + height > TEXT_END && pen.y > PAGE.top) turn(pen);
}

/** A new element of the structure under `parent`. */
export function element(pen: Pen, parent: Element, tag: string, options: ElementOptions = {}): Element {
  const made = pen.doc.struct(tag, options as Parameters<Doc['struct']>[1]);
  parent.add(made);
  return made;
}

/** What no reader needs to hear: lines of tables, head and foot. */
export function ornament(pen: Pen, draw: () => void): void {
  pen.doc.markContent('Artifact', { type: 'Layout' });
  draw();
  pen.doc.endMarkedContent();
}

export function rule(pen: Pen, x: number, width: number, y: number, ink: keyof typeof INKS, thick = HAIRLINE): void {
  ornament(pen, () => {
    pen.doc.lineWidth(thick).moveTo(x, y).lineTo(x + width, y).stroke(`#${INKS[ink]}`);
  });
}

function setPiece(pen: Pen, piece: Piece, x: number, y: number, size: number): void {
  const drop = (size - piece.size) * 0.8;
  pen.doc
    .font(piece.face)
    .fontSize(piece.size)
    .fillColor(`#${piece.soft ? INKS.soft : INKS.ink}`)
    .text(piece.text, x + piece.x, y + drop, { lineBreak: false });
}

/** Sets a line with its top at `y`, its pieces marked as content of `parent`, and its links as links. */
export function setLine(pen: Pen, parent: Element, line: Line, x: number, y: number, size: number): void {
  for (const piece of line.pieces) {
    if (piece.href === undefined) {
      parent.add(() => setPiece(pen, piece, x, y, size));
      continue;
    }
    const link = element(pen, parent, 'Link');
    link.add(() => setPiece(pen, piece, x, y, size));
    pen.doc.link(x + piece.x, y, piece.width, size * 1.3, piece.href, { structParent: link } as never);
    rule(pen, x + piece.x, piece.width, y + size * 1.22, 'edge');
    link.end();
  }
}

function margin(pen: Pen, text: string, y: number, place: 'left' | 'center' | 'right', face: Face = 'sans'): void {
  const { doc } = pen;
  const width = pen.measure(text, face, MARGIN_SIZE);
  const x = { left: PAGE.left, center: (PAGE.width - width) / 2, right: PAGE.width - PAGE.right - width }[place];
  const ink = face === 'sans' ? INKS.soft : INKS.ink;
  doc.font(face).fontSize(MARGIN_SIZE).fillColor(`#${ink}`).text(text, x, y, { lineBreak: false });
}

/** What fits into a line of the margin, beside what stands at its other end; the rest is left out, said by dots. */
function fitting(pen: Pen, text: string, width: number, face: Face = 'sans'): string {
  if (pen.measure(text, face, MARGIN_SIZE) <= width) return text;
  const letters = Array.from(text);
  while (letters.length > 0 && pen.measure(`${letters.join('')}…`, face, MARGIN_SIZE) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** Writes head and foot of all pages, now that it is known how many there are, and closes the structure. */
export function closePen(pen: Pen, sheet: Sheet): void {
  pen.root.end();
  const { count } = pen.doc.bufferedPageRange();
  for (let i = 0; i < count; i += 1) {
    pen.doc.switchToPage(i);
    pen.doc.markContent('Artifact', { type: 'Pagination' });
    margin(pen, fitting(pen, sheet.running, TEXT_WIDTH - 70), HEAD_Y, 'left');
    if (sheet.exercise) margin(pen, EXERCISE, HEAD_Y, 'right', 'mono');
    margin(pen, fitting(pen, sheet.foot, TEXT_WIDTH - 50), FOOT_Y, 'left');
    margin(pen, `${i + 1} / ${count}`, FOOT_Y, 'right');
    if (sheet.marking !== undefined) {
      const marking = fitting(pen, sheet.marking, TEXT_WIDTH, 'sansStrong');
      margin(pen, marking, HEAD_Y - MARKING_DROP, 'center', 'sansStrong');
      margin(pen, marking, FOOT_Y + MARKING_DROP, 'center', 'sansStrong');
    }
    pen.doc.endMarkedContent();
    rule(pen, PAGE.left, TEXT_WIDTH, HEAD_Y + 14, 'rule');
    rule(pen, PAGE.left, TEXT_WIDTH, FOOT_Y - 6, 'rule');
  }
}
