// Lines of ASCII and an empty line ahead of a signed checkpoint: the shape that add-checkpoint and tlog-proof share.
import { base64, concat, fromBase64, parseDecimal, utf8 } from './bytes.ts';
import { LogError } from './error.ts';
import { PROOF_LIMIT } from './proof.ts';
import { HASH_SIZE, type Hash } from './tree.ts';

/** Bytes of a checkpoint with its signatures: room for 16 ML-DSA-44 cosignatures and as many others. */
export const SIGNED_CHECKPOINT_LIMIT = 131_072;

const NEWLINE = 10;

/** The lines ahead of the first empty line, without their newlines, and the bytes after it. */
export interface Headed {
  readonly lines: readonly string[];
  readonly checkpoint: Uint8Array;
}

function checkSigned(checkpoint: Uint8Array): Uint8Array {
  if (checkpoint.length > SIGNED_CHECKPOINT_LIMIT) {
    throw new LogError('limit-exceeded', `Taking a signed checkpoint of ${checkpoint.length} bytes.`);
  }
  if (checkpoint.at(-1) !== NEWLINE) throw new LogError('text-invalid', 'Taking a signed checkpoint.');
  return checkpoint;
}

/** The bytes of lines, an empty line, and a signed checkpoint as it stands. `limit-exceeded`, `text-invalid`. */
export function formatHeaded(lines: readonly string[], checkpoint: Uint8Array): Uint8Array {
  return concat(utf8(`${lines.join('\n')}\n\n`), checkSigned(checkpoint));
}

/**
 * Reads such bytes. The lines are printable ASCII, of at most `limit` bytes in all; the checkpoint is a copy and is
 * judged no further than that it ends in a newline. `truncated`, `line-invalid`, `limit-exceeded`, `text-invalid`.
 */
export function parseHeaded(bytes: Uint8Array, limit: number): Headed {
  const end = Math.min(bytes.length - 1, limit);
  let at = 0;
  while (at < end && !(bytes[at] === NEWLINE && bytes[at + 1] === NEWLINE)) at++;
  if (at >= end) {
    throw new LogError(end === limit ? 'limit-exceeded' : 'truncated', 'Reading the lines ahead of a checkpoint.');
  }
  let header = '';
  for (const byte of bytes.subarray(0, at)) {
    if (byte !== NEWLINE && (byte < 0x20 || byte > 0x7e)) {
      throw new LogError('line-invalid', `Reading the byte ${byte} ahead of a checkpoint.`);
    }
    header += String.fromCharCode(byte);
  }
  return { lines: header.split('\n'), checkpoint: checkSigned(bytes.slice(at + 2)) };
}

/** The number of the line `name number`. `line-invalid`, `number-invalid`. */
export function numberLine(line: string | undefined, name: string): number {
  if (line === undefined || !line.startsWith(`${name} `)) throw new LogError('line-invalid', `Reading "${name}".`);
  const value = parseDecimal(line.slice(name.length + 1));
  if (value === undefined) throw new LogError('number-invalid', `Reading "${name}".`);
  return value;
}

/** Hashes of a proof as lines of base64. `hash-invalid`; `limit-exceeded` for more than 63. */
export function formatProofLines(proof: readonly Hash[]): readonly string[] {
  checkProof(proof);
  return proof.map(base64);
}

/** Reads such lines. `hash-invalid`; `limit-exceeded` for more than 63. */
export function parseProofLines(lines: readonly string[]): readonly Hash[] {
  return checkProof(lines.map((line) => fromBase64(line) ?? new Uint8Array(0)));
}

/** `proof` itself, or `limit-exceeded` for more than 63 hashes, or `hash-invalid` for one that is not 32 bytes. */
export function checkProof(proof: readonly Hash[]): readonly Hash[] {
  if (proof.length > PROOF_LIMIT) throw new LogError('limit-exceeded', `Taking a proof of ${proof.length} hashes.`);
  if (proof.some((hash) => hash.length !== HASH_SIZE)) throw new LogError('hash-invalid', 'Taking a proof.');
  return proof;
}
