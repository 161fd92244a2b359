// servanda init: makes the node of one side, or pins the card of its counterpart.
import { join, resolve } from 'node:path';
import { refuse } from '../act/refusal.ts';
import { readAgreement } from '../agreement/agreement.ts';
import { FILES, readCard, readSettings, type Settings, writeSettings } from '../node/config.ts';
import { makeCard, pinCounterpart } from '../node/identity.ts';
import { type Command, EXIT, needed, portOf, textOf } from './command.ts';
import { agreementFiles, agreementIds, homeOf, HOST } from './house.ts';

async function pin(home: string, file: string): Promise<string> {
  const card = await readCard(file);
  if (card === undefined) throw refuse('input-malformed', `There is no card at ${file}.`);
  await pinCounterpart(home, await readSettings(home), card);
  return `Pinned ${card.origin}. Compare its root key with the one in the note verbale: ${card.keys.root}`;
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
    { name: 'counterpart', value: 'FILE', help: "The counterpart's card.json, to be pinned." },
  ],
  run: async (said, world) => {
    const home = homeOf(textOf(said, 'home'), world);
    const card = textOf(said, 'counterpart');
    if (card !== undefined) {
      world.print(await pin(home, resolve(world.cwd, card)));
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
    await writeSettings(home, settings);
    const made = await makeCard(home, settings, textOf(said, 'wire-url') ?? `https://${HOST}:${wire}`, new Date());
    world.print(`Made the node ${made.origin} in ${home}.`);
    world.print(`Give card.json to the counterpart. Root key, for the note verbale: ${made.keys.root}`);
    return EXIT.done;
  },
};
