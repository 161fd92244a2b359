// A sheet: a signed act with its parts as one text, which paper carries where no line does, whole or in codes.
import { base64, base64url, fromBase64, fromUtf8, utf8 } from './bytes.ts';
import { sha256 } from '@noble/hashes/sha2.js';
import type { PartHeader } from './act.ts';
import type { Part } from './part.ts';
import { refuse } from './refusal.ts';

/**
 * First line of a sheet. Then the signed note byte for byte, then a line for each part: the word `part`, its name, its
 * salt and its bytes in base64. A sheet says what a delivery says; it proves no place in a log, for it is in none yet.
 */
export const SHEET_PREFIX = 'servanda/sheet/v1\n';
/** Characters of a sheet, at most, and of the part of it that one code carries. */
export const SHEET_LIMIT = 200_000;
export const CODE_LIMIT = 620;
/** Codes that a sheet is split into, at most; a larger one is carried as a file. */
export const CODES_LIMIT = 24;

export interface Sheet {
  readonly bytes: Uint8Array;
  readonly parts: readonly Part[];
}

/** A sheet is paper: who finds it reads it. `label-refused` for an act whose parts are sealed to a node. */
export function requireOpen(parts: readonly Pick<PartHeader, 'class' | 'name'>[]): void {
  const sealed = parts.find((part) => part.class === 'B');
  if (sealed === undefined) return;
  throw refuse('label-refused', `A sheet is open paper, and the part ${sealed.name} is sealed: use line or bundle.`);
}

export function formatSheet({ bytes, parts }: Sheet): string {
  const lines = parts.map(({ name, salt, bytes: held }) => `part ${name} ${base64(salt)} ${base64(held)}\n`);
  return `${SHEET_PREFIX}${fromUtf8(bytes) ?? ''}${lines.join('')}`;
}

const PART = /^part ([a-z0-9][a-z0-9.-]{0,90}) ([A-Za-z0-9+/]+=*) ([A-Za-z0-9+/]*=*)$/;

/** A code as it is scanned: which of how many, of which sheet, and its piece. */
const CODE = /SERVANDA1 (\d{1,2})\/(\d{1,2}) ([A-Za-z0-9_-]{8}) ([A-Za-z0-9_-]+)/g;

function sheetId(text: string): string {
  return base64url(sha256(utf8(text))).slice(0, 8);
}

/** The texts of the codes that together carry a sheet; none where it is too large for paper. */
export function codesOf(text: string): readonly string[] {
  const whole = base64url(utf8(text));
  const count = Math.ceil(whole.length / CODE_LIMIT);
  if (count > CODES_LIMIT) return [];
  return Array.from({ length: count }, (_, i) => {
    return `SERVANDA1 ${i + 1}/${count} ${sheetId(text)} ${whole.slice(i * CODE_LIMIT, (i + 1) * CODE_LIMIT)}`;
  });
}

/** The text that scanned codes carry together, in whatever order they stand; undefined where there are none. */
function joined(text: string): string | undefined {
  const codes = [...text.matchAll(CODE)].map(([, n, of, id, piece]) => ({ n: Number(n), of: Number(of), id, piece }));
  const [first] = codes;
  if (first === undefined) return undefined;
  const missing = Array.from({ length: first.of }, (_, i) => i + 1).filter(
    (n) => !codes.some((code) => code.n === n && code.id === first.id && code.of === first.of),
  );
  if (missing.length > 0) {
    throw refuse('delivery-malformed', `Codes ${missing.join(', ')} of ${first.of} of the sheet are missing.`);
  }
  const pieces = Array.from({ length: first.of }, (_, i) => codes.find((code) => code.n === i + 1)?.piece ?? '');
  const whole = pieces.join('').replaceAll('-', '+').replaceAll('_', '/');
  const bytes = fromBase64(whole.padEnd(Math.ceil(whole.length / 4) * 4, '='));
  const read = bytes === undefined ? undefined : fromUtf8(bytes);
  if (read === undefined || sheetId(read) !== first.id) {
    throw refuse('delivery-malformed', 'The codes of the sheet do not fit each other.');
  }
  return read;
}

/** Reads a sheet, as text or as codes. What is signed is not judged here. Throws `delivery-malformed`. */
export function readSheet(given: string): Sheet {
  if (given.length > SHEET_LIMIT) throw refuse('delivery-too-large', `A sheet of ${given.length} characters.`);
  const plain = given.replaceAll('\r\n', '\n');
  const text = (joined(plain) ?? plain).trimStart();
  if (!text.startsWith(SHEET_PREFIX)) {
    throw refuse('delivery-malformed', `A sheet begins with ${JSON.stringify(SHEET_PREFIX.trim())}.`);
  }
  const lines = text.slice(SHEET_PREFIX.length).trimEnd().split('\n');
  const first = lines.findIndex((line) => line.startsWith('part '));
  const note = first < 0 ? lines : lines.slice(0, first);
  const parts = (first < 0 ? [] : lines.slice(first)).map((line) => {
    const [, name, salt, bytes] = PART.exec(line) ?? [];
    const opened = { salt: fromBase64(salt ?? ''), bytes: fromBase64(bytes ?? '') };
    if (name === undefined || opened.salt === undefined || opened.bytes === undefined) {
      throw refuse('delivery-malformed', `A line of the sheet is no part: ${JSON.stringify(line.slice(0, 60))}.`);
    }
    return { name, salt: opened.salt, bytes: opened.bytes };
  });
  return { bytes: utf8(`${note.join('\n')}\n`), parts };
}
