// The two homes of a measurement: made, pinned to each other, opened, and cleared away whatever happens.
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Agreement, readAgreement } from '../src/agreement/agreement.ts';
import { agreementFiles } from '../src/commands/house.ts';
import { type Settings, writeSettings } from '../src/node/config.ts';
import { makeCard, pinCounterpart } from '../src/node/identity.ts';

const COUNTERPART = fileURLToPath(new URL('./counterpart.ts', import.meta.url));
const AGREEMENT = 'ua-al-2025';

export type Side = 'ua' | 'al';

/** Two homes pinned to each other; nothing of either runs yet. */
export interface Pair {
  readonly agreement: Agreement;
  readonly homes: Readonly<Record<Side, string>>;
  readonly settings: Readonly<Record<Side, Settings>>;
}

/** The counterpart as a process of its own, as in life. */
export interface Counterpart {
  readonly pid: number;
  readonly end: () => Promise<void>;
}

export async function freePort(): Promise<number> {
  return await new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** Makes two homes, lends them to `work`, and clears them away. Whatever `work` starts it must end itself. */
export async function withPair<T>(work: (pair: Pair) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'servanda-bench-'));
  // The account of the database passes through, so that its files stay in the home and go with it.
  await chmod(folder, 0o711);
  try {
    return await work(await makePair(folder));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function makePair(folder: string): Promise<Pair> {
  const agreement = readAgreement(await agreementFiles(AGREEMENT));
  const homes = { ua: join(folder, 'ua'), al: join(folder, 'al') };
  const settingsOf = async (side: Side): Promise<Settings> => ({
    version: 1,
    side,
    agreement: agreement.id,
    host: `${side}.example`,
    epoch: 1,
    exercise: true,
    web: 0,
    wire: await freePort(),
    clockOffset: 0,
  });
  const settings = { ua: await settingsOf('ua'), al: await settingsOf('al') };
  for (const side of ['ua', 'al'] as const) await writeSettings(homes[side], settings[side]);
  for (const side of ['ua', 'al'] as const) await chmod(homes[side], 0o711);
  const cardOf = async (side: Side) =>
    await makeCard(homes[side], settings[side], `https://127.0.0.1:${settings[side].wire}`, new Date());
  await pinCounterpart(homes.ua, settings.ua, await cardOf('al'));
  await pinCounterpart(homes.al, settings.al, await cardOf('ua'));
  return { agreement, homes, settings };
}

/** Starts the counterpart on its home; it is ready when this returns. */
export async function startCounterpart(home: string): Promise<Counterpart> {
  const args = [...process.execArgv.filter((one) => !one.startsWith('--cpu-prof')), COUNTERPART, home];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`bench: the counterpart ended with ${String(code)}`)));
  });
  const end = async (): Promise<void> => {
    child.stdin.end();
    await gone;
  };
  return { pid: child.pid ?? 0, end };
}
