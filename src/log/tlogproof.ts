// The file that proves offline that an entry is in a log: index, inclusion proof and signed checkpoint in one text.
import { base64, checkSize, fromBase64 } from './bytes.ts';
import { LogError } from './error.ts';
import { formatHeaded, formatProofLines, numberLine, parseHeaded, parseProofLines } from './lines.ts';
import { type Hash } from './tree.ts';

/** Bytes of the opaque extra data of a proof. */
export const EXTRA_LIMIT = 65_536;
// The extra line in base64, 63 lines of proof, and what is left well below a kilobyte.
const HEADER_LIMIT = Math.ceil(EXTRA_LIMIT / 3) * 4 + 64 * 45 + 1024;

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';

/** A proof as written in a `.tlog-proof` file. Source: c2sp.org/tlog-proof, "Format". */
export interface TlogProof {
  /** Opaque data of the application, which nothing authenticates. Absent and empty are two things. */
  readonly extra?: Uint8Array;
  /** Index of the entry in the log. */
  readonly index: number;
  /** Inclusion proof from the leaf's sibling up, at most 63 hashes. */
  readonly proof: readonly Hash[];
  /** The checkpoint with its signatures, a signed note, byte for byte. */
  readonly checkpoint: Uint8Array;
}

/**
 * The bytes of a proof:
 *
 *     c2sp.org/tlog-proof@v1
 *     extra YWdlLXYxLjIuMQ==
 *     index 73894
 *     gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
 *
 *     example.com/fancylog
 *     ...
 *
 * The extra line only where there is extra data. `number-invalid`, `hash-invalid`, `limit-exceeded`, `text-invalid`.
 */
export function formatTlogProof(file: TlogProof): Uint8Array {
  const { extra, index, proof, checkpoint } = file;
  checkSize(index, 'the index of a proof');
  if (extra !== undefined && extra.length > EXTRA_LIMIT) {
    throw new LogError('limit-exceeded', `Writing ${extra.length} bytes of extra data.`);
  }
  const lines = [
    FIRST_LINE,
    ...(extra === undefined ? [] : [`extra ${base64(extra)}`]),
    `index ${index}`,
    ...formatProofLines(proof),
  ];
  return formatHeaded(lines, checkpoint);
}

/**
 * Reads such bytes. Only the form is judged: verify the checkpoint's signatures, then the proof against its root
 * (`verifyInclusion`). `truncated`, `line-invalid`, `number-invalid`, `hash-invalid`, `limit-exceeded`,
 * `text-invalid`.
 */
export function parseTlogProof(bytes: Uint8Array): TlogProof {
  const { lines, checkpoint } = parseHeaded(bytes, HEADER_LIMIT);
  if (lines[0] !== FIRST_LINE) throw new LogError('line-invalid', `Reading a proof that is no ${FIRST_LINE}.`);
  const second = lines[1];
  let at = 1;
  let extra: Uint8Array | undefined;
  if (second?.startsWith('extra ') === true) {
    extra = fromBase64(second.slice('extra '.length));
    if (extra === undefined) throw new LogError('line-invalid', 'Reading the extra data of a proof.');
    if (extra.length > EXTRA_LIMIT) {
      throw new LogError('limit-exceeded', `Reading ${extra.length} bytes of extra data.`);
    }
    at = 2;
  }
  const index = numberLine(lines[at], 'index');
  const proof = parseProofLines(lines.slice(at + 1));
  return { ...(extra === undefined ? {} : { extra }), index, proof, checkpoint };
}
