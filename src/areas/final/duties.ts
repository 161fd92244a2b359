// What the final provisions ask of each side as things stand: receipts, notifications, confirmations, answers.
import type { Duty } from '../../act/duty.ts';
import type { Agreement } from '../../agreement/agreement.ts';
import { type Life, lifeStage, positionOf } from '../../agreement/life.ts';
import type { Look } from '../../area.ts';
import { ENTRY_CONFIRMED, NOTIFICATION_GIVEN, RECEIPT_GIVEN } from './kinds.ts';
import { matterDuties } from './matters/duties.ts';
import { AGREEMENT, LIFE, lifeOf, NOTES } from './registers.ts';

/** A duty of the treaty office of `side`. The text sets no date for any of these, and none is invented. */
function asked(
  agreement: Agreement,
  side: string,
  duty: Pick<Duty, 'id' | 'provision' | 'what' | 'because' | 'answer'>,
): Duty {
  const { body } = agreement.participant(side).treatyOffice;
  return { ...duty, side, body, due: undefined, rule: undefined };
}

function entryProvision(agreement: Agreement): string {
  const [provision] = agreement.provisionsOf(['entry']);
  if (provision === undefined) throw new Error('final: the agreement has no clause of the family entry');
  return provision;
}

/** A note waits for its receipt, unless it was contested: that is an answer of another sort. */
async function receipts(look: Look): Promise<readonly Duty[]> {
  const { agreement } = look;
  const waiting = (await look.rows(NOTES)).filter(({ state }) => state.note !== null && state.receipt === null);
  const found = await Promise.all(
    waiting.map(async ({ subject, state }): Promise<readonly Duty[]> => {
      const shown = await look.act(subject);
      const recipient = agreement.participants.find(({ id }) => id !== state.note?.side);
      if (shown === undefined || shown.contested !== undefined || recipient === undefined) return [];
      const { side, index, header } = shown.act;
      const duty = {
        id: `final/receipt/${subject}`,
        provision: header.provisions[0] ?? entryProvision(agreement),
        what: 'final.duty.receipt',
        because: { act: subject, side, index },
        answer: RECEIPT_GIVEN.id,
      };
      return [asked(agreement, recipient.id, duty)];
    }),
  );
  return found.flat();
}

function notifications(life: Life, agreement: Agreement): readonly Duty[] {
  return agreement.participants
    .filter(({ id }) => positionOf(life, 'entry', id) === 'none')
    .map(({ id }) =>
      asked(agreement, id, {
        id: `final/notify/${id}`,
        provision: entryProvision(agreement),
        what: 'final.duty.notify',
        because: undefined,
        answer: NOTIFICATION_GIVEN.id,
      }),
    );
}

function confirmations(life: Life, agreement: Agreement): readonly Duty[] {
  const stage = lifeStage(life);
  const differ = stage === 'confirmations-differ';
  if (stage !== 'receipted-both' && stage !== 'confirmed-once' && !differ) return [];
  return agreement.participants
    .filter(({ id }) => differ || positionOf(life, 'entry', id) === 'receipted')
    .map(({ id }) =>
      asked(agreement, id, {
        id: `final/confirm/${id}`,
        provision: entryProvision(agreement),
        what: differ ? 'final.duty.confirm-again' : 'final.duty.confirm',
        because: undefined,
        answer: ENTRY_CONFIRMED.id,
      }),
    );
}

/** Everything the final provisions ask of both sides now. */
export async function duties(look: Look): Promise<readonly Duty[]> {
  const { agreement } = look;
  const life = lifeOf(await look.row(LIFE, AGREEMENT), agreement);
  return [
    ...(await receipts(look)),
    ...notifications(life, agreement),
    ...confirmations(life, agreement),
    ...(await matterDuties(look)),
  ];
}
