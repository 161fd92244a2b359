// The one error by which this room turns away what it is given, and the closed list of its reasons.

/** Every reason, with its meaning. A code once published keeps its meaning. */
export const LOG_ERRORS = {
  'number-invalid': 'A number is not a canonical decimal, or not an integer from 0 to 2^53 - 1.',
  'range-invalid': 'Sizes and indexes contradict each other: an index beyond the size, an interval that is no subtree.',
  'text-invalid': 'A text is not UTF-8, holds a control character or lacks its last newline.',
  'line-invalid': 'A line is missing, or not of the form that its place asks for.',
  'hash-invalid': 'A hash is not 32 bytes, or not in canonical base64.',
  'signature-invalid': 'A timestamped signature or a public key has not the length of its algorithm.',
  'limit-exceeded': 'Something is longer than its named limit, or there are more of it.',
  truncated: 'The bytes end before the structure does.',
  trailing: 'Bytes follow after the structure has ended.',
  'path-invalid': 'The path is not the one path of any tile or entry bundle.',
  'tile-invalid': 'A tile is missing, narrower than its tree demands, or not a whole number of hashes.',
  'state-invalid': 'The stored edge of a tree does not fit its size.',
} as const;

export type LogErrorCode = keyof typeof LOG_ERRORS;

/**
 * Thrown by every function of this room on input that it does not accept, and nothing else is thrown: verification
 * returns `false`, parsing and generating throw this. The message says what was attempted and on what; `code` is
 * for programs.
 */
export class LogError extends Error {
  override readonly name = 'LogError';
  readonly code: LogErrorCode;

  constructor(code: LogErrorCode, attempt: string) {
    super(`${attempt} ${LOG_ERRORS[code]}`);
    this.code = code;
  }
}
