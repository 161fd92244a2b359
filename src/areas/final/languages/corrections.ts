// Corrections of authentic texts as the matters keep them: what both sides agreed, read as words for words.
import type { BodyOf } from '../../../act/kind.ts';
import type { Correction } from '../../../agreement/amendment.ts';
import { headOf, matterOf, type MatterRound, stepOf } from '../../../agreement/matter.ts';
import type { Look } from '../../../area.ts';
import { actName } from '../../../kit/links.tsx';
import type { CORRECTION_PROPOSED, DISCREPANCY_STATED } from '../matters/kinds.ts';
import { MATTERS_KEPT } from '../matters/register.ts';

async function correctionOf(look: Look, round: MatterRound): Promise<readonly Correction[]> {
  // A body is null where its part was erased.
  const stated = (stepOf(round, 'opened')?.body ?? undefined) as BodyOf<typeof DISCREPANCY_STATED> | undefined;
  const proposed = headOf(round);
  const words = (proposed?.body ?? undefined) as BodyOf<typeof CORRECTION_PROPOSED> | undefined;
  const shown = proposed === undefined ? undefined : await look.act(proposed.act);
  if (stated === undefined || words === undefined || shown === undefined) return [];
  const place = { side: shown.act.side, index: shown.act.index };
  return [
    {
      language: stated.language,
      id: stated.provision,
      wrong: stated.text,
      right: words.text,
      act: shown.act.id,
      place,
      name: actName(place.side, place.index),
    },
  ];
}

/** Every correction that both sides agreed, by the discrepancy it settles. */
export async function agreedCorrections(look: Look): Promise<readonly Correction[]> {
  const rows = (await look.rows(MATTERS_KEPT)).filter(({ subject }) => matterOf(subject) === 'discrepancy');
  const rounds = rows.flatMap(({ state }) => state.rounds).filter(({ state }) => state === 'corrected');
  return (await Promise.all(rounds.map(async (round) => await correctionOf(look, round)))).flat();
}
