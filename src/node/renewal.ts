// The wire's certificate replaced: announced on a new card while the old one is shown, then shown itself.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { refuse } from '../act/refusal.ts';
import { nextFiles, NEXT_WIRE_KEY, WIRE_KEY, wireIdentity } from './certificate.ts';
import { type Card, FILES, readCard, readSettings, writeText } from './config.ts';
import { makeCard } from './identity.ts';
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
