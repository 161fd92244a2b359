// Keys at rest: sealed by a passphrase, opened by it alone, and not at all once a byte has moved.
import { createDecipheriv, scryptSync } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openKeys } from '../../src/node/keys.ts';
import { changeSeal, openStrongbox, SEAL_FILE, setSeal } from '../../src/node/strongbox.ts';

const PASSPHRASE = 'пароль довгий, 12+';
const by = (passphrase?: string) => async () => await Promise.resolve(passphrase);

let root: string;
let next = 0;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'servanda-strongbox-'));
});
afterAll(async () => await rm(root, { recursive: true, force: true }));

/** A folder with two sealed keys; sealed once, and copied. */
async function sealed(): Promise<{ readonly folder: string; readonly files: readonly string[] }> {
  const [first, folder] = [join(root, 'first'), join(root, String(next++))];
  if (next === 1) {
    await openKeys(first);
    const ring = await openKeys(first, await setSeal(first, PASSPHRASE));
    await ring.make('ua:root/1', 1);
    await ring.make('ua:mfa/2026-1', 1);
  }
  await cp(first, folder, { recursive: true });
  const files = (await readdir(folder)).filter((name) => name !== SEAL_FILE);
  return { folder, files: files.sort() };
}

describe('sealed keys', () => {
  test('open by the passphrase, however its letters are composed, and hold the same keys', async () => {
    const { folder } = await sealed();
    const composed = [PASSPHRASE.normalize('NFC'), PASSPHRASE.normalize('NFD')];
    for (const passphrase of composed) {
      const ring = await openKeys(folder, await openStrongbox(folder, by(passphrase)));
      expect(ring.names()).toEqual(['ua:mfa/2026-1', 'ua:root/1']);
    }
    await expect(openKeys(folder)).rejects.toMatchObject({ code: 'key-damaged' });
  });

  test('are written as the specification says: another program opens them with scrypt and AES-256-GCM', async () => {
    const { folder, files } = await sealed();
    const json = async (name: string) =>
      JSON.parse(await readFile(join(folder, name), 'utf8')) as Record<string, string> & { kdf: { salt: string } };
    const open = (key: Buffer, about: string, file: Record<string, string>): Buffer => {
      const bytes = Buffer.from(file['bytes'] ?? '', 'base64');
      const cipher = createDecipheriv('aes-256-gcm', key, Buffer.from(file['nonce'] ?? '', 'base64'));
      cipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(-16));
      return Buffer.concat([cipher.update(bytes.subarray(0, -16)), cipher.final()]);
    };
    const seal = await json(SEAL_FILE);
    const cost = { N: 131072, r: 8, p: 1, maxmem: 2 ** 29 };
    expect(seal.kdf).toEqual({ name: 'scrypt', N: 131072, r: 8, p: 1, salt: expect.any(String) as unknown });
    const outer = scryptSync(PASSPHRASE.normalize('NFC'), Buffer.from(seal.kdf.salt, 'base64'), 32, cost);
    const inner = open(outer, `servanda/seal/v1\nscrypt 131072 8 1 ${seal.kdf.salt}\n`, seal);
    const [name = ''] = files;
    const key = JSON.parse(open(inner, `servanda/sealed/v1\nkeys/${name}\n`, await json(name)).toString()) as object;
    expect(Object.keys(key)).toEqual(['name', 'type', 'seed', 'public']);
  });

  test('say without a passphrase that they are sealed, and by a wrong one nothing', async () => {
    const { folder } = await sealed();
    await expect(openStrongbox(folder, by())).rejects.toMatchObject({ code: 'keys-sealed' });
    for (const wrong of [`${PASSPHRASE} `, PASSPHRASE.toUpperCase(), '']) {
      await expect(openStrongbox(folder, by(wrong))).rejects.toMatchObject({ code: 'passphrase-wrong' });
    }
  });

  test('are refused with one byte changed, cut short, or put in the place of another', async () => {
    const { folder, files } = await sealed();
    const [first = '', second = ''] = files.map((name) => join(folder, name));
    const text = await readFile(first, 'utf8');
    const file = JSON.parse(text) as { bytes: string };
    const bytes = Buffer.from(file.bytes, 'base64');
    const changes = [text.slice(0, 40), '', '{}', text.replace('"name":"keys/', '"name":"keyz/')];
    for (const at of [0, bytes.length >> 1, bytes.length - 1]) {
      const moved = Buffer.from(bytes);
      moved[at] = (moved[at] as number) ^ 1;
      changes.push(text.replace(file.bytes, moved.toString('base64')));
    }
    for (const changed of changes) {
      await writeFile(first, changed);
      const opened = openKeys(folder, await openStrongbox(folder, by(PASSPHRASE)));
      await expect(opened).rejects.toMatchObject({ code: 'key-damaged' });
    }
    await writeFile(first, text);
    await rename(second, `${second}.away`);
    await writeFile(second, text);
    const swapped = openKeys(folder, await openStrongbox(folder, by(PASSPHRASE)));
    await expect(swapped).rejects.toMatchObject({ code: 'key-damaged' });
  });

  test('are refused where their seal asks for other costs than it was made with, or for a whole machine', async () => {
    const { folder } = await sealed();
    const path = join(folder, SEAL_FILE);
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('"N":131072', '"N":65536'));
    await expect(openStrongbox(folder, by(PASSPHRASE))).rejects.toMatchObject({ code: 'passphrase-wrong' });
    for (const cost of ['"N":1073741824', '"N":100000', '"N":2']) {
      await writeFile(path, text.replace('"N":131072', cost));
      await expect(openStrongbox(folder, by(PASSPHRASE))).rejects.toMatchObject({ code: 'key-damaged' });
    }
  });

  test('change their passphrase in one step: the old opens nothing any more, the keys are the same', async () => {
    const { folder, files } = await sealed();
    const before = await readFile(join(folder, files[0] ?? ''), 'utf8');
    await changeSeal(folder, PASSPHRASE, 'another passphrase');
    await expect(openStrongbox(folder, by(PASSPHRASE))).rejects.toMatchObject({ code: 'passphrase-wrong' });
    const ring = await openKeys(folder, await openStrongbox(folder, by('another passphrase')));
    expect(ring.names()).toHaveLength(2);
    expect(await readFile(join(folder, files[0] ?? ''), 'utf8')).toBe(before);
    await expect(changeSeal(folder, 'another passphrase', 'short')).rejects.toMatchObject({ code: 'passphrase-wrong' });
  });

  test('leave no plain file and no half file behind', async () => {
    const { folder } = await sealed();
    for (const name of await readdir(folder)) {
      expect(name).toMatch(/^[\w-]+\.json$/);
      expect(await readFile(join(folder, name), 'utf8')).not.toContain('seed');
    }
  });
});
