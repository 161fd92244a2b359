// The 518 proof vectors of transparency-dev/merkle, all of them, each to the verdict that it names.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  verifyConsistency, verifyInclusion, verifySubtreeConsistency, verifySubtreeInclusion,
} from '../../src/log/proof.ts';

interface Vector {
  readonly desc: string;
  readonly wantErr: boolean;
  readonly proof: readonly string[] | null;
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly start: number;
  readonly end: number;
  readonly size: number;
  readonly size1: number;
  readonly size2: number;
  readonly root: string;
  readonly root1: string;
  readonly root2: string;
  readonly leafHash: string;
}

const DIRECTORY = new URL('../../../shared/data/merkle/', import.meta.url);
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));

const FOLDERS: Readonly<Record<string, (v: Vector, proof: readonly Uint8Array[]) => boolean>> = {
  consistency: (v, proof) => verifyConsistency(v.size1, v.size2, proof, bytes(v.root1), bytes(v.root2)),
  inclusion: (v, proof) => verifyInclusion(v.leafIdx, v.treeSize, proof, bytes(v.leafHash), bytes(v.root)),
  subtreeconsistency: (v, proof) =>
    verifySubtreeConsistency(v.start, v.end, v.size, proof, bytes(v.root1), bytes(v.root2)),
  subtreeinclusion: (v, proof) =>
    verifySubtreeInclusion(v.leafIdx, v.start, v.end, proof, bytes(v.leafHash), bytes(v.root)),
};

const COUNTS = { consistency: 98, inclusion: 98, subtreeconsistency: 118, subtreeinclusion: 204 };

if (existsSync(DIRECTORY)) {
  describe('the proof vectors of transparency-dev/merkle', () => {
    it('are 518, all judged as they say', () => {
      const counts: Record<string, number> = {};
      const wrong: string[] = [];
      let accepted = 0;
      for (const path of readdirSync(DIRECTORY, { recursive: true, encoding: 'utf8' })) {
        if (!path.endsWith('.json')) continue;
        const folder = path.split(/[\\/]/)[0] as string;
        const vector = JSON.parse(readFileSync(new URL(path, DIRECTORY), 'utf8')) as Vector;
        const verify = FOLDERS[folder];
        if (verify === undefined || typeof vector.wantErr !== 'boolean') throw new Error(`unknown vector ${path}`);
        const verified = verify(vector, (vector.proof ?? []).map(bytes));
        if (verified === vector.wantErr) wrong.push(`${path}: ${vector.desc}`);
        if (verified) accepted++;
        counts[folder] = (counts[folder] ?? 0) + 1;
      }
      expect(wrong).toEqual([]);
      expect(counts).toEqual(COUNTS);
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(518);
      expect(accepted).toBe(36);
    });
  });
} else {
  console.warn('NOT RUN: the 518 proof vectors of transparency-dev/merkle; shared/data/merkle is absent');
  it('NOT RUN: the 518 proof vectors, shared/data/merkle is absent', () => {
    expect(existsSync(DIRECTORY)).toBe(false);
  });
}
