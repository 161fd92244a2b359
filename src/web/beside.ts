// What a page is beside itself: the table of one of its lists, its feed, its calendar; and the addresses of these.
import { refuse } from '../act/refusal.ts';
import type { Speak } from '../kit/words.ts';
import type { Desk, FormName, PageAnswer } from './ask.ts';
import { ATOM_TYPE } from './atom.ts';
import { CALENDAR_TYPE } from './calendar.ts';
import { CSV_TYPE, csvOfList } from './csv.ts';

/** A form of a page as text. `name` is offered as the file name, where it is one to keep. */
interface Beside {
  readonly text: string;
  readonly type: string;
  readonly name?: string;
}

/** The list that `?list=` names as a table, the first of the page where it names none. */
function table({ data, says }: PageAnswer, url: URL, marking: string): Beside {
  const lists = says?.lists ?? [];
  const asked = url.searchParams.get('list');
  const list = lists.find((one) => asked === null || asked === '' || one === asked);
  if (says === undefined || list === undefined) {
    throw refuse('input-malformed', `field list: The lists of this page are ${lists.join(', ')}.`);
  }
  const text = csvOfList(says.data, data, list, marking);
  return { text, type: CSV_TYPE, name: `${url.pathname.slice(1)}-${list}.csv` };
}

/** The page in another form than itself and its data; undefined where those are what is asked for. */
export async function besideOf(
  form: FormName | 'page' | undefined,
  page: PageAnswer,
  { url, speak, desk, marking }: {
    readonly url: URL;
    readonly speak: Speak;
    readonly desk: Desk;
    /** How it may be handled, in words. */
    readonly marking: string;
  },
): Promise<Beside | undefined> {
  const { also } = page;
  if (form === 'csv') return table(page, url, marking);
  if (form === 'atom' && also.atom !== undefined) return { text: await also.atom(speak, desk), type: ATOM_TYPE };
  if (form === 'ics' && also.ics !== undefined) return { text: await also.ics(speak, desk), type: CALENDAR_TYPE };
  return undefined;
}

/** The other forms of a page, with their types. */
export const ALTERNATES = [
  ['json', 'application/json'],
  ['csv', 'text/csv'],
  ['atom', 'application/atom+xml'],
  ['ics', 'text/calendar'],
] as const;

/** Addresses of a page in its other forms. */
export interface Alternates {
  readonly json: string;
  readonly csv?: string;
  readonly atom?: string;
  readonly ics?: string;
}

export function alternatesOf(url: URL, { says, also }: PageAnswer): Alternates {
  const of = (format: FormName): string => {
    const other = new URL(url);
    other.searchParams.set('format', format);
    return `${other.pathname}${other.search}`;
  };
  return {
    json: of('json'),
    ...((says?.lists ?? []).length === 0 ? {} : { csv: of('csv') }),
    ...(also.atom === undefined ? {} : { atom: of('atom') }),
    ...(also.ics === undefined ? {} : { ics: of('ics') }),
  };
}
