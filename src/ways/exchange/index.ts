// The way of exchange as an area takes it in: its kinds with their law, registers, forms, duties, erasures and words.
import type { Kind } from '../../act/kind.ts';
import type { Area, AreaKind, Judge } from '../../area.ts';
import { duties } from './duties.ts';
import { erasures } from './erasures.ts';
import { fates } from './fates.ts';
import { FORMS } from './forms.ts';
import * as judges from './judges.ts';
import * as kinds from './kinds.ts';
import { RINGS } from './label.ts';
import { ITEMS, REQUESTS } from './registers.ts';
import * as tell from './tell.ts';
import { WORDS } from './words.ts';

/** What is exchanged travels in no note verbale. */
const said = (kind: Kind, title: string, judge: Judge, told: AreaKind['tell'], words?: AreaKind['tell']): AreaKind => {
  const rest = words === undefined ? {} : { tellContent: words, rings: RINGS };
  return { kind, title, judge, note: undefined, tell: told, ...rest };
};

/** What an area carries into a node by taking the way in. One area does; the others read its registers. */
export const exchange: Pick<Area, 'kinds' | 'registers' | 'forms' | 'duties' | 'erasures' | 'fates' | 'words'> = {
  kinds: [
    said(kinds.ITEM_GIVEN, 'exchange.kind.item-given', judges.judgeGiven, tell.tellGiven, tell.tellItem),
    said(kinds.ITEM_ASKED, 'exchange.kind.item-asked', judges.judgeGiven, tell.tellAsked, tell.tellQuestion),
    said(kinds.ITEM_ANSWERED, 'exchange.kind.item-answered', judges.judgeAnswered, tell.tellGiven, tell.tellItem),
    said(kinds.ITEM_DECLINED, 'exchange.kind.item-declined', judges.judgeDeclined, tell.tellReason),
    said(
      kinds.FEEDBACK_GIVEN,
      'exchange.kind.feedback-given',
      judges.judgeFeedback,
      tell.tellFeedback,
      tell.tellFeedbackText,
    ),
    said(kinds.RELEASE_REQUESTED, 'exchange.kind.release-requested', judges.judgeReleaseRequested, tell.tellRelease),
    said(kinds.RELEASE_GRANTED, 'exchange.kind.release-granted', judges.judgeReleaseGranted, tell.tellReleased),
    said(kinds.RELEASE_DECLINED, 'exchange.kind.release-declined', judges.judgeReleaseDeclined, tell.tellReason),
    said(kinds.ITEM_RELABELLED, 'exchange.kind.item-relabelled', judges.judgeRelabelled, tell.tellRelabelled),
    said(kinds.ITEM_SUPERSEDED, 'exchange.kind.item-superseded', judges.judgeSuperseded, tell.tellNothing),
    said(kinds.ITEM_RECALLED, 'exchange.kind.item-recalled', judges.judgeRecalled, tell.tellRecalled),
    said(kinds.RECALL_EXECUTED, 'exchange.kind.recall-executed', judges.judgeExecuted, tell.tellExecuted),
    said(
      kinds.ITEM_CORRECTED,
      'exchange.kind.item-corrected',
      judges.judgeCorrected,
      tell.tellDue,
      tell.tellCorrection,
    ),
    said(kinds.CORRECTION_APPLIED, 'exchange.kind.correction-applied', judges.judgeApplied, tell.tellApplied),
    said(kinds.HOLD_SET, 'exchange.kind.hold-set', judges.judgeHoldSet, tell.tellHold),
    said(kinds.HOLD_LIFTED, 'exchange.kind.hold-lifted', judges.judgeHoldLifted, tell.tellNothing),
  ],
  registers: [ITEMS, REQUESTS] as unknown as Area['registers'],
  forms: FORMS,
  duties,
  erasures,
  fates,
  words: WORDS,
};
