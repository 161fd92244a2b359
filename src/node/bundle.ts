// Bundles: the bodies of the wire carried on a medium, their making, their taking, and the answer that goes back.
import { fromUtf8, sameBytes, utf8 } from '../act/bytes.ts';
import { type PublicKey, type Verification } from '../act/key.ts';
import { parseNote, verifyNote } from '../act/note.ts';
import { Refusal, refuse } from '../act/refusal.ts';
import { originHash, parseCheckpoint } from '../log/checkpoint.ts';
import { epochNamed, type Epochs } from '../log/epoch.ts';
import { LogError } from '../log/error.ts';
import { parseMirrorInfo, parseTreeSize } from '../log/mirror.ts';
import { subtreeHash } from '../log/proof.ts';
import {
  type Answering, checkpointBody, DELIVERY_BYTES, entriesBody, keepCosignature, partsBody,
} from './consignment.ts';
import { originIn } from './epochs.ts';
import { type Bundle, type BundleHeader, formatBundle, type Frame, parseBundle } from './frames.ts';
import { lastOneWay, latestAnswer, readCarried, writeAnswer, writeCarried } from './store/carried.ts';
import { latestCosignatures } from './store/cosignatures.ts';
import { keepEvidence } from './store/evidence.ts';
import { hashReader } from './store/hashes.ts';
import { checkpointAt, type CheckpointRow, latestCheckpoint, OWN, readLogs } from './store/record.ts';
import { latestComparison } from './store/registers.ts';
import type { Answer, Asked } from './wire.ts';

/** Bytes of one bundle before sealing, about, unless told otherwise; and what is read of one at most. */
export const BUNDLE_BYTES = 64 * 1024 * 1024;
export const BUNDLE_LIMIT = 512 * 1024 * 1024;
/** Sizes from which a bundle proves its checkpoint to have grown, at most: the taker may hold any of them. */
const OLDS_LIMIT = 256;

/** Whether it is an answer that came, and not a delivery. `delivery-malformed`. */
export function isAnswer(content: Uint8Array): boolean {
  return parseBundle(content).header.what === 'answer';
}

export interface BundleRoom extends Answering {
  readonly agreement: string;
  readonly verify: Verification;
  /** The epochs of both logs: a state that the counterpart shows must be signed by the key of its epoch. */
  readonly epochs: readonly [own: Epochs<PublicKey>, other: Epochs<PublicKey>];
  readonly now: () => Date;
}

/** What a bundle is asked for: from which size, how large, and whether an answer will ever come. */
export interface Outgoing {
  readonly from?: number | undefined;
  readonly bytes: number;
  readonly oneWay: boolean;
}

/** One bundle, not yet sealed, with the entries it brings. */
export interface Made {
  readonly content: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly size: number;
}

/**
 * Makes the bundles that bring the counterpart from what it is known to hold to the newest signed size: one, or as many
 * as the size asked for makes of it, to be taken in that order. Each stands alone otherwise. What they carried is noted
 * once the caller has taken the last one.
 */
export async function* makeBundles(room: BundleRoom, asked: Outgoing): AsyncGenerator<Made> {
  const { sql, epochs } = room;
  const head = await latestCheckpoint(sql, OWN);
  if (head === undefined) return;
  const known = await whatIsKnown(room, asked);
  // What closed an epoch is brought, and taken, before what follows it.
  for (const { closed } of epochs[OWN]) {
    const end = closed === undefined ? undefined : await checkpointAt(sql, OWN, closed.size);
    if (end === undefined || end.size >= head.size || known.entries >= end.size) continue;
    yield* bundlesTo(room, asked, end, known);
    known.entries = end.size;
    known.parts = Math.max(known.parts, end.size);
  }
  yield* bundlesTo(room, asked, head, known);
}

async function* bundlesTo(
  room: BundleRoom,
  asked: Outgoing,
  head: CheckpointRow,
  known: { readonly entries: number; readonly parts: number },
): AsyncGenerator<Made> {
  const { sql } = room;
  if (known.entries > head.size || known.parts > head.size) {
    throw refuse('size-conflict', `Making a bundle from ${asked.from ?? known.entries} of ${head.size} entries.`);
  }
  const opening = await openingFrames(room, head, known.entries);
  const [, other] = await readLogs(sql);
  const header: BundleHeader = {
    agreement: room.agreement,
    from: originIn(head.note),
    to: other.origin,
    what: 'delivery',
    size: head.size,
  };
  const most = Math.min(asked.bytes, DELIVERY_BYTES);
  let { entries, parts } = known;
  do {
    const start = entries;
    const frames = [...opening];
    let bytes = 0;
    while ((entries < head.size || parts < head.size) && bytes < asked.bytes) {
      if (entries < head.size) {
        const { body, end } = await entriesBody(sql, head.size, entries, most);
        frames.push({ path: '/add-entries', status: 0, body });
        bytes += body.length;
        entries = end;
      }
      // Parts follow their entries: never beyond what this bundle and those before it have brought.
      while (parts < entries && bytes < asked.bytes) {
        const { body, end } = await partsBody(sql, parts, entries, most);
        frames.push({ path: '/parts', status: 0, body });
        bytes += body.length;
        parts = end;
      }
    }
    yield { content: formatBundle(header, frames), start, end: entries, size: head.size };
  } while (entries < head.size || parts < head.size);
  await writeCarried(sql, head.size, asked.oneWay, room.now());
}

/** From where entries and parts are missing at the counterpart, as far as is known: rather too low than too high. */
async function whatIsKnown({ sql }: BundleRoom, asked: Outgoing): Promise<{ entries: number; parts: number }> {
  if (asked.from !== undefined) return { entries: asked.from, parts: asked.from };
  if (asked.oneWay) {
    const last = await lastOneWay(sql);
    return { entries: last, parts: last };
  }
  const cosigned = await latestCosignatures(sql, OWN);
  const mirrored = Math.max(0, ...cosigned.filter((row) => row.role === 'mirror').map((row) => row.size));
  const compared = (await latestComparison(sql))?.own ?? 0;
  const answer = await latestAnswer(sql);
  // It has said that it holds less than it had cosigned: it lost some, and says so by what it holds now.
  if (answer !== undefined && (answer.held ?? 0) < mirrored) {
    return { entries: answer.held ?? 0, parts: Math.min(answer.next ?? 0, answer.held ?? 0) };
  }
  return { entries: mirrored, parts: Math.min(mirrored, Math.max(compared, answer?.next ?? 0)) };
}

/** The checkpoint, proven to have grown from each size that the taker may hold. */
async function openingFrames({ sql }: BundleRoom, head: CheckpointRow, from: number): Promise<readonly Frame[]> {
  const signed = await sql<{ size: number }[]>`
    select size from checkpoints where log = ${OWN} order by size desc limit ${OLDS_LIMIT / 4}`;
  const carried = await readCarried(sql, OLDS_LIMIT / 2);
  const cosigned = await latestCosignatures(sql, OWN);
  const sizes = [0, from, ...[...cosigned, ...carried, ...signed].map((row) => row.size), head.size];
  const olds = [...new Set(sizes)].filter((size) => size <= head.size).sort((a, b) => a - b);
  const frames: Frame[] = [];
  for (const old of olds) {
    frames.push({ path: '/add-checkpoint', status: 0, body: await checkpointBody(sql, head, old) });
  }
  return frames;
}

/** What takes the bodies: what answers the wire, and how it words a refusal. */
export interface Taker {
  readonly answer: (asked: Asked) => Promise<Answer>;
  readonly refused: (cause: unknown) => Answer;
}

/** What came of a bundle. `answer` goes back also where it was refused: it tells what is held here. */
export interface Taken {
  readonly answer: Uint8Array;
  readonly size: number;
  readonly refusal: Refusal | undefined;
}

const bytesOf = (body: Uint8Array | string): Uint8Array => (typeof body === 'string' ? utf8(body) : body);

/** The bundle read and found to be for this node, or the refusal that says why not; nothing is taken yet. */
async function openBundle(
  room: BundleRoom,
  content: Uint8Array,
  what: BundleHeader['what'],
): Promise<Bundle> {
  const bundle = parseBundle(content);
  const { agreement, from, to } = bundle.header;
  const [ours, theirs] = room.epochs.map((epochs) => epochs.map(({ key }) => key.name));
  if (agreement !== room.agreement || !theirs?.includes(from) || !ours?.includes(to)) {
    throw refuse('log-unknown', `A bundle of ${from} for ${to} under ${agreement} came to ${String(ours?.at(-1))}.`);
  }
  if (bundle.header.what !== what) {
    throw refuse('delivery-malformed', `The bundle of ${from} is of the kind ${bundle.header.what}, not ${what}.`);
  }
  return bundle;
}

/**
 * Hands each body to what answers the wire, in order, until one is refused. Each is taken whole or not at all, as on
 * the wire; a bundle taken before, or overtaken by the line, adds nothing.
 */
export async function takeBundle(room: BundleRoom, content: Uint8Array, taker: Taker): Promise<Taken> {
  const { header, frames } = await openBundle(room, content, 'delivery');
  const answers: Frame[] = [];
  const ask = async (path: string, body: Uint8Array, method: 'GET' | 'POST' = 'POST'): Promise<Answer> => {
    const given = await taker.answer({ by: 'counterpart', method, path, body });
    answers.push({ path, status: given.status, body: bytesOf(given.body) });
    return given;
  };
  let refusal: Refusal | undefined;
  try {
    requireBodies(frames);
    await requireNoGap(room, frames);
    await takeCheckpoint(frames, header.size, ask);
    for (const { path, body } of frames.filter((frame) => frame.path !== '/add-checkpoint')) {
      const given = await ask(path, body);
      if (given.status === 409) requireAbsorbed(given, header.size);
    }
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    refusal = cause;
    const { status, body } = taker.refused(cause);
    answers.push({ path: '/refused', status, body: bytesOf(body) });
  }
  await ask(`/${originHash(header.from)}/checkpoint`, new Uint8Array(), 'GET');
  const back: BundleHeader = { ...header, from: header.to, to: header.from, what: 'answer' };
  return { answer: formatBundle(back, answers), size: header.size, refusal };
}

type Ask = (path: string, body: Uint8Array) => Promise<Answer>;

async function takeCheckpoint(frames: readonly Frame[], size: number, ask: Ask): Promise<void> {
  let held = -1;
  for (const { path, body } of frames.filter((frame) => frame.path === '/add-checkpoint')) {
    const given = await ask(path, body);
    if (given.status === 200) return;
    held = parseTreeSize(bytesOf(given.body));
    if (held > size) break;
  }
  // What is newer here already needs no proof; what is older than all it proves from, another bundle must bring.
  if (held >= size) return;
  throw refuse(
    'size-conflict',
    `The bundle of ${size} entries does not follow from the ${held} seen here. Ask for one made with --since ${held}.`,
  );
}

const BODIES: readonly string[] = ['/add-checkpoint', '/add-entries', '/parts'];

function requireBodies(frames: readonly Frame[]): void {
  const other = frames.find(({ path }) => !BODIES.includes(path));
  if (other !== undefined) throw refuse('delivery-malformed', `The bundle carries something for ${other.path}.`);
}

/**
 * Entries that begin beyond what is held: a bundle before this one was lost, or is still to be taken. Looked for before
 * the checkpoint is, since a checkpoint once witnessed cannot be followed by an older one.
 */
async function requireNoGap({ sql }: BundleRoom, frames: readonly Frame[]): Promise<void> {
  const first = frames.find((frame) => frame.path === '/add-entries');
  const [, { size }] = await readLogs(sql);
  if (first === undefined || startOf(first.body) <= size) return;
  throw refuse(
    'size-conflict',
    `The bundle brings entries from ${startOf(first.body)} on; ${size} are held here. Take the one before it first.`,
  );
}

/** What was not taken because it is held already is no fault; what was not taken otherwise must be brought anew. */
function requireAbsorbed(given: Answer, size: number): void {
  const { next } = parseMirrorInfo(bytesOf(given.body));
  if (next >= size) return;
  throw refuse(
    'size-conflict',
    `A newer state than the bundle's ${size} entries was seen here, and ${next} are held. Ask for a newer one.`,
  );
}

/** The start of an upload: after the origin with its length in 2 bytes, 8 bytes big-endian. */
function startOf(body: Uint8Array): number {
  const header = body.length < 2 ? 2 : 10 + (((body[0] as number) << 8) | (body[1] as number));
  if (body.length < header) throw refuse('delivery-malformed', 'Entries came whose header is cut off.');
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  return Number(view.getBigUint64(2 + view.getUint16(0)));
}

/** What an answer told: how many entries the counterpart holds, and how many of these it has cosigned as held. */
export interface Told {
  readonly held: number;
  readonly refused: string | undefined;
}

/**
 * Takes the counterpart's answer: its cosignatures are verified and kept, and what it holds is noted, so that the next
 * bundle begins there. `record-forked`, `record-behind` where it shows a state of this log that is not held here.
 */
export async function takeAnswer(room: BundleRoom, content: Uint8Array): Promise<Told> {
  const { header, frames } = await openBundle(room, content, 'answer');
  const { sql } = room;
  const head = await checkpointAt(sql, OWN, header.size);
  if (head === undefined) {
    throw refuse('size-conflict', `An answer about ${header.size} entries came, a size never signed here.`);
  }
  let held = 0;
  let next: number | null = null;
  for (const { path, status, body } of frames) {
    if (path === '/add-checkpoint' && status === 200) await keepCosignature(room, 'witness', head, body);
    if (path === '/add-entries' && status === 200) await keepCosignature(room, 'mirror', head, body);
    if (path === '/parts' && status === 200) next = nextOf(body);
    if (path.endsWith('/checkpoint') && status === 200) held = await keepShown(room, body);
  }
  const refused = frames.find((frame) => frame.path === '/refused')?.body;
  await writeAnswer(sql, { size: header.size, held, next, at: room.now() });
  return { held, refused: refused === undefined ? undefined : (fromUtf8(refused) ?? '').trim() };
}

function nextOf(body: Uint8Array): number {
  let next: unknown;
  try {
    next = (JSON.parse(fromUtf8(body) ?? '') as { next?: unknown } | null)?.next;
  } catch {
    // Said below.
  }
  if (typeof next === 'number' && Number.isSafeInteger(next) && next >= 0) return next;
  throw refuse('delivery-malformed', 'An answer to parts came that names no next entry.');
}

/** The state of the own log that the counterpart holds whole, with its cosignatures. Gives its size. */
async function keepShown(room: BundleRoom, shown: Uint8Array): Promise<number> {
  const { sql } = room;
  const note = parseNote(shown);
  const said = openCheckpoint(note.text);
  const [own] = await readLogs(sql);
  const epoch = epochNamed(room.epochs[OWN], said.origin);
  if (epoch === undefined || verifyNote(note, [epoch.key], room.verify.ed25519).length === 0) {
    throw refuse('checkpoint-invalid', `A checkpoint of ${said.origin} came as of this log.`);
  }
  if (said.size > own.size) {
    throw refuse('record-behind', `The counterpart holds ${said.size} entries of this log; ${own.size} are held here.`);
  }
  const known = await checkpointAt(sql, OWN, said.size);
  const root = known?.root ?? (await subtreeHash(0, said.size, hashReader(sql, OWN, own.edge)));
  if (!sameBytes(root, said.root)) {
    const ours = known ?? (await latestCheckpoint(sql, OWN));
    await keepEvidence(sql, {
      log: OWN,
      what: 'fork',
      held: ours?.note ?? new Uint8Array(),
      given: shown,
      at: room.now(),
    });
    throw refuse('record-forked', `Of this log two states at ${said.size} entries are signed.`);
  }
  if (known === undefined) return said.size;
  for (const role of ['witness', 'mirror'] as const) {
    const [first] = room[role];
    const isThere = note.signatures.some((line) => line.name === first?.name && line.id === first.id);
    if (isThere) await keepCosignature(room, role, known, shown.subarray(utf8(`${note.text}\n`).length));
  }
  return said.size;
}

function openCheckpoint(text: string): ReturnType<typeof parseCheckpoint> {
  try {
    return parseCheckpoint(text);
  } catch (cause) {
    if (cause instanceof LogError) throw refuse('delivery-malformed', cause.message, cause);
    throw cause;
  }
}
