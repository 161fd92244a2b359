// Checkpoints of the other log noted as entries of this one, so that one log alone proves the order of both.
import { utf8 } from './bytes.ts';
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import {
  COSIGNATURES, cosignatureKind, type CosignerKey, verifyCosignatureOf, type VerifyKinds,
} from './cosignature.ts';
import { epochNamed, type Epochs, signs } from './epoch.ts';
import { LogError } from './error.ts';

/** A key as a note's signature line names it. */
export type LineKey = CosignerKey & { readonly id: number };

/** A signed note as read elsewhere; this room knows only how it is kept. */
export interface ReadNote {
  readonly text: string;
  readonly signatures: readonly { readonly name: string; readonly id: number; readonly signature: Uint8Array }[];
}

/** By whose keys an entry of one log vouches for the other log. */
export interface NotedKeys {
  /** The epochs of the log that is noted, each with its key, plain Ed25519. */
  readonly log: Epochs;
  /** The keys of the side that notes it: one generation of them must have cosigned. */
  readonly cosigners: readonly NotingKeys[];
}

/** Keys that cosigned together, as witness and as mirror: of each, the first must have. */
export interface NotingKeys {
  readonly witness: readonly LineKey[];
  readonly mirror: readonly LineKey[];
  /** The largest size for which they count, where others have followed them. */
  readonly until?: number;
}

/** Bytes of a plain Ed25519 signature; that of the algorithm, whatever it signs. */
const PLAIN_SIZE = COSIGNATURES.ed25519.signatureSize;

/** The checkpoint of which a note is, or undefined where its text is none. */
export function checkpointIn(note: Pick<ReadNote, 'text'>): Checkpoint | undefined {
  try {
    return parseCheckpoint(note.text);
  } catch (cause) {
    if (cause instanceof LogError) return undefined;
    throw cause;
  }
}

/**
 * The checkpoint that such an entry notes: signed by the other log, cosigned by the witness and by the mirror of the
 * side in whose log it stands. Lines of keys that are not known are passed over; one of a known key must verify.
 * `signature-invalid` where one is missing or fails; else as of `parseCheckpoint`, `verifyCosignatureOf`. Whether the
 * root was that log's, and whether it is larger than the one noted before, is for whoever holds both logs.
 */
export function checkNoted(note: ReadNote, keys: NotedKeys, verify: VerifyKinds): Checkpoint {
  const checkpoint = parseCheckpoint(note.text);
  const attempt = `Taking the checkpoint of ${checkpoint.origin} at ${checkpoint.size} as an entry.`;
  const lineOf = (key: LineKey): Uint8Array | undefined =>
    note.signatures.find((line) => line.name === key.name && line.id === key.id)?.signature;
  const epoch = epochNamed(keys.log, checkpoint.origin);
  const plain = epoch === undefined ? undefined : lineOf(epoch.key);
  const isSigned =
    epoch !== undefined &&
    signs(epoch, checkpoint.size) &&
    plain?.length === PLAIN_SIZE &&
    verify.ed25519(epoch.key.bytes, utf8(note.text), plain);
  if (!isSigned) throw new LogError('signature-invalid', attempt);
  const count = keys.cosigners.filter(({ until }) => until === undefined || checkpoint.size <= until);
  for (const key of count.flatMap(({ witness, mirror }) => [...witness, ...mirror])) {
    const line = lineOf(key);
    if (line === undefined) continue;
    const isBy = cosignatureKind(key.type) !== undefined;
    if (!isBy || verifyCosignatureOf(key, note.text, line, verify) === undefined) {
      throw new LogError('signature-invalid', attempt);
    }
  }
  const first = ([key]: readonly LineKey[]): boolean => key !== undefined && lineOf(key) !== undefined;
  if (!count.some(({ witness, mirror }) => first(witness) && first(mirror))) {
    throw new LogError('signature-invalid', attempt);
  }
  return checkpoint;
}
