// Documents true both ways: what they name exists, and every room of the house is named by ARCHITECTURE.md.
import { type Room, ROOMS, placed, seatOf } from './house.ts';
import { at, isWithin, resolve, type Tree } from './source.ts';

const LINK = /\]\((?!\w+:|#|\/\/)([^)\s#]+)(?:#[^)\s]*)?(?:\s"[^"]*")?\)/g;
const NAMED = /`((?:src|test|bench|bin|docs|agreements)\/[^`\s]*)`/g;

/** Whether a file or folder of that name is there. `*` and `{a,b}` stand for what fits, `…` and `<id>` for anything. */
function exists(tree: Tree, name: string): boolean {
  const place = name.replace(/\/$/, '').replace(/:\d+(?:-\d+)?$/, '');
  if (!/[*{<…]/.test(place)) return tree.has(place) || [...tree.keys()].some((path) => isWithin(path, place));
  const pattern = place
    .replace(/[.+?^$()|[\]\\]/g, '\\$&')
    .replace(/\*\*?|<[^>]*>|…/g, '[^/]*')
    .replace(/\{([^}]*)\}/g, (_, choices: string) => `(?:${choices.replaceAll(',', '|')})`);
  return [...tree.keys()].some((path) => new RegExp(`^${pattern}(?:/|$)`).test(path));
}

function missing(tree: Tree): readonly string[] {
  const documents = [...tree].filter(([path]) => path.endsWith('.md'));
  return documents.flatMap(([path, text]) => {
    const links = [...text.matchAll(LINK)].flatMap(({ 1: link = '', index }) => {
      const to = resolve(path, decodeURI(link));
      if (to !== undefined && (to === '' || exists(tree, to))) return [];
      return [`${at(path, text, index)} links to ${link}: nothing is there`];
    });
    // The text of an agreement is as its parties signed it; what it names is none of our files.
    const names = isWithin(path, 'agreements')
      ? []
      : [...text.matchAll(NAMED)]
          .filter(({ 1: name = '' }) => !exists(tree, name))
          .map(({ 1: name, index }) => `${at(path, text, index)} names ${name}: nothing is there`);
    return [...links, ...names];
  });
}

/** Rooms that nothing stands in, and files of src/ that stand in none. */
function rooms(tree: Tree, table: readonly Room[]): readonly string[] {
  const paths = [...tree.keys()];
  const empty = table
    .filter(({ planned }) => planned !== true)
    .flatMap(({ at: places }) => places)
    .filter((place) => !paths.some((path) => placed(path, place) !== undefined))
    .map((place) => `test/tidy/house.ts has a row for ${place}: nothing is there; take it out or mark it planned`);
  const started = table
    .filter(({ planned }) => planned === true)
    .filter(({ at: places }) => paths.some((path) => places.some((one) => placed(path, one) !== undefined)))
    .map(({ name }) => `test/tidy/house.ts calls ${name} planned: it is there`);
  const roomless = paths
    .filter((path) => isWithin(path, 'src') && seatOf(path, table) === undefined)
    .map((path) => `${path}:1 lies in no room: give it a row in test/tidy/house.ts, with a reason`);
  return [...empty, ...started, ...roomless];
}

const GUIDE = 'ARCHITECTURE.md';

/** Whether a text names a place itself: `src/area.ts` does not name `src/area`, nor does `src/areas`. */
const names = (text: string, place: string): boolean =>
  new RegExp(`(?<![\\w./-])${place.replaceAll('.', '\\.')}(?![\\w-]|\\.\\w)`).test(text);

function guided(tree: Tree, table: readonly Room[]): readonly string[] {
  const guide = tree.get(GUIDE);
  if (guide === undefined) return [`${GUIDE} is missing: it names every room, and why it may know what it knows`];
  return table
    .filter(({ planned }) => planned !== true)
    .flatMap(({ at: places }) => places.map((place) => place.replace(/\/\*$/, '')))
    .filter((place) => !names(guide, place))
    .map((place) => `${GUIDE} does not name ${place}`);
}

/** What documents name that is not there, and what is there that the house or its guide does not name. */
export function docFindings(tree: Tree, table: readonly Room[] = ROOMS): readonly string[] {
  return [...missing(tree), ...rooms(tree, table), ...guided(tree, table)];
}
