// The kinds by which an authentic text in another language comes in: loaded by one side, compared by the other.
import Type from 'typebox';
import type { Kind } from '../../../act/kind.ts';

const closed = { additionalProperties: false } as const;

/** Characters of a loaded text; of a remark on it; provisions named as different. */
export const LOADED_LIMIT = 400_000;
export const REMARK_LIMIT = 1000;
export const NAMED_LIMIT = 128;

const Language = Type.String({ pattern: '^[a-z]{2,3}$' });
const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });

export const VERDICTS = ['equal', 'differs'] as const;

/**
 * The side that holds an original loads its text: in the numbered form, under the SHA-256 of its UTF-8 bytes. Both
 * doors compute the hash and read the numbers.
 */
export const TEXT_LOADED = {
  id: 'text.loaded/1',
  body: Type.Object(
    { language: Language, sha256: Sha256, text: Type.String({ minLength: 1, maxLength: LOADED_LIMIT }) },
    closed,
  ),
  example: {
    language: 'uk',
    sha256: 'ab30fd8ef9ecfc2a4f0952f640fcfc2e7710680b2ec7364c00eaeaa4e9769a4d',
    text: '# EXERCISE\n\n## Частина I. EXERCISE\n1. EXERCISE\n',
  },
  speaker: 'treaty-office',
  families: ['languages'],
  approvals: 2,
  receipt: false,
  references: [],
} as const satisfies Kind;

/** The other side has compared a loaded text with its own original: it is equal, or it says where it differs. */
export const TEXT_COMPARED = {
  id: 'text.compared/1',
  body: Type.Object(
    {
      language: Language,
      sha256: Sha256,
      verdict: Type.Enum(VERDICTS),
      provisions: Type.Array(Type.String({ minLength: 1, maxLength: 16 }), {
        maxItems: NAMED_LIMIT,
        uniqueItems: true,
      }),
      remark: Type.String({ maxLength: REMARK_LIMIT }),
    },
    closed,
  ),
  example: {
    language: 'uk',
    sha256: 'ab30fd8ef9ecfc2a4f0952f640fcfc2e7710680b2ec7364c00eaeaa4e9769a4d',
    verdict: 'differs',
    provisions: ['69'],
    remark: 'EXERCISE: one word',
  },
  speaker: 'treaty-office',
  families: ['languages'],
  approvals: 2,
  receipt: false,
  references: [{ role: 'compares', kinds: [TEXT_LOADED.id], count: 1 }],
} as const satisfies Kind;
