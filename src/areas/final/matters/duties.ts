// What the matters that run ask of each side: to answer a proposal, a difference, a question. Only one has a date.
import type { Duty } from '../../../act/duty.ts';
import { RULES } from '../../../agreement/clock.ts';
import {
  headOf, type MatterName, matterOf, type MatterRound, type MatterStep, runningRound,
} from '../../../agreement/matter.ts';
import type { Look } from '../../../area.ts';
import {
  DIFFERENCE_ANSWERED, EXTENSION_ACCEPTED, type EXTENSION_PROPOSED, PROPOSAL_ACCEPTED, STATUS_PROPOSED,
} from './kinds.ts';
import type { BodyOf } from '../../../act/kind.ts';
import { MATTERS_KEPT } from './register.ts';
import { familyOf } from './subjects.ts';

/** What a round asks: of whom, in answer to which step, by which kind. */
interface Asked {
  readonly sides: readonly string[];
  readonly what: string;
  readonly step: MatterStep;
  readonly answer: string;
  readonly due?: string;
}

const othersThan = (side: string, look: Look): readonly string[] =>
  look.agreement.participants.map(({ id }) => id).filter((id) => id !== side);

function asked(matter: MatterName, round: MatterRound, look: Look): readonly Asked[] {
  const [opening] = round.steps;
  const head = headOf(round);
  if (matter === 'extension' && round.state === 'received' && head !== undefined) {
    const due = (head.body as BodyOf<typeof EXTENSION_PROPOSED> | null)?.noticesBy;
    const duty = { sides: othersThan(head.side, look), what: 'final.duty.answer-proposal', step: head };
    return [{ ...duty, answer: EXTENSION_ACCEPTED.id, ...(due === undefined ? {} : { due }) }];
  }
  if (matter !== 'extension' && round.state === 'proposed' && head !== undefined) {
    const sides = othersThan(head.side, look);
    return [{ sides, what: 'final.duty.answer-proposal', step: head, answer: PROPOSAL_ACCEPTED.id }];
  }
  if (opening === undefined) return [];
  if (matter === 'difference' && round.state === 'stated') {
    const sides = othersThan(opening.side, look);
    return [{ sides, what: 'final.duty.answer-difference', step: opening, answer: DIFFERENCE_ANSWERED.id }];
  }
  if (matter === 'accession' && round.state === 'open') {
    const sides = look.agreement.participants.map(({ id }) => id);
    return [{ sides, what: 'final.duty.decide-status', step: opening, answer: STATUS_PROPOSED.id }];
  }
  return [];
}

/** Everything the matters ask. The text sets a day for one of these alone, the acceptance of an extension. */
export async function matterDuties(look: Look): Promise<readonly Duty[]> {
  const rows = await look.rows(MATTERS_KEPT);
  const found = await Promise.all(
    rows.map(async ({ subject, state }): Promise<readonly Duty[]> => {
      const matter = matterOf(subject);
      const round = matter === undefined ? undefined : runningRound(matter, state);
      if (matter === undefined || round === undefined) return [];
      const [provision = ''] = look.agreement.provisionsOf([familyOf(matter, subject.slice(matter.length + 1))]);
      const duties = await Promise.all(
        asked(matter, round, look).map(async ({ sides, what, step, answer, due }) => {
          const index = (await look.act(step.act))?.act.index;
          const because = index === undefined ? undefined : { act: step.act, side: step.side, index };
          const rule = due === undefined ? undefined : RULES.extension.id;
          return sides.map((side): Duty => {
            const { body } = look.agreement.participant(side).treatyOffice;
            return { id: `final/${subject}/${side}`, side, body, provision, what, because, due, rule, answer };
          });
        }),
      );
      return duties.flat();
    }),
  );
  return found.flat();
}
