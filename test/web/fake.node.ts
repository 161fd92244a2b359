// A node in memory for the tests of the windows: real signed acts, no disk, no line, a clock that is set.
import { type ActHeader, actId, actText } from '../../src/act/act.ts';
import { base64url, utf8 } from '../../src/act/bytes.ts';
import { encode, type Json } from '../../src/act/canonical.ts';
import { formatKey, type Signer } from '../../src/act/key.ts';
import { formatNote, signText } from '../../src/act/note.ts';
import { commitment, type Part } from '../../src/act/part.ts';
import { type RefusalCode, refuse } from '../../src/act/refusal.ts';
import { fold } from '../../src/act/register.ts';
import { personOf } from '../../src/agreement/official.ts';
import { openLabel } from '../../src/agreement/label.ts';
import type { Agreement } from '../../src/agreement/agreement.ts';
import type { ActFilter, Look, Rung, ShownAct } from '../../src/area.ts';
import type { ActFile, ActPlace, Change, Draft, NoteText, Official, OwnNode, RecordView } from '../../src/node/node.ts';
import { ANSWERED_ID, STATED_ID, WISHES } from './fake.area.ts';
import { fakeDuty, fakeFiles, fakeOffers, fakeReading } from './fake.duty.ts';
import { OFFICIALS } from './fake.officials.ts';
import { fakePeople } from './fake.people.ts';
import { counted, NOBODY, type Quiet, quiet, STEPS, WITNESS, signer } from './fake.record.ts';

export { OFFICIALS };
export const NOW = '2026-11-24T08:00:00Z';

interface Held {
  readonly shown: ShownAct;
  readonly bytes: Uint8Array;
  readonly key: string;
  readonly parts: readonly Part[];
}

/** What a test says of an act; the rest is made up. */
export interface Saying {
  readonly side: string;
  readonly kind?: string;
  readonly wish?: string;
  readonly provisions?: readonly string[];
  readonly re?: ActHeader['re'];
  readonly contested?: RefusalCode;
  /** Extra files, by name. */
  readonly files?: Readonly<Record<string, Uint8Array>>;
  readonly rungs?: readonly Rung['name'][];
  /** Keeps the parts out: as after an erasure. */
  readonly erased?: boolean;
}

export interface FakeNode extends OwnNode, Quiet {
  readonly put: (saying: Saying) => ShownAct;
  readonly change: (what: Change['what']) => void;
  /** Makes every question about the record fail with this. */
  failing: Error | undefined;
  readonly listeners: () => number;
}

export interface FakeOptions {
  readonly agreement: Agreement;
  readonly exercise?: boolean;
  readonly side?: string;
}

class Fake {
  readonly acts: Held[] = [];
  readonly drafts = new Map<string, Draft>();
  readonly signers = new Map<string, Signer>();
  readonly listeners = new Set<(change: Change) => void>();
  readonly options: FakeOptions;
  readonly side: string;

  constructor(options: FakeOptions) {
    this.options = options;
    this.side = options.side ?? 'ua';
  }

  office(side: string): string {
    const found = this.options.agreement.participants.find((participant) => participant.id === side);
    if (found === undefined) throw new Error(`fake: no side ${side}`);
    return found.treatyOffice.body;
  }

  other(side: string): string {
    return this.options.agreement.participants.find((participant) => participant.id !== side)?.id ?? side;
  }

  signerOf(body: string): Signer {
    const known = this.signers.get(body) ?? signer(`${body}/2026-1`);
    this.signers.set(body, known);
    return known;
  }

  partsOf(saying: Saying, body: Json): readonly Part[] {
    const files = Object.entries(saying.files ?? {});
    return [['body', utf8(encode(body))] as const, ...files].map(([name, bytes], i) => ({
      name,
      salt: new Uint8Array(32).fill(i + 1),
      bytes,
    }));
  }

  headerOf(saying: Saying, parts: readonly Part[]): ActHeader {
    const by = this.office(saying.side);
    const index = this.acts.filter(({ shown }) => shown.act.side === saying.side).length;
    return {
      agreement: this.options.agreement.id,
      kind: saying.kind ?? STATED_ID,
      provisions: [...(saying.provisions ?? ['59'])],
      by,
      at: NOW,
      number: `${saying.side.toUpperCase()}-MFA-2026-${String(index + 1).padStart(4, '0')}`,
      to: [this.office(this.other(saying.side))],
      subject: 'wish',
      re: [...(saying.re ?? [])],
      seen: { origin: `${this.other(saying.side)}.example`, root: `${'A'.repeat(43)}=`, size: 0 },
      label: openLabel(this.options.agreement),
      parts: parts.map((part) => ({
        name: part.name,
        type: part.name === 'body' ? 'application/json' : 'text/html',
        class: 'A' as const,
        commitment: commitment(part.salt, part.bytes),
      })),
      exercise: true,
    };
  }

  put(saying: Saying): ShownAct {
    const body: Json = { wish: saying.wish ?? 'a bridge' };
    const parts = this.partsOf(saying, body);
    const header = this.headerOf(saying, parts);
    const text = actText(header);
    const by = this.signerOf(header.by);
    const index = this.acts.filter(({ shown }) => shown.act.side === saying.side).length;
    const names = saying.rungs ?? ['recorded', 'witnessed', 'received'];
    const shown: ShownAct = {
      act: {
        side: saying.side,
        index,
        id: actId(text),
        header,
        seen: 0,
        body: saying.erased === true ? undefined : body,
      },
      recordedAt: `2026-11-23T10:00:${String(this.acts.length % 60).padStart(2, '0')}Z`,
      rungs: names.map((name) => {
        const hand = name === 'draft' || name === 'approved' ? 'W. Writer' : by.key.name;
        return { name, at: NOW, by: hand, covers: index + 1, act: undefined };
      }),
      contested: saying.contested,
    };
    const held = { shown, bytes: formatNote(text, [signText(text, by)]), key: formatKey(by.key) };
    this.acts.push({ ...held, parts: saying.erased === true ? [] : parts });
    this.tell('record');
    return shown;
  }

  tell(what: Change['what']): void {
    for (const listener of this.listeners) listener({ what });
  }

  find(id: string): Held | undefined {
    return this.acts.find(({ shown }) => shown.act.id === id);
  }

  filtered(filter: ActFilter): readonly ShownAct[] {
    const found = this.acts
      .map(({ shown }) => shown)
      .filter(
        ({ act }) =>
          (filter.side === undefined || act.side === filter.side) &&
          (filter.kind === undefined || act.header.kind === filter.kind) &&
          (filter.kinds === undefined || filter.kinds.includes(act.header.kind)) &&
          (filter.provision === undefined || act.header.provisions.includes(filter.provision)) &&
          (filter.of === undefined || act.header.re.some((reference) => reference.act === filter.of)) &&
          (filter.after === undefined || act.index > filter.after) &&
          (filter.before === undefined || act.index < filter.before),
      );
    return (filter.oldest === true ? found : found.toReversed()).slice(0, filter.limit ?? 100);
  }

  look(): Look {
    const folded = this.acts.map(({ shown }) => shown.act);
    return {
      agreement: this.options.agreement,
      side: this.side,
      now: NOW,
      tz: '2026a',
      exercise: this.options.exercise ?? true,
      row: async (register, subject) =>
        fold(
          register,
          subject,
          folded.filter((act) => register.subjects(act).includes(subject)),
        ),
      rows: async (register) =>
        [...new Set(folded.flatMap((act) => register.subjects(act)))].map((subject) => ({
          subject,
          state: fold(register, subject, folded.filter((act) => register.subjects(act).includes(subject))),
        })),
      act: async (id) => this.find(id)?.shown,
      acts: async (filter) => this.filtered(filter),
      ...counted((filter) => this.filtered(filter)),
      cosigned: async () => await Promise.resolve({ size: 0, root: `${'A'.repeat(43)}=` }),
      mandated: [],
      carried: async () => [],
      marking: async () => openLabel(this.options.agreement),
      newKey: async (body) => formatKey(signer(`${body}/new`).key),
    };
  }

  at({ side, index }: ActPlace): ShownAct | undefined {
    return this.acts.find(({ shown: { act } }) => act.side === side && act.index === index)?.shown;
  }

  file(id: string): ActFile | undefined {
    const held = this.find(id);
    if (held === undefined) return undefined;
    const { shown, bytes, key, parts } = held;
    const referred = shown.act.header.re.flatMap(({ act, role }) => {
      const other = this.find(act)?.shown;
      return other === undefined ? [] : [{ role, shown: other }];
    });
    const notes: readonly NoteText[] = [
      { language: 'uk', courtesy: false, text: '№ 1, EXERCISE\n\nМає честь.\n\nКиїв\n\nТирана' },
      { language: 'en', courtesy: true, text: 'No. 1, EXERCISE\n\nHas the honour.\n\nKyiv\n\nTirana' },
    ];
    return {
      shown,
      bytes,
      keys: [key],
      parts,
      notes,
      refersTo: referred,
      referredBy: this.filtered({ of: id }).map((other) => ({ role: 'answers', shown: other })),
      proof: shown.rungs.some((rung) => rung.name === 'witnessed') ? 'c2sp.org/tlog-proof@v1\nproof\n' : undefined,
      cosignatures: shown.rungs.some((rung) => rung.name === 'witnessed') ? [{ ...WITNESS, size: 1 }] : [],
    };
  }

  async write(by: Official, kind: string, about: string | undefined, typed: Draft['typed']): Promise<Draft> {
    if (!by.roles.includes('drafter')) throw refuse('role-missing', `${by.id} writes a draft.`);
    const form = WISHES.forms.find((candidate) => candidate.kind === kind);
    const found = WISHES.kinds.find((candidate) => candidate.kind.id === kind);
    if (form === undefined || found === undefined) throw refuse('kind-unknown', `The kind ${kind} is drafted.`);
    const content = await form.compose(
      this.look(),
      about === undefined ? undefined : this.find(about)?.shown,
      typed,
      {},
    );
    const re = content.re.map((reference) => ({ ...reference }));
    const header = this.headerOf({ side: this.side, kind, re }, this.partsOf({ side: this.side }, content.body));
    const text = actText(header);
    const draft: Draft = {
      id: `d${this.drafts.size + 1}`,
      kind,
      text,
      digest: actId(text),
      header,
      body: content.body,
      notes: [],
      parts: [],
      desk: by.body,
      writtenBy: by,
      writtenAt: NOW,
      approvals: [],
      needed: found.kind.approvals,
      request: undefined,
      state: 'waiting',
      reason: undefined,
      typed,
      about,
      act: undefined,
    };
    this.drafts.set(draft.id, draft);
    this.tell('drafts');
    return draft;
  }

  waiting(id: string): Draft {
    const draft = this.drafts.get(id);
    if (draft === undefined || draft.state !== 'waiting') throw refuse('draft-unknown', `Deciding on ${id}.`);
    return draft;
  }

  async approve(by: Official, id: string, digest: string): Promise<Draft> {
    const draft = this.waiting(id);
    if (!by.roles.includes('approver')) throw refuse('role-missing', `${by.id} approves ${id}.`);
    if (digest !== draft.digest) throw refuse('draft-changed', `${by.id} approves ${digest}.`);
    if (personOf(by) === personOf(draft.writtenBy)) throw refuse('approver-is-drafter', `${by.id} approves ${id}.`);
    if (draft.approvals.some(({ official }) => personOf(official) === personOf(by))) {
      throw refuse('approver-repeated', `${by.id} approves ${id} again.`);
    }
    const approvals = [...draft.approvals, { official: by, at: NOW }];
    const done = approvals.length >= draft.needed;
    const { wish } = draft.body as { readonly wish: string };
    const act = done ? this.put({ side: this.side, kind: draft.kind, wish, re: draft.header.re }).act.id : undefined;
    const next: Draft = { ...draft, approvals, state: done ? 'recorded' : 'waiting', act };
    this.drafts.set(id, next);
    this.tell('drafts');
    return next;
  }

  async sendBack(by: Official, id: string, reason: string): Promise<Draft> {
    if (!by.roles.includes('approver')) throw refuse('role-missing', `${by.id} sends back ${id}.`);
    const next: Draft = { ...this.waiting(id), state: 'sent-back', reason };
    this.drafts.set(id, next);
    return next;
  }
}

/** A node in memory. Both treaty offices sign with real keys; the other side's acts are simply put. */
export function fakeNode(options: FakeOptions): FakeNode {
  const fake = new Fake(options);
  const node: FakeNode = {
    side: fake.side,
    agreement: options.agreement,
    areas: [WISHES],
    exercise: options.exercise ?? true,
    officials: OFFICIALS,
    now: () => NOW,
    look: () => fake.look(),
    record: async () => (node.failing === undefined ? recordOf(fake, node) : await Promise.reject(node.failing)),
    standing: async (viewer) => await node.record(viewer),
    compared: async (viewer) => (await node.record(viewer)).concordance,
    prepare: async () => await Promise.reject(refuse('label-refused', 'Nothing is sealed here.')),
    files: fakeFiles(),
    position: async () => `${fake.acts.length}`,
    actFile: async (of) => fake.file(typeof of === 'string' ? of : (fake.at(of)?.act.id ?? '')),
    notedAt: async (side, index) => node.pages.find((one) => one.side === side && one.index === index),
    actNextTo: async (side, index, way) => {
      const next = index + STEPS[way];
      return fake.acts.some(({ shown }) => shown.act.side === side && shown.act.index === next) ? next : undefined;
    },
    actAt: async (side, index) => fake.at({ side, index }),
    drafts: async () => [...fake.drafts.values()],
    draft: async (id) => fake.drafts.get(id),
    write: (by, kind, about, typed) => fake.write(by, kind, about, typed),
    approve: (by, id, digest) => fake.approve(by, id, digest),
    sendBack: (by, id, reason) => fake.sendBack(by, id, reason),
    readings: async () => await Promise.resolve([]),
    enterSheet: async () => await Promise.reject(refuse('delivery-malformed', 'A sheet was entered.')),
    policy: (side) => (side === 'xx' ? undefined : `log ${side}.example+00000000+AA==\nquorum none\n`),
    people: fakePeople(OFFICIALS, options.exercise ?? true),
    duty: fakeDuty([WISHES], () => fake.look(), OFFICIALS),
    reading: fakeReading(() => fake.look()),
    offers: fakeOffers(),
    health: async () => {
      const ok = node.failing === undefined;
      const witnesses = NOBODY;
      return { ok, side: fake.side, database: ok, line: node.line.state, witnesses, refusal: undefined, alarms: [] };
    },
    subscribe: (tell) => {
      fake.listeners.add(tell);
      return () => fake.listeners.delete(tell);
    },
    put: (saying) => fake.put(saying),
    change: (what) => fake.tell(what),
    failing: undefined,
    ...quiet(),
    listeners: () => fake.listeners.size,
  };
  return node;
}

function recordOf(fake: Fake, node: FakeNode): RecordView {
  const shown = fake.acts.map((held) => held.shown);
  return {
    logs: node.agreement.participants.map(({ id }) => {
      const size = shown.filter(({ act }) => act.side === id).length;
      return {
        side: id,
        own: id === fake.side,
        origin: `${id}.example/${node.agreement.id}/${id}/1`,
        closed: [],
        size,
        root: base64url(new Uint8Array(32)),
        checkpoint: size === 0 ? '' : `${id}.example\n${size}\nroot\n\n— ${id}.example AAAA\n`,
        signedAt: size === 0 ? undefined : NOW,
        cosignatures: size === 0 ? [] : [{ ...WITNESS, size }],
      };
    }),
    concordance: node.concordance,
    line: node.line,
    inspection: node.inspection,
    evidence: [],
    witnesses: node.witnesses,
    noted: node.noted,
    contested: shown.filter(({ contested }) => contested !== undefined),
    cards: node.agreement.participants.map(({ id }) => ({
      side: id,
      origin: `${id}.example/${node.agreement.id}/${id}/1`,
      words: 'zoo abandon zoo abandon zoo abandon zoo abandon zoo abandon zoo abandon',
      keys: { root: `${id}:root/1+00000000+AA==`, wire: '00'.repeat(32) },
    })),
    note: [{ language: 'en', courtesy: false, text: 'No. 1, EXERCISE\n\nIt says.\n\nKyiv, 1 May 2026\n\nTo it\n' }],
  };
}

/** Ids of the kinds, for tests. */
export const KINDS = { stated: STATED_ID, answered: ANSWERED_ID } as const;
