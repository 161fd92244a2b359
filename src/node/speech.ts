// What a node says by itself, without a person's hand: keys at the founding, and rejections.
import { type ActHeader, actText, type Label } from '../act/act.ts';
import { utf8 } from '../act/bytes.ts';
import { encode, type Json } from '../act/canonical.ts';
import type { SigningKey } from '../act/key.ts';
import type { Kind } from '../act/kind.ts';
import { formatNote, signTextBy } from '../act/note.ts';
import { BODY_PART, commitment, type Part, SALT_SIZE } from '../act/part.ts';
import type { Agreement } from '../agreement/agreement.ts';
import { openLabel } from '../agreement/label.ts';
import type { Settings } from './config.ts';

/** What differs from one such act to the next. */
export interface Speech extends Pick<ActHeader, 'by' | 'at' | 'number' | 'to' | 'subject' | 're' | 'seen'> {
  readonly kind: Kind;
  readonly body: Json;
  /** That of what everyone may see, where none is given. */
  readonly label?: Label;
  readonly signer: SigningKey;
}

export interface SpeechRoom {
  readonly settings: Settings;
  readonly agreement: Agreement;
  readonly random: (bytes: number) => Uint8Array;
}

/** A signed act with its parts. */
export interface Spoken {
  readonly bytes: Uint8Array;
  readonly parts: readonly Part[];
}

/** The text of such an act, exactly as it is to be signed, and its one part. */
export function compose(
  room: SpeechRoom,
  said: Omit<Speech, 'signer'>,
): { readonly text: string; readonly parts: readonly Part[] } {
  const { kind, body, label = openLabel(room.agreement), ...rest } = said;
  const part: Part = { name: BODY_PART, salt: room.random(SALT_SIZE), bytes: utf8(encode(body)) };
  const committed = commitment(part.salt, part.bytes);
  const header: ActHeader = {
    ...rest,
    agreement: room.agreement.id,
    kind: kind.id,
    provisions: room.agreement.provisionsOf(kind.families),
    label,
    parts: [{ name: part.name, type: 'application/json', class: 'A', commitment: committed }],
    ...(room.settings.exercise ? { exercise: true as const } : {}),
  };
  return { text: actText(header), parts: [part] };
}

/** The signed act and its one part. */
export async function speak(room: SpeechRoom, { signer, ...said }: Speech): Promise<Spoken> {
  const { text, parts } = compose(room, said);
  return { bytes: formatNote(text, [await signTextBy(text, signer)]), parts };
}

/** The number after those that a body has used of a year: `UA-NODE-2026-0001`. */
export function numberAfter(prefix: string, used: number): string {
  return `${prefix}${String(used + 1).padStart(4, '0')}`;
}
