// A figure drawn in a PDF, as wide as the text, with the sentence that says it.
import { type Figure, FIGURE_TEXT, layout, type Shape } from '../kit/figure.tsx';
import { element, makeRoom, PAGE, type Pen } from './page.ts';
import { INKS } from './sheet.ts';

/** How far above its baseline a line of text begins in the sans face, as a part of its size. */
const ASCENT = 1.025;

function drawShape(pen: Pen, shape: Shape): void {
  const { doc } = pen;
  switch (shape.is) {
    case 'box': {
      const { x, y, width, height, fill, edge } = shape;
      doc.lineWidth(1).rect(x, y, width, height);
      if (edge === undefined) doc.fill(`#${INKS[fill]}`);
      else doc.fillAndStroke(`#${INKS[fill]}`, `#${INKS[edge]}`);
      return;
    }
    case 'line':
      doc.lineWidth(0.8).moveTo(shape.x, shape.y).lineTo(shape.toX, shape.toY).stroke(`#${INKS[shape.ink]}`);
      return;
    case 'text': {
      const width = pen.measure(shape.text, 'sans', FIGURE_TEXT);
      const x = { start: shape.x, middle: shape.x - width / 2, end: shape.x - width }[shape.anchor];
      doc.fillColor(`#${INKS[shape.ink]}`);
      doc.text(shape.text, x, shape.y - FIGURE_TEXT * ASCENT, { lineBreak: false });
    }
  }
}

export function drawFigure(pen: Pen, figure: Figure): void {
  const { width, height, shapes } = layout(figure);
  pen.y += 8;
  makeRoom(pen, height);
  const { y } = pen;
  const box = [PAGE.left, y, PAGE.left + width, y + height] as const;
  const drawn = element(pen, pen.root, 'Figure', { alt: figure.alt, placement: 'Block', bbox: box });
  drawn.add(() => {
    pen.doc.save();
    pen.doc.translate(PAGE.left, y);
    for (const shape of shapes) drawShape(pen, shape);
    pen.doc.restore();
  });
  drawn.end();
  pen.y = y + height + 6;
}
