// servanda bundle: carries the record on a medium, where there is no line: out of one node, into the other, and back.
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Refusal, refuse } from '../act/refusal.ts';
import {
  BUNDLE_BYTES, BUNDLE_LIMIT, type BundleRoom, isAnswer, makeBundles, takeAnswer, takeBundle,
} from '../node/bundle.ts';
import { FILES, readCard, readSettings, writeCard } from '../node/config.ts';
import { VERIFICATION } from '../node/keys.ts';
import { quorumOf, vouchingOf } from '../node/proofs.ts';
import { heldIdentity, recipientOf, seal, unseal } from '../node/seal.ts';
import { readShelf } from '../node/shelf.ts';
import { openStrongbox, type Unlock } from '../node/strongbox.ts';
import { answerRefusal } from '../node/wire.ts';
import { countNamed } from '../node/store/chunks.ts';
import { OWN } from '../node/store/record.ts';
import { type Command, EXIT, needed, numberOf, type Said, textOf, type World } from './command.ts';
import { homeOf } from './house.ts';
import { PASSPHRASE_OPTIONS, unlockBy } from './passphrase.ts';
import { mirrorOf, visit, type Visit } from './visit.ts';

const MIB = 1024 * 1024;

function roomOf({ sql, identity, settings, now }: Visit): BundleRoom {
  return {
    sql,
    agreement: settings.agreement,
    ...identity.otherGenerations[0],
    epochs: identity.epochs,
    verify: VERIFICATION,
    vault: identity.vault,
    now,
  };
}

async function writeSealed(path: string, content: Uint8Array, { identity }: Visit): Promise<void> {
  const { bundle, origin } = identity.counterpart;
  if (bundle === undefined) {
    const mend = 'servanda bundle key makes one there; pin the new card with servanda init --counterpart';
    throw refuse('peer-unknown', `The card of ${origin} names no key for bundles: ${mend}.`);
  }
  await writeNew(path, await seal(content, bundle));
}

/** Never over something: a medium may still hold what was not taken yet. */
async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes, { flag: 'wx', flush: true });
  } catch (cause) {
    if ((cause as { code?: string }).code !== 'EEXIST') throw cause;
    throw refuse('usage', `Writing ${path}, where something stands already.`, cause);
  }
}

/** The identity that opens what is sealed to this node. */
async function openerOf(home: string, unlock: Unlock): Promise<string> {
  const box = await openStrongbox(join(home, FILES.keys), unlock);
  return await heldIdentity(join(home, FILES.bundleKey), box);
}

async function readSealed(path: string, home: string, unlock: Unlock): Promise<Uint8Array> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true) throw refuse('input-malformed', `There is no bundle at ${path}.`);
  if (found.size > BUNDLE_LIMIT) throw refuse('delivery-too-large', `The bundle ${path} has ${found.size} bytes.`);
  const content = await unseal(await readFile(path), await openerOf(home, unlock));
  if (content !== undefined) return content;
  const why = 'it is cut off, was changed, or is sealed to another node';
  throw refuse('delivery-malformed', `The bundle ${path} does not open: ${why}.`);
}

/** MiB of a bundle: never more than the other side reads. */
function sizeOf(said: Said): number {
  const size = numberOf(said, 'size') ?? BUNDLE_BYTES / MIB;
  if (size < 1 || size > BUNDLE_LIMIT / MIB / 2) {
    throw refuse('usage', `--size ${size}: say 1 to ${BUNDLE_LIMIT / MIB / 2} MiB.`);
  }
  return size;
}

async function out(said: Said, world: World, home: string, unlock: Unlock): Promise<number> {
  const first = resolve(world.cwd, needed(said, 'to'));
  const asked = {
    from: numberOf(said, 'since'),
    bytes: sizeOf(said) * MIB,
    oneWay: said.options['one-way'] === true,
  };
  return await visit(home, world, unlock, async (at) => {
    let count = 0;
    for await (const made of makeBundles(roomOf(at), asked)) {
      count += 1;
      const path = count === 1 ? first : `${first}.${count}`;
      await writeSealed(path, made.content, at);
      world.print(`Wrote entries ${made.start} to ${made.end} of ${made.size} to ${path}.`);
      const chunks = await countNamed(at.sql, OWN, made.start, made.end);
      if (chunks > 0) world.print(`Not in it: ${chunks} chunks of files; the line brings them, or a copied folder.`);
    }
    if (count === 0) world.print('Nothing has been signed here yet: there is nothing to carry.');
    return EXIT.done;
  });
}

async function into(said: Said, world: World, home: string, unlock: Unlock): Promise<number> {
  const content = await readSealed(resolve(world.cwd, needed(said, 'from')), home, unlock);
  const back = textOf(said, 'answer');
  return await visit(home, world, unlock, async (at) => {
    const room = roomOf(at);
    if (isAnswer(content)) {
      const told = await takeAnswer(room, content);
      world.print(`The counterpart holds ${told.held} entries of this log.`);
      if (told.refused !== undefined) world.print(`It refused the bundle: ${told.refused}`);
      return EXIT.done;
    }
    const mirror = mirrorOf(at);
    const [own, other] = vouchingOf(at.identity, at.settings);
    const { epochs, vault } = at.identity;
    const shelf = { quorums: [quorumOf(own), quorumOf(other)] as const, epochs, vault };
    const before = await at.held();
    const taken = await takeBundle(room, content, {
      answer: async (asked) => {
        const given = (await mirror.answer(asked)) ?? (await readShelf(at.sql, asked, shelf));
        if (given === undefined) throw refuse('delivery-malformed', `The bundle carries something for ${asked.path}.`);
        return given;
      },
      refused: (cause) => answerRefusal(cause),
    });
    if (back !== undefined) await writeSealed(resolve(world.cwd, back), taken.answer, at);
    const held = await at.held();
    world.print(`Took ${held - before} entries; ${held} of the counterpart are held here.`);
    if (taken.refusal instanceof Refusal) throw taken.refusal;
    return EXIT.done;
  });
}

/** A node made before there were bundles gets its key; the card that names it is to be pinned by the counterpart. */
async function key(world: World, home: string, unlock: Unlock): Promise<number> {
  await readSettings(home);
  const path = join(home, FILES.card);
  const card = await readCard(path);
  if (card === undefined) throw refuse('home-unknown', `Looking for the card of ${home}.`);
  const bundle = await recipientOf(await openerOf(home, unlock));
  await writeCard(path, card.version === 1 ? { ...card, version: 2, bundle } : { ...card, bundle });
  world.print(`Give ${path} to the counterpart. Bundles for this node are sealed to ${bundle.slice(0, 40)}...`);
  return EXIT.done;
}

export const bundle: Command = {
  name: 'bundle',
  form: 'out --home DIR --to FILE | in --home DIR --from FILE [--answer FILE] | key --home DIR',
  summary:
    'Carries the record on a medium, sealed to the counterpart: out writes what it lacks, in takes what it brought.\n' +
    'The node may be running: what is taken is judged by it within half a minute, or when it next starts.',
  options: [
    { name: 'home', value: 'DIR', help: 'Home of the node. Default: .servanda in the current folder.' },
    { name: 'to', value: 'FILE', help: 'out: the file to write; a large backlog goes on in FILE.2, FILE.3.' },
    { name: 'size', value: 'MIB', help: `out: split at about so many MiB. Default ${BUNDLE_BYTES / MIB}.` },
    { name: 'since', value: 'SIZE', help: 'out: begin at that entry, whatever is known of the counterpart.' },
    { name: 'one-way', help: 'out: no answer will ever come; begins where the last such bundle ended.' },
    { name: 'from', value: 'FILE', help: 'in: the bundle, or the answer, that was brought.' },
    { name: 'answer', value: 'FILE', help: 'in: write the answer with the cosignatures, to be carried back.' },
    ...PASSPHRASE_OPTIONS,
  ],
  run: async (said, world) => {
    const home = homeOf(textOf(said, 'home'), world);
    const [verb] = said.rest;
    const unlock = unlockBy(said, world);
    if (verb === 'out') return await out(said, world, home, unlock);
    if (verb === 'in') return await into(said, world, home, unlock);
    if (verb === 'key') return await key(world, home, unlock);
    throw refuse('usage', `servanda bundle ${verb ?? ''}: say out, in or key.`);
  },
};
