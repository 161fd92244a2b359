// Who a node is: its keys and certificate, its public card, and the card of the counterpart that it has pinned.
import { join } from 'node:path';
import { formatKey, parseCosignerKey, parseKey, type PublicKey, type Signer } from '../act/key.ts';
import { KEYS, type KeyState } from '../act/keys.ts';
import { refuse } from '../act/refusal.ts';
import { rootBody } from '../agreement/mandate.ts';
import { decode } from '../act/canonical.ts';
import { type WireIdentity, wireIdentity } from './certificate.ts';
import { type Card, FILES, originOf, readCard, type Settings, writeCard } from './config.ts';
import { type KeyRing, keyNames, type NodeKey, nodeKeys, openKeys } from './keys.ts';
import type { Asking } from './store/database.ts';
import { readRow } from './store/registers.ts';

/** All that a node signs with, and all that it verifies the counterpart by. */
export interface Identity {
  readonly ring: KeyRing;
  readonly keys: Readonly<Record<NodeKey, Signer>>;
  readonly wire: WireIdentity;
  readonly counterpart: Card;
  readonly otherLog: PublicKey;
  /** The keys by which this node cosigns the other log, and the other node this one; Ed25519 first. */
  readonly cosigners: Cosigners<Signer>;
  readonly otherCosigners: Cosigners<PublicKey>;
  /** The root key of each side, by side. */
  readonly roots: ReadonlyMap<string, PublicKey>;
}

/** In which two capacities a node cosigns, and by which keys. */
export type Cosigners<Key> = Readonly<Record<'witness' | 'mirror', readonly Key[]>>;

/** The cosigning keys on a card: Ed25519, and ML-DSA-44 where it has them. */
export function cosignersOf({ keys }: Pick<Card, 'keys'>): Cosigners<PublicKey> {
  const read = (written: readonly (string | undefined)[]): readonly PublicKey[] =>
    written.filter((one) => one !== undefined).map(parseCosignerKey);
  const second = 'mirror-ml-dsa-44' in keys ? keys : undefined;
  return {
    witness: read([keys.witness, second?.['witness-ml-dsa-44']]),
    mirror: read([keys.mirror, second?.['mirror-ml-dsa-44']]),
  };
}

/** The witnesses of neither side that settings name, and how many of them a policy asks for. */
export function thirdParties({ witnesses = [], quorum = 0 }: Pick<Settings, 'witnesses' | 'quorum'>): ThirdParties {
  const keys = witnesses.map((one) => parseCosignerKey(one.key));
  const names = new Set(keys.map((key) => key.name));
  if (names.size < keys.length || quorum > keys.length) {
    throw refuse('input-malformed', `A quorum of ${quorum} of ${names.size} witnesses, or two of one name, is set.`);
  }
  return { witnesses: keys, least: quorum };
}

export interface ThirdParties {
  readonly witnesses: readonly PublicKey[];
  readonly least: number;
}

/** Makes what a node needs to be known by, once, and gives its public card. `wirePort` is where its wire listens. */
export async function makeCard(home: string, settings: Settings, wireUrl: string, now: Date): Promise<Card> {
  const { ring, wire } = await ownKeys(home, settings, now);
  const keys = await nodeKeys(ring, keyNames(settings.side, settings.host, originOf(settings)));
  const card: Card = {
    version: 2,
    side: settings.side,
    agreement: settings.agreement,
    origin: originOf(settings),
    keys: {
      root: formatKey(keys.root.key),
      log: formatKey(keys.log.key),
      witness: formatKey(keys.witness.key),
      mirror: formatKey(keys.mirror.key),
      'witness-ml-dsa-44': formatKey(keys['witness-ml-dsa-44'].key),
      'mirror-ml-dsa-44': formatKey(keys['mirror-ml-dsa-44'].key),
    },
    certificate: wire.certificate,
    wire: wireUrl,
  };
  await writeCard(join(home, FILES.card), card);
  return card;
}

async function ownKeys(home: string, settings: Settings, now: Date): Promise<{ ring: KeyRing; wire: WireIdentity }> {
  const files = { certificate: join(home, FILES.tlsCertificate), key: join(home, FILES.tlsKey) };
  return { ring: await openKeys(join(home, FILES.keys)), wire: await wireIdentity(settings.host, files, now) };
}

/** Pins the counterpart's card. Another agreement, or our own side, is refused. */
export async function pinCounterpart(home: string, settings: Settings, card: Card): Promise<void> {
  if (card.agreement !== settings.agreement || card.side === settings.side) {
    throw refuse('input-malformed', `The card is of ${card.side} under ${card.agreement}, not of the other side here.`);
  }
  for (const written of [card.keys.root, card.keys.log]) parseKey(written);
  cosignersOf(card);
  await writeCard(join(home, FILES.counterpart), card);
}

/** Opens the identity kept in a home. `peer-unknown` until the counterpart's card is pinned. */
export async function openIdentity(home: string, settings: Settings, now: Date): Promise<Identity> {
  const { ring, wire } = await ownKeys(home, settings, now);
  const keys = await nodeKeys(ring, keyNames(settings.side, settings.host, originOf(settings)));
  const counterpart = await readCard(join(home, FILES.counterpart));
  if (counterpart === undefined) {
    throw refuse('peer-unknown', `No card of the counterpart is in ${home}: servanda init --counterpart FILE pins it.`);
  }
  return {
    ring,
    keys,
    wire,
    counterpart,
    otherLog: parseKey(counterpart.keys.log),
    cosigners: {
      witness: [keys.witness, keys['witness-ml-dsa-44']],
      mirror: [keys.mirror, keys['mirror-ml-dsa-44']],
    },
    otherCosigners: cosignersOf(counterpart),
    roots: new Map([
      [settings.side, keys.root.key],
      [counterpart.side, parseKey(counterpart.keys.root)],
    ]),
  };
}

async function keyState(sql: Asking, name: string): Promise<KeyState> {
  const row = await readRow(sql, KEYS.name, name);
  return row === undefined ? KEYS.initial(name) : (decode(row.state) as KeyState);
}

/** The key with which `body` signs: admitted, not revoked, and on this node's disk; the newest of them, if any. */
export async function admittedKey(identity: Identity, sql: Asking, body: string): Promise<Signer | undefined> {
  if (body === rootBody(identity.keys.root.key.name.split(':')[0] ?? '')) return identity.keys.root;
  const names = identity.ring.names().filter((name) => name.startsWith(`${body}/`));
  for (const name of names.toReversed()) {
    const state = await keyState(sql, name);
    const signer = identity.ring.signer(name);
    if (state.holder === body && state.revoked === null && signer !== undefined) return signer;
  }
  return undefined;
}

/** The key of `admittedKey`, or `key-unknown` where there is none. */
export async function signerFor(identity: Identity, sql: Asking, body: string): Promise<Signer> {
  const signer = await admittedKey(identity, sql, body);
  if (signer !== undefined) return signer;
  throw refuse('key-unknown', `Signing for ${body}, which has no admitted key on this node.`);
}

/** A key for `body` that no act has admitted yet: made now, or the one made before and not used. */
export async function newKeyFor(identity: Identity, sql: Asking, body: string, year: string): Promise<Signer> {
  for (let n = 1; ; n++) {
    const name = `${body}/${year}-${n}`;
    if ((await keyState(sql, name)).admitted === null) return await identity.ring.make(name, 1);
  }
}
