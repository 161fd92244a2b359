// What went wrong, as a status and a document that people and programs can act on.
import { Refusal, type RefusalCode, refuse } from '../act/refusal.ts';
import type { Speak } from '../kit/words.ts';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** The statuses under which the windows turn something away. */
export const PROBLEM_STATUS = [401, 403, 404, 405, 406, 409, 413, 414, 415, 421, 422, 429, 500, 503] as const;
export type ProblemStatus = (typeof PROBLEM_STATUS)[number];

/**
 * What the windows turn away before the node is asked, and what has no code of the closed list for that reason: a
 * method nobody answers, a form in which nothing is given or none is sent, a body or an address too large, a foreign
 * host name, too many tries, too many open streams.
 */
export class TurnedAway extends Error {
  readonly status: ProblemStatus;

  constructor(status: 405 | 406 | 413 | 414 | 415 | 421 | 429 | 503, detail: string) {
    super(detail);
    this.name = 'TurnedAway';
    this.status = status;
  }
}

const STATUS: Partial<Record<RefusalCode, ProblemStatus>> = {
  'session-missing': 401,
  'role-missing': 403,
  'form-expired': 403,
  'sign-in-refused': 403,
  'office-missing': 403,
  'account-locked': 429,
  'provider-unavailable': 503,
  'upload-unscreened': 503,
  'not-found': 404,
  'draft-unknown': 404,
  'draft-changed': 409,
  'state-forbids': 409,
  'approver-repeated': 409,
  'approver-is-drafter': 409,
  'act-repeated': 409,
  'number-repeated': 409,
  'part-too-large': 413,
  'delivery-too-large': 413,
  'database-unavailable': 503,
  'signer-unavailable': 503,
  'root-needed': 503,
  'record-behind': 503,
  'record-forked': 503,
  'gate-shut': 503,
};

/** A problem as a page shows it. `field` names the field of a form that is at fault. `detail` is English. */
export interface Problem {
  readonly status: ProblemStatus;
  readonly code: RefusalCode | undefined;
  readonly detail: string;
  readonly field: string | undefined;
}

/** The status of a refusal; one that names no other is about content, and unprocessable. */
export function statusOf(code: RefusalCode): ProblemStatus {
  return STATUS[code] ?? 422;
}

/** The refusal of an address at which there is nothing. */
export function nothingAt(url: string): Error {
  return refuse('not-found', `Asking for ${new URL(url).pathname}.`);
}

const FIELD = /^field ([A-Za-z0-9._-]{1,64}): /;

/** What `error` means to whoever asked. Of a broken invariant they learn only that it happened. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) {
    const field = error.code === 'input-malformed' ? FIELD.exec(error.detail)?.[1] : undefined;
    return { status: statusOf(error.code), code: error.code, detail: error.detail.replace(FIELD, ''), field };
  }
  if (error instanceof TurnedAway) {
    return { status: error.status, code: undefined, detail: error.message, field: undefined };
  }
  return { status: 500, code: undefined, detail: '', field: undefined };
}

/** What mends it, in the reader's language. */
export function mendOf(problem: Problem, speak: Speak): string {
  return speak.say(problem.code === undefined ? `problem.mend-${problem.status}` : `refusal.${problem.code}`);
}

/** The problem as a document, RFC 9457. `code` is a promise; the words are not. */
export function problemDocument(problem: Problem, speak: Speak): Readonly<Record<string, unknown>> {
  const { status, code, detail, field } = problem;
  return {
    type: code === undefined ? 'about:blank' : `urn:servanda:refusal:${code}`,
    title: speak.say(`problem.title-${status}`),
    status,
    ...(code === undefined ? {} : { code }),
    ...(detail === '' ? {} : { detail }),
    ...(field === undefined ? {} : { field }),
    mend: mendOf(problem, speak),
  };
}

/**
 * What failed and where, in a line for operators, who see no content: the name of an error, its code where it has one,
 * the places it passed. Its message may quote what it was about, and is left out.
 */
export function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as { readonly code?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return [typeof code === 'string' ? `${error.name} ${code}` : error.name, ...frames].join('\n');
}
