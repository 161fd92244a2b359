// What an area is: the kinds, registers, duties, forms, pages, notes, words of one subject of the Agreement.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Label } from './act/act.ts';
import type { TSchema } from 'typebox';
import type { Json } from './act/canonical.ts';
import type { LargeFile } from './act/file.ts';
import type { Duty } from './act/duty.ts';
import type { Kind } from './act/kind.ts';
import type { RefusalCode } from './act/refusal.ts';
import type { FoldedAct, Register } from './act/register.ts';
import type { Agreement } from './agreement/agreement.ts';
import type { TextHistory } from './agreement/amendment.ts';
import type { Joined, Ring } from './agreement/label.ts';
import type { Figure } from './kit/figure.tsx';
import type { FieldOption } from './kit/form.tsx';
import type { StateShape } from './kit/marks.tsx';
import type { Language, Speak, Words } from './kit/words.ts';
import type { Sheet } from './paper/sheet.ts';

/**
 * What stood when an act was written: everything of its own log before it and everything of the other log it had seen.
 * Both nodes can compute it for every act, so both judge alike. Nothing here knows the time of day.
 */
export interface Standing {
  readonly agreement: Agreement;
  /** The state of a subject at that point. */
  readonly state: <State extends Json>(register: Register<State>, subject: string) => Promise<State>;
  /** Root, base64, of the log in which the act stands or would stand, at a size that is not beyond it. */
  readonly root: (size: number) => Promise<string | undefined>;
  /** An act either side had recorded by then and not contested. */
  readonly act: (id: string) => Promise<FoldedAct | undefined>;
}

/** The law of a kind beyond its shape: throws a `Refusal` where the act cannot be said as things stood. Pure. */
export type Judge = (act: FoldedAct, standing: Standing) => Promise<void>;

/** One rung of the ladder an act climbs. `at` is an instant; `by` the key or body whose hand it is. */
export interface Rung {
  readonly name: 'draft' | 'approved' | 'recorded' | 'witnessed' | 'received' | 'acknowledged';
  readonly at: string;
  readonly by: string;
  /** The size of the log a cosignature covers, or the act that acknowledges. */
  readonly covers: number | undefined;
  readonly act: string | undefined;
}

/** An act as a page shows it. */
export interface ShownAct {
  readonly act: FoldedAct;
  /** When this node recorded it (its own) or took it over (the other's): an instant of this node's clock. */
  readonly recordedAt: string;
  readonly rungs: readonly Rung[];
  /** The refusal with which the other side's act was answered here, if it was. */
  readonly contested: RefusalCode | undefined;
}

/** Which acts to list. Newest first; `limit` at most 500. */
export interface ActFilter {
  readonly side?: string;
  readonly provision?: string;
  readonly kind?: string;
  /** Acts that refer to this one. */
  readonly of?: string;
  /** Acts of one of these kinds. */
  readonly kinds?: readonly string[];
  /** Acts that answer a question, in the notation of PostgreSQL that `queryOf` makes. */
  readonly words?: string;
  /** The oldest first instead; and without their bodies, where who said what and when is all that is shown. */
  readonly oldest?: true;
  readonly bare?: true;
  readonly after?: number;
  readonly before?: number;
  readonly limit?: number;
}

/** What was said under a provision. `more` where there are more acts than were counted. */
export interface Spoken {
  readonly count: number;
  readonly more: boolean;
  readonly last: ShownAct;
}

/** What a page, a form or a duty may look at: one node's record, read only, at one moment. */
export interface Look {
  readonly agreement: Agreement;
  /** The side whose node this is. */
  readonly side: string;
  /** The instant of the question, RFC 3339 UTC to the second. */
  readonly now: string;
  /** Version of the time zone database of the runtime. */
  readonly tz: string;
  /** True in a demonstration: everything said is invented. */
  readonly exercise: boolean;
  /** True where the public looks: only what anyone may see is in it, and nothing can be begun from its pages. */
  readonly public?: true;
  readonly row: <State extends Json>(register: Register<State>, subject: string) => Promise<State>;
  readonly rows: <State extends Json>(
    register: Register<State>,
  ) => Promise<readonly { readonly subject: string; readonly state: State }[]>;
  readonly act: (id: string) => Promise<ShownAct | undefined>;
  readonly acts: (filter: ActFilter) => Promise<readonly ShownAct[]>;
  /** How many acts fit, counted to `most`. */
  readonly count: (filter: ActFilter, most: number) => Promise<number>;
  /** How many entries are recorded and cannot be found by their words yet, after those before them were taken in. */
  readonly unfound: () => Promise<number>;
  /** Of every provision that acts were said under: how many, and the newest, whose body is left out. */
  readonly spoken: () => Promise<ReadonlyMap<string, Spoken>>;
  /** The words of an act whose kind has a content; undefined where they are erased, or no node can open them. */
  readonly content: (id: string) => Promise<Json | undefined>;
  /** The newest checkpoint of the own log that the other side holds in full and has cosigned; size 0 before any. */
  readonly cosigned: () => Promise<{ readonly size: number; readonly root: string }>;
  /**
   * Acts of the other side that came by other means than the line, were verified here, and do not stand in the copy of
   * its log yet. They are in no register; their index is that of no entry: -1.
   */
  readonly carried: () => Promise<readonly FoldedAct[]>;
  /** Names of the kinds that a body says by mandate, without their versions. */
  readonly mandated: readonly string[];
  /**
   * The label of whatever this look has given out so far, and of the acts of these ids beside: how what is made of it
   * is to be handled.
   */
  readonly marking: (acts?: readonly string[]) => Promise<Joined>;
  /** A new key for `body`, in written form. This node keeps it once the draft is, and as long as that stands. */
  readonly newKey: (body: string) => Promise<string>;
}

/** A field of a form. `label` and `help` are keys of the area's words. Values are always text. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly input: 'text' | 'long' | 'date' | 'time' | 'choice' | 'checks' | 'file';
  readonly required: boolean;
  readonly options?: readonly FieldOption[];
  readonly initial?: string;
  /** Most characters of a `long` field, where it takes more than others do. */
  readonly limit?: number;
  /**
   * Its text goes into the content as it is typed: under a label of ring C a browser seals it, and sends a stand-in.
   */
  readonly sealed?: true;
  /** A public key that the browser can make: the name of the field which names it. */
  readonly makes?: string;
}

/** What a person typed: each field's values, in order. */
export type Typed = Readonly<Record<string, readonly string[]>>;

/** A file sent with a form, under the name of its field. What it is, its bytes tell, not its name. */
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** One that was taken in piece by piece: `bytes` are empty then. */
  readonly large?: LargeFile;
}
export type Uploads = Readonly<Record<string, Upload>>;

/** A part that an act carries beside its body: `type` is a media type found in the bytes. */
export interface Enclosure {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The content of an act about to be drafted: all of it but what the node adds (number, instant, seen, salts). */
export interface Content {
  readonly provisions: readonly string[];
  readonly to: readonly string[];
  readonly subject: string;
  readonly re: readonly { readonly act: string; readonly role: string }[];
  readonly body: Json;
  /** The words of a kind that has a content. */
  readonly content?: Json;
  /** Who may have it; open to everyone where none is given. */
  readonly label?: Label;
  readonly enclosures?: readonly Enclosure[];
  /** The file it carries, where its kind takes one. */
  readonly file?: LargeFile;
  /** True in a drill: its acts are marked as invented on a node that is no demonstration as well. */
  readonly exercise?: boolean;
}

/**
 * How an official says a kind. `open` gives the fields, or undefined where the kind cannot be said now; `about` is the
 * act the page was opened from, if any. `compose` makes the content; it throws `input-malformed` naming the field.
 */
export interface Form {
  readonly kind: string;
  /** Key of the sentence that names the deed: "Notify completed procedures". */
  readonly title: string;
  readonly open: (look: Look, about: ShownAct | undefined) => Promise<readonly Field[] | undefined>;
  readonly compose: (look: Look, about: ShownAct | undefined, typed: Typed, files: Uploads) => Promise<Content>;
}

/** What a note verbale says between its compliments and its assurances, as one clause in `language`. */
export type NoteClause = (
  act: { readonly header: FoldedAct['header']; readonly body: Json; readonly references: readonly FoldedAct[] },
  agreement: Agreement,
  language: Language,
) => string;

/** A kind with its law and its note. */
export interface AreaKind {
  readonly kind: Kind;
  /** Key of the sentence that says what was done, with `{side}` and `{body}`: the title of the act's page. */
  readonly title: string;
  readonly judge: Judge | undefined;
  readonly note: NoteClause | undefined;
  /** The rings of the labels under which it may be said; ring A alone where it says none. */
  readonly rings?: readonly Ring[];
  /** Pairs of word key and text that tell what the body says, for people. */
  readonly tell: (body: Json, speak: Speak, agreement: Agreement) => readonly (readonly [string, string])[];
  /** The same of the content, of a kind that has one. */
  readonly tellContent?: (content: Json, speak: Speak, agreement: Agreement) => readonly (readonly [string, string])[];
}

/** What is drawn into the frame of a page: the area's own content, and the words that name it. */
export interface Drawn {
  readonly title: string;
  readonly rail: JSX.Element | undefined;
  readonly leaf: JSX.Element;
}

/** One telling of a duty to the own people of a node: private to it, like the list of its officials. */
export interface Told {
  readonly duty: string;
  readonly channel: 'page' | 'mail' | 'webhook';
  readonly state: 'waiting' | 'told' | 'given-up';
  readonly madeAt: string;
}

/** How a page takes in what its node told its own people of some duties. Nobody but its officials is shown that. */
export interface TakesTold<Data> {
  readonly duties: (data: Data) => readonly string[];
  readonly taken: (data: Data, told: readonly Told[]) => Data;
}

/** What a page says as data, for whoever reads it by program: the document of the interface is made of it. */
export interface Says {
  /** What the page gives, in one English sentence. */
  readonly summary: string;
  readonly data: TSchema;
  /** What may be asked of it in its address, by name; nothing where this is left out. */
  readonly query?: Readonly<Record<string, TSchema>>;
  /** The fields of `data` that are lists: each is a table too, `?format=csv&list=…`, the first where none is named. */
  readonly lists?: readonly string[];
  /** The kinds whose acts are its feed, `?format=atom`: these, or all of its area. */
  readonly feed?: readonly string[] | 'area';
}

/** A page of an area. `load` reads, `draw` is pure: its data is the page's JSON twin. */
export interface AreaPage<Data = unknown> {
  readonly path: string;
  /** Key of the name in the row of pages. */
  readonly name: string;
  readonly says: Says;
  /** The page it belongs to: then it stands in no row, and that page is the current one. */
  readonly under?: string;
  /** It stands in the public window as well: there it offers nothing to begin (`Look.public`). */
  readonly public?: true;
  readonly load: (look: Look, query: Readonly<Record<string, string>>) => Promise<Data>;
  readonly draw: (data: Data, speak: Speak, look: Look) => Drawn;
  /** A page that shows how a duty was told; the others leave this out. */
  readonly told?: TakesTold<Data>;
  /**
   * The page as a document, at the same address with `?format=docx` or `pdf`, in the language of `?language=` or the
   * reader's; a page that is none leaves this out. `file` is the name offered, without its ending.
   */
  readonly sheet?: (data: Data, speak: Speak, look: Look) => { readonly sheet: Sheet; readonly file: string };
  /** The same as an event of a calendar, with `?format=ics`; undefined where there is nothing to come to. */
  readonly invitation?: (data: Data, speak: Speak, look: Look) => Invitation | undefined;
}

/** An event to come to: between two instants, with the words of who invites. `id` is that of the act that called it. */
export interface Invitation {
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly place: string;
  readonly summary: string;
  readonly text: string;
  /** The name of the file, without its ending. */
  readonly file: string;
}

/** A point of the life of the Agreement, already worded. `detail` says what is recorded or waited for. */
export interface LifePoint {
  readonly key: string;
  readonly label: string;
  readonly date?: string;
  readonly detail?: string;
  readonly reached: boolean;
  readonly now: boolean;
  readonly provision?: string;
}

/** Where the Agreement stands in its life, for the head of a page: the state is the heading. */
export interface LifeStrip {
  readonly heading: string;
  readonly points: readonly LifePoint[];
  readonly why: readonly string[];
}

/**
 * What an area says on the page of one provision. `load` reads, and gives undefined where there is nothing to say;
 * `draw` is pure. The data stands in the page's JSON twin under the name of the area. `name` is the key of the heading.
 */
export interface ProvisionSection<Data = unknown> {
  readonly id: string;
  readonly name: string;
  readonly load: (look: Look, provision: string) => Promise<Data | undefined>;
  readonly draw: (data: Data, speak: Speak, look: Look) => JSX.Element;
}

/** A choice by which the edition is narrowed: `load` gives the values that fit each provision. Labels are keys. */
export interface ProvisionFilter {
  readonly name: string;
  readonly label: string;
  readonly any: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly load: (look: Look) => Promise<ReadonlyMap<string, readonly string[]>>;
}

/** The days a report is of, both included: civil dates at the seat of the side whose node makes it. */
export interface ReportPeriod {
  readonly from: string;
  readonly to: string;
}

/** A sentence of a report, worded, with the acts it rests on; `source` where it is only reported. */
export interface ReportSentence {
  readonly text: string;
  readonly acts: readonly { readonly side: string; readonly index: number }[];
  readonly source?: string;
}

/** A figure with the same numbers as a table beside it. The first cell of a row names it. */
export interface ReportFigure {
  readonly figure: Figure;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What an area tells of a period, worded. `empty` is said where it has no sentence. */
export interface ReportChapter {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly figures: readonly ReportFigure[];
  readonly sentences: readonly ReportSentence[];
  readonly empty: string;
}

/** What became of an act, beside its ladder: a sentence with `{act}`, and the act that says it. */
export interface Fate {
  readonly is: StateShape;
  readonly says: string;
  readonly act: { readonly side: string; readonly index: number };
}

/** An act whose parts are to be erased on this node, all but its body, and why. */
export interface Erasing {
  readonly act: string;
  readonly because: 'kept-until' | 'recalled';
}

/** A subject of the Agreement. Areas know no other area and no node. */
export interface Area {
  readonly name: string;
  readonly kinds: readonly AreaKind[];
  // A register's states differ in type; a row is asked for with its own register, which types it again.
  readonly registers: readonly Register<never>[];
  readonly forms: readonly Form[];
  readonly duties: (look: Look) => Promise<readonly Duty[]>;
  /** What became of an act of this area: recalled, superseded. An area of which nothing is said so leaves this out. */
  readonly fates?: (look: Look, act: string) => Promise<readonly Fate[]>;
  /** What is to be erased now, whether or not it was; an area whose kinds have no content leaves this out. */
  readonly erasures?: (look: Look) => Promise<readonly Erasing[]>;
  // Each page draws only what it loaded itself.
  readonly pages: readonly AreaPage<never>[];
  /** The area that keeps the life of the Agreement tells it; the others leave this out. */
  readonly strip?: (look: Look, speak: Speak) => Promise<LifeStrip>;
  /** The area that keeps the text tells what acts have made of it; the others leave this out. */
  readonly text?: (look: Look) => Promise<TextHistory>;
  /** What cannot wait: a kind that a duty officer may begin from every page, and the key of what the button says. */
  readonly call?: { readonly kind: string; readonly label: string };
  /** The kind by which an assessment handed in at the public window is passed on; its form takes it as it was sent. */
  readonly passesOn?: string;
  readonly section?: ProvisionSection<never>;
  readonly filter?: ProvisionFilter;
  /** `then` is the record as it stood at the end of the period, where that is past; `look` is it as it stands. */
  readonly report?: (
    look: Look,
    period: ReportPeriod,
    speak: Speak,
    then: Look,
  ) => Promise<readonly ReportChapter[]>;
  readonly words: Words;
}
