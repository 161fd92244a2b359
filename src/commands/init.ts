// servanda init: makes the node of one side, or pins the card of its counterpart.
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseKey } from '../act/key.ts';
import { refuse } from '../act/refusal.ts';
import { type Agreement, readAgreement } from '../agreement/agreement.ts';
import { noteOfCard, showCard } from '../node/card.ts';
import { type Card, FILES, readCard, readSettings, type Settings, writeSettings } from '../node/config.ts';
import { makeCard, pinCounterpart } from '../node/identity.ts';
import { type Keeping, keepingOf, setToken } from '../node/keyring.ts';
import { setSeal } from '../node/strongbox.ts';
import { type Command, EXIT, needed, portOf, type Said, textOf, type World } from './command.ts';
import { agreementFiles, agreementIds, homeOf, HOST } from './house.ts';
import { newPassphrase, PASSPHRASE_OPTIONS, PLAIN_OPTION } from './passphrase.ts';

async function pin(home: string, file: string, told: string | undefined): Promise<string> {
  const card = await readCard(file);
  if (card === undefined) throw refuse('input-malformed', `There is no card at ${file}.`);
  await pinCounterpart(home, await readSettings(home), card, told);
  const { words } = showCard(card);
  const done = told === undefined ? 'Compare the words with those of its note verbale' : 'Its words are those given';
  return `Pinned ${card.origin}. ${done}: ${words}`;
}

/** What the operator gives to the treaty office: the words, and a note verbale that tells them. */
function telling(card: Card, agreement: Agreement, settings: Settings): readonly string[] {
  const said = { at: `${new Date().toISOString().slice(0, 19)}Z`, exercise: settings.exercise };
  const notes = noteOfCard(card, agreement, said).map(({ text }) => text.trimEnd());
  return [`Fingerprint of its keys: ${showCard(card).words}`, '', ...notes.flatMap((text) => [text, ''])];
}

const KEPT: Readonly<Record<Keeping, string>> = {
  plain: 'Its keys lie on this disk as they are: whoever copies the disk can sign.',
  sealed: 'Its keys are sealed. Without the passphrase nobody opens them again: keep it elsewhere.',
  command: 'Its keys are held by the signing program. Only the key of the wire lies here.',
};

/** What was said of how the keys are to be kept. Asked before anything is made, so that nothing is half made. */
async function chooseKeeping(settings: Settings, said: Said, world: World): Promise<string | undefined> {
  if (said.options['plain-keys'] === true) return undefined;
  const named = PASSPHRASE_OPTIONS.some((option) => textOf(said, option.name) !== undefined);
  const command = textOf(said, 'sign-with') !== undefined;
  const passphrase = named || !(command || settings.exercise) ? await newPassphrase(said, world) : undefined;
  if (passphrase === undefined && !command && !settings.exercise) {
    throw refuse('keys-plain', 'No way of keeping the keys is named.');
  }
  return passphrase;
}

async function make(home: string, settings: Settings, wireUrl: string, said: Said, world: World): Promise<Card> {
  const passphrase = await chooseKeeping(settings, said, world);
  const written = textOf(said, 'root');
  const root = written === undefined ? undefined : parseKey(written);
  const program = textOf(said, 'sign-with');
  await writeSettings(home, settings);
  try {
    if (program !== undefined) await setToken(home, [program, ...said.rest]);
    await mkdir(join(home, FILES.keys), { recursive: true, mode: 0o700 });
    if (passphrase !== undefined) await setSeal(join(home, FILES.keys), passphrase);
    const unlock = async (): Promise<string | undefined> => await Promise.resolve(passphrase);
    return await makeCard(home, settings, wireUrl, new Date(), { unlock, root });
  } catch (cause) {
    // Refused, it leaves nothing that a second call would take for a node.
    await rm(join(home, FILES.settings), { force: true });
    await rm(join(home, FILES.keys), { recursive: true, force: true });
    await rm(join(home, FILES.tlsKey), { force: true });
    await rm(join(home, FILES.tlsCertificate), { force: true });
    throw cause;
  }
}

/** A node from before a key came has a card without it: written anew, the counterpart can pin it. */
async function renew(home: string): Promise<string> {
  const path = join(home, FILES.card);
  const card = await readCard(path);
  if (card === undefined) throw refuse('home-unknown', `Looking for the card of a node in ${home}.`);
  const made = await makeCard(home, await readSettings(home), card.wire, new Date());
  return `Wrote ${path} with all keys of ${made.origin}. Give it to the counterpart, to be pinned there.`;
}

export const init: Command = {
  name: 'init',
  form: '--home DIR --side SIDE | --home DIR --counterpart FILE | --home DIR --card',
  summary:
    'Makes a node: settings, keys, certificate, and card.json to be given to the counterpart. Then, called again\n' +
    'with the card the counterpart gave, pins it. Only then can the node run.',
  options: [
    { name: 'home', value: 'DIR', help: 'Home of the node. Default: .servanda in the current folder.' },
    { name: 'side', value: 'SIDE', help: 'The side whose node this is, as the agreement calls it: ua, al.' },
    { name: 'agreement', value: 'ID', help: 'The agreement. Default: the only one in this house.' },
    { name: 'host', value: 'NAME', help: "The node's name in key names and origins: a domain without scheme." },
    { name: 'port', value: 'N', help: 'Port of the windows. Default 4100.' },
    { name: 'wire', value: 'N', help: 'Port of the wire to the counterpart. Default 4102.' },
    { name: 'wire-url', value: 'URL', help: 'Where the counterpart reaches the wire. Default: this machine.' },
    { name: 'exercise', help: 'Marks everything said here as invented: a drill or a demonstration.' },
    { name: 'card', help: 'Writes card.json anew, with every key the node has by now.' },
    { name: 'sign-with', value: 'PROGRAM', help: 'Program that holds the keys and signs; its arguments after --.' },
    ...PASSPHRASE_OPTIONS,
    PLAIN_OPTION,
    { name: 'root', value: 'KEY', help: 'Root key of the side, as servanda root make says it. Default: made here.' },
    { name: 'fingerprint', value: 'WORDS', help: 'Twelve words; the card is pinned only if they are its own.' },
    { name: 'counterpart', value: 'FILE', help: "The counterpart's card.json, to be pinned." },
  ],
  run: async (said, world) => {
    const home = homeOf(textOf(said, 'home'), world);
    const card = textOf(said, 'counterpart');
    if (card !== undefined) {
      world.print(await pin(home, resolve(world.cwd, card), textOf(said, 'fingerprint')));
      return EXIT.done;
    }
    if (said.options['card'] === true) {
      world.print(await renew(home));
      return EXIT.done;
    }
    const ids = await agreementIds();
    const id = textOf(said, 'agreement') ?? (ids.length === 1 ? (ids[0] as string) : needed(said, 'agreement'));
    const agreement = readAgreement(await agreementFiles(id));
    const side = needed(said, 'side');
    if (!agreement.participants.some((participant) => participant.id === side)) {
      const sides = agreement.participants.map((participant) => participant.id).join(', ');
      throw refuse('input-malformed', `The agreement ${id} has no side ${side}; its sides are ${sides}.`);
    }
    const wire = portOf(said, 'wire') ?? 4102;
    const settings: Settings = {
      version: 1,
      side,
      agreement: id,
      host: needed(said, 'host'),
      epoch: 1,
      exercise: said.options['exercise'] === true,
      web: portOf(said, 'port') ?? 4100,
      wire,
      clockOffset: 0,
    };
    const wireUrl = textOf(said, 'wire-url') ?? `https://${HOST}:${wire}`;
    const made = await make(home, settings, wireUrl, said, world);
    world.print(`Made the node ${made.origin} in ${home}.`);
    world.print(KEPT[await keepingOf(home)]);
    world.print('Give card.json to the counterpart, and tell the fingerprint by note verbale:');
    for (const line of telling(made, agreement, settings)) world.print(line);
    return EXIT.done;
  },
};
