// Makes the vectors that are kept here: `npx tsx test/vectors/make.ts` writes them, and a test compares them.
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { actFiles } from './make.acts.ts';
import { refusalFiles } from './make.refusals.ts';

/** Every file of vectors, by its path from this folder. The same at each making: no clock and no chance is asked. */
export function vectorFiles(): ReadonlyMap<string, string> {
  return new Map([...actFiles(), ...refusalFiles()]);
}

async function write(): Promise<void> {
  for (const [path, text] of vectorFiles()) {
    const file = new URL(path, import.meta.url);
    await mkdir(new URL('.', file), { recursive: true });
    await writeFile(file, text);
  }
}

// Only where it is run, not where a test reads it.
if (process.argv[1] === fileURLToPath(import.meta.url)) await write();
