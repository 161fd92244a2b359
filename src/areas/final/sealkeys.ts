// The keys to which parts are sealed for bodies: their law, their form, what is told of them.
import { sideOf } from '../../act/act.ts';
import { KEYS } from '../../act/keys.ts';
import type { BodyOf } from '../../act/kind.ts';
import { SEAL_KEY_ADMITTED, SEALS } from '../../act/kinds.ts';
import { refuse } from '../../act/refusal.ts';
import { parseSealKey, type SealKey } from '../../act/sealkey.ts';
import type { AreaKind, Form, Look } from '../../area.ts';
import { typedSome, wrongField } from '../../kit/typed.ts';
import { content, holders, named } from './forms.keys.ts';
import { tellKeyAdmitted } from './tell.ts';

/** Letters of a written X-Wing key, at most. */
const WRITTEN_LIMIT = 4096;

/** The name of the next seal key of a body: it and `seal`, the year, a running number. */
async function nextName(look: Look, holder: string): Promise<string> {
  const names = new Set((await look.rows(KEYS)).map(({ subject }) => subject));
  const year = look.now.slice(0, 4);
  for (let n = 1; ; n++) {
    const name = `${holder}/seal-${year}-${n}`;
    if (!names.has(name)) return name;
  }
}

function written(text: string): SealKey {
  const key = parseSealKey(text);
  if (key.kem !== 'x-wing') throw refuse('key-not-admissible', `The key ${key.name} is no X-Wing key.`);
  return key;
}

export const SEAL_KEY_KIND: AreaKind = {
  kind: SEAL_KEY_ADMITTED,
  title: 'final.kind.seal-key-admitted',
  judge: async (act, standing) => {
    const { key, holder } = act.body as BodyOf<typeof SEAL_KEY_ADMITTED>;
    if (sideOf(holder) !== act.side) throw refuse('side-mismatch', `${act.header.by} speaks of ${holder}.`);
    const { name } = written(key);
    if (!name.startsWith(`${holder}/`)) {
      throw refuse('key-not-admissible', `The key ${name} is to be held by ${holder}.`);
    }
    if ((await standing.state(KEYS, name)).admitted !== null) {
      throw refuse('key-not-admissible', `The key ${name} was admitted before; a name is used once.`);
    }
  },
  note: undefined,
  tell: tellKeyAdmitted,
};

export const SEAL_KEY_FORM: Form = {
  kind: SEAL_KEY_ADMITTED.id,
  title: 'final.do.admit-seal-key',
  open: async (look, about) => {
    if (about !== undefined) return undefined;
    const options = await Promise.all(
      (await holders(look)).map(async (id) => ({ value: await nextName(look, id), text: named(look, id) })),
    );
    return [
      {
        name: 'name',
        label: 'final.field.sealed-for',
        help: 'final.help.sealed-for',
        input: 'choice',
        required: true,
        options,
      },
      {
        name: 'seal-key',
        label: 'final.field.seal-key',
        help: 'final.help.seal-key',
        input: 'long',
        required: true,
        limit: WRITTEN_LIMIT,
        makes: 'name',
      },
    ];
  },
  compose: async (look, _about, typed) => {
    const name = typedSome(typed, 'name', 128);
    const text = typedSome(typed, 'seal-key', WRITTEN_LIMIT);
    const holder = (await holders(look)).find((id) => name.startsWith(`${id}/`));
    if (holder === undefined) throw wrongField('name', `${JSON.stringify(name)} is the key of no body here.`);
    let key: SealKey;
    try {
      key = written(text);
    } catch (cause) {
      throw wrongField('seal-key', (cause as { detail?: string }).detail ?? '', cause);
    }
    if (key.name !== name) throw wrongField('seal-key', `The key is named ${key.name} and not ${name}.`);
    return content(look, name, { holder, key: text, use: SEALS });
  },
};
