// What the pages of an act say as data: the act, the entry that is none, its sheet, sheets that were carried here.
import Type from 'typebox';
import { HeaderShape } from '../../act/act.ts';
import { orNull, shapeOf } from '../../kit/shape.ts';
import type { ActData } from '../pages/act.data.ts';
import type { NotedData } from '../pages/noted.tsx';
import type { EntryData, SheetData } from '../pages/sheet.tsx';
import { BODY_NAMES, HELD_COSIGNATURE, NOTE_TEXT, OPENING, PROBLEM, RUNG, SAID_ROW } from './shapes.ts';
import { saysElsewhere, saysFile, saysPage } from '../ask.ts';
import { CSRF } from './shapes.ts';

const PART_SHOWN = Type.Object({
  name: Type.String(),
  type: Type.String(),
  commitment: Type.String(),
  size: orNull(Type.Integer()),
  salt: orNull(Type.String()),
  matches: orNull(Type.Boolean()),
});

const SAID_DATE = Type.Object({ date: Type.String(), act: SAID_ROW });

const NOTE_DATES = Type.Object({ note: orNull(Type.String()), sent: orNull(SAID_DATE), received: orNull(SAID_DATE) });

const ACT_DATA = shapeOf<ActData>()(
  Type.Object({
    side: Type.String(),
    index: Type.Integer(),
    id: Type.String(),
    header: HeaderShape,
    body: Type.Unknown(),
    held: Type.Boolean(),
    recordedAt: Type.String(),
    rungs: Type.Array(RUNG),
    contested: orNull(Type.String()),
    text: Type.String(),
    bytes: Type.Integer(),
    signatures: Type.Array(Type.String()),
    keys: Type.Array(Type.String()),
    verified: Type.Boolean(),
    parts: Type.Array(PART_SHOWN),
    file: orNull(
      Type.Object({
        pieces: Type.Integer(),
        here: Type.Integer(),
        name: orNull(Type.String()),
        size: orNull(Type.Integer()),
      }),
    ),
    notes: Type.Array(NOTE_TEXT),
    refersTo: Type.Array(Type.Object({ role: Type.String(), act: SAID_ROW })),
    referredBy: Type.Array(Type.Object({ role: Type.String(), act: SAID_ROW })),
    dates: NOTE_DATES,
    proof: Type.Boolean(),
    cosignatures: Type.Array(HELD_COSIGNATURE),
    previous: orNull(Type.Integer()),
    next: orNull(Type.Integer()),
    answers: Type.Array(OPENING),
    names: BODY_NAMES,
  }),
);

const NOTED_DATA = shapeOf<NotedData>()(
  Type.Object({
    side: Type.String(),
    index: Type.Integer(),
    noted: Type.Object({ of: Type.String(), size: Type.Integer() }),
    at: Type.String(),
    contested: Type.Optional(Type.String()),
    text: Type.String(),
    signatures: Type.Array(Type.String()),
    previous: orNull(Type.Integer()),
    next: orNull(Type.Integer()),
  }),
);

const SHEET_DATA = shapeOf<SheetData>()(
  Type.Object({
    side: Type.String(),
    index: Type.Integer(),
    kind: Type.String(),
    number: Type.String(),
    at: Type.String(),
    by: Type.String(),
    text: Type.String(),
    codes: Type.Array(Type.String()),
  }),
);

const CARRIED = Type.Object({
  id: Type.String(),
  side: Type.String(),
  kind: Type.String(),
  number: Type.String(),
  at: Type.String(),
  body: Type.Unknown(),
});

const ENTRY_DATA = shapeOf<EntryData>()(
  Type.Object({ csrf: Type.String(), carried: Type.Array(CARRIED), typed: Type.String(), problem: orNull(PROBLEM) }),
);

export const ACT_SAYS = saysPage({
  summary: 'One act: what it says, its ladder, signatures, parts, references; or the entry that notes a checkpoint.',
  data: Type.Union([ACT_DATA, NOTED_DATA]),
});
export const ACT_BY_ID_SAYS = saysElsewhere('Leads from the id of an act to its place in the record.');
export const PROOF_SAYS = saysFile('The tlog-proof file of an act.', ['text/plain'], { recorded: true });
export const TEXT_SAYS = saysFile('The signed act, byte for byte.', ['text/plain'], { recorded: true });
export const PART_SAYS = saysFile('The bytes of a part, to keep.', ['application/octet-stream'], { recorded: true });
export const FILE_SAYS = saysFile('The file of an act, once all of it is here, to keep.', ['application/octet-stream']);
export const CHUNK_SAYS = saysFile('A sealed chunk of a file, by its number.', ['application/octet-stream']);
export const POLICY_SAYS = saysFile('The tlog-policy file against which proofs of a log are checked.', ['text/plain'], {
  recorded: true,
});
const PAPER_MEDIA = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'text/html',
];
export const NOTE_SAYS = saysFile('The note verbale in a language, as a document.', PAPER_MEDIA, {
  query: { format: Type.String({ description: 'pdf, docx or html; pdf where nothing is said.' }) },
});
export const SHEET_SAYS = saysPage(
  { summary: 'The act with its parts as one text to print and carry, with codes.', data: SHEET_DATA },
  { forms: ['text'] },
);
export const ENTRY_SAYS = saysPage({
  summary: 'Where a sheet that was carried here is entered; and the acts that came so.',
  data: ENTRY_DATA,
  lists: ['carried'],
});
export const ENTERED_SAYS = saysElsewhere('Takes a sheet in, pasted or as a file.', {
  form: { ...CSRF, sheet: Type.Optional(Type.String()), file: Type.Optional(Type.String({ format: 'binary' })) },
  data: Type.Object({ act: Type.String() }),
});
