// How it is kept, for other programs: tree, proofs, tiles, checkpoints, cosignatures. Published as servanda/log.

/**
 * Pure, and knows no act: any bytes are entries. Hashes are `Uint8Array` of 32 bytes, sizes and indexes integers up to
 * 2^53 - 1, times whole seconds since 1970. Every failure of what comes from outside is a `LogError` with a code; each
 * function names those it throws and the specification it follows: RFC 6962, and of C2SP tlog-tiles, tlog-checkpoint,
 * tlog-cosignature, tlog-witness, tlog-mirror, tlog-proof, tlog-policy. Keys and algorithms are passed in.
 *
 *     import { parseTlogProof, verifyInclusion, parseCheckpoint } from 'servanda/log';
 */
export * from './checkpoint.ts';
export * from './cosignature.ts';
export * from './edge.ts';
export * from './epoch.ts';
export * from './error.ts';
export * from './mirror.ts';
export * from './policy.ts';
export * from './proof.ts';
export * from './tile.ts';
export * from './tlogproof.ts';
export * from './tree.ts';
export * from './upload.ts';
