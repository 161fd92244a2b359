// The report of times as a document: what took how long, and every step to the second in both capitals.
import type { Look } from '../../area.ts';
import { actName, provisionName } from '../../kit/links.tsx';
import type { Speak } from '../../kit/words.ts';
import type { Sheet } from '../../paper/sheet.ts';
import { atBothSeats } from '../../ways/meeting/tell.ts';
import { secondsBetween, spanWords } from './room.clock.tsx';
import type { ReportData } from './report.page.tsx';
import { said } from './room.page.tsx';

type Facts = readonly (readonly [string, string])[];

function facts(data: ReportData, speak: Speak, look: Look): Facts {
  const { dispatched, acknowledged, convened, deadline, inTime } = data;
  const at = (instant: string): string => atBothSeats(instant, look.agreement, speak, true);
  const since = (instant: string | null): string => {
    if (instant === null || dispatched === null) return speak.say('consultation.not-yet');
    return `${spanWords(secondsBetween(dispatched, instant), speak)}: ${at(instant)}`;
  };
  const within = inTime === null ? 'not-known' : inTime ? 'yes' : 'no';
  return [
    [speak.say('consultation.dispatched'), dispatched === null ? '–' : at(dispatched)],
    [speak.say('consultation.acknowledged'), since(acknowledged)],
    [speak.say('consultation.row.session'), since(convened)],
    [speak.say('consultation.column-ends'), deadline === null ? speak.say('consultation.no-clock') : at(deadline)],
    [speak.say('consultation.in-time'), speak.say(`consultation.${within}`)],
  ];
}

/** The document of a report. A drill's is marked on every page, as everything of a demonstration is. */
export function reportSheet(
  data: ReportData,
  speak: Speak,
  look: Look,
): { readonly sheet: Sheet; readonly file: string } {
  const title = speak.say(data.drill ? 'consultation.report-drill' : 'consultation.report-title');
  const rows = data.rows.map(({ after, at, side, kind, index }) => [
    spanWords(after, speak),
    atBothSeats(at, look.agreement, speak, true),
    said(kind, side, speak, look),
    [{ text: actName(side, index), voice: 'record' as const }],
  ]);
  const sheet: Sheet = {
    language: speak.language,
    title,
    author: look.agreement.participant(look.side).name[speak.language],
    running: look.agreement.short[speak.language],
    foot: speak.say('consultation.report-particulars'),
    exercise: look.exercise || data.drill,
    blocks: [
      {
        is: 'title',
        text: title,
        ...(data.provision === '' ? {} : { kicker: provisionName(data.provision, speak) }),
        particulars: speak.say('consultation.report-particulars'),
      },
      { is: 'facts', rows: facts(data, speak, look) },
      { is: 'heading', level: 2, text: speak.say('consultation.times') },
      {
        is: 'table',
        columns: [
          { head: speak.say('consultation.column-after'), share: 3 },
          { head: speak.say('consultation.column-at'), share: 6 },
          { head: speak.say('consultation.column-said'), share: 6 },
          { head: speak.say('consultation.column-act'), share: 2 },
        ],
        rows,
      },
      { is: 'paragraph', soft: true, text: speak.say('consultation.times-note') },
    ],
  };
  const [first] = data.rows;
  return { sheet, file: `times-${first?.side ?? look.side}-${first?.index ?? 0}` };
}
