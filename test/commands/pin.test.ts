// servanda pin as an operator calls it: auditors and witnesses pinned, shown, forgotten; what is wrong refused.
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatKey, publicKey, SIGNATURE_TYPE } from '../../src/act/key.ts';
import { pinOf, wireIdentity } from '../../src/node/certificate.ts';
import { readSettings } from '../../src/node/config.ts';
import { type Ran, servanda } from './servanda.ts';

let home: string;
const pin = async (...args: readonly string[]): Promise<Ran> => await servanda(['pin', '--home', home, ...args]);

function witnessKey(name: string): string {
  const raw = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' }).subarray(12);
  return formatKey(publicKey(name, SIGNATURE_TYPE.cosignature, new Uint8Array(raw)));
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'servanda-pin-'));
  const made = await servanda(['init', '--home', home, '--side', 'ua', '--host', 'kyiv.example', '--plain-keys']);
  expect(made.code).toBe(0);
});
afterAll(async () => await rm(home, { recursive: true, force: true }));

test('an auditor and a witness are pinned, shown and forgotten', async () => {
  const files = { certificate: join(home, 'court.crt'), key: join(home, 'court.key') };
  const { certificate } = await wireIdentity('court.example', files, new Date());
  expect(await pin('--auditor', 'court', '--certificate', files.certificate)).toMatchObject({
    code: 0,
    out: `auditor court ${pinOf(certificate)}\nquorum 0 of 0\n`,
  });
  const key = witnessKey('witness.example/w1');
  const url = 'https://witness.example';
  const shown = `auditor court ${pinOf(certificate)}\nwitness witness.example/w1 ${url}\nquorum 1 of 1\n`;
  expect(await pin('--witness', key, '--url', url, '--quorum', '1')).toMatchObject({ code: 0, out: shown });
  expect(await pin()).toMatchObject({ code: 0, out: shown });
  expect(await readSettings(home)).toMatchObject({ witnesses: [{ key, url }], quorum: 1 });
  expect(await pin('--remove', 'court')).toMatchObject({ code: 0, out: expect.not.stringContaining('auditor') });
});

test('no certificate, a key that is none, a name nobody has and a quorum of too many are refused', async () => {
  await writeFile(join(home, 'noise.crt'), 'noise');
  const wrong: readonly (readonly string[])[] = [
    ['--auditor', 'x', '--certificate', join(home, 'noise.crt')],
    ['--auditor', 'x', '--certificate', join(home, 'none.crt')],
    ['--witness', 'x+00000000+AAAA', '--url', 'https://x.example'],
    ['--witness', witnessKey('w.example'), '--url', 'ftp://x.example'],
    ['--remove', 'nobody'],
    ['--quorum', '9'],
  ];
  const before = await readSettings(home);
  for (const args of wrong) expect([args, (await pin(...args)).code]).toEqual([args, 1]);
  expect((await pin('--quorum', 'all')).code).toBe(2);
  expect(await readSettings(home)).toEqual(before);
});
