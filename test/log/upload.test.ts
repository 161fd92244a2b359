// Entries on their way to a mirror: packages of 256, each provable by itself, in whatever pieces they come.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, hex, utf8 } from '../../src/log/bytes.ts';
import { consistencyProof, subtreeConsistencyProof, verifyConsistency } from '../../src/log/proof.ts';
import { Frontier, type Hash } from '../../src/log/tree.ts';
import {
  AddEntriesReader, encodeAddEntries, encodePackage, encodeUploadHeader, packageCount, packageRange, PACKAGES_LIMIT,
  parseAddEntries, verifyPackage, type EntryPackage, type UploadHeader,
} from '../../src/log/upload.ts';
import { NaiveLog, numbered } from './naive.ts';
import { flipped, outcome } from './outcome.ts';

const LOG = new NaiveLog(numbered(900));
const ORIGIN = 'node.example/ua-al-2025/ua/1';

async function packagesOf(start: number, end: number, log = LOG): Promise<readonly EntryPackage[]> {
  const packages: EntryPackage[] = [];
  for (let i = 0; i < packageCount(start, end); i++) {
    const range = packageRange(start, end, i);
    const proof = await subtreeConsistencyProof(range.base, range.end, end, log.reader(end));
    packages.push({ ...range, entries: log.entries.slice(range.start, range.end), proof });
  }
  return packages;
}

const header = (start: number, end: number): UploadHeader =>
  ({ origin: ORIGIN, start, end, ticket: utf8('ticket') });

describe('the packages of an upload', () => {
  it('are cut at multiples of 256, the subtree of each beginning there', () => {
    expect(packageCount(5, 5)).toBe(0);
    expect(packageCount(256, 512)).toBe(1);
    expect(packageCount(255, 513)).toBe(3);
    expect([0, 1, 2].map((i) => packageRange(255, 513, i))).toEqual([
      { base: 0, start: 255, end: 256 }, { base: 256, start: 256, end: 512 }, { base: 512, start: 512, end: 513 },
    ]);
    expect(packageRange(300, 310, 0)).toEqual({ base: 256, start: 300, end: 310 });
    expect(outcome(() => packageRange(300, 310, 1))).toBe('range-invalid');
    expect(outcome(() => packageCount(3, 2))).toBe('range-invalid');
    expect(outcome(() => packageCount(0, 2 ** 53))).toBe('number-invalid');
    expect(packageCount(0, 2 ** 53 - 1)).toBe(2 ** 45);
    expect(packageRange(0, 2 ** 53 - 1, 2 ** 45 - 1).end).toBe(2 ** 53 - 1);
  });

  it('verify each by itself and bring the mirror to the root of the log', async () => {
    await fc.assert(fc.asyncProperty(fc.nat(900), fc.nat(900), async (a, b) => {
      const [start, end] = a < b ? [a, b] : [b, a];
      const root = LOG.hash(0, end);
      const held: Hash[] = LOG.entries.slice(0, start).map((_, i) => LOG.leaf(i));
      const sent = parseAddEntries(encodeAddEntries(header(start, end), await packagesOf(start, end)));
      expect(sent.end).toBe('complete');
      for (const part of sent.packages) {
        const leaves = verifyPackage(part, held.slice(part.base, part.start), end, root);
        expect(leaves).toHaveLength(part.end - part.start);
        held.push(...(leaves as readonly Hash[]));
      }
      expect(hex(Frontier.empty().appendAll(held).root())).toBe(hex(root));
    }), { numRuns: 40 });
  });

  it('fail with one turned bit in an entry, a hash, the root or what the mirror holds', async () => {
    const root = LOG.hash(0, 900);
    const [part] = await packagesOf(300, 900);
    if (part === undefined) throw new Error('no package');
    const before = LOG.entries.slice(256, 300).map((_, i) => LOG.leaf(256 + i));
    const check = (one: EntryPackage, held = before, size = 900, top = root): boolean =>
      verifyPackage(one, held, size, top) !== undefined;
    expect(check(part)).toBe(true);
    for (let seed = 0; seed < 60; seed++) {
      const entries = part.entries.map((entry, i) => (i === seed % 212 ? flipped(entry, seed) : entry));
      const proof = part.proof.map((hash, i) => (i === seed % part.proof.length ? flipped(hash, seed * 7) : hash));
      expect(check({ ...part, entries })).toBe(false);
      expect(check({ ...part, proof })).toBe(false);
      expect(check(part, before.map((hash, i) => (i === seed % 44 ? flipped(hash, seed * 5) : hash)))).toBe(false);
      expect(check(part, before, 900, flipped(root, seed * 4))).toBe(false);
    }
    expect(check(part, before.slice(1))).toBe(false);
    expect(check({ ...part, entries: part.entries.slice(1) })).toBe(false);
    expect(check(part, before, 1025)).toBe(false);
  });
});

describe('the body of add-entries', () => {
  it('has the bytes of the specification', async () => {
    const log = new NaiveLog([utf8('a'), utf8(''), utf8('ccc')]);
    const one: UploadHeader = { origin: 'o/é', start: 1, end: 3, ticket: Uint8Array.of(7, 8) };
    const body = encodeAddEntries(one, await packagesOf(1, 3, log));
    expect(hex(body)).toBe([
      '0004', '6f2fc3a9', '0000000000000001', '0000000000000003', '0002', '0708', '0000', '0003', '636363', '00',
    ].join(''));
    const proven = encodePackage({ base: 0, start: 0, end: 1, entries: [utf8('a')], proof: [log.leaf(1)] });
    expect(hex(proven)).toBe(`00016101${hex(log.leaf(1))}`);
    expect(parseAddEntries(body).header).toEqual(one);
  });

  it('is read alike whole, byte by byte and in any pieces', async () => {
    const given = header(200, 700);
    const packages = await packagesOf(200, 700);
    const body = encodeAddEntries(given, packages);
    const wanted = { header: given, packages, end: 'complete' };
    expect(parseAddEntries(body)).toEqual(wanted);
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1 }), (steps) => {
      const reader = new AddEntriesReader();
      const read: EntryPackage[] = [];
      for (let at = 0, i = 0; at < body.length; i++) {
        const step = steps[i % steps.length] as number;
        read.push(...reader.push(body.subarray(at, at + step)));
        at += step;
      }
      expect({ header: reader.header, packages: read, end: reader.end() }).toEqual(wanted);
    }), { numRuns: 30 });
    const reader = new AddEntriesReader();
    const single = [...body].flatMap((byte) => reader.push(Uint8Array.of(byte)));
    expect(single).toEqual(packages);
  });

  it('cut short gives the packages that are whole and says so', async () => {
    const given = header(200, 700);
    const packages = await packagesOf(200, 700);
    const start = encodeUploadHeader(given).length;
    const ends = [start];
    for (const part of packages) ends.push((ends.at(-1) as number) + encodePackage(part).length);
    const body = encodeAddEntries(given, packages);
    for (let length = 0; length <= body.length; length++) {
      const cut = body.subarray(0, length);
      if (length < start) {
        expect(outcome(() => parseAddEntries(cut))).toBe('truncated');
        continue;
      }
      const { packages: whole, end } = parseAddEntries(cut);
      const count = ends.filter((at) => at <= length).length - 1;
      if (whole.length !== count) expect({ length, read: whole.length }).toEqual({ length, read: count });
      const wanted = length === body.length ? 'complete' : ends.includes(length) ? 'prefix' : 'truncated';
      if (end !== wanted) expect({ length, end }).toEqual({ length, end: wanted });
    }
  });

});

describe('an upload in parts', () => {
  it('may be longer than 32 packages; what comes after is not read', async () => {
    const log = new NaiveLog(numbered(33 * 256 + 9));
    const [start, end] = [0, 33 * 256 + 9];
    const packages = await packagesOf(start, end, log);
    expect(packages).toHaveLength(34);
    expect(outcome(() => encodeAddEntries(header(start, end), packages))).toBe('limit-exceeded');
    const body = concat(encodeUploadHeader(header(start, end)), ...packages.map(encodePackage));
    const read = parseAddEntries(body);
    expect(read.packages).toHaveLength(PACKAGES_LIMIT);
    expect(read.end).toBe('prefix');
    const reader = new AddEntriesReader();
    reader.push(body);
    expect(reader.done).toBe(true);
    expect(reader.push(new Uint8Array(1000))).toEqual([]);
  });
});

describe('a body of add-entries that is not to be had', () => {
  it('is refused with a LogError, whatever it is', async () => {
    const body = encodeAddEntries(header(250, 300), await packagesOf(250, 300));
    fc.assert(fc.property(fc.nat(), fc.nat(255), fc.nat(2), (seed, byte, kind) => {
      const at = seed % body.length;
      const inserted = kind === 0 ? new Uint8Array(0) : Uint8Array.of(byte);
      const changed = concat(body.subarray(0, at), inserted, body.subarray(kind === 2 ? at : at + 1));
      if (outcome(() => parseAddEntries(changed)) !== 'nothing') return;
      const read = parseAddEntries(changed);
      const written = encodeAddEntries(read.header, read.packages);
      expect(hex(changed.subarray(0, written.length))).toBe(hex(written));
      if (read.end === 'complete') expect(written.length).toBe(changed.length);
    }), { numRuns: 1000 });
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
      outcome(() => parseAddEntries(noise));
    }));
  });

  it('names what is wrong with it', async () => {
    const packages = await packagesOf(250, 300);
    const body = encodeAddEntries(header(250, 300), packages);
    const with64 = (at: number, first: number): Uint8Array => {
      const copy = body.slice();
      copy[2 + ORIGIN.length + at] = first;
      return copy;
    };
    const empty = encodeUploadHeader(header(7, 7));
    expect(parseAddEntries(empty)).toEqual({ header: header(7, 7), packages: [], end: 'complete' });
    expect(outcome(() => parseAddEntries(concat(empty, Uint8Array.of(0))))).toBe('trailing');
    expect(outcome(() => parseAddEntries(concat(body, Uint8Array.of(0))))).toBe('trailing');
    expect(outcome(() => parseAddEntries(with64(0, 255)))).toBe('number-invalid');
    expect(outcome(() => parseAddEntries(with64(8, 255)))).toBe('number-invalid');
    expect(outcome(() => parseAddEntries(with64(2, 1)))).toBe('range-invalid');
    expect(outcome(() => parseAddEntries(Uint8Array.of(1, 0)))).toBe('limit-exceeded');
    expect(outcome(() => parseAddEntries(new Uint8Array(20)))).toBe('line-invalid');
    expect(outcome(() => parseAddEntries(concat(Uint8Array.of(0, 1, 0xff), new Uint8Array(18))))).toBe('text-invalid');
    const proofless = concat(encodeUploadHeader(header(0, 1)), Uint8Array.of(0, 0, 64));
    expect(outcome(() => parseAddEntries(proofless))).toBe('limit-exceeded');
  });

  it('is not written in the first place', async () => {
    const packages = await packagesOf(250, 300);
    const [first, second] = packages as readonly [EntryPackage, EntryPackage];
    const write = (...parts: readonly EntryPackage[]): string =>
      outcome(() => encodeAddEntries(header(250, 300), parts));
    expect(write(first, second)).toBe('nothing');
    expect(write(first)).toBe('nothing');
    expect(write(second)).toBe('range-invalid');
    expect(write(first, second, second)).toBe('range-invalid');
    expect(write({ ...first, entries: first.entries.slice(1) })).toBe('range-invalid');
    expect(write({ ...first, entries: [new Uint8Array(65_536), ...first.entries.slice(1)] })).toBe('limit-exceeded');
    expect(write({ ...first, proof: [new Uint8Array(31)] })).toBe('hash-invalid');
    expect(write({ ...first, proof: Array.from({ length: 64 }, () => new Uint8Array(32)) })).toBe('limit-exceeded');
    const ticket = new Uint8Array(65_536);
    expect(outcome(() => encodeUploadHeader({ ...header(0, 1), ticket }))).toBe('limit-exceeded');
    expect(outcome(() => encodeUploadHeader({ ...header(0, 1), origin: '' }))).toBe('line-invalid');
  });

  it('cannot follow a checkpoint that is not consistent with the one before', async () => {
    const proof = await consistencyProof(300, 700, LOG.reader(700));
    const forked = new NaiveLog(LOG.entries.map((entry, i) => (i === 299 ? utf8('other') : entry)));
    expect(verifyConsistency(300, 700, proof, LOG.hash(0, 300), LOG.hash(0, 700))).toBe(true);
    expect(verifyConsistency(300, 700, proof, forked.hash(0, 300), LOG.hash(0, 700))).toBe(false);
    expect(verifyConsistency(300, 700, proof, LOG.hash(0, 300), forked.hash(0, 700))).toBe(false);
  });
});
