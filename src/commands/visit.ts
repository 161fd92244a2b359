// A visit to the record of a home, beside the node that may be running on it: its keys, its database, never its claim.
import type { VerifyEd25519 } from '../act/key.ts';
import { readSettings, type Settings } from '../node/config.ts';
import { type Identity, openIdentity } from '../node/identity.ts';
import { verifyEd25519 } from '../node/keys.ts';
import { Mirror } from '../node/mirror.ts';
import { openRecord } from '../node/ownrecord.ts';
import { ALLOWANCES } from '../node/store/allowances.ts';
import { connect, type Sql } from '../node/store/database.ts';
import { OTHER, readLogs } from '../node/store/record.ts';
import type { Unlock } from '../node/strongbox.ts';
import type { World } from './command.ts';
import { clockOf } from './house.ts';
import { lodge } from './lodging.ts';

/** What a visitor has. Everything it writes goes through the same locked head rows as the node's own writing. */
export interface Visit {
  readonly sql: Sql;
  readonly settings: Settings;
  readonly identity: Identity;
  readonly now: () => Date;
  readonly verify: VerifyEd25519;
  /** Entries of the counterpart held. */
  readonly held: () => Promise<number>;
}

/** Does `work` on the record of `home`; the database is started for it where no node runs. */
export async function visit(
  home: string,
  world: World,
  unlock: Unlock,
  work: (at: Visit) => Promise<number>,
): Promise<number> {
  const settings = await readSettings(home);
  const now = clockOf(settings);
  const identity = await openIdentity(home, settings, now(), unlock);
  const undo: (() => Promise<void>)[] = [async () => await Promise.resolve(identity.ring.close())];
  try {
    const lodging = await lodge(home, world, false);
    undo.push(lodging.leave);
    const sql = connect(lodging.place);
    undo.push(async () => await sql.end({ timeout: 5 }));
    await openRecord(sql, settings, identity);
    const held = async (): Promise<number> => (await readLogs(sql))[OTHER].size;
    return await work({ sql, settings, identity, now, verify: verifyEd25519, held });
  } finally {
    for (const step of undo.toReversed()) await step();
  }
}

/** A mirror that takes over, verifies and cosigns; judging is left to the node, which alone may answer by an act. */
export function mirrorOf({ sql, settings, identity, now, verify }: Visit): Mirror {
  return new Mirror({
    sql,
    epochs: identity.epochs[OTHER],
    ...identity.cosigners,
    verify,
    vault: identity.vault,
    now,
    allowances: settings.allowances ?? ALLOWANCES,
    judge: async () => (await readLogs(sql))[OTHER].folded,
    received: () => undefined,
    flooded: () => undefined,
  });
}
