// The text of a checkpoint, read strictly, and the cosignatures over it.
import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64, fromBase64, hex, utf8 } from '../../src/log/bytes.ts';
import { formatCheckpoint, originHash, parseCheckpoint, type Checkpoint } from '../../src/log/checkpoint.ts';
import {
  cosign, cosignedMessage, cosignerKeyId, COSIGNATURES, decodeTimestamped, ed25519Message, encodeTimestamped,
  mlDsa44Message, verifyCosignature, type CosignatureKind,
} from '../../src/log/cosignature.ts';
import { outcome, flipped } from './outcome.ts';

// The example of c2sp.org/tlog-cosignature.
const TEXT = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
const WITNESS_LINE = 'jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBI'
  + 'fZ+qnA==';

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
const line = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
  .filter((text) => text.split('').every((letter) => letter >= ' '));
const checkpoint: fc.Arbitrary<Checkpoint> = fc.record({
  origin: line.filter((text) => utf8(text).length <= 255),
  size: fc.oneof(fc.nat(300), fc.maxSafeNat()),
  root: hash,
  extensions: fc.array(line, { maxLength: 16 }),
});

describe('the text of a checkpoint', () => {
  it('is read and written as in the specification', () => {
    const read = parseCheckpoint(TEXT);
    expect(read.origin).toBe('example.com/behind-the-sofa');
    expect(read.size).toBe(20852163);
    expect(base64(read.root)).toBe('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=');
    expect(read.extensions).toEqual([]);
    expect(formatCheckpoint(read)).toBe(TEXT);
    expect(originHash('example.com/behind-the-sofa')).toBe(
      createHash('sha256').update('example.com/behind-the-sofa').digest('hex'),
    );
  });

  it('is read back as it was written, whatever it says', () => {
    fc.assert(fc.property(checkpoint, (one) => {
      expect(parseCheckpoint(formatCheckpoint(one))).toEqual(one);
    }));
  });

  it('changed in one letter is refused or says something else', () => {
    const piece = fc.constantFrom('', '\n', '0', ' ', '=', '\r', '\0', 'a', '-', '\uD800');
    fc.assert(fc.property(checkpoint, fc.nat(), fc.boolean(), piece, (one, seed, over, letter) => {
      const text = formatCheckpoint(one);
      const at = seed % (text.length + 1);
      const changed = text.slice(0, at) + letter + text.slice(at + (over ? 1 : 0));
      if (outcome(() => parseCheckpoint(changed)) === 'nothing') {
        expect(formatCheckpoint(parseCheckpoint(changed))).toBe(changed);
      }
    }), { numRuns: 1000 });
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (noise) => {
      expect(outcome(() => parseCheckpoint(`${noise}\n`))).not.toBe('nothing');
    }));
  });

  it('is refused with a leading zero, a bad root, an empty line, a control letter or no last newline', () => {
    const root = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=';
    const cases: readonly (readonly [string, string])[] = [
      ['', 'text-invalid'],
      [`a\n1\n${root}`, 'text-invalid'],
      ['a\n1\n', 'line-invalid'],
      [`\n1\n${root}\n`, 'line-invalid'],
      [`a\r\n1\n${root}\n`, 'line-invalid'],
      [`a\n01\n${root}\n`, 'number-invalid'],
      [`a\n-1\n${root}\n`, 'number-invalid'],
      [`a\n\n${root}\n`, 'number-invalid'],
      [`a\n9007199254740992\n${root}\n`, 'number-invalid'],
      ['a\n1\nAAAA\n', 'hash-invalid'],
      [`a\n1\n${root.replace('I=', 'J=')}\n`, 'hash-invalid'],
      [`a\n1\n${root.slice(0, -1)}\n`, 'hash-invalid'],
      [`a\n1\n${root}\n\n`, 'line-invalid'],
      [`a\n1\n${root}\nx\n\ny\n`, 'line-invalid'],
      [`a\n1\n${root}\nx\u0007\n`, 'line-invalid'],
      [`${'a'.repeat(256)}\n1\n${root}\n`, 'limit-exceeded'],
      [`a\n1\n${root}\n${'x\n'.repeat(17)}`, 'limit-exceeded'],
      [`a\n1\n${root}\n${'x'.repeat(16_384)}\n`, 'limit-exceeded'],
    ];
    for (const [text, code] of cases) expect([text, outcome(() => parseCheckpoint(text))]).toEqual([text, code]);
    const good = parseCheckpoint(TEXT);
    expect(outcome(() => formatCheckpoint({ ...good, size: -1 }))).toBe('number-invalid');
    expect(outcome(() => formatCheckpoint({ ...good, root: new Uint8Array(31) }))).toBe('hash-invalid');
    expect(outcome(() => formatCheckpoint({ ...good, origin: 'a\nb' }))).toBe('line-invalid');
    expect(outcome(() => formatCheckpoint({ ...good, extensions: ['\uDC00'] }))).toBe('line-invalid');
  });
});

describe('a cosignature', () => {
  it('signs the message of the specification, with the time of its example', () => {
    const bytes = fromBase64(WITNESS_LINE) as Uint8Array;
    const { time, signature } = decodeTimestamped('ed25519', bytes.subarray(4));
    expect(time).toBe(1679315147);
    expect(hex(encodeTimestamped('ed25519', { time, signature }))).toBe(hex(bytes.subarray(4)));
    expect(Buffer.from(ed25519Message(time, TEXT)).toString()).toBe(`cosignature/v1\ntime 1679315147\n${TEXT}`);
  });

  it('has the key id by which public witnesses are known', () => {
    const keys = [
      ['witness.navigli.sunlight.geomys.org', 'BNy/co4C1Hn1p+INwJrfUlgz7W55dSZReusH/GhUhJ/G', 0xa3e00fe2],
      ['witness1.smartit.nu/witness1', 'BPSFWg9G6KPiO7QPryYO5Xq4oYJJ+kAvLKLSimDhoxMO', 0xa48c820f],
    ] as const;
    for (const [name, key, id] of keys) {
      const material = fromBase64(key) as Uint8Array;
      expect(material[0]).toBe(COSIGNATURES.ed25519.type);
      expect(cosignerKeyId({ kind: 'ed25519', name }, material.subarray(1))).toBe(id);
    }
    expect(outcome(() => cosignerKeyId({ kind: 'ed25519', name: 'a' }, new Uint8Array(33)))).toBe('signature-invalid');
    const wanted = createHash('sha256').update('a\n').update(Uint8Array.of(6)).update(new Uint8Array(1312)).digest();
    expect(cosignerKeyId({ kind: 'ml-dsa-44', name: 'a' }, new Uint8Array(1312))).toBe(wanted.readUInt32BE(0));
  });

  it('of ML-DSA-44 signs the structure of the specification, byte by byte', () => {
    const message = mlDsa44Message({
      cosigner: 'al:w', time: 0x0102030405, origin: 'ua/é', start: 0, end: 0x1f000000000001,
      hash: new Uint8Array(32).fill(9),
    });
    expect(hex(message)).toBe([
      '737562747265652f76310a00', '04', '616c3a77', '0000000102030405', '05', '75612fc3a9', '0000000000000000',
      '001f000000000001', '09'.repeat(32),
    ].join(''));
    const { root } = parseCheckpoint(TEXT);
    expect(hex(cosignedMessage({ kind: 'ml-dsa-44', name: 'w' }, 7, TEXT))).toBe(hex(mlDsa44Message({
      cosigner: 'w', time: 7, origin: 'example.com/behind-the-sofa', start: 0, end: 20852163, hash: root,
    })));
    const subtree = { cosigner: 'w', time: 0, origin: 'o', start: 8, end: 13, hash: root };
    expect(outcome(() => mlDsa44Message(subtree))).toBe('nothing');
    expect(outcome(() => mlDsa44Message({ ...subtree, time: 1 }))).toBe('range-invalid');
    expect(outcome(() => mlDsa44Message({ ...subtree, start: 7 }))).toBe('range-invalid');
    expect(outcome(() => mlDsa44Message({ ...subtree, cosigner: '' }))).toBe('line-invalid');
    expect(outcome(() => mlDsa44Message({ ...subtree, origin: 'x'.repeat(256) }))).toBe('limit-exceeded');
    expect(outcome(() => mlDsa44Message({ ...subtree, hash: new Uint8Array(3) }))).toBe('hash-invalid');
  });
});

describe('a cosignature of either kind', () => {
  const kinds: readonly CosignatureKind[] = ['ed25519', 'ml-dsa-44'];

  it.each(kinds)('%s verifies for its key, checkpoint and name alone', (kind) => {
    const pair = kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ml-dsa-44');
    const cosigner = { kind, name: 'al:mirror/1' };
    const bytes = cosign(cosigner, 1_795_000_000, TEXT, (message) => sign(null, message, pair.privateKey));
    const check = (text: string, given: Uint8Array, name = cosigner.name): number | undefined =>
      verifyCosignature({ kind, name }, text, given, (message, signature) =>
        verify(null, message, pair.publicKey, signature));
    expect(bytes.length).toBe(8 + COSIGNATURES[kind].signatureSize);
    expect(check(TEXT, bytes)).toBe(1_795_000_000);
    expect(check(TEXT.replace('20852163', '20852164'), bytes)).toBe(undefined);
    expect(check(TEXT.replace('behind', 'before'), bytes)).toBe(undefined);
    // Ed25519 covers extension lines and not the name; ML-DSA-44 the name and not the extension lines.
    expect(check(`${TEXT}more\n`, bytes)).toBe(kind === 'ed25519' ? undefined : 1_795_000_000);
    expect(check(TEXT, bytes, 'ua:mirror/1')).toBe(kind === 'ed25519' ? 1_795_000_000 : undefined);
    for (const bit of [63, 56, 64, 8 * bytes.length - 9]) expect(check(TEXT, flipped(bytes, bit))).toBe(undefined);
  });

  it('is refused with a LogError where it has another length or a time beyond 2^53', () => {
    fc.assert(fc.property(fc.constantFrom(...kinds), fc.uint8Array({ maxLength: 71 }), (kind, noise) => {
      expect(outcome(() => decodeTimestamped(kind, noise))).toBe('signature-invalid');
    }));
    const of64 = new Uint8Array(64);
    expect(outcome(() => decodeTimestamped('ed25519', new Uint8Array(72).fill(255)))).toBe('number-invalid');
    expect(outcome(() => encodeTimestamped('ed25519', { time: -1, signature: of64 }))).toBe('number-invalid');
    expect(outcome(() => encodeTimestamped('ml-dsa-44', { time: 1, signature: of64 }))).toBe('signature-invalid');
    expect(outcome(() => ed25519Message(1.5, TEXT))).toBe('number-invalid');
    expect(outcome(() => ed25519Message(1, 'no checkpoint'))).toBe('text-invalid');
  });
});
