// servanda pin: who beside the counterpart is known to a node: auditors, who may read, and witnesses of neither side.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseCosignerKey } from '../act/key.ts';
import { refuse } from '../act/refusal.ts';
import { pinOf } from '../node/certificate.ts';
import { changeSettings, readSettings, type Settings } from '../node/config.ts';
import { thirdParties } from '../node/identity.ts';
import { type Command, EXIT, needed, type Said, textOf, type World } from './command.ts';
import { homeOf } from './house.ts';

type Known = Required<Pick<Settings, 'auditors' | 'witnesses' | 'quorum'>>;

function knownTo({ auditors = [], witnesses = [], quorum = 0 }: Settings): Known {
  return { auditors, witnesses, quorum };
}

const nameOf = (witness: Known['witnesses'][number]): string => parseCosignerKey(witness.key).name;

/** The fingerprint of a certificate's key, or `input-malformed` where the file holds none. */
function fingerprint(certificate: string, path: string): string {
  try {
    return pinOf(certificate);
  } catch (cause) {
    throw refuse('input-malformed', `Reading ${path}, which holds no certificate.`, cause);
  }
}

async function withAuditor(known: Known, name: string, path: string): Promise<Known> {
  const certificate = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw refuse('input-malformed', `There is no certificate at ${path}.`, cause);
  });
  fingerprint(certificate, path);
  return { ...known, auditors: [...known.auditors.filter((one) => one.name !== name), { name, certificate }] };
}

function withWitness(known: Known, key: string, url: string): Known {
  const { name } = parseCosignerKey(key);
  return { ...known, witnesses: [...known.witnesses.filter((one) => nameOf(one) !== name), { key, url }] };
}

function without(known: Known, name: string): Known {
  const auditors = known.auditors.filter((one) => one.name !== name);
  const witnesses = known.witnesses.filter((one) => nameOf(one) !== name);
  if (auditors.length + witnesses.length === known.auditors.length + known.witnesses.length) {
    throw refuse('input-malformed', `Nobody is pinned as ${name}.`);
  }
  return { ...known, auditors, witnesses };
}

async function changed(known: Known, said: Said, world: World): Promise<Known> {
  let next = known;
  const [auditor, witness, remove] = [textOf(said, 'auditor'), textOf(said, 'witness'), textOf(said, 'remove')];
  if (auditor !== undefined) next = await withAuditor(next, auditor, resolve(world.cwd, needed(said, 'certificate')));
  if (witness !== undefined) next = withWitness(next, witness, needed(said, 'url'));
  if (remove !== undefined) next = without(next, remove);
  const quorum = textOf(said, 'quorum');
  if (quorum === undefined) return next;
  if (!/^\d$/.test(quorum)) throw refuse('usage', `--quorum ${quorum} is no number of witnesses.`);
  return { ...next, quorum: Number(quorum) };
}

export const pin: Command = {
  name: 'pin',
  form: '--home DIR [--auditor NAME --certificate FILE | --witness KEY --url URL | --remove NAME] [--quorum N]',
  summary:
    'Pins who may read both logs over the wire (auditors), and who of neither side is asked to cosign the log of\n' +
    'this side (witnesses); shows who is pinned. A node that runs takes it up when it is started again.',
  options: [
    { name: 'home', value: 'DIR', help: 'Home of the node. Default: .servanda in the current folder.' },
    { name: 'auditor', value: 'NAME', help: 'Lets whoever holds the key of a certificate read, and nothing else.' },
    { name: 'certificate', value: 'FILE', help: "The auditor's self-signed certificate, PEM." },
    { name: 'witness', value: 'KEY', help: 'Written key (vkey) of a witness of c2sp.org/tlog-witness.' },
    { name: 'url', value: 'URL', help: 'The submission prefix of that witness.' },
    { name: 'remove', value: 'NAME', help: 'Forgets an auditor or a witness of that name.' },
    { name: 'quorum', value: 'N', help: "How many witnesses the policy asks for beside the counterpart's mirror." },
  ],
  run: async (said, world) => {
    const home = homeOf(textOf(said, 'home'), world);
    const before = knownTo(await readSettings(home));
    const after = await changed(before, said, world);
    thirdParties(after);
    if (JSON.stringify(after) !== JSON.stringify(before)) await changeSettings(home, after);
    for (const { name, certificate } of after.auditors) world.print(`auditor ${name} ${pinOf(certificate)}`);
    for (const witness of after.witnesses) world.print(`witness ${nameOf(witness)} ${witness.url}`);
    world.print(`quorum ${after.quorum} of ${after.witnesses.length}`);
    return EXIT.done;
  },
};
