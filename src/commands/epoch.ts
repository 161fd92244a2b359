// servanda epoch: the log of a side goes on under another origin and key, from the last state that both have signed.
import { join } from 'node:path';
import { sameBytes } from '../act/bytes.ts';
import { parseKey } from '../act/key.ts';
import { parseNote, verifyNote } from '../act/note.ts';
import { refuse } from '../act/refusal.ts';
import { originHash, parseCheckpoint } from '../log/checkpoint.ts';
import type { TreeState } from '../log/epoch.ts';
import { showCard } from '../node/card.ts';
import { heldWire } from '../node/certificate.ts';
import { type Card, certificatesOf, FILES, readCard, readSettings, type Settings } from '../node/config.ts';
import { rootAt } from '../node/epochs.ts';
import { openRing } from '../node/keyring.ts';
import { verifyEd25519 } from '../node/keys.ts';
import { beginEpoch } from '../node/renewal.ts';
import { latestCosignatures } from '../node/store/cosignatures.ts';
import { connect, migrate, type Sql } from '../node/store/database.ts';
import { claimHome } from '../node/store/home.ts';
import { checkpointAt, OWN, readLogs } from '../node/store/record.ts';
import type { Unlock } from '../node/strongbox.ts';
import { caller, type Caller } from '../node/wire.ts';
import { type Command, EXIT, numberOf, textOf, type World } from './command.ts';
import { homeOf } from './house.ts';
import { lodge } from './lodging.ts';
import { PASSPHRASE_OPTIONS, unlockBy } from './passphrase.ts';

async function needCard(home: string, file: string): Promise<Card> {
  const card = await readCard(join(home, file));
  if (card === undefined) throw refuse('peer-unknown', `Beginning an epoch in ${home}, which has no ${file}.`);
  return card;
}

/** The last state of this log that the counterpart holds, as it shows it now; undefined where it cannot be asked. */
async function shownBy(line: Caller, own: Card): Promise<TreeState | undefined> {
  const heard = await line.ask('GET', `/${originHash(own.origin)}/checkpoint`).catch(() => undefined);
  if (heard?.status !== 200) return undefined;
  const note = parseNote(heard.body);
  const { origin, size, root } = parseCheckpoint(note.text);
  if (origin !== own.origin || verifyNote(note, [parseKey(own.keys.log)], verifyEd25519).length === 0) {
    throw refuse('checkpoint-invalid', `The counterpart showed a checkpoint of ${origin} as of ${own.origin}.`);
  }
  return { size, root };
}

/** The last state that the counterpart has cosigned as held, as far as is known here; or that of `size`. */
async function knownHere(sql: Sql, size: number | undefined): Promise<TreeState | undefined> {
  const cosigned = await latestCosignatures(sql, OWN);
  const mirrored = Math.max(0, ...cosigned.filter((row) => row.role === 'mirror').map((row) => row.size));
  return await checkpointAt(sql, OWN, size ?? mirrored);
}

/**
 * Where the epoch of now is to be closed. What the counterpart holds counts, for it may have cosigned more than has
 * come back; of what is held here as well it must show the same tree. Out of reach, an officer of it says
 * how much it holds.
 */
async function lastState(
  sql: Sql,
  line: Caller,
  own: Card,
  confirmed: number | undefined,
): Promise<TreeState> {
  const shown = confirmed === undefined ? await shownBy(line, own) : undefined;
  const [log] = await readLogs(sql).catch(() => []);
  const root = shown === undefined || log === undefined ? undefined : await rootAt(sql, log, shown.size);
  if (shown !== undefined && root !== undefined && !sameBytes(root, shown.root)) {
    throw refuse('record-forked', `The counterpart holds another tree of ${shown.size} entries of ${own.origin}.`);
  }
  if (shown !== undefined) return shown;
  if (confirmed === undefined) {
    throw refuse('gate-shut', 'The counterpart cannot be asked: say --confirmed SIZE, as an officer of it told.');
  }
  const known = await knownHere(sql, confirmed);
  if (known !== undefined) return known;
  throw refuse('record-behind', `Of ${own.origin} no signed state of ${confirmed} entries is held here.`);
}

async function lineOf(home: string, settings: Settings, other: Card, unlock: Unlock): Promise<Caller> {
  const { ring, box } = await openRing(home, unlock);
  ring.close();
  const files = { certificate: join(home, FILES.tlsCertificate), key: join(home, FILES.tlsKey) };
  return caller(other.wire, await heldWire(files, box), certificatesOf(other));
}

async function begin(home: string, world: World, unlock: Unlock, confirmed: number | undefined): Promise<Card> {
  const settings = await readSettings(home);
  const [own, other] = [await needCard(home, FILES.card), await needCard(home, FILES.counterpart)];
  const line = await lineOf(home, settings, other, unlock);
  const lodging = await lodge(home, world, true);
  const sql = connect(lodging.place);
  try {
    await migrate(sql);
    const last = async (): Promise<TreeState> => await lastState(sql, line, own, confirmed);
    return await beginEpoch(home, last, new Date(), unlock);
  } finally {
    line.close();
    await sql.end({ timeout: 5 });
    await lodging.leave();
  }
}

export const epoch: Command = {
  name: 'epoch',
  form: 'begin --home DIR [--confirmed SIZE]',
  summary:
    'Begins a new epoch of the log of this side: another key signs on, from the last state that both have signed;\n' +
    'the old log is closed there for ever, and its key taken away. For a log key that is lost, stolen or old. The\n' +
    'node must not run. Afterwards the root says so by an act, and the counterpart pins the new card.',
  options: [
    { name: 'home', value: 'DIR', help: 'Home of the node. Default: .servanda in the current folder.' },
    { name: 'confirmed', value: 'SIZE', help: 'How many entries the counterpart holds, where it cannot be asked.' },
    ...PASSPHRASE_OPTIONS,
  ],
  run: async (said, world) => {
    if (said.rest[0] !== 'begin') throw refuse('usage', 'servanda epoch: say begin.');
    const home = homeOf(textOf(said, 'home'), world);
    await readSettings(home);
    const claim = await claimHome(home);
    try {
      const card = await begin(home, world, unlockBy(said, world), numberOf(said, 'confirmed'));
      const { words } = showCard(card);
      world.print(`The log goes on as ${card.origin}. Give card.json to the counterpart, to be pinned there.`);
      world.print(`Fingerprint: ${words}`);
    } finally {
      await claim.release();
    }
    return EXIT.done;
  },
};
