// What the addresses for signing in say as data.
import Type from 'typebox';
import { OfficialShape } from '../../agreement/official.ts';
import { PurposeShape } from '../../agreement/purpose.ts';
import { oneOf, orNull, shapeOf } from '../../kit/shape.ts';
import type { EnrolData } from '../pages/enrol.tsx';
import type { SessionData } from '../pages/session.tsx';
import type { SignInData } from '../pages/signin.tsx';
import { BODY_NAMES, PROBLEM } from './shapes.ts';
import { saysElsewhere, saysPage } from '../ask.ts';
import { CSRF } from './shapes.ts';

const SIGN_IN_DATA = shapeOf<SignInData>()(
  Type.Object({
    exercise: Type.Boolean(),
    ways: Type.Array(oneOf('exercise', 'provider', 'passkey')),
    officials: Type.Array(OfficialShape),
    purposes: Type.Array(PurposeShape),
    passkey: orNull(Type.Object({ json: Type.String(), challenge: Type.String() })),
    next: Type.String(),
    csrf: Type.String(),
    names: BODY_NAMES,
    problem: orNull(PROBLEM),
  }),
);

const ENROL_DATA = shapeOf<EnrolData>()(
  Type.Object({
    csrf: Type.String(),
    person: Type.String(),
    question: orNull(Type.String()),
    challenge: orNull(Type.String()),
    problem: orNull(PROBLEM),
  }),
);

const SESSION_DATA = shapeOf<SessionData>()(
  Type.Object({
    official: OfficialShape,
    purpose: orNull(Type.String()),
    purposes: Type.Array(PurposeShape),
    offices: Type.Array(OfficialShape),
    csrf: Type.String(),
    names: BODY_NAMES,
    problem: orNull(PROBLEM),
  }),
);

const NEXT = Type.String({ description: 'Where to go afterwards: an address of this window.' });
const PURPOSE = Type.String({ description: 'The code of a purpose of the Agreement; empty for none.' });
const BEGUN = Type.Object({ official: OfficialShape });
const TURNED = Type.Object({ official: Type.String(), purpose: orNull(Type.String()) });
const DEVICE = { ...CSRF, answer: Type.String(), challenge: Type.String() };

export const SIGN_IN_SAYS = saysPage({
  summary: 'Where an official signs in.',
  data: SIGN_IN_DATA,
  query: { next: NEXT },
});
export const SIGNED_IN_SAYS = saysElsewhere('Begins a session of a demonstration.', {
  form: { ...CSRF, official: Type.String(), purpose: Type.Optional(PURPOSE), next: Type.Optional(NEXT) },
  data: BEGUN,
});
export const DEPARTED_SAYS = saysElsewhere('Leads to the provider of identities.', { refused: [403] });
export const ARRIVED_SAYS = saysElsewhere('Comes back from the provider, and begins a session.', {
  data: BEGUN,
  refused: [403],
});
export const PASSKEY_SAYS = saysElsewhere('Begins a session with a passkey.', {
  form: { ...DEVICE, purpose: Type.Optional(PURPOSE), next: Type.Optional(NEXT) },
  data: BEGUN,
});
export const ENROL_SAYS = saysPage({ summary: 'Where a one-time code is given for a passkey.', data: ENROL_DATA });
export const CODE_SAYS = saysPage({ summary: 'Takes the code, and asks the device for a passkey.', data: ENROL_DATA });
export const ENROLLED_SAYS = saysElsewhere('Keeps the passkey, and begins a session.', { form: DEVICE, data: BEGUN });
export const SIGNED_OUT_SAYS = saysElsewhere('Ends the session.', {
  form: CSRF,
  data: Type.Object({ official: Type.Null() }),
});
export const SESSION_SAYS = saysPage({ summary: 'In which office one reads, and why.', data: SESSION_DATA });
export const PURPOSE_SAYS = saysElsewhere('Goes on for another purpose.', {
  form: { ...CSRF, purpose: PURPOSE },
  data: TURNED,
});
export const OFFICE_SAYS = saysElsewhere('Goes on in another office of the same person.', {
  form: { ...CSRF, office: Type.String() },
  data: TURNED,
});
