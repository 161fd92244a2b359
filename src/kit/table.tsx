// Registers as tables and plain lists: no box, a heavy line above, hairlines between, lists on a phone.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** A column. `date`, `word` never wrap, `figure` stands right. `label` names it on a phone where the head is a mark. */
export interface Column {
  readonly head: Child;
  readonly label?: string;
  readonly is?: 'date' | 'figure' | 'word';
}

/** A cell: what stands in it, and whether it says that there is nothing. */
export interface Cell {
  readonly shows: Child;
  readonly nil?: boolean;
}

/** A row. The first cell names it. `operative` marks the reading that holds. */
export interface Row {
  readonly id?: string;
  readonly operative?: boolean;
  readonly cells: readonly (Cell | string)[];
}

const cellOf = (cell: Cell | string): Cell => (typeof cell === 'string' ? { shows: cell } : cell);
const classes = (...names: readonly (string | undefined | false)[]): string | undefined =>
  names.filter(Boolean).join(' ') || undefined;

function TableRow({ row, columns }: { readonly row: Row; readonly columns: readonly Column[] }): JSX.Element {
  return (
    <tr id={row.id} class={classes(row.operative === true && 'operative')}>
      {row.cells.map((given, i) => {
        const cell = cellOf(given);
        const column = columns[i];
        const named = classes(column?.is, cell.nil === true && 'nil');
        if (i === 0) {
          return (
            <th scope="row" class={named}>
              {cell.shows}
            </th>
          );
        }
        const label = column?.label ?? (typeof column?.head === 'string' ? column.head : undefined);
        return (
          <td class={named} data-label={label}>
            {cell.shows}
          </td>
        );
      })}
    </tr>
  );
}

/**
 * A register as a table, or the sentence that says it is empty. Where `id` is given and `live` is set, the table is
 * brought up to date in the page when the record changes.
 */
export function RegisterTable({ columns, rows, empty, caption, id, live = false }: {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly empty: string;
  readonly caption?: Child;
  readonly id?: string;
  readonly live?: boolean;
}): JSX.Element {
  return (
    <div id={id} class="wide" data-live={live ? true : undefined}>
      {rows.length === 0 ? (
        <p class="empty">{empty}</p>
      ) : (
        <table class="register">
          {caption === undefined ? null : <caption>{caption}</caption>}
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col" class={column.is === 'figure' || column.is === 'date' ? column.is : undefined}>
                  {column.head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <TableRow row={row} columns={columns} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

/** Names and what they hold, one under the other. */
export function Plain({ rows, wide = false, after = false }: {
  readonly rows: readonly { readonly label: Child; readonly value: Child }[];
  readonly wide?: boolean;
  readonly after?: boolean;
}): JSX.Element {
  return (
    <dl class={classes('plain', wide && 'wide', after && 'after')}>
      {rows.map((row) => (
        <div>
          <dt>{row.label}</dt>
          <dd>{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}
