// The limits on everything that reaches the windows from outside, in one place.

/** Bytes of a form, at most; fields of it, at most. */
export const FORM_BYTES = 1024 * 1024;
export const FORM_FIELDS = 200;

/** Bytes of a form with files, at most: one scan and its fields; files of it, at most. */
export const UPLOAD_BYTES = 7 * 1024 * 1024;
export const UPLOAD_FILES = 4;

/** Milliseconds in which a request must have come whole, a large file with it; and that a line may be silent. */
export const REQUEST_LASTS = 6 * 60 * 60 * 1000;
export const LINE_IDLE = 2 * 60 * 1000;

/** Milliseconds a session lives without use, and in all; sessions held at once. */
export const SESSION_IDLE = 30 * 60 * 1000;
export const SESSION_WHOLE = 8 * 60 * 60 * 1000;
export const SESSIONS = 1000;

/** Tries at signing in from one address: so many at once, one more each `SIGN_IN_REFILL` ms; addresses remembered. */
export const SIGN_IN_TRIES = 10;
export const SIGN_IN_REFILL = 6000;
export const ADDRESSES = 10_000;

/** The same for tries as one account, from wherever: an official chosen, a code of a person, a program. */
export const ACCOUNT_TRIES = 20;
export const ACCOUNT_REFILL = 3000;

/** Sign-ins under way at once, those from one address among them, and milliseconds that one may take. */
export const ROUNDS = 10_000;
export const ROUNDS_FROM = 200;
export const ROUND_LASTS = 10 * 60 * 1000;

/**
 * Open event streams: in all; of readers who have not signed in, together, so that officials find room; of one such
 * address; of one session. Milliseconds between heartbeats; events a slow reader may leave unread.
 */
export const STREAMS = 200;
export const STREAMS_UNKNOWN = 150;
export const STREAMS_OF_ADDRESS = 40;
export const STREAMS_OF_SESSION = 20;
export const HEARTBEAT = 15_000;
export const UNREAD_EVENTS = 64;

/** Characters of an address (path and query), and of the reason with which a draft is sent back. */
export const ADDRESS_LENGTH = 4096;
export const REASON_LENGTH = 1000;

/** Acts new from the other side, drafts shown once they are settled. */
export const NEW_ROWS = 20;
export const SETTLED_DRAFTS = 20;

/** Milliseconds that open answers have to end when the windows close; and between looks for those that have. */
export const CLOSING = 1000;
export const SWEEP = 20;

/** Places of the text, bodies and people that a search shows, at most; acts that it counts, at most. */
export const PLACES_FOUND = 40;
export const ACTS_COUNTED = 500;

/** Acts in one stretch of a list where no number is asked for, and at most. */
export const PAGE_ROWS = 50;
export const PAGE_ROWS_MOST = 200;
