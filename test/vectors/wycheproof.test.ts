// The 151 Ed25519 vectors of Wycheproof, by the node's own verification and by noble, each to the verdict it names.
import { existsSync, readFileSync } from 'node:fs';
import { ed25519 } from '@noble/curves/ed25519.js';
import { describe, expect, it } from 'vitest';
import { isAdmissible, publicKey, SIGNATURE_TYPE, type VerifyEd25519 } from '../../src/act/key.ts';
import { type Note, verifyNote } from '../../src/act/note.ts';
import { Refusal } from '../../src/act/refusal.ts';
import { verifyEd25519 } from '../../src/node/keys.ts';

interface Group {
  readonly publicKey: { readonly pk: string };
  readonly tests: readonly {
    readonly tcId: number;
    readonly msg: string;
    readonly sig: string;
    readonly result: 'valid' | 'invalid' | 'acceptable';
  }[];
}

const FILE = new URL('../../../shared/data/wycheproof/ed25519_test.json', import.meta.url);
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

interface Vector {
  readonly key: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

const byNoble: VerifyEd25519 = (key, message, signature) => ed25519.verify(signature, message, key, { zip215: false });

/** As acts are checked: a line of a known key in a note. A signature of another length never reaches the runtime. */
function inNote({ key, message, signature }: Vector, verify: VerifyEd25519): boolean {
  const known = publicKey('vector', SIGNATURE_TYPE.ed25519, key);
  const note: Note = { text: '\n', signatures: [{ name: known.name, id: known.id, signature }] };
  try {
    return verifyNote(note, [known], (bytes, _text, signed) => verify(bytes, message, signed)).length === 1;
  } catch (cause) {
    if (cause instanceof Refusal && cause.code === 'signature-invalid') return false;
    throw cause;
  }
}

if (existsSync(FILE)) {
  const { testGroups } = JSON.parse(readFileSync(FILE, 'utf8')) as { readonly testGroups: readonly Group[] };
  const all = testGroups.flatMap((group) =>
    group.tests.map(({ tcId, msg, sig, result }) => {
      const vector: Vector = { key: bytes(group.publicKey.pk), message: bytes(msg), signature: bytes(sig) };
      return { tcId, vector, result };
    }));
  const wrong = (judge: (vector: Vector) => boolean): readonly number[] =>
    all.filter(({ vector, result }) => judge(vector) !== (result === 'valid')).map((one) => one.tcId);

  describe('the Ed25519 vectors of Wycheproof', () => {
    it('are 151, 88 of them valid, none left to taste, all under keys that are admitted', () => {
      expect(all).toHaveLength(151);
      expect(all.filter((one) => one.result === 'valid')).toHaveLength(88);
      expect(all.filter((one) => one.result === 'invalid')).toHaveLength(63);
      for (const { vector: { key } } of all) expect(isAdmissible(key)).toBe(true);
    });

    it('are judged as they say by the node', () => {
      expect(wrong((vector) => inNote(vector, verifyEd25519))).toEqual([]);
    });

    it('are judged as they say by the node where no length is looked at before', () => {
      expect(wrong(({ key, message, signature }) => verifyEd25519(key, message, signature))).toEqual([]);
    });

    it('are judged as they say by noble', () => {
      expect(wrong((vector) => inNote(vector, byNoble))).toEqual([]);
    });
  });
} else {
  console.warn('NOT RUN: the 151 Ed25519 vectors of Wycheproof; shared/data/wycheproof is absent');
  it('NOT RUN: the 151 Ed25519 vectors of Wycheproof, shared/data/wycheproof is absent', () => {
    expect(existsSync(FILE)).toBe(false);
  });
}
