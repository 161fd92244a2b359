// What a node is told once: its side, its agreement, its addresses, and the card by which it knows the counterpart.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Type from 'typebox';
import { refuse } from '../act/refusal.ts';
import { shape } from '../act/shape.ts';

const closed = { additionalProperties: false } as const;
const Side = Type.String({ pattern: '^[a-z]{2,8}$' });
const Port = Type.Integer({ minimum: 0, maximum: 65_535 });

/** Witnesses of neither side, at most: a note has 16 signature lines, and five are the log's and the counterpart's. */
export const WITNESSES_LIMIT = 8;
const PRINTED = '^[^\\s+]{1,64}$';

const Allowance = Type.Object({ burst: Type.Integer({ minimum: 1 }), hourly: Type.Integer({ minimum: 1 }) }, closed);

/** Cosigning keys that others have followed, written; `until` once they sign no more: up to which size they count. */
const EarlierKeys = Type.Object(
  {
    witness: Type.String({ maxLength: 2048 }),
    mirror: Type.String({ maxLength: 2048 }),
    'witness-ml-dsa-44': Type.Optional(Type.String({ maxLength: 2048 })),
    'mirror-ml-dsa-44': Type.Optional(Type.String({ maxLength: 2048 })),
    until: Type.Optional(Type.Integer({ minimum: 0 })),
  },
  closed,
);
export type EarlierKeys = Type.Static<typeof EarlierKeys>;
/** Generations of cosigning keys before those of now, at most. */
const Earlier = Type.Array(EarlierKeys, { minItems: 1, maxItems: 32 });

/** The log of an epoch that was closed: its written key, and the last state that both sides have signed. */
const ClosedEpoch = Type.Object(
  {
    log: Type.String({ maxLength: 2048 }),
    size: Type.Integer({ minimum: 1 }),
    root: Type.String({ pattern: '^[A-Za-z0-9+/]{43}=$' }),
  },
  closed,
);
export type ClosedEpoch = Type.Static<typeof ClosedEpoch>;
/** Epochs before that of now, the first one first. */
const Closed = Type.Array(ClosedEpoch, { minItems: 1, maxItems: 64 });

const Settings = Type.Object(
  {
    version: Type.Literal(1),
    side: Side,
    agreement: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$' }),
    /** The node's name in key names and log origins: a domain without scheme. */
    host: Type.String({ pattern: '^[a-z0-9.-]{1,100}$' }),
    epoch: Type.Integer({ minimum: 1 }),
    exercise: Type.Boolean(),
    web: Port,
    wire: Port,
    /** Milliseconds added to the clock; only a demonstration may set it. */
    clockOffset: Type.Integer(),
    /** Who may read both logs over the wire and nothing else: each by its own certificate, PEM, pinned by its key. */
    auditors: Type.Optional(
      Type.Array(
        Type.Object({ name: Type.String({ pattern: PRINTED }), certificate: Type.String({ maxLength: 8192 }) }, closed),
        { maxItems: 32 },
      ),
    ),
    /** Witnesses of neither side that are asked to cosign this side's log: written key, submission prefix. */
    witnesses: Type.Optional(
      Type.Array(
        Type.Object(
          { key: Type.String({ maxLength: 2048 }), url: Type.String({ pattern: '^https?://', maxLength: 300 }) },
          closed,
        ),
        { maxItems: WITNESSES_LIMIT },
      ),
    ),
    /** The window for the public. Without it there is none. */
    public: Type.Optional(
      Type.Object(
        {
          port: Port,
          /** Where people reach it: how its addresses begin in the sitemap, in feeds, in descriptions of data. */
          url: Type.Optional(Type.String({ pattern: '^https?://[^\\s/]+$', maxLength: 300 })),
          /** True where a proxy stands in front and says in X-Forwarded-For, last, who asks. */
          proxied: Type.Optional(Type.Boolean()),
          /** The address of the licence under which this side gives out its data; without it none is stated. */
          licence: Type.Optional(Type.String({ pattern: '^https?://\\S+$', maxLength: 300 })),
        },
        closed,
      ),
    ),
    /** How many of them the policy of this side's log asks for beside the counterpart's mirror. None by default. */
    quorum: Type.Optional(Type.Integer({ minimum: 0, maximum: WITNESSES_LIMIT })),
    /** Which generation of cosigning keys this node has, from the second on, and the keys of those before it. */
    cosigners: Type.Optional(Type.Object({ generation: Type.Integer({ minimum: 2 }), earlier: Earlier }, closed)),
    /** The epochs of this side's log before that of `epoch`. */
    epochs: Type.Optional(Closed),
    /** What the counterpart may bring at once, and with each hour: a node with a small disk sets less. */
    allowances: Type.Optional(
      Type.Object({ entries: Allowance, bytes: Allowance, checkpoints: Allowance }, closed),
    ),
  },
  closed,
);
/** Settings of a node, `node.json` in its home. */
export type Settings = Type.Static<typeof Settings>;

const CardFields = {
  side: Side,
  agreement: Type.String(),
  origin: Type.String({ minLength: 1, maxLength: 200 }),
  /** The certificate of its wire, PEM; pinned by its key. */
  certificate: Type.String({ maxLength: 8192 }),
  /** Where its wire is reached, https. */
  wire: Type.String({ pattern: '^https://', maxLength: 300 }),
  /** From version 2: the age recipient to which bundles for this node are sealed, `age1pq1...`. */
  bundle: Type.Optional(Type.String({ pattern: '^age1[a-z0-9]+$', maxLength: 4096 })),
  /** From version 2: what is still accepted beside what has come, while a certificate is being replaced. */
  previous: Type.Optional(Type.Object({ certificate: Type.String({ maxLength: 8192 }) }, closed)),
};
const CardKeys = { root: Type.String(), log: Type.String(), witness: Type.String(), mirror: Type.String() };
/** Before version 3 a card has no ML-DSA-44 keys: its node is not asked for such cosignatures. */
const EarlierCard = Type.Object(
  { version: Type.Union([Type.Literal(1), Type.Literal(2)]), ...CardFields, keys: Type.Object(CardKeys, closed) },
  closed,
);
const SecondCard = Type.Object(
  {
    version: Type.Literal(3),
    ...CardFields,
    keys: Type.Object(
      { ...CardKeys, 'witness-ml-dsa-44': Type.String(), 'mirror-ml-dsa-44': Type.String() },
      closed,
    ),
  },
  closed,
);
/** From version 4 a card names the cosigning keys before those of now, newest first, and how far they count. */
const FollowedCard = Type.Object(
  {
    version: Type.Literal(4),
    ...CardFields,
    keys: Type.Object(
      {
        ...CardKeys,
        'witness-ml-dsa-44': Type.Optional(Type.String()),
        'mirror-ml-dsa-44': Type.Optional(Type.String()),
      },
      closed,
    ),
    earlier: Earlier,
  },
  closed,
);
/** From version 5 a card names the epochs of its log before that of now, and where each was closed. */
const EpochCard = Type.Object(
  {
    version: Type.Literal(5),
    ...CardFields,
    keys: FollowedCard.properties.keys,
    earlier: Type.Optional(Earlier),
    epochs: Closed,
  },
  closed,
);
/** From version 6 a card names the key to which parts of ring B are sealed for its node, as seal keys are written. */
const SealingCard = Type.Object(
  {
    version: Type.Literal(6),
    ...CardFields,
    keys: Type.Object({ ...FollowedCard.properties.keys.properties, seal: Type.String({ maxLength: 4096 }) }, closed),
    earlier: Type.Optional(Earlier),
    epochs: Type.Optional(Closed),
  },
  closed,
);
const Card = Type.Union([EarlierCard, SecondCard, FollowedCard, EpochCard, SealingCard]);
/** A node's public card: what the counterpart pins. Its fingerprints are exchanged by note verbale. */
export type Card = Type.Static<typeof Card>;

const settingsShape = shape(Settings, 'input-malformed');
const cardShape = shape(Card, 'input-malformed');

export const FILES = {
  settings: 'node.json',
  card: 'card.json',
  counterpart: 'counterpart.json',
  keys: 'keys',
  ceremony: 'root',
  tlsKey: 'wire.key.pem',
  tlsCertificate: 'wire.crt.pem',
  bundleKey: 'bundle.key',
  erased: 'erased.list',
  files: 'files',
  vault: 'vault.json',
} as const;

/** The origin of a log (LOG-1): `<node>/<agreement>/<side>/<epoch>`. */
export function originOf(settings: Pick<Settings, 'host' | 'agreement' | 'side' | 'epoch'>): string {
  return `${settings.host}/${settings.agreement}/${settings.side}/${settings.epoch}`;
}

/** Writes a text so that a reader finds the old file or the new one, never half of either. */
export async function writeText(path: string, text: string, mode = 0o644): Promise<void> {
  await writeFile(`${path}.new`, text, { mode, flush: true });
  await rename(`${path}.new`, path);
}

/** Writes JSON so that a reader finds the old file or the new one, never half of either. */
export async function writeJson(path: string, value: unknown, mode = 0o644): Promise<void> {
  await writeText(path, `${JSON.stringify(value, null, 2)}\n`, mode);
}

async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if ((cause as { code?: string }).code === 'ENOENT') return undefined;
    throw cause;
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw refuse('input-malformed', `Reading ${path}, which is not JSON.`, cause);
  }
}

/** The certificates by which a node is known at its wire: the one of its card, and the one it replaces. PEM. */
export function certificatesOf(card: Card): string {
  return `${card.certificate}${card.previous?.certificate ?? ''}`;
}

/** The written key to which parts are sealed for the node of that card; none before version 6. */
export function sealKeyOf(card: Card): string | undefined {
  return card.version === 6 ? card.keys.seal : undefined;
}

/** The settings in `home`, or `home-unknown`. */
export async function readSettings(home: string): Promise<Settings> {
  const value = await readJson(join(home, FILES.settings));
  if (value === undefined) throw refuse('home-unknown', `Looking for a node in ${home}.`);
  return settingsShape(value);
}

/** Writes first settings into `home`; `home-exists` where a node is there already. */
export async function writeSettings(home: string, settings: Settings): Promise<void> {
  await mkdir(home, { recursive: true });
  if ((await readJson(join(home, FILES.settings))) !== undefined) {
    throw refuse('home-exists', `Making a node in ${home}.`);
  }
  await writeJson(join(home, FILES.settings), settingsShape(settings));
}

/** What is changed of settings; what is undefined is taken out. */
export type SettingsChange = { readonly [Name in keyof Settings]?: Settings[Name] | undefined };

/** Replaces ports or clock of an existing node. */
export async function changeSettings(home: string, change: SettingsChange): Promise<Settings> {
  const all = Object.entries({ ...(await readSettings(home)), ...change });
  const settings = settingsShape(Object.fromEntries(all.filter(([, value]) => value !== undefined)));
  await writeJson(join(home, FILES.settings), settings);
  return settings;
}

/** Reads a card from a file; undefined where there is none. */
export async function readCard(path: string): Promise<Card | undefined> {
  const value = await readJson(path);
  return value === undefined ? undefined : cardShape(value);
}

export async function writeCard(path: string, card: Card): Promise<void> {
  await writeJson(path, cardShape(card));
}
