// What the final provisions tell in a report: where the Agreement stands, why, and by which acts.
import type { Json } from '../../act/canonical.ts';
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

/** The life is told as of the day on which the report is made: rules compute it from all acts, whatever the period. */
export async function report(look: Look, _period: ReportPeriod, speak: Speak): Promise<readonly ReportChapter[]> {
  const [told, state] = await Promise.all([strip(look, speak), look.row(LIFE, AGREEMENT)]);
  const shown = await Promise.all([...new Set(actsNamed(state))].map(async (id) => await look.act(id)));
  const acts = shown
    .filter((one) => one !== undefined)
    .toSorted((a, b) => (a.act.header.at < b.act.header.at ? -1 : 1))
    .map(({ act }) => ({ side: act.side, index: act.index }));
  return [
    {
      id: 'life',
      title: speak.say('life.report'),
      lead: speak.say('life.report-lead'),
      figures: [],
      sentences: [{ text: told.heading, acts }, ...told.why.map((text) => ({ text, acts: [] }))],
      empty: speak.say('life.report-lead'),
    },
  ];
}
