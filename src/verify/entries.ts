// The acts of a log in an export: their bytes, their place, their parts, whose hands signed them.
import { type Act, parseAct, sideOf } from '../act/act.ts';
import { base64, fromUtf8 } from '../act/bytes.ts';
import { decode, type Json } from '../act/canonical.ts';
import { formatKey, parseKey, type PublicKey } from '../act/key.ts';
import { ACTS, isRevocation, KEYS, type KeyState } from '../act/keys.ts';
import type { BodyOf } from '../act/kind.ts';
import { BODY_DESIGNATED, EPOCH_BEGUN, KEY_ADMITTED } from '../act/kinds.ts';
import { parseNote, verifyNote } from '../act/note.ts';
import { BODY_PART, commitment, SALT_SIZE } from '../act/part.ts';
import { refuse } from '../act/refusal.ts';
import { epochNamed, maySee } from '../log/epoch.ts';
import { checkNoted, checkpointIn } from '../log/noted.ts';
import { TILE_WIDTH } from '../log/tile.ts';
import { bundle, type Gathering, otherThan, trustedOf, trying } from './checking.ts';

/** The keys of one side as its log has told them so far. */
interface Keys {
  readonly states: Map<string, KeyState>;
  /** Names of those that the root itself admitted. */
  readonly ofOffice: Set<string>;
  /** Keys read from their written form, once each. */
  readonly read: Map<string, PublicKey>;
}

/** Every act of a log: its bytes, its place, its parts, its signature by a key that the log itself had admitted. */
export async function checkEntries(at: Gathering, side: string): Promise<void> {
  const size = at.heads.get(side)?.size ?? 0;
  const keys: Keys = { states: new Map(), ofOffice: new Set(), read: new Map() };
  for (let n = 0; n * TILE_WIDTH < size; n++) {
    const entries =
      (await trying(at.findings, `${side}/entries ${n}`, async () => await bundle(at, side, n, size))) ?? [];
    for (const [i, bytes] of entries.entries()) {
      const index = n * TILE_WIDTH + i;
      await trying(at.findings, `${side} ${index}`, async () => {
        if (checkNotedEntry(at, side, index, bytes)) return;
        const act = parseAct(bytes, at.sha);
        placeAct(at, side, index, act);
        const body = await checkActParts(at, side, index, act);
        const byRoot = checkSigners(at, side, act, keys);
        foldKeys(keys, { act, side, index, body }, byRoot);
        if (act.header.kind === EPOCH_BEGUN.id && byRoot) checkEpoch(at, side, body);
      });
    }
  }
}

function placeAct(at: Gathering, side: string, index: number, act: Act): void {
  const where = `${side} ${index}`;
  const { header } = act;
  if (header.agreement !== at.agreement) throw refuse('agreement-unknown', `The act speaks of ${header.agreement}.`);
  if (sideOf(header.by) !== side) throw refuse('side-mismatch', `${header.by} speaks in the log of ${side}.`);
  if (at.acts.has(act.id)) throw refuse('act-repeated', `The act ${act.id} stands twice.`);
  at.acts.add(act.id);
  const other = otherThan(at, side);
  const epoch = epochNamed(trustedOf(at, other).log, header.seen.origin);
  if (epoch === undefined || !maySee(epoch, header.seen.size)) {
    throw refuse('seen-diverges', `It saw ${header.seen.origin} at ${header.seen.size}.`);
  }
  const claims = at.claims.get(other) ?? [];
  at.claims.set(other, claims);
  claims.push({ size: header.seen.size, root: header.seen.root, where });
}

/** What the root says of an epoch is what `trust.json` says of it. */
function checkEpoch(at: Gathering, side: string, body: Json | undefined): void {
  // Without its body it says nothing that could be compared.
  if (body === undefined) return;
  const { log, closes } = body as BodyOf<typeof EPOCH_BEGUN>;
  const { log: epochs } = trustedOf(at, side);
  const i = epochs.findIndex(({ key }) => formatKey(key) === log);
  const before = epochs[i - 1];
  const isSame =
    before?.closed !== undefined &&
    before.key.name === closes.origin &&
    before.closed.size === closes.size &&
    base64(before.closed.root) === closes.root;
  if (!isSame) throw refuse('key-unknown', `The root of ${side} begins the epoch ${log}, which trust.json has not so.`);
  at.begun.add(epochs[i]?.key.name ?? '');
}

async function checkActParts(at: Gathering, side: string, index: number, act: Act): Promise<Json | undefined> {
  let body: Json | undefined;
  for (const named of act.header.parts) {
    const path = `${side}/parts/${index}/${named.name}`;
    const [bytes, salt] = [await at.files.read(path), await at.files.read(`${path}.salt`)];
    if (bytes === undefined && salt === undefined) {
      at.missing += 1;
      continue;
    }
    if (bytes === undefined || salt?.length !== SALT_SIZE || commitment(salt, bytes, at.sha) !== named.commitment) {
      throw refuse('part-mismatch', `The part ${path} does not open its commitment.`);
    }
    at.checked += 1;
    const text = named.name === BODY_PART ? fromUtf8(bytes) : undefined;
    if (text !== undefined) body = decode(text);
  }
  return body;
}

/**
 * True where the entry is no act but notes a checkpoint of the other log. It must be signed by that log, cosigned by
 * this side, and larger than the one noted before; the root it names is compared with that log's own.
 */
function checkNotedEntry(at: Gathering, side: string, index: number, bytes: Uint8Array): boolean {
  const note = parseNote(bytes);
  const said = checkpointIn(note);
  if (said === undefined) return false;
  const other = otherThan(at, side);
  const { cosigners } = trustedOf(at, side);
  checkNoted(note, { log: trustedOf(at, other).log, cosigners }, at.verify);
  const before = at.noted.findLast((one) => one.side === side)?.size ?? 0;
  if (said.size <= before) throw refuse('size-conflict', `The entry notes ${other} at ${said.size}, after ${before}.`);
  const claims = at.claims.get(other) ?? [];
  at.claims.set(other, claims);
  claims.push({ size: said.size, root: base64(said.root), where: `${side} ${index}` });
  at.noted.push({ side, index, of: other, size: said.size });
  return true;
}

/** True where the side's root key signed. The act must be signed by a key that its body held and nobody had revoked. */
function checkSigners(at: Gathering, side: string, act: Act, keys: Keys): boolean {
  const { root } = trustedOf(at, side);
  const known: PublicKey[] = [root];
  for (const line of act.note.signatures) {
    const state = keys.states.get(line.name);
    if (state === undefined || state.key === null || state.use !== ACTS || known.some((key) => key.name === line.name))
      continue;
    if (state.revoked !== null) throw refuse('key-revoked', `The act ${act.id} is signed by ${line.name}.`);
    const key = keys.read.get(state.key) ?? parseKey(state.key);
    keys.read.set(state.key, key);
    known.push(key);
  }
  const signed = verifyNote(act.note, known, at.verify.ed25519);
  const byRoot = signed.includes(root);
  // The participant itself speaks by its root key; every other body by a key admitted for it.
  const holders = signed.map((key) => (key === root ? `${side}:root` : (keys.states.get(key.name)?.holder ?? '')));
  if (!holders.includes(act.header.by)) {
    const names = act.note.signatures.map((line) => line.name).join(', ');
    throw refuse(signed.length > 0 ? 'signer-missing' : 'key-unknown', `${act.header.by} is signed by ${names}.`);
  }
  return byRoot;
}

interface Said {
  readonly act: Act;
  readonly side: string;
  readonly index: number;
  readonly body: Json | undefined;
}

/** Only the root admits and revokes keys; only a body whose key the root admitted designates others with theirs. */
function foldKeys({ states, ofOffice }: Keys, { act, side, index, body }: Said, byRoot: boolean): void {
  const { kind } = act.header;
  const admits = kind === KEY_ADMITTED.id || isRevocation(kind);
  if (!admits && kind !== BODY_DESIGNATED.id) return;
  const byOffice = act.note.signatures.some((line) => ofOffice.has(line.name));
  if (admits ? !byRoot : !byOffice) return;
  const folded = { side, index, id: act.id, header: act.header, seen: act.header.seen.size, body };
  for (const name of KEYS.subjects(folded)) {
    states.set(name, KEYS.step(states.get(name) ?? KEYS.initial(name), folded));
    if (kind === KEY_ADMITTED.id) ofOffice.add(name);
  }
}
