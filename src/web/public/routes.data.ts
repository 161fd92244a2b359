// The addresses of open data: files and feeds, and the catalogue of them.
import { utf8 } from '../../act/bytes.ts';
import { openLabel } from '../../agreement/label.ts';
import { provisionName } from '../../kit/links.tsx';
import { page } from '../ask.ts';
import { ATOM_TYPE } from '../atom.ts';
import { CALENDAR_TYPE, calendarOfDays } from '../calendar.ts';
import { CSV_TYPE, csvOf, csvOfList, type CsvCell } from '../csv.ts';
import { feedOfRows } from '../feed.ts';
import { PAGE_ROWS_MOST } from '../limits.ts';
import { inTongue, type PublicAnswer, type PublicAsk, type PublicFile, type PublicRoute } from './ask.ts';
import { catalogue, writeDcat } from './data/catalogue.ts';
import { newestReports } from './data/reports.ts';
import { drawData } from './pages/data.tsx';
import { loadFigures } from './pages/figures.tsx';
import { drawReported } from './pages/reported.tsx';
import { lifeOf } from './routes.text.ts';
import * as says from './says.ts';
import { besideStretch, stretchAsked } from './stretches.ts';

type Row = readonly CsvCell[];

const file = (text: string, type: string, name: string): PublicFile => ({ is: 'file', bytes: utf8(text), type, name });
const table = (name: string, names: readonly string[], rows: readonly Row[]): PublicFile =>
  file(csvOf(names, rows), CSV_TYPE, name);
/** A table, with the line that marks it on each row: rows are taken out of tables. */
const csv = (ask: PublicAsk, name: string, names: readonly string[], rows: readonly Row[]): PublicFile =>
  table(name, [...names, 'marking'], rows.map((row) => [...row, ask.markingIn(ask.speak.language)]));
const json = (data: unknown): PublicAnswer => ({ is: 'data', data });

async function askActsCsv(ask: PublicAsk): Promise<PublicAnswer> {
  const stretch = await stretchAsked(ask, PAGE_ROWS_MOST);
  const rows = stretch.acts.map((row) => ({
    ...row,
    act: `${row.side.toUpperCase()} ${row.index}`,
    proof: `${ask.origin}/act/${row.side}/${row.index}/proof`,
  }));
  const text = csvOfList(says.ACT_FILE, { rows }, 'rows', ask.markingIn(ask.speak.language));
  return { ...file(text, CSV_TYPE, 'acts.csv'), ...besideStretch(ask, stretch) };
}

/** Acts with what they say: the header as signed, the body as said. */
async function askActsJson(ask: PublicAsk): Promise<PublicAnswer> {
  const stretch = await stretchAsked(ask, PAGE_ROWS_MOST);
  const acts = stretch.shown.map(({ act, recordedAt, contested }) => ({
    side: act.side,
    index: act.index,
    id: act.id,
    header: act.header,
    body: act.body ?? null,
    recordedAt,
    contested: contested ?? null,
  }));
  const { next, previous } = stretch;
  const { agreement, now } = ask.look;
  const data = { marking: openLabel(agreement), agreement: agreement.id, made: now, acts, next, previous };
  return { is: 'data', data, ...besideStretch(ask, stretch) };
}

async function askAtom(ask: PublicAsk): Promise<PublicAnswer> {
  const { look, speak, desk } = ask;
  const stretch = await stretchAsked(ask);
  const title = `${speak.say('public.acts')}: ${look.agreement.short[speak.language]}`;
  const { acts: rows, next, previous } = stretch;
  const text = await feedOfRows(inTongue(ask), title, { rows, next, previous, page: '/acts' })(speak, desk);
  return { is: 'file', bytes: utf8(text), type: ATOM_TYPE, ...besideStretch(ask, stretch) };
}

/** The dates of the life of the Agreement, those reached and those computed, as whole days. */
async function askDates(ask: PublicAsk): Promise<PublicAnswer> {
  const { look, speak } = ask;
  const days = ((await lifeOf(ask))?.points ?? []).flatMap((point) => {
    if (point.date === undefined || point.now) return [];
    const about = [point.detail ?? '', point.provision === undefined ? '' : provisionName(point.provision, speak)];
    return [
      {
        id: point.key,
        date: point.date,
        summary: `${look.exercise && point.key !== 'signed' ? 'EXERCISE ' : ''}${point.label}`,
        description: about.filter((line) => line !== '').join('\n'),
      },
    ];
  });
  const text = calendarOfDays(days, {
    agreement: look.agreement,
    speak,
    day: look.now.slice(0, 10),
    marking: ask.markingIn(speak.language),
  });
  return file(text, CALENDAR_TYPE, 'dates.ics');
}

const REPORT_COLUMNS = ['date', 'reported', 'provisions', 'confidence', 'source', 'subject'];

async function askReportsCsv({ look }: PublicAsk): Promise<PublicAnswer> {
  const rows = newestReports(look.agreement.reports).map((one): Row => {
    const where = one.all ? 'all' : one.provisions.join(',');
    return [one.date, one.says, where === '' ? '-' : where, one.confidence, one.source, one.subject];
  });
  // In the form in which reports come in: the head of the answer marks it alone.
  return await Promise.resolve(table('reported.csv', REPORT_COLUMNS, rows));
}

function statementRows({ look }: PublicAsk): readonly Row[] {
  return look.agreement.provisions.flatMap(({ id, part, statements }) =>
    statements.map((one): Row => [
      one.id, id, part, one.quote, one.modality, one.by, one.to, one.area, one.way, one.countsAsDone,
    ]),
  );
}

async function askFiguresCsv(ask: PublicAsk): Promise<PublicAnswer> {
  const { months } = await loadFigures(ask);
  const sides = ask.look.agreement.participants.map(({ id }) => id);
  const rows = months.map(({ month, acts }): Row => [month, ...sides.map((side) => acts[side] ?? 0)]);
  return csv(ask, 'figures.csv', ['month', ...sides], rows);
}

async function askData(ask: PublicAsk): Promise<PublicAnswer> {
  const data = { sets: await catalogue(ask), licence: ask.licence ?? null, origin: ask.origin };
  return page('/data', data, drawData);
}

async function askRobots({ origin }: PublicAsk): Promise<PublicAnswer> {
  const text = `User-agent: *\nAllow: /\nDisallow: /assess\n\nSitemap: ${origin}/sitemap.xml\n`;
  return await Promise.resolve({ is: 'file', bytes: utf8(text), type: 'text/plain; charset=utf-8' });
}

async function askDcat(ask: PublicAsk): Promise<PublicAnswer> {
  const text = writeDcat(await catalogue(ask), ask, ask.speak);
  return { is: 'file', bytes: utf8(text), type: 'application/ld+json; charset=utf-8' };
}

async function askReported({ look }: PublicAsk): Promise<PublicAnswer> {
  const data = { reports: newestReports(look.agreement.reports) };
  return await Promise.resolve(page('/reported', data, ({ reports }, speak) => drawReported(reports, speak)));
}

async function askStatements(ask: PublicAsk): Promise<PublicAnswer> {
  const named = (row: Row) => Object.fromEntries(says.STATEMENT_COLUMNS.map((name, i) => [name, row[i] ?? null]));
  return await Promise.resolve(json(statementRows(ask).map(named)));
}

const get = (
  path: string,
  said: PublicRoute['says'],
  answer: (ask: PublicAsk) => Promise<PublicAnswer> | PublicAnswer,
): PublicRoute => ({ method: 'GET', path, listed: true, says: said, answer: async (ask) => await answer(ask) });

export const DATA_ROUTES: readonly PublicRoute[] = [
  get('/data', says.DATA_SAYS, askData),
  get('/data.jsonld', says.DCAT_SAYS, askDcat),
  get('/acts.csv', says.ACTS_CSV_SAYS, askActsCsv),
  get('/acts.json', says.ACTS_JSON_SAYS, askActsJson),
  get('/acts.atom', says.ACTS_ATOM_SAYS, askAtom),
  get('/dates.ics', says.DATES_SAYS, askDates),
  get('/reported', says.REPORTED_SAYS, askReported),
  get('/reported.csv', says.REPORTED_CSV_SAYS, askReportsCsv),
  get('/reported.json', says.REPORTED_JSON_SAYS, ({ look }) => json(newestReports(look.agreement.reports))),
  get('/statements.csv', says.STATEMENTS_CSV_SAYS, (ask) =>
    csv(ask, 'statements.csv', says.STATEMENT_COLUMNS, statementRows(ask)),
  ),
  get('/statements.json', says.STATEMENTS_JSON_SAYS, askStatements),
  get('/figures.csv', says.FIGURES_CSV_SAYS, askFiguresCsv),
  { ...get('/robots.txt', says.ROBOTS_SAYS, askRobots), listed: false },
];
