// servanda keys: seals the private files of a home, unseals them, changes the passphrase, names a signing program.
import { join } from 'node:path';
import { refuse } from '../act/refusal.ts';
import { NEXT_WIRE_KEY, nextFiles, WIRE_KEY } from '../node/certificate.ts';
import { showCard } from '../node/card.ts';
import { FILES, readSettings } from '../node/config.ts';
import { keepingOf, openRing, setToken } from '../node/keyring.ts';
import { keyFiles } from '../node/keys.ts';
import { announceCosigners, announceWire, retireCosigners, switchWire } from '../node/renewal.ts';
import { BUNDLE_KEY } from '../node/seal.ts';
import { claimHome } from '../node/store/home.ts';
import { newestPending } from '../node/store/pending.ts';
import { OTHER } from '../node/store/record.ts';
import {
  changeSeal,
  isSealedFolder,
  openStrongbox,
  plainBox,
  readEither,
  removeSeal,
  setSeal,
  type Strongbox,
} from '../node/strongbox.ts';
import { type Command, EXIT, type Said, type World } from './command.ts';
import { homeOf } from './house.ts';
import { newPassphrase, PASSPHRASE_OPTIONS, unlockBy } from './passphrase.ts';
import { visit } from './visit.ts';

/** Every private file of a home, by the name that its strongbox knows it by. */
async function privateFiles(home: string): Promise<readonly { readonly path: string; readonly name: string }[]> {
  return [
    ...(await keyFiles(join(home, FILES.keys))),
    { path: join(home, FILES.tlsKey), name: WIRE_KEY },
    { path: nextFiles(home).key, name: NEXT_WIRE_KEY },
    { path: join(home, FILES.bundleKey), name: BUNDLE_KEY },
  ];
}

/** Writes every private file again, from whatever state it is in. Done twice it does no harm. */
async function rewrite(home: string, from: Strongbox, to: Strongbox): Promise<number> {
  let count = 0;
  for (const { path, name } of await privateFiles(home)) {
    const text = await readEither(from, path, name);
    if (text === undefined) continue;
    await to.write(path, name, text);
    count += 1;
  }
  return count;
}

const missing = (what: string): Error => refuse('keys-sealed', `${what} without a passphrase.`);

/** Seals every private file of a home. Broken off, it is taken up again by being called again. */
export async function sealHome(home: string, passphrase: string | undefined): Promise<number> {
  if (passphrase === undefined) throw missing(`Sealing the keys in ${home}`);
  const box = await setSeal(join(home, FILES.keys), passphrase);
  return await rewrite(home, box, box);
}

async function unseal(home: string, said: Said, world: World): Promise<string> {
  const folder = join(home, FILES.keys);
  if (!(await isSealedFolder(folder))) throw refuse('input-malformed', `The keys in ${home} are not sealed.`);
  const count = await rewrite(home, await openStrongbox(folder, unlockBy(said, world)), plainBox());
  await removeSeal(folder);
  return `${count} private files lie open now. Whoever copies this disk can sign with them.`;
}

async function change(home: string, said: Said, world: World): Promise<string> {
  const from = await unlockBy(said, world)();
  const to = await newPassphrase(said, world, 'new-');
  if (from === undefined || to === undefined) throw missing('Changing the passphrase');
  await changeSeal(join(home, FILES.keys), from, to);
  return 'The passphrase is another one now. Copies of the home made before open by the old one still.';
}

async function list(home: string, said: Said, world: World): Promise<string> {
  const keeping = await keepingOf(home);
  const { ring } = await openRing(home, unlockBy(said, world));
  ring.close();
  return [`Keys of ${home}: ${keeping}.`, ...ring.names()].join('\n');
}

async function renew(home: string, said: Said, world: World): Promise<string> {
  const { words } = showCard(await announceWire(home, new Date(), unlockBy(said, world)));
  const then = 'Give card.json to the counterpart. Once it has pinned it and runs with it: servanda keys switch.';
  return `A new certificate of the wire is announced; the old one is shown until then. ${then}\nFingerprint: ${words}`;
}

async function switchOver(home: string, said: Said, world: World): Promise<string> {
  await switchWire(home, new Date(), unlockBy(said, world));
  return 'The new certificate is shown from now on. Whoever has not pinned its card finds the line broken.';
}

async function rotate(home: string, said: Said, world: World): Promise<string> {
  const { words } = showCard(await announceCosigners(home, new Date(), unlockBy(said, world)));
  const then = 'Give card.json to the counterpart. Once it has pinned it and runs with it: servanda keys retire.';
  return `New keys of witness and mirror cosign beside the old ones from now on. ${then}\nFingerprint: ${words}`;
}

/** How far the witness of a home has cosigned the other log: the old keys count for so much and no more. */
async function cosignedIn(home: string, said: Said, world: World): Promise<number> {
  let size = 0;
  await visit(home, world, unlockBy(said, world), async ({ sql }) => {
    size = (await newestPending(sql, OTHER))?.size ?? 0;
    return EXIT.done;
  });
  return size;
}

async function retire(home: string, said: Said, world: World): Promise<string> {
  const until = await cosignedIn(home, said, world);
  const { words } = showCard(await retireCosigners(home, until, new Date(), unlockBy(said, world)));
  const then = 'Give card.json to the counterpart: until it has pinned it, what the old keys sign is believed there.';
  return `The old keys are taken away; they count for the first ${until} entries. ${then}\nFingerprint: ${words}`;
}

type Deed = (home: string, said: Said, world: World) => Promise<string>;

const DEEDS: Readonly<Record<string, Deed>> = {
  list,
  seal: async (home, said, world) => {
    const asked = await isSealedFolder(join(home, FILES.keys));
    const passphrase = asked ? await unlockBy(said, world)() : await newPassphrase(said, world);
    return `${await sealHome(home, passphrase)} private files are sealed.`;
  },
  unseal,
  change,
  renew,
  switch: switchOver,
  rotate,
  retire,
  program: async (home, said) => {
    const command = said.rest.slice(1);
    if (command.length === 0) throw refuse('usage', 'servanda keys program: no program is named.');
    await setToken(home, command);
    return `${String(command[0])} signs for this node from now on. Keys in files are used no more: take them away.`;
  },
};

export const keys: Command = {
  name: 'keys',
  form: `${Object.keys(DEEDS).join(' | ')} --home DIR`,
  summary:
    'Seals the private files of a home by a passphrase, opens them, changes the passphrase, lists the keys, or\n' +
    'names the program that signs instead: keys program --home DIR -- PROGRAM ARGUMENT ... The node must not run.',
  options: [
    { name: 'home', value: 'DIR', help: 'Home of the node. Default: .servanda in the current folder.' },
    ...PASSPHRASE_OPTIONS,
    ...PASSPHRASE_OPTIONS.map((option) => ({ ...option, name: `new-${option.name}`, help: `change: ${option.help}` })),
  ],
  run: async (said, world) => {
    const deed = DEEDS[said.rest[0] ?? ''];
    if (deed === undefined) throw refuse('usage', `servanda keys: say one of ${Object.keys(DEEDS).join(', ')}.`);
    const home = homeOf(said.options['home'] as string | undefined, world);
    await readSettings(home);
    const claim = await claimHome(home);
    try {
      world.print(await deed(home, said, world));
    } finally {
      await claim.release();
    }
    return EXIT.done;
  },
};
