// What the pages of drafts say as data: all, one, and the form of a new one.
import Type from 'typebox';
import { LabelShape } from '../../act/act.ts';
import { OfficialShape } from '../../agreement/official.ts';
import { oneOf, orNull, shapeOf } from '../../kit/shape.ts';
import type { DraftData, DraftsData, NewData } from '../pages/drafts.data.ts';
import { type Saying, saysElsewhere, saysFile, saysPage } from '../ask.ts';
import { BODY_NAMES, CSRF, DRAFT_FIELDS, DRAFT_ROW, NOTE_TEXT, OPENING, PLACE, PROBLEM } from './shapes.ts';

const DRAFTS_DATA = shapeOf<DraftsData>()(
  Type.Object({
    waiting: Type.Array(DRAFT_ROW),
    sentBack: Type.Array(DRAFT_ROW),
    recorded: Type.Array(DRAFT_ROW),
    beginnings: Type.Array(OPENING),
  }),
);

const DRAFT_DATA = shapeOf<DraftData>()(
  Type.Object({
    ...DRAFT_FIELDS,
    text: Type.String(),
    digest: Type.String(),
    number: Type.String(),
    by: Type.String(),
    body: Type.Unknown(),
    notes: Type.Array(NOTE_TEXT),
    parts: Type.Array(Type.Object({ name: Type.String(), type: Type.String(), size: Type.Integer() })),
    file: orNull(Type.Object({ name: Type.String(), size: Type.Integer() })),
    approvals: Type.Array(Type.Object({ official: OfficialShape, at: Type.String() })),
    mayApprove: Type.Array(OfficialShape),
    typed: Type.Record(Type.String(), Type.Array(Type.String())),
    about: orNull(PLACE),
    yours: Type.Boolean(),
    reasonTyped: Type.Array(Type.String()),
    csrf: Type.String(),
    names: BODY_NAMES,
    problem: orNull(PROBLEM),
  }),
);

const FIELD = Type.Object({
  name: Type.String(),
  label: Type.String(),
  help: Type.Optional(Type.String()),
  input: oneOf('text', 'long', 'date', 'time', 'choice', 'checks', 'file'),
  required: Type.Boolean(),
  options: Type.Optional(
    Type.Array(
      Type.Intersect([
        Type.Object({ value: Type.String() }),
        Type.Union([
          Type.Object({ label: Type.String() }),
          Type.Object({ text: Type.String() }),
          Type.Object({ names: Type.Record(Type.String(), Type.String()) }),
        ]),
      ]),
    ),
  ),
  initial: Type.Optional(Type.String()),
  limit: Type.Optional(Type.Integer()),
});

const NEW_DATA = shapeOf<NewData>()(
  Type.Object({
    kind: Type.String(),
    title: Type.String(),
    approvals: Type.Integer(),
    fields: Type.Array(FIELD),
    typed: Type.Record(Type.String(), Type.Array(Type.String())),
    about: orNull(PLACE),
    answered: orNull(Type.Object({ label: LabelShape, by: Type.String(), to: Type.Array(Type.String()) })),
    csrf: Type.String(),
    problem: orNull(PROBLEM),
  }),
);

export const DRAFTS_SAYS = saysPage({
  summary: 'The drafts of this side: those that wait, and the newest that were sent back or recorded.',
  data: DRAFTS_DATA,
  lists: ['waiting', 'sentBack', 'recorded'],
});
export const NEW_SAYS = saysPage({
  summary: 'The form by which a kind is said, with its fields.',
  data: NEW_DATA,
  query: {
    kind: Type.String({ description: 'The id of a kind.' }),
    about: Type.String({ description: 'The id of the act that it answers.' }),
    from: Type.String({ description: 'The id of a draft to write again.' }),
  },
});
export const DRAFT_SAYS = saysPage({
  summary: 'One draft: exactly what will be signed, and who has approved it.',
  data: DRAFT_DATA,
  lists: ['approvals', 'parts'],
});
const LEADS_TO_DRAFT = { data: DRAFT_DATA };
export const WRITTEN_SAYS = saysElsewhere('Makes a draft of what was typed into the form of a kind.', {
  form: {
    ...CSRF,
    kind: Type.String(),
    about: Type.Optional(Type.String()),
    file: Type.Optional(Type.String({ format: 'binary' })),
  },
  ...LEADS_TO_DRAFT,
});
export const APPROVED_SAYS = saysElsewhere('Approves the text of that digest; the last one signs and records it.', {
  form: { ...CSRF, digest: Type.String() },
  ...LEADS_TO_DRAFT,
});
export const SENT_BACK_SAYS = saysElsewhere('Sends a draft back with a reason.', {
  form: { ...CSRF, reason: Type.String() },
  ...LEADS_TO_DRAFT,
});

export const DRAFT_PART_SAYS = saysFile('The bytes of a part that it will carry.', ['application/octet-stream']);

export const DRAFT_FILE_SAYS = saysFile('The file that it will carry.', ['application/octet-stream']);

export const TAKEN_SAYS: Saying = {
  is: 'data',
  summary: 'Takes a chunk of a file that was sealed at a desk; the draft that names it follows.',
  form: { ...CSRF, chunk: Type.String({ format: 'binary' }) },
  data: Type.Object({ sha256: Type.String(), length: Type.Integer() }),
};

export const SEALING_SAYS: Saying = {
  is: 'data',
  summary: 'What a desk needs to seal the words of a draft, which stand-ins take the place of.',
  form: { ...CSRF, kind: Type.String(), about: Type.Optional(Type.String()) },
  data: Type.Object({
    ring: oneOf('A', 'B', 'C'),
    header: Type.Optional(Type.Unknown()),
    content: Type.Optional(Type.Unknown()),
    recipients: Type.Array(Type.String()),
  }),
};
