// Acts under fire: the strict encoding, notes, keys and whole acts give back the same bytes or a refusal.
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actId, actText, parseAct, parseActText } from '../../src/act/act.ts';
import { base64, base64url, fromBase64, fromBase64url, utf8 } from '../../src/act/bytes.ts';
import { decode, encode, type Json } from '../../src/act/canonical.ts';
import { formatKey, parseKey } from '../../src/act/key.ts';
import { readBody } from '../../src/act/kind.ts';
import { formatNote, parseNote, SIGNATURES_LIMIT } from '../../src/act/note.ts';
import { Refusal } from '../../src/act/refusal.ts';
import { AREAS } from '../../src/areas/index.ts';
import { readDelivery } from '../../src/node/delivery.ts';
import type { ActVector } from '../vectors/make.acts.ts';
import { anyJson } from './json.ts';
import { asText, hostile, runs, same } from './mutate.ts';

const valid = JSON.parse(
  readFileSync(new URL('../vectors/acts/valid.json', import.meta.url), 'utf8'),
) as readonly ActVector[];
const notes = fc.constantFrom(...valid.map((one) => fromBase64(one.note) as Uint8Array));
const texts = fc.constantFrom(...valid.map((one) => utf8(one.text)));
const keys = fc.constantFrom(...valid.flatMap((one) => one.signers.map(({ key }) => utf8(key))));
const kinds = AREAS.flatMap((area) => area.kinds).map(({ kind }) => kind);
/** Kinds whose acts say nothing in the open but that they are said: their body is empty. */
const BARE = ['item.superseded/1', 'hold.lifted/1'];

/** What is read, or undefined where it is refused; any other error goes on and fails the property. */
function reading<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof Refusal) return undefined;
    throw cause;
  }
}

describe('the strict encoding', () => {
  test('of any value decodes to that value', () => {
    fc.assert(fc.property(anyJson, (value) => isDeepStrictEqual(decode(encode(value)), value)), runs(1500));
  });

  test('is one text, whatever the order in which fields came', () => {
    const shuffled = (value: Json): Json => {
      if (Array.isArray(value)) return value.map(shuffled);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shuffled(one)] as const).toReversed());
    };
    fc.assert(fc.property(anyJson, (value) => encode(shuffled(value)) === encode(value)), runs(500));
  });

  test('is read from hostile texts as the same text, or not at all', () => {
    const good = anyJson.map((value) => utf8(encode(value)));
    let read = 0;
    fc.assert(fc.property(hostile(good), (bytes) => {
      const text = asText(bytes);
      const value = reading(() => decode(text));
      if (value === undefined) return true;
      read++;
      return encode(value) === text;
    }), runs(4000));
    expect(read).toBeGreaterThan(100);
  });

  test('is never read as another value where the runtime takes one escaped key for another', () => {
    const first = fc.string({ unit: fc.constantFrom('p', 'q', 'r'), minLength: 8, maxLength: 8 });
    const escaped = fc.string({ unit: fc.constantFrom('"', '\\', '\n', '\u001f'), minLength: 1, maxLength: 2 });
    fc.assert(fc.property(first, escaped, escaped, (plain, one, other) => {
      reading(() => decode(encode({ [plain]: 0, [one]: 0 })));
      const text = encode({ [plain]: 0, [other]: 0 });
      const value = reading(() => decode(text));
      return value === undefined || isDeepStrictEqual(value, { [plain]: 0, [other]: 0 });
    }), runs(500));
  });

  test('is never made of half a surrogate pair, or of letters not in NFC', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }).map((one) => `${one}\ud800`), (text) =>
      reading(() => encode([text])) === undefined), runs(300));
    fc.assert(fc.property(fc.string({ unit: 'binary-ascii' }), (text) =>
      reading(() => encode({ [`${text}e\u0301`]: 1 })) === undefined), runs(300));
  });
});

describe('base64', () => {
  test('has one text for one value, in both alphabets', () => {
    const good = fc.uint8Array({ maxLength: 40 }).map((bytes) => utf8(base64(bytes)));
    fc.assert(fc.property(hostile(good), (bytes) => {
      const text = asText(bytes);
      const [standard, safe] = [fromBase64(text), fromBase64url(text)];
      return (standard === undefined || base64(standard) === text) && (safe === undefined || base64url(safe) === text);
    }), runs(2000));
  });
});

describe('notes', () => {
  test('are read as the same bytes, or not at all', () => {
    let read = 0;
    fc.assert(fc.property(hostile(notes), (bytes) => {
      const note = reading(() => parseNote(bytes));
      if (note === undefined) return true;
      read++;
      return same(formatNote(note.text, note.signatures), bytes) && note.signatures.length <= SIGNATURES_LIMIT;
    }), runs(4000));
    expect(read).toBeGreaterThan(100);
  });

  test('of any text and any signatures are read as written', () => {
    const line = fc.record({
      name: fc.string({ unit: fc.constantFrom('a', 'ї', '😀', ':', '/', '-', '.'), minLength: 1, maxLength: 20 }),
      id: fc.nat(0xffffffff),
      signature: fc.uint8Array({ minLength: 1, maxLength: 100 }),
    }, { noNullPrototype: true });
    const text = fc.string({ unit: 'grapheme' }).filter((one) => !/[\u0000-\u0009\u000b-\u001f]/.test(one))
      .map((one) => `${one}\n`);
    fc.assert(fc.property(text, fc.array(line, { minLength: 1, maxLength: 16 }), (said, lines) => {
      const note = parseNote(formatNote(said, lines));
      return note.text === said && isDeepStrictEqual(note.signatures, lines);
    }), runs(500));
  });
});

describe('written keys', () => {
  test('are read as the same text, or not at all', () => {
    fc.assert(fc.property(hostile(keys), (bytes) => {
      const text = asText(bytes);
      const key = reading(() => parseKey(text));
      return key === undefined || formatKey(key) === text;
    }), runs(300));
  });
});

describe('acts', () => {
  test('are read from hostile bytes as those bytes and that text, or not at all', () => {
    let read = 0;
    fc.assert(fc.property(hostile(notes), (bytes) => {
      const act = reading(() => parseAct(bytes));
      if (act === undefined) return true;
      read++;
      return same(formatNote(act.note.text, act.note.signatures), bytes) && actText(act.header) === act.note.text &&
        act.id === actId(act.note.text);
    }), runs(3000));
    expect(read).toBeGreaterThan(100);
  });

  test('have one text for one header', () => {
    let read = 0;
    fc.assert(fc.property(hostile(texts), (bytes) => {
      const text = asText(bytes);
      const header = reading(() => parseActText(text));
      if (header === undefined) return true;
      read++;
      return actText(header) === text;
    }), runs(3000));
    expect(read).toBeGreaterThan(100);
  });

  test('of any JSON as header are refused, and so is any JSON as the body of any kind', () => {
    fc.assert(fc.property(anyJson, (value) =>
      reading(() => actText(value as unknown as Parameters<typeof actText>[0])) === undefined), runs(500));
    const read = (kind: (typeof kinds)[number], text: string) => reading(() => readBody(kind, utf8(text)));
    const bare = kinds.filter((kind) => read(kind, '{}') !== undefined);
    fc.assert(fc.property(anyJson, fc.constantFrom(...kinds), (value, kind) => {
      const text = encode(value);
      return read(kind, text) === undefined || (text === '{}' && bare.includes(kind));
    }), runs(500));
    expect(bare.map(({ id }) => id)).toEqual(BARE);
  });

  test('have bodies that are read from hostile bytes as the same text, or not at all', () => {
    const example = fc.constantFrom(...kinds).map((kind) => ({ kind, bytes: utf8(encode(kind.example as Json)) }));
    fc.assert(fc.property(example.chain(({ kind, bytes }) =>
      fc.tuple(fc.constant(kind), hostile(fc.constant(bytes)))), ([kind, bytes]) => {
      const body = reading(() => readBody(kind, bytes));
      return body === undefined || same(utf8(encode(body)), bytes);
    }), runs(2000));
  });

  test('come with parts that are read, or with a refusal', () => {
    const good = fc.constant(utf8('{"parts":[{"index":0,"name":"body","salt":"AAAA","bytes":"e30="}]}'));
    fc.assert(fc.property(hostile(good), (bytes) => {
      const parts = reading(() => readDelivery(bytes));
      return parts === undefined || parts.every(({ index, name }) => Number.isSafeInteger(index) && name !== undefined);
    }), runs(2000));
  });
});
