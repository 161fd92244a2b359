// Places that an agreement names, and the borders within which a map shows them: data of the agreement.
import Type from 'typebox';
import { parse } from 'yaml';
import { refuse } from '../act/refusal.ts';
import { shape } from '../act/shape.ts';

const closed = { additionalProperties: false } as const;
const Text = Type.String({ minLength: 1, maxLength: 100 });
const InThree = Type.Object({ en: Text, uk: Text, sq: Text }, closed);
const Code = Type.String({ pattern: '^\\d{3}$' });
/** Degrees of WGS 84: longitude, latitude. */
const At = Type.Tuple([Type.Number({ minimum: -180, maximum: 180 }), Type.Number({ minimum: -90, maximum: 90 })]);

const AtlasShape = Type.Object(
  {
    countries: Type.Array(
      Type.Object({ code: Code, side: Type.String({ pattern: '^[a-z]{2,8}$' }) }, closed),
      { maxItems: 16 },
    ),
    borders: Type.Union([
      Type.Object(
        {
          provision: Type.String({ pattern: '^[a-z0-9]{1,16}$' }),
          points: Type.Array(Type.Object({ name: InThree, at: At, country: Code }, closed), { maxItems: 64 }),
        },
        closed,
      ),
      Type.Null(),
    ]),
    places: Type.Array(
      Type.Object(
        {
          id: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' }),
          name: InThree,
          at: At,
          country: Code,
          is: Type.Enum(['seat', 'named']),
          provisions: Type.Array(Type.String({ pattern: '^[a-z0-9]{1,16}$' }), { maxItems: 128 }),
        },
        closed,
      ),
      { maxItems: 200 },
    ),
  },
  closed,
);
/**
 * The places of an agreement. `borders` names the provision that says which borders hold, and points that lie within
 * them: whatever a published map says of the land around such a point, here it is that country's.
 */
export type Atlas = Type.Static<typeof AtlasShape>;
export type Place = Atlas['places'][number];

const atlasShape = shape(AtlasShape, 'input-malformed');

/** Reads the places. `isProvision` says whether an id is one of the text. */
export function readPlaces(source: string, isProvision: (id: string) => boolean): Atlas {
  let value: unknown;
  try {
    value = parse(source);
  } catch (cause) {
    throw refuse('input-malformed', `Reading places.yaml: ${(cause as Error).message}`, cause);
  }
  const atlas = atlasShape(value);
  const border = atlas.borders === null ? [] : [atlas.borders.provision];
  const named = [...atlas.places.flatMap(({ provisions }) => provisions), ...border];
  const strange = named.find((id) => !isProvision(id));
  if (strange !== undefined) throw refuse('input-malformed', `places.yaml names ${strange}, which the text has not.`);
  return atlas;
}
