// Amendments as part of the final provisions: their kinds, register, forms, duties, page.
import type { AreaKind } from '../../../area.ts';
import {
  judgeAgreed,
  judgeCountered,
  judgeEffected,
  judgeProposed,
  judgeWithdrawn,
} from './judges.ts';
import {
  AMENDMENT_AGREED,
  AMENDMENT_COUNTERED,
  AMENDMENT_EFFECTED,
  AMENDMENT_PROPOSED,
  AMENDMENT_WITHDRAWN,
} from './kinds.ts';
import { noteOfAgreement, noteOfCounter, noteOfEffect, noteOfProposal, noteOfWithdrawal } from './notes.ts';
import { tellAgreed, tellEffected, tellProposal, tellWithdrawn } from './tell.ts';

export const AMENDMENT_KINDS: readonly AreaKind[] = [
  {
    kind: AMENDMENT_PROPOSED,
    title: 'amend.kind.proposed',
    judge: judgeProposed,
    note: noteOfProposal,
    tell: tellProposal,
  },
  {
    kind: AMENDMENT_COUNTERED,
    title: 'amend.kind.countered',
    judge: judgeCountered,
    note: noteOfCounter,
    tell: tellProposal,
  },
  { kind: AMENDMENT_AGREED, title: 'amend.kind.agreed', judge: judgeAgreed, note: noteOfAgreement, tell: tellAgreed },
  {
    kind: AMENDMENT_WITHDRAWN,
    title: 'amend.kind.withdrawn',
    judge: judgeWithdrawn,
    note: noteOfWithdrawal,
    tell: tellWithdrawn,
  },
  {
    kind: AMENDMENT_EFFECTED,
    title: 'amend.kind.effected',
    judge: judgeEffected,
    note: noteOfEffect,
    tell: tellEffected,
  },
];
