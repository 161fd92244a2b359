// Under which account the database server runs: PostgreSQL refuses root, so root lends it an unprivileged one.
import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Numeric user and group. `lent` says that it is not the account of this process. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
  readonly lent: boolean;
}

// The kernel's overflow id, "nobody" on every Linux, for a system without a user list.
const NOBODY = 65_534;
const EXECUTE = { owner: 0o100, group: 0o010, other: 0o001 } as const;

/** Our own account; for root that of the user `postgres`, else of `nobody`, else number 65534. */
export async function serverAccount(): Promise<Account> {
  const uid = process.getuid?.();
  const gid = process.getgid?.();
  if (uid === undefined || gid === undefined) throw new Error('account: this system has no numeric users');
  if (uid !== 0) return { uid, gid, lent: false };
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '');
  for (const name of ['postgres', 'nobody']) {
    const found = new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, 'm').exec(users);
    const ids = { uid: Number(found?.[1] ?? 0), gid: Number(found?.[2] ?? 0) };
    if (ids.uid !== 0 && ids.gid !== 0) return { ...ids, lent: true };
  }
  return { uid: NOBODY, gid: NOBODY, lent: true };
}

/**
 * Whether `account` can pass through `folder` and every folder above it. Judged by mode bits alone: where an access
 * list grants more, the answer is still no, and the caller goes elsewhere.
 */
export async function canEnter(account: Account, folder: string): Promise<boolean> {
  if (!account.lent) return true;
  for (let path = await realpath(folder); ; path = dirname(path)) {
    const { uid, gid, mode } = await stat(path);
    const bit = uid === account.uid ? EXECUTE.owner : gid === account.gid ? EXECUTE.group : EXECUTE.other;
    if ((mode & bit) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

/** Environment of the server's programs: nothing of ours, so that no PGDATA or LD_PRELOAD reaches them. */
export function plainEnvironment(home: string): NodeJS.ProcessEnv {
  return { HOME: home, PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C', LC_ALL: 'C', TZ: 'UTC' };
}
