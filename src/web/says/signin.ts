// What the page for signing in says as data.
import Type from 'typebox';
import { OfficialShape } from '../../agreement/exercise.ts';
import { orNull, shapeOf } from '../../kit/shape.ts';
import type { SignInData } from '../pages/signin.tsx';
import { BODY_NAMES, PROBLEM } from './shapes.ts';
import { saysElsewhere, saysPage } from '../ask.ts';
import { CSRF } from './shapes.ts';

const SIGN_IN_DATA = shapeOf<SignInData>()(
  Type.Object({
    exercise: Type.Boolean(),
    officials: Type.Array(OfficialShape),
    next: Type.String(),
    csrf: Type.String(),
    names: BODY_NAMES,
    problem: orNull(PROBLEM),
  }),
);

export const SIGN_IN_SAYS = saysPage({
  summary: 'Where an official signs in.',
  data: SIGN_IN_DATA,
  query: { next: Type.String({ description: 'Where to go afterwards: an address of this window.' }) },
});
export const SIGNED_IN_SAYS = saysElsewhere('Begins a session.', {
  form: { ...CSRF, official: Type.String(), next: Type.Optional(Type.String()) },
  data: Type.Object({ official: OfficialShape }),
});
export const SIGNED_OUT_SAYS = saysElsewhere('Ends the session.', {
  form: CSRF,
  data: Type.Object({ official: Type.Null() }),
});
