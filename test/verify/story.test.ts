// The story of Part V, exported by either node and checked offline; its proof files checked one by one.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { utf8 } from '../../src/act/bytes.ts';
import { VERIFICATION } from '../../src/node/keys.ts';
import { verifyExport, verifyProof } from '../../src/verify.ts';
import { exportOf } from '../twin/exported.ts';
import { openPair, type Pair, SIDES } from '../twin/pair.ts';
import { tellStory } from '../twin/story.ts';

describe('the record of Part V', () => {
  let pair: Pair;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'servanda-export-'));
    pair = await openPair();
    await tellStory(pair);
  });
  afterAll(async () => {
    await pair.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('exported by either node holds, and both exports tell the same logs', async () => {
    const told = [];
    for (const side of SIDES) {
      const target = join(folder, side);
      const written = await exportOf(pair, side, target);
      expect(written.entries).toBe(14);
      const read = async (path: string) => await readFile(join(target, path)).catch(() => undefined);
      const report = await verifyExport({ read: async (path) => await read(path) }, VERIFICATION);
      expect(report.findings).toEqual([]);
      expect(report).toMatchObject({ ok: true, acts: 10, parts: { checked: 22, missing: 0 } });
      told.push(
        report.logs.map(({ side: of, root, size }) => ({ of, root, size })).toSorted((a, b) => (a.of < b.of ? -1 : 1)),
      );
      expect(report.logs.every((log) => log.cosignatures.length === 4)).toBe(true);
      // Either log alone proves the order of both: what it notes of the other, in front of which of its acts.
      expect(report.order.filter((one) => one.side === 'ua').map(({ index, of, size }) => [index, of, size])).toEqual([
        [2, 'al', 2],
        [4, 'al', 5],
      ]);
    }
    expect(told[0]).toEqual(told[1]);
  });

  test('is not written over anything, and leaves no half folder behind', async () => {
    await expect(exportOf(pair, 'ua', join(folder, 'ua'))).rejects.toMatchObject({ code: 'export-invalid' });
    expect((await readdir(folder)).sort()).toEqual(['al', 'ua']);
  });

  test('has a proof file for each act that verifies against the policy, and not with a bit flipped', async () => {
    for (const side of SIDES) {
      const { node } = pair.node(side);
      for (const { act } of await node.look().acts({})) {
        const file = await node.actFile(act.id);
        const proof = utf8(file?.proof ?? '');
        const policy = utf8(node.policy(act.side) ?? '');
        expect(await verifyProof(proof, policy, VERIFICATION)).toMatchObject({
          ok: true,
          act: act.id,
          index: act.index,
        });
        for (let i = 0; i < proof.length; i += 149) {
          const moved = Uint8Array.from(proof);
          moved[i] = (moved[i] as number) ^ 1;
          const report = await verifyProof(moved, policy, VERIFICATION);
          // A moved letter in the name or id of a witness makes a stranger of it: allowed while the quorum stands.
          if (report.ok) expect(report.cosignatures.length).toBeLessThan(4);
        }
      }
    }
  });
});
