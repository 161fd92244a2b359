// The words of the windows: every refusal and every message can be said in all three languages.
import { describe, expect, test } from 'vitest';
import { REFUSALS } from '../../src/act/refusal.ts';
import { AREAS } from '../../src/areas/index.ts';
import { LANGUAGES, sentence, speaker } from '../../src/kit/words.ts';
import { REFUSAL_WORDS } from '../../src/web/pages/refusal.words.ts';
import { PROBLEM_STATUS } from '../../src/web/problem.ts';
import { TABLES } from '../../src/web/tongue.ts';

const ALL = TABLES.flatMap((table) => Object.entries(table));
const OF_AREAS = AREAS.flatMap((area) => Object.entries(area.words));
/** Arguments of all messages: ICU takes what it needs and throws where one is missing. */
const argumentsOf = (message: string): Record<string, string | number> =>
  Object.fromEntries(
    [...message.matchAll(/\{(\w+)(?:\}|(, (?:plural|select|number)))/g)].map(([, name, plural]) => [
      String(name),
      plural === undefined ? `<${String(name)}>` : 3,
    ]),
  );

describe('words of the windows', () => {
  test('say every refusal of the closed list in every language, in English as the list does', () => {
    const codes = Object.keys(REFUSALS);
    expect(Object.keys(REFUSAL_WORDS).toSorted()).toEqual(codes.map((code) => `refusal.${code}`).toSorted());
    for (const [code, english] of Object.entries(REFUSALS)) {
      const said = REFUSAL_WORDS[`refusal.${code}`];
      expect(said?.en).toBe(english);
      expect(said?.uk, code).toMatch(/[а-яіїєґ]/i);
      expect(new Set([said?.en, said?.uk, said?.sq]).size, code).toBe(3);
    }
  });

  test.each(LANGUAGES)('are valid messages in %s, with the same arguments as in English', (language) => {
    const speak = speaker(language, [...TABLES]);
    for (const [key, said] of ALL) {
      const values = argumentsOf(said.en);
      expect(Object.keys(argumentsOf(said[language])).toSorted(), key).toEqual(Object.keys(values).toSorted());
      expect(speak.say(key, values).trim(), key).not.toBe('');
    }
  });

  test('count in Ukrainian by one, few, many and other', () => {
    const counted = ALL.filter(([, said]) => said.uk.includes(', plural,') && !said.uk.includes('=1 {'));
    expect(counted.length).toBeGreaterThan(4);
    for (const [key, said] of counted) {
      for (const form of ['one {', 'few {', 'many {', 'other {']) expect(said.uk, `${key}: ${form}`).toContain(form);
    }
  });

  test('write a weekday with the apostrophe that the faces have, and begin a title with a capital', () => {
    const speak = speaker('uk', [...TABLES]);
    expect(speak.weekday('2026-08-28')).toBe('п’ятниця');
    expect(sentence(speak.weekday('2026-08-28'))).toBe('П’ятниця');
    expect(sentence('')).toBe('');
  });

  test('have one word for a label, that of the table of terms, in each language', () => {
    const labels = [...ALL, ...OF_AREAS].filter(([, said]) => /\blabels?\b/i.test(said.en));
    expect(labels.length).toBeGreaterThan(5);
    for (const [key, said] of labels) {
      expect(said.uk, key).toMatch(/маркуванн/i);
      expect(said.sq, key).toMatch(/etiketim/i);
    }
  });

  test('end a sentence once where a Ukrainian date ends it', () => {
    const speak = speaker('uk', [{ 'a.b': { en: '{date}.', uk: 'Від {date}. Далі.', sq: '{date}.' } }]);
    const date = speak.date('2026-08-31');
    expect(date).toMatch(/р\.$/);
    expect(speak.say('a.b', { date })).toBe(`Від ${date} Далі.`);
  });

  test('name every status under which something is turned away', () => {
    const speak = speaker('sq', [...TABLES]);
    for (const status of PROBLEM_STATUS) expect(speak.say(`problem.title-${status}`)).not.toBe('');
  });
});
