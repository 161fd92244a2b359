// The code that a camera reads, read back here module by module: frame, mask, blocks, mending bytes, content.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fromUtf8, utf8 } from '../../src/act/bytes.ts';
import { CODE_LIMIT } from '../../src/act/sheet.ts';
import { QR_CAPACITY, QR_SIZE, qrOf, qrPath } from '../../src/kit/qr.ts';

const CENTRES = [6, 34, 62, 90];

/** Whether a module belongs to the frame, told from the standard's drawing of version 20 and not from the code. */
function inFrame(x: number, y: number): boolean {
  const end = QR_SIZE - 8;
  if (x === 6 || y === 6) return true;
  if ((x < 9 && y < 9) || (x >= end && y < 9) || (x < 9 && y >= end)) return true;
  if ((x >= end - 3 && x < end && y < 6) || (y >= end - 3 && y < end && x < 6)) return true;
  const corners = ['6 6', `6 90`, `90 6`];
  return CENTRES.some((cx) =>
    CENTRES.some((cy) => !corners.includes(`${cx} ${cy}`) && Math.abs(x - cx) <= 2 && Math.abs(y - cy) <= 2),
  );
}

/** All bytes of the code in the order in which they lie in it, unmasked. */
function bytesOf(rows: readonly (readonly boolean[])[]): readonly number[] {
  const bits: number[] = [];
  const columns = [...Array(QR_SIZE).keys()].toReversed().filter((x) => x !== 6);
  for (let i = 0; i < columns.length; i += 2) {
    const pair = [columns[i] ?? 0, columns[i + 1] ?? 0];
    const order = [...Array(QR_SIZE).keys()];
    for (const y of (i / 2) % 2 === 0 ? order.toReversed() : order) {
      for (const x of pair) if (!inFrame(x, y)) bits.push(Number(rows[y]?.[x] !== ((x + y) % 2 === 0)));
    }
  }
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, i) =>
    bits.slice(8 * i, 8 * i + 8).reduce((byte, bit) => (byte << 1) | bit, 0),
  );
}

/** The text in the data bytes: sixteen blocks, three of 41 and thirteen of 42, woven byte by byte. */
function contentOf(bytes: readonly number[]): string | undefined {
  const lengths = Array.from({ length: 16 }, (_, i) => (i < 3 ? 41 : 42));
  const blocks: number[][] = lengths.map(() => []);
  let at = 0;
  for (let i = 0; i < 42; i++) {
    for (const [b, block] of blocks.entries()) if (i < (lengths[b] ?? 0)) block.push(bytes[at++] ?? 0);
  }
  const data = blocks.flat();
  const nibble = (i: number): number => ((data[i >> 1] ?? 0) >> (i % 2 === 0 ? 4 : 0)) & 15;
  if (nibble(0) !== 4) return undefined;
  const length = (nibble(1) << 12) | (nibble(2) << 8) | (nibble(3) << 4) | nibble(4);
  return fromUtf8(Uint8Array.from({ length }, (_, i) => (nibble(5 + 2 * i) << 4) | nibble(6 + 2 * i)));
}

describe('a code', () => {
  test('says what was put in, read back by the drawing of the standard', () => {
    const full = `SERVANDA1 1/4 abcdefgh ${'Ab3_-'.repeat(CODE_LIMIT / 5)}`;
    for (const text of ['', 'A', full, 'ї'.repeat(QR_CAPACITY / 2)]) {
      expect(contentOf(bytesOf(qrOf(utf8(text))))).toBe(text);
    }
    expect(() => qrOf(new Uint8Array(QR_CAPACITY + 1))).toThrow(/carries 666/);
  });

  test('is the same code that another reader has read', () => {
    // The modules of this text, rendered and read by zxing-cpp as QR, level M, on 25 November 2026.
    const text = `SERVANDA1 1/4 abcdefgh ${'Ab3_-'.repeat(124)}`;
    const rows = qrOf(utf8(text)).map((row) => row.map((dark) => (dark ? '#' : '.')).join('')).join('\n');
    const hash = createHash('sha256').update(rows).digest('hex');
    expect(hash).toBe('700c313cd576e01ea7e48fc2a5bbf23284d5423d3d670efa1ac4c3816661ae1e');
  });

  test('is drawn as runs that cover exactly its dark modules', () => {
    const rows = qrOf(utf8('servanda'));
    const runs = [...qrPath(utf8('servanda')).matchAll(/h(\d+)/g)].reduce((sum, [, length]) => sum + Number(length), 0);
    expect(runs).toBe(rows.flat().filter(Boolean).length);
  });
});
