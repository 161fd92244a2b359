// Every address of the public window, as data.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { refuse } from '../../act/refusal.ts';
import { civilDate } from '../../agreement/calendar.ts';
import { type Land, type MapDrawn, mendAtlas, type Topology } from '../../kit/map.tsx';
import type { PublicRecord } from '../../node/public.ts';
import { page } from '../ask.ts';
import { asPaper } from '../printed.ts';
import { dayOf, loadReport } from '../report/report.data.ts';
import { reportSheet } from '../report/report.sheet.ts';
import { drawReport } from '../report/report.tsx';
import { REPORT_SAYS } from '../says/report.ts';
import { asLanguage } from '../tongue.ts';
import type { PublicAnswer, PublicAsk, PublicRoute } from './ask.ts';
import { drawFigures, loadFigures, mapOf } from './pages/figures.tsx';
import { drawHome, loadHome } from './pages/home.tsx';
import { drawVerify, loadVerify } from './pages/verify.tsx';
import { ACT_ROUTES } from './routes.acts.ts';
import { apiRoutes } from './routes.api.ts';
import { DATA_ROUTES } from './routes.data.ts';
import { mapRoutes } from './routes.map.ts';
import { OFFER_ROUTES } from './routes.offer.ts';
import { areaRoutes, TEXT_ROUTES } from './routes.text.ts';
import { FIGURES_SAYS, HOME_SAYS, VERIFY_SAYS } from './says.ts';

/** The atlas from which maps are drawn: one kilometre in fifty million is a fiftieth of a millimetre. */
const ATLAS = 'world-atlas/countries-50m.json';

async function readLands({ agreement }: PublicRecord): Promise<readonly Land[]> {
  const text = await readFile(createRequire(import.meta.url).resolve(ATLAS), 'utf8');
  return mendAtlas(JSON.parse(text) as Topology, agreement.atlas.borders?.points ?? []);
}

/** The yearly report, of the present year so far unless other days are asked for; never the brief of a dialogue. */
async function askReport({ record, look, desk, query, speak, speakIn, origin }: PublicAsk): Promise<PublicAnswer> {
  const today = civilDate(look.now, look.agreement.participant(look.side).seat.zone);
  const period = { from: dayOf(query['from'], `${today.slice(0, 4)}-01-01`), to: dayOf(query['to'], today) };
  if (period.from > period.to) throw refuse('date-out-of-order', `A report from ${period.from} to ${period.to}.`);
  const paper = asPaper(query['format']);
  const own = paper === undefined && query['format'] !== 'json';
  const words = own ? speak : speakIn(asLanguage(query['language']) ?? speak.language);
  const sizes = await Promise.all(
    look.agreement.participants.map(async ({ id }) => ({ side: id, size: (await record.count(id)).end })),
  );
  const room = { look, areas: record.areas, kinds: desk.kinds, sizes };
  const data = await loadReport(room, { form: 'report', period }, words);
  if (paper === undefined) return page('/reports', data, drawReport);
  const name = `${look.agreement.id}-report-${period.from}-${period.to}-${data.language}`;
  return { is: 'sheet', sheet: reportSheet(data, look.agreement, words, origin), paper, made: look.now, name };
}

/** All addresses of the window; two of one path are a broken invariant. */
export function publicRoutes(record: PublicRecord): readonly PublicRoute[] {
  let drawn: Promise<MapDrawn> | undefined;
  const map = async (): Promise<MapDrawn> => {
    // Mending takes a moment: it is done when the first reader asks, and once.
    drawn ??= readLands(record).then((lands) => mapOf(lands, record.agreement.atlas.countries));
    return await drawn;
  };
  const own: readonly PublicRoute[] = [
    {
      method: 'GET',
      path: '/',
      listed: true,
      says: HOME_SAYS,
      answer: async (ask) => page('/', await loadHome(ask), drawHome),
    },
    {
      method: 'GET',
      path: '/figures',
      listed: true,
      says: FIGURES_SAYS,
      answer: async (ask) => {
        const laid = await map();
        return page('/figures', await loadFigures(ask), (data, speak, desk) => drawFigures(data, speak, desk, laid));
      },
    },
    {
      method: 'GET',
      path: '/verify',
      listed: true,
      says: VERIFY_SAYS,
      answer: async (ask) => ({ ...page('/verify', await loadVerify(ask), drawVerify), script: 'proof.js' }),
    },
    { method: 'GET', path: '/reports', listed: true, costly: true, says: REPORT_SAYS, answer: askReport },
    ...TEXT_ROUTES,
    ...areaRoutes(record),
    ...ACT_ROUTES,
    ...DATA_ROUTES,
    ...OFFER_ROUTES,
    ...apiRoutes(() => all),
  ];
  const all: readonly PublicRoute[] = [...own, ...mapRoutes(own)];
  const names = all.map(({ method, path }) => `${method} ${path}`);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new Error(`public: ${twice} stands twice`);
  return all;
}
