// The limits on everything that reaches the public window from outside, in one place.

/** Answers kept in memory, and bytes of them in all; milliseconds for which one is served without asking again. */
export const KEPT_ANSWERS = 1000;
export const KEPT_BYTES = 48 * 1024 * 1024;
export const KEPT_FOR = 60_000;
/** An answer larger than this is made anew each time. */
export const KEPT_LARGEST = 4 * 1024 * 1024;

/** Questions from one address: so many at once, one more each so many milliseconds. */
export const QUESTIONS = 240;
export const QUESTION_REFILL = 250;

/** Costly questions, a report above all, from one address. */
export const COSTLY = 12;
export const COSTLY_REFILL = 10_000;

/** Assessments handed in from one address. */
export const OFFERS = 5;
export const OFFER_REFILL = 12 * 60_000;

/** Addresses remembered for each of these. */
export const ADDRESSES = 20_000;

/** Milliseconds that a form of an assessment is good for, and in which nobody has read it and typed. */
export const FORM_GOOD_FOR = 2 * 60 * 60 * 1000;
export const FORM_AT_LEAST = 4000;

/** Bytes of that form. */
export const OFFER_BYTES = 32 * 1024;

/** Characters of an address, path and query. */
export const ADDRESS_LENGTH = 1024;

/** Places of a log whose acts one map of the site has, with four addresses each: as many as are read at once. */
export const MAP_ACTS = 500;
