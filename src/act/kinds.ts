// The kinds without which nothing can be said: keys, and the bodies that hold a mandate.
import Type from 'typebox';
import { BodyId, CivilDate, Instant } from './act.ts';
import type { Kind } from './kind.ts';

const WrittenKey = Type.String({ pattern: '^[^\\s+]{1,128}\\+[0-9a-f]{8}\\+[A-Za-z0-9+/]+=*$', maxLength: 4096 });
const KeyName = Type.String({ pattern: '^[^\\s+]{1,128}$' });
const Provisions = Type.Array(Type.String({ pattern: '^[a-z0-9]{1,16}$' }), {
  minItems: 1,
  maxItems: 128,
  uniqueItems: true,
});
const Name = Type.String({ minLength: 1, maxLength: 200 });

/** A key is admitted for a body by the participant itself. `use` says what the key may sign. */
export const KEY_ADMITTED = {
  id: 'key.admitted/1',
  body: Type.Object(
    {
      key: WrittenKey,
      holder: BodyId,
      use: Type.Union([Type.Literal('acts'), Type.Literal('log'), Type.Literal('witness'), Type.Literal('mirror')]),
    },
    { additionalProperties: false },
  ),
  example: {
    key: 'ua:mfa/2026-1+44aa8775+ARGRvNmS4FZgEK0oEhFtqQ7JUkYKZ1WJ4dKhw+2b067f',
    holder: 'ua:mfa',
    use: 'acts',
  },
  speaker: 'participant',
  families: ['authorised-bodies'],
  approvals: 2,
  receipt: false,
  references: [],
} as const satisfies Kind;

/** A key is revoked: acts at or after the index of this act, signed by it, are refused. Earlier ones stand. */
export const KEY_REVOKED = {
  id: 'key.revoked/1',
  body: Type.Object(
    { key: KeyName, reason: Type.Union([Type.Literal('rotated'), Type.Literal('lost'), Type.Literal('compromised')]) },
    { additionalProperties: false },
  ),
  example: { key: 'ua:mfa/2026-1', reason: 'rotated' },
  speaker: 'participant',
  families: ['authorised-bodies'],
  approvals: 2,
  receipt: false,
  references: [],
} as const satisfies Kind;

/**
 * A key is revoked, as by `key.revoked/1`, and the act names the last checkpoint of its own log that both sides had
 * signed: up to there nothing that the key signed can have been slipped in afterwards.
 */
export const KEY_REVOKED_SINCE = {
  ...KEY_REVOKED,
  id: 'key.revoked/2',
  body: Type.Object(
    {
      ...KEY_REVOKED.body.properties,
      /** Size and root, base64, of the own log; the root of nothing at 0. */
      checkpoint: Type.Object(
        { size: Type.Integer({ minimum: 0 }), root: Type.String({ pattern: '^[A-Za-z0-9+/]{43}=$' }) },
        { additionalProperties: false },
      ),
    },
    { additionalProperties: false },
  ),
  example: {
    key: 'ua:mfa/2026-1',
    reason: 'rotated',
    checkpoint: { size: 412, root: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' },
  },
} as const satisfies Kind;

/**
 * The log of the side goes on in another epoch, under another origin and key: the old one is closed for ever at the
 * last checkpoint that the other side has cosigned as held.
 */
export const EPOCH_BEGUN = {
  id: 'epoch.begun/1',
  body: Type.Object(
    {
      /** The key of the epoch that begins; its name is the origin. */
      log: WrittenKey,
      /** The log that is closed: its origin, the size and the root, base64, at which it is. */
      closes: Type.Object(
        {
          origin: Type.String({ minLength: 1, maxLength: 200 }),
          size: Type.Integer({ minimum: 1 }),
          root: Type.String({ pattern: '^[A-Za-z0-9+/]{43}=$' }),
        },
        { additionalProperties: false },
      ),
    },
    { additionalProperties: false },
  ),
  example: {
    log: 'kyiv.example/ua-al-2025/ua/2+3bbfbc43+ARGRvNmS4FZgEK0oEhFtqQ7JUkYKZ1WJ4dKhw+2b067f',
    closes: {
      origin: 'kyiv.example/ua-al-2025/ua/1',
      size: 412,
      root: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
    },
  },
  speaker: 'participant',
  families: ['authorised-bodies'],
  approvals: 2,
  receipt: false,
  references: [],
} as const satisfies Kind;

/** Role of the act that a rejection names, where what is rejected is an act at all. */
export const REJECTS = 'rejects';

/**
 * The node does not accept an entry of the other log, and says why: the refusal its door gave. The entry stays in its
 * log, counts for nothing in the registers of both sides, and is shown as contested. Said once, and at once: before its
 * own log says anything else that has seen the entry (docs/spec/record.md).
 */
export const RECORD_REJECTED = {
  id: 'record.rejected/1',
  body: Type.Object(
    {
      index: Type.Integer({ minimum: 0 }),
      /** Leaf hash of the entry, base64. */
      leaf: Type.String({ pattern: '^[A-Za-z0-9+/]{43}=$' }),
      code: Type.String({ pattern: '^[a-z]+(-[a-z]+)*$', maxLength: 60 }),
    },
    { additionalProperties: false },
  ),
  example: { index: 412, leaf: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=', code: 'mandate-missing' },
  speaker: 'node',
  families: ['authorised-bodies'],
  approvals: 1,
  receipt: false,
  references: [],
} as const satisfies Kind;

/** Role of the act whose parts were erased. */
export const ERASES = 'erases';

/** Why parts are erased: the day to which they could be kept is past, or their originator recalled them. */
export const ERASED_BECAUSE = ['kept-until', 'recalled'] as const;

/**
 * The node has erased the parts and salts of an act of either side, all but the body, and says how many and when. The
 * act stays where it stands in its log, and its registers stay as they are. Said once by each side.
 */
export const PARTS_ERASED = {
  id: 'parts.erased/1',
  body: Type.Object(
    {
      because: Type.Enum(ERASED_BECAUSE),
      parts: Type.Integer({ minimum: 0, maximum: 64 }),
      at: Instant,
    },
    { additionalProperties: false },
  ),
  example: { because: 'kept-until', parts: 2, at: '2027-03-01T00:00:10Z' },
  speaker: 'node',
  families: ['authorised-bodies'],
  approvals: 1,
  receipt: false,
  references: [],
} as const satisfies Kind;

/** The treaty office designates a body for provisions, with the first key that body signs with. */
export const BODY_DESIGNATED = {
  id: 'body.designated/1',
  body: Type.Object(
    {
      body: BodyId,
      /** Official name in English, and in the language of the side. */
      name: Type.Object({ en: Name, local: Name }, { additionalProperties: false }),
      provisions: Provisions,
      from: CivilDate,
      key: WrittenKey,
    },
    { additionalProperties: false },
  ),
  example: {
    body: 'ua:nmaa',
    name: {
      en: 'National Mine Action Authority of Ukraine',
      local: 'Національний орган з питань протимінної діяльності',
    },
    provisions: ['58', '59'],
    from: '2026-11-12',
    key: 'ua:nmaa/2026-1+44aa8775+ARGRvNmS4FZgEK0oEhFtqQ7JUkYKZ1WJ4dKhw+2b067f',
  },
  speaker: 'treaty-office',
  families: ['authorised-bodies'],
  approvals: 2,
  receipt: true,
  references: [],
} as const satisfies Kind;

/** The treaty office ends a body's mandate, from this act on. */
export const BODY_ENDED = {
  id: 'body.ended/1',
  body: Type.Object(
    { body: BodyId, reason: Type.String({ minLength: 1, maxLength: 500 }) },
    { additionalProperties: false },
  ),
  example: { body: 'ua:nmaa', reason: 'Its tasks pass to another body.' },
  speaker: 'treaty-office',
  families: ['authorised-bodies'],
  approvals: 2,
  receipt: true,
  references: [{ role: 'ends', kinds: [BODY_DESIGNATED.id], count: 1 }],
} as const satisfies Kind;
