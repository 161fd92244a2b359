// A sheet as a PDF: tagged, in its language, its faces embedded, A4.
import { layout } from '../kit/figure.tsx';
import { breakLines, type Line } from './lines.ts';
import {
  closePen,
  type Element,
  element,
  makeRoom,
  openPen,
  ornament,
  PAGE,
  type Pen,
  rule,
  setLine,
  TEXT_END,
  TEXT_WIDTH,
  turn,
} from './page.ts';
import { drawFigure } from './pdf.figure.ts';
import { setTable } from './pdf.table.ts';
import {
  type Block,
  BLOCK_LIMIT,
  type Fonts,
  INKS,
  type Made,
  type Runs,
  runsOf,
  type Sheet,
  type Voice,
} from './sheet.ts';

/** Size and line height of each kind of text, in points, and the space above it. */
const SIZES = {
  title: { size: 22, leading: 27, above: 0 },
  kicker: { size: 9, leading: 13, above: 0 },
  1: { size: 15, leading: 20, above: 20 },
  2: { size: 11.5, leading: 16, above: 14 },
  3: { size: 10, leading: 14, above: 10 },
  words: { size: 11, leading: 16.5, above: 8 },
  work: { size: 10, leading: 14.5, above: 7 },
  record: { size: 9, leading: 13, above: 6 },
} as const;
type Set = (typeof SIZES)[keyof typeof SIZES];

/** Blocks after a heading that may have to stand on its page. */
const LOOK_AHEAD = 2;
/** Lines that must stand together at the end and at the start of a page. */
const TOGETHER = 2;
const LIST_INDENT = 16;
const LABEL_WIDTH = 120;

interface Placed {
  readonly x: number;
  readonly width: number;
}
const FULL: Placed = { x: PAGE.left, width: TEXT_WIDTH };

/** Sets lines down the page, turning it where it is full but never so that one line stands alone. */
function setLines(pen: Pen, parent: Element, lines: readonly Line[], { size, leading }: Set, x: number): void {
  lines.forEach((line, i) => {
    const left = lines.length - i;
    const wanted = i === 0 || left === TOGETHER ? Math.min(TOGETHER, left) : 1;
    if (pen.y + wanted * leading > TEXT_END) turn(pen);
    setLine(pen, parent, line, x, pen.y, size);
    pen.y += leading;
  });
}

function setText(pen: Pen, parent: Element, text: Runs, voice: Voice, as: Set = SIZES[voice], at = FULL): void {
  setLines(pen, parent, breakLines(runsOf(text, voice), as.size, at.width, pen.measure), as, at.x);
}

function space(pen: Pen, above: number): void {
  if (pen.y > PAGE.top) pen.y += above;
}

function setTitle(pen: Pen, block: Extract<Block, { is: 'title' }>): void {
  if (block.kicker !== undefined) {
    const kicker = element(pen, pen.root, 'P');
    setText(pen, kicker, [{ text: block.kicker, soft: true }], 'work', SIZES.kicker);
    kicker.end();
    pen.y += 4;
  }
  const title = element(pen, pen.root, 'H1');
  setText(pen, title, block.text, 'words', SIZES.title);
  title.end();
  if (block.particulars === undefined) return;
  pen.y += 4;
  const said = element(pen, pen.root, 'P');
  setText(pen, said, runsOf(block.particulars, 'work').map((run) => ({ ...run, soft: true })), 'work');
  said.end();
  pen.y += 4;
}

/** Two lines, and the paragraphs before them: what a heading must have below it on its page. */
const OPENING = 3 * SIZES.work.leading;

/** Room for what a heading heads, down to its first two lines, its figure, or the first rows of its table. */
function beginning([first, ...rest]: readonly Block[]): number {
  switch (first?.is) {
    case 'figure':
      return layout(first.figure).height + OPENING;
    case 'table':
    case 'facts':
      return 2 * OPENING;
    case 'paragraph':
      return OPENING + (rest[0]?.is === 'heading' ? 0 : beginning(rest));
    default:
      return OPENING;
  }
}

function setHeading(pen: Pen, { level, text }: Extract<Block, { is: 'heading' }>, next: readonly Block[]): void {
  const as = SIZES[level];
  space(pen, as.above);
  makeRoom(pen, as.leading + beginning(next));
  if (level === 1) {
    rule(pen, PAGE.left, TEXT_WIDTH, pen.y, 'ink', 1);
    pen.y += 5;
  }
  const heading = element(pen, pen.root, `H${level + 1}`);
  setText(pen, heading, [{ text, strong: true }], level === 1 ? 'words' : 'work', as);
  heading.end();
}

function setParagraph(pen: Pen, { text, voice = 'work', soft }: Extract<Block, { is: 'paragraph' }>): void {
  space(pen, SIZES[voice].above);
  const paragraph = element(pen, pen.root, 'P');
  const runs = runsOf(text, voice).map((run) => (soft === true ? { ...run, soft } : run));
  setText(pen, paragraph, runs, voice);
  paragraph.end();
}

function setList(pen: Pen, { items, numbered }: Extract<Block, { is: 'list' }>): void {
  const list = element(pen, pen.root, 'L');
  const as = SIZES.work;
  items.forEach((item, i) => {
    space(pen, 4);
    makeRoom(pen, TOGETHER * as.leading);
    const one = element(pen, list, 'LI');
    const label = element(pen, one, 'Lbl');
    const [mark] = breakLines(runsOf(numbered === true ? `${i + 1}.` : '–', 'work'), as.size, TEXT_WIDTH, pen.measure);
    if (mark !== undefined) setLine(pen, label, mark, PAGE.left, pen.y, as.size);
    const body = element(pen, one, 'LBody');
    const indent = numbered === true ? LIST_INDENT + 4 : LIST_INDENT;
    setText(pen, body, item, 'work', as, { x: PAGE.left + indent, width: TEXT_WIDTH - indent });
    one.end();
  });
  list.end();
}

function setFacts(pen: Pen, { rows }: Extract<Block, { is: 'facts' }>): void {
  const table = element(pen, pen.root, 'Table');
  const as = SIZES.work;
  pen.y += 4;
  for (const [label, text] of rows) {
    pen.y += 3;
    const labels = breakLines(runsOf([{ text: label, soft: true }], 'work'), as.size, LABEL_WIDTH - 10, pen.measure);
    makeRoom(pen, Math.max(labels.length, TOGETHER) * as.leading);
    const row = element(pen, table, 'TR');
    const head = element(pen, row, 'TH', { scope: 'Row' });
    const top = pen.y;
    labels.forEach((line, i) => setLine(pen, head, line, PAGE.left, top + i * as.leading, as.size));
    const cell = element(pen, row, 'TD');
    const before = pen.doc.bufferedPageRange().count;
    setText(pen, cell, text, 'work', as, { x: PAGE.left + LABEL_WIDTH, width: TEXT_WIDTH - LABEL_WIDTH });
    const isSamePage = pen.doc.bufferedPageRange().count === before;
    if (isSamePage) pen.y = Math.max(pen.y, top + labels.length * as.leading);
    row.end();
  }
  table.end();
  pen.y += 4;
}

function setNoteHead(pen: Pen, { number, marks }: Extract<Block, { is: 'note-head' }>): void {
  const head = element(pen, pen.root, 'P');
  const runs = [{ text: number, strong: true }, ...marks.map((text) => ({ text: `   ${text}`, soft: true }))];
  setText(pen, head, runs, 'words');
  head.end();
  pen.y += 12;
}

const SEAL = 92;

function setSubscript(pen: Pen, block: Extract<Block, { is: 'subscript' }>): void {
  pen.y += 18;
  makeRoom(pen, SEAL + 70);
  const top = pen.y;
  const placed = element(pen, pen.root, 'P');
  setText(pen, placed, block.placed, 'words', SIZES.words, { x: PAGE.left, width: TEXT_WIDTH - SEAL - 20 });
  placed.end();
  const sealX = PAGE.width - PAGE.right - SEAL;
  ornament(pen, () => {
    pen.doc.lineWidth(0.7).dash(3, { space: 3 }).circle(sealX + SEAL / 2, top + SEAL / 2, SEAL / 2);
    pen.doc.stroke(`#${INKS.edge}`).undash();
  });
  const seal = element(pen, pen.root, 'P');
  const lines = breakLines(runsOf([{ text: block.seal, soft: true }], 'work'), 8.5, SEAL - 20, pen.measure);
  lines.forEach((line, i) => {
    const y = top + SEAL / 2 - (lines.length * 11) / 2 + i * 11;
    setLine(pen, seal, line, sealX + (SEAL - line.width) / 2, y, 8.5);
  });
  seal.end();
  pen.y = top + SEAL - 26;
  rule(pen, PAGE.left, 110, pen.y, 'edge');
  pen.y += 4;
  const initials = element(pen, pen.root, 'P');
  setText(pen, initials, [{ text: block.initials, soft: true }], 'work', SIZES.kicker);
  initials.end();
  pen.y = top + SEAL + 22;
  const addressee = element(pen, pen.root, 'P');
  setText(pen, addressee, block.addressee, 'words');
  addressee.end();
}

function setBlock(pen: Pen, block: Block, next: readonly Block[]): void {
  switch (block.is) {
    case 'title':
      return setTitle(pen, block);
    case 'heading':
      return setHeading(pen, block, next);
    case 'paragraph':
      return setParagraph(pen, block);
    case 'list':
      return setList(pen, block);
    case 'facts':
      return setFacts(pen, block);
    case 'table':
      return setTable(pen, block);
    case 'figure':
      return drawFigure(pen, block.figure);
    case 'note-head':
      return setNoteHead(pen, block);
    case 'subscript':
      return setSubscript(pen, block);
    case 'page-break':
      return turn(pen);
  }
}

/** A sheet as a PDF. A sheet of more than `BLOCK_LIMIT` blocks is a broken invariant and throws. */
export function asPdf(sheet: Sheet, fonts: Fonts, made: Made): Promise<Uint8Array> {
  if (sheet.blocks.length > BLOCK_LIMIT) throw new Error(`paper: a sheet of ${sheet.blocks.length} blocks`);
  const pen = openPen(sheet, fonts, made);
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    pen.doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pen.doc.on('error', reject);
    pen.doc.on('end', () => {
      const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
      let at = 0;
      for (const chunk of chunks) {
        whole.set(chunk, at);
        at += chunk.length;
      }
      resolve(whole);
    });
    sheet.blocks.forEach((block, i) => setBlock(pen, block, sheet.blocks.slice(i + 1, i + 1 + LOOK_AHEAD)));
    closePen(pen, sheet);
    pen.doc.end();
  });
}
