// How officials designate a body for some kinds of acts alone, and change a mandate that stands.
import { isDesignation } from '../../act/keys.ts';
import { BODY_DESIGNATED_FOR } from '../../act/kinds.ts';
import { civilDate } from '../../agreement/calendar.ts';
import { sideOf } from '../../act/act.ts';
import { BODIES, type BodyState } from '../../agreement/mandate.ts';
import type { Field, Form, Look, ShownAct, Typed } from '../../area.ts';
import { content, dateOf, proposedBodies, provisionsTyped, seat, value, wrong } from './forms.ts';

/** The mandate that a designation began, where it stands and is of the own side. */
async function standingOf(look: Look, about: ShownAct | undefined): Promise<BodyState | undefined> {
  if (about === undefined || about.act.side !== look.side || !isDesignation(about.act.header.kind)) return undefined;
  const state = await look.row(BODIES, about.act.header.subject);
  return state.designated?.act === about.act.id && state.ended === null ? state : undefined;
}

function kindsTyped(look: Look, typed: Typed): readonly string[] {
  const said = typed['kinds'] ?? [];
  if (said.length === 0) throw wrong('kinds', 'No kind is chosen. Choose at least one.');
  const strange = said.find((name) => !look.mandated.includes(name));
  if (strange !== undefined) throw wrong('kinds', `There is no kind ${JSON.stringify(strange.slice(0, 60))}.`);
  return [...new Set(said)].sort();
}

const kindsField = (look: Look): Field => ({
  name: 'kinds',
  label: 'final.field.kinds',
  help: 'final.help.kinds',
  input: 'checks',
  required: true,
  // A kind is named as the record names it: both sides read the same word.
  options: look.mandated.map((name) => ({ value: name, text: name })),
});

const bodyField = (look: Look, ids: readonly string[]): Field => ({
  name: 'body',
  label: 'final.field.body',
  help: 'final.help.body',
  input: 'choice',
  required: true,
  options: ids.map((id) => ({ value: id, text: look.agreement.bodies.get(id)?.name ?? id })),
});

const designateFor: Form = {
  kind: BODY_DESIGNATED_FOR.id,
  title: 'final.do.designate-for',
  open: async (look, about) => {
    const standing = await standingOf(look, about);
    const bodies = about === undefined ? await proposedBodies(look) : [];
    if ((standing === undefined && bodies.length === 0) || look.mandated.length === 0) return undefined;
    const provisions = {
      name: 'provisions',
      label: 'final.field.provisions',
      help: 'final.help.provisions',
      input: 'text',
      required: true,
    } as const;
    const from = { name: 'from', label: 'final.field.from', input: 'date', required: true } as const;
    return [
      ...(standing === undefined ? [bodyField(look, bodies)] : []),
      standing === undefined ? provisions : { ...provisions, initial: standing.provisions.join(', ') },
      kindsField(look),
      { ...from, initial: civilDate(look.now, seat(look)) },
    ];
  },
  compose: async (look, about, typed) => {
    const standing = await standingOf(look, about);
    const id = standing === undefined ? value(typed, 'body') : (about?.act.header.subject ?? '');
    const known = look.agreement.bodies.get(id);
    const proposed = known === undefined ? undefined : { en: known.name, local: known.local ?? known.name };
    const name = standing?.name ?? proposed;
    if (name === undefined || sideOf(id) !== look.side) {
      throw wrong('body', `There is no body ${JSON.stringify(id)} here.`);
    }
    const provisions = provisionsTyped(look, typed);
    const said = content(look, BODY_DESIGNATED_FOR, {
      subject: id,
      re: [],
      body: {
        body: id,
        name: { en: name.en, local: name.local },
        provisions: [...provisions],
        kinds: [...kindsTyped(look, typed)],
        from: dateOf(typed, 'from'),
        // A body that stands signs on with its keys.
        ...(standing === undefined ? { key: await look.newKey(id) } : {}),
      },
    });
    return { ...said, provisions: [...new Set([...said.provisions, ...provisions])] };
  },
};

export const MANDATE_FORMS: readonly Form[] = [designateFor];
