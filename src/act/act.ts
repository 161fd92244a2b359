// An act: what one body says to the other side, as the exact text that is signed.
import { sha256 } from '@noble/hashes/sha2.js';
import Type from 'typebox';
import { base64, base64url, type Sha256, utf8 } from './bytes.ts';
import { decode, encode, type Json } from './canonical.ts';
import { type Note, parseNote } from './note.ts';
import { refuse } from './refusal.ts';
import { shape } from './shape.ts';

/** First line of every act's text: a reader knows from it how to read the rest. */
export const ACT_PREFIX = 'servanda/act/v1\n';

/** Limits of ACT-1. Bytes, counts, bytes. */
export const HEADER_LIMIT = 16 * 1024;
export const PARTS_LIMIT = 64;
export const REFERENCES_LIMIT = 64;
export const ENTRY_LIMIT = 65_535;

const ActId = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' });
export const BodyId = Type.String({ pattern: '^[a-z]{2,8}:[a-z0-9-]{1,40}$' });
export const KindId = Type.String({ pattern: '^[a-z]+\\.[a-z]+(-[a-z]+)*/[1-9][0-9]{0,3}$' });
export const Instant = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$' });
export const CivilDate = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' });
const Hash64 = Type.String({ pattern: '^[A-Za-z0-9+/]{43}=$' });
const Word = Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' });
const Code = Type.String({ pattern: '^[A-Za-z0-9:._+-]{1,64}$' });

/** The label (handling.md): who may have it, for what, how long. Signed with the header, so it travels and binds. */
export const LabelShape = Type.Object(
  {
    tlp: Type.Enum(['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED']),
    rel: Type.Array(Type.String({ pattern: '^[A-Z]{2,8}$' }), { minItems: 1, maxItems: 16, uniqueItems: true }),
    bodies: Type.Optional(Type.Array(BodyId, { maxItems: 64 })),
    orcon: Type.Optional(Type.Boolean()),
    codes: Type.Optional(Type.Array(Code, { maxItems: 16 })),
    action: Type.Optional(Code),
    purpose: Type.Optional(Type.Array(Code, { maxItems: 16 })),
    personal: Type.Optional(
      Type.Object(
        { categories: Type.Array(Code, { maxItems: 32 }), special: Type.Boolean(), basis: Code },
        { additionalProperties: false },
      ),
    ),
    keepUntil: Type.Optional(CivilDate),
    reviewAt: Type.Optional(CivilDate),
    source: Type.Optional(Type.String({ pattern: '^[ABCX]$' })),
    information: Type.Optional(Type.Integer({ minimum: 1, maximum: 4 })),
    originator: Type.Optional(BodyId),
  },
  { additionalProperties: false },
);
export type Label = Type.Static<typeof LabelShape>;

const Part = Type.Object(
  {
    name: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,39}(\\.[a-z0-9-]{1,16}){0,3}$' }),
    type: Type.String({ pattern: '^[a-z]+/[a-z0-9.+-]{1,80}$' }),
    class: Type.Union([Type.Literal('A'), Type.Literal('B'), Type.Literal('C')]),
    commitment: ActId,
  },
  { additionalProperties: false },
);
/** A part as the header names it: the bytes and their salt stay outside the log (ACT-2). */
export type PartHeader = Type.Static<typeof Part>;

export const HeaderShape = Type.Object(
  {
    agreement: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$' }),
    kind: KindId,
    provisions: Type.Array(Type.String({ pattern: '^[a-z0-9]{1,16}$' }), { minItems: 1, maxItems: 128 }),
    by: BodyId,
    at: Instant,
    number: Type.String({ pattern: '^[A-Z0-9]+(-[A-Z0-9]+){1,6}$', maxLength: 48 }),
    to: Type.Array(BodyId, { minItems: 1, maxItems: 64 }),
    subject: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9:._/-]{0,127}$' }),
    re: Type.Array(Type.Object({ act: ActId, role: Word }, { additionalProperties: false })),
    seen: Type.Object(
      { origin: Type.String({ minLength: 1, maxLength: 200 }), root: Hash64, size: Type.Integer({ minimum: 0 }) },
      { additionalProperties: false },
    ),
    label: LabelShape,
    parts: Type.Array(Part),
    exercise: Type.Optional(Type.Literal(true)),
  },
  { additionalProperties: false },
);
/**
 * The header of an act (ACT-1). `at` is the body's own instant, RFC 3339 UTC to the second; `number` the body's own
 * running number; `subject` the id of the thing spoken of; `re` the acts it answers, accepts or corrects; `seen` the
 * counterpart's log when it was written; `exercise` stands, and is true, only in demonstrations and drills.
 */
export type ActHeader = Type.Static<typeof HeaderShape>;

const headerShape = shape(HeaderShape, 'header-malformed');

/** An act as read from its stored bytes. `bytes` are what the log holds; nothing is ever built again from parts. */
export interface Act {
  readonly id: string;
  readonly header: ActHeader;
  readonly note: Note;
  readonly bytes: Uint8Array;
}

/** The act id: SHA-256 of the signed text, not of the signatures; base64url, 43 letters. */
export function actId(text: string, sha: Sha256 = sha256): string {
  return base64url(sha(utf8(text)));
}

function checkHeader(header: ActHeader, size: number): ActHeader {
  if (size > HEADER_LIMIT) throw refuse('header-too-large', `The header has ${size} bytes.`);
  if (header.parts.length > PARTS_LIMIT) throw refuse('too-many-parts', `The act names ${header.parts.length} parts.`);
  if (header.re.length > REFERENCES_LIMIT) {
    throw refuse('too-many-references', `The act refers to ${header.re.length} acts.`);
  }
  if (new Set(header.parts.map((part) => part.name)).size !== header.parts.length) {
    throw refuse('header-malformed', 'Two parts of the act have the same name.');
  }
  return header;
}

/** The text to be signed for `header`. Throws a refusal where the header is over a limit or of the wrong shape. */
export function actText(header: ActHeader): string {
  const line = encode(header as unknown as Json);
  checkHeader(headerShape(header), utf8(line).length);
  return `${ACT_PREFIX}${line}\n`;
}

/** Reads an act's text. Refuses bytes whose reading and writing differ (`not-canonical`) before anything else. */
export function parseActText(text: string): ActHeader {
  if (!text.startsWith(ACT_PREFIX) || !text.endsWith('\n')) {
    throw refuse('header-malformed', `Reading a text that does not begin with ${JSON.stringify(ACT_PREFIX)}.`);
  }
  const line = text.slice(ACT_PREFIX.length, -1);
  // A character has three bytes at most: most headers need not be counted.
  const size = line.length * 3 > HEADER_LIMIT ? utf8(line).length : line.length;
  if (size > HEADER_LIMIT) throw refuse('header-too-large', `The header has ${size} bytes.`);
  return checkHeader(headerShape(decode(line)), size);
}

/** Reads a signed act from the bytes a log holds. Signatures are not judged here: see note.ts, verifyNote. */
export function parseAct(bytes: Uint8Array, sha: Sha256 = sha256): Act {
  if (bytes.length > ENTRY_LIMIT) throw refuse('entry-too-large', `The signed act has ${bytes.length} bytes.`);
  const note = parseNote(bytes);
  return { id: actId(note.text, sha), header: parseActText(note.text), note, bytes };
}

/** The `seen` of an act: what its node had verified of the other log when it was written. */
export function seenOf(origin: string, size: number, root: Uint8Array): ActHeader['seen'] {
  return { origin, root: base64(root), size };
}

/** The side a body belongs to: the word before the colon. */
export function sideOf(body: string): string {
  return body.slice(0, body.indexOf(':'));
}
