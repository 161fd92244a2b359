// A question put to the public window, and the forms that an answer takes: nobody signs in, nothing is remembered.
import type { Look, Typed } from '../../area.ts';
import type { Language, Speak } from '../../kit/words.ts';
import type { PublicRecord } from '../../node/public.ts';
import type { Desk, PageAnswer } from '../ask.ts';
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

export type PublicAnswer = PublicPage | PublicFile | Printing | { readonly is: 'elsewhere'; readonly to: string };

/** One address of the public window. */
export interface PublicRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Stands in the sitemap as it is; the addresses of single acts and paragraphs are made there. */
  readonly listed: boolean;
  /** Takes the machine so long that one address may ask only now and then. */
  readonly costly?: true;
  /** Never kept: each answer is for whoever asked. */
  readonly fresh?: true;
  readonly answer: (ask: PublicAsk) => Promise<PublicAnswer>;
}
