// The 914 Ed25519 edge vectors of C2SP/CCTV: which keys are admitted, and what each implementation says under them.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { concat, sameBytes, utf8 } from '../../src/act/bytes.ts';
import { isAdmissible } from '../../src/act/key.ts';
import { verifyEd25519 } from '../../src/node/keys.ts';

/** One vector: it satisfies the verification equation times eight, and its flags say what is odd about it. */
interface Vector {
  readonly number: number;
  /** 32 and 64 bytes in hexadecimal. */
  readonly key: string;
  readonly sig: string;
  readonly msg: string;
  readonly flags: readonly string[] | null;
}

const FILE = new URL('../../../shared/data/ed25519/cctv.json', import.meta.url);
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));
const half = (sig: string): Uint8Array => bytes(sig).slice(0, 32);

const byNode = (v: Vector): boolean => verifyEd25519(bytes(v.key), utf8(v.msg), bytes(v.sig));
const byNoble = (v: Vector): boolean => ed25519.verify(bytes(v.sig), utf8(v.msg), bytes(v.key), { zip215: false });

/** RFC 8032 section 5.1.7 without the cofactor: the bytes of [s]B - [k]A are those of R. The key is on the curve. */
function byEquation(v: Vector): boolean {
  const order = ed25519.Point.Fn.ORDER;
  const little = (part: Uint8Array): bigint => BigInt(`0x${Buffer.from(part).reverse().toString('hex')}`);
  const k = little(sha512(concat(half(v.sig), bytes(v.key), utf8(v.msg)))) % order;
  const s = little(bytes(v.sig).slice(32));
  if (s >= order) return false;
  const key = ed25519.Point.fromBytes(bytes(v.key));
  const expected = ed25519.Point.BASE.multiplyUnsafe(s).subtract(key.multiplyUnsafe(k));
  return sameBytes(expected.toBytes(), half(v.sig));
}

const numbers = (list: readonly Vector[]): readonly number[] => list.map((v) => v.number);

/** Run by another Node, of any version: reads the vectors from its input and prints one verdict for each. */
const SCRIPT = `
const { createPublicKey, verify } = require('crypto');
const head = Buffer.from('302a300506032b6570032100', 'hex');
const verdict = (v) => {
  try {
    const der = Buffer.concat([head, Buffer.from(v.key, 'hex')]);
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return verify(null, Buffer.from(v.msg, 'utf8'), key, Buffer.from(v.sig, 'hex'));
  } catch (error) {
    return String(error);
  }
};
const vectors = JSON.parse(require('fs').readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify({ version: process.version, verdicts: vectors.map(verdict) }));
`;

interface Foreign {
  readonly version: string;
  readonly verdicts: readonly (boolean | string)[];
}

/** Each Node on the PATH whose version is not the one that runs this test, once. */
function otherNodes(vectors: readonly Vector[]): readonly Foreign[] {
  const found = new Map<string, Foreign>();
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const program = join(folder, 'node');
    if (folder === '' || !existsSync(program)) continue;
    const ran = spawnSync(program, ['-e', SCRIPT], { input: JSON.stringify(vectors), encoding: 'utf8' });
    if (ran.status !== 0) throw new Error(`${program} did not judge the vectors: ${ran.stderr}`);
    const foreign = JSON.parse(ran.stdout) as Foreign;
    if (foreign.version !== process.version) found.set(foreign.version, foreign);
  }
  return [...found.values()];
}

if (existsSync(FILE)) {
  const vectors = JSON.parse(readFileSync(FILE, 'utf8')) as readonly Vector[];
  const admitted = vectors.filter((v) => isAdmissible(bytes(v.key)));
  const others = otherNodes(admitted);

  // The figures of verdicts are those of Node 24 (OpenSSL 3.5): where a runtime changes one, that is news to be read.
  describe('the 914 edge vectors of C2SP/CCTV', () => {
    it('stand under 22 keys, of which one is admitted', () => {
      const keys = [...new Set(vectors.map((v) => v.key))];
      expect(vectors).toHaveLength(914);
      expect(keys.filter((key) => isAdmissible(bytes(key)))).toEqual([
        'ef75b20e7540e3dff77404193652ba2bd13df99c1508eee1515e27ae25f28076',
      ]);
      expect(keys.filter((key) => !isAdmissible(bytes(key)))).toHaveLength(21);
      expect(admitted).toHaveLength(28);
    });

    it('have each flag of an odd key at a key that is refused, and at no other', () => {
      const odd = ['low_order_A', 'low_order_component_A', 'non_canonical_A'];
      const flagged = vectors.filter((v) => v.flags?.some((flag) => odd.includes(flag)) === true);
      expect(numbers(flagged)).toEqual(numbers(vectors.filter((v) => !admitted.includes(v))));
      expect(flagged).toHaveLength(886);
    });

    it('show why the others are refused: under them two implementations differ 154 times', () => {
      const refused = vectors.filter((v) => !admitted.includes(v));
      expect(refused.filter((v) => byNoble(v) !== byNode(v))).toHaveLength(154);
    });

    it('verify on the node under an admitted key only where no flag stands', () => {
      expect(numbers(admitted.filter(byNode))).toEqual(numbers(admitted.filter((v) => v.flags === null)));
      expect(numbers(admitted.filter(byNode))).toEqual([305]);
    });

    it('are judged alike by node:crypto and noble under an admitted key, wherever R is fit to be a key too', () => {
      const sound = admitted.filter((v) => isAdmissible(half(v.sig)));
      expect(numbers(sound)).toEqual([305]);
      expect(sound.map(byNoble)).toEqual(sound.map(byNode));
    });

    it('are told apart under an admitted key 15 times, by R alone, and the node is always the stricter', () => {
      const apart = admitted.filter((v) => byNoble(v) !== byNode(v));
      expect(apart).toHaveLength(15);
      expect(apart.filter(byNode)).toEqual([]);
      expect(apart.filter((v) => isAdmissible(half(v.sig)))).toEqual([]);
    });

    it('are judged by the equation without the cofactor, but that node:crypto refuses an R of order one', () => {
      expect(numbers(admitted.filter(byEquation))).toEqual([304, 305]);
      expect(numbers(admitted.filter(byNode))).toEqual([305]);
      const one = admitted.find((v) => v.number === 304) as Vector;
      expect(ed25519.Point.fromBytes(half(one.sig)).is0()).toBe(true);
    });

    for (const { version, verdicts } of others) {
      it(`are judged alike by Node ${version} under an admitted key, wherever R is fit to be a key as well`, () => {
        expect(verdicts.filter((verdict) => typeof verdict !== 'boolean')).toEqual([]);
        const apart = admitted.filter((v, i) => verdicts[i] !== byNode(v));
        expect(apart.filter((v) => isAdmissible(half(v.sig)))).toEqual([]);
        expect(apart.filter(byNode)).toEqual([]);
      });
    }
  });

  if (others.length === 0) {
    console.warn(`NOT RUN: the edge vectors on a second Node; only ${process.version} is on the PATH`);
    it(`NOT RUN: the 914 edge vectors on a second Node, only ${process.version} is on the PATH`, () => {
      expect(others).toEqual([]);
    });
  }
} else {
  console.warn('NOT RUN: the 914 edge vectors of C2SP/CCTV; shared/data/ed25519 is absent');
  it('NOT RUN: the 914 Ed25519 edge vectors, shared/data/ed25519 is absent', () => {
    expect(existsSync(FILE)).toBe(false);
  });
}
