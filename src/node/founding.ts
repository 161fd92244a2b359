// The founding of a record: the participant itself admits the first keys of its treaty office and of its node.
import { type ActHeader, seenOf } from '../act/act.ts';
import { decode } from '../act/canonical.ts';
import { formatKey, type SigningKey } from '../act/key.ts';
import { ACTS } from '../act/keys.ts';
import { KEY_ADMITTED } from '../act/kinds.ts';
import type { Part } from '../act/part.ts';
import { refuse } from '../act/refusal.ts';
import { nodeBody, rootBody } from '../agreement/mandate.ts';
import { emptyRoot } from '../log/tree.ts';
import { admittedKey, type Identity, newKeyFor } from './identity.ts';
import { compose, numberAfter, speak, type Speech, type SpeechRoom } from './speech.ts';
import type { Sql } from './store/database.ts';
import { countOf, OWN, readLogs } from './store/record.ts';

export interface Founding extends SpeechRoom {
  readonly sql: Sql;
  readonly identity: Identity;
  readonly now: () => Date;
  readonly say: (line: string) => void;
  readonly record: (given: { readonly bytes: Uint8Array; readonly parts: readonly Part[] }) => Promise<number>;
}

/**
 * Admits a key of the treaty office, entry 0 of its log, and one of the node, unless each has one. After a crash
 * between the two it is simply done again. Where the root lies elsewhere both are asked of it; `root-needed` until they
 * have come back.
 */
export async function foundRecord(founding: Founding): Promise<void> {
  const { sql, identity, settings, agreement } = founding;
  const [own] = await readLogs(sql);
  const office = agreement.participant(settings.side).treatyOffice.body;
  const node = nodeBody(settings.side);
  const missing = [
    ...(own.size === 0 ? [office] : []),
    ...((await admittedKey(identity, sql, node)) === undefined ? [node] : []),
  ];
  if (identity.root !== undefined) for (const holder of missing) await admit(founding, holder, identity.root);
  else if (missing.length > 0) await askRoot(founding, missing);
}

async function askRoot(founding: Founding, holders: readonly string[]): Promise<void> {
  const { identity, say } = founding;
  const asked = (await identity.ceremony.waiting()).map(({ text }) => headerIn(text).subject);
  let after = asked.length;
  for (const holder of holders) {
    if (asked.some((subject) => subject.startsWith(`${holder}/`))) continue;
    const said = await compositionOf(founding, holder, after);
    after += 1;
    await identity.ceremony.ask(said.number, compose(founding, said));
    say(`${said.number} waits for the root key: ${said.subject} is to be admitted.`);
  }
  throw refuse('root-needed', `Admitting the first keys of ${holders.join(' and ')}.`);
}

function headerIn(text: string): ActHeader {
  return decode(text.split('\n')[1] ?? '') as unknown as ActHeader;
}

async function compositionOf(founding: Founding, holder: string, after: number): Promise<Omit<Speech, 'signer'>> {
  const { sql, identity, settings, agreement } = founding;
  const [, other] = await readLogs(sql);
  const at = `${founding.now().toISOString().slice(0, 19)}Z`;
  const year = at.slice(0, 4);
  const key = await newKeyFor(identity, sql, holder, year);
  await identity.ring.keep(key.key.name);
  const by = rootBody(settings.side);
  return {
    kind: KEY_ADMITTED,
    by,
    at,
    number: numberAfter(`${settings.side.toUpperCase()}-ROOT-${year}-`, (await countOf(sql, by)) + after),
    to: [agreement.participant(other.side).treatyOffice.body],
    subject: key.key.name,
    re: [],
    seen: seenOf(other.origin, 0, emptyRoot()),
    body: { holder, key: formatKey(key.key), use: ACTS },
  };
}

async function admit(founding: Founding, holder: string, signer: SigningKey): Promise<void> {
  const size = async (): Promise<number> => (await readLogs(founding.sql))[OWN].size;
  const before = await size();
  const said = await speak(founding, { ...(await compositionOf(founding, holder, 0)), signer });
  if ((await size()) === before) await founding.record(said);
}
