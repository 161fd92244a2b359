// A process by itself that takes a file in as the windows do and gives it out again: how much memory that takes.
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { LargeFile } from '../../src/act/file.ts';
import { chunkFolderAt } from '../../src/node/store/chunkfolder.ts';
import { openFile, sealFile } from '../../src/seal/file.ts';
import type { Means } from '../../src/seal/wrap.ts';
import { readForm } from '../../src/web/gate.ts';

const PIECE = 65_536;
const BOUNDARY = 'EXERCISE-boundary';
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

const [path = '', mebibytes = '1'] = process.argv.slice(2);
const folder = chunkFolderAt(path);
const means: Means = { subtle: crypto.subtle, random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)) };
const newHash = () => createHash('sha256');

/** The body of a form with a file of so many MiB, made as it is asked for. */
async function* bodyOf(size: number): AsyncGenerator<Uint8Array> {
  yield text(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="csrf"\r\n\r\nx\r\n`);
  yield text(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="EXERCISE.img"\r\n\r\n`);
  for (let at = 0; at < size * 1024 * 1024; at += PIECE) {
    // As a line would bring it, one piece after the other.
    yield await Promise.resolve(new Uint8Array(PIECE).fill(at / PIECE));
  }
  yield text(`\r\n--${BOUNDARY}--\r\n`);
}

/** Takes the file in through the form, and reads it whole; gives its size. */
async function through(size: number): Promise<number> {
  const body = Readable.toWeb(Readable.from(bodyOf(size))) as ReadableStream<Uint8Array>;
  const headers = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
  const init = { method: 'POST', body, headers, duplex: 'half' };
  const request = new Request('http://window.invalid/drafts', init as RequestInit);
  const { files } = await readForm(request, undefined, async (_typed, sent) =>
    await sealFile(means, { ...sent, newHash, put: async (chunk, { sha256 }) => await folder.put(sha256, chunk) }),
  );
  const large = files['file']?.large as LargeFile;
  let read = 0;
  const chunk = async ({ sha256 }: { readonly sha256: string }) => (await folder.read(sha256)) ?? new Uint8Array();
  for await (const piece of openFile(means, { ...large, newHash, chunk })) read += piece.length;
  await folder.remove(large.chunks.map(({ sha256 }) => sha256));
  return read;
}

await through(8);
const before = process.resourceUsage().maxRSS;
const read = await through(Number(mebibytes));
process.stdout.write(JSON.stringify({ read, grown: (process.resourceUsage().maxRSS - before) / 1024 }));
