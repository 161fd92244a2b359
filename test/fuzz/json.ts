// Any JSON that acts may carry: integers within 2^53, strings in NFC, names that objects have of themselves.
import fc from 'fast-check';
import type { Json } from '../../src/act/canonical.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('__proto__', 'constructor', 'toString', '', '1', '01', '\u0000', '"', '\\', '\u2028', '\ufeff', '😀'),
).filter((one) => one.isWellFormed()).map((one) => one.normalize('NFC'));

// JSON.parse of V8 13.6 can take a key with an escape for another key (nodejs/node issue 63785); decode then refuses
// the text. What comes of such keys has its own test.
const key = text.filter((one) => JSON.stringify(one) === `"${one}"`);

const whole = fc.oneof(
  fc.maxSafeInteger(),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
).map((value) => (Object.is(value, -0) ? 0 : value));

/** Made with own fields only, so that `__proto__` is a field like any other. */
function objectOf(fields: readonly (readonly [string, Json])[]): Json {
  return Object.fromEntries(fields);
}

/** Values at most eight deep. */
export const anyJson: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 8, depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    whole,
    text,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.uniqueArray(fc.tuple(key, tie('value')), { maxLength: 5, selector: ([name]) => name }).map(objectOf),
  ) as fc.Arbitrary<Json>,
})).value;
