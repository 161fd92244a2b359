// The outside checker on exports: it accepts what holds and refuses any one bit that moved.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromUtf8, utf8 } from '../../src/act/bytes.ts';
import { VERIFICATION } from '../../src/node/keys.ts';
import { type Report, verifyExport } from '../../src/verify.ts';
import { type Files, syntheticExport } from './synthetic.ts';

async function check(files: Files): Promise<Report> {
  return await verifyExport({ read: async (path) => await Promise.resolve(files.get(path)) }, VERIFICATION);
}

const codes = (report: Report): readonly string[] => [...new Set(report.findings.map((finding) => finding.code))];

/** The files whose every byte is vouched for: all but the two that say whom one trusts. */
const vouched = (files: Files): readonly string[] =>
  [...files.keys()].filter((path) => !['export.json', 'trust.json'].includes(path));

/** The same record as the first version of the export told it. */
function firstVersion(files: Files): Files {
  const changed = new Map(files);
  const rewrite = (path: string, change: (text: string) => string): void => {
    changed.set(path, utf8(change(fromUtf8(files.get(path) as Uint8Array) as string)));
  };
  rewrite('export.json', (text) => text.replace('export/v2', 'export/v1'));
  rewrite('trust.json', (text) => text.replace(/,"(?:witness|mirror)-ml-dsa-44":"[^"]*"/g, ''));
  for (const side of ['ua', 'al']) {
    rewrite(`${side}/checkpoint`, (text) => text.replace(/— \S+ml-dsa-44 \S+\n/g, ''));
    rewrite(`${side}/policy`, (text) =>
      text.replace(/witness \S+-2 \S+\ngroup .*\n/, '').replace(/quorum (\S+)-keys/, 'quorum $1'),
    );
  }
  return changed;
}

describe('an export', () => {
  const short = syntheticExport(5);

  test('of two honest logs holds: both sizes, all four cosignatures, every act and every part', async () => {
    const report = await check(syntheticExport(300));
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({ ok: true, acts: 600, parts: { checked: 600, missing: 0 }, ahead: 0 });
    expect(report.logs.map((log) => [log.side, log.size, log.cosignatures])).toEqual([
      ['ua', 300, ['al.test/witness', 'al.test/witness/ml-dsa-44', 'al.test/mirror', 'al.test/mirror/ml-dsa-44']],
      ['al', 300, ['ua.test/witness', 'ua.test/witness/ml-dsa-44', 'ua.test/mirror', 'ua.test/mirror/ml-dsa-44']],
    ]);
  });

  test('of the first version, without keys of a second algorithm, is read as it was', async () => {
    const old = await check(firstVersion(short));
    expect(old.findings).toEqual([]);
    expect(old.logs.map((log) => log.cosignatures.length)).toEqual([2, 2]);
    const mixed = new Map([...firstVersion(short), ['trust.json', short.get('trust.json') as Uint8Array] as const]);
    await expect(check(mixed)).rejects.toMatchObject({ code: 'export-invalid' });
  });

  test('with one bit of any vouched file flipped does not hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...vouched(short)), fc.nat(), fc.nat(7), async (path, at, bit) => {
        const bytes = Uint8Array.from(short.get(path) as Uint8Array);
        const i = at % bytes.length;
        bytes[i] = (bytes[i] as number) ^ (1 << bit);
        expect((await check(new Map([...short, [path, bytes]]))).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('with any vouched file left out does not hold, but for a part erased with its salt', async () => {
    for (const path of vouched(short)) {
      const files = new Map(short);
      files.delete(path);
      expect([path, (await check(files)).ok]).toEqual([path, false]);
    }
    const erased = new Map(short);
    for (const name of ['body', 'body.salt']) erased.delete(`ua/parts/3/${name}`);
    expect(await check(erased)).toMatchObject({ ok: true, parts: { checked: 9, missing: 1 } });
  });

  test('with an act that is not of its side, its agreement or its place is refused by name', async () => {
    const of = async (change: Parameters<typeof syntheticExport>[1]): Promise<readonly string[]> =>
      codes(await check(syntheticExport(4, change)));
    expect(await of({ ua: (header, i) => (i === 2 ? { ...header, agreement: 'xx-yy-2030' } : header) })).toEqual([
      'agreement-unknown',
    ]);
    expect(await of({ ua: (header, i) => (i === 2 ? { ...header, by: 'al:mfa' } : header) })).toEqual([
      'side-mismatch',
    ]);
    expect(await of({ ua: (header, i) => (i === 2 ? { ...header, by: 'ua:mod' } : header) })).toEqual([
      'signer-missing',
    ]);
    const root = `${'A'.repeat(43)}=`;
    const lies = (header: Parameters<NonNullable<Parameters<typeof syntheticExport>[1]>[string]>[0], i: number) =>
      i === 2 ? { ...header, seen: { ...header.seen, root } } : header;
    expect(await of({ al: lies })).toEqual(['seen-diverges']);
  });

  test('whose key was never admitted by the root of its side is refused', async () => {
    const stranger = {
      ua: (header: never, i: number) => (i === 0 ? { ...(header as object), kind: 'body.ended/1' } : header),
    };
    expect(codes(await check(syntheticExport(3, stranger as never)))).toEqual(['key-unknown']);
  });

  test('cosigned by nobody, or signed by a stranger, is refused', async () => {
    const note = new TextDecoder().decode(short.get('ua/checkpoint'));
    const lines = note.split('\n');
    const without = lines.filter((line) => !line.includes('mirror')).join('\n');
    const bare = new Map([...short, ['ua/checkpoint', new TextEncoder().encode(without)] as const]);
    expect(codes(await check(bare))).toContain('checkpoint-invalid');
    const renamed = new Map([
      ...short,
      ['ua/checkpoint', new TextEncoder().encode(note.replace('al.test/witness', 'xx.test/w'))] as const,
    ]);
    expect(codes(await check(renamed))).toContain('key-unknown');
  });

  test('that is no export is refused before anything else', async () => {
    await expect(check(new Map())).rejects.toMatchObject({ code: 'export-invalid' });
    const files = new Map([...short, ['export.json', new TextEncoder().encode('{"format":"other"}')] as const]);
    await expect(check(files)).rejects.toMatchObject({ code: 'export-invalid' });
  });
});
