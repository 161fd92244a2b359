// What officials fill in to say each kind of the matters, field by field.
import type { Field } from '../../../area.ts';
import { CHANNELS } from '../channels.ts';
import {
  ACCESSION_STATED, ACTIVITIES_PROPOSED, ALIGNMENT_OPENED, ALIGNMENT_PROPOSED, BASIS_ENDED, BASIS_STATED,
  CONVENTION_PROPOSED, CORRECTION_PROPOSED, DIFFERENCE_ANSWERED, DIFFERENCE_SCOPES, DIFFERENCE_STATED,
  DISCREPANCY_STATED, EXTENSION_ACCEPTED, EXTENSION_PROPOSED, MATTER_WITHDRAWN, MEANS, ORIGINAL_KEPT, OUTCOMES,
  PROPOSAL_ACCEPTED, PROPOSAL_WITHDRAWN, READING_CONFIRMED, REGISTRATION_STATED, SETTLEMENT_PROPOSED, STATUS_PROPOSED,
  STATUSES, TALKS_HELD, TERMINATION_NOTIFIED, TERMINATION_WITHDRAWN,
} from './kinds.ts';

/** Longest texts: of one line, and of what may have paragraphs. The schemas of the kinds say the same. */
export const LINE_LIMIT = 300;
export const TEXT_LIMIT = 4000;

/** How a field is typed and read: `today` is a date that begins with today, `activities` a line for each. */
export type FieldIs =
  | 'line' | 'text' | 'date' | 'today' | 'whole' | 'choice' | 'provisions' | 'provision' | 'languages' | 'language'
  | 'activities' | 'rule' | 'reading';

export interface SaidField {
  readonly name: string;
  readonly is: FieldIs;
  /** What can be chosen: words are `final.choice.` and the value. */
  readonly options?: readonly string[];
  /** A key of words below the label. */
  readonly help?: string;
}

const field = (name: string, is: FieldIs, rest: Omit<SaidField, 'name' | 'is'> = {}): SaidField =>
  ({ name, is, ...rest });

const NOTE: readonly SaidField[] = [
  field('noteDate', 'today', { help: 'final.help.noteDate' }),
  field('channel', 'choice', { options: CHANNELS }),
];
const TEXT = field('text', 'text');
const REASON = field('reason', 'line');

/** The fields of each kind of the matters. Where there are none, the act says all by itself. */
export const FIELDS: ReadonlyMap<string, readonly SaidField[]> = new Map<string, readonly SaidField[]>([
  [
    EXTENSION_PROPOSED.id,
    [field('years', 'whole', { help: 'final.help.length' }), field('months', 'whole'), ...NOTE],
  ],
  [EXTENSION_ACCEPTED.id, NOTE],
  [TERMINATION_NOTIFIED.id, NOTE],
  [TERMINATION_WITHDRAWN.id, NOTE],
  [
    ACTIVITIES_PROPOSED.id,
    [
      field('continuing', 'activities', { help: 'final.help.activities' }),
      field('ending', 'activities', { help: 'final.help.ending' }),
    ],
  ],
  [ACCESSION_STATED.id, [field('date', 'date'), field('source', 'line')]],
  [STATUS_PROPOSED.id, [field('status', 'choice', { options: STATUSES }), TEXT]],
  [ALIGNMENT_OPENED.id, [field('mechanism', 'line'), field('partners', 'line'), field('agreedOn', 'date')]],
  [ALIGNMENT_PROPOSED.id, [field('outcome', 'choice', { options: OUTCOMES }), TEXT]],
  [
    BASIS_STATED.id,
    [
      field('provisions', 'provisions', { help: 'final.help.provisions' }),
      field('instrument', 'line'),
      field('reference', 'line'),
    ],
  ],
  [BASIS_ENDED.id, [REASON]],
  [READING_CONFIRMED.id, []],
  [
    DIFFERENCE_STATED.id,
    [
      field('provisions', 'provisions', { help: 'final.help.provisions' }),
      field('of', 'choice', { options: DIFFERENCE_SCOPES }),
      TEXT,
    ],
  ],
  [DIFFERENCE_ANSWERED.id, [TEXT]],
  [
    TALKS_HELD.id,
    [field('date', 'today'), field('place', 'line'), field('means', 'choice', { options: MEANS }), TEXT],
  ],
  [SETTLEMENT_PROPOSED.id, [TEXT]],
  [CONVENTION_PROPOSED.id, [field('rule', 'rule'), field('reading', 'reading')]],
  [REGISTRATION_STATED.id, [field('date', 'date'), field('registration', 'line')]],
  [ORIGINAL_KEPT.id, [field('languages', 'languages'), field('place', 'line')]],
  [
    DISCREPANCY_STATED.id,
    [
      field('provision', 'provision'),
      field('language', 'language'),
      TEXT,
      field('prevailing', 'text', { help: 'final.help.prevailing' }),
    ],
  ],
  [CORRECTION_PROPOSED.id, [TEXT]],
  [PROPOSAL_ACCEPTED.id, []],
  [PROPOSAL_WITHDRAWN.id, [REASON]],
  [MATTER_WITHDRAWN.id, [REASON]],
]);

/** How a field is drawn. */
export const INPUTS: Readonly<Record<FieldIs, Field['input']>> = {
  line: 'text',
  text: 'long',
  date: 'date',
  today: 'date',
  whole: 'text',
  choice: 'choice',
  provisions: 'text',
  provision: 'text',
  languages: 'checks',
  language: 'choice',
  activities: 'long',
  rule: 'choice',
  reading: 'choice',
};
