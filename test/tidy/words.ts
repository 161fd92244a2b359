// Words: every key in three languages with the same arguments, counted as the language counts, said once and used.
import { IntlMessageFormat } from 'intl-messageformat';
import { LANGUAGES, type Language, type Words } from '../../src/kit/words.ts';
import { at, sources, type Template, type Tree } from './source.ts';

/** Tables by where they stand: `src/kit/kit.words.ts KIT_WORDS`. */
export type Tables = ReadonlyMap<string, Words>;

const IS_TABLE = /\.words\.ts$/;

/** The tables that the files `*.words.ts` of the project export. They are plain data, so they are imported. */
export async function readTables(tree: Tree): Promise<Tables> {
  const tables = new Map<string, Words>();
  for (const path of [...tree.keys()].filter((one) => IS_TABLE.test(one))) {
    const exported = (await import(new URL(`../../${path}`, import.meta.url).href)) as Readonly<Record<string, Words>>;
    for (const [name, table] of Object.entries(exported)) {
      if (/^[A-Z_]+$/.test(name)) tables.set(`${path} ${name}`, table);
    }
  }
  return tables;
}

/** What of a message matters to its translation: its arguments, and the forms in which it counts. */
interface Message {
  readonly args: ReadonlySet<string>;
  readonly counts: readonly { readonly forms: readonly string[]; readonly type: Intl.PluralRuleType }[];
}

interface Piece {
  readonly type: number;
  readonly value?: string;
  readonly pluralType?: Intl.PluralRuleType;
  readonly options?: Readonly<Record<string, { readonly value: readonly Piece[] }>>;
}

/** Types of ICU elements that carry an argument: argument, number, date, time, select, plural. */
const ARGUMENT = 1;
const PLURAL = 6;
/** The `#` in a form. Where no form says the number, the message only chooses: `=1 {the last} other {one of some}`. */
const POUND = 7;

function readMessage(text: string, language: Language): Message {
  const args = new Set<string>();
  const counts: { forms: readonly string[]; type: Intl.PluralRuleType }[] = [];
  const visit = (pieces: readonly Piece[]): void => {
    for (const { type, value, pluralType, options } of pieces) {
      if (type >= ARGUMENT && type <= PLURAL && value !== undefined) args.add(value);
      const inside = Object.values(options ?? {}).flatMap((option) => option.value);
      const saysNumber = inside.some((piece) => piece.type === POUND || piece.value === value);
      if (type === PLURAL && saysNumber) {
        counts.push({ forms: Object.keys(options ?? {}), type: pluralType ?? 'cardinal' });
      }
      visit(inside);
    }
  };
  visit(new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst() as readonly Piece[]);
  return { args, counts };
}

/** The forms in which a language counts: Ukrainian by one, few, many, other. */
const formsOf = (language: Language, type: Intl.PluralRuleType): readonly string[] =>
  new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories;

function countedWrongly({ counts }: Message, language: Language): readonly string[] {
  return counts.flatMap(({ forms, type }) =>
    formsOf(language, type)
      .filter((form) => !forms.includes(form))
      .map((form) => `counts in ${language} without the form ${form}`),
  );
}

function mistranslated(said: Readonly<Record<string, string>>): readonly string[] {
  const empty = LANGUAGES.filter((language) => (said[language] ?? '').trim() === '');
  if (empty.length > 0) return [`has no word in ${empty.join(', ')}`];
  const messages = LANGUAGES.map((language) => ({ language, ...readMessage(said[language] ?? '', language) }));
  const [first] = messages;
  return messages.flatMap(({ language, ...message }) => {
    const args = [...message.args].toSorted().join(', ');
    const differs = args !== [...(first?.args ?? [])].toSorted().join(', ');
    return [
      ...(differs ? [`takes in ${language} other arguments than in English: ${args || 'none'}`] : []),
      ...countedWrongly(message, language),
    ];
  });
}

/** Words missing, empty, with other arguments, miscounted, or said under one key in two tables. */
export function tableFindings(tables: Tables): readonly string[] {
  const stands = new Map<string, string>();
  const findings: string[] = [];
  for (const [place, table] of tables) {
    for (const [key, said] of Object.entries(table)) {
      const before = stands.get(key);
      if (before !== undefined) findings.push(`${place}: ${key} stands in ${before} as well: a key has one place`);
      stands.set(key, place);
      findings.push(...mistranslated(said).map((what) => `${place}: ${key} ${what}`));
    }
  }
  return findings;
}

const fits = (key: string, { pieces }: Template): boolean => {
  const last = pieces.at(-1) ?? '';
  const first = pieces[0] ?? '';
  return first.length > 1 && key.length >= first.length + last.length && key.startsWith(first) && key.endsWith(last);
};

const SPEAKS = /(?:^|\.)speak\.say$/;
const IS_FILE = /\.(?:json|ya?ml|csv|js|css|svg|txt|md|pem|ts|log|pid)$/;

/** Keys that are said and stand in no table, and keys in a table that nothing says. */
export function keyFindings(tree: Tree, tables: Tables): readonly string[] {
  const keys = new Set([...tables.values()].flatMap((table) => Object.keys(table)));
  const begins = new Set([...keys].map((key) => key.slice(0, key.indexOf('.') + 1)));
  const code = sources(tree, ['src']).filter(([path]) => !IS_TABLE.test(path));
  const unknown = code.flatMap(([path, source, text]) => {
    const looks = source.texts.filter(
      ({ value }) => /^[a-z]+(?:\.[a-z0-9-]+)+$/.test(value) && begins.has(value.slice(0, value.indexOf('.') + 1)),
    );
    const says = source.calls.filter(({ callee }) => SPEAKS.test(callee));
    const said = [...says.flatMap(({ texts }) => texts), ...looks.filter(({ value }) => !IS_FILE.test(value))];
    const places = new Map(said.filter(({ value }) => !keys.has(value)).map((one) => [one.start, one.value]));
    return [
      ...[...places].map(([start, key]) => `${at(path, text, start)} says ${key}, which stands in no table`),
      ...says
        .flatMap(({ templates }) => templates)
        .filter((template) => ![...keys].some((key) => fits(key, template)))
        .map(({ pieces, start }) => `${at(path, text, start)} says ${pieces.join('…')}, which fits no key`),
    ];
  });
  const texts = new Set(code.flatMap(([, source]) => source.texts.map(({ value }) => value)));
  const templates = code.flatMap(([, source]) => source.templates);
  const idle = [...tables].flatMap(([place, table]) =>
    Object.keys(table)
      .filter((key) => !texts.has(key) && !templates.some((template) => fits(key, template)))
      .map((key) => `${place}: nothing says ${key}: take it out`),
  );
  return [...unknown, ...idle];
}
