// Sizes of what is sealed, padded to classes: whoever sees the envelope learns the class and not the length.
import { concat } from '../act/bytes.ts';
import { refuse } from '../act/refusal.ts';

/** The smallest class; up to the second, classes double; above it each is at most an eighth larger than it need be. */
const LEAST = 1024;
const DOUBLING = 65_536;
/** Before the content: its length in 8 bytes, big-endian. */
export const LENGTH_SIZE = 8;
/** Bytes of content that one envelope holds, at most: 2 GiB. */
export const CONTENT_LIMIT = 2 ** 31;

/**
 * The class of a content of `length` bytes: how many bytes are sealed. 1, 2, 4 ... 64 KiB, then m x 2^e with m from 9
 * to 16: so that of a file of any size at most its first three bits are told.
 */
export function classOf(length: number): number {
  if (!Number.isSafeInteger(length) || length < 0 || length > CONTENT_LIMIT) {
    throw refuse('part-too-large', `Sealing ${length} bytes.`);
  }
  return roundedUp(length + LENGTH_SIZE);
}

/** How many bytes a file of `length` bytes is padded to, without a length in front: a class as well. */
export function fileClassOf(length: number): number {
  if (!Number.isSafeInteger(length) || length < 0 || length > CONTENT_LIMIT) {
    throw refuse('delivery-too-large', `A file of ${length} bytes.`);
  }
  return roundedUp(length);
}

function roundedUp(needed: number): number {
  if (needed <= DOUBLING) {
    let size = LEAST;
    while (size < needed) size *= 2;
    return size;
  }
  const step = 2 ** (Math.ceil(Math.log2(needed)) - 4);
  return Math.ceil(needed / step) * step;
}

/** Whether `size` is a class at all. */
export function isClass(size: number): boolean {
  return size >= LEAST && size <= classOf(CONTENT_LIMIT) && roundedUp(size) === size;
}

/** What stands before the content, and how many zeros after it. */
export function paddingOf(length: number): { readonly before: Uint8Array; readonly zeros: number } {
  const before = new Uint8Array(LENGTH_SIZE);
  new DataView(before.buffer).setBigUint64(0, BigInt(length));
  return { before, zeros: classOf(length) - LENGTH_SIZE - length };
}

/** The length that the first bytes of what was sealed tell; `envelope-invalid` where that is not of the class. */
export function lengthIn(first: Uint8Array, size: number): number {
  const told = new DataView(first.buffer, first.byteOffset).getBigUint64(0);
  const length = told > BigInt(CONTENT_LIMIT) ? -1 : Number(told);
  if (length < 0 || classOf(length) !== size) {
    throw refuse('envelope-invalid', `Opening ${size} bytes that say they hold ${told}.`);
  }
  return length;
}

/** Content of any chunks as chunks of exactly `size` bytes, the last of what is left. */
export async function* inChunks(
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let count = 0;
  for await (const piece of content) {
    held.push(piece);
    count += piece.length;
    if (count < size) continue;
    const whole = held.length === 1 ? piece : concat(...held);
    let at = 0;
    for (; at + size <= whole.length; at += size) yield whole.subarray(at, at + size);
    held = [whole.subarray(at)];
    count = whole.length - at;
  }
  if (count > 0) yield concat(...held);
}
