// Every refusal is provoked: by the bytes of a vector where bytes are enough, else in a test that is named here.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Refusal, REFUSALS, type RefusalCode } from '../../src/act/refusal.ts';
import type { RefusalVector } from './make.refusals.ts';
import { PROVOKERS } from './provokers.ts';

const FOLDER = new URL('refusals/', import.meta.url);
const ROOT = new URL('../../', import.meta.url);

/** Codes that need a record, a session, a home or a line, and the test that provokes each. */
const PROVED: Partial<Record<RefusalCode, string>> = {
  'key-unknown': 'test/twin/bad-input.test.ts',
  'key-revoked': 'test/vectors/standing.test.ts',
  'signer-missing': 'test/twin/bad-input.test.ts',
  'keys-sealed': 'test/node/strongbox.test.ts',
  'keys-plain': 'test/commands/keys.test.ts',
  'passphrase-wrong': 'test/node/strongbox.test.ts',
  'key-damaged': 'test/node/strongbox.test.ts',
  'key-missing': 'test/node/token.test.ts',
  'signer-unavailable': 'test/node/token.test.ts',
  'fingerprint-differs': 'test/act/fingerprint.test.ts',
  'root-needed': 'test/commands/root.test.ts',
  'share-malformed': 'test/vectors/shares.test.ts',
  'agreement-unknown': 'test/twin/bad-input.test.ts',
  'kind-unknown': 'test/twin/bad-input.test.ts',
  'act-repeated': 'test/twin/bad-input.test.ts',
  'number-repeated': 'test/twin/bad-input.test.ts',
  'provision-unknown': 'test/twin/bad-input.test.ts',
  'side-mismatch': 'test/twin/bad-input.test.ts',
  'addressee-unknown': 'test/twin/bad-input.test.ts',
  'reference-unknown': 'test/twin/bad-input.test.ts',
  'reference-missing': 'test/vectors/standing.test.ts',
  'state-forbids': 'test/twin/part-5-final.test.ts',
  'date-out-of-order': 'test/twin/part-5-final.test.ts',
  'label-widened': 'test/twin/part-1-exchange.test.ts',
  'rejected-otherwise': 'test/vectors/standing.test.ts',
  'approver-repeated': 'test/vectors/standing.test.ts',
  'approver-is-drafter': 'test/vectors/standing.test.ts',
  'role-missing': 'test/vectors/standing.test.ts',
  'draft-changed': 'test/vectors/standing.test.ts',
  'draft-unknown': 'test/vectors/standing.test.ts',
  'session-missing': 'test/vectors/around.test.ts',
  'form-expired': 'test/vectors/around.test.ts',
  'upload-refused': 'test/attack/upload.test.ts',
  'upload-unscreened': 'test/attack/upload.test.ts',
  'sign-in-refused': 'test/attack/signin.test.ts',
  'account-locked': 'test/attack/signin.test.ts',
  'office-missing': 'test/attack/provider.test.ts',
  'provider-unavailable': 'test/attack/provider.test.ts',
  'size-conflict': 'test/vectors/standing.test.ts',
  'delivery-too-large': 'test/vectors/standing.test.ts',
  'rate-exceeded': 'test/fault/flood.test.ts',
  'seen-diverges': 'test/twin/bad-input.test.ts',
  'peer-unknown': 'test/vectors/around.test.ts',
  'record-behind': 'test/fault/gate.test.ts',
  'record-forked': 'test/fault/gate.test.ts',
  'log-closed': 'test/twin/epochs.test.ts',
  'gate-shut': 'test/fault/gate.test.ts',
  'home-in-use': 'test/node/home.test.ts',
  'home-unknown': 'test/vectors/around.test.ts',
  'home-exists': 'test/vectors/around.test.ts',
  'database-unavailable': 'test/node/postgres.test.ts',
  'envelope-invalid': 'test/seal/envelope.test.ts',
  'seal-key-missing': 'test/twin/ring-b.test.ts',
  'database-newer': 'test/node/fresh-database.test.ts',
  'backup-invalid': 'test/fault/backup.test.ts',
  'node-ended': 'test/vectors/around.test.ts',
  'public-role-unfit': 'test/node/public.test.ts',
  usage: 'test/vectors/around.test.ts',
  'not-found': 'test/web/pages.test.ts',
};

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const vectors = files.flatMap((name) =>
  (JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as readonly RefusalVector[]).map((one) => ({ name, one })),
);

/** The code of the refusal that running gives; anything else that is thrown is a fault and goes on. */
async function verdict(vector: RefusalVector): Promise<string> {
  const run = PROVOKERS[vector.function];
  if (run === undefined) throw new Error(`vectors: no function ${vector.function}`);
  try {
    await run(vector.input);
  } catch (cause) {
    if (cause instanceof Refusal) return cause.code;
    throw cause;
  }
  return 'accepted';
}

describe('a vector of refusals', () => {
  test('stands under the file of its code, and there is one at least of 29 codes', () => {
    expect(vectors.filter(({ name, one }) => name !== `${one.code}.json`)).toEqual([]);
    expect(new Set(vectors.map(({ one }) => one.code)).size).toBe(29);
  });

  test.each(vectors.map(({ one }) => [one.code, one.what, one] as const))('%s: %s', async (code, _what, one) => {
    expect(await verdict(one)).toBe(code);
  });

  test('names each function that is known here: none is idle', () => {
    expect(Object.keys(PROVOKERS).filter((name) => !vectors.some(({ one }) => one.function === name))).toEqual([]);
  });
});

describe('every refusal', () => {
  const byBytes = new Set(vectors.map(({ one }) => one.code));

  test('is provoked by bytes, or in a test that is named: none is without proof, and none stands in both', () => {
    const codes = Object.keys(REFUSALS) as RefusalCode[];
    expect(codes.filter((code) => !byBytes.has(code) && PROVED[code] === undefined)).toEqual([]);
    expect(codes.filter((code) => byBytes.has(code) && PROVED[code] !== undefined)).toEqual([]);
    expect([...byBytes, ...Object.keys(PROVED)].filter((code) => !Object.hasOwn(REFUSALS, code))).toEqual([]);
  });

  test.each(Object.entries(PROVED))('%s is quoted in %s', (code, path) => {
    expect(path).toMatch(/\.test\.tsx?$/);
    expect(path).not.toBe('test/vectors/refusals.test.ts');
    const file = new URL(path, ROOT);
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain(`'${code}'`);
  });
});
