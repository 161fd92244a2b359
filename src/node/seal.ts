// Sealing what is carried on a medium, as age files: bundles to the counterpart, backups to whoever keeps them.
import type { Decrypter, Encrypter } from 'age-encryption';
import { refuse } from '../act/refusal.ts';
import { CARD_ANEW, keyGone } from './keys.ts';
import { plainBox, type Strongbox } from './strongbox.ts';

/** Read when something is first sealed or opened: most starts of a node need none of it. */
const age = async (): Promise<typeof import('age-encryption')> => await import('age-encryption');

/** What the strongbox knows the identity of bundles by. */
export const BUNDLE_KEY = 'bundle.key';

/**
 * The identity kept in `file` by the strongbox, made where there is none: a post-quantum hybrid one, since whoever
 * copies a medium now may open it in thirty years. One line, `AGE-SECRET-KEY-PQ-1...`, as other age programs read it.
 */
export async function ownIdentity(file: string, box: Strongbox = plainBox()): Promise<string> {
  const kept = await box.read(file, BUNDLE_KEY);
  if (kept !== undefined) return kept.trim();
  const identity = await (await age()).generateHybridIdentity();
  await box.write(file, BUNDLE_KEY, `${identity}\n`);
  return identity;
}

/** The identity kept in `file`; `key-missing` where there is none, for what is sealed to it no other opens. */
export async function heldIdentity(file: string, box: Strongbox): Promise<string> {
  const kept = await box.read(file, BUNDLE_KEY);
  if (kept === undefined) throw keyGone(file, CARD_ANEW);
  return kept.trim();
}

/** The public half of an identity, `age1pq1...`. */
export async function recipientOf(identity: string): Promise<string> {
  return await (await age()).identityToRecipient(identity);
}

/** Who may open: one recipient, `age1...`. `input-malformed` where it is none. */
async function encrypterTo(recipient: string): Promise<Encrypter> {
  const encrypter = new (await age()).Encrypter();
  try {
    encrypter.addRecipient(recipient);
  } catch (cause) {
    throw refuse('input-malformed', `Sealing to ${recipient.slice(0, 40)}, which is no age recipient.`, cause);
  }
  return encrypter;
}

/** Identities as their file holds them: one a line, lines that begin with # are remarks. */
async function decrypterBy(identities: string): Promise<Decrypter> {
  const decrypter = new (await age()).Decrypter();
  try {
    for (const line of identities.split('\n').map((one) => one.trim())) {
      if (line !== '' && !line.startsWith('#')) decrypter.addIdentity(line);
    }
  } catch (cause) {
    throw refuse('input-malformed', 'Reading an age identity, which is none.', cause);
  }
  return decrypter;
}

export async function seal(bytes: Uint8Array, recipient: string): Promise<Uint8Array> {
  return await (await encrypterTo(recipient)).encrypt(bytes);
}

/** What is in it, or undefined: sealed to another key, cut off, or changed by so much as a bit. */
export async function unseal(bytes: Uint8Array, identities: string): Promise<Uint8Array | undefined> {
  const decrypter = await decrypterBy(identities);
  return await decrypter.decrypt(bytes).catch(() => undefined);
}

/** A sealed stream, in constant memory. */
export async function sealStream(
  stream: ReadableStream<Uint8Array>,
  recipient: string,
): Promise<ReadableStream<Uint8Array>> {
  return await (await encrypterTo(recipient)).encrypt(stream);
}

/** The stream that was sealed; it fails where it was changed or cut off. */
export async function unsealStream(
  stream: ReadableStream<Uint8Array>,
  identities: string,
): Promise<ReadableStream<Uint8Array>> {
  return await (await decrypterBy(identities)).decrypt(stream);
}
