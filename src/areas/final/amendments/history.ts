// What acts have made of the text: agreed instructions with their days, read with their words.
import type { Dated } from '../../../agreement/amendment.ts';
import type { Look } from '../../../area.ts';
import { actName } from '../../../kit/links.tsx';
import { AGREEMENT } from '../registers.ts';
import type { Proposal } from './kinds.ts';
import { type Amendment, AMENDMENTS, agreedHead, dayOf } from './registers.ts';

async function datedOf(look: Look, amendment: Amendment): Promise<readonly Dated[]> {
  const head = agreedHead(amendment);
  const shown = head === undefined ? undefined : await look.act(head.act);
  const body = shown?.act.body as Proposal | undefined;
  if (head === undefined || body === undefined) return [];
  const sides = look.agreement.participants.map(({ id }) => id);
  return body.instructions.flatMap((instruction, i): readonly Dated[] => {
    const from = dayOf(amendment, i + 1, sides);
    if (from === null) return [];
    const name = actName(head.side, head.index);
    return [{ amendment: amendment.id, act: head.act, name, n: i + 1, instruction, from, order: head.order }];
  });
}

/** Every agreed instruction that has a day, in the order in which their amendments were agreed. */
export async function datedInstructions(look: Look): Promise<readonly Dated[]> {
  const { all, agreed } = await look.row(AMENDMENTS, AGREEMENT);
  const found = agreed.flatMap((id) => all.find((one) => one.id === id) ?? []);
  return (await Promise.all(found.map(async (one) => await datedOf(look, one)))).flat();
}
