// The vault: seals the parts of ring B for the other node and for keeping, and opens them; its keys lie in the home.
import { createHash, hkdfSync, randomBytes, webcrypto } from 'node:crypto';
import Type from 'typebox';
import type { ActHeader } from '../act/act.ts';
import { base64, concat, fromBase64, utf8 } from '../act/bytes.ts';
import { type Part, SALT_SIZE } from '../act/part.ts';
import { Refusal, refuse } from '../act/refusal.ts';
import { type Kem, parseSealKey, type SealKey } from '../act/sealkey.ts';
import { shape } from '../act/shape.ts';
import { classOf, compartmentOf } from '../agreement/ring.ts';
import { aboutDraft, aboutPart } from '../seal/about.ts';
import { open, readEnvelope, seal } from '../seal/envelope.ts';
import { isFor, type Means, openingKey, type OpeningKey, type Shared } from '../seal/wrap.ts';
import type { Strongbox } from './strongbox.ts';

/** What the strongbox knows the file by. */
export const VAULT_KEY = 'vault.json';
const FORMAT = 'servanda/vault/v1';
/** Generations of secrets kept, at most: each opens what was sealed while it was the newest. */
const GENERATIONS_LIMIT = 64;
const SECRET_SIZE = 32;

const Secret = Type.String({ pattern: '^[A-Za-z0-9+/]{43}=$' });
const closed = { additionalProperties: false } as const;
const VaultShape = Type.Object(
  {
    format: Type.Literal(FORMAT),
    /** X25519 private keys of the node, and secrets from which those of compartments follow; the newest last. */
    seal: Type.Array(Secret, { minItems: 1, maxItems: GENERATIONS_LIMIT }),
    rest: Type.Array(Secret, { minItems: 1, maxItems: GENERATIONS_LIMIT }),
  },
  closed,
);
const vaultShape = shape(VaultShape, 'key-damaged');
type VaultFile = Type.Static<typeof VaultShape>;

/** The platform's AES-256-GCM and chance. */
export const MEANS: Means = {
  subtle: webcrypto.subtle as unknown as SubtleCrypto,
  random: (bytes) => new Uint8Array(randomBytes(bytes)),
};

/** A part as it is kept: of ring B `bytes` are an envelope, which holds the salt as well, and `salt` is empty. */
export interface KeptPart extends Part {
  readonly ring: 'B' | 'C' | null;
}

/** What of an act a part belongs to. */
export interface Owner {
  readonly id: string;
  readonly header: Pick<ActHeader, 'label' | 'by' | 'to'>;
}

/** What a node seals and opens with. */
export interface Vault {
  /** The newest public key to which others seal for this node. */
  readonly key: SealKey;
  /** Whether the card of the other node names a key to which parts of ring B can be sealed. */
  readonly canSend: boolean;
  /** A part as it is kept here. */
  readonly keep: (of: Owner, part: Part) => Promise<KeptPart>;
  /** A kept part as its act names it: of ring B in plain text. `seal-key-missing`, `envelope-invalid`. */
  readonly opened: (of: Owner, part: KeptPart) => Promise<Part>;
  /** A part of ring B sealed for the other node. `seal-key-missing` where its card has no key. */
  readonly send: (of: Owner, part: KeptPart) => Promise<Uint8Array>;
  /** What the other node has sealed for this one. `envelope-invalid`, `seal-key-missing`. */
  readonly take: (of: Owner, name: string, sealed: Uint8Array) => Promise<Part>;
  /** What is kept of a draft above ring A, and opened again. */
  readonly keepDraft: (header: Owner['header'], what: DraftPart, bytes: Uint8Array) => Promise<Uint8Array>;
  readonly openDraft: (header: Owner['header'], what: DraftPart, sealed: Uint8Array) => Promise<Uint8Array>;
}

/** Which draft, and which of the two things that are kept of it. */
export interface DraftPart {
  readonly draft: string;
  readonly what: 'content' | 'reason';
}

/** The name of a node's seal key. */
export function sealName(host: string): string {
  return `${host}/seal`;
}

const NODE_KEM: Kem = 'x25519';

/**
 * Reads the secrets of the vault, and makes them where there are none. One line of JSON, binary in base64:
 * `{"format":"servanda/vault/v1","rest":["..."],"seal":["..."]}`; the newest is last, the others open older things.
 */
async function readSecrets(path: string, box: Strongbox, mayMake: boolean): Promise<VaultFile> {
  const text = await box.read(path, VAULT_KEY);
  if (text !== undefined) {
    try {
      return vaultShape(JSON.parse(text) as unknown);
    } catch (cause) {
      if (cause instanceof Refusal) throw cause;
      // Without its cause: what a parser complains of quotes what it read.
      throw refuse('key-damaged', `Reading ${path}.`);
    }
  }
  if (!mayMake) throw refuse('seal-key-missing', `There is no ${path}. Bring it back, or say servanda keys vault.`);
  const made: VaultFile = { format: FORMAT, seal: [base64(MEANS.random(32))], rest: [base64(MEANS.random(32))] };
  await box.write(path, VAULT_KEY, `${JSON.stringify(made)}\n`);
  return made;
}

/** Adds a new generation: what comes is sealed under it, what is there stays as it is. */
export async function renewVault(path: string, box: Strongbox): Promise<void> {
  const { seal: keys, rest, format } = await readSecrets(path, box, true);
  if (keys.length >= GENERATIONS_LIMIT) throw refuse('key-damaged', `${path} holds ${keys.length} generations.`);
  const next: VaultFile = {
    format,
    seal: [...keys, base64(MEANS.random(SECRET_SIZE))],
    rest: [...rest, base64(MEANS.random(SECRET_SIZE))],
  };
  await box.write(path, VAULT_KEY, `${JSON.stringify(next)}\n`);
}

function secretIn(text: string): Uint8Array {
  const secret = fromBase64(text);
  if (secret?.length !== SECRET_SIZE) throw refuse('key-damaged', 'Reading a secret of the vault.');
  return secret;
}

/**
 * The secret of a compartment: HKDF-SHA256 of a secret of the vault, info "servanda/compartment/v1", newline, the
 * bodies with spaces between. So each set of bodies has its own, which may be handed out and opens no other.
 */
function compartment(secret: Uint8Array, bodies: string): Shared {
  const info = utf8(`servanda/compartment/v1\n${bodies}`);
  const name = `compartment/${createHash('sha256').update(bodies).digest('hex').slice(0, 16)}`;
  return { name, secret: new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), info, SECRET_SIZE)) };
}

/** Opens by whichever generation the envelope names. */
async function openBy(
  openers: readonly (OpeningKey | Shared)[],
  about: string,
  sealed: Uint8Array,
): Promise<Uint8Array> {
  const { recipients } = readEnvelope(sealed);
  const opener = openers.find((one) => recipients.some((recipient) => isFor(recipient, one)));
  if (opener === undefined) {
    throw refuse('seal-key-missing', `Opening what is sealed to ${recipients.map(({ key }) => key).join(', ')}.`);
  }
  return await open(MEANS, opener, about, sealed);
}

function partIn(name: string, plain: Uint8Array): Part {
  if (plain.length < SALT_SIZE) throw refuse('envelope-invalid', `The part ${name} is sealed without its salt.`);
  return { name, salt: plain.slice(0, SALT_SIZE), bytes: plain.subarray(SALT_SIZE) };
}

/** The written seal keys of the cards of both nodes, where they have some. */
export interface Carded {
  readonly own: string | undefined;
  readonly other: string | undefined;
}

/** Every generation of a node's seal key, the newest last. `seal-key-missing` where its card names one that is gone. */
async function ownKeys(path: string, box: Strongbox, host: string, card: string | undefined): Promise<OpeningKey[]> {
  const { seal: secrets } = await readSecrets(path, box, card === undefined);
  const keys: OpeningKey[] = [];
  for (const text of secrets) keys.push(await openingKey(sealName(host), NODE_KEM, secretIn(text)));
  if (card !== undefined && !keys.some(({ key }) => key.id === parseSealKey(card).id)) {
    throw refuse('seal-key-missing', `The card of this node names a seal key that ${path} does not hold.`);
  }
  return keys;
}

/** Opens the vault in the file `path`; made where there is none, and no card names a key of it. */
export async function openVault(path: string, box: Strongbox, host: string, cards: Carded): Promise<Vault> {
  const own = await ownKeys(path, box, host, cards.own);
  const secrets = await readSecrets(path, box, false);
  const newest = own.at(-1);
  if (newest === undefined) throw refuse('key-damaged', `Reading ${path}, which holds no key.`);
  const resting = secrets.rest.map(secretIn);
  const compartments = (header: Owner['header']): readonly Shared[] =>
    resting.map((secret) => compartment(secret, compartmentOf(header)));
  const rest = async (header: Owner['header'], about: string, content: Uint8Array): Promise<Uint8Array> =>
    await seal(MEANS, { about, recipients: [compartments(header).at(-1) as Shared], content });
  const theirs = cards.other === undefined ? undefined : parseSealKey(cards.other);
  const opened: Vault['opened'] = async ({ id, header }, part) => {
    if (part.ring !== 'B') return { name: part.name, salt: part.salt, bytes: part.bytes };
    return partIn(part.name, await openBy(compartments(header), aboutPart(id, part.name), part.bytes));
  };
  return {
    key: newest.key,
    canSend: theirs !== undefined,
    keep: async ({ id, header }, part) => {
      const ring = classOf(header.label, part);
      const { name, salt, bytes } = part;
      if (ring !== 'B') return { name, salt, bytes, ring: ring === 'A' ? null : ring };
      const sealed = await rest(header, aboutPart(id, name), concat(salt, bytes));
      return { name, salt: new Uint8Array(), bytes: sealed, ring };
    },
    opened,
    send: async (of, part) => {
      if (theirs === undefined) throw refuse('seal-key-missing', `Sealing the part ${part.name} for the other node.`);
      const { salt, bytes } = await opened(of, part);
      return await seal(MEANS, {
        about: aboutPart(of.id, part.name),
        recipients: [theirs],
        content: concat(salt, bytes),
      });
    },
    take: async ({ id }, name, sealed) => partIn(name, await openBy(own, aboutPart(id, name), sealed)),
    keepDraft: async (header, { draft, what }, bytes) => await rest(header, aboutDraft(draft, what), bytes),
    openDraft: async (header, { draft, what }, sealed) =>
      await openBy(compartments(header), aboutDraft(draft, what), sealed),
  };
}
