// A mutation: one change made on a copy of the project in memory, and the finding that must answer it.
import { changed, textAt } from './project.ts';
import type { Project, RuleName } from './rules.ts';

export interface Mutation {
  readonly rule: RuleName;
  /** What is done to the project, as the name of the test. */
  readonly does: string;
  readonly to: (project: Project) => Project;
  /** What a finding says that was not there before. Undefined: the change is harmless and no finding may follow. */
  readonly finds: RegExp | undefined;
}

/** Code put at the end of a file that the project has. */
export const append = (path: string, code: string): Mutation['to'] => ({ tree, tables }) => ({
  tree: changed(tree, { [path]: `${textAt(tree, path)}\n${code}\n` }),
  tables,
});

/** A file that the project does not have, or another text of one it has. */
export const add = (path: string, text: string): Mutation['to'] => ({ tree, tables }) => ({
  tree: changed(tree, { [path]: text }),
  tables,
});

/** Takes a file away that the project has. */
export const remove = (path: string): Mutation['to'] => ({ tree, tables }) => {
  textAt(tree, path);
  return { tree: changed(tree, { [path]: undefined }), tables };
};

/** Another text in a file. Throws where the file no longer has what is to be changed. */
export const edit = (path: string, from: string | RegExp, to: string): Mutation['to'] => ({ tree, tables }) => {
  const before = textAt(tree, path);
  const after = before.replace(from, () => to);
  if (after === before) throw new Error(`tidy: ${path} no longer has ${String(from)}`);
  return { tree: changed(tree, { [path]: after }), tables };
};

/** A table as a careless hand may leave it: languages can be missing. */
type Unchecked = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** One more table of words. */
export const words = (table: Unchecked): Mutation['to'] => (project) => ({
  tree: project.tree,
  tables: new Map([...project.tables, ['src/x.words.ts X_WORDS', table as never]]),
});

/** What is done, how, and what is found: undefined for a change that is harmless. */
export type Row = readonly [does: string, to: Mutation['to'], finds: RegExp | undefined];

/** The mutations of one rule. */
export const rows = (rule: RuleName, all: readonly Row[]): readonly Mutation[] =>
  all.map(([does, to, finds]) => ({ rule, does, to, finds }));

/** The caption of a file made up. */
export const CAPTION = '// A file made up to be found by a rule.\n';
