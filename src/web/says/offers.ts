// What the page says on which officials moderate what organisations have handed in.
import Type from 'typebox';
import { oneOf, orNull, shapeOf } from '../../kit/shape.ts';
import type { OffersData } from '../pages/offers.tsx';
import { saysElsewhere, saysPage } from '../ask.ts';
import { CSRF } from './shapes.ts';

const OFFER_VIEW = Type.Object({
  id: Type.String(),
  statement: Type.String(),
  organisation: Type.String(),
  contact: Type.String(),
  sources: Type.Array(Type.String()),
  words: Type.String(),
  language: Type.String(),
  completion: Type.String(),
  at: Type.String(),
  state: oneOf('waiting', 'set-aside'),
  why: Type.Optional(Type.String()),
  by: Type.Optional(Type.String()),
});

const OFFERS_DATA = shapeOf<OffersData>()(
  Type.Object({
    offers: Type.Array(
      Type.Intersect([
        OFFER_VIEW,
        Type.Object({ passed: orNull(Type.Object({ side: Type.String(), index: Type.Integer() })) }),
      ]),
    ),
    passesOn: orNull(Type.String()),
    csrf: Type.String(),
  }),
);

export const OFFERS_SAYS = saysPage({
  summary: 'Assessments that organisations have handed in at the public window, to be moderated.',
  data: OFFERS_DATA,
  lists: ['offers'],
});
export const OFFER_SET_ASIDE_SAYS = saysElsewhere('Sets an assessment aside, with a reason.', {
  form: { ...CSRF, why: Type.String() },
});
export const OFFER_FORGOTTEN_SAYS = saysElsewhere('Forgets an assessment that was handed in.', { form: CSRF });
