// Tables as text: RFC 4180, read strictly and row by row.
import { refuse } from '../act/refusal.ts';

/** Rows of a table, at most. */
export const ROWS_LIMIT = 100_000;

const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

function readRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    CELL.lastIndex = at;
    const match = CELL.exec(text);
    if (match === null) throw refuse('input-malformed', `Row ${rows.length + 1} of a table cannot be read.`);
    row.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    at = CELL.lastIndex;
    if (match[3] === ',' && at < text.length) continue;
    if (match[3] === ',') row.push('');
    rows.push(row);
    row = [];
    if (rows.length > ROWS_LIMIT) throw refuse('input-malformed', `A table has more than ${ROWS_LIMIT} rows.`);
  }
  return rows;
}

/** The rows of a table by the names in its first row. Refuses a row that has not as many cells as there are names. */
export function readTable<Name extends string>(
  text: string,
  names: readonly Name[],
): readonly Readonly<Record<Name, string>>[] {
  const [head, ...rows] = readRows(text);
  if (head?.join(',') !== names.join(',')) {
    throw refuse('input-malformed', `A table has the columns ${String(head)}, not ${names.join(', ')}.`);
  }
  return rows.map((cells, i) => {
    if (cells.length !== names.length) {
      throw refuse('input-malformed', `Row ${i + 2} of a table has ${cells.length} cells, not ${names.length}.`);
    }
    return Object.fromEntries(names.map((name, column) => [name, cells[column] ?? ''])) as Record<Name, string>;
  });
}
