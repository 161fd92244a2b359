// Tables in a DOCX: the head repeats on each page, and no row is torn.
import {
  AlignmentType,
  BorderStyle,
  type IBorderOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import { type Links, runsIn } from './docx.runs.ts';
import { type Block, type Column, INKS, type Runs } from './sheet.ts';

/** The width of the text in twentieths of a point. */
export const TEXT_TWIPS = 9066;
const LABEL_TWIPS = 2400;
const CELL_SIZE = 18;
const HEAD_SIZE = 16;

const NONE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const HAIRLINE: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: INKS.rule };
const HEAVY: IBorderOptions = { style: BorderStyle.SINGLE, size: 8, color: INKS.ink };
const EDGE: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: INKS.edge };
/** No line anywhere. */
export const BARE = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideVertical: NONE,
  insideHorizontal: NONE,
};
const MARGINS = { top: 50, bottom: 50, left: 0, right: 160 };

function widths(columns: readonly Column[]): readonly number[] {
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  return columns.map((column) => Math.round((TEXT_TWIPS * column.share) / shares));
}

interface Cell {
  readonly text: Runs;
  readonly width: number;
  readonly figures: boolean;
  readonly size: number;
}

/** A cell of a width, in twentieths of a point, with a line below it where one is given. */
export function cell(width: number, children: readonly Paragraph[], below?: IBorderOptions): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: MARGINS,
    ...(below === undefined ? {} : { borders: { bottom: below } }),
    children,
  });
}

function cellOf({ text, width, figures, size }: Cell, links: Links, below?: IBorderOptions): TableCell {
  const paragraph = new Paragraph({
    alignment: figures ? AlignmentType.RIGHT : AlignmentType.LEFT,
    spacing: { after: 0, line: 250 },
    children: [...runsIn(text, 'work', links, size)],
  });
  return cell(width, [paragraph], below);
}

export function tableOf({ columns, rows }: Extract<Block, { is: 'table' }>, links: Links): Table {
  const measures = widths(columns);
  const made = (texts: readonly Runs[], size: number, below?: IBorderOptions): readonly TableCell[] =>
    columns.map((column, i) =>
      cellOf({ text: texts[i] ?? '', width: measures[i] ?? 0, figures: column.figures === true, size }, links, below),
    );
  const heads = columns.map(({ head }) => [{ text: head, soft: true }]);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_TWIPS, type: WidthType.DXA },
    columnWidths: [...measures],
    borders: { ...BARE, bottom: EDGE, insideHorizontal: HAIRLINE },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: [...made(heads, HEAD_SIZE, HEAVY)] }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: [...made(row, CELL_SIZE)] })),
    ],
  });
}

export function factsOf({ rows }: Extract<Block, { is: 'facts' }>, links: Links): Table {
  const measures = [LABEL_TWIPS, TEXT_TWIPS - LABEL_TWIPS];
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_TWIPS, type: WidthType.DXA },
    columnWidths: measures,
    borders: BARE,
    rows: rows.map(
      ([label, text]) =>
        new TableRow({
          children: [[{ text: label, soft: true }], text].map((cell, i) =>
            cellOf({ text: cell, width: measures[i] ?? 0, figures: false, size: 20 }, links),
          ),
        }),
    ),
  });
}
