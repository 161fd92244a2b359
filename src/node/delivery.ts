// What a delivery brings, read and held against the acts it belongs to, before anything of it is kept.
import { type Act, type ActHeader, parseAct } from '../act/act.ts';
import { base64, fromBase64, fromUtf8 } from '../act/bytes.ts';
import { ERASES } from '../act/kinds.ts';
import { BODY_PART, commitment, type Part, PART_LIMIT, SALT_SIZE } from '../act/part.ts';
import { Refusal, refuse } from '../act/refusal.ts';
import { type Marking, markingOf } from '../agreement/sight.ts';
import { leafHash } from '../log/tree.ts';
import type { Tx } from './store/database.ts';
import { erasedBetween, erasuresHeld } from './store/erased.ts';
import { sha256 } from './store/hashes.ts';
import { sizeNoted } from './store/noted.ts';
import { NOTED, OTHER } from './store/record.ts';

/** Parts in one delivery, at most. */
export const PARTS_DELIVERY_LIMIT = 4096;

/** A part with the index of the entry it belongs to. */
export type Delivered = Part & { readonly index: number };

export function readDelivery(body: Uint8Array): readonly Delivered[] {
  const malformed = (what: string, cause?: unknown): Refusal =>
    refuse('delivery-malformed', `Parts came: ${what}.`, cause);
  let value: unknown;
  try {
    value = JSON.parse(fromUtf8(body) ?? '');
  } catch (cause) {
    throw malformed('not JSON', cause);
  }
  const list = (value as { parts?: unknown } | null)?.parts;
  if (!Array.isArray(list)) throw malformed('no list of parts');
  if (list.length > PARTS_DELIVERY_LIMIT) throw malformed(`${list.length} of them`);
  return list.map((item: unknown) => {
    const { index, name, salt, bytes } = (item ?? {}) as Readonly<Record<string, unknown>>;
    const opened = { salt: fromBase64(String(salt)), bytes: fromBase64(String(bytes)) };
    if (typeof index !== 'number' || !Number.isSafeInteger(index) || index < 0 || typeof name !== 'string') {
      throw malformed('one without index or name');
    }
    if (opened.salt === undefined || opened.bytes === undefined) throw malformed(`${name} is not base64`);
    return { index, name, salt: opened.salt, bytes: opened.bytes };
  });
}

/** The headers of entries of the copy, by index; none for an entry that is no act. */
export async function readHeaders(
  tx: Tx,
  indexes: readonly number[],
): Promise<ReadonlyMap<number, ActHeader | undefined>> {
  const rows = await tx<{ idx: number; bytes: Uint8Array }[]>`
    select idx, bytes from entries where log = ${OTHER} and idx = any(${[...indexes]}::bigint[])`;
  return new Map(rows.map((row) => [row.idx, headerOf(row.bytes)]));
}

/** A part is kept only where the act names it and it opens the commitment: what is wrong must not stand in its way. */
export function requireNamed(part: Delivered, header: ActHeader | undefined): void {
  const named = header?.parts.find((one) => one.name === part.name);
  const what = `The part ${part.name} of entry ${part.index} came.`;
  if (named === undefined) throw refuse('part-unexpected', what);
  if (part.bytes.length > PART_LIMIT) throw refuse('part-too-large', what);
  if (part.salt.length !== SALT_SIZE || commitment(part.salt, part.bytes, sha256) !== named.commitment) {
    throw refuse('part-mismatch', what);
  }
}

/** The act that bytes are, or undefined where they are none: it is judged in its turn, and refused there. */
export function actOf(bytes: Uint8Array): Act | undefined {
  try {
    return parseAct(bytes, sha256);
  } catch (cause) {
    if (cause instanceof Refusal) return undefined;
    throw cause;
  }
}

export function headerOf(bytes: Uint8Array): ActHeader | undefined {
  return actOf(bytes)?.header;
}

/** What of an entry is kept beside its bytes, for finding it. */
export function spoken(bytes: Uint8Array, act = actOf(bytes)): {
  act: string;
  body: string | null;
  kind: string | null;
  number: string | null;
  marking: Marking | null;
} {
  // An entry that is no act at all still has a place; its leaf hash names it.
  if (act === undefined) {
    const kind = sizeNoted(bytes) === undefined ? null : NOTED;
    return { act: base64(leafHash(bytes)), body: null, kind, number: null, marking: null };
  }
  const { by, kind, number } = act.header;
  return { act: act.id, body: by, kind, number, marking: markingOf(act.header, sha256) };
}

/** Whether every part is there; of one that was `erased`, its body. */
export function isComplete(act: Act | undefined, parts: readonly Part[], erased = false): boolean {
  const due = erased ? act?.header.parts.filter(({ name }) => name === BODY_PART) : act?.header.parts;
  return due === undefined || due.every((named) => parts.some((part) => part.name === named.name));
}

/**
 * Acts of the counterpart whose parts need not be waited for: this node has erased them, or the other says that it has,
 * in an entry from `start` below `end`, which is held already.
 */
export async function notWaitedFor(tx: Tx, start: number, end: number): Promise<ReadonlySet<string>> {
  const said = (await erasuresHeld(tx, start, end)).flatMap(({ bytes }) => {
    const re = headerOf(bytes)?.re ?? [];
    return re.filter(({ role }) => role === ERASES).map(({ act }) => act);
  });
  return new Set([...said, ...(await erasedBetween(tx, OTHER, start, end)).values()]);
}
