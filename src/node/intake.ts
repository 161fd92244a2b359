// The one door: judges whether an act may stand, by the same rules for one's own and for the counterpart's.
import { type Act, parseAct, sideOf } from '../act/act.ts';
import { base64, fromBase64, sameBytes } from '../act/bytes.ts';
import type { Json } from '../act/canonical.ts';
import { type PublicKey, SIGNATURE_TYPE, type VerifyEd25519 } from '../act/key.ts';
import { ACTS, KEYS } from '../act/keys.ts';
import { readBody, readContent } from '../act/kind.ts';
import { erasedBy, ERASURES } from '../act/erasure.ts';
import { PARTS_ERASED, RECORD_REJECTED } from '../act/kinds.ts';
import { verifyNote } from '../act/note.ts';
import { BODY_PART, checkParts, CONTENT_PART, type Part } from '../act/part.ts';
import { refuse } from '../act/refusal.ts';
import type { FoldedAct } from '../act/register.ts';
import type { Agreement } from '../agreement/agreement.ts';
import { civilDate } from '../agreement/calendar.ts';
import { isWithin, requireLabel, ringOf } from '../agreement/label.ts';
import { classOf } from '../agreement/ring.ts';
import { BODIES, requireMandate, rootBody } from '../agreement/mandate.ts';
import { markedOf } from '../agreement/sight.ts';
import type { AreaKind, Standing } from '../area.ts';
import { epochNamed, type Epochs, maySee } from '../log/epoch.ts';
import { requireFile, requireSealed } from './sealed.ts';
import { sha256 } from './store/hashes.ts';

/** An act as it arrives: the signed bytes, and the parts that came with it. */
export interface Given {
  readonly bytes: Uint8Array;
  readonly parts: readonly Part[];
  /** The bytes as read, where they have been read already. */
  readonly act?: Act | undefined;
  /** Whether its parts beside the body were erased, here or where it was said: then they may be missing. */
  readonly erased?: boolean | undefined;
}

/** Where an act stands or would stand. `seen` is how much of the other log its own log had seen before it. */
export interface Position {
  readonly side: string;
  readonly index: number;
  readonly seen: number;
}

/** What the door needs to know of the world. All of it is the same on both nodes for the same act. */
export interface Door {
  readonly agreement: Agreement;
  readonly kinds: ReadonlyMap<string, AreaKind>;
  readonly verify: VerifyEd25519;
  /** Reads a written key; the same key is read once, for its admission is costly to prove. */
  readonly key: (written: string) => PublicKey;
  /** The pinned root key of a side. */
  readonly root: (side: string) => PublicKey | undefined;
  /** The epochs of the log that is not the speaker's. */
  readonly otherEpochs: Epochs;
  /** Root of that log at a size for which a checkpoint was signed. */
  readonly otherRoot: (size: number) => Promise<Uint8Array | undefined>;
  readonly repeated: (act: string) => boolean;
  readonly numberUsed: (body: string, number: string) => boolean;
  /** Throws unless the act may reject that entry of the other log, from where the act stands. */
  readonly requireRejection: (act: FoldedAct) => Promise<void>;
}

/** An act let in: as read, as registers fold it, with its kind. */
export interface Admitted {
  readonly act: Act;
  readonly folded: FoldedAct;
  readonly kind: AreaKind;
}

/** How far an act's log has seen the other one: never less than before it. */
export function seenAfter(before: number, act: Act): number {
  return Math.max(before, act.header.seen.size);
}

/**
 * Judges an act. Throws the first `Refusal` that applies, in this order: bytes, agreement and side, repetition, what it
 * has seen, kind, provisions, signatures, mandate, addressees, number, label, parts and body, references, the law of
 * its kind. `standingAt` gives what stood at its position, once it is known how much of the other log it had seen.
 */
export async function judge(
  given: Given,
  at: Position,
  door: Door,
  standingAt: (seen: number) => Standing,
): Promise<Admitted> {
  const act = given.act ?? parseAct(given.bytes, sha256);
  const { header } = act;
  requireAgreement(act, at, door);
  if (door.repeated(act.id)) throw refuse('act-repeated', `The act ${act.id} was given.`);
  await requireSeen(act, door);
  const standing = standingAt(seenAfter(at.seen, act));
  const kind = door.kinds.get(header.kind);
  if (kind === undefined) throw refuse('kind-unknown', `The act says the kind ${header.kind}.`);
  for (const id of header.provisions) {
    if (door.agreement.provision(id) === undefined) throw refuse('provision-unknown', `The act speaks under ¶${id}.`);
  }
  await requireSignature(act, door, standing);
  await requireSpeaker(act, kind, door, standing);
  await requireAddressees(act, door, standing);
  if (door.numberUsed(header.by, header.number)) {
    throw refuse('number-repeated', `The body ${header.by} gives the number ${header.number}.`);
  }
  requireLabel(header.label, door.agreement, kind.rings);
  const body = await readParts(act, given, kind, standing);
  const folded: FoldedAct = { side: at.side, index: at.index, id: act.id, header, seen: seenAfter(at.seen, act), body };
  await requireLaw(folded, door, standing);
  return { act, folded, kind };
}

/**
 * What can be judged of an act that came without its log: bytes, side, repetition, kind, provisions, signatures,
 * mandate, label, parts. It has no place yet, so nothing of what it has seen, refers to, or may say as things stand is
 * judged: the door does that when the log brings it.
 */
export async function vouch(given: Given, at: Position, door: Door, standing: Standing): Promise<FoldedAct> {
  const act = parseAct(given.bytes, sha256);
  const { header } = act;
  requireAgreement(act, at, door);
  if (door.repeated(act.id)) throw refuse('act-repeated', `The act ${act.id} was given.`);
  const kind = door.kinds.get(header.kind);
  if (kind === undefined) throw refuse('kind-unknown', `The act says the kind ${header.kind}.`);
  for (const id of header.provisions) {
    if (door.agreement.provision(id) === undefined) throw refuse('provision-unknown', `The act speaks under ¶${id}.`);
  }
  await requireSignature(act, door, standing);
  await requireSpeaker(act, kind, door, standing);
  requireLabel(header.label, door.agreement, kind.rings);
  const body = await readParts(act, given, kind, standing);
  return { side: at.side, index: at.index, id: act.id, header, seen: header.seen.size, body };
}

/**
 * The body of an act whose parts are those it names, each in the ring of its label; its content, where its kind has one
 * and it is not sealed to desks, is of that kind's shape.
 */
async function readParts(act: Act, given: Given, { kind }: AreaKind, standing: Standing): Promise<Json> {
  const { header } = act;
  const { parts, erased = false } = given;
  requireRings(header, kind.content !== undefined);
  const mayBeErased = erased && kind.content !== undefined;
  checkParts(header.parts, parts, sha256, mayBeErased);
  requireFile(header, parts, kind.file === true);
  const [body, content] = [BODY_PART, CONTENT_PART].map((name) => parts.find((part) => part.name === name));
  if (body === undefined) throw refuse('part-missing', `The act has no part ${BODY_PART}.`);
  const isSealed = ringOf(header.label) === 'C';
  if (kind.content !== undefined) {
    if (content === undefined && !mayBeErased) throw refuse('part-missing', `The act has no part ${CONTENT_PART}.`);
    if (content !== undefined && !isSealed) readContent(kind, content.bytes);
  }
  const read = readBody(kind, body.bytes) as Json;
  if (isSealed) await requireSealed(header, parts, async (key) => await standing.state(KEYS, key));
  return read;
}

/** Above ring A words stand apart from the body; each part stands in the ring of the label. */
function requireRings({ kind: id, label, parts }: Act['header'], hasContent: boolean): void {
  if (!hasContent && ringOf(label) !== 'A' && parts.some(({ name }) => name !== BODY_PART)) {
    throw refuse('label-refused', `${id} is said in the open alone, and carries TLP:${label.tlp}.`);
  }
  const wrong = parts.find((part) => part.class !== classOf(label, part));
  if (wrong === undefined) return;
  throw refuse('label-refused', `The part ${wrong.name} is of ring ${wrong.class}, its label asks for another.`);
}

/** The last part of the judgement, which needs no signature: references, and the law of the kind. */
export async function requireLaw(act: FoldedAct, door: Door, standing: Standing): Promise<void> {
  const kind = door.kinds.get(act.header.kind);
  if (kind === undefined) throw refuse('kind-unknown', `The act says the kind ${act.header.kind}.`);
  if (act.header.kind === RECORD_REJECTED.id) {
    await door.requireRejection(act);
    return;
  }
  if (act.header.kind === PARTS_ERASED.id) {
    await requireErasure(act, door, standing);
    return;
  }
  await requireReferences(act, kind, standing);
  await kind.judge?.(act, standing);
}

/** Only parts of kinds with a content are erased: what a body says is in the registers. A side says it once. */
async function requireErasure(act: FoldedAct, door: Door, standing: Standing): Promise<void> {
  const id = erasedBy(act);
  const erased = act.header.re.length === 1 ? await standing.act(id) : undefined;
  if (erased === undefined) throw refuse('reference-unknown', `${act.header.number} erases parts of no act.`);
  if (door.kinds.get(erased.header.kind)?.kind.content === undefined) {
    throw refuse('state-forbids', `The parts of ${erased.header.kind} are never erased.`);
  }
  if ((await standing.state(ERASURES, id)).by[act.side] === undefined) return;
  throw refuse('state-forbids', `${act.header.by} erases parts of ${id} again.`);
}

function requireAgreement(act: Act, at: Position, door: Door): void {
  if (act.header.agreement !== door.agreement.id) {
    throw refuse('agreement-unknown', `The act speaks of ${act.header.agreement}.`);
  }
  if (sideOf(act.header.by) !== at.side) {
    throw refuse('side-mismatch', `The body ${act.header.by} speaks in the log of ${at.side}.`);
  }
}

async function requireSeen(act: Act, door: Door): Promise<void> {
  const { origin, size, root } = act.header.seen;
  const epoch = epochNamed(door.otherEpochs, origin);
  if (epoch === undefined || !maySee(epoch, size)) {
    throw refuse('seen-diverges', `The act has seen ${origin} at ${size}.`);
  }
  const known = await door.otherRoot(size);
  if (known === undefined || !sameBytes(known, fromBase64(root) ?? new Uint8Array())) {
    const held = known === undefined ? 'no checkpoint' : `the root ${base64(known)}`;
    throw refuse('seen-diverges', `The act has seen ${origin} at ${size} with the root ${root}; here it has ${held}.`);
  }
}

/** The keys that may sign for `body`: its admitted and unrevoked ones among those that signed, or the pinned root. */
async function requireSignature(act: Act, door: Door, standing: Standing): Promise<void> {
  const { by } = act.header;
  const known: PublicKey[] = [];
  const root = door.root(sideOf(by));
  for (const line of act.note.signatures) {
    if (root?.name === line.name) {
      known.push(root);
      continue;
    }
    const state = await standing.state(KEYS, line.name);
    if (state.key === null || state.use !== ACTS) continue;
    if (state.revoked !== null) throw refuse('key-revoked', `The act ${act.id} is signed by ${line.name}.`);
    const key = door.key(state.key);
    if (key.type === SIGNATURE_TYPE.ed25519) known.push(key);
  }
  const unique = known.filter((key, i) => known.findIndex((other) => other.name === key.name) === i);
  const signed = verifyNote(act.note, unique, door.verify);
  const holders = await Promise.all(signed.map(async (key) => await holderOf(key, root, by, standing)));
  if (holders.includes(by)) return;
  const names = act.note.signatures.map((line) => line.name).join(', ');
  throw refuse(signed.length > 0 ? 'signer-missing' : 'key-unknown', `The act of ${by} is signed by ${names}.`);
}

async function holderOf(key: PublicKey, root: PublicKey | undefined, by: string, standing: Standing): Promise<string> {
  if (key === root) return rootBody(sideOf(by));
  return (await standing.state(KEYS, key.name)).holder ?? '';
}

async function requireSpeaker(act: Act, { kind }: AreaKind, door: Door, standing: Standing): Promise<void> {
  const { by, provisions, at } = act.header;
  const participant = participantOf(door.agreement, sideOf(by));
  const who = {
    by,
    treatyOffice: participant.treatyOffice.body,
    state: await standing.state(BODIES, by),
    kind: kind.id,
    // Reckoned when it is asked: a treaty office speaks by its functions, whatever the day.
    get on() {
      return civilDate(at, participant.seat.zone);
    },
  };
  requireMandate(kind.speaker, who, provisions);
}

function participantOf(agreement: Agreement, side: string): Agreement['participants'][number] {
  const participant = agreement.participants.find((candidate) => candidate.id === side);
  if (participant === undefined) throw refuse('body-unknown', `A body of ${side} speaks.`);
  return participant;
}

async function requireAddressees(act: Act, door: Door, standing: Standing): Promise<void> {
  for (const to of act.header.to) {
    const participant = door.agreement.participants.find((candidate) => candidate.id === sideOf(to));
    if (participant === undefined) throw refuse('addressee-unknown', `The act is addressed to ${to}.`);
    if (to === participant.treatyOffice.body) continue;
    if ((await standing.state(BODIES, to)).designated === null) {
      throw refuse('addressee-unknown', `The act is addressed to ${to}.`);
    }
  }
}

async function requireReferences(act: FoldedAct, { kind }: AreaKind, standing: Standing): Promise<void> {
  const found = new Map<string, FoldedAct>();
  for (const { act: id } of act.header.re) {
    const referred = await standing.act(id);
    if (referred === undefined) throw refuse('reference-unknown', `The act refers to ${id}.`);
    // An act names what it answers: whoever sees the answer learns that this is.
    if (!isWithin(markedOf(act.header), markedOf(referred.header))) {
      throw refuse('label-refused', `The act is for some who may not see ${id}, to which it refers.`);
    }
    found.set(id, referred);
  }
  for (const rule of kind.references) {
    const said = act.header.re.filter((reference) => reference.role === rule.role);
    if (said.length !== rule.count) {
      throw refuse(
        'reference-missing',
        `${kind.id} names ${said.length} acts as ${rule.role}, and needs ${rule.count}.`,
      );
    }
    for (const { act: id } of said) {
      const referred = found.get(id);
      if (referred !== undefined && !rule.kinds.includes(referred.header.kind)) {
        throw refuse('reference-missing', `${kind.id} names an act of ${referred.header.kind} as ${rule.role}.`);
      }
    }
  }
}
