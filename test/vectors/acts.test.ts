// The vectors of acts: built they are these bytes, read they are these headers; and another hand says the same.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ACT_PREFIX, actId, actText, parseAct } from '../../src/act/act.ts';
import { base64, fromBase64, utf8 } from '../../src/act/bytes.ts';
import { formatKey, parseKey, SIGNATURE_TYPE, type Signer } from '../../src/act/key.ts';
import { readBody } from '../../src/act/kind.ts';
import { formatLine, formatNote, parseNote, signText, verifyNote } from '../../src/act/note.ts';
import { checkParts, commitment } from '../../src/act/part.ts';
import { Refusal } from '../../src/act/refusal.ts';
import { AREAS } from '../../src/areas/index.ts';
import { formatCheckpoint, parseCheckpoint } from '../../src/log/checkpoint.ts';
import { cosign, cosignedMessage, decodeTimestamped, verifyCosignature } from '../../src/log/cosignature.ts';
import { verifyInclusion } from '../../src/log/proof.ts';
import { formatTlogProof, parseTlogProof } from '../../src/log/tlogproof.ts';
import { leafHash, rootOf } from '../../src/log/tree.ts';
import { VERIFICATION, verifyEd25519 } from '../../src/node/keys.ts';
import { verifyProof } from '../../src/verify.ts';
import { fromHex, signerFrom, toHex } from './hand.ts';
import type { ActVector, InvalidVector, LogVector } from './make.acts.ts';
import { vectorFiles } from './make.ts';

const FOLDER = new URL('.', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, FOLDER), 'utf8')) as unknown;
const valid = read('acts/valid.json') as readonly ActVector[];
const invalid = read('acts/invalid.json') as readonly InvalidVector[];
const log = read('acts/log.json') as LogVector;

const bytesOf = (text: string): Uint8Array => {
  const bytes = fromBase64(text);
  if (bytes === undefined) throw new Error(`vectors: ${text.slice(0, 80)} is not base64`);
  return bytes;
};
const nameIn = (key: string): string => key.slice(0, key.indexOf('+'));
const signersOf = (vector: ActVector): readonly Signer[] =>
  vector.signers.map(({ seed, key }) => signerFrom(nameIn(key), fromHex(seed)));
const partsOf = (vector: ActVector) =>
  vector.parts.map(({ name, salt, bytes }) => ({ name, salt: fromHex(salt), bytes: bytesOf(bytes) }));

/** JSON with sorted keys, written once more and without anything of ours. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, sorted(v)]));
}

test('the files are what their maker makes, byte for byte, and no file is beside them', () => {
  const made = vectorFiles();
  for (const [path, text] of made) expect(readFileSync(new URL(path, FOLDER), 'utf8'), path).toBe(text);
  const kept = ['acts', 'refusals'].flatMap((name) =>
    readdirSync(new URL(`${name}/`, FOLDER)).map((file) => `${name}/${file}`),
  );
  expect(kept.toSorted()).toEqual([...made.keys()].toSorted());
});

describe('a valid act', () => {
  test('is one of nine, each of another kind or shape', () => {
    expect(valid).toHaveLength(9);
    expect(new Set(valid.map((one) => one.id)).size).toBe(9);
  });

  test.each(valid.map((one) => [one.what, one] as const))('%s: built from its header it is these bytes', (_w, one) => {
    expect(actText(one.header)).toBe(one.text);
    expect(actId(one.text)).toBe(one.id);
    const signers = signersOf(one);
    expect(signers.map(({ key }) => formatKey(key))).toEqual(one.signers.map(({ key }) => key));
    const note = formatNote(one.text, signers.map((signer) => signText(one.text, signer)));
    expect(base64(note)).toBe(one.note);
  });

  test.each(valid.map((one) => [one.what, one] as const))('%s: read from its bytes it is this header', (_w, one) => {
    const act = parseAct(bytesOf(one.note));
    expect(act.header).toEqual(one.header);
    expect(act.id).toBe(one.id);
    expect(act.note.text).toBe(one.text);
    expect(base64(formatNote(act.note.text, act.note.signatures))).toBe(one.note);
    const keys = one.signers.map(({ key }) => parseKey(key));
    expect(verifyNote(act.note, keys, verifyEd25519)).toEqual(keys);
  });

  test.each(valid.map((one) => [one.what, one] as const))('%s: its parts open their commitments', (_w, one) => {
    const parts = partsOf(one);
    checkParts(one.header.parts, parts);
    expect(parts.map(({ salt, bytes }) => commitment(salt, bytes))).toEqual(one.parts.map((part) => part.commitment));
    const kind = AREAS.flatMap((area) => area.kinds).find(({ kind: { id } }) => id === one.header.kind)?.kind;
    const body = parts.find(({ name }) => name === 'body');
    if (kind === undefined || body === undefined) throw new Error(`vectors: ${one.what} has no kind or no body`);
    expect(readBody(kind, body.bytes)).toEqual(kind.example);
  });

  test.each(valid.map((one) => [one.what, one] as const))('%s: so says a program without ours', (_w, one) => {
    expect(`${ACT_PREFIX}${JSON.stringify(sorted(one.header))}\n`).toBe(one.text);
    expect(createHash('sha256').update(one.text).digest('base64url')).toBe(one.id);
    for (const part of one.parts) {
      const hash = createHash('sha256').update('servanda/part/v1\0').update(fromHex(part.salt));
      expect(hash.update(Buffer.from(part.bytes, 'base64')).digest('base64url')).toBe(part.commitment);
    }
  });
});

describe('a log of three acts', () => {
  const entries = log.entries.map(bytesOf);
  const cosigner = { kind: 'ed25519', name: log.cosigner.name } as const;

  test('holds the first three acts, with these leaves and these roots at each size', () => {
    expect(log.entries).toEqual(valid.slice(0, 3).map((one) => one.note));
    const leaves = entries.map(leafHash);
    expect(leaves.map(base64)).toEqual(log.leaves);
    expect([0, 1, 2, 3].map((size) => base64(rootOf(leaves.slice(0, size))))).toEqual(log.roots);
  });

  test('has these roots by RFC 6962 written out', () => {
    const hash = (...chunks: readonly (string | Uint8Array)[]): Uint8Array =>
      chunks.reduce((sum, chunk) => sum.update(chunk), createHash('sha256')).digest();
    const [a, b, c] = entries.map((entry) => hash('\0', entry)) as [Uint8Array, Uint8Array, Uint8Array];
    const roots = [hash(''), a, hash('\x01', a, b), hash('\x01', hash('\x01', a, b), c)];
    expect(roots.map(base64)).toEqual(log.roots);
  });

  test('has this checkpoint, read and written, signed by the log', () => {
    const read = parseCheckpoint(log.checkpoint);
    expect({ ...read, root: base64(read.root) })
      .toEqual({ origin: log.origin, size: 3, root: log.roots[3], extensions: [] });
    expect(formatCheckpoint(read)).toBe(log.checkpoint);
    expect(log.checkpoint).toBe(`${log.origin}\n3\n${String(log.roots[3])}\n`);
    const note = parseNote(utf8(log.note));
    expect(note.text).toBe(log.checkpoint);
    const key = parseKey(log.key);
    expect(verifyNote(note, [key], verifyEd25519)).toEqual([key]);
    const signer = signerFrom(log.origin, fromHex(log.seed));
    expect(note.signatures[0]).toEqual(signText(log.checkpoint, signer));
  });

  test('is cosigned over this message, at this time', () => {
    expect(toHex(cosignedMessage(cosigner, log.time, log.checkpoint))).toBe(log.message);
    const written = `cosignature/v1\ntime ${log.time}\n${log.checkpoint}`;
    expect(Buffer.from(log.message, 'hex').toString()).toBe(written);
    const signer = signerFrom(cosigner.name, fromHex(log.cosigner.seed), SIGNATURE_TYPE.cosignature);
    expect(formatKey(signer.key)).toBe(log.cosigner.key);
    const signature = cosign(cosigner, log.time, log.checkpoint, signer.sign);
    expect(formatLine({ name: cosigner.name, id: signer.key.id, signature })).toBe(log.cosignature);
    const line = parseNote(utf8(log.note)).signatures[1];
    expect(line?.signature).toEqual(signature);
    expect(decodeTimestamped('ed25519', signature).time).toBe(log.time);
    const verify = (message: Uint8Array, signed: Uint8Array): boolean =>
      verifyEd25519(signer.key.bytes, message, signed);
    expect(verifyCosignature(cosigner, log.checkpoint, signature, verify)).toBe(log.time);
  });

  const proofs = log.proofs.map((proof) => [proof.index, proof] as const);
  test.each(proofs)('proves entry %i to whoever asks', async (i, one) => {
    const root = bytesOf(log.roots[3] ?? '');
    const hashes = one.hashes.map(bytesOf);
    expect(verifyInclusion(i, 3, hashes, bytesOf(log.leaves[i] ?? ''), root)).toBe(true);
    const file = bytesOf(one.file);
    const parsed = parseTlogProof(file);
    expect(parsed).toEqual({ extra: entries[i], index: i, proof: hashes, checkpoint: utf8(log.note) });
    expect(base64(formatTlogProof(parsed))).toBe(one.file);
    const policy = utf8(`log ${log.key}\nwitness al ${log.cosigner.key}\nquorum al\n`);
    expect(await verifyProof(file, policy, VERIFICATION)).toEqual({
      ok: true,
      origin: log.origin,
      index: i,
      act: valid[i]?.id,
      signers: valid[i]?.signers.map(({ key }) => nameIn(key)),
      cosignatures: [log.cosigner.name],
      findings: [],
    });
  });
});

describe('an entry that is no act', () => {
  test.each(invalid.map((one) => [one.what, one] as const))('%s', (_what, one) => {
    let code = 'accepted';
    try {
      parseAct(bytesOf(one.note));
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause;
      code = cause.code;
    }
    expect(code).toBe(one.code);
  });

  test('is one of 41, none of them the act that they are made from', () => {
    expect(invalid).toHaveLength(41);
    expect(invalid.map((one) => one.note)).not.toContain(valid[1]?.note);
    expect(valid[1]?.what).toBe('the treaty office notifies');
  });
});
