// The certificate of a wire replaced with an overlap: no exchange fails, and nobody else is let in by it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { NOTIFICATION_GIVEN } from '../../src/areas/final/kinds.ts';
import { nextFiles, NEXT_WIRE_KEY, wireIdentity } from '../../src/node/certificate.ts';
import { certificatesOf, FILES, readCard, readSettings } from '../../src/node/config.ts';
import { pinCounterpart } from '../../src/node/identity.ts';
import { announceWire, switchWire } from '../../src/node/renewal.ts';
import { plainBox } from '../../src/node/strongbox.ts';
import { caller } from '../../src/node/wire.ts';
import { openPair, type Pair, say } from './pair.ts';

let pair: Pair;
afterEach(async () => await pair.close());

const nobody = async (): Promise<string | undefined> => await Promise.resolve(undefined);
// Another instant than that at which the pair was made.
const NOW = new Date('2026-08-28T10:00:00Z');
const NOTE = { procedures: ['EXERCISE law'], noteDate: ['2026-08-28'], channel: ['node'] };

async function pinAnew(): Promise<void> {
  const [ua, al] = [pair.seats.ua.home, pair.seats.al.home];
  const card = await readCard(join(al, FILES.card));
  if (card !== undefined) await pinCounterpart(ua, await readSettings(ua), card);
}

test('a certificate is announced, pinned and shown: both nodes speak at each step', { timeout: 120_000 }, async () => {
  pair = await openPair();
  await pair.settled();
  const { home } = pair.seats.al;
  const shown = async () => await readFile(join(home, FILES.tlsCertificate), 'utf8');
  const old = await shown();
  await pair.shut('al');
  const announced = await announceWire(home, NOW, nobody);
  expect(announced).toMatchObject({ version: 6, previous: { certificate: old } });
  expect(await announceWire(home, NOW, nobody)).toEqual(announced);
  // The other side knows the old card alone: nothing has changed for it.
  await pair.open('al');
  await say(pair, 'al', NOTIFICATION_GIVEN.id, NOTE);
  await pair.settled();
  // It pins the new one: the old certificate is still accepted.
  await pair.shut('ua');
  await pinAnew();
  await pair.open('ua');
  await pair.settled();
  await pair.shut('al');
  const card = await switchWire(home, NOW, nobody);
  expect([card.certificate, card.previous]).toEqual([announced.certificate, undefined]);
  expect(await shown()).toBe(announced.certificate);
  await expect(switchWire(home, NOW, nobody)).rejects.toMatchObject({ code: 'input-malformed' });
  await pair.open('al');
  await say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE);
  await pair.settled();
  // Pinned without the overlap, the new one alone is accepted.
  await pair.shut('ua');
  await pinAnew();
  await pair.open('ua');
  await pair.settled();
  const pinned = await readCard(join(pair.seats.ua.home, FILES.counterpart));
  expect(pinned === undefined ? '' : certificatesOf(pinned)).toBe(announced.certificate);
});

test('a certificate to come opens no wire to who has not pinned its card', async () => {
  pair = await openPair();
  await pair.settled();
  const [ua, al] = [pair.seats.ua.home, pair.seats.al.home];
  const own = await readCard(join(ua, FILES.card));
  await announceWire(al, NOW, nobody);
  const come = await wireIdentity('', nextFiles(al), NOW, plainBox(), NEXT_WIRE_KEY);
  const ask = async (): Promise<number> => {
    const line = caller(own?.wire ?? '', come, own?.certificate ?? '');
    return (await line.ask('GET', '/rows').finally(() => line.close())).status;
  };
  await expect(ask()).rejects.toThrow(/alert|socket|ECONNRESET/i);
  await pair.shut('ua');
  await pinAnew();
  await pair.open('ua');
  expect(await ask()).toBe(200);
});
