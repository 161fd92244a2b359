// What a log tells its witness and mirror, and what these answer: add-checkpoint, tree sizes, mirror information.
import { base64, checkSize, fromBase64, fromUtf8, parseDecimal } from './bytes.ts';
import { LogError } from './error.ts';
import { formatHeaded, formatProofLines, numberLine, parseHeaded, parseProofLines } from './lines.ts';
import { type Hash } from './tree.ts';

/** Content type of a tree size in answer to add-checkpoint with 409, c2sp.org/tlog-witness. */
export const SIZE_CONTENT_TYPE = 'text/x.tlog.size';
/** Content type of mirror information in answer to add-entries with 202 or 409, c2sp.org/tlog-mirror. */
export const MIRROR_INFO_CONTENT_TYPE = 'text/x.tlog.mirror-info';
/** Bytes of a ticket: add-entries writes its length in two bytes. */
export const TICKET_LIMIT = 65_535;

// The old size and 63 hashes.
const HEADER_LIMIT = 64 * 45;
// Two numbers of 16 digits and a ticket in base64.
const INFO_LIMIT = 2 * 17 + Math.ceil(TICKET_LIMIT / 3) * 4 + 1;

/** Body of add-checkpoint. Source: c2sp.org/tlog-witness, "add-checkpoint". */
export interface AddCheckpoint {
  /** Size of the tree that the witness cosigned last, 0 for none. Not compared with the checkpoint's here. */
  readonly old: number;
  /** Consistency proof from `old` to the checkpoint's size, at most 63 hashes; empty where `old` is 0. */
  readonly proof: readonly Hash[];
  /** The checkpoint with the log's signatures, a signed note, byte for byte. */
  readonly checkpoint: Uint8Array;
}

/**
 * The bytes of the body:
 *
 *     old 20852014
 *     PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
 *
 *     example.com/behind-the-sofa
 *     ...
 *
 * `number-invalid`, `hash-invalid`, `limit-exceeded`, `text-invalid`.
 */
export function formatAddCheckpoint({ old, proof, checkpoint }: AddCheckpoint): Uint8Array {
  checkSize(old, 'the old size');
  return formatHeaded([`old ${old}`, ...formatProofLines(proof)], checkpoint);
}

/**
 * Reads such a body, its form only. `truncated`, `line-invalid`, `number-invalid`, `hash-invalid`, `limit-exceeded`,
 * `text-invalid`.
 */
export function parseAddCheckpoint(body: Uint8Array): AddCheckpoint {
  const { lines, checkpoint } = parseHeaded(body, HEADER_LIMIT);
  return { old: numberLine(lines[0], 'old'), proof: parseProofLines(lines.slice(1)), checkpoint };
}

/** A tree size in decimal and a newline. `number-invalid`. */
export function formatTreeSize(size: number): string {
  return `${checkSize(size, 'the size of a tree')}\n`;
}

/** Reads such a body. `text-invalid`, `number-invalid`. */
export function parseTreeSize(body: Uint8Array): number {
  const [line] = answerLines(body, 1);
  return numberOf(line as string);
}

/** Where a mirror stands. Source: c2sp.org/tlog-mirror, "add-entries", "Processing". */
export interface MirrorInfo {
  /** Tree size of a pending checkpoint, to be sent as the end of the next upload. */
  readonly size: number;
  /** Index of the first entry that the mirror lacks, to be sent as the start of the next upload. */
  readonly next: number;
  /** To be sent back as it is, at most 65,535 bytes. */
  readonly ticket: Uint8Array;
}

/** The three lines size, next entry, ticket in base64. `number-invalid`, `limit-exceeded`. */
export function formatMirrorInfo({ size, next, ticket }: MirrorInfo): string {
  checkSize(size, 'the size of a pending checkpoint');
  checkSize(next, 'the next entry of a mirror');
  if (ticket.length > TICKET_LIMIT) throw new LogError('limit-exceeded', `Writing a ticket of ${ticket.length} bytes.`);
  return `${size}\n${next}\n${base64(ticket)}\n`;
}

/** Reads such a body. `text-invalid`, `line-invalid`, `number-invalid`, `limit-exceeded`. */
export function parseMirrorInfo(body: Uint8Array): MirrorInfo {
  const [size, next, encoded] = answerLines(body, 3);
  const ticket = fromBase64(encoded as string);
  if (ticket === undefined) throw new LogError('line-invalid', 'Reading the ticket of a mirror.');
  if (ticket.length > TICKET_LIMIT) throw new LogError('limit-exceeded', `Reading a ticket of ${ticket.length} bytes.`);
  return { size: numberOf(size as string), next: numberOf(next as string), ticket };
}

function numberOf(line: string): number {
  const value = parseDecimal(line);
  if (value === undefined) throw new LogError('number-invalid', `Reading ${JSON.stringify(line.slice(0, 40))}.`);
  return value;
}

/** Exactly `count` lines, each ended by a newline. */
function answerLines(body: Uint8Array, count: number): readonly string[] {
  if (body.length > INFO_LIMIT) throw new LogError('limit-exceeded', `Reading an answer of ${body.length} bytes.`);
  const text = fromUtf8(body);
  if (text?.endsWith('\n') !== true) throw new LogError('text-invalid', 'Reading an answer of a witness or mirror.');
  const lines = text.slice(0, -1).split('\n');
  if (lines.length !== count) throw new LogError('line-invalid', `Reading an answer of ${lines.length} lines.`);
  return lines;
}
