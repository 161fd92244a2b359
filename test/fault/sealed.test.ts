// A home whose private files are sealed: every command that opens it, with the passphrase and without.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fromUtf8 } from '../../src/act/bytes.ts';
import { parseNote } from '../../src/act/note.ts';
import { NOTIFICATION_GIVEN } from '../../src/areas/final/kinds.ts';
import { ceremonyIn } from '../../src/node/ceremony.ts';
import { FILES } from '../../src/node/config.ts';
import { ownIdentity, recipientOf } from '../../src/node/seal.ts';
import { freshDatabase } from '../setup/database.ts';
import { openPair, type Pair, say } from '../twin/pair.ts';
import { operate, type Ran } from './carried.ts';

const NOTE = { procedures: ['EXERCISE law'], noteDate: ['2026-08-28'], channel: ['node'] };

let pair: Pair;
let folder: string;
const at = (name: string): string => join(folder, name);
/** Milliseconds within which a command ends, on the slowest machine: one that does not is named. */
const ENDS = 100_000;
async function ua(...args: readonly string[]): Promise<Ran> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`servanda ${args.join(' ')} did not end`)), ENDS);
  });
  return await Promise.race([operate(pair, 'ua', args), late]).finally(() => clearTimeout(timer));
}

/** The founding act of Ukraine's record, as a request that the root of the home could sign. */
async function request(): Promise<string> {
  const { sql, node } = pair.node('ua');
  const [first] = await sql<{ act: string }[]>`select act from entries where log = 0 and idx = 0`;
  const file = await node.actFile(first?.act ?? '');
  const { text } = parseNote(file?.bytes ?? new Uint8Array());
  await ceremonyIn(folder).ask('UA-ROOT-0', { text, parts: [] });
  return at('UA-ROOT-0.request.json');
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'servanda-sealed-'));
  await writeFile(at('right'), 'a passphrase of the operator\n');
  await writeFile(at('wrong'), 'a passphrase of a stranger\n');
  pair = await openPair();
  await say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE);
  await pair.settled();
});
afterEach(async () => {
  await pair.close();
  await rm(folder, { recursive: true, force: true });
});

const RIGHT = (): readonly string[] => ['--passphrase-file', at('right')];

describe('a home whose keys are sealed', () => {
  test('is opened by every command that needs keys with its passphrase, and by none without or with another',
    { timeout: 300_000 },
    async () => {
      const asked = await request();
      expect(await operate(pair, 'al', ['bundle', 'out', '--to', at('brought'), '--since', '0'])).toMatchObject({
        code: 0,
      });
      await pair.shut('ua');
      expect(await ua('keys', 'seal', ...RIGHT())).toMatchObject({ code: 0, err: '' });
      const walk: readonly (readonly string[])[] = [
        ['keys', 'list'],
        ['fsck'],
        ['rebuild'],
        ['bundle', 'out', '--to', at('out'), '--since', '0'],
        ['bundle', 'in', '--from', at('brought'), '--answer', at('answer')],
        ['bundle', 'key'],
        ['text', 'out', '--out', at('text.xml')],
        ['root', 'sign', asked],
        ['root', 'split', '--out', at('shares'), '--take-away'],
        ['root', 'combine', at('shares/share-1.txt'), at('shares/share-3.txt')],
        ['recover', '--from-counterpart', '--patience', '20'],
        ['keys', 'change', '--new-passphrase-file', at('right')],
        ['keys', 'renew'],
        ['keys', 'switch'],
        ['keys', 'seal'],
        ['keys', 'unseal'],
      ];
      for (const args of walk) {
        const none = await ua(...args);
        expect([args, none.code]).toEqual([args, 1]);
        expect(none.err).toMatch(/Give the passphrase .*\(keys-sealed\)$/);
        const wrong = await ua(...args, '--passphrase-file', at('wrong'));
        expect([args, wrong.code, wrong.err]).toEqual([args, 1, expect.stringContaining('(passphrase-wrong)')]);
        const right = await ua(...args, ...RIGHT());
        expect([args, right.code, right.out, right.err]).toEqual([args, 0, expect.stringMatching(/./), right.err]);
        expect(right.err).not.toMatch(/keys-sealed|passphrase-wrong|key-damaged/);
      }
    });

  test('gives its record away without the passphrase, and the sealed keys with a backup, which then open by it',
    { timeout: 120_000 },
    async () => {
      await pair.shut('ua');
      const { home } = pair.seats.ua;
      const plain = await ownIdentity(join(home, FILES.bundleKey));
      await ua('keys', 'seal', ...RIGHT());
      expect(fromUtf8(await readFile(join(home, FILES.bundleKey)))).not.toContain(plain);
      expect((await ua('keys', 'renew', ...RIGHT())).code).toBe(0);
      const safe = await recipientOf(await ownIdentity(at('safe.key')));
      for (const args of [
        ['export', '--out', at('exported')],
        ['backup', '--to', at('backup'), '--keys', '--seal-to', safe],
      ]) {
        expect([args, await ua(...args)]).toEqual([args, expect.objectContaining({ code: 0, err: '' })]);
      }
      await pair.seats.ua.database.drop();
      pair.seats.ua.database = await freshDatabase({ empty: true });
      await rm(home, { recursive: true });
      const restored = await ua('restore', '--from', at('backup'), '--identity', at('safe.key'));
      expect([restored.code, restored.err]).toEqual([0, '']);
      expect((await ua('fsck')).err).toContain('(keys-sealed)');
      expect(await ua('fsck', ...RIGHT())).toMatchObject({ code: 0 });
      // The certificate that was announced came back with the rest.
      expect(await ua('keys', 'switch', ...RIGHT())).toMatchObject({ code: 0, err: '' });
      // Opened again by the passphrase it is what it was.
      expect(await ua('keys', 'unseal', ...RIGHT())).toMatchObject({ code: 0 });
      expect((await readFile(join(home, FILES.bundleKey), 'utf8')).trim()).toBe(plain);
    });
});
