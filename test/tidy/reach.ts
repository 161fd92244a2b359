// Dead files: what nothing reaches from the roof, from a test, from a bench or from the scripts of package.json.
import { isSource, isWithin, resolve, sources, type Tree } from './source.ts';

const ROOF = 'src/main.ts';

/** The files that a file leads to: those it imports, and those it names in a text, to run, spawn or bundle them. */
function leads(tree: Tree): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, readonly string[]>();
  for (const [path, source] of sources(tree)) {
    // The rules of the house name files without using them.
    const texts = path.startsWith('test/tidy') ? [] : source.texts;
    const named = [...source.imports.map(({ specifier }) => specifier), ...texts.map(({ value }) => value)];
    const found = named
      .filter((name) => isSource(name))
      .flatMap((name) => [resolve(path, name), name])
      .filter((to) => to !== undefined && to !== path && tree.has(to));
    all.set(path, found as readonly string[]);
  }
  return all;
}

function reachedFrom(roots: readonly string[], edges: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...roots];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    waiting.push(...(edges.get(path) ?? []));
  }
  return reached;
}

/** The files of bin/ that package.json runs, in its scripts and as its commands. */
function scripts(tree: Tree): readonly string[] {
  const manifest = tree.get('package.json') ?? '';
  return [...manifest.matchAll(/bin\/\w+\.cjs/g)].map(([path]) => path);
}

/** The entries of the rooms that package.json publishes: built into dist/, each from the file of the same place. */
function published(tree: Tree): readonly string[] {
  const manifest = tree.get('package.json') ?? '';
  return [...manifest.matchAll(/"default": "\.\/dist\/([\w/]+)\.js"/g)].map(([, place]) => `src/${String(place)}.ts`);
}

/**
 * Files that nothing reaches. What only a test reaches is dead as well: `src/` must be reached from `src/main.ts`
 * (the island of the windows is, by the name under which it is bundled), or from what is published.
 */
export function reachFindings(tree: Tree): readonly string[] {
  const edges = leads(tree);
  const paths = [...tree.keys()].filter(isSource);
  const ending = (pattern: RegExp): readonly string[] => paths.filter((path) => pattern.test(path));
  const rows = [
    { folder: 'src', roots: [ROOF, ...published(tree)], from: ROOF },
    { folder: 'test', roots: ['vitest.config.ts', ...ending(/^test\/.*\.test\.tsx?$/)], from: 'any *.test.ts' },
    { folder: 'bench', roots: ending(/^bench\/.*\.bench\.ts$/), from: 'any *.bench.ts' },
    { folder: 'bin', roots: scripts(tree), from: 'package.json' },
  ];
  return rows.flatMap(({ folder, roots, from }) => {
    const reached = reachedFrom(roots, edges);
    return paths
      .filter((path) => isWithin(path, folder) && !reached.has(path))
      .map((path) => `${path}:1 is not reached from ${from}: use it, or take it out with every mention of it`);
  });
}
