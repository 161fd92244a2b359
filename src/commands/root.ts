// servanda root: the key of the participant itself: made and split, restored, and signing what a node has asked for.
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { type ActHeader, parseAct } from '../act/act.ts';
import { fromUtf8 } from '../act/bytes.ts';
import { decode } from '../act/canonical.ts';
import { formatKey, SIGNATURE_TYPE, type Signer, type SigningKey } from '../act/key.ts';
import { formatNote, signTextBy } from '../act/note.ts';
import { BODY_PART } from '../act/part.ts';
import { refuse } from '../act/refusal.ts';
import { readRequest, writeSigned } from '../node/ceremony.ts';
import { FILES, readCard, readSettings } from '../node/config.ts';
import { openRing } from '../node/keyring.ts';
import { dropKey, putKey, readSecret, signerOf } from '../node/keys.ts';
import { claimHome } from '../node/store/home.ts';
import { openStrongbox } from '../node/strongbox.ts';
import { type Command, EXIT, needed, type Said, textOf, type World } from './command.ts';
import { homeOf } from './house.ts';
import { PASSPHRASE_OPTIONS, unlockBy } from './passphrase.ts';
import { readShares, requireMark, type Splitting, writeShares } from './shares.ts';

const rootName = (side: string): string => `${side}:root/1`;
const random = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));

/** The root key of these share files. Its name is asked of the caller; that it is the right one its mark says. */
async function restore(paths: readonly string[], name: string, world: World): Promise<[Signer, Uint8Array]> {
  const restored = await readShares(paths, world);
  const signer = signerOf(name, SIGNATURE_TYPE.ed25519, restored.secret);
  requireMark(signer.key.bytes, restored);
  return [signer, restored.secret];
}

const splitting = ({ key }: Signer, secret: Uint8Array): Splitting => ({
  name: key.name,
  written: formatKey(key),
  public: key.bytes,
  secret,
});

async function make(said: Said, world: World): Promise<void> {
  const side = needed(said, 'side');
  if (!/^[a-z]{2,8}$/.test(side)) throw refuse('usage', `--side ${side} is no side.`);
  const seed = random(32);
  await writeShares(splitting(signerOf(rootName(side), SIGNATURE_TYPE.ed25519, seed), seed), said, world);
  world.print('The key itself was written nowhere. servanda init --root takes the line above.');
}

async function split(said: Said, world: World): Promise<void> {
  const home = homeOf(textOf(said, 'home'), world);
  const { side } = await readSettings(home);
  const claim = await claimHome(home);
  try {
    const folder = join(home, FILES.keys);
    const secret = await readSecret(folder, await openStrongbox(folder, unlockBy(said, world)), rootName(side));
    if (secret === undefined) throw refuse('key-missing', `Splitting ${rootName(side)} of ${home}.`);
    await writeShares(splitting(signerOf(secret.name, secret.type, secret.seed), secret.seed), said, world);
    if (said.options['take-away'] !== true) return;
    await dropKey(folder, rootName(side));
    world.print(`The key is no longer in ${home}. Disks and backups may hold it still.`);
  } finally {
    await claim.release();
  }
}

async function combine(said: Said, world: World): Promise<void> {
  const given = textOf(said, 'home');
  if (given === undefined) {
    const [signer] = await restore(said.rest.slice(1), rootName(needed(said, 'side')), world);
    world.print(`The shares restore ${formatKey(signer.key)}`);
    return;
  }
  const home = homeOf(given, world);
  const { side } = await readSettings(home);
  const [signer, seed] = await restore(said.rest.slice(1), rootName(side), world);
  const card = await readCard(join(home, FILES.card));
  if (card !== undefined && card.keys.root !== formatKey(signer.key)) {
    throw refuse('share-malformed', `The shares restore ${formatKey(signer.key)}; the card names ${card.keys.root}.`);
  }
  const claim = await claimHome(home);
  try {
    const folder = join(home, FILES.keys);
    const secret = { name: rootName(side), type: SIGNATURE_TYPE.ed25519, seed };
    await putKey(folder, await openStrongbox(folder, unlockBy(said, world)), secret);
  } finally {
    await claim.release();
  }
  world.print(`${formatKey(signer.key)} is in ${home} again.`);
}

function headerIn(text: string): ActHeader {
  const [, line = ''] = text.split('\n');
  try {
    return decode(line) as unknown as ActHeader;
  } catch (cause) {
    throw refuse('input-malformed', 'The request holds no act.', cause);
  }
}

/** The root that signs: of a home in which it lies, or of shares. */
async function rootOf(by: string, said: Said, world: World): Promise<{ root: SigningKey; close: () => void }> {
  const shares = said.rest.slice(2);
  if (shares.length > 0) return { root: (await restore(shares, `${by}/1`, world))[0], close: () => undefined };
  const { ring } = await openRing(homeOf(textOf(said, 'home'), world), unlockBy(said, world));
  const root = ring.signer(`${by}/1`);
  if (root !== undefined) return { root, close: () => ring.close() };
  ring.close();
  throw refuse('key-missing', `Signing for ${by}.`);
}

/** Shows what is asked to be signed, and signs it. What comes out is the note of an act, checked by reading it. */
async function sign(said: Said, world: World): Promise<void> {
  const [, file] = said.rest;
  if (file === undefined) throw refuse('usage', 'servanda root sign: no request is named.');
  const path = resolve(world.cwd, file);
  const { text, parts } = await readRequest(path);
  const { by, number } = headerIn(text);
  if (!/^[a-z]{2,8}:root$/.test(by)) throw refuse('input-malformed', `The request is to speak as ${String(by)}.`);
  world.print(text.trimEnd());
  const body = parts.find((part) => part.name === BODY_PART);
  world.print(fromUtf8(body?.bytes ?? new Uint8Array()) ?? '');
  const { root, close } = await rootOf(by, said, world);
  try {
    const bytes = formatNote(text, [await signTextBy(text, root)]);
    parseAct(bytes);
    const out = resolve(world.cwd, textOf(said, 'out') ?? path.replace(/(\.request)?\.json$/, '.signed.json'));
    if (out === path) throw refuse('usage', `The signed act would replace ${path}. Name another file with --out.`);
    await writeSigned(out, { bytes, parts });
    world.print(`Signed ${number} by ${root.key.name}: ${out}. Bring it into the folder root of the node's home.`);
  } finally {
    close();
  }
}

const DEEDS: Readonly<Record<string, (said: Said, world: World) => Promise<void>>> = { make, split, combine, sign };

export const root: Command = {
  name: 'root',
  form: 'make --side SIDE --out DIR | split --out DIR | combine SHARE SHARE | sign REQUEST SHARE SHARE',
  summary:
    'The root key of a side: makes it as shares, splits the one of a home, restores it, or signs with it\n' +
    'what a node without it has asked for. Meant for a machine that hangs on no network.',
  options: [
    { name: 'home', value: 'DIR', help: 'Home whose root key is split, restored, or signs. Default: .servanda.' },
    { name: 'side', value: 'SIDE', help: 'The side whose root key it is: ua, al.' },
    { name: 'out', value: 'PATH', help: 'Folder for the shares; for sign, the file of the signed act.' },
    { name: 'shares', value: 'N', help: 'How many shares. Default 3.' },
    { name: 'need', value: 'N', help: 'How many of them restore the key. Default 2.' },
    { name: 'take-away', help: 'split: takes the key out of the home afterwards.' },
    ...PASSPHRASE_OPTIONS,
  ],
  run: async (said, world) => {
    const deed = DEEDS[said.rest[0] ?? ''];
    if (deed === undefined) throw refuse('usage', `servanda root: say one of ${Object.keys(DEEDS).join(', ')}.`);
    await deed(said, world);
    return EXIT.done;
  },
};
