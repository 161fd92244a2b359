// A question put to the public window, and the forms that an answer takes: nobody signs in, nothing is remembered.
import { type Joined, openLabel } from '../../agreement/label.ts';
import type { Look, Typed } from '../../area.ts';
import type { Language, Speak } from '../../kit/words.ts';
import type { PublicRecord } from '../../node/public.ts';
import type { Ask, Desk, PageAnswer, Route } from '../ask.ts';
import type { Printing } from '../printed.ts';

export interface PublicAsk {
  readonly record: PublicRecord;
  readonly look: Look;
  readonly desk: Desk;
  readonly speak: Speak;
  readonly speakIn: (language: Language) => Speak;
  /** How what is public may be handled, in words. */
  readonly markingIn: (language: Language) => string;
  /** Scheme and host under which the window is known: the start of addresses in files and feeds. */
  readonly origin: string;
  /** The address asked for, path and query, without a language in front. */
  readonly address: string;
  /** The licence under which this side gives out its data, where the operator has stated one. */
  readonly licence: string | undefined;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** The fields of the form of an assessment; none for a question that only reads. */
  readonly typed: Typed;
  /** What a form carries to tell when it was given out; and whether one came back neither too soon nor too late. */
  readonly stamp: () => string;
  readonly isStamp: (text: string | undefined) => boolean;
  /** Whether one more assessment from this address is taken now. */
  readonly mayOffer: () => boolean;
  /** An id nobody guesses. */
  readonly freshId: () => string;
}

/** The question as a feed needs it: what it leads to is in the language in which it is read. */
export function inTongue(
  { look, origin, address, speak }: PublicAsk,
): Pick<Ask, 'look' | 'origin' | 'address' | 'marking'> {
  const marking = async (): Promise<Joined> => await Promise.resolve(openLabel(look.agreement));
  return { look, address, marking, origin: `${origin}/${speak.language}` };
}

/** A page of the public window: `script` is the one it loads, `feed` the address of what follows it. */
export interface PublicPage extends PageAnswer {
  readonly script?: 'proof.js';
}

/** A file: taken away under its name, or, where `name` is absent, read in place. */
export interface PublicFile {
  readonly is: 'file';
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly name?: string;
}

/** Where an answer is one stretch of a list: the addresses of those beside it. */
export interface Beside {
  readonly next?: string | null;
  readonly previous?: string | null;
}

export type PublicAnswer =
  | PublicPage
  | (PublicFile & Beside)
  /** JSON whatever was asked for. */
  | ({ readonly is: 'data'; readonly data: unknown } & Beside)
  | Printing
  | { readonly is: 'elsewhere'; readonly to: string };

/** One address of the public window: anyone may ask at each. */
export interface PublicRoute extends Pick<Route, 'method' | 'path' | 'says'> {
  /** Stands in the sitemap as it is; the addresses of single acts and paragraphs are made there. */
  readonly listed: boolean;
  /** Takes the machine so long that one address may ask only now and then. */
  readonly costly?: true;
  /** Never kept: each answer is for whoever asked. */
  readonly fresh?: true;
  readonly answer: (ask: PublicAsk) => Promise<PublicAnswer>;
}
