// What the forms of an exchange share: fields, the bodies that can be named, and the item that a form is opened from.
import { type ActHeader, sideOf } from '../../act/act.ts';
import { BODIES } from '../../agreement/mandate.ts';
import type { Field, Look, ShownAct } from '../../area.ts';
import type { Offered } from '../../kit/label.form.ts';
import { wrongField } from '../../kit/typed.ts';
import { ITEM_ANSWERED, ITEM_GIVEN } from './kinds.ts';
import { ITEMS, type ItemState, spokenOf } from './registers.ts';

export type Named = Offered;

export const field = (name: string, input: Field['input'], required: boolean, more: Partial<Field> = {}): Field => ({
  name,
  label: `exchange.field.${name}`,
  input,
  required,
  ...more,
});

/** One of a closed list, by words of the way. */
export const choice = (name: string, values: readonly string[], initial: string, more: Partial<Field> = {}): Field =>
  field(name, 'choice', true, {
    options: values.map((value) => ({ value, label: `exchange.${name}.${value}` })),
    initial,
    ...more,
  });

/** The side that is not this node's. */
export function counterpart(look: Look): string {
  const other = look.agreement.participants.find(({ id }) => id !== look.side);
  if (other === undefined) throw new Error('exchange: an agreement of one side');
  return other.id;
}

/** The office of a side and its designated bodies. */
export async function bodiesOf(look: Look, side: string): Promise<readonly string[]> {
  const designated = (await look.rows(BODIES)).filter(({ subject, state }) => {
    return sideOf(subject) === side && state.designated !== null && state.ended === null;
  });
  return [look.agreement.participant(side).treatyOffice.body, ...designated.map(({ subject }) => subject)];
}

export function namesOf(look: Look, bodies: readonly string[]): readonly Named[] {
  return bodies.map((id) => ({ id, name: look.agreement.bodies.get(id)?.name ?? id }));
}

/** The act that a form was opened from; that there is one, the form itself has made sure of. */
export function answering(about: ShownAct | undefined): { readonly id: string; readonly header: ActHeader } {
  if (about === undefined) throw wrongField('about', 'It speaks of nothing.');
  return about.act;
}

export interface ItemAt {
  readonly act: ShownAct;
  readonly state: ItemState;
}

/** The item that the act is, where it stands. */
export async function itemAt(look: Look, about: ShownAct | undefined): Promise<ItemAt | undefined> {
  if (about === undefined || about.contested !== undefined) return undefined;
  const { kind } = about.act.header;
  if (kind !== ITEM_GIVEN.id && kind !== ITEM_ANSWERED.id) return undefined;
  const state = await look.row(ITEMS, about.act.id);
  return state.given === null ? undefined : { act: about, state };
}

/** The item that an act of its life speaks of, where the act is of that kind and stands. */
export async function itemOf(look: Look, about: ShownAct | undefined, kind: string): Promise<ItemAt | undefined> {
  if (about === undefined || about.contested !== undefined || about.act.header.kind !== kind) return undefined;
  return await itemAt(look, await look.act(spokenOf(about.act.header.subject)));
}

/** To whom of the other side what is said of an item goes. */
export function addressees(look: Look, { given }: ItemState): readonly string[] {
  if (given === null) return [];
  return given.side === look.side ? given.to : [given.by];
}
