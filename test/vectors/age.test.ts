// The vectors of CCTV for age files, by the library that seals our bundles and backups: each to the end it names.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { armor, Decrypter } from 'age-encryption';
import { describe, expect, it } from 'vitest';

const FOLDER = new URL('../../../shared/data/age/', import.meta.url);
/** How a file ends that must not open. */
const FAILURES = ['no match', 'HMAC failure', 'header failure', 'armor failure', 'payload failure'];

interface Vector {
  readonly name: string;
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly file: Uint8Array;
}

/** Lines `name: value`, an empty line, then the file, which may be compressed. */
function read(name: string): Vector {
  const bytes = readFileSync(new URL(name, FOLDER));
  const end = bytes.indexOf('\n\n');
  const lines = bytes.subarray(0, end).toString('utf8').split('\n').map((line) => line.split(': '));
  const fields = new Map<string, string[]>();
  for (const [key = '', value = ''] of lines) fields.set(key, [...(fields.get(key) ?? []), value]);
  const rest = bytes.subarray(end + 2);
  return { name, fields, file: new Uint8Array(fields.get('compressed')?.[0] === 'zlib' ? inflateSync(rest) : rest) };
}

async function opened({ fields, file }: Vector): Promise<Uint8Array | undefined> {
  const decrypter = new Decrypter();
  try {
    for (const identity of fields.get('identity') ?? []) decrypter.addIdentity(identity);
    for (const passphrase of fields.get('passphrase') ?? []) decrypter.addPassphrase(passphrase);
    const bytes = fields.get('armored')?.[0] === 'yes' ? armor.decode(Buffer.from(file).toString('latin1')) : file;
    return await decrypter.decrypt(bytes);
  } catch {
    return undefined;
  }
}

if (existsSync(FOLDER)) {
  describe('age-encryption, by the vectors of CCTV', () => {
    const vectors = readdirSync(FOLDER).map(read);

    it('is asked all of them, and each says how it must end', () => {
      expect(vectors.length).toBeGreaterThanOrEqual(143);
      const ends = new Set(vectors.flatMap(({ fields }) => fields.get('expect') ?? []));
      expect([...ends].sort()).toEqual([...FAILURES, 'success'].sort());
    });

    it.each(vectors.map((vector) => [vector.name, vector] as const))('%s', async (_name, vector) => {
      const plain = await opened(vector);
      const digest = plain === undefined ? undefined : createHash('sha256').update(plain).digest('hex');
      const isGood = vector.fields.get('expect')?.[0] === 'success';
      expect(digest).toBe(isGood ? vector.fields.get('payload')?.[0] : undefined);
    });
  });
} else {
  it(`NOT RUN: the age vectors of CCTV are not in ${FOLDER.pathname}`, () => {
    expect(existsSync(FOLDER)).toBe(false);
  });
}
