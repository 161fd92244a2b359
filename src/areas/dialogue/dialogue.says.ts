// What the pages of the dialogue say as data.
import Type from 'typebox';
import { orNull, shapeOf } from '../../kit/shape.ts';
import { REF } from '../../kit/shapes.ts';
import type { DialogueData } from './dialogue.data.ts';
import type { DocumentData } from './document.page.tsx';
import type { Says } from '../../area.ts';

const TEXT_SHOWN = Type.Object({
  proposal: REF,
  agreed: orNull(REF),
  texts: Type.Record(Type.String(), Type.String()),
});

const DEED = Type.Object({ kind: Type.String(), title: Type.String(), about: orNull(Type.String()) });

const MEETING_SHOWN = Type.Object({
  call: REF,
  start: Type.String(),
  end: Type.String(),
  place: Type.String(),
  medium: Type.String(),
  moved: orNull(REF),
  held: Type.Record(Type.String(), REF),
  attendance: Type.Unknown(),
  agenda: orNull(TEXT_SHOWN),
  record: orNull(TEXT_SHOWN),
  decisions: Type.Array(Type.Intersect([REF, Type.Object({ words: Type.String() })])),
  deeds: Type.Array(DEED),
});

const SERIES_SHOWN = Type.Object({
  name: Type.String(),
  level: Type.String(),
  hosting: Type.String(),
  intervalMonths: orNull(Type.Integer()),
  recordDays: orNull(Type.Integer()),
  provisions: Type.Array(Type.String()),
  proposal: REF,
  agreed: orNull(REF),
  due: orNull(Type.Object({ date: Type.String(), rule: Type.String() })),
  meetings: Type.Array(MEETING_SHOWN),
  deeds: Type.Array(DEED),
});

const ACTION_SHOWN = Type.Object({
  what: Type.String(),
  owner: Type.String(),
  due: orNull(Type.String()),
  done: orNull(Type.Intersect([REF, Type.Object({ outcome: Type.String() })])),
  assigned: REF,
  provisions: Type.Array(Type.String()),
  from: orNull(REF),
  deeds: Type.Array(DEED),
});

const DIALOGUE_DATA = shapeOf<DialogueData>()(
  Type.Object({
    now: Type.String(),
    clause: orNull(Type.Object({ provision: Type.String(), questions: Type.Array(Type.String()) })),
    series: Type.Array(SERIES_SHOWN),
    actions: Type.Array(ACTION_SHOWN),
    deeds: Type.Array(DEED),
  }),
);

const DOCUMENT_DATA = shapeOf<DocumentData>()(
  Type.Object({
    call: Type.String(),
    name: Type.String(),
    provisions: Type.Array(Type.String()),
    meeting: orNull(MEETING_SHOWN),
  }),
);

export const DIALOGUE_SAYS: Says = {
  summary: 'Series of meetings, their meetings with agendas and records, and the actions that follow.',
  data: DIALOGUE_DATA,
  lists: ['series', 'series.meetings', 'actions'],
  feed: 'area',
};

export const DOCUMENT_SAYS: Says = {
  summary: 'The papers of one meeting: its agenda and its record.',
  data: DOCUMENT_DATA,
  query: { of: Type.String({ description: 'The id of the act that called the meeting.' }) },
};
