// The rules of the house by name, each a pure function from the project to what is wrong with it.
import { docFindings } from './docs.ts';
import { importFindings } from './imports.ts';
import { kindFindings } from './kinds.ts';
import { nameFindings } from './names.ts';
import { packageFindings } from './packages.ts';
import { placeFindings } from './places.ts';
import { purityFindings } from './purity.ts';
import { reachFindings } from './reach.ts';
import { captionFindings, sizeFindings } from './size.ts';
import { parseFindings, type Tree } from './source.ts';
import { testFindings } from './tests.ts';
import { keyFindings, tableFindings, type Tables } from './words.ts';

/** What the rules look at. The tables are the words of that very tree. */
export interface Project {
  readonly tree: Tree;
  readonly tables: Tables;
}

/** A finding reads `path:line what, and how to mend it`. None means that the rule holds. */
export type Rule = (project: Project) => readonly string[];

export const RULES = {
  'every file parses': ({ tree }) => parseFindings(tree),
  'each room imports what the table of the house allows': ({ tree }) => importFindings(tree),
  'no clock, disk, network or chance below the two wings': ({ tree }) => purityFindings(tree),
  'each package is declared, used, and allowed where it is used': ({ tree }) => packageFindings(tree),
  'no file is dead': ({ tree }) => reachFindings(tree),
  'files, functions and lines are of a size to be read': ({ tree }) => sizeFindings(tree),
  'each file opens with its caption': ({ tree }) => captionFindings(tree),
  'names are nouns of the field': ({ tree }) => nameFindings(tree),
  'kinds are constants': ({ tree }) => kindFindings(tree),
  'every word is said in three languages': ({ tables }) => tableFindings(tables),
  'what is said has its word, and no word is idle': ({ tree, tables }) => keyFindings(tree, tables),
  'every test runs and can fail': ({ tree }) => testFindings(tree),
  'nothing knows a machine, a registry or a private key': ({ tree }) => placeFindings(tree),
  'documents are true, and the guide names every room': ({ tree }) => docFindings(tree),
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof RULES;
