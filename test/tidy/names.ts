// Names: the words that name nothing, which no file, folder or exported name may have in it.
import { at, sources, type Tree } from './source.ts';

/** Each says where a thing is put, not what it is. */
export const NAMELESS = ['service', 'manager', 'helper', 'helpers', 'util', 'utils', 'common', 'core', 'types'];
const CODE = ['src', 'test', 'bench', 'bin'];

/** The words of a name: `postOffice`, `POST_OFFICE` and `post-office.ts` are made of two, or three with its ending. */
const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);

const nameless = (name: string): string | undefined => wordsOf(name).find((word) => NAMELESS.includes(word));

/** Files, folders and exported names that say where a thing is put instead of what it is. */
export function nameFindings(tree: Tree): readonly string[] {
  return sources(tree, CODE).flatMap(([path, source, text]) => {
    const segment = nameless(path);
    const exported = source.exported.flatMap(({ name, start }) => {
      const word = nameless(name);
      return word === undefined ? [] : [`${at(path, text, start)} exports ${name}: "${word}" is no noun of the field`];
    });
    return segment === undefined ? exported : [`${path}:1 is called "${segment}": say what it is`, ...exported];
  });
}
