// Shares of a secret as files: a key is written to several hands, and restored from enough of them.
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { sameBytes } from '../act/bytes.ts';
import { refuse } from '../act/refusal.ts';
import { combineShares, formatShare, markOf, parseShare, splitSecret } from '../act/share.ts';
import { needed, type Option, type Said, textOf, type World } from './command.ts';

/** Options of every command that splits a key. */
export const SHARE_OPTIONS: readonly Option[] = [
  { name: 'out', value: 'DIR', help: 'Folder to write the shares to.' },
  { name: 'shares', value: 'N', help: 'How many shares to write. Default: 3.' },
  { name: 'need', value: 'N', help: 'How many of them restore the key. Default: 2.' },
];

/** A key about to be split: its name, its written public half, its raw public bytes, and 32 secret ones. */
export interface Splitting {
  readonly name: string;
  readonly written: string;
  readonly public: Uint8Array;
  readonly secret: Uint8Array;
}

function countOf(said: Said, name: string, otherwise: number): number {
  const text = textOf(said, name) ?? String(otherwise);
  if (!/^\d{1,2}$/.test(text)) throw refuse('usage', `--${name} ${text} is no number of shares.`);
  return Number(text);
}

/** Writes the shares, a file each, and says the key. Refuses a folder in which shares lie already. */
export async function writeShares(key: Splitting, said: Said, world: World): Promise<void> {
  const folder = resolve(world.cwd, needed(said, 'out'));
  const [count, threshold] = [countOf(said, 'shares', 3), countOf(said, 'need', 2)];
  const random = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));
  const shares = splitSecret(key.secret, { threshold, count, mark: markOf(key.public) }, random);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const share of shares) {
    const path = join(folder, `share-${share.index}.txt`);
    const head = `Share ${share.index} of ${count} of ${key.name}; any ${threshold} restore it.`;
    const text = `${head}\n${key.written}\n\n${formatShare(share)}\n`;
    await writeFile(path, text, { mode: 0o600, flag: 'wx', flush: true }).catch((cause: Error) => {
      throw refuse('usage', `Writing ${path}: ${cause.message}.`, cause);
    });
    // Read again before anything else is done: a share that cannot be read restores nothing.
    parseShare(await sharesLine(path));
  }
  world.print(`${count} shares in ${folder}, any ${threshold} restore the key. Give each to another hand, on paper.`);
  world.print(key.written);
}

/** The groups of a share: a file as written here, or one in which somebody typed them alone. */
async function sharesLine(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((cause: Error) => {
    throw refuse('share-malformed', `Reading ${path}: ${cause.message}.`, cause);
  });
  const empty = text.trimEnd().lastIndexOf('\n\n');
  return empty < 0 ? text : text.slice(empty);
}

/** What shares restore: the secret, and the mark of the key that it must be of. */
export interface Restored {
  readonly secret: Uint8Array;
  readonly mark: Uint8Array;
}

/** The secret of these share files. `share-malformed`. */
export async function readShares(paths: readonly string[], world: World): Promise<Restored> {
  const shares = await Promise.all(paths.map(async (path) => parseShare(await sharesLine(resolve(world.cwd, path)))));
  const secret = combineShares(shares);
  return { secret, mark: shares[0]?.mark ?? secret };
}

/** `share-malformed` unless the raw public key is that of which the shares were made. */
export function requireMark(key: Uint8Array, { mark }: Restored): void {
  if (sameBytes(markOf(key), mark)) return;
  throw refuse('share-malformed', 'What the shares restore is not the key that they were made of.');
}
