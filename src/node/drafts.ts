// Drafts as they are composed, kept and read back: above ring A sealed, what was typed and said of them as well.
import type { ActHeader } from '../act/act.ts';
import { fromBase64, fromUtf8, utf8 } from '../act/bytes.ts';
import { decode, encode, type Json } from '../act/canonical.ts';
import { formatChunks, formatFile } from '../act/file.ts';
import { BODY_PART, CHUNKS_PART, commitment, CONTENT_PART, FILE_PART, type Part, SALT_SIZE } from '../act/part.ts';
import { refuse } from '../act/refusal.ts';
import type { Agreement } from '../agreement/agreement.ts';
import { openLabel, ringOf } from '../agreement/label.ts';
import { notePartName, noteVerbale } from '../agreement/noteverbale.ts';
import { classOf } from '../agreement/ring.ts';
import type { AreaKind, Content, Enclosure, ShownAct } from '../area.ts';
import type { DraftRow, PartBytes } from './store/drafts.ts';
import type { Vault } from './vault.ts';

const JSON_TYPE = 'application/json';
const TEXT_TYPE = 'text/plain';

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

/** What an act about to be drafted is made of, beside its kind. */
interface Bare {
  readonly number: string;
  readonly at: string;
  readonly content: Content;
  readonly by: string;
  readonly seen: ActHeader['seen'];
  readonly exercise: boolean;
}

type Salted = Part & { readonly type: string };

/** The header of an act, and its parts in their order: body, notes, words, what it encloses, its file. */
export function composeAct(
  { agreement, random }: { readonly agreement: Agreement; readonly random: (bytes: number) => Uint8Array },
  kind: AreaKind,
  { number, at, content, by, seen, exercise }: Bare,
  about: ShownAct | undefined,
): { readonly parts: readonly Salted[]; readonly header: ActHeader } {
  const salted = (name: string, type: string, bytes: Uint8Array): Salted => ({
    name,
    type,
    salt: random(SALT_SIZE),
    bytes,
  });
  const label = content.label ?? openLabel(agreement);
  const header = (parts: readonly Salted[]): ActHeader => ({
    agreement: agreement.id,
    kind: kind.kind.id,
    provisions: [...content.provisions],
    by,
    at,
    number,
    to: [...content.to],
    subject: content.subject,
    re: content.re.map((reference) => ({ ...reference })),
    seen,
    label,
    parts: parts.map((part) => ({
      name: part.name,
      type: part.type,
      class: classOf(label, part),
      commitment: commitment(part.salt, part.bytes),
    })),
    ...(exercise || content.exercise === true ? { exercise: true as const } : {}),
  });
  const body = salted(BODY_PART, JSON_TYPE, utf8(encode(content.body)));
  const words = content.content === undefined ? [] : [salted(CONTENT_PART, JSON_TYPE, utf8(encode(content.content)))];
  const files = content.enclosures ?? [];
  const enclosed = [
    ...words,
    ...[...files, ...fileParts(content)].map(({ name, type, bytes }) => salted(name, type, bytes)),
  ];
  const { note } = kind;
  if (note === undefined) return { parts: [body, ...enclosed], header: header([body, ...enclosed]) };
  const references = about === undefined ? [] : [about.act];
  const notes = noteVerbale(header([body]), agreement, (language) =>
    note({ header: header([body]), body: content.body, references }, agreement, language),
  );
  const texts = notes.map((text) => salted(notePartName(text.language), TEXT_TYPE, utf8(text.text)));
  const parts = [body, ...texts, ...enclosed];
  return { parts, header: header(parts) };
}

/** The two parts by which an act carries a file. */
function fileParts({ file }: Content): readonly Enclosure[] {
  if (file === undefined) return [];
  return [
    { name: CHUNKS_PART, type: JSON_TYPE, bytes: formatChunks(file.chunks) },
    { name: FILE_PART, type: JSON_TYPE, bytes: formatFile(file.file) },
  ];
}
