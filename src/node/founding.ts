// What the participant itself says without being asked: the first keys of its record, and that an epoch has begun.
import { type ActHeader, seenOf } from '../act/act.ts';
import { decode } from '../act/canonical.ts';
import { formatKey, type SigningKey } from '../act/key.ts';
import { ACTS } from '../act/keys.ts';
import { EPOCH_BEGUN, KEY_ADMITTED } from '../act/kinds.ts';
import type { Part } from '../act/part.ts';
import { refuse } from '../act/refusal.ts';
import { nodeBody, rootBody } from '../agreement/mandate.ts';
import { latestEpoch } from '../log/epoch.ts';
import { emptyRoot } from '../log/tree.ts';
import { writtenState } from './epochs.ts';
import { admittedKey, type Identity, newKeyFor } from './identity.ts';
import { compose, numberAfter, speak, type Speech, type SpeechRoom } from './speech.ts';
import type { Sql } from './store/database.ts';
import { countOf, hasKindFrom, OWN, readLogs } from './store/record.ts';

export interface Founding extends SpeechRoom {
  readonly sql: Sql;
  readonly identity: Identity;
  readonly now: () => Date;
  readonly say: (line: string) => void;
  readonly record: (given: { readonly bytes: Uint8Array; readonly parts: readonly Part[] }) => Promise<number>;
}

/** Something that the root must say, and whether an act it waits for is that. */
interface Wanted {
  readonly what: string;
  readonly isOf: (subject: string) => boolean;
  /** Its content; `after`: how many others of the root stand before it and are not recorded yet. */
  readonly compose: (after: number) => Promise<Omit<Speech, 'signer'>>;
}

/**
 * Admits a key of the treaty office, entry 0 of its log, and one of the node, unless each has one; and says that an
 * epoch has begun, where one has. After a crash between them it is simply done again. Where the root lies
 * elsewhere all are asked of it; `root-needed` until they have come back.
 */
export async function foundRecord(founding: Founding): Promise<void> {
  const { sql, identity, settings, agreement } = founding;
  const [own] = await readLogs(sql);
  const office = agreement.participant(settings.side).treatyOffice.body;
  const node = nodeBody(settings.side);
  const holders = [
    ...(own.size === 0 ? [office] : []),
    ...((await admittedKey(identity, sql, node)) === undefined ? [node] : []),
  ];
  const wanted = [
    ...holders.map((holder): Wanted => ({
      what: `a key of ${holder}`,
      isOf: (subject) => subject.startsWith(`${holder}/`),
      compose: async (after) => await admission(founding, holder, after),
    })),
    ...(await epochWanted(founding, own.origin)),
  ];
  if (identity.root !== undefined) for (const one of wanted) await say(founding, one, identity.root);
  else if (wanted.length > 0) await askRoot(founding, wanted);
}

/** That the epoch of now has begun, unless it is the first or an entry of it says so. */
async function epochWanted(founding: Founding, origin: string): Promise<readonly Wanted[]> {
  const { sql, identity } = founding;
  const epochs = identity.epochs[OWN];
  const { base, key } = latestEpoch(epochs);
  const before = epochs.at(-2);
  if (before?.closed === undefined || (await hasKindFrom(sql, OWN, EPOCH_BEGUN.id, base))) return [];
  const body = { log: formatKey(key), closes: { origin: before.key.name, ...writtenState(before.closed) } };
  return [
    {
      what: `the epoch ${origin}`,
      isOf: (subject) => subject === origin,
      compose: async (after) => ({ ...(await byRoot(founding, after)), kind: EPOCH_BEGUN, subject: origin, body }),
    },
  ];
}

async function askRoot(founding: Founding, wanted: readonly Wanted[]): Promise<void> {
  const { identity, say } = founding;
  const asked = (await identity.ceremony.waiting()).map(({ text }) => headerIn(text).subject);
  let after = asked.length;
  for (const one of wanted) {
    if (asked.some(one.isOf)) continue;
    const said = await one.compose(after);
    after += 1;
    await identity.ceremony.ask(said.number, compose(founding, said));
    say(`${said.number} waits for the root key: ${one.what}.`);
  }
  throw refuse('root-needed', `The root is to say: ${wanted.map(({ what }) => what).join(' and ')}.`);
}

function headerIn(text: string): ActHeader {
  return decode(text.split('\n')[1] ?? '') as unknown as ActHeader;
}

/** What is common to all that the root says by itself. */
async function byRoot(
  founding: Founding,
  after: number,
): Promise<Pick<Speech, 'by' | 'at' | 'number' | 'to' | 're' | 'seen'>> {
  const { sql, settings, agreement } = founding;
  const [, other] = await readLogs(sql);
  const at = `${founding.now().toISOString().slice(0, 19)}Z`;
  const by = rootBody(settings.side);
  return {
    by,
    at,
    number: numberAfter(`${settings.side.toUpperCase()}-ROOT-${at.slice(0, 4)}-`, (await countOf(sql, by)) + after),
    to: [agreement.participant(other.side).treatyOffice.body],
    re: [],
    seen: seenOf(other.origin, 0, emptyRoot()),
  };
}

async function admission(founding: Founding, holder: string, after: number): Promise<Omit<Speech, 'signer'>> {
  const said = await byRoot(founding, after);
  const key = await newKeyFor(founding.identity, founding.sql, holder, said.at.slice(0, 4));
  await founding.identity.ring.keep(key.key.name);
  const body = { holder, key: formatKey(key.key), use: ACTS };
  return { ...said, kind: KEY_ADMITTED, subject: key.key.name, body };
}

async function say(founding: Founding, { compose: composed }: Wanted, signer: SigningKey): Promise<void> {
  const size = async (): Promise<number> => (await readLogs(founding.sql))[OWN].size;
  const before = await size();
  const said = await speak(founding, { ...(await composed(0)), signer });
  if ((await size()) === before) await founding.record(said);
}
