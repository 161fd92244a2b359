// What came of a hostile input: the code of its refusal, or `taken`.
import { Refusal } from '../../src/act/refusal.ts';

/** The code that `work` is refused with; `taken` where it is not. Anything else it throws is a fault, and is thrown. */
export function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (cause) {
    if (cause instanceof Refusal) return cause.code;
    throw cause;
  }
  return 'taken';
}
