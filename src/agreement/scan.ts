// A scan of a sealed paper: which files it may be, known by their first bytes and not by their names.
import { refuse } from '../act/refusal.ts';

/** The largest scan, in bytes: a few pages at 300 dots to the inch. It must fit one form and one delivery. */
export const SCAN_LIMIT = 6 * 1024 * 1024;

interface ScanForm {
  readonly type: string;
  readonly ending: string;
  readonly opens: readonly number[];
}

// Sources: ISO 32000-2, 7.5.2; PNG (ISO/IEC 15948), 5.2; JPEG (ITU-T T.81), B.1.1.3.
const FORMS: readonly ScanForm[] = [
  { type: 'application/pdf', ending: 'pdf', opens: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/png', ending: 'png', opens: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', ending: 'jpg', opens: [0xff, 0xd8, 0xff] },
];

/** The media type and the ending of a scan. Refuses with `input-malformed` what is none, or too large. */
export function scanForm(bytes: Uint8Array): { readonly type: string; readonly ending: string } {
  if (bytes.length > SCAN_LIMIT) {
    throw refuse('input-malformed', `field scan: It has ${bytes.length} bytes; a scan has at most ${SCAN_LIMIT}.`);
  }
  const found = FORMS.find(({ opens }) => opens.every((byte, i) => bytes[i] === byte));
  if (found === undefined) throw refuse('input-malformed', 'field scan: It is no PDF, PNG or JPEG by its first bytes.');
  return { type: found.type, ending: found.ending };
}
