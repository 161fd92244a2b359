// What follows from a label, in sentences: who may read it on both nodes, for what, until when.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ActHeader } from '../act/act.ts';
import type { Agreement } from '../agreement/agreement.ts';
import { type Ring, ringOf } from '../agreement/label.ts';
import { bodyName } from './instrument.ts';
import type { Speak } from './words.ts';

type Labelled = Pick<ActHeader, 'label' | 'by' | 'to'>;

/** Who may read it: the bodies named, or where it goes no further than those concerned, these. */
function whoSays({ label, by, to }: Labelled, agreement: Agreement, speak: Speak): string {
  const { tlp, rel, bodies } = label;
  const wide = tlp === 'CLEAR' || tlp === 'GREEN';
  const closed = (label.purpose ?? []).length > 0 || label.personal !== undefined;
  if (tlp === 'CLEAR' && bodies === undefined && !closed) return speak.say('label.says.everyone');
  if (wide && bodies === undefined) {
    const sides = agreement.participants.filter(({ id }) => rel.includes(id.toUpperCase()));
    return speak.say('label.says.officials', { sides: speak.list(sides.map(({ name }) => name[speak.language])) });
  }
  const concerned = [...new Set([by, ...(bodies ?? to)])].sort();
  return speak.say('label.says.bodies', {
    bodies: speak.list(concerned.map((id) => bodyName(agreement, id, speak.language).full)),
  });
}

/** The sentences, in the order in which they matter. Words stay in the ring in which they came, after that too. */
export function labelSays(
  of: Labelled,
  agreement: Agreement,
  speak: Speak,
  ring: Ring = ringOf(of.label),
): readonly string[] {
  const { orcon, purpose = [], action, personal, keepUntil } = of.label;
  const nameOf = (code: string) => agreement.purposes.find((one) => one.code === code)?.name[speak.language];
  const named = purpose.map((code) => nameOf(code) ?? code);
  const persons = (personal?.categories ?? []).map((one) => speak.say(`label.persons.${one}`));
  return [
    whoSays(of, agreement, speak),
    ...(ring === 'A' ? [] : [speak.say(ring === 'B' ? 'label.says.sealed' : 'label.says.desk')]),
    ...(named.length === 0 ? [] : [speak.say('label.says.purpose', { purposes: speak.list(named) })]),
    ...(action === undefined ? [] : [speak.say('label.says.action', { action: speak.say(`label.action.${action}`) })]),
    ...(orcon === true ? [speak.say('label.says.release')] : []),
    ...(personal === undefined ? [] : [speak.say('label.says.persons', { persons: speak.list(persons) })]),
    keepUntil === undefined
      ? speak.say('label.says.no-keep')
      : speak.say('label.says.keep', { date: speak.date(keepUntil) }),
  ];
}

/** The same as a list. */
export function LabelSays({ of, agreement, speak, ring }: {
  readonly of: Labelled;
  readonly ring?: Ring;
  readonly agreement: Agreement;
  readonly speak: Speak;
}): JSX.Element {
  return (
    <ul class="after">
      {labelSays(of, agreement, speak, ring).map((sentence) => (
        <li>{sentence}</li>
      ))}
    </ul>
  );
}
