// Who may import whom: the table of the house against what the files import.
import { placed, type Room, ROOMS, type Seat, seatOf } from './house.ts';
import { at, type Import, isWithin, resolve, sources, type Tree } from './source.ts';

/** Files that import by a name made while they run, and why they cannot do without. */
const DECIDED_LATE: Readonly<Record<string, string>> = {
  'src/node/store/binaries.ts': 'the package of PostgreSQL bears the name of the platform it runs on',
};

/** Whether one of the places holds the path, and the room of the path is not a deeper one than the place. */
function holds(places: readonly string[], path: string, seat: Seat): boolean {
  return places.some((place) => {
    const base = placed(path, place);
    return base !== undefined && (base === '' || isWithin(base, seat.base));
  });
}

function judged(from: Seat, path: string, imported: Import, tree: Tree, rooms: readonly Room[]): string | undefined {
  if (imported.specifier === '') {
    const isAllowed = from.room.imports.includes('') || Object.hasOwn(DECIDED_LATE, path);
    return isAllowed ? undefined : 'imports what only the run decides: name the file';
  }
  const to = resolve(path, imported.specifier);
  if (to === undefined || !tree.has(to)) return `imports ${imported.specifier}, which is no file of the project`;
  const target = seatOf(to, rooms);
  if (target === undefined) return `imports ${to}, which lies in no room`;
  if (isOwn(from, target)) return undefined;
  if (holds(from.room.imports, to, target)) return undefined;
  if (imported.typesOnly && holds(from.room.types ?? [], to, target)) return undefined;
  const only = holds(from.room.types ?? [], to, target) ? ' (its types it may)' : '';
  return `imports ${to}${only}: ${from.room.name} may not, because ${from.room.because}`;
}

/** Whether both are one room, and its files may know each other. Of `areas/*` each folder is a room by itself. */
function isOwn(from: Seat, target: Seat): boolean {
  const isOne = from.base === target.base || !from.room.at.some((place) => place.endsWith('*'));
  return from.room === target.room && isOne && from.room.apart !== true;
}

/** Imports inside the project that the table does not allow, and files of src/ that lie in no room of it. */
export function importFindings(tree: Tree, rooms: readonly Room[] = ROOMS): readonly string[] {
  const findings: string[] = [];
  for (const [path, source, text] of sources(tree)) {
    const from = seatOf(path, rooms);
    if (from === undefined) {
      findings.push(`${path}:1 lies in no room: give it a row in test/tidy/house.ts, with a reason`);
      continue;
    }
    for (const imported of source.imports.filter(({ specifier }) => /^(?:\.|\/|$)/.test(specifier))) {
      const wrong = judged(from, path, imported, tree, rooms);
      if (wrong !== undefined) findings.push(`${at(path, text, imported.start)} ${wrong}`);
    }
  }
  return findings;
}
