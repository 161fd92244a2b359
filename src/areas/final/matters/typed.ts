// From what officials typed to the body of an act of the matters, field by field, each in error by its name.
import type { Json } from '../../../act/canonical.ts';
import { RULES } from '../../../agreement/clock.ts';
import type { Look, Typed } from '../../../area.ts';
import {
  typedChoice, typedDate, typedLines, typedSome, typedText, wrongField,
} from '../../../kit/typed.ts';
import { type FieldIs, LINE_LIMIT, type SaidField, TEXT_LIMIT } from './fields.ts';
import { ACTIVITIES_LIMIT } from './kinds.ts';

/** A text that may have paragraphs: browsers send their ends as two characters. */
function unbroken(typed: Typed, name: string): Typed {
  return { [name]: [typedText(typed, name).replaceAll('\r\n', '\n')] };
}

function whole(text: string, name: string): number {
  if (!/^\d{1,2}$/.test(text)) throw wrongField(name, `${JSON.stringify(text)} is no whole number from 0 to 99.`);
  return Number(text);
}

function provisions(text: string, name: string, look: Look): readonly string[] {
  const said = [...new Set(text.split(/[\s,;¶]+/).filter((id) => id !== ''))];
  if (said.length === 0) throw wrongField(name, 'No paragraph is named. Write numbers, for example 58, 59.');
  const unknown = said.find((id) => look.agreement.provision(id) === undefined);
  if (unknown !== undefined) throw wrongField(name, `The Agreement has no paragraph ${unknown}.`);
  return said;
}

const ACTIVITY = /^(\d{4}-\d\d-\d\d)\s+(.+)$/;

/** One activity a line: the day on which it was decided, and what it is. No line is no activity. */
function activities(text: string, name: string): readonly { readonly decided: string; readonly what: string }[] {
  return typedLines({ [name]: [text] }, name, ACTIVITIES_LIMIT, LINE_LIMIT).map((line) => {
    const [, decided = '', what = ''] = ACTIVITY.exec(line) ?? [];
    if (decided === '') throw wrongField(name, `Write a date and what it is: ${JSON.stringify(line.slice(0, 40))}.`);
    return { decided: typedDate({ [name]: [decided] }, name), what };
  });
}

/** A reading as it is chosen: with the family of its rule, for two rules have readings of one name. */
export const READINGS: readonly { readonly value: string; readonly rule: string; readonly word: string }[] =
  Object.values(RULES).flatMap(({ id, family, readings }) =>
    readings.map((reading) => ({ value: `${family}.${reading}`, rule: id, word: `clock.${family}.${reading}` })),
  );

function reading(typed: Typed, name: string): string {
  const said = READINGS.find(({ value }) => value === typedText(typed, name));
  if (said === undefined || said.rule !== typedText(typed, 'rule')) {
    throw wrongField(name, 'That is no reading of the rule chosen above.');
  }
  return said.value.split('.')[1] ?? '';
}

/** What is read from one field, by what it is. */
function valueOf({ name, options = [] }: SaidField, is: FieldIs, typed: Typed, look: Look): Json {
  const text = typedText(typed, name);
  switch (is) {
    case 'line':
      return typedSome(typed, name, LINE_LIMIT);
    case 'text':
      return typedSome(unbroken(typed, name), name, TEXT_LIMIT);
    case 'date':
    case 'today':
      return typedDate(typed, name);
    case 'whole':
      return whole(text, name);
    case 'choice':
      return typedChoice(typed, name, options);
    case 'provisions':
      return [...provisions(text, name, look)];
    case 'provision':
      return provisions(text, name, look)[0] ?? '';
    case 'languages': {
      const said = typed[name] ?? [];
      if (said.length === 0) throw wrongField(name, 'No language is chosen.');
      return said.map((one) => typedChoice({ [name]: [one] }, name, look.agreement.languages));
    }
    case 'language':
      return typedChoice(typed, name, look.agreement.languages);
    case 'activities':
      return activities(text, name).map((one) => ({ ...one }));
    case 'rule':
      return typedChoice(typed, name, Object.values(RULES).map(({ id }) => id as string));
    case 'reading':
      return reading(typed, name);
  }
}

/** The body that was typed. Throws `input-malformed` naming the first field in error. */
export function typedBody(fields: readonly SaidField[], typed: Typed, look: Look): Readonly<Record<string, Json>> {
  return Object.fromEntries(fields.map((field) => [field.name, valueOf(field, field.is, typed, look)]));
}
