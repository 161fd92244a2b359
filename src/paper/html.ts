// A sheet as one HTML file that stands by itself: for a mail, a site, an archive.
import { type Figure, FIGURE_TEXT, layout, type Shape } from '../kit/figure.tsx';
import { type Block, EXERCISE, INKS, type Run, type Runs, runsOf, type Sheet, type Voice } from './sheet.ts';

const STYLE = `
:root { color-scheme: light; }
body { margin: 2rem auto; padding: 0 1rem; max-width: 42rem; background: #fff; color: #${INKS.ink};
  font: 1rem/1.5 "IBM Plex Sans", sans-serif; }
h1, h2, .words { font-family: "IBM Plex Serif", serif; }
h1 { font-size: 1.9rem; line-height: 1.25; font-weight: 400; margin: 0 0 .5rem; }
h2 { font-size: 1.35rem; font-weight: 500; border-top: 1px solid #${INKS.ink}; padding-top: .4rem; margin-top: 2.2rem; }
h3 { font-size: 1.05rem; } h4 { font-size: 1rem; }
.soft { color: #${INKS.soft}; }
code { font-family: "IBM Plex Mono", monospace; font-size: .9em; overflow-wrap: anywhere; }
.mark { text-align: center; font-weight: 600; } .top { display: flex; justify-content: space-between; gap: 1rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #${INKS.rule};
  font-weight: 400; }
thead th { border-bottom: 1px solid #${INKS.ink}; color: #${INKS.soft}; }
.figures { text-align: right; } svg { display: block; width: 100%; height: auto; margin: 1rem 0; }
.subscript { display: flex; justify-content: space-between; align-items: end; margin-top: 2rem; }
footer { margin-top: 3rem; border-top: 1px solid #${INKS.rule}; font-size: .8rem; }
`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function runHtml(run: Run & { readonly voice: Voice }, block: Voice): string {
  let html = escaped(run.text).replaceAll('\n', '<br>');
  if (run.voice === 'record') html = `<code>${html}</code>`;
  if (run.italic === true) html = `<i>${html}</i>`;
  if (run.strong === true) html = `<b>${html}</b>`;
  if (run.href !== undefined) html = `<a href="${escaped(run.href)}">${html}</a>`;
  const classes = [
    ...(run.soft === true ? ['soft'] : []),
    ...(run.voice === 'words' && block !== 'words' ? ['words'] : []),
  ];
  return classes.length === 0 ? html : `<span class="${classes.join(' ')}">${html}</span>`;
}

const runsHtml = (text: Runs, voice: Voice): string => runsOf(text, voice).map((run) => runHtml(run, voice)).join('');

function shapeSvg(shape: Shape): string {
  switch (shape.is) {
    case 'box': {
      const { x, y, width, height, fill, edge } = shape;
      const stroke = edge === undefined ? '' : ` stroke="#${INKS[edge]}"`;
      return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#${INKS[fill]}"${stroke}/>`;
    }
    case 'line': {
      const { x, y, toX, toY, ink } = shape;
      return `<line x1="${x}" y1="${y}" x2="${toX}" y2="${toY}" stroke="#${INKS[ink]}"/>`;
    }
    case 'text': {
      const { x, y, text, anchor, ink } = shape;
      const place = `x="${x}" y="${y}" font-size="${FIGURE_TEXT}" text-anchor="${anchor}"`;
      return `<text ${place} fill="#${INKS[ink]}">${escaped(text)}</text>`;
    }
  }
}

function figureSvg(figure: Figure): string {
  const { width, height, shapes } = layout(figure);
  const head = `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(figure.alt)}">`;
  return `${head}${shapes.map(shapeSvg).join('')}</svg>`;
}

function tableHtml({ columns, rows }: Extract<Block, { is: 'table' }>): string {
  const place = (i: number): string => (columns[i]?.figures === true ? ' class="figures"' : '');
  const heads = columns.map(({ head }, i) => `<th scope="col"${place(i)}>${escaped(head)}</th>`).join('');
  const body = rows.map((row) => {
    const cells = row.map((cell, i) => {
      const html = runsHtml(cell, 'work');
      return i === 0 ? `<th scope="row"${place(i)}>${html}</th>` : `<td${place(i)}>${html}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table><thead><tr>${heads}</tr></thead><tbody>${body.join('\n')}</tbody></table>`;
}

function titleHtml({ kicker, text, particulars }: Extract<Block, { is: 'title' }>): string {
  return [
    ...(kicker === undefined ? [] : [`<p class="soft">${escaped(kicker)}</p>`]),
    `<h1>${escaped(text)}</h1>`,
    ...(particulars === undefined ? [] : [`<p class="soft">${runsHtml(particulars, 'work')}</p>`]),
  ].join('\n');
}

function blockHtml(block: Block): string {
  switch (block.is) {
    case 'title':
      return titleHtml(block);
    case 'heading':
      return `<h${block.level + 1}>${escaped(block.text)}</h${block.level + 1}>`;
    case 'paragraph': {
      const { text, voice = 'work', soft } = block;
      const classes = [...(voice === 'words' ? ['words'] : []), ...(soft === true ? ['soft'] : [])].join(' ');
      return `<p${classes === '' ? '' : ` class="${classes}"`}>${runsHtml(text, voice)}</p>`;
    }
    case 'list': {
      const tag = block.numbered === true ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${runsHtml(item, 'work')}</li>`).join('\n')}</${tag}>`;
    }
    case 'facts': {
      const rows = block.rows.map(([label, text]) => {
        const head = `<th scope="row" class="soft">${escaped(label)}</th>`;
        return `<tr>${head}<td>${runsHtml(text, 'work')}</td></tr>`;
      });
      return `<table><tbody>${rows.join('\n')}</tbody></table>`;
    }
    case 'table':
      return tableHtml(block);
    case 'figure':
      return figureSvg(block.figure);
    case 'note-head':
      return `<p class="words"><b>${escaped(block.number)}</b> ${block.marks.map(escaped).join(' ')}</p>`;
    case 'subscript':
      return (
        `<div class="subscript words"><p>${escaped(block.placed)}</p>` +
        `<p class="soft">(${escaped(block.seal)})</p></div>` +
        `<p class="soft">____________ ${escaped(block.initials)}</p><p class="words">${escaped(block.addressee)}</p>`
      );
    case 'page-break':
      return '<hr>';
  }
}

/** A sheet as HTML: no script, nothing fetched, its style inside. */
export function asHtml(sheet: Sheet): string {
  const mark = sheet.marking === undefined ? '' : `<p class="mark">${escaped(sheet.marking)}</p>\n`;
  const exercise = sheet.exercise ? `<code lang="en">${EXERCISE}</code>` : '';
  return (
    `<!doctype html>\n<html lang="${sheet.language}">\n<head>\n<meta charset="utf-8">\n` +
    `<meta name="viewport" content="width=device-width">\n<title>${escaped(sheet.title)}</title>\n` +
    `<meta name="author" content="${escaped(sheet.author)}">\n<style>${STYLE}</style>\n</head>\n<body>\n${mark}` +
    `<header class="top soft"><span>${escaped(sheet.running)}</span>${exercise}</header>\n` +
    `<main>\n${sheet.blocks.map(blockHtml).join('\n')}\n</main>\n` +
    `<footer class="soft"><p>${escaped(sheet.foot)}</p></footer>\n${mark}</body>\n</html>\n`
  );
}
