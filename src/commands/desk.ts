// servanda desk: what a body does at its own desk with its seal key: make, split, restore it, seal words, open them.
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseAct } from '../act/act.ts';
import { concat, fromUtf8, utf8 } from '../act/bytes.ts';
import { encode, type Json } from '../act/canonical.ts';
import { CONTENT_PART } from '../act/part.ts';
import { refuse } from '../act/refusal.ts';
import { formatSealKey, parseSealKey } from '../act/sealkey.ts';
import { MEANS } from '../node/vault.ts';
import { deskSealing, type Known, openSealed } from '../seal/about.ts';
import { sealStream } from '../seal/envelope.ts';
import { formatKeyFile, openKeyFile } from '../seal/keyfile.ts';
import { withWords } from '../seal/standin.ts';
import { openingKey, type OpeningKey } from '../seal/wrap.ts';
import { type Command, EXIT, needed, type Said, textOf, type World } from './command.ts';
import { newPassphrase, PASSPHRASE_OPTIONS, unlockBy } from './passphrase.ts';
import { readShares, requireMark, SHARE_OPTIONS, writeShares } from './shares.ts';

/** The form of the name of a seal key: a body, `seal`, a year and a number. */
const NAME = /^[a-z]{2,8}:[a-z0-9-]{1,40}\/seal-\d{4}-\d{1,3}$/;

async function read(said: Said, world: World, option: string): Promise<Uint8Array> {
  const path = resolve(world.cwd, needed(said, option));
  return await readFile(path).catch((cause: Error) => {
    throw refuse('input-malformed', `Reading ${path}: ${cause.message}.`, cause);
  });
}

/** Never over something: what stands there may be the only copy. */
async function put(said: Said, world: World, bytes: Uint8Array, mode = 0o600): Promise<string> {
  const path = resolve(world.cwd, needed(said, 'to'));
  await writeFile(path, bytes, { flag: 'wx', flush: true, mode }).catch((cause: Error) => {
    throw refuse('usage', `Writing ${path}: ${cause.message}.`, cause);
  });
  return path;
}

function nameOf(said: Said): string {
  const name = needed(said, 'name');
  if (!NAME.test(name)) throw refuse('usage', `--name ${name}: a seal key is named as ua:mfa/seal-2026-1 is.`);
  return name;
}

async function keep(opener: OpeningKey, said: Said, world: World): Promise<void> {
  const passphrase = await newPassphrase(said, world);
  if (passphrase === undefined) throw refuse('keys-sealed', 'A key file is written under a passphrase.');
  const path = await put(said, world, utf8(await formatKeyFile(MEANS, opener, passphrase)));
  world.print(`The secret half is in ${path}, under the passphrase. To be admitted by act is`);
  world.print(formatSealKey(opener.key));
}

async function opened(said: Said, world: World): Promise<OpeningKey> {
  const file = fromUtf8(await read(said, world, 'key')) ?? '';
  const passphrase = await unlockBy(said, world)();
  if (passphrase === undefined) throw refuse('keys-sealed', 'Opening a key file.');
  return await openKeyFile(MEANS, file, passphrase);
}

async function make(said: Said, world: World): Promise<void> {
  await keep(await openingKey(nameOf(said), 'x-wing', MEANS.random(32)), said, world);
}

async function split(said: Said, world: World): Promise<void> {
  const { key, secret } = await opened(said, world);
  await writeShares({ name: key.name, written: formatSealKey(key), public: key.bytes, secret }, said, world);
}

async function combine(said: Said, world: World): Promise<void> {
  const restored = await readShares(said.rest.slice(1), world);
  const opener = await openingKey(nameOf(said), 'x-wing', restored.secret);
  requireMark(opener.key.bytes, restored);
  await keep(opener, said, world);
}

/** What `POST /drafts/sealing` answered, and the words by field, become the envelope that goes in their place. */
async function seal(said: Said, world: World): Promise<void> {
  const asked = JSON.parse(fromUtf8(await read(said, world, 'asked')) ?? '') as {
    readonly header?: Known;
    readonly content?: Json;
    readonly recipients?: readonly string[];
  };
  const words = JSON.parse(fromUtf8(await read(said, world, 'words')) ?? '') as Readonly<Record<string, string>>;
  const { header, recipients = [] } = asked;
  if (header === undefined || recipients.length === 0) {
    throw refuse('input-malformed', 'What was asked names nobody to seal to.');
  }
  const content = utf8(encode(withWords(asked.content ?? null, words)));
  const pieces: Uint8Array[] = [];
  const sealing = deskSealing({
    header, part: CONTENT_PART, recipients: recipients.map(parseSealKey), length: content.length, content: [content],
  });
  for await (const piece of sealStream(MEANS, sealing)) pieces.push(piece);
  const path = await put(said, world, concat(...pieces), 0o644);
  world.print(`Sealed to ${recipients.map((key) => parseSealKey(key).name).join(', ')}: ${path}`);
}

/** The signed act and one of its parts, as the page of the act gives them. */
async function open(said: Said, world: World): Promise<void> {
  const { header } = parseAct(await read(said, world, 'act'));
  const envelope = await read(said, world, 'part');
  const { content } = await openSealed(MEANS, await opened(said, world), header, CONTENT_PART, envelope);
  if (textOf(said, 'to') === undefined) world.print(fromUtf8(content) ?? '');
  else world.print(`Opened to ${await put(said, world, content)}`);
}

const DEEDS: Readonly<Record<string, (said: Said, world: World) => Promise<void>>> = {
  make, split, combine, seal, open,
};

export const desk: Command = {
  name: 'desk',
  form: `${Object.keys(DEEDS).join(' | ')} [SHARE ...]`,
  summary:
    'The seal key of a body, at its own desk and without its node: makes it, splits it into shares, restores it\n' +
    'from them, seals words to the bodies concerned, opens what was sealed. Its secret half is a file under a\n' +
    'passphrase.',
  options: [
    { name: 'name', value: 'NAME', help: 'make, combine: name of the key, ua:mfa/seal-2026-1.' },
    { name: 'key', value: 'FILE', help: 'split, open: the key file.' },
    { name: 'to', value: 'FILE', help: 'The file to write.' },
    { name: 'asked', value: 'FILE', help: 'seal: what the node answered at /drafts/sealing.' },
    { name: 'words', value: 'FILE', help: 'seal: JSON of the words, by field.' },
    { name: 'act', value: 'FILE', help: 'open: the signed act.' },
    { name: 'part', value: 'FILE', help: 'open: its part content.' },
    ...SHARE_OPTIONS,
    ...PASSPHRASE_OPTIONS,
  ],
  run: async (said, world) => {
    const deed = DEEDS[said.rest[0] ?? ''];
    if (deed === undefined) throw refuse('usage', `servanda desk: say one of ${Object.keys(DEEDS).join(', ')}.`);
    await deed(said, world);
    return EXIT.done;
  },
};
