// Labels: which of them may travel here at all.
import type { Label } from '../act/act.ts';
import { refuse } from '../act/refusal.ts';
import type { Agreement } from './agreement.ts';

/** Codes that name a national or NATO classification; matched on the whole code, case aside. */
const CLASSIFIED = /^(nato[- ]?)?(restricted|confidential|secret|top[- ]secret|cosmic.*)$/i;

/** The label of what everyone may see, released to all sides: final provisions are public law. */
export function openLabel(agreement: Agreement): Label {
  return { tlp: 'CLEAR', rel: agreement.participants.map((side) => side.id.toUpperCase()).sort() };
}

/**
 * Refuses a label that is not carried here: a national or NATO classification, a release to nobody of this agreement,
 * or anything above what both nodes keep in the open, until sealing carries it. A label is never made more open.
 */
export function requireLabel(label: Label, agreement: Agreement): void {
  const classified = [...(label.codes ?? []), label.action ?? ''].find((code) => CLASSIFIED.test(code));
  if (classified !== undefined) throw refuse('label-refused', `The label carries ${classified}.`);
  const sides = agreement.participants.map((side) => side.id.toUpperCase());
  const outside = label.rel.filter((release) => !sides.includes(release));
  if (outside.length > 0) throw refuse('label-refused', `The label releases to ${outside.join(', ')}.`);
  if (label.tlp !== 'CLEAR' && label.tlp !== 'GREEN') {
    throw refuse('label-refused', `The label TLP:${label.tlp} asks for sealing, which this node does not yet do.`);
  }
  if (label.personal !== undefined) {
    throw refuse(
      'label-refused',
      'The label announces personal data, which asks for sealing; this node does not yet do it.',
    );
  }
}
