// Signed acts for a measurement, made beforehand or as they are needed, all of one kind and by one body.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type ActHeader, actText, parseAct } from '../src/act/act.ts';
import { utf8 } from '../src/act/bytes.ts';
import { encode } from '../src/act/canonical.ts';
import { formatNote, signText } from '../src/act/note.ts';
import { commitment, type Part } from '../src/act/part.ts';
import type { Agreement } from '../src/agreement/agreement.ts';
import { openLabel } from '../src/agreement/label.ts';
import { openKeys } from '../src/node/keys.ts';
import type { Running } from '../src/node/node.ts';
import { OWN, readEntries } from '../src/node/store/record.ts';
import { MEASURE_TAKEN } from './kinds.ts';

/** An act as it is handed to the door. */
export interface Said {
  readonly bytes: Uint8Array;
  readonly parts: readonly Part[];
}

/** Subjects spoken of, in turn: rows of the register that folds the acts. */
const SUBJECTS = 1000;
const BODY = 'ua:mfa';

/** What an act says, by its number, where it is not the same line under the same provisions. */
export interface Telling {
  readonly provisions: readonly string[];
  readonly text: string;
}

/** Makes acts of the Ukrainian treaty office, by number. The same number makes another act of the same number. */
export async function writerOf(
  node: Running,
  home: string,
  agreement: Agreement,
  tell?: (n: number) => Telling,
): Promise<(n: number) => Said> {
  const ring = await openKeys(join(home, 'keys'));
  const signer = ring.signer(ring.names().find((name) => name.startsWith(`${BODY}/`)) ?? '');
  const [first] = await readEntries(node.sql, OWN, 0, 1);
  if (signer === undefined || first === undefined) throw new Error('bench: the record is not founded');
  const { seen } = parseAct(first.bytes).header;
  const provisions = agreement.provisionsOf(MEASURE_TAKEN.families);
  const label = openLabel(agreement);
  const at = `${new Date().toISOString().slice(0, 19)}Z`;
  return (n) => {
    const salt = new Uint8Array(randomBytes(32));
    const told = tell?.(n) ?? { provisions, text: `line ${n}` };
    const part: Part = { name: 'body', salt, bytes: utf8(encode({ text: told.text })) };
    const header: ActHeader = {
      agreement: agreement.id,
      kind: MEASURE_TAKEN.id,
      provisions: [...told.provisions],
      by: BODY,
      at,
      number: `UA-MFA-2026-${String(n).padStart(7, '0')}`,
      to: ['al:mefa'],
      subject: `bench:${n % SUBJECTS}`,
      re: [],
      seen,
      label,
      parts: [{ name: 'body', type: 'application/json', class: 'A', commitment: commitment(salt, part.bytes) }],
      exercise: true,
    };
    const text = actText(header);
    return { bytes: formatNote(text, [signText(text, signer)]), parts: [part] };
  };
}

/** `count` acts from number `from` on. */
export function acts(write: (n: number) => Said, from: number, count: number): readonly Said[] {
  return Array.from({ length: count }, (_, i) => write(from + i));
}
