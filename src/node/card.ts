// The fingerprint of a card: all keys of a node in twelve words, and the note verbale that tells them.
import { fingerprintOf, fingerprintWords } from '../act/fingerprint.ts';
import type { Agreement } from '../agreement/agreement.ts';
import { noteOfFingerprint, type NoteVerbale } from '../agreement/noteverbale.ts';
import { pinOf } from './certificate.ts';
import type { Card } from './config.ts';
import { earlierOf } from './cosigners.ts';
import { closedOf } from './epochs.ts';

/**
 * The fingerprint of a card: side, agreement, origin, every key as written, the pin of the wire's certificate, and from
 * version 4 the keys before those, from version 5 the epochs before this one. The address of the wire is not in it: it
 * may change without a word to anybody.
 */
export function cardFingerprint(card: Card): Uint8Array {
  const { side, agreement, origin, keys, certificate } = card;
  const said = { agreement, keys: { ...keys }, origin, pin: pinOf(certificate), side };
  const [earlier, epochs] = [earlierOf(card), closedOf(card)];
  return fingerprintOf({
    ...said,
    ...(earlier.length === 0 ? {} : { earlier: earlier.map((one) => ({ ...one })) }),
    ...(epochs.length === 0 ? {} : { epochs: epochs.map((one) => ({ ...one })) }),
  });
}

/** A card as people compare it. */
export interface ShownCard {
  readonly side: string;
  readonly origin: string;
  /** Twelve words. */
  readonly words: string;
  /** Every key by its use, as written, and under `wire` the pin of the certificate, SHA-256 in hexadecimal. */
  readonly keys: Readonly<Record<string, string>>;
}

export function showCard(card: Card): ShownCard {
  const { side, origin, keys, certificate } = card;
  return { side, origin, words: fingerprintWords(cardFingerprint(card)), keys: { ...keys, wire: pinOf(certificate) } };
}

/** The note verbale in which a side tells the fingerprint of its node, without its number. */
export function noteOfCard(
  card: Card,
  agreement: Agreement,
  said: { readonly at: string; readonly exercise: boolean },
): readonly NoteVerbale[] {
  const other = agreement.participants.find((side) => side.id !== card.side);
  if (other === undefined) throw new Error('card: an agreement of one side');
  const words = fingerprintWords(cardFingerprint(card));
  const header = {
    by: agreement.participant(card.side).treatyOffice.body,
    to: [other.treatyOffice.body],
    at: said.at,
    number: '________',
    ...(said.exercise ? { exercise: true as const } : {}),
  };
  return noteOfFingerprint(header, agreement, { origin: card.origin, words });
}
