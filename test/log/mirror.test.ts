// What goes between a log, its witness and its mirror as text, and the proof file: read strictly, written once.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64, concat, hex, utf8 } from '../../src/log/bytes.ts';
import { SIGNED_CHECKPOINT_LIMIT } from '../../src/log/lines.ts';
import {
  formatAddCheckpoint, formatMirrorInfo, formatTreeSize, parseAddCheckpoint, parseMirrorInfo, parseTreeSize,
  type AddCheckpoint, type MirrorInfo,
} from '../../src/log/mirror.ts';
import { EXTRA_LIMIT, formatTlogProof, parseTlogProof, type TlogProof } from '../../src/log/tlogproof.ts';
import { outcome } from './outcome.ts';

const SIGNED = 'example.com/fancylog\n109482\nsFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=\n\n'
  + '— example.com/fancylog hI2DJw==\n';
const HASH = 'PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=';

const size = fc.oneof(fc.nat(300), fc.maxSafeNat());
const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
const proof = fc.array(hash, { maxLength: 63 });
const checkpoint = fc.oneof(
  fc.constant(utf8(SIGNED)),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => concat(bytes, Uint8Array.of(10))),
);
const addCheckpoint: fc.Arbitrary<AddCheckpoint> = fc.record({ old: size, proof, checkpoint });
const proofFile: fc.Arbitrary<TlogProof> = fc.record(
  { extra: fc.uint8Array({ maxLength: 80 }), index: size, proof, checkpoint },
  { requiredKeys: ['index', 'proof', 'checkpoint'] },
);
const info: fc.Arbitrary<MirrorInfo> = fc.record({ size, next: size, ticket: fc.uint8Array({ maxLength: 90 }) });

const hashes = (length: number): readonly Uint8Array[] => Array.from({ length }, () => new Uint8Array(32));

/** Written, read back, then changed in one byte: refused with a LogError, or it says what is now written. */
function holds<T>(given: fc.Arbitrary<T>, format: (value: T) => Uint8Array, parse: (bytes: Uint8Array) => T): void {
  fc.assert(fc.property(given, (value) => {
    expect(parse(format(value))).toEqual(value);
  }));
  const byte = fc.oneof(fc.nat(255), fc.constantFrom(10, 32, 48, 61, 65));
  fc.assert(fc.property(given, fc.nat(), fc.nat(2), byte, (value, seed, kind, letter) => {
    const bytes = format(value);
    const at = seed % bytes.length;
    const inserted = kind === 0 ? new Uint8Array(0) : Uint8Array.of(letter);
    const changed = concat(bytes.subarray(0, at), inserted, bytes.subarray(kind === 2 ? at : at + 1));
    if (outcome(() => parse(changed)) === 'nothing') expect(hex(format(parse(changed)))).toBe(hex(changed));
  }), { numRuns: 1000 });
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
    if (outcome(() => parse(noise)) === 'nothing') expect(hex(format(parse(noise)))).toBe(hex(noise));
  }));
}

describe('the body of add-checkpoint', () => {
  it('is that of the specification', () => {
    const body = `old 20852014\n${HASH}\n${HASH}\n\n${SIGNED}`;
    const read = parseAddCheckpoint(utf8(body));
    expect(read.old).toBe(20852014);
    expect(read.proof.map(base64)).toEqual([HASH, HASH]);
    expect(Buffer.from(read.checkpoint).toString()).toBe(SIGNED);
    expect(Buffer.from(formatAddCheckpoint(read)).toString()).toBe(body);
    expect(parseAddCheckpoint(utf8(`old 0\n\n${SIGNED}`)).proof).toEqual([]);
  });

  it('is read back as written, and changed in a byte is refused or says something else', () => {
    holds(addCheckpoint, formatAddCheckpoint, parseAddCheckpoint);
  });

  it('is refused in any other form', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['', 'truncated'],
      ['old 1\n', 'truncated'],
      [`old 1\n${HASH}\n`, 'truncated'],
      ['old 1\n\n', 'text-invalid'],
      [`old 1\n\n${SIGNED}x`, 'text-invalid'],
      [`\n\n${SIGNED}`, 'line-invalid'],
      [`old  1\n\n${SIGNED}`, 'number-invalid'],
      [`old 01\n\n${SIGNED}`, 'number-invalid'],
      [`old 9007199254740992\n\n${SIGNED}`, 'number-invalid'],
      [`old\n\n${SIGNED}`, 'line-invalid'],
      [`Old 1\n\n${SIGNED}`, 'line-invalid'],
      [`old 1\r\n\n${SIGNED}`, 'line-invalid'],
      [`old 1\n${HASH.slice(0, -1)}\n\n${SIGNED}`, 'hash-invalid'],
      [`old 1\n${HASH.replace('w=', 'x=')}\n\n${SIGNED}`, 'hash-invalid'],
      [`old 1\nAAAA\n\n${SIGNED}`, 'hash-invalid'],
      [`old 1\n${`${HASH}\n`.repeat(64)}\n${SIGNED}`, 'limit-exceeded'],
      [`old 1\n${'x'.repeat(10_000)}\n\n${SIGNED}`, 'limit-exceeded'],
      [`old 1\n\n${'x'.repeat(SIGNED_CHECKPOINT_LIMIT)}\n`, 'limit-exceeded'],
    ];
    for (const [body, code] of cases) {
      expect([body.slice(0, 60), outcome(() => parseAddCheckpoint(utf8(body)))]).toEqual([body.slice(0, 60), code]);
    }
    expect(parseAddCheckpoint(utf8(`old 1\n${`${HASH}\n`.repeat(63)}\n${SIGNED}`)).proof).toHaveLength(63);
    const good = { old: 1, proof: [], checkpoint: utf8(SIGNED) };
    expect(outcome(() => formatAddCheckpoint({ ...good, old: -1 }))).toBe('number-invalid');
    expect(outcome(() => formatAddCheckpoint({ ...good, proof: [new Uint8Array(31)] }))).toBe('hash-invalid');
    expect(outcome(() => formatAddCheckpoint({ ...good, checkpoint: new Uint8Array(0) }))).toBe('text-invalid');
  });
});

describe('a .tlog-proof file', () => {
  it('is that of the specification, with extra data and without', () => {
    const text = `c2sp.org/tlog-proof@v1\nextra YWdl\nindex 73894\n${HASH}\n\n${SIGNED}`;
    const read = parseTlogProof(utf8(text));
    expect(Buffer.from(read.extra as Uint8Array).toString()).toBe('age');
    expect(read.index).toBe(73894);
    expect(read.proof.map(base64)).toEqual([HASH]);
    expect(Buffer.from(formatTlogProof(read)).toString()).toBe(text);
    const bare = parseTlogProof(utf8(`c2sp.org/tlog-proof@v1\nindex 0\n\n${SIGNED}`));
    expect(bare).toEqual({ index: 0, proof: [], checkpoint: utf8(SIGNED) });
  });

  it('is read back as written, and changed in a byte is refused or says something else', () => {
    holds(proofFile, formatTlogProof, parseTlogProof);
  });

  it('is refused in any other form', () => {
    const first = 'c2sp.org/tlog-proof@v1';
    const cases: readonly (readonly [string, string])[] = [
      ['', 'truncated'],
      [`${first}\nindex 1\n`, 'truncated'],
      [`c2sp.org/tlog-proof@v2\nindex 1\n\n${SIGNED}`, 'line-invalid'],
      [`${first}\n\n${SIGNED}`, 'line-invalid'],
      [`${first}\nextra YWdl\n\n${SIGNED}`, 'line-invalid'],
      [`${first}\nextra YWd\nindex 1\n\n${SIGNED}`, 'line-invalid'],
      [`${first}\nextra\nindex 1\n\n${SIGNED}`, 'line-invalid'],
      [`${first}\nindex 1\nextra YWdl\n\n${SIGNED}`, 'hash-invalid'],
      [`${first}\nindex 00\n\n${SIGNED}`, 'number-invalid'],
      [`${first}\nindex 1\n${HASH} \n\n${SIGNED}`, 'hash-invalid'],
      [`${first}\nindex 1\n${`${HASH}\n`.repeat(64)}\n${SIGNED}`, 'limit-exceeded'],
      [`${first}\nextra ${base64(new Uint8Array(EXTRA_LIMIT + 1))}\nindex 1\n\n${SIGNED}`, 'limit-exceeded'],
    ];
    for (const [text, code] of cases) {
      expect([text.slice(0, 80), outcome(() => parseTlogProof(utf8(text)))]).toEqual([text.slice(0, 80), code]);
    }
    const full = { extra: new Uint8Array(EXTRA_LIMIT), index: 1, proof: hashes(63) };
    const bytes = formatTlogProof({ ...full, checkpoint: utf8(SIGNED) });
    expect(parseTlogProof(bytes).proof).toHaveLength(63);
    const tooMuch = { ...full, extra: new Uint8Array(EXTRA_LIMIT + 1), checkpoint: utf8(SIGNED) };
    expect(outcome(() => formatTlogProof(tooMuch))).toBe('limit-exceeded');
  });
});

describe('the answers of witness and mirror', () => {
  it('are read back as written, and changed in a byte are refused or say something else', () => {
    holds(info, (one) => utf8(formatMirrorInfo(one)), parseMirrorInfo);
    holds(size, (one) => utf8(formatTreeSize(one)), parseTreeSize);
    expect(formatMirrorInfo({ size: 70_000, next: 69_888, ticket: new Uint8Array(0) })).toBe('70000\n69888\n\n');
    expect(formatTreeSize(20852163)).toBe('20852163\n');
  });

  it('are refused in any other form', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['', 'text-invalid'],
      ['1\n2\n', 'line-invalid'],
      ['1\n2\n\n\n', 'line-invalid'],
      ['1\n2\n', 'line-invalid'],
      ['1\n2\nA', 'text-invalid'],
      ['1\n2\nA\n', 'line-invalid'],
      ['1\n02\n\n', 'number-invalid'],
      ['\n2\n\n', 'number-invalid'],
      [`1\n2\n${'A'.repeat(90_000)}\n`, 'limit-exceeded'],
    ];
    for (const [text, code] of cases) expect([text, outcome(() => parseMirrorInfo(utf8(text)))]).toEqual([text, code]);
    expect(outcome(() => parseTreeSize(utf8('1')))).toBe('text-invalid');
    expect(outcome(() => parseTreeSize(utf8('1\n1\n')))).toBe('line-invalid');
    expect(outcome(() => parseTreeSize(Uint8Array.of(0xff, 10)))).toBe('text-invalid');
    expect(outcome(() => formatTreeSize(1.5))).toBe('number-invalid');
    const ticket = new Uint8Array(65_536);
    expect(outcome(() => formatMirrorInfo({ size: 1, next: 1, ticket }))).toBe('limit-exceeded');
    const largest = { size: 2 ** 53 - 1, next: 2 ** 53 - 1, ticket: ticket.subarray(1) };
    expect(parseMirrorInfo(utf8(formatMirrorInfo(largest)))).toEqual(largest);
  });
});
