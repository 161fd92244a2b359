// A source file as the rules of the house see it: read once into its imports, exports, names, texts and functions.
import { parseAst } from 'rolldown/parseAst';

/** The project as text: every file by its path from the root, with `/`. Files that are not text stand with ''. */
export type Tree = ReadonlyMap<string, string>;

/** A place in a file. `start` is an offset in UTF-16 units. */
interface Spot {
  readonly start: number;
}

/**
 * An import, re-export, `import()`, `import('…')` type or `require('…')`. `typesOnly` leaves nothing to run.
 * The specifier is '' where only the run decides what is imported.
 */
export interface Import extends Spot {
  readonly specifier: string;
  readonly typesOnly: boolean;
}

/** A text in the code: between quotes, or a template without holes. */
export interface Text extends Spot {
  readonly value: string;
}

/** A template with holes: the text before, between and after them. */
export interface Template extends Spot {
  readonly pieces: readonly string[];
}

/** A function of any form. `callee` names the call it is an argument of: the `describe` of a chapter of tests. */
export interface Func extends Spot {
  readonly end: number;
  readonly callee: string | undefined;
}

/** A call: `callee` is written dotted (`test.skip`), `texts` and `templates` are what its first argument can be. */
export interface Call extends Spot {
  readonly callee: string;
  readonly texts: readonly Text[];
  readonly templates: readonly Template[];
}

/** A name that stands for something: not the property behind a dot, not the key of a record. */
export interface Name extends Spot {
  readonly name: string;
}

/** What `id` and name an exported record has: `export const KEY_ADMITTED = { id: 'key.admitted/1' … }`. */
export interface Registered extends Name {
  readonly id: string;
}

export interface Source {
  /** Why the file does not parse: then it is as if empty to all rules but one. Undefined where it does. */
  readonly broken: string | undefined;
  readonly imports: readonly Import[];
  readonly texts: readonly Text[];
  readonly templates: readonly Template[];
  readonly functions: readonly Func[];
  readonly calls: readonly Call[];
  readonly names: readonly Name[];
  readonly members: readonly Name[];
  readonly made: readonly Name[];
  readonly exported: readonly Name[];
  readonly registered: readonly Registered[];
}

interface Syntax extends Spot {
  readonly type: string;
  readonly end: number;
  readonly [key: string]: unknown;
}

type Lists = Omit<Source, 'broken'>;
type Gathered = { readonly [Key in keyof Lists]: Lists[Key][number][] };
type Visit = (node: Syntax, into: Gathered, parent: Syntax | undefined) => void;

const isSyntax = (value: unknown): value is Syntax =>
  typeof value === 'object' && value !== null && typeof (value as Syntax).type === 'string';

const list = (value: unknown): readonly Syntax[] => (Array.isArray(value) ? value.filter(isSyntax) : []);

/** `a`, `a.b`, `a.b.c` of an expression; '' where it is none of these, and the last part alone behind a call. */
function dotted(node: unknown): string {
  if (!isSyntax(node)) return '';
  if (node.type === 'Identifier') return String(node['name']);
  if (node.type === 'ChainExpression') return dotted(node['expression']);
  if (node.type === 'CallExpression') return dotted(node['callee']);
  if (node.type !== 'MemberExpression' || node['computed'] === true) return '';
  return `${dotted(node['object'])}.${dotted(node['property'])}`;
}

const textOf = (node: unknown): string | undefined =>
  isSyntax(node) && node.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : undefined;

const cooked = (node: Syntax): readonly string[] =>
  list(node['quasis']).map((piece) => String((piece['value'] as { readonly cooked: string }).cooked));

/** The texts and templates that an expression can come to, through `a ? b : c`, `a ?? b` and `a || b`. */
function outcomes(node: unknown): { readonly texts: readonly Text[]; readonly templates: readonly Template[] } {
  if (!isSyntax(node)) return { texts: [], templates: [] };
  const branches = (...keys: readonly string[]): ReturnType<typeof outcomes> => {
    const all = keys.map((key) => outcomes(node[key]));
    return { texts: all.flatMap(({ texts }) => texts), templates: all.flatMap(({ templates }) => templates) };
  };
  const value = textOf(node);
  if (value !== undefined) return { texts: [{ value, start: node.start }], templates: [] };
  if (node.type === 'ConditionalExpression') return branches('consequent', 'alternate');
  if (node.type === 'LogicalExpression') return branches('left', 'right');
  if (node.type !== 'TemplateLiteral') return { texts: [], templates: [] };
  const pieces = cooked(node);
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return { texts: [{ value: only, start: node.start }], templates: [] };
  return { texts: [], templates: [{ pieces, start: node.start }] };
}

/** Whether nothing of it is left to run: `import type`, or only `type` names between the braces. */
function areTypes(node: Syntax, flag: 'importKind' | 'exportKind'): boolean {
  const named = list(node['specifiers']);
  return node[flag] === 'type' || (named.length > 0 && named.every((one) => one[flag] === 'type'));
}

function addImport(into: Gathered, source: unknown, typesOnly: boolean): void {
  if (isSyntax(source)) into.imports.push({ specifier: textOf(source) ?? '', typesOnly, start: source.start });
}

const addFunction: Visit = (node, into, parent) => {
  const isArgument = parent?.type === 'CallExpression' && parent['callee'] !== node;
  into.functions.push({ start: node.start, end: node.end, callee: isArgument ? dotted(parent['callee']) : undefined });
};

function addExported(node: Syntax, into: Gathered): void {
  const declared = node['declaration'];
  for (const { exported } of list(node['specifiers'])) {
    if (isSyntax(exported)) into.exported.push({ name: String(exported['name']), start: exported.start });
  }
  if (!isSyntax(declared)) return;
  for (const { id, init } of declared.type === 'VariableDeclaration' ? list(declared['declarations']) : [declared]) {
    if (!isSyntax(id) || id.type !== 'Identifier') continue;
    const name = String(id['name']);
    into.exported.push({ name, start: id.start });
    const registered = idOf(init);
    if (registered !== undefined) into.registered.push({ ...registered, name });
  }
}

/** The `id: '…'` of a record written out, seen through `as const satisfies Kind`. */
function idOf(value: unknown): { readonly id: string; readonly start: number } | undefined {
  if (!isSyntax(value)) return undefined;
  if (value.type === 'TSSatisfiesExpression' || value.type === 'TSAsExpression') return idOf(value['expression']);
  for (const { key, value: said } of list(value['properties'])) {
    const id = isSyntax(key) && key['name'] === 'id' ? textOf(said) : undefined;
    if (id !== undefined && isSyntax(said)) return { id, start: said.start };
  }
  return undefined;
}

const VISITS: Readonly<Record<string, Visit>> = {
  ImportDeclaration: (node, into) => addImport(into, node['source'], areTypes(node, 'importKind')),
  ExportAllDeclaration: (node, into) => addImport(into, node['source'], node['exportKind'] === 'type'),
  ExportNamedDeclaration: (node, into) => {
    addImport(into, node['source'], areTypes(node, 'exportKind'));
    addExported(node, into);
  },
  ImportExpression: (node, into) => addImport(into, node['source'], false),
  TSImportType: (node, into) => addImport(into, node['source'], true),
  FunctionDeclaration: addFunction,
  FunctionExpression: addFunction,
  ArrowFunctionExpression: addFunction,
  Literal: (node, into) => {
    const value = textOf(node);
    if (value !== undefined) into.texts.push({ value, start: node.start });
  },
  TemplateLiteral: (node, into) => {
    const { texts, templates } = outcomes(node);
    into.texts.push(...texts);
    into.templates.push(...templates);
  },
  CallExpression: (node, into) => {
    const callee = dotted(node['callee']);
    const [first] = list(node['arguments']);
    into.calls.push({ callee, start: node.start, ...outcomes(first) });
    if (callee === 'require') addImport(into, first, false);
  },
  NewExpression: (node, into) => into.made.push({ name: dotted(node['callee']), start: node.start }),
  MemberExpression: (node, into) => into.members.push({ name: dotted(node), start: node.start }),
  MetaProperty: (node, into) => {
    into.members.push({ name: `${dotted(node['meta'])}.${dotted(node['property'])}`, start: node.start });
  },
  Identifier: (node, into, parent) => {
    const isProperty = parent?.type === 'MemberExpression' && parent['property'] === node;
    const isBehindDot = isProperty && parent['computed'] !== true;
    const isKey = parent !== undefined && parent['key'] === node && parent['shorthand'] !== true;
    if (!isBehindDot && !isKey) into.names.push({ name: String(node['name']), start: node.start });
  },
};

function walk(node: Syntax, into: Gathered, parent: Syntax | undefined): void {
  VISITS[node.type]?.(node, into, parent);
  for (const key of Object.keys(node)) {
    const value = node[key];
    if (Array.isArray(value)) {
      for (const one of value) if (isSyntax(one)) walk(one, into, node);
    } else if (isSyntax(value)) walk(value, into, node);
  }
}

const LANGUAGES = { ts: 'ts', tsx: 'tsx', cjs: 'js' } as const;
type Ending = keyof typeof LANGUAGES;
const endingOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** Whether a file is code that the rules read. */
export const isSource = (path: string): boolean => endingOf(path) in LANGUAGES;

/** Files as read, by language and text: a changed copy of the project costs only the reading of what was changed. */
const read = new Map<string, Source>();

/** Reads a file of code. */
export function sourceOf(path: string, text: string): Source {
  const lang = LANGUAGES[endingOf(path) as Ending];
  const known = read.get(lang + text);
  if (known !== undefined) return known;
  const into: Gathered = {
    imports: [], texts: [], templates: [], functions: [], calls: [],
    names: [], members: [], made: [], exported: [], registered: [],
  };
  let broken: string | undefined;
  try {
    walk(parseAst(text, { lang }) as unknown as Syntax, into, undefined);
  } catch (error) {
    // The first line counts the errors, the second says the first of them.
    broken = (error instanceof Error ? error.message : String(error)).split('\n').slice(0, 2).join(' ');
  }
  const source = { broken, ...into };
  read.set(lang + text, source);
  return source;
}

/** Files of code that do not parse, of which no other rule can speak. */
export function parseFindings(tree: Tree): readonly string[] {
  return sources(tree)
    .filter(([, { broken }]) => broken !== undefined)
    .map(([path, { broken }]) => `${path}:1 does not parse: ${broken}`);
}

/** The files of code under the given folders, with what was read of them. All of them where no folder is given. */
export function sources(
  tree: Tree,
  folders: readonly string[] = [''],
): readonly (readonly [path: string, source: Source, text: string])[] {
  return [...tree]
    .filter(([path]) => isSource(path) && folders.some((folder) => isWithin(path, folder)))
    .map(([path, text]) => [path, sourceOf(path, text), text]);
}

/** Whether a path is that place or lies under it, by segments: `src/areas/x.ts` does not lie under `src/area`. */
export const isWithin = (path: string, place: string): boolean =>
  place === '' || path === place || path.startsWith(`${place}/`);

/** `src/act/act.ts:12` for an offset in the text of a file. */
export const at = (path: string, text: string, start: number): string =>
  `${path}:${text.slice(0, start).split('\n').length}`;

/** The path that a relative reference in a file leads to. Undefined where it leaves the project. */
export function resolve(from: string, reference: string): string | undefined {
  const segments = from.split('/').slice(0, -1);
  for (const segment of reference.split('/')) {
    if (segment === '..' && segments.pop() === undefined) return undefined;
    if (segment !== '..' && segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}
