// The export judged by another program: a Go verifier on x/mod/sumdb and mldsa, which shares no code with this one.
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KEY_ADMITTED } from '../../src/act/kinds.ts';
import { FILES, readCard, readSettings } from '../../src/node/config.ts';
import { pinCounterpart } from '../../src/node/identity.ts';
import { operate } from '../fault/carried.ts';
import { exportOf } from '../twin/exported.ts';
import { openPair, type Pair, say, type Side, SIDES } from '../twin/pair.ts';
import { tellStory } from '../twin/story.ts';
import { syntheticExport } from '../verify/synthetic.ts';

const SOURCE = fileURLToPath(new URL('./go/', import.meta.url));
/** Building may fetch two modules, whose checksums are in go.sum. Milliseconds. */
const BUILD_LIMIT = 120_000;

const folder = await mkdtemp(join(tmpdir(), 'servanda-outside-'));
const program = join(folder, 'outside');

/** Why the program cannot be had, or undefined where it was built. A program that does not compile is no excuse. */
function build(): string | undefined {
  const found = spawnSync('go', ['version'], { encoding: 'utf8' });
  if (found.error !== undefined) return 'Go is not on this machine';
  const fetched = spawnSync('go', ['mod', 'download'], { cwd: SOURCE, encoding: 'utf8', timeout: BUILD_LIMIT });
  if (fetched.status !== 0) return 'Go cannot fetch its modules';
  const built = spawnSync('go', ['build', '-o', program, '.'], { cwd: SOURCE, encoding: 'utf8', timeout: BUILD_LIMIT });
  if (built.status !== 0) throw new Error(`outside: go build failed: ${built.stderr}`);
  return undefined;
}

const missing = build();

afterAll(async () => await rm(folder, { recursive: true, force: true }));

function verdict(path: string): { readonly code: number | null; readonly said: string } {
  const ran = spawnSync(program, [path], { encoding: 'utf8' });
  return { code: ran.status, said: ran.stdout + ran.stderr };
}

/** Files of the two logs, by path in the export: what the Go program vouches for. */
async function logFiles(path: string): Promise<readonly string[]> {
  const found = await readdir(path, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.filter((file) => SIDES.some((side) => file.startsWith(join(path, side))));
}

async function refusesEveryFlip(path: string, files: readonly string[]): Promise<number> {
  let flips = 0;
  for (const file of files) {
    const whole = await readFile(file);
    for (const at of new Set([0, Math.floor(whole.length / 2), whole.length - 1])) {
      const moved = Buffer.from(whole);
      moved[at] = (moved[at] as number) ^ 1;
      await writeFile(file, moved);
      expect([file, at, verdict(path).code]).toEqual([file, at, 1]);
      flips += 1;
    }
    await writeFile(file, whole);
  }
  return flips;
}

if (missing !== undefined) {
  test(`NOT RUN: the Go verifier on exports: ${missing}`, () => expect(missing).not.toBe(''));
} else {
  describe('the Go verifier on golang.org/x/mod/sumdb', () => {
    let pair: Pair;
    beforeAll(async () => {
      pair = await openPair();
      await tellStory(pair);
    }, BUILD_LIMIT);
    afterAll(async () => await pair.close());

    test('accepts the export of Part V by either node: checkpoint, tiles, inclusion, all five signatures', async () => {
      for (const side of SIDES) {
        const target = join(folder, side);
        await exportOf(pair, side, target);
        const { code, said } = verdict(target);
        expect([code, said]).toEqual([0, expect.stringContaining('ok ua ua.example/ua-al-2025/ua/1 7 ')]);
        expect(said).toContain('ok al al.example/ua-al-2025/al/1 7 ');
      }
    });

    test('refuses it with one flipped bit, in any file of either log', async () => {
      const target = join(folder, 'ua');
      const files = await logFiles(target);
      expect(await refusesEveryFlip(target, files)).toBeGreaterThan(3 * SIDES.length * 20);
      expect(verdict(target).code).toBe(0);
    });

    /** The other side pins the card of `side` as it is after `args`, while neither runs. */
    async function renewed(side: Side, ...args: readonly string[]): Promise<void> {
      for (const one of SIDES) await pair.shut(one);
      expect(await operate(pair, side, args)).toMatchObject({ code: 0, err: '' });
      const card = await readCard(join(pair.seats[side].home, FILES.card));
      const other = side === 'ua' ? 'al' : 'ua';
      if (card !== undefined) await pinCounterpart(pair.seats[other].home, pair.settings[other], card);
      pair.settings[side] = await readSettings(pair.seats[side].home);
      await Promise.all(SIDES.map(async (one) => await pair.open(one)));
      for (const one of SIDES) {
        const holder = one === 'ua' ? 'ua:mfa' : 'al:mefa';
        await say(pair, one, KEY_ADMITTED.id, { holder: [holder], written: [''] });
      }
      await pair.settled(60_000);
    }

    test('accepts that of a record with replaced cosigners, then of one whose log began another epoch', async () => {
      const exported = async (name: string, format: string): Promise<string> => {
        const target = join(folder, name);
        await exportOf(pair, 'ua', target);
        expect(await readFile(join(target, 'export.json'), 'utf8')).toContain(format);
        expect(verdict(target)).toMatchObject({ code: 0 });
        return target;
      };
      await renewed('al', 'keys', 'rotate');
      await exported('rotated', 'servanda/export/v3');
      await renewed('al', 'keys', 'retire');
      await exported('retired', 'servanda/export/v3');
      const { size } = (await pair.node('ua').node.record()).logs.find(({ side }) => side === 'ua') ?? { size: 0 };
      await renewed('ua', 'epoch', 'begin', '--confirmed', String(size));
      const target = await exported('epochs', 'servanda/export/v4');
      expect(verdict(target).said).toContain('ok ua ua.example/ua-al-2025/ua/2 ');
      // What it is told of a time before counts for nothing beyond it, nor under another name.
      const trust = await readFile(join(target, 'trust.json'), 'utf8');
      const wrong = [
        trust.replace(`"size": ${size}`, `"size": ${size - 1}`),
        trust.replace(/"root": "[^"]+"(?=\s*})/, `"root": "${'A'.repeat(43)}="`),
        trust.replace(/"until": \d+/, '"until": 0'),
      ];
      for (const text of wrong) {
        expect(text).not.toBe(trust);
        await writeFile(join(target, 'trust.json'), text);
        expect(verdict(target).code).toBe(1);
      }
      await writeFile(join(target, 'trust.json'), trust);
      const files = (await logFiles(target)).filter((file) => /checkpoint|policy/.test(file));
      expect(await refusesEveryFlip(target, files)).toBeGreaterThan(8);
    }, BUILD_LIMIT);

    test('accepts an export with full tiles on two levels, and refuses a flip in each', async () => {
      const target = join(folder, 'long');
      for (const [path, bytes] of syntheticExport(300)) {
        await mkdir(dirname(join(target, path)), { recursive: true });
        await writeFile(join(target, path), bytes);
      }
      expect(verdict(target).code).toBe(0);
      const tiles = (await logFiles(target)).filter((file) => file.includes('/tile/'));
      expect(tiles.filter((file) => file.includes('/tile/1/'))).toHaveLength(2);
      expect(await refusesEveryFlip(target, tiles)).toBeGreaterThan(25);
    });
  });
}
