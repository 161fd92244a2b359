// The label chooser: what an official chooses in plain words, and the label that it makes. No code is typed.
import type { Label } from '../act/act.ts';
import type { Agreement } from '../agreement/agreement.ts';
import { BASES, INFORMATION, PERSONS, SOURCES } from '../agreement/handling.ts';
import { ACTIONS } from '../agreement/label.ts';
import type { FormField } from './form.tsx';
import { typedChoice, typedDateOrNull, typedText, wrongField } from './typed.ts';

type Typed = Readonly<Record<string, readonly string[]>>;

/** Who may read it, in the order offered: each is a reach of TLP, with bodies where it is narrower than a side. */
const CHOICES = {
  everyone: 'CLEAR',
  officials: 'GREEN',
  named: 'GREEN',
  sealed: 'AMBER',
  desk: 'AMBER+STRICT',
} as const;
type Choice = keyof typeof CHOICES;
const OFFERED: readonly Choice[] = ['everyone', 'officials', 'named', 'sealed', 'desk'];
/** Whether it may go further than the label says of itself, or its originator is asked each time. */
const ONWARD = ['free', 'asked'] as const;
/** What a choice that may be left open is called where it is. */
const UNSET = 'unset';

/** A body that can be marked. */
export interface Offered {
  readonly id: string;
  readonly name: string;
}

type More = Partial<FormField>;

const field = (name: string, input: FormField['input'], required: boolean, more: More = {}): FormField => ({
  name,
  label: `label.field.${name}`,
  input,
  required,
  ...more,
});

const named = (field: string, values: readonly string[]) =>
  values.map((value) => ({ value, label: `label.${field}.${value}` }));

const open = (name: string, values: readonly string[]): FormField =>
  field(name, 'choice', true, {
    options: [{ value: UNSET, label: 'label.unset' }, ...named(name, values)],
    initial: UNSET,
  });

/** The fields of the chooser. `persons` where what is labelled may speak of persons; not where it was given already. */
export function labelFields(agreement: Agreement, bodies: readonly Offered[], persons: boolean): readonly FormField[] {
  const purposes = agreement.purposes.map(({ code, name }) => ({ value: code, name }));
  return [
    field('reach', 'choice', true, {
      options: named('reach', OFFERED),
      initial: 'named',
      ...(persons ? {} : { help: 'label.help.again' }),
    }),
    field('bodies', 'checks', false, {
      help: 'label.help.bodies',
      options: bodies.map(({ id, name }) => ({ value: id, text: name })),
    }),
    field('purpose', 'checks', false, {
      help: 'label.help.purpose',
      options: purposes.map(({ value, name }) => ({ value, names: name })),
    }),
    field('onward', 'choice', true, { help: 'label.help.onward', options: named('onward', ONWARD), initial: 'free' }),
    open('action', ACTIONS),
    field('keep', 'date', false, { help: 'label.help.keep' }),
    open('source', SOURCES),
    open('information', INFORMATION),
    ...(persons
      ? [
          field('persons', 'checks', false, { help: 'label.help.persons', options: named('persons', PERSONS) }),
          field('special', 'choice', true, { options: named('special', ['no', 'yes']), initial: 'no' }),
          field('basis', 'choice', true, { options: named('basis', BASES), initial: 'law' }),
        ]
      : []),
  ];
}

function marked(typed: Typed, name: string, known: readonly string[]): readonly string[] {
  const said = typed[name] ?? [];
  const strange = said.find((one) => !known.includes(one));
  if (strange !== undefined) throw wrongField(name, `There is no ${JSON.stringify(strange.slice(0, 40))} to mark.`);
  return known.filter((one) => said.includes(one));
}

const chosen = <Of extends string>(typed: Typed, name: string, values: readonly Of[]): Of | undefined => {
  const said = typedChoice<string>(typed, name, [UNSET, ...values]);
  return values.find((one) => one === said);
};

function personalOf(typed: Typed, purpose: readonly string[]): Label['personal'] {
  const categories = marked(typed, 'persons', PERSONS);
  if (categories.length === 0) return undefined;
  if (purpose.length === 0) throw wrongField('purpose', 'Personal data is given for a purpose: mark one.');
  return {
    categories: [...categories],
    special: typedChoice(typed, 'special', ['no', 'yes']) === 'yes',
    basis: typedChoice(typed, 'basis', BASES),
  };
}

/** The label that was chosen. Whoever says it may always read it; where bodies are named, `to` are among them. */
export function typedLabel(
  typed: Typed,
  agreement: Agreement,
  bodies: readonly Offered[],
  to: readonly string[],
): Label {
  const choice = typedChoice(typed, 'reach', OFFERED);
  const narrowed = choice !== 'everyone' && choice !== 'officials';
  const ticked = marked(typed, 'bodies', bodies.map(({ id }) => id));
  if (!narrowed && ticked.length > 0) {
    throw wrongField('bodies', 'Bodies are marked, and it is open to more than those: choose one of the two.');
  }
  const purpose = marked(typed, 'purpose', agreement.purposes.map(({ code }) => code));
  const personal = typedText(typed, 'special') === '' ? undefined : personalOf(typed, purpose);
  const orcon = typedText(typed, 'onward') !== '' && typedChoice(typed, 'onward', ONWARD) === 'asked';
  if (orcon && !narrowed) throw wrongField('reach', 'What goes no further unasked is for bodies that are named.');
  const action = chosen(typed, 'action', ACTIONS);
  const source = chosen(typed, 'source', SOURCES);
  const information = chosen(typed, 'information', INFORMATION);
  const keepUntil = typedDateOrNull(typed, 'keep');
  if (choice === 'everyone' && (purpose.length > 0 || personal !== undefined)) {
    throw wrongField('reach', 'What is public has no purpose and speaks of no person. Choose who may read it.');
  }
  return {
    tlp: CHOICES[choice],
    rel: agreement.participants.map(({ id }) => id.toUpperCase()).sort(),
    ...(narrowed ? { bodies: [...new Set([...to, ...ticked])].sort() } : {}),
    ...(orcon ? { orcon } : {}),
    ...(purpose.length === 0 ? {} : { purpose: [...purpose] }),
    ...(action === undefined ? {} : { action }),
    ...(personal === undefined ? {} : { personal }),
    ...(keepUntil === null ? {} : { keepUntil }),
    ...(source === undefined ? {} : { source }),
    ...(information === undefined ? {} : { information: Number(information) }),
  };
}
