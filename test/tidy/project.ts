// The project as text: every file that belongs to it, read once from disk.
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Tree } from './source.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** What lies in the folder of the project without being of it: what `.gitignore` names, and the history itself. */
const NOT_OURS = ['node_modules', 'dist', '.servanda', '.cache', '.git'];

/** The text of a file, or '' where a zero byte says that it is none: a font, an image. */
async function readText(path: string): Promise<string> {
  const bytes = await readFile(path);
  return bytes.includes(0) ? '' : bytes.toString('utf8');
}

/** Reads the whole project. Of files that are not text only the path is kept. */
export async function readProject(): Promise<Tree> {
  const tree = new Map<string, string>();
  const visit = async (folder: string): Promise<void> => {
    const entries = await readdir(ROOT + folder, { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder + entry.name;
      if (NOT_OURS.includes(entry.name) || entry.name.endsWith('.log')) continue;
      if (entry.isDirectory()) await visit(`${path}/`);
      else tree.set(path, await readText(ROOT + path));
    }
  };
  await visit('');
  return tree;
}

/** A copy of the project in which files are changed, added, or taken away where the new text is undefined. */
export function changed(tree: Tree, changes: Readonly<Record<string, string | undefined>>): Tree {
  const copy = new Map(tree);
  for (const [path, text] of Object.entries(changes)) {
    if (text === undefined) copy.delete(path);
    else copy.set(path, text);
  }
  return copy;
}

/** The text of a file that the project has. A mutation of a file that is gone would prove nothing, so it throws. */
export function textAt(tree: Tree, path: string): string {
  const text = tree.get(path);
  if (text === undefined) throw new Error(`tidy: the project has no ${path}`);
  return text;
}
