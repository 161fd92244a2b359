// Purity: below the two wings nothing reads a clock, a disk, a network or chance; these are passed in.
import { isBuiltin } from 'node:module';
import { type Room, ROOMS, seatOf } from './house.ts';
import { at, type Source, sources, type Tree } from './source.ts';

/** Names of the platform that reach outside, wherever they stand as a value or a type. */
const NAMES: Readonly<Record<string, string>> = {
  fetch: 'the network',
  process: 'the machine',
  Buffer: 'Node; use Uint8Array',
  console: 'a terminal',
  crypto: 'chance and keys',
  performance: 'a clock',
  globalThis: 'everything',
  setTimeout: 'a clock',
  setInterval: 'a clock',
  setImmediate: 'a clock',
  require: 'the disk',
};

/** Members that do, though their object is harmless: `Date.parse` and `Math.max` are sums. */
const MEMBERS: Readonly<Record<string, string>> = {
  'Date.now': 'a clock',
  'Math.random': 'chance',
  'Temporal.Now': 'a clock',
  'import.meta': 'the disk',
};

interface Impurity {
  readonly what: string;
  readonly why: string;
  readonly start: number;
}

function impurities(source: Source): readonly Impurity[] {
  return [
    ...source.imports
      .filter(({ specifier }) => isBuiltin(specifier))
      .map(({ specifier, start }) => ({ what: specifier, why: 'the machine', start })),
    ...source.names
      .filter(({ name }) => Object.hasOwn(NAMES, name))
      .map(({ name, start }) => ({ what: name, why: String(NAMES[name]), start })),
    ...source.members
      .filter(({ name }) => Object.hasOwn(MEMBERS, name))
      .map(({ name, start }) => ({ what: name, why: String(MEMBERS[name]), start })),
    ...source.made
      .filter(({ name }) => name === 'Date')
      .map(({ start }) => ({ what: 'new Date', why: 'a clock, or the zone of the machine', start })),
    ...source.calls
      .filter(({ callee }) => callee === 'Date')
      .map(({ start }) => ({ what: 'Date()', why: 'a clock', start })),
  ];
}

/** What a file of a pure room reaches for outside itself. */
export function purityFindings(tree: Tree, rooms: readonly Room[] = ROOMS): readonly string[] {
  return sources(tree).flatMap(([path, source, text]) => {
    const seat = seatOf(path, rooms);
    if (seat === undefined || !seat.room.pure) return [];
    return impurities(source).map(
      ({ what, why, start }) =>
        `${at(path, text, start)} uses ${what}: that is ${why}, and ${seat.room.name} is pure; have it passed in`,
    );
  });
}
