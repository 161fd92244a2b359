// A signed note: a text with lines that sign it, readable by people, verifiable by any program that knows the form.
import { base64, concat, fromBase64, fromUtf8, utf8 } from './bytes.ts';
import type { PublicKey, Signer, SigningKey, VerifyEd25519 } from './key.ts';
import { refuse } from './refusal.ts';

/** One line `— name base64(id || signature)`. */
export interface SignatureLine {
  readonly name: string;
  readonly id: number;
  readonly signature: Uint8Array;
}

/** A note as read: `text` ends in a newline and is exactly what is signed. */
export interface Note {
  readonly text: string;
  readonly signatures: readonly SignatureLine[];
}

/** c2sp.org/signed-note: at least 16 must be accepted; more than this is refused. */
export const SIGNATURES_LIMIT = 16;
/** A note larger than this is refused before it is read. */
export const NOTE_LIMIT = 1 << 20;

const LINE = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/u;
// Every ASCII control character but the newline.
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;

function parseLine(line: string): SignatureLine {
  const match = LINE.exec(line);
  const bytes = match?.[2] === undefined ? undefined : fromBase64(match[2]);
  if (match?.[1] === undefined || match[1].includes('+') || bytes === undefined || bytes.length < 5) {
    throw refuse('note-malformed', `Reading the signature line ${JSON.stringify(line.slice(0, 120))}.`);
  }
  const id = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  return { name: match[1], id, signature: bytes.slice(4) };
}

/** Reads a note without judging its signatures. Throws `note-malformed`. Source: c2sp.org/signed-note, "Format". */
export function parseNote(bytes: Uint8Array): Note {
  if (bytes.length > NOTE_LIMIT) throw refuse('note-malformed', `Reading a note of ${bytes.length} bytes.`);
  const whole = fromUtf8(bytes);
  if (whole === undefined) throw refuse('note-malformed', 'Reading a note that is not UTF-8.');
  if (CONTROL.test(whole)) throw refuse('note-malformed', 'Reading a note with a control character.');
  const split = whole.lastIndexOf('\n\n');
  if (split < 0 || !whole.endsWith('\n')) throw refuse('note-malformed', 'Reading a note without signature lines.');
  const lines = whole.slice(split + 2, -1).split('\n');
  if (lines.length > SIGNATURES_LIMIT) throw refuse('note-malformed', `Reading ${lines.length} signature lines.`);
  return { text: whole.slice(0, split + 1), signatures: lines.map(parseLine) };
}

/** The line of one signature, without newline. */
export function formatLine(line: SignatureLine): string {
  const id = new Uint8Array(4);
  new DataView(id.buffer).setUint32(0, line.id);
  return `— ${line.name} ${base64(concat(id, line.signature))}`;
}

/** The bytes of a note: text, empty line, signature lines in the order given. `text` must end in a newline. */
export function formatNote(text: string, signatures: readonly SignatureLine[]): Uint8Array {
  if (!text.endsWith('\n')) throw new Error('formatNote: the text of a note ends in a newline');
  return utf8(`${text}\n${signatures.map((line) => `${formatLine(line)}\n`).join('')}`);
}

/** Signs `text` with a plain Ed25519 key (type 0x01). */
export function signText(text: string, signer: Signer): SignatureLine {
  return { name: signer.key.name, id: signer.key.id, signature: signer.sign(utf8(text)) };
}

/** Signs `text` as `signText` does, by a key that may lie outside this process. Throws what its signing throws. */
export async function signTextBy(text: string, by: SigningKey): Promise<SignatureLine> {
  return { name: by.key.name, id: by.key.id, signature: await by.sign(utf8(text)) };
}

/**
 * Which of `keys` signed the note's text, plain Ed25519 lines only (type 0x01). Lines of unknown keys are ignored, as
 * the specification asks; a line of a known key that fails refuses the whole note (`signature-invalid`), and a key
 * that signs twice is refused (`signer-repeated`): two hands are two keys.
 */
export function verifyNote(note: Note, keys: readonly PublicKey[], verify: VerifyEd25519): readonly PublicKey[] {
  const signed: PublicKey[] = [];
  const message = utf8(note.text);
  for (const line of note.signatures) {
    const key = keys.find((known) => known.name === line.name && known.id === line.id);
    if (key === undefined) continue;
    if (signed.includes(key)) throw refuse('signer-repeated', `Verifying a note signed twice by ${key.name}.`);
    if (line.signature.length !== 64 || !verify(key.bytes, message, line.signature)) {
      throw refuse('signature-invalid', `Verifying the signature of ${key.name}.`);
    }
    signed.push(key);
  }
  return signed;
}
