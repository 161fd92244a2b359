// A duty: what is asked of whom, because of what, and by when.

/**
 * Something a body is asked to do. `what` names a sentence in the area's words; `due` is a civil date at the seat of
 * the body, absent where the text sets none, and then no date is invented. `rule` names the rule that made `due`.
 */
export interface Duty {
  readonly id: string;
  readonly side: string;
  readonly body: string;
  readonly provision: string;
  readonly what: string;
  /** The act that raised it: id, side and index. */
  readonly because: { readonly act: string; readonly side: string; readonly index: number } | undefined;
  readonly due: string | undefined;
  /** The instant by which, where the text counts hours and not days; `due` is then the civil date of it. */
  readonly dueAt?: string | undefined;
  readonly rule: string | undefined;
  /** The kind that would discharge it, for the button beside it. */
  readonly answer: string | undefined;
}
