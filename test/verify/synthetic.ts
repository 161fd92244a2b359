// An export made in memory with keys of the test's own, as long as a test needs, so that every byte of it can be moved.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { type ActHeader, actText, seenOf } from '../../src/act/act.ts';
import { utf8 } from '../../src/act/bytes.ts';
import { encode } from '../../src/act/canonical.ts';
import { formatKey, publicKey, SIGNATURE_TYPE, type SignatureType, type Signer } from '../../src/act/key.ts';
import { KEY_ADMITTED } from '../../src/act/kinds.ts';
import { formatNote, signText } from '../../src/act/note.ts';
import { commitment } from '../../src/act/part.ts';
import { formatCheckpoint } from '../../src/log/checkpoint.ts';
import { cosign, type CosignatureKind, cosignatureKind } from '../../src/log/cosignature.ts';
import { TileEdge } from '../../src/log/edge.ts';
import { formatEntryBundle, formatTilePath, TILE_WIDTH } from '../../src/log/tile.ts';
import { leafHash } from '../../src/log/tree.ts';
import { policyOf } from '../../src/node/proofs.ts';

export type Files = Map<string, Uint8Array>;

function signer(name: string, type: SignatureType): Signer {
  const isSecond = type === SIGNATURE_TYPE.mlDsa44;
  const { privateKey, publicKey: key } = isSecond ? generateKeyPairSync('ml-dsa-44') : generateKeyPairSync('ed25519');
  const raw = key.export({ format: 'der', type: 'spki' }).subarray(isSecond ? 22 : 12);
  return { key: publicKey(name, type, new Uint8Array(raw)), sign: (message) => sign(null, message, privateKey) };
}

interface SideKeys {
  readonly side: string;
  readonly root: Signer;
  readonly log: Signer;
  readonly witness: readonly Signer[];
  readonly mirror: readonly Signer[];
  readonly office: Signer;
}

const origin = (side: string): string => `${side}.test/ua-al-2025/${side}/1`;

function keysOf(side: string): SideKeys {
  const { ed25519, cosignature, mlDsa44 } = SIGNATURE_TYPE;
  const both = (name: string): readonly Signer[] => [
    signer(name, cosignature),
    signer(`${name}/ml-dsa-44`, mlDsa44),
  ];
  return {
    side,
    root: signer(`${side}:root/1`, ed25519),
    log: signer(origin(side), ed25519),
    witness: both(`${side}.test/witness`),
    mirror: both(`${side}.test/mirror`),
    office: signer(`${side}:mfa/2026-1`, ed25519),
  };
}

/** What an act of the test says, over what an honest one would. */
export type Change = (header: ActHeader, index: number) => ActHeader;

interface Log {
  readonly keys: SideKeys;
  readonly files: Files;
  readonly entries: Uint8Array[];
  edge: TileEdge;
}

function sayAct(log: Log, other: Log, change: Change): void {
  const { keys, entries, files } = log;
  const { side } = keys;
  const index = entries.length;
  const founding = index === 0;
  const body = founding
    ? { holder: `${side}:mfa`, key: formatKey(keys.office.key), use: 'acts' }
    : { reason: 'EXERCISE' };
  const bytes = utf8(encode(body));
  const salt = new Uint8Array(randomBytes(32));
  const header: ActHeader = {
    agreement: 'ua-al-2025',
    kind: founding ? KEY_ADMITTED.id : 'body.ended/1',
    provisions: ['73'],
    by: founding ? `${side}:root` : `${side}:mfa`,
    at: '2026-08-28T09:00:00Z',
    number: `${side.toUpperCase()}-MFA-2026-${String(index + 1).padStart(4, '0')}`,
    to: [`${other.keys.side}:mfa`],
    subject: `${side}:body-${index}`,
    re: [],
    seen: seenOf(origin(other.keys.side), other.edge.size, other.edge.root()),
    label: { tlp: 'CLEAR', rel: ['UKR', 'ALB'] },
    parts: [{ name: 'body', type: 'application/json', class: 'A', commitment: commitment(salt, bytes) }],
    exercise: true,
  };
  const text = actText(change(header, index));
  const entry = formatNote(text, [signText(text, founding ? keys.root : keys.office)]);
  entries.push(entry);
  files.set(`${side}/parts/${index}/body`, bytes);
  files.set(`${side}/parts/${index}/body.salt`, salt);
  const growth = log.edge.append([leafHash(entry)]);
  log.edge = growth.edge;
  for (const tile of growth.full) {
    files.set(`${side}/${formatTilePath({ kind: 'tile', ...tile, width: TILE_WIDTH })}`, tile.bytes);
  }
}

function closeLog(log: Log, other: Log): void {
  const { keys, files, entries, edge } = log;
  for (let n = 0; n * TILE_WIDTH < entries.length; n++) {
    const some = entries.slice(n * TILE_WIDTH, (n + 1) * TILE_WIDTH);
    files.set(
      `${keys.side}/${formatTilePath({ kind: 'entries', index: n, width: some.length })}`,
      formatEntryBundle(some),
    );
  }
  for (const [level, bytes] of edge.partials.entries()) {
    const index = Math.floor(edge.size / TILE_WIDTH ** (level + 1));
    const path = formatTilePath({ kind: 'tile', level, index, width: Math.max(1, bytes.length / 32) });
    if (bytes.length > 0) files.set(`${keys.side}/${path}`, bytes);
  }
  const text = formatCheckpoint({ origin: origin(keys.side), size: edge.size, root: edge.root(), extensions: [] });
  const cosigned = [...other.keys.mirror, ...other.keys.witness].map((by) => {
    const { name, id, type } = by.key;
    const kind = cosignatureKind(type) as CosignatureKind;
    return { name, id, signature: cosign({ kind, name }, 1_788_000_000, text, by.sign) };
  });
  files.set(`${keys.side}/checkpoint`, formatNote(text, [signText(text, keys.log), ...cosigned]));
}

/** Two logs of `size` acts that have seen each other now and then; every act passes through `change` of its side. */
export function syntheticExport(size: number, change: Readonly<Record<string, Change>> = {}): Files {
  const files: Files = new Map();
  const [ua, al] = ['ua', 'al'].map((side): Log => ({
    keys: keysOf(side),
    files,
    entries: [],
    edge: TileEdge.empty(),
  }));
  if (ua === undefined || al === undefined) throw new Error('synthetic: two sides');
  const same: Change = (header) => header;
  for (let i = 0; i < size; i++) {
    sayAct(ua, al, change['ua'] ?? same);
    sayAct(al, ua, change['al'] ?? same);
  }
  closeLog(ua, al);
  closeLog(al, ua);
  const law = utf8('The Agreement.\n');
  files.set('agreement/text.en.md', law);
  const written = ({ root, log, witness, mirror }: SideKeys) => {
    const named = { root, log, 'witness': witness[0], 'witness-ml-dsa-44': witness[1], 'mirror': mirror[0] };
    const all = Object.entries({ ...named, 'mirror-ml-dsa-44': mirror[1] });
    return Object.fromEntries(all.map(([use, by]) => [use, formatKey((by as Signer).key)]));
  };
  const put = (path: string, value: unknown): unknown => files.set(path, utf8(JSON.stringify(value)));
  put('trust.json', { ua: written(ua.keys), al: written(al.keys) });
  for (const [own, other] of [
    [ua, al],
    [al, ua],
  ] as const) {
    const mirror = other.keys.mirror.map((by) => by.key);
    const nobody = { earlier: [], witnesses: [], least: 0 };
    const keys = { logs: [own.keys.log.key], mirrorSide: other.keys.side, mirror, ...nobody };
    files.set(`${own.keys.side}/policy`, utf8(policyOf(keys)));
  }
  put('export.json', {
    format: 'servanda/export/v2',
    agreement: 'ua-al-2025',
    exercise: true,
    at: '2026-09-01T00:00:00Z',
    by: 'ua',
    sides: ['ua', 'al'],
    files: { 'text.en.md': createHash('sha256').update(law).digest('hex') },
  });
  return files;
}
