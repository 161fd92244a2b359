// servanda label: a label as another system writes it, read into ours, and ours as another writes it.
import { readFile, stat } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { type Label, LabelShape } from '../act/act.ts';
import { refuse } from '../act/refusal.ts';
import { shape } from '../act/shape.ts';
import { ringOf } from '../agreement/label.ts';
import { europolOf, fromEuropol, fromIep, iepOf, stixMarkingObject, tlpOfStix } from '../agreement/markings.ts';
import { readStanag, writeStanag } from '../agreement/stanag.ts';
import { type Command, EXIT, needed, type Said, textOf } from './command.ts';

/** Bytes of a file with a label, at most. */
const FILE_LIMIT = 1_000_000;

const labelShape = shape(LabelShape, 'label-refused');
/** The label as ours, whole; without the sides where the form knows none. */
type Read = Omit<Label, 'rel'> & { readonly rel?: Label['rel'] };

function json(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch (cause) {
    throw refuse('input-malformed', 'Reading a label that is to be JSON.', cause);
  }
}

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

function fromStix(value: Readonly<Record<string, unknown>>): Read {
  const refs = value['type'] === 'marking-definition' ? [value['id']] : value['object_marking_refs'];
  const { tlp, others } = tlpOfStix(texts(refs));
  if (others.length > 0) throw refuse('label-refused', `The object is marked by ${others[0]}, which is no TLP.`);
  if (tlp === undefined) throw refuse('label-refused', 'The object is marked by no TLP.');
  return { tlp };
}

const READERS: Readonly<Record<string, (text: string) => Read>> = {
  servanda: (text) => labelShape(json(text)),
  stanag: (text) => readStanag(text),
  stix: (text) => fromStix(json(text)),
  iep: (text) => fromIep(json(text)),
  // Europol's codes say nothing of who may have it: what has no TLP is for those it is given to.
  europol: (text) => ({ tlp: 'AMBER', ...fromEuropol(text.split(/[\s,]+/).filter((code) => code !== '')) }),
};

const instant = (): string => `${new Date().toISOString().slice(0, 19)}Z`;
const WRITERS: Readonly<Record<string, (label: Label) => string>> = {
  servanda: (label) => JSON.stringify(label, null, 1),
  stanag: (label) => writeStanag(label, instant()).trimEnd(),
  stix: ({ tlp }) => JSON.stringify(stixMarkingObject(tlp), null, 1),
  iep: (label) => JSON.stringify(iepOf(label, randomUUID(), `TLP:${label.tlp}`), null, 1),
  europol: (label) => europolOf(label).join(' '),
};

function formOf<Form>(forms: Readonly<Record<string, Form>>, said: Said, name: string): Form {
  const asked = textOf(said, name) ?? 'servanda';
  const form = Object.entries(forms).find(([known]) => known === asked)?.[1];
  if (form === undefined) throw refuse('usage', `--${name} ${asked} is none of ${Object.keys(forms).join(', ')}.`);
  return form;
}

export const label: Command = {
  name: 'label',
  form: '--in FILE [--from FORM] [--as FORM] [--rel SIDES]',
  summary:
    'Reads a label in one form and writes it in another: servanda, stanag, stix, iep, europol.\n' +
    'What the other form cannot say is left out of it, never made more open; what cannot be kept to is refused.',
  options: [
    { name: 'in', value: 'FILE', help: 'The file to read.' },
    { name: 'from', value: 'FORM', help: 'How it is written. Default: servanda.' },
    { name: 'as', value: 'FORM', help: 'How to write it. Default: servanda.' },
    { name: 'rel', value: 'SIDES', help: 'To whom it is released where the form does not say: AL,UA.' },
  ],
  run: async (said, world) => {
    const [read, write] = [formOf(READERS, said, 'from'), formOf(WRITERS, said, 'as')];
    const path = resolve(world.cwd, needed(said, 'in'));
    const there = await stat(path).catch((cause: unknown) => {
      throw refuse('input-malformed', `There is no label at ${path}.`, cause);
    });
    if (!there.isFile() || there.size > FILE_LIMIT) {
      throw refuse('input-malformed', `${path} is no file of at most ${FILE_LIMIT} bytes.`);
    }
    const text = await readFile(path, 'utf8');
    const found = read(text);
    const rel = found.rel ?? textOf(said, 'rel')?.split(',');
    if (rel === undefined) throw refuse('usage', 'The form does not say to whom it is released. Say --rel AL,UA.');
    const whole = labelShape({ ...found, rel });
    world.print(write(whole));
    world.say(`Ring ${ringOf(whole)}.`);
    return EXIT.done;
  },
};
