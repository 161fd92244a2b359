// How fast the outside checker works on one core, beside OpenSSL on the same core in the same run.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import type { Bench, Figure, Measuring } from '../src/commands/bench.ts';
import { parseAct } from '../src/act/act.ts';
import { utf8 } from '../src/act/bytes.ts';
import { parseKey } from '../src/act/key.ts';
import { TileEdge } from '../src/log/edge.ts';
import { parseEntryBundle, TILE_WIDTH } from '../src/log/tile.ts';
import { leafHashes } from '../src/log/tree.ts';
import { VERIFICATION, verifyEd25519 } from '../src/node/keys.ts';
import { sha256 } from '../src/node/store/hashes.ts';
import { verifyExport } from '../src/verify.ts';
import { type Files, syntheticExport } from '../test/verify/synthetic.ts';

const LEAVES = { quick: 400_000, slow: 4_000_000 } as const;
/** Acts of each side. */
const ACTS = { quick: 6000, slow: 60_000 } as const;
/** Bytes of an entry: about those of a short act. */
const ENTRY = 612;
const PEER_SECONDS = 2;

/** Processor seconds of this thread while `work` runs: what a core is busy with, whoever else uses the machine. */
async function busy(work: () => Promise<void> | void): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1e6;
}

async function rehash(count: number): Promise<number> {
  const bundle = Array.from({ length: TILE_WIDTH }, () => new Uint8Array(randomBytes(ENTRY)));
  let edge = TileEdge.empty();
  const seconds = await busy(() => {
    while (edge.size < count) edge = edge.append(leafHashes(bundle, sha256), sha256).edge;
  });
  return edge.size / seconds;
}

async function signatures(files: Files): Promise<number> {
  const notes = parseEntryBundle(files.get('ua/tile/entries/001') as Uint8Array, TILE_WIDTH).map((entry) => {
    const { note } = parseAct(entry);
    return { message: utf8(note.text), signature: note.signatures[0]?.signature as Uint8Array };
  });
  const admitted = JSON.parse(new TextDecoder().decode(files.get('ua/parts/0/body'))) as { readonly key: string };
  const key = parseKey(admitted.key).bytes;
  let count = 0;
  const seconds = await busy(() => {
    for (let round = 0; round < 40; round++) {
      for (const { message, signature } of notes) {
        if (!verifyEd25519(key, message, signature)) throw new Error('bench: a good signature was refused');
        count += 1;
      }
    }
  });
  return count / seconds;
}

async function wholeExport(files: Files): Promise<number> {
  let acts = 0;
  const read = async (path: string): Promise<Uint8Array | undefined> => await Promise.resolve(files.get(path));
  const seconds = await busy(async () => {
    const report = await verifyExport({ read }, VERIFICATION, sha256);
    if (!report.ok) throw new Error(`bench: ${report.findings[0]?.detail}`);
    acts = report.acts;
  });
  return acts / seconds;
}

/** What OpenSSL does in a second of a core: Ed25519 verified, and leaves hashed (an entry and an inner node each). */
function peer(): { readonly verified: number; readonly leaves: number } | undefined {
  const speed = (...args: readonly string[]): string =>
    spawnSync('openssl', ['speed', '-seconds', String(PEER_SECONDS), ...args], { encoding: 'utf8' }).stdout ?? '';
  const perSecond = (bytes: number): number => {
    const said = speed('-evp', 'sha256', '-bytes', String(bytes));
    return (Number(/sha256 +([\d.]+)k/i.exec(said)?.[1] ?? 0) * 1000) / bytes;
  };
  const verified = Number(/EdDSA.*\s([\d.]+)\s*$/m.exec(speed('ed25519'))?.[1] ?? 0);
  const leaves = 1 / (1 / perSecond(ENTRY + 1) + 1 / perSecond(65));
  return verified > 0 && leaves > 0 ? { verified, leaves } : undefined;
}

async function measure({ say, slow }: Measuring): Promise<readonly Figure[]> {
  const files = syntheticExport(slow ? ACTS.slow : ACTS.quick);
  say(`entries of ${ENTRY} bytes; by processor time of one thread`);
  await rehash(TILE_WIDTH * 40);
  const leaves = await rehash(slow ? LEAVES.slow : LEAVES.quick);
  const verified = await signatures(files);
  const whole = await wholeExport(files);
  const openssl = peer();
  if (openssl === undefined) say('OpenSSL is not on this machine: no ratio to a peer');
  return [
    { name: 'audit: leaves hashed again', value: leaves, unit: '1/s/core', target: '>= 400,000' },
    { name: 'audit: signatures verified', value: verified, unit: '1/s/core', target: '>= 12,000' },
    { name: 'audit: an export checked whole, acts', value: whole, unit: '1/s/core' },
    ...(openssl === undefined
      ? []
      : [
          { name: 'peer: OpenSSL verifies Ed25519', value: openssl.verified, unit: '1/s/core' },
          { name: '  ours to it', value: verified / openssl.verified, unit: 'x' },
          { name: 'peer: OpenSSL hashes an entry and a node', value: openssl.leaves, unit: '1/s/core' },
          { name: '  ours to it', value: leaves / openssl.leaves, unit: 'x' },
        ]),
  ];
}

const bench: Bench = { summary: 'the outside checker on one core', measure };
export default bench;
