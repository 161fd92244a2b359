// What the acts of the matters say, as pairs of a word and a text for people.
import type { Json } from '../../../act/canonical.ts';
import { RULES } from '../../../agreement/clock.ts';
import type { AreaKind } from '../../../area.ts';
import { provisionName } from '../../../kit/links.tsx';
import { LANGUAGES, type Speak } from '../../../kit/words.ts';
import { plain } from './plain.ts';

const DATE = /^\d{4}-\d\d-\d\d$/;

/** Values that are chosen from a list: they have words. */
const CHOSEN: ReadonlySet<string> = new Set(['status', 'outcome', 'of', 'means', 'reading']);

function activity(one: Json, speak: Speak): string {
  const { decided, what } = one as { readonly decided: string; readonly what: string };
  return `${speak.date(decided)}: ${what}`;
}

function languageName(tag: Json, speak: Speak): string {
  return LANGUAGES.some((known) => known === tag) ? speak.say(`life.text.language-${plain(tag)}`) : plain(tag);
}

function chosen(name: string, value: Json, body: Readonly<Record<string, Json>>, speak: Speak): string {
  const rule = Object.values(RULES).find(({ id }) => id === body['rule']);
  if (name === 'reading' && rule !== undefined) return speak.say(`clock.${rule.family}.${plain(value)}`);
  return speak.say(`final.choice.${plain(value)}`);
}

function valued(name: string, value: Json, body: Readonly<Record<string, Json>>, speak: Speak): string {
  if (name === 'provisions' && Array.isArray(value)) {
    return speak.list(value.map((id) => provisionName(plain(id), speak)));
  }
  if (name === 'provision') return provisionName(plain(value), speak);
  if (name === 'languages' && Array.isArray(value)) return speak.list(value.map((tag) => languageName(tag, speak)));
  if (name === 'language') return languageName(value, speak);
  if (name === 'channel') return speak.say(`final.channel.${plain(value)}`);
  if (Array.isArray(value)) {
    return value.length === 0 ? speak.say('life.none') : value.map((one) => activity(one, speak)).join('; ');
  }
  if (CHOSEN.has(name)) return chosen(name, value, body, speak);
  return typeof value === 'string' && DATE.test(value) ? speak.date(value) : plain(value);
}

/** Tells any act of the matters, field by field, in the order of its body. */
export const tellMatter: AreaKind['tell'] = (body, speak) => {
  const said = (body ?? {}) as Readonly<Record<string, Json>>;
  const row = (name: string, value: Json) => [`final.field.${name}`, valued(name, value, said, speak)] as const;
  return Object.entries(said).map(([name, value]) => row(name, value));
};
