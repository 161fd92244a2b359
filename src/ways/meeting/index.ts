// The way of meetings as an area takes it in: its kinds with their law, its registers, forms, duties and words.
import type { Area, AreaKind, Judge } from '../../area.ts';
import type { Kind } from '../../act/kind.ts';
import { duties } from './duties.ts';
import { FORMS } from './forms.ts';
import * as judges from './judges.ts';
import {
  ACTION_ASSIGNED,
  ACTION_DONE,
  AGENDA_AGREED,
  AGENDA_PROPOSED,
  DECISION_TAKEN,
  MEETING_CALLED,
  MEETING_HELD,
  RECORD_AGREED,
  RECORD_PROPOSED,
  SERIES_AGREED,
  SERIES_PROPOSED,
} from './kinds.ts';
import { ACTIONS, MEETINGS, SERIES } from './registers.ts';
import { tellAction, tellAgreed, tellCall, tellDecision, tellDone, tellHeld, tellSeries, tellTexts } from './tell.ts';
import { WORDS } from './words.ts';

/** Records and agendas are no notes verbales: they are texts of a meeting, agreed to as they stand. */
const kindOf = (kind: Kind, title: string, judge: Judge, tell: AreaKind['tell']): AreaKind => {
  return { kind, title, judge, note: undefined, tell };
};

/** What an area carries into a node by taking the way in. One area does; the others read its registers. */
export const meeting: Pick<Area, 'kinds' | 'registers' | 'forms' | 'duties' | 'words'> = {
  kinds: [
    kindOf(SERIES_PROPOSED, 'meeting.kind.series-proposed', judges.judgeSeriesProposed, tellSeries),
    kindOf(SERIES_AGREED, 'meeting.kind.series-agreed', judges.judgeSeriesAgreed, tellAgreed),
    kindOf(MEETING_CALLED, 'meeting.kind.meeting-called', judges.judgeMeetingCalled, tellCall),
    kindOf(AGENDA_PROPOSED, 'meeting.kind.agenda-proposed', judges.judgeAgendaProposed, tellTexts),
    kindOf(AGENDA_AGREED, 'meeting.kind.agenda-agreed', judges.judgeAgendaAgreed, tellAgreed),
    kindOf(MEETING_HELD, 'meeting.kind.meeting-held', judges.judgeMeetingHeld, tellHeld),
    kindOf(RECORD_PROPOSED, 'meeting.kind.record-proposed', judges.judgeRecordProposed, tellTexts),
    kindOf(RECORD_AGREED, 'meeting.kind.record-agreed', judges.judgeRecordAgreed, tellAgreed),
    kindOf(DECISION_TAKEN, 'meeting.kind.decision-taken', judges.judgeDecisionTaken, tellDecision),
    kindOf(ACTION_ASSIGNED, 'meeting.kind.action-assigned', judges.judgeActionAssigned, tellAction),
    kindOf(ACTION_DONE, 'meeting.kind.action-done', judges.judgeActionDone, tellDone),
  ],
  registers: [SERIES, MEETINGS, ACTIONS] as unknown as Area['registers'],
  forms: FORMS,
  duties,
  words: WORDS,
};
