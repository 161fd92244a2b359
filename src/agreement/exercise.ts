// The officials of a demonstration: invented people, as data of the agreement they rehearse.
import { parse } from 'yaml';
import Type from 'typebox';
import { refuse } from '../act/refusal.ts';
import { shape } from '../act/shape.ts';
import { type Official, OfficialShape } from './official.ts';

const exerciseShape = shape(
  Type.Object(
    { officials: Type.Record(Type.String({ pattern: '^[a-z]{2,8}$' }), Type.Array(OfficialShape)) },
    { additionalProperties: false },
  ),
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
