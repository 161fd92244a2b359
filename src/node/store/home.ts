// A home belongs to one live process: the claim that says so, and what becomes of the claims of the dead.
import { randomInt } from 'node:crypto';
import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { refuse } from '../../act/refusal.ts';
import { bootId, isRunning, type ProcessSeen, processOf, startedAt } from './proc.ts';

const CLAIMS = 'claims';
const CLAIM = /^(\d{1,10})\.(\d{1,20})\.([0-9a-z-]{1,40})$/;
// Two that claim at the same instant both step back; by the last attempt they have met somebody who holds.
const ATTEMPTS = 6;

/** A home held by this process until it is released or the process ends, however it ends. */
export interface HomeClaim {
  readonly home: string;
  release(): Promise<void>;
}

interface Claim extends ProcessSeen {
  readonly file: string;
  readonly boot: string;
}

async function claimsIn(folder: string): Promise<readonly Claim[]> {
  return (await readdir(folder)).flatMap((file) => {
    const [, pid, start, boot] = CLAIM.exec(file) ?? [];
    return pid && start && boot ? [{ file, pid: Number(pid), start, boot }] : [];
  });
}

async function firstLiveOther(folder: string, own: string, boot: string): Promise<Claim | undefined> {
  for (const claim of await claimsIn(folder)) {
    if (claim.file === own) continue;
    if (claim.boot === boot && (await isRunning(claim))) return claim;
    // The name is the whole claim: what is dead under this name stays dead, so anyone may clear it at any time.
    await rm(join(folder, claim.file), { force: true });
  }
  return undefined;
}

async function inUse(home: string, holder: ProcessSeen): Promise<Error> {
  const since = await startedAt(holder);
  const started = since === undefined ? '' : `, started ${since}`;
  return refuse('home-in-use', `The home ${home} is used by process ${holder.pid}${started}.`);
}

async function put(path: string): Promise<boolean> {
  try {
    await (await open(path, 'wx', 0o644)).close();
    return true;
  } catch (cause) {
    if ((cause as { code?: string }).code === 'EEXIST') return false;
    throw cause;
  }
}

/**
 * Claims `home` for this process, making the folder where there is none; `home-in-use` while another live process
 * (or another part of this one) holds it. A claim is an empty file `claims/<pid>.<start>.<boot>`, so it cannot be half
 * written and it ends with its process, kill -9 and power cuts included. Each puts its own before it looks for
 * others: of two at the same instant at least one sees the other.
 */
export async function claimHome(home: string): Promise<HomeClaim> {
  const folder = join(home, CLAIMS);
  await mkdir(folder, { recursive: true });
  const self = await processOf(process.pid);
  if (self === undefined) throw new Error('home: the operating system does not know this process');
  const boot = await bootId();
  const own = `${self.pid}.${self.start}.${boot}`;
  let holder: Claim | undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (!(await put(join(folder, own)))) throw await inUse(home, self);
    holder = await firstLiveOther(folder, own, boot);
    if (holder === undefined) {
      return { home, release: () => rm(join(folder, own), { force: true }) };
    }
    await rm(join(folder, own), { force: true });
    await wait(randomInt(10, 60));
  }
  if (holder === undefined) throw new Error('home: no attempt was made');
  throw await inUse(home, holder);
}
