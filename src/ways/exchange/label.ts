// In which rings the words of an exchange may stand: every one that is carried at all.
import type { Ring } from '../../agreement/label.ts';

/** Kinds with a content keep their body in the open between both nodes, and their words as the label asks. */
export const RINGS: readonly Ring[] = ['A', 'B', 'C'];
