// The kinds by which a side judges what came of a promise, and by which both set how often it is looked at.
import Type from 'typebox';
import { CivilDate } from '../../act/act.ts';
import type { Kind } from '../../act/kind.ts';
import { COMPLETIONS } from '../../kit/marks.tsx';

const closed = { additionalProperties: false } as const;
const StatementId = Type.String({ pattern: '^[a-z0-9]{1,16}\\.[1-9][0-9]{0,2}$' });
const Text = Type.String({ maxLength: 2000 });

/**
 * One side's word on one statement, as of a day. Three things are kept apart: `output`, what was done; `completion`,
 * how far that carries out the words; `outcome`, what came of it for people. Either text may be empty: then nothing is
 * said of it. Evidence are the acts it refers to as `evidence`, and entries of the public record by date and source.
 */
export const ASSESSMENT_MADE = {
  id: 'assessment.made/1',
  body: Type.Object(
    {
      statement: StatementId,
      asOf: CivilDate,
      output: Text,
      completion: Type.Enum(COMPLETIONS),
      outcome: Text,
      reasons: Type.String({ minLength: 1, maxLength: 2000 }),
      reports: Type.Array(
        Type.Object({ date: Type.String({ maxLength: 60 }), source: Type.String({ maxLength: 500 }) }, closed),
        { maxItems: 16 },
      ),
    },
    closed,
  ),
  example: {
    statement: '59.7',
    asOf: '2026-12-31',
    output: 'Two machines dispatched and received (EXERCISE).',
    completion: 'limited',
    outcome: '',
    reasons: 'Equipment has reached one unit (EXERCISE).',
    reports: [],
  },
  speaker: 'mandate',
  families: [],
  approvals: 2,
  receipt: false,
  references: [],
} as const satisfies Kind;

/** A name as it is published. */
export const ORGANISATION_LIMIT = 200;
/** Where something is published: an address with a host in small letters, and no name or word of entry in it. */
export const PUBLISHED_AT = '^https://[a-z0-9.-]+\\.[a-z]{2,}(/[^\\s]*)?$';
export const ADDRESS_LIMIT = 500;
/** The language of quoted words, by its code of two letters. */
export const LANGUAGE_CODE = '^[a-z]{2}$';

/**
 * A side enters what a named organisation has published on one statement. It is reported: no voice of either side, in
 * no count and in no difference. `words` are quoted; `output`, `completion` and `outcome` are as the organisation puts
 * them, on whatever scale it has, and may be empty.
 */
export const ASSESSMENT_NOTED = {
  id: 'assessment.noted/1',
  body: Type.Object(
    {
      statement: StatementId,
      organisation: Type.String({ minLength: 1, maxLength: ORGANISATION_LIMIT }),
      address: Type.String({ pattern: PUBLISHED_AT, maxLength: ADDRESS_LIMIT }),
      published: CivilDate,
      words: Type.String({ minLength: 1, maxLength: 2000 }),
      language: Type.String({ pattern: LANGUAGE_CODE }),
      output: Text,
      completion: Text,
      outcome: Text,
    },
    closed,
  ),
  example: {
    statement: '59.7',
    organisation: 'Demonstration Observatory (EXERCISE)',
    address: 'https://observatory.example/reports/2026',
    published: '2026-12-31',
    words: 'Two machines were seen at work (EXERCISE).',
    language: 'en',
    output: '',
    completion: 'in part',
    outcome: '',
  },
  speaker: 'mandate',
  families: [],
  approvals: 2,
  receipt: false,
  references: [],
} as const satisfies Kind;

/** A side wishes a statement to be judged every so many months. It holds once both sides last said the same. */
export const REVIEW_SET = {
  id: 'review.set/1',
  body: Type.Object({ statement: StatementId, months: Type.Integer({ minimum: 1, maximum: 120 }) }, closed),
  example: { statement: '59.7', months: 12 },
  speaker: 'treaty-office',
  families: [],
  approvals: 2,
  receipt: false,
  references: [],
} as const satisfies Kind;

/** The role of an act that an assessment rests on. */
export const EVIDENCE = 'evidence';
/** Acts an assessment may rest on, at most. */
export const EVIDENCE_LIMIT = 32;
