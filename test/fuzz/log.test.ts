// Logs under fire: each parser gives back what writes the same bytes, or throws a log error, and nothing else.
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8 } from '../../src/act/bytes.ts';
import { formatKey } from '../../src/act/key.ts';
import { formatCheckpoint, parseCheckpoint } from '../../src/log/checkpoint.ts';
import { decodeTimestamped, encodeTimestamped } from '../../src/log/cosignature.ts';
import { TileEdge } from '../../src/log/edge.ts';
import { LogError } from '../../src/log/error.ts';
import {
  formatAddCheckpoint, formatMirrorInfo, formatTreeSize, parseAddCheckpoint, parseMirrorInfo, parseTreeSize,
} from '../../src/log/mirror.ts';
import { isQuorum, parsePolicy, type Policy } from '../../src/log/policy.ts';
import { formatEntryBundle, formatTilePath, parseEntryBundle, parseTilePath, TILE_WIDTH } from '../../src/log/tile.ts';
import { formatTlogProof, parseTlogProof } from '../../src/log/tlogproof.ts';
import { Frontier, leafHash } from '../../src/log/tree.ts';
import {
  type AddEntries, AddEntriesReader, encodeAddEntries, type EntryPackage, packageCount, packageRange, parseAddEntries,
} from '../../src/log/upload.ts';
import { numbered } from '../log/naive.ts';
import { signerOf } from '../vectors/hand.ts';
import { asText, hostile, runs, same } from './mutate.ts';

/** What is read, or undefined where it is a log error; any other error goes on and fails the property. */
function reading<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof LogError) return undefined;
    throw cause;
  }
}

/** Reads hostile bytes and writes what was read: the same bytes, and often enough that the property says something. */
function agrees<T>(
  good: fc.Arbitrary<Uint8Array>, read: (bytes: Uint8Array) => T, write: (value: T) => Uint8Array | string, few = 1500,
): void {
  let accepted = 0;
  fc.assert(fc.property(hostile(good), (bytes) => {
    const value = reading(() => read(bytes));
    if (value === undefined) return true;
    accepted++;
    const written = write(value);
    return same(typeof written === 'string' ? utf8(written) : written, bytes);
  }), runs(few));
  expect(accepted).toBeGreaterThan(few / 30);
}

/** Bytes as a parser of texts reads them; a text that is not these bytes is none of its own. */
const ofText = <T>(read: (text: string) => T) => (bytes: Uint8Array): T => {
  const text = asText(bytes);
  if (!same(utf8(text), bytes)) throw new LogError('text-invalid', 'Reading bytes that are no text.');
  return read(text);
};

const size = fc.oneof(fc.nat(1000), fc.maxSafeInteger().map(Math.abs), fc.constant(Number.MAX_SAFE_INTEGER));
const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
const hashes = fc.array(hash, { maxLength: 4 });
const origin = fc.constantFrom('a', 'example.com/log', 'київ.example/ua', 'x'.repeat(255));
const checkpoint = fc.record(
  { origin, size, root: hash, extensions: fc.array(fc.constantFrom('x', ' ', 'ї'), { maxLength: 3 }) },
  { noNullPrototype: true },
);
const signed = checkpoint.map((said) => utf8(`${formatCheckpoint(said)}\n— a AAAAAAAA\n`));

describe('texts', () => {
  test('of checkpoints', () => {
    agrees(checkpoint.map((said) => utf8(formatCheckpoint(said))), ofText(parseCheckpoint), formatCheckpoint);
  });

  test('of paths of tiles and bundles', () => {
    const width = fc.integer({ min: 1, max: TILE_WIDTH });
    const tile = fc.record(
      { kind: fc.constant('tile' as const), level: fc.nat(63), index: size, width },
      { noNullPrototype: true },
    );
    const entries = fc.record({ kind: fc.constant('entries' as const), index: size, width }, { noNullPrototype: true });
    const good = fc.oneof(tile, entries);
    fc.assert(fc.property(good, (one) => isDeepStrictEqual(parseTilePath(formatTilePath(one)), one)), runs(500));
    agrees(good.map((one) => utf8(formatTilePath(one))), ofText(parseTilePath), formatTilePath, 3000);
  });

  test('of tree sizes and of where a mirror stands', () => {
    agrees(size.map((one) => utf8(formatTreeSize(one))), parseTreeSize, formatTreeSize);
    const info = fc.record({ size, next: size, ticket: fc.uint8Array({ maxLength: 40 }) }, { noNullPrototype: true });
    agrees(info.map((one) => utf8(formatMirrorInfo(one))), parseMirrorInfo, formatMirrorInfo);
  });

  test('of proofs that are kept in files', () => {
    const file = fc.record(
      { extra: fc.option(fc.uint8Array({ maxLength: 60 })), index: size, proof: hashes, checkpoint: signed },
      { noNullPrototype: true },
    ).map(({ extra, ...rest }) => formatTlogProof({ ...rest, ...(extra === null ? {} : { extra }) }));
    agrees(file, parseTlogProof, formatTlogProof);
  });

  test('of checkpoints handed in', () => {
    const body = fc.record({ old: size, proof: hashes, checkpoint: signed }, { noNullPrototype: true });
    agrees(body.map(formatAddCheckpoint), parseAddCheckpoint, formatAddCheckpoint);
  });
});

describe('bytes', () => {
  test('of bundles of entries', () => {
    const entries = fc.array(fc.uint8Array({ maxLength: 12 }), { minLength: 1, maxLength: 6 });
    fc.assert(fc.property(entries, (list) =>
      isDeepStrictEqual(parseEntryBundle(formatEntryBundle(list), list.length).map((one) => one.slice()), list)),
    runs(500));
    for (const width of [1, 2, 3, 6]) {
      const good = fc.array(fc.uint8Array({ maxLength: 12 }), { minLength: width, maxLength: width });
      agrees(good.map(formatEntryBundle), (bytes) => parseEntryBundle(bytes, width), formatEntryBundle, 500);
    }
  });

  test('of cosignatures with their time', () => {
    const good = fc.record(
      { time: size, signature: fc.uint8Array({ minLength: 64, maxLength: 64 }) },
      { noNullPrototype: true },
    ).map((one) => encodeTimestamped('ed25519', one));
    agrees(good, (bytes) => decodeTimestamped('ed25519', bytes), (one) => encodeTimestamped('ed25519', one));
  });

  test('of the edges from which trees grow', () => {
    const leaves = numbered(700).map(leafHash);
    const grown = fc.nat(700).map((count) => leaves.slice(0, count));
    agrees(grown.map((list) => Frontier.empty().appendAll(list).toBytes()),
      (bytes) => Frontier.fromBytes(bytes), (one) => one.toBytes(), 500);
    agrees(grown.map((list) => TileEdge.fromBytes(new Uint8Array(8)).append(list).edge.toBytes()),
      (bytes) => TileEdge.fromBytes(bytes), (one) => one.toBytes(), 300);
  });
});

describe('uploads', () => {
  const upload = fc.record(
    {
      origin,
      start: fc.nat(600),
      count: fc.nat(600),
      ticket: fc.uint8Array({ maxLength: 20 }),
      proof: hashes,
      sent: fc.nat(4),
    },
    { noNullPrototype: true },
  ).map(({ start, count, proof, sent, ...rest }) => {
    const header = { ...rest, start, end: start + count };
    const all = packageCount(header.start, header.end);
    const packages = Array.from({ length: Math.min(all, sent) }, (_, i): EntryPackage => {
      const range = packageRange(header.start, header.end, i);
      return { ...range, proof, entries: numbered(range.end - range.start) };
    });
    return encodeAddEntries(header, packages);
  });

  /** What was read is the beginning of the body, and all of it unless the body broke off amid a package. */
  function isBeginning({ header, packages, end }: AddEntries, body: Uint8Array): boolean {
    const written = encodeAddEntries(header, packages);
    return same(written, body.subarray(0, written.length)) && (end === 'truncated' || written.length === body.length);
  }

  test('are read as they were sent, whole or to where they broke off', () => {
    let read = 0;
    fc.assert(fc.property(hostile(upload), (body) => {
      const given = reading(() => parseAddEntries(body));
      if (given === undefined) return true;
      read++;
      return isBeginning(given, body);
    }), runs(600));
    expect(read).toBeGreaterThan(50);
  });

  test('are read alike in one piece and in many', () => {
    fc.assert(fc.property(hostile(upload), fc.integer({ min: 1, max: 500 }), (body, piece) => {
      const inPieces = reading(() => {
        const reader = new AddEntriesReader();
        const packages: EntryPackage[] = [];
        for (let at = 0; at < body.length; at += piece) packages.push(...reader.push(body.subarray(at, at + piece)));
        const end = reader.end();
        return { header: reader.header, packages, end };
      });
      return isDeepStrictEqual(inPieces, reading(() => parseAddEntries(body)));
    }), runs(300));
  });
});

describe('policies', () => {
  const witnesses = ['w1', 'w2', 'w3'];
  // Made once: proving that a point may be admitted takes longer than reading a policy.
  const keys = new Map(['a', 'b', ...witnesses].map((name) => [name, formatKey(signerOf(name).key)]));
  const vkey = (name: string): string => keys.get(name) ?? '';
  const good = fc.record({
    logs: fc.subarray(['a', 'b']),
    known: fc.subarray(witnesses, { minLength: 2 }),
    threshold: fc.constantFrom('any', 'all', '1', '2'),
    quorum: fc.constantFrom('none', 'g', 'w1'),
    space: fc.constantFrom(' ', '\t', '  '),
  }).map(({ logs, known, threshold, quorum, space }) => utf8([
    '# a policy', '',
    ...logs.map((name) => ['log', vkey(name), 'https://example.com/'].join(space)),
    ...known.map((name) => ['witness', name, vkey(name)].join(space)),
    ['group', 'g', threshold, ...known].join(space),
    ['quorum', quorum === 'w1' && !known.includes('w1') ? 'none' : quorum].join(space), '',
  ].join('\n')));

  /** The plainest text of a policy: it must be read as the same policy. */
  function plain(policy: Policy): Uint8Array {
    const line = (...words: readonly (string | undefined)[]): string =>
      words.filter((word) => word !== undefined).join(' ');
    return utf8([
      ...policy.logs.map(({ key, url }) => line('log', key, url)),
      ...policy.witnesses.map(({ name, key, url }) => line('witness', name, key, url)),
      ...[...policy.groups].map(([name, { threshold, members }]) => line('group', name, `${threshold}`, ...members)),
      line('quorum', policy.quorum), '',
    ].join('\n'));
  }

  test('are read as what their plainest text says, or not at all; and their quorum is counted', () => {
    let read = 0;
    fc.assert(fc.property(hostile(good), (bytes) => {
      const policy = reading(() => parsePolicy(bytes));
      if (policy === undefined) return true;
      read++;
      const everybody = new Set(policy.witnesses.map((one) => one.name));
      if (!isQuorum(policy, everybody)) return false;
      return isDeepStrictEqual(parsePolicy(plain(policy)), policy);
    }), runs(1500));
    expect(read).toBeGreaterThan(50);
  });
});

describe('what is as long as it may be', () => {
  const long = (text: string, times: number): Uint8Array => utf8(text.repeat(times));

  test.each<[string, (bytes: Uint8Array) => unknown, Uint8Array]>([
    ['a policy of groups in groups', parsePolicy, utf8([
      `witness w ${formatKey(signerOf('w').key)}`, 'group g0 1 w',
      ...Array.from({ length: 4000 }, (_, i) => `group g${i + 1} 1 g${i}`), 'quorum g4000', '',
    ].join('\n'))],
    ['a policy of one letter', parsePolicy, long('g ', 131_072)],
    ['a proof of lines', parseTlogProof, long('c2sp.org/tlog-proof@v1\n', 4000)],
    ['a checkpoint of empty lines', parseAddCheckpoint, long('\n', 131_072)],
    ['an answer of digits', parseMirrorInfo, long('9', 87_000)],
    ['an upload to the end of numbers', parseAddEntries, new Uint8Array([
      0, 1, 97, ...new Uint8Array(8), 0, 0x1f, ...new Uint8Array(6).fill(255), 0, 0, ...new Uint8Array(70_000),
    ])],
  ])('%s is read or refused, and reading comes to an end', (_what, read, bytes) => {
    const value = reading(() => read(bytes));
    if (value !== undefined) expect(typeof value).toBe('object');
    expect(bytes.length).toBeGreaterThan(50_000);
  });
});
