// The address of reports: a page, its twin, and the same report as a document.
import { refuse } from '../act/refusal.ts';
import { civilDate } from '../agreement/calendar.ts';
import { type Answer, type Ask, page } from './ask.ts';
import { asPaper } from './printed.ts';
import { dayOf, FORMS, loadReport } from './report/report.data.ts';
import { drawReport } from './report/report.tsx';
import { reportSheet } from './report/report.sheet.ts';
import { asLanguage } from './tongue.ts';

/** `/reports?form=report&from=2026-01-01&to=2026-12-31`, of this year so far where no days are given. */
export async function askReport(ask: Ask): Promise<Answer> {
  const { node, look, query, speak, speakIn } = ask;
  const today = civilDate(look.now, look.agreement.participant(look.side).seat.zone);
  const period = { from: dayOf(query['from'], `${today.slice(0, 4)}-01-01`), to: dayOf(query['to'], today) };
  if (period.from > period.to) {
    throw refuse('date-out-of-order', `A report from ${period.from} to ${period.to}.`);
  }
  const form = FORMS.find((one) => one === query['form']) ?? 'report';
  const paper = asPaper(query['format']);
  // The page itself is in the reader's language; a document, and data, may be asked for in another.
  const own = paper === undefined && query['format'] !== 'json';
  const words = own ? speak : speakIn(asLanguage(query['language']) ?? speak.language);
  const kinds = new Map(node.areas.flatMap((area) => area.kinds).map((kind) => [kind.kind.id, kind]));
  const sizes = (await node.record(ask.sight)).logs.map(({ side, size }) => ({ side, size }));
  const data = await loadReport({ look, areas: node.areas, kinds, sizes }, { form, period }, words);
  if (paper === undefined) return page('/reports', data, drawReport);
  const sheet = reportSheet(data, node.agreement, words, ask.origin);
  const name = `${node.agreement.id}-${form}-${period.from}-${period.to}-${data.language}`;
  return { is: 'sheet', sheet, paper, made: look.now, name };
}
