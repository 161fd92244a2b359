// What judging asks of each side: an assessment where both have set an interval, and never otherwise.
import type { Duty } from '../../act/duty.ts';
import type { Look } from '../../area.ts';
import { ASSESSMENT_MADE } from './kinds.ts';
import { intervalOf, nextReview, promisedIn, REVIEW_RULE } from './law.ts';
import { JUDGEMENTS } from './registers.ts';

export async function duties(look: Look): Promise<readonly Duty[]> {
  const { agreement } = look;
  const sides = agreement.participants.map(({ id }) => id);
  const promised = new Map(promisedIn(agreement).map((one) => [one.statement.id, one]));
  const rows = await look.rows(JUDGEMENTS);
  const found = await Promise.all(
    rows.map(async ({ subject, state }): Promise<readonly Duty[]> => {
      const interval = intervalOf(state, sides);
      const provision = promised.get(subject)?.provision.id;
      const raised = interval === undefined ? undefined : await look.act(interval.act);
      if (provision === undefined || raised === undefined) return [];
      const because = { act: raised.act.id, side: raised.act.side, index: raised.act.index };
      return sides.map((side) => ({
        id: `keeping/review/${subject}/${side}`,
        side,
        body: agreement.participant(side).treatyOffice.body,
        provision,
        what: 'keeping.duty.review',
        because,
        due: nextReview(state, side, agreement),
        rule: REVIEW_RULE,
        answer: ASSESSMENT_MADE.id,
      }));
    }),
  );
  return found.flat();
}
