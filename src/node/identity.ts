// Who a node is: its keys and certificate, its public card, and the card of the counterpart that it has pinned.
import { join } from 'node:path';
import { sideOf } from '../act/act.ts';
import { requireFingerprint } from '../act/fingerprint.ts';
import {
  formatKey, parseCosignerKey, parseKey, type PublicKey, SIGNATURE_TYPE, type SigningKey,
} from '../act/key.ts';
import { ACTS, KEYS, type KeyState } from '../act/keys.ts';
import { refuse } from '../act/refusal.ts';
import { formatSealKey, parseSealKey } from '../act/sealkey.ts';
import { rootBody } from '../agreement/mandate.ts';
import { decode } from '../act/canonical.ts';
import { cardFingerprint } from './card.ts';
import { type Ceremony, ceremonyIn } from './ceremony.ts';
import { heldWire, nextFiles, type WireIdentity, wireIdentity } from './certificate.ts';
import { allKeys, type Cosigners, earlierGenerations, type Generations, generationsOf } from './cosigners.ts';
import { type Card, FILES, originOf, readCard, sealKeyOf, type Settings, writeCard } from './config.ts';
import { type BothEpochs, epochsOf } from './epochs.ts';
import { openRing } from './keyring.ts';
import {
  CARD_ANEW, fileOf, heldKeys, keyGone, type KeyRing, keyNames, type NodeKey, nodeKeys, type SecondKeys, secondKeys,
} from './keys.ts';
import { BUNDLE_KEY, ownIdentity, recipientOf } from './seal.ts';
import type { Asking } from './store/database.ts';
import { readRow } from './store/registers.ts';
import { readIfThere, type Strongbox, type Unlock } from './strongbox.ts';
import { openVault, type Vault } from './vault.ts';

/** All that a node signs with, and all that it verifies the counterpart by. */
export interface Identity {
  readonly ring: KeyRing;
  readonly keys: Readonly<Record<NodeKey, SigningKey>>;
  /** The root key of the own side, where this node holds it: elsewhere it signs by ceremony. */
  readonly root: SigningKey | undefined;
  readonly ceremony: Ceremony;
  /** What seals and opens parts of ring B. */
  readonly vault: Vault;
  readonly wire: WireIdentity;
  readonly card: Card;
  readonly counterpart: Card;
  /** The epochs of both logs: which key signs checkpoints of which sizes. */
  readonly epochs: BothEpochs;
  /** The keys by which this node cosigns the other log: those of now, then those that are being followed. */
  readonly cosigners: Cosigners<SigningKey>;
  /** Every key by which this node has cosigned, and by which the other node has; those of now first. */
  readonly generations: Generations;
  readonly otherGenerations: Generations;
  /** The root key of each side, by side. */
  readonly roots: ReadonlyMap<string, PublicKey>;
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

/** How a home is opened: who says its passphrase, and the root key of its side where that is made elsewhere. */
export interface Opening {
  readonly unlock?: Unlock | undefined;
  readonly root?: PublicKey | undefined;
}

const namesOf = (settings: Settings): ReturnType<typeof keyNames> =>
  keyNames(settings.side, settings.host, originOf(settings), settings.cosigners?.generation);

const NOBODY: Unlock = async () => await Promise.resolve(undefined);

/** Makes what a node needs to be known by, once, and gives its public card. `wireUrl` is where its wire is reached. */
export async function makeCard(
  home: string,
  settings: Settings,
  wireUrl: string,
  now: Date,
  { unlock = NOBODY, root }: Opening = {},
): Promise<Card> {
  const known = await readCard(join(home, FILES.card));
  const { ring, wire, box } = await ownKeys(home, settings, now, unlock);
  const names = namesOf(settings);
  try {
    // A root once given is never made again: it may have been taken away to a safe place.
    const rootKey = root ?? (known === undefined ? undefined : parseKey(known.keys.root));
    const made = rootKey ?? (await ring.make(names.root, SIGNATURE_TYPE.ed25519)).key;
    if (made.name !== names.root) {
      throw refuse('key-not-admissible', `Taking ${made.name} as the root key ${names.root}.`);
    }
    if (known !== undefined) requireCarded(home, ring, known, names);
    const keys = await nodeKeys(ring, names);
    const next = await readIfThere(nextFiles(home).certificate);
    const second = await secondKeys(ring, names);
    const first = {
      root: formatKey(made),
      log: formatKey(keys.log.key),
      witness: formatKey(keys.witness.key),
      mirror: formatKey(keys.mirror.key),
    };
    const rest = {
      ...(next === undefined ? {} : { previous: { certificate: wire.certificate } }),
      side: settings.side,
      agreement: settings.agreement,
      origin: originOf(settings),
      certificate: next ?? wire.certificate,
      wire: wireUrl,
      bundle: await recipientOf(await ownIdentity(join(home, FILES.bundleKey), box)),
    };
    const vault = await openVault(join(home, FILES.vault), box, settings.host, {
      own: known === undefined ? undefined : sealKeyOf(known),
      other: undefined,
    });
    const card = cardOf(rest, { ...first, seal: formatSealKey(vault.key) }, second, settings);
    await writeCard(join(home, FILES.card), card);
    return card;
  } finally {
    ring.close();
  }
}

/** The card of this version: it names all there is. */
function cardOf(
  rest: Omit<Card, 'version' | 'keys' | 'earlier' | 'epochs'>,
  first: Readonly<Record<'root' | 'log' | 'witness' | 'mirror' | 'seal', string>>,
  second: SecondKeys | undefined,
  { cosigners, epochs }: Settings,
): Card {
  const more =
    second === undefined
      ? undefined
      : {
          'witness-ml-dsa-44': formatKey(second.witness.key),
          'mirror-ml-dsa-44': formatKey(second.mirror.key),
        };
  const earlier = cosigners === undefined ? {} : { earlier: cosigners.earlier };
  return { version: 6, ...rest, keys: { ...first, ...more }, ...earlier, ...(epochs === undefined ? {} : { epochs }) };
}

/**
 * Refuses a home that lacks a key which its card names, or holds another under its name: what a new one signs nobody
 * would know. Names of a generation that settings have left behind are not asked for.
 */
function requireCarded(home: string, ring: KeyRing, card: Card, names: ReturnType<typeof namesOf>): void {
  const [{ witness, mirror }] = generationsOf(card);
  const asked = [names.log, ...[names.witness, names.mirror].flatMap((name) => [name, `${name}/ml-dsa-44`])];
  for (const key of [parseKey(card.keys.log), ...witness, ...mirror]) {
    if (!asked.includes(key.name)) continue;
    const held = ring.signer(key.name);
    const path = join(home, FILES.keys, fileOf(key.name));
    const anew = key.name === names.log ? 'servanda epoch begin closes its log' : 'servanda keys rotate makes the next';
    if (held === undefined) throw keyGone(path, `${anew}: it is ${key.name}`);
    if (formatKey(held.key) !== formatKey(key)) {
      throw refuse('key-damaged', `${path} holds another ${key.name} than the card names.`);
    }
  }
}

async function requireBundleKey(home: string, box: Strongbox, card: Card): Promise<void> {
  const path = join(home, FILES.bundleKey);
  const isNamed = 'bundle' in card && card.bundle !== undefined;
  if (isNamed && (await box.read(path, BUNDLE_KEY)) === undefined) throw keyGone(path, CARD_ANEW);
}

async function ownKeys(
  home: string,
  settings: Settings,
  now: Date,
  unlock: Unlock,
): Promise<{ ring: KeyRing; wire: WireIdentity; box: Strongbox }> {
  const files = { certificate: join(home, FILES.tlsCertificate), key: join(home, FILES.tlsKey) };
  const { ring, box } = await openRing(home, unlock);
  return { ring, wire: await wireIdentity(settings.host, files, now, box), box };
}

/**
 * Pins the counterpart's card. Another agreement, or our own side, is refused; so is a card whose fingerprint is not
 * the one told in words, where one was told.
 */
export async function pinCounterpart(home: string, settings: Settings, card: Card, told?: string): Promise<void> {
  if (card.agreement !== settings.agreement || card.side === settings.side) {
    throw refuse('input-malformed', `The card is of ${card.side} under ${card.agreement}, not of the other side here.`);
  }
  parseKey(card.keys.root);
  const seal = sealKeyOf(card);
  if (seal !== undefined) parseSealKey(seal);
  generationsOf(card);
  epochsOf(card);
  if (told !== undefined) requireFingerprint(told, cardFingerprint(card));
  await writeCard(join(home, FILES.counterpart), card);
}

/** Opens the identity kept in a home. `peer-unknown` until the counterpart's card is pinned; all of `openRing`. */
export async function openIdentity(
  home: string,
  settings: Settings,
  now: Date,
  unlock: Unlock = NOBODY,
): Promise<Identity> {
  const counterpart = await readCard(join(home, FILES.counterpart));
  if (counterpart === undefined) {
    throw refuse('peer-unknown', `No card of the counterpart is in ${home}: servanda init --counterpart FILE pins it.`);
  }
  const card = await readCard(join(home, FILES.card));
  if (card === undefined) throw refuse('home-unknown', `Looking for the own card of the node in ${home}.`);
  if (card.origin !== originOf(settings)) {
    throw refuse('log-unknown', `The card in ${home} is of ${card.origin}: servanda epoch begin ends what it began.`);
  }
  const files = { certificate: join(home, FILES.tlsCertificate), key: join(home, FILES.tlsKey) };
  const { ring, box } = await openRing(home, unlock);
  try {
    requireCarded(home, ring, card, namesOf(settings));
    const wire = await heldWire(files, box);
    await requireBundleKey(home, box, card);
    return await identityOf(home, settings, { card, counterpart, ring, wire, box });
  } catch (cause) {
    // A program that signs must not outlive the attempt.
    ring.close();
    throw cause;
  }
}

async function identityOf(
  home: string,
  settings: Settings,
  given: Pick<Identity, 'card' | 'counterpart' | 'ring' | 'wire'> & { readonly box: Strongbox },
): Promise<Identity> {
  const { card, counterpart, ring, wire, box } = given;
  const rootKey = parseKey(card.keys.root);
  const names = namesOf(settings);
  const keys = heldKeys(ring, names);
  const second = await secondKeys(ring, names);
  const earlier = earlierGenerations(settings.cosigners?.earlier ?? []);
  // Those that are being followed sign on, where they are still held.
  const overlapping = allKeys(earlier.filter(({ until }) => until === undefined)).flatMap(
    (key) => ring.signer(key.name) ?? [],
  );
  const signing = (use: 'witness' | 'mirror'): readonly SigningKey[] => [
    keys[use],
    ...(second === undefined ? [] : [second[use]]),
    ...overlapping.filter(({ key }) => earlier.some((one) => one[use].some(({ name }) => name === key.name))),
  ];
  const newest = (use: 'witness' | 'mirror'): readonly PublicKey[] =>
    [keys[use], ...(second === undefined ? [] : [second[use]])].map(({ key }) => key);
  return {
    ring,
    keys,
    root: rootIn(ring, rootKey),
    ceremony: ceremonyIn(join(home, FILES.ceremony)),
    vault: await openVault(join(home, FILES.vault), box, settings.host, {
      own: sealKeyOf(card),
      other: sealKeyOf(counterpart),
    }),
    wire,
    card,
    counterpart,
    epochs: [epochsOf(card), epochsOf(counterpart)],
    cosigners: { witness: signing('witness'), mirror: signing('mirror') },
    generations: [{ witness: newest('witness'), mirror: newest('mirror') }, ...earlier],
    otherGenerations: generationsOf(counterpart),
    roots: new Map([
      [settings.side, rootKey],
      [counterpart.side, parseKey(counterpart.keys.root)],
    ]),
  };
}

function rootIn(ring: KeyRing, pinned: PublicKey): SigningKey | undefined {
  const held = ring.signer(pinned.name);
  if (held === undefined || formatKey(held.key) === formatKey(pinned)) return held;
  throw refuse('key-damaged', `The root key held here is not the one of the card, ${formatKey(pinned)}.`);
}

async function keyState(sql: Asking, name: string): Promise<KeyState> {
  const row = await readRow(sql, KEYS.name, name);
  return row === undefined ? KEYS.initial(name) : (decode(row.state) as KeyState);
}

/** The key with which `body` signs: admitted, not revoked, and held by this node; the last admitted, if any. */
export async function admittedKey(identity: Identity, sql: Asking, body: string): Promise<SigningKey | undefined> {
  if (body === rootBody(sideOf(body))) return identity.root;
  let newest: { readonly index: number; readonly signer: SigningKey } | undefined;
  for (const name of identity.ring.names().filter((one) => one.startsWith(`${body}/`))) {
    const { holder, revoked, admitted, use } = await keyState(sql, name);
    const signer = identity.ring.signer(name);
    if (holder !== body || revoked !== null || admitted === null || use !== ACTS || signer === undefined) continue;
    if (newest === undefined || admitted.index > newest.index) newest = { index: admitted.index, signer };
  }
  return newest?.signer;
}

/** The key of `admittedKey`, or `key-unknown` where there is none. */
export async function signerFor(identity: Identity, sql: Asking, body: string): Promise<SigningKey> {
  const signer = await admittedKey(identity, sql, body);
  if (signer !== undefined) return signer;
  if (body === rootBody(sideOf(body))) throw refuse('root-needed', `Signing for ${body}.`);
  throw refuse('key-unknown', `Signing for ${body}, which has no admitted key on this node.`);
}

/** A key for `body` that no act has admitted yet: one made before and not used, or a new one, not yet kept. */
export async function newKeyFor(identity: Identity, sql: Asking, body: string, year: string): Promise<SigningKey> {
  for (let n = 1; ; n++) {
    const name = `${body}/${year}-${n}`;
    if ((await keyState(sql, name)).admitted === null) return await identity.ring.fresh(name, SIGNATURE_TYPE.ed25519);
  }
}

/** Takes a key away that no act has admitted: what it was made for was not said. */
export async function dropUnadmitted(identity: Identity, sql: Asking, name: string): Promise<void> {
  if ((await keyState(sql, name)).admitted === null) await identity.ring.drop(name);
}
