// For what information may be used: the closed list of purposes that an agreement gives, one of which a session names.
import Type from 'typebox';
import { parse } from 'yaml';
import { refuse } from '../act/refusal.ts';
import { shape } from '../act/shape.ts';

const closed = { additionalProperties: false } as const;
const Text = Type.String({ minLength: 1, maxLength: 200 });

export const PurposeShape = Type.Object(
  {
    code: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' }),
    name: Type.Object({ en: Text, uk: Text, sq: Text }, closed),
    provisions: Type.Array(Type.String({ pattern: '^[a-z0-9]{1,16}$' }), { minItems: 1, maxItems: 128 }),
  },
  closed,
);
/** A purpose: the code that stands in labels, its name, and the provisions whose words it follows. */
export type Purpose = Type.Static<typeof PurposeShape>;

const fileShape = shape(
  Type.Object({ purposes: Type.Array(PurposeShape, { maxItems: 64 }) }, closed),
  'input-malformed',
);

/** Reads the purposes of an agreement. Refuses a code that stands twice, and a provision the text does not have. */
export function readPurposes(source: string, isProvision: (id: string) => boolean): readonly Purpose[] {
  const { purposes } = fileShape(parse(source) as unknown);
  const codes = purposes.map(({ code }) => code);
  const twice = codes.find((code, i) => codes.indexOf(code) !== i);
  if (twice !== undefined) throw refuse('input-malformed', `The purpose ${twice} stands twice.`);
  const strange = purposes.flatMap(({ provisions }) => provisions).find((id) => !isProvision(id));
  if (strange !== undefined) throw refuse('provision-unknown', `A purpose names the provision ${strange}.`);
  return purposes;
}
