// What the page of independent assessments says as data.
import Type from 'typebox';
import { orNull, shapeOf } from '../../../kit/shape.ts';
import type { OffersData } from './page.tsx';
import type { Says } from '../../../area.ts';

const DECISION = Type.Object({
  act: Type.String(),
  side: Type.String(),
  index: Type.Integer(),
  at: Type.String(),
  publishes: Type.Boolean(),
  reasons: Type.String(),
});

const OFFER_SHOWN = Type.Object({
  statement: Type.String(),
  offered: orNull(Type.Object({ act: Type.String(), side: Type.String(), index: Type.Integer(), at: Type.String() })),
  received: orNull(Type.String()),
  sent: orNull(Type.Object({})),
  decisions: Type.Array(DECISION),
  offer: Type.String(),
  provision: Type.String(),
});

const OFFERS_DATA = shapeOf<OffersData>()(
  Type.Object({ offers: Type.Array(OFFER_SHOWN), open: Type.Array(OFFER_SHOWN) }),
);

export const OFFERS_SAYS: Says = {
  summary: 'Independent assessments that both sides have decided on, with the reasons; and those still to decide.',
  data: OFFERS_DATA,
  lists: ['offers', 'open'],
};
