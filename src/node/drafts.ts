// Drafts as they are kept and read back: above ring A sealed, what was typed and said of them as well.
import type { ActHeader } from '../act/act.ts';
import { fromBase64, fromUtf8, utf8 } from '../act/bytes.ts';
import { decode, type Json } from '../act/canonical.ts';
import { BODY_PART, type Part } from '../act/part.ts';
import { refuse } from '../act/refusal.ts';
import { ringOf } from '../agreement/label.ts';
import type { DraftRow, PartBytes } from './store/drafts.ts';
import type { Vault } from './vault.ts';

export function headerOf(row: Pick<DraftRow, 'text'>): ActHeader {
  return decode(row.text.split('\n')[1] ?? '') as unknown as ActHeader;
}

function openPart(part: PartBytes): Part {
  const salt = fromBase64(part.salt);
  const bytes = fromBase64(part.bytes);
  if (salt === undefined || bytes === undefined) throw new Error(`drafts: the kept part ${part.name} is not base64`);
  return { name: part.name, salt, bytes };
}

/** The parts of a draft that was opened; none of one that is sealed still. */
export function partsOf(row: Pick<DraftRow, 'parts'>): readonly Part[] {
  return row.parts.map(openPart);
}

export function bodyOf(parts: readonly Part[]): Json {
  return decode(fromUtf8(parts.find((part) => part.name === BODY_PART)?.bytes ?? utf8('null')) ?? 'null');
}

/** The row as it is kept. `seal-key-missing` where its parts could be sealed for nobody. */
export async function sealDraft(vault: Vault, row: DraftRow): Promise<DraftRow> {
  const header = headerOf(row);
  const ring = ringOf(header.label);
  if (ring === 'A') return row;
  if (ring === 'B' && !vault.canSend) {
    throw refuse('seal-key-missing', `Writing ${row.number}: the card of the other node names no key to seal to.`);
  }
  const { parts, typed } = row;
  const content = utf8(JSON.stringify({ parts, typed }));
  const sealed = await vault.keepDraft(header, { draft: row.id, what: 'content' }, content);
  return { ...row, parts: [], typed: {}, sealed };
}

/** Why a draft was sent back, as it is kept. */
export async function sealReason(
  vault: Vault,
  row: DraftRow,
  reason: string,
): Promise<Pick<DraftRow, 'reason' | 'sealed_reason'>> {
  const header = headerOf(row);
  if (ringOf(header.label) === 'A') return { reason, sealed_reason: null };
  return {
    reason: null,
    sealed_reason: await vault.keepDraft(header, { draft: row.id, what: 'reason' }, utf8(reason)),
  };
}

/** The row as it was written. `seal-key-missing`, `envelope-invalid`. */
export async function openDraft(vault: Vault, row: DraftRow): Promise<DraftRow> {
  const { sealed, sealed_reason: said } = row;
  if (sealed === null) return row;
  const header = headerOf(row);
  const read = async (what: 'content' | 'reason', bytes: Uint8Array): Promise<string> =>
    fromUtf8(await vault.openDraft(header, { draft: row.id, what }, bytes)) ?? '';
  const content = JSON.parse(await read('content', sealed)) as Pick<DraftRow, 'parts' | 'typed'>;
  return { ...row, ...content, reason: said === null ? row.reason : await read('reason', said) };
}
