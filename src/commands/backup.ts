// servanda backup: the node as it stands at one instant, written to a folder while it runs.
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { refuse } from '../act/refusal.ts';
import { writeBackup } from '../node/backup.ts';
import { nextFiles } from '../node/certificate.ts';
import { FILES, readSettings } from '../node/config.ts';
import { connect } from '../node/store/database.ts';
import { type Command, EXIT, needed, textOf } from './command.ts';
import { clockOf, homeOf, lodge } from './house.ts';

const PUBLIC = [FILES.settings, FILES.card, FILES.counterpart];
/** What only this node may have, beside the folder of its keys. */
const PRIVATE = [FILES.tlsKey, FILES.tlsCertificate, FILES.bundleKey];

/** The files of a home that a backup takes along, by path in it. */
async function homeFiles(home: string, keys: boolean): Promise<ReadonlyMap<string, Uint8Array>> {
  const ring = keys ? (await readdir(join(home, FILES.keys))).map((name) => `${FILES.keys}/${name}`).sort() : [];
  const found = new Map<string, Uint8Array>();
  for (const path of [...PUBLIC, ...(keys ? [...PRIVATE, ...Object.values(nextFiles(''))] : []), ...ring]) {
    const bytes = await readFile(join(home, path)).catch((cause: unknown) => {
      if ((cause as { code?: string }).code === 'ENOENT') return undefined;
      throw cause;
    });
    if (bytes !== undefined) found.set(path, bytes);
  }
  return found;
}

export const backup: Command = {
  name: 'backup',
  form: '--home DIR --to DIR [--seal-to RECIPIENT [--keys]]',
  summary:
    'Writes both logs, parts, registers and drafts as they stand at one instant into a new folder. The node may be\n' +
    'running. Keys are left out unless asked for, and then the backup must be sealed.',
  options: [
    { name: 'home', value: 'DIR', help: 'Home of the node. Default: .servanda in the current folder.' },
    { name: 'to', value: 'DIR', help: 'The folder to make.' },
    { name: 'seal-to', value: 'RECIPIENT', help: 'Seals every file to this age recipient, age1...' },
    { name: 'keys', help: 'Takes the keys along: whoever opens the backup can speak for this node.' },
  ],
  run: async (said, world) => {
    const home = homeOf(textOf(said, 'home'), world);
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
      const room = { sql, agreement, side, home: files, keys, recipient, now: clockOf(settings) };
      const made = await writeBackup(room, target);
      const sizes = made.logs.map(({ origin, size }) => `${size} entries of ${origin}`).join(' and ');
      const bytes = Object.values(made.files).reduce((sum, file) => sum + file.bytes, 0);
      world.print(`Wrote ${sizes}, ${bytes} bytes, ${keys ? 'with' : 'without'} keys, to ${target}.`);
      return EXIT.done;
    } finally {
      await sql.end({ timeout: 5 });
      await lodging.leave();
    }
  },
};
