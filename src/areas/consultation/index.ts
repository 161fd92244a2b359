// Consultation as an area: a request answered within the hours its clause gives, the room both sides are in, drills.
import type { Kind } from '../../act/kind.ts';
import type { Area, AreaKind, Judge } from '../../area.ts';
import { duties } from './duties.ts';
import { FORMS } from './forms.ts';
import * as judges from './judges.ts';
import * as kinds from './kinds.ts';
import { CONSULTATIONS } from './registers.ts';
import { REPORT_PAGE } from './report.page.tsx';
import { ROOM_PAGE } from './room.page.tsx';
import * as tell from './tell.ts';
import { WORDS } from './words.ts';

/** What is said at three in the morning goes from duty officer to duty officer; no kind of it writes a note verbale. */
const kindOf = (kind: Kind, title: string, judge: Judge, told: AreaKind['tell']): AreaKind => {
  return { kind, title, judge, note: undefined, tell: told };
};

const KINDS: readonly AreaKind[] = [
  kindOf(kinds.REQUESTED, 'consultation.kind.requested', judges.judgeRequested, tell.tellRequested),
  kindOf(kinds.ACKNOWLEDGED, 'consultation.kind.acknowledged', judges.judgeAcknowledged, tell.tellAcknowledged),
  kindOf(kinds.SESSION_OPENED, 'consultation.kind.session-opened', judges.judgeSessionOpened, tell.tellOpened),
  kindOf(kinds.CHANNEL_NAMED, 'consultation.kind.channel-named', judges.judgeChannelNamed, tell.tellChannel),
  kindOf(kinds.DELIVERY_NOTED, 'consultation.kind.delivery-noted', judges.judgeDeliveryNoted, tell.tellDelivery),
  kindOf(kinds.POSITION_STATED, 'consultation.kind.position-stated', judges.judgePositionStated, tell.tellText),
  kindOf(kinds.NEED_STATED, 'consultation.kind.need-stated', judges.judgeNeedStated, tell.tellNeed),
  kindOf(
    kinds.ASSISTANCE_PROPOSED,
    'consultation.kind.assistance-proposed',
    judges.judgeAssistanceProposed,
    tell.tellAssistance,
  ),
  kindOf(
    kinds.ASSISTANCE_ANSWERED,
    'consultation.kind.assistance-answered',
    judges.judgeAssistanceAnswered,
    tell.tellAnswered,
  ),
  kindOf(kinds.MEANS_STATED, 'consultation.kind.means-stated', judges.judgeMeansStated, tell.tellMeans),
  kindOf(kinds.STEPS_PROPOSED, 'consultation.kind.steps-proposed', judges.judgeStepsProposed, tell.tellSteps),
  kindOf(kinds.STEPS_ACCEPTED, 'consultation.kind.steps-accepted', judges.judgeStepsAccepted, tell.tellAccepted),
  kindOf(kinds.STEP_DONE, 'consultation.kind.step-done', judges.judgeStepDone, tell.tellStepDone),
  kindOf(kinds.RECORD_PROPOSED, 'consultation.kind.record-proposed', judges.judgeRecordProposed, tell.tellText),
  kindOf(kinds.RECORD_AGREED, 'consultation.kind.record-agreed', judges.judgeRecordAgreed, tell.tellAccepted),
  kindOf(kinds.CLOSED, 'consultation.kind.closed', judges.judgeClosed, tell.tellText),
  kindOf(kinds.WITHDRAWN, 'consultation.kind.withdrawn', judges.judgeWithdrawn, tell.tellWithdrawn),
];

/** The area. */
export const consultation: Area = {
  name: 'consultation',
  kinds: KINDS,
  registers: [CONSULTATIONS] as unknown as Area['registers'],
  forms: FORMS,
  duties,
  pages: [ROOM_PAGE, REPORT_PAGE] as unknown as Area['pages'],
  call: { kind: kinds.REQUESTED.id, label: 'consultation.do.request' },
  words: WORDS,
};
