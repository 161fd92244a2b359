// What a large file costs: sealed as it comes, brought to the counterpart chunk by chunk, opened there.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type ActHeader, actText, parseAct } from '../src/act/act.ts';
import { utf8 } from '../src/act/bytes.ts';
import { encode } from '../src/act/canonical.ts';
import { formatChunks, formatFile, type LargeFile } from '../src/act/file.ts';
import { formatNote, signText } from '../src/act/note.ts';
import { CHUNKS_PART, commitment, FILE_PART, type Part, SALT_SIZE } from '../src/act/part.ts';
import type { Agreement } from '../src/agreement/agreement.ts';
import { openLabel } from '../src/agreement/label.ts';
import type { Bench, Figure, Measuring } from '../src/commands/bench.ts';
import { openKeys } from '../src/node/keys.ts';
import type { Official } from '../src/node/node.ts';
import { stageChunks } from '../src/node/store/chunks.ts';
import { OWN, readEntries } from '../src/node/store/record.ts';
import { MEASURE_FILED } from './kinds.ts';
import { withPair } from './pair.ts';
import { openSide, type Side } from './side.ts';

const MIB = 1024 * 1024;
/** MiB of the file. */
const SIZE = { quick: 128, slow: 1024 } as const;
const BODY = 'ua:mfa';
/** How long it may take to be brought. Milliseconds. */
const LAST = 600_000;
/** Nobody of a demonstration: who sends a file is a drafter. */
const DRAFTER: Official = {
  id: 'bench',
  name: 'EXERCISE',
  body: BODY,
  roles: ['drafter'],
  post: { en: 'EXERCISE', uk: 'EXERCISE', sq: 'EXERCISE' },
};

interface Timed<T> {
  readonly result: T;
  readonly clock: number;
  readonly processor: number;
}

/** Seconds by the clock, and of processor time in this process. */
async function timed<T>(work: () => Promise<T>): Promise<Timed<T>> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { result, clock: (performance.now() - start) / 1000, processor: (user + system) / 1e6 };
}

/** A file of so many MiB, as it comes: chance, for it is as little compressible as a video. */
async function* coming(size: number): AsyncGenerator<Uint8Array> {
  const piece = new Uint8Array(randomBytes(MIB));
  for (let at = 0; at < size; at++) yield await Promise.resolve(piece);
}

/** The signed act that carries it, recorded. */
async function say(node: Side, home: string, agreement: Agreement, large: LargeFile): Promise<number> {
  const ring = await openKeys(join(home, 'keys'));
  const signer = ring.signer(ring.names().find((name) => name.startsWith(`${BODY}/`)) ?? '');
  const [first] = await readEntries(node.sql, OWN, 0, 1);
  if (signer === undefined || first === undefined) throw new Error('bench: the record is not founded');
  const salted = (name: string, bytes: Uint8Array): Part => {
    return { name, salt: new Uint8Array(randomBytes(SALT_SIZE)), bytes };
  };
  const parts = [
    salted('body', utf8(encode({ text: 'a file' }))),
    salted(CHUNKS_PART, formatChunks(large.chunks)),
    salted(FILE_PART, formatFile(large.file)),
  ];
  const header: ActHeader = {
    agreement: agreement.id,
    kind: MEASURE_FILED.id,
    provisions: [...agreement.provisionsOf(MEASURE_FILED.families)],
    by: BODY,
    at: `${new Date().toISOString().slice(0, 19)}Z`,
    number: 'UA-MFA-2026-0000001',
    to: ['al:mefa'],
    subject: 'bench:file',
    re: [],
    seen: parseAct(first.bytes).header.seen,
    label: openLabel(agreement),
    parts: parts.map(({ name, salt, bytes }) => {
      return { name, type: 'application/json', class: 'A', commitment: commitment(salt, bytes) } as const;
    }),
    exercise: true,
  };
  const text = actText(header);
  await node.sql.begin(async (tx) => await stageChunks(tx, 'bench', large.chunks));
  return await node.record(formatNote(text, [signText(text, signer)]), parts);
}

/** Waits until all of it is at the counterpart. */
async function brought(to: Side, index: number): Promise<void> {
  const until = performance.now() + LAST;
  for (;;) {
    const count = await to.node.files.pieces('ua', index);
    if (count !== undefined && count.here === count.pieces) return;
    if (performance.now() > until) throw new Error(`bench: the file was not brought in ${LAST / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function opened(at: Side, index: number): Promise<number> {
  const file = await at.node.files.read('ua', index);
  let size = 0;
  for await (const piece of file?.content ?? []) size += piece.length;
  return size;
}

async function measure({ say: tell, slow }: Measuring): Promise<readonly Figure[]> {
  const size = slow ? SIZE.slow : SIZE.quick;
  return await withPair(async ({ agreement, homes, settings }) => {
    const to = await openSide(homes.al, { settings: settings.al, agreement });
    try {
      const from = await openSide(homes.ua, { settings: settings.ua, agreement });
      try {
        await Promise.all([from.signing(), to.signing()]);
        tell(`a file of ${size} MiB between two nodes in this process`);
        const sent = { name: 'EXERCISE.img', type: '', content: coming(size) };
        const sealing = await timed(async () => await from.node.files.take(DRAFTER, sent));
        const index = await say(from, homes.ua, agreement, sealing.result);
        const bringing = await timed(async () => await brought(to, index));
        const opening = await timed(async () => await opened(to, index));
        if (opening.result !== size * MIB) throw new Error(`bench: ${opening.result} bytes were opened`);
        return Object.entries({ sealed: sealing, delivered: bringing, opened: opening }).flatMap(([name, of]) => [
          { name: `${name}, of ${size} MiB`, value: size / of.clock, unit: 'MiB/s' },
          { name: '  processor time of a MiB, all threads', value: (of.processor / size) * 1000, unit: 'ms' },
        ]);
      } finally {
        await from.stop();
      }
    } finally {
      await to.stop();
    }
  });
}

const bench: Bench = { summary: 'a file sealed and synced, brought over TLS and synced, opened', measure };
export default bench;
