// What a delivery brings, read and held against the acts it belongs to, before anything of it is kept.
import { type Act, type ActHeader, parseAct } from '../act/act.ts';
import { base64, fromBase64, fromUtf8, hex } from '../act/bytes.ts';
import { CHUNK_LIMIT } from '../act/file.ts';
import { ERASES } from '../act/kinds.ts';
import { BODY_PART, commitment, type Part, PART_LIMIT, SALT_SIZE } from '../act/part.ts';
import { Refusal, refuse } from '../act/refusal.ts';
import { type Marking, markingOf } from '../agreement/sight.ts';
import { leafHash } from '../log/tree.ts';
import type { ChunkFolder } from './store/chunkfolder.ts';
import { markHere } from './store/chunks.ts';
import type { Sql, Tx } from './store/database.ts';
import { erasedBetween, erasuresHeld } from './store/erased.ts';
import { sha256 } from './store/hashes.ts';
import { sizeNoted } from './store/noted.ts';
import { NOTED, OTHER } from './store/record.ts';
import type { KeptPart, Vault } from './vault.ts';
import type { Caller } from './wire.ts';

/** Parts in one delivery, at most. */
export const PARTS_DELIVERY_LIMIT = 4096;

/** A part with the index of the entry it belongs to. */
export type Delivered = Part & { readonly index: number };

/** A part as it arrives: of ring B `bytes` are an envelope sealed to this node, and the salt is in it. */
export type Arrived = Delivered & { readonly sealed: boolean };

/** `{"parts":[{"index","name","salt","bytes"}]}`, and of a part of ring B `{"index","name","sealed"}`; base64. */
export function readDelivery(body: Uint8Array): readonly Arrived[] {
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
    const { index, name, salt, bytes, sealed } = (item ?? {}) as Readonly<Record<string, unknown>>;
    const isSealed = sealed !== undefined;
    const given = isSealed ? ['', sealed] : [salt, bytes];
    const [first, second] = given.map((text) => (typeof text === 'string' ? fromBase64(text) : undefined));
    const opened = { salt: first, bytes: second };
    if (typeof index !== 'number' || !Number.isSafeInteger(index) || index < 0 || typeof name !== 'string') {
      throw malformed('one without index or name');
    }
    if (opened.salt === undefined || opened.bytes === undefined) throw malformed(`${name} is not base64`);
    return { index, name, salt: opened.salt, bytes: opened.bytes, sealed: isSealed };
  });
}

/** One part as a delivery tells it. */
export async function toldPart(
  vault: Pick<Vault, 'send'>,
  of: Act | undefined,
  { idx, ...part }: KeptPart & { readonly idx: number },
): Promise<Readonly<Record<string, string | number>>> {
  const { name, salt, bytes } = part;
  if (part.ring !== 'B') return { index: idx, name, salt: base64(salt), bytes: base64(bytes) };
  if (of === undefined) throw new Error(`delivery: the part ${name} of entry ${idx} belongs to no act`);
  return { index: idx, name, sealed: base64(await vault.send(of, part)) };
}

/**
 * A part that arrived, in plain text and as its act names it: what of ring B came open, or of another ring sealed, is
 * refused as `part-unexpected`.
 */
export async function openArrived(
  vault: Pick<Vault, 'take'>,
  { sealed, ...part }: Arrived,
  act: Act | undefined,
): Promise<Delivered> {
  const named = act?.header.parts.find(({ name }) => name === part.name);
  if (act === undefined || named === undefined || (named.class === 'B') !== sealed) {
    throw refuse('part-unexpected', `The part ${part.name} of entry ${part.index} came${sealed ? ' sealed' : ''}.`);
  }
  const opened = sealed ? await vault.take(act, part.name, part.bytes) : part;
  const delivered = { ...opened, index: part.index };
  requireNamed(delivered, act.header);
  return delivered;
}

/** A part that arrived as it is kept here: of ring B sealed anew, by a key of its compartment. */
export async function keepArrived(
  vault: Pick<Vault, 'take' | 'keep'>,
  part: Arrived,
  act: Act | undefined,
): Promise<KeptPart & { readonly idx: number }> {
  const { index, ...opened } = await openArrived(vault, part, act);
  // Opened means that the act is there and names it.
  return { ...(await vault.keep(act as Act, opened)), idx: index };
}

/** The parts by which acts are judged, in plain text: those of ring B are opened for as long as that takes. */
export async function openKept(
  vault: Pick<Vault, 'opened'>,
  entries: readonly { readonly idx: number; readonly read: Act | undefined }[],
  parts: ReadonlyMap<number, readonly KeptPart[]>,
): Promise<ReadonlyMap<number, readonly Part[]>> {
  const opened = new Map<number, readonly Part[]>();
  for (const { idx, read } of entries) {
    const kept = parts.get(idx) ?? [];
    if (read === undefined || kept.every(({ ring }) => ring !== 'B')) opened.set(idx, kept);
    else opened.set(idx, await Promise.all(kept.map(async (part) => await vault.opened(read, part))));
  }
  return opened;
}

/** The acts of entries of the copy, by index; none for an entry that is no act. */
export async function readActs(
  tx: Tx,
  indexes: readonly number[],
): Promise<ReadonlyMap<number, Act | undefined>> {
  const rows = await tx<{ idx: number; bytes: Uint8Array }[]>`
    select idx, bytes from entries where log = ${OTHER} and idx = any(${[...indexes]}::bigint[])`;
  return new Map(rows.map((row) => [row.idx, actOf(row.bytes)]));
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

/** Fetches a chunk from the counterpart, which has it where it has the act; false where it has not. */
export async function fetchChunk(
  { sql, folder }: { readonly sql: Sql; readonly folder: ChunkFolder },
  ask: Caller['ask'],
  name: string,
): Promise<boolean> {
  const heard = await ask('GET', `/chunk/${name}`);
  if (heard.status !== 200 || heard.body.length > CHUNK_LIMIT || hex(sha256(heard.body)) !== name) return false;
  await folder.put(name, heard.body);
  await markHere(sql, [name], true);
  return true;
}
