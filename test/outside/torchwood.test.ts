// Torchwood beside us: its witness cosigns our log, its client reads our tiles, it verifies our proofs, refuses alike.
import { randomBytes } from 'node:crypto';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromUtf8, utf8 } from '../../src/act/bytes.ts';
import type { Signer } from '../../src/act/key.ts';
import { formatNote, signText } from '../../src/act/note.ts';
import { formatCheckpoint, originHash } from '../../src/log/checkpoint.ts';
import { formatAddCheckpoint } from '../../src/log/mirror.ts';
import { consistencyProof } from '../../src/log/proof.ts';
import { type Hash, leafHash, rootOf } from '../../src/log/tree.ts';
import { wireIdentity } from '../../src/node/certificate.ts';
import { type Card, FILES, readCard } from '../../src/node/config.ts';
import { openKeys } from '../../src/node/keys.ts';
import { caller } from '../../src/node/wire.ts';
import { openPair, type Pair, SIDES, type Side } from '../twin/pair.ts';
import { tellStory } from '../twin/story.ts';
import { type Litewitness, startLitewitness } from './litewitness.ts';
import { BUILD_LIMIT, buildTorchwood } from './torchwood.build.ts';

const folder = await mkdtemp(join(tmpdir(), 'servanda-torchwood-'));
const missing = buildTorchwood(folder);

afterAll(async () => await rm(folder, { recursive: true, force: true }));

/** Runs the program beside the nodes, which must answer it meanwhile. */
async function torch(args: readonly string[], server = ''): Promise<{ readonly code: number | null; said: string }> {
  const child = spawn(join(folder, 'torch'), [...args], { env: { ...process.env, SERVER_NAME: server } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return await new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

const origin = (side: Side): string => `${side}.example/ua-al-2025/${side}/1`;

/** Hashes of complete subtrees over leaves in memory. */
const over =
  (leaves: readonly Hash[]) =>
  (subtrees: readonly { readonly height: number; readonly index: number }[]): Hash[] =>
    subtrees.map(({ height, index }) => rootOf(leaves.slice(index * 2 ** height, (index + 1) * 2 ** height)));

interface Answered {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

if (missing !== undefined) {
  test(`NOT RUN: torchwood as our witness, reader and verifier: ${missing}`, () => expect(missing).not.toBe(''));
} else {
  describe('torchwood', () => {
    let pair: Pair;
    let witness: Litewitness;
    let card: Card;
    const path = (name: string): string => join(folder, name);

    beforeAll(async () => {
      pair = await openPair();
      witness = await startLitewitness(path('litewitness'), 'lite.example/witness');
      card = (await readCard(join(pair.seats.ua.home, FILES.card))) as Card;
      witness.know(origin('ua'), card.keys.log);
      const files = { certificate: path('court.crt'), key: path('court.key') };
      const { certificate } = await wireIdentity('court.example', files, new Date());
      await pair.shut('ua');
      pair.settings.ua = {
        ...pair.settings.ua,
        auditors: [{ name: 'court', certificate }],
        witnesses: [{ key: witness.key, url: witness.url }],
        quorum: 1,
      };
      await pair.open('ua');
      await tellStory(pair);
      for (const side of SIDES) await writeFile(path(`${side}.policy`), pair.node('ua').node.policy(side) ?? '');
      await writeFile(path('server.crt'), card.certificate);
    }, BUILD_LIMIT);
    afterAll(async () => {
      await pair.close();
      await witness.stop();
    });

    test('cosigns our log as a witness of neither side: litewitness, as a process of its own', async () => {
      const size = (await pair.node('ua').node.record()).logs.find((log) => log.own)?.size;
      for (const end = Date.now() + 20_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
        const [one] = (await pair.node('ua').node.record()).witnesses;
        if (one?.size === size) break;
        if (Date.now() > end) throw new Error(`torchwood: ${JSON.stringify(one)}`);
      }
      const [one] = (await pair.node('ua').node.record()).witnesses;
      expect(one).toMatchObject({ name: 'lite.example/witness', state: 'well', size });
    });

    test('reads both logs from our wire by tiles, under our policies with both algorithms', async () => {
      const files = [path('court.crt'), path('court.key'), path('server.crt')];
      for (const side of SIDES) {
        const url = `${card.wire}/${originHash(origin(side))}/`;
        const { code, said } = await torch(['read', url, path(`${side}.policy`), ...files], 'ua.example');
        // The log, both keys of the mirror; of Ukraine's the witness of neither side as well.
        const signatures = side === 'ua' ? 4 : 3;
        expect([code, said]).toEqual([0, expect.stringMatching(`^ok ${origin(side)} \\d+ entries, ${signatures} `)]);
      }
      const url = `${card.wire}/${originHash(origin('ua'))}/`;
      const wrong = await torch(['read', url, path('al.policy'), ...files], 'ua.example');
      expect([wrong.code, wrong.said]).toEqual([1, expect.stringContaining('refused')]);
    });

    test('verifies the proof of every act, and refuses one without ML-DSA-44, or with a letter moved', async () => {
      const { node } = pair.node('ua');
      for (const { act } of await node.look().acts({})) {
        const proof = (await node.actFile(act.id))?.proof ?? '';
        await writeFile(path('one.tlog-proof'), proof);
        const policy = path(`${act.side}.policy`);
        const { code, said } = await torch(['proof', policy, path('one.tlog-proof')]);
        expect([act.side, act.index, code, said]).toEqual([act.side, act.index, 0, expect.stringContaining('ok ')]);
        if (act.index > 0) continue;
        const less = proof.split('\n').filter((line) => !/^— \S+mirror\/ml-dsa-44 /.test(line));
        await writeFile(path('less.tlog-proof'), less.join('\n'));
        expect((await torch(['proof', policy, path('less.tlog-proof')])).code).toBe(1);
        const moved = proof.replace(/^(— \S+mirror\/ml-dsa-44 .{2000})(.)/m, (_, before: string, letter: string) =>
          `${before}${letter === 'A' ? 'B' : 'A'}`,
        );
        await writeFile(path('moved.tlog-proof'), moved);
        expect((await torch(['proof', policy, path('moved.tlog-proof')])).code).toBe(1);
      }
    });

    test('answers what is wrong as we do: 400, 403, 404, 409, 422, and 200 for what is right', async () => {
      const rows = await pair.node('ua').sql<{ leaf: Uint8Array }[]>`
        select leaf from entries where log = 0 order by idx`;
      const leaves = rows.map((row) => new Uint8Array(row.leaf));
      const key = (await openKeys(join(pair.seats.ua.home, FILES.keys))).signer(origin('ua')) as Signer;
      const own = await wireIdentity(
        '',
        { certificate: join(pair.seats.ua.home, FILES.tlsCertificate), key: join(pair.seats.ua.home, FILES.tlsKey) },
        new Date(),
      );
      const peer = (await readCard(join(pair.seats.ua.home, FILES.counterpart))) as Card;
      await pair.shut('ua');
      const line = caller(peer.wire, own, peer.certificate);
      const ours = async (body: Uint8Array): Promise<Answered> => {
        const heard = await line.ask('POST', '/add-checkpoint', body);
        return { status: heard.status, type: heard.headers['content-type'] ?? '', body: fromUtf8(heard.body) ?? '' };
      };
      const theirs = async (body: Uint8Array): Promise<Answered> => {
        const heard = await fetch(`${witness.url}/add-checkpoint`, { method: 'POST', body: Buffer.from(body) });
        return { status: heard.status, type: heard.headers.get('content-type') ?? '', body: await heard.text() };
      };
      const n = leaves.length;
      const note = (size: number, root: Uint8Array, of = origin('ua'), by: Signer = key): Uint8Array => {
        const text = formatCheckpoint({ origin: of, size, root, extensions: [] });
        return formatNote(text, [signText(text, by)]);
      };
      const head = note(n, rootOf(leaves));
      const grown = [...leaves, leafHash(utf8('a leaf of the test'))];
      const forked = [...leaves.slice(0, -1), leafHash(utf8('another'))];
      const proof = await consistencyProof(n, n + 1, over(grown));
      const say = (old: number, checkpoint: Uint8Array, hashes: readonly Uint8Array[] = []): Uint8Array =>
        formatAddCheckpoint({ old, proof: hashes, checkpoint });
      const text = fromUtf8(say(n, head)) ?? '';
      const stranger: Signer = { key: { ...key.key, id: key.key.id ^ 1 }, sign: key.sign };
      const broken: Signer = { key: key.key, sign: () => new Uint8Array(64) };
      const table: readonly (readonly [string, Uint8Array, number])[] = [
        ['noise', utf8('old x\n\nnothing'), 400],
        ['no empty line', utf8('old 1\n'), 400],
        ['a number with a leading zero', utf8(text.replace(`old ${n}`, 'old -1')), 400],
        ['a hash that is none', utf8(text.replace('\n\n', '\nAAAA\n\n')), 400],
        ['64 hashes', utf8(text.replace('\n\n', `\n${`${'A'.repeat(43)}=\n`.repeat(64)}\n`)), 400],
        ['an unknown log', say(0, note(1, leaves[0] as Hash, 'xx.example/log')), 404],
        ['a key that is not known', say(n, note(n, rootOf(leaves), origin('ua'), stranger)), 403],
        ['a signature that fails', say(n, note(n, rootOf(leaves), origin('ua'), broken)), 403],
        ['an old size beyond the new', say(n, note(n - 1, rootOf(leaves.slice(0, -1)))), 400],
        ['a rollback', say(n - 1, note(n - 1, rootOf(leaves.slice(0, -1)))), 409],
        ['an old size of nothing', say(0, head), 409],
        ['equivocation: another tree of that size', say(n, note(n, rootOf(forked))), 422],
        ['a fork that grows', say(n, note(n + 1, rootOf([...forked, ...leaves.slice(0, 1)])), proof), 422],
        ['a proof of noise', say(n, note(n + 1, rootOf(grown)), [new Uint8Array(randomBytes(32))]), 422],
        ['no proof', say(n, note(n + 1, rootOf(grown))), 422],
        ['what is held already', say(n, head), 200],
        ['growth with its proof', say(n, note(n + 1, rootOf(grown)), proof), 200],
        ['the same again from the old size', say(n, note(n + 1, rootOf(grown)), proof), 409],
      ];
      for (const [what, body, status] of table) {
        const [mine, other] = [await ours(body), await theirs(body)];
        expect([what, mine.status, other.status]).toEqual([what, status, status]);
        if (status === 409) expect([what, mine.type, mine.body]).toEqual([what, other.type, other.body]);
        if (status === 200) for (const one of [mine, other]) expect(one.body).toMatch(/^(?:— \S+ \S+\n)+$/);
      }
      line.close();
    });
  });
}
