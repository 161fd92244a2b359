// The shape of a value from outside, checked against its one schema.
import type Type from 'typebox';
import { Compile } from 'typebox/compile';
import { type RefusalCode, refuse } from './refusal.ts';

/**
 * A function that returns its argument typed, or refuses it with `code`, saying where it does not fit. The schema is
 * JSON Schema 2020-12 and is compiled on first use, so that importing costs nothing.
 */
export function shape<S extends Type.TSchema>(schema: S, code: RefusalCode): (value: unknown) => Type.Static<S> {
  let compiled: ReturnType<typeof Compile<S>> | undefined;
  return (value) => {
    compiled ??= Compile(schema);
    if (compiled.Check(value)) return value as Type.Static<S>;
    const errors = compiled.Errors(value).slice(0, 3);
    const where = errors.map((error) => `${error.instancePath || 'the whole'} ${error.message}`).join('; ');
    throw refuse(code, `${where}.`);
  };
}
