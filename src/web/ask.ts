// A question put to the windows, and the forms that an answer takes.
import type { Refusal } from '../act/refusal.ts';
import type { TSchema } from 'typebox';
import type { Joined } from '../agreement/label.ts';
import type { Viewer } from '../agreement/sight.ts';
import type { AreaKind, Drawn, Look, Says, Typed, Uploads } from '../area.ts';
import type { Language, Speak } from '../kit/words.ts';
import type { Node, Official, SignedRequest } from '../node/node.ts';
import type { Printing } from './printed.ts';
import type { Round } from './rounds.ts';
import type { Session } from './session.ts';

/** What a page is drawn with besides its data: whose window it is, who reads, and what is known of kinds. */
export interface Desk {
  readonly look: Look;
  readonly kinds: ReadonlyMap<string, AreaKind>;
  readonly viewer: Official | undefined;
}

/** A question: the address taken apart, who asks, and what they typed. */
export interface Ask {
  readonly node: Node;
  readonly look: Look;
  readonly speak: Speak;
  /** Speaks another language than the reader's: a document is in its own. */
  readonly speakIn: (language: Language) => Speak;
  /** The official who has signed in. An operator is none: they read what everyone reads. */
  readonly viewer: Official | undefined;
  /** Whoever has signed in, an operator too. */
  readonly signedIn: Official | undefined;
  /** The purpose for which the session is open: a code of the agreement's. */
  readonly purpose: string | undefined;
  /** For whom the node is asked: `look` is for them already. */
  readonly sight: Viewer;
  /** The label of everything that this visit has been shown so far: how the answer is to be handled. */
  readonly marking: () => Promise<Joined>;
  /** Scheme and host under which the reader came: the start of addresses in a document. */
  readonly origin: string;
  /** The address asked for, path and query, as it may stand in a link. */
  readonly address: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** The fields of the form that was sent; none for a question that only reads. */
  readonly typed: Typed;
  /** The files sent with it. */
  readonly files: Uploads;
  /** The token that a form on the answer must carry. Reading it gives the reader an id where they had none. */
  readonly token: () => string;
  /** Counts a try at signing in, of this address and as that account; false where there were too many of either. */
  readonly mayTry: (account?: string) => boolean;
  /** Keeps a sign-in under way for this browser alone; takes it back, once. */
  readonly keepRound: (key: string, round: Round) => void;
  readonly takeRound: (key: string) => Round | undefined;
  /** What a program signed of this request; undefined where it signed nothing. */
  readonly proof: Omit<SignedRequest, 'token'> | undefined;
}

/** A page: its data is the JSON twin, and drawing it is a pure function of that data. */
export interface PageAnswer {
  readonly is: 'page';
  readonly status: number;
  /** Address of the entry in the row of pages under which this page stands. */
  readonly under: string;
  readonly data: unknown;
  readonly draw: (speak: Speak, desk: Desk) => Drawn;
  readonly session?: SessionChange;
  /** Where the browser goes on by itself: the next page is then this site's own doing. */
  readonly onward?: string;
  /** A script of its own that the page is of no use without: a file of the assets. */
  readonly device?: string;
  readonly also: Also;
  /** What its route says of it, which the windows put there. */
  readonly says?: PageSaying;
}

/** What a page is beside itself and its data: a feed, a calendar; and where it is one stretch of a list, the others. */
export interface Also {
  readonly atom?: (speak: Speak, desk: Desk) => Promise<string> | string;
  readonly ics?: (speak: Speak, desk: Desk) => Promise<string> | string;
  /** Addresses of the stretch after this one and of the one before; null where there is none. */
  readonly next?: string | null;
  readonly previous?: string | null;
}

export type Answer =
  | PageAnswer
  | Printing
  /** JSON whatever was asked for. */
  | { readonly is: 'data'; readonly status: number; readonly data: unknown }
  /** Elsewhere. `data`, where given, is what the JSON twin says instead, as created there. */
  | { readonly is: 'elsewhere'; readonly to: string; readonly data?: unknown; readonly session?: SessionChange }
  /** Bytes to keep: `name` is offered as the file name. */
  | { readonly is: 'file'; readonly bytes: Uint8Array; readonly type: string; readonly name: string }
  /** The same of what is never whole in memory. Its name may hold any letter. */
  | {
      readonly is: 'stream';
      readonly content: AsyncIterable<Uint8Array>;
      readonly size: number;
      readonly name: string;
    };

/** What becomes of the reader's session. */
export type SessionChange =
  | { readonly begin: Session }
  /** The same person goes on: in another office of theirs, or for another purpose. */
  | { readonly turn: Session }
  | { readonly end: true };

/** What can be asked for by `?format=` or `Accept` beside a page itself. */
export const FORMS = ['json', 'csv', 'atom', 'ics', 'docx', 'pdf', 'html', 'text'] as const;
export type FormName = (typeof FORMS)[number];

/**
 * What a route says: the document of the interface is made of this and of nothing else. `query` and `form` are the
 * fields of its address and of the form sent to it.
 */
export type Saying = {
  readonly summary: string;
  readonly query?: Readonly<Record<string, TSchema>>;
  readonly form?: Readonly<Record<string, TSchema>>;
  /** Statuses under which it may be refused, beside those of every address of its kind. */
  readonly refused?: readonly number[];
  /** True where the record alone decides what is said, the page around it aside: not the hour, nor who is told what. */
  readonly recorded?: true;
} & (
  | {
      readonly is: 'page';
      readonly data: TSchema;
      readonly lists?: readonly string[];
      /** Forms beside the page, its data and its tables. */
      readonly forms?: readonly FormName[];
    }
  /** `fails`: the statuses under which an address with a standard of its own says what went wrong, as such data. */
  | { readonly is: 'data'; readonly data: TSchema; readonly fails?: readonly number[] }
  | { readonly is: 'file'; readonly types: readonly string[] }
  /** Leads elsewhere; `data` is what a program is told instead. */
  | { readonly is: 'elsewhere'; readonly data?: TSchema }
);

export type PageSaying = Extract<Saying, { readonly is: 'page' }>;

/** The saying of a file to keep, of these media types. */
export function saysFile(
  summary: string,
  types: readonly string[],
  more: Pick<Saying, 'query' | 'recorded'> = {},
): Saying {
  return { is: 'file', summary, types, ...more };
}

/** The saying of what leads elsewhere: after a form was taken in, or because the page stands at another address. */
export function saysElsewhere(
  summary: string,
  more: Pick<Saying, 'form' | 'refused'> & { readonly data?: TSchema } = {},
): Saying {
  return { is: 'elsewhere', summary, ...more };
}

/** The saying of a page. */
export function saysPage(says: Says, more: { readonly forms?: readonly FormName[]; readonly recorded?: true } = {}) {
  return { is: 'page', ...says, ...more } as const satisfies Saying;
}

/** One address of the windows. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly says: Saying;
  /**
   * Who may ask: anyone at this window, only officials who have signed in, whoever has signed in (operators too), or
   * those who look after the others: auditors and operators.
   */
  readonly who: 'anyone' | 'official' | 'signed-in' | 'warden';
  readonly answer: (ask: Ask) => Promise<Answer>;
  /** Its form may carry a file that is taken in as it comes. */
  readonly takes?: 'file';
  /** A program asks with its own key, and has no session whose token a form could carry. */
  readonly by?: 'key';
  /** What to show where the answer was refused: the same form with what was typed. May refuse as well. */
  readonly again?: (ask: Ask, refusal: Refusal) => Promise<Answer>;
}

/** A page with data of its own type, closed over so that its drawing only ever meets its own data. */
export function page<Data>(
  under: string,
  data: Data,
  draw: (data: Data, speak: Speak, desk: Desk) => Drawn,
  status = 200,
  also: Also = {},
): PageAnswer {
  return { is: 'page', status, under, data, draw: (speak, desk) => draw(data, speak, desk), also };
}

/** The one value of a field, without surrounding white space, or undefined where it is absent or empty. */
export function typedOne(typed: Typed, name: string): string | undefined {
  const value = typed[name]?.[0]?.trim();
  return value === undefined || value === '' ? undefined : value;
}
