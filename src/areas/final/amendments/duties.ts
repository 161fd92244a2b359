// What amendments ask of each side: an answer to a text of the other, a day of effect that only one has stated.
import type { Duty } from '../../../act/duty.ts';
import type { Agreement } from '../../../agreement/agreement.ts';
import type { Look } from '../../../area.ts';
import { AGREEMENT } from '../registers.ts';
import { AMENDMENT_AGREED, AMENDMENT_EFFECTED } from './kinds.ts';
import { undated } from './forms.ts';
import { type Amendment, AMENDMENTS, headOf, stageOf, statedBy } from './registers.ts';

/** A duty of the treaty office of `side`; the text sets no date for it. */
function asked(agreement: Agreement, side: string, duty: Pick<Duty, 'id' | 'what' | 'because' | 'answer'>): Duty {
  const [provision] = agreement.provisionsOf(['amendment']);
  if (provision === undefined) throw new Error('amendments: the agreement has no clause of the family amendment');
  const { body } = agreement.participant(side).treatyOffice;
  return { ...duty, provision, side, body, due: undefined, rule: undefined };
}

function answers(look: Look, amendment: Amendment): readonly Duty[] {
  const { agreement } = look;
  const head = headOf(amendment);
  const other = agreement.participants.find(({ id }) => id !== head.side);
  if (stageOf(amendment) !== 'open' || other === undefined) return [];
  const because = { act: head.act, side: head.side, index: head.index };
  const id = `final/amendment/${head.act}`;
  return [asked(agreement, other.id, { id, what: 'amend.duty.answer', because, answer: AMENDMENT_AGREED.id })];
}

/** Only where the other side has stated a day: what both left open is nobody's duty. */
function days(look: Look, amendment: Amendment): readonly Duty[] {
  const { agreement } = look;
  const { agreed } = amendment;
  if (agreed === null) return [];
  const open = undated(amendment, agreement);
  return agreement.participants.flatMap(({ id: side }) => {
    const others = agreement.participants.filter(({ id }) => id !== side);
    const waits = open.some((n) => {
      const mine = statedBy(amendment, side, n)?.date;
      return others.some(({ id }) => {
        const theirs = statedBy(amendment, id, n)?.date;
        return theirs !== undefined && theirs !== mine;
      });
    });
    if (!waits) return [];
    const because = { act: agreed.act, side: agreed.side, index: agreed.index };
    const id = `final/effect/${amendment.id}/${side}`;
    return [asked(agreement, side, { id, what: 'amend.duty.effect', because, answer: AMENDMENT_EFFECTED.id })];
  });
}

export async function amendmentDuties(look: Look): Promise<readonly Duty[]> {
  const { all } = await look.row(AMENDMENTS, AGREEMENT);
  const contested = new Set<string>();
  for (const amendment of all.filter((one) => stageOf(one) === 'open')) {
    const shown = await look.act(headOf(amendment).act);
    if (shown?.contested !== undefined) contested.add(amendment.id);
  }
  const standing = all.filter(({ id }) => !contested.has(id));
  return standing.flatMap((one) => [...answers(look, one), ...days(look, one)]);
}
