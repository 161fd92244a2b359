// The addresses of open data: files and feeds, the catalogue of them, the map of the site.
import ical, { ICalCalendarMethod } from 'ical-generator';
import { utf8 } from '../../act/bytes.ts';
import { openLabel } from '../../agreement/label.ts';
import type { ShownAct } from '../../area.ts';
import { provisionAddress, provisionName } from '../../kit/links.tsx';
import { LANGUAGES } from '../../kit/words.ts';
import { page } from '../ask.ts';
import { actTitle, bodyName, bodyNames, saidRow } from '../pages/said.tsx';
import { actsIn } from '../report/report.data.ts';
import { twinOf } from '../twin.ts';
import type { PublicAnswer, PublicAsk, PublicRoute } from './ask.ts';
import { writeAtom, xml } from './data/atom.ts';
import { catalogue, writeDcat } from './data/catalogue.ts';
import { writeCsv } from './data/csv.ts';
import { newestReports } from './data/reports.ts';
import { FEED_ENTRIES } from './limits.ts';
import { newestActs } from './newest.ts';
import { actFiles } from './pages/acts.tsx';
import { drawData } from './pages/data.tsx';
import { loadFigures } from './pages/figures.tsx';
import { drawReported } from './pages/reported.tsx';
import { lifeOf } from './routes.text.ts';

type Row = readonly (string | number | null)[];

/** A table, with the line that marks it on each row: rows are taken out of tables. */
const csv = (ask: PublicAsk, name: string, names: readonly string[], rows: readonly Row[]): PublicAnswer =>
  table(name, [...names, 'marking'], rows.map((row) => [...row, ask.markingIn(ask.speak.language)]));
const table = (name: string, names: readonly string[], rows: readonly Row[]): PublicAnswer => ({
  is: 'file',
  bytes: utf8(writeCsv(names, rows)),
  type: 'text/csv; charset=utf-8',
  name,
});
const json = (data: unknown): PublicAnswer => ({
  is: 'file',
  bytes: utf8(twinOf(data)),
  type: 'application/json; charset=utf-8',
});

/** Every public act, oldest first: as many as a report reads. */
async function allActs({ look }: PublicAsk): Promise<readonly ShownAct[]> {
  return (await actsIn(look, { from: '0001-01-01', to: look.now.slice(0, 10) })).acts;
}

const ACT_COLUMNS =
  'act id side index kind by number at recorded provisions stands contested exercise proof'.split(' ');

async function actRows(ask: PublicAsk): Promise<readonly Row[]> {
  const acts = (await allActs(ask)).map(saidRow);
  return acts.map((row): Row => [
    `${row.side.toUpperCase()} ${row.index}`,
    row.id,
    row.side,
    row.index,
    row.kind,
    row.by,
    row.number,
    row.at,
    row.recordedAt,
    row.provisions.join(' '),
    row.rung,
    row.contested,
    row.exercise ? 'EXERCISE' : '',
    `${ask.origin}/act/${row.side}/${row.index}/proof`,
  ]);
}

/** Acts with what they say: the header as signed, the body as said. */
async function askActsJson(ask: PublicAsk): Promise<PublicAnswer> {
  const acts = (await allActs(ask)).map(({ act, recordedAt, contested }) => ({
    side: act.side,
    index: act.index,
    id: act.id,
    header: act.header,
    body: act.body ?? null,
    recordedAt,
    contested: contested ?? null,
  }));
  const { agreement } = ask.look;
  return json({ marking: openLabel(agreement), agreement: agreement.id, made: ask.look.now, acts });
}

async function askAtom(ask: PublicAsk): Promise<PublicAnswer> {
  const { look, speak, desk, origin } = ask;
  const acts = (await newestActs(ask, FEED_ENTRIES)).map(saidRow);
  const names = await bodyNames(look, acts.map(({ by }) => by));
  const text = writeAtom({
    id: `${origin}/acts`,
    title: `${look.exercise ? 'EXERCISE ' : ''}${speak.say('public.acts')}: ${look.agreement.short[speak.language]}`,
    language: speak.language,
    self: `${origin}/${speak.language}/acts.atom`,
    page: `${origin}/${speak.language}/acts`,
    updated: acts[0]?.recordedAt ?? look.now,
    rights: ask.markingIn(speak.language),
    entries: acts.map((act) => ({
      id: `urn:servanda:act:${act.id}`,
      title: `${act.exercise ? 'EXERCISE ' : ''}${actTitle(act, names, desk, speak)}`,
      updated: act.recordedAt,
      href: `${origin}/${speak.language}/act/${act.side}/${act.index}`,
      author: bodyName(names, look.agreement, act.by, speak),
      summary: `${act.number}: ${speak.list(act.provisions.map((id) => provisionName(id, speak)))}`,
    })),
  });
  return { is: 'file', bytes: utf8(text), type: 'application/atom+xml; charset=utf-8' };
}

/** The dates of the life of the Agreement, those reached and those computed, as whole days. */
async function askDates(ask: PublicAsk): Promise<PublicAnswer> {
  const { look, speak } = ask;
  const calendar = ical({
    name: `Servanda: ${look.agreement.id}`,
    description: ask.markingIn(speak.language),
    prodId: { company: 'Servanda', product: 'life', language: speak.language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const point of (await lifeOf(ask))?.points ?? []) {
    if (point.date === undefined || point.now) continue;
    const start = new Date(`${point.date}T00:00:00Z`);
    calendar.createEvent({
      id: `${point.key}@${look.agreement.id}.public.servanda`,
      start,
      end: new Date(start.getTime() + 86_400_000),
      allDay: true,
      stamp: new Date(`${look.now.slice(0, 10)}T00:00:00Z`),
      summary: `${look.exercise && point.key !== 'signed' ? 'EXERCISE ' : ''}${point.label}`,
      description: [point.detail ?? '', point.provision === undefined ? '' : provisionName(point.provision, speak)]
        .filter((line) => line !== '')
        .join('\n'),
    });
  }
  return { is: 'file', bytes: utf8(calendar.toString()), type: 'text/calendar; charset=utf-8', name: 'dates.ics' };
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

const STATEMENT_COLUMNS = 'statement provision part quote modality by to area way counts-as-done'.split(' ');

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

/** Every address there is, in each language: the fixed ones, the paragraphs, the acts with their files. */
async function askSitemap(ask: PublicAsk, listed: readonly string[]): Promise<PublicAnswer> {
  const { look, origin } = ask;
  const acts = (await allActs(ask)).flatMap(({ act }) => actFiles(act.side, act.index));
  const sets = (await catalogue(ask)).flatMap(({ distributions }) => distributions.map(({ href }) => href));
  const spoken = [...listed, ...look.agreement.provisions.map(({ id }) => provisionAddress(id))];
  const plain = [...new Set([...sets, ...acts])].filter((path) => !spoken.includes(path));
  const entries = [
    ...spoken.flatMap((path) => LANGUAGES.map((language) => `/${language}${path === '/' ? '' : path}`)),
    ...plain,
  ].map((path) => `<url><loc>${xml(encodeURI(`${origin}${path}`))}</loc></url>`);
  const text = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries.slice(0, 50_000),
    '</urlset>',
    '',
  ].join('\n');
  return { is: 'file', bytes: utf8(text), type: 'application/xml; charset=utf-8' };
}

async function askRobots({ origin }: PublicAsk): Promise<PublicAnswer> {
  const text = `User-agent: *\nAllow: /\nDisallow: /assess\n\nSitemap: ${origin}/sitemap.xml\n`;
  return await Promise.resolve({ is: 'file', bytes: utf8(text), type: 'text/plain; charset=utf-8' });
}

const get = (path: string, answer: PublicRoute['answer'], listed = true): PublicRoute => ({
  method: 'GET',
  path,
  listed,
  answer,
});

export const DATA_ROUTES: readonly PublicRoute[] = [
  get('/data', askData),
  get('/data.jsonld', async (ask) => ({
    is: 'file',
    bytes: utf8(writeDcat(await catalogue(ask), ask, ask.speak)),
    type: 'application/ld+json; charset=utf-8',
  })),
  { ...get('/acts.csv', async (ask) => csv(ask, 'acts.csv', ACT_COLUMNS, await actRows(ask))), costly: true },
  { ...get('/acts.json', askActsJson), costly: true },
  get('/acts.atom', askAtom),
  get('/dates.ics', askDates),
  get('/reported', async ({ look }) =>
    await Promise.resolve(page('/reported', newestReports(look.agreement.reports), drawReported)),
  ),
  get('/reported.csv', askReportsCsv),
  get('/reported.json', async ({ look }) => await Promise.resolve(json(newestReports(look.agreement.reports)))),
  get('/statements.csv', async (ask) =>
    await Promise.resolve(csv(ask, 'statements.csv', STATEMENT_COLUMNS, statementRows(ask))),
  ),
  get('/statements.json', async (ask) =>
    await Promise.resolve(
      json(
        statementRows(ask).map((row) => Object.fromEntries(STATEMENT_COLUMNS.map((name, i) => [name, row[i] ?? null]))),
      ),
    ),
  ),
  get('/figures.csv', askFiguresCsv),
  get('/robots.txt', askRobots, false),
];

/** The map of the site needs to know the others. */
export function sitemapRoute(others: readonly PublicRoute[]): PublicRoute {
  const listed = others.filter(({ listed: is, method }) => is && method === 'GET').map(({ path }) => path);
  return get('/sitemap.xml', async (ask) => await askSitemap(ask, listed), false);
}
