// A figure of counts as shapes: the same for a page and a PDF, drawn here as SVG for a page.
import type { JSX } from 'hono/jsx/jsx-runtime';

/**
 * Roles of colour, as the style has them. `first` and `second` are the accents of the participants in the order of the
 * title; a figure tells series by fill and outline too, never by colour alone.
 */
export type Ink = 'ink' | 'soft' | 'rule' | 'first' | 'second' | 'record' | 'alarm' | 'paper';

/** What is counted of one kind: a value for each category, whole numbers from 0. A hollow bar is drawn by its edge. */
export interface Series {
  readonly name: string;
  readonly ink: Ink;
  readonly hollow: boolean;
  readonly values: readonly number[];
}

/**
 * Counts side by side: `columns` stand for what goes on in time, `bars` lie for what is merely told apart. A table with
 * the same numbers stands beside every figure; `alt` says the figure in a sentence.
 */
export interface Figure {
  readonly alt: string;
  readonly as: 'columns' | 'bars';
  readonly categories: readonly string[];
  readonly series: readonly Series[];
}

/** A shape in points; y grows downward, and a text stands on its baseline. */
export type Shape =
  | {
      readonly is: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: Ink;
      readonly edge?: Ink;
    }
  | {
      readonly is: 'line';
      readonly x: number;
      readonly y: number;
      readonly toX: number;
      readonly toY: number;
      readonly ink: Ink;
    }
  | {
      readonly is: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly ink: Ink;
    };

/** A figure laid out. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** Wide as the text of an A4 page; texts of one size. */
export const FIGURE_WIDTH = 453;
export const FIGURE_TEXT = 9;
const LEGEND = 20;
const SWATCH = 8;
const COLUMNS_HEIGHT = 110;
const LABELS_WIDTH = 150;
const BAR = 9;
const BETWEEN = 9;
/** Room for the count at the end of the longest bar. */
const COUNT_ROOM = 24;
/** A letter of this size is about this wide: enough to set names of a legend apart. */
const LETTER = 5.2;

const highest = (figure: Figure): number => Math.max(1, ...figure.series.flatMap(({ values }) => values));

function bar(series: Series, x: number, y: number, width: number, height: number): Shape {
  // An edge is drawn on the line: a hollow bar is taken in by half of it on each side.
  if (!series.hollow) return { is: 'box', x, y, width, height, fill: series.ink };
  const inner = { x: x + 0.5, y: y + 0.5, width: Math.max(0.5, width - 1), height: Math.max(0.5, height - 1) };
  return { is: 'box', ...inner, fill: 'paper', edge: series.ink };
}

function legend(figure: Figure): readonly Shape[] {
  if (figure.series.length < 2) return [];
  let x = 0;
  return figure.series.flatMap((series): readonly Shape[] => {
    const at = x;
    x += SWATCH + 6 + series.name.length * LETTER + 18;
    return [
      bar(series, at, 2, SWATCH, SWATCH),
      { is: 'text', x: at + SWATCH + 5, y: 10, text: series.name, anchor: 'start', ink: 'ink' },
    ];
  });
}

function columns(figure: Figure): Layout {
  const top = (figure.series.length < 2 ? 0 : LEGEND) + 12;
  const foot = top + COLUMNS_HEIGHT;
  const room = FIGURE_WIDTH / Math.max(1, figure.categories.length);
  const width = Math.min(16, (room - 6) / Math.max(1, figure.series.length));
  const most = highest(figure);
  // Where names would run into each other, only some are said, the last always: the table beside has them all.
  const longest = Math.max(0, ...figure.categories.map(({ length }) => length)) * LETTER;
  const every = Math.max(1, Math.ceil((longest + LETTER) / room));
  const shapes = figure.categories.flatMap((category, i): readonly Shape[] => {
    const middle = room * (i + 0.5);
    const start = middle - (width * figure.series.length) / 2;
    return [
      ...figure.series.flatMap((series, j): readonly Shape[] => {
        const value = series.values[i] ?? 0;
        if (value === 0) return [];
        const height = (COLUMNS_HEIGHT * value) / most;
        const x = start + j * width;
        const count = String(value);
        return [
          bar(series, x + 1, foot - height, width - 2, height),
          { is: 'text', x: x + width / 2, y: foot - height - 3, text: count, anchor: 'middle', ink: 'soft' },
        ];
      }),
      ...((figure.categories.length - 1 - i) % every === 0
        ? [{ is: 'text', x: middle, y: foot + 13, text: category, anchor: 'middle', ink: 'soft' } as const]
        : []),
    ];
  });
  const base: Shape = { is: 'line', x: 0, y: foot, toX: FIGURE_WIDTH, toY: foot, ink: 'ink' };
  return { width: FIGURE_WIDTH, height: foot + 20, shapes: [...legend(figure), ...shapes, base] };
}

function bars(figure: Figure): Layout {
  const top = figure.series.length < 2 ? 0 : LEGEND;
  const row = BAR * figure.series.length + BETWEEN;
  const most = highest(figure);
  const longest = FIGURE_WIDTH - LABELS_WIDTH - COUNT_ROOM;
  const shapes = figure.categories.flatMap((category, i): readonly Shape[] => {
    const y = top + i * row + BETWEEN / 2;
    const middle = y + (BAR * figure.series.length) / 2 + 3;
    return [
      { is: 'text', x: LABELS_WIDTH - 8, y: middle, text: category, anchor: 'end', ink: 'ink' },
      ...figure.series.flatMap((series, j): readonly Shape[] => {
        const value = series.values[i] ?? 0;
        const width = (longest * value) / most;
        const at = y + j * BAR;
        const count = String(value);
        return [
          ...(value === 0 ? [] : [bar(series, LABELS_WIDTH, at + 0.5, width, BAR - 1)]),
          { is: 'text', x: LABELS_WIDTH + width + 4, y: at + BAR - 1.5, text: count, anchor: 'start', ink: 'soft' },
        ];
      }),
    ];
  });
  const foot = top + figure.categories.length * row;
  const base: Shape = { is: 'line', x: LABELS_WIDTH, y: top, toX: LABELS_WIDTH, toY: foot, ink: 'ink' };
  return { width: FIGURE_WIDTH, height: foot + 2, shapes: [...legend(figure), ...shapes, base] };
}

export function layout(figure: Figure): Layout {
  return figure.as === 'columns' ? columns(figure) : bars(figure);
}

function Drawn({ shape }: { readonly shape: Shape }): JSX.Element {
  switch (shape.is) {
    case 'box': {
      const { x, y, width, height, fill, edge } = shape;
      const marks = edge === undefined ? `fill-${fill}` : `fill-${fill} edge-${edge}`;
      return <rect x={x} y={y} width={width} height={height} class={marks} />;
    }
    case 'line':
      return <line x1={shape.x} y1={shape.y} x2={shape.toX} y2={shape.toY} class={`edge-${shape.ink}`} />;
    case 'text':
      return (
        <text x={shape.x} y={shape.y} font-size={FIGURE_TEXT} text-anchor={shape.anchor} class={`fill-${shape.ink}`}>
          {shape.text}
        </text>
      );
  }
}

/** A figure on a page. */
export function FigureDrawn({ figure }: { readonly figure: Figure }): JSX.Element {
  const { width, height, shapes } = layout(figure);
  return (
    <svg class="figure" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={figure.alt}>
      {shapes.map((shape) => (
        <Drawn shape={shape} />
      ))}
    </svg>
  );
}
