// The kinds by which an assessment that an organisation has handed in is passed on, published or declined.
import Type from 'typebox';
import type { Kind } from '../../../act/kind.ts';
import { CivilDate } from '../../../act/act.ts';
import { COMPLETIONS } from '../../../kit/marks.tsx';
import { ADDRESS_LIMIT, LANGUAGE_CODE, ORGANISATION_LIMIT } from '../kinds.ts';

const closed = { additionalProperties: false } as const;

/** Characters of the words of an organisation, and of the reasons of a side. */
export const WORDS_LIMIT = 2000;
/** Sources named, at most. */
export const SOURCES_LIMIT = 4;
/** A source is an address of the web. */
export const SOURCE = '^https?://[A-Za-z0-9.-]+(:\\d{1,5})?(/[^\\s]*)?$';
/** The id under which a window took it in: nobody guesses it. */
export const OFFER_ID = '^[0-9a-f]{24}$';

const Statement = Type.String({ pattern: '^[a-z0-9]{1,16}\\.[1-9][0-9]{0,2}$' });
const Offer = Type.String({ pattern: OFFER_ID });
const Reasons = Type.String({ minLength: 1, maxLength: WORDS_LIMIT });

/** What an organisation says, as it sent it. `completion` is one of the five points, or empty where it names none. */
const SENT = {
  offer: Offer,
  statement: Statement,
  organisation: Type.String({ minLength: 1, maxLength: ORGANISATION_LIMIT }),
  words: Type.String({ minLength: 1, maxLength: WORDS_LIMIT }),
  language: Type.String({ pattern: LANGUAGE_CODE }),
  completion: Type.Enum([...COMPLETIONS, '']),
  sources: Type.Array(Type.String({ pattern: SOURCE, maxLength: ADDRESS_LIMIT }), {
    minItems: 1,
    maxItems: SOURCES_LIMIT,
  }),
};
const EXAMPLE = {
  offer: '00112233445566778899aabb',
  statement: '59.7',
  organisation: 'Demonstration Observatory (EXERCISE)',
  words: 'Two machines were seen at work (EXERCISE).',
  language: 'en',
  completion: 'limited' as const,
  sources: ['https://observatory.example/reports/2026'],
};

/**
 * The side at whose window it was handed in passes it on to the other, before either has decided: so it is labelled
 * for the officials of both sides. How the organisation is reached is no part of it.
 */
export const ASSESSMENT_OFFERED = {
  id: 'assessment.offered/1',
  body: Type.Object({ ...SENT, received: CivilDate }, closed),
  example: { ...EXAMPLE, received: '2026-12-31' },
  speaker: 'mandate',
  families: [],
  approvals: 1,
  receipt: false,
  references: [],
} as const satisfies Kind;

/**
 * A side publishes it, with its words and the reasons of that side; it is no word of the side itself. It names the
 * offer by its number and not by the act that passed it on: that one is for fewer eyes, and an act is no more open than
 * what it refers to.
 */
export const ASSESSMENT_PUBLISHED = {
  id: 'assessment.published/1',
  body: Type.Object({ ...SENT, reasons: Reasons }, closed),
  example: { ...EXAMPLE, reasons: 'Its sources can be read (EXERCISE).' },
  speaker: 'mandate',
  families: [],
  approvals: 1,
  receipt: false,
  references: [],
} as const satisfies Kind;

/** A side declines it, with reasons. Neither the words nor the organisation are named: they were not published. */
export const ASSESSMENT_DECLINED = {
  id: 'assessment.declined/1',
  body: Type.Object({ offer: Offer, statement: Statement, reasons: Reasons }, closed),
  example: { offer: EXAMPLE.offer, statement: '59.7', reasons: 'It names a person (EXERCISE).' },
  speaker: 'mandate',
  families: [],
  approvals: 1,
  receipt: false,
  references: [],
} as const satisfies Kind;
