// The officials of a demonstration: invented people, as data of the agreement they rehearse.
import { parse } from 'yaml';
import Type from 'typebox';
import { BodyId } from '../act/act.ts';
import { refuse } from '../act/refusal.ts';
import { shape } from '../act/shape.ts';

const closed = { additionalProperties: false } as const;
const Text = Type.String({ minLength: 1, maxLength: 200 });
export const OfficialShape = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' }),
    name: Text,
    body: BodyId,
    roles: Type.Array(Type.Enum(['reader', 'drafter', 'approver', 'duty-officer'])),
    post: Type.Object({ en: Text, uk: Text, sq: Text }, closed),
  },
  closed,
);

/** A person of a side: their body, what they may do in it, what they are in the languages of the interface. */
export type Official = Type.Static<typeof OfficialShape>;
/** What an official may do in their body. */
export type Role = Official['roles'][number];

const exerciseShape = shape(
  Type.Object({ officials: Type.Record(Type.String({ pattern: '^[a-z]{2,8}$' }), Type.Array(OfficialShape)) }, closed),
  'input-malformed',
);

/** Reads the demonstration's officials of one side. */
export function readExercise(text: string, side: string): readonly Official[] {
  let value: unknown;
  try {
    value = parse(text);
  } catch (cause) {
    throw refuse('input-malformed', 'Reading the officials of a demonstration.', cause);
  }
  return exerciseShape(value).officials[side] ?? [];
}
