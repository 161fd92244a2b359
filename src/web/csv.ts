// Lists as tables in a file: RFC 4180, in which no cell is taken for a formula.
import type { TSchema } from 'typebox';

export const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

/** A cell. Numbers and truths stand bare; nothing is an empty cell. */
export type CsvCell = string | number | boolean | null | undefined;

/** What a spreadsheet would take for the start of a formula, whatever white space stands before it. */
const FORMULA = /^[\s\u0000]*[=+\-@\uff0b\uff0d\uff1d\uff20]|^[\t\r\n]/u;
const QUOTED = /[",\r\n]/;

/** A cell as written. A text that begins as a formula does gets an apostrophe in front, as spreadsheets mark text. */
function written(cell: CsvCell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The table with its names in the first row; every row ends in CRLF. */
export function csvOf(names: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [names, ...rows].map((row) => `${row.map(written).join(',')}\r\n`).join('');
}

/** A schema as far as a table reads it. */
interface Seen {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, TSchema>>;
  readonly items?: TSchema;
  readonly anyOf?: readonly TSchema[];
  readonly allOf?: readonly TSchema[];
}

/** A column: where its value lies in an item of the list, and the name it has. */
interface Column {
  readonly name: string;
  readonly path: readonly string[];
}

/** The one schema that `schema` is beside null; itself where it may be several things. */
function bare(schema: TSchema): Seen {
  const others = (schema as Seen).anyOf?.filter((one) => (one as Seen).type !== 'null') ?? [];
  return (others.length === 1 ? others[0] : schema) as Seen;
}

function propertiesOf(schema: Seen): Readonly<Record<string, TSchema>> {
  const inherited = (schema.allOf ?? []).map((one) => propertiesOf(bare(one)));
  return Object.fromEntries([...inherited, schema.properties ?? {}].flatMap((one) => Object.entries(one)));
}

function columnsOf(schema: TSchema, path: readonly string[] = []): readonly Column[] {
  const within = Object.entries(propertiesOf(bare(schema)));
  if (within.length === 0) return [{ name: path.join('.'), path }];
  return within.flatMap(([name, one]) => columnsOf(one, [...path, name]));
}

const at = (value: unknown, name: string): unknown => (value as Record<string, unknown> | null | undefined)?.[name];

/** A value in one cell: a list of words by semicolons, anything larger as JSON. */
function cellOf(value: unknown): CsvCell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  const words = Array.isArray(value) && value.every((one) => typeof one !== 'object');
  return words ? value.join('; ') : JSON.stringify(value);
}

/** The items of a list at a dotted path: where a list lies in the items of another, those of all of them. */
function itemsAt(data: unknown, path: readonly string[]): readonly unknown[] {
  const [name, ...rest] = path;
  if (name === undefined) return Array.isArray(data) ? data : [];
  return (Array.isArray(data) ? data : [data]).flatMap((one) => itemsAt(at(one, name), rest));
}

/** The schema of an item of that list; undefined where there is no list at that path. */
function itemAt(schema: TSchema, path: readonly string[]): TSchema | undefined {
  const seen = bare(schema);
  const [name, ...rest] = path;
  if (name === undefined) return seen.items;
  const inside = propertiesOf(seen.items === undefined ? seen : bare(seen.items))[name];
  return inside === undefined ? undefined : itemAt(inside, rest);
}

/** The last column of a table: how the whole of it may be handled, on each row, since rows are taken out of tables. */
export const MARKING_COLUMN = 'marking';

/** The columns that a list has as a table, by its dotted name in the data; undefined where there is no such list. */
export function tableNames(schema: TSchema, list: string): readonly string[] | undefined {
  const item = itemAt(schema, list.split('.'));
  if (item === undefined) return undefined;
  return [...columnsOf(item).map(({ name }) => (name === '' ? 'value' : name)), MARKING_COLUMN];
}

/** The list of that name in `data` as a table, its columns as the schema has them, and the line that marks it. */
export function csvOfList(schema: TSchema, data: unknown, list: string, marking: string): string {
  const item = itemAt(schema, list.split('.'));
  if (item === undefined) throw new Error(`csv: there is no list ${list}`);
  const columns = columnsOf(item);
  const rows = itemsAt(data, list.split('.')).map((one) => [
    ...columns.map(({ path }) => cellOf(path.reduce<unknown>((value, name) => at(value, name), one))),
    marking,
  ]);
  return csvOf(tableNames(schema, list) ?? [], rows);
}
