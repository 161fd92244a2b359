// What the windows see of a node: the shapes in which it shows its record, its drafts, its officials.
import type { ActHeader } from '../act/act.ts';
import type { Json } from '../act/canonical.ts';
import type { Part } from '../act/part.ts';
import type { RefusalCode } from '../act/refusal.ts';
import type { FoldedAct } from '../act/register.ts';
import type { Agreement } from '../agreement/agreement.ts';
import type { Duty } from '../act/duty.ts';
import type { Official, Role } from '../agreement/official.ts';
import type { NoteText } from '../agreement/noteverbale.ts';
import type { Reason } from '../agreement/reminders.ts';
import type { Viewer } from '../agreement/sight.ts';
import type { Area, Look, ShownAct, Typed, Uploads } from '../area.ts';
import type { ShownCard } from './card.ts';
import type { Sealer } from './sealing.ts';
import type { LargeFiles } from './window.files.ts';
import type { PeopleRoom } from './window.people.ts';
import type { Standing } from './window.standing.ts';
import type { OfferRoom, OfferView } from './window.offers.ts';

export type { Hands } from './window.people.ts';
export type { NoteText, OfferView, Official, PeopleRoom, Role };

/**
 * A draft: private to this node until it is signed. `text` is exactly what will be signed, `digest` its SHA-256 by
 * which an approver says which text they read.
 */
export interface Draft {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly digest: string;
  readonly header: ActHeader;
  readonly body: Json;
  readonly notes: readonly NoteText[];
  /** Everything it will carry, its body first. */
  readonly parts: readonly Part[];
  /** The body on whose desk it lies; officials of others do not see that it is. */
  readonly desk: string;
  readonly writtenBy: Official;
  readonly writtenAt: string;
  readonly approvals: readonly { readonly official: Official; readonly at: string }[];
  readonly needed: number;
  readonly state: 'waiting' | 'recorded' | 'sent-back';
  /** The file in the folder `root` of the home, where it is approved and waits for the root key, held elsewhere. */
  readonly request: string | undefined;
  /** Why it was sent back, as the approver wrote it. */
  readonly reason: string | undefined;
  /** What was typed into the form, so that a draft sent back can be written again. */
  readonly typed: Typed;
  readonly about: string | undefined;
  /** The act it became. */
  readonly act: string | undefined;
}

/** A cosignature held over a checkpoint: by whom, in which capacity, by which algorithm, up to which size, when. */
export interface HeldCosignature {
  readonly role: 'witness' | 'mirror' | 'third';
  readonly algorithm: 'Ed25519' | 'ML-DSA-44';
  readonly signer: string;
  readonly size: number;
  readonly at: string;
}

/** One of the two logs as this node holds it. `root` is standard base64 of 32 bytes. */
export interface LogView {
  readonly side: string;
  readonly own: boolean;
  readonly origin: string;
  /** Epochs of it that are closed, the first one first: under which origin, and at which size. */
  readonly closed: readonly { readonly origin: string; readonly size: number }[];
  readonly size: number;
  readonly root: string;
  /** The newest checkpoint with all signatures held, verbatim; empty while the log is. */
  readonly checkpoint: string;
  readonly signedAt: string | undefined;
  readonly cosignatures: readonly HeldCosignature[];
}

/** Whether the registers of both nodes are equal, as of which sizes of the logs. */
export type Concordance =
  | { readonly state: 'waits'; readonly sizes: Readonly<Record<string, number>> }
  | { readonly state: 'agrees'; readonly sizes: Readonly<Record<string, number>>; readonly at: string }
  | {
      readonly state: 'diverges';
      readonly sizes: Readonly<Record<string, number>>;
      readonly at: string;
      readonly first: { readonly register: string; readonly subject: string } | undefined;
    };

/** What somebody must look at, though the node goes on: acts long not received, something kept that is damaged. */
export type Alarm =
  | 'acts-not-received'
  | 'counterpart-floods'
  | 'record-damaged'
  | 'record-contradicted'
  | 'records-diverge';

/** The line to the counterpart. `behind`: own entries it has not confirmed to hold. `paused`: it has asked to wait. */
export interface LineView {
  readonly state: 'open' | 'broken' | 'paused' | 'never';
  readonly lastExchange: string | undefined;
  readonly lastError: string | undefined;
  readonly behind: number;
  /** When the oldest own act was recorded that it has not confirmed; undefined where it has confirmed all. */
  readonly waiting: string | undefined;
  /** Whether that is longer than this node was told to bear. */
  readonly late: boolean;
  /** When the counterpart last brought more than it may, where that was within a day. */
  readonly flooded: string | undefined;
}

/**
 * A witness of neither side that is asked to cosign this side's log. `open`: it has failed so often that it is tried
 * only now and then. `size` and `at` are of its newest cosignature held.
 */
export interface WitnessView {
  readonly name: string;
  readonly url: string;
  readonly state: 'well' | 'failing' | 'open' | 'never';
  readonly size: number | undefined;
  readonly at: string | undefined;
  readonly lastError: string | undefined;
}

/**
 * Two signed notes of one log, verbatim, that cannot both be true; `unproven` where one was not shown to follow,
 * `closed` where one was signed for a log that the other had closed.
 */
export interface HeldEvidence {
  readonly side: string;
  readonly what: 'fork' | 'rollback' | 'unproven' | 'closed';
  readonly at: string;
  readonly held: string;
  readonly given: string;
}

/** An entry of a side's log that is no act: it notes, with both sides' hands, that the other log stood at `size`. */
export interface NotedView {
  readonly side: string;
  readonly index: number;
  readonly of: string;
  readonly size: number;
  readonly at: string;
  readonly contested: RefusalCode | undefined;
}

/** Such an entry as its own page shows it: the checkpoint, and the lines that sign it. */
export interface NotedFile {
  readonly side: string;
  readonly index: number;
  readonly noted: { readonly of: string; readonly size: number };
  readonly at: string;
  readonly contested: RefusalCode | undefined;
  readonly text: string;
  readonly signatures: readonly string[];
}

/** What the inspection in the background has found: how much is damaged now, how much was healed ever. */
export interface InspectionView {
  readonly open: number;
  readonly healed: number;
  /** When both logs had last been gone over whole; undefined before that. */
  readonly rounded: string | undefined;
  readonly damages: readonly {
    readonly side: string;
    readonly what: string;
    readonly index: number;
    readonly name: string;
    readonly found: string;
  }[];
}

export interface RecordView extends Standing {
  readonly logs: readonly LogView[];
  /** Signed states of one log that contradict each other, by side. */
  readonly evidence: readonly HeldEvidence[];
  readonly contested: readonly ShownAct[];
  readonly witnesses: readonly WitnessView[];
  /** Where each log notes the other, newest first. */
  readonly noted: readonly NotedView[];
  /** The cards of both nodes, the own first, with their fingerprints. */
  readonly cards: readonly ShownCard[];
  /** The note verbale by which this side tells its fingerprint, the own language first. */
  readonly note: readonly NoteText[];
}

/** Where an act stands: in the log of a side, at an index. */
export type ActPlace = Pick<FoldedAct, 'side' | 'index'>;

/** Everything needed to check one act without this node. */
export interface ActFile {
  readonly shown: ShownAct;
  /** The signed act as the log holds it. */
  readonly bytes: Uint8Array;
  /** Written keys that signed it. */
  readonly keys: readonly string[];
  readonly parts: readonly Part[];
  readonly notes: readonly NoteText[];
  /** Acts this one refers to, and acts that refer to it, with the role. */
  readonly refersTo: readonly { readonly role: string; readonly shown: ShownAct }[];
  readonly referredBy: readonly { readonly role: string; readonly shown: ShownAct }[];
  /** The act's tlog-proof file; undefined until a checkpoint covers it. */
  readonly proof: string | undefined;
  /** Who has cosigned the checkpoint of that proof. */
  readonly cosignatures: readonly HeldCosignature[];
}

/** What changed, for whoever looks at a page: the sizes of both logs, or something of this node alone. */
export interface Change {
  readonly what: 'record' | 'drafts' | 'line' | 'concordance' | 'duties';
}

/** One reading of parts with personal data: by whom, for what, of which act. */
export interface Reading {
  readonly official: string;
  readonly name: string;
  readonly side: string;
  readonly index: number;
  readonly parts: readonly string[];
  readonly purpose: string;
  readonly at: string;
}

/** A language in which people are told. */
export type Tongue = 'en' | 'uk' | 'sq';

/** What a notice says to its reader. `withheld` where the label of the act lets no words of it leave the node. */
export interface Telling {
  readonly duty: Duty;
  readonly reason: Reason;
  readonly withheld: boolean;
  /** Where the windows are, for a link. */
  readonly windows: string | undefined;
}

/** Words a notice for a reader of `language`: a line, and a text of lines. */
export type Tell = (telling: Telling, language: Tongue) => { readonly subject: string; readonly text: string };

/** A notice that was made: to whom, why, by which way, and what became of it. */
export interface Notice {
  readonly id: string;
  /** Empty where the notice says no more than that something is due. */
  readonly duty: string;
  readonly reason: Reason;
  /** Empty for a webhook. */
  readonly official: string;
  readonly channel: 'page' | 'mail' | 'webhook';
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  readonly state: 'waiting' | 'told' | 'given-up';
  readonly tries: number;
  readonly madeAt: string;
  /** When it is tried next, while it waits. */
  readonly nextAt: string;
  readonly toldAt: string | undefined;
  readonly error: string | undefined;
}

/** A span in which an official is on duty for a body, or a deputy stands in for an official. */
export interface Shift {
  readonly id: string;
  readonly body: string;
  readonly official: string;
  readonly starts: string;
  readonly ends: string;
}
export interface Delegation {
  readonly id: string;
  readonly official: string;
  readonly deputy: string;
  readonly starts: string;
  readonly ends: string;
}

/** A calendar: of the duties of a body, or, where `body` is undefined, with the hours of its official as well. */
export interface Feed {
  readonly official: Official;
  readonly body: string | undefined;
}

/** The duty room of a node: what is watched, who is told, who is on duty. Private to the node. */
export interface DutyRoom {
  /** Every duty of both sides that stands now, and stands for whoever sees what the viewer sees. */
  readonly duties: (viewer: Viewer) => Promise<readonly Duty[]>;
  /** Since when an own duty stands here, by its id; one that arose since the last look is not in it yet. */
  readonly since: () => Promise<ReadonlyMap<string, string>>;
  /** Newest first, at most 200. */
  readonly notices: (of: {
    readonly official?: string;
    readonly state?: Notice['state'];
    readonly duties?: readonly string[];
    readonly body?: string;
  }) => Promise<readonly Notice[]>;
  readonly shifts: () => Promise<readonly Shift[]>;
  readonly delegations: () => Promise<readonly Delegation[]>;
  /** An approver of the body puts one of its officials on duty. */
  readonly assign: (by: Official, shift: Omit<Shift, 'id'>) => Promise<void>;
  readonly unassign: (by: Official, shift: string) => Promise<void>;
  /** An official names a deputy of the same body. */
  readonly delegate: (by: Official, to: Omit<Delegation, 'id' | 'official'>) => Promise<void>;
  readonly undelegate: (by: Official, delegation: string) => Promise<void>;
  /** Tells again what was given up. */
  readonly again: (by: Official, notice: string) => Promise<void>;
  /** A new secret address of a calendar of the official's duties, or of all of their body. Shown once. */
  readonly openFeed: (by: Official, scope: 'mine' | 'body') => Promise<string>;
  /** How many calendars of theirs are open. */
  readonly feeds: (of: Official) => Promise<number>;
  readonly closeFeeds: (by: Official) => Promise<void>;
  /** Whose duties the calendar at that secret shows; undefined where there is none. */
  readonly feed: (secret: string) => Promise<Feed | undefined>;
}

/** What is new to one official, newest first, of both logs. `upTo` are the sizes at which this was looked at. */
export interface Fresh {
  readonly acts: readonly ShownAct[];
  /** Whether there are more than are shown. */
  readonly more: boolean;
  /** When they last said that they had read all; undefined before the first time. */
  readonly since: string | undefined;
  readonly upTo: Readonly<Record<string, number>>;
}

/** What each official of this node has read of the record. Private to the node. */
export interface ReadingRoom {
  /** What they have neither opened nor said to have read. */
  readonly fresh: (of: Official, limit: number, viewer: Viewer) => Promise<Fresh>;
  /** They opened the page of an act. */
  readonly read: (by: Official, side: string, index: number) => Promise<void>;
  /** They have read both logs up to those sizes; what came since stays new. */
  readonly readAll: (by: Official, upTo: Readonly<Record<string, number>>) => Promise<void>;
}

/**
 * The node as the windows see it: whatever shows something of the record is asked for a viewer, and what they may not
 * see is not there. Refusals are thrown; nothing is half done when one is.
 */
export interface Node extends Sealer {
  readonly side: string;
  readonly agreement: Agreement;
  readonly areas: readonly Area[];
  readonly exercise: boolean;
  /** Own officials as they are now. Their list is private to this node. */
  readonly officials: readonly Official[];
  readonly now: () => string;
  readonly look: (viewer: Viewer) => Look;
  readonly record: (viewer: Viewer) => Promise<RecordView>;
  readonly standing: (viewer: Viewer) => Promise<Standing>;
  readonly compared: (viewer: Viewer) => Promise<Concordance>;
  /** Where the record is: another text after anything in it has changed, an act or a cosignature over one. */
  readonly position: () => Promise<string>;
  readonly actFile: (of: string | ActPlace, viewer: Viewer) => Promise<ActFile | undefined>;
  /** The act at `index` of a side's log. */
  readonly actAt: (side: string, index: number, viewer: Viewer) => Promise<ShownAct | undefined>;
  /** The entry at `index` of a side's log where it is no act but notes a checkpoint. */
  readonly notedAt: (side: string, index: number) => Promise<NotedFile | undefined>;
  /** Index of the act next to one in a side's log. */
  readonly actNextTo:
    (side: string, index: number, way: 'before' | 'after', viewer: Viewer) => Promise<number | undefined>;
  readonly drafts: (viewer: Viewer) => Promise<readonly Draft[]>;
  readonly draft: (id: string, viewer: Viewer) => Promise<Draft | undefined>;
  /** Composes and freezes a draft of `kind` from what was typed. `about` is the id of the act it answers. */
  readonly write: (
    by: Official,
    kind: string,
    about: string | undefined,
    typed: Typed,
    files: Uploads | undefined,
    viewer: Viewer,
  ) => Promise<Draft>;
  /** Approves the text of that digest; the last approval needed signs and records it. */
  readonly approve: (by: Official, draft: string, digest: string) => Promise<Draft>;
  readonly sendBack: (by: Official, draft: string, reason: string) => Promise<Draft>;
  /** Verifies an act of the other side that came on paper or as a file, and keeps it until the line brings it. */
  readonly enterSheet: (by: Official, text: string) => Promise<FoldedAct>;
  /** The tlog-policy file against which proofs of a side's log are checked; undefined where there is no such side. */
  readonly policy: (side: string) => string | undefined;
  /** What officials of the asker's body have read of persons, newest first; for an auditor alone. */
  readonly readings: (by: Official) => Promise<readonly Reading[]>;
  readonly duty: DutyRoom;
  readonly reading: ReadingRoom;
  readonly offers: OfferRoom;
  readonly files: LargeFiles;
  readonly people: PeopleRoom;
  readonly health: () => Promise<Health>;
  /** Calls `tell` after each change until the function returned is called. */
  readonly subscribe: (tell: (change: Change) => void) => () => void;
}

export interface Health {
  readonly ok: boolean;
  readonly side: string;
  readonly database: boolean;
  readonly line: LineView['state'];
  /** Witnesses of neither side: how many are asked, and of how many the circuit is open. */
  readonly witnesses: { readonly asked: number; readonly open: number };
  readonly refusal: RefusalCode | undefined;
  readonly alarms: readonly Alarm[];
}
