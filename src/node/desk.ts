// The desk: where officials write drafts, others approve them, and an approved text is signed.
import { type ActHeader, actId, actText, parseAct } from '../act/act.ts';
import { base64, base64url } from '../act/bytes.ts';
import type { SigningKey } from '../act/key.ts';
import { nameOf, textField } from '../act/keys.ts';
import { formatNote, signTextBy } from '../act/note.ts';
import { readChunks } from '../act/file.ts';
import { CHUNKS_PART, FILE_PART, type Part } from '../act/part.ts';
import { isPassing, Refusal, refuse } from '../act/refusal.ts';
import type { FoldedAct } from '../act/register.ts';
import type { Agreement } from '../agreement/agreement.ts';
import { civilDate } from '../agreement/calendar.ts';
import { requireLabel } from '../agreement/label.ts';
import { rootBody } from '../agreement/mandate.ts';
import { personOf } from '../agreement/official.ts';
import { notesIn } from '../agreement/noteverbale.ts';
import type { AreaKind, Content, Form, Look, ShownAct, Typed, Uploads } from '../area.ts';
import type { Ceremony } from './ceremony.ts';
import { envelopeField, labelled, type Sealing, sealingOf, withSealed } from './sealing.ts';
import type { Draft, Hands, Official, Role } from './window.ts';
import { nextNumber } from './speech.ts';
import { type Sql, transaction, type Tx } from './store/database.ts';
import { stageChunks } from './store/chunks.ts';
import * as kept from './store/drafts.ts';
import { bodyOf, composeAct, headerOf, openDraft, partsOf, sealDraft, sealReason } from './drafts.ts';
import type { Vault } from './vault.ts';

/** What the desk is given by the conductor. */
export interface DeskRoom {
  readonly sql: Sql;
  readonly agreement: Agreement;
  readonly side: string;
  readonly exercise: boolean;
  readonly kinds: ReadonlyMap<string, AreaKind>;
  readonly forms: readonly Form[];
  /** Whoever holds or held that office. */
  readonly official: (id: string) => Official | undefined;
  readonly now: () => string;
  readonly random: (bytes: number) => Uint8Array;
  /** What this node has verified of the counterpart's log. */
  readonly seen: () => Promise<ActHeader['seen']>;
  readonly signer: (body: string) => Promise<SigningKey>;
  readonly vault: Vault;
  /** Makes a key durable that was made for a draft; takes one away that no act has admitted. */
  readonly keepKey: (name: string) => Promise<void>;
  readonly dropKey: (name: string) => Promise<void>;
  /** Takes away the file that a draft carried, by its parts. */
  readonly forgetFile: (parts: readonly Part[]) => Promise<void>;
  /** Judges the law of an act not yet signed, as things stand now. */
  readonly consider: (act: Omit<FoldedAct, 'index' | 'seen'>) => Promise<void>;
  /** Signs nothing: records signed bytes, and runs `also` in the same transaction. Gives the index. */
  readonly record: (
    given: { readonly bytes: Uint8Array; readonly parts: readonly Part[] },
    also: (tx: Tx) => Promise<void>,
  ) => Promise<number>;
  readonly changed: () => void;
  /** Where what the root must sign goes, and comes back. */
  readonly ceremony: Ceremony;
  readonly say: (line: string) => void;
}

/** A form as it was filled in; `look` is what its writer sees, and all that it may be composed from. */
export interface Filled {
  readonly typed: Typed;
  readonly files: Uploads;
  readonly look: Look;
}

const REASON_LIMIT = 1000;

/** What is about to be frozen: a content, who speaks, and the keys made for it. */
interface Saying {
  readonly kind: AreaKind;
  readonly content: Content;
  readonly speaker: string;
  readonly made: readonly string[];
}

export class Desk {
  readonly #room: DeskRoom;

  constructor(room: DeskRoom) {
    this.#room = room;
  }

  async list(): Promise<readonly Draft[]> {
    return await this.#views(await kept.listDrafts(this.#room.sql));
  }

  async get(id: string): Promise<Draft | undefined> {
    const row = await kept.readDraft(this.#room.sql, id);
    return row === undefined ? undefined : (await this.#views([row]))[0];
  }

  /** Who wrote and approved the draft from which an act of this node was made. */
  async handsOf(act: string): Promise<Hands | undefined> {
    const row = await kept.draftOfAct(this.#room.sql, act);
    const draft = row === undefined ? undefined : (await this.#views([row]))[0];
    if (draft === undefined) return undefined;
    return {
      writtenBy: draft.writtenBy.name,
      writtenAt: draft.writtenAt,
      approvals: draft.approvals.map(({ official, at }) => ({ by: official.name, at })),
    };
  }

  /** Composes what was typed into the exact text to be signed, checks it against the law, and keeps it for approval. */
  async write(by: Official, kindId: string, about: ShownAct | undefined, filled: Filled): Promise<Draft> {
    const said = await this.#fill(by, kindId, about, filled);
    const content = withSealed(said.content, filled.files);
    const row = await this.#freeze(by, { ...said, content }, about, filled.typed);
    this.#room.changed();
    return (await this.#views([row]))[0] as Draft;
  }

  /** What a desk needs to seal the words of a form itself: with stand-ins for them, nothing of it is kept. */
  async prepare(by: Official, kindId: string, about: ShownAct | undefined, filled: Filled): Promise<Sealing> {
    const { kind, content, speaker } = await this.#fill(by, kindId, about, filled);
    const withFile = kind.kind.file === true && filled.typed[envelopeField(FILE_PART)] !== undefined;
    const said = { agreement: this.#room.agreement.id, kind: kindId, by: speaker };
    return await sealingOf(content, said, filled.look, withFile);
  }

  async #fill(by: Official, kindId: string, about: ShownAct | undefined, filled: Filled): Promise<Saying> {
    const kind = this.#room.kinds.get(kindId);
    this.#require(by, this.#isAlone(kindId) ? 'duty-officer' : 'drafter');
    const form = this.#room.forms.find((candidate) => candidate.kind === kindId);
    if (kind === undefined || form === undefined) throw refuse('kind-unknown', `Writing a draft of ${kindId}.`);
    const speaker = this.#speakerFor(by, kind);
    const made: string[] = [];
    const { typed, files, look: plain } = filled;
    const newKey: Look['newKey'] = async (body) => {
      const key = await plain.newKey(body);
      made.push(nameOf(key));
      return key;
    };
    const look = { ...plain, newKey };
    if ((await form.open(look, about)) === undefined) throw refuse('state-forbids', `Writing a draft of ${kindId}.`);
    return { kind, content: await labelled(await form.compose(look, about, typed, files), look), speaker, made };
  }

  /** For the participant itself the treaty office writes and approves; every other body speaks for itself. */
  #speakerFor(by: Official, { kind }: AreaKind): string {
    const { agreement, side } = this.#room;
    if (kind.speaker !== 'participant') return by.body;
    const { body } = agreement.participant(side).treatyOffice;
    if (by.body !== body) throw refuse('mandate-missing', `${by.body} writes what only ${body} writes for its side.`);
    return rootBody(side);
  }

  async #freeze(by: Official, said: Saying, about: ShownAct | undefined, typed: Typed): Promise<kept.DraftRow> {
    const room = this.#room;
    const { kind, content, speaker } = said;
    const at = room.now();
    const zone = room.agreement.participants.find((side) => side.id === room.side)?.seat.zone ?? 'UTC';
    const prefix = `${speaker.replace(':', '-').toUpperCase()}-${civilDate(at, zone).slice(0, 4)}-`;
    const seen = await room.seen();
    return await transaction(room.sql, async (tx) => {
      // One freezer at a time, so that two drafts never hold one number.
      await tx`select 1 from logs where log = 0 for update`;
      const { taken, free } = await kept.numbersOf(tx, speaker, prefix);
      const number = nextNumber(prefix, taken, free);
      const bare = { number, at, content, by: speaker, seen, exercise: room.exercise };
      const { parts, header } = composeAct(room, kind, bare, about);
      const text = actText(header);
      requireLabel(header.label, room.agreement, kind.rings);
      await room.consider({ side: room.side, id: actId(text), header, body: content.body });
      const row: kept.DraftRow = {
        id: base64url(room.random(12)),
        kind: kind.kind.id,
        body: by.body,
        number,
        text,
        parts: parts.map((part) => ({ ...part, salt: base64(part.salt), bytes: base64(part.bytes) })),
        typed,
        about: about?.act.id ?? null,
        written_by: by.id,
        person: personOf(by),
        written_at: new Date(at),
        state: 'waiting',
        reason: null,
        act: null,
        sealed: null,
        sealed_reason: null,
      };
      // Durable before the draft: nothing is ever approved of which the key is lost.
      for (const name of said.made) await room.keepKey(name);
      await kept.insertDraft(tx, await sealDraft(room.vault, row));
      const named = parts.find(({ name }) => name === CHUNKS_PART);
      if (named !== undefined && kind.kind.file === true) await stageChunks(tx, row.id, readChunks(named.bytes));
      return row;
    });
  }

  /** Approves the text of that digest. The last approval needed signs it and records it, in one transaction with it. */
  async approve(by: Official, id: string, digest: string): Promise<Draft> {
    const row = await this.#open(by, id);
    const alone = this.#isAlone(row.kind);
    this.#require(by, alone ? 'duty-officer' : 'approver');
    if (actId(row.text) !== digest) throw refuse('draft-changed', `Approving the draft ${row.number}.`);
    const person = personOf(by);
    if (!alone && row.person === person) {
      throw refuse('approver-is-drafter', `${by.name} wrote the draft ${row.number}.`);
    }
    const at = new Date(this.#room.now());
    if (!(await kept.insertApproval(this.#room.sql, { draft: id, official: by.id, person, at }))) {
      throw refuse('approver-repeated', `${by.name} has approved the draft ${row.number}.`);
    }
    await this.#signIfApproved(row);
    this.#room.changed();
    return (await this.get(id)) as Draft;
  }

  async #signIfApproved(row: kept.DraftRow): Promise<void> {
    const room = this.#room;
    const approvals = await kept.readApprovals(room.sql, [row.id]);
    if (approvals.length < this.#hands(row.kind)) return;
    const parts = partsOf(await openDraft(room.vault, row));
    const { by } = headerOf(row);
    const signer = await room.signer(by).catch((cause: unknown) => {
      if (cause instanceof Refusal && cause.code === 'root-needed') return undefined;
      throw cause;
    });
    // The root lies elsewhere: the draft waits, fully approved, until its signature comes back.
    if (signer === undefined) await room.ceremony.ask(row.number, { text: row.text, parts });
    else await this.#record(row, formatNote(row.text, [await signTextBy(row.text, signer)]), parts);
  }

  async #record(row: kept.DraftRow, bytes: Uint8Array, parts: readonly Part[]): Promise<void> {
    const room = this.#room;
    try {
      await room.record({ bytes, parts }, async (tx) => {
        await kept.closeDraft(tx, row.id, { state: 'recorded', act: actId(row.text) });
      });
    } catch (cause) {
      if (!(cause instanceof Refusal) || isPassing(cause.code)) throw cause;
      // Taken up again at the same moment, and recorded there.
      if (cause.code === 'act-repeated' && (await kept.readDraft(room.sql, row.id))?.state === 'recorded') return;
      // The record says no: the draft goes back with the reason, and keeps what was typed.
      await this.#close(row, `${cause.code}: ${cause.detail}`);
      room.changed();
      throw cause;
    }
  }

  /** Records what the root has signed elsewhere, and closes the draft that it was, if it was one. */
  async bring(): Promise<void> {
    const { ceremony, say } = this.#room;
    for (const { name, signed } of await ceremony.answers()) {
      if (signed === undefined) continue;
      try {
        const { id } = parseAct(signed.bytes);
        const row = (await kept.waitingDrafts(this.#room.sql)).find((draft) => actId(draft.text) === id);
        if (row !== undefined) await this.#record(row, signed.bytes, signed.parts);
        else await this.#room.record(signed, async () => await Promise.resolve());
        say(`${name}: the act ${id} is recorded.`);
      } catch (cause) {
        if (!(cause instanceof Refusal) || isPassing(cause.code)) throw cause;
        if (cause.code !== 'act-repeated') {
          say(`${name} is laid aside: ${cause.message}`);
          await ceremony.refused(name);
          continue;
        }
      }
      await ceremony.done(name);
      this.#room.changed();
    }
  }

  async sendBack(by: Official, id: string, reason: string): Promise<Draft> {
    const row = await this.#open(by, id);
    this.#require(by, this.#isAlone(row.kind) ? 'duty-officer' : 'approver');
    const said = reason.trim().slice(0, REASON_LIMIT);
    if (said === '') throw refuse('input-malformed', 'field reason: Sending a draft back without saying why.');
    await this.#close(row, said);
    this.#room.changed();
    return (await this.get(id)) as Draft;
  }

  /** Sends it back; the key that was made for it goes with it. */
  async #close(row: kept.DraftRow, reason: string): Promise<void> {
    const said = await sealReason(this.#room.vault, row, reason);
    await kept.closeDraft(this.#room.sql, row.id, { state: 'sent-back', ...said });
    await this.#room.forgetFile(partsOf(await openDraft(this.#room.vault, row)));
    // Keys are made for acts that are said in the open: what is sealed holds none.
    const key = nameOf(textField(bodyOf(partsOf(row)), 'key'));
    const waiting = await kept.waitingDrafts(this.#room.sql);
    const others = waiting.map((draft) => nameOf(textField(bodyOf(partsOf(draft)), 'key')));
    if (key !== '' && !others.includes(key)) await this.#room.dropKey(key);
  }

  /** After a crash: signs what had all its approvals and was not yet recorded. Gives how many it took up again. */
  async resume(): Promise<number> {
    let resumed = 0;
    for (const row of await kept.waitingDrafts(this.#room.sql)) {
      if ((await kept.readApprovals(this.#room.sql, [row.id])).length < this.#hands(row.kind)) continue;
      try {
        await this.#signIfApproved(row);
      } catch (cause) {
        if (!(cause instanceof Refusal) || isPassing(cause.code)) throw cause;
      }
      resumed += 1;
    }
    return resumed;
  }

  /** Whether a duty officer signs the kind alone; they still say which text they read, so one approval is kept. */
  readonly #isAlone = (kind: string): boolean => this.#room.kinds.get(kind)?.kind.approvals === 0;
  readonly #hands = (kind: string): number => Math.max(1, this.#room.kinds.get(kind)?.kind.approvals ?? 2);

  #require(by: Official, role: Role): void {
    const hasRole = by.roles.includes(role) && (by.program !== true || role === 'drafter');
    if (!hasRole) throw refuse('role-missing', `${by.name} acts as ${role} of ${by.body}.`);
  }

  async #open(by: Official, id: string): Promise<kept.DraftRow> {
    const row = await kept.readDraft(this.#room.sql, id);
    if (row === undefined || row.body !== by.body) throw refuse('draft-unknown', `Looking for the draft ${id}.`);
    if (row.state !== 'waiting') throw refuse('draft-changed', `The draft ${row.number} is ${row.state}.`);
    return row;
  }

  async #views(given: readonly kept.DraftRow[]): Promise<readonly Draft[]> {
    const rows = await Promise.all(given.map(async (row) => await openDraft(this.#room.vault, row)));
    const ids = rows.map((row) => row.id);
    const approvals = await kept.readApprovals(this.#room.sql, ids);
    const asked = await this.#room.ceremony.asked();
    const official = (id: string): Official => {
      return this.#room.official(id) ?? { id, name: id, body: '', roles: [], post: { en: id, uk: id, sq: id } };
    };
    return rows.map((row) => {
      const parts = partsOf(row);
      return {
        id: row.id,
        kind: row.kind,
        text: row.text,
        digest: actId(row.text),
        header: headerOf(row),
        body: bodyOf(parts),
        notes: notesIn(parts),
        parts,
        desk: row.body,
        writtenBy: official(row.written_by),
        writtenAt: row.written_at.toISOString(),
        approvals: approvals.filter((one) => one.draft === row.id)
          .map((one) => ({ official: official(one.official), at: one.at.toISOString() })),
        needed: this.#room.kinds.get(row.kind)?.kind.approvals ?? 2,
        state: row.state,
        request: row.state === 'waiting' ? asked.get(row.number) : undefined,
        reason: row.reason ?? undefined,
        typed: row.typed,
        about: row.about ?? undefined,
        act: row.act ?? undefined,
      };
    });
  }
}
