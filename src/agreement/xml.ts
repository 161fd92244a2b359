// XML as this house takes and makes it: elements, attributes and text of one namespace, and nothing that expands.
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { refuse } from '../act/refusal.ts';

/** An element with its attributes and what stands in it, in order. Text is as read, white space included. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** Characters of a document, elements in it, attributes of one, how deep they may lie in each other. */
export const XML_LIMIT = 4_000_000;
export const XML_ELEMENTS = 50_000;
export const XML_ATTRIBUTES = 64;
export const XML_DEPTH = 64;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const WRITTEN: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML 1.0 has no way to write. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u;

function wrong(what: string): Error {
  return refuse('input-malformed', `Reading XML: ${what}`);
}

/** Text as it stands between tags or in an attribute. */
export function xmlText(text: string): string {
  if (UNWRITABLE.test(text)) {
    throw refuse('input-malformed', 'Writing XML: the text has a character that XML cannot hold.');
  }
  return text.replace(/[&<>"]/g, (sign) => WRITTEN[sign] as string);
}

/** An element written out. `inside` is XML already; without it the element is empty. */
export function tag(name: string, attributes: Readonly<Record<string, string>>, inside = ''): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(value)}"`);
  return inside === '' ? `<${name}${said.join('')}/>` : `<${name}${said.join('')}>${inside}</${name}>`;
}

/** The five names of XML and numbers of characters; any other name would have to be declared, which is refused. */
function plain(text: string): string {
  return text.replace(/&([^;&\s]{0,12};?)/g, (whole, said: string) => {
    const name = said.slice(0, -1);
    const number = /^#(?:x([0-9A-Fa-f]{1,6})|(\d{1,7}))$/.exec(name);
    const [, hex, decimal = ''] = number ?? [];
    const point = hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
    const sign = NAMED[name] ?? (point <= 0x10_ffff ? String.fromCodePoint(point) : undefined);
    if (sign === undefined || !said.endsWith(';') || UNWRITABLE.test(sign)) throw wrong(`it says ${whole}.`);
    return sign;
  });
}

/** Without its comments; one pass, whatever stands in it. */
function uncommented(source: string): string {
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    const start = source.indexOf('<!--', at);
    const end = start < 0 ? -1 : source.indexOf('-->', start + 4);
    kept.push(end < 0 ? source.slice(at) : source.slice(at, start));
    if (end < 0) return kept.join('');
    at = end + 3;
  }
}

/** The tag that begins at `start`, as a parser reads it: what stands in quotes ends none. */
function tagAt(source: string, start: number): string {
  let quote = '';
  let attributes = 0;
  for (let at = start + 1; at < source.length; at++) {
    const sign = source[at] as string;
    if (sign === '<') throw wrong('a < stands where it must be written &lt;.');
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") {
      quote = sign;
      attributes += 1;
      if (attributes > XML_ATTRIBUTES) throw wrong(`an element has more than ${XML_ATTRIBUTES} attributes.`);
    } else if (sign === '>') return source.slice(start, at + 1);
  }
  throw wrong('a tag is not closed.');
}

/** Before anything is parsed: no size, no declaration, no depth that a parser would have to survive. */
function guard(source: string): void {
  if (UNWRITABLE.test(source)) throw wrong('it has a character that XML cannot hold.');
  if (/<!(?!--)/.test(source)) throw wrong('it has a declaration (<!DOCTYPE, <!ENTITY, <![CDATA[); write it without.');
  if (/<\?(?!xml\s)/.test(source)) throw wrong('it has a processing instruction; write it without.');
  let depth = 0;
  let elements = 0;
  for (let at = source.indexOf('<'); at >= 0;) {
    const text = tagAt(source, at);
    at = source.indexOf('<', at + text.length);
    if (text.startsWith('<?')) continue;
    if (text.startsWith('</')) depth -= 1;
    else {
      elements += 1;
      if (!text.endsWith('/>')) depth += 1;
    }
    if (depth > XML_DEPTH) throw wrong(`its elements lie in each other more than ${XML_DEPTH} deep.`);
    if (elements > XML_ELEMENTS) throw wrong(`it has more than ${XML_ELEMENTS} elements.`);
  }
}

type Parsed = Readonly<Record<string, unknown>>;
const ATTRIBUTES = ':@';
const TEXT = '#text';

const PARSER = {
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  processEntities: false,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
} as const;

/** The prefix that stands for `namespace` at the root: `''`, `akn:`. */
function prefixOf(root: string, attributes: Readonly<Record<string, string>>, namespace: string): string {
  const prefix = root.includes(':') ? root.slice(0, root.indexOf(':')) : '';
  const said = attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix}`];
  if (said !== namespace) throw wrong(`its root ${root} is of ${said ?? 'no namespace'}, and not of ${namespace}.`);
  return prefix === '' ? '' : `${prefix}:`;
}

function attributesOf(parsed: Parsed): Readonly<Record<string, string>> {
  const given = (parsed[ATTRIBUTES] ?? {}) as Readonly<Record<string, string>>;
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, plain(value)]));
}

function elementOf(parsed: Parsed, prefix: string, namespace: string): Element | string {
  const said = parsed[TEXT];
  if (typeof said === 'string') return plain(said);
  const name = Object.keys(parsed).find((key) => key !== ATTRIBUTES) ?? '';
  const attributes = attributesOf(parsed);
  const again = attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`];
  const bare = name.slice(prefix.length);
  if (!name.startsWith(prefix) || bare.includes(':') || (again !== undefined && again !== namespace)) {
    throw wrong(`the element ${name} is not of ${namespace}.`);
  }
  const children = parsed[name] as readonly Parsed[];
  return { name: bare, attributes, children: children.map((child) => elementOf(child, prefix, namespace)) };
}

/**
 * Reads a document whose elements are all of one namespace. Declarations, entities, processing instructions and CDATA
 * are refused before anything is parsed; comments are passed over.
 */
export function readXml(source: string, namespace: string): Element {
  if (source.length > XML_LIMIT) throw wrong(`it has ${source.length} characters of ${XML_LIMIT}.`);
  const bare = uncommented(source);
  guard(bare);
  const valid = XMLValidator.validate(bare);
  if (valid !== true) throw wrong(`${valid.err.msg} (line ${valid.err.line}).`);
  let parsed: readonly Parsed[];
  try {
    parsed = new XMLParser(PARSER).parse(bare) as readonly Parsed[];
  } catch (cause) {
    throw refuse('input-malformed', `Reading XML: ${(cause as Error).message}.`, cause);
  }
  const root = parsed.find((one) => one[TEXT] === undefined);
  const name = Object.keys(root ?? {}).find((key) => key !== ATTRIBUTES);
  if (root === undefined || name === undefined) throw wrong('it has no element.');
  return elementOf(root, prefixOf(name, attributesOf(root), namespace), namespace) as Element;
}

/** The elements of a name straight inside another. */
export function inside(element: Element, name: string): readonly Element[] {
  return element.children.filter((child): child is Element => typeof child !== 'string' && child.name === name);
}

/** The words in an element, of all that is inside it, letter by letter. */
export function wordsOf(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : wordsOf(child))).join('');
}
