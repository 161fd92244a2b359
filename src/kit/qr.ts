// A code that a camera reads: QR of one size (version 20, level M), bytes only. Source: ISO/IEC 18004.

/** The one size that is made: 97 modules a side, 669 bytes of data and 416 that mend it, in 16 blocks. */
const VERSION = 20;
export const QR_SIZE = 17 + VERSION * 4;
const DATA = 669;
const BLOCKS = 16;
const MENDING = 26;
/** Centres of the small squares by which a camera finds the grid. */
const ALIGNED = [6, 34, 62, 90];
/** Bytes that one code carries. */
export const QR_CAPACITY = DATA - 3;

/** Multiplication in the field of 256 elements modulo x^8 + x^4 + x^3 + x^2 + 1. */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((b >>> bit) & 1) * a;
  }
  return product;
}

/** Coefficients, highest first but for the leading one, of the polynomial whose roots are the first powers of 2. */
function generator(): readonly number[] {
  const found: number[] = Array.from({ length: MENDING }, () => 0);
  found[MENDING - 1] = 1;
  let root = 1;
  for (let n = 0; n < MENDING; n++) {
    for (let i = 0; i < MENDING; i++) found[i] = times(found[i] ?? 0, root) ^ (found[i + 1] ?? 0);
    root = times(root, 2);
  }
  return found;
}

/** The bytes that mend a block: the remainder of its division by the generator. */
function mending(block: readonly number[], divisor: readonly number[]): readonly number[] {
  const rest = Array.from({ length: MENDING }, () => 0);
  for (const byte of block) {
    const factor = byte ^ (rest.shift() ?? 0);
    rest.push(0);
    for (const [i, coefficient] of divisor.entries()) rest[i] = (rest[i] ?? 0) ^ times(coefficient, factor);
  }
  return rest;
}

/** Mode, length, bytes, end, filling: what the data bytes of the code hold. */
function dataOf(bytes: Uint8Array): readonly number[] {
  const bits = [4, bytes.length >>> 12, (bytes.length >>> 8) & 15, (bytes.length >>> 4) & 15, bytes.length & 15];
  for (const byte of bytes) bits.push(byte >>> 4, byte & 15);
  bits.push(0);
  if (bits.length % 2 === 1) bits.push(0);
  const data = Array.from({ length: bits.length / 2 }, (_, i) => ((bits[2 * i] ?? 0) << 4) | (bits[2 * i + 1] ?? 0));
  for (let filling = 0xec; data.length < DATA; filling ^= 0xec ^ 0x11) data.push(filling);
  return data;
}

/** All bytes in the order in which they lie in the code: blocks side by side, so that a stain hurts each a little. */
function woven(data: readonly number[]): readonly number[] {
  const short = Math.floor(DATA / BLOCKS);
  const long = DATA % BLOCKS;
  const divisor = generator();
  const blocks: { readonly data: readonly number[]; readonly mending: readonly number[] }[] = [];
  for (let at = 0, i = 0; i < BLOCKS; i++) {
    const length = short + (i < BLOCKS - long ? 0 : 1);
    const block = data.slice(at, at + length);
    at += length;
    blocks.push({ data: block, mending: mending(block, divisor) });
  }
  const all: number[] = [];
  for (let i = 0; i <= short; i++) for (const block of blocks) all.push(...block.data.slice(i, i + 1));
  for (let i = 0; i < MENDING; i++) for (const block of blocks) all.push(block.mending[i] ?? 0);
  return all;
}

/** Dark modules, and which of them are of the frame and so carry no data. */
class Grid {
  readonly dark: boolean[][] = Array.from({ length: QR_SIZE }, () => Array.from({ length: QR_SIZE }, () => false));
  readonly frame: boolean[][] = Array.from({ length: QR_SIZE }, () => Array.from({ length: QR_SIZE }, () => false));

  at(x: number, y: number): boolean {
    return this.dark[y]?.[x] === true;
  }

  put(x: number, y: number, dark: boolean): void {
    const row = this.dark[y];
    if (row !== undefined && x >= 0 && x < QR_SIZE) row[x] = dark;
  }

  set(x: number, y: number, dark: boolean): void {
    this.put(x, y, dark);
    const row = this.frame[y];
    if (row !== undefined && x >= 0 && x < QR_SIZE) row[x] = true;
  }
}

/** Squares within squares: `reach` 4 draws a corner with its white edge, 2 a small one. */
function square(grid: Grid, x: number, y: number, reach: number): void {
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const ring = Math.max(Math.abs(dx), Math.abs(dy));
      grid.set(x + dx, y + dy, reach === 4 ? ring !== 2 && ring !== 4 : ring !== 1);
    }
  }
}

/** The remainder by which a few bits of the frame mend themselves. */
function remainder(value: number, bits: number, divisor: number): number {
  let rest = value;
  for (let i = 0; i < bits; i++) rest = (rest << 1) ^ ((rest >>> (bits - 1)) * divisor);
  return rest;
}

/** What tells a camera the level and the mask, beside two corners. Level M is 00. */
function tellMask(grid: Grid, mask: number): void {
  const bits = ((mask << 10) | remainder(mask, 10, 0x537)) ^ 0x5412;
  const bit = (i: number): boolean => ((bits >>> i) & 1) !== 0;
  for (let i = 0; i <= 5; i++) grid.set(8, i, bit(i));
  grid.set(8, 7, bit(6));
  grid.set(8, 8, bit(7));
  grid.set(7, 8, bit(8));
  for (let i = 9; i < 15; i++) grid.set(14 - i, 8, bit(i));
  for (let i = 0; i < 8; i++) grid.set(QR_SIZE - 1 - i, 8, bit(i));
  for (let i = 8; i < 15; i++) grid.set(8, QR_SIZE - 15 + i, bit(i));
  grid.set(8, QR_SIZE - 8, true);
}

function frame(grid: Grid, mask: number): void {
  for (let i = 0; i < QR_SIZE; i++) {
    grid.set(6, i, i % 2 === 0);
    grid.set(i, 6, i % 2 === 0);
  }
  const last = QR_SIZE - 4;
  for (const [x, y] of [[3, 3], [last, 3], [3, last]] as const) square(grid, x, y, 4);
  const [low, high] = [ALIGNED[0], ALIGNED.at(-1)];
  for (const x of ALIGNED) {
    for (const y of ALIGNED) {
      const corner = (x === low && y === low) || (x === low && y === high) || (x === high && y === low);
      if (!corner) square(grid, x, y, 2);
    }
  }
  const bits = (VERSION << 12) | remainder(VERSION, 12, 0x1f25);
  for (let i = 0; i < 18; i++) {
    const dark = ((bits >>> i) & 1) !== 0;
    const [a, b] = [QR_SIZE - 11 + (i % 3), Math.floor(i / 3)];
    grid.set(a, b, dark);
    grid.set(b, a, dark);
  }
  tellMask(grid, mask);
}

/** The mask that this room always takes: every module in a chequer, which leaves no large area of one shade. */
const MASK = 0;

function fill(grid: Grid, bytes: readonly number[]): void {
  let i = 0;
  for (let right = QR_SIZE - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < QR_SIZE; step++) {
      const upward = ((right + 1) & 2) === 0;
      const y = upward ? QR_SIZE - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (grid.frame[y]?.[x] === true) continue;
        const dark = (((bytes[i >>> 3] ?? 0) >>> (7 - (i & 7))) & 1) !== 0;
        grid.put(x, y, dark !== ((x + y) % 2 === 0));
        i += 1;
      }
    }
  }
}

/** The rows of a code, dark or not, without the white edge of four modules that a camera needs around it. */
export function qrOf(bytes: Uint8Array): readonly (readonly boolean[])[] {
  if (bytes.length > QR_CAPACITY) throw new Error(`qr: ${bytes.length} bytes, and a code carries ${QR_CAPACITY}`);
  const grid = new Grid();
  frame(grid, MASK);
  fill(grid, woven(dataOf(bytes)));
  return grid.dark;
}

/** The dark modules as strokes of an SVG of `QR_VIEW` units a side: runs of a row as lines one unit thick. */
export function qrPath(bytes: Uint8Array): string {
  return qrOf(bytes).map(strokes).join('');
}

/** The side of the picture, white edge and all. */
export const QR_VIEW = QR_SIZE + 8;

function strokes(row: readonly boolean[], y: number): string {
  let path = `M4 ${y + 4.5}`;
  for (let x = 0; x < row.length; ) {
    const dark = row[x] === true;
    let end = x + 1;
    while (end < row.length && (row[end] === true) === dark) end += 1;
    path += dark ? `h${end - x}` : end < row.length ? `m${end - x} 0` : '';
    x = end;
  }
  return path;
}
