// Words as they are looked for: what is folded together, what has one stem, what a question finds in a text.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, isAnswer, piecesOf, queryOf, stemsOf, termsOf, vectorOf, wordsOf } from '../../src/agreement/lexeme.ts';

describe('a word', () => {
  test.each([
    ['П’ять', 'пять'],
    ["п'ять", 'пять'],
    ['пʼять', 'пять'],
    ['Їжа', 'іжа'],
    ['ёлка', 'елка'],
    ['Ґанок', 'ганок'],
    ['Shqipëria', 'shqiperia'],
    ['ÇËSHTJE', 'ceshtje'],
    ['край', 'край'],
    ['ﬁn', 'fin'],
  ])('%s is looked for as %s', (word, folded) => {
    expect(fold(word)).toBe(folded);
    expect(fold(word.normalize('NFD'))).toBe(folded);
  });

  test('is one with its apostrophe, and two with a hyphen', () => {
    expect(wordsOf('об’єкт, UA-MFA-2026').map(({ folded }) => folded)).toEqual(['обект', 'ua', 'mfa', '2026']);
  });
});

/** Forms of one word; every one of them must find every other. */
const FORMS: readonly (readonly string[])[] = [
  ['розмінування', 'розмінуванню', 'розмінуванням', 'розмінуванні'],
  ['угода', 'угоди', 'угоді', 'угоду', 'угодою', 'угод', 'угодам', 'угодами', 'угодах'],
  ['сторона', 'сторони', 'стороні', 'сторону', 'стороною', 'сторонам', 'сторонами'],
  ['консультація', 'консультації', 'консультацію', 'консультацією', 'консультацій', 'консультаціями'],
  ['безпековий', 'безпекового', 'безпековому', 'безпековим', 'безпекова', 'безпекової', 'безпекову', 'безпекові'],
  ['підтримка', 'підтримки', 'підтримку', 'підтримкою', 'підтримками'],
  ['оборона', 'оборони', 'оборону', 'обороною'],
  ['mine', 'mines', 'mined', 'mining'],
  ['agreement', 'agreements'],
  ['notify', 'notifies', 'notified', 'notifying'],
  ['party', 'parties'],
  ['plan', 'plans', 'planned', 'planning'],
  ['marrëveshje', 'marrëveshja', 'marrëveshjes', 'marrëveshjet', 'marrëveshjeve'],
  ['minë', 'mina', 'minat', 'minave'],
  ['palë', 'pala', 'palët', 'palëve'],
  ['ministri', 'ministria', 'ministrisë', 'ministritë'],
  ['port', 'porti', 'portit', 'portet', 'porteve'],
];

/** Words that are not the same, though they begin so. */
const OTHERS = [
  ['мінування', 'міністр'],
  ['port', 'postë'],
  ['state', 'statute'],
  ['угода', 'угорський'],
  ['безпека', 'безробіття'],
] as const;

describe('a stem', () => {
  test.each(FORMS.map((forms) => [forms[0], forms] as const))('is one for the forms of %s', (_, forms) => {
    for (const wanted of forms) {
      for (const said of forms) expect(isAnswer(said, termsOf(wanted)), `${wanted} finds ${said}`).toBe(true);
    }
  });

  test.each(OTHERS)('tells %s from %s', (one, other) => {
    expect(isAnswer(one, termsOf(other))).toBe(false);
    expect(isAnswer(other, termsOf(one))).toBe(false);
  });

  test('is none for a number and a short word', () => {
    expect([...stemsOf('2026'), ...stemsOf('та'), ...stemsOf('the')]).toEqual([]);
  });
});

describe('a question', () => {
  const TEXT = 'Both Participants will work on mine clearance. UA-MFA-2026-0004 said so.';

  test.each([
    ['participant', true],
    ['clear', true],
    ['mines clear', true],
    ['mines clearing', false],
    ['"mine clearance"', true],
    ['"clearance mine"', false],
    ['"mines clearance"', false],
    ['UA-MFA-2026-0004', true],
    ['UA-MFA-2026-0005', false],
    ['mine -clearance', false],
    ['mine -bridge', true],
    ['bridge', false],
    ['-bridge', false],
    ['', false],
    ['" ( ) & | ! : *', false],
  ])('%s finds it in an English sentence: %s', (question, found) => {
    expect(isAnswer(TEXT, termsOf(question))).toBe(found);
  });

  test('marks what it found, and shows where that stands in a long text', () => {
    const long = `${'word '.repeat(200)}the mines here ${'more '.repeat(200)}`;
    const pieces = piecesOf(long, termsOf('mine'));
    expect(pieces.filter(({ found }) => found).map(({ text }) => text)).toEqual(['mines']);
    const text = pieces.map((one) => one.text).join('');
    expect([text.startsWith('… '), text.endsWith(' …'), text.length < 260]).toEqual([true, true, true]);
    expect(long).toContain(text.slice(2, -2));
    expect(piecesOf('short', termsOf('nothing'))).toEqual([{ text: 'short', found: false }]);
  });

  test('becomes one for PostgreSQL, whatever stands in it', () => {
    expect(queryOf(termsOf('mines -"a b"'), () => [])).toBe("('mines':* | '~e:min' | '~q:min') & !(('a' <-> 'b'))");
    expect(queryOf(termsOf('-x'), () => [])).toBeUndefined();
    expect(queryOf(termsOf('note'), () => ['=kind:a/1'])).toContain("| '=kind:a/1')");
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(queryOf(termsOf(text), () => []) ?? "''").toMatch(/^[^\u0000]*$/);
        expect(vectorOf([text], ['=body:ua:mfa'])).toContain("'=body:ua:mfa'");
      }),
    );
  });
});
