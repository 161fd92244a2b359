// What every check of the outside checker shares: the files, the keys trusted, and what was found not to hold.
import { type PublicKey, parseCosignerKey, type Verification } from '../act/key.ts';
import { fromUtf8, sameBytes, type Sha256 } from '../act/bytes.ts';
import type { Note, SignatureLine } from '../act/note.ts';
import { Refusal, refuse } from '../act/refusal.ts';
import type { Checkpoint } from '../log/checkpoint.ts';
import { verifyCosignatureOf } from '../log/cosignature.ts';
import type { Epochs } from '../log/epoch.ts';
import { LogError } from '../log/error.ts';
import { isQuorum, type Policy } from '../log/policy.ts';
import { formatTilePath, parseEntryBundle, TILE_WIDTH } from '../log/tile.ts';

/** The files of an export, by their path in it; undefined where there is none. */
export interface ExportFiles {
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
}

/** One thing that does not hold. `code` is that of a refusal or of a log error, or one of the checker's own. */
export interface Finding {
  readonly code: string;
  readonly where: string;
  readonly detail: string;
}

/** A log as found: its root in base64, the names of the keys whose cosignatures over its checkpoint verify. */
export interface CheckedLog {
  readonly side: string;
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly cosignatures: readonly string[];
}

export interface Trusted {
  readonly root: PublicKey;
  /** The epochs of its log. */
  readonly log: Epochs<PublicKey>;
  /** The keys by which its node cosigns and cosigned, those of now first. */
  readonly cosigners: readonly Cosigning[];
}

/** Keys that cosigned together, Ed25519 first; `until`: the largest size for which they count. */
export interface Cosigning {
  readonly witness: readonly PublicKey[];
  readonly mirror: readonly PublicKey[];
  readonly until?: number;
}

/** Proof of order: what stands from `index` on in the log of `side` was written when that of `of` stood at `size`. */
export interface Order {
  readonly side: string;
  readonly index: number;
  readonly of: string;
  readonly size: number;
}

/** What is gathered on the way through an export. */
export interface Gathering {
  readonly files: ExportFiles;
  readonly verify: Verification;
  readonly sha: Sha256;
  readonly agreement: string;
  readonly sides: readonly string[];
  readonly trust: ReadonlyMap<string, Trusted>;
  readonly findings: Finding[];
  readonly heads: Map<string, Checkpoint>;
  readonly acts: Set<string>;
  /** Origins of the epochs that a root says have begun. */
  readonly begun: Set<string>;
  /** Sizes of each log that acts of the other claim to have seen, with the root claimed and where. */
  readonly claims: Map<string, { readonly size: number; readonly root: string; readonly where: string }[]>;
  readonly logs: CheckedLog[];
  /** Where each log notes the other, in the order of its entries. */
  readonly noted: Order[];
  checked: number;
  missing: number;
  ahead: number;
}

/** Findings beyond this many are not listed: the export is refused all the same. */
const FINDINGS_LIMIT = 1000;

export function find(found: Finding[], where: string, code: string, detail: string): void {
  if (found.length < FINDINGS_LIMIT) found.push({ code, where, detail });
}

/** Runs `work`; an expected failure becomes a finding. */
export async function trying<T>(found: Finding[], where: string, work: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof Refusal) && !(cause instanceof LogError)) throw cause;
    find(found, where, cause.code, cause.message);
    return undefined;
  }
}

export async function readText(files: ExportFiles, path: string): Promise<string> {
  const bytes = await files.read(path);
  const text = bytes === undefined ? undefined : fromUtf8(bytes);
  if (text === undefined) throw refuse('export-invalid', `Reading ${path}, which is not there or not text.`);
  return text;
}

export async function readJson(files: ExportFiles, path: string): Promise<unknown> {
  const text = await readText(files, path);
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw refuse('export-invalid', `Reading ${path}, which is not JSON.`, cause);
  }
}

export function otherThan(at: Gathering, side: string): string {
  return at.sides.find((candidate) => candidate !== side) as string;
}

export function trustedOf(at: Gathering, side: string): Trusted {
  return at.trust.get(side) as Trusted;
}

/** Whether a signature line claims to be of that key. */
export const isLineOf = (line: SignatureLine, key: PublicKey): boolean => line.name === key.name && line.id === key.id;

/** Which of these witnesses cosigned a checkpoint, by name; a cosignature of a known key that fails is refused. */
export function cosigners(note: Note, witnesses: readonly PublicKey[], verify: Verification): readonly PublicKey[] {
  return witnesses.filter((key) =>
    note.signatures.some((line) => {
      if (!isLineOf(line, key)) return false;
      const time = verifyCosignatureOf(key, note.text, line.signature, verify);
      if (time === undefined) throw refuse('signature-invalid', `Verifying the cosignature of ${key.name}.`);
      return true;
    }),
  );
}

export function requireQuorum(policy: Policy, cosigned: readonly PublicKey[]): void {
  const names = policy.witnesses.filter((one) => cosigned.some((key) => sameKey(one.key, key))).map((one) => one.name);
  if (!isQuorum(policy, new Set(names))) {
    throw refuse(
      'checkpoint-invalid',
      `Cosigned by ${names.join(', ') || 'nobody'}, which is not the policy's quorum.`,
    );
  }
}

/** Whether the written key of a cosigner is this key, under whatever name. */
export const sameKey = (written: string, key: PublicKey): boolean =>
  sameBytes(parseCosignerKey(written).bytes, key.bytes);

/** The entries of bundle `n` of a log. `export-invalid` where they are missing; log errors where malformed. */
export async function bundle(at: Gathering, side: string, n: number, size: number): Promise<readonly Uint8Array[]> {
  const width = Math.min(TILE_WIDTH, size - n * TILE_WIDTH);
  const path = `${side}/${formatTilePath({ kind: 'entries', index: n, width })}`;
  const bytes = await at.files.read(path);
  if (bytes === undefined) throw refuse('export-invalid', `Reading ${path}, which is not there.`);
  return parseEntryBundle(bytes, width);
}
