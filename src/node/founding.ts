// The founding of a record: the participant itself admits the first keys of its treaty office and of its node.
import { seenOf } from '../act/act.ts';
import { formatKey } from '../act/key.ts';
import { ACTS } from '../act/keys.ts';
import { KEY_ADMITTED } from '../act/kinds.ts';
import type { Part } from '../act/part.ts';
import { nodeBody, rootBody } from '../agreement/mandate.ts';
import { emptyRoot } from '../log/tree.ts';
import { admittedKey, type Identity, newKeyFor, signerFor } from './identity.ts';
import { numberAfter, speak, type SpeechRoom } from './speech.ts';
import type { Sql } from './store/database.ts';
import { countOf, OWN, readLogs } from './store/record.ts';

export interface Founding extends SpeechRoom {
  readonly sql: Sql;
  readonly identity: Identity;
  readonly now: () => Date;
  readonly record: (given: { readonly bytes: Uint8Array; readonly parts: readonly Part[] }) => Promise<number>;
}

/**
 * Admits a key of the treaty office, entry 0 of its log, and one of the node, unless each has one. After a crash
 * between the two it is simply done again.
 */
export async function foundRecord(founding: Founding): Promise<void> {
  const { sql, identity, settings, agreement } = founding;
  const [own] = await readLogs(sql);
  if (own.size === 0) await admit(founding, agreement.participant(settings.side).treatyOffice.body);
  const node = nodeBody(settings.side);
  if ((await admittedKey(identity, sql, node)) === undefined) await admit(founding, node);
}

async function admit(founding: Founding, holder: string): Promise<void> {
  const { sql, identity, settings, agreement } = founding;
  const [own, other] = await readLogs(sql);
  const at = `${founding.now().toISOString().slice(0, 19)}Z`;
  const year = at.slice(0, 4);
  const key = await newKeyFor(identity, sql, holder, year);
  const by = rootBody(settings.side);
  const said = await speak(founding, {
    kind: KEY_ADMITTED,
    by,
    at,
    number: numberAfter(`${settings.side.toUpperCase()}-ROOT-${year}-`, await countOf(sql, by)),
    to: [agreement.participant(other.side).treatyOffice.body],
    subject: key.key.name,
    re: [],
    seen: seenOf(other.origin, 0, emptyRoot()),
    body: { holder, key: formatKey(key.key), use: ACTS },
    signer: await signerFor(identity, sql, by),
  });
  if ((await readLogs(sql))[OWN].size === own.size) await founding.record(said);
}
