// Kinds: each is written once, where it is registered; everywhere else the constant stands for it.
import { at, isWithin, sources, type Tree } from './source.ts';

/** `area.past-participle/version`. */
const LOOKS_LIKE_A_KIND = /^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*\/\d+$/;

export interface KnownKind {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly start: number;
}

/** The kinds that the files kinds.ts of act/ and of the areas register. */
export function kindsOf(tree: Tree): readonly KnownKind[] {
  return sources(tree, ['src'])
    .filter(([path]) => path.endsWith('/kinds.ts'))
    .flatMap(([path, source]) =>
      source.registered.filter(({ id }) => LOOKS_LIKE_A_KIND.test(id)).map((one) => ({ ...one, path })),
    );
}

/** Kinds written out where their constant should stand, and texts that look like a kind that nobody registered. */
export function kindFindings(tree: Tree): readonly string[] {
  const known = new Map(kindsOf(tree).map((kind) => [kind.id, kind]));
  return sources(tree, ['src']).flatMap(([path, source, text]) =>
    source.texts.flatMap(({ value, start }) => {
      if (!LOOKS_LIKE_A_KIND.test(value)) return [];
      const kind = known.get(value);
      if (kind === undefined) return [`${at(path, text, start)} says ${value}, a kind that no kinds.ts registers`];
      if (isWithin(path, kind.path) && start === kind.start) return [];
      return [`${at(path, text, start)} writes ${value} out: say ${kind.name}.id, from ${kind.path}`];
    }),
  );
}
