// The text of a checkpoint: which log, how many leaves, which root. Its signatures are a matter of signed notes.
import { base64, checkSize, fromBase64, hex, parseDecimal, utf8 } from './bytes.ts';
import { LogError } from './error.ts';
import { digest, HASH_SIZE, type Hash } from './tree.ts';

/** Bytes of an origin: c2sp.org/tlog-cosignature writes its length in one byte. */
export const ORIGIN_LIMIT = 255;
/** Extension lines of a checkpoint. Their use is not recommended. */
export const EXTENSIONS_LIMIT = 16;
/** Bytes of the text of a checkpoint. */
export const CHECKPOINT_LIMIT = 16_384;

/** What a checkpoint says. Source: c2sp.org/tlog-checkpoint, "Note text". */
export interface Checkpoint {
  /** Unique name of the log, 1 to 255 bytes of UTF-8 without control characters. */
  readonly origin: string;
  /** Number of leaves, 0 to 2^53 - 1. */
  readonly size: number;
  /** Root of the tree of that size, 32 bytes. That it is the root of nothing for size 0 is not checked here. */
  readonly root: Hash;
  /** Opaque lines, none of them empty. Mostly there are none. */
  readonly extensions: readonly string[];
}

/** Whether `line` may stand as a line: not empty, no ASCII control character, no half of a surrogate pair. */
function isLine(line: string): boolean {
  for (let i = 0; i < line.length; i++) if (line.charCodeAt(i) < 0x20) return false;
  return line !== '' && line.isWellFormed();
}

/** `origin` itself, or `line-invalid` / `limit-exceeded` where it can be no origin (and no name of a cosigner). */
export function checkOrigin(origin: string): string {
  const attempt = `Taking ${JSON.stringify(origin.slice(0, 80))} as the name of a log or cosigner.`;
  if (!isLine(origin)) throw new LogError('line-invalid', attempt);
  if (origin.length > ORIGIN_LIMIT || utf8(origin).length > ORIGIN_LIMIT) throw new LogError('limit-exceeded', attempt);
  return origin;
}

function checkExtensions(lines: readonly string[]): void {
  if (lines.length > EXTENSIONS_LIMIT) {
    throw new LogError('limit-exceeded', `Taking ${lines.length} extension lines of a checkpoint.`);
  }
  if (!lines.every(isLine)) throw new LogError('line-invalid', 'Taking the extension lines of a checkpoint.');
}

function checkLength(text: string): string {
  if (text.length > CHECKPOINT_LIMIT || utf8(text).length > CHECKPOINT_LIMIT) {
    throw new LogError('limit-exceeded', `Taking a checkpoint of ${text.length} characters.`);
  }
  return text;
}

/**
 * The text of a checkpoint, which is the text that a note signs:
 *
 *     example.com/behind-the-sofa
 *     20852163
 *     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
 *
 * then the extension lines; every line ends in a newline. `line-invalid`, `number-invalid`, `hash-invalid`,
 * `limit-exceeded`.
 */
export function formatCheckpoint(checkpoint: Checkpoint): string {
  const { size, root, extensions } = checkpoint;
  const origin = checkOrigin(checkpoint.origin);
  checkSize(size, 'the size of a checkpoint');
  if (root.length !== HASH_SIZE) throw new LogError('hash-invalid', `Writing the root of ${origin} at ${size}.`);
  checkExtensions(extensions);
  return checkLength([origin, String(size), base64(root), ...extensions, ''].join('\n'));
}

/**
 * Reads such a text: the one text of what it says, so `formatCheckpoint` gives it back. A size with a leading zero,
 * a root that is not canonical base64 of 32 bytes, an empty line, a control character, a missing last newline are
 * refused. `text-invalid`, `line-invalid`, `number-invalid`, `hash-invalid`, `limit-exceeded`.
 */
export function parseCheckpoint(text: string): Checkpoint {
  checkLength(text);
  if (!text.endsWith('\n')) throw new LogError('text-invalid', 'Reading a checkpoint.');
  const [first, second, third, ...extensions] = text.slice(0, -1).split('\n');
  if (first === undefined || second === undefined || third === undefined) {
    throw new LogError('line-invalid', 'Reading a checkpoint of fewer than three lines.');
  }
  const origin = checkOrigin(first);
  const size = parseDecimal(second);
  if (size === undefined) throw new LogError('number-invalid', `Reading the size of a checkpoint of ${origin}.`);
  const root = fromBase64(third);
  if (root?.length !== HASH_SIZE) throw new LogError('hash-invalid', `Reading the root of ${origin} at ${size}.`);
  checkExtensions(extensions);
  return { origin, size, root, extensions };
}

/**
 * The name under which a witness or mirror serves what it holds of a log: SHA-256 of the origin in lower-case
 * hexadecimal. Source: c2sp.org/tlog-witness, "Monitor Retrieval Mechanism"; c2sp.org/tlog-mirror.
 */
export function originHash(origin: string): string {
  return hex(digest(utf8(checkOrigin(origin))));
}
