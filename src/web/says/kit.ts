// What the page of the kit says as data.
import Type from 'typebox';
import { oneOf, orNull, shapeOf } from '../../kit/shape.ts';
import type { KitData } from '../pages/kit.tsx';
import { saysPage } from '../ask.ts';

const KIT_DATA = shapeOf<KitData>()(
  Type.Object({
    scheme: orNull(oneOf('light', 'dark')),
    parts: Type.Array(Type.Object({ name: Type.String(), states: Type.Array(Type.String()) })),
  }),
);

export const KIT_SAYS = saysPage({
  summary: 'Every part of the pages in every state; on a demonstration only.',
  data: KIT_DATA,
  query: { scheme: Type.String({ description: 'light or dark.' }) },
  lists: ['parts'],
});
