// Every address of the windows, as data, and the row of pages at their head.
import { utf8 } from '../act/bytes.ts';
import type { AreaPage } from '../area.ts';
import { provisionAddress } from '../kit/links.tsx';
import { markingLine } from '../kit/marking.ts';
import type { Speak } from '../kit/words.ts';
import type { Node } from '../node/node.ts';
import { type Answer, type Ask, type FormName, page, type Route, saysPage } from './ask.ts';
import { calendarNow, invitationText } from './calendar.ts';
import { feedOfKinds, feedOfRows } from './feed.ts';
import { askAct, askActById, askChunk, askFile, askPart, askPolicy, askProof, askText } from './routes.act.ts';
import { DUTY_ROUTES } from './routes.duties.ts';
import {
  approve,
  askDraft,
  askDraftChunk,
  askDraftFile,
  askDraftPart,
  askDrafts,
  askNew,
  askSealing,
  draftAgain,
  newAgain,
  sendBack,
  takeChunk,
  write,
} from './routes.drafts.ts';
import { askDraftNote, askNote } from './routes.note.ts';
import { apiRoutes } from './routes.api.ts';
import { OFFER_ROUTES } from './routes.offers.ts';
import { READING_ROUTES } from './routes.readings.ts';
import { askReport } from './routes.report.ts';
import { PEOPLE_ROUTES } from './routes.people.ts';
import { PROGRAM_ROUTES } from './routes.program.ts';
import { SESSION_ROUTES } from './routes.session.ts';
import { SHEET_ROUTES } from './routes.sheet.ts';
import { SIGN_IN_ROUTES } from './routes.signin.ts';
import { askAgreement, askAkn, askCompare, askHtml, askParagraph, askPlain } from './routes.agreement.ts';
import { beside, loadActs } from './pages/acts.data.ts';
import { drawActs } from './pages/acts.tsx';
import { loadRecord } from './pages/record.data.ts';
import { drawRecord } from './pages/record.tsx';
import { loadSearch } from './pages/search.data.ts';
import { drawSearch } from './pages/search.tsx';
import { askKit } from './pages/kit.tsx';
import { loadToday, markAllRead } from './pages/today.data.ts';
import { drawToday } from './pages/today.tsx';
import { asPaper } from './printed.ts';
import {
  ACT_BY_ID_SAYS,
  ACT_SAYS,
  NOTE_SAYS,
  CHUNK_SAYS,
  FILE_SAYS,
  PART_SAYS,
  POLICY_SAYS,
  PROOF_SAYS,
  TEXT_SAYS,
} from './says/act.ts';
import { ACTS_SAYS } from './says/acts.ts';
import {
  AGREEMENT_SAYS,
  AKN_SAYS,
  COMPARE_SAYS,
  HOME_SAYS,
  HTML_SAYS,
  PARAGRAPH_SAYS,
  PLAIN_SAYS,
  SHORT_SAYS,
} from './says/agreement.ts';
import {
  APPROVED_SAYS,
  DRAFT_FILE_SAYS,
  DRAFT_PART_SAYS,
  DRAFT_SAYS,
  DRAFTS_SAYS,
  NEW_SAYS,
  SEALING_SAYS,
  SENT_BACK_SAYS,
  TAKEN_SAYS,
  WRITTEN_SAYS,
} from './says/drafts.ts';
import { HEALTH_SAYS } from './says/health.ts';
import { KIT_SAYS } from './says/kit.ts';
import { RECORD_SAYS } from './says/record.ts';
import { REPORT_SAYS } from './says/report.ts';
import { SEARCH_SAYS } from './says/search.ts';
import { READ_SAYS, TODAY_SAYS } from './says/today.ts';
import type { PageLink } from './shell.tsx';
import { asLanguage } from './tongue.ts';

const elsewhere = (to: string): Promise<Answer> => Promise.resolve({ is: 'elsewhere', to });

const toParagraph = ({ params }: Ask): Promise<Answer> => elsewhere(provisionAddress(params['id'] ?? ''));

const health = async ({ node }: Ask): Promise<Answer> => {
  const state = await node.health();
  return { is: 'data', status: state.ok ? 200 : 503, data: state };
};

async function toToday(ask: Ask): Promise<Answer> {
  const data = await loadToday(ask);
  const atom = feedOfRows(ask, ask.speak.say('shell.today'), {
    rows: data.fresh,
    names: data.names,
    next: null,
    previous: null,
  });
  return page('/today', data, drawToday, 200, { atom, ics: calendarNow(ask) });
}

async function toRecord(ask: Ask): Promise<Answer> {
  const data = await loadRecord(ask);
  const atom = feedOfRows(ask, ask.speak.say('record.title'), {
    rows: data.acts,
    names: data.names,
    next: data.next,
    previous: data.previous,
  });
  return page('/record', data, drawRecord, 200, { atom, ...beside(ask, data) });
}

async function toActs(ask: Ask): Promise<Answer> {
  const data = await loadActs(ask);
  const { next, previous, names } = data;
  const atom = feedOfRows(ask, ask.speak.say('acts.title'), { rows: data.acts, names, next, previous });
  return page('/record', data, drawActs, 200, { atom, ...beside(ask, data) });
}

async function toSearch(ask: Ask): Promise<Answer> {
  const data = await loadSearch(ask);
  const { next, previous, names } = data;
  const title = `${ask.speak.say('search.title')}: ${data.q}`;
  const atom = feedOfRows(ask, title, { rows: data.acts, names, next, previous });
  return page('/agreement', data, drawSearch, 200, { atom, ...beside(ask, data) });
}

/** The addresses that every node has: one scheme, stable for years. The more precise path stands first. */
const ROUTES: readonly Route[] = [
  { method: 'GET', path: '/', says: HOME_SAYS, who: 'anyone', answer: () => elsewhere('/agreement') },
  { method: 'GET', path: '/¶/:id', says: SHORT_SAYS, who: 'anyone', answer: toParagraph },
  { method: 'GET', path: '/p/:id', says: SHORT_SAYS, who: 'anyone', answer: toParagraph },
  { method: 'GET', path: '/agreement', says: AGREEMENT_SAYS, who: 'anyone', answer: askAgreement },
  { method: 'GET', path: '/agreement.akn.xml', says: AKN_SAYS, who: 'anyone', answer: askAkn },
  { method: 'GET', path: '/agreement.html', says: HTML_SAYS, who: 'anyone', answer: askHtml },
  { method: 'GET', path: '/agreement.txt', says: PLAIN_SAYS, who: 'anyone', answer: askPlain },
  { method: 'GET', path: '/agreement/compare', says: COMPARE_SAYS, who: 'anyone', answer: askCompare },
  { method: 'GET', path: '/agreement/:id', says: PARAGRAPH_SAYS, who: 'anyone', answer: askParagraph },
  {
    method: 'GET',
    path: '/today',
    says: TODAY_SAYS,
    who: 'anyone',
    answer: toToday,
  },
  { method: 'POST', path: '/today/read', says: READ_SAYS, who: 'official', answer: markAllRead },
  {
    method: 'GET',
    path: '/record',
    says: RECORD_SAYS,
    who: 'anyone',
    answer: toRecord,
  },
  { method: 'GET', path: '/acts', says: ACTS_SAYS, who: 'anyone', answer: toActs },
  { method: 'GET', path: '/search', says: SEARCH_SAYS, who: 'anyone', answer: toSearch },
  { method: 'GET', path: '/act/:id{[A-Za-z0-9_-]{43}}', says: ACT_BY_ID_SAYS, who: 'anyone', answer: askActById },
  ...SHEET_ROUTES,
  { method: 'GET', path: '/act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}', says: ACT_SAYS, who: 'anyone', answer: askAct },
  {
    method: 'GET',
    path: '/act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/proof',
    says: PROOF_SAYS,
    who: 'anyone',
    answer: askProof,
  },
  {
    method: 'GET',
    path: '/act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/text',
    says: TEXT_SAYS,
    who: 'anyone',
    answer: askText,
  },
  {
    method: 'GET',
    path: '/act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/part/:name',
    says: PART_SAYS,
    who: 'anyone',
    answer: askPart,
  },
  {
    method: 'GET',
    path: '/act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/file',
    says: FILE_SAYS,
    who: 'anyone',
    answer: askFile,
  },
  {
    method: 'GET',
    path: '/act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/chunk/:n{[0-9]{1,4}}',
    says: CHUNK_SAYS,
    who: 'anyone',
    answer: askChunk,
  },
  {
    method: 'GET',
    path: '/act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/note/:language',
    says: NOTE_SAYS,
    who: 'anyone',
    answer: askNote,
  },
  { method: 'GET', path: '/kit', says: KIT_SAYS, who: 'anyone', answer: askKit },
  { method: 'GET', path: '/reports', says: REPORT_SAYS, who: 'anyone', answer: askReport },
  { method: 'GET', path: '/policy/:side{[a-z]{2,8}}', says: POLICY_SAYS, who: 'anyone', answer: askPolicy },
  { method: 'GET', path: '/drafts', says: DRAFTS_SAYS, who: 'official', answer: askDrafts },
  {
    method: 'POST',
    path: '/drafts',
    says: WRITTEN_SAYS,
    who: 'official',
    takes: 'file',
    answer: write,
    again: newAgain,
  },
  { method: 'GET', path: '/drafts/new', says: NEW_SAYS, who: 'official', answer: askNew },
  { method: 'POST', path: '/drafts/sealing', says: SEALING_SAYS, who: 'official', answer: askSealing },
  { method: 'GET', path: '/drafts/:id', says: DRAFT_SAYS, who: 'official', answer: askDraft },
  { method: 'GET', path: '/drafts/:id/part/:name', says: DRAFT_PART_SAYS, who: 'official', answer: askDraftPart },
  { method: 'POST', path: '/drafts/chunk', says: TAKEN_SAYS, who: 'official', answer: takeChunk },
  { method: 'GET', path: '/drafts/:id/chunk/:n{[0-9]{1,4}}', says: CHUNK_SAYS, who: 'official', answer: askDraftChunk },
  { method: 'GET', path: '/drafts/:id/file', says: DRAFT_FILE_SAYS, who: 'official', answer: askDraftFile },
  { method: 'GET', path: '/drafts/:id/note/:language', says: NOTE_SAYS, who: 'official', answer: askDraftNote },
  {
    method: 'POST',
    path: '/drafts/:id/approve',
    says: APPROVED_SAYS,
    who: 'official',
    answer: approve,
    again: draftAgain,
  },
  {
    method: 'POST',
    path: '/drafts/:id/send-back',
    says: SENT_BACK_SAYS,
    who: 'official',
    answer: sendBack,
    again: draftAgain,
  },
  ...DUTY_ROUTES,
  ...OFFER_ROUTES,
  ...READING_ROUTES,
  ...SIGN_IN_ROUTES,
  ...PROGRAM_ROUTES,
  ...PEOPLE_ROUTES,
  ...SESSION_ROUTES,
  { method: 'GET', path: '/healthz', says: HEALTH_SAYS, who: 'anyone', answer: health },
];

/** The data with what the node told its own people of the duties that the page names. */
async function withTold(area: AreaPage<never>, data: never, node: Node): Promise<never> {
  const duties = area.told?.duties(data) ?? [];
  if (area.told === undefined || duties.length === 0) return data;
  const notices = await node.duty.notices({ duties });
  const told = notices.map(({ duty, channel, state, madeAt }) => ({ duty, channel, state, madeAt }));
  return area.told.taken(data, told);
}

/** What a page of an area can be beside itself. */
function formsOfArea({ says, sheet, invitation }: AreaPage<never>): readonly FormName[] {
  return [
    ...(says.feed === undefined ? [] : (['atom'] as const)),
    ...(sheet === undefined ? [] : (['docx', 'pdf', 'html'] as const)),
    ...(invitation === undefined ? [] : (['ics'] as const)),
  ];
}

function areaRoute(area: AreaPage<never>, kinds: readonly string[]): Route {
  const { feed } = area.says;
  return {
    method: 'GET',
    path: area.path,
    says: saysPage(area.says, { forms: formsOfArea(area) }),
    who: 'anyone',
    answer: async (ask) => {
      const { node, viewer, look, query, speak, speakIn, marking } = ask;
      const loaded = await area.load(look, query);
      const data = viewer === undefined ? loaded : await withTold(area, loaded, node);
      const paper = asPaper(query['format']);
      if (paper !== undefined && area.sheet !== undefined) {
        const { sheet, file } = area.sheet(data, speakIn(asLanguage(query['language']) ?? speak.language), look);
        return { is: 'sheet', sheet, paper, made: look.now, name: file };
      }
      const event = query['format'] === 'ics' ? area.invitation?.(data, speak, look) : undefined;
      if (event !== undefined) {
        const text = invitationText(event, look, markingLine(await marking(), speak, look.agreement));
        return { is: 'file', bytes: utf8(text), type: 'text/calendar; charset=utf-8', name: `${event.file}.ics` };
      }
      const fed = feed === 'area' ? kinds : (feed ?? []);
      const also = fed.length === 0 ? {} : { atom: feedOfKinds(ask, speak.say(area.name), fed) };
      return page(area.under ?? area.path, data, (shown, said, desk) => area.draw(shown, said, desk.look), 200, also);
    },
  };
}

/** All addresses of `node`: those every node has, and its areas' pages. Two of one path are a broken invariant. */
export function routesOf(node: Node): readonly Route[] {
  const pages = node.areas.flatMap((area) =>
    area.pages.map((one) => areaRoute(one, area.kinds.map(({ kind }) => kind.id))),
  );
  const all: readonly Route[] = [...ROUTES, ...pages, ...apiRoutes(() => all)];
  const names = all.map((route) => `${route.method} ${route.path}`);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new Error(`routes: ${twice} stands twice`);
  return all;
}

/** The row of pages: those every node has, then the areas' own, in the order of the roll. */
export function pageRow(node: Node, speak: Speak): readonly PageLink[] {
  return [
    { path: '/agreement', name: speak.say('shell.agreement') },
    { path: '/today', name: speak.say('shell.today') },
    { path: '/duties', name: speak.say('shell.duties') },
    { path: '/drafts', name: speak.say('shell.drafts') },
    { path: '/record', name: speak.say('shell.record') },
    ...node.areas
      .flatMap((area) => area.pages)
      .filter(({ under }) => under === undefined)
      .map(({ path, name }) => ({ path, name: speak.say(name) })),
    { path: '/reports', name: speak.say('report.name') },
    { path: '/offers', name: speak.say('moderation.name') },
  ];
}
