// From what officials typed to the body of an act of the matters, field by field, each in error by its name.
import type { Json } from '../../../act/canonical.ts';
import { Refusal, refuse } from '../../../act/refusal.ts';
import { parseDate } from '../../../agreement/calendar.ts';
import { RULES } from '../../../agreement/clock.ts';
import type { Look, Typed } from '../../../area.ts';
import { type FieldIs, LINE_LIMIT, type SaidField, TEXT_LIMIT } from './fields.ts';
import { ACTIVITIES_LIMIT } from './kinds.ts';

function wrong(field: string, what: string): Refusal {
  return refuse('input-malformed', `field ${field}: ${what}`);
}

function plain(typed: Typed, name: string): string {
  return (typed[name]?.[0] ?? '').replaceAll('\r\n', '\n').trim().normalize('NFC');
}

function limited(text: string, name: string, limit: number): string {
  if (text === '') throw wrong(name, 'Nothing is written here.');
  if (text.length > limit) throw wrong(name, `It has ${text.length} letters of ${limit}.`);
  return text;
}

function day(text: string, name: string): string {
  try {
    return parseDate(text);
  } catch (cause) {
    throw wrong(name, cause instanceof Refusal ? cause.detail : String(cause));
  }
}

function whole(text: string, name: string): number {
  if (!/^\d{1,2}$/.test(text)) throw wrong(name, `${JSON.stringify(text)} is no whole number from 0 to 99.`);
  return Number(text);
}

function provisions(text: string, name: string, look: Look): readonly string[] {
  const said = [...new Set(text.split(/[\s,;¶]+/).filter((id) => id !== ''))];
  if (said.length === 0) throw wrong(name, 'No paragraph is named. Write numbers, for example 58, 59.');
  const unknown = said.find((id) => look.agreement.provision(id) === undefined);
  if (unknown !== undefined) throw wrong(name, `The Agreement has no paragraph ${unknown}.`);
  return said;
}

const ACTIVITY = /^(\d{4}-\d\d-\d\d)\s+(.+)$/;

/** One activity a line: the day on which it was decided, and what it is. No line is no activity. */
function activities(text: string, name: string): readonly { readonly decided: string; readonly what: string }[] {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  if (lines.length > ACTIVITIES_LIMIT) throw wrong(name, `It has ${lines.length} lines of ${ACTIVITIES_LIMIT}.`);
  return lines.map((line) => {
    const [, decided = '', what = ''] = ACTIVITY.exec(line) ?? [];
    if (decided === '') throw wrong(name, `Write a date and what it is: ${JSON.stringify(line.slice(0, 40))}.`);
    return { decided: day(decided, name), what: limited(what, name, LINE_LIMIT) };
  });
}

function chosen(said: string, name: string, options: readonly string[]): string {
  if (!options.includes(said)) throw wrong(name, `There is no choice ${JSON.stringify(said.slice(0, 40))}.`);
  return said;
}

/** A reading as it is chosen: with the family of its rule, for two rules have readings of one name. */
export const READINGS: readonly { readonly value: string; readonly rule: string; readonly word: string }[] =
  Object.values(RULES).flatMap(({ id, family, readings }) =>
    readings.map((reading) => ({ value: `${family}.${reading}`, rule: id, word: `clock.${family}.${reading}` })),
  );

function reading(typed: Typed, name: string): string {
  const said = READINGS.find(({ value }) => value === plain(typed, name));
  if (said === undefined || said.rule !== plain(typed, 'rule')) {
    throw wrong(name, 'That is no reading of the rule chosen above.');
  }
  return said.value.split('.')[1] ?? '';
}

/** What is read from one field, by what it is. */
function valueOf({ name, options = [] }: SaidField, is: FieldIs, typed: Typed, look: Look): Json {
  const text = plain(typed, name);
  switch (is) {
    case 'line':
      return limited(text.replaceAll('\n', ' '), name, LINE_LIMIT);
    case 'text':
      return limited(text, name, TEXT_LIMIT);
    case 'date':
    case 'today':
      return day(text, name);
    case 'whole':
      return whole(text, name);
    case 'choice':
      return chosen(text, name, options);
    case 'provisions':
      return [...provisions(text, name, look)];
    case 'provision':
      return provisions(text, name, look)[0] ?? '';
    case 'languages': {
      const said = typed[name] ?? [];
      if (said.length === 0) throw wrong(name, 'No language is chosen.');
      return said.map((language) => chosen(language, name, look.agreement.languages));
    }
    case 'language':
      return chosen(text, name, look.agreement.languages);
    case 'activities':
      return activities(text, name).map((one) => ({ ...one }));
    case 'rule':
      return chosen(text, name, Object.values(RULES).map(({ id }) => id));
    case 'reading':
      return reading(typed, name);
  }
}

/** The body that was typed. Throws `input-malformed` naming the first field in error. */
export function typedBody(fields: readonly SaidField[], typed: Typed, look: Look): Readonly<Record<string, Json>> {
  return Object.fromEntries(fields.map((field) => [field.name, valueOf(field, field.is, typed, look)]));
}
