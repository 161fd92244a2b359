// servanda restore: puts a backup into an empty home and database; the start-up gate does the rest.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { refuse } from '../act/refusal.ts';
import { fillDatabase, fillFolder, type Manifest, readBackup, readHome } from '../node/backup.ts';
import { FILES } from '../node/config.ts';
import { erasedListIn } from '../node/erasedlist.ts';
import { chunkFolderAt } from '../node/store/chunkfolder.ts';
import { connect, migrate, type Sql, transaction } from '../node/store/database.ts';
import { eraseAgain } from '../node/store/erased.ts';
import { claimHome } from '../node/store/home.ts';
import { scrub } from '../node/store/scrub.ts';
import { isTakenAlong } from './backup.ts';
import { type Command, EXIT, needed, textOf, type World } from './command.ts';
import { homeOf } from './house.ts';
import { lodge } from './lodging.ts';

const KEY_FILES: readonly string[] = [FILES.tlsKey, FILES.tlsCertificate];

/** Before anything is unpacked: a backup holds files of a home, and nothing that would be run or read elsewhere. */
function requireHomeFiles({ home, keys, sealed }: Manifest): void {
  const other = Object.keys(home).find((path) => !isTakenAlong(path, keys && sealed));
  if (other === undefined) return;
  throw refuse('backup-invalid', `The backup has a file that is none of a home: ${JSON.stringify(other)}.`);
}

/** What stands there already must be the same: another node's home is not written over. */
async function requireRoom(home: string, files: ReadonlyMap<string, Uint8Array>): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const [path, bytes] of files) {
    const kept = await readFile(join(home, path)).catch(() => undefined);
    if (kept === undefined) missing.push(path);
    else if (!kept.equals(bytes)) throw refuse('home-exists', `Restoring into ${home}, which has another ${path}.`);
  }
  return missing;
}

/** A node that starts without its keys would make new ones, and nobody would know it by them. */
async function requireKeys(home: string, manifest: Manifest): Promise<void> {
  if (manifest.keys) return;
  const ring = await readdir(join(home, FILES.keys)).catch((): string[] => []);
  const files = await readdir(home).catch((): string[] => []);
  if (ring.length > 0 && KEY_FILES.every((name) => files.includes(name))) return;
  const what = `${FILES.keys}, ${KEY_FILES.join(', ')}, ${FILES.bundleKey} and ${FILES.vault}`;
  throw refuse('backup-invalid', `The backup is without keys, and so is ${home}: put ${what} there first.`);
}

export const restore: Command = {
  name: 'restore',
  form: '--home DIR --from DIR [--identity FILE]',
  summary:
    'Puts a backup into an empty home and an empty database, all of it or nothing, after hashing every file. When\n' +
    'the node then runs it asks its counterpart what it had signed since, and fetches that before it signs again.',
  options: [
    { name: 'home', value: 'DIR', help: 'Home of the node. Default: .servanda in the current folder.' },
    { name: 'from', value: 'DIR', help: 'The folder of the backup.' },
    { name: 'identity', value: 'FILE', help: 'The age identity that opens a sealed backup.' },
  ],
  run: async (said, world) => {
    const home = homeOf(textOf(said, 'home'), world);
    const folder = resolve(world.cwd, needed(said, 'from'));
    const manifest = await readBackup(folder);
    requireHomeFiles(manifest);
    const file = textOf(said, 'identity');
    if (manifest.sealed && file === undefined) throw refuse('usage', 'The backup is sealed: give --identity.');
    const identities = manifest.sealed ? await readFile(resolve(world.cwd, file ?? ''), 'utf8') : undefined;
    const files = await readHome(folder, manifest, identities);
    const missing = await requireRoom(home, files);
    await requireKeys(home, manifest);
    await mkdir(home, { recursive: true });
    const claim = await claimHome(home);
    const undo: (() => Promise<void>)[] = [async () => await claim.release()];
    try {
      const lodging = await lodge(home, world, true);
      undo.push(lodging.leave);
      const sql = connect(lodging.place);
      undo.push(async () => await sql.end({ timeout: 5 }));
      await fillDatabase(sql, folder, manifest, identities);
      await eraseWhatCame(sql, home, world);
      await fillFolder(sql, folder, chunkFolderAt(join(home, FILES.files)));
      for (const path of missing) await writePrivate(join(home, path), files.get(path) ?? new Uint8Array());
    } finally {
      for (const step of undo.toReversed()) await step();
    }
    const sizes = manifest.logs.map(({ origin, size }) => `${size} entries of ${origin}`).join(' and ');
    world.print(`Restored ${sizes}, as of ${manifest.at}, into ${home}.`);
    return EXIT.done;
  },
};

/** What the list in the home says was erased is not brought back: it goes before anybody can look. */
async function eraseWhatCame(sql: Sql, home: string, world: World): Promise<void> {
  // The backup may be older than the table in which erasures are kept.
  await migrate(sql);
  const listed = await erasedListIn(join(home, FILES.erased)).read();
  const back = await transaction(sql, async (tx) => await eraseAgain(tx, listed, new Date()));
  if (back.length === 0) return;
  await scrub(sql);
  world.print(`Erased again the parts of ${back.length} acts.`);
}

async function writePrivate(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    await writeFile(path, bytes, { mode: 0o600, flag: 'wx', flush: true });
  } catch (cause) {
    await rm(path, { force: true });
    throw cause;
  }
}
