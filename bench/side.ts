// A node of a measurement: on an embedded cluster of its own, with a kind that can be said any number of times.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Register } from '../src/act/register.ts';
import { type Agreement, readAgreement } from '../src/agreement/agreement.ts';
import type { Area } from '../src/area.ts';
import { AREAS } from '../src/areas/index.ts';
import { agreementFiles } from '../src/commands/house.ts';
import { readSettings, type Settings } from '../src/node/config.ts';
import { openIdentity } from '../src/node/identity.ts';
import { openNode, type Running } from '../src/node/node.ts';
import { connect, ensureDatabase } from '../src/node/store/database.ts';
import { openCluster } from '../src/node/store/postgres.ts';
import { MEASURE_FILED, MEASURE_TAKEN } from './kinds.ts';

const counted: Register = {
  name: 'bench',
  subjects: (act) => (act.header.kind === MEASURE_TAKEN.id ? [act.header.subject] : []),
  initial: () => 0,
  step: (state) => (state as number) + 1,
};

const AREA: Area = {
  name: 'bench',
  kinds: [MEASURE_TAKEN, MEASURE_FILED].map((kind) => {
    return { kind, title: 'bench', judge: undefined, note: undefined, tell: () => [] };
  }),
  registers: [counted as unknown as Register<never>],
  forms: [],
  duties: async () => await Promise.resolve([]),
  pages: [],
  words: { bench: { en: '{side} measured', uk: '{side}: виміряно', sq: '{side} mati' } },
};

export interface SideRead {
  readonly settings: Settings;
  readonly agreement: Agreement;
}

export async function readSide(home: string): Promise<SideRead> {
  const settings = await readSettings(home);
  return { settings, agreement: readAgreement(await agreementFiles(settings.agreement)) };
}

/** A node that runs, with the process of its database. */
export interface Side extends Running {
  readonly databasePid: number;
}

/**
 * Opens the node in `home`. `alone` says that no counterpart will answer: the gate is opened by hand. `also` is what a
 * measurement gives the node beside.
 */
export async function openSide(
  home: string,
  { settings, agreement }: SideRead,
  alone = false,
  also: Partial<Parameters<typeof openNode>[0]> = {},
): Promise<Side> {
  const cluster = await openCluster({ home });
  const admin = connect(cluster.options('postgres'));
  await ensureDatabase(admin, 'bench').finally(() => admin.end({ timeout: 5 }));
  const running = await openNode({
    settings,
    identity: await openIdentity(home, settings, new Date()),
    database: cluster.options('bench'),
    agreement,
    areas: [...AREAS, AREA],
    officials: [],
    now: () => new Date(),
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    wireHost: '127.0.0.1',
    confirmed: alone ? 0 : undefined,
    files: join(home, 'files'),
    say: () => undefined,
    ...also,
  });
  return {
    ...running,
    databasePid: cluster.pid,
    stop: async () => {
      await running.stop();
      await cluster.stop();
    },
  };
}
