// Wrapping the key of a content: for a seal key by HPKE, for a secret that both ends hold by AES-256-GCM.
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256, HpkeError } from '@hpke/core';
import { x25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { hex, utf8 } from '../act/bytes.ts';
import { type Kem, type SealKey, sealKey } from '../act/sealkey.ts';
import { refuse } from '../act/refusal.ts';
import { X_WING } from './xwing.ts';

/** What sealing needs of the platform: its AES-256-GCM, and chance. */
export interface Means {
  readonly subtle: SubtleCrypto;
  readonly random: (bytes: number) => Uint8Array;
}

/** Bytes of the key of a content, of a private key of either KEM (X25519's own, X-Wing's seed), of a shared secret. */
export const KEY_SIZE = 32;
const NONCE_SIZE = 12;
export const TAG_SIZE = 16;
/** The `info` of HPKE. */
const INFO = utf8('servanda/envelope/v1');
/** Bytes of chance that one encapsulation takes. */
const EKM_SIZE = { 'x25519': 32, 'x-wing': 64 } as const satisfies Readonly<Record<Kem, number>>;

/** A private seal key, with its public half. */
export interface OpeningKey {
  readonly key: SealKey;
  readonly secret: Uint8Array;
}

/** A secret of 32 bytes known to whoever seals and whoever opens, under a name. */
export interface Shared {
  readonly name: string;
  readonly secret: Uint8Array;
}

/** Whom an envelope is sealed to. */
export type Recipient = SealKey | Shared;
/** By what it is opened. */
export type Opener = OpeningKey | Shared;

/** A recipient as the envelope names it, and what opens the content for it: `enc` of HPKE, or a nonce of AES-GCM. */
export interface Wrapped {
  readonly key: string;
  readonly id: string;
  readonly kem: Kem | 'shared';
  readonly enc: Uint8Array;
  readonly wrapped: Uint8Array;
}

function suiteOf(kem: Kem): CipherSuite {
  const how = kem === 'x-wing' ? X_WING : new DhkemX25519HkdfSha256();
  return new CipherSuite({ kem: how, kdf: new HkdfSha256(), aead: new Aes256Gcm() });
}

/** Bytes on their own: the platform's types ask for a buffer that nobody shares. */
export const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

/** The id of a shared secret: it tells one of the same name from another, and nothing of the secret. */
function sharedId({ name, secret }: Shared): string {
  const text = utf8(`servanda/shared/v1\n${name}\n`);
  const whole = new Uint8Array(text.length + secret.length);
  whole.set(text);
  whole.set(secret, text.length);
  return hex(sha256(whole).subarray(0, 4));
}

/** How an envelope names a recipient. */
export function named(recipient: Recipient): Pick<Wrapped, 'key' | 'id' | 'kem'> {
  if ('secret' in recipient) return { key: recipient.name, id: sharedId(recipient), kem: 'shared' };
  return { key: recipient.name, id: recipient.id, kem: recipient.kem };
}

/** A pair of seal keys made from 32 bytes of chance. */
export async function openingKey(name: string, kem: Kem, secret: Uint8Array): Promise<OpeningKey> {
  if (secret.length !== KEY_SIZE) throw new Error(`openingKey: a secret of ${secret.length} bytes`);
  if (kem === 'x-wing') {
    const { publicKey } = await X_WING.deriveKeyPair(own(secret));
    return { key: sealKey(name, kem, new Uint8Array(await X_WING.serializePublicKey(publicKey))), secret };
  }
  return { key: sealKey(name, kem, x25519.getPublicKey(secret)), secret };
}

async function aes(subtle: SubtleCrypto, secret: Uint8Array, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  return await subtle.importKey('raw', own(secret), 'AES-GCM', false, [use]);
}

/** Wraps the key of a content; `bound` is what cannot be changed without it failing to open. */
export async function wrap(
  means: Means,
  recipient: Recipient,
  contentKey: Uint8Array,
  bound: Uint8Array,
): Promise<Wrapped> {
  const { subtle, random } = means;
  if ('secret' in recipient) {
    const enc = random(NONCE_SIZE);
    const key = await aes(subtle, recipient.secret, 'encrypt');
    const how = { name: 'AES-GCM', iv: own(enc), additionalData: own(bound) };
    return { ...named(recipient), enc, wrapped: new Uint8Array(await subtle.encrypt(how, key, own(contentKey))) };
  }
  const suite = suiteOf(recipient.kem);
  const recipientPublicKey = await suite.kem.deserializePublicKey(own(recipient.bytes));
  const ekm = own(random(EKM_SIZE[recipient.kem]));
  const sender = await suite.createSenderContext({ recipientPublicKey, info: INFO, ekm });
  const wrapped = new Uint8Array(await sender.seal(own(contentKey), own(bound)));
  return { ...named(recipient), enc: new Uint8Array(sender.enc), wrapped };
}

/** Whether that opener is the recipient so named. */
export function isFor(wrapped: Wrapped, opener: Opener): boolean {
  const one = named('key' in opener ? opener.key : opener);
  return one.key === wrapped.key && one.id === wrapped.id && one.kem === wrapped.kem;
}

/** The key of the content, or `envelope-invalid`: sealed to another key, or changed by so much as a bit. */
export async function unwrap(
  { subtle }: Pick<Means, 'subtle'>,
  wrapped: Wrapped,
  opener: Opener,
  bound: Uint8Array,
): Promise<Uint8Array> {
  try {
    if (!('key' in opener)) {
      const key = await aes(subtle, opener.secret, 'decrypt');
      const how = { name: 'AES-GCM', iv: own(wrapped.enc), additionalData: own(bound) };
      return new Uint8Array(await subtle.decrypt(how, key, own(wrapped.wrapped)));
    }
    const suite = suiteOf(opener.key.kem);
    const recipientKey = await suite.kem.deserializePrivateKey(own(opener.secret));
    const context = await suite.createRecipientContext({ recipientKey, enc: own(wrapped.enc), info: INFO });
    return new Uint8Array(await context.open(own(wrapped.wrapped), own(bound)));
  } catch (cause) {
    if (!(cause instanceof HpkeError) && (cause as { name?: string }).name !== 'OperationError') throw cause;
    throw refuse('envelope-invalid', `Unwrapping the key for ${wrapped.key}.`);
  }
}
