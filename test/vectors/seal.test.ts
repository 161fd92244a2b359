// What seals, held to the vectors of others: RFC 9180, the draft of X-Wing, Wycheproof for AES-GCM, X25519 and HKDF.
import { createHash, webcrypto } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { Aes128Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { x25519 } from '@noble/curves/ed25519.js';
import { describe, expect, it } from 'vitest';
import { sealKey } from '../../src/act/sealkey.ts';
import { openingKey } from '../../src/seal/wrap.ts';
import { X_WING } from '../../src/seal/xwing.ts';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text.replace(/\s/g, ''), 'hex'));
const hex = (data: Uint8Array | ArrayBuffer): string => Buffer.from(data as Uint8Array).toString('hex');
const sha256 = (data: Uint8Array | ArrayBuffer): string =>
  createHash('sha256').update(new Uint8Array(data as ArrayBuffer)).digest('hex');

// Facts of RFC 9180, appendix A.1.1.
const RFC = {
  info: '4f6465206f6e2061204772656369616e2055726e',
  ikmE: '7268600d403fce431561aef583ee1613527cff655c1343f29812e66706df3234',
  enc: '37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431',
  pkR: '3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d',
  skR: '4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8',
  pt: '4265617574792069732074727574682c20747275746820626561757479',
};
/** Associated data and ciphertext of the first three messages. */
const SEALED = [
  ['436f756e742d30', 'f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a'],
  ['436f756e742d31', 'af2d7e9ac9ae7e270f46ba1f975be53c09f8d875bdc8535458c2494e8a6eab251c03d0c22a56b8ca42c2063b84'],
  ['436f756e742d32', '498dfcabd92e8acedc281e85af1cb4e3e31c7dc394a1ca20e173cb72516491588d96a19ad4a683518973dcc180'],
] as const;

describe('RFC 9180, A.1.1', () => {
  const suite = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() });

  it('is sealed as the RFC seals, with the chance it names', async () => {
    const recipientPublicKey = await suite.kem.deserializePublicKey(bytes(RFC.pkR));
    const sender = await suite.createSenderContext({ recipientPublicKey, info: bytes(RFC.info), ekm: bytes(RFC.ikmE) });
    expect(hex(sender.enc)).toBe(RFC.enc);
    for (const [aad, ct] of SEALED) expect(hex(await sender.seal(bytes(RFC.pt), bytes(aad)))).toBe(ct);
  });

  it('is opened as the RFC opens', async () => {
    const recipientKey = await suite.kem.deserializePrivateKey(bytes(RFC.skR));
    const recipient = await suite.createRecipientContext({ recipientKey, info: bytes(RFC.info), enc: bytes(RFC.enc) });
    for (const [aad, ct] of SEALED) expect(hex(await recipient.open(bytes(ct), bytes(aad)))).toBe(RFC.pt);
  });
});

// Facts of draft-connolly-cfrg-xwing-kem; of keys and ciphertexts, which are long, their SHA-256.
const X_WINGS = [
  {
    seed: '7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26',
    eseed:
      '3cb1eea988004b93103cfb0aeefd2a686e01fa4a58e8a3639ca8a1e3f9ae57e2' +
      '35b8cc873c23dc62b8d260169afa2f75ab916a58d974918835d25e6a435085b2',
    ss: 'd2df0522128f09dd8e2c92b1e905c793d8f57a54c3da25861f10bf4ca613e384',
    pk: '2e816deebcd76c5c80d0cd2d174478871658e8e2ff42bc9d4a6e486372e856bb',
    ct: '17cd532d657e44c897ca6583e548a5424fc70bf54f99515a4d2bcf99e3469f33',
  },
  {
    seed: 'badfd6dfaac359a5efbb7bcc4b59d538df9a04302e10c8bc1cbf1a0b3a5120ea',
    eseed:
      '17cda7cfad765f5623474d368ccca8af0007cd9f5e4c849f167a580b14aabdef' +
      'aee7eef47cb0fca9767be1fda69419dfb927e9df07348b196691abaeb580b32d',
    ss: 'f2e86241c64d60f6649fbc6c5b7d17180b780a3f34355e64a85749949c45f150',
    pk: 'c42ba5f8430d7d2c83739338203819f090e8303ce9c8b02107c272bfa5376916',
    ct: '1661ea86d608a1924ba30840cb0a65f13ae051e3aec9cf0f064efc0bc92f2154',
  },
  {
    seed: 'ef58538b8d23f87732ea63b02b4fa0f4873360e2841928cd60dd4cee8cc0d4c9',
    eseed:
      '22a96188d032675c8ac850933c7aff1533b94c834adbb69c6115bad4692d8619' +
      'f90b0cdf8a7b9c264029ac185b70b83f2801f2f4b3f70c593ea3aeeb613a7f1b',
    ss: '953f7f4e8c5b5049bdc771d1dffada0dd961477d1a2ae0988baa7ea6898d893f',
    pk: '6b080d6b84f095342092fa7a22423e58bd681397ad0ef00eac92bd254db4fa95',
    ct: 'd3ca5578500344b5896cffc4fd740c9311946b82951df155e6fd86a7966b43c6',
  },
];

describe('the vectors of X-Wing', () => {
  it.each(X_WINGS.map((vector) => [vector.ss.slice(0, 8), vector] as const))('%s', async (_name, vector) => {
    const pair = await X_WING.deriveKeyPair(bytes(vector.seed));
    expect(sha256(await X_WING.serializePublicKey(pair.publicKey))).toBe(vector.pk);
    const given = await X_WING.encap({ recipientPublicKey: pair.publicKey, ekm: bytes(vector.eseed) });
    expect([sha256(given.enc), hex(given.sharedSecret)]).toEqual([vector.ct, vector.ss]);
    expect(hex(await X_WING.decap({ recipientKey: pair.privateKey, enc: given.enc }))).toBe(vector.ss);
  });
});

const FOLDER = new URL('../../../shared/data/wycheproof/', import.meta.url);

interface Test {
  readonly tcId: number;
  readonly result: 'valid' | 'invalid' | 'acceptable';
  readonly flags: readonly string[];
  readonly [field: string]: unknown;
}
interface Group {
  readonly [field: string]: unknown;
  readonly tests: readonly Test[];
}

function groups(file: string): readonly Group[] {
  return (JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as { testGroups: readonly Group[] }).testGroups;
}

const text = (test: Test, field: string): Uint8Array<ArrayBuffer> => bytes(test[field] as string);

async function aesGcm(test: Test, tagLength: number): Promise<boolean> {
  try {
    const key = await webcrypto.subtle.importKey('raw', text(test, 'key'), 'AES-GCM', false, ['decrypt', 'encrypt']);
    const how = { name: 'AES-GCM', iv: text(test, 'iv'), additionalData: text(test, 'aad'), tagLength };
    const whole = new Uint8Array([...text(test, 'ct'), ...text(test, 'tag')]);
    const opened = await webcrypto.subtle.decrypt(how, key, whole);
    const sealed = await webcrypto.subtle.encrypt(how, key, text(test, 'msg'));
    return hex(opened) === test['msg'] && hex(sealed) === hex(whole);
  } catch {
    return false;
  }
}

if (existsSync(FOLDER)) {
  describe('the vectors of Wycheproof', () => {
    it('for AES-256-GCM with nonces of 96 bits come out as they say', async () => {
      const asked = groups('aes_gcm_test.json').filter((one) => one['ivSize'] === 96 && one['keySize'] === 256);
      const tests = asked.flatMap((one) => one.tests.map((test) => ({ test, tag: one['tagSize'] as number })));
      expect(tests.length).toBeGreaterThanOrEqual(60);
      const wrong: number[] = [];
      for (const { test, tag } of tests) {
        if ((await aesGcm(test, tag)) !== (test.result === 'valid')) wrong.push(test.tcId);
      }
      expect(wrong).toEqual([]);
    });

    it('for X25519 give the secret that they say, and none where a point gives zero', () => {
      const tests = groups('x25519_test.json').flatMap((one) => one.tests);
      expect(tests).toHaveLength(518);
      const wrong = tests.filter((test) => {
        const zero = /^0+$/.test(test['shared'] as string);
        try {
          return hex(x25519.getSharedSecret(text(test, 'private'), text(test, 'public'))) !== test['shared'] || zero;
        } catch {
          return !zero;
        }
      });
      expect(wrong.map((test) => test.tcId)).toEqual([]);
    });

    it('name no point of small order that may be sealed to', () => {
      const tests = groups('x25519_test.json').flatMap((one) => one.tests);
      const low = tests.filter((test) => /^0+$/.test(test['shared'] as string));
      expect(low.length).toBeGreaterThan(10);
      for (const test of low) {
        expect(() => sealKey('al.example/seal', 'x25519', text(test, 'public'))).toThrow('key-not-admissible');
      }
    });

    it('for HKDF-SHA256 come out as they say', async () => {
      const tests = groups('hkdf_sha256_test.json').flatMap((one) => one.tests);
      expect(tests).toHaveLength(86);
      const wrong: number[] = [];
      for (const test of tests) {
        const key = await webcrypto.subtle.importKey('raw', text(test, 'ikm'), 'HKDF', false, ['deriveBits']);
        const how = { name: 'HKDF', hash: 'SHA-256', salt: text(test, 'salt'), info: text(test, 'info') };
        const made = await webcrypto.subtle.deriveBits(how, key, (test['size'] as number) * 8).catch(() => undefined);
        if ((made !== undefined && hex(made) === test['okm']) !== (test.result === 'valid')) wrong.push(test.tcId);
      }
      expect(wrong).toEqual([]);
    });
  });
} else {
  it('NOT RUN: the vectors of Wycheproof for sealing, shared/data/wycheproof is absent', () => {
    expect(existsSync(FOLDER)).toBe(false);
  });
}

it('an X-Wing key with a coefficient beyond the modulus is not admitted', async () => {
  const { key } = await openingKey('ua:mfa/seal-2026-1', 'x-wing', bytes(X_WINGS[0]?.seed ?? ''));
  expect(sealKey(key.name, 'x-wing', key.bytes)).toEqual(key);
  const beyond = key.bytes.slice();
  beyond.set([0xff, 0xff], 0);
  expect(() => sealKey(key.name, 'x-wing', beyond)).toThrow('key-not-admissible');
});
