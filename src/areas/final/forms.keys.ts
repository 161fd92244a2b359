// How the treaty office admits and revokes keys: the participant itself speaks, by its root key.
import { sideOf } from '../../act/act.ts';
import { parseKey } from '../../act/key.ts';
import { ACTS, KEYS } from '../../act/keys.ts';
import { KEY_ADMITTED, KEY_REVOKED_SINCE } from '../../act/kinds.ts';
import { refuse } from '../../act/refusal.ts';
import { BODIES, nodeBody } from '../../agreement/mandate.ts';
import type { Content, Form, Look, Typed } from '../../area.ts';

const WRITTEN_LIMIT = 4096;
const REASONS = ['rotated', 'lost', 'compromised'] as const;

function value(typed: Typed, field: string): string {
  return (typed[field]?.[0] ?? '').trim();
}

function wrong(field: string, what: string): Error {
  return refuse('input-malformed', `field ${field}: ${what}`);
}

export function content(look: Look, subject: string, body: Content['body']): Content {
  const other = look.agreement.participants.find((side) => side.id !== look.side);
  if (other === undefined) throw new Error('final: an agreement of one side');
  const provisions = look.agreement.provisionsOf(KEY_ADMITTED.families);
  return { provisions, to: [other.treatyOffice.body], subject, re: [], body };
}

/** Bodies of the own side that sign: the treaty office, the node, and whoever is designated. */
export async function holders(look: Look): Promise<readonly string[]> {
  const designated = (await look.rows(BODIES))
    .filter(({ subject, state }) => sideOf(subject) === look.side && state.designated !== null && state.ended === null)
    .map(({ subject }) => subject);
  return [look.agreement.participant(look.side).treatyOffice.body, nodeBody(look.side), ...designated.sort()];
}

export const named = (look: Look, id: string): string => {
  const name = look.agreement.bodies.get(id)?.name;
  return name === undefined ? id : `${name} (${id})`;
};

/** A key made elsewhere, as its holder wrote it; the law of the kind looks at it again. */
function writtenKey(typed: Typed, holder: string): string | undefined {
  const text = value(typed, 'written');
  if (text === '') return undefined;
  if (text.length > WRITTEN_LIMIT) throw wrong('written', `It has ${text.length} letters of ${WRITTEN_LIMIT}.`);
  let name: string;
  try {
    name = parseKey(text).name;
  } catch (cause) {
    throw refuse('input-malformed', `field written: ${(cause as { detail?: string }).detail ?? ''}`, cause);
  }
  if (!name.startsWith(`${holder}/`)) throw wrong('written', `The key ${name} is not named after ${holder}.`);
  return text;
}

const admit: Form = {
  kind: KEY_ADMITTED.id,
  title: 'final.do.admit-key',
  open: async (look, about) => {
    if (about !== undefined) return undefined;
    return [
      {
        name: 'holder',
        label: 'final.field.holder',
        help: 'final.help.holder',
        input: 'choice',
        required: true,
        options: (await holders(look)).map((id) => ({ value: id, text: named(look, id) })),
      },
      { name: 'written', label: 'final.field.written', help: 'final.help.written', input: 'text', required: false },
    ];
  },
  compose: async (look, _about, typed) => {
    const holder = value(typed, 'holder');
    if (!(await holders(look)).includes(holder)) throw wrong('holder', `${JSON.stringify(holder)} signs nothing here.`);
    const key = writtenKey(typed, holder) ?? (await look.newKey(holder));
    return content(look, parseKey(key).name, { holder, key, use: ACTS });
  },
};

/** Names of the own side's keys that stand. */
async function standing(look: Look): Promise<readonly string[]> {
  return (await look.rows(KEYS))
    .filter(({ state }) => state.revoked === null && sideOf(state.holder ?? '') === look.side)
    .map(({ subject }) => subject)
    .sort();
}

const revoke: Form = {
  kind: KEY_REVOKED_SINCE.id,
  title: 'final.do.revoke-key',
  open: async (look, about) => {
    const keys = about === undefined ? await standing(look) : [];
    if (keys.length === 0) return undefined;
    return [
      {
        name: 'key',
        label: 'final.field.key',
        help: 'final.help.key',
        input: 'choice',
        required: true,
        options: keys.map((key) => ({ value: key, text: key })),
      },
      {
        name: 'reason',
        label: 'final.field.reason',
        input: 'choice',
        required: true,
        options: REASONS.map((reason) => ({ value: reason, label: `final.reason.${reason}` })),
      },
    ];
  },
  compose: async (look, _about, typed) => {
    const key = value(typed, 'key');
    if (!(await standing(look)).includes(key)) throw wrong('key', `No key ${JSON.stringify(key)} stands here.`);
    const said = value(typed, 'reason');
    const reason = REASONS.find((known) => known === said);
    if (reason === undefined) throw wrong('reason', `There is no reason ${JSON.stringify(said)}.`);
    return content(look, key, { key, reason, checkpoint: { ...(await look.cosigned()) } });
  },
};

export const KEY_FORMS: readonly Form[] = [admit, revoke];
