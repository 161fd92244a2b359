// Files sealed in chunks: opened in order, whole, by their key, or not at all; and of a size that tells little.
import { createHash, randomBytes, webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHUNK_LIMIT, CHUNKS_LIMIT, FILE_CHUNK, FILE_LIMIT, fileName, fileType, formatChunks, formatFile, type LargeFile,
  readChunks, readFile, sealedIn,
} from '../../src/act/file.ts';
import { concat, utf8 } from '../../src/act/bytes.ts';
import { openFile, sealFile } from '../../src/seal/file.ts';
import { fileClassOf } from '../../src/seal/padding.ts';
import type { Means } from '../../src/seal/wrap.ts';

const means: Means = {
  subtle: webcrypto.subtle as unknown as SubtleCrypto,
  random: (bytes) => webcrypto.getRandomValues(new Uint8Array(bytes)),
};

interface Sealed {
  readonly large: LargeFile;
  readonly chunks: readonly Uint8Array[];
}

async function seal(pieces: readonly Uint8Array[]): Promise<Sealed> {
  const chunks: Uint8Array[] = [];
  const large = await sealFile(means, {
    name: 'EXERCISE.img',
    type: 'application/octet-stream',
    content: pieces,
    put: async (chunk) => {
      await Promise.resolve(chunks.push(chunk));
    },
  });
  return { large, chunks };
}

async function opened({ large, chunks }: Sealed): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const chunk = async (_named: unknown, n: number) => await Promise.resolve(chunks[n] as Uint8Array);
  for await (const piece of openFile(means, { ...large, chunk })) pieces.push(piece);
  return concat(...pieces);
}

/** The code with which it is refused; `opened` where it is not. */
async function outcome(sealed: Sealed): Promise<string> {
  try {
    await opened(sealed);
    return 'opened';
  } catch (cause) {
    return (cause as { readonly code?: string }).code ?? String(cause);
  }
}

/** Content of `size` bytes, cut into pieces of `step`. */
function inSteps(size: number, step: number): readonly Uint8Array[] {
  const all = new Uint8Array(randomBytes(size));
  return Array.from({ length: Math.ceil(size / step) }, (_, i) => all.subarray(i * step, (i + 1) * step));
}

describe('a sealed file', () => {
  it('opens to what was sealed, however it came, at every edge of a chunk', async () => {
    const edges = [FILE_CHUNK - 1, FILE_CHUNK, FILE_CHUNK + 1, 2 * FILE_CHUNK];
    for (const size of [0, 1, 1023, 1024, 1025, ...edges, 2_500_000]) {
      const pieces = inSteps(size, size > 5000 ? 65_537 : 100);
      const sealed = await seal(pieces);
      expect(await opened(sealed)).toEqual(concat(...pieces));
      expect(sealed.large.file.size).toBe(size);
      expect(sealedIn(sealed.large.chunks)).toBe(fileClassOf(size));
      expect(sealed.chunks.map((chunk) => createHash('sha256').update(chunk).digest('hex'))).toEqual(
        sealed.large.chunks.map(({ sha256 }) => sha256),
      );
      expect(readChunks(formatChunks(sealed.large.chunks))).toEqual(sealed.large.chunks);
      expect(readFile(formatFile(sealed.large.file))).toEqual(sealed.large.file);
    }
  });

  it('opens no more where chunks are changed, moved, left out, put behind, or cut', async () => {
    const sealed = await seal(inSteps(3 * FILE_CHUNK + 5000, 300_000));
    const { large, chunks } = sealed;
    const count = chunks.length;
    expect(count).toBeGreaterThan(3);
    await fc.assert(
      fc.asyncProperty(fc.nat(count - 1), fc.nat(2 ** 31), fc.nat(7), async (n, at, bit) => {
        const changed = new Uint8Array(chunks[n] as Uint8Array);
        const place = at % changed.length;
        changed[place] = (changed[place] as number) ^ (1 << bit);
        expect(await outcome({ large, chunks: chunks.with(n, changed) })).toBe('envelope-invalid');
      }),
      { numRuns: 12 },
    );
    const moved = [...chunks];
    [moved[0], moved[1]] = [moved[1] as Uint8Array, moved[0] as Uint8Array];
    const cut = chunks.with(1, (chunks[1] as Uint8Array).subarray(1));
    for (const wrong of [moved, cut]) expect(await outcome({ large, chunks: wrong })).toBe('envelope-invalid');
    // An act that names fewer of them, or one more, names another file.
    const fewer = { ...large, chunks: large.chunks.slice(0, -1) };
    const more = { ...large, chunks: [...large.chunks, ...large.chunks.slice(-1)] };
    expect(await outcome({ large: fewer, chunks })).toBe('envelope-invalid');
    expect(await outcome({ large: more, chunks: [...chunks, ...chunks.slice(-1)] })).toBe('envelope-invalid');
  });

  it('whose last chunk is another one’s middle does not end there, whatever size is named', async () => {
    const { large, chunks } = await seal(inSteps(2 * FILE_CHUNK, FILE_CHUNK));
    const file = { ...large.file, size: FILE_CHUNK };
    expect(await outcome({ large: { file, chunks: large.chunks.slice(0, 1) }, chunks })).toBe('envelope-invalid');
  });

  it('opens by its own key and as its own content alone', async () => {
    const [one, other] = [await seal(inSteps(5000, 1000)), await seal(inSteps(5000, 1000))];
    const swap = (of: Partial<LargeFile['file']>): Sealed => ({
      ...one,
      large: { ...one.large, file: { ...one.large.file, ...of } },
    });
    expect(await outcome(swap({ key: other.large.file.key }))).toBe('envelope-invalid');
    expect(await outcome(swap({ sha256: other.large.file.sha256 }))).toBe('envelope-invalid');
    expect(await outcome(swap({ size: 4999 }))).toBe('envelope-invalid');
    expect(one.large.file.key).not.toBe(other.large.file.key);
  });

  it('tells of its size no more than a class, and never takes more chunks than are named', () => {
    fc.assert(
      fc.property(fc.nat(FILE_LIMIT), (size) => {
        const padded = fileClassOf(size);
        expect(padded).toBeGreaterThanOrEqual(size);
        expect(fileClassOf(padded)).toBe(padded);
        if (size > 65_536) expect(padded).toBeLessThanOrEqual(Math.ceil(size * 1.125));
        expect(Math.ceil(padded / FILE_CHUNK)).toBeLessThanOrEqual(CHUNKS_LIMIT);
      }),
    );
    expect(() => fileClassOf(FILE_LIMIT + 1)).toThrow(/delivery-too-large/);
  });
});

describe('the parts of a file', () => {
  const chunk = (length: number) => ({ sha256: 'a'.repeat(64), length });
  const refused = (chunks: readonly { sha256: string; length: number }[]): boolean => {
    try {
      readChunks(formatChunks(chunks));
      return false;
    } catch (cause) {
      return (cause as { readonly code?: string }).code === 'body-malformed';
    }
  };

  it('are closed shapes with limits', () => {
    expect(refused([chunk(CHUNK_LIMIT), chunk(17)])).toBe(false);
    expect(refused([])).toBe(true);
    expect(refused([chunk(16)])).toBe(true);
    expect(refused([chunk(CHUNK_LIMIT + 1)])).toBe(true);
    expect(refused([chunk(1000), chunk(1000)])).toBe(true);
    expect(refused([{ sha256: 'A'.repeat(64), length: 1000 }])).toBe(true);
    expect(refused(Array.from({ length: CHUNKS_LIMIT + 1 }, () => chunk(CHUNK_LIMIT)))).toBe(true);
    const more = utf8(`{"chunks":[{"length":1000,"sha256":"${'a'.repeat(64)}"}],"more":1,"version":1}`);
    expect(() => readChunks(more)).toThrow(/body-malformed/);
  });

  it('name a file by one line without its folders, and a type that reads as one', () => {
    expect(fileName('C:\\знімки\\фото 1.jpg')).toBe('фото 1.jpg');
    expect(fileName('../../etc/passwd')).toBe('passwd');
    expect(fileName('a\u202Egpj.exe\n')).toBe('agpj.exe');
    expect(fileName('/')).toBe('file');
    expect(fileType('Image/JPEG; q=1')).toBe('image/jpeg');
    expect(fileType('<script>')).toBe('application/octet-stream');
  });
});
