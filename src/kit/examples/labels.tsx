// Examples of what follows from a label: for everyone, officials of both sides, named bodies, sealed, for a purpose.
import type { ActHeader } from '../../act/act.ts';
import type { Agreement } from '../../agreement/agreement.ts';
import { openLabel } from '../../agreement/label.ts';
import { LabelSays } from '../label.tsx';
import type { Speak } from '../words.ts';
import { type Example, example } from './example.ts';

type Label = ActHeader['label'];

/** What carries the label: said by the treaty office of the first participant to that of the second. */
const labelled = (more: (agreement: Agreement) => Partial<Label>) => (speak: Speak, agreement: Agreement) => {
  const [by = '', ...to] = agreement.participants.map(({ treatyOffice }) => treatyOffice.body);
  return { of: { label: { ...openLabel(agreement), ...more(agreement) }, by, to }, agreement, speak };
};

export const LABELS: readonly Example[] = [
  example({ LabelSays })({
    everyone: labelled(() => ({})),
    officials: labelled(() => ({ tlp: 'GREEN' })),
    sealed: labelled(() => ({ tlp: 'AMBER' })),
    bodies: labelled((agreement) => ({
      tlp: 'AMBER+STRICT',
      orcon: true,
      purpose: agreement.purposes.slice(0, 1).map(({ code }) => code),
      keepUntil: '2031-12-31',
    })),
  }),
];
