// Acts, notes, keys, parts: what is signed is exactly what is read, and each fault has its name.
import { generateKeyPairSync, sign as signBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ActHeader, actId, actText, ENTRY_LIMIT, parseAct } from '../../src/act/act.ts';
import { base64, base64url, fromBase64, fromBase64url, utf8 } from '../../src/act/bytes.ts';
import { formatKey, isAdmissible, parseKey, publicKey, type Signer } from '../../src/act/key.ts';
import { type Kind, readBody } from '../../src/act/kind.ts';
import {
  BODY_DESIGNATED, BODY_DESIGNATED_FOR, BODY_ENDED, KEY_ADMITTED, KEY_REVOKED, KEY_REVOKED_SINCE,
} from '../../src/act/kinds.ts';
import { formatNote, parseNote, signText, verifyNote } from '../../src/act/note.ts';
import { checkParts, commitment } from '../../src/act/part.ts';
import { encode, type Json } from '../../src/act/canonical.ts';
import { Refusal, REFUSALS } from '../../src/act/refusal.ts';
import { verifyEd25519 } from '../../src/node/keys.ts';
import { ENTRY_CONFIRMED, NOTIFICATION_GIVEN, RECEIPT_GIVEN } from '../../src/areas/final/kinds.ts';

function newSigner(name: string): Signer {
  const { privateKey, publicKey: shown } = generateKeyPairSync('ed25519');
  const raw = shown.export({ format: 'der', type: 'spki' }).subarray(12);
  return { key: publicKey(name, 1, new Uint8Array(raw)), sign: (message) => signBytes(null, message, privateKey) };
}

function code(run: () => unknown): string {
  try {
    run();
  } catch (cause) {
    if (cause instanceof Refusal) return cause.code;
    throw cause;
  }
  return 'accepted';
}

const HASH = 'A'.repeat(43);
const header: ActHeader = {
  agreement: 'ua-al-2025',
  kind: 'notification.given/1',
  provisions: ['76'],
  by: 'ua:mfa',
  at: '2026-08-28T09:00:00Z',
  number: 'UA-MFA-2026-0001',
  to: ['al:mefa'],
  subject: 'agreement',
  re: [],
  seen: { origin: 'tirana.example/ua-al-2025/al/1', root: `${HASH}=`, size: 3 },
  label: { tlp: 'CLEAR', rel: ['AL', 'UA'] },
  parts: [{ name: 'body', type: 'application/json', class: 'A', commitment: HASH }],
};

describe('an act is a signed note', () => {
  const signer = newSigner('ua:mfa/2026-1');

  test('its text is two lines, and its id is the hash of the text alone', () => {
    const text = actText(header);
    expect(text.split('\n')).toHaveLength(3);
    expect(text.startsWith('servanda/act/v1\n{"agreement":"ua-al-2025","at":')).toBe(true);
    const bytes = formatNote(text, [signText(text, signer)]);
    const act = parseAct(bytes);
    expect(act.id).toBe(actId(text));
    expect(act.header).toEqual(header);
    expect(verifyNote(act.note, [signer.key], verifyEd25519)).toEqual([signer.key]);
  });

  test('the known note of the specification verifies, byte for byte', () => {
    // The example of c2sp.org/signed-note.
    const key = parseKey('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k');
    const note = parseNote(
      utf8(
        'This is an example message.\n\n— example.com/foo ' +
          'Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZ' +
          'XsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n',
      ),
    );
    expect(verifyNote(note, [key], verifyEd25519)).toEqual([key]);
  });

  test.each<[string, ActHeader, string]>([
    [
      '17 KiB of header',
      {
        ...header,
        provisions: Array.from({ length: 128 }, (_, i) => `${i}`.padEnd(16, 'x')),
        re: Array.from({ length: 300 }, () => ({ act: HASH, role: 'x' })),
      },
      'header-too-large',
    ],
    [
      '65 parts',
      { ...header, parts: Array.from({ length: 65 }, (_, i) => ({ ...header.parts[0]!, name: `p${i}` })) },
      'too-many-parts',
    ],
    [
      '65 references',
      { ...header, re: Array.from({ length: 65 }, () => ({ act: HASH, role: 'answers' })) },
      'too-many-references',
    ],
    ['a lone surrogate', { ...header, subject: 'a\ud800' }, 'lone-surrogate'],
    ['a title it must not have', { ...header, title: 'x' } as ActHeader, 'header-malformed'],
    ['a field missing', { ...header, number: undefined } as unknown as ActHeader, 'error'],
    ['an instant without its zone', { ...header, at: '2026-08-28T09:00:00' }, 'header-malformed'],
    ['two parts of one name', { ...header, parts: [header.parts[0]!, header.parts[0]!] }, 'header-malformed'],
    ['a part name that climbs', { ...header, parts: [{ ...header.parts[0]!, name: '../x' }] }, 'header-malformed'],
  ])('a header with %s is refused', (_name, bad, refusal) => {
    if (refusal === 'error') expect(() => actText(bad)).toThrow('not JSON');
    else expect(code(() => actText(bad))).toBe(refusal);
  });

  test('an entry larger than 65,535 bytes is refused before it is read', () => {
    expect(code(() => parseAct(new Uint8Array(ENTRY_LIMIT + 1)))).toBe('entry-too-large');
  });

  test('a second signature by the same key is refused', () => {
    const text = actText(header);
    const line = signText(text, signer);
    const { note } = parseAct(formatNote(text, [line, line]));
    expect(code(() => verifyNote(note, [signer.key], verifyEd25519))).toBe('signer-repeated');
  });

  test('one flipped bit anywhere is refused or changes the act', () => {
    const text = actText(header);
    const bytes = formatNote(text, [signText(text, signer)]);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
        const flipped = bytes.slice();
        flipped[at] = (flipped[at] as number) ^ (1 << bit);
        const verdict = code(() => {
          const act = parseAct(flipped);
          const signed = verifyNote(act.note, [signer.key], verifyEd25519);
          if (signed.length === 0) throw new Refusal('key-unknown', '');
        });
        expect(verdict).not.toBe('accepted');
      }),
      { numRuns: 1000 },
    );
  });

  test('any bytes are read as an act or refused; nothing else is thrown', () => {
    const text = actText(header);
    const good = formatNote(text, [signText(text, signer)]);
    const mutated = fc.tuple(fc.nat(good.length), fc.uint8Array({ maxLength: 20 })).map(([at, patch]) => {
      const bytes = new Uint8Array([...good.slice(0, at), ...patch, ...good.slice(at)]);
      return bytes;
    });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), mutated), (bytes) => void code(() => parseAct(bytes))),
      {
        numRuns: 2000,
      },
    );
  });
});

describe('keys', () => {
  test('a written key is read back, and only as it was written', () => {
    const { key } = newSigner('kyiv.example/witness');
    expect(parseKey(formatKey(key))).toEqual(key);
    for (const bad of [
      '',
      'a',
      'a+b',
      'a+00000000+AAAA',
      `${formatKey(key)}x`,
      formatKey(key).replace('kyiv', 'other'),
    ]) {
      expect(code(() => parseKey(bad))).toBe('key-not-admissible');
    }
  });

  test('points of small order, of mixed order, or not canonically encoded are not admitted', () => {
    const zero = new Uint8Array(32);
    const one = Uint8Array.from([1, ...Array.from({ length: 31 }, () => 0)]);
    const field = Uint8Array.from([0xed, ...Array.from({ length: 30 }, () => 0xff), 0x7f]);
    for (const key of [zero, one, field, new Uint8Array(31), new Uint8Array(32).fill(255)])
      expect(isAdmissible(key)).toBe(false);
    expect(isAdmissible(newSigner('a').key.bytes)).toBe(true);
  });
});

describe('parts', () => {
  const salt = new Uint8Array(32).fill(7);
  const bytes = utf8('{}');
  const named = [{ name: 'body', type: 'application/json', class: 'A' as const, commitment: commitment(salt, bytes) }];

  test.each([
    ['none', [], 'part-missing'],
    ['another', [{ name: 'other', salt, bytes }], 'part-unexpected'],
    ['wrong bytes', [{ name: 'body', salt, bytes: utf8('[]') }], 'part-mismatch'],
    ['wrong salt', [{ name: 'body', salt: new Uint8Array(32), bytes }], 'part-mismatch'],
    [
      'the same twice',
      [
        { name: 'body', salt, bytes },
        { name: 'body', salt, bytes },
      ],
      'part-unexpected',
    ],
    ['exactly those', [{ name: 'body', salt, bytes }], 'accepted'],
  ])('given %s: %s', (_name, parts, verdict) => {
    expect(code(() => checkParts(named, parts))).toBe(verdict);
  });
});

test('each kind gives an example that fits its own schema, and a body of another shape is refused', () => {
  const kinds: readonly Kind[] = [
    KEY_ADMITTED,
    KEY_REVOKED,
    KEY_REVOKED_SINCE,
    BODY_DESIGNATED,
    BODY_DESIGNATED_FOR,
    BODY_ENDED,
    NOTIFICATION_GIVEN,
    RECEIPT_GIVEN,
    ENTRY_CONFIRMED,
  ];
  for (const kind of kinds) {
    expect(readBody(kind, utf8(encode(kind.example as unknown as Json)))).toEqual(kind.example);
    expect(code(() => readBody(kind, utf8('{"x":1}')))).toBe('body-malformed');
    expect(code(() => readBody(kind, utf8('{ }')))).toBe('not-canonical');
  }
});

test('base64 in both alphabets is strict: one text for one value', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(fromBase64(base64(bytes))).toEqual(bytes);
      expect(fromBase64url(base64url(bytes))).toEqual(bytes);
      expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(base64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
    }),
  );
  for (const bad of ['A', 'AA', 'AAA', 'AB==', 'AAB=', 'AA==A', 'A===', '====', 'AA\n=', 'AA-_'])
    expect(fromBase64(bad)).toBeUndefined();
});

test('every refusal says what mends it in a sentence', () => {
  for (const [name, mend] of Object.entries(REFUSALS)) expect(mend, name).toMatch(/^[A-Z].*\.$/);
});
