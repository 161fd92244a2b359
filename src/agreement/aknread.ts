// Akoma Ntoso 3.0 in: a document from outside read into the provisions of an agreement, or refused with the reason.
import { refuse } from '../act/refusal.ts';
import { AKN_NAMESPACE, eIdOf, idOf, twoLetters } from './akn.ts';
import { ANNEX, CLOSING, NUMERAL, numberedText, type Placed, readText, type Text } from './text.ts';
import { type Element, inside, readXml, wordsOf } from './xml.ts';

/** A document as read. `source` is its text in the numbered form, from which `readText` makes the same provisions. */
export interface ReadAkn {
  readonly agreement: string;
  readonly language: string;
  readonly at: string;
  readonly text: Text;
  readonly source: string;
}

function wrong(what: string): Error {
  return refuse('input-malformed', `Reading Akoma Ntoso: ${what}`);
}

function the(element: Element, name: string): Element {
  const found = inside(element, name);
  const [first] = found;
  if (first === undefined || found.length > 1) {
    throw wrong(`${element.name} has ${found.length} elements ${name}, and needs one.`);
  }
  return first;
}

function attribute(element: Element, name: string): string {
  const value = element.attributes[name];
  if (value === undefined) throw wrong(`${element.name} has no ${name}.`);
  return value;
}

/** One line of words: a heading, a number, a paragraph. White space at its ends is setting. */
function line(element: Element): string {
  const said = wordsOf(element).trim();
  if (/[\n\r]/.test(said)) throw wrong(`the words of ${element.name} break over lines: ${said.slice(0, 60)}`);
  return said.normalize('NFC');
}

function provision(element: Element, words: Element, place: Omit<Placed, 'id' | 'text'>): Placed {
  const eId = attribute(element, 'eId');
  const id = idOf(eId);
  if (id === undefined) throw wrong(`${element.name} ${eId.slice(0, 60)} is no recital, paragraph or annex.`);
  const num = line(the(element, 'num'));
  const printed = id.startsWith('r') ? `(${id.slice(1)})` : `${id}.`;
  if (num !== printed) throw wrong(`${eId} is numbered ${num.slice(0, 20)}, and its id says ${printed}.`);
  const paragraphs = inside(words, 'p');
  if (paragraphs.length !== 1) throw wrong(`${eId} has ${paragraphs.length} paragraphs of words, and needs one.`);
  return { id, text: line(paragraphs[0] as Element), ...place };
}

/** Every element of a hierarchy is known here; another would be words that are lost, so it is refused. */
function requireOnly(element: Element, names: readonly string[]): void {
  for (const child of element.children) {
    const name = typeof child === 'string' ? child.trim().slice(0, 40) : child.name;
    if (typeof child === 'string' ? name !== '' : !names.includes(name)) {
      throw wrong(`${element.name} holds ${JSON.stringify(name)}; known in it are ${names.join(', ')}.`);
    }
  }
}

function paragraphs(holder: Element, place: Omit<Placed, 'id' | 'text'>): readonly Placed[] {
  return inside(holder, 'paragraph').map((one) => {
    requireOnly(one, ['num', 'content']);
    return provision(one, the(one, 'content'), place);
  });
}

/** The word and the number of a Part or an annex: `Part IV`. */
function numbered(element: Element): { readonly word: string; readonly number: string } {
  const [, word, number] = /^(\p{L}+) ([IVXL]+|\d{1,2})$/u.exec(line(the(element, 'num'))) ?? [];
  if (word === undefined || number === undefined) throw wrong(`${element.name} is numbered otherwise than by a word.`);
  return { word, number };
}

function part(element: Element): { readonly nodes: readonly Placed[]; readonly word: string } {
  const { word, number } = numbered(element);
  if (!NUMERAL.test(number)) throw wrong(`the Part ${number} has no numeral.`);
  requireOnly(element, ['num', 'heading', 'paragraph', 'section']);
  const partTitle = line(the(element, 'heading'));
  const nodes = element.children.flatMap((child): readonly Placed[] => {
    if (typeof child === 'string') return [];
    const place = { part: number, partTitle };
    if (child.name === 'section') {
      requireOnly(child, ['heading', 'paragraph']);
      return paragraphs(child, { ...place, section: line(the(child, 'heading')) });
    }
    return child.name === 'paragraph' ? paragraphs({ ...element, children: [child] }, { ...place, section: null }) : [];
  });
  return { nodes, word };
}

function preamble(act: Element): readonly Placed[] {
  const [found] = inside(act, 'preamble');
  if (found === undefined) return [];
  requireOnly(found, ['recitals']);
  const recitals = the(found, 'recitals');
  requireOnly(recitals, ['heading', 'recital']);
  const partTitle = line(the(recitals, 'heading'));
  return inside(recitals, 'recital').map((one) => {
    requireOnly(one, ['num', 'p']);
    return provision(one, one, { part: partTitle, partTitle, section: null });
  });
}

function conclusions(act: Element): readonly Placed[] {
  const [found] = inside(act, 'conclusions');
  if (found === undefined) return [];
  requireOnly(found, ['p']);
  const text = inside(found, 'p').map(line).join('\n');
  return [{ id: CLOSING, text, part: CLOSING, partTitle: 'Closing', section: null }];
}

function annex(element: Element): { readonly node: Placed; readonly word: string } {
  const { word, number } = numbered(element);
  const id = `${ANNEX}-${number}`;
  if (attribute(element, 'eId') !== eIdOf(id)) throw wrong(`the annex ${number} has the id of another.`);
  const body = the(the(element, 'doc'), 'mainBody');
  requireOnly(body, ['p']);
  const text = inside(body, 'p').map(line).join('\n');
  return { word, node: { id, text, part: ANNEX, partTitle: line(the(element, 'heading')), section: null } };
}

function textOf(act: Element): Text {
  const body = the(act, 'body');
  requireOnly(body, ['part']);
  const parts = inside(body, 'part').map(part);
  const annexes = inside(act, 'attachments').flatMap((one) => inside(one, 'attachment').map(annex));
  const title = line(the(the(the(the(act, 'preface'), 'longTitle'), 'p'), 'docTitle'));
  return {
    title,
    marks: { part: parts[0]?.word ?? 'Part', annex: annexes[0]?.word ?? 'Annex' },
    nodes: [
      ...preamble(act),
      ...parts.flatMap(({ nodes }) => nodes),
      ...conclusions(act),
      ...annexes.map(({ node }) => node),
    ],
  };
}

const KNOWN = ['meta', 'preface', 'preamble', 'body', 'conclusions', 'attachments'];

/**
 * Reads a document of Akoma Ntoso 3.0 as this house writes it. What would be lost in reading is refused: an element
 * unknown in its place, a number that its id does not say, a declaration, a foreign namespace, more than the limits.
 */
export function readAkn(xml: string): ReadAkn {
  const root = readXml(xml, AKN_NAMESPACE);
  if (root.name !== 'akomaNtoso') throw wrong(`it begins with ${root.name}.`);
  const act = the(root, 'act');
  requireOnly(act, KNOWN);
  const identification = the(the(act, 'meta'), 'identification');
  const expression = the(identification, 'FRBRExpression');
  const text = textOf(act);
  const source = numberedText(text);
  const again = readText(source);
  const same = (nodes: readonly Placed[]): string =>
    JSON.stringify(nodes.map(({ id, text: words, part: of, section }) => [id, words, of, section]));
  if (same(again.nodes) !== same(text.nodes)) {
    throw wrong('its words cannot be told from headings and numbers once they stand in lines.');
  }
  return {
    agreement: attribute(the(the(identification, 'FRBRWork'), 'FRBRnumber'), 'value'),
    language: twoLetters(attribute(the(expression, 'FRBRlanguage'), 'language')),
    at: attribute(the(expression, 'FRBRdate'), 'date'),
    text,
    source,
  };
}
