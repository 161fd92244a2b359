// The database of a home: one that is given, or the embedded cluster in it.
import { connect, ensureDatabase, type Place } from '../node/store/database.ts';
import { openCluster } from '../node/store/postgres.ts';
import type { World } from './command.ts';

const DATABASE = 'servanda';
/** The database under the role of the public: for a server that is given, the operator gives that address as well. */
export const PUBLIC_URL = 'PUBLIC_DATABASE_URL';

/** A database that is there for as long as it is needed. */
export interface Lodging {
  readonly place: Place;
  readonly leave: () => Promise<void>;
}

/**
 * The database of a home: the one of DATABASE_URL, or the embedded cluster in the home. Whoever has claimed the home
 * stops the cluster when leaving, also one that a crash left running; a visitor stops only what it started itself.
 */
export async function lodge(home: string, world: World, claimed: boolean): Promise<Lodging> {
  const url = world.env['DATABASE_URL'];
  if (url !== undefined && url !== '') return { place: { url }, leave: async () => await Promise.resolve() };
  const cluster = await openCluster({ home, say: world.say });
  const admin = connect(cluster.options('postgres'));
  try {
    await ensureDatabase(admin, DATABASE);
  } finally {
    await admin.end({ timeout: 5 });
  }
  return {
    place: cluster.options(DATABASE),
    leave: async () => {
      if (claimed || cluster.found !== 'running') await cluster.stop();
    },
  };
}
