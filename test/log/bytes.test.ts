// Bytes in their written forms: one form for one value, both ways.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  base64, concat, equal, fromBase64, fromUtf8, hex, isSize, parseDecimal, readUint16, readUint64, uint16, uint64, utf8,
} from '../../src/log/bytes.ts';
import { LOG_ERRORS, LogError } from '../../src/log/error.ts';

describe('base64', () => {
  it('is that of RFC 4648, and of Node, for all bytes', () => {
    const known = {
      '': '', f: 'Zg==', fo: 'Zm8=', foo: 'Zm9v', foob: 'Zm9vYg==', fooba: 'Zm9vYmE=', foobar: 'Zm9vYmFy',
    };
    for (const [text, encoded] of Object.entries(known)) expect(base64(utf8(text))).toBe(encoded);
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(fromBase64(base64(bytes))).toEqual(bytes);
    }));
  });

  it('is read in its one form only', () => {
    for (const text of [
      'Zg', 'Zg=', 'Zh==', 'Zm9=', 'Zm8', 'Zm9v\n', ' Zm9v', 'Zm-v', 'Zm_v', '=', '==', '====', 'Z===', 'Zg==Zg==',
      'Zm9vé',
      'AA=A', 'A=AA', 'ＺＧ==', 'Zm9v====',
    ]) expect([text, fromBase64(text)]).toEqual([text, undefined]);
    const letters = fc.constantFrom(...'AQgwZz019+/=-_ \n'.split(''));
    fc.assert(fc.property(fc.array(letters, { maxLength: 12 }), (chars) => {
      const text = chars.join('');
      const bytes = fromBase64(text);
      if (bytes !== undefined) expect(base64(bytes)).toBe(text);
      else expect(Buffer.from(text, 'base64').toString('base64')).not.toBe(text);
    }), { numRuns: 2000 });
  });
});

describe('numbers', () => {
  it('have one decimal form up to 2^53 - 1', () => {
    expect(parseDecimal('0')).toBe(0);
    expect(parseDecimal('20852163')).toBe(20852163);
    expect(parseDecimal('9007199254740991')).toBe(Number.MAX_SAFE_INTEGER);
    for (const text of ['', '00', '01', '-1', '+1', '1.0', '1e3', ' 1', '1 ', '1\n', '0x1', '١', '9007199254740992',
      '10000000000000000', '99999999999999999999']) expect([text, parseDecimal(text)]).toEqual([text, undefined]);
    fc.assert(fc.property(fc.string({ maxLength: 18 }), (text) => {
      const value = parseDecimal(text);
      if (value !== undefined) expect(String(value)).toBe(text);
    }));
  });

  it('go through big-endian bytes and back', () => {
    expect(hex(uint64(0x1_0203_0405_06))).toBe('0000010203040506');
    expect(hex(uint64(Number.MAX_SAFE_INTEGER))).toBe('001fffffffffffff');
    expect(readUint64(Uint8Array.of(0, 0x20, 0, 0, 0, 0, 0, 0), 0)).toBe(undefined);
    expect(readUint64(new Uint8Array(8).fill(255), 0)).toBe(undefined);
    fc.assert(fc.property(fc.maxSafeNat(), fc.nat(65_535), (long, short) => {
      expect(readUint64(concat(Uint8Array.of(9), uint64(long)).subarray(1), 0)).toBe(long);
      expect(readUint16(concat(uint64(long), uint16(short)), 8)).toBe(short);
    }));
  });

  it('are sizes only as whole numbers from 0 to 2^53 - 1', () => {
    expect([0, 1, 2 ** 53 - 1].map(isSize)).toEqual([true, true, true]);
    expect([-1, 0.5, 2 ** 53, Number.NaN, Infinity].some(isSize)).toBe(false);
  });
});

describe('bytes', () => {
  it('are equal where they are the same', () => {
    fc.assert(fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
      expect(equal(a, b)).toBe(hex(a) === hex(b));
      expect(equal(a, a.slice())).toBe(true);
      expect(hex(concat(a, b))).toBe(hex(a) + hex(b));
    }));
  });

  it('are text only where they are UTF-8, a byte order mark being text', () => {
    expect(fromUtf8(utf8('\uFEFFé—'))).toBe('\uFEFFé—');
    expect(fromUtf8(Uint8Array.of(0xff))).toBe(undefined);
    expect(fromUtf8(Uint8Array.of(0xc0, 0x80))).toBe(undefined);
    expect(fromUtf8(Uint8Array.of(0xed, 0xa0, 0x80))).toBe(undefined);
  });
});

describe('a LogError', () => {
  it('says what was attempted and what its code means', () => {
    const error = new LogError('trailing', 'Reading a tile.');
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('LogError');
    expect(error.code).toBe('trailing');
    expect(error.message).toBe(`Reading a tile. ${LOG_ERRORS.trailing}`);
  });
});
