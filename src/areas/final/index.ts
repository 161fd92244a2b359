// The final provisions as an area: keys, bodies, notes and receipts, entry into effect, term and extension.
import {
  BODY_DESIGNATED,
  BODY_ENDED,
  EPOCH_BEGUN,
  KEY_ADMITTED,
  KEY_REVOKED,
  KEY_REVOKED_SINCE,
  PARTS_ERASED,
  RECORD_REJECTED,
} from '../../act/kinds.ts';
import type { Area, AreaKind } from '../../area.ts';
import { amendmentDuties } from './amendments/duties.ts';
import { AMENDMENT_FORMS } from './amendments/forms.ts';
import { AMENDMENT_KINDS } from './amendments/index.ts';
import { AMENDMENTS_PAGE } from './amendments/page.tsx';
import { AMENDMENTS } from './amendments/registers.ts';
import { BODIES_PAGE } from './bodies.page.tsx';
import { duties } from './duties.ts';
import { KEY_FORMS } from './forms.keys.ts';
import { FORMS } from './forms.ts';
import {
  judgeBodyDesignated,
  judgeBodyEnded,
  judgeEntryConfirmed,
  judgeEpochBegun,
  judgeKeyAdmitted,
  judgeKeyRevoked,
  judgeKeyRevokedSince,
  judgeNotification,
  judgeReceipt,
} from './judges.ts';
import { ENTRY_CONFIRMED, NOTIFICATION_GIVEN, RECEIPT_GIVEN } from './kinds.ts';
import { LANGUAGE_FORMS } from './languages/forms.ts';
import { textHistory } from './languages/history.ts';
import { LANGUAGE_KINDS } from './languages/index.ts';
import { TEXTS } from './languages/registers.ts';
import { LIFE_PAGE } from './life.page.tsx';
import { MATTER_FORMS, MATTER_KINDS } from './matters/index.ts';
import { MATTERS_KEPT } from './matters/register.ts';
import { noteOfDesignation, noteOfEnd, noteOfEntry, noteOfNotification, noteOfReceipt } from './notes.ts';
import { paperForms } from './paper/forms.ts';
import { paperKinds } from './paper/index.ts';
import { DISPATCHES, PAPERS } from './paper/registers.ts';
import { LIFE, NOTES } from './registers.ts';
import { report } from './report.ts';
import { strip } from './strip.ts';
import {
  tellBodyDesignated,
  tellBodyEnded,
  tellEntry,
  tellEpochBegun,
  tellKeyAdmitted,
  tellKeyRevoked,
  tellKeyRevokedSince,
  tellNotification,
  tellReceipt,
  tellErased,
  tellRejection,
} from './tell.ts';
import { WORDS } from './words.ts';

/** A key is admitted and revoked by the participant itself and travels in no note. */
const SAID: readonly AreaKind[] = [
  {
    kind: KEY_ADMITTED,
    title: 'final.kind.key-admitted',
    judge: judgeKeyAdmitted,
    note: undefined,
    tell: tellKeyAdmitted,
  },
  {
    kind: EPOCH_BEGUN,
    title: 'final.kind.epoch-begun',
    judge: judgeEpochBegun,
    note: undefined,
    tell: tellEpochBegun,
  },
  // Judged by the node itself, which alone knows what stands in the other log.
  {
    kind: RECORD_REJECTED,
    title: 'final.kind.record-rejected',
    judge: undefined,
    note: undefined,
    tell: tellRejection,
  },
  {
    kind: PARTS_ERASED,
    title: 'final.kind.parts-erased',
    judge: undefined,
    note: undefined,
    tell: tellErased,
  },
  { kind: KEY_REVOKED, title: 'final.kind.key-revoked', judge: judgeKeyRevoked, note: undefined, tell: tellKeyRevoked },
  {
    kind: KEY_REVOKED_SINCE,
    title: 'final.kind.key-revoked',
    judge: judgeKeyRevokedSince,
    note: undefined,
    tell: tellKeyRevokedSince,
  },
  {
    kind: BODY_DESIGNATED,
    title: 'final.kind.body-designated',
    judge: judgeBodyDesignated,
    note: noteOfDesignation,
    tell: tellBodyDesignated,
  },
  { kind: BODY_ENDED, title: 'final.kind.body-ended', judge: judgeBodyEnded, note: noteOfEnd, tell: tellBodyEnded },
  {
    kind: NOTIFICATION_GIVEN,
    title: 'final.kind.notification-given',
    judge: judgeNotification,
    note: noteOfNotification,
    tell: tellNotification,
  },
  {
    kind: RECEIPT_GIVEN,
    title: 'final.kind.receipt-given',
    judge: judgeReceipt,
    note: noteOfReceipt,
    tell: tellReceipt,
  },
  {
    kind: ENTRY_CONFIRMED,
    title: 'final.kind.entry-confirmed',
    judge: judgeEntryConfirmed,
    note: noteOfEntry,
    tell: tellEntry,
  },
  ...MATTER_KINDS,
  ...AMENDMENT_KINDS,
  ...LANGUAGE_KINDS,
];

/** The kinds that travel in a note, and so on a paper. */
const NOTED = SAID.filter(({ note }) => note !== undefined).map(({ kind }) => kind.id);

/** The area. The registers of keys and bodies are the node's own: without them nothing can be said at all. */
export const final: Area = {
  name: 'final',
  kinds: [...SAID, ...paperKinds(NOTED)],
  registers: [LIFE, NOTES, PAPERS, DISPATCHES, MATTERS_KEPT, AMENDMENTS, TEXTS] as unknown as Area['registers'],
  forms: [...FORMS, ...paperForms(NOTED), ...KEY_FORMS, ...MATTER_FORMS, ...AMENDMENT_FORMS, ...LANGUAGE_FORMS],
  duties: async (look) => [...(await duties(look)), ...(await amendmentDuties(look))],
  pages: [LIFE_PAGE, AMENDMENTS_PAGE, BODIES_PAGE] as unknown as Area['pages'],
  strip,
  text: textHistory,
  report,
  words: WORDS,
};
