// Runs of text in a DOCX, and its links under names that are the same each time.
import { ConcreteHyperlink, type Document, type ParagraphChild, TextRun } from 'docx';
import { INKS, type Run, type Runs, runsOf, type Voice } from './sheet.ts';

/** Addresses in the order in which they were first named: the library would draw their names by lot. */
export interface Links {
  readonly addresses: string[];
}

export function linksOf(): Links {
  return { addresses: [] };
}

const FONTS: Readonly<Record<Voice, string>> = {
  words: 'IBM Plex Serif',
  work: 'IBM Plex Sans',
  record: 'IBM Plex Mono',
};
const LINK_TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

const nameOf = (index: number): string => `Link${index + 1}`;

function textRun(run: Run & { readonly voice: Voice }, size: number | undefined): TextRun {
  const [first = '', ...later] = run.text.split('\n');
  const look = {
    font: FONTS[run.voice],
    ...(size === undefined ? {} : { size }),
    ...(run.strong === true ? { bold: true } : {}),
    ...(run.italic === true ? { italics: true } : {}),
    ...(run.soft === true ? { color: INKS.soft } : {}),
    ...(run.href === undefined ? {} : { underline: { color: INKS.edge } }),
  };
  if (later.length === 0) return new TextRun({ ...look, text: first });
  return new TextRun({ ...look, children: [first, ...later.map((text) => new TextRun({ ...look, text, break: 1 }))] });
}

/** Runs as children of a paragraph. `size` in half points, where it is not the paragraph's own. */
export function runsIn(text: Runs, voice: Voice, links: Links, size?: number): readonly ParagraphChild[] {
  return runsOf(text, voice).map((run) => {
    const child = textRun(run, size);
    if (run.href === undefined) return child;
    const known = links.addresses.indexOf(run.href);
    const index = known === -1 ? links.addresses.push(run.href) - 1 : known;
    return new ConcreteHyperlink([child], nameOf(index));
  });
}

/** Tells the document where its links lead. */
export function addLinks(document: Document, { addresses }: Links): void {
  addresses.forEach((address, i) => {
    document.Document.Relationships.addRelationship(nameOf(i), LINK_TYPE, address, 'External');
  });
}
