// A WOFF opened once into the plain font in it: whoever embeds the font would else inflate its tables at every letter.
import { inflateSync } from 'node:zlib';

// Source: W3C Recommendation, WOFF File Format 1.0, sections 3 to 5; OpenType 1.9, "Table Directory".
const SIGNATURE = 0x774f4646;
const HEADER = 44;
const ENTRY = 20;
const PLAIN_HEADER = 12;
const PLAIN_ENTRY = 16;

interface Table {
  readonly tag: number;
  readonly checksum: number;
  readonly bytes: Uint8Array;
}

function tablesOf(woff: Uint8Array): readonly Table[] {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  if (view.getUint32(0) !== SIGNATURE) throw new Error('woff: a font of documents is no WOFF');
  return Array.from({ length: view.getUint16(12) }, (_, i) => {
    const at = HEADER + i * ENTRY;
    const [offset, packed, size] = [view.getUint32(at + 4), view.getUint32(at + 8), view.getUint32(at + 12)];
    const bytes = woff.subarray(offset, offset + packed);
    // A table that would not get smaller stands as it is.
    const whole = packed < size ? new Uint8Array(inflateSync(bytes, { maxOutputLength: size })) : bytes;
    if (whole.length !== size) throw new Error(`woff: a table has ${whole.length} bytes of ${size}`);
    return { tag: view.getUint32(at), checksum: view.getUint32(at + 16), bytes: whole };
  });
}

/** The font as TrueType or OpenType: the same tables in the same order, each on a boundary of four bytes. */
export function openWoff(woff: Uint8Array): Uint8Array {
  const tables = tablesOf(woff);
  const flavour = new DataView(woff.buffer, woff.byteOffset).getUint32(4);
  const padded = (size: number): number => Math.ceil(size / 4) * 4;
  const directory = PLAIN_HEADER + tables.length * PLAIN_ENTRY;
  const font = new Uint8Array(directory + tables.reduce((sum, { bytes }) => sum + padded(bytes.length), 0));
  const view = new DataView(font.buffer);
  const power = Math.floor(Math.log2(tables.length));
  view.setUint32(0, flavour);
  view.setUint16(4, tables.length);
  view.setUint16(6, 2 ** power * 16);
  view.setUint16(8, power);
  view.setUint16(10, tables.length * 16 - 2 ** power * 16);
  let offset = directory;
  tables.forEach(({ tag, checksum, bytes }, i) => {
    const at = PLAIN_HEADER + i * PLAIN_ENTRY;
    view.setUint32(at, tag);
    view.setUint32(at + 4, checksum);
    view.setUint32(at + 8, offset);
    view.setUint32(at + 12, bytes.length);
    font.set(bytes, offset);
    offset += padded(bytes.length);
  });
  return font;
}
