// The outside checker: an export, or one proof file, judged by nothing but its bytes and the keys one trusts.
import { sha256 } from '@noble/hashes/sha2.js';
import Type from 'typebox';
import { base64, fromBase64, hex, sameBytes, type Sha256 } from './act/bytes.ts';
import { parseCosignerKey, parseKey, type PublicKey, type Verification } from './act/key.ts';
import { parseNote, verifyNote } from './act/note.ts';
import { refuse } from './act/refusal.ts';
import { shape } from './act/shape.ts';
import { parseCheckpoint } from './log/checkpoint.ts';
import { epochNamed, epochsFrom, signs } from './log/epoch.ts';
import { parsePolicy, type Policy } from './log/policy.ts';
import {
  type CheckedLog,
  type Cosigning,
  cosigners,
  type ExportFiles,
  find,
  type Finding,
  type Gathering,
  isLineOf,
  type Order,
  otherThan,
  readJson,
  requireQuorum,
  type Trusted,
  trustedOf,
  trying,
} from './verify/checking.ts';
import { checkEntries } from './verify/entries.ts';
import { checkTree } from './verify/tree.ts';

export type { CheckedLog, ExportFiles, Finding, Order } from './verify/checking.ts';
export { type ProofReport, verifyProof } from './verify/proof.ts';

/** What was checked, what does not hold. `ok` where nothing was found. A part left out or erased is no fault. */
export interface Report {
  readonly ok: boolean;
  readonly logs: readonly CheckedLog[];
  readonly acts: number;
  readonly parts: { readonly checked: number; readonly missing: number };
  /** Acts that saw more of the other log than the export holds of it: their word on that is not checked. */
  readonly ahead: number;
  /** Of each side: its root key as the export names it, to be compared with the note verbale that told it. */
  readonly roots: Readonly<Record<string, string>>;
  /**
   * The proved order of both logs: entries from `index` on of a side were written when `size` entries of the other were
   * signed by it and held there. One log alone shows it.
   */
  readonly order: readonly Order[];
  readonly findings: readonly Finding[];
}

const closed = { additionalProperties: false } as const;
const SideName = '^[a-z]{2,8}$';
const KEYS = { root: Type.String(), log: Type.String(), witness: Type.String(), mirror: Type.String() };
/** What `trust.json` of the second version may name beside them: the keys of a node that cosigns by ML-DSA-44. */
const SECOND_KEYS = {
  'witness-ml-dsa-44': Type.Optional(Type.String()),
  'mirror-ml-dsa-44': Type.Optional(Type.String()),
};
/** What that of the third version names as well: the cosigning keys before them, and up to which size they count. */
const EARLIER = Type.Object(
  {
    witness: Type.String(),
    mirror: Type.String(),
    ...SECOND_KEYS,
    until: Type.Optional(Type.Integer({ minimum: 0 })),
  },
  { additionalProperties: false },
);
/** `export.json`. */
export const ExportShape = Type.Object(
  {
    format: Type.Union([
      Type.Literal('servanda/export/v1'),
      Type.Literal('servanda/export/v2'),
      Type.Literal('servanda/export/v3'),
      Type.Literal('servanda/export/v4'),
    ]),
    agreement: Type.String(),
    exercise: Type.Boolean(),
    at: Type.String(),
    by: Type.String({ pattern: SideName }),
    sides: Type.Array(Type.String({ pattern: SideName }), { minItems: 2, maxItems: 2, uniqueItems: true }),
    /** SHA-256, hexadecimal, of each file in `agreement/`. */
    files: Type.Record(Type.String({ pattern: '^[a-z0-9.-]{1,80}$' }), Type.String({ pattern: '^[0-9a-f]{64}$' })),
  },
  closed,
);
const trustOf = <Keys extends Type.TProperties>(keys: Keys) =>
  Type.Record(Type.String({ pattern: SideName }), Type.Object(keys, closed));
const exportShape = shape(ExportShape, 'export-invalid');
const firstTrust = shape(trustOf(KEYS), 'export-invalid');
const secondTrust = shape(trustOf({ ...KEYS, ...SECOND_KEYS }), 'export-invalid');
const thirdKeys = { ...KEYS, ...SECOND_KEYS, earlier: Type.Optional(Type.Array(EARLIER, { maxItems: 32 })) };
const thirdTrust = shape(trustOf(thirdKeys), 'export-invalid');
/** What that of the fourth version names as well: the epochs of a log before that of now, and where each was closed. */
const CLOSED = Type.Object(
  { log: Type.String(), size: Type.Integer({ minimum: 1 }), root: Type.String() },
  { additionalProperties: false },
);
const fourthKeys = { ...thirdKeys, epochs: Type.Optional(Type.Array(CLOSED, { maxItems: 64 })) };
const fourthTrust = shape(trustOf(fourthKeys), 'export-invalid');
type WrittenTrust = ReturnType<typeof fourthTrust>[string];
const TRUST = {
  'servanda/export/v1': firstTrust,
  'servanda/export/v2': secondTrust,
  'servanda/export/v3': thirdTrust,
  'servanda/export/v4': fourthTrust,
} as const;

type WrittenKeys = Pick<WrittenTrust, 'witness' | 'mirror' | 'witness-ml-dsa-44' | 'mirror-ml-dsa-44'>;

function cosigningOf(keys: WrittenKeys): Cosigning {
  const read = (written: readonly (string | undefined)[]) =>
    written.filter((key) => key !== undefined).map(parseCosignerKey);
  return {
    witness: read([keys.witness, keys['witness-ml-dsa-44']]),
    mirror: read([keys.mirror, keys['mirror-ml-dsa-44']]),
  };
}

function trustIn(keys: WrittenTrust): Trusted {
  const earlier = (keys.earlier ?? []).map(({ until, ...one }) => ({
    ...cosigningOf(one),
    ...(until === undefined ? {} : { until }),
  }));
  const before = (keys.epochs ?? []).map(({ log, size, root }) => ({
    key: parseKey(log),
    closed: { size, root: fromBase64(root) ?? new Uint8Array() },
  }));
  const log = epochsFrom(parseKey(keys.log), before);
  return { root: parseKey(keys.root), log, cosigners: [cosigningOf(keys), ...earlier] };
}

/**
 * Checks a whole export (docs/spec/export.md): both checkpoints and their cosignatures, every tile and every entry
 * against them, every act's bytes, place and signature up to the root key of its side, what each act says it has seen
 * of the other log, every part against its commitment. It does not judge whether an act was lawful: that needs the
 * Agreement. `export-invalid` is thrown where there is nothing to begin with; all else is a finding.
 */
export async function verifyExport(
  files: ExportFiles,
  verify: Verification,
  sha: Sha256 = sha256,
): Promise<Report> {
  const about = exportShape(await readJson(files, 'export.json'));
  const written: Readonly<Record<string, WrittenTrust>> = TRUST[about.format](await readJson(files, 'trust.json'));
  const findings: Finding[] = [];
  const trust = new Map<string, Trusted>();
  for (const side of about.sides) {
    const keys = written[side];
    if (keys === undefined) throw refuse('export-invalid', `trust.json names no keys of ${side}.`);
    const read = await trying(findings, `trust.json ${side}`, () => trustIn(keys));
    if (read !== undefined) trust.set(side, read);
  }
  const roots = Object.fromEntries(about.sides.map((side) => [side, written[side]?.root ?? '']));
  if (trust.size !== 2) {
    return { ok: false, logs: [], acts: 0, parts: { checked: 0, missing: 0 }, ahead: 0, roots, order: [], findings };
  }
  const at: Gathering = {
    files,
    verify,
    sha,
    agreement: about.agreement,
    sides: about.sides,
    trust,
    findings,
    heads: new Map(),
    acts: new Set(),
    begun: new Set(),
    claims: new Map(),
    logs: [],
    noted: [],
    checked: 0,
    missing: 0,
    ahead: 0,
  };
  await checkAgreement(at, about.files);
  // Where an epoch was closed its log had that root, as much as where an act says that it has seen it.
  for (const [side, { log }] of trust) {
    const ends = log.flatMap(({ closed }) => closed ?? []);
    const claims = ends.map(({ size, root }) => ({ size, root: base64(root), where: `trust.json ${side}` }));
    at.claims.set(side, claims);
  }
  for (const side of about.sides) await trying(findings, `${side}/checkpoint`, async () => await checkHead(at, side));
  for (const side of about.sides) await checkEntries(at, side);
  for (const side of about.sides) await checkTree(at, side);
  for (const side of about.sides) checkBegun(at, side);
  const parts = { checked: at.checked, missing: at.missing };
  const { logs, ahead, noted: order } = at;
  return { ok: findings.length === 0, logs, acts: at.acts.size, parts, ahead, roots, order, findings };
}

/** Of each later epoch that signed this checkpoint, or one before it, the root has said that it began. */
function checkBegun(at: Gathering, side: string): void {
  const origin = at.heads.get(side)?.origin;
  const { log } = trustedOf(at, side);
  const last = log.findIndex(({ key }) => key.name === origin);
  const unsaid = log.slice(1, last + 1).find(({ key }) => !at.begun.has(key.name));
  if (unsaid === undefined) return;
  const what = `The root of ${side} has not said that ${unsaid.key.name} begins.`;
  find(at.findings, `${side}/checkpoint`, 'signer-missing', what);
}

async function checkAgreement(at: Gathering, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, digest] of Object.entries(files)) {
    const path = `agreement/${name}`;
    const bytes = await at.files.read(path);
    if (bytes === undefined || hex(sha256(bytes)) !== digest) {
      find(at.findings, path, 'export-invalid', 'The file is missing or is not the one that export.json names.');
    }
  }
}

/** The policy of one log, which must be about that log. */
async function readPolicy(at: Gathering, side: string, log: PublicKey): Promise<Policy> {
  const bytes = await at.files.read(`${side}/policy`);
  if (bytes === undefined) throw refuse('export-invalid', `Reading ${side}/policy, which is not there.`);
  const policy = parsePolicy(bytes);
  if (!policy.logs.some((one) => sameBytes(parseKey(one.key).bytes, log.bytes)))
    throw refuse('log-unknown', `${side}/policy is of another log.`);
  return policy;
}

async function checkHead(at: Gathering, side: string): Promise<void> {
  const bytes = await at.files.read(`${side}/checkpoint`);
  if (bytes === undefined) throw refuse('export-invalid', `Reading ${side}/checkpoint, which is not there.`);
  const note = parseNote(bytes);
  const { origin, size, root } = parseCheckpoint(note.text);
  const epoch = epochNamed(trustedOf(at, side).log, origin);
  if (epoch === undefined || !signs(epoch, size)) {
    throw refuse('log-unknown', `The checkpoint is of ${origin} at ${size}.`);
  }
  const log = epoch.key;
  const count = trustedOf(at, otherThan(at, side)).cosigners.filter(({ until }) => size <= (until ?? size));
  const policy = await readPolicy(at, side, log);
  const named = policy.witnesses.map((one) => parseCosignerKey(one.key));
  const own = count.flatMap(({ witness, mirror }) => [...witness, ...mirror]);
  const witnesses = [...own, ...named.filter((key) => !own.some((known) => known.id === key.id))];
  // Elsewhere an unknown line is passed over; here every line is vouched for, so that no byte can change unseen.
  const stranger = note.signatures.find((line) => ![log, ...witnesses].some((key) => isLineOf(line, key)));
  if (stranger !== undefined) throw refuse('key-unknown', `${side}/checkpoint is signed by ${stranger.name}.`);
  if (verifyNote(note, [log], at.verify.ed25519).length === 0)
    throw refuse('checkpoint-invalid', `${side}/checkpoint was read.`);
  const cosigned = cosigners(note, witnesses, at.verify);
  requireQuorum(policy, cosigned);
  if (!count.some(({ mirror }) => mirror.every((key) => cosigned.includes(key)))) {
    const names = count.flatMap(({ mirror }) => mirror.map((key) => key.name)).join(', ');
    throw refuse('checkpoint-invalid', `Of ${names} not all that belong together have cosigned the log of ${side}.`);
  }
  at.heads.set(side, { origin, size, root, extensions: [] });
  at.logs.push({ side, origin, size, root: base64(root), cosignatures: cosigned.map((key) => key.name) });
}
