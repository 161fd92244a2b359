// What a node is known by replaced: the certificate of its wire, the keys by which it cosigns, the key of its log.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SIGNATURE_TYPE } from '../act/key.ts';
import { refuse } from '../act/refusal.ts';
import type { TreeState } from '../log/epoch.ts';
import { nextFiles, NEXT_WIRE_KEY, WIRE_KEY, wireIdentity } from './certificate.ts';
import {
  type Card, changeSettings, type ClosedEpoch, type EarlierKeys, FILES, originOf, readCard, readSettings,
  type Settings, writeText,
} from './config.ts';
import { allKeys, earlierGenerations } from './cosigners.ts';
import { makeCard } from './identity.ts';
import { writtenState } from './epochs.ts';
import { openRing } from './keyring.ts';
import { keyNames, nodeKeys, secondKeys } from './keys.ts';
import { openStrongbox, type Unlock } from './strongbox.ts';

async function cardOf(home: string): Promise<Card> {
  const card = await readCard(join(home, FILES.card));
  if (card === undefined) throw refuse('home-unknown', `Looking for the card of the node in ${home}.`);
  return card;
}

/**
 * Makes the certificate that is to come, and the card that names both: what the counterpart then pins lets it accept
 * either. The node shows the old one until `switchWire`. Called again it changes nothing.
 */
export async function announceWire(home: string, now: Date, unlock: Unlock): Promise<Card> {
  const settings = await readSettings(home);
  const { wire } = await cardOf(home);
  const box = await openStrongbox(join(home, FILES.keys), unlock);
  await wireIdentity(settings.host, nextFiles(home), now, box, NEXT_WIRE_KEY);
  return await makeCard(home, settings, wire, now, { unlock });
}

/**
 * The certificate announced takes the place of the old one, whose key is gone then. `input-malformed` where none was
 * announced. Broken off, it is taken up again by being called again, before the node runs.
 */
export async function switchWire(home: string, now: Date, unlock: Unlock): Promise<Card> {
  const settings = await readSettings(home);
  const { wire } = await cardOf(home);
  const box = await openStrongbox(join(home, FILES.keys), unlock);
  const next = nextFiles(home);
  const key = await box.read(next.key, NEXT_WIRE_KEY);
  if (key === undefined) throw refuse('input-malformed', `No certificate to come lies in ${home}.`);
  await box.write(join(home, FILES.tlsKey), WIRE_KEY, key);
  await writeText(join(home, FILES.tlsCertificate), await readFile(next.certificate, 'utf8'));
  await rm(next.certificate);
  await rm(next.key);
  return await makeCard(home, settings, wire, now, { unlock });
}

/** The cosigning keys of a card, as one that follows it names them. */
function cosigningOf({ keys }: Card): EarlierKeys {
  const second = 'mirror-ml-dsa-44' in keys ? keys : undefined;
  return {
    witness: keys.witness,
    mirror: keys.mirror,
    ...(second?.['witness-ml-dsa-44'] === undefined ? {} : { 'witness-ml-dsa-44': second['witness-ml-dsa-44'] }),
    ...(second?.['mirror-ml-dsa-44'] === undefined ? {} : { 'mirror-ml-dsa-44': second['mirror-ml-dsa-44'] }),
  };
}

/** Makes the keys before anything names them: a signing program that lacks one says so, and nothing has changed. */
async function makeGeneration(home: string, settings: Settings, generation: number, unlock: Unlock): Promise<void> {
  const { ring } = await openRing(home, unlock);
  try {
    const names = keyNames(settings.side, settings.host, originOf(settings), generation);
    await nodeKeys(ring, names);
    await secondKeys(ring, names);
  } finally {
    ring.close();
  }
}

/**
 * Makes the next keys of witness and mirror, and the card that names them and those before. From then on the node
 * cosigns by both. Called again before `retireCosigners` it changes nothing, and takes up what was broken off.
 */
export async function announceCosigners(home: string, now: Date, unlock: Unlock): Promise<Card> {
  const settings = await readSettings(home);
  const card = await cardOf(home);
  const { generation = 1, earlier = [] } = settings.cosigners ?? {};
  const isAnnounced = earlier.some(({ until }) => until === undefined);
  if (!isAnnounced) await makeGeneration(home, settings, generation + 1, unlock);
  const next = isAnnounced
    ? settings
    : await changeSettings(home, {
        cosigners: { generation: generation + 1, earlier: [cosigningOf(card), ...earlier] },
      });
  return await makeCard(home, next, card.wire, now, { unlock });
}

/**
 * The keys before those of now cosign no more: they count for the first `until` entries of the other log, which is as
 * far as they have cosigned, and are taken away. `input-malformed` where none were announced to follow them. Broken
 * off, it is taken up again by being called again.
 */
export async function retireCosigners(home: string, until: number, now: Date, unlock: Unlock): Promise<Card> {
  const settings = await readSettings(home);
  const { wire } = await cardOf(home);
  const { cosigners } = settings;
  if (cosigners === undefined) throw refuse('input-malformed', `No keys to follow those of ${home} were announced.`);
  const earlier = cosigners.earlier.map((keys) => ({ ...keys, until: keys.until ?? until }));
  const card = await makeCard(home, await changeSettings(home, { cosigners: { ...cosigners, earlier } }), wire, now, {
    unlock,
  });
  const { ring } = await openRing(home, unlock);
  try {
    for (const key of allKeys(earlierGenerations(earlier))) await ring.drop(key.name);
  } finally {
    ring.close();
  }
  return card;
}

/**
 * Closes the log of now at its last state, and begins the next epoch: its key, the settings that name both, the card.
 * The key of the closed log is taken away. Broken off, it is taken up again by being called again, and begins no other.
 * What is kept follows when the node is opened.
 */
export async function beginEpoch(
  home: string,
  last: () => Promise<TreeState>,
  now: Date,
  unlock: Unlock,
): Promise<Card> {
  const before = await readSettings(home);
  const { wire, origin, keys } = await cardOf(home);
  const isBegun = origin !== originOf(before);
  const closed = async (): Promise<ClosedEpoch> => ({ log: keys.log, ...writtenState(await last()) });
  const settings = isBegun ? before : await closeEpoch(home, before, await closed(), unlock);
  const { ring } = await openRing(home, unlock);
  try {
    await ring.drop(origin);
  } finally {
    ring.close();
  }
  // Last: the card that names the new origin says that all before it was done.
  return await makeCard(home, settings, wire, now, { unlock });
}

async function closeEpoch(home: string, settings: Settings, closed: ClosedEpoch, unlock: Unlock): Promise<Settings> {
  const epoch = settings.epoch + 1;
  const { ring } = await openRing(home, unlock);
  try {
    // Made before anything names it: where a signing program lacks it, nothing has changed.
    await ring.make(originOf({ ...settings, epoch }), SIGNATURE_TYPE.ed25519);
  } finally {
    ring.close();
  }
  return await changeSettings(home, { epoch, epochs: [...(settings.epochs ?? []), closed] });
}
