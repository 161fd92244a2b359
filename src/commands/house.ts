// The house as it stands on a machine: its agreements, its homes, its clock, its address.
import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { refuse } from '../act/refusal.ts';
import type { Settings } from '../node/config.ts';
import type { World } from './command.ts';

const AGREEMENTS = new URL('../../agreements/', import.meta.url);
/** The wire and the windows listen on this machine alone; what stands in front of them decides who else comes. */
export const HOST = '127.0.0.1';

/** Ids of the agreements this house holds. */
export async function agreementIds(): Promise<readonly string[]> {
  const entries = await readdir(AGREEMENTS, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The data files of an agreement, by name. */
export async function agreementFiles(id: string): Promise<Readonly<Record<string, string>>> {
  if (!(await agreementIds()).includes(id))
    throw refuse('agreement-unknown', `There is no agreement ${id} in this house.`);
  const folder = new URL(`${id}/`, AGREEMENTS);
  const names = (await readdir(folder)).filter((name) => /\.(yaml|md|csv|txt)$/.test(name));
  const texts = await Promise.all(
    names.map(async (name) => [name, await readFile(new URL(name, folder), 'utf8')] as const),
  );
  return Object.fromEntries(texts);
}

/** The clock of a node: a demonstration may run ahead or behind. */
export function clockOf(settings: Settings): () => Date {
  const offset = settings.exercise ? settings.clockOffset : 0;
  return () => new Date(Date.now() + offset);
}

/** The path of a home as given, or where it is by default. */
export function homeOf(given: string | undefined, world: World): string {
  return resolve(world.cwd, given ?? '.servanda');
}
