// Cosignatures: what a witness or mirror signs when it vouches for a checkpoint, and how that is written.
import { checkSize, concat, readUint64, uint64, utf8 } from './bytes.ts';
import { checkOrigin, parseCheckpoint } from './checkpoint.ts';
import { LogError } from './error.ts';
import { isSubtree } from './proof.ts';
import { digest, HASH_SIZE, type Hash } from './tree.ts';

/** The two cosignatures of c2sp.org/tlog-cosignature: signature type of the note, bytes of a key, of a signature. */
export const COSIGNATURES = {
  'ed25519': { type: 0x04, keySize: 32, signatureSize: 64 },
  'ml-dsa-44': { type: 0x06, keySize: 1312, signatureSize: 2420 },
} as const;

export type CosignatureKind = keyof typeof COSIGNATURES;

/** A time and a signature over it and a tree. `time` is in whole seconds since 1970-01-01T00:00:00Z. */
export interface TimestampedSignature {
  readonly time: number;
  readonly signature: Uint8Array;
}

/** Who cosigns: the kind of key, and its name as in the note's signature line. */
export interface Cosigner {
  readonly kind: CosignatureKind;
  readonly name: string;
}

/** The signature of a message by the key of the cosigner. Passed in: no key and no algorithm is here. */
export type SignMessage = (message: Uint8Array) => Uint8Array;
/** Whether `signature` is the cosigner's over `message`. Passed in. */
export type VerifyMessage = (message: Uint8Array, signature: Uint8Array) => boolean;

/** What an ML-DSA-44 cosignature says: "this subtree is consistent with all that I have seen of this log". */
export interface CosignedSubtree {
  /** Name of the cosigner, 1 to 255 bytes. */
  readonly cosigner: string;
  /** Seconds; 0 where nothing is said about this being the largest tree seen, and always where `start` is not 0. */
  readonly time: number;
  readonly origin: string;
  readonly start: number;
  readonly end: number;
  readonly hash: Hash;
}

/** A key that cosigns, as signed notes write keys: `type` is its signature type. */
export interface CosignerKey {
  readonly name: string;
  readonly type: number;
  readonly bytes: Uint8Array;
}

/** What verifies each kind: whether `signature` is that of `key` over `message`. Passed in. */
export type VerifyKinds = Readonly<
  Record<CosignatureKind, (key: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean>
>;

/** The kind of cosignature that a key of that signature type makes; undefined where it makes none. */
export function cosignatureKind(type: number): CosignatureKind | undefined {
  return (Object.keys(COSIGNATURES) as CosignatureKind[]).find((kind) => COSIGNATURES[kind].type === type);
}

/**
 * Key id of a cosigner: SHA-256(name || 0x0A || type || key)[:4] as an unsigned big-endian integer.
 * `signature-invalid` for a key of another length. Source: c2sp.org/tlog-cosignature, "Format".
 */
export function cosignerKeyId(cosigner: Cosigner, key: Uint8Array): number {
  const { type, keySize } = COSIGNATURES[cosigner.kind];
  if (key.length !== keySize) throw new LogError('signature-invalid', `Taking a key of ${key.length} bytes.`);
  const hash = digest(concat(utf8(`${cosigner.name}\n`), Uint8Array.of(type), key));
  return new DataView(hash.buffer, hash.byteOffset).getUint32(0);
}

/**
 * The message of an Ed25519 cosignature over the text of a checkpoint:
 *
 *     cosignature/v1
 *     time 1679315147
 *     example.com/behind-the-sofa
 *     20852163
 *     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
 *
 * `number-invalid`, and all of `parseCheckpoint`. Source: c2sp.org/tlog-cosignature, "Ed25519 signed message".
 */
export function ed25519Message(time: number, checkpoint: string): Uint8Array {
  checkSize(time, 'the time of a cosignature');
  parseCheckpoint(checkpoint);
  return utf8(`cosignature/v1\ntime ${time}\n${checkpoint}`);
}

function short(text: string): Uint8Array {
  const bytes = utf8(checkOrigin(text));
  return concat(Uint8Array.of(bytes.length), bytes);
}

/**
 * The message of an ML-DSA-44 cosignature, the structure `cosigned_message`: "subtree/v1\n\0", the cosigner's name
 * and the origin each after its length in one byte, time, start and end as 8 bytes big-endian each, the hash, in the
 * order name, time, origin, start, end, hash. `number-invalid`, `line-invalid`, `hash-invalid`; `range-invalid` where
 * `[start, end)` is no subtree, or has a start and a time. Source: c2sp.org/tlog-cosignature, "ML-DSA-44 signed
 * message".
 */
export function mlDsa44Message(subtree: CosignedSubtree): Uint8Array {
  const { cosigner, time, origin, start, end, hash } = subtree;
  checkSize(time, 'the time of a cosignature');
  if (!isSubtree(start, end) || (start !== 0 && time !== 0)) {
    throw new LogError('range-invalid', `Cosigning [${start}, ${end}) at the time ${time}.`);
  }
  if (hash.length !== HASH_SIZE) throw new LogError('hash-invalid', `Cosigning a subtree of ${origin}.`);
  return concat(
    utf8('subtree/v1\n\0'), short(cosigner), uint64(time), short(origin), uint64(start), uint64(end), hash,
  );
}

/** The message that `cosigner` signs for the text of a checkpoint at `time`. Errors as of the two messages. */
export function cosignedMessage(cosigner: Cosigner, time: number, checkpoint: string): Uint8Array {
  switch (cosigner.kind) {
    case 'ed25519':
      return ed25519Message(time, checkpoint);
    case 'ml-dsa-44': {
      const { origin, size, root } = parseCheckpoint(checkpoint);
      return mlDsa44Message({ cosigner: cosigner.name, time, origin, start: 0, end: size, hash: root });
    }
  }
}

/**
 * The structure `timestamped_signature`: time as 8 bytes big-endian, then the signature. In a note's signature line
 * it stands in base64 after the 4 bytes of the key id. `number-invalid`; `signature-invalid` for another length.
 */
export function encodeTimestamped(kind: CosignatureKind, { time, signature }: TimestampedSignature): Uint8Array {
  checkSize(time, 'the time of a cosignature');
  if (signature.length !== COSIGNATURES[kind].signatureSize) {
    throw new LogError('signature-invalid', `Writing an ${kind} cosignature of ${signature.length} bytes.`);
  }
  return concat(uint64(time), signature);
}

/** Reads such a structure. Times above 2^53 - 1 are `number-invalid`; another length is `signature-invalid`. */
export function decodeTimestamped(kind: CosignatureKind, bytes: Uint8Array): TimestampedSignature {
  if (bytes.length !== 8 + COSIGNATURES[kind].signatureSize) {
    throw new LogError('signature-invalid', `Reading an ${kind} cosignature of ${bytes.length} bytes.`);
  }
  const time = readUint64(bytes, 0);
  if (time === undefined) throw new LogError('number-invalid', `Reading the time of an ${kind} cosignature.`);
  return { time, signature: bytes.slice(8) };
}

/**
 * Cosigns the text of a checkpoint at `time` and returns the `timestamped_signature`. Whether the checkpoint may be
 * cosigned is for the caller to have found out. Errors as of `cosignedMessage` and `encodeTimestamped`.
 */
export function cosign(cosigner: Cosigner, time: number, checkpoint: string, sign: SignMessage): Uint8Array {
  return encodeTimestamped(cosigner.kind, { time, signature: sign(cosignedMessage(cosigner, time, checkpoint)) });
}

/**
 * The time of the cosignature `bytes` (a `timestamped_signature`) where it is the cosigner's over the text of this
 * checkpoint, else undefined. Whether the time lies in the future is for the caller. Errors as of `parseCheckpoint`;
 * for malformed `bytes` as of `decodeTimestamped`.
 */
export function verifyCosignature(
  cosigner: Cosigner, checkpoint: string, bytes: Uint8Array, verify: VerifyMessage,
): number | undefined {
  const { time, signature } = decodeTimestamped(cosigner.kind, bytes);
  return verify(cosignedMessage(cosigner, time, checkpoint), signature) ? time : undefined;
}

/**
 * The time of the cosignature `bytes` where it is that of `key` over the text of this checkpoint, else undefined.
 * `signature-invalid` for a key that makes no cosignatures; else as of `verifyCosignature`.
 */
export function verifyCosignatureOf(
  key: CosignerKey, checkpoint: string, bytes: Uint8Array, verify: VerifyKinds,
): number | undefined {
  const kind = cosignatureKind(key.type);
  if (kind === undefined) throw new LogError('signature-invalid', `Taking a cosignature of ${key.name}.`);
  const check: VerifyMessage = (message, signature) => verify[kind](key.bytes, message, signature);
  return verifyCosignature({ kind, name: key.name }, checkpoint, bytes, check);
}
