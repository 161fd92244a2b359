// servanda backup: the node as it stands at one instant, written to a folder while it runs.
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Refusal, refuse } from '../act/refusal.ts';
import { heldStill, readManifest, writeBackup } from '../node/backup.ts';
import { nextFiles } from '../node/certificate.ts';
import { FILES, readSettings } from '../node/config.ts';
import { chunkFolderAt } from '../node/store/chunkfolder.ts';
import { connect } from '../node/store/database.ts';
import { readErasedSaid } from '../node/store/erased.ts';
import { readLogs } from '../node/store/record.ts';
import { type Command, EXIT, needed, textOf, type World } from './command.ts';
import { clockOf, homeOf } from './house.ts';
import { lodge } from './lodging.ts';

const PUBLIC = [FILES.settings, FILES.card, FILES.counterpart];
/** What only this node may have, beside the folder of its keys. */
const PRIVATE = [FILES.tlsKey, FILES.tlsCertificate, FILES.bundleKey, FILES.vault];

/** Whether a backup with or without `keys` has a file of that path: nothing else is put into a home. */
export function isTakenAlong(path: string, keys: boolean): boolean {
  const names = [...PUBLIC, ...(keys ? [...PRIVATE, ...Object.values(nextFiles(''))] : [])];
  const [folder, name, ...more] = path.split('/');
  if (name === undefined) return names.includes(path);
  const isFolder = (keys && folder === FILES.keys) || folder === FILES.ceremony;
  return isFolder && more.length === 0 && /^[^.\\\p{Cc}][^\\\p{Cc}]*$/u.test(name);
}

/** The files of a home that a backup takes along, by path in it. */
async function homeFiles(home: string, keys: boolean): Promise<ReadonlyMap<string, Uint8Array>> {
  const ring = keys ? (await readdir(join(home, FILES.keys))).map((name) => `${FILES.keys}/${name}`).sort() : [];
  // What waits for the root, and what it has signed and was not recorded yet: a draft in the database waits for it.
  const asked = await readdir(join(home, FILES.ceremony)).catch((): string[] => []);
  const jsons = asked.filter((name) => name.endsWith('.json')).sort();
  const ceremony = jsons.map((name) => `${FILES.ceremony}/${name}`);
  const found = new Map<string, Uint8Array>();
  const secret = keys ? [...PRIVATE, ...Object.values(nextFiles(''))] : [];
  for (const path of [...PUBLIC, ...ceremony, ...secret, ...ring]) {
    const bytes = await readFile(join(home, path)).catch((cause: unknown) => {
      if ((cause as { code?: string }).code === 'ENOENT') return undefined;
      throw cause;
    });
    if (bytes !== undefined) found.set(path, bytes);
  }
  return found;
}

/** Folders of backups: the one named, or those in it. */
async function backupsIn(folder: string): Promise<readonly string[]> {
  const inside = (await readdir(folder, { withFileTypes: true })).filter((one) => one.isDirectory());
  return [folder, ...inside.map(({ name }) => join(folder, name)).sort()];
}

/** Says of each backup in a folder as of when it is, and what it still holds that was erased since. */
async function list(home: string, folder: string, world: World): Promise<number> {
  const lodging = await lodge(home, world, false);
  const sql = connect(lodging.place);
  try {
    const logs = await readLogs(sql);
    const erased = await readErasedSaid(sql);
    const origins = [logs[0].origin, logs[1].origin] as const;
    let found = 0;
    for (const one of await backupsIn(folder)) {
      const manifest = await readManifest(one).catch((cause: unknown) => {
        if (cause instanceof Refusal && cause.code === 'backup-invalid') return undefined;
        throw cause;
      });
      if (manifest === undefined) continue;
      found += 1;
      const held = heldStill(manifest, erased, origins);
      const named = held.map(({ log, idx, at }) => {
        return `${logs[log].side.toUpperCase()} ${idx} (${at.toISOString().slice(0, 19)}Z)`;
      });
      const still = held.length === 0 ? 'nothing that was erased since' : `parts erased since: ${named.join(', ')}`;
      world.print(`${one}: as of ${manifest.at}; holds ${still}.`);
    }
    world.print(`${found} backups, ${erased.length} acts erased.`);
    return EXIT.done;
  } finally {
    await sql.end({ timeout: 5 });
    await lodging.leave();
  }
}

export const backup: Command = {
  name: 'backup',
  form: '--home DIR --to DIR [--seal-to RECIPIENT [--keys]] | --home DIR --list DIR',
  summary:
    'Writes both logs, parts, registers and drafts as they stand at one instant into a new folder. The node may be\n' +
    'running. Keys are left out unless asked for, and then the backup must be sealed.',
  options: [
    { name: 'home', value: 'DIR', help: 'Home of the node. Default: .servanda in the current folder.' },
    { name: 'to', value: 'DIR', help: 'The folder to make.' },
    { name: 'seal-to', value: 'RECIPIENT', help: 'Seals every file to this age recipient, age1...' },
    { name: 'list', value: 'DIR', help: 'Names the backups in DIR, and what each still holds that was erased since.' },
    { name: 'keys', help: 'Takes the keys along: whoever opens the backup can speak for this node.' },
  ],
  run: async (said, world) => {
    const home = homeOf(textOf(said, 'home'), world);
    const listed = textOf(said, 'list');
    if (listed !== undefined) return await list(home, resolve(world.cwd, listed), world);
    const target = resolve(world.cwd, needed(said, 'to'));
    const recipient = textOf(said, 'seal-to');
    const keys = said.options['keys'] === true;
    if (keys && recipient === undefined) throw refuse('usage', '--keys goes only with --seal-to.');
    const settings = await readSettings(home);
    const files = await homeFiles(home, keys);
    const lodging = await lodge(home, world, false);
    const sql = connect(lodging.place);
    try {
      const { agreement, side } = settings;
      const chunks = chunkFolderAt(join(home, FILES.files));
      const room = { sql, agreement, side, home: files, chunks, keys, recipient, now: clockOf(settings) };
      const made = await writeBackup(room, target);
      const sizes = made.logs.map(({ origin, size }) => `${size} entries of ${origin}`).join(' and ');
      const bytes = Object.values(made.files).reduce((sum, file) => sum + file.bytes, 0);
      world.print(`Wrote ${sizes}, ${bytes} bytes, ${keys ? 'with' : 'without'} keys, to ${target}.`);
      if (made.chunks !== undefined) world.print(`With it lie ${made.chunks} sealed chunks of files.`);
      return EXIT.done;
    } finally {
      await sql.end({ timeout: 5 });
      await lodging.leave();
    }
  },
};
