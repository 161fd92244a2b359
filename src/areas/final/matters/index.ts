// The matters of the final provisions: their kinds with law, note and words, and the forms to say them.
import type { Kind } from '../../../act/kind.ts';
import type { AreaKind, Form } from '../../../area.ts';
import { matterForm } from './forms.ts';
import { judgeMatter } from './judges.ts';
import * as kinds from './kinds.ts';
import { noteOfMatter } from './notes.ts';
import { tellMatter } from './tell.ts';

/** In the order of the paragraphs: also that in which a page offers them. */
const SAID: readonly Kind[] = [
  kinds.EXTENSION_PROPOSED,
  kinds.EXTENSION_ACCEPTED,
  kinds.TERMINATION_NOTIFIED,
  kinds.TERMINATION_WITHDRAWN,
  kinds.ACTIVITIES_PROPOSED,
  kinds.ACCESSION_STATED,
  kinds.STATUS_PROPOSED,
  kinds.ALIGNMENT_OPENED,
  kinds.ALIGNMENT_PROPOSED,
  kinds.BASIS_STATED,
  kinds.BASIS_ENDED,
  kinds.READING_CONFIRMED,
  kinds.DIFFERENCE_STATED,
  kinds.DIFFERENCE_ANSWERED,
  kinds.TALKS_HELD,
  kinds.SETTLEMENT_PROPOSED,
  kinds.CONVENTION_PROPOSED,
  kinds.REGISTRATION_STATED,
  kinds.ORIGINAL_KEPT,
  kinds.DISCREPANCY_STATED,
  kinds.CORRECTION_PROPOSED,
  kinds.PROPOSAL_ACCEPTED,
  kinds.PROPOSAL_WITHDRAWN,
  kinds.MATTER_WITHDRAWN,
];

/** `extension.proposed/1` is worded under `final.kind.extension-proposed`. */
function stem({ id }: Kind): string {
  return id.slice(0, id.indexOf('/')).replace('.', '-');
}

export const MATTER_KINDS: readonly AreaKind[] = SAID.map((kind) => ({
  kind,
  title: `final.kind.${stem(kind)}`,
  judge: judgeMatter,
  note: noteOfMatter,
  tell: tellMatter,
}));

export const MATTER_FORMS: readonly Form[] = SAID.map((kind) => matterForm(kind, `final.do.${stem(kind)}`));
