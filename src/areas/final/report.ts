// What the final provisions tell in a report: where the Agreement stands, why, and by which acts.
import type { Json } from '../../act/canonical.ts';
import { civilDate } from '../../agreement/calendar.ts';
import type { Look, ReportChapter, ReportPeriod } from '../../area.ts';
import type { Speak } from '../../kit/words.ts';
import { AGREEMENT, LIFE } from './registers.ts';
import { strip } from './strip.ts';

/** Ids of all acts that a row of a register names, in the order in which it names them. */
function actsNamed(state: Json): readonly string[] {
  if (state === null || typeof state !== 'object') return [];
  if (Array.isArray(state)) return state.flatMap(actsNamed);
  return Object.entries(state).flatMap(([name, value]) =>
    name === 'act' && typeof value === 'string' ? [value] : actsNamed(value as Json),
  );
}

/** The life is told as it stood at the end of the period, from the acts said by then; today, where that is to come. */
export async function report(
  _look: Look,
  _period: ReportPeriod,
  speak: Speak,
  then: Look,
): Promise<readonly ReportChapter[]> {
  const [told, state] = await Promise.all([strip(then, speak), then.row(LIFE, AGREEMENT)]);
  const shown = await Promise.all([...new Set(actsNamed(state))].map(async (id) => await then.act(id)));
  const date = speak.date(civilDate(then.now, then.agreement.participant(then.side).seat.zone));
  const acts = shown
    .filter((one) => one !== undefined)
    .toSorted((a, b) => (a.act.header.at < b.act.header.at ? -1 : 1))
    .map(({ act }) => ({ side: act.side, index: act.index }));
  return [
    {
      id: 'life',
      title: speak.say('life.report'),
      lead: speak.say('life.report-lead', { date }),
      figures: [],
      sentences: [{ text: told.heading, acts }, ...told.why.map((text) => ({ text, acts: [] }))],
      empty: speak.say('life.report-lead', { date }),
    },
  ];
}
