// What a person typed into a form, read field by field; what cannot be read is refused by the name of its field.
import { refuse } from '../act/refusal.ts';
import { parseDate } from '../agreement/calendar.ts';
import { instantAt } from '../agreement/wallclock.ts';

type Fields = Readonly<Record<string, readonly string[]>>;

/** The refusal that names a field: pages show it beside that field. */
export function wrongField(field: string, what: string, cause?: unknown): Error {
  return refuse('input-malformed', `field ${field}: ${what}`, cause);
}

/** The one value of a field, without white space around it, in the one form in which it is signed. */
export function typedText(typed: Fields, field: string): string {
  return (typed[field]?.[0] ?? '').trim().normalize('NFC');
}

/** A text of 1 to `limit` letters. */
export function typedSome(typed: Fields, field: string, limit: number): string {
  const text = typedAny(typed, field, limit);
  if (text === '') throw wrongField(field, 'Nothing is written.');
  return text;
}

/** A text of at most `limit` letters, which may be empty. */
export function typedAny(typed: Fields, field: string, limit: number): string {
  const text = typedText(typed, field);
  if (text.length > limit) throw wrongField(field, `It has ${text.length} letters of ${limit}.`);
  return text;
}

/** The lines of a field that say something; at most `count` of at most `limit` letters. */
export function typedLines(typed: Fields, field: string, count: number, limit: number): readonly string[] {
  const lines = typedText(typed, field)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length > count) throw wrongField(field, `It has ${lines.length} lines of ${count}.`);
  const long = lines.find((line) => line.length > limit);
  if (long !== undefined) {
    throw wrongField(field, `A line has ${long.length} letters of ${limit}: ${long.slice(0, 40)}.`);
  }
  return lines;
}

/** One of what can be chosen. */
export function typedChoice<Of extends string>(typed: Fields, field: string, options: readonly Of[]): Of {
  const said = typedText(typed, field);
  const found = options.find((option) => option === said);
  if (found === undefined) throw wrongField(field, `There is no ${JSON.stringify(said.slice(0, 40))} to choose.`);
  return found;
}

/** A whole number from 1 to `limit`, or null where the field is empty. */
export function typedCount(typed: Fields, field: string, limit: number): number | null {
  const said = typedText(typed, field);
  if (said === '') return null;
  const value = /^\d{1,6}$/.test(said) ? Number(said) : 0;
  if (value < 1 || value > limit) throw wrongField(field, `Write a whole number from 1 to ${limit}, or nothing.`);
  return value;
}

/** A civil date, or null where the field is empty. */
export function typedDateOrNull(typed: Fields, field: string): string | null {
  return typedText(typed, field) === '' ? null : typedDate(typed, field);
}

export function typedDate(typed: Fields, field: string): string {
  try {
    return parseDate(typedText(typed, field));
  } catch (cause) {
    throw wrongField(field, (cause as { detail?: string }).detail ?? '', cause);
  }
}

/** The instant of a date and a time of day at a seat, from the two fields that hold them. */
export function typedInstant(typed: Fields, date: string, time: string, zone: string): string {
  const on = typedDate(typed, date);
  try {
    return instantAt(on, typedText(typed, time), zone);
  } catch (cause) {
    throw wrongField(time, (cause as { detail?: string }).detail ?? '', cause);
  }
}
