// Files in the browser: sealed chunk by chunk before they leave, opened chunk by chunk when read; no key is ever sent.
import {
  FILE_CHUNK, fileName, fileType, formatChunks, formatFile, type LargeFile, readChunks, readFile,
} from '../../act/file.ts';
import { CHUNKS_PART, FILE_PART } from '../../act/part.ts';
import { openFile, sealFile } from '../../seal/file.ts';
import type { Means } from '../../seal/wrap.ts';

/** The file chosen in a form, where one is. */
export function fileIn(form: HTMLFormElement): File | undefined {
  const field = form.elements.namedItem(FILE_PART);
  return field instanceof HTMLInputElement && field.type === 'file' ? field.files?.[0] : undefined;
}

/** The bytes of a file as they come. Not every browser walks a stream by itself. */
async function* pieces(file: File): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

/** Asks the node, and gives its answer; throws what it says where it refuses. */
async function asked(address: string, init?: RequestInit): Promise<Response> {
  const answer = await fetch(address, { headers: { accept: 'application/json' }, ...init });
  if (answer.ok) return answer;
  const told = (await answer.json().catch(() => ({}))) as { readonly detail?: string; readonly title?: string };
  throw new Error(`${told.title ?? String(answer.status)} ${told.detail ?? ''}`.trim());
}

/** Seals a file here and sends its chunks, one after the other. `sent` is told how many MiB have gone. */
export async function sendSealed(
  means: Means,
  file: File,
  to: { readonly address: string; readonly csrf: string },
  sent: (mebibytes: number) => void,
): Promise<LargeFile> {
  let count = 0;
  return await sealFile(means, {
    name: fileName(file.name),
    type: fileType(file.type),
    content: pieces(file),
    put: async (chunk) => {
      const body = new FormData();
      body.set('csrf', to.csrf);
      body.set('chunk', new Blob([new Uint8Array(chunk)]), 'chunk');
      await asked(to.address, { method: 'POST', body });
      count += chunk.length;
      sent(Math.round(count / FILE_CHUNK));
    },
  });
}

/** The two parts of a file in the form: what names its chunks as it is, what opens them sealed by `seal`. */
export async function addParts(
  form: FormData,
  { file, chunks }: LargeFile,
  seal: (part: string, content: Uint8Array) => Promise<Blob>,
): Promise<void> {
  form.set(`sealed.${CHUNKS_PART}`, new Blob([new Uint8Array(formatChunks(chunks))]), 'chunks.json');
  form.set(`sealed.${FILE_PART}`, await seal(FILE_PART, formatFile(file)), 'file.sealed');
}

/** Fetches and opens the file that `told` opens, of the act at `address`: whole, or not at all. */
export async function fetchOpened(
  { subtle }: Pick<Means, 'subtle'>,
  address: string,
  told: Uint8Array,
  got: (mebibytes: number) => void,
): Promise<File> {
  const file = readFile(told);
  const named = await asked(`${address}/part/${CHUNKS_PART}`);
  const chunks = readChunks(new Uint8Array(await named.arrayBuffer()));
  const whole: Blob[] = [];
  const chunk = async (_named: unknown, n: number): Promise<Uint8Array> => {
    const answer = await asked(`${address}/chunk/${n}`);
    got(n + 1);
    return new Uint8Array(await answer.arrayBuffer());
  };
  // A browser may lay what it holds of these on its disk.
  const opened = openFile({ subtle }, { file, chunks, chunk });
  for await (const piece of opened) whole.push(new Blob([new Uint8Array(piece)]));
  return new File(whole, file.name, { type: 'application/octet-stream' });
}

/** The field that says in a question that a file will come, and under which its sealed part comes. */
export const FILE_FIELD = `sealed.${FILE_PART}`;
