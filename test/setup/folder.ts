// Where the tests keep databases: in memory where there is room, so that a busy disk does not slow hundreds of syncs.
import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';

const MEMORY = '/dev/shm';
// Two clusters with all the log they may keep, and the databases of every file. A container often has 64 MB there.
const NEEDED_BYTES = 2 * 1024 ** 3;

/** An existing folder for temporary homes. The tests kill processes, never the machine, so memory keeps enough. */
export async function databaseFolder(): Promise<string> {
  const room = await statfs(MEMORY).catch(() => undefined);
  return room !== undefined && room.bavail * room.bsize >= NEEDED_BYTES ? MEMORY : tmpdir();
}
