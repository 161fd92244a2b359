// The strict encoding of acts: one value, one text, and hostile texts refused by name.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode, encode, type Json, NESTING_LIMIT } from '../../src/act/canonical.ts';
import { Refusal } from '../../src/act/refusal.ts';

function code(run: () => unknown): string {
  try {
    run();
  } catch (cause) {
    if (cause instanceof Refusal) return cause.code;
    throw cause;
  }
  return 'accepted';
}

test('keys are sorted by UTF-16 code unit, as RFC 8785 asks', () => {
  // The example of RFC 8785 section 3.2.3, without its non-NFC key.
  const signs = { '€': 'Euro Sign', '\r': 'Carriage Return', '1': 'One' };
  const value = { ...signs, '\u0080': 'Control', 'ö': 'o', '😀': 'Smiley' };
  expect(Object.keys(JSON.parse(encode(value)) as object)).toEqual(['1', '\r', '\u0080', 'ö', '€', '😀']);
});

test.each([
  ['white space', '{"a": 1}', 'not-canonical'],
  ['a duplicate key', '{"a":1,"a":1}', 'not-canonical'],
  ['keys out of order', '{"b":1,"a":1}', 'not-canonical'],
  ['a float', '1.5', 'number-out-of-range'],
  ['an exponent', '1e3', 'not-canonical'],
  ['a number beyond 2^53', '9007199254740993', 'number-out-of-range'],
  ['minus zero', '-0', 'number-out-of-range'],
  ['another escape', '"\\u0041"', 'not-canonical'],
  ['an escaped slash', '"\\/"', 'not-canonical'],
  ['an escaped lone surrogate', '"\\ud800"', 'lone-surrogate'],
  ['a raw lone surrogate', '"\ud800"', 'lone-surrogate'],
  ['letters not in NFC', '"e\u0301"', 'not-canonical'],
  ['a byte order mark', '\ufeff{}', 'not-canonical'],
  ['trailing text', '{} ', 'not-canonical'],
  ['no JSON', 'nope', 'not-canonical'],
  ['deep nesting', '['.repeat(NESTING_LIMIT + 2) + ']'.repeat(NESTING_LIMIT + 2), 'nesting-too-deep'],
])('a text with %s is refused', (_name, text, refusal) => {
  expect(code(() => decode(text))).toBe(refusal);
});

test('a key named __proto__ is a key like any other', () => {
  const text = '{"__proto__":{"a":1}}';
  expect(encode(decode(text))).toBe(text);
});

const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger().map((n) => (Object.is(n, -0) ? 0 : n)),
    fc.string({ unit: 'grapheme' }).map((text) => text.normalize('NFC')),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.string({ unit: 'grapheme' }).map((text) => text.normalize('NFC')), tie('value'), { maxKeys: 5 }),
  ) as fc.Arbitrary<Json>,
})).value;

test('what is encoded decodes to the same value and encodes to the same text', () => {
  fc.assert(
    fc.property(json, (value) => {
      const text = encode(value);
      expect(encode(decode(text))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { numRuns: 500 },
  );
});

test('any text is decoded to itself or refused; nothing else is thrown', () => {
  const mutated = fc.tuple(json, fc.nat(), fc.string()).map(([value, at, patch]) => {
    const text = encode(value);
    const cut = at % (text.length + 1);
    return text.slice(0, cut) + patch + text.slice(cut + patch.length);
  });
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), mutated), (text) => {
      if (code(() => decode(text)) === 'accepted') expect(encode(decode(text))).toBe(text);
    }),
    { numRuns: 2000 },
  );
});
