// What the addresses for those who look after people say as data.
import Type from 'typebox';
import { ROLES } from '../../agreement/official.ts';
import { oneOf, shapeOf } from '../../kit/shape.ts';
import type { PeopleData } from '../pages/people.tsx';
import type { ReadingsData } from '../pages/readings.tsx';
import { saysPage } from '../ask.ts';

const OFFICE = Type.Object({
  id: Type.String(),
  person: Type.String(),
  name: Type.String(),
  body: Type.String(),
  roles: Type.Array(Type.Enum(ROLES)),
  program: Type.Boolean(),
  source: Type.String(),
  since: Type.String(),
  ended: Type.Optional(Type.String()),
});

const DEED = Type.Object({
  n: Type.Integer(),
  at: Type.String(),
  deed: oneOf(
    'enrolled', 'changed', 'ended', 'linked', 'invited', 'passkey-added', 'passkeys-ended', 'key-added', 'keys-ended',
    'signed-in', 'sign-in-failed', 'locked', 'unlocked',
  ),
  by: Type.String(),
  about: Type.String(),
  detail: Type.String(),
});

const PEOPLE_DATA = shapeOf<PeopleData>()(
  Type.Object({
    ways: Type.Array(oneOf('exercise', 'provider', 'passkey')),
    offices: Type.Array(OFFICE),
    deeds: Type.Array(DEED),
  }),
);

const READING = Type.Object({
  official: Type.String(),
  name: Type.String(),
  side: Type.String(),
  index: Type.Integer(),
  parts: Type.Array(Type.String()),
  purpose: Type.String(),
  at: Type.String(),
});

const READINGS_DATA = shapeOf<ReadingsData>()(
  Type.Object({ body: Type.String(), readings: Type.Array(READING) }),
);

export const PEOPLE_SAYS = saysPage({
  summary: 'Who holds which office here, and what was done with people and keys.',
  data: PEOPLE_DATA,
  query: { before: Type.String({ description: 'Deeds before this number.' }) },
  lists: ['offices', 'deeds'],
});
export const READINGS_SAYS = saysPage({
  summary: 'Who read personal data, of which act, and for which purpose.',
  data: READINGS_DATA,
  lists: ['readings'],
});
