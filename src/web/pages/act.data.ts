// What the page of one act shows, read from the node: the JSON twin of that page.
import type { ActHeader } from '../../act/act.ts';
import { base64url, fromUtf8, utf8 } from '../../act/bytes.ts';
import { decode, type Json } from '../../act/canonical.ts';
import { ERASURES, type Erasure } from '../../act/erasure.ts';
import { formatLine, parseNote } from '../../act/note.ts';
import { readFile } from '../../act/file.ts';
import { commitment, CONTENT_PART, FILE_PART, type Part, SALT_SIZE } from '../../act/part.ts';
import { Refusal, type RefusalCode } from '../../act/refusal.ts';
import type { Fate, Look, Rung } from '../../area.ts';
import type { Viewer } from '../../agreement/sight.ts';
import type { ActFile, ActPlace, HeldCosignature, Node, NoteText } from '../../node/node.ts';
import type { Ask } from '../ask.ts';
import { answersTo, type Opening } from '../forms.ts';
import { isSignedBy } from '../signature.ts';
import { type BodyNames, bodyNames, saidRow, type SaidRow } from './said.tsx';

/** The form of a body's id: a rung's hand is a body or a key. */
const BODY = /^[a-z]{2,8}:[a-z0-9-]{1,40}$/;

/** A part as the page shows it; `size`, `salt` and `matches` are null where it is not held. */
export interface PartShown {
  readonly name: string;
  readonly type: string;
  readonly commitment: string;
  readonly size: number | null;
  readonly salt: string | null;
  readonly matches: boolean | null;
}

/** The file that an act carries: how far it is here; name and size are null where they cannot be read. */
export interface FileShown {
  readonly pieces: number;
  readonly here: number;
  readonly name: string | null;
  readonly size: number | null;
}

/** A date that another act says, and that act. */
export interface SaidDate {
  readonly date: string;
  readonly act: SaidRow;
}

/** The dates of a note where acts say them: what stands on it, when its paper was sent, when it was received. */
export interface NoteDates {
  readonly note: string | null;
  readonly sent: SaidDate | null;
  readonly received: SaidDate | null;
}

export interface ActData {
  readonly side: string;
  readonly index: number;
  readonly id: string;
  readonly header: ActHeader;
  readonly body: Json;
  /** The words of a kind that has a content; null where they are erased, or no node can open them. */
  readonly content: Json;
  readonly held: boolean;
  /** Whose node has erased the parts, by side. */
  readonly erased: Readonly<Record<string, Erasure>>;
  readonly fates: readonly Fate[];
  readonly recordedAt: string;
  readonly rungs: readonly Rung[];
  readonly contested: RefusalCode | null;
  readonly text: string;
  readonly bytes: number;
  readonly signatures: readonly string[];
  readonly keys: readonly string[];
  readonly verified: boolean;
  readonly parts: readonly PartShown[];
  readonly file: FileShown | null;
  readonly notes: readonly NoteText[];
  readonly refersTo: readonly { readonly role: string; readonly act: SaidRow }[];
  readonly referredBy: readonly { readonly role: string; readonly act: SaidRow }[];
  readonly dates: NoteDates;
  readonly proof: boolean;
  /** Who has cosigned the checkpoint of the proof. */
  readonly cosignatures: readonly HeldCosignature[];
  /** Indexes of the acts next to it in its log, null where there is none. */
  readonly previous: number | null;
  readonly next: number | null;
  readonly answers: readonly Opening[];
  readonly names: BodyNames;
}

function partsShown(file: ActFile): readonly PartShown[] {
  return file.shown.act.header.parts.map((named) => {
    const part = file.parts.find((candidate) => candidate.name === named.name);
    const { name, type } = named;
    if (part === undefined) {
      return { name, type, commitment: named.commitment, size: null, salt: null, matches: null };
    }
    const matches = part.salt.length === SALT_SIZE && commitment(part.salt, part.bytes) === named.commitment;
    const salt = base64url(part.salt);
    return { name, type, commitment: named.commitment, size: part.bytes.length, salt, matches };
  });
}

async function fileShown({ node, sight }: ActAsk, { shown, parts }: ActFile): Promise<FileShown | null> {
  const { side, index } = shown.act;
  const pieces = await node.files?.pieces(side, index, sight);
  if (pieces === undefined) return null;
  return { ...pieces, ...(toldFile(parts) ?? { name: null, size: null }) };
}

/** What parts say of a file, where they hold one that no desk alone can open. */
export function toldFile(parts: readonly Part[]): { readonly name: string; readonly size: number } | null {
  const part = parts.find(({ name }) => name === FILE_PART);
  try {
    if (part === undefined) return null;
    const { name, size } = readFile(part.bytes);
    return { name, size };
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    return null;
  }
}

const CIVIL_DATE = /^\d{4}-\d\d-\d\d$/;

/** The date at the end of a path of names in a body, where there is one. */
function dateIn(body: Json | undefined, ...path: readonly string[]): string | undefined {
  const found = path.reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], body);
  return typeof found === 'string' && CIVIL_DATE.test(found) ? found : undefined;
}

/** Which acts say the dates, their role tells: the windows know no kind. */
function noteDates({ shown, referredBy }: ActFile): NoteDates {
  const said = (role: string, ...path: readonly string[]): SaidDate | null => {
    const other = referredBy.find((one) => one.role === role)?.shown;
    const date = other === undefined ? undefined : dateIn(other.act.body, ...path);
    return other === undefined || date === undefined ? null : { date, act: saidRow(other) };
  };
  return {
    note: dateIn(shown.act.body, 'noteDate') ?? null,
    sent: said('dispatches', 'dispatched'),
    received: said('acknowledges', 'received', 'date'),
  };
}

/** Who of a side wrote and approved is private to its own officials: others see the body that speaks by them. */
function rungsFor(viewer: Ask['viewer'], { act, rungs }: ActFile['shown']): readonly Rung[] {
  const isPrivate = ({ name }: Rung): boolean => viewer === undefined && (name === 'draft' || name === 'approved');
  return rungs.map((rung) => (isPrivate(rung) ? { ...rung, by: act.header.by } : rung));
}

/** The words among parts; null where there are none, or they are sealed to desks and cannot be read here. */
export function contentOf(parts: readonly Part[]): Json {
  const text = fromUtf8(parts.find(({ name }) => name === CONTENT_PART)?.bytes ?? new Uint8Array([255]));
  try {
    return text === undefined ? null : decode(text);
  } catch (cause) {
    if (cause instanceof Refusal) return null;
    throw cause;
  }
}

async function fatesOf(look: Look, { areas }: Pick<Node, 'areas'>, act: string): Promise<readonly Fate[]> {
  return (await Promise.all(areas.map(async (area) => (await area.fates?.(look, act)) ?? []))).flat();
}

/** Of whom the page is asked: a node with its neighbours of the act, and the areas whose forms may answer it. */
export type ActAsk = Pick<Ask, 'look' | 'viewer' | 'sight'> & {
  readonly node: Pick<Node, 'actNextTo' | 'areas'> & Partial<Pick<Node, 'files'>>;
};

/** Indexes of the acts next to one in its log, null where there is none. */
export async function neighboursOf(
  node: Pick<Node, 'actNextTo'>,
  { side, index }: ActPlace,
  sight: Viewer,
): Promise<Pick<ActData, 'previous' | 'next'>> {
  const asked = (['before', 'after'] as const).map(async (way) => await node.actNextTo(side, index, way, sight));
  const [previous = null, next = null] = await Promise.all(asked);
  return { previous, next };
}

/** Reads everything the page of `file` shows. */
export async function loadAct(ask: ActAsk, file: ActFile): Promise<ActData> {
  const { node, look, viewer, sight } = ask;
  const { shown } = file;
  const { side, index, id, header, body } = shown.act;
  const note = parseNote(file.bytes);
  const refersTo = file.refersTo.map(({ role, shown: other }) => ({ role, act: saidRow(other) }));
  const referredBy = file.referredBy.map(({ role, shown: other }) => ({ role, act: saidRow(other) }));
  const rungs = rungsFor(viewer, shown);
  const hands = rungs.map((rung) => rung.by).filter((by) => BODY.test(by));
  const others = [...refersTo, ...referredBy].map(({ act }) => act.by);
  const [{ by: erased }, fates, sent, neighbours, answers, names] = await Promise.all([
    look.row(ERASURES, id),
    fatesOf(look, node, id),
    fileShown(ask, file),
    neighboursOf(node, shown.act, sight),
    answersTo(look, node.areas, shown),
    bodyNames(look, [header.by, ...header.to, ...hands, ...others]),
  ]);
  return {
    side,
    index,
    id,
    header,
    body: body ?? null,
    content: contentOf(file.parts),
    held: body !== undefined,
    erased,
    fates,
    recordedAt: shown.recordedAt,
    rungs,
    contested: shown.contested ?? null,
    text: note.text,
    bytes: utf8(note.text).length,
    signatures: note.signatures.map(formatLine),
    keys: file.keys,
    verified: isSignedBy(note, file.keys),
    parts: partsShown(file),
    file: sent,
    notes: file.notes,
    refersTo,
    referredBy,
    dates: noteDates(file),
    proof: file.proof !== undefined,
    cosignatures: file.cosignatures,
    ...neighbours,
    answers,
    names,
  };
}
