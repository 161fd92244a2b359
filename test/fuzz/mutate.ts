// Mutations: what a tired hand, a bad line or an opponent makes of good bytes; and how often it is tried.
import fc from 'fast-check';

/** Runs of a property: few in each run of the tests, thirty times as many where SLOW is 1. */
export const runs = (few: number): { readonly numRuns: number } =>
  ({ numRuns: process.env['SLOW'] === '1' ? 30 * few : few });

/** Whether two byte strings are the same. */
export const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** What parsers trip over: ends of lines, padding, signs, zeroes, what only some call a space, halves of pairs. */
const TOKENS = [
  '\n', '\n\n', '\r\n', '\0', '\t', ' ', '=', '==', '+', '-', '0', '00', '-0', '1e3', '.5', '9007199254740993',
  '— ', '—', '"', '\\', '\\u0041', '\\ud800', '{', '}', '[', ']', ',', ':', 'null', '"__proto__":1,', 'e\u0301', 'é',
  '\u0085', '\u00a0', '\u2028', '\ufeff', '\ufffd', '😀', 'x000/', '.p/256', 'quorum none\n', 'old 0\n',
].map((text) => new TextEncoder().encode(text));
const RAW = [Uint8Array.of(0xff), Uint8Array.of(0xc0, 0x80), Uint8Array.of(0xed, 0xa0, 0x80), new Uint8Array(40)];

type Mutation = (bytes: Uint8Array) => Uint8Array;

const join = (...chunks: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(chunks));
const place = fc.nat(0xffffff);
const patch = fc.oneof(
  { arbitrary: fc.constantFrom(...TOKENS, ...RAW), weight: 3 },
  { arbitrary: fc.uint8Array({ minLength: 1, maxLength: 8 }), weight: 1 },
);

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(place, fc.nat(7)).map(([at, bit]): Mutation => (bytes) =>
    bytes.map((byte, i) => (i === at % bytes.length ? byte ^ (1 << bit) : byte))),
  fc.tuple(place, fc.nat(60)).map(([at, count]): Mutation => (bytes) => {
    const from = at % (bytes.length + 1);
    return join(bytes.subarray(0, from), bytes.subarray(from + count));
  }),
  fc.tuple(place, patch).map(([at, piece]): Mutation => (bytes) => {
    const from = at % (bytes.length + 1);
    return join(bytes.subarray(0, from), piece, bytes.subarray(from));
  }),
  fc.tuple(place, patch).map(([at, piece]): Mutation => (bytes) => {
    const from = at % (bytes.length + 1);
    return join(bytes.subarray(0, from), piece, bytes.subarray(from + piece.length));
  }),
  fc.tuple(place, place, fc.nat(80)).map(([from, to, count]): Mutation => (bytes) => {
    const [a, b] = [from % (bytes.length + 1), to % (bytes.length + 1)];
    return join(bytes.subarray(0, b), bytes.subarray(a, a + count), bytes.subarray(b));
  }),
);

/** Good bytes, changed in one to three places. */
export function mutated(good: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> {
  return fc.tuple(good, fc.array(mutation, { minLength: 1, maxLength: 3 }))
    .map(([bytes, changes]) => changes.reduce((held, change) => change(held), bytes));
}

/** Any bytes, and good ones changed: mostly the latter, for they get further in. */
export function hostile(good: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> {
  return fc.oneof(
    { arbitrary: mutated(good), weight: 6 },
    { arbitrary: good, weight: 1 },
    { arbitrary: fc.uint8Array({ maxLength: 300 }), weight: 1 },
    { arbitrary: fc.array(patch, { maxLength: 30 }).map((pieces) => join(...pieces)), weight: 1 },
  );
}

/** The text of bytes as the parsers of texts are given it; what is not UTF-8 becomes U+FFFD. */
export const asText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
