// The forms of an answer: whether the reader asked for a page, for its data, or for something else it can be.
import type { Joined } from '../agreement/label.ts';
import { FORMS, type FormName, type Route } from './ask.ts';

/** How much `accept` wants `type`, and where it names it first; wildcards do not count as naming. */
function wish(accept: string, type: RegExp): { readonly weight: number; readonly place: number } {
  let found = { weight: 0, place: Infinity };
  for (const [place, part] of accept.split(',').entries()) {
    const [name, ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    if (name === undefined || !type.test(name)) continue;
    const given = parameters.find((parameter) => parameter.startsWith('q='));
    const weight = given === undefined ? 1 : Number(given.slice(2));
    if (weight > found.weight) found = { weight, place };
  }
  return found;
}

/** What a form is called in `Accept`; documents on paper are asked for by address alone. */
const NAMES: Readonly<Partial<Record<FormName | 'page', RegExp>>> = {
  page: /^(?:text\/html|application\/xhtml\+xml)$/,
  json: /^application\/(?:problem\+)?json$/,
  csv: /^text\/csv$/,
  atom: /^application\/atom\+xml$/,
  ics: /^text\/calendar$/,
};
const ANYTHING = /^(?:\*|text|application)\/\*$/;
const ACCEPT_LENGTH = 1000;

/**
 * Which of `offered` an address and an `Accept` ask for; `page` where nothing else is named, and undefined where they
 * name only what there is not. The address decides before the header does. A browser names pages; a program that
 * accepts anything gets a page too, as the address says.
 */
export function formAsked(
  accept: string | undefined,
  format: string | undefined,
  offered: readonly FormName[],
): FormName | 'page' | undefined {
  if (format !== undefined && format !== '') return offered.find((form) => form === format);
  const header = (accept ?? '').slice(0, ACCEPT_LENGTH);
  if (header.trim() === '') return 'page';
  const all = (['page', ...offered] as const).flatMap((form) => {
    const type = NAMES[form];
    const { weight, place } = type === undefined ? { weight: 0, place: 0 } : wish(header, type);
    return weight > 0 ? [{ form, weight, place }] : [];
  });
  const [first] = all.toSorted((a, b) => b.weight - a.weight || a.place - b.place);
  if (first !== undefined) return first.form;
  return wish(header, ANYTHING).weight > 0 ? 'page' : undefined;
}

/** Whether JSON is asked for, by address or by a header that wants it more than a page. */
export function wantsJson(accept: string | undefined, format: string | undefined): boolean {
  return formAsked(accept, format === 'json' ? format : undefined, ['json']) === 'json';
}

/** Whether the reader is a program: asked for something else than a page, so that what goes wrong is told as data. */
export function isProgram(accept: string | undefined, format: string | undefined): boolean {
  if (format === 'docx' || format === 'pdf' || format === 'html' || format === 'text') return false;
  const form = formAsked(accept, FORMS.find((one) => one === format), FORMS);
  return form !== undefined && form !== 'page';
}

/** What a route can be asked for beside its page. */
export function formsOf({ says }: Pick<Route, 'says'>): readonly FormName[] {
  if (says.is === 'data') return ['json'];
  if (says.is === 'elsewhere') return ['json'];
  if (says.is === 'file') return FORMS;
  const tables = (says.lists ?? []).length > 0 ? (['csv'] as const) : [];
  return ['json', ...tables, ...(says.forms ?? [])];
}

/** The data of a page, and the label under which it stands. A bare list has no place for one: the answer's head has. */
export function marked(data: unknown, marking: Joined): unknown {
  return typeof data === 'object' && data !== null && !Array.isArray(data) ? { marking, ...data } : data;
}

export const JSON_TYPE = 'application/json; charset=utf-8';
/** What may stand in a file name that is offered; anything else becomes a line. */
const NOT_IN_NAME = /[^A-Za-z0-9._-]/g;

/** The header of what is to be kept under that name. */
export function offeredAs(name: string): string {
  return `attachment; filename="${name.replace(NOT_IN_NAME, '-')}"`;
}

/** `data` as the text of the twin. What JSON cannot carry has no place in a page's data. */
export function twinOf(data: unknown): string {
  return `${JSON.stringify(data, null, 1)}\n`;
}
