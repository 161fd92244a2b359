// A figure in a DOCX: bars of letters in a table, which every word processor shows alike and can be read aloud.
import { Paragraph, Table, TableLayoutType, TableRow, TextRun, WidthType } from 'docx';
import type { Figure, Series } from '../kit/figure.tsx';
import { BARE, cell, TEXT_TWIPS } from './docx.table.ts';
import { INKS } from './sheet.ts';

const LABEL_TWIPS = 2600;
/** Letters of the longest bar. */
const LONGEST = 34;
const FULL = '█';
const HOLLOW = '░';
const SIZE = 16;

function barRuns(series: Series, value: number, most: number): readonly TextRun[] {
  const letters = value === 0 ? 0 : Math.max(1, Math.round((LONGEST * value) / most));
  const bar = (series.hollow ? HOLLOW : FULL).repeat(letters);
  return [
    new TextRun({ text: bar, font: 'IBM Plex Mono', size: SIZE, color: INKS[series.ink] }),
    new TextRun({ text: ` ${value}`, size: SIZE }),
  ];
}

function legendOf(figure: Figure): readonly Paragraph[] {
  if (figure.series.length < 2) return [];
  const children = figure.series.flatMap(({ name, ink, hollow }) => [
    new TextRun({ text: hollow ? HOLLOW : FULL, font: 'IBM Plex Mono', size: SIZE, color: INKS[ink] }),
    new TextRun({ text: ` ${name}    `, size: SIZE }),
  ]);
  return [new Paragraph({ keepNext: true, spacing: { before: 120, after: 60 }, children })];
}

/** The figure's sentence is not needed here: the bars are text, with their counts. */
export function figureOf(figure: Figure): readonly (Paragraph | Table)[] {
  const most = Math.max(1, ...figure.series.flatMap(({ values }) => values));
  const spacing = { after: 0, line: 210 };
  const rows = figure.categories.map((category, i) => {
    const label = new TextRun({ text: category, size: SIZE });
    const lines = figure.series.map(
      (series) => new Paragraph({ spacing, children: [...barRuns(series, series.values[i] ?? 0, most)] }),
    );
    return new TableRow({
      cantSplit: true,
      children: [
        cell(LABEL_TWIPS, [new Paragraph({ spacing, children: [label] })]),
        cell(TEXT_TWIPS - LABEL_TWIPS, lines),
      ],
    });
  });
  return [
    ...legendOf(figure),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: TEXT_TWIPS, type: WidthType.DXA },
      columnWidths: [LABEL_TWIPS, TEXT_TWIPS - LABEL_TWIPS],
      borders: BARE,
      rows,
    }),
    new Paragraph({ spacing: { after: 60, line: 120 } }),
  ];
}
