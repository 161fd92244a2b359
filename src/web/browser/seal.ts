// Sealing in the browser: makes keys, seals words before they leave, opens what is sealed; no secret is ever sent.
import { concat, fromUtf8, utf8 } from '../../act/bytes.ts';
import { decode, encode, type Json } from '../../act/canonical.ts';
import { CONTENT_PART as CONTENT, FILE_PART } from '../../act/part.ts';
import { formatSealKey, parseSealKey } from '../../act/sealkey.ts';
import { deskSealing, type Known, openSealed } from '../../seal/about.ts';
import { readEnvelope, sealStream } from '../../seal/envelope.ts';
import { formatKeyFile, openKeyFile, publicIn } from '../../seal/keyfile.ts';
import { standIn, withWords } from '../../seal/standin.ts';
import { type Means, openingKey, type OpeningKey } from '../../seal/wrap.ts';
import { addParts, fetchOpened, FILE_FIELD, fileIn, sendSealed } from './files.ts';
import { keepFile, keptFile } from './keys.ts';

const MEANS: Means = {
  subtle: crypto.subtle,
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
};

/** The part of `root` that has that mark; the server draws them together. */
function part<T extends Element>(root: ParentNode, mark: string): T {
  const found = root.querySelector<T>(`[data-${mark}]`);
  if (found === null) throw new Error(`seal: there is no ${mark}`);
  return found;
}

/** Says one of the sentences that the server has put there, in the reader's language. */
function says(root: ParentNode, word: string, detail = ''): void {
  const line = part<HTMLElement>(root, 'says');
  line.textContent = `${line.dataset[word] ?? ''} ${detail}`.trim();
  line.hidden = false;
}

function failed(root: ParentNode, cause: unknown): void {
  const code = (cause as { readonly code?: string }).code ?? '';
  says(root, code === 'passphrase-wrong' ? 'mistaken' : 'failed', (cause as Error).message);
}

function offer(name: string, bytes: Uint8Array | Blob): void {
  const link = document.createElement('a');
  const blob = bytes instanceof Blob ? bytes : new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' });
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** A key made here: kept under its passphrase in this browser and as a file; its public half goes into the form. */
async function makeKey(root: HTMLElement): Promise<void> {
  const form = root.closest('form');
  const name = new FormData(form ?? undefined).get(root.dataset['name'] ?? '');
  const field = form?.elements.namedItem(root.dataset['field'] ?? '');
  const phrase = part<HTMLInputElement>(root, 'passphrase');
  if (typeof name !== 'string' || name === '' || !(field instanceof HTMLTextAreaElement)) {
    says(root, 'unnamed');
    return;
  }
  says(root, 'busy');
  const opener = await openingKey(name, 'x-wing', MEANS.random(32));
  const file = await formatKeyFile(MEANS, opener, phrase.value);
  await keepFile(name, file);
  offer(`${name.replace(/[^a-z0-9-]+/g, '-')}.key.json`, utf8(file));
  field.value = formatSealKey(opener.key);
  phrase.value = '';
  says(root, 'made');
}

interface Asked {
  readonly ring: string;
  readonly header?: Known;
  readonly content?: Json;
  readonly recipients: readonly string[];
}

/** What of the form goes out: a stand-in for each text that is sealed, and the texts, which stay. */
function taken(form: HTMLFormElement): { readonly sent: FormData; readonly words: Readonly<Record<string, string>> } {
  const sent = new FormData(form);
  const words: Record<string, string> = {};
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-sealed]')) {
    const text = field.value.replaceAll('\r\n', '\n').trim();
    words[field.name] = text;
    sent.set(field.name, text === '' ? '' : standIn(field.name));
  }
  return { sent, words };
}

async function sealed({ header, recipients: keys }: Asked, name: string, content: Uint8Array): Promise<Blob> {
  if (header === undefined) throw new Error('seal: nothing says what it belongs to');
  const recipients = keys.map(parseSealKey);
  const pieces: Uint8Array[] = [];
  const sealing = deskSealing({ header, part: name, recipients, length: content.length, content: [content] });
  for await (const piece of sealStream(MEANS, sealing)) pieces.push(piece);
  return new Blob([new Uint8Array(concat(...pieces))]);
}

/** Sends a form: its words sealed where the label asks for it, as they are where it does not. */
async function send(form: HTMLFormElement): Promise<void> {
  const { sent, words } = taken(form);
  const file = fileIn(form);
  says(form, 'busy');
  const question = new URLSearchParams();
  for (const [name, value] of sent) if (typeof value === 'string') question.append(name, value);
  // That there is one is told, and not so much as its name.
  if (file !== undefined) question.append(FILE_FIELD, 'yes');
  const heard = await fetch(form.dataset['sealing'] ?? '', {
    method: 'POST', body: question, headers: { accept: 'application/json' },
  });
  const asked = (await heard.json()) as Asked & { readonly detail?: string; readonly title?: string };
  if (!heard.ok) {
    says(form, 'refused', `${asked.title ?? ''} ${asked.detail ?? ''}`);
    return;
  }
  if (asked.ring !== 'C') {
    form.submit();
    return;
  }
  // Only the file of an act is sealed beside its words: any other would lie open at a node that may not have it.
  const takesFile = asked.header?.parts.some(({ name }) => name === FILE_PART) === true;
  if (takesFile) sent.delete(FILE_PART);
  if ([...sent.values()].some((value) => typeof value !== 'string' && value.size > 0)) {
    says(form, 'file');
    return;
  }
  const content = utf8(encode(withWords(asked.content ?? null, words)));
  sent.set(`sealed.${CONTENT}`, await sealed(asked, CONTENT, content), 'content.sealed');
  if (file !== undefined) {
    const csrf = sent.get('csrf');
    const to = { address: form.dataset['chunk'] ?? '', csrf: typeof csrf === 'string' ? csrf : '' };
    const large = await sendSealed(MEANS, file, to, (mebibytes) => says(form, 'busy', `${mebibytes} MiB`));
    await addParts(sent, large, async (name, bytes) => await sealed(asked, name, bytes));
  }
  const answer = await fetch(form.action, { method: 'POST', body: sent, headers: { accept: 'application/json' } });
  const to = answer.headers.get('location');
  if (answer.ok && to !== null) {
    location.assign(to);
    return;
  }
  const told = (await answer.json()) as { readonly detail?: string; readonly title?: string };
  says(form, 'refused', `${told.title ?? ''} ${told.detail ?? ''}`);
}

/** The key file that opens: the one chosen, or one that this browser keeps of a key it was sealed to. */
async function fileFor(root: HTMLElement, keys: readonly string[]): Promise<string | undefined> {
  const chosen = part<HTMLInputElement>(root, 'key-file').files?.[0];
  if (chosen !== undefined) return await chosen.text();
  for (const key of keys) {
    const kept = await keptFile(key);
    if (kept !== undefined) return kept;
  }
  return undefined;
}

/** The rows of what was opened: a word of the server's, and the text that stands there. */
function show(root: HTMLElement, content: Uint8Array): void {
  const said = decode(fromUtf8(content) ?? 'null') as Readonly<Record<string, Json>>;
  const texts = Object.fromEntries(
    Object.entries(said).map(([name, value]) => [name, typeof value === 'string' ? value : encode(value)]),
  );
  const list = part<HTMLElement>(root, 'opened');
  const rows = JSON.parse(root.dataset['rows'] ?? '[]') as readonly (readonly [string, string])[];
  list.replaceChildren(
    ...rows.flatMap(([label, value]) => {
      const [term, text] = [document.createElement('dt'), document.createElement('dd')];
      term.textContent = label;
      const words = withWords(value, texts);
      text.textContent = typeof words === 'string' ? words : encode(words);
      return [term, text];
    }),
  );
  list.hidden = false;
}

/** Opens one sealed part of the act; undefined where no key for it is here, which is said then. */
async function openPart(root: HTMLElement, name: string): Promise<Uint8Array | undefined> {
  const phrase = part<HTMLInputElement>(root, 'passphrase');
  says(root, 'busy');
  const heard = await fetch(`${root.dataset['href'] ?? ''}/part/${name}`);
  const envelope = new Uint8Array(await heard.arrayBuffer());
  const file = await fileFor(root, readEnvelope(envelope).recipients.map(({ key }) => key));
  if (file === undefined) {
    says(root, 'nokey');
    return undefined;
  }
  const opener: OpeningKey = await openKeyFile(MEANS, file, phrase.value);
  const header = JSON.parse(root.dataset['header'] ?? '{}') as Known;
  const { content } = await openSealed(MEANS, opener, header, name, envelope);
  await keepFile(parseSealKey(publicIn(file)).name, file);
  return content;
}

async function open(root: HTMLElement): Promise<void> {
  const content = await openPart(root, CONTENT);
  if (content === undefined) return;
  // Where there is a file as well, the passphrase is asked for once.
  if (root.querySelector('[data-open-file]') === null) part<HTMLInputElement>(root, 'passphrase').value = '';
  show(root, content);
  says(root, 'done');
}

/** Opens the file of the act here, and gives it to whoever reads as a download. */
async function openItsFile(root: HTMLElement): Promise<void> {
  const told = await openPart(root, FILE_PART);
  if (told === undefined) return;
  const got = (mebibytes: number): void => says(root, 'busy', `${mebibytes} MiB`);
  const file = await fetchOpened(MEANS, root.dataset['href'] ?? '', told, got);
  part<HTMLInputElement>(root, 'passphrase').value = '';
  offer(file.name, file);
  says(root, 'filedone');
}

/** Runs what a button asks for, and says what came of it. */
function on(root: HTMLElement, button: HTMLElement, work: (root: HTMLElement) => Promise<void>): void {
  button.addEventListener('click', () => {
    work(root).catch((cause: unknown) => failed(root, cause));
  });
}

for (const root of document.querySelectorAll<HTMLElement>('[data-making]')) {
  root.hidden = false;
  on(root, part(root, 'make'), makeKey);
}
for (const root of document.querySelectorAll<HTMLElement>('[data-opening]')) {
  root.hidden = false;
  on(root, part(root, 'open'), open);
  const button = root.querySelector<HTMLElement>('[data-open-file]');
  if (button !== null) on(root, button, openItsFile);
}
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sealing]')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send(form).catch((cause: unknown) => failed(form, cause));
  });
}
