// A table set in a PDF: its head again on each page, a row whole on one page wherever it fits on one.
import { breakLines, type Line } from './lines.ts';
import { type Element, element, PAGE, type Pen, rule, setLine, TEXT_END, TEXT_WIDTH, turn } from './page.ts';
import type { Block, Column, Runs } from './sheet.ts';
import { runsOf } from './sheet.ts';

const SIZE = 9;
const LEADING = 12.5;
const HEAD_SIZE = 8;
const HEAD_LEADING = 11;
const PADDING = 3.5;
const GUTTER = 10;

interface Cell {
  readonly x: number;
  readonly width: number;
  readonly figures: boolean;
}

function cellsOf(columns: readonly Column[]): readonly Cell[] {
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  let x: number = PAGE.left;
  return columns.map((column, i) => {
    const whole = (TEXT_WIDTH * column.share) / shares;
    const cell = { x, width: whole - (i === columns.length - 1 ? 0 : GUTTER), figures: column.figures === true };
    x += whole;
    return cell;
  });
}

function setCell(pen: Pen, parent: Element, lines: readonly Line[], cell: Cell, size: number, leading: number): void {
  lines.forEach((line, i) => {
    const x = cell.figures ? cell.x + cell.width - line.width : cell.x;
    setLine(pen, parent, line, x, pen.y + PADDING + i * leading, size);
  });
}

/** The head as the table has it once, in its structure; again on later pages it is only drawn. */
function setHead(pen: Pen, table: Element, columns: readonly Column[], cells: readonly Cell[]): void {
  const lines = columns.map(({ head }, i) =>
    breakLines(runsOf([{ text: head, soft: true }], 'work'), HEAD_SIZE, cells[i]?.width ?? 0, pen.measure),
  );
  const height = Math.max(...lines.map((one) => one.length)) * HEAD_LEADING;
  const row = element(pen, table, 'TR');
  cells.forEach((cell, i) => {
    const head = element(pen, row, 'TH', { scope: 'Column' });
    // Heads stand on the line below them.
    const own = lines[i] ?? [];
    pen.y += height - own.length * HEAD_LEADING;
    setCell(pen, head, own, cell, HEAD_SIZE, HEAD_LEADING);
    pen.y -= height - own.length * HEAD_LEADING;
  });
  row.end();
  pen.y += height + 2 * PADDING;
  rule(pen, PAGE.left, TEXT_WIDTH, pen.y, 'ink', 0.8);
}

function setRow(pen: Pen, table: Element, cells: readonly Cell[], row: readonly (readonly Line[])[]): void {
  const made = element(pen, table, 'TR');
  const longest = Math.max(1, ...row.map((lines) => lines.length));
  const elements = cells.map((_, i) => element(pen, made, i === 0 ? 'TH' : 'TD', i === 0 ? { scope: 'Row' } : {}));
  // A row longer than a page goes on over pages, as many lines at a time as the page holds.
  let done = 0;
  while (done < longest) {
    const fits = Math.max(1, Math.floor((TEXT_END - pen.y - 2 * PADDING) / LEADING));
    const now = Math.min(fits, longest - done);
    cells.forEach((cell, i) => {
      const into = elements[i];
      const lines = (row[i] ?? []).slice(done, done + now);
      if (into !== undefined) setCell(pen, into, lines, cell, SIZE, LEADING);
    });
    done += now;
    pen.y += now * LEADING + 2 * PADDING;
    if (done < longest) turn(pen);
  }
  made.end();
}

export function setTable(pen: Pen, { columns, rows }: Extract<Block, { is: 'table' }>): void {
  const cells = cellsOf(columns);
  const table = element(pen, pen.root, 'Table');
  const lines = (row: readonly Runs[]): readonly (readonly Line[])[] =>
    cells.map((cell, i) => breakLines(runsOf(row[i] ?? '', 'work'), SIZE, cell.width, pen.measure));
  pen.y += 6;
  if (pen.y + 5 * LEADING > TEXT_END) turn(pen);
  setHead(pen, table, columns, cells);
  for (const row of rows.map(lines)) {
    const height = Math.max(1, ...row.map((one) => one.length)) * LEADING + 2 * PADDING;
    if (pen.y + height > TEXT_END && pen.y > PAGE.height / 4) {
      turn(pen);
      setHead(pen, table, columns, cells);
    }
    setRow(pen, table, cells, row);
    rule(pen, PAGE.left, TEXT_WIDTH, pen.y, 'rule');
  }
  table.end();
  rule(pen, PAGE.left, TEXT_WIDTH, pen.y, 'edge');
  pen.y += 6;
}
