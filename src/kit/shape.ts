// The shape of what a page says as data: how its schema is written, and held to the type it describes.
import Type, { type Static, type TSchema } from 'typebox';

/** One of these words. */
export function oneOf<const Words extends string[]>(...words: Words): Type.TEnum<Words> {
  return Type.Enum(words) as unknown as Type.TEnum<Words>;
}

/** The same, or null where there is none. */
export function orNull<Of extends TSchema>(of: Of): Type.TUnion<[Of, Type.TNull]> {
  return Type.Union([of, Type.Null()]);
}

/** As data is read: nothing of it is changed, and what may be absent may be undefined, which JSON leaves out. */
type Read<Of> = Of extends object
  ? { readonly [Name in keyof Of]: Read<Of[Name]> | (object extends Pick<Of, Name> ? undefined : never) }
  : Of;

/**
 * A schema that all `Data` fits: where the type changes and the schema does not, this does not compile. The schema says
 * what is there and promised; fields may be added to data and are then promised once they stand in it.
 */
export function shapeOf<Data>(): <Shape extends TSchema>(
  shape: Data extends Read<Static<Shape>> ? Shape : never,
) => Shape {
  return (shape) => shape as never;
}
