// What is said, for other programs: acts, notes, keys, parts, kinds, refusals, registers. Published as servanda/act.

/**
 * Pure: no clock, no chance, no disk, no network; signing and verifying are passed in. Specified in
 * docs/spec/record.md, ACT-1 to ACT-3, KEY-1, STATE-1, and at each function: shapes, units, errors, source. Every
 * failure of what comes from outside is a `Refusal` with a code of `REFUSALS`. Bytes are `Uint8Array`, instants RFC
 * 3339 UTC to the second, civil dates ISO 8601, binary in text URL-safe base64 where it names an act, else standard.
 *
 *     import { parseAct, verifyNote, parseKey } from 'servanda/act';
 *     const act = parseAct(bytes);
 *     const signed = verifyNote(act.note, [parseKey(written)], verifyEd25519);
 *
 * What comes later stands beside what is here: a kind or a refusal that is not known is to be kept and shown raw.
 */
export * from './act.ts';
export * from './canonical.ts';
export * from './duty.ts';
export * from './fingerprint.ts';
export * from './key.ts';
export * from './keys.ts';
export * from './kind.ts';
export * from './kinds.ts';
export * from './note.ts';
export * from './part.ts';
export * from './refusal.ts';
export * from './register.ts';
export * from './share.ts';
