// A sheet as a DOCX: styles, real headings and table heads, its language, page n / N, and the same bytes each time.
import {
  AlignmentType,
  type Document as Docx,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  type INumberingOptions,
  type ISectionOptions,
  type IStylesOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  Table,
  TextRun,
} from 'docx';
import { figureOf } from './docx.figure.ts';
import { addLinks, type Links, linksOf, runsIn } from './docx.runs.ts';
import { factsOf, tableOf, TEXT_TWIPS } from './docx.table.ts';
import { stillZip } from './still.ts';
import { type Block, BLOCK_LIMIT, EXERCISE, INKS, type Made, runsOf, type Sheet } from './sheet.ts';

const LOCALES = { en: 'en-GB', uk: 'uk-UA', sq: 'sq-AL' } as const;
/** A4 and its margins in twentieths of a point, as the PDF has them. */
const PAGE = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1760, bottom: 1640, left: 1420, right: 1420, header: 760, footer: 760 },
};
const LISTS = { dash: 'dash', number: 'number' } as const;

/** Sizes in half points, spaces in twentieths of a point, as the library wants them. */
function stylesOf(sheet: Sheet): IStylesOptions {
  const language = { value: LOCALES[sheet.language] };
  const serif = { font: 'IBM Plex Serif', color: INKS.ink };
  const sans = { font: 'IBM Plex Sans', color: INKS.ink };
  return {
    default: {
      document: { run: { ...sans, size: 20, language }, paragraph: { spacing: { line: 290, after: 120 } } },
      title: { run: { ...serif, size: 44 }, paragraph: { spacing: { line: 540, after: 80 }, keepNext: true } },
      heading1: {
        run: { ...serif, size: 30, bold: true },
        paragraph: {
          spacing: { before: 400, after: 120, line: 400 },
          keepNext: true,
          border: { top: { style: BorderStyle.SINGLE, size: 8, color: INKS.ink, space: 6 } },
        },
      },
      heading2: { run: { ...sans, size: 23, bold: true }, paragraph: { spacing: { before: 280 }, keepNext: true } },
      heading3: { run: { ...sans, size: 20, bold: true }, paragraph: { spacing: { before: 200 }, keepNext: true } },
    },
    paragraphStyles: [
      {
        id: 'Words',
        name: 'Words',
        basedOn: 'Normal',
        run: { ...serif, size: 22 },
        paragraph: { spacing: { line: 330, after: 160 } },
      },
      { id: 'Kicker', name: 'Kicker', basedOn: 'Normal', run: { ...sans, size: 18, color: INKS.soft } },
    ],
  };
}

const NUMBERING: INumberingOptions = {
  config: [
    { reference: LISTS.dash, format: LevelFormat.BULLET, text: '–' },
    { reference: LISTS.number, format: LevelFormat.DECIMAL, text: '%1.' },
  ].map(({ reference, format, text }) => ({
    reference,
    levels: [
      {
        level: 0,
        format,
        text,
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: 400, hanging: 400 } } },
      },
    ],
  })),
};

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

function titleOf(block: Extract<Block, { is: 'title' }>, links: Links): readonly Paragraph[] {
  const soft = runsOf(block.particulars ?? '', 'work').map((run) => ({ ...run, soft: true }));
  return [
    ...(block.kicker === undefined ? [] : [new Paragraph({ style: 'Kicker', text: block.kicker })]),
    new Paragraph({ heading: HeadingLevel.TITLE, text: block.text }),
    ...(soft.length === 0 ? [] : [new Paragraph({ children: [...runsIn(soft, 'work', links)] })]),
  ];
}

function subscriptOf(block: Extract<Block, { is: 'subscript' }>): readonly Paragraph[] {
  const soft = { color: INKS.soft, font: 'IBM Plex Sans', size: 18 };
  return [
    new Paragraph({
      style: 'Words',
      spacing: { before: 360 },
      tabStops: [{ type: TabStopType.RIGHT, position: TEXT_TWIPS }],
      children: [new TextRun(block.placed), new TextRun({ text: `\t(${block.seal})`, ...soft })],
    }),
    new Paragraph({
      spacing: { before: 900, after: 60 },
      children: [new TextRun({ text: `____________ ${block.initials}`, ...soft })],
    }),
    new Paragraph({ style: 'Words', spacing: { before: 500 }, text: block.addressee }),
  ];
}

function noteHeadOf({ number, marks }: Extract<Block, { is: 'note-head' }>): Paragraph {
  const soft = marks.map((text) => new TextRun({ text: `   ${text}`, color: INKS.soft }));
  return new Paragraph({
    style: 'Words',
    spacing: { after: 360 },
    children: [new TextRun({ text: number, bold: true }), ...soft],
  });
}

function childrenOf(block: Block, links: Links): readonly (Paragraph | Table)[] {
  switch (block.is) {
    case 'title':
      return titleOf(block, links);
    case 'heading':
      return [new Paragraph({ heading: HEADINGS[block.level], text: block.text })];
    case 'paragraph': {
      const { text, voice = 'work', soft } = block;
      const runs = runsOf(text, voice).map((run) => (soft === true ? { ...run, soft } : run));
      const style = voice === 'words' ? { style: 'Words' } : {};
      return [new Paragraph({ ...style, children: [...runsIn(runs, voice, links)] })];
    }
    case 'list': {
      const reference = block.numbered === true ? LISTS.number : LISTS.dash;
      return block.items.map(
        (item) =>
          new Paragraph({
            numbering: { reference, level: 0 },
            spacing: { after: 60 },
            children: [...runsIn(item, 'work', links)],
          }),
      );
    }
    case 'facts':
      return [factsOf(block, links), new Paragraph({ spacing: { after: 60, line: 120 } })];
    case 'table':
      // Two tables that touch would be read as one.
      return [tableOf(block, links), new Paragraph({ spacing: { after: 60, line: 120 } })];
    case 'figure':
      return figureOf(block.figure);
    case 'note-head':
      return [noteHeadOf(block)];
    case 'subscript':
      return subscriptOf(block);
    case 'page-break':
      return [new Paragraph({ pageBreakBefore: true })];
  }
}

function marginOf(left: string, right: readonly TextRun[], marking: readonly Paragraph[], isHead: boolean) {
  const line = new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_TWIPS }],
    border: { [isHead ? 'bottom' : 'top']: { style: BorderStyle.SINGLE, size: 4, color: INKS.rule, space: 4 } },
    spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO },
    children: [new TextRun({ text: `${left}\t`, size: 16, color: INKS.soft }), ...right],
  });
  return { children: isHead ? [...marking, line] : [line, ...marking] };
}

function sectionOf(sheet: Sheet, links: Links): ISectionOptions {
  const { marking } = sheet;
  const marks = (): readonly Paragraph[] =>
    marking === undefined
      ? []
      : [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 0 },
            children: [new TextRun({ text: marking, bold: true, size: 16 })],
          }),
        ];
  const exercise = sheet.exercise ? [new TextRun({ text: EXERCISE, font: 'IBM Plex Mono', size: 16 })] : [];
  const pages = new TextRun({
    children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
    size: 16,
    color: INKS.soft,
  });
  return {
    properties: { page: PAGE },
    headers: { default: new Header(marginOf(sheet.running, exercise, marks(), true)) },
    footers: { default: new Footer(marginOf(sheet.foot, [pages], marks(), false)) },
    children: sheet.blocks.flatMap((block) => [...childrenOf(block, links)]),
  };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The properties of the document: the library would write the time of the machine into them. */
function properties(sheet: Sheet, made: Made): { readonly path: string; readonly data: string } {
  const at = `${made.toISOString().slice(0, 19)}Z`;
  const data =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escaped(sheet.title)}</dc:title><dc:creator>${escaped(sheet.author)}</dc:creator>` +
    `<dc:language>${LOCALES[sheet.language]}</dc:language><cp:lastModifiedBy>Servanda</cp:lastModifiedBy>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`;
  return { path: 'docProps/core.xml', data };
}

/** A sheet as a DOCX. A sheet of more than `BLOCK_LIMIT` blocks is a broken invariant and throws. */
export async function asDocx(sheet: Sheet, made: Made): Promise<Uint8Array> {
  if (sheet.blocks.length > BLOCK_LIMIT) throw new Error(`paper: a sheet of ${sheet.blocks.length} blocks`);
  const links = linksOf();
  const document: Docx = new Document({
    title: sheet.title,
    creator: sheet.author,
    styles: stylesOf(sheet),
    numbering: NUMBERING,
    sections: [sectionOf(sheet, links)],
  });
  addLinks(document, links);
  const packed = await Packer.toArrayBuffer(document, undefined, [properties(sheet, made)]);
  return stillZip(new Uint8Array(packed));
}
