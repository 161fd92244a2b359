// One PostgreSQL for the whole run: that of DATABASE_URL, or an embedded one in a temporary home; and the template.
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect, ensureDatabase, migrate, type Place } from '../../src/node/store/database.ts';
import { claimHome } from '../../src/node/store/home.ts';
import { openCluster } from '../../src/node/store/postgres.ts';
import { databaseFolder } from './folder.ts';

// Every worker may have two nodes with a full pool each, and the cluster keeps three for the superuser.
const CONNECTIONS = 200;
const HOMES = 'servanda-test-';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the server's `postgres` database is, and the name of the migrated template made for this run. */
    readonly database: { readonly admin: Place; readonly template: string };
  }
}

/** The same server, another database. */
export function placeOf(server: Place, database: string): Place {
  if (!('url' in server)) return { ...server, database };
  const url = new URL(server.url);
  url.pathname = `/${database}`;
  return { url: url.href };
}

async function makeTemplate(admin: Place, template: string): Promise<() => Promise<void>> {
  const asking = connect(admin);
  await ensureDatabase(asking, template);
  const sql = connect(placeOf(admin, template));
  await migrate(sql);
  // A template can only be copied while nobody is connected to it.
  await sql.end({ timeout: 5 });
  return async () => {
    await asking.unsafe(`drop database if exists ${template}`);
    await asking.end({ timeout: 5 });
  };
}

/** Stops and removes what runs that were killed left behind. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(HOMES)) continue;
    const home = join(folder, name);
    try {
      // One that was never claimed is just being made by another run.
      if ((await readdir(join(home, 'claims'))).length === 0) continue;
      const claim = await claimHome(home);
      const left = await openCluster({ home });
      await left.stop();
      await claim.release();
      await rm(home, { recursive: true, force: true });
    } catch {
      // Held by a run that lives, or not ours: neither is anything to us.
    }
  }
}

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const template = `servanda_template_${randomBytes(6).toString('hex')}`;
  const given = process.env['DATABASE_URL'];
  if (given !== undefined && given !== '') {
    const admin: Place = { url: given };
    const drop = await makeTemplate(admin, template);
    provide('database', { admin, template });
    return drop;
  }
  const folder = await databaseFolder();
  await sweep(folder);
  const home = await mkdtemp(join(folder, HOMES));
  await claimHome(home);
  // Under root the server has another account, and mkdtemp closes the folder to it.
  await chmod(home, 0o755);
  const cluster = await openCluster({ home, connections: CONNECTIONS });
  const admin = cluster.options('postgres');
  const drop = await makeTemplate(admin, template);
  provide('database', { admin, template });
  return async () => {
    await drop();
    await cluster.stop();
    await rm(home, { recursive: true, force: true });
  };
}
